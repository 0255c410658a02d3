// The program's work list knows the doubt of an image after its run, also when it is opened again.
#include "app/program.h"
#include "tests/support/fake_model_file.h"
#include "tests/support/fake_segmenter.h"
#include "tests/support/own_settings.h"

#include <QDir>
#include <QImage>
#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>

using namespace limn;

class DoubtTest : public QObject {
    Q_OBJECT

    static constexpr int patience = 20000; // ms; a loaded machine is slow

    QTemporaryDir m_home, m_folder;
    FakeOptions m_options;
    std::unique_ptr<Program> m_program;

    double doubtOf(std::size_t index) { return m_program->workList().items()[index].doubt; }

    void start()
    {
        m_program = std::make_unique<Program>(
            fakeOpener(m_options),
            std::filesystem::path(QCoreApplication::applicationDirPath().toStdString())
                / "../bin/limn-import");
        m_program->start(m_folder.path().toStdString());
        QVERIFY(QTest::qWaitForWindowActive(&m_program->window()));
        QTRY_VERIFY_WITH_TIMEOUT(m_program->session().isOpen(), patience);
    }

    bool hasSteps()
    {
        QTest::keyClick(&m_program->window(), Qt::Key_R);
        QTest::qWait(100); // the models may still be read
        return m_program->session().steps().size() == 3;
    }

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
        start();
        QVERIFY(doubtOf(0) < 0 && doubtOf(1) < 0);
        QTRY_VERIFY_WITH_TIMEOUT(hasSteps(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(doubtOf(0) > 0, patience);
        QTest::qWait(300); // the list of the last step
        const double doubt = doubtOf(0);
        QTest::keyClick(&m_program->window(), Qt::Key_U);
        QVERIFY(!m_program->session().look(0).marks.empty());
        const auto marks = m_program->session().look(0).marks;
        QVERIFY(m_program->window().close());

        start(); // again
        QCOMPARE(doubtOf(0), doubt);
        QVERIFY(doubtOf(1) < 0);
        QVERIFY(m_program->session().look(0).marks == marks);
    }
};

QTEST_MAIN(DoubtTest)
#include "doubt_test.moc"
