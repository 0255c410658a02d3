#include "app/figuring.h"

#include "app/figure_files.h"
#include "app/image_folder.h"
#include "io/film/mp4.h"
#include "ui/figure/figure.h"
#include "ui/figure/film_frames.h"
#include "ui/figure/panel_pictures.h"
#include "ui/session/error_text.h"
#include "ui/view/canvas_area.h"
#include "ui/view/figure_dialog.h"
#include "ui/view/main_window.h"

#include <QDir>
#include <QSettings>

#include <algorithm>
#include <cmath>

namespace limn {
namespace {

std::shared_ptr<const FigureInput> inputOf(const Session& session)
{
    const Volume& volume = *session.volume();
    auto input = std::make_shared<FigureInput>();
    input->slice = volume.slices[static_cast<std::size_t>(session.currentSlice())];
    input->window = session.window();
    input->formula = greyFormulaOf(volume, session.window());
    input->isInverted = volume.isInverted;
    input->geometry = volume.geometry;
    input->steps = session.steps();
    const auto labels = session.labels().slice(session.currentSlice());
    input->labels.assign(labels.begin(), labels.end());
    input->table = session.labelTable();
    input->threshold = session.threshold();
    return input;
}

FigureMap shownMap(const OverlaySettings& overlay)
{
    switch (overlay.mode) {
    case OverlayMode::State: return FigureMap::Film;
    case OverlayMode::StateAlone: return FigureMap::State;
    case OverlayMode::Semantic: return FigureMap::Semantic;
    case OverlayMode::Generative: return FigureMap::Generative;
    case OverlayMode::Entropy: return FigureMap::Entropy;
    default: return FigureMap::Posterior;
    }
}

Result<std::vector<QImage>> drawn(const FigureChoice& choice, const FigureInput& input,
                                  QSize pixels, const std::stop_token& stop)
{
    if (choice.kind == FigureKind::Animation) {
        FilmPlan plan = choice.film;
        const auto panels = static_cast<double>(plan.panels.size()) + (plan.hasPicture ? 1 : 0);
        const double fitting =
            std::min(pixels.width() / (panels * aspectOf(input)), pixels.height() * 0.92);
        plan.heightPx = std::clamp(static_cast<int>(fitting), 64, std::max(64, plan.heightPx));
        return filmFrames(input, plan, stop);
    }
    FigurePlan plan = choice.figure;
    plan.dpi = std::clamp(static_cast<int>(pixels.width() * 25.4 / plan.widthMm), 10,
                          std::max(10, plan.dpi));
    auto image = figureImage(input, plan, stop);
    if (!image)
        return std::unexpected(image.error());
    return std::vector<QImage>{std::move(*image)};
}

} // namespace

Figuring::Figuring(Session& session, WorkList& workList, FileThread& files, MainWindow& window,
                   QObject* parent)
    : QObject(parent)
    , m_workList(workList)
    , m_session(session)
    , m_files(files)
    , m_window(window)
{
    connect(&window, &MainWindow::figureRequested, this, &Figuring::open);
    connect(&window, &MainWindow::cancelRequested, this, &Figuring::cancel);
}

FigureOffer Figuring::offer() const
{
    FigureOffer offer;
    offer.steps = static_cast<int>(m_input->steps.size());
    for (const FigureMap map : allFigureMaps())
        if (std::ranges::all_of(m_input->steps,
                                [map](const StepPtr& step) { return hasMap(*step, map); }))
            offer.maps.push_back(map);
    const OverlaySettings& overlay = m_window.canvas().overlay();
    offer.shown = shownMap(overlay);
    if (std::ranges::find(offer.maps, offer.shown) == offer.maps.end())
        offer.shown = FigureMap::Posterior;
    offer.opacity = overlay.opacity;
    offer.valueColours = overlay.valueColours;
    offer.doubtColours = overlay.doubtColours;
    if (overlay.mode == OverlayMode::OneLabel)
        offer.classAlone = overlay.classIndex > 0 ? overlay.classIndex : m_session.currentLabel();
    const int classes = m_input->steps.empty() ? 0 : m_input->steps.front()->posterior.classes;
    for (int k = 1; k < classes; ++k) {
        const LabelRow* const row = m_input->table.find(static_cast<Label>(k));
        offer.classes << (row ? QString::fromStdString(row->name) : tr("class %1").arg(k));
    }
    const auto& image = m_workList.items()[static_cast<std::size_t>(m_workList.current())].path;
    const QString usual = QString::fromStdString((image.parent_path()).string());
    const QString kept = QSettings().value(QStringLiteral("figure/folder"), usual).toString();
    offer.file = QDir(QDir(kept).exists() ? kept : usual)
                     .filePath(QString::fromStdString(m_stem) + QStringLiteral("_steps"));
    offer.hasFfmpeg = !ffmpegProgram().isEmpty();
    return offer;
}

void Figuring::open(FigureKind kind)
{
    if (m_dialog || !m_session.isOpen() || m_workList.current() < 0
        || !m_session.volume()->slices[static_cast<std::size_t>(m_session.currentSlice())])
        return;
    m_input = inputOf(m_session);
    m_stem = stemOf(m_workList.items()[static_cast<std::size_t>(m_workList.current())].path);
    if (m_session.volume()->sliceCount() > 1)
        m_stem += "_s" + std::to_string(m_session.currentSlice() + 1);
    m_dialog = new FigureDialog(kind, offer(), &m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &FigureDialog::previewWanted, this, &Figuring::preview);
    connect(m_dialog, &FigureDialog::chosen, this, &Figuring::write);
    connect(m_dialog, &QDialog::finished, this, [this] { m_previewStop.request_stop(); });
    m_dialog->open();
}

void Figuring::cancel()
{
    m_stop.request_stop();
}

// A newer one overtakes it.
void Figuring::preview(const FigureChoice& choice, QSize pixels)
{
    m_previewStop.request_stop();
    m_previewStop = {};
    m_files.post(
        FileThread::Turn::Now,
        [this, choice, pixels, input = m_input, own = m_previewStop](std::stop_token stop) mutable {
            const std::stop_callback both(stop, [&own] { own.request_stop(); });
            auto frames = drawn(choice, *input, pixels, own.get_token());
            QMetaObject::invokeMethod(this, [this, frames = std::move(frames), own] {
                if (!m_dialog || own.stop_requested())
                    return;
                if (frames)
                    m_dialog->showPreview(*frames);
                else
                    m_dialog->showPreviewError(errorText(frames.error()) + QLatin1Char('\n')
                                               + QString::fromStdString(frames.error().detail));
            });
        });
}

void Figuring::write(const FigureChoice& choice)
{
    if (m_isWriting) {
        m_window.showMessage({Severity::Note, tr("The figure before is still being written.")});
        return;
    }
    m_isWriting = true;
    m_stop = {};
    m_window.setProgress(choice.kind == FigureKind::Figure ? tr("Drawing the figure")
                                                           : tr("Drawing the animation"),
                         0, 0);
    FigureOrder order{*m_input,    choice.figure,
                      choice.film, choice.file.toStdString(),
                      m_stem,      choice.isReplacing ? IfExists::Replace : IfExists::Refuse};
    m_files.post(
        FileThread::Turn::Later,
        [this, choice, order = std::move(order), own = m_stop](std::stop_token stop) mutable {
            const std::stop_callback both(stop, [&own] { own.request_stop(); });
            const auto told = [this](int done, int total) {
                QMetaObject::invokeMethod(this, [this, done, total] {
                    if (m_isWriting)
                        m_window.setProgress(tr("Drawing the animation"), done, total);
                });
            };
            auto files = writeFigure(order, own.get_token(), told);
            QMetaObject::invokeMethod(this, [this, choice, files = std::move(files)] {
                ended(choice, files ? nullptr : &files.error());
            });
        });
}

void Figuring::ended(const FigureChoice& choice, const Error* error)
{
    m_isWriting = false;
    m_window.clearProgress();
    const QString name = QDir::toNativeSeparators(choice.file);
    if (!error) {
        m_window.showMessage({Severity::Note,
                              choice.kind == FigureKind::Figure
                                  ? tr("The figure was written to %1.").arg(name)
                                  : tr("The animation was written to %1.").arg(name)});
        return;
    }
    if (error->code == ErrorCode::Cancelled) {
        m_window.showMessage({Severity::Note, tr("Cancelled; nothing was written.")});
        return;
    }
    Message message{Severity::Problem, errorText(*error), QString::fromStdString(error->detail)};
    if (error->code == ErrorCode::Exists) {
        message.severity = Severity::Warning;
        message.actionText = tr("Replace");
        message.action = [this, choice, input = m_input, stem = m_stem] {
            FigureChoice again = choice;
            again.isReplacing = true;
            m_input = input;
            m_stem = stem;
            write(again);
        };
    }
    m_window.showMessage(message);
}

} // namespace limn
