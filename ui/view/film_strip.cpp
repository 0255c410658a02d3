#include "ui/view/film_strip.h"

#include "ui/view/step_picture.h"
#include "ui/view/theme.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>

namespace limn {
namespace {

constexpr int widestPx = 96;

QString shareText(const Step& step)
{
    if (step.index == 1)
        return QStringLiteral("–");
    return FilmStrip::tr("%1 %").arg(QLocale().toString(100 * step.changedShare, 'f', 2));
}

QImage darkened(QImage picture)
{
    for (int y = 0; y < picture.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(picture.scanLine(y));
        std::transform(line, line + picture.width(), line,
                       [](QRgb p) { return qRgb(qRed(p) / 2, qGreen(p) / 2, qBlue(p) / 2); });
    }
    return picture;
}

} // namespace

FilmStrip::FilmStrip(Session& session, QWidget* parent)
    : QScrollArea(parent)
    , m_session(session)
    , m_row(new QWidget)
    , m_layout(new QHBoxLayout(m_row))
    , m_end(new StepThumbnail(0, m_row))
{
    setWidget(m_row);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Steps of the run"));
    m_row->setProperty("kind", QStringLiteral("panel"));
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(measure::grid);
    m_layout->addWidget(m_end);
    m_layout->addStretch(1);
    m_end->setEnabled(false);
    m_end->setCaptions(tr("end"), {});
    m_end->setToolTip(tr("What the chain holds when it has ended."));
    const auto anew = [this] {
        m_shown.clear();
        refresh();
    };
    connect(&session, &Session::opened, this, [this] { setExpectedSteps(0); });
    connect(&session, &Session::opened, this, anew);
    connect(&session, &Session::sliceChanged, this, anew);
    connect(&session, &Session::labelTableChanged, this, anew);
    connect(&session.undoStack(), &QUndoStack::indexChanged, this, &FilmStrip::refreshEdits);
    refresh();
}

void FilmStrip::setExpectedSteps(int count)
{
    m_expectedSteps = count;
    refresh();
}

QSize FilmStrip::sizeHint() const
{
    return {240, 2 * StepThumbnail::halfPx + 2 + 2 * StepThumbnail::captionPx};
}

void FilmStrip::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    refreshBase();
}

void FilmStrip::wheelEvent(QWheelEvent* event)
{
    const QPoint angle = event->angleDelta();
    const int turned = angle.x() != 0 ? angle.x() : angle.y();
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - turned / 2);
    event->accept();
}

void FilmStrip::refresh()
{
    const bool isOpen = m_session.isOpen();
    const auto& steps = m_session.steps();
    const int done = isOpen ? static_cast<int>(steps.size()) : 0;
    const bool hasEnd = done > 0 && !steps.back()->finalState.isEmpty();
    const int announced = done > 0 ? steps.back()->count : 0;
    arrange(std::max({done, m_expectedSteps, m_expectedSteps > 0 ? announced : 0}));

    const QImage under = done > 0 ? underlay() : QImage();
    m_shown.resize(static_cast<std::size_t>(done));
    for (std::size_t i = 0; i < m_shown.size(); ++i) {
        if (m_shown[i] != steps[i])
            fill(*m_thumbnails[i], *steps[i], under);
        m_shown[i] = steps[i];
    }
    for (std::size_t i = m_shown.size(); i < m_thumbnails.size(); ++i)
        m_thumbnails[i]->setPictures({}, {});
    if (hasEnd)
        m_end->setPictures(mapPicture(steps.back()->finalState, m_session.labelTable(), under), {});
    m_end->setVisible(hasEnd);
    refreshBase();
    refreshEdits();
}

void FilmStrip::refreshEdits()
{
    if (!m_session.isOpen())
        return;
    const auto edits = m_session.editsByStep();
    for (auto* thumbnail : m_thumbnails) {
        const auto found = edits.find(thumbnail->step());
        thumbnail->setEdits(found == edits.end() ? 0 : found->second);
    }
}

