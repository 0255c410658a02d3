// A label's colour; a click asks for another.
#pragma once

#include <QToolButton>

namespace limn {

class SwatchButton : public QToolButton {
    Q_OBJECT

public:
    explicit SwatchButton(QWidget* parent = nullptr);

    QColor colour() const { return m_colour; }
    void setColour(const QColor& colour);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QColor m_colour;
};

} // namespace limn
