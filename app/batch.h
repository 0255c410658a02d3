// Segments image files one after the other: decode, run, compose, write. Blocks; knows no window.
#pragma once

#include "app/clicks.h"
#include "app/run_record.h"
#include "io/import_client.h"
#include "io/masks/write_masks.h"
#include "model/segmenter.h"

#include <filesystem>
#include <map>
#include <optional>
#include <stop_token>
#include <vector>

namespace limn {

struct BatchOptions {
    std::filesystem::path folder; // where the masks go; exists
    std::vector<MaskFormat> formats{MaskFormat::Mask};
    DatasetOptions datasets;
    RunSettings settings;
    std::map<std::string, std::vector<Click>> clicks; // by the image's stem
    std::optional<RunRecord> record; // instead of the settings: does again what it says
    bool isReplacing = false; // else an image whose files are all there is skipped
};

enum class BatchOutcome { Written, Skipped };

// Where a record can't be kept to the bit: another device, thread count or version, or a person's
// pixels, which are not in it. In words; none where `now` ran as `record` says.
std::vector<std::string> differences(const RunRecord& record, const RunFacts& now);

// Every slice of the image is run on its own. Errors: those of ImportClient, Segmenter and
// writeMasks, NotDicom before the model runs; ImageChanged and BadData where the record is of
// another picture. `stem`: see outputStems(). `ran`, if not null, becomes the facts of the last
// slice's run.
Result<BatchOutcome> segmentImage(const ImageFiles& image, const std::string& stem,
                                  ImportClient& client, Segmenter& segmenter,
                                  const BatchOptions& options, std::stop_token stop,
                                  RunFacts* ran = nullptr);

} // namespace limn
