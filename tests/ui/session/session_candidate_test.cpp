// A re-run beside its run, and the agreement of several chains: what the session makes of them.
#include "tests/support/fake_evidence.h"
#include "tests/ui/session/session_actions.h"
#include "ui/session/rerun.h"

#include <QSignalSpy>
#include <QTest>

namespace limn {
namespace {

ModelCard card()
{
    return fakeCard();
}

// As the model would: two steps with the strokes of the session.
void rerun(Session& session, std::uint64_t seed = 3, int steps = 2)
{
    RunFacts facts = session.runFacts();
    facts.seed = seed;
    facts.evidence = "strokes";
    const Evidence evidence = evidenceOf(session.human(), session.currentSlice(), 1);
    session.beginRerun(facts);
    for (int i = 1; i <= steps; ++i) {
        auto step = std::make_shared<Step>(*fakeStep(size, i, steps, 1, seed));
        believe(*step, evidence);
        session.addStep(session.currentSlice(), step);
    }
    session.endRun(session.currentSlice());
}

void runChains(Session& session, int chains, int foregroundClasses = 1)
{
    RunFacts facts;
    facts.chains = chains;
    session.beginRun(0, facts,
                     foregroundClasses == 1 ? std::vector<std::string>{"disc"}
                                            : std::vector<std::string>{"one", "two"});
    for (int i = 1; i <= 2; ++i) {
        auto step = std::make_shared<Step>(*fakeStep(size, i, 2, foregroundClasses));
        step->spread = fakeSpread(step->posterior, chains); // on the picture's own grid
        session.addStep(0, step);
    }
    session.endRun(0);
}

std::size_t differing(const std::vector<Label>& a, const std::vector<Label>& b)
{
    std::size_t count = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        count += a[i] != b[i];
    return count;
}

} // namespace

class SessionCandidateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bIsShownAndAStaysBesideIt()
    {
        Session session;
        session.open(fakeVolume(size), std::nullopt);
        run(session, 3);
        const std::vector<Label> before = masked(session);
        fillBox(session, {0, 0, 3, 3}, 1);
        const std::vector<Label> a = masked(session);
        const std::vector<Label> human = session.human().values;
        QVERIFY(!session.hasCandidate() && session.differenceCount() == 0);
        rerun(session);
        QVERIFY(session.hasCandidate() && session.isCandidateShown());
        QCOMPARE(session.steps().size(), std::size_t{2});
        QCOMPARE(session.runFacts().evidence, std::string("strokes"));
        const std::vector<Label> b = masked(session);
        QCOMPARE(session.differenceCount(), differing(a, b));
        QVERIFY(session.differenceCount() > 0);
        session.swapRuns();
        QVERIFY(!session.isCandidateShown());
        QCOMPARE(masked(session), a);
        QCOMPARE(session.steps().size(), std::size_t{3});
        QVERIFY(session.runFacts().evidence.empty());
        session.swapRuns();
        QCOMPARE(masked(session), b);
        QCOMPARE(session.human().values, human);
        session.dropCandidate();
        QVERIFY(!session.hasCandidate());
        QCOMPARE(masked(session), a);
        QCOMPARE(session.differenceCount(), std::size_t{0});
        session.undoStack().undo(); // the stroke
        QCOMPARE(masked(session), before);
        QVERIFY(!session.undoStack().canUndo());
    }

    void takingBCanBeUndoneWithAllOfAsSteps()
    {
        Session session;
        session.open(fakeVolume(size), std::nullopt);
        run(session, 3);
        session.setBaseStep(2);
        fillBox(session, {0, 0, 3, 3}, 1);
        const std::vector<Label> a = masked(session);
        rerun(session);
        session.swapRuns();
        session.takeCandidate(); // B, although A is looked at
        const std::vector<Label> b = masked(session);
        QVERIFY(a != b && !session.hasCandidate());
        QCOMPARE(session.baseStepIndex(), 2);
        session.setBaseStep(1);
        session.undoStack().undo(); // the step of B
        QCOMPARE(masked(session), b);
        session.undoStack().undo(); // B
        QCOMPARE(masked(session), a);
        QCOMPARE(session.steps().size(), std::size_t{3});
        QCOMPARE(session.baseStepIndex(), 2);
        session.undoStack().undo(); // the stroke
        session.undoStack().undo(); // the step of A
        QCOMPARE(session.baseStepIndex(), 3);
        for (int i = 0; i < 3; ++i)
            session.undoStack().redo();
        QCOMPARE(masked(session), b);
        QVERIFY(!session.runFacts().evidence.empty());
        run(session, 4, 8); // the model's run ends what could be gone back to
        const std::vector<Label> last = masked(session);
        session.undoStack().undo();
        QCOMPARE(masked(session), last);
    }

