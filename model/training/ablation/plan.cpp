#include "model/training/ablation/plan.h"

#include "model/diffusion/config.h"
#include "model/training/ablation/study.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <set>
#include <stdexcept>

namespace limn {
namespace {

using Json = nlohmann::json;
namespace fs = std::filesystem;

// Where in the plan something is wrong; ends in readPlan.
struct Fault : std::runtime_error {
    Fault(const std::string& place, const std::string& what)
        : std::runtime_error(place + ": " + what)
    {
    }
};

// One object of the plan. Every key must be asked for, so that a misspelt one is not overlooked.
class Section {
public:
    Section(const Json& json, std::string place)
        : m_json(json)
        , m_place(std::move(place))
    {
        if (!json.is_object())
            throw Fault(m_place.empty() ? "the plan" : m_place, "an object is wanted");
    }

    std::string placeOf(const std::string& key) const
    {
        return m_place.empty() ? key : m_place + "." + key;
    }
    const Json* find(const char* key)
    {
        m_known.insert(key);
        const auto found = m_json.find(key);
        return found == m_json.end() ? nullptr : &*found;
    }
    const Json& at(const char* key)
    {
        const Json* const found = find(key);
        if (!found)
            throw Fault(placeOf(key), "missing");
        return *found;
    }
    int integer(const char* key, int fallback, int least, int most)
    {
        const Json* const found = find(key);
        return found ? integerOf(*found, placeOf(key), least, most) : fallback;
    }
    std::string text(const char* key, const std::string& fallback)
    {
        const Json* const found = find(key);
        if (found && !found->is_string())
            throw Fault(placeOf(key), "text is wanted");
        return found ? found->get<std::string>() : fallback;
    }
    bool truth(const char* key)
    {
        const Json* const found = find(key);
        if (found && !found->is_boolean())
            throw Fault(placeOf(key), "true or false is wanted");
        return found && found->get<bool>();
    }
    double number(const char* key, double fallback, double above, double below)
    {
        const Json* const found = find(key);
        if (!found)
            return fallback;
        const double value = found->is_number() ? found->get<double>() : NAN;
        if (!(value > above && value < below))
            throw Fault(placeOf(key),
                        "a number above " + Json(above).dump() + " and below " + Json(below).dump()
                            + " is wanted");
        return value;
    }
    std::vector<int> integers(const char* key, std::vector<int> fallback, int least, int most)
    {
        const Json* const found = find(key);
        if (!found)
            return fallback;
        std::vector<int> values;
        for (const auto& [item, place] : itemsOf(*found, placeOf(key)))
            values.push_back(integerOf(*item, place, least, most));
        return values;
    }
    static std::vector<std::pair<const Json*, std::string>> itemsOf(const Json& list,
                                                                    const std::string& place)
    {
        if (!list.is_array() || list.empty())
            throw Fault(place, "a list with something in it is wanted");
        std::vector<std::pair<const Json*, std::string>> items;
        for (std::size_t i = 0; i < list.size(); ++i)
            items.emplace_back(&list[i], place + "[" + std::to_string(i) + "]");
        return items;
    }
    void refuseOthers() const
    {
        for (const auto& [key, value] : m_json.items())
            if (!m_known.contains(key))
                throw Fault(placeOf(key), "not known here");
    }

private:
    static int integerOf(const Json& value, const std::string& place, int least, int most)
    {
        const bool isFit = value.is_number_integer() && value.get<std::int64_t>() >= least
            && value.get<std::int64_t>() <= most;
        if (!isFit)
            throw Fault(place,
                        "a whole number from " + std::to_string(least) + " to "
                            + std::to_string(most) + " is wanted");
        return value.get<int>();
    }

