#include "app/samples.h"

#include "model/files/durable_file.h"

#include <QCoreApplication>

#include <nlohmann/json.hpp>

#include <fstream>
#include <iterator>

namespace limn {

namespace fs = std::filesystem;

namespace {

// What samples.json calls them, for translators.
[[maybe_unused]] constexpr const char* titles[] = {
    QT_TRANSLATE_NOOP("Samples", "Chest X-ray"),
    QT_TRANSLATE_NOOP("Samples", "Chest X-ray, pneumonia"),
    QT_TRANSLATE_NOOP("Samples", "Skin lesion"), QT_TRANSLATE_NOOP("Samples", "Hippocampus, MR")};

} // namespace

std::vector<SampleFile> samplesIn(const fs::path& folder)
{
    std::ifstream file(folder / "samples.json");
    const auto list = nlohmann::json::parse(file, nullptr, false);
    std::vector<SampleFile> samples;
    if (!list.is_array())
        return samples;
    for (const auto& entry : list)
        samples.push_back(
            {folder / entry.value("file", ""), entry.value("title", ""), entry.value("model", "")});
    return samples;
}

Result<fs::path> usableSample(const SampleFile& sample, const fs::path& userFolder)
{
    const fs::path folder = userFolder / "samples";
    const fs::path copy = folder / sample.file.filename();
    std::error_code error;
    if (fs::exists(copy, error))
        return copy;
    fs::create_directories(folder, error);
    std::ifstream file(sample.file, std::ios::binary);
    if (!file)
        return fail(ErrorCode::NotFound, sample.file.filename().string());
    const std::vector<char> content{std::istreambuf_iterator<char>(file), {}};
    const auto written = writeDurably(copy, std::as_bytes(std::span(content)), IfExists::Refuse);
    if (!written)
        return std::unexpected(written.error());
    return copy;
}

} // namespace limn
