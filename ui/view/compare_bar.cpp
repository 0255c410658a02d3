#include "ui/view/compare_bar.h"

#include "ui/view/choice_box.h"
#include "ui/view/icons.h"
#include "ui/view/on_canvas_marks.h"
#include "ui/view/segmented.h"
#include "ui/view/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace limn {

CompareBar::CompareBar(Session& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_view(new Segmented(
          tr("How to compare"),
          {{tr("Side by side"), tr("Side by side"), tr("Both at the same place and zoom.")},
           {tr("Swipe"), tr("Swipe"), tr("One over the other; drag the line between them.")}},
          this))
    , m_with(new ChoiceBox(150, this))
{
    setAccessibleName(tr("Comparison"));
    setCursor(Qt::ArrowCursor);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(measure::panelMargin, measure::grid + 1, measure::grid,
                            measure::grid + 1);
    row->setSpacing(2 * measure::grid);
    auto* caption = new QLabel(tr("Compare with"), this);
    caption->setBuddy(m_with);
    m_with->setAccessibleName(tr("Compare with"));
    auto* end = new QToolButton(this);
    end->setIcon(icon(QStringLiteral("close")));
    end->setProperty("kind", QStringLiteral("small"));
    end->setAccessibleName(tr("End the comparison"));
    end->setToolTip(tr("Ends the comparison."));
    for (QWidget* widget : std::initializer_list<QWidget*>{caption, m_with, m_view, end})
        row->addWidget(widget);
    connect(m_view, &Segmented::chosenByPerson, this, [this](int index) {
        m_settings.view = index == 0 ? CompareView::SideBySide : CompareView::Swipe;
        Q_EMIT changedByPerson(m_settings);
    });
    connect(m_with, &QComboBox::currentIndexChanged, this, [this] {
        if (m_isShowing || m_with->currentIndex() < 0)
            return;
        const int side = m_with->currentData().toInt();
        m_settings.with = side == 0 ? CompareWith::Picture
            : side < 0              ? CompareWith::OtherRun
                                    : CompareWith::Step;
        if (side > 0)
            m_settings.step = side;
        Q_EMIT changedByPerson(m_settings);
    });
    connect(end, &QToolButton::clicked, this, [this] {
        m_settings.view = CompareView::None;
        Q_EMIT changedByPerson(m_settings);
    });
    for (const auto signal : {&Session::opened, &Session::stepsChanged, &Session::candidateChanged})
        connect(&session, signal, this, &CompareBar::listSides);
    listSides();
}

void CompareBar::setSettings(const CompareSettings& settings)
{
    m_settings = settings;
    m_view->setChosen(settings.view == CompareView::Swipe ? 1 : 0);
    listSides();
}

void CompareBar::listSides()
{
    m_isShowing = true;
    m_with->clear();
    m_with->addItem(compareTitle({}), 0);
    for (int step = 1; m_session.isOpen() && step <= static_cast<int>(m_session.steps().size());
         ++step)
        m_with->addItem(compareTitle({.with = CompareWith::Step, .step = step}), step);
    const CompareSettings run{.with = CompareWith::OtherRun};
    if (compareObstacle(run, m_session).isEmpty() || m_settings.with == CompareWith::OtherRun)
        m_with->addItem(compareTitle(run), -1);
    const int side = m_settings.with == CompareWith::Picture ? 0
        : m_settings.with == CompareWith::OtherRun           ? -1
                                                             : m_settings.step;
    m_with->setCurrentIndex(std::max(0, m_with->findData(side)));
    m_isShowing = false;
    adjustSize();
}

void CompareBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    drawCard(painter, rect());
}

} // namespace limn
