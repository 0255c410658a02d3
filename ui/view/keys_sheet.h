// All keys on one sheet, made from the live actions.
#pragma once

#include <QAction>
#include <QDialog>

#include <vector>

namespace limn {

struct KeyGroup {
    QString title;
    QList<QAction*> actions; // those without a key are left out
};

class KeysSheet : public QDialog {
    Q_OBJECT

public:
    explicit KeysSheet(const std::vector<KeyGroup>& groups, QWidget* parent = nullptr);
};

} // namespace limn
