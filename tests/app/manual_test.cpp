#include "tests/support/fake_segmenter.h"
#include "ui/view/main_window.h"

#include <QAction>
#include <QFile>
#include <QRegularExpression>
#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>

using namespace limn;

// docs/manual.md names the keys that the window has, and no others.
class ManualTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void namesEveryKey();
    void showsPicturesThatExist();

private:
    QString m_manual;
};

void ManualTest::initTestCase()
{
    QFile file(qEnvironmentVariable("LIMN_SOURCE") + QStringLiteral("/docs/manual.md"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_manual = QString::fromUtf8(file.readAll());
}

void ManualTest::namesEveryKey()
{
    const QTemporaryDir settings;
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, settings.path());
    Session session;
    SegmenterThread segmenter(fakeOpener());
    WorkList work;
    const MainWindow window(session, segmenter, work);
    QStringList rows;
    for (const auto* action : window.allActions()) {
        if (action->shortcuts().isEmpty())
            continue;
        QStringList keys;
        for (const auto& key : action->shortcuts())
            keys << u'`' + key.toString(QKeySequence::PortableText) + u'`';
        rows
            << QStringLiteral("| %1 | %2 |").arg(keys.join(QStringLiteral(" or ")), action->text());
    }
    QVERIFY(rows.size() > 30);

    QStringList written;
    const QString section =
        m_manual.section(QStringLiteral("## Keys"), 1).section(QStringLiteral("\n## "), 0, 0);
    for (const QString& line : section.split(u'\n'))
        if (line.startsWith(QStringLiteral("| `")))
            written << line;
    for (const QString& row : rows)
        QVERIFY2(written.contains(row),
                 qPrintable(QStringLiteral("missing:\n") + rows.join(u'\n')));
    QCOMPARE(written.size(), rows.size());
}

void ManualTest::showsPicturesThatExist()
{
    static const QRegularExpression picture(QStringLiteral(R"(!\[[^\]]+\]\(([^)]+)\))"));
    int count = 0;
    for (auto found = picture.globalMatch(m_manual); found.hasNext(); ++count) {
        const QString path = found.next().captured(1);
        QVERIFY2(
            QFile::exists(qEnvironmentVariable("LIMN_SOURCE") + QStringLiteral("/docs/") + path),
            qPrintable(path));
    }
    QVERIFY(count > 0);
}

QTEST_MAIN(ManualTest)
#include "manual_test.moc"
