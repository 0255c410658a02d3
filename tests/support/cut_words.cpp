#include "tests/support/cut_words.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QAction>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTableView>
#include <QToolButton>

namespace limn {
namespace {

constexpr int arrow = 18; // of a drop-down list

QString described(const QWidget& widget, const QString& words, int has, int needs)
{
    return QStringLiteral("%1 “%2” (%3): %4 px for %5")
        .arg(QLatin1String(widget.metaObject()->className()), words.left(60),
             widget.parentWidget() ? QLatin1String(widget.parentWidget()->metaObject()->className())
                                   : QLatin1String("-"))
        .arg(has)
        .arg(needs);
}

void checkLabel(const QLabel& label, QStringList& cut)
{
    if (label.text().isEmpty() || label.inherits("limn::ElidedLabel"))
        return;
    if (!label.wordWrap()) {
        if (label.width() < label.sizeHint().width())
            cut << described(label, label.text(), label.width(), label.sizeHint().width());
    } else if (label.height() < label.heightForWidth(label.width())) {
        cut << described(label, label.text(), label.height(), label.heightForWidth(label.width()));
    } else if (label.width() < label.minimumSizeHint().width()) {
        cut << described(label, label.text(), label.width(), label.minimumSizeHint().width());
    }
}

// A tool button without a picture of its own shows its words; Limn's own kinds say what they need.
void checkButton(const QAbstractButton& button, QStringList& cut)
{
    const auto* tool = qobject_cast<const QToolButton*>(&button);
    const bool paintsGlyph = tool && !button.inherits("limn::KeyButton")
        && (!tool->icon().isNull() || button.inherits("limn::ActionButton"));
    if (button.text().isEmpty() || paintsGlyph)
        return;
    const int needs = tool && !button.inherits("limn::KeyButton")
        ? button.fontMetrics().horizontalAdvance(button.text())
        : button.sizeHint().width();
    if (button.width() < needs)
        cut << described(button, button.text(), button.width(), needs);
}

void checkField(const QLineEdit& field, QStringList& cut)
{
    const bool isNumber = qobject_cast<const QAbstractSpinBox*>(field.parentWidget());
    const QString words = isNumber ? field.text() : field.placeholderText();
    const int has = field.width() - (isNumber ? 4 : 16);
    const int needs = field.fontMetrics().horizontalAdvance(words);
    if ((isNumber || field.text().isEmpty()) && has < needs)
        cut << described(field, words, has, needs);
}

void checkChoice(const QComboBox& box, QStringList& cut)
{
    for (int i = 0; i < box.count(); ++i) {
        const int needs = box.fontMetrics().horizontalAdvance(box.itemText(i));
        if (box.width() - arrow - 8 < needs)
            cut << described(box, box.itemText(i), box.width() - arrow - 8, needs);
    }
}

void checkHeader(const QHeaderView& header, QStringList& cut)
{
    for (int i = 0; header.orientation() == Qt::Horizontal && i < header.count(); ++i) {
        const QString words = header.model()->headerData(i, Qt::Horizontal).toString();
        const int needs = header.fontMetrics().horizontalAdvance(words);
        if (!header.isSectionHidden(i) && header.sectionSize(i) < needs)
            cut << described(header, words, header.sectionSize(i), needs);
    }
}

void readActions(const QList<QAction*>& actions, QStringList& words)
{
    for (const QAction* action : actions) {
        words << action->text() << action->whatsThis();
        if (action->menu())
            readActions(action->menu()->actions(), words);
    }
}

} // namespace

QStringList cutWords(const QWidget& root, const QStringList& ofNames)
{
    QStringList cut;
    for (const auto* widget : root.findChildren<QWidget*>()) {
        if (!widget->isVisibleTo(&root) || widget->window() != root.window())
            continue;
        if (const auto* label = qobject_cast<const QLabel*>(widget))
            checkLabel(*label, cut);
        else if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
            checkButton(*button, cut);
        else if (const auto* box = qobject_cast<const QComboBox*>(widget);
                 box && !ofNames.contains(box->accessibleName()))
            checkChoice(*box, cut);
        else if (const auto* field = qobject_cast<const QLineEdit*>(widget))
            checkField(*field, cut);
        else if (const auto* header = qobject_cast<const QHeaderView*>(widget);
                 header && header->model())
            checkHeader(*header, cut);
    }
    return cut;
}

QStringList wordsOf(const QWidget& root)
{
    QStringList words{root.windowTitle(), root.accessibleName()};
    QList<QWidget*> widgets = root.findChildren<QWidget*>();
    for (const auto* widget : widgets) {
        words << widget->windowTitle() << widget->accessibleName() << widget->toolTip();
        readActions(widget->actions(), words);
        if (const auto* label = qobject_cast<const QLabel*>(widget))
            words << label->text();
        if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
            words << button->text();
        if (const auto* field = qobject_cast<const QLineEdit*>(widget))
            words << field->placeholderText() << field->text();
        if (const auto* box = qobject_cast<const QComboBox*>(widget))
            for (int i = 0; i < box->count(); ++i)
                words << box->itemText(i) << box->itemData(i, Qt::ToolTipRole).toString();
        if (const auto* header = qobject_cast<const QHeaderView*>(widget);
            header && header->model())
            for (int i = 0; i < header->count(); ++i)
                words << header->model()->headerData(i, header->orientation()).toString();
    }
    return words;
}

} // namespace limn
