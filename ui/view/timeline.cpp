#include "ui/view/timeline.h"

#include "ui/view/action_button.h"
#include "ui/view/action_table.h"
#include "ui/view/action_words.h"
#include "ui/view/change_curve.h"
#include "ui/view/film_strip.h"
#include "ui/view/icons.h"
#include "ui/view/key_button.h"
#include "ui/view/run_words.h"
#include "ui/view/step_player.h"
#include "ui/view/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace limn {
namespace {

constexpr int controlsPx = 148;

QLabel* caption(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text.toUpper(), parent);
    label->setProperty("kind", QStringLiteral("caption"));
    return label;
}

QToolButton* smallButton(QAction* action, QWidget* parent)
{
    auto* button = new ActionButton(parent);
    button->setDefaultAction(action);
    button->setProperty("kind", QStringLiteral("small"));
    button->setIconSize({14, 14});
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(action->text());
    return button;
}

} // namespace

Timeline::Timeline(Session& session, QWidget* parent)
    : QFrame(parent)
    , m_session(session)
    , m_player(new StepPlayer(session, this))
    , m_film(new FilmStrip(session, this))
    , m_curve(new ChangeCurve(this))
    , m_elapsed(new QLabel(this))
    , m_empty(new QLabel(this))
{
    setProperty("kind", QStringLiteral("panel"));
    setFixedHeight(measure::timeline);
    m_elapsed->setProperty("kind", QStringLiteral("small"));
    m_elapsed->setAccessibleName(tr("Steps done and time"));
    m_elapsed->setWordWrap(true);
    m_empty->setProperty("kind", QStringLiteral("muted"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);

    auto* right = new QVBoxLayout;
    right->addWidget(caption(tr("Changed per step"), this));
    right->addWidget(m_curve, 1);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(measure::panelMargin, 4, measure::panelMargin,
                            4); // the film may scroll
    row->setSpacing(measure::panelMargin);
    row->addWidget(makeControls());
    row->addWidget(m_film, 3);
    row->addWidget(m_empty, 3);
    row->addLayout(right, 1);

    connect(m_player, &StepPlayer::playingChanged, this, [this](bool isPlaying) {
        m_play->setIcon(icon(isPlaying ? QStringLiteral("pause") : QStringLiteral("play")));
    });
    connect(&session, &Session::opened, this, [this] { setExpectedSteps(0); });
    connect(&session, &Session::sliceChanged, this, &Timeline::refresh);
    // After the canvas has painted a step, in a turn of its own, so that nothing waits for both.
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, m_film, &FilmStrip::refresh);
    connect(&m_soon, &QTimer::timeout, this, &Timeline::refresh);
    for (const auto signal : {&Session::stepsChanged, &Session::baseStepChanged})
        connect(&session, signal, &m_soon, qOverload<>(&QTimer::start));
    refresh();
}

void Timeline::setExpectedSteps(int count)
{
    m_expectedSteps = count;
    m_film->setExpectedSteps(count);
    refresh();
}

void Timeline::setPlayIntervalMs(int intervalMs)
{
    m_player->setIntervalMs(intervalMs);
}

void Timeline::stopPlaying()
{
    m_player->stop();
}

QAction* Timeline::addStepAction(const char* id)
{
    auto* action = makeAction(this, id);
    addAction(action);
    m_actions.append(action);
    return action;
}

QWidget* Timeline::makeControls()
{
    auto* first = addStepAction("first-step");
    auto* previous = addStepAction("previous-step");
    m_play = addStepAction("play");
    auto* next = addStepAction("next-step");
    auto* last = addStepAction("last-step");
    connect(first, &QAction::triggered, this, [this] { step(1); });
    connect(previous, &QAction::triggered, this, [this] { step(m_session.baseStepIndex() - 1); });
    connect(next, &QAction::triggered, this, [this] { step(m_session.baseStepIndex() + 1); });
    connect(last, &QAction::triggered, this,
            [this] { step(static_cast<int>(m_session.steps().size())); });
    connect(m_play, &QAction::triggered, this,
            [this] { m_player->isPlaying() ? m_player->stop() : m_player->play(); });

    auto* controls = new QWidget(this);
    m_buttons = new QHBoxLayout;
    m_buttons->setSpacing(2);
    for (auto* action : m_actions)
        m_buttons->addWidget(smallButton(action, controls));
    auto* column = new QVBoxLayout(controls);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(caption(tr("Steps"), controls));
    column->addLayout(m_buttons);
    column->addWidget(m_elapsed);
    m_more = new QHBoxLayout;
    m_more->setSpacing(4);
    column->addStretch(1);
    column->addLayout(m_more);
    controls->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    controls->setMinimumWidth(controlsPx);
    return controls;
}

void Timeline::setRunObstacle(const QString& reason)
{
    if (std::exchange(m_runObstacle, reason) != reason)
        refresh();
}

void Timeline::addControl(QAction* action)
{
    m_buttons->addWidget(smallButton(action, this));
}

void Timeline::addControls(const QList<QAction*>& actions)
{
    for (auto* action : actions)
        m_more->addWidget(new KeyButton(action, QStringLiteral("button"), this));
}

void Timeline::step(int index)
{
    m_player->stop();
    const int count = static_cast<int>(m_session.steps().size());
    if (count > 0)
        m_session.setBaseStep(std::clamp(index, 1, count));
}

void Timeline::refresh()
{
    const bool isOpen = m_session.isOpen();
    const auto done = isOpen ? m_session.steps().size() : 0;
    std::vector<double> shares;
    for (std::size_t i = 0; i < done; ++i)
        shares.push_back(m_session.steps()[i]->changedShare);
    const bool isRunning = m_expectedSteps > 0;
    const int count =
        std::max({static_cast<int>(done),
                  isRunning && done > 0 ? m_session.steps().back()->count : 0, m_expectedSteps});
    m_curve->setShares(std::move(shares), count, isOpen ? m_session.baseStepIndex() : 0);

    m_elapsed->setText(isOpen ? runWords(m_session.steps(), m_expectedSteps) : QString());
    const bool isRestored = isOpen && done == 0 && !m_session.baseMap().isEmpty();
    m_empty->setText(isRestored ? tr("The mask is kept from before. R shows its steps again.")
                         : isOpen && !m_runObstacle.isEmpty() ? m_runObstacle
                         : isOpen ? tr("R runs the model. Each step appears here.")
                                  : tr("The steps of a run appear here."));
    m_empty->setVisible(count == 0);
    m_film->setVisible(count > 0);
    QString obstacle;
    if (done < 2)
        obstacle = isOpen ? tr("Run the model first; it takes two steps or more.")
                          : tr("Open an image first.");
    for (auto* action : m_actions)
        describe(*action, action->whatsThis(), obstacle);
}

} // namespace limn
