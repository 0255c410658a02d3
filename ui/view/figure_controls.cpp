#include "ui/view/figure_controls.h"

#include "ui/view/choice_box.h"
#include "ui/view/text_field.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QRegularExpression>
#include <QSettings>
#include <QSpinBox>

#include <algorithm>

namespace limn {
namespace {

struct MapWords {
    QString text, sentence;
};

MapWords wordsOf(FigureMap map)
{
    switch (map) {
    case FigureMap::Film:
        return {FigureControls::tr("State to posterior"),
                FigureControls::tr("The state, fading into the posterior as the noise goes.")};
    case FigureMap::State:
        return {FigureControls::tr("State"),
                FigureControls::tr("What the chain holds: noise at first.")};
    case FigureMap::Posterior:
        return {FigureControls::tr("Posterior"),
                FigureControls::tr("The mask as it would be after the step.")};
    case FigureMap::Semantic:
        return {FigureControls::tr("Semantic"), FigureControls::tr("The semantic map alone.")};
    case FigureMap::Generative:
        return {FigureControls::tr("Generative"), FigureControls::tr("The generative map alone.")};
    case FigureMap::Entropy:
        return {FigureControls::tr("Entropy"), FigureControls::tr("Where the model is unsure.")};
    }
    return {};
}

QString textOf(const std::vector<FigureColumn>& columns)
{
    QStringList steps;
    for (const FigureColumn& column : columns)
        if (column.kind == FigureColumn::Kind::Step)
            steps << QString::number(column.step);
    return steps.join(QStringLiteral(", "));
}

} // namespace

FigureControls::FigureControls(FigureKind kind, const FigureOffer& offer, QWidget* parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_offer(offer)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, 1);
    addColumns();
    addMaps();
    addLooks();
    addSizes();
    restore();
}

void FigureControls::addCaption(const QString& text)
{
    m_cell += m_cell % 2;
    if (m_cell > 0)
        m_grid->setRowMinimumHeight(m_cell / 2, 0);
    auto* label = new QLabel(text.toUpper(), this);
    label->setProperty("kind", QStringLiteral("caption"));
    if (m_cell > 0)
        label->setContentsMargins(0, 8, 0, 0);
    m_grid->addWidget(label, m_cell / 2, 0, 1, 2);
    m_cell += 2;
}

QCheckBox* FigureControls::addCheck(const QString& name, const QString& text,
                                    const QString& sentence)
{
    auto* check = new QCheckBox(text, this);
    check->setObjectName(name);
    check->setAccessibleName(text);
    check->setToolTip(sentence);
    check->setChecked(true);
    m_grid->addWidget(check, m_cell / 2, m_cell % 2);
    ++m_cell;
    connect(check, &QCheckBox::toggled, this, &FigureControls::changed);
    return check;
}

QSpinBox* FigureControls::addNumber(const QString& name, const QString& text, int low, int high,
                                    int usual, const QString& suffix)
{
    auto* number = new QSpinBox(this);
    number->setObjectName(name);
    number->setAccessibleName(text);
    number->setRange(low, high);
    number->setValue(usual);
    number->setSuffix(suffix);
    auto* label = new QLabel(text, this);
    label->setBuddy(number);
    m_cell += m_cell % 2;
    m_grid->addWidget(label, m_cell / 2, 0);
    m_grid->addWidget(number, m_cell / 2, 1);
    m_cell += 2;
    connect(number, &QSpinBox::valueChanged, this, &FigureControls::changed);
    return number;
}

void FigureControls::addColumns()
{
    addCaption(m_kind == FigureKind::Figure ? tr("Columns") : tr("Beside the steps"));
    m_picture =
        addCheck(QStringLiteral("picture"), tr("Image"), tr("The image without anything on it."));
    if (m_kind == FigureKind::Animation)
        return;
    m_mask = addCheck(QStringLiteral("mask"), tr("Mask"),
                      tr("The mask as it is exported, with what you drew."));
    m_steps = new TextField(this);
    m_steps->setObjectName(QStringLiteral("steps"));
    m_steps->setAccessibleName(tr("Steps that are shown"));
    m_steps->setToolTip(tr("Numbers of steps, from left to right: 1, 4, 7, 10."));
    m_steps->setEnabled(m_offer.steps > 0);
    if (m_offer.steps == 0)
        m_steps->setToolTip(tr("Run the model to have steps."));
    auto* label =
        new QLabel(m_offer.steps > 0 ? tr("Steps (of %1)").arg(m_offer.steps) : tr("Steps"), this);
    label->setBuddy(m_steps);
    m_cell += m_cell % 2;
    m_grid->addWidget(label, m_cell / 2, 0);
    m_grid->addWidget(m_steps, m_cell / 2, 1);
    m_cell += 2;
    connect(m_steps, &QLineEdit::textChanged, this, &FigureControls::changed);
}

