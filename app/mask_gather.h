// The masks of one picture: read, fitted, joined to what its human layer becomes.
#pragma once

#include "app/mask_targets.h"
#include "io/work/kept_image.h"
#include "model/data/mask_fit.h"

namespace limn {

struct ReadMasks {
    struct One {
        FittedMask fitted;
        std::vector<MaskLabel> labels;
    };
    std::vector<One> masks;
    std::vector<Error> refused;
    std::vector<std::string> notes; // the readers' words
};

// Blocks; for the file thread.
ReadMasks readMasks(std::span<const PlannedMask> planned, const Volume& picture,
                    ImportClient& client, const std::stop_token& stop);

struct JoinedMask {
    LabelTable table; // with the masks' labels in it
    FittedMask mask; // in its numbers; where masks meet, the later one stays
};
JoinedMask joinedMasks(const ReadMasks& read, const LabelTable& table, bool isBegun);

// Whether somebody has named or painted anything. `placeholder`: the name of the one row that a
// picture begins with.
bool isBegun(const LabelTable& table, const HumanLayer& human, const std::string& placeholder);

// Whether somebody has worked on the picture: then its work is not replaced unasked.
bool hasWork(const StudyState& state);

// What the work file is told.
std::vector<Stroke> strokesOf(std::span<const LabelEdit> edits);
StateUpdate importedState(StudyState state, const LabelTable& table);

std::vector<LabelEdit> editsOf(const JoinedMask& joined, const HumanLayer& human,
                               const LabelMap& composed);

} // namespace limn
