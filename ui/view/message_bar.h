// One sentence above the canvas, with at most one action; never a dialog.
#pragma once

#include <QFrame>

#include <functional>
#include <vector>

class QLabel;
class QPushButton;
class QToolButton;

namespace limn {

enum class Severity { Note, Warning, Problem };

struct Message {
    Severity severity = Severity::Note;
    QString sentence;
    QString details = {}; // a library's words, shown on demand; may be empty
    QString actionText = {}; // empty: no action
    std::function<void()> action = {};
};

// Shows the gravest message, of these the newest; closing it shows the next. The same sentence said
// again takes the old one's place.
class MessageBar : public QFrame {
    Q_OBJECT

public:
    explicit MessageBar(QWidget* parent = nullptr);

    void show(const Message& message);
    void closeCurrent();
    void closeAll();
    const Message* current() const; // null when there is nothing to say

private:
    using QFrame::show;
    void update();
    void act();

    std::vector<Message> m_messages; // the last one is shown
    QLabel* m_mark;
    QLabel* m_sentence;
    QLabel* m_more;
    QLabel* m_details;
    QPushButton* m_action;
    QToolButton* m_detailsButton;
    QToolButton* m_close;
};

} // namespace limn