    void aReRunBeginsAtAStepOfARunWithoutStrokes()
    {
        Session session;
        session.open(fakeVolume(size), std::nullopt);
        QVERIFY(!session.restartStep());
        run(session, 3);
        session.setBaseStep(2);
        const StepPtr origin = session.baseStep();
        QCOMPARE(session.restartStep(), origin);
        fillBox(session, {0, 0, 3, 3}, 1);
        rerun(session);
        QCOMPARE(session.restartStep(), origin); // while B is shown
        session.takeCandidate();
        QCOMPARE(session.restartStep(), origin);
        session.setBaseStep(1);
        rerun(session, 5);
        QCOMPARE(session.restartStep(), origin);
        session.dropCandidate();
        QCOMPARE(session.restartStep(), origin);
    }

    void whatStillArrivesOfADroppedReRunIsNotTaken()
    {
        Session session;
        session.open(fakeVolume(size), std::nullopt);
        run(session, 3);
        const std::vector<Label> a = masked(session);
        session.beginRerun({});
        session.dropCandidate(); // before its first step
        session.addStep(0, fakeStep(size, 1, 2, 1, 9));
        QVERIFY(!session.hasCandidate());
        session.beginRerun({});
        session.addStep(0, fakeStep(size, 1, 2, 1, 9));
        QVERIFY(session.hasCandidate());
        session.dropCandidate();
        session.addStep(0, fakeStep(size, 2, 2, 1, 9));
        QVERIFY(!session.hasCandidate());
        QCOMPARE(masked(session), a);
        QCOMPARE(session.steps().size(), std::size_t{3});
        run(session, 4); // a run of the model is taken again
        QCOMPARE(session.steps().size(), std::size_t{4});
    }

    void stepsGoIntoBWhileAIsLookedAt()
    {
        Session session;
        session.open(fakeVolume(size), std::nullopt);
        run(session, 3);
        const std::vector<Label> a = masked(session);
        session.beginRerun({});
        session.addStep(0, fakeStep(size, 1, 2, 1, 9));
        session.swapRuns();
        session.addStep(0, fakeStep(size, 2, 2, 1, 9));
        QCOMPARE(masked(session), a);
        QCOMPARE(session.steps().size(), std::size_t{3});
        session.swapRuns();
        QCOMPARE(session.steps().size(), std::size_t{2});
        QCOMPARE(session.baseStepIndex(), 2);
    }

    void theNextBIsComparedWithTheSameA()
    {
        Session session;
        session.open(fakeVolume(size), std::nullopt);
        run(session, 3);
        fillBox(session, {0, 0, 3, 3}, 1);
        rerun(session, 3);
        session.swapRuns();
        fillBox(session, {12, 0, 3, 3}, 1);
        const std::vector<Label> a = masked(session);
        rerun(session, 5);
        QVERIFY(session.isCandidateShown());
        QCOMPARE(session.differenceCount(), differing(a, masked(session)));
        session.dropCandidate();
        QCOMPARE(masked(session), a);
    }

    void theCountFollowsStrokesStepsAndThreshold()
    {
        Session session;
        session.open(fakeVolume(size), std::nullopt);
        run(session, 3);
        fillBox(session, {0, 0, 3, 3}, 1);
        rerun(session);
        const auto isRight = [&session] {
            const std::vector<Label> shown = masked(session);
            const std::size_t count = session.differenceCount();
            session.swapRuns();
            const bool isSame = count == differing(shown, masked(session));
            session.swapRuns();
            return isSame && masked(session) == shown;
        };
        QVERIFY(isRight());
        fillBox(session, {1, 1, 9, 8}, background);
        QVERIFY(isRight());
        session.undoStack().undo();
        QVERIFY(isRight());
        session.setThreshold(0.2);
        QVERIFY(isRight());
        session.setBaseStep(1);
        QVERIFY(isRight());
    }

    void anotherSliceKeepsWhatWasShown()
    {
        Session session;
        session.open(fakeVolume(size, 2), std::nullopt);
        run(session, 3);
        fillBox(session, {0, 0, 3, 3}, 1);
        rerun(session);
        const std::vector<Label> b = masked(session);
        session.setCurrentSlice(1);
        QVERIFY(!session.hasCandidate());
        QCOMPARE(session.differenceCount(), std::size_t{0});
        session.setCurrentSlice(0);
        QCOMPARE(masked(session), b);
        QVERIFY(!session.runFacts().evidence.empty());
        QVERIFY(rerunObstacle(session, nullptr).contains("not kept"));
    }

    void labelsThatTheModelDoesNotKnowAreNotSaid()
    {
        HumanLayer human = untouchedLayer({4, 1});
        human.values = {0, 1, 2, untouched};
        QCOMPARE(evidenceOf(human, 0, 1).classes, (std::vector<Label>{0, 1, untouched, untouched}));
        QCOMPARE(evidenceOf(human, 0, 2).classes, (std::vector<Label>{0, 1, 2, untouched}));
    }

