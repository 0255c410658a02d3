// Random actions against a session: whatever is done, the three layers keep apart.
#include "tests/support/fake_segmenter.h"
#include "ui/session/session.h"

#include <QTest>

#include <algorithm>
#include <random>

namespace limn {
namespace {

constexpr Size size{20, 14};
constexpr int sliceCount = 3;
const std::vector<std::string> classNames{"first", "second"};

struct Mask {
    std::vector<Label> human, labels;
    double threshold;
    LabelTable table;
    bool operator==(const Mask&) const = default;
};

Mask maskOf(const Session& session)
{
    return {session.human().values, session.labels().values, session.threshold(),
            session.labelTable()};
}

enum class Allowed { All, NoModel }; // NoModel: no run, no step, no change of slice

// A person and a model that do something at random, and a canvas that believes the signals.
class Crowd {
public:
    Crowd(Session& session, unsigned seed)
        : m_session(session)
        , m_random(seed)
    {
        QObject::connect(&session, &Session::labelsChanged, &session, [this](int slice, Rect box) {
            copyBox(m_session.labels(), m_seenLabels, slice, box);
        });
        QObject::connect(&session, &Session::humanChanged, &session, [this](int slice, Rect box) {
            copyBox(m_session.human(), m_seenHuman, slice, box);
            m_mayTouchHuman = m_mayTouchHuman && m_isPerson;
        });
        m_session.open(fakeVolume(size, sliceCount), std::nullopt);
        m_seenLabels = m_session.labels();
        m_seenHuman = m_session.human();
        beginRun();
        for (int i = 0; i < 3; ++i)
            addStep();
    }

    // One action; what must hold after every action is checked here.
    bool act(Allowed allowed)
    {
        const std::vector<Label> human = m_session.human().values;
        const int action = below(allowed == Allowed::All ? 17 : 7);
        m_isPerson = action <= 1 || action == 7 || action == 8;
        perform(action);
        if (!m_isPerson && m_session.human().values != human)
            return complain("the human layer changed without a person");
        if (!m_mayTouchHuman)
            return complain("humanChanged came without a person");
        return isConsistent();
    }

    bool isConsistent() const
    {
        const StudyState state = m_session.state();
        LabelMap fresh = emptyLabelMap(size, sliceCount);
        for (int slice = 0; slice < sliceCount; ++slice)
            composeInto(fresh.slice(slice), state.human.slice(slice),
                        state.baseMaps[static_cast<std::size_t>(slice)], state.threshold, size,
                        wholeOf(size));
        if (fresh.values != m_session.labels().values)
            return complain("composed labels differ from a full composition");
        if (m_seenLabels.values != m_session.labels().values)
            return complain("labelsChanged did not name every change");
        if (m_seenHuman.values != m_session.human().values)
            return complain("humanChanged did not name every change");
        if (!isDifferenceRight())
            return complain("the pixels that two runs label differently are not those named");
        if (m_session.baseStep() && m_session.baseStep()->index != m_session.baseStepIndex())
            return complain("the base step is not the one that is named");
        return true;
    }

    bool isDifferenceRight() const
    {
        const auto shown = m_session.differences();
        if (!m_session.hasCandidate())
            return shown.empty() && m_session.differenceCount() == 0;
        std::size_t count = 0;
        for (std::size_t i = 0; i < shown.size(); ++i) {
            count += shown[i];
            if (shown[i] != 0 && m_session.human().slice(m_session.currentSlice())[i] != untouched)
                return false;
        }
        return count == m_session.differenceCount();
    }

    void undoAll()
    {
        m_isPerson = true;
        while (m_session.undoStack().canUndo())
            m_session.undoStack().undo();
    }

    void redoAll()
    {
        m_isPerson = true;
        while (m_session.undoStack().canRedo())
            m_session.undoStack().redo();
    }

private:
    int below(int limit) { return std::uniform_int_distribution(0, limit - 1)(m_random); }

    static bool complain(const char* what)
    {
        qWarning("%s", what);
        return false;
    }

    template <typename Stack> static void copyBox(const Stack& from, Stack& to, int slice, Rect box)
    {
        const Rect inside = intersected(box, wholeOf(size));
        for (int y = inside.y; y < inside.y + inside.height; ++y)
            for (int x = inside.x; x < inside.x + inside.width; ++x)
                to.slice(slice)[static_cast<std::size_t>(y * size.width + x)] =
                    from.at(slice, x, y);
    }

    void perform(int action)
    {
        switch (action) {
        case 0:
        case 1: return stroke();
        case 2: return m_session.setThreshold(0.02 + 0.01 * below(97));
        case 3: return m_session.setBaseStep(1 + below(6));
        case 4: return m_session.endDrag();
        case 5: return changeTable();
        case 6: return m_session.setStatus(static_cast<ImageStatus>(below(3)));
        case 7: return m_session.undoStack().undo();
        case 8: return m_session.undoStack().redo();
        case 9: return m_session.setCurrentSlice(below(sliceCount));
        case 10: return below(2) == 0 ? beginRun() : m_session.endRun(m_runSlice);
        case 11: return m_session.swapRuns();
        case 12: return below(3) == 0 ? m_session.takeCandidate() : m_session.dropCandidate();
        case 13: return below(2) == 0 ? beginRerun() : m_session.endRun(m_runSlice);
        default: return addStep();
        }
    }

