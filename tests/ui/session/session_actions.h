// What the tests of the session do to it, in one word each.
#pragma once

#include "tests/support/fake_segmenter.h"
#include "ui/session/session.h"

#include <algorithm>

namespace limn {

inline constexpr Size size{16, 12};

inline void fillBox(Session& session, Rect box, Label label, int slice = 0)
{
    session.apply("Brush", {LabelEdit(slice, box, std::vector<Label>(box.area(), label))});
}

inline void run(Session& session, int steps, std::uint64_t seed = 0, int slice = 0)
{
    RunFacts facts;
    facts.modelName = "fake";
    facts.seed = seed;
    session.beginRun(slice, facts, {"disc"});
    for (int i = 1; i <= steps; ++i)
        session.addStep(slice, fakeStep(size, i, steps, 1, seed));
    session.endRun(slice);
}

inline void setLocked(Session& session, Label label, bool isLocked)
{
    LabelTable table = session.labelTable();
    std::ranges::find(table.rows, label, &LabelRow::label)->isLocked = isLocked;
    session.setLabelTable(table);
}

inline std::vector<Label> masked(const Session& session, int slice = 0)
{
    const auto labels = session.labels().slice(slice);
    return {labels.begin(), labels.end()};
}

inline std::vector<Label> maskOf(const ProbabilityMap& map, double tau)
{
    std::vector<Label> labels(map.size.area());
    const std::vector<Label> nobody(map.size.area(), untouched);
    composeInto(labels, nobody, map, tau, map.size, wholeOf(map.size));
    return labels;
}

} // namespace limn
