// A button that shows its key: "Run [R]".
#pragma once

#include "ui/view/action_button.h"

namespace limn {

// Shows text, icon, shortcut, tooltip and state of its action; the key stands in a small cap at the
// right. `kind` is a style of the theme: "primary" for the one main button, "button", or nothing.
class KeyButton : public ActionButton {
    Q_OBJECT

public:
    KeyButton(QAction* action, const QString& kind, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString keyText() const;
    int capWidth() const;
};

} // namespace limn
