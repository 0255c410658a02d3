// One line of plain text that is shortened in its middle where the room is short.
#pragma once

#include <QLabel>

namespace limn {

// Text that comes from files: never read as markup. The whole text is the tooltip when it is cut.
class ElidedLabel : public QLabel {
    Q_OBJECT

public:
    explicit ElidedLabel(const QString& text = {}, QWidget* parent = nullptr);

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;
};

} // namespace limn
