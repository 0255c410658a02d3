// The labels of the study: pick, rename, colour, show, lock, add. (Their keys are the canvas's.)
#pragma once

#include "ui/session/session.h"

#include <QFrame>

#include <vector>

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

private:
    void refresh();
    void showCurrent();
    void change(const LabelRow& row);
    void addLabel();
    void choose(Label label);

    Session& m_session;
    QScrollArea* m_scroll;
    QVBoxLayout* m_rows;
    QLabel* m_empty;
    QToolButton* m_add;
    std::vector<LabelRowWidget*> m_widgets;
};

} // namespace limn
