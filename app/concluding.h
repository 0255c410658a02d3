// How an image is left: accepted, skipped, given to a reviewer, or sent back by one; then the next
// one to do is opened.
#pragma once

#include "app/keeping.h"
#include "app/opening.h"
#include "ui/session/session.h"
#include "ui/session/work_list.h"
#include "ui/view/main_window.h"

#include <QObject>

namespace limn {

class Concluding : public QObject {
    Q_OBJECT

public:
    Concluding(Session& session, WorkList& workList, Keeping& keeping,
               const Opening& opening, MainWindow& window, QObject* parent = nullptr);

    void accept();
    void conclude(Conclusion conclusion, const QString& comment);

private:
    // What a person concludes holds for the image that they see.
    bool isShown() const { return m_keeping.image() && !m_opening.isOpening(); }
    void tellEmpty();
    void answer(ReviewState review, const QString& comment);
    void mark(ImageStatus status);
    void goOn();

    Session& m_session;
    WorkList& m_workList;
    Keeping& m_keeping;
    const Opening& m_opening;
    MainWindow& m_window;
};

} // namespace limn
