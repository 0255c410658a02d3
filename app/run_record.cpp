#include "app/run_record.h"

#include "model/files/run_json.h"

#include <QColor>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

namespace limn {
namespace {

using Json = nlohmann::json;

Result<std::vector<RunFacts>> runsOf(const Json& json)
{
    std::vector<RunFacts> runs;
    const Json all = json.contains("runs") ? json.at("runs") : Json::array({json.at("run")});
    for (const Json& one : all) {
        auto run = one.is_null() ? Result<RunFacts>(RunFacts{}) : runFactsFromJson(one.dump());
        if (!run)
            return std::unexpected(run.error());
        runs.push_back(std::move(*run));
    }
    return runs;
}

LabelTable labelsOf(const Json& json)
{
    LabelTable table;
    for (const Json& row : json) {
        const QColor colour(QString::fromStdString(row.at("colour").get<std::string>()));
        const auto part = [](int value) { return static_cast<std::uint8_t>(value); };
        table.rows.push_back(
            {.label = row.at("label").get<Label>(),
             .name = row.at("name").get<std::string>(),
             .colour = {part(colour.red()), part(colour.green()), part(colour.blue())}});
    }
    return table;
}

} // namespace

Result<RunRecord> readRunRecord(const std::filesystem::path& file)
{
    const std::string name = file.filename().string();
    std::ifstream in(file);
    if (!in)
        return fail(ErrorCode::NotFound, name);
    RunRecord record;
    try {
        const Json json = Json::parse(in);
        auto runs = runsOf(json);
        if (!runs)
            return fail(ErrorCode::BadData, name, runs.error().detail);
        record.runs = std::move(*runs);
        record.sourceSha256 = json.at("source").at("sha256").get<std::string>();
        record.labels = labelsOf(json.at("labels"));
        record.personPixels = json.at("person").at("pixels").get<std::size_t>();
        const Json& run = json.at("run");
        if (run.is_null())
            return fail(ErrorCode::BadData, name, "no model ran, so there is nothing to repeat");
        record.baseStep = run.at("baseStep").get<int>();
        record.tau = run.at("tau").get<double>();
    } catch (const Json::exception& error) {
        return fail(ErrorCode::BadData, name, error.what());
    }
    if (!(record.tau > 0 && record.tau < 1))
        return fail(ErrorCode::BadData, name, "the threshold is not between 0 and 1");
    return record;
}

} // namespace limn
