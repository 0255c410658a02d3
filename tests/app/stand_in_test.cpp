// A large picture: a small copy of it is looked at while it is read; it is worked on when it is there.
#include "tests/app/program_under_test.h"
#include "ui/view/canvas_area.h"

#include <QImage>
#include <QSettings>

using namespace limn;

class StandInTest : public QObject, ProgramUnderTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void aSmallCopyIsShownWhereThePictureWillBe_data();
    void aSmallCopyIsShownWhereThePictureWillBe();
    void aNamedFileIsSeenBeforeItsFolderIsListed();
    void nothingIsDrawnOnThePictureBeforeMeanwhile();
    void itGoesWithAFileThatCannotBeRead();

private:
    CanvasArea& canvas() const { return m_program->window().canvas(); }
    QString file(const QString& name) const { return m_folder.filePath(name); }
    QImage shot() const { return canvas().surface()->grab().toImage(); }
    // At the moment when the copy comes: on a busy machine the picture is there in the same turn.
    void look(const std::function<void()>& action)
    {
        m_looks = 0;
        connect(&canvas(), &CanvasArea::standInShown, this, [this, action] {
            ++m_looks;
            QVERIFY(canvas().hasStandIn());
            QVERIFY(!session().isOpen());
            action();
        });
    }

    int m_looks = 0;
    QTemporaryDir m_folder;
};

void StandInTest::initTestCase()
{
    useHome(m_home.path());
    QSettings().setValue(QStringLiteral("memory/aheadMb"), 0); // nothing is decoded ahead
    const QImage sample(qEnvironmentVariable("LIMN_SOURCE")
                        + QStringLiteral("/resources/samples/ISIC_0012151.png"));
    const QImage large = sample.scaled(2600, 2000, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    QVERIFY(sample.scaled(200, 150).save(file(QStringLiteral("a.png"))));
    QVERIFY(large.save(file(QStringLiteral("b.png"))));
    QVERIFY(large.save(file(QStringLiteral("c.jpg")), "JPG", 95));
    QVERIFY(large.convertToFormat(QImage::Format_Grayscale16).save(file(QStringLiteral("d.png"))));
    QFile damaged(file(QStringLiteral("e.png"))); // its size is there, its pixels are not
    QVERIFY(damaged.open(QIODevice::WriteOnly));
    QFile png(file(QStringLiteral("b.png")));
    QVERIFY(png.open(QIODevice::ReadOnly));
    QByteArray bytes = png.readAll();
    bytes.replace(bytes.size() / 2, 4000, QByteArray(4000, 'x'));
    damaged.write(bytes);
}

void StandInTest::cleanup()
{
    end();
    QFile::remove(file(QStringLiteral("annotations.limn")));
}

void StandInTest::aSmallCopyIsShownWhereThePictureWillBe_data()
{
    QTest::addColumn<int>("index");
    QTest::newRow("PNG") << 1;
    QTest::newRow("JPEG") << 2;
    QTest::newRow("16 bits of grey") << 3;
}

void StandInTest::aSmallCopyIsShownWhereThePictureWillBe()
{
    QFETCH(int, index);
    start(file(QStringLiteral("a.png")));
    m_program->window().resize(1500, 1000);
    QImage before;
    look([&] { before = shot(); });
    m_program->workList().setCurrent(index);
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(index), patience);
    QCOMPARE(m_looks, 1);
    QVERIFY(!canvas().hasStandIn());
    const QImage after = shot();
    // The middle of the canvas, without what lies on it.
    const QRect middle(before.width() / 4, before.height() / 4, before.width() / 2,
                       before.height() / 2);
    double difference = 0;
    for (int y = middle.top(); y < middle.bottom(); ++y)
        for (int x = middle.left(); x < middle.right(); ++x)
            difference += std::abs(qGray(before.pixel(x, y)) - qGray(after.pixel(x, y)));
    difference /= middle.width() * middle.height();
    QVERIFY2(difference < 3, qPrintable(QString::number(difference))); // of 255
}

// From the start page.
void StandInTest::aNamedFileIsSeenBeforeItsFolderIsListed()
{
    m_program = std::make_unique<Program>(fakeOpener({}), importer());
    m_program->start({});
    QVERIFY(QTest::qWaitForWindowActive(&m_program->window()));
    QVERIFY(!canvas().isVisible());
    look([this] { QVERIFY(canvas().isVisible()); });
    m_program->openPath(file(QStringLiteral("c.jpg")).toStdString());
    QTRY_VERIFY_WITH_TIMEOUT(m_program->isFollowing(), patience);
    QVERIFY(isOpen(2));
    QCOMPARE(m_looks, 1); // the list does not ask for it again
    QVERIFY(!canvas().hasStandIn());
}

void StandInTest::nothingIsDrawnOnThePictureBeforeMeanwhile()
{
    start(file(QStringLiteral("a.png")));
    look([this] {
        QVERIFY(!m_program->isFollowing());
        QTest::mouseClick(canvas().surface(), Qt::LeftButton, {},
                          canvas().surface()->rect().center());
        QVERIFY(!action(QStringLiteral("Run"))->isEnabled());
    });
    m_program->workList().setCurrent(1);
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(1), patience);
    const auto human = session().human().slice(0);
    QCOMPARE(m_looks, 1);
    QVERIFY(std::ranges::all_of(human, [](Label label) { return label == untouched; }));
}

void StandInTest::itGoesWithAFileThatCannotBeRead()
{
    start(file(QStringLiteral("a.png")));
    m_program->workList().setCurrent(4);
    QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("e.png")), patience);
    QTRY_VERIFY_WITH_TIMEOUT(!item(4).error.isEmpty(), patience);
    QVERIFY(!canvas().hasStandIn());
    QVERIFY(!session().isOpen());
}

QTEST_MAIN(StandInTest)
#include "stand_in_test.moc"
