// "Where to look next": the doubtful places, and the keys that go from one to the next.
#pragma once

#include "ui/session/look_list.h"

#include <QFrame>
#include <QList>

class QAction;
class QLabel;
class QListView;

namespace limn {

class LookModel;

class LookPanel : public QFrame {
    Q_OBJECT

public:
    LookPanel(Session& session, LookList& list, QWidget* parent = nullptr);

    QList<QAction*> lookActions() const { return m_actions; }

private:
    QAction* add(const char* id);
    void refresh();

    Session& m_session;
    LookList& m_list;
    LookModel* m_model;
    QLabel* m_count;
    QListView* m_view;
    QLabel* m_empty;
    QList<QAction*> m_actions;
    QAction *m_next, *m_previous, *m_resolved;
};

} // namespace limn
