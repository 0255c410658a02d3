// The theme follows the desktop's word on the bus: a portal of the test's own, on a bus of its own.
#include "ui/view/system_look.h"
#include "ui/view/theme.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusVariant>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QtTest>

using namespace limn;

class FakePortal : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    uint scheme = 0;
    double scale = 1;

public Q_SLOTS:
    QDBusVariant Read(const QString& group, const QString& name)
    {
        ++calls;
        if (group == QLatin1String("org.freedesktop.appearance")
            && name == QLatin1String("color-scheme"))
            return QDBusVariant(
                QVariant::fromValue(QDBusVariant(scheme))); // wrapped twice, as it is
        return QDBusVariant(QVariant::fromValue(QDBusVariant(scale)));
    }

Q_SIGNALS:
    void SettingChanged(const QString& group, const QString& name, const QDBusVariant& value);

public:
    int calls = 0;
};

class SystemLookTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        if (m_obstacle != nullptr)
            QSKIP(m_obstacle);
        m_portal.scheme = 0;
    }
    void saysNothingWithoutAPreference();
    void followsTheDesktop();
    void theThemeFollowsWhileLimnRuns();
    void lettersGrowWithTheDesktops();

public:
    FakePortal m_portal;
    const char* m_obstacle = nullptr;
};

void SystemLookTest::saysNothingWithoutAPreference()
{
    const int before = m_portal.calls;
    const SystemLook look;
    QTRY_VERIFY(m_portal.calls >= before + 2);
    QTest::qWait(20);
    QVERIFY(!look.isDark());
    QCOMPARE(look.textScale(), 1.0);
}

void SystemLookTest::followsTheDesktop()
{
    m_portal.scheme = 1;
    SystemLook look;
    QSignalSpy changed(&look, &SystemLook::changed);
    QTRY_COMPARE(look.isDark(), std::optional(true));
    Q_EMIT m_portal.SettingChanged(QStringLiteral("org.freedesktop.appearance"),
                                   QStringLiteral("color-scheme"), QDBusVariant(2U));
    QTRY_COMPARE(look.isDark(), std::optional(false));
    QCOMPARE(changed.count(), 2);
    Q_EMIT m_portal.SettingChanged(QStringLiteral("org.freedesktop.appearance"),
                                   QStringLiteral("accent-color"), QDBusVariant(1U));
    QTest::qWait(20);
    QCOMPARE(changed.count(), 2);
}

void SystemLookTest::theThemeFollowsWhileLimnRuns()
{
    m_portal.scheme = 2;
    applyTheme(*qApp, ThemeChoice::System);
    const auto say = [this](uint scheme) {
        m_portal.scheme = scheme;
        Q_EMIT m_portal.SettingChanged(QStringLiteral("org.freedesktop.appearance"),
                                       QStringLiteral("color-scheme"), QDBusVariant(scheme));
    };
    QTRY_VERIFY(!theme().isDark);
    say(1);
    QTRY_VERIFY(theme().isDark);
    applyTheme(*qApp, ThemeChoice::Light); // a person's word goes before it
    say(2);
    say(1);
    QTest::qWait(50);
    QVERIFY(!theme().isDark);
    applyTheme(*qApp, ThemeChoice::System);
    QTRY_VERIFY(theme().isDark);
}

void SystemLookTest::lettersGrowWithTheDesktops()
{
    applyTheme(*qApp, ThemeChoice::Dark);
    const int before = qApp->font().pixelSize();
    Q_EMIT m_portal.SettingChanged(QStringLiteral("org.gnome.desktop.interface"),
                                   QStringLiteral("text-scaling-factor"), QDBusVariant(1.5));
    QTRY_COMPARE(qApp->font().pixelSize(), qRound(before * 1.5));
}

int main(int argc, char* argv[])
{
    const QString daemon = QStandardPaths::findExecutable(QStringLiteral("dbus-daemon"));
    if (daemon.isEmpty()) { // every test says that it was skipped, and why
        QApplication application(argc, argv);
        SystemLookTest test;
        test.m_obstacle = "no dbus-daemon";
        return QTest::qExec(&test, argc, argv);
    }
    QProcess bus;
    bus.start(daemon,
              {QStringLiteral("--session"), QStringLiteral("--nofork"),
               QStringLiteral("--print-address")});
    if (!bus.waitForReadyRead(20'000))
        return 1;
    const QByteArray address = bus.readLine().trimmed();
    qputenv("DBUS_SESSION_BUS_ADDRESS", address);
    int code = 1;
    {
        QApplication application(argc, argv);
        auto server =
            QDBusConnection::connectToBus(QString::fromLatin1(address), QStringLiteral("portal"));
        SystemLookTest test;
        if (server.registerService(QStringLiteral("org.freedesktop.portal.Desktop"))
            && server.registerObject(
                QStringLiteral("/org/freedesktop/portal/desktop"), &test.m_portal,
                QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals))
            code = QTest::qExec(&test, argc, argv);
    }
    bus.kill();
    bus.waitForFinished();
    return code;
}

#include "system_look_test.moc"
