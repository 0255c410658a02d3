// The program's work list knows the doubt of an image after its run, also when it is opened again.
#include "tests/app/program_under_test.h"

#include <QDir>
#include <QImage>
#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>

using namespace limn;

class DoubtTest : public QObject, ProgramUnderTest {
    Q_OBJECT

    QTemporaryDir m_folder;

    double doubtOf(int index) const { return item(index).doubt; }

private Q_SLOTS:
    void initTestCase()
    {
        useHome(m_home.path());
        QVERIFY(writeModel(m_home.path(), QStringLiteral("fake"), discCard));
        for (const char* name : {"a.png", "b.png"}) {
            QImage picture(120, 90, QImage::Format_Grayscale8);
            picture.fill(name[0]);
            QVERIFY(picture.save(m_folder.filePath(QLatin1String(name))));
        }
    }

    void cleanupTestCase() { m_program.reset(); }

    void theDoubtOfARunIsKeptWithTheFolder()
    {
        start(m_folder.path());
        QVERIFY(doubtOf(0) < 0 && doubtOf(1) < 0);
        run();
        QTRY_VERIFY_WITH_TIMEOUT(doubtOf(0) > 0, patience);
        QTest::qWait(300); // the list of the last step
        const double doubt = doubtOf(0);
        press(Qt::Key_U);
        QVERIFY(!m_program->session().look(0).marks.empty());
        const auto marks = m_program->session().look(0).marks;

        start(m_folder.path()); // again
        QCOMPARE(doubtOf(0), doubt);
        QVERIFY(doubtOf(1) < 0);
        QVERIFY(m_program->session().look(0).marks == marks);
    }
};

QTEST_MAIN(DoubtTest)
#include "doubt_test.moc"
