// The labels of the study: pick, rename, colour, show, lock, add.
#pragma once

#include "ui/session/session.h"

#include <QFrame>
#include <QList>

#include <vector>

class QAction;
class QLabel;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace limn {

class LabelRowWidget;

class LabelPanel : public QFrame {
    Q_OBJECT

public:
    explicit LabelPanel(Session& session, QWidget* parent = nullptr);

    QList<QAction*> labelActions() const { return m_actions; } // digits, next, previous

private:
    void makeActions();
    void refresh();
    void showCurrent();
    void change(const LabelRow& row);
    void addLabel();
    void choose(Label label);
    void moveChoice(int by);

    Session& m_session;
    QScrollArea* m_scroll;
    QVBoxLayout* m_rows;
    QLabel* m_empty;
    QToolButton* m_add;
    std::vector<LabelRowWidget*> m_widgets;
    QList<QAction*> m_actions;
};

} // namespace limn
