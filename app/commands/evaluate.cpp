#include "app/commands/evaluate.h"

#include "app/commands/report_error.h"
#include "app/evaluation.h"
#include "app/progress_line.h"
#include "io/release/csv.h"
#include "model/files/durable_file.h"
#include "model/metrics/case_rows.h"
#include "model/metrics/summary.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <cstdio>
#include <memory>

namespace limn {

namespace {

using Json = nlohmann::ordered_json;

struct Options {
    std::string reference, prediction, ids, patientPattern, patientTable, csv;
    std::uint64_t seed = 0;
    bool asJson = false;
};

struct Evaluation {
    ScoreSummary summary;
    std::size_t withoutPrediction = 0;
    bool isMillimetres = false;
};

constexpr int resamples = 10000;

Result<PatientRule> patientsOf(const Options& options)
{
    if (!options.patientPattern.empty())
        return PatientRule::byPattern(options.patientPattern);
    if (!options.patientTable.empty())
        return PatientRule::byTable(options.patientTable);
    return PatientRule();
}

Result<Pairing> pairsOf(const Options& options)
{
    std::vector<std::string> ids;
    if (!options.ids.empty()) {
        const auto read = readIds(options.ids);
        if (!read)
            return std::unexpected(read.error());
        if (read->empty())
            return fail(ErrorCode::BadData, options.ids, "no name in it");
        ids = *read;
    }
    return pairMasks(options.reference, options.prediction, ids);
}

Result<void> writeCases(const std::filesystem::path& path, const std::vector<CaseScore>& cases)
{
    std::string text = csvLine(caseColumns());
    for (const std::vector<std::string>& row : caseRows(cases))
        text += csvLine(row);
    return writeDurably(path, std::as_bytes(std::span(text)), IfExists::Replace);
}

Result<Evaluation> evaluate(const Options& options, const LabelReader& reader)
{
    const auto rule = patientsOf(options);
    if (!rule)
        return std::unexpected(rule.error());
    const auto pairing = pairsOf(options);
    if (!pairing)
        return std::unexpected(pairing.error());
    ProgressLine progress(static_cast<int>(pairing->pairs.size()));
    std::vector<CaseScore> cases;
    bool isMillimetres = false;
    for (const MaskPair& pair : pairing->pairs) {
        auto score = scorePair(pair, reader);
        if (!score)
            return std::unexpected(score.error());
        const auto patient = rule->patientOf(pair.id);
        if (!patient)
            return std::unexpected(patient.error());
        if (!cases.empty() && score->isMillimetres != isMillimetres)
            return fail(ErrorCode::BadData, pair.id,
                        "some masks know their spacing and others do not");
        isMillimetres = score->isMillimetres;
        score->score.patient = *patient;
        cases.push_back(std::move(score->score));
        progress.show(static_cast<int>(cases.size()), pair.id);
    }
    fillClasses(cases);
    if (!options.csv.empty())
        if (auto written = writeCases(options.csv, cases); !written)
            return std::unexpected(written.error());
    return Evaluation{summarise(cases, resamples, options.seed), pairing->withoutPrediction.size(),
                      isMillimetres};
}

bool isDistance(Metric metric)
{
    return metric == Metric::Hd95 || metric == Metric::Hd95Max || metric == Metric::Hd95Penalised;
}

void printStatistics(const Statistics& statistics, const char* unit)
{
    for (const Metric metric : allMetrics) {
        const Statistic& one = statistics[static_cast<std::size_t>(metric)];
        const int digits = isDistance(metric) ? 2 : 4;
        if (one.count == 0)
            std::printf("  %-10s -\n", nameOf(metric).data());
        else
            std::printf("  %-10s %.*f ± %.*f  [%.*f, %.*f]  n %d%s%s\n", nameOf(metric).data(),
                        digits, one.mean, digits, std::isnan(one.deviation) ? 0 : one.deviation,
                        digits, one.low, digits, one.high, one.count,
                        isDistance(metric) ? "  " : "", isDistance(metric) ? unit : "");
    }
}

void printTable(const Evaluation& evaluation)
{
    const ScoreSummary& summary = evaluation.summary;
    const char* const unit = evaluation.isMillimetres ? "mm" : "px";
    std::printf(
        "%d cases of %d patients; mean ± SD over cases, [95 %% bootstrap interval over patients]\n",
        summary.caseCount, summary.patientCount);
    if (evaluation.withoutPrediction > 0)
        std::printf("%zu references have no prediction and are not judged\n",
                    evaluation.withoutPrediction);
    for (std::size_t k = 0; k < summary.classes.size(); ++k) {
        const ClassSummary& one = summary.classes[k];
        std::printf("\nlabel %zu: %d valid, %d empty in both, %d missed, %d false alarms\n", k + 1,
                    one.valid(), one.bothEmpty, one.missed, one.falseAlarms);
        printStatistics(one.statistics, unit);
    }
    std::printf("\nforeground mean\n");
    printStatistics(summary.foreground, unit);
    std::printf("\nmIoU-fg %.4f  mIoU-all %.4f (with background, pixels of all cases)\n",
                summary.foregroundOf(Metric::Iou).mean, summary.meanIouAll);
}

Json jsonOf(const Statistics& statistics)
{
    Json json;
    for (const Metric metric : allMetrics) {
        const Statistic& one = statistics[static_cast<std::size_t>(metric)];
        json[std::string(nameOf(metric))] = {{"mean", one.mean},
                                             {"sd", one.deviation},
                                             {"low", one.low},
                                             {"high", one.high},
                                             {"n", one.count}};
    }
    return json;
}

// JSON has no NaN: the library writes null for it.
void printJson(const Evaluation& evaluation)
{
    const ScoreSummary& summary = evaluation.summary;
    Json classes = Json::array();
    for (std::size_t k = 0; k < summary.classes.size(); ++k) {
        const ClassSummary& one = summary.classes[k];
        Json json{{"label", k + 1},
                  {"n_valid", one.valid()},
                  {"n_both_empty", one.bothEmpty},
                  {"n_missed", one.missed},
                  {"n_false_alarm", one.falseAlarms}};
        json.update(jsonOf(one.statistics));
        classes.push_back(std::move(json));
    }
    const Json json{{"cases", summary.caseCount},
                    {"patients", summary.patientCount},
                    {"without_prediction", evaluation.withoutPrediction},
                    {"distance_unit", evaluation.isMillimetres ? "mm" : "px"},
                    {"classes", classes},
                    {"foreground", jsonOf(summary.foreground)},
                    {"mIoU-fg", summary.foregroundOf(Metric::Iou).mean},
                    {"mIoU-all", summary.meanIouAll}};
    std::puts(json.dump().c_str());
}

int run(const Options& options, const std::filesystem::path& importProgram)
{
    ImportClient client(importProgram);
    const auto evaluation = evaluate(options, [&client](const auto& path, int frame) {
        return client.readLabels(path, frame, {});
    });
    if (!evaluation)
        return reportError(evaluation.error(), options.asJson);
    if (options.asJson)
        printJson(*evaluation);
    else
        printTable(*evaluation);
    return 0;
}

} // namespace

void addEvaluateCommand(CLI::App& app, const std::filesystem::path& importProgram, int& exitCode)
{
    const auto options = std::make_shared<Options>();
    CLI::App* const command =
        app.add_subcommand("evaluate", "Dice, IoU, precision, recall and HD95 of predicted masks");
    command->add_option("--reference", options->reference, "Folder of true masks: X or X_mask")
        ->required();
    command
        ->add_option("--prediction", options->prediction, "Folder of predicted masks: X or X_mask")
        ->required();
    command->add_option("--ids", options->ids,
                        "File of the names to judge, one a line; else all references");
    auto* const pattern =
        command->add_option("--patient", options->patientPattern,
                            "Regular expression; its first group in the name is the patient");
    command->add_option("--patients", options->patientTable, "CSV of name,patient")
        ->excludes(pattern);
    command->add_option("--seed", options->seed, "Seed of the bootstrap")->capture_default_str();
    command->add_option("--csv", options->csv, "File to write: every case and label, a row each");
    command->add_flag("--json", options->asJson, "Print JSON");
    command->callback(
        [options, importProgram, &exitCode] { exitCode = run(*options, importProgram); });
}

} // namespace limn
