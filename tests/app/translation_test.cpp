// The translations themselves: every word of the program is in them, and each says the same.
#include "app/translations.h"
#include "tests/support/own_settings.h"
#include "tests/support/translation_file.h"
#include "ui/view/preferences.h"

#include <QDir>
#include <QDirIterator>
#include <QLocale>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTranslator>
#include <QtTest>

#include <algorithm>

using namespace limn;

namespace {

QString sources()
{
    return qEnvironmentVariable("LIMN_SOURCE");
}

QDir translationFolder()
{
    return sources() + QStringLiteral("/resources/translations");
}

// Everything that stands for something else, in order: %1, %n, <br>, &nbsp;, (*.csv), and the keys
// of mnemonics.
QStringList placeholders(const QString& words)
{
    static const QRegularExpression form(
        QStringLiteral(R"(%L?(\d|n)|<[^>]+>|&\w+;|&\w|\*\.\w+(\.\w+)?)"));
    QStringList found;
    for (auto match = form.globalMatch(words); match.hasNext();)
        found << match.next().captured();
    std::ranges::sort(found);
    return found;
}

QString edge(const QString& words)
{
    static const QRegularExpression spaces(QStringLiteral(R"(^(\s*).*?(\s*)$)"));
    const auto match = spaces.match(words);
    return QStringLiteral("%1|%2").arg(match.captured(1), match.captured(2));
}

// '.' of a sentence, ':' before something, "…" of what asks before it acts.
QChar ending(const QString& words)
{
    const QChar last = words.trimmed().isEmpty() ? QChar() : words.trimmed().back();
    return QStringLiteral(".:…?").contains(last) ? last : QChar();
}

QString joined(const QStringList& faults)
{
    return QStringLiteral("%1:\n  %2").arg(faults.size()).arg(faults.join(QStringLiteral("\n  ")));
}

} // namespace

class TranslationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { useSettingsIn(m_folder.path()); }
    void files_data();
    void hasEveryWordOfTheProgram_data() { files_data(); }
    void hasEveryWordOfTheProgram();
    void keepsWhatWordsStandFor_data() { files_data(); }
    void keepsWhatWordsStandFor();
    void sourcesTranslateInTheContextThatTheToolsSee();
    void speaksWhatAPersonChoseElseWhatTheSystemSpeaks_data();
    void speaksWhatAPersonChoseElseWhatTheSystemSpeaks();
    void bringsQtsOwnWordsAndCommas();
    void saysHowManyInEnglishToo();
    void startsInAskedLanguagesAloneAndKeepsCommandsEnglish();

private:
    QTemporaryDir m_folder;
};

void TranslationTest::files_data()
{
    QTest::addColumn<QString>("name");
    const QStringList names = translationFolder().entryList({QStringLiteral("limn_*.ts")});
    QVERIFY(names.contains(QStringLiteral("limn_de.ts")));
    for (const QString& name : names)
        QTest::newRow(qPrintable(name)) << name;
}

void TranslationTest::hasEveryWordOfTheProgram()
{
    QFETCH(QString, name);
    const QString now = m_folder.filePath(name);
    QVERIFY(QFile::copy(translationFolder().filePath(name), now));
    QProcess update;
    update.start(sources() + QStringLiteral("/packaging/update_translations.sh"),
                 {m_folder.path()});
    QVERIFY(update.waitForFinished(120000));
    QCOMPARE(update.exitCode(), 0);
    QCOMPARE(update.readAllStandardError(), QByteArray());
    const auto words = translatedWords(now);
    QStringList missing;
    for (const TranslatedWords& one : words)
        if (!one.isFinished || one.forms.contains(QString()))
            missing << one.where();
    QVERIFY2(missing.isEmpty(),
             qPrintable(QStringLiteral("packaging/update_translations.sh puts what is missing into "
                                       "resources/translations/%1; translate there ")
                            .arg(name)
                        + joined(missing)));
    QCOMPARE(words.size(), translatedWords(translationFolder().filePath(name)).size());
    QVERIFY(QFile::remove(now));
}

void TranslationTest::keepsWhatWordsStandFor()
{
    QFETCH(QString, name);
    const auto words = translatedWords(translationFolder().filePath(name));
    QVERIFY(words.size() > 20);
    QStringList faults;
    for (const TranslatedWords& one : words)
        for (const QString& form : one.forms)
            if (placeholders(form) != placeholders(one.source) || edge(form) != edge(one.source)
                || ending(form) != ending(one.source))
                faults << one.where() + QStringLiteral(" = ") + form;
    QVERIFY2(faults.isEmpty(), qPrintable(joined(faults)));
}

