#include "io/work/image_store.h"
#include "tests/app/program_under_test.h"
#include "tests/io/masks/made_dicom.h"
#include "ui/view/canvas_area.h"

#include <QAbstractButton>
#include <QDir>
#include <QLabel>
#include <QMessageBox>
#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>

using namespace limn;

// The program's rooms together: real files, the real import child, the real work file; the model is
// the fake.
class ProgramTest : public QObject, ProgramUnderTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void runsByKeyAndShowsItsSteps();
    void acceptsAndGoesOnToTheNext();
    void showsEverythingAgainWhenTheFolderIsOpenedAgain();
    void exportsAllAcceptedAsTheyAreKept();
    void asksBeforeAFileIsReplaced();
    void worksOnBesideADamagedFile();
    void exportsOnPastAnImageThatIsGone();
    void exportsSegmentationsOfDicomAndSaysWhatItLeavesOut();
    void endsAtTheLastOfManyImages();
    void saysThatAFolderHasNoImage();

private:
    void writePicture(const QString& name, int grey);
    void start() { ProgramUnderTest::start(m_images, m_options); }
    void stroke(int x, Label label);
    LabelMap composed(const std::string& name) const;
    void exportMasks(ExportScope scope, const QString& format = QStringLiteral("mask"));
    QString mask(const QString& stem) const
    {
        return m_images + QStringLiteral("/masks/") + stem + QStringLiteral("_mask.png");
    }
    static bool isSame(const QImage& picture, const LabelMap& labels);
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_images;
    FakeOptions m_options;
};

void ProgramTest::initTestCase()
{
    useHome(m_home.path());
    QVERIFY(writeModel(m_home.path(), QStringLiteral("disc"), discCard));
}

void ProgramTest::init()
{
    QSettings().clear();
    QSettings().setValue(QStringLiteral("work/visitFirst"), false);
    QSettings().setValue(QStringLiteral("run/model"), QStringLiteral("disc"));
    m_folder = std::make_unique<QTemporaryDir>();
    m_images = m_folder->path();
    m_options = {};
    for (int i = 1; i <= 3; ++i)
        writePicture(QStringLiteral("p%1.png").arg(i), 40 * i);
}

void ProgramTest::cleanup()
{
    m_program.reset();
    m_folder.reset();
}

void ProgramTest::writePicture(const QString& name, int grey)
{
    QImage image(40 + grey / 40, 30, QImage::Format_Grayscale8);
    image.fill(grey);
    image.scanLine(3)[4] = 250;
    QVERIFY(image.save(m_images + u'/' + name, "PNG"));
}

void ProgramTest::stroke(int x, Label label)
{
    Session& session = m_program->session();
    const Rect box{x, 10, 4, 3};
    std::vector<LabelEdit> edits;
    edits.emplace_back(0, box, std::vector<Label>(box.area(), label));
    session.apply(QStringLiteral("Brush"), std::move(edits));
    QCOMPARE(session.human().at(0, x, 10), label);
}

LabelMap ProgramTest::composed(const std::string& name) const
{
    const auto database =
        Database::open((m_images + QStringLiteral("/annotations.limn")).toStdString(),
                       Access::ReadOnly, Logging::WriteAhead);
    if (!database)
        return {};
    auto labels = ImageStore(**database).composedLabels(name);
    return labels ? std::move(*labels) : LabelMap();
}

bool ProgramTest::isSame(const QImage& picture, const LabelMap& labels)
{
    if (picture.format() != QImage::Format_Indexed8 || picture.width() != labels.size.width
        || picture.height() != labels.size.height)
        return false;
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            if (picture.pixelIndex(x, y) != labels.at(0, x, y))
                return false;
    return true;
}

void ProgramTest::exportMasks(ExportScope scope, const QString& format)
{
    Q_EMIT m_program->window().exportRequested(
        {{format}, m_images + QStringLiteral("/masks"), scope, false});
}

