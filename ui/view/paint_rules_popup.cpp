#include "ui/view/paint_rules_popup.h"

#include "ui/view/choice_box.h"
#include "ui/view/theme.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace limn {
namespace {

constexpr double widest = 1e7; // of a modality value

QDoubleSpinBox* numberBox(const QString& name, double least, double most, QWidget* parent)
{
    auto* box = new QDoubleSpinBox(parent);
    box->setAccessibleName(name);
    box->setRange(least, most);
    box->setDecimals(2);
    box->setSingleStep(most <= 1 ? 0.05 : 1);
    box->setKeyboardTracking(false);
    box->setMaximumWidth(104);
    return box;
}

QCheckBox* rule(const QString& text, const QString& sentence, QWidget* parent)
{
    auto* box = new QCheckBox(text, parent);
    box->setAccessibleName(text);
    box->setToolTip(sentence);
    return box;
}

} // namespace

QString ruleWords(const PaintRules& rules, const LabelTable& labels)
{
    QStringList words;
    const QLocale locale;
    if (rules.hasProbability)
        words << PaintRulesPopup::tr("p > %1").arg(locale.toString(rules.leastProbability, 'f', 2));
    if (rules.hasRange)
        words << PaintRulesPopup::tr("%1 to %2").arg(locale.toString(rules.lowest, 'g', 5),
                                                     locale.toString(rules.highest, 'g', 5));
    if (rules.hasLabel) {
        const LabelRow* row = labels.find(rules.insideLabel);
        words << (row != nullptr
                      ? PaintRulesPopup::tr("in %1").arg(QString::fromStdString(row->name))
                      : PaintRulesPopup::tr("in background"));
    }
    return words.join(QStringLiteral(", "));
}

PaintRulesPopup::PaintRulesPopup(Session& session, QWidget* parent)
    : QFrame(parent, Qt::Popup)
    , m_session(session)
    , m_probability(rule(tr("Only where p is above"),
                         tr("Where the model gives the current label at least this probability."),
                         this))
    , m_least(numberBox(tr("Least probability"), 0, 1, this))
    , m_range(rule(tr("Only where the value is from"),
                   tr("Values as in the file: Hounsfield units of a CT, grey levels of a picture."),
                   this))
    , m_low(numberBox(tr("Lowest value"), -widest, widest, this))
    , m_high(numberBox(tr("Highest value"), -widest, widest, this))
    , m_inside(rule(tr("Only inside"), tr("Where this label is shown now."), this))
    , m_label(new ChoiceBox(150, this))
    , m_none(new QPushButton(tr("Anywhere"), this))
    , m_brushRows(new QWidget(this))
    , m_onScreen(rule(tr("Size in pixels of the screen"),
                      tr("The brush keeps its size on the screen: zoom in to paint finer."),
                      m_brushRows))
    , m_pressure(rule(tr("A pen's pressure makes it smaller"),
                      tr("With a pen tablet: the harder, the wider, up to the size."), m_brushRows))
{
    setProperty("kind", QStringLiteral("card"));
    setAccessibleName(tr("Where to paint"));
    makeRows();
    connectControls();
}

void PaintRulesPopup::makeRows()
{
    auto* fromWindow = new QPushButton(tr("From the window"), this);
    fromWindow->setAccessibleName(tr("Range from the display window"));
    fromWindow->setToolTip(tr("Takes the grey levels that are not shown black or white."));
    connect(fromWindow, &QPushButton::clicked, this, &PaintRulesPopup::takeWindowRange);
    m_label->setAccessibleName(tr("Label to stay inside"));
    m_none->setAccessibleName(tr("Paint anywhere"));
    m_none->setToolTip(tr("Takes all three rules away. Locked labels hold all the same."));

    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(6);
    grid->addWidget(m_probability, 0, 0);
    grid->addWidget(m_least, 0, 1);
    grid->addWidget(m_range, 1, 0);
    grid->addWidget(m_low, 1, 1);
    auto* to = new QLabel(tr("to"), this);
    to->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    to->setBuddy(m_high);
    grid->addWidget(to, 2, 0);
    grid->addWidget(m_high, 2, 1);
    grid->addWidget(fromWindow, 3, 1);
    grid->addWidget(m_inside, 4, 0);
    grid->addWidget(m_label, 4, 1);
    grid->addWidget(m_none, 5, 1);

    auto* brush = new QVBoxLayout(m_brushRows);
    brush->setContentsMargins(0, 8, 0, 0);
    brush->addWidget(m_onScreen);
    brush->addWidget(m_pressure);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(measure::panelMargin, measure::panelMargin, measure::panelMargin,
                               measure::panelMargin);
    column->addLayout(grid);
    column->addWidget(m_brushRows);
}

