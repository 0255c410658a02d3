// A release goes on where it was stopped, and is brought up to date without writing what is there.
#include "tests/app/releases.h"

#include <QTest>

using namespace limn;
using namespace limn::test;

class ReleaseResumeTest : public QObject, private ReleaseFixture {
    Q_OBJECT

private Q_SLOTS:
    void init() { renew(); }
    void stoppedAnywhereItGoesOnToTheSameBytes();
    void aHalfWrittenFileIsWrittenAnew();
    void theSameAgainChangesNothing();
    void whatIsNoLongerAskedForGoes();
    void newWorkIsWrittenAnew();
};

void ReleaseResumeTest::stoppedAnywhereItGoesOnToTheSameBytes()
{
    putSix(*m_work);
    QVERIFY(run(order("whole")));
    const Contents whole = contentsOf(out("whole"));
    const auto steps = [this](int most) { // false when it was done before
        const auto release = Release::open(order("parts"), *m_client);
        for (int i = 0; i < most && (*release)->phase() != ReleasePhase::Done; ++i)
            if (!(*release)->step({}))
                return true;
        return (*release)->phase() != ReleasePhase::Done;
    };
    int runs = 0;
    for (int most = 7; steps(most); ++most) {
        ++runs;
        // Stopped in the middle of an image, nothing of it is there.
        const auto release = Release::open(order("parts"), *m_client);
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE((*release)->step(stop.get_token()).error().code, ErrorCode::Cancelled);
        for (const QString& name : namesOf(contentsOf(out("parts"))))
            QVERIFY2(!name.contains(".tmp"), qPrintable(name));
        QVERIFY(!QFile::exists(out("parts") + "/manifest.json"));
    }
    QVERIFY2(runs >= 4, qPrintable(QString::number(runs)));
    const Contents parts = contentsOf(out("parts"));
    QCOMPARE(namesOf(parts), namesOf(whole));
    for (const auto& [name, bytes] : whole)
        QVERIFY2(parts.at(name) == bytes, qPrintable(name));
}

void ReleaseResumeTest::aHalfWrittenFileIsWrittenAnew()
{
    putSix(*m_work);
    QVERIFY(run(order()));
    const Contents whole = contentsOf(out());
    const auto overwrite = [this](const QString& name, const QByteArray& bytes) {
        QFile file(out() + '/' + name);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    };
    QVERIFY(overwrite("masks/P0001_001_mask.png", "half"));
    QVERIFY(overwrite("images/.limn-1-2-3.tmp", "what a killed program left"));
    QVERIFY(QFile::remove(out() + "/images/P0002_001.dcm"));
    const auto summary = run(order());
    QVERIFY(summary);
    QCOMPARE(summary->unchanged, 4);
    QCOMPARE(contentsOf(out()), whole);
}

void ReleaseResumeTest::theSameAgainChangesNothing()
{
    putSix(*m_work);
    QVERIFY(run(order()));
    const Contents before = contentsOf(out());
    const auto time = QFileInfo(out() + "/images/P0001_001.dcm").lastModified();
    const auto again = run(order());
    QVERIFY(again);
    QCOMPARE(again->unchanged, 6);
    QCOMPARE(contentsOf(out()), before);
    QCOMPARE(QFileInfo(out() + "/images/P0001_001.dcm").lastModified(), time);
}

void ReleaseResumeTest::whatIsNoLongerAskedForGoes()
{
    putSix(*m_work);
    QVERIFY(run(order()));
    ReleaseOrder fewer = order();
    fewer.formats = {MaskFormat::Mask};
    fewer.split.clear();
    QVERIFY(run(fewer));
    for (const QString& name : namesOf(contentsOf(out())))
        QVERIFY2(!name.endsWith(".seg.dcm") && !name.endsWith("_prob.png") && name != "split.csv",
                 qPrintable(name));
}

void ReleaseResumeTest::newWorkIsWrittenAnew()
{
    putSix(*m_work);
    QVERIFY(run(order()));
    const Contents before = contentsOf(out());
    QTest::qWait(5); // the clock of the work file counts milliseconds
    m_work->work("ZZCANARY 3.dcm");
    const auto summary = run(order());
    QVERIFY(summary);
    QCOMPARE(summary->unchanged, 5);
    QVERIFY(contentsOf(out()) != before);
}

QTEST_GUILESS_MAIN(ReleaseResumeTest)
#include "release_resume_test.moc"
