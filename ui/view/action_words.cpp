#include "ui/view/action_words.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace limn {
namespace {

constexpr const char* obstacleProperty = "obstacle";

} // namespace

void describe(QAction& action, const QString& sentence, const QString& obstacle)
{
    const QString key = keyOf(action).toHtmlEscaped();
    const QString name = action.text().remove(QLatin1Char('&')).toHtmlEscaped();
    QString tip = key.isEmpty() ? QStringLiteral("<b>%1</b>").arg(name)
                                : QStringLiteral("<b>%1</b> (%2)").arg(name, key);
    tip += QStringLiteral("<br>") + sentence.toHtmlEscaped();
    if (!obstacle.isEmpty())
        tip += QStringLiteral("<br><i>%1</i>")
                   .arg(QCoreApplication::translate("limn::Action", "Not now: %1")
                            .arg(obstacle.toHtmlEscaped()));
    action.setToolTip(tip);
    action.setWhatsThis(sentence);
    action.setProperty(obstacleProperty, obstacle);
    action.setEnabled(obstacle.isEmpty());
}

void describeAgain(QAction& action)
{
    describe(action, action.whatsThis(), action.property(obstacleProperty).toString());
}

QString keyOf(const QAction& action)
{
    return action.shortcut().toString(QKeySequence::NativeText);
}

QAction* makeAction(QObject* parent, const QString& text, const QStringList& keys,
                    const QString& sentence)
{
    static const QRegularExpression others(QStringLiteral("[^a-z0-9]+"));
    auto* action = new QAction(text, parent);
    action->setObjectName(text.toLower().split(others, Qt::SkipEmptyParts).join(QLatin1Char('-')));
    QList<QKeySequence> sequences;
    for (const QString& key : keys)
        sequences.append(QKeySequence(key, QKeySequence::PortableText));
    action->setShortcuts(sequences);
    describe(*action, sentence);
    return action;
}

} // namespace limn
