// Words over several lines that are never cut.
#pragma once

#include <QLabel>

namespace limn {

// A label with word wrap whose least height is what its words take at the width that it has; a
// plain QLabel's is that of a guessed width, and a layout then squeezes the last line away.
class WrappedLabel : public QLabel {
    Q_OBJECT

public:
    explicit WrappedLabel(const QString& text = {}, QWidget* parent = nullptr);

    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    bool m_hasWidth = false; // a layout has given it one
};

} // namespace limn
