#include "model/files/run_json.h"

#include <nlohmann/json.hpp>

namespace limn {
namespace {

using Json = nlohmann::ordered_json;

template <typename Settings> void putSettings(Json& json, const Settings& settings)
{
    json["steps"] = settings.steps;
    json["seed"] = settings.seed;
    json["kernel"] = settings.kernel;
    json["chains"] = settings.chains;
    json["labelSampling"] = settings.labelSampling;
    json["earlyStop"] = settings.hasEarlyStop;
    json["priorRatio"] = settings.priorRatio;
}

template <typename Settings> void takeSettings(const Json& json, Settings& settings)
{
    settings.steps = json.at("steps").get<int>();
    settings.seed = json.at("seed").get<std::uint64_t>();
    settings.kernel = json.at("kernel").get<std::string>();
    settings.chains = json.value("chains", 1);
    settings.labelSampling = json.value("labelSampling", 0.0);
    settings.hasEarlyStop = json.value("earlyStop", false);
    settings.priorRatio = json.value("priorRatio", std::vector<double>());
}

RunFacts taken(const Json& json)
{
    RunFacts run;
    run.modelName = json.at("model").get<std::string>();
    run.modelTitle = json.value("title", std::string());
    run.modelSha256 = json.at(json.contains("sha256") ? "sha256" : "modelSha256");
    run.device = json.at("device").get<std::string>();
    takeSettings(json, run);
    run.threads = json.value("threads", 0);
    run.programVersion = json.value("version", std::string());
    run.evidence = json.value("evidence", std::string());
    run.agreement = json.value("agreement", 0.0);
    if (!(run.agreement >= 0 && run.agreement <= 1))
        run.agreement = 0;
    if (!json.contains("restart"))
        return run;
    const Json& restart = json.at("restart");
    run.restart.emplace();
    run.restart->t = restart.at("t").get<double>();
    run.restart->fromStep = restart.at("fromStep").get<int>();
    takeSettings(restart.at("of"), run.restart->of);
    return run;
}

} // namespace

std::string toJson(const RunFacts& run)
{
    Json json{{"model", run.modelName}, {"title", run.modelTitle}, {"modelSha256", run.modelSha256},
              {"device", run.device},   {"threads", run.threads},  {"version", run.programVersion}};
    putSettings(json, run);
    if (!run.evidence.empty())
        json["evidence"] = run.evidence;
    if (run.agreement > 0)
        json["agreement"] = run.agreement;
    if (run.restart) {
        Json of;
        putSettings(of, run.restart->of);
        json["restart"] = {
            {"t", run.restart->t}, {"fromStep", run.restart->fromStep}, {"of", std::move(of)}};
    }
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<RunFacts> runFactsFromJson(const std::string& text)
{
    try {
        return taken(Json::parse(text));
    } catch (const Json::exception& error) {
        return fail(ErrorCode::BadData, "", std::string("run: ") + error.what());
    }
}

} // namespace limn
