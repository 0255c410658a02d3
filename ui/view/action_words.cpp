#include "ui/view/action_words.h"

#include <QCoreApplication>

namespace limn {

void describe(QAction& action, const QString& sentence, const QString& obstacle)
{
    const QString key = action.shortcut().toString(QKeySequence::NativeText).toHtmlEscaped();
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
    action.setEnabled(obstacle.isEmpty());
}

QAction* makeAction(QObject* parent, const QString& text, const QStringList& keys,
                    const QString& sentence)
{
    auto* action = new QAction(text, parent);
    QList<QKeySequence> sequences;
    for (const QString& key : keys)
        sequences.append(QKeySequence(key));
    action->setShortcuts(sequences);
    describe(*action, sentence);
    return action;
}

} // namespace limn
