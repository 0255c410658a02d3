#include "ui/view/overlay_panel.h"

#include "ui/view/segmented.h"
#include "ui/view/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QSlider>

#include <cmath>

namespace limn {
namespace {

std::vector<Segmented::Segment> modes()
{
    return {
        {OverlayPanel::tr("Mask"), OverlayPanel::tr("Show the mask"),
         OverlayPanel::tr("The mask as it is exported, with its outline.")},
        {OverlayPanel::tr("Prob"), OverlayPanel::tr("Show the probability"),
         OverlayPanel::tr("How probable the label is at each pixel.")},
        {OverlayPanel::tr("Doubt"), OverlayPanel::tr("Show the doubt"),
         OverlayPanel::tr("Where the model is unsure (entropy).")},
        {OverlayPanel::tr("State"), OverlayPanel::tr("Show the state"),
         OverlayPanel::tr("What the chain holds at this step: noise that turns into the mask.")},
        {OverlayPanel::tr("Changed"), OverlayPanel::tr("Show what changed"),
         OverlayPanel::tr("Pixels whose label changed since the step before.")}};
}

std::vector<Segmented::Segment> maps()
{
    return {{OverlayPanel::tr("Both"), OverlayPanel::tr("Both maps together"),
             OverlayPanel::tr("The answer: both maps combined by Bayes' rule.")},
            {OverlayPanel::tr("S"), OverlayPanel::tr("Semantic map"),
             OverlayPanel::tr("The semantic (discriminative) map alone.")},
            {OverlayPanel::tr("G"), OverlayPanel::tr("Generative map"),
             OverlayPanel::tr("The generative map alone.")}};
}

} // namespace

OverlayPanel::OverlayPanel(QWidget* parent)
    : QFrame(parent)
    , m_mode(new Segmented(tr("Overlay"), modes(), this))
    , m_map(new Segmented(tr("Map"), maps(), this))
    , m_opacity(new QSlider(Qt::Horizontal, this))
    , m_percent(new QLabel(this))
{
    auto* title = new QLabel(tr("Overlay").toUpper(), this);
    title->setProperty("kind", QStringLiteral("caption"));
    m_opacity->setRange(0, 100);
    m_opacity->setAccessibleName(tr("Opacity of the overlay"));
    m_opacity->setToolTip(tr("How much the overlay covers the picture."));
    m_percent->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_percent->setMinimumWidth(fontMetrics().horizontalAdvance(tr("%1 %").arg(100)));

    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(8);
    grid->addWidget(title, 0, 0, 1, 3);
    grid->addWidget(m_mode, 1, 0, 1, 3);
    grid->addWidget(new QLabel(tr("Opacity"), this), 2, 0);
    grid->addWidget(m_opacity, 2, 1);
    grid->addWidget(m_percent, 2, 2);
    grid->addWidget(new QLabel(tr("Map"), this), 3, 0);
    grid->addWidget(m_map, 3, 1, 1, 2);
    grid->setColumnStretch(1, 1);

    connect(m_mode, &Segmented::chosenByPerson, this, [this](int mode) {
        m_settings.mode = static_cast<OverlayMode>(mode);
        m_settings.isVisible = true;
        refresh();
        Q_EMIT changedByPerson(m_settings);
    });
    connect(m_map, &Segmented::chosenByPerson, this, [this](int map) {
        m_settings.map = static_cast<OverlayMap>(map);
        Q_EMIT changedByPerson(m_settings);
    });
    connect(m_opacity, &QSlider::valueChanged, this, [this](int percent) {
        m_settings.opacity = percent / 100.0;
        m_percent->setText(tr("%1 %").arg(percent));
        Q_EMIT changedByPerson(m_settings);
    });
    refresh();
}

void OverlayPanel::setSettings(const OverlaySettings& settings)
{
    m_settings = settings;
    refresh();
}

void OverlayPanel::refresh()
{
    m_mode->setChosen(static_cast<int>(m_settings.mode));
    m_map->setChosen(static_cast<int>(m_settings.map));
    const bool usesMap = m_settings.mode == OverlayMode::Probability;
    m_map->setObstacle(usesMap ? QString() : tr("Only the display \"Prob\" has a choice of maps."));
    const QSignalBlocker quiet(m_opacity);
    const int percent = static_cast<int>(std::lround(m_settings.opacity * 100));
    m_opacity->setValue(percent);
    m_percent->setText(tr("%1 %").arg(percent));
}

} // namespace limn
