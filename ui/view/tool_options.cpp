#include "ui/view/tool_options.h"

#include "ui/view/canvas.h"
#include "ui/view/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>

#include <cmath>

namespace limn {
namespace {

constexpr int longestLabel = 160;

int stepOf(int pixels)
{
    return static_cast<int>(std::lround(100 * std::log2(pixels)));
}

int pixelsOf(int step)
{
    return static_cast<int>(std::lround(std::exp2(step / 100.0)));
}

} // namespace

ToolOptions::ToolOptions(Session& session, Canvas& canvas)
    : QWidget(&canvas)
    , m_session(session)
    , m_canvas(canvas)
    , m_slider(new QSlider(Qt::Horizontal, this))
    , m_size(new QSpinBox(this))
    , m_swatch(new QWidget(this))
    , m_label(new QLabel(this))
{
    setAccessibleName(tr("Tool options"));
    setCursor(Qt::ArrowCursor);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(measure::panelMargin, measure::grid + 1, measure::panelMargin,
                            measure::grid + 1);
    row->setSpacing(2 * measure::grid);
    auto* caption = new QLabel(tr("Size"), this);
    m_slider->setRange(0, stepOf(1024));
    m_slider->setFixedWidth(104);
    m_slider->setAccessibleName(tr("Brush size"));
    m_slider->setAccessibleDescription(
        tr("Hundredths of an octave; the exact size in pixels is beside it."));
    m_slider->setToolTip(tr("Brush size ([ and ], or Shift and the wheel)"));
    m_size->setRange(smallestBrush, largestBrush);
    m_size->setSuffix(tr(" px"));
    m_size->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_size->setAccessibleName(tr("Brush size in pixels"));
    m_size->setFixedWidth(76);
    caption->setBuddy(m_size);
    m_swatch->setFixedSize(12, 12);
    m_label->setMaximumWidth(longestLabel);
    for (QWidget* widget :
         std::initializer_list<QWidget*>{caption, m_slider, m_size, m_swatch, m_label})
        row->addWidget(widget);
    connect(m_slider, &QSlider::valueChanged, this,
            [this](int step) { m_canvas.setBrushSize(pixelsOf(step)); });
    connect(m_size, &QSpinBox::valueChanged, &m_canvas, &Canvas::setBrushSize);
    connect(m_size, &QSpinBox::editingFinished, &m_canvas, [this] {
        if (m_size->hasFocus())
            m_canvas.setFocus(); // Return gives the keys back to the tools
    });
    connect(&m_canvas, &Canvas::brushSizeChanged, this, &ToolOptions::showSize);
    connect(&m_canvas, &Canvas::toolChanged, this, &ToolOptions::showTool);
    for (const auto signal :
         {&Session::currentLabelChanged, &Session::labelTableChanged, &Session::opened})
        connect(&m_session, signal, this, &ToolOptions::showTool);
    showSize();
    showTool();
}

void ToolOptions::showTool()
{
    setVisible(m_session.isOpen()
               && toolTable()[static_cast<std::size_t>(m_canvas.toolIndex())].hasBrush);
    showLabel();
    adjustSize();
}

void ToolOptions::showSize()
{
    const QSignalBlocker blockSlider(m_slider), blockSize(m_size);
    m_size->setValue(m_canvas.brushSize());
    if (pixelsOf(m_slider->value()) != m_canvas.brushSize())
        m_slider->setValue(stepOf(m_canvas.brushSize()));
}

void ToolOptions::showLabel()
{
    const LabelRow* row = m_session.labelTable().find(m_session.currentLabel());
    if (row == nullptr)
        return;
    QPalette colours = m_swatch->palette();
    colours.setColor(QPalette::Window,
                     QColor(row->colour.red, row->colour.green, row->colour.blue));
    m_swatch->setAutoFillBackground(true);
    m_swatch->setPalette(colours);
    const QString name = QString::fromStdString(row->name);
    m_label->setText(m_label->fontMetrics().elidedText(name, Qt::ElideRight, longestLabel));
    m_label->setToolTip(tr("The brush paints “%1”. Digits pick a label.").arg(name));
}

void ToolOptions::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme().border);
    painter.setBrush(theme().panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), measure::radius,
                            measure::radius);
}

} // namespace limn
