// What is written out as masks: a copy, so that a person edits on while it is written.
#pragma once

#include "model/data/label_layers.h"
#include "model/data/step.h"
#include "model/data/study_state.h"
#include "model/data/volume.h"

#include <cstdint>
#include <string>
#include <vector>

namespace limn {

// How the masks came about.
struct Provenance {
    std::string programVersion;
    std::vector<RunFacts> runs; // a slice each; a slice where no model ran has no model name
    int baseStep = 0; // 1..K: whose map is under the person's layer
    double tau = 0.5; // threshold, 0 < tau < 1
    int editCount = 0; // commands of a person that are in effect
    double secondsSpent = 0;
};

// What data-set formats are made of.
enum class InstanceKind { Components, WholeLabels }; // a connected piece of a label, or all of it
enum class OutlineKind { Polygons, RunLengths }; // polygons: what has holes is run lengths all the same

struct DatasetOptions {
    InstanceKind instances = InstanceKind::Components;
    OutlineKind outlines = OutlineKind::Polygons; // COCO

    bool operator==(const DatasetOptions&) const = default;
};

struct MaskExport {
    std::string
        stem; // every file's name begins with it (made safe); the source's without its suffix
    LabelMap labels; // composed
    HumanLayer human; // same size, or without values when nobody drew
    LabelTable table;
    // The base step's posterior, one map a slice (without values where the model did not run), or
    // no map at all. Class k is label k.
    std::vector<ProbabilityMap> posteriors;
    std::vector<std::vector<StepPtr>> steps; // of every slice, or none at all
    Geometry geometry;
    SourceRef source;
    int channels = 1; // of the source
    Provenance provenance;
    DatasetOptions datasets;
    // Where the same export is to give the same bytes: what new UIDs are made from, and what is said
    // to be the time ("20260131140506"). Empty: chance, and now.
    std::string uidSeed = {}, contentTime = {};
};

} // namespace limn
