// A line of text to type into, in a window whose letters are commands.
#pragma once

#include <QLineEdit>

namespace limn {

// Keeps Return and Escape to itself while it has the focus; both end the typing, Escape with the
// text as it was before.
class TextField : public QLineEdit {
    Q_OBJECT

public:
    explicit TextField(QWidget* parent = nullptr);

Q_SIGNALS:
    void typingEnded();

protected:
    bool event(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    QString m_textBefore;
};

} // namespace limn
