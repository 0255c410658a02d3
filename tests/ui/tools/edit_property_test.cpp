// Random actions of all tools, refinements, label changes and runs: every state comes back by undo and
// redo, hash for hash, and nothing but a person's own action changes what is locked or drawn.
#include "tests/support/fake_segmenter.h"
#include "tests/ui/tools/tool_bench.h"
#include "ui/session/interpolation.h"
#include "ui/session/refine.h"
#include "ui/tools/region_clipboard.h"
#include "ui/tools/toolbox.h"

#include <QElapsedTimer>

#include <algorithm>
#include <map>
#include <random>

namespace limn {
namespace {

constexpr Size size{56, 44};
constexpr int sliceCount = 4;

// FNV-1a.
std::uint64_t hashOf(std::span<const std::uint8_t> bytes, std::uint64_t hash = 14695981039346656037U)
{
    for (const std::uint8_t byte : bytes)
        hash = (hash ^ byte) * 1099511628211U;
    return hash;
}

std::uint64_t hashOf(const std::string& text, std::uint64_t hash)
{
    return hashOf({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()}, hash);
}

std::uint64_t personHash(const Session& session)
{
    std::uint64_t hash = hashOf(session.human().values);
    for (const LabelRow& row : session.labelTable().rows)
        hash = hashOf(row.name + row.meaning + std::to_string(row.label * 4 + row.isLocked * 2
                                                              + row.isVisible)
                          + std::to_string(row.opacity) + std::to_string(row.colour.red),
                      hash);
    return hashOf(std::to_string(session.threshold()), hash);
}

std::uint64_t wholeHash(const Session& session)
{
    return hashOf(session.labels().values, personHash(session))
        + static_cast<std::uint64_t>(session.baseStepIndex());
}

std::shared_ptr<Volume> sampleStack()
{
    static const SlicePtr sample = sampleSlice(QStringLiteral("normal2-0669-0001.png"));
    auto volume = std::make_shared<Volume>();
    volume->size = size;
    for (int index = 0; index < sliceCount; ++index) {
        auto slice = std::make_shared<Slice>();
        slice->size = size;
        for (int y = 0; y < size.height; ++y)
            for (int x = 0; x < size.width; ++x)
                slice->values.push_back(
                    sample->values[static_cast<std::size_t>((y * 8 + index) * sample->size.width
                                                            + x * 8 + index)]);
        volume->slices.push_back(slice);
    }
    return volume;
}

class Hand {
public:
    explicit Hand(unsigned seed)
        : m_random(seed)
        , m_box(m_context)
    {
        m_session.open(sampleStack(), std::nullopt);
        m_session.beginRun(0, {}, {"first", "second"});
        for (int step = 1; step <= 3; ++step)
            m_session.addStep(0, fakeStep(size, step, 3, 2, seed));
        LabelTable table = m_session.labelTable();
        table.rows.push_back({3, "third", paletteColour(2)});
        table.rows.push_back({4, "fourth", paletteColour(3)});
        m_session.setLabelTable(table);
        m_session.undoStack().clear();
    }

    Session& session() { return m_session; }

    // False, and a warning, where something changed that must not.
    bool act(bool mayRun)
    {
        const std::vector<Label> shown = m_session.labels().values;
        const std::vector<Label> human = m_session.human().values;
        const LabelTable table = m_session.labelTable();
        const int action = below(mayRun ? 16 : 13);
        perform(action);
        const bool isModels = action >= 13 || action == 9 || action == 10; // run, threshold, step
        if (isModels && m_session.human().values != human)
            return complain("a run, a step or a threshold changed what a person drew", action);
        for (std::size_t i = 0; !isModels && i < shown.size(); ++i) {
            const Label after = m_session.labels().values[i];
            const auto isLocked = [&table](Label label) {
                const LabelRow* const row = table.find(label);
                return row != nullptr && row->isLocked;
            };
            if (after != shown[i] && (isLocked(after) || isLocked(shown[i])))
                return complain("a locked label was changed", action);
        }
        return true;
    }

private:
    int below(int limit) { return std::uniform_int_distribution(0, limit - 1)(m_random); }
    double real(double from, double to)
    {
        return std::uniform_real_distribution(from, to)(m_random);
    }

    bool complain(const char* what, int action)
    {
        qWarning("%s (action %d, tool %s)", what, action, m_box.info().name);
        return false;
    }

