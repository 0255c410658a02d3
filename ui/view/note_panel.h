// What people say about the open image: a note, and in review mode the reviewer's comment with the
// two answers.
#pragma once

#include "ui/session/session.h"
#include "ui/session/work_list.h"

#include <QWidget>

class QAction;
class QLabel;

namespace limn {

class TextField;

class NotePanel : public QWidget {
    Q_OBJECT

public:
    NotePanel(Session& session, WorkList& work, const QList<QAction*>& answers,
              QWidget* parent = nullptr);

    void writeNote(); // the cursor goes there
    QString comment() const; // as it stands in the field

private:
    TextField* addField(const QString& name, const QString& words);
    void keepNote();
    void refresh();

    Session& m_session;
    WorkList& m_work;
    TextField* m_note;
    QLabel* m_said; // what a reviewer has said
    QWidget* m_review;
    TextField* m_comment;
};

} // namespace limn
