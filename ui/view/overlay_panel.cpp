#include "ui/view/overlay_panel.h"

#include "ui/view/action_button.h"
#include "ui/view/action_table.h"
#include "ui/view/action_words.h"
#include "ui/view/choice_box.h"
#include "ui/view/display_table.h"
#include "ui/view/map_legend.h"
#include "ui/view/shown_values.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace limn {
namespace {

bool usesClass(const OverlaySettings& settings)
{
    return displayOf(settings.mode).hasClass || settings.hasLines;
}

bool isDoubt(DisplayScale scale)
{
    return scale == DisplayScale::Doubt || scale == DisplayScale::Nats;
}

} // namespace

OverlayPanel::OverlayPanel(Session& session, QWidget* parent)
    : QFrame(parent)
    , m_session(session)
    , m_title(new QHBoxLayout)
    , m_display(new ChoiceBox(400, this))
    , m_sentence(new QLabel(this))
    , m_className(new QLabel(tr("Label"), this))
    , m_class(new ChoiceBox(400, this))
    , m_stepsName(new QLabel(tr("From, to"), this))
    , m_steps(new QWidget(this))
    , m_stepA(new QSpinBox(m_steps))
    , m_stepB(new QSpinBox(m_steps))
    , m_legend(new MapLegend(this))
    , m_coloursName(new QLabel(tr("Colours"), this))
    , m_colours(new ChoiceBox(200, this))
    , m_lines(new QCheckBox(tr("Lines of equal probability"), this))
    , m_opacity(new QSlider(Qt::Horizontal, this))
    , m_percent(new QLabel(this))
{
    m_display->setAccessibleName(tr("Display"));
    m_class->setAccessibleName(tr("Label that the display shows"));
    m_class->setHint(tr("Whose probability is shown."));
    m_stepA->setAccessibleName(tr("Difference from step"));
    m_stepB->setAccessibleName(tr("Difference to step"));
    m_colours->setAccessibleName(tr("Colours of the scale"));
    m_colours->addItems({tr("cividis"), tr("viridis"), tr("magma")});
    m_lines->setAccessibleName(m_lines->text());
    m_lines->setToolTip(tr("Lines where the label's probability is 0.1, 0.25, 0.5, 0.75 and 0.9."));
    m_opacity->setRange(0, 100);
    m_opacity->setAccessibleName(tr("Opacity of the overlay"));
    m_opacity->setToolTip(tr("How much the overlay covers the picture."));
    m_sentence->setProperty("kind", QStringLiteral("small"));
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_percent->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_percent->setMinimumWidth(fontMetrics().horizontalAdvance(tr("%1 %").arg(100)));
    makeActions();
    arrange();
    connectControls();
    for (const auto signal :
         {&Session::opened, &Session::sliceChanged, &Session::stepsChanged,
          &Session::baseStepChanged, &Session::labelTableChanged, &Session::currentLabelChanged})
        connect(&session, signal, this, &OverlayPanel::refresh);
    refresh();
}

void OverlayPanel::makeActions()
{
    for (const Display& display : displayTable()) {
        if (display.isFirstOfGroup)
            m_display->insertSeparator(m_display->count());
        const auto mode = display.mode;
        m_display->addItem(nameOf(display), static_cast<int>(mode));
        if (*display.key == '\0')
            continue;
        auto* action = makeAction(this, QStringLiteral("show-%1").arg(QLatin1String(display.id)),
                                  tr("Show: %1").arg(nameOf(display)), keysFrom(display.key),
                                  sentenceOf(display));
        connect(action, &QAction::triggered, this, [this, mode] { choose(mode); });
        m_actions << action;
    }
}

void OverlayPanel::arrange()
{
    auto* title = new QLabel(tr("Overlay").toUpper(), this);
    title->setProperty("kind", QStringLiteral("caption"));
    auto* steps = new QHBoxLayout(m_steps);
    steps->setContentsMargins(0, 0, 0, 0);
    steps->addWidget(m_stepA, 1);
    steps->addWidget(new QLabel(QStringLiteral("→"), m_steps));
    steps->addWidget(m_stepB, 1);
    auto* opacity = new QWidget(this);
    auto* row = new QHBoxLayout(opacity);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_opacity, 1);
    row->addWidget(m_percent);

    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    m_title->addWidget(title);
    m_title->addStretch(1);
    int line = 0;
    grid->addLayout(m_title, line++, 0, 1, 2);
    for (QWidget* wide : std::initializer_list<QWidget*>{m_display, m_sentence, m_legend})
        grid->addWidget(wide, line++, 0, 1, 2);
    addNamed(*grid, m_className, m_class);
    addNamed(*grid, m_stepsName, m_steps);
    addNamed(*grid, m_coloursName, m_colours);
    addNamed(*grid, new QLabel(tr("Opacity"), this), opacity);
    grid->addWidget(m_lines, grid->rowCount(), 0, 1, 2);
    m_sentence->setMinimumHeight(2 * m_sentence->fontMetrics().lineSpacing());
}

void OverlayPanel::addNamed(QGridLayout& grid, QLabel* name, QWidget* control)
{
    const int row = grid.rowCount();
    grid.addWidget(name, row, 0);
    grid.addWidget(control, row, 1);
}

