#include "ui/view/keys_sheet.h"

#include "ui/view/action_list.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QTextBrowser>

#include <algorithm>

namespace limn {
namespace {

QString keysOf(const QAction& action)
{
    QStringList keys;
    for (const QKeySequence& sequence : action.shortcuts())
        keys.append(sequence.toString(QKeySequence::NativeText));
    return keys.join(KeysSheet::tr(" or "));
}

QString rowOf(const QString& keys, const QString& what)
{
    return QStringLiteral("<tr><td width='150'><b>%1</b></td><td>%2</td></tr>")
        .arg(keys.toHtmlEscaped(), what.toHtmlEscaped());
}

QString tableOf(const QString& title, const QList<QAction*>& actions)
{
    QString rows;
    for (const QAction* action : actions) {
        if (!action->shortcuts().isEmpty())
            rows += rowOf(keysOf(*action), action->text().remove(QLatin1Char('&')));
    }
    if (rows.isEmpty())
        return {};
    return QStringLiteral("<h4>%1</h4><table cellspacing='3'>%2</table>")
        .arg(title.toHtmlEscaped(), rows);
}

QString mouseTable()
{
    return QStringLiteral("<h4>%1</h4><table cellspacing='3'>%2%3%4%5%6%7</table>")
        .arg(KeysSheet::tr("Mouse"),
             rowOf(KeysSheet::tr("Left drag"), KeysSheet::tr("the active tool")),
             rowOf(KeysSheet::tr("Middle drag"), KeysSheet::tr("moves the picture")),
             rowOf(KeysSheet::tr("Right drag"),
                   KeysSheet::tr("window (across) and level (up, down)")),
             rowOf(KeysSheet::tr("Wheel"), KeysSheet::tr("slice, or zoom of a single image")),
             rowOf(KeysSheet::tr("Ctrl+wheel"), KeysSheet::tr("zoom at the pointer")),
             rowOf(KeysSheet::tr("Shift+wheel"), KeysSheet::tr("size of the brush")));
}

} // namespace

KeysSheet::KeysSheet(const ActionList& actions, QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keys"));
    setAccessibleName(tr("Keys"));
    QStringList tables;
    for (const ActionGroup group : actionGroups())
        tables.append(tableOf(nameOf(group), actions.of(group)));
    tables.removeAll(QString());
    tables.append(mouseTable());
    const qsizetype half = (tables.size() + 1) / 2;

    auto* columns = new QHBoxLayout;
    for (const QStringList& part : {tables.first(half), tables.sliced(half)}) {
        auto* text = new QTextBrowser(this);
        text->setFrameShape(QFrame::NoFrame);
        text->setHtml(part.join(QString()));
        text->setAccessibleName(tr("Keys, text"));
        columns->addWidget(text);
    }
    auto* buttons = new QDialogButtonBox(this);
    auto* close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    close->setAccessibleName(tr("Close the keys"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addLayout(columns);
    column->addWidget(buttons);
    resize(860, 640);
}

} // namespace limn