    void saysWhyThereIsNoReRun()
    {
        Session session;
        const ModelCard model = card();
        QVERIFY(!rerunObstacle(session, &model).isEmpty());
        session.open(fakeVolume(size), std::nullopt);
        QVERIFY(rerunObstacle(session, &model).contains("first"));
        run(session, 3);
        QVERIFY(rerunObstacle(session, &model).contains("Paint"));
        LabelTable table = session.labelTable();
        table.rows.push_back({7, "mine", paletteColour(6)});
        session.setLabelTable(table);
        fillBox(session, {0, 0, 2, 2}, 7);
        QVERIFY(rerunObstacle(session, &model).contains("label"));
        fillBox(session, {4, 0, 2, 2}, background);
        QCOMPARE(rerunObstacle(session, &model), QString());
        QVERIFY(!rerunObstacle(session, nullptr).isEmpty());
        ModelCard deaf = model;
        deaf.hasEvidence = false;
        QVERIFY(rerunObstacle(session, &deaf).contains("takes no strokes"));
    }

    // --- agreement
    void theMaskIsWhereEnoughChainsSaySo_data()
    {
        QTest::addColumn<int>("classes");
        QTest::newRow("one label") << 1;
        QTest::newRow("two labels") << 2;
    }
    void theMaskIsWhereEnoughChainsSaySo()
    {
        QFETCH(const int, classes);
        Session session;
        session.open(fakeVolume(size), std::nullopt);
        runChains(session, 5, classes);
        QCOMPARE(session.chains(), 5);
        const std::vector<Label> byThreshold = masked(session);
        const ProbabilityMap& votes = session.baseStep()->spread->votes;
        std::size_t before = size.area() + 1, most = 0;
        for (int chains = 1; chains <= 5; ++chains) {
            session.setAgreement(chains / 5.0);
            std::size_t foreground = 0;
            for (std::size_t i = 0; i < size.area(); ++i) {
                Label best = 1;
                for (int k = 2; k <= classes; ++k)
                    if (votes.of(k)[i] > votes.of(best)[i])
                        best = static_cast<Label>(k);
                const bool isIn = votes.of(best)[i] + 1e-4F >= static_cast<float>(chains) / 5;
                QCOMPARE(masked(session)[i], isIn ? best : background);
                foreground += isIn;
            }
            QVERIFY(foreground <= before); // each has a disc of its own
            most = std::max(most, foreground);
            before = foreground;
        }
        QVERIFY(before < most);
        session.setAgreement(0);
        QCOMPARE(masked(session), byThreshold);
    }

    void agreementIsUndoneAndPersonsBytesStandAboveIt()
    {
        Session session;
        session.open(fakeVolume(size), std::nullopt);
        runChains(session, 4);
        fillBox(session, {0, 0, 2, 2}, 1);
        const std::vector<Label> before = masked(session);
        session.setAgreement(0.25);
        session.setAgreement(1); // of the same drag
        const std::vector<Label> agreed = masked(session);
        QVERIFY(agreed != before);
        QCOMPARE(session.labels().at(0, 1, 1), Label{1});
        session.undoStack().undo();
        QCOMPARE(masked(session), before);
        QCOMPARE(session.agreement(), 0.0);
        session.undoStack().redo();
        QCOMPARE(masked(session), agreed);
        session.setBaseStep(1);
        session.undoStack().undo();
        QCOMPARE(masked(session), agreed);
    }

    void oneChainHasNoAgreement()
    {
        Session session;
        session.open(fakeVolume(size), std::nullopt);
        run(session, 2);
        session.setAgreement(0.5);
        QCOMPARE(session.agreement(), 0.0);
        QVERIFY(!session.undoStack().canUndo());
    }

    void aKeptMaskIsTheSameByAgreement()
    {
        Session session;
        session.open(fakeVolume(size), std::nullopt);
        runChains(session, 4, 2);
        session.setThreshold(0.7);
        session.setAgreement(0.25);
        const std::vector<Label> agreed = masked(session);
        const StudyState kept = session.state();
        QCOMPARE(kept.runs.front().agreement, 0.25);
        Session next;
        QVERIFY(next.open(fakeVolume(size), kept));
        QCOMPARE(masked(next), agreed);
        QCOMPARE(next.agreement(), 0.25);
        QCOMPARE(next.chains(), 1);
        runChains(next, 4, 2);
        QCOMPARE(next.agreement(), 0.0);
        next.setAgreement(0.5);
        runChains(next, 4, 2); // as the threshold, it holds for the next run of several
        QCOMPARE(next.agreement(), 0.5);
        run(next, 3);
        QCOMPARE(next.agreement(), 0.0);
    }
};

} // namespace limn

QTEST_GUILESS_MAIN(limn::SessionCandidateTest)
#include "session_candidate_test.moc"
