// A button that stands for an action, also when a screen reader toggles it.
#pragma once

#include <QAction>
#include <QToolButton>

namespace limn {

class ActionButton : public QToolButton {
    Q_OBJECT

public:
    using QToolButton::QToolButton;

protected:
    // A click triggers the action, whose new state then comes here. Where the button is ahead of
    // the action, it was toggled by itself: QToolButton would set the action and nobody would act.
    void checkStateSet() override
    {
        QAction* const action = defaultAction();
        if (!action || action->isChecked() == isChecked())
            return;
        action->trigger();
        setChecked(action->isChecked()); // one of a group stays as it is
    }
};

} // namespace limn
