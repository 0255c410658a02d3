// The window in German: nothing of it stays English, and no word is cut. Run at two scales.
#include "app/translations.h"
#include "tests/support/cut_words.h"
#include "tests/support/translation_file.h"
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

#include <QComboBox>
#include <QMenu>
#include <QStackedWidget>
#include <QTranslator>

#include <map>
#include <set>

using namespace limn;

namespace {

const QString german = QStringLiteral("de");
const QStringList names{QStringLiteral("Modell"), QStringLiteral("Gerät"),
                        QStringLiteral("Label, mit dem vereint wird"),
                        QStringLiteral("Label, in dem gemalt wird")};

void removeTranslations()
{
    for (auto* translator : QCoreApplication::instance()->findChildren<QTranslator*>())
        delete translator;
}

// English words that German says otherwise, wherever they stand.
std::set<QString> foreignWords()
{
    std::set<QString> foreign, shared;
    for (const auto& one : translatedWords(qEnvironmentVariable("LIMN_SOURCE")
                                           + QStringLiteral("/resources/translations/limn_de.ts")))
        (one.forms.contains(one.source) ? shared : foreign).insert(one.source);
    for (const QString& word : shared)
        foreign.erase(word);
    return foreign;
}

void readMnemonics(const QMenu& menu, QStringList& clashes)
{
    std::set<QString> keys;
    for (const QAction* action : menu.actions()) {
        const QString key = QKeySequence::mnemonic(action->text()).toString();
        if (!key.isEmpty() && !keys.insert(key).second)
            clashes << action->text();
    }
}

// One by one: a test's own message ends after some lines.
bool isEmpty(const QStringList& lines)
{
    for (const QString& line : lines)
        qWarning("%s", qPrintable(line));
    return lines.isEmpty();
}

} // namespace

class GermanWindowTest : public QObject, WindowUnderTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { destroyWindow(); }
    void cleanupTestCase() { removeTranslations(); }
    void isChosenInThePreferencesAndThereFromTheNextStart();
    void keepsKeysAndMnemonicsApart();
    void leavesNoWordEnglish();
    void cutsNoWordOfTheWindow();
    void cutsNoWordOfAPopup();
    void cutsNoWordOfADialog();

private:
    void runGerman();
    std::map<QString, QList<QKeySequence>> keysById() const;
    std::vector<std::unique_ptr<QWidget>> dialogs();
    template <typename Check> void onEveryPage(QWidget& dialog, const Check& check);
    std::set<QString> m_english;
};

void GermanWindowTest::initTestCase()
{
    separateSettings();
    m_english = foreignWords();
    QVERIFY(m_english.size() > 1000);
    installTranslation(*QCoreApplication::instance(), german);
}

void GermanWindowTest::init()
{
    makeWindow();
    openImage(fakeVolume({64, 48}, 3));
    runGerman();
    m_window->setImageFacts({{QStringLiteral("Datei"), QStringLiteral("a.png")}});
}

void GermanWindowTest::runGerman()
{
    QSignalSpy ended(m_segmenter.get(), &SegmenterThread::runEnded);
    auto* button = control(QStringLiteral("Ausführen"));
    QVERIFY(button && button->isEnabled());
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(ended.wait());
}

std::map<QString, QList<QKeySequence>> GermanWindowTest::keysById() const
{
    std::map<QString, QList<QKeySequence>> keys;
    for (const QAction* action : m_window->actions().all())
        keys[action->objectName()] = action->shortcuts();
    return keys;
}

std::vector<std::unique_ptr<QWidget>> GermanWindowTest::dialogs()
{
    FigureOffer figure;
    figure.steps = 10;
    figure.maps = {FigureMap::Film,     FigureMap::State,      FigureMap::Posterior,
                   FigureMap::Semantic, FigureMap::Generative, FigureMap::Entropy};
    figure.classes = {QStringLiteral("Herz")};
    figure.file = QStringLiteral("bild_steps");
    const PreferenceOffer offer{{german}, nullptr};
    auto* parent = m_window.get();
    std::vector<std::unique_ptr<QWidget>> all;
    all.push_back(
        std::make_unique<PreferencesDialog>(m_window->actions(), Preferences(), offer, parent));
    all.push_back(std::make_unique<CommandPalette>(m_window->actions(), parent));
    all.push_back(std::make_unique<CompareDialog>(*m_session, parent));
    all.push_back(std::make_unique<KeysSheet>(m_window->actions(), parent));
    all.push_back(std::make_unique<AboutDialog>(parent));
    all.push_back(
        std::make_unique<ExportDialog>(ExportCounts{1, 1234, 2345, true}, QString(), parent));
    all.push_back(std::make_unique<ReleaseDialog>(
        ReleaseOffer{1234, 2345, QStringLiteral("/daten"), QStringLiteral("/bilder")}, parent));
    all.push_back(std::make_unique<FigureDialog>(FigureKind::Figure, figure, parent));
    all.push_back(std::make_unique<FigureDialog>(FigureKind::Animation, figure, parent));
    all.push_back(std::make_unique<TagDialog>(parent));
    all.push_back(std::make_unique<RunRecordDialog>(*m_session, parent));
    return all;
}

