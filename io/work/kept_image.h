// What goes into the work file and comes out of it, one image at a time.
#pragma once

#include "model/data/study_state.h"

#include <map>
#include <memory>
#include <optional>

namespace limn {

// Which image: the work belongs to this content at this place.
struct ImageKey {
    std::string path; // relative to the opened folder, '/' between names, UTF-8
    std::string contentHash; // SourceRef::contentHash
    Size size;
    int sliceCount = 1;
    bool operator==(const ImageKey&) const = default;
};

// The bytes that a person's action put into the human layer. What was there before is filled in by
// the work file, which knows it. An action on several slices is several strokes with one number.
struct Stroke {
    int slice = 0;
    Rect box; // inside the slice
    std::vector<Label> bytes; // box.area(), row by row
    EditKind kind = EditKind::Edit;
    std::int64_t number = 0; // HumanEdit::number; 0: nobody knows, then it can't be told what an undo undid
    std::string text = {};
};

// The base step's posterior of a slice and how it came to be.
struct SliceMap {
    std::shared_ptr<const ProbabilityMap> map;
    RunFacts run;
};

// All that is kept but for the human layer. A slice that is not in `maps` keeps the map that it
// has.
struct StateUpdate {
    LabelTable labels;
    double threshold = 0.5;
    int baseStep = 0;
    ImageStatus status = ImageStatus::Todo;
    double secondsSpent = 0;
    std::map<int, SliceMap> maps;
    std::vector<SliceLook> looks = {}; // a slice each; none: those that are kept stay
    ImageNotes notes = {};
};

// Everything of the state but the human layer.
StateUpdate updateOf(StudyState state);

struct KeptImage {
    std::optional<StudyState> state; // of this very content
    // Work on another content under the same path (or of another size), where `state` has none:
    // tell it as ImageChanged; it stays in the file, and adopt() makes a copy of it the work of
    // this content.
    std::optional<StudyState> stateOfOtherContent;
};

struct ImageSummary {
    std::string path;
    ImageStatus status = ImageStatus::Todo;
    double secondsSpent = 0;
    double doubt = -1; // the highest of its slices'; below 0: not known
    ImageNotes notes = {};
    Effort effort = {};
    std::int64_t updatedMs = 0; // since 1970: when something of it was kept last
    std::string contentHash = {};
};

// An image in the work file.
struct KeptRow {
    ImageKey key;
    ImageStatus status = ImageStatus::Todo;
    std::int64_t updatedMs = 0; // since 1970, of the last work on it
};

} // namespace limn