void OverlayPanel::connectControls()
{
    const auto tell = [this] {
        refresh();
        Q_EMIT changedByPerson(m_settings);
    };
    connect(m_display, &QComboBox::activated, this, [this](int index) {
        choose(static_cast<OverlayMode>(m_display->itemData(index).toInt()));
    });
    connect(m_class, &QComboBox::activated, this, [this, tell](int index) {
        m_settings.classIndex = m_class->itemData(index).toInt();
        tell();
    });
    connect(m_stepA, &QSpinBox::valueChanged, this, [this, tell](int step) {
        m_settings.stepA = step;
        tell();
    });
    connect(m_stepB, &QSpinBox::valueChanged, this, [this, tell](int step) {
        m_settings.stepB = step;
        tell();
    });
    connect(m_colours, &QComboBox::activated, this, [this, tell](int index) {
        shownColours() = static_cast<ColourMap>(index);
        tell();
    });
    connect(m_lines, &QCheckBox::toggled, this, [this, tell](bool isOn) {
        m_settings.hasLines = isOn;
        tell();
    });
    connect(m_opacity, &QSlider::valueChanged, this, [this, tell](int percent) {
        m_settings.opacity = percent / 100.0;
        tell();
    });
}

void OverlayPanel::choose(OverlayMode mode)
{
    m_settings.mode = mode;
    m_settings.isVisible = true;
    refresh();
    Q_EMIT changedByPerson(m_settings);
}

void OverlayPanel::setSettings(const OverlaySettings& settings)
{
    m_settings = settings;
    refresh();
}

void OverlayPanel::addToTitle(QAction* action)
{
    auto* button = new ActionButton(this);
    button->setDefaultAction(action);
    button->setProperty("kind", QStringLiteral("small"));
    button->setIconSize({14, 14});
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(action->text());
    m_title->addWidget(button);
}

void OverlayPanel::setValue(std::optional<double> value)
{
    m_legend->setValue(value);
}

ColourMap& OverlayPanel::shownColours()
{
    return isDoubt(displayOf(m_settings.mode).scale) ? m_settings.doubtColours
                                                     : m_settings.valueColours;
}

void OverlayPanel::refresh()
{
    refreshDisplays();
    refreshClasses();
    refreshSteps();
    const DisplayScale scale = displayOf(m_settings.mode).scale;
    const ValueRange range = m_session.isOpen() ? shownRange(m_session, m_settings) : ValueRange{};
    m_legend->setDisplay(scale, shownColours(), range);
    const bool hasColours = scale == DisplayScale::Share || isDoubt(scale) || m_settings.hasLines;
    m_coloursName->setVisible(hasColours);
    m_colours->setVisible(hasColours);
    m_colours->setCurrentIndex(static_cast<int>(shownColours()));
    const QSignalBlocker quietLines(m_lines), quietOpacity(m_opacity);
    m_lines->setChecked(m_settings.hasLines);
    const int percent = static_cast<int>(std::lround(m_settings.opacity * 100));
    m_opacity->setValue(percent);
    m_percent->setText(tr("%1 %").arg(percent));
}

// What can't be shown now is greyed and says why.
void OverlayPanel::refreshDisplays()
{
    auto* items = qobject_cast<QStandardItemModel*>(m_display->model());
    for (const Display& display : displayTable()) {
        const int row = m_display->findData(static_cast<int>(display.mode));
        const QString obstacle = displayObstacle(display.mode, m_session);
        items->item(row)->setEnabled(obstacle.isEmpty() || display.mode == m_settings.mode);
        items->item(row)->setToolTip(obstacle.isEmpty()
                                         ? sentenceOf(display)
                                         : tr("%1 Not now: %2").arg(sentenceOf(display), obstacle));
    }
    for (auto* action : m_actions) {
        const auto display = std::ranges::find_if(displayTable(), [action](const Display& each) {
            return action->objectName() == QStringLiteral("show-%1").arg(QLatin1String(each.id));
        });
        describe(*action, sentenceOf(*display), displayObstacle(display->mode, m_session));
    }
    const QString obstacle = displayObstacle(m_settings.mode, m_session);
    const QString sentence = sentenceOf(displayOf(m_settings.mode));
    m_display->setCurrentIndex(m_display->findData(static_cast<int>(m_settings.mode)));
    m_display->setHint(sentence);
    m_sentence->setText(obstacle.isEmpty() ? sentence : tr("Not now: %1").arg(obstacle));
}

void OverlayPanel::refreshClasses()
{
    m_className->setVisible(usesClass(m_settings));
    m_class->setVisible(usesClass(m_settings));
    m_class->clear();
    m_class->addItem(tr("the current one"), 0);
    const int classes = m_session.isOpen() ? m_session.baseMap().classes : 0;
    for (const LabelRow& row : m_session.labelTable().rows)
        if (row.label < classes)
            m_class->addItem(QString::fromStdString(row.name), static_cast<int>(row.label));
    m_class->setCurrentIndex(std::max(m_class->findData(m_settings.classIndex), 0));
}

void OverlayPanel::refreshSteps()
{
    const bool compares = m_settings.mode == OverlayMode::StepDifference;
    m_stepsName->setVisible(compares);
    m_steps->setVisible(compares);
    const int count = m_session.isOpen() ? static_cast<int>(m_session.steps().size()) : 0;
    for (QSpinBox* box : {m_stepA, m_stepB}) {
        const QSignalBlocker quiet(box);
        box->setRange(0, std::max(count, 1));
        box->setSpecialValueText(tr("shown"));
        box->setToolTip(tr("A step, or the one that is shown."));
        box->setValue(box == m_stepA ? m_settings.stepA : m_settings.stepB);
    }
}

} // namespace limn
