// A NIfTI volume in the program: slices are read as they are shown, and a model of neighbouring
// slices gets them, whether or not they were shown before.
#include "tests/app/program_under_test.h"
#include "tests/io/import/nifti_bytes.h"

#include <QDir>
#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>

using namespace limn;

class StackTest : public QObject, ProgramUnderTest {
    Q_OBJECT

    QTemporaryDir m_folder;
    FakeOptions m_options;

    // 20 x 20 x 4; the voxels of slice k are k, but for one.
    QByteArray volume() const
    {
        test::NiftiShape shape{.dims = {20, 20, 4}, .datatype = 2, .bits = 8};
        QByteArray bytes = test::niftiHeader(shape);
        for (int slice = 0; slice < 4; ++slice)
            bytes += QByteArray(400, static_cast<char>(slice));
        bytes[352] = 9;
        return bytes;
    }

    void run()
    {
        const std::size_t runs = m_options.log->requests().size();
        trigger(QStringLiteral("Run"));
        QTRY_VERIFY_WITH_TIMEOUT(m_options.log->requests().size() > runs, patience);
        QTRY_COMPARE_WITH_TIMEOUT(session().steps().size(), std::size_t{3}, patience);
    }

private Q_SLOTS:
    void initTestCase()
    {
        useHome(m_home.path());
        QVERIFY(writeModel(m_home.path(), QStringLiteral("between"), R"({"title": "Between", "channels": 3, "input": "neighbours",
                                             "trainedSize": 32, "classes": ["disc"]})"));
        QSettings().setValue(QStringLiteral("run/model"), QStringLiteral("between"));
        m_options.input = InputKind::Neighbours;
    }

    void cleanupTestCase() { m_program.reset(); }

    void runsAShownSliceWithTheOnesNextToIt()
    {
        const QString file = m_folder.filePath(QStringLiteral("case.nii"));
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(volume());
        out.close();
        start(file, m_options);
        QCOMPARE(m_program->workList().items().front().name, QStringLiteral("case"));
        QCOMPARE(session().volume()->sliceCount(), 4);
        QCOMPARE(session().currentSlice(), 2); // the middle of a stack shows more than its end
        QVERIFY(!session().volume()->slices[1]);
        session().setCurrentSlice(0);
        run();
        // The first slice stands for the one before it. Its odd voxel, at the file's first column
        // and row (left, back), is shown at the lower right.
        const Slice& first = *m_options.log->requests().back().slice;
        QCOMPARE(first.channels, 3);
        QCOMPARE(first.values[0], 0.0F);
        QCOMPARE(first.values[2], 1.0F);
        QCOMPARE(first.values[3 * 399], 9.0F);
        QVERIFY(session().volume()->slices[1]);
        session().setCurrentSlice(3);
        QTRY_VERIFY_WITH_TIMEOUT(session().volume()->slices[3], patience);
        run();
        const auto values = m_options.log->requests().back().slice->values;
        QCOMPARE((std::vector<float>{values[0], values[1], values[2]}),
                 (std::vector<float>{2, 3, 3}));
        QCOMPARE(session().baseMap().size, (Size{20, 20}));
    }
};

QTEST_MAIN(StackTest)
#include "stack_test.moc"
