#include "ui/view/compare_layer.h"

#include "model/data/compose.h"
#include "ui/figure/hue_mix.h"
#include "ui/figure/map_rows.h"
#include "ui/view/device_grid.h"
#include "ui/view/live_labels.h"
#include "ui/view/overlay_lines.h"
#include "ui/view/theme.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace limn {
namespace {

QString tr(const char* words)
{
    return QCoreApplication::translate("limn", words);
}

} // namespace

QString compareTitle(const CompareSettings& settings)
{
    switch (settings.with) {
    case CompareWith::Picture: return tr("Picture alone");
    case CompareWith::Step: return tr("Step %1").arg(settings.step);
    case CompareWith::OtherRun: return tr("Other run");
    }
    return {};
}

QString compareObstacle(const CompareSettings& settings, const Session& session)
{
    if (!session.isOpen())
        return tr("Open an image first.");
    if (settings.with == CompareWith::Step
        && settings.step > static_cast<int>(session.steps().size()))
        return tr("There is no such step; run the model.");
    if (settings.with == CompareWith::OtherRun && session.mapBefore().isEmpty())
        return tr("There is no other run; run again, or re-run with strokes.");
    return {};
}

CompareLayer::CompareLayer(const Session& session)
    : m_session(session)
{
}

void CompareLayer::setSettings(const CompareSettings& settings)
{
    const bool isSameSide = settings.with == m_settings.with && settings.step == m_settings.step;
    m_settings = settings;
    if (!isSameSide)
        invalidate();
}

void CompareLayer::setOverlay(const OverlaySettings& overlay)
{
    m_overlay = overlay;
    m_cache.invalidate();
}

void CompareLayer::invalidate()
{
    m_labels.clear();
    m_cache.invalidate();
}

const ProbabilityMap* CompareLayer::map() const
{
    if (m_settings.with == CompareWith::Picture || !compareObstacle(m_settings, m_session).isEmpty())
        return nullptr;
    const ProbabilityMap& map = m_settings.with == CompareWith::OtherRun
        ? m_session.mapBefore()
        : m_session.steps()[static_cast<std::size_t>(m_settings.step - 1)]->posterior;
    return map.size == m_session.labels().size ? &map : nullptr;
}

void CompareLayer::compose()
{
    if (!m_labels.empty())
        return;
    const Size size = m_session.labels().size;
    m_labels.resize(size.area());
    composeInto(m_labels, m_session.human().slice(m_session.currentSlice()), *map(),
                m_session.threshold(), size, wholeOf(size));
}

// Labels by their hue; where the overlay shows probabilities, as opaque as they are.
void CompareLayer::paint(int level, Rect box)
{
    const ProbabilityMap& shown = *map();
    const Size size = m_session.labels().size;
    const auto human = m_session.human().slice(m_session.currentSlice());
    const bool hasShares = m_overlay.mode != OverlayMode::Mask && m_overlay.mode != OverlayMode::Who;
    const Hues hues = huesOf(m_session.labelTable());
    const auto opacity = static_cast<float>(m_overlay.opacity);
    const MapRows sampler(shown.size, size, level, box.x, box.width);
    const auto width = static_cast<std::size_t>(box.width);
    std::vector<float> rows(width * static_cast<std::size_t>(shown.classes));
    const int half = (1 << level) >> 1;
    for (int y = box.y; y < box.y + box.height; ++y) {
        auto* out = reinterpret_cast<QRgb*>(m_cache.image().scanLine(y - m_cache.region().y))
            + (box.x - m_cache.region().x);
        if (hasShares) {
            for (int k = 0; k < shown.classes; ++k)
                sampler.read(shown.of(k), y,
                             std::span(rows).subspan(static_cast<std::size_t>(k) * width, width));
            mixHues(rows, shown.classes, hues, opacity, 0, {out, width});
        }
        const int row = std::min((y << level) + half, size.height - 1);
        for (std::size_t i = 0; i < width; ++i) {
            const int column =
                std::min(((box.x + static_cast<int>(i)) << level) + half, size.width - 1);
            const std::size_t pixel =
                static_cast<std::size_t>(row) * static_cast<std::size_t>(size.width)
                + static_cast<std::size_t>(column);
            if (hasShares && human[pixel] == untouched)
                continue;
            const Hue& hue = hues[m_labels[pixel]];
            const float alpha = hue.opacity * opacity * (hasShares ? 1.0F : 0.58F);
            const auto byte = [alpha](float value) { return static_cast<int>(value * alpha + 0.5F); };
            out[i] = qRgba(byte(hue.red), byte(hue.green), byte(hue.blue), byte(255));
        }
    }
}

void CompareLayer::draw(QPainter& painter, const ViewTransform& view, PictureImage& picture,
                        const QRect& canvas, const QRect& exposed, Pixels pixels)
{
    const Size size = m_session.labels().size;
    const int level = mipLevelOf(view);
    const Rect visible = boxAtLevel(view.toImage(QRectF(canvas)), level);
    if (visible.isEmpty() || exposed.isEmpty())
        return;
    painter.save();
    painter.setClipRect(exposed);
    painter.fillRect(exposed, theme().canvas);
    drawRegion(painter, view, size, picture.at(level, visible), exposed, pixels);
    if (map() != nullptr && m_overlay.isVisible) {
        compose();
        if (const Rect box = m_cache.update(visible, level, sizeOfLevel(size, level));
            !box.isEmpty())
            paint(level, box);
        drawRegion(painter, view, size, m_cache, exposed);
        const DeviceGrid grid = deviceGridOf(painter, view, size, exposed, lineReach);
        drawOnGrid(painter, grid,
                   overlayLines(grid, LiveLabels(m_session, m_labels),
                                labelOpacities(m_session.labelTable())));
    }
    painter.restore();
}

} // namespace limn
