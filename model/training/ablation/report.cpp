#include "model/training/ablation/report.h"

#include "model/files/durable_file.h"
#include "model/training/ablation/corruption_study.h"
#include "model/training/ablation/report_tables.h"
#include "model/training/ablation/study.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace limn {
namespace {

namespace fs = std::filesystem;

const std::vector<std::string> estimateColumns{"mean",     "SD of images", "SD of seeds",
                                               "low",      "high",         "images",
                                               "patients", "seeds",        "seeds above 0"};

const char* const introduction =
    "Every mean is over images and seeds; ± is the SD over images; the interval is a 95 % "
    "bootstrap "
    "over patients (10 000 resamples, a patient drawn with all seeds), so it holds the patients' "
    "spread, and `SD of seeds` the seeds'. Differences are paired by seed and image. HD95 in "
    "pixels "
    "of each image's own grid (mm where spacing is known), images with an empty side left out. NLL "
    "and ECE (15 bins) within 1/16 of the longer side of the reference's foreground; without "
    "`T = 1` at the temperature that was best for the other half of the patients. mIoU-fg: mean "
    "over "
    "images; mIoU-all: all pixels together, with the background. Judged are the averaged weights "
    "after the last iteration.\n";

const char* const rules =
    "A claim is *confirmed* when all its differences are as it says: *above* or *worse* wants the "
    "whole interval above 0, *no worse* a mean of 0 or more, *does not fall* an interval that does "
    "not lie below 0. It is *not judged* when a run is missing or fewer than 3 seeds are there. "
    "Claims about arms that the plan does not name are left out.\n";

std::vector<std::string> cellsOf(const Estimate& e)
{
    std::vector<std::string> cells;
    for (const double value : {e.mean, e.deviation, e.seedDeviation, e.low, e.high})
        cells.push_back(csvNumber(value));
    for (const int count : {e.images, e.patients, e.seeds, e.seedsAbove})
        cells.push_back(std::to_string(count));
    return cells;
}

void addRow(CsvTable& table, std::vector<std::string> cells, const Estimate& estimate)
{
    const auto more = cellsOf(estimate);
    cells.insert(cells.end(), more.begin(), more.end());
    table.rows.push_back(std::move(cells));
}

CsvTable emptyTable(std::vector<std::string> columns)
{
    columns.insert(columns.end(), estimateColumns.begin(), estimateColumns.end());
    return {std::move(columns), {}};
}

CsvTable summaryOf(const AllMeasurements& all)
{
    CsvTable table =
        emptyTable({"file", "set", "arm", "variant", "steps, clicks or chains", "metric"});
    const auto add = [&table](const std::string& file, const Measurements& from) {
        for (const auto& [subject, values] : from.subjects)
            for (std::size_t m = 0; m < from.metrics.size(); ++m)
                if (const Estimate e = estimateOf(values, m); e.images > 0)
                    addRow(table,
                           {file, subject.set, subject.arm, subject.variant,
                            std::to_string(subject.steps), from.metrics[m]},
                           e);
    };
    add("scores", all.scores);
    for (const StudyKind& kind : studyKinds())
        add(kind.name, all.*kind.measured);
    return table;
}

CsvTable differencesOf(const ReportData& data)
{
    CsvTable table = emptyTable({"set", "arm minus full", "metric"});
    for (const std::string& set : data.all.sets) {
        const auto full = subjectOf(data.all, set, {.arm = "full"}, data.plan.steps);
        for (const std::string& arm : data.arms) {
            const auto subject = subjectOf(data.all, set, {.arm = arm}, data.plan.steps);
            if (!full || !subject || arm == "full")
                continue;
            const auto paired = differences(data.all.scores.subjects.at(*subject),
                                            data.all.scores.subjects.at(*full));
            for (std::size_t m = 0; m < data.all.scores.metrics.size(); ++m)
                addRow(table, {set, arm, data.all.scores.metrics[m]}, estimateOf(paired, m));
        }
    }
    return table;
}

// A2: of every corruption, all seeds together.
Verdict surpriseVerdict(const ReportData& data, const std::string& set)
{
    Verdict verdict{
        "A2", "surprise tells corrupted pictures: AUROC above 0.8", set, Judgement::Confirmed, {}};
    for (const char* const corruption : corruptionNames) {
        const double area = surpriseAuroc(data.all, set, "full", corruption, data.plan.steps);
        if (std::string(corruption) == "clean")
            continue;
        if (std::isnan(area))
            return {verdict.row, verdict.claim, set, Judgement::NotJudged,
                    "no run of full (" + std::string(corruption) + ")"};
        verdict.reason += (verdict.reason.empty() ? "" : "; ") + std::string(corruption) + ": "
            + csvNumber(std::round(area * 1e3) / 1e3);
        if (!(area > 0.8))
            verdict.judgement = Judgement::NotConfirmed;
    }
    return verdict;
}

bool hasStudy(const Plan& plan, Source source, const std::string& arm)
{
    const StudyKind* const kind = studyKindOf(source);
    return kind ? (plan.*kind->asked).has(arm)
                : std::ranges::find(plan.arms, arm, &Arm::name) != plan.arms.end();
}

// A plan of two arms says nothing about the claims on others.
bool isAsked(const Plan& plan, const Claim& claim)
{
    const auto has = [&plan](const Term& term) { return hasStudy(plan, term.source, term.arm); };
    return std::ranges::all_of(claim.conditions, [&has](const Condition& condition) {
        return std::ranges::all_of(
            std::array{&condition.larger, &condition.smaller}, [&has](const Quantity* quantity) {
                return has(quantity->plus) && (!quantity->minus || has(*quantity->minus));
            });
    });
}

std::vector<Verdict> verdictsOf(const ReportData& data)
{
    std::vector<int> counts = data.plan.kernels.steps;
    std::ranges::sort(counts);
    std::vector<Verdict> verdicts;
    for (const Claim& claim : claims(counts, data.plan.kernels.arms)) {
        if (!isAsked(data.plan, claim))
            continue;
        for (const std::string& set : data.all.sets)
            verdicts.push_back(judged(data.all, set, claim, data.plan.steps));
    }
    if (data.plan.corruptions.has("full"))
        for (const std::string& set : data.all.sets)
            verdicts.push_back(surpriseVerdict(data, set));
    std::ranges::stable_sort(
        verdicts, {}, [](const Verdict& verdict) { return std::stoi(verdict.row.substr(1)); });
    return verdicts;
}

CsvTable tableOf(const std::vector<Verdict>& verdicts)
{
    CsvTable table{{"row", "claim", "set", "verdict", "differences"}, {}};
    for (const Verdict& v : verdicts)
        table.rows.push_back({v.row, v.claim, v.set, std::string(nameOf(v.judgement)), v.reason});
    return table;
}

void addSection(std::string& text, const std::string& title, const std::string& table)
{
    if (!table.empty())
        text += "\n### " + title + "\n\n" + table;
}

std::string markdownOf(const ReportData& data)
{
    std::string text = "# Ablation\n\n" + std::string(introduction)
        + "\nWhat holds and what does not: [verdicts.md](verdicts.md).\n";
    for (const std::string& set : data.all.sets) {
        text += "\n## " + set + "\n";
        addSection(text, "Models", modelsTable(data, set));
        addSection(text, "Against the full model", differencesTable(data, set));
        addSection(text, "Dice by number of steps", stepsTable(data, set));
        addSection(text, "Kernels (Dice on the training grid)", kernelsTable(data, set));
        addSection(text, "Clicks", clicksTable(data, set));
        addSection(text, "Corrupted pictures (Dice on the training grid; AUROC of surprise)",
                   corruptionsTable(data, set));
        addSection(text, "Pixel features on corrupted pictures (class-mean cosine; Fisher ratio)",
                   featuresTable(data, set));
        addSection(text, "Chains that disagree", uncertaintyTable(data, set));
        addSection(text, "Denoised latents and the labels' codes", latentsTable(data, set));
    }
    return text;
}

} // namespace

Result<void> writeReport(const Plan& plan, const fs::path& results)
{
    const auto all = readMeasurements(results);
    if (!all)
        return std::unexpected(all.error());
    ReportData data{plan, *all, {}};
    for (const Arm& arm : arms())
        if (std::ranges::find(all->arms, arm.name) != all->arms.end())
            data.arms.emplace_back(arm.name);
    const std::vector<Verdict> verdicts = verdictsOf(data);
    for (const auto& [name, table] : {std::pair{"summary.csv", summaryOf(*all)},
                                      {"differences.csv", differencesOf(data)},
                                      {"verdicts.csv", tableOf(verdicts)}})
        if (auto written = writeCsv(results / name, table); !written)
            return written;
    const std::string judged =
        "# Verdicts\n\n" + std::string(rules) + "\n" + verdictsTable(verdicts);
    for (const auto& [name, text] :
         {std::pair{"report.md", markdownOf(data)}, {"verdicts.md", judged}})
        if (auto written =
                writeDurably(results / name, std::as_bytes(std::span(text)), IfExists::Replace);
            !written)
            return written;
    return {};
}

} // namespace limn