    // A few boxes with random bytes, some over the edge, one edit or two.
    void stroke()
    {
        const std::vector<Label> before = m_session.labels().values;
        std::vector<LabelEdit> edits;
        for (int count = 1 + below(2); count > 0; --count) {
            const Rect box{below(size.width) - 2, below(size.height) - 2, 1 + below(8),
                           1 + below(8)};
            std::vector<Label> bytes(box.area());
            const auto label = static_cast<Label>(below(5));
            for (Label& byte : bytes)
                byte = below(8) == 0 ? untouched : label;
            edits.emplace_back(below(sliceCount), box, std::move(bytes));
        }
        m_session.apply("Brush", std::move(edits));
        for (std::size_t i = 0; i < before.size(); ++i) {
            const Label after = m_session.labels().values[i];
            if (after != before[i] && (m_session.isLocked(after) || m_session.isLocked(before[i])))
                m_mayTouchHuman = complain("a locked label was painted over, or in");
        }
    }

    void changeTable()
    {
        LabelTable table = m_session.labelTable();
        LabelRow& row =
            table.rows[static_cast<std::size_t>(below(static_cast<int>(table.rows.size())))];
        switch (below(4)) {
        case 0: row.isLocked = !row.isLocked; break;
        case 1: row.opacity = 0.1 * below(10); break;
        case 2: row.name += "'"; break;
        default:
            if (!table.find(4))
                table.rows.push_back({4, "fourth", paletteColour(3)});
        }
        m_session.setLabelTable(table);
    }

    void beginRun()
    {
        m_runSlice = m_session.currentSlice();
        m_runStep = 0;
        m_runSeed = static_cast<std::uint64_t>(below(1000));
        m_session.beginRun(m_runSlice, {}, classNames);
    }

    void beginRerun()
    {
        if (!m_session.restartStep())
            return;
        m_runSlice = m_session.currentSlice();
        m_runStep = 4; // two are left
        m_runSeed = static_cast<std::uint64_t>(below(1000));
        m_session.beginRerun({});
    }

    void addStep()
    {
        if (m_runStep < 6) {
            ++m_runStep;
            m_session.addStep(m_runSlice, fakeStep(size, m_runStep, 6, 2, m_runSeed));
        }
    }

    Session& m_session;
    std::mt19937 m_random;
    LabelMap m_seenLabels;
    HumanLayer m_seenHuman;
    bool m_isPerson = false;
    bool m_mayTouchHuman = true;
    int m_runSlice = 0;
    int m_runStep = 0;
    std::uint64_t m_runSeed = 0;
};

} // namespace

class SessionPropertyTest : public QObject {
    Q_OBJECT

    static void addSeeds(int count)
    {
        QTest::addColumn<unsigned>("seed");
        for (int seed = 1; seed <= count; ++seed)
            QTest::addRow("seed %d", seed) << static_cast<unsigned>(seed);
    }

private Q_SLOTS:
    void runningScrubbingAndThresholdingNeverTouchWhatAPersonDrew_data() { addSeeds(12); }
    void runningScrubbingAndThresholdingNeverTouchWhatAPersonDrew()
    {
        QFETCH(const unsigned, seed);
        Session session;
        Crowd crowd(session, seed);
        for (int i = 0; i < 1500; ++i)
            QVERIFY2(crowd.act(Allowed::All), qPrintable(QString("action %1").arg(i)));
    }

    // Two hundred changes at most, so that none has left the stack.
    void asManyUndosAsChangesBringTheStartBack_data() { addSeeds(30); }
    void asManyUndosAsChangesBringTheStartBack()
    {
        QFETCH(const unsigned, seed);
        Session session;
        Crowd crowd(session, seed);
        const Mask start = maskOf(session);
        const int startStep = session.baseStepIndex();
        while (session.undoStack().count() < 195)
            QVERIFY(crowd.act(Allowed::NoModel));
        const Mask end = maskOf(session);
        const int endStep = session.baseStepIndex();
        QVERIFY(!(start == end));
        crowd.undoAll();
        QVERIFY(maskOf(session) == start);
        QCOMPARE(session.baseStepIndex(), startStep);
        QVERIFY(crowd.isConsistent());
        crowd.redoAll();
        QVERIFY(maskOf(session) == end);
        QCOMPARE(session.baseStepIndex(), endStep);
        QVERIFY(crowd.isConsistent());
    }

    // Runs replace the model's maps for good; what a person decided comes back all the same.
    void undoWorksAcrossRunsAndSlices_data() { addSeeds(30); }
    void undoWorksAcrossRunsAndSlices()
    {
        QFETCH(const unsigned, seed);
        Session session;
        Crowd crowd(session, seed);
        const Mask start = maskOf(session);
        for (int i = 0; i < 190; ++i) // not more than the stack holds
            QVERIFY(crowd.act(Allowed::All));
        crowd.redoAll();
        session.dropCandidate(); // one that was not taken is no change
        const Mask end = maskOf(session);
        const int endStep = session.baseStepIndex();
        crowd.undoAll();
        QVERIFY(maskOf(session).human == start.human);
        QCOMPARE(session.threshold(), start.threshold);
        QCOMPARE(session.labelTable(), start.table);
        QVERIFY(crowd.isConsistent());
        crowd.redoAll();
        QVERIFY(maskOf(session) == end);
        QCOMPARE(session.baseStepIndex(), endStep);
        QVERIFY(crowd.isConsistent());
    }
};

} // namespace limn

QTEST_GUILESS_MAIN(limn::SessionPropertyTest)
#include "session_property_test.moc"