// A file-local tr() translates in the context "limn", where lupdate puts words outside a class; a
// name of its own there would never be found.
void TranslationTest::sourcesTranslateInTheContextThatTheToolsSee()
{
    static const QRegularExpression call(
        QStringLiteral(R"re(translate\("([\w:]+)",\s*(text|words)\))re"));
    QStringList known;
    for (const auto& one : translatedWords(translationFolder().filePath("limn_de.ts")))
        known << one.context;
    QStringList faults;
    for (const QString& room : {QStringLiteral("/app"), QStringLiteral("/ui")}) {
        QDirIterator files(sources() + room, {QStringLiteral("*.cpp")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const auto match = call.match(QString::fromUtf8(file.readAll()));
            if (match.hasMatch() && !known.contains(match.captured(1)))
                faults << file.fileName() + QStringLiteral(": ") + match.captured(1);
        }
    }
    QVERIFY2(faults.isEmpty(), qPrintable(joined(faults)));
}

void TranslationTest::speaksWhatAPersonChoseElseWhatTheSystemSpeaks_data()
{
    QTest::addColumn<QString>("chosen");
    QTest::addColumn<QStringList>("systems");
    QTest::addColumn<QString>("spoken");
    const auto list = [](const char* words) { return QString::fromLatin1(words).split(u' '); };
    QTest::newRow("a German system") << QString() << list("de-DE de") << "de";
    QTest::newRow("an Austrian system") << QString() << list("de-AT") << "de";
    QTest::newRow("the second language") << QString() << list("fi-FI de-DE en") << "de";
    QTest::newRow("English before German") << QString() << list("en-GB de-DE") << "en";
    QTest::newRow("no language that is there") << QString() << list("fi-FI C") << "en";
    QTest::newRow("no system") << QString() << QStringList() << "en";
    QTest::newRow("chosen German") << "de" << list("en-US") << "de";
    QTest::newRow("chosen English") << "en" << list("de-DE") << "en";
    QTest::newRow("chosen and gone") << "eo" << list("de-DE") << "de";
}

void TranslationTest::speaksWhatAPersonChoseElseWhatTheSystemSpeaks()
{
    QFETCH(QString, chosen);
    QFETCH(QStringList, systems);
    QFETCH(QString, spoken);
    QCOMPARE(languageFor(chosen, systems, {QStringLiteral("de")}), spoken);
}

void TranslationTest::bringsQtsOwnWordsAndCommas()
{
    QVERIFY(translations().contains(QStringLiteral("de")));
    const QLocale before;
    Preferences preferences;
    preferences.language = QStringLiteral("de");
    keepPreferences(preferences);
    installTranslation(*QCoreApplication::instance());
    QCOMPARE(QKeySequence(Qt::CTRL | Qt::Key_O).toString(QKeySequence::NativeText),
             QStringLiteral("Strg+O"));
    QCOMPARE(QLocale().toString(0.5, 'f', 1), QStringLiteral("0,5"));
    QCOMPARE(QCoreApplication::translate("limn", "Run"), QStringLiteral("Ausführen"));
    QLocale::setDefault(before);
    for (auto* translator : QCoreApplication::instance()->findChildren<QTranslator*>())
        delete translator;
    QCOMPARE(QCoreApplication::translate("limn", "Run"), QStringLiteral("Run"));
}

void TranslationTest::saysHowManyInEnglishToo()
{
    installTranslation(*QCoreApplication::instance(), QStringLiteral("en"));
    const auto filled = [](int count) {
        return QCoreApplication::translate("limn::CanvasArea", "%n slice(s) filled.", nullptr,
                                           count);
    };
    QCOMPARE(filled(1), QStringLiteral("1 slice filled."));
    QCOMPARE(filled(3), QStringLiteral("3 slices filled."));
    for (auto* translator : QCoreApplication::instance()->findChildren<QTranslator*>())
        delete translator;
}

void TranslationTest::startsInAskedLanguagesAloneAndKeepsCommandsEnglish()
{
    QProcess limn;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LANGUAGE"), QStringLiteral("de"));
    environment.insert(QStringLiteral("LANG"), QStringLiteral("de_DE.UTF-8"));
    limn.setProcessEnvironment(environment);
    limn.start(QStringLiteral(LIMN_PROGRAM), {QStringLiteral("--language"), QStringLiteral("eo")});
    QVERIFY(limn.waitForFinished());
    QCOMPARE(limn.exitCode(), 2);
    QCOMPARE(limn.readAllStandardError(), QByteArray("limn: --language takes one of en, de.\n"));
    limn.start(QStringLiteral(LIMN_PROGRAM), {QStringLiteral("--help")});
    QVERIFY(limn.waitForFinished());
    QVERIFY(limn.readAllStandardOutput().startsWith("Limn makes segmentation masks"));
}

QTEST_MAIN(TranslationTest)
#include "translation_test.moc"
