// What every key and movement of the mouse means, wherever it goes.
#pragma once

#include "ui/session/session.h"

#include <QObject>

namespace limn {

// One for the whole application. Each input counts as a person at work on the shown image, and
// while a line of text or a number has the focus, Return ends what is typed and is no command of
// the window.
class InputGuard : public QObject {
    Q_OBJECT

public:
    explicit InputGuard(Session& session, QObject* parent = nullptr);
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    Session& m_session;
};

} // namespace limn
