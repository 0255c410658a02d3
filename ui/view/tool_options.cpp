#include "ui/view/tool_options.h"

#include "ui/view/canvas.h"
#include "ui/view/on_canvas_marks.h"
#include "ui/view/paint_rules_popup.h"
#include "ui/view/segmented.h"
#include "ui/view/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>
#include <QToolButton>

#include <cmath>

namespace limn {
namespace {

constexpr int longestLabel = 110, longestRule = 150;

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
    , m_caption(new QLabel(tr("Size"), this))
    , m_slider(new QSlider(Qt::Horizontal, this))
    , m_size(new QSpinBox(this))
    , m_tip(new Segmented(tr("Tip of the brush"),
                          {{tr("Round"), tr("Round tip"), tr("A round brush.")},
                           {tr("Square"), tr("Square tip"), tr("A square brush, on whole pixels.")}},
                          this))
    , m_shape(new Segmented(tr("Shape"),
                            {{tr("Rectangle"), tr("Rectangle"), tr("A drag fills a rectangle.")},
                             {tr("Ellipse"), tr("Ellipse"), tr("A drag fills an ellipse.")}},
                            this))
    , m_reach(new Segmented(
          tr("What is filled"),
          {{tr("This area"), tr("This area"), tr("The connected area under the pointer.")},
           {tr("Everywhere"), tr("Everywhere"), tr("Every pixel of that label on this slice.")}},
          this))
    , m_toleranceCaption(new QLabel(tr("Tolerance"), this))
    , m_tolerance(new QDoubleSpinBox(this))
    , m_measure(new Segmented(tr("What is measured"),
                              {{tr("Length"), tr("Length"), tr("A drag from end to end.")},
                               {tr("Angle"), tr("Angle"),
                                tr("A drag along one arm, then a click on the other.")},
                               {tr("Area"), tr("Area"), tr("A drag around it.")}},
                              this))
    , m_swatch(new QWidget(this))
    , m_label(new QLabel(this))
    , m_where(new QToolButton(this))
    , m_rules(new PaintRulesPopup(session, this))
{
    setAccessibleName(tr("Tool options"));
    setCursor(Qt::ArrowCursor);
    makeRow();
    connectControls();
    showSettings();
    showTool();
}

void ToolOptions::makeRow()
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(measure::panelMargin, measure::grid + 1, measure::panelMargin,
                            measure::grid + 1);
    row->setSpacing(2 * measure::grid);
    m_slider->setRange(0, stepOf(1024));
    m_slider->setFixedWidth(96);
    m_slider->setAccessibleName(tr("Brush size"));
    m_slider->setAccessibleDescription(
        tr("Hundredths of an octave; the exact size in pixels is beside it."));
    m_slider->setToolTip(tr("Brush size ([ and ], or Shift and the wheel)"));
    m_size->setRange(smallestBrush, largestBrush);
    m_size->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_size->setAccessibleName(tr("Brush size in pixels"));
    m_size->setFixedWidth(76);
    m_caption->setBuddy(m_size);
    m_tolerance->setRange(0.1, 100);
    m_tolerance->setDecimals(1);
    m_tolerance->setSuffix(tr(" %"));
    m_tolerance->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_tolerance->setFixedWidth(64);
    m_tolerance->setAccessibleName(tr("Tolerance in per cent of the display window"));
    m_tolerance->setToolTip(
        tr("How far values may be from the one that is pressed: per cent of the display window."));
    m_toleranceCaption->setBuddy(m_tolerance);
    m_swatch->setFixedSize(12, 12);
    m_label->setMaximumWidth(longestLabel);
    m_where->setProperty("kind", QStringLiteral("button"));
    m_where->setAccessibleName(tr("Where to paint"));
    m_where->setFocusPolicy(Qt::TabFocus);
    for (QWidget* widget :
         std::initializer_list<QWidget*>{m_caption, m_slider, m_size, m_tip, m_shape, m_reach,
                                         m_toleranceCaption, m_tolerance, m_measure, m_swatch,
                                         m_label, m_where})
        row->addWidget(widget);
}

template <typename Change> void ToolOptions::change(const Change& change)
{
    ToolSettings settings = m_canvas.toolSettings();
    change(settings);
    m_canvas.setToolSettings(settings);
}

void ToolOptions::connectControls()
{
    connect(m_slider, &QSlider::valueChanged, this,
            [this](int step) { m_canvas.setBrushSize(pixelsOf(step)); });
    connect(m_size, &QSpinBox::valueChanged, &m_canvas, &Canvas::setBrushSize);
    connect(m_tip, &Segmented::chosenByPerson, this, [this](int index) {
        change([index](ToolSettings& s) { s.tip = static_cast<BrushTip>(index); });
    });
    connect(m_shape, &Segmented::chosenByPerson, this, [this](int index) {
        change([index](ToolSettings& s) { s.shape = static_cast<ShapeKind>(index); });
    });
    connect(m_reach, &Segmented::chosenByPerson, this, [this](int index) {
        change([index](ToolSettings& s) { s.reach = static_cast<FillReach>(index); });
    });
    connect(m_measure, &Segmented::chosenByPerson, this, [this](int index) {
        change([index](ToolSettings& s) { s.measure = static_cast<MeasureKind>(index); });
    });
    connect(m_tolerance, &QDoubleSpinBox::valueChanged, this, [this](double share) {
        change([share](ToolSettings& s) { s.tolerance = share; });
    });
    for (QAbstractSpinBox* box : std::initializer_list<QAbstractSpinBox*>{m_size, m_tolerance})
        connect(box, &QAbstractSpinBox::editingFinished, &m_canvas, [this, box] {
            if (box->hasFocus())
                m_canvas.setFocus(); // Return gives the keys back to the tools
        });
    connect(m_where, &QToolButton::clicked, this, [this] {
        m_rules->setSettings(m_canvas.toolSettings(), info().hasBrush());
        m_rules->openUnder(*m_where);
    });
    connect(m_rules, &PaintRulesPopup::changedByPerson, &m_canvas, &Canvas::setToolSettings);
    connect(&m_canvas, &Canvas::toolSettingsChanged, this, &ToolOptions::showSettings);
    connect(&m_canvas, &Canvas::toolChanged, this, &ToolOptions::showTool);
    for (const auto signal :
         {&Session::currentLabelChanged, &Session::labelTableChanged, &Session::opened})
        connect(&m_session, signal, this, &ToolOptions::showTool);
}

const ToolInfo& ToolOptions::info() const
{
    return toolTable()[static_cast<std::size_t>(m_canvas.toolIndex())];
}

void ToolOptions::showTool()
{
    const ToolInfo& tool = info();
    for (QWidget* widget : std::initializer_list<QWidget*>{m_caption, m_slider, m_size, m_tip})
        widget->setVisible(tool.hasBrush());
    m_shape->setVisible(tool.has(ToolOption::Shape));
    m_reach->setVisible(tool.has(ToolOption::Reach));
    m_toleranceCaption->setVisible(tool.has(ToolOption::Tolerance));
    m_tolerance->setVisible(tool.has(ToolOption::Tolerance));
    m_measure->setVisible(tool.has(ToolOption::Measure));
    m_swatch->setVisible(tool.has(ToolOption::Swatch));
    m_label->setVisible(tool.has(ToolOption::Swatch));
    m_where->setVisible(tool.has(ToolOption::Rules));
    setVisible(m_session.isOpen() && tool.options != 0);
    showLabel();
    showRules();
}

void ToolOptions::showSettings()
{
    const ToolSettings& settings = m_canvas.toolSettings();
    const QSignalBlocker blockSlider(m_slider), blockSize(m_size), blockTolerance(m_tolerance);
    m_size->setSuffix(settings.sizeUnit == SizeUnit::Screen ? tr(" px screen") : tr(" px"));
    m_size->setFixedWidth(settings.sizeUnit == SizeUnit::Screen ? 112 : 76);
    m_size->setValue(settings.brushSize);
    if (pixelsOf(m_slider->value()) != settings.brushSize)
        m_slider->setValue(stepOf(settings.brushSize));
    m_tip->setChosen(static_cast<int>(settings.tip));
    m_shape->setChosen(static_cast<int>(settings.shape));
    m_reach->setChosen(static_cast<int>(settings.reach));
    m_measure->setChosen(static_cast<int>(settings.measure));
    m_tolerance->setValue(settings.tolerance);
    showRules();
}

void ToolOptions::showRules()
{
    const QString words = ruleWords(m_canvas.toolSettings().rules, m_session.labelTable());
    const QString text = words.isEmpty() ? tr("Anywhere") : words;
    m_where->setText(m_where->fontMetrics().elidedText(text, Qt::ElideRight, longestRule)
                     + QStringLiteral(" ▾"));
    m_where->setToolTip(words.isEmpty()
                            ? tr("Where to paint: by probability, by value, inside a label.")
                            : tr("Paints only: %1.").arg(words));
    m_where->setAccessibleDescription(text);
    adjustSize();
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
    const QString shown = row->isLocked ? tr("%1 (locked)").arg(name) : name;
    m_label->setText(m_label->fontMetrics().elidedText(shown, Qt::ElideRight, longestLabel));
    m_label->setToolTip(row->isLocked
                            ? tr("“%1” is locked: nothing is painted until it is unlocked.").arg(name)
                            : tr("The tool puts in “%1”. Digits pick a label.").arg(name));
}

void ToolOptions::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    drawCard(painter, rect());
}

} // namespace limn