    void perform(int action)
    {
        switch (action) {
        default: return useTool(); // 0 to 5
        case 6: return refine();
        case 7: return changeTable();
        case 8: return wholeLabels();
        case 9: return m_session.setThreshold(real(0.05, 0.95));
        case 10: return m_session.setBaseStep(1 + below(3));
        case 11: return between();
        case 12: return clipboard();
        case 13: return m_session.setCurrentSlice(below(sliceCount));
        case 14: return m_session.beginRun(m_session.currentSlice(), {}, {"first", "second"});
        case 15:
            return m_session.addStep(m_session.currentSlice(),
                                     fakeStep(size, 1 + below(3), 3, 2,
                                              static_cast<std::uint64_t>(below(50))));
        }
    }

    ToolPoint point(Place place)
    {
        return {place.x, place.y, m_isFlipped, below(3) == 0 ? 0.6 : 1.0, m_isStraight};
    }
    Place somewhere() { return {real(-5, size.width + 5), real(-5, size.height + 5)}; }

    void useTool()
    {
        ToolSettings& settings = m_context.settings;
        settings.brushSize = 1 + below(14);
        settings.tip = static_cast<BrushTip>(below(2));
        settings.sizeUnit = static_cast<SizeUnit>(below(2));
        settings.shape = static_cast<ShapeKind>(below(2));
        settings.reach = static_cast<FillReach>(below(2));
        settings.measure = static_cast<MeasureKind>(below(3));
        settings.tolerance = real(0.5, 30);
        settings.rules.hasProbability = below(6) == 0;
        settings.rules.hasRange = below(6) == 0;
        settings.rules.hasLabel = below(6) == 0;
        settings.rules.insideLabel = static_cast<Label>(below(4));
        settings.rules.leastProbability = real(0, 1);
        m_isFlipped = below(3) == 0;
        m_isStraight = below(4) == 0;
        m_box.activate(below(static_cast<int>(toolTable().size())));
        Tool& tool = m_box.tool();
        for (int drag = 1 + below(4); drag > 0; --drag) {
            Place at = somewhere();
            tool.press(point(at));
            for (int move = below(5); move > 0; --move) {
                at = {at.x + real(-12, 12), at.y + real(-12, 12)};
                tool.move(point(at));
            }
            tool.release(point(at));
            tool.hover(point(somewhere()));
        }
        if (below(5) == 0)
            tool.stepBack();
        if (below(5) == 0)
            tool.cancel();
        tool.finish();
        tool.cancel();
    }

    Label someLabel()
    {
        const auto& rows = m_session.labelTable().rows;
        return rows[static_cast<std::size_t>(below(static_cast<int>(rows.size())))].label;
    }

    void refine()
    {
        RefineRequest request;
        request.refinement =
            &refinements()[static_cast<std::size_t>(below(static_cast<int>(refinements().size())))];
        request.label = someLabel();
        request.other = request.refinement->needsOther && below(2) == 0 ? someLabel() : Label{0};
        request.amount = real(1, 6);
        request.size = size;
        for (int slice = 0; slice < sliceCount; ++slice) {
            const auto copy = [](std::span<const Label> from) {
                return std::vector<Label>(from.begin(), from.end());
            };
            if (slice == m_session.currentSlice() || below(2) == 0)
                request.slices.push_back({slice, copy(m_session.human().slice(slice)),
                                          copy(m_session.labels().slice(slice)),
                                          m_session.modelLabels(slice)});
        }
        m_session.apply("Refine", refined(request));
    }

    void between()
    {
        if (const auto request = interpolationRequest(m_session, someLabel()))
            m_session.apply("Between", interpolated(*request));
    }

    void clipboard()
    {
        copyRegion(m_context, below(2) == 0 ? std::optional(somewhere()) : std::nullopt);
        pasteRegion(m_context);
    }

    void changeTable()
    {
        LabelTable table = m_session.labelTable();
        LabelRow& row =
            table.rows[static_cast<std::size_t>(below(static_cast<int>(table.rows.size())))];
        switch (below(7)) {
        case 0:
        case 1: row.isLocked = !row.isLocked; break;
        case 2: row.opacity = 0.1 * below(10); break;
        case 3: row.name += "'"; break;
        case 4: row.meaning = "kidney"; break;
        case 5: std::swap(table.rows.front(), table.rows.back()); break;
        default:
            if (!table.find(5))
                table.rows.push_back({5, "fifth", paletteColour(4)});
        }
        m_session.setLabelTable(table);
        m_session.setCurrentLabel(someLabel());
    }

