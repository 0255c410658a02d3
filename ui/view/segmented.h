// A row of buttons of which one is chosen.
#pragma once

#include <QButtonGroup>
#include <QFrame>

#include <vector>

namespace limn {

class Segmented : public QFrame {
    Q_OBJECT

public:
    struct Segment {
        QString text, name, sentence; // on the button; for a screen reader; in the tooltip
    };

    Segmented(const QString& name, const std::vector<Segment>& segments, QWidget* parent = nullptr);

    int chosen() const { return m_group.checkedId(); }
    void setChosen(int index); // says nothing
    void setObstacle(const QString& reason); // why it can't be used now; empty: it can

Q_SIGNALS:
    void chosenByPerson(int index);

private:
    std::vector<Segment> m_segments;
    QButtonGroup m_group;
};

} // namespace limn
