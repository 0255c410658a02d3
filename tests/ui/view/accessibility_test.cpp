// What a screen reader meets: the accessibility tree of the window and of every dialog that it
// opens has no control without a name, and none that the keyboard does not reach.
#include "tests/ui/view/window_under_test.h"
#include "ui/view/about_dialog.h"
#include "ui/view/command_palette.h"
#include "ui/view/compare_dialog.h"
#include "ui/view/export_dialog.h"
#include "ui/view/figure_dialog.h"
#include "ui/view/keys_sheet.h"
#include "ui/view/preferences_dialog.h"
#include "ui/view/release_dialog.h"
#include "ui/view/run_record_dialog.h"
#include "ui/view/tag_dialog.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QComboBox>
#include <QLineEdit>
#include <QSlider>
#include <QStackedWidget>

#include <set>

using namespace limn;

namespace {

bool isControl(QAccessible::Role role)
{
    static const std::set<QAccessible::Role> roles{
        QAccessible::Button,   QAccessible::ButtonMenu,   QAccessible::ButtonDropDown,
        QAccessible::CheckBox, QAccessible::RadioButton,  QAccessible::ComboBox,
        QAccessible::SpinBox,  QAccessible::EditableText, QAccessible::Slider,
        QAccessible::List,     QAccessible::Table,        QAccessible::MenuItem,
        QAccessible::Dialog,   QAccessible::PageTab,      QAccessible::ListItem};
    return roles.contains(role);
}

// Parts that Qt puts inside a control and that nobody meets by themselves.
bool isInside(const QAccessibleInterface& parent)
{
    return parent.role() == QAccessible::ComboBox || parent.role() == QAccessible::SpinBox
        || parent.role() == QAccessible::EditableText || parent.role() == QAccessible::Table;
}

int walk(QAccessibleInterface* item, QStringList& nameless, int depth = 0)
{
    if (!item || !item->isValid() || depth > 40 || item->state().invisible)
        return 0;
    int controls = 0;
    if (isControl(item->role())) {
        ++controls;
        if (item->text(QAccessible::Name).trimmed().isEmpty())
            nameless << QStringLiteral("%1 (role %2)")
                            .arg(item->object()
                                     ? QLatin1String(item->object()->metaObject()->className())
                                     : QLatin1String("?"))
                            .arg(item->role());
    }
    if (isInside(*item))
        return controls;
    for (int i = 0; i < item->childCount(); ++i)
        controls += walk(item->child(i), nameless, depth + 1);
    return controls;
}

} // namespace

class AccessibilityTest : public QObject, WindowUnderTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { separateSettings(); }
    void init() { makeWindow(); }
    void cleanup() { destroyWindow(); }
    void noControlOfTheWindowIsNameless();
    void noControlOfADialogIsNameless();
    void theKeyboardReachesEveryControl();
};

void AccessibilityTest::noControlOfTheWindowIsNameless()
{
    m_window->setSamples({{QStringLiteral("Lungs"), QImage()}});
    QStringList nameless;
    QVERIFY(walk(QAccessible::queryAccessibleInterface(m_window.get()), nameless) > 10);
    openImage(fakeVolume({64, 48}, 3));
    m_window->setImageFacts({{QStringLiteral("File"), QStringLiteral("a.png")}});
    run();
    const int controls = walk(QAccessible::queryAccessibleInterface(m_window.get()), nameless);
    QVERIFY2(controls > 40, qPrintable(QString::number(controls)));
    QCOMPARE(nameless, QStringList());
}

void AccessibilityTest::noControlOfADialogIsNameless()
{
    openImage(fakeVolume({64, 48}));
    std::vector<std::unique_ptr<QDialog>> dialogs;
    dialogs.push_back(std::make_unique<PreferencesDialog>(m_window->actions(), Preferences(),
                                                          PreferenceOffer(), m_window.get()));
    dialogs.push_back(std::make_unique<CommandPalette>(m_window->actions(), m_window.get()));
    dialogs.push_back(std::make_unique<CompareDialog>(*m_session, m_window.get()));
    dialogs.push_back(std::make_unique<KeysSheet>(m_window->actions(), m_window.get()));
    dialogs.push_back(std::make_unique<AboutDialog>(m_window.get()));
    dialogs.push_back(
        std::make_unique<FigureDialog>(FigureKind::Figure, FigureOffer(), m_window.get()));
    dialogs.push_back(std::make_unique<ReleaseDialog>(ReleaseOffer(), m_window.get()));
    dialogs.push_back(std::make_unique<RunRecordDialog>(*m_session, m_window.get()));
    dialogs.push_back(std::make_unique<TagDialog>(m_window.get()));
    dialogs.push_back(std::make_unique<ExportDialog>(ExportCounts(), QString(), m_window.get()));
    for (const auto& dialog : dialogs) {
        dialog->QDialog::show();
        QStringList nameless;
        auto* pages = dialog->findChild<QStackedWidget*>();
        int controls = 0;
        for (int page = 0; page < (pages ? pages->count() : 1); ++page) {
            if (pages)
                pages->setCurrentIndex(page);
            controls += walk(QAccessible::queryAccessibleInterface(dialog.get()), nameless);
        }
        QVERIFY2(controls > 1, dialog->metaObject()->className());
        QVERIFY2(nameless.isEmpty(),
                 qPrintable(QLatin1String(dialog->metaObject()->className()) + QStringLiteral(": ")
                            + nameless.join(QStringLiteral(", "))));
        dialog->close();
    }
}

// By Tab, or by a key of the action that a button stands for.
void AccessibilityTest::theKeyboardReachesEveryControl()
{
    openImage(fakeVolume({64, 48}, 3));
    run();
    std::set<QWidget*> reached;
    QWidget* widget = m_window.get();
    do {
        if (widget->focusPolicy() & Qt::TabFocus)
            reached.insert(widget->focusProxy() ? widget->focusProxy() : widget);
        widget = widget->nextInFocusChain();
    } while (widget != m_window.get());
    QStringList unreached;
    for (auto* control : m_window->findChildren<QWidget*>()) {
        const bool isControl = qobject_cast<QAbstractButton*>(control)
            || qobject_cast<QComboBox*>(control) || qobject_cast<QLineEdit*>(control)
            || qobject_cast<QSlider*>(control);
        const QWidget* parent = control->parentWidget();
        if (!isControl || !control->isVisible() || !control->isEnabled()
            || qobject_cast<const QLineEdit*>(parent) || qobject_cast<const QComboBox*>(parent)
            || (parent && parent->inherits("QAbstractSpinBox")) || reached.contains(control)
            || control->objectName() == QLatin1String("qt_toolbar_ext_button"))
            continue;
        bool hasKey = parent->inherits("limn::LabelRowWidget"); // F2 on the row
        for (const auto* action : control->actions())
            hasKey = hasKey || !action->shortcuts().isEmpty();
        if (!hasKey)
            unreached << control->accessibleName() + QStringLiteral(" in ")
                    + QLatin1String(parent->metaObject()->className());
    }
    QVERIFY2(unreached.isEmpty(), qPrintable(unreached.join(QStringLiteral(", "))));
    QVERIFY(reached.size() > 30);
}

QTEST_MAIN(AccessibilityTest)
#include "accessibility_test.moc"
