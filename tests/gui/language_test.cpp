#include "tests/gui/desktop.h"

#include <QDir>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace limn;

// The real program, started as a person starts it: which language its window speaks.
class LanguageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void speaks_data();
    void speaks();

private:
    static constexpr int patience = 30000; // ms; a loaded machine is slow

    Desktop m_desktop;
};

void LanguageTest::initTestCase()
{
    if (const QStringList missing = Desktop::missingPrograms(); !missing.isEmpty())
        QSKIP(qPrintable(QStringLiteral("not installed: ") + missing.join(QStringLiteral(", "))));
    QVERIFY(m_desktop.start());
}

void LanguageTest::speaks_data()
{
    QTest::addColumn<QString>("asked"); // at the start
    QTest::addColumn<QString>("chosen"); // in the preferences
    QTest::addColumn<QString>("system");
    QTest::addColumn<QString>("palette"); // the title of its window
    const QString commands = QStringLiteral("^Commands"), befehle = QStringLiteral("^Befehle");
    QTest::newRow("English where nothing is chosen") << ""
                                                     << ""
                                                     << "" << commands;
    QTest::newRow("the system's") << ""
                                  << ""
                                  << "de" << befehle;
    QTest::newRow("what is chosen before the system's") << ""
                                                        << "en"
                                                        << "de" << commands;
    QTest::newRow("chosen") << ""
                            << "de"
                            << "en" << befehle;
    QTest::newRow("asked for before what is chosen") << "de"
                                                     << "en"
                                                     << "en" << befehle;
}

void LanguageTest::speaks()
{
    QFETCH(QString, asked);
    QFETCH(QString, chosen);
    QFETCH(QString, system);
    QFETCH(QString, palette);
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("config/limn")));
    if (!chosen.isEmpty())
        QSettings(folder.filePath(QStringLiteral("config/limn/limn.conf")), QSettings::IniFormat)
            .setValue(QStringLiteral("ui/language"), chosen);
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("DISPLAY"), m_desktop.display());
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"),
                       folder.filePath(QStringLiteral("config")));
    environment.insert(QStringLiteral("XDG_DATA_HOME"), folder.filePath(QStringLiteral("data")));
    environment.insert(QStringLiteral("LANG"), QStringLiteral("en_US.UTF-8"));
    environment.insert(QStringLiteral("LANGUAGE"), system);
    for (const auto* name : {"WAYLAND_DISPLAY", "LC_ALL", "LC_MESSAGES"})
        environment.remove(QLatin1String(name));
    QProcess program;
    program.setProcessEnvironment(environment);
    program.start(QStringLiteral(LIMN_PROGRAM),
                  asked.isEmpty() ? QStringList()
                                  : QStringList{QStringLiteral("--language"), asked});
    QVERIFY(program.waitForStarted());
    const auto window = [&](const QString& title) {
        return m_desktop.window(program.processId(), title);
    };
    QString main;
    QTRY_VERIFY_WITH_TIMEOUT(!(main = window(QStringLiteral("^Limn$"))).isEmpty(), patience);
    m_desktop.activate(main);
    QTRY_VERIFY_WITH_TIMEOUT(m_desktop.isActive(main), patience);
    m_desktop.press(QStringLiteral("ctrl+k"));
    QTRY_VERIFY_WITH_TIMEOUT(!window(palette).isEmpty(), patience);
    program.kill();
    QVERIFY(program.waitForFinished());
}

QTEST_GUILESS_MAIN(LanguageTest)
#include "language_test.moc"
