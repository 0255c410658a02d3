#include "ui/view/action_words.h"

#include "ui/view/action_table.h"

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

QString withKeys(QString words, const QObject& inside)
{
    static const QRegularExpression id(QStringLiteral("\\{([a-z0-9-]+)\\}"));
    const QObject* window = &inside;
    while (window->parent() != nullptr)
        window = window->parent();
    for (auto match = id.match(words); match.hasMatch(); match = id.match(words)) {
        const QString name = match.captured(1);
        QString key;
        if (const auto* action = window->findChild<QAction*>(name))
            key = action->shortcut().isEmpty()
                ? QStringLiteral("“%1”").arg(action->text().remove(QLatin1Char('&')))
                : keyOf(*action);
        else if (const ActionRow* const row = actionRow(name); row && *row->keys != '\0')
            key = keysFrom(row->keys).front().toString(QKeySequence::NativeText);
        words.replace(match.capturedStart(), match.capturedLength(), key);
    }
    return words;
}

} // namespace limn
