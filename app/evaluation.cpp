#include "app/evaluation.h"

#include <algorithm>
#include <fstream>
#include <limits>

namespace limn {

namespace fs = std::filesystem;

namespace {

using Masks = std::map<std::string, fs::path>;

// An id as a list may give it: a stem, or a file's name.
Masks::const_iterator found(const Masks& masks, const std::string& id)
{
    const auto exact = masks.find(id);
    return exact != masks.end() ? exact : masks.find(fs::path(id).stem().string());
}

Result<Pairing> pairsOf(const std::vector<std::string>& ids, const Masks& references,
                        const Masks& predictions)
{
    Pairing pairing;
    for (const std::string& id : ids) {
        const auto reference = found(references, id);
        const auto prediction = found(predictions, id);
        if (reference == references.end())
            return fail(ErrorCode::BadData, id, "no reference of this name");
        if (prediction == predictions.end())
            return fail(ErrorCode::BadData, id, "no prediction of this name");
        pairing.pairs.push_back({id, reference->second, prediction->second});
    }
    return pairing;
}

std::string sizeText(Size size)
{
    return std::to_string(size.width) + " x " + std::to_string(size.height);
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
        const auto match = predictions->find(id);
        if (match == predictions->end())
            pairing.withoutPrediction.push_back(id);
        else
            pairing.pairs.push_back({id, path, match->second});
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
    const auto frame = reader(path);
    if (!frame)
        return std::unexpected(frame.error());
    const bool isBinary =
        std::ranges::all_of(frame->values, [](int value) { return value == 0 || value == 255; });
    LabelPicture picture{frame->size, std::vector<Label>(frame->values.size())};
    for (std::size_t i = 0; i < frame->values.size(); ++i) {
        const int value = isBinary && frame->values[i] == 255 ? 1 : frame->values[i];
        if (value < 0 || value > 254)
            return fail(ErrorCode::BadData, path.filename().string(),
                        "the value " + std::to_string(value) + " is no label");
        picture.labels[i] = static_cast<Label>(value);
    }
    return picture;
}

Result<CaseScore> scorePair(const MaskPair& pair, const LabelReader& reader)
{
    const auto reference = readLabelPicture(pair.reference, reader);
    if (!reference)
        return std::unexpected(reference.error());
    const auto prediction = readLabelPicture(pair.prediction, reader);
    if (!prediction)
        return std::unexpected(prediction.error());
    if (reference->size != prediction->size)
        return fail(ErrorCode::BadData, pair.id,
                    "sizes differ: reference " + sizeText(reference->size) + ", prediction "
                        + sizeText(prediction->size));
    int classCount = 1;
    for (const auto* labels : {&reference->labels, &prediction->labels})
        if (!labels->empty())
            classCount = std::max<int>(classCount, *std::ranges::max_element(*labels));
    auto score =
        scoreCase(prediction->labels, reference->labels, Grid{reference->size}, classCount);
    if (score)
        score->id = pair.id;
    return score;
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
