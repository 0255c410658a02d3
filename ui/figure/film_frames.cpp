#include "ui/figure/film_frames.h"

#include "ui/figure/figure_theme.h"
#include "ui/figure/panel_drawing.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace limn {
namespace {

int even(int value)
{
    return value + value % 2;
}

class FilmPainter {
public:
    FilmPainter(const FigureInput& input, const FilmPlan& plan)
        : m_input(input)
        , m_plan(plan)
        , m_panel(std::max(1, static_cast<int>(std::lround(plan.heightPx * aspectOf(input)))),
                  plan.heightPx)
        , m_font(std::clamp(plan.heightPx / 30, 9, 48))
        , m_pictures(input, plan.style, m_panel)
    {
        const int panels = static_cast<int>(plan.panels.size()) + (plan.hasPicture ? 1 : 0);
        const int words = plan.style.hasCaptions ? 2 * m_font : 0;
        m_size = QSize(even(panels * m_panel.width() + (panels - 1) * gap),
                       even(m_panel.height() + words));
    }

    // `index` from 0; the one after the last step is the mask.
    QImage frame(int index) const
    {
        QImage image(m_size, QImage::Format_RGB32);
        if (image.isNull())
            return image;
        image.fill(on_film::back);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setFont(figureFont(m_font));
        const bool isMask = index == static_cast<int>(m_input.steps.size());
        const Step* const step =
            isMask ? nullptr : m_input.steps[static_cast<std::size_t>(index)].get();
        int x = 0;
        const auto add = [&](const PanelContent& content) {
            const QRectF box(x, 0, m_panel.width(), m_panel.height());
            drawContent(painter, box, content, m_input.slice->size,
                        std::max(1.0, m_plan.heightPx / 400.0), 1);
            if (x == 0 && m_plan.style.hasScaleBar)
                drawScaleBar(painter, box, m_input, m_font);
            x += m_panel.width() + gap;
        };
        if (m_plan.hasPicture)
            add({m_pictures.picture(), {}});
        for (const FigureMap map : m_plan.panels)
            add(step ? stepContent(m_pictures, map, *step, m_plan.style)
                     : maskContent(m_pictures, m_plan.style));
        if (m_plan.style.hasCaptions)
            drawCaption(painter, index);
        return image;
    }

private:
    static constexpr int gap = 4;

    // What is shown, over a line that fills from step to step.
    void drawCaption(QPainter& painter, int index) const
    {
        const int steps = static_cast<int>(m_input.steps.size());
        const QRectF box(0, m_panel.height(), m_size.width(), m_size.height() - m_panel.height());
        painter.setPen(on_film::text);
        const FigureColumn column = index < steps
            ? FigureColumn{FigureColumn::Kind::Step, index + 1}
            : FigureColumn{FigureColumn::Kind::Mask, 0};
        QStringList texts = captionsOf(column, m_input);
        if (index < steps && m_plan.panels.size() > 1) {
            QStringList names;
            for (const FigureMap map : m_plan.panels)
                names << captionOf(map);
            texts.prepend(texts.front() + QStringLiteral(" · ")
                          + names.join(QStringLiteral(" | ")));
        }
        drawFittingWords(painter, box, texts);
        const double thickness = std::max(2.0, m_font / 6.0);
        const QRectF track(0, box.top(), box.width(), thickness);
        painter.fillRect(track, on_film::track);
        painter.fillRect(QRectF(track.left(), track.top(),
                                track.width() * std::min(index + 1, steps) / steps, thickness),
                         on_film::mark);
    }

    const FigureInput& m_input;
    const FilmPlan& m_plan;
    QSize m_panel;
    int m_font;
    PanelPictures m_pictures;
    QSize m_size;
};

} // namespace

Result<std::vector<QImage>> filmFrames(const FigureInput& input, const FilmPlan& plan,
                                       std::stop_token stop,
                                       const std::function<void(int done, int total)>& progress)
{
    if (const auto good = checked(plan, input); !good)
        return std::unexpected(good.error());
    const FilmPainter painter(input, plan);
    const int total = static_cast<int>(input.steps.size()) + 1;
    std::vector<QImage> frames;
    for (int i = 0; i < total; ++i) {
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled, "");
        frames.push_back(painter.frame(i));
        if (frames.back().isNull())
            return fail(ErrorCode::OutOfMemory, "animation");
        if (progress)
            progress(i + 1, total);
    }
    return frames;
}

} // namespace limn
