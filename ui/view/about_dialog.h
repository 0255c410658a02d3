// What Limn is, what it is not, and whose work it stands on.
#pragma once

#include <QDialog>

namespace limn {

class AboutDialog : public QDialog {
    Q_OBJECT

public:
    explicit AboutDialog(QWidget* parent = nullptr);
};

} // namespace limn
