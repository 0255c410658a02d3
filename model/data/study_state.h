// What is kept of one image from one opening to the next: the human layer, what the mask is made
// of, how far it is.
#pragma once

#include "model/data/label_edit.h"
#include "model/data/label_layers.h"
#include "model/data/label_table.h"
#include "model/data/step.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace limn {

// What a run was asked for, but for the picture, the strokes and where it began.
struct RunSettings {
    int steps = 3;
    std::uint64_t seed = 0;
    std::string kernel = "posterior-mean"; // as nameOf(Kernel)
    int chains = 1;
    double labelSampling = 0;
    bool hasEarlyStop = false;
    std::vector<double> priorRatio = {}; // a class each; empty: 1

    bool operator==(const RunSettings&) const = default;
};

// A run that went on from a step of another one.
struct RestartFacts {
    RunSettings of; // that other run, which had no strokes
    int fromStep = 0; // 1..
    double t = 0; // of the first step

    bool operator==(const RestartFacts&) const = default;
};

// How the steps came to be; kept with the image and exported as provenance. With the picture it is
// enough to compute them again.
struct RunFacts {
    std::string modelName, modelTitle, modelSha256;
    int steps = 3;
    std::uint64_t seed = 0;
    std::string kernel = "posterior-mean"; // as nameOf(Kernel)
    std::string device;
    int chains = 1;
    double labelSampling = 0;
    bool hasEarlyStop = false;
    std::vector<double> priorRatio = {}; // a class each; empty: 1
    int threads = 0; // of the CPU; 0 not known
    std::string programVersion = {}; // Limn's
    std::string evidence = {}; // the strokes (model/evidence_text.h); empty: none
    double agreement = 0; // share of the chains that must say so (agreed_map.h); 0: tau decides
    std::optional<RestartFacts> restart = {};

    bool operator==(const RunFacts&) const = default;
};

// A place of "Where to look next" (model/data/look_next.h) that a person has been at.
struct LookMark {
    Rect box; // pixels of the picture
    bool isResolved = false; // a person said so; else only visited

    bool operator==(const LookMark&) const = default;
};

// What is kept of a slice's places; the places themselves come from its map.
struct SliceLook {
    double doubt = -1; // 0..1 (LookNext::doubt); below 0: not known
    std::vector<LookMark> marks;

    bool operator==(const SliceLook&) const = default;
};

// The numbers are kept in work files.
enum class ImageStatus { Todo, Edited, Accepted, Skipped, ToReview };
inline constexpr ImageStatus lastImageStatus = ImageStatus::ToReview;

enum class ReviewState { None, Passed, Returned };

// What people say about an image, and who.
struct ImageNotes {
    std::string note;
    std::string annotator; // who changed or accepted it last; empty: no name was set
    std::string reviewer; // who passed or returned it; this and the comment belong to `review`
    std::string comment;
    ReviewState review = ReviewState::None;

    bool operator==(const ImageNotes&) const = default;
};

// What a person has spent on an image, besides the seconds.
struct Effort {
    int strokes = 0; // finished changes of the human layer; undo and redo are none
    std::int64_t changedPixels = 0; // by them, each time anew

    bool operator==(const Effort&) const = default;
};

enum class EditKind { Edit, Undo, Redo };

// A finished change of the human layer that can be undone or done again after a restart.
struct KeptEdit {
    std::int64_t number = 0; // growing within an image
    std::string text; // as the undo list says it
    bool isUndone = false;
    std::vector<LabelEdit> edits; // a slice each; their next swap undoes it, or does it again
};

// What the work file keeps of one image and gives back.
struct StudyState {
    HumanLayer human;
    LabelTable labels;
    double threshold = 0.5;
    int baseStep = 0; // 1..count of the run that made baseMaps; 0: none
    std::vector<ProbabilityMap> baseMaps; // a slice each, empty where the model has not run
    std::vector<RunFacts> runs; // a slice each, as baseMaps
    ImageStatus status = ImageStatus::Todo;
    double secondsSpent = 0;
    std::vector<SliceLook> looks = {}; // a slice each, or none at all
    ImageNotes notes = {};
    Effort effort = {};
    std::vector<KeptEdit> history = {}; // the oldest first, undone ones last
    std::int64_t lastEdit = 0; // the highest number that was given
};

} // namespace limn
