// All that can be set of one label and has no place in its row: opacity, what it is, order, merging,
// deleting. Opens beside the row.
#pragma once

#include "ui/session/session.h"

#include <QFrame>

#include <vector>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QSlider;

namespace limn {

class ChoiceBox;

// A name that has a code in other programs ("kidney", "SNOMED CT 64033007").
struct LabelMeaning {
    QString name;
    QString code;
};

class LabelCard : public QFrame {
    Q_OBJECT

public:
    LabelCard(Session& session, QWidget* parent);

    void setMeanings(std::vector<LabelMeaning> meanings) { m_meanings = std::move(meanings); }
    void openFor(Label label, const QWidget& row);

private:
    void makeRows();
    void refresh();
    void listMeanings();
    void setOpacity(int percent);
    void setMeaning(const QString& name);
    void moveBy(int rows);
    void merge();
    const LabelRow* row() const { return m_session.labelTable().find(m_label); }
    QString codeWords(const LabelRow& row) const;

    Session& m_session;
    std::vector<LabelMeaning> m_meanings;
    Label m_label = 0;
    QLabel* m_title;
    QSlider* m_opacity;
    QLabel* m_percent;
    QLabel* m_code;
    QLineEdit* m_search;
    QListWidget* m_list;
    QPushButton* m_up;
    QPushButton* m_down;
    ChoiceBox* m_into;
    QPushButton* m_merge;
    QPushButton* m_remove;
};

} // namespace limn
