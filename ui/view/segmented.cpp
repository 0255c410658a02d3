#include "ui/view/segmented.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace limn {

Segmented::Segmented(const QString& name, const std::vector<Segment>& segments, QWidget* parent)
    : QFrame(parent)
    , m_segments(segments)
{
    setProperty("kind", QStringLiteral("segments"));
    setAccessibleName(name);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(2, 2, 2, 2);
    row->setSpacing(1);
    for (std::size_t i = 0; i < segments.size(); ++i) {
        auto* button = new QToolButton(this);
        button->setProperty("kind", QStringLiteral("segment"));
        button->setText(segments[i].text);
        button->setAccessibleName(segments[i].name);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        m_group.addButton(button, static_cast<int>(i));
        row->addWidget(button);
    }
    m_group.setExclusive(true);
    setObstacle({});
    // Not idClicked: assistive technology checks a button without a click.
    connect(&m_group, &QButtonGroup::idToggled, this, [this](int index, bool isChecked) {
        if (isChecked)
            Q_EMIT chosenByPerson(index);
    });
}

void Segmented::setChosen(int index)
{
    const QSignalBlocker quiet(m_group);
    if (auto* button = m_group.button(index))
        button->setChecked(true);
}

void Segmented::setObstacle(const QString& reason)
{
    setEnabled(reason.isEmpty());
    for (std::size_t i = 0; i < m_segments.size(); ++i) {
        const QString& sentence = m_segments[i].sentence;
        m_group.button(static_cast<int>(i))
            ->setToolTip(reason.isEmpty() ? sentence : sentence + QLatin1Char(' ') + reason);
    }
}

} // namespace limn