void PaintRulesPopup::connectControls()
{
    for (QCheckBox* box : {m_probability, m_range, m_inside, m_onScreen, m_pressure})
        connect(box, &QCheckBox::toggled, this, &PaintRulesPopup::take);
    for (QDoubleSpinBox* box : {m_least, m_low, m_high})
        connect(box, &QDoubleSpinBox::valueChanged, this, &PaintRulesPopup::take);
    connect(m_label, &QComboBox::currentIndexChanged, this, &PaintRulesPopup::take);
    connect(m_none, &QPushButton::clicked, this, [this] {
        ToolSettings settings = m_settings;
        settings.rules.hasProbability = settings.rules.hasRange = settings.rules.hasLabel = false;
        setSettings(settings, !m_brushRows->isHidden());
        Q_EMIT changedByPerson(m_settings);
    });
}

void PaintRulesPopup::listLabels()
{
    m_label->clear();
    m_label->addItem(tr("Background"), int{background});
    for (const LabelRow& row : m_session.labelTable().rows)
        m_label->addItem(QString::fromStdString(row.name), int{row.label});
}

void PaintRulesPopup::setSettings(const ToolSettings& settings, bool hasBrush)
{
    m_isShowing = true;
    m_settings = settings;
    listLabels();
    const PaintRules& rules = settings.rules;
    m_probability->setChecked(rules.hasProbability);
    m_least->setValue(rules.leastProbability);
    m_range->setChecked(rules.hasRange);
    m_low->setValue(rules.lowest);
    m_high->setValue(rules.highest);
    m_inside->setChecked(rules.hasLabel);
    m_label->setCurrentIndex(std::max(0, m_label->findData(int{rules.insideLabel})));
    m_onScreen->setChecked(settings.sizeUnit == SizeUnit::Screen);
    m_pressure->setChecked(settings.hasPressure);
    m_brushRows->setVisible(hasBrush);
    enableRows();
    m_isShowing = false;
}

void PaintRulesPopup::enableRows()
{
    const bool hasMap = m_session.isOpen() && !m_session.baseMap().isEmpty();
    m_probability->setEnabled(hasMap || m_probability->isChecked());
    m_probability->setToolTip(
        hasMap ? tr("Where the model gives the current label at least this probability.")
               : tr("Run the model first: then there are probabilities."));
    m_least->setEnabled(m_probability->isChecked());
    m_low->setEnabled(m_range->isChecked());
    m_high->setEnabled(m_range->isChecked());
    m_label->setEnabled(m_inside->isChecked());
    m_none->setEnabled(m_settings.rules.isAny());
}

void PaintRulesPopup::take()
{
    if (m_isShowing)
        return;
    PaintRules& rules = m_settings.rules;
    rules.hasProbability = m_probability->isChecked();
    rules.leastProbability = m_least->value();
    rules.hasRange = m_range->isChecked();
    rules.lowest = m_low->value();
    rules.highest = m_high->value();
    rules.hasLabel = m_inside->isChecked();
    rules.insideLabel = static_cast<Label>(m_label->currentData().toInt());
    m_settings.sizeUnit = m_onScreen->isChecked() ? SizeUnit::Screen : SizeUnit::Picture;
    m_settings.hasPressure = m_pressure->isChecked();
    enableRows();
    Q_EMIT changedByPerson(m_settings);
}

void PaintRulesPopup::takeWindowRange()
{
    const DisplayWindow window = m_session.window();
    ToolSettings settings = m_settings;
    settings.rules.hasRange = true;
    settings.rules.lowest = window.level - window.width / 2;
    settings.rules.highest = window.level + window.width / 2;
    setSettings(settings, !m_brushRows->isHidden());
    Q_EMIT changedByPerson(m_settings);
}

void PaintRulesPopup::openUnder(const QWidget& button)
{
    adjustSize();
    const QRect space = button.screen()->availableGeometry();
    QPoint place = button.mapToGlobal(QPoint(0, button.height() + 6));
    place.setX(std::clamp(place.x(), space.left(), std::max(space.left(), space.right() - width())));
    move(place);
    show();
    m_probability->setFocus();
}

} // namespace limn