void FigureControls::addMaps()
{
    if (m_offer.steps == 0)
        return;
    addCaption(m_kind == FigureKind::Figure ? tr("Rows") : tr("Panels"));
    for (const FigureMap map : m_offer.maps) {
        const MapWords words = wordsOf(map);
        const std::string_view name = nameOf(map);
        m_maps.emplace_back(
            map,
            addCheck(QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size())),
                     words.text, words.sentence));
    }
}

void FigureControls::addLooks()
{
    addCaption(tr("Looks"));
    m_colours = new ChoiceBox(280, this);
    m_colours->setObjectName(QStringLiteral("colours"));
    m_colours->setAccessibleName(tr("Colours of the maps"));
    m_colours->addItem(tr("Labels' colours over the image"));
    for (const QString& name : m_offer.classes)
        m_colours->addItem(tr("Values of %1, without the image").arg(name));
    m_colours->setHint(
        tr("Each label's colour, as strong as it is probable; or one label's probability as a "
           "colour map."));
    m_grid->addWidget(m_colours, m_cell / 2, 0, 1, 2);
    m_cell += 2;
    m_contour = addCheck(QStringLiteral("contour"), tr("Contour"),
                         tr("A line around the mask, and around the posterior at the threshold."));
    m_captions = addCheck(QStringLiteral("captions"), tr("Captions"), tr("What each panel shows."));
    m_scaleBar = addCheck(QStringLiteral("scaleBar"), tr("Scale bar"),
                          tr("In millimetres where the image says its spacing, else in pixels."));
    if (m_kind == FigureKind::Figure)
        m_colourBar =
            addCheck(QStringLiteral("colourBar"), tr("Colour bar"), tr("What the colours mean."));
    connect(m_colours, &QComboBox::currentIndexChanged, this, &FigureControls::changed);
}

void FigureControls::addSizes()
{
    addCaption(tr("Size"));
    if (m_kind == FigureKind::Figure) {
        const FigurePlan usual;
        m_numbers = {
            addNumber(QStringLiteral("width"), tr("Width"), 20, 1000,
                      static_cast<int>(usual.widthMm), tr(" mm")),
            addNumber(QStringLiteral("dpi"), tr("Resolution"), 50, 1200, usual.dpi, tr(" dpi")),
            addNumber(QStringLiteral("font"), tr("Font"), 4, 24, static_cast<int>(usual.fontPt),
                      tr(" pt"))};
        return;
    }
    const FilmPlan usual;
    m_numbers = {addNumber(QStringLiteral("height"), tr("Height of a panel"), 64, 2160,
                           usual.heightPx, tr(" px")),
                 addNumber(QStringLiteral("stepTime"), tr("Time of a step"), 20, 10000,
                           usual.stepMs, tr(" ms")),
                 addNumber(QStringLiteral("lastTime"), tr("Time of the mask"), 20, 20000,
                           usual.lastMs, tr(" ms"))};
}

QString FigureControls::key(const QString& name) const
{
    return (m_kind == FigureKind::Figure ? QStringLiteral("figure/") : QStringLiteral("animation/"))
        + name;
}

// A figure begins with state and posterior; an animation each time with what the canvas shows.
void FigureControls::restore()
{
    const QSettings settings;
    for (auto* check : findChildren<QCheckBox*>()) {
        const bool isUsual = check != m_picture || m_kind == FigureKind::Figure;
        check->setChecked(settings.value(key(check->objectName()), isUsual).toBool());
    }
    const QStringList kept = m_kind == FigureKind::Figure
        ? settings.value(key(QStringLiteral("maps"))).toStringList()
        : QStringList();
    for (const auto& [map, check] : m_maps) {
        const bool isUsual = m_kind == FigureKind::Figure
            ? map == FigureMap::State || map == FigureMap::Posterior
            : map == m_offer.shown;
        check->setChecked(kept.isEmpty() ? isUsual : kept.contains(check->objectName()));
    }
    for (auto* number : m_numbers)
        number->setValue(settings.value(key(number->objectName()), number->value()).toInt());
    const bool isOfValues = settings.value(key(QStringLiteral("isOfValues")), false).toBool();
    const int classAlone = m_offer.classAlone > 0 ? m_offer.classAlone : isOfValues ? 1 : 0;
    m_colours->setCurrentIndex(std::min(classAlone, m_colours->count() - 1));
    if (m_steps) // kept only for runs of as many steps
        m_steps->setText(settings
                             .value(key(QStringLiteral("steps%1").arg(m_offer.steps)),
                                    textOf(usualColumns(m_offer.steps)))
                             .toString());
}

