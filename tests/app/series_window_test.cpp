// A series in the program: one entry of the work list, slices read as they are shown, painted on,
// kept, exported; time as a second axis; what is odd is told.
#include "tests/app/program_under_test.h"
#include "tests/io/import/made_slices.h"
#include "ui/view/message_bar.h"

#include <QAction>
#include <QDir>
#include <QImage>
#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>

using namespace limn;
using namespace limn::test;

class SeriesWindowTest : public QObject, ProgramUnderTest {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    void write(int file, const MadeSlice& slice)
    {
        QFile out(m_folder->filePath(QStringLiteral("im%1.dcm").arg(file)));
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(madeSlice(slice));
    }
    // Shuffled: file k holds the slice at place (2 k) mod 5.
    void writeStack(int without = -1)
    {
        for (int k = 0; k < 5; ++k)
            if (const int place = 2 * k % 5; place != without)
                write(k + 1, {.origin = {0, 0, 5.0 * place}, .number = k + 1, .value = 100 * place});
    }
    float firstValueOf(int slice)
    {
        return session().volume()->slices[static_cast<std::size_t>(slice)]->values[0];
    }
private Q_SLOTS:
    void initTestCase()
    {
        useHome(m_home.path());
    }
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup()
    {
        m_program.reset();
        m_folder.reset();
    }

    void isOneImageWhoseSlicesAreReadAsTheyAreShown()
    {
        writeStack();
        start(m_folder->path());
        QCOMPARE(m_program->workList().items().size(), 1U);
        QCOMPARE(session().volume()->sliceCount(), 5);
        QCOMPARE(session().currentSlice(), 2); // the middle
        QCOMPARE(firstValueOf(2), 200.0F);
        QVERIFY(!session().volume()->slices[0]);
        session().setCurrentSlice(0);
        QTRY_VERIFY_WITH_TIMEOUT(session().volume()->slices[0], patience);
        QCOMPARE(firstValueOf(0), 0.0F);
        QVERIFY(!session().volume()->slices[4]);
        QVERIFY(m_program->window().findChild<MessageBar*>()->current() == nullptr);
    }

    void keepsWorkOnASliceAndExportsIt()
    {
        writeStack();
        start(m_folder->path());
        session().setCurrentSlice(3);
        QTRY_VERIFY_WITH_TIMEOUT(session().volume()->slices[3], patience);
        std::vector<Label> painted(session().human().slice(3).begin(),
                                   session().human().slice(3).end());
        painted[10] = 1;
        session().apply(QStringLiteral("Brush"),
                        {*LabelEdit::between(session().human().slice(3), painted,
                                             session().human().size, 3)});
        session().setStatus(ImageStatus::Accepted);
        start(m_folder->path()); // the one before ends, and with it everything is on disk
        QCOMPARE(m_program->workList().items()[0].status, ImageStatus::Accepted);
        QCOMPARE(session().labels().slice(3)[10], Label{1});
        const QString masks = m_folder->filePath(QStringLiteral("masks"));
        Q_EMIT m_program->window().exportRequested(
            {{QStringLiteral("mask"), QStringLiteral("seg")}, masks, ExportScope::Accepted});
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(masks + QStringLiteral("/im1.seg.dcm")), patience);
        QCOMPARE(QDir(masks).entryList({QStringLiteral("*_mask.png")}).size(), 5);
        const QImage mask(masks + QStringLiteral("/im1_s004_mask.png"));
        QCOMPARE(mask.size(), QSize(8, 6));
        QCOMPARE(mask.pixelIndex(2, 1), 1);
    }

    void showsTheSliceOfAFileThatIsOpened()
    {
        writeStack();
        start(m_folder->filePath(QStringLiteral("im3.dcm"))); // at place 4
        QTRY_COMPARE_WITH_TIMEOUT(session().currentSlice(), 4, patience);
        QTRY_VERIFY_WITH_TIMEOUT(session().volume()->slices[4], patience);
        QCOMPARE(firstValueOf(4), 400.0F);
    }

    void tellsOfAMissingSlice()
    {
        writeStack(1);
        start(m_folder->path());
        const auto* bar = m_program->window().findChild<MessageBar*>();
        QTRY_VERIFY_WITH_TIMEOUT(bar->current() != nullptr, patience);
        QVERIFY2(bar->current()->sentence.contains(
                     QStringLiteral("between slices 1 and 2 lie 10 mm instead of 5 mm")),
                 qPrintable(bar->current()->sentence));
    }

    void showsACutFileOnlyWhenAskedAndMarksIt()
    {
        write(1, {.value = 100});
        QFile file(m_folder->filePath(QStringLiteral("im1.dcm")));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.resize(file.size() - 20)); // of 48 pixels ten are missing
        file.close();
        m_program = std::make_unique<Program>(
            fakeOpener({}),
            std::filesystem::path(QCoreApplication::applicationDirPath().toStdString())
                / "../bin/limn-import");
        m_program->start(m_folder->path().toStdString());
        const auto* bar = m_program->window().findChild<MessageBar*>();
        QTRY_VERIFY_WITH_TIMEOUT(bar->current() && bar->current()->action, patience);
        QVERIFY(!session().isOpen());
        bar->current()->action();
        QTRY_VERIFY_WITH_TIMEOUT(session().isOpen(), patience);
        const auto& values = session().volume()->slices[0]->values;
        QCOMPARE(values[37], 137.0F);
        QCOMPARE(values[38], 0.0F);
        QVERIFY(isSalvaged(*session().volume()));
    }

    void movesInTimeByKeysAndTheBar()
    {
        for (int phase = 0; phase < 3; ++phase)
            for (int k = 0; k < 2; ++k)
                write(10 * phase + k, {.origin = {0, 0, 5.0 * k},
                                       .number = 10 * phase + k,
                                       .value = 100 * phase + 10 * k,
                                       .trigger = 40 * phase});
        start(m_folder->path());
        QCOMPARE(session().volume()->depth(), 2);
        QCOMPARE(session().currentSlice(), 1);
        action(QStringLiteral("Time after"))->trigger();
        QCOMPARE(session().currentSlice(), 3);
        action(QStringLiteral("Slice before"))->trigger();
        QCOMPARE(session().currentSlice(), 2);
        action(QStringLiteral("Slice before"))->trigger(); // stays within the volume
        QCOMPARE(session().currentSlice(), 2);
        auto* bar = m_program->window().findChild<QWidget*>(QStringLiteral("timeBar"));
        QVERIFY(bar && bar->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(session().volume()->slices[2], patience);
        action(QStringLiteral("Play in time"))->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(session().currentSlice(), 4, patience);
        QTRY_COMPARE_WITH_TIMEOUT(session().currentSlice(), 0, patience); // round and round
        action(QStringLiteral("Play in time"))->trigger();
    }
};

QTEST_MAIN(SeriesWindowTest)
#include "series_window_test.moc"
