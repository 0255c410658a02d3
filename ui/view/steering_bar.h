// The line above the canvas that tells of a re-run: what it changed, and what can be done with it.
#pragma once

#include <QFrame>
#include <QList>

class QAction;
class QLabel;

namespace limn {

class SteeringBar : public QFrame {
    Q_OBJECT

public:
    // A button each, in this order; of those that can't be used now none is shown.
    SteeringBar(const QList<QAction*>& actions, QWidget* parent = nullptr);

    void say(const QString& sentence, const QString& hint); // hint: what the words mean

private:
    QLabel* m_mark;
    QLabel* m_sentence;
};

} // namespace limn
