// The window's maps: what is drawn over the picture, and what is remembered of it.
#include "ui/view/canvas_area.h"
#include "ui/view/display_table.h"
#include "ui/view/main_window.h"
#include "ui/view/overlay_panel.h"
#include "ui/view/pixel_probe.h"
#include "ui/view/run_controls.h"
#include "ui/view/run_record_dialog.h"
#include "ui/view/timeline.h"

#include <QAction>
#include <QSettings>

#include <algorithm>

namespace limn {

void MainWindow::connectMaps()
{
    addActions(m_overlayPanel->displayActions());
    connect(m_canvas, &CanvasArea::overlayChanged, this, [this] {
        m_overlayPanel->setSettings(m_canvas->overlay());
        keepOverlay();
    });
    connect(m_overlayPanel, &OverlayPanel::changedByPerson, this,
            [this](const OverlaySettings& settings) {
                m_canvas->setOverlay(settings);
                keepOverlay();
            });
    connect(m_controls, &RunControls::presetChosen, this, &MainWindow::chooseOverlay);
    connect(m_canvas, &CanvasArea::hovered, this, [this](const Hover& hover) {
        m_overlayPanel->setValue(hover.value);
        if (hover.isInside)
            m_probe->setPixel({hover.x, hover.y});
    });
    m_overlayPanel->addToTitle(m_canvas->mapsAction());
    m_canvas->showMaps(QSettings().value(QStringLiteral("maps/sideBySide"), false).toBool());
    connect(m_canvas, &CanvasArea::mapsShown, this,
            [](bool isShown) { QSettings().setValue(QStringLiteral("maps/sideBySide"), isShown); });
    connect(m_actions.record, &QAction::triggered, this, &MainWindow::showRecord);
    m_timeline->addControl(m_actions.record);
}

void MainWindow::showRecord()
{
    auto* record = new RunRecordDialog(m_session, this);
    record->setAttribute(Qt::WA_DeleteOnClose);
    record->show();
}

void MainWindow::chooseOverlay(Kernel kernel)
{
    OverlaySettings overlay = m_canvas->overlay();
    if (kernel == Kernel::Ancestral)
        overlay.mode = OverlayMode::State; // the film of a run: noise turns into the mask
    else if (overlay.mode == OverlayMode::State)
        overlay.mode = OverlayMode::Probability;
    m_canvas->setOverlay(overlay);
    m_overlayPanel->setSettings(overlay);
    keepOverlay();
}

void MainWindow::keepOverlay()
{
    const OverlaySettings& overlay = m_canvas->overlay();
    QSettings settings;
    settings.setValue(QStringLiteral("overlay/display"), QLatin1String(displayOf(overlay.mode).id));
    settings.setValue(QStringLiteral("overlay/opacity"), overlay.opacity);
    settings.setValue(QStringLiteral("overlay/lines"), overlay.hasLines);
    settings.setValue(QStringLiteral("overlay/valueColours"),
                      static_cast<int>(overlay.valueColours));
    settings.setValue(QStringLiteral("overlay/doubtColours"),
                      static_cast<int>(overlay.doubtColours));
}

OverlaySettings MainWindow::keptOverlay() const
{
    const QSettings settings;
    OverlaySettings overlay = m_canvas->overlay();
    const auto colours = [&settings](const char* key, ColourMap fallback) {
        const int kept = settings.value(QLatin1String(key), static_cast<int>(fallback)).toInt();
        return static_cast<ColourMap>(std::clamp(kept, 0, 2));
    };
    overlay.mode = displayNamed(settings.value(QStringLiteral("overlay/display")).toString())
                       .value_or(overlay.mode);
    overlay.opacity = std::clamp(
        settings.value(QStringLiteral("overlay/opacity"), overlay.opacity).toDouble(), 0.0, 1.0);
    overlay.hasLines = settings.value(QStringLiteral("overlay/lines"), false).toBool();
    overlay.valueColours = colours("overlay/valueColours", overlay.valueColours);
    overlay.doubtColours = colours("overlay/doubtColours", overlay.doubtColours);
    return overlay;
}

} // namespace limn