void FilmStrip::refreshBase()
{
    const int base = m_session.isOpen() ? m_session.baseStepIndex() : 0;
    for (auto* thumbnail : m_thumbnails) {
        const int step = thumbnail->step();
        const bool isBase = step > 0 && step == base && !m_session.steps().empty();
        const bool isDone = step > 0 && step <= static_cast<int>(m_session.steps().size());
        thumbnail->setBase(isBase);
        thumbnail->setEnabled(isDone);
        const QString number = QString::number(step);
        const QString above = isBase ? tr("%1 base").arg(number) : number;
        thumbnail->setCaptions(
            above,
            isDone ? shareText(*m_session.steps()[static_cast<std::size_t>(step - 1)]) : QString());
        if (isBase)
            QMetaObject::invokeMethod(this, &FilmStrip::showBase, Qt::QueuedConnection);
    }
}

// Once new thumbnails have their place.
void FilmStrip::showBase()
{
    const int base = m_session.isOpen() ? m_session.baseStepIndex() : 0;
    for (auto* thumbnail : m_thumbnails)
        if (thumbnail->step() == base)
            ensureWidgetVisible(thumbnail, 2 * measure::grid, 0);
}

void FilmStrip::arrange(int count)
{
    const auto wanted = static_cast<std::size_t>(count);
    while (m_thumbnails.size() > wanted) {
        m_layout->removeWidget(m_thumbnails.back());
        m_thumbnails.back()->hide();
        m_thumbnails.back()->deleteLater(); // it may be the one that is being clicked
        m_thumbnails.pop_back();
    }
    while (m_thumbnails.size() < wanted) {
        const int before = static_cast<int>(m_thumbnails.size());
        m_thumbnails.push_back(makeThumbnail(before + 1));
        m_layout->insertWidget(before, m_thumbnails.back());
        m_thumbnails.back()->show(); // at once, so that nothing blinks
    }
    fitWidths();
}

StepThumbnail* FilmStrip::makeThumbnail(int step)
{
    auto* thumbnail = new StepThumbnail(step, m_row);
    connect(thumbnail, &StepThumbnail::pressedOrDragged, this, &FilmStrip::pickAt);
    connect(thumbnail, &StepThumbnail::letGo, &m_session, &Session::endDrag);
    connect(thumbnail, &QAbstractButton::clicked, this,
            [this, step] { m_session.setBaseStep(step); });
    return thumbnail;
}

void FilmStrip::fitWidths()
{
    if (!m_session.isOpen())
        return;
    const Size size = m_session.volume()->size;
    const int width = std::clamp(StepThumbnail::halfPx * size.width / std::max(size.height, 1),
                                 StepThumbnail::halfPx / 3, widestPx);
    for (auto* thumbnail : m_thumbnails)
        thumbnail->setPictureWidth(width);
    m_end->setPictureWidth(width);
}

void FilmStrip::fill(StepThumbnail& thumbnail, const Step& step, const QImage& under)
{
    thumbnail.setPictures(mapPicture(step.state, m_session.labelTable(), under),
                          mapPicture(step.posterior, m_session.labelTable(), under));
    thumbnail.setToolTip(
        tr("Step %1 of %2: the chain's state above, the answer below. Click or drag "
           "to make the mask from a step (, and .).")
            .arg(step.index)
            .arg(step.count));
}

void FilmStrip::pickAt(QPoint globalPosition)
{
    const QPoint place = m_row->mapFromGlobal(globalPosition);
    for (const auto* thumbnail : m_thumbnails) {
        const QRect box = thumbnail->geometry();
        if (thumbnail->isEnabled() && place.x() >= box.left() && place.x() <= box.right()) {
            m_session.setBaseStep(thumbnail->step());
            return;
        }
    }
}

QImage FilmStrip::underlay() const
{
    const Volume& volume = *m_session.volume();
    const auto slice = volume.slices[static_cast<std::size_t>(m_session.currentSlice())];
    const qreal ratio = devicePixelRatioF();
    const int height = static_cast<int>(StepThumbnail::halfPx * ratio);
    const int width = std::clamp(height * volume.size.width / std::max(volume.size.height, 1),
                                 height / 3, static_cast<int>(widestPx * ratio));
    if (!slice) {
        QImage blank(width, height, QImage::Format_RGB32);
        blank.fill(theme().canvas);
        return blank;
    }
    return darkened(slicePicture(*slice, m_session.window(), volume.isInverted, {width, height}));
}

} // namespace limn