    void wholeLabels()
    {
        switch (below(6)) {
        case 0: return m_session.mergeLabel(someLabel(), someLabel());
        case 1: return m_session.removeLabel(someLabel());
        case 2: return m_session.takeMask();
        case 3: return m_session.giveSliceBack();
        default: return m_session.copyLabelTo(below(sliceCount), someLabel());
        }
    }

    Session m_session;
    ToolContext m_context{m_session};
    std::mt19937 m_random;
    Toolbox m_box;
    bool m_isFlipped = false, m_isStraight = false;
};

// Seed of the first sequence.
int firstSeed()
{
    return std::max(1, qEnvironmentVariableIntValue("LIMN_SEED"));
}

// On a busy machine fewer of the thousand are played, but never few; LIMN_SEQUENCES=N plays all N.
bool isTimeUp(const QElapsedTimer& clock, int played)
{
    constexpr qint64 enoughMs = 60'000;
    return !qEnvironmentVariableIsSet("LIMN_SEQUENCES") && clock.elapsed() > enoughMs
        && played >= 100;
}

int sequences()
{
    bool isSet = false;
    const int wished = qEnvironmentVariableIntValue("LIMN_SEQUENCES", &isSet);
    return isSet ? wished : 1000;
}

} // namespace

class EditPropertyTest : public QObject {
    Q_OBJECT

    // Walks the whole undo stack down and up again, comparing every state.
    template <typename Hash>
    static bool comesBack(Session& session, const std::map<int, std::uint64_t>& states,
                          const Hash& hash)
    {
        QUndoStack& stack = session.undoStack();
        const int end = stack.index();
        const auto isAsBefore = [&] {
            const auto known = states.find(stack.index());
            if (known == states.end() || known->second == hash(session))
                return true;
            qWarning("state %d of %d differs, next is “%s”", stack.index(), stack.count(),
                     qPrintable(stack.redoText()));
            return false;
        };
        while (stack.canUndo()) {
            stack.undo();
            if (!isAsBefore())
                return false;
        }
        while (stack.canRedo()) {
            stack.redo();
            if (!isAsBefore())
                return false;
        }
        return stack.index() == end;
    }

private Q_SLOTS:
    void everyStateComesBackByUndoAndRedo()
    {
        QElapsedTimer clock;
        clock.start();
        std::size_t changes = 0;
        int played = 0;
        for (int seed = firstSeed();
             seed < firstSeed() + sequences() && !isTimeUp(clock, played); ++seed, ++played) {
            Hand hand(static_cast<unsigned>(seed));
            Session& session = hand.session();
            std::map<int, std::uint64_t> states{{0, wholeHash(session)}};
            for (int action = 0; action < 25; ++action) {
                QVERIFY2(hand.act(false), qPrintable(QStringLiteral("seed %1").arg(seed)));
                const int index = session.undoStack().index();
                states[index] = wholeHash(session);
                states.erase(states.upper_bound(index), states.end()); // a drag back to its start
            }
            changes += static_cast<std::size_t>(session.undoStack().count());
            QVERIFY2(comesBack(session, states, wholeHash),
                     qPrintable(QStringLiteral("seed %1").arg(seed)));
        }
        qInfo("%d sequences, %zu changes, %.1f s", played, changes,
              static_cast<double>(clock.elapsed()) / 1e3);
        QVERIFY(changes > static_cast<std::size_t>(played) * 8); // the actions do something
    }

    // A run replaces the model's part for good; what is a person's comes back all the same.
    void whatAPersonDrewComesBackAcrossRuns()
    {
        for (int seed = 1; seed <= sequences() / 4; ++seed) {
            Hand hand(static_cast<unsigned>(seed) + 100'000U);
            Session& session = hand.session();
            const std::uint64_t start = personHash(session);
            for (int action = 0; action < 30; ++action)
                QVERIFY2(hand.act(true), qPrintable(QStringLiteral("seed %1").arg(seed)));
            const std::uint64_t end = personHash(session);
            while (session.undoStack().canUndo())
                session.undoStack().undo();
            QVERIFY2(personHash(session) == start, qPrintable(QStringLiteral("seed %1").arg(seed)));
            while (session.undoStack().canRedo())
                session.undoStack().redo();
            QVERIFY2(personHash(session) == end, qPrintable(QStringLiteral("seed %1").arg(seed)));
        }
    }
};

} // namespace limn

QTEST_GUILESS_MAIN(limn::EditPropertyTest)
#include "edit_property_test.moc"
