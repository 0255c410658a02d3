#include "app/evaluation.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <limits>
#include <optional>

namespace limn {

namespace fs = std::filesystem;

namespace {

using Masks = std::map<std::string, fs::path>;

// An id as a list may give it: a stem, or a file's name.
Masks::const_iterator found(const Masks& masks, const std::string& id)
{
    const auto exact = masks.find(id);
    return exact != masks.end() ? exact : masks.find(stemOf(id));
}

bool isSliceOf(const std::string& name, const std::string& stack)
{
    if (name.size() < stack.size() + 5 || name.compare(stack.size(), 2, "_s") != 0)
        return false;
    return std::ranges::all_of(name.substr(stack.size() + 2),
                               [](char c) { return c >= '0' && c <= '9'; });
}

// The prediction of this name, or those of its slices in their order; empty when there is none.
std::vector<fs::path> predictionsOf(const std::string& id, const Masks& predictions)
{
    if (const auto whole = found(predictions, id); whole != predictions.end())
        return {whole->second};
    std::map<int, fs::path> slices; // the numbers have three digits, or more
    for (auto it = predictions.lower_bound(id); it != predictions.end() && it->first.starts_with(id);
         ++it)
        if (isSliceOf(it->first, id))
            slices[std::stoi(it->first.substr(id.size() + 2))] = it->second;
    std::vector<fs::path> files;
    for (const auto& [number, file] : slices)
        files.push_back(file);
    return files;
}

Result<Pairing> pairsOf(const std::vector<std::string>& ids, const Masks& references,
                        const Masks& predictions)
{
    Pairing pairing;
    for (const std::string& id : ids) {
        const auto reference = found(references, id);
        auto prediction = predictionsOf(id, predictions);
        if (reference == references.end())
            return fail(ErrorCode::BadData, id, "no reference of this name");
        if (prediction.empty())
            return fail(ErrorCode::BadData, id, "no prediction of this name");
        pairing.pairs.push_back({id, reference->second, std::move(prediction)});
    }
    return pairing;
}

std::string sizeText(const LabelPicture& picture)
{
    std::string text =
        std::to_string(picture.size.width) + " x " + std::to_string(picture.size.height);
    if (picture.sliceCount > 1)
        text += " x " + std::to_string(picture.sliceCount);
    return text;
}

// One file, or a file a slice.
Result<LabelPicture> readPrediction(const std::vector<fs::path>& files, const LabelReader& reader)
{
    if (files.size() == 1)
        return readLabelPicture(files.front(), reader);
    auto whole = readLabelPicture(files.front(), [&](const fs::path&, int slice) {
        auto frame = reader(files[static_cast<std::size_t>(slice)], 0);
        if (frame) {
            frame->frames = static_cast<int>(files.size());
            frame->geometry = {};
        }
        return frame;
    });
    return whole;
}

// In millimetres where the geometry has a spacing along every axis.
std::optional<Grid> gridInMm(const LabelPicture& picture)
{
    const Geometry& geometry = picture.geometry;
    Grid grid{picture.size, picture.sliceCount, geometry.columnSpacingMm, geometry.rowSpacingMm};
    if (geometry.calibration == Calibration::None)
        return {};
    if (picture.sliceCount == 1)
        return grid;
    const auto& origins = geometry.sliceOriginsMm;
    if (origins.size() < 2)
        return {};
    grid.sliceSpacing = std::hypot(origins[1][0] - origins[0][0], origins[1][1] - origins[0][1],
                                   origins[1][2] - origins[0][2]);
    return grid.sliceSpacing > 0 ? std::optional(grid) : std::nullopt;
}

} // namespace

Result<Pairing> pairMasks(const fs::path& reference, const fs::path& prediction,
                          const std::vector<std::string>& ids)
{
    const auto references = masksByStem(reference);
    if (!references)
        return std::unexpected(references.error());
    const auto predictions = masksByStem(prediction);
    if (!predictions)
        return std::unexpected(predictions.error());
    if (!ids.empty())
        return pairsOf(ids, *references, *predictions);
    Pairing pairing;
    for (const auto& [id, path] : *references) {
        auto own = predictionsOf(id, *predictions);
        if (own.empty())
            pairing.withoutPrediction.push_back(id);
        else
            pairing.pairs.push_back({id, path, std::move(own)});
    }
    if (pairing.pairs.empty())
        return fail(ErrorCode::BadData, prediction.string(), "no file has the name of a reference");
    return pairing;
}

Result<std::vector<std::string>> readIds(const fs::path& file)
{
    std::ifstream lines(file);
    if (!lines)
        return fail(fs::exists(file) ? ErrorCode::NotReadable : ErrorCode::NotFound, file.string());
    std::vector<std::string> ids;
    std::string line;
    while (std::getline(lines, line)) {
        const auto first = line.find_first_not_of(" \t\r");
        if (first != std::string::npos && line[first] != '#')
            ids.push_back(line.substr(first, line.find_last_not_of(" \t\r") - first + 1));
    }
    return ids;
}

Result<LabelPicture> readLabelPicture(const fs::path& path, const LabelReader& reader)
{
    LabelPicture picture;
    std::vector<std::int32_t> values;
    for (int slice = 0; slice < picture.sliceCount; ++slice) {
        const auto frame = reader(path, slice);
        if (!frame)
            return std::unexpected(frame.error());
        if (slice == 0) {
            picture.size = frame->size;
            picture.sliceCount = frame->frames;
            picture.geometry = frame->geometry;
        } else if (frame->size != picture.size) {
            return fail(ErrorCode::BadData, path.filename().string(), "slices of several sizes");
        }
        values.insert(values.end(), frame->values.begin(), frame->values.end());
    }
    const bool isBinary =
        std::ranges::all_of(values, [](int value) { return value == 0 || value == 255; });
    picture.labels.resize(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        const int value = isBinary && values[i] == 255 ? 1 : values[i];
        if (value < 0 || value > 254)
            return fail(ErrorCode::BadData, path.filename().string(),
                        "the value " + std::to_string(value) + " is no label");
        picture.labels[i] = static_cast<Label>(value);
    }
    return picture;
}

bool isSamePlace(const Geometry& a, const Geometry& b)
{
    if (a.sliceOriginsMm.empty() || b.sliceOriginsMm.empty())
        return true;
    if (a.sliceOriginsMm.size() != b.sliceOriginsMm.size())
        return false;
    const double tolerance = 0.01 * std::min(a.columnSpacingMm, a.rowSpacingMm);
    const auto isNear = [](const Vector3& one, const Vector3& other, double limit) {
        return std::hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]) <= limit;
    };
    for (std::size_t i = 0; i < a.sliceOriginsMm.size(); ++i)
        if (!isNear(a.sliceOriginsMm[i], b.sliceOriginsMm[i], tolerance))
            return false;
    return isNear(a.rowDirection, b.rowDirection, 1e-3)
        && isNear(a.columnDirection, b.columnDirection, 1e-3)
        && std::abs(a.columnSpacingMm - b.columnSpacingMm) <= tolerance
        && std::abs(a.rowSpacingMm - b.rowSpacingMm) <= tolerance;
}

