// Predicted masks against references: which files belong together, and what each pair is worth.
#pragma once

#include "app/image_folder.h"
#include "io/import_client.h"
#include "model/metrics/scores.h"

#include <functional>

namespace limn {

// Reads a frame (from 0) of a mask: palette indices, grey levels or whole numbers.
using LabelReader = std::function<Result<StoredFrame>(const std::filesystem::path&, int frame)>;

struct MaskPair {
    std::string id; // the stem
    std::filesystem::path reference;
    std::vector<std::filesystem::path> prediction; // one file, or of a stack one a slice
};

struct Pairing {
    std::vector<MaskPair> pairs; // in the order of ids
    std::vector<std::string> withoutPrediction; // references that nothing was predicted for
};

// Pairs by stem: X or X_mask in either folder; a stack X may be predicted by X_s001_mask,
// X_s002_mask, ... as limn segment writes them. With `ids` exactly these are judged, and each must
// have both files. Errors: those of masksByStem; BadData (no pair at all, an id without a file).
Result<Pairing> pairMasks(const std::filesystem::path& reference,
                          const std::filesystem::path& prediction,
                          const std::vector<std::string>& ids);

// The lines of the file without blanks around them, empty ones and those that begin with #.
// Errors: NotFound, NotReadable.
Result<std::vector<std::string>> readIds(const std::filesystem::path& file);

// A mask of a picture or a stack as label bytes, slice by slice. A file that holds nothing but 0 and
// 255 is a mask of label 1. Errors: those of the reader; BadData for values that are no labels and
// slices of several sizes.
struct LabelPicture {
    Size size;
    std::vector<Label> labels;
    int sliceCount = 1;
    Geometry geometry = {};
};
Result<LabelPicture> readLabelPicture(const std::filesystem::path& path, const LabelReader& reader);

// Whether the slices lie at the same places, to a hundredth of a voxel's side; true where either
// does not say.
bool isSamePlace(const Geometry& a, const Geometry& b);

struct PairScore {
    CaseScore score;
    bool isMillimetres = false; // distances, where either mask knows its spacing; else pixels
};

// Errors: BadData (sizes, places), with `id` as their subject.
Result<PairScore> scoreLabels(const std::string& id, const LabelPicture& prediction,
                              const LabelPicture& reference);

// A stack is one case. It has as many classes as its two masks hold. Errors: those above, BadData
// (sizes, places).
Result<PairScore> scorePair(const MaskPair& pair, const LabelReader& reader);

// Gives every case the number of classes of the case that has most: the missing ones are in neither
// mask.
void fillClasses(std::vector<CaseScore>& cases);

} // namespace limn
