#include "ui/view/steering.h"

#include "ui/session/rerun.h"
#include "ui/view/action_table.h"
#include "ui/view/action_words.h"
#include "ui/view/steering_bar.h"

#include <QAction>
#include <QLocale>
#include <QSettings>
#include <QWidget>

#include <algorithm>

namespace limn {
namespace {

constexpr QLatin1String liveKey("run/live");

} // namespace

Steering::Steering(Session& session, SegmenterThread& segmenter, QWidget* window)
    : QObject(window)
    , m_session(session)
    , m_segmenter(segmenter)
    , m_rerun(makeAction(window, "rerun"))
    , m_live(makeAction(window, "live"))
    , m_swap(makeAction(window, "swap-runs"))
    , m_take(makeAction(window, "take-run"))
    , m_keep(makeAction(window, "keep-run"))
    , m_bar(new SteeringBar({m_swap, m_take, m_keep}, window))
{
    m_swap->setIconText(tr("Swap")); // on the button, which stands beside the words
    m_live->setChecked(QSettings().value(liveKey, false).toBool());
    window->addActions(actions());
    connect(m_rerun, &QAction::triggered, this, &Steering::rerun);
    connect(m_live, &QAction::triggered, this, &Steering::setLive);
    connect(m_swap, &QAction::triggered, &session, &Session::swapRuns);
    connect(m_take, &QAction::triggered, &session, &Session::takeCandidate);
    connect(m_keep, &QAction::triggered, &session, &Session::dropCandidate);
    for (const auto signal :
         {&Session::opened, &Session::sliceChanged, &Session::stepsChanged,
          &Session::baseStepChanged, &Session::thresholdChanged, &Session::candidateChanged})
        connect(&session, signal, this, &Steering::refresh);
    connect(&session, &Session::opened, this, [this] { m_hasNewStroke = false; });
    connect(&session, &Session::humanChanged, this, &Steering::noteStroke);
    connect(&segmenter, &SegmenterThread::runningChanged, this, [this](bool isRunning) {
        if (!isRunning)
            runEnded();
        refresh();
    });
    refresh();
}

void Steering::setModels(std::vector<ModelCard> models)
{
    m_models = std::move(models);
    refresh();
}

const ModelCard* Steering::modelOfRun() const
{
    const auto model = std::ranges::find_if(m_models, [this](const ModelCard& card) {
        const RunFacts& run = m_session.runFacts();
        return card.name == run.modelName && card.sha256 == run.modelSha256;
    });
    return model == m_models.end() ? nullptr : &*model;
}

QString Steering::obstacle() const
{
    if (m_segmenter.isRunning() && !m_isRerunning)
        return withKeys(tr("A run is in progress; {stop} stops it."), *this);
    return rerunObstacle(m_session, m_session.isOpen() ? modelOfRun() : nullptr);
}

// One that is in progress is overtaken: its steps are dropped.
void Steering::rerun()
{
    if (!obstacle().isEmpty())
        return;
    m_hasNewStroke = false;
    m_isRerunning = true;
    Q_EMIT rerunRequested();
    refresh();
}

// Also when a stroke is undone or done again.
void Steering::noteStroke(int slice)
{
    if (slice != m_session.currentSlice())
        return;
    if (m_live->isChecked() && m_segmenter.isRunning() && !m_isRerunning) {
        m_hasNewStroke = true;
    } else if (m_live->isChecked() && obstacle().isEmpty()) {
        rerun();
        return;
    } else if (m_live->isChecked()) { // no stroke is left: A is what the model says without any
        if (m_isRerunning)
            Q_EMIT stopRequested();
        m_session.dropCandidate();
    }
    refresh();
}

void Steering::runEnded()
{
    m_isRerunning = false;
    // Once everybody knows that the run has ended.
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_hasNewStroke && m_live->isChecked())
                rerun();
        },
        Qt::QueuedConnection);
}

void Steering::setLive(bool isLive)
{
    QSettings().setValue(liveKey, isLive);
    if (isLive && !m_session.hasCandidate() && m_session.isOpen())
        rerun(); // with the strokes that are there; nothing where it can't
    refresh();
}

void Steering::refresh()
{
    showActions();
    showBar();
}

void Steering::showActions()
{
    describe(*m_rerun, m_rerun->whatsThis(), obstacle());
    const bool isOpen = m_session.isOpen();
    const bool isRunning = m_segmenter.isRunning();
    const QString noCandidate = isOpen && m_session.hasCandidate()
        ? QString()
        : tr("There is one run; %1 makes the other.").arg(keyOf(*m_rerun));
    const QString running = isRunning ? tr("Wait for the run, or stop it.") : QString();
    describe(*m_swap, m_swap->whatsThis(), noCandidate);
    for (QAction* action : {m_take, m_keep})
        describe(*action, action->whatsThis(), noCandidate.isEmpty() ? running : noCandidate);
}

QString Steering::sentence() const
{
    const bool isLive = m_live->isChecked();
    const bool isRerunning = m_isRerunning && m_segmenter.isRunning();
    if (!m_session.hasCandidate()) {
        if (isRerunning)
            return tr("Re-running with your strokes…");
        const QString reason = obstacle();
        return reason.isEmpty() ? tr("Live: every stroke re-runs the model.")
                                : tr("Live: every stroke re-runs the model. %1").arg(reason);
    }
    const QString count = QLocale().toString(static_cast<qulonglong>(m_session.differenceCount()));
    QString words = m_session.isCandidateShown()
        ? tr("B is shown: %1 px changed outside your strokes.")
        : tr("A is shown: B changed %1 px outside your strokes.");
    if (isRerunning)
        words = tr("Re-running… %1 px changed outside your strokes.");
    return isLive ? tr("Live · %1").arg(words.arg(count)) : words.arg(count);
}

void Steering::showBar()
{
    const bool isOpen = m_session.isOpen();
    const bool isShown =
        isOpen && (m_live->isChecked() || m_isRerunning || m_session.hasCandidate());
    if (isShown)
        m_bar->say(sentence(),
                   m_live->isChecked()
                       ? tr("B is made anew after each stroke and always compared with the same A, "
                            "until you take B or keep A.")
                       : tr("What changed is outlined and dotted on the picture."));
    m_bar->setVisible(isShown);
}

} // namespace limn
