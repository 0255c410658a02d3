// What one predicted mask is worth against its reference, class by class.
#pragma once

#include "model/data/error.h"
#include "model/data/label_table.h"
#include "model/metrics/distance_transform.h"

#include <array>
#include <string>
#include <string_view>

namespace limn {

enum class Metric { Dice, Iou, Precision, Recall, Hd95, Hd95Max, Hd95Penalised };
inline constexpr std::array allMetrics{Metric::Dice,         Metric::Iou,  Metric::Precision,
                                       Metric::Recall,       Metric::Hd95, Metric::Hd95Max,
                                       Metric::Hd95Penalised};
std::string_view nameOf(Metric metric); // "Dice", "IoU", "HD95-pen", ...

enum class Presence {
    Both,
    Neither, // nothing to find, nothing found: no metric counts it
    Missed, // in the reference alone
    FalseAlarm, // in the prediction alone
};

struct PixelCounts {
    std::uint64_t truePositive = 0;
    std::uint64_t falsePositive = 0;
    std::uint64_t falseNegative = 0;

    Presence presence() const;
};

// One class in one case. A value that the rules exclude is NaN:
//                  Neither   Missed          FalseAlarm
// Dice, IoU        NaN       0               0
// Precision        NaN       0               0
// Recall           NaN       0               NaN
// Hd95, Hd95Max    NaN       NaN             NaN
// Hd95Penalised    NaN       grid diagonal   grid diagonal
struct ClassScore {
    PixelCounts pixels;
    std::array<double, allMetrics.size()> values{};

    double of(Metric metric) const { return values[static_cast<std::size_t>(metric)]; }
};

// A case is a patient's stack, or a picture.
struct CaseScore {
    std::string id;
    std::string patient; // cases of one patient are drawn together in the bootstrap
    PixelCounts background;
    std::vector<ClassScore> classes; // [0] is label 1
};

enum class Distances { Measured, LeftOut };

// Compares label by label 1..classCount (class 0 is the background). HD95 in the grid's unit; NaN
// where distances, which cost most of the time, are left out.
// Errors: BadData (sizes differ, a label over classCount).
Result<CaseScore> scoreCase(std::span<const Label> prediction, std::span<const Label> reference,
                            const Grid& grid, int classCount,
                            Distances distances = Distances::Measured);

} // namespace limn