void ProgramTest::runsByKeyAndShowsItsSteps()
{
    start();
    run();
    QCOMPARE(m_program->session().steps().size(), std::size_t{3});
    QCOMPARE(m_program->session().runFacts().modelName, std::string("disc"));
    QCOMPARE(m_options.log->runs.load(), 1);
}

void ProgramTest::acceptsAndGoesOnToTheNext()
{
    start();
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(0), patience);
    QVERIFY(m_program->window().canvas().isAncestorOf(m_program->window().focusWidget()));
    stroke(2, 1);
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(1), patience);
    QCOMPARE(m_program->workList().items()[0].status, ImageStatus::Accepted);
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(2), patience);
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("Every image")), patience);
    QCOMPARE(m_program->workList().acceptedCount(), 3);
}

void ProgramTest::showsEverythingAgainWhenTheFolderIsOpenedAgain()
{
    start();
    run();
    stroke(2, 1);
    press(Qt::Key_Comma);
    QCOMPARE(m_program->session().baseStepIndex(), 2);
    const LabelMap labels = m_program->session().labels();
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(1), patience);
    stroke(20, 1);
    m_program->window().close();

    start();
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(1), patience); // the first that is not accepted
    QCOMPARE(m_program->workList().items()[0].status, ImageStatus::Accepted);
    QCOMPARE(m_program->workList().items()[1].status, ImageStatus::Edited);
    QCOMPARE(m_program->workList().items()[2].status, ImageStatus::Todo);
    QCOMPARE(m_program->session().human().at(0, 20, 10), Label{1});
    open(0);
    QCOMPARE(m_program->session().baseStepIndex(), 2);
    QCOMPARE(m_program->session().human().at(0, 2, 10), Label{1});
    QVERIFY(m_program->session().labels().values == labels.values);
}

void ProgramTest::exportsAllAcceptedAsTheyAreKept()
{
    start();
    run();
    stroke(2, 1);
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(1), patience);
    stroke(7, 1);
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(2), patience);
    exportMasks(ExportScope::Accepted);
    QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("2 image")), patience);
    QVERIFY(isSame(QImage(mask(QStringLiteral("p1"))), composed("p1.png")));
    QVERIFY(isSame(QImage(mask(QStringLiteral("p2"))), composed("p2.png")));
    QCOMPARE(QImage(mask(QStringLiteral("p2"))).pixelIndex(7, 10), 1);
    QVERIFY(!QFile::exists(mask(QStringLiteral("p3"))));
    // A format beside the mask, of the image that a model has run on.
    const QDir masks(m_images + QStringLiteral("/masks"));
    Q_EMIT m_program->window().exportRequested(
        {{QStringLiteral("prob")}, masks.path(), ExportScope::Accepted, false});
    QTRY_COMPARE_WITH_TIMEOUT(masks.entryList({QStringLiteral("p1_*_prob.png")}).size(), 1,
                              patience);
    QVERIFY(masks.entryList({QStringLiteral("p2_*_prob.png")}).isEmpty());
    // What was written is not an image to do.
    m_images += QStringLiteral("/masks");
    m_program->window().openRequested(m_images);
    QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("masks")), patience);
}

void ProgramTest::asksBeforeAFileIsReplaced()
{
    start();
    stroke(2, 1);
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(1), patience);
    stroke(7, 1);
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(2), patience);
    QVERIFY(QDir(m_images).mkdir(QStringLiteral("masks")));
    QFile mine(mask(QStringLiteral("p1")));
    QVERIFY(mine.open(QIODevice::WriteOnly));
    mine.write("mine");
    mine.close();

    exportMasks(ExportScope::Accepted);
    QMessageBox* question = nullptr;
    QTRY_VERIFY_WITH_TIMEOUT((question = m_program->window().findChild<QMessageBox*>()), patience);
    QCOMPARE(question->detailedText(), QStringLiteral("p1_mask.png"));
    QVERIFY(mine.open(QIODevice::ReadOnly));
    QCOMPARE(mine.readAll(), QByteArray("mine"));
    mine.close();
    QVERIFY(
        isSame(QImage(mask(QStringLiteral("p2"))), composed("p2.png"))); // it went on with the rest
    QVERIFY(QFile::remove(mask(QStringLiteral("p2"))));
    for (auto* button : question->buttons())
        if (button->text() == QStringLiteral("Replace"))
            button->click();
    QTRY_VERIFY_WITH_TIMEOUT(isSame(QImage(mask(QStringLiteral("p1"))), composed("p1.png")),
                             patience);
    QVERIFY(!QFile::exists(mask(QStringLiteral("p2")))); // only what was asked about
}

