// All keys on one sheet, made from the live actions.
#pragma once

#include <QDialog>

namespace limn {

class ActionList;

class KeysSheet : public QDialog {
    Q_OBJECT

public:
    explicit KeysSheet(const ActionList& actions, QWidget* parent = nullptr);
};

} // namespace limn