    const Json& m_json;
    std::string m_place;
    std::set<std::string> m_known;
};

const Arm* armOf(const Json& value, const std::string& place)
{
    if (!value.is_string())
        throw Fault(place, "an arm's name is wanted");
    const auto arm = armNamed(value.get<std::string>());
    if (!arm)
        throw Fault(place, "no arm " + value.get<std::string>() + "; " + arm.error().detail);
    return *arm;
}

void checkSide(int side, const std::string& place)
{
    if (side % 16 != 0)
        throw Fault(place, "a multiple of 16 is wanted");
}

PlanSet setOf(const Json& json, const std::string& place, const fs::path& sets,
              const fs::path& beside)
{
    Section section(json, place);
    PlanSet set;
    set.name = section.text("name", "");
    if (set.name.empty() || set.name.find_first_of("./\\, ") != std::string::npos)
        throw Fault(section.placeOf("name"), "a name without . / \\ , and blanks is wanted");
    set.file = sets / section.text("file", set.name + ".safetensors");
    set.side = section.integer("size", 64, 32, 1024);
    checkSide(set.side, section.placeOf("size"));
    set.crop = section.integer("crop", 0, 0, set.side);
    checkSide(set.crop, section.placeOf("crop"));
    set.hasFlips = section.truth("flips");
    set.isStronglyAugmented = section.truth("strongAugmentation");
    section.at("iterations");
    set.iterations = section.integer("iterations", 0, 1, 1'000'000);
    set.splitSeed = static_cast<std::uint64_t>(section.integer("splitSeed", 1, 0, 1 << 30));
    const std::string ids = section.text("validationIds", "");
    if (!ids.empty() && !fs::exists(beside / ids))
        throw Fault(section.placeOf("validationIds"), "no file " + (beside / ids).string());
    if (!ids.empty())
        set.validationIds = beside / ids;
    set.folds = section.integer("folds", 0, 2, 100);
    if (!ids.empty() && set.folds > 0)
        throw Fault(section.placeOf("folds"), "not beside validationIds");
    const bool isDrawn = ids.empty() && set.folds == 0;
    set.validationShare = section.number("validationShare", isDrawn ? 0.2 : 0, 0, 1);
    if (!isDrawn && set.validationShare > 0)
        throw Fault(section.placeOf("validationShare"), "not beside validationIds or folds");
    section.refuseOthers();
    return set;
}

PlanStudy studyOf(const Json* json, const std::string& place, const std::vector<const Arm*>& arms)
{
    PlanStudy study;
    if (!json)
        return study;
    Section section(*json, place);
    for (const auto& [item, where] :
         Section::itemsOf(section.at("arms"), section.placeOf("arms"))) {
        const Arm* const arm = armOf(*item, where);
        if (std::ranges::find(arms, arm) == arms.end())
            throw Fault(where, "this arm is not trained: it is not among the plan's arms");
        study.arms.emplace_back(arm->name);
    }
    study.steps = section.integers("steps", {1, 2, 3, 5, 10}, 1, 100);
    study.images = section.integer("images", 40, 1, 1'000'000);
    study.mostClicks = section.integer("most", 20, 5, 100);
    section.refuseOthers();
    return study;
}

Plan planOf(const Json& json, const fs::path& sets, const fs::path& beside)
{
    Section section(json, "");
    section.find("comment");
    Plan plan;
    for (const auto& [item, place] : Section::itemsOf(section.at("sets"), "sets")) {
        plan.sets.push_back(setOf(*item, place, sets, beside));
        for (std::size_t i = 0; i + 1 < plan.sets.size(); ++i)
            if (plan.sets[i].name == plan.sets.back().name)
                throw Fault(place + ".name", "two sets of this name");
    }
    for (const auto& [item, place] : Section::itemsOf(section.at("arms"), "arms")) {
        plan.arms.push_back(armOf(*item, place));
        if (std::ranges::count(plan.arms, plan.arms.back()) > 1)
            throw Fault(place, "this arm twice");
    }
    section.at("seeds");
    for (const int seed : section.integers("seeds", {}, 0, 1 << 30))
        plan.seeds.push_back(static_cast<std::uint64_t>(seed));
    plan.network = section.text("network", plan.network);
    if (const auto known = namedConfig(plan.network, 1, 2); !known)
        throw Fault("network", known.error().detail);
    plan.batch = section.integer("batch", plan.batch, 1, 1024);
    plan.rate = section.number("rate", plan.rate, 0, 1);
    plan.steps = section.integer("steps", plan.steps, 1, 100);
    plan.stepCounts = section.integers("stepCounts", plan.stepCounts, 1, 100);
    if (std::ranges::find(plan.stepCounts, plan.steps) == plan.stepCounts.end())
        plan.stepCounts.push_back(plan.steps);
    const std::string judging = section.text("judge", "time");
    if (judging != "time" && judging != "convergence")
        throw Fault("judge", "time or convergence is wanted");
    plan.judging = judging == "time" ? Judging::Time : Judging::Convergence;
    for (const StudyKind& kind : studyKinds())
        plan.*kind.asked = studyOf(section.find(kind.name.c_str()), kind.name, plan.arms);
    section.refuseOthers();
    return plan;
}

void checkFiles(const Plan& plan)
{
    for (std::size_t i = 0; i < plan.sets.size(); ++i)
        if (const fs::path& file = plan.sets[i].file; !fs::exists(file))
            throw Fault("sets[" + std::to_string(i) + "].file",
                        "no set " + file.string() + "; limn pack makes one, --sets says where");
}

} // namespace

bool PlanStudy::has(std::string_view arm) const
{
    return std::ranges::find(arms, arm) != arms.end();
}

int Plan::iterationsOf(const PlanSet& set, const Arm& arm) const
{
    const double factor = judging == Judging::Time ? arm.iterations : 1;
    return std::max(1, static_cast<int>(std::lround(set.iterations * factor)));
}

Result<Plan> readPlan(const fs::path& path, const fs::path& sets, SetFiles files)
{
    const std::string name = path.filename().string();
    if (!fs::exists(path))
        return fail(ErrorCode::NotFound, name);
    std::ifstream file(path);
    if (!file)
        return fail(ErrorCode::NotReadable, name);
    const fs::path beside = path.parent_path();
    try {
        Plan plan = planOf(Json::parse(file), sets.empty() ? beside : sets, beside);
        if (files == SetFiles::Needed)
            checkFiles(plan);
        return plan;
    } catch (const Fault& fault) {
        return fail(ErrorCode::BadArgument, name, fault.what());
    } catch (const Json::exception& error) {
        return fail(ErrorCode::BadArgument, name, error.what());
    }
}

} // namespace limn