void ProgramTest::worksOnBesideADamagedFile()
{
    QFile file(m_images + QStringLiteral("/p2.png"));
    QVERIFY(file.resize(60));
    start();
    m_program->workList().setCurrent(1);
    QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("p2.png")), patience);
    QVERIFY(!m_program->session().isOpen());
    QVERIFY(!m_program->workList().items()[1].error.isEmpty());
    open(2);
    run();
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(0), patience); // past the damaged one
}

void ProgramTest::exportsOnPastAnImageThatIsGone()
{
    start();
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(0), patience);
    stroke(2, 1);
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(1), patience);
    stroke(7, 1);
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(2), patience);
    QVERIFY(QFile::remove(m_images + QStringLiteral("/p1.png")));
    exportMasks(ExportScope::Accepted);
    QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("p1.png")), patience);
    QVERIFY(isSame(QImage(mask(QStringLiteral("p2"))), composed("p2.png")));
    QVERIFY(!QFile::exists(mask(QStringLiteral("p1"))));
}

void ProgramTest::exportsSegmentationsOfDicomAndSaysWhatItLeavesOut()
{
    QFile scan(m_images + QStringLiteral("/scan.dcm"));
    QVERIFY(scan.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    scan.write(test::MadeSeries{.columns = 41, .rows = 30}.files().front());
    start();
    for (const int image : {0, 3}) {
        open(image);
        stroke(2, 1);
        press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(isOpen(1), patience);
    }
    exportMasks(ExportScope::Accepted, QStringLiteral("seg"));
    QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("p1.png is no DICOM image")), patience);
    QCOMPARE(QDir(m_images + QStringLiteral("/masks")).entryList(QDir::Files),
             QStringList{QStringLiteral("scan.seg.dcm")});
}

void ProgramTest::endsAtTheLastOfManyImages()
{
    for (int i = 4; i <= 9; ++i)
        writePicture(QStringLiteral("p%1.png").arg(i), 20 * i);
    start();
    for (int turn = 0; turn < 4; ++turn)
        for (int i = 0; i < 9; ++i)
            m_program->workList().setCurrent(i);
    m_program->workList().setCurrent(4);
    QTRY_VERIFY_WITH_TIMEOUT(isOpen(4), patience);
    stroke(2, 1);
    // Nothing that was overtaken comes later: the thumbnails are made after all openings.
    QTRY_VERIFY_WITH_TIMEOUT(
        std::ranges::none_of(m_program->workList().items(),
                             [](const WorkItem& item) { return item.thumbnail.isNull(); }),
        patience);
    QVERIFY(isOpen(4));
    QCOMPARE(m_program->session().human().at(0, 2, 10), Label{1});
    QCOMPARE(std::ranges::count(m_program->workList().items(), ImageStatus::Edited, &WorkItem::status), 1);
}

void ProgramTest::saysThatAFolderHasNoImage()
{
    start();
    const QTemporaryDir empty;
    Q_EMIT m_program->window().openRequested(empty.path());
    QTRY_VERIFY_WITH_TIMEOUT(says(QFileInfo(empty.path()).fileName()), patience);
    QVERIFY(m_program->session().isOpen()); // what was open stays
}

QTEST_MAIN(ProgramTest)
#include "program_test.moc"
