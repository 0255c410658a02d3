// The labels of the study: pick, rename, colour, show, lock, add, order. (Their keys are the canvas's.)
#pragma once

#include "ui/session/session.h"
#include "ui/view/label_card.h"
#include "ui/view/label_table_menu.h"

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

    void setMeanings(std::vector<LabelMeaning> meanings) { m_card->setMeanings(std::move(meanings)); }

Q_SIGNALS:
    void importRequested(const QString& path);
    void exportRequested(const QString& path, limn::LabelFile kind);
    void pointedAt(limn::Label label); // its row; 0: none

private:
    void makeHead(QVBoxLayout& column);
    void openCard(Label label);
    void moveBy(Label label, int rows);
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
    QToolButton* m_more;
    LabelTableMenu* m_menu;
    LabelCard* m_card;
    std::vector<LabelRowWidget*> m_widgets;
};

} // namespace limn