template <typename Check> void GermanWindowTest::onEveryPage(QWidget& dialog, const Check& check)
{
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    auto* pages = dialog.findChild<QStackedWidget*>();
    for (int page = 0; page < (pages ? pages->count() : 1); ++page) {
        if (pages)
            pages->setCurrentIndex(page);
        QCoreApplication::processEvents();
        check();
    }
    dialog.close();
}

void GermanWindowTest::isChosenInThePreferencesAndThereFromTheNextStart()
{
    Preferences kept;
    PreferencesDialog dialog(m_window->actions(), kept, {translations(), nullptr}, m_window.get());
    connect(&dialog, &PreferencesDialog::changed, this,
            [&](const Preferences& now) { kept = now; });
    QComboBox* languages = nullptr;
    for (auto* box : dialog.findChildren<QComboBox*>())
        if (box->accessibleName() == QStringLiteral("Sprache"))
            languages = box;
    QVERIFY(languages);
    const auto choose = [&](const QString& name) {
        const int index = languages->findText(name);
        QVERIFY2(index >= 0, qPrintable(name));
        languages->setCurrentIndex(index);
        Q_EMIT languages->activated(index);
        keepPreferences(kept);
        removeTranslations();
        installTranslation(*QCoreApplication::instance());
        destroyWindow();
        m_session = std::make_unique<Session>();
        m_segmenter = std::make_unique<SegmenterThread>(fakeOpener(m_options));
        m_work = std::make_unique<WorkList>();
        m_window = std::make_unique<MainWindow>(*m_session, *m_segmenter, *m_work);
    };
    dialog.setParent(nullptr);
    choose(QStringLiteral("English"));
    QCOMPARE(kept.language, QStringLiteral("en"));
    QCOMPARE(m_window->actions().find(QStringLiteral("run"))->text(), QStringLiteral("Run"));
    choose(QStringLiteral("Deutsch"));
    QCOMPARE(kept.language, german);
    QCOMPARE(m_window->actions().find(QStringLiteral("run"))->text(), QStringLiteral("Ausführen"));
}

void GermanWindowTest::keepsKeysAndMnemonicsApart()
{
    QStringList clashes;
    for (const auto* menu : m_window->findChildren<QMenu*>())
        readMnemonics(*menu, clashes);
    QVERIFY(isEmpty(clashes));
    const auto inGerman = keysById();
    QVERIFY(inGerman.size() > 80);
    destroyWindow();
    removeTranslations();
    makeWindow();
    const auto inEnglish = keysById();
    installTranslation(*QCoreApplication::instance(), german);
    QVERIFY(inGerman == inEnglish);
}

void GermanWindowTest::leavesNoWordEnglish()
{
    QStringList found;
    const auto look = [&](const QWidget& root) {
        for (const QString& words : wordsOf(root))
            if (m_english.contains(words))
                found << QStringLiteral("%1: %2").arg(QLatin1String(root.metaObject()->className()),
                                                      words);
    };
    look(*m_window);
    for (const auto& dialog : dialogs())
        look(*dialog);
    found.removeDuplicates();
    QVERIFY(isEmpty(found));
}

void GermanWindowTest::cutsNoWordOfTheWindow()
{
    for (const QSize size : {QSize(1280, 800), QSize(1440, 900)}) {
        m_window->resize(size);
        QCoreApplication::processEvents();
        const QStringList cut = cutWords(*m_window, names);
        const auto* more = m_window->findChild<QWidget*>(QStringLiteral("qt_toolbar_ext_button"));
        QVERIFY(!more || !more->isVisible()); // nothing has left the bar
        QVERIFY(isEmpty(cut));
    }
}

void GermanWindowTest::cutsNoWordOfAPopup()
{
    QStringList cut;
    int popups = 0;
    for (auto* popup : m_window->findChildren<QFrame*>()) {
        if (!popup->isWindow() || !popup->windowFlags().testFlag(Qt::Popup)
            || popup->inherits("QMenu") || popup->inherits("QComboBoxPrivateContainer"))
            continue;
        ++popups;
        popup->adjustSize();
        popup->show();
        QCoreApplication::processEvents();
        cut << cutWords(*popup, names);
        popup->close();
    }
    QVERIFY2(popups >= 3, qPrintable(QString::number(popups)));
    QVERIFY(isEmpty(cut));
}

void GermanWindowTest::cutsNoWordOfADialog()
{
    QStringList cut;
    for (const auto& dialog : dialogs())
        onEveryPage(*dialog, [&] {
            for (const QString& line : cutWords(*dialog, names))
                cut << QLatin1String(dialog->metaObject()->className()) + QStringLiteral(": ")
                        + line;
        });
    QVERIFY(isEmpty(cut));
}

QTEST_MAIN(GermanWindowTest)
#include "german_window_test.moc"
