// Strokes as evidence with the model of the lungs and a session: what a person gets of them.
#include "tests/model/segmenter_runs.h"
#include "ui/session/rerun.h"
#include "ui/session/segmenter_thread.h"

#include <QSignalSpy>

#include <algorithm>
#include <chrono>

using namespace limn;

namespace {

using Clock = std::chrono::steady_clock;

double millisecondsSince(Clock::time_point start)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

double median(std::vector<double> values)
{
    std::ranges::nth_element(values,
                             values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2));
    return values[values.size() / 2];
}

VolumePtr chestVolume()
{
    auto volume = std::make_shared<Volume>();
    volume->slices = {chest()};
    volume->size = volume->slices.front()->size;
    return volume;
}

class LungsModule : public SegmenterModule {
public:
    std::vector<DeviceInfo> devices() override { return {{"cpu", "CPU", 0}}; }
    Result<std::unique_ptr<Segmenter>> load(const std::filesystem::path&,
                                            const std::string&) override
    {
        return std::unique_ptr<Segmenter>(lungsModel());
    }
};

} // namespace

class DssmSteeringTest : public QObject {
    Q_OBJECT

    std::unique_ptr<DssmSegmenter> m_lungs;

    void run(Session& session)
    {
        RunFacts facts;
        facts.modelName = m_lungs->card().name;
        session.beginRun(0, facts, m_lungs->card().classes);
        SegmentRequest request;
        request.slice = session.volume()->slices.front();
        take(session, request);
    }

    void rerun(Session& session)
    {
        QCOMPARE(rerunObstacle(session, &m_lungs->card()), QString());
        const SegmentRequest request = rerunRequest(session, m_lungs->card());
        session.beginRerun(session.runFacts());
        take(session, request);
    }

    void take(Session& session, const SegmentRequest& request)
    {
        const auto last = m_lungs->run(
            request, {}, [&session](StepPtr step) { session.addStep(0, std::move(step)); });
        session.endRun(0);
        QVERIFY(last);
    }

    static void fill(Session& session, Rect box, Label label)
    {
        session.apply("Brush", {LabelEdit(0, box, std::vector<Label>(box.area(), label))});
    }

    static std::vector<Label> mask(const Session& session) { return session.labels().values; }

private Q_SLOTS:
    void initTestCase()
    {
        m_lungs = lungsModel();
        QVERIFY(m_lungs && m_lungs->card().hasEvidence);
    }

    void evidenceFixesWhatWasSaidAndTheCountIsThatOfThePixelsThatDiffer()
    {
        Session session;
        QVERIFY(session.open(chestVolume(), std::nullopt));
        run(session);
        const Rect lung{180, 150, 60, 60}, corner{10, 10, 9, 7};
        fill(session, lung, background);
        fill(session, corner, 1);
        const std::vector<Label> a = mask(session), human = session.human().values;
        rerun(session);
        const std::vector<Label> b = mask(session);
        std::size_t differing = 0;
        for (std::size_t i = 0; i < a.size(); ++i) {
            if (human[i] != untouched) {
                QCOMPARE(b[i], human[i]);
                // the model itself says so now
                QVERIFY(session.baseMap().of(human[i])[i] >= 0.99F);
            }
            differing += a[i] != b[i];
            QCOMPARE(session.differences()[i] != 0, a[i] != b[i]);
        }
        qInfo("%zu pixels changed outside %td said ones", differing,
              std::ranges::count_if(human, [](Label label) { return label != untouched; }));
        QVERIFY(differing > 0);
        QCOMPARE(session.differenceCount(), differing);
        QCOMPARE(session.human().values, human);
    }

    void undoRemovesEvidenceToTheBit()
    {
        Session session;
        QVERIFY(session.open(chestVolume(), std::nullopt));
        run(session);
        const std::vector<float> plain = session.baseMap().values;
        fill(session, {180, 150, 20, 20}, background);
        rerun(session);
        const std::vector<float> one = session.baseMap().values;
        session.takeCandidate();
        fill(session, {330, 200, 30, 30}, background);
        rerun(session);
        QVERIFY(session.baseMap().values != one);
        session.undoStack().undo(); // the second stroke
        rerun(session);
        QVERIFY(session.baseMap().values == one);
        session.dropCandidate();
        session.undoStack().undo(); // what was taken
        session.undoStack().undo(); // the first stroke
        QVERIFY(session.baseMap().values == plain);
        QVERIFY(!session.undoStack().canUndo());
        run(session);
        QVERIFY(session.baseMap().values == plain);
    }

    // Prints the figure; nothing is judged here, because the machine may be busy.
    void fromStrokeToTheFirstChangedMap()
    {
        Session session;
        QVERIFY(session.open(chestVolume(), std::nullopt));
        SegmenterThread thread([]() -> Result<std::unique_ptr<SegmenterModule>> {
            return std::make_unique<LungsModule>();
        });
        int arrived = 0;
        connect(&thread, &SegmenterThread::stepReady, &session, [&](const StepPtr& step) {
            session.addStep(0, step);
            ++arrived;
        });
        QSignalSpy ended(&thread, &SegmenterThread::runEnded);
        session.beginRun(0, {}, m_lungs->card().classes);
        SegmentRequest request;
        request.slice = session.volume()->slices.front();
        request.steps = 12;
        thread.run(m_lungs->card(), QStringLiteral("cpu"), request);
        QVERIFY(ended.wait(60000));
        session.endRun(0);
        const StepPtr last = session.steps().back();
        const double step = (last->elapsedMs - session.steps().front()->elapsedMs) / 11;

        std::vector<double> copies, whole, inModel;
        for (int i = 0; i < 9; ++i) {
            const auto start = Clock::now();
            const Step copy = *last;
            copies.push_back(millisecondsSince(start));
            QVERIFY(!copy.posterior.isEmpty());
        }
        for (int i = 0; i < 9; ++i) {
            arrived = 0;
            const auto start = Clock::now();
            fill(session, {180 + 3 * i, 150, 3, 40}, background);
            const SegmentRequest again = rerunRequest(session, m_lungs->card());
            session.beginRerun(session.runFacts());
            thread.run(m_lungs->card(), QStringLiteral("cpu"), again);
            while (arrived == 0)
                QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
            whole.push_back(millisecondsSince(start));
            inModel.push_back(session.steps().front()->elapsedMs);
            QVERIFY(ended.wait(60000));
            session.endRun(0);
            session.dropCandidate();
        }
        const double limit = 2 * step + median(copies);
        qInfo(
            "step %.1f ms, copy %.2f ms; stroke to first changed map %.1f ms (%.1f ms of it in the "
            "model) = %.2f of (two steps + one copy)",
            step, median(copies), median(whole), median(inModel), median(whole) / limit);
        QVERIFY(session.steps().size() == 12);
    }
};

QTEST_GUILESS_MAIN(DssmSteeringTest)
#include "dssm_steering_test.moc"
