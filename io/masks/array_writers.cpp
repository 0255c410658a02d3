#include "io/masks/array_writers.h"

#include "io/masks/file_names.h"
#include "io/masks/numpy.h"
#include "model/data/bilinear.h"

#include <algorithm>
#include <optional>

namespace limn {
namespace {

using Steps = std::vector<StepPtr>;

std::vector<std::byte> bytesOf(const auto& values)
{
    const auto bytes = std::as_bytes(std::span(values));
    return {bytes.begin(), bytes.end()};
}

std::vector<std::size_t> shapeOf(std::size_t classes, Size size)
{
    return {classes, static_cast<std::size_t>(size.height), static_cast<std::size_t>(size.width)};
}

Result<FilePieces> probabilityArray(const MaskExport& masks, int slice)
{
    const ProbabilityMap& map = masks.posteriors[static_cast<std::size_t>(slice)];
    const Size size = masks.labels.size;
    FilePieces pieces{npyHeader("<f4", shapeOf(static_cast<std::size_t>(map.classes), size))};
    for (int k = 0; k < map.classes; ++k)
        pieces.push_back(bytesOf(resizedBilinear(map.of(k), map.size, size)));
    return pieces;
}

// One map of every step as float16; nothing when a step lacks it.
std::optional<ZipEntry> stepArray(const std::string& name, const Steps& steps,
                                  ProbabilityMap Step::* map, Size size)
{
    const int classes = ((*steps.front()).*map).classes;
    if (!std::ranges::all_of(steps, [&](const StepPtr& step) {
            return !((*step).*map).isEmpty() && ((*step).*map).classes == classes;
        }))
        return std::nullopt;
    std::vector<std::size_t> shape = shapeOf(static_cast<std::size_t>(classes), size);
    shape.insert(shape.begin(), steps.size());
    ZipEntry entry{name, {npyHeader("<f2", shape)}};
    for (const StepPtr& step : steps)
        for (int k = 0; k < classes; ++k) {
            const ProbabilityMap& one = (*step).*map;
            std::vector<std::uint16_t> halves;
            halves.reserve(size.area());
            for (const float value : resizedBilinear(one.of(k), one.size, size))
                halves.push_back(halfOf(value));
            entry.pieces.push_back(bytesOf(halves));
        }
    return entry;
}

Result<FilePieces> stepArchive(const MaskExport& masks, std::size_t slice)
{
    const Steps& steps = masks.steps[slice];
    std::vector<ZipEntry> entries;
    const auto add = [&](const char* name, ProbabilityMap Step::* map) {
        if (auto entry = stepArray(name, steps, map, masks.labels.size))
            entries.push_back(std::move(*entry));
    };
    add("posterior.npy", &Step::posterior);
    add("semantic.npy", &Step::semantic);
    add("generative.npy", &Step::generative);
    add("state.npy", &Step::state);
    std::vector<float> times;
    for (const StepPtr& step : steps)
        times.push_back(static_cast<float>(step->t));
    entries.push_back({"t.npy", {npyHeader("<f4", {times.size()}), bytesOf(times)}});
    return storedZip(std::move(entries));
}

} // namespace

std::vector<OutputFile> probabilityArrays(const MaskExport& masks)
{
    std::vector<OutputFile> files;
    for (std::size_t k = 0; k < masks.posteriors.size(); ++k) {
        const int slice = static_cast<int>(k);
        if (!masks.posteriors[k].isEmpty())
            files.push_back({sliceStem(masks, slice) + "_prob.npy",
                             [&masks, slice] { return probabilityArray(masks, slice); }});
    }
    return files;
}

std::vector<OutputFile> stepArchives(const MaskExport& masks)
{
    std::vector<OutputFile> files;
    for (std::size_t slice = 0; slice < masks.steps.size(); ++slice)
        if (!masks.steps[slice].empty())
            files.push_back({sliceStem(masks, static_cast<int>(slice)) + "_steps.npz",
                             [&masks, slice] { return stepArchive(masks, slice); }});
    return files;
}

} // namespace limn
