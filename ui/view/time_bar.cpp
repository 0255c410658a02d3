#include "ui/view/time_bar.h"

#include "ui/view/action_words.h"
#include "ui/view/canvas.h"
#include "ui/view/icons.h"
#include "ui/view/on_canvas_marks.h"
#include "ui/view/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace limn {
namespace {

constexpr double usualIntervalMs = 100, shortestMs = 20, longestMs = 1000;

// Mean time from one volume to the next.
int intervalOf(const Volume& volume)
{
    const auto& times = volume.timesMs;
    const double mean = times.size() > 1
        ? (times.back() - times.front()) / static_cast<double>(times.size() - 1)
        : usualIntervalMs;
    return static_cast<int>(std::lround(std::clamp(mean, shortestMs, longestMs)));
}

} // namespace

TimeBar::TimeBar(Session& session, Canvas& canvas)
    : QWidget(&canvas)
    , m_session(session)
    , m_canvas(canvas)
    , m_play(new QToolButton(this))
    , m_slider(new QSlider(Qt::Horizontal, this))
    , m_words(new QLabel(this))
{
    setObjectName(QStringLiteral("timeBar"));
    setAccessibleName(tr("Time"));
    setCursor(Qt::ArrowCursor);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(measure::grid, measure::grid, measure::panelMargin, measure::grid);
    row->setSpacing(2 * measure::grid);
    m_play->setAutoRaise(true);
    m_play->setFocusPolicy(Qt::TabFocus);
    m_slider->setFixedWidth(160);
    m_slider->setAccessibleName(tr("Point in time"));
    m_slider->setToolTip(tr("Point in time (Left and Right on the picture)"));
    for (QWidget* widget : std::initializer_list<QWidget*>{m_play, m_slider, m_words})
        row->addWidget(widget);
    connect(m_play, &QToolButton::clicked, this, &TimeBar::togglePlaying);
    connect(m_slider, &QSlider::valueChanged, this, [this](int time) {
        m_canvas.moveByVolumes(time - m_session.currentSlice() / m_session.volume()->depth());
    });
    connect(&m_timer, &QTimer::timeout, this, &TimeBar::showNext);
    connect(&session, &Session::opened, this, &TimeBar::showVolume);
    connect(&session, &Session::sliceChanged, this, &TimeBar::showTime);
    showVolume();
}

void TimeBar::showVolume()
{
    m_timer.stop();
    const Volume* const volume = m_session.volume();
    setVisible(volume && volume->volumeCount() > 1);
    if (!volume)
        return;
    const QSignalBlocker block(m_slider);
    m_slider->setRange(0, volume->volumeCount() - 1);
    m_timer.setInterval(intervalOf(*volume));
    showTime();
}

void TimeBar::showTime()
{
    const Volume* const volume = m_session.volume();
    m_play->setIcon(icon(isPlaying() ? QStringLiteral("pause") : QStringLiteral("play")));
    m_play->setAccessibleName(isPlaying() ? tr("Pause") : tr("Play"));
    nameKeys();
    if (!volume || volume->volumeCount() < 2)
        return;
    const int time = m_session.currentSlice() / volume->depth();
    const QSignalBlocker block(m_slider);
    m_slider->setValue(time);
    QString words = tr("%1 / %2").arg(time + 1).arg(volume->volumeCount());
    if (volume->timesMs.size() == static_cast<std::size_t>(volume->volumeCount()))
        words += tr(" · %1 ms").arg(
            std::lround(volume->timesMs[static_cast<std::size_t>(time)]));
    m_words->setText(words);
    // As wide as the longest: the bar does not jump.
    m_words->setMinimumWidth(std::max(m_words->minimumWidth(), m_words->sizeHint().width()));
    adjustSize();
}

void TimeBar::nameKeys()
{
    m_play->setToolTip(
        withKeys(isPlaying() ? tr("Pause ({play-time})")
                             : tr("Shows one point in time after the other ({play-time})"),
                 *this));
}

void TimeBar::togglePlaying()
{
    if (isPlaying())
        m_timer.stop();
    else if (isVisibleTo(&m_canvas))
        m_timer.start();
    showTime();
}

// Waits for a slice that is still being read; after the last comes the first.
void TimeBar::showNext()
{
    const Volume* const volume = m_session.volume();
    const int slice = m_session.currentSlice();
    if (!volume || !volume->slices[static_cast<std::size_t>(slice)])
        return;
    const int next = slice + volume->depth();
    m_session.setCurrentSlice(next < volume->sliceCount() ? next : slice % volume->depth());
}

void TimeBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    drawCard(painter, rect());
}

} // namespace limn