void FigureControls::keep() const
{
    QSettings settings;
    QStringList maps;
    for (const auto& [map, check] : m_maps)
        if (check->isChecked())
            maps << check->objectName();
    if (!m_maps.empty() && m_kind == FigureKind::Figure)
        settings.setValue(key(QStringLiteral("maps")), maps);
    for (const auto* check : {m_picture, m_mask, m_contour, m_captions, m_scaleBar, m_colourBar})
        if (check)
            settings.setValue(key(check->objectName()), check->isChecked());
    for (const auto* number : m_numbers)
        settings.setValue(key(number->objectName()), number->value());
    settings.setValue(key(QStringLiteral("isOfValues")), m_colours->currentIndex() > 0);
    if (m_steps && m_offer.steps > 0)
        settings.setValue(key(QStringLiteral("steps%1").arg(m_offer.steps)), m_steps->text());
}

FigureStyle FigureControls::style() const
{
    FigureStyle style;
    style.opacity = m_offer.opacity;
    style.valueColours = m_offer.valueColours;
    style.doubtColours = m_offer.doubtColours;
    if (m_colours->currentIndex() > 0) {
        style.colours = FigureColours::Values;
        style.classIndex = m_colours->currentIndex();
    }
    style.hasContour = m_contour->isChecked();
    style.hasCaptions = m_captions->isChecked();
    style.hasScaleBar = m_scaleBar->isChecked();
    style.hasColourBar = m_colourBar && m_colourBar->isChecked();
    return style;
}

std::vector<FigureMap> FigureControls::chosenMaps() const
{
    std::vector<FigureMap> maps;
    for (const auto& [map, check] : m_maps)
        if (check->isChecked())
            maps.push_back(map);
    return maps;
}

std::vector<FigureColumn> FigureControls::columns() const
{
    std::vector<FigureColumn> columns;
    if (m_picture->isChecked())
        columns.push_back({FigureColumn::Kind::Picture, 0});
    static const QRegularExpression between(QStringLiteral("[^0-9]+"));
    if (m_steps && m_offer.steps > 0)
        for (const QString& number : m_steps->text().split(between, Qt::SkipEmptyParts))
            columns.push_back({FigureColumn::Kind::Step, number.toInt()});
    if (m_mask && m_mask->isChecked())
        columns.push_back({FigureColumn::Kind::Mask, 0});
    return columns;
}

FigurePlan FigureControls::figure() const
{
    FigurePlan plan;
    plan.columns = columns();
    plan.rows = chosenMaps();
    plan.style = style();
    plan.widthMm = m_numbers[0]->value();
    plan.dpi = m_numbers[1]->value();
    plan.fontPt = m_numbers[2]->value();
    return plan;
}

FilmPlan FigureControls::film() const
{
    FilmPlan plan;
    plan.panels = chosenMaps();
    plan.hasPicture = m_picture->isChecked();
    plan.style = style();
    plan.heightPx = m_numbers[0]->value();
    plan.stepMs = m_numbers[1]->value();
    plan.lastMs = m_numbers[2]->value();
    return plan;
}

QString FigureControls::obstacle() const
{
    const auto isStep = [](const FigureColumn& column) {
        return column.kind == FigureColumn::Kind::Step;
    };
    if (m_kind == FigureKind::Animation)
        return chosenMaps().empty() ? tr("Tick at least one panel.") : QString();
    const auto shown = columns();
    if (shown.empty())
        return tr("Tick the image or the mask, or name a step.");
    for (const FigureColumn& column : shown)
        if (isStep(column) && (column.step < 1 || column.step > m_offer.steps))
            return tr("There is no step %1: the run has %2.").arg(column.step).arg(m_offer.steps);
    if (std::ranges::any_of(shown, isStep) && chosenMaps().empty())
        return tr("Tick at least one row for the steps.");
    return {};
}

} // namespace limn
