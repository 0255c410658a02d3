#include "ui/view/status_line.h"

#include "ui/view/elided_label.h"
#include "ui/view/theme.h"

#include <QLabel>
#include <QLocale>
#include <QStyle>
#include <QToolButton>

#include <cmath>

namespace limn {
namespace {

QString valueText(const std::vector<float>& values)
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    QStringList parts;
    for (const float value : values) {
        const bool isWhole = std::floor(value) == value;
        parts << locale.toString(static_cast<double>(value), 'f', isWhole ? 0 : 2);
    }
    return parts.join(QLatin1Char(' '));
}

} // namespace

StatusLine::StatusLine(QWidget* parent)
    : QStatusBar(parent)
    , m_place(nullptr)
    , m_value(nullptr)
    , m_probability(nullptr)
    , m_saved(nullptr)
    , m_progress(new QLabel(this))
    , m_cancel(new QToolButton(this))
    , m_hint(new ElidedLabel({}, this))
{
    setSizeGripEnabled(false);
    setContentsMargins(measure::panelMargin - 4, 0, measure::panelMargin - 4, 0);
    m_place = addField(tr("Place"), tr("x %1  y %2").arg(16383).arg(16383));
    m_value = addField(tr("Value"), tr("value %1").arg(QStringLiteral("255 255 255")));
    m_probability =
        addField(tr("Probability and label"),
                 tr("p %1 %2").arg(QStringLiteral("0.00")).arg(QStringLiteral("background")));
    m_saved = addField(tr("Saved"), QString());

    m_progress->setTextFormat(Qt::PlainText);
    m_progress->setProperty("kind", QStringLiteral("small"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAccessibleName(tr("Cancel what is going on"));
    m_cancel->setToolTip(tr("Stops after the file that is being written or read."));
    m_cancel->setFocusPolicy(Qt::TabFocus);
    QFont small = font();
    small.setPixelSize(measure::captionPx);
    m_hint->setFont(small);
    m_hint->setProperty("kind", QStringLiteral("small"));
    m_hint->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_hint->setAccessibleName(tr("Keys of the active tool"));
    addWidget(m_hint, 1);
    addPermanentWidget(m_progress);
    addPermanentWidget(m_cancel);
    connect(m_cancel, &QToolButton::clicked, this, &StatusLine::cancelRequested);
    m_noticeEnd.setSingleShot(true);
    connect(&m_noticeEnd, &QTimer::timeout, this, [this] { setNotice({}); });
    setProgress({});
    clearSaved();
}

QLabel* StatusLine::addField(const QString& name, const QString& widest)
{
    auto* label = new QLabel(this);
    label->setTextFormat(Qt::PlainText);
    label->setProperty("kind", QStringLiteral("small"));
    label->setAccessibleName(name);
    QFont small = font();
    small.setPixelSize(measure::captionPx);
    label->setMinimumWidth(QFontMetrics(small).horizontalAdvance(widest) + 8);
    addWidget(label);
    return label;
}

void StatusLine::setHover(const Hover& hover, const LabelTable& labels)
{
    if (!hover.isInside) {
        for (auto* label : {m_place, m_value, m_probability})
            label->clear();
        return;
    }
    m_place->setText(tr("x %1  y %2").arg(hover.x).arg(hover.y));
    m_value->setText(tr("value %1").arg(valueText(hover.values)));
    const LabelRow* row = labels.find(hover.label);
    const QString name = row ? QString::fromStdString(row->name) : tr("background");
    const QString p = QLocale().toString(hover.probability, 'f', 2);
    const QString text = hover.probability < 0 ? name : tr("p %1 %2").arg(p, name);
    m_probability->setText(fontMetrics().elidedText(text, Qt::ElideMiddle, 220));
}

void StatusLine::setSaved(QTime time)
{
    showSaveState(QStringLiteral("good"),
                  tr("Saved %1").arg(time.toString(QStringLiteral("HH:mm:ss"))));
}

void StatusLine::setSaving()
{
    showSaveState(QStringLiteral("small"), tr("Saving…"));
}

void StatusLine::setSaveError(const QString& reason)
{
    showSaveState(QStringLiteral("bad"), tr("Not saved: %1").arg(reason));
}

void StatusLine::clearSaved()
{
    showSaveState(QStringLiteral("small"), {});
}

void StatusLine::showSaveState(const QString& kind, const QString& text)
{
    m_saved->setText(fontMetrics().elidedText(text, Qt::ElideMiddle, 420));
    m_saved->setToolTip(text.toHtmlEscaped());
    if (m_saved->property("kind").toString() == kind)
        return;
    m_saved->setProperty("kind", kind);
    style()->unpolish(m_saved);
    style()->polish(m_saved);
}

void StatusLine::setToolHint(const QString& hint)
{
    m_toolHint = hint;
    m_hint->setText(m_notice.isEmpty() ? m_toolHint : m_notice);
}

void StatusLine::setNotice(const QString& notice)
{
    constexpr int shownMs = 10'000;
    m_notice = notice;
    setToolHint(m_toolHint);
    m_noticeEnd.stop();
    if (!notice.isEmpty())
        m_noticeEnd.start(shownMs);
}

void StatusLine::setProgress(const QString& text)
{
    m_progress->setText(text);
    m_progress->setVisible(!text.isEmpty());
    m_cancel->setVisible(!text.isEmpty());
}

} // namespace limn
