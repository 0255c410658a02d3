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

// As people do it; true when it had nothing to complain of.
bool update(const QString& folder)
{
    QProcess script;
    script.start(sources() + QStringLiteral("/packaging/update_translations.sh"), {folder});
    if (!script.waitForFinished(120000) || script.exitCode() != 0)
        return false;
    const QByteArray complaints = script.readAllStandardError();
    if (!complaints.isEmpty())
        qWarning("%s", complaints.constData());
    return complaints.isEmpty();
}

// Every source that can have words, one after the other.
QString wholeProgram()
{
    QString all;
    for (const QString& room : {QStringLiteral("/app"), QStringLiteral("/ui")}) {
        QDirIterator files(sources() + room, {QStringLiteral("*.cpp"), QStringLiteral("*.h")},
                           QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext())
            if (QFile file(files.next()); file.open(QIODevice::ReadOnly))
                all += QString::fromUtf8(file.readAll());
    }
    return all;
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
    void aNewLanguageIsOneEmptyFile();
    void sourcesTranslateInTheContextThatTheToolsSee();
    void theScriptNamesEveryMacroThatMarksWords();
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
    QVERIFY(update(m_folder.path()));
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

void TranslationTest::aNewLanguageIsOneEmptyFile()
{
    const QTemporaryDir folder;
    QFile empty(folder.filePath(QStringLiteral("limn_fr.ts")));
    QVERIFY(empty.open(QIODevice::WriteOnly));
    empty.close();
    QVERIFY(update(folder.path()));
    const auto words = translatedWords(empty.fileName());
    QCOMPARE(words.size(), translatedWords(translationFolder().filePath("limn_de.ts")).size());
    QVERIFY(std::ranges::none_of(words, &TranslatedWords::isFinished));
}

// A context is a class with words of its own, or a name that the sources give to translate(): else
// nothing asks for those words by it, and they stay English. A file-local tr() translates in
// "limn", where lupdate puts words outside a class.
void TranslationTest::sourcesTranslateInTheContextThatTheToolsSee()
{
    const QString program = wholeProgram();
    static const QRegularExpression call(
        QStringLiteral(R"re(translate\("([\w:]+)",\s*(text|words)\))re"));
    QStringList contexts, faults;
    for (const auto& one : translatedWords(translationFolder().filePath("limn_de.ts")))
        if (!contexts.contains(one.context))
            contexts << one.context;
    QVERIFY(contexts.size() > 60);
    for (const QString& context : contexts) {
        const QRegularExpression ownClass(
            QStringLiteral(R"re(class %1\b[^;{}]*\{\s*Q_OBJECT)re").arg(context.section("::", -1)));
        const bool isOwn =
            context.startsWith(QStringLiteral("limn::")) && program.contains(ownClass);
        if (!isOwn && !program.contains(QStringLiteral("\"%1\",").arg(context))
            && !program.contains(QStringLiteral("Q_DECLARE_TR_FUNCTIONS(%1)").arg(context)))
            faults << QStringLiteral("nothing translates in “%1”").arg(context);
    }
    for (auto match = call.globalMatch(program); match.hasNext();)
        if (const QString context = match.next().captured(1); !contexts.contains(context))
            faults << QStringLiteral("no word is found in “%1”").arg(context);
    QVERIFY2(faults.isEmpty(), qPrintable(joined(faults)));
}

// lupdate reads no macros: the script names those that mark words.
void TranslationTest::theScriptNamesEveryMacroThatMarksWords()
{
    QFile script(sources() + QStringLiteral("/packaging/update_translations.sh"));
    QVERIFY(script.open(QIODevice::ReadOnly));
    const QString options = QString::fromUtf8(script.readAll());
    static const QRegularExpression macro(
        QStringLiteral(R"re(#define (\w+)\(\w+\) QT_TRANSLATE_NOOP\("(\w+)")re"));
    int count = 0;
    for (auto match = macro.globalMatch(wholeProgram()); match.hasNext(); ++count) {
        const auto found = match.next();
        QVERIFY2(options.contains(QStringLiteral("QT_TR_NOOP+=") + found.captured(1)),
                 qPrintable(found.captured()));
        QCOMPARE(found.captured(2), QStringLiteral("limn"));
    }
    QVERIFY(count > 0);
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