Result<PairScore> scoreLabels(const std::string& id, const LabelPicture& prediction,
                              const LabelPicture& reference)
{
    if (reference.size != prediction.size || reference.sliceCount != prediction.sliceCount)
        return fail(ErrorCode::BadData, id,
                    "sizes differ: reference " + sizeText(reference) + ", prediction "
                        + sizeText(prediction));
    if (!isSamePlace(reference.geometry, prediction.geometry))
        return fail(ErrorCode::BadData, id,
                    "reference and prediction lie at different places of the patient");
    int classCount = 1;
    for (const auto* labels : {&reference.labels, &prediction.labels})
        if (!labels->empty())
            classCount = std::max<int>(classCount, *std::ranges::max_element(*labels));
    auto grid = gridInMm(reference);
    if (!grid)
        grid = gridInMm(prediction);
    auto score = scoreCase(prediction.labels, reference.labels,
                           grid.value_or(Grid{reference.size, reference.sliceCount}), classCount);
    if (!score)
        return std::unexpected(score.error());
    score->id = id;
    return PairScore{std::move(*score), grid.has_value()};
}

Result<PairScore> scorePair(const MaskPair& pair, const LabelReader& reader)
{
    const auto reference = readLabelPicture(pair.reference, reader);
    if (!reference)
        return std::unexpected(reference.error());
    const auto prediction = readPrediction(pair.prediction, reader);
    if (!prediction)
        return std::unexpected(prediction.error());
    return scoreLabels(pair.id, *prediction, *reference);
}

void fillClasses(std::vector<CaseScore>& cases)
{
    std::size_t classCount = 0;
    for (const CaseScore& score : cases)
        classCount = std::max(classCount, score.classes.size());
    ClassScore nowhere;
    nowhere.values.fill(std::numeric_limits<double>::quiet_NaN());
    for (CaseScore& score : cases)
        score.classes.resize(classCount, nowhere);
}

} // namespace limn
