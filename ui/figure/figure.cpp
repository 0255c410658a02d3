#include "ui/figure/figure.h"

#include "ui/figure/figure_layout.h"
#include "ui/figure/figure_legend.h"
#include "ui/figure/figure_theme.h"
#include "ui/figure/panel_drawing.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QSvgGenerator>

#include <cmath>

namespace limn {
namespace {

constexpr double unitsPerInch = 25.4 * figureUnitsPerMm;

class FigurePainter {
public:
    FigurePainter(const FigureInput& input, const FigurePlan& plan, const FigureLayout& layout)
        : m_input(input)
        , m_plan(plan)
        , m_layout(layout)
    {
    }

    Result<void> paint(QPainter& painter, const std::stop_token& stop) const
    {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.fillRect(QRectF(QPointF(), m_layout.size), on_paper::paper);
        painter.setFont(figureFont(m_layout.fontUnits));
        for (std::size_t i = 0; i < m_layout.panels.size(); ++i) {
            if (stop.stop_requested())
                return fail(ErrorCode::Cancelled, "");
            drawPanel(painter, m_layout.panels[i], i == scalePanel());
        }
        painter.setPen(on_paper::text);
        drawColumnCaptions(painter);
        drawRowCaptions(painter);
        if (!m_layout.legend.isEmpty())
            drawLegend(painter, m_layout.legend, m_layout.fontUnits, m_plan, m_input);
        return {};
    }

private:
    // The largest has the most room for the scale bar; of equal ones the first.
    std::size_t scalePanel() const
    {
        std::size_t largest = 0;
        for (std::size_t i = 1; i < m_layout.panels.size(); ++i)
            if (m_layout.panels[i].box.height() > 1.01 * m_layout.panels[largest].box.height())
                largest = i;
        return largest;
    }

    void drawPanel(QPainter& painter, const FigurePanel& panel, bool hasScaleBar) const
    {
        const double dots = m_plan.dpi / unitsPerInch;
        const QSize wanted(static_cast<int>(std::lround(panel.box.width() * dots)),
                           static_cast<int>(std::lround(panel.box.height() * dots)));
        const PanelPictures pictures(m_input, m_plan.style, wanted);
        const Step* const step = panel.column.kind == FigureColumn::Kind::Step
            ? m_input.steps[static_cast<std::size_t>(panel.column.step - 1)].get()
            : nullptr;
        const auto map =
            panel.row < 0 ? FigureMap::Posterior : m_plan.rows[static_cast<std::size_t>(panel.row)];
        PanelContent content = step ? stepContent(pictures, map, *step, m_plan.style)
            : panel.column.kind == FigureColumn::Kind::Mask ? maskContent(pictures, m_plan.style)
                                                            : PanelContent{pictures.picture(), {}};
        drawContent(painter, panel.box, content, m_input.slice->size, lineWidth(), dots);
        if (hasScaleBar && m_plan.style.hasScaleBar)
            drawScaleBar(painter, panel.box, m_input, m_layout.fontUnits);
    }

    double lineWidth() const { return m_layout.fontUnits * 0.075; } // 0.5 pt at 7 pt

    void drawColumnCaptions(QPainter& painter) const
    {
        for (std::size_t i = 0; i < m_layout.columnCaptions.size(); ++i) {
            const QRectF& box = m_layout.columnCaptions[i];
            drawFittingWords(painter, box, captionsOf(m_plan.columns[i], m_input));
        }
    }

    void drawRowCaptions(QPainter& painter) const
    {
        for (std::size_t i = 0; i < m_layout.rowCaptions.size(); ++i) {
            const QRectF& box = m_layout.rowCaptions[i];
            painter.save();
            painter.translate(box.left(), box.bottom());
            painter.rotate(-90);
            drawFittingWords(painter, QRectF(0, 0, box.height(), box.width()),
                             {captionOf(m_plan.rows[i])});
            painter.restore();
        }
    }

    const FigureInput& m_input;
    const FigurePlan& m_plan;
    const FigureLayout& m_layout;
};

} // namespace

Result<QImage> figureImage(const FigureInput& input, const FigurePlan& plan, std::stop_token stop)
{
    if (const auto good = checked(plan, input); !good)
        return std::unexpected(good.error());
    const double dots = plan.dpi / unitsPerInch;
    const auto layout = layoutOf(plan, aspectOf(input), 1 / dots);
    if (!layout)
        return std::unexpected(layout.error());
    QImage image(static_cast<int>(std::lround(layout->size.width() * dots)),
                 static_cast<int>(std::lround(layout->size.height() * dots)), QImage::Format_RGB32);
    if (image.isNull())
        return fail(ErrorCode::OutOfMemory, "figure");
    image.fill(on_paper::paper);
    QPainter painter(&image);
    painter.scale(dots, dots);
    if (const auto done = FigurePainter(input, plan, *layout).paint(painter, stop); !done)
        return std::unexpected(done.error());
    return image;
}

Result<QByteArray> figureSvg(const FigureInput& input, const FigurePlan& plan, std::stop_token stop)
{
    if (const auto good = checked(plan, input); !good)
        return std::unexpected(good.error());
    const auto layout = layoutOf(plan, aspectOf(input), 1);
    if (!layout)
        return std::unexpected(layout.error());
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(static_cast<int>(unitsPerInch));
    generator.setSize(layout->size.toSize());
    generator.setViewBox(QRectF(QPointF(), layout->size));
    generator.setTitle(QStringLiteral("Limn"));
    QPainter painter(&generator);
    const auto done = FigurePainter(input, plan, *layout).paint(painter, stop);
    painter.end();
    if (!done)
        return std::unexpected(done.error());
    return buffer.data();
}

} // namespace limn
