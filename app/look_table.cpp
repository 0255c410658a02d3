#include "app/look_table.h"

#include "model/metrics/bootstrap.h"
#include "model/metrics/rank_correlation.h"

#include <algorithm>
#include <cmath>
#include <cstdarg>
#include <cstdio>

namespace limn {
namespace {

constexpr int resamples = 10000;

[[gnu::format(printf, 1, 2)]] std::string text(const char* format, ...)
{
    va_list values;
    va_start(values, format);
    char line[512];
    std::vsnprintf(line, sizeof line, format, values);
    va_end(values);
    return line;
}

const char* nameOf(LookReason reason)
{
    switch (reason) {
    case LookReason::Unsure: return "unsure";
    case LookReason::PartsDisagree: return "parts disagree";
    case LookReason::ChainsDisagree: return "chains disagree";
    }
    return "";
}

// As a table program reads it, whatever letters are in it.
std::string quoted(const std::string& field)
{
    if (field.find_first_of(",\"\n") == std::string::npos)
        return field;
    std::string whole = "\"";
    for (const char letter : field)
        whole += letter == '"' ? "\"\"" : std::string(1, letter);
    return whole + '"';
}

struct Mean {
    double value = 0;
    Interval interval;
};

Mean meanOf(const std::vector<double>& values)
{
    std::vector<SumAndCount> column;
    double sum = 0;
    for (const double value : values) {
        column.push_back({value, 1});
        sum += value;
    }
    const std::vector<std::vector<SumAndCount>> columns{column};
    return {sum / static_cast<double>(values.size()),
            bootstrapIntervals(columns, resamples, 0).front()};
}

using First = std::array<Coverage, allLookWays.size()> LookStudy::*;

std::string lineOf(const std::vector<const LookStudy*>& studies, LookWay way, First first)
{
    const auto index = static_cast<std::size_t>(way);
    std::vector<double> wrong, area, difference;
    for (const LookStudy* study : studies) {
        const Coverage& one = (study->*first)[index];
        if (std::isnan(one.wrong))
            return {};
        wrong.push_back(one.wrong);
        area.push_back(one.area);
        difference.push_back(one.wrong
                             - (study->*first)[static_cast<std::size_t>(LookWay::Entropy)].wrong);
    }
    const Mean share = meanOf(wrong), less = meanOf(difference);
    std::string line =
        text("  %-15s %5.1f  [%5.1f, %5.1f]   %5.1f", limn::nameOf(way).data(), 100 * share.value,
             100 * share.interval.low, 100 * share.interval.high, 100 * meanOf(area).value);
    if (way != LookWay::Entropy)
        line += text("   %+5.1f [%+5.1f, %+5.1f]", 100 * less.value, 100 * less.interval.low,
                     100 * less.interval.high);
    return line + '\n';
}

std::string correlationLine(const char* name, const std::vector<LookStudy>& studies,
                            double LookStudy::*figure)
{
    std::vector<double> doubts, errors;
    for (const LookStudy& study : studies) {
        doubts.push_back(study.*figure);
        errors.push_back(1 - study.dice);
    }
    const RankCorrelation rho = rankCorrelation(doubts, errors);
    return text("  %-28s %+.3f  [%+.3f, %+.3f]\n", name, rho.value, rho.low, rho.high);
}

} // namespace

std::string csvOf(const std::vector<ListedPlaces>& images)
{
    std::vector<const ListedPlaces*> order;
    for (const ListedPlaces& image : images)
        order.push_back(&image);
    std::ranges::stable_sort(order, std::greater{},
                             [](const ListedPlaces* image) { return image->look.doubt; });
    std::string csv = "image,slice,image_doubt,rank,x,y,width,height,area_px,mean_entropy,reason\n";
    for (const ListedPlaces* image : order) {
        const std::string begin =
            quoted(image->id) + text(",%d,%.5f", image->slice + 1, image->look.doubt);
        if (image->look.places.empty())
            csv += begin + ",,,,,,,,\n";
        int rank = 0;
        for (const LookPlace& place : image->look.places)
            csv += begin
                + text(",%d,%d,%d,%d,%d,%zu,%.4f,%s\n", ++rank, place.box.x, place.box.y,
                       place.box.width, place.box.height, place.area, place.doubt,
                       nameOf(place.reason));
    }
    return csv;
}

std::string csvOf(const std::vector<LookStudy>& studies)
{
    std::string csv = "image,dice,pixels,wrong_pixels,places,doubt,doubt_per_pixel,"
                      "doubt_per_contour_pixel";
    for (const char* first : {"3", "10"})
        for (const LookWay way : allLookWays) {
            const std::string name = std::string(limn::nameOf(way)) + '_' + first;
            csv += ",wrong_" + name + ",area_" + name;
        }
    csv += '\n';
    for (const LookStudy& study : studies) {
        csv += quoted(study.id)
            + text(",%.4f,%zu,%zu,%zu,%.5f,%.5f,%.5f", study.dice, study.pixels, study.wrong,
                   study.places, study.doubt, study.doubtPerPixel, study.doubtPerContour);
        for (const auto* first : {&study.first3, &study.first10})
            for (const Coverage& one : *first)
                csv += std::isnan(one.wrong) ? std::string(",,")
                                             : text(",%.4f,%.4f", one.wrong, one.area);
        csv += '\n';
    }
    return csv;
}

std::string summaryOf(const std::vector<LookStudy>& studies)
{
    std::vector<const LookStudy*> judged;
    for (const LookStudy& study : studies)
        if (study.wrong > 0)
            judged.push_back(&study);
    std::string words =
        text("%zu images, %zu of them with wrong pixels\n", studies.size(), judged.size());
    if (judged.empty())
        return words;
    for (const auto& [name, first] : {std::pair{"first 3 windows", &LookStudy::first3},
                                      {"first 10 windows", &LookStudy::first10}}) {
        words += text("\n%s: %% of the wrong pixels [95 %%], %% of the picture, difference to "
                      "entropy [95 %%]\n",
                      name);
        for (const LookWay way : allLookWays)
            words += lineOf(judged, way, first);
    }
    words += "\nrank correlation with 1 - Dice [approximate 95 %]\n";
    words += correlationLine("doubt (against the mask)", studies, &LookStudy::doubt);
    words += correlationLine("doubt a pixel", studies, &LookStudy::doubtPerPixel);
    words += correlationLine("doubt a pixel of the contour", studies, &LookStudy::doubtPerContour);
    return words;
}

} // namespace limn
