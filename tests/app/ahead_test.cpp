// The next images are decoded ahead and open at once; one that was changed since is read again. The
// model runs ahead when wished, and only on what nobody touched.
#include "tests/app/program_under_test.h"
#include "ui/view/canvas_area.h"

#include <QAction>
#include <QDir>
#include <QImage>
#include <QPainter>
#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>

using namespace limn;

class AheadTest : public QObject, ProgramUnderTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void opensAtOnceWhatWasDecodedAhead();
    void readsAChangedFileAgain();
    void runsAheadOnWhatNobodyTouched();

private:
    void writePicture(int number, int side, int grey);
    void start() { ProgramUnderTest::start(m_folder->path(), m_options); }
    QString path(int number) const
    {
        return m_folder->filePath(QStringLiteral("p%1.png").arg(number));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    FakeOptions m_options;
};

void AheadTest::initTestCase()
{
    useHome(m_home.path());
    QVERIFY(writeModel(m_home.path(), QStringLiteral("disc"), discCard));
}

void AheadTest::init()
{
    QSettings().clear();
    QSettings().setValue(QStringLiteral("run/model"), QStringLiteral("disc"));
    QSettings().setValue(QStringLiteral("work/visitFirst"), false);
    m_folder = std::make_unique<QTemporaryDir>();
    m_options = {};
}

void AheadTest::cleanup()
{
    m_program.reset();
    m_folder.reset();
}

void AheadTest::writePicture(int number, int side, int grey)
{
    QImage image(side, side, QImage::Format_Grayscale8);
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x)
            image.scanLine(y)[x] = static_cast<uchar>((grey + x * y / 7) % 256);
    QVERIFY(image.save(path(number), "PNG"));
}

// From the key to the picture on the canvas.
void AheadTest::opensAtOnceWhatWasDecodedAhead()
{
    constexpr int count = 6, side = 2048;
    for (int number = 1; number <= count; ++number)
        writePicture(number, side, 20 * number);
    start();
    std::vector<double> all;
    for (int index = 1; index < count; ++index) {
        QTRY_VERIFY_WITH_TIMEOUT(
            m_program->isAhead(m_program->workList().items()[static_cast<std::size_t>(index)].path),
            patience);
        QWidget* const surface = m_program->window().canvas().surface();
        QElapsedTimer clock;
        clock.start();
        QTest::keyClick(&m_program->window(), Qt::Key_D);
        QTRY_VERIFY_WITH_TIMEOUT(isOpen(index), patience);
        surface->repaint();
        const double elapsedMs = static_cast<double>(clock.nsecsElapsed()) / 1e6;
        all.push_back(elapsedMs);
    }
    std::ranges::sort(all);
    qInfo("%d x %d px, decoded ahead: open and painted in %.1f to %.1f ms", side, side,
          all.front(), all.back());
    QVERIFY2(all.front() <= 50, "goal: 50 ms"); // the quickest: the others tell how busy the machine is
}

void AheadTest::readsAChangedFileAgain()
{
    for (int number = 1; number <= 3; ++number)
        writePicture(number, 64, 10 * number);
    start();
    QTRY_VERIFY_WITH_TIMEOUT(m_program->isAhead(path(2).toStdString()), patience);
    writePicture(2, 80, 99);
    QTest::keyClick(&m_program->window(), Qt::Key_D);
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(1) && m_program->session().volume()->size.width == 80,
                             patience);
}

void AheadTest::runsAheadOnWhatNobodyTouched()
{
    for (int number = 1; number <= 4; ++number)
        writePicture(number, 64, 10 * number);
    start();
    // The second one is somebody's.
    QTest::keyClick(&m_program->window(), Qt::Key_D);
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(1), patience);
    m_program->session().apply(QStringLiteral("Brush"),
                               {LabelEdit(0, {2, 2, 3, 3}, std::vector<Label>(9, 1))});
    QTest::keyClick(&m_program->window(), Qt::Key_A);
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(0), patience);
    QAction* const ahead = m_program->window().actions().find(QStringLiteral("run-ahead"));
    QTRY_VERIFY_WITH_TIMEOUT(m_program->window().actions().find(QStringLiteral("run"))->isEnabled(),
                             patience);
    ahead->trigger();
    const auto& items = m_program->workList().items();
    QTRY_VERIFY_WITH_TIMEOUT(items[2].doubt >= 0 && items[3].doubt >= 0, patience);
    QCOMPARE(items[1].doubt, -1.0);
    QCOMPARE(items[2].status, ImageStatus::Todo);
    QVERIFY(m_program->session().baseMap().isEmpty()); // the shown one is a person's, too
    m_program->workList().setCurrent(2);
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(2), patience);
    QVERIFY(!m_program->session().baseMap().isEmpty());
    QCOMPARE(m_program->session().runFacts().modelName, std::string("disc"));
    QVERIFY(std::ranges::count(m_program->session().labels().values, Label{1}) > 0);
    QVERIFY(QSettings().value(QStringLiteral("run/ahead")).toBool());
}

QTEST_MAIN(AheadTest)
#include "ahead_test.moc"
