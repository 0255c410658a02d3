#include "model/training/prediction.h"

#include <cassert>

namespace limn {

SlicePtr sliceOf(const PackedImage& image)
{
    auto slice = std::make_shared<Slice>();
    slice->size = {static_cast<int>(image.picture.size(2)),
                   static_cast<int>(image.picture.size(1))};
    slice->channels = static_cast<int>(image.picture.size(0));
    const at::Tensor values = image.picture.permute({1, 2, 0}).contiguous();
    slice->values.assign(values.const_data_ptr<float>(),
                         values.const_data_ptr<float>() + values.numel());
    return slice;
}

std::vector<Label> likeliestLabels(const ProbabilityMap& map)
{
    std::vector<Label> labels(map.size.area(), background);
    std::vector<float> best(map.of(0).begin(), map.of(0).end());
    for (int c = 1; c < map.classes; ++c) {
        const auto probabilities = map.of(c);
        for (std::size_t i = 0; i < labels.size(); ++i)
            if (probabilities[i] > best[i]) {
                best[i] = probabilities[i];
                labels[i] = static_cast<Label>(c);
            }
    }
    return labels;
}

Grid metricGridOf(const PackedImage& image)
{
    Grid grid{{static_cast<int>(image.labels.size(1)), static_cast<int>(image.labels.size(0))}};
    if (image.spacingMm) {
        grid.rowSpacing = (*image.spacingMm)[0];
        grid.columnSpacing = (*image.spacingMm)[1];
    }
    return grid;
}

std::span<const Label> labelsOf(const PackedImage& image)
{
    assert(image.labels.is_contiguous());
    return {image.labels.const_data_ptr<std::uint8_t>(),
            static_cast<std::size_t>(image.labels.numel())};
}

} // namespace limn
