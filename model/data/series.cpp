#include "model/data/series.h"

#include "model/data/stack_findings.h"
#include "model/data/vector3.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

namespace limn {
namespace {

constexpr double directionTolerance = 1e-3; // of a unit vector's component
constexpr double spacingTolerance = 1e-3; // of the spacing

// One frame of one file, by their places in the list.
struct Shot {
    std::size_t file = 0;
    int frame = 0;
    double place = 0; // along the normal
};
using Shots = std::vector<Shot>;

class Sorter {
public:
    explicit Sorter(std::span<const FileHeader> headers)
        : m_headers(headers)
    {
    }

    std::vector<ImageFiles> images();

private:
    struct Image {
        std::size_t first = 0; // file
        ImageFiles files;
    };

    const FrameHeader& frameOf(const Shot& shot) const
    {
        return m_headers[shot.file].frames[static_cast<std::size_t>(shot.frame)];
    }
    bool isPlaced(const FileHeader& header) const;
    bool fitTogether(const Shot& a, const Shot& b, bool isOrientationAlone) const;
    void addSeries(const std::vector<std::size_t>& files);
    void addFrames(std::size_t file);
    void addAlone(std::size_t file) { m_images.push_back({file, {m_headers[file].file, {}}}); }
    int dropCopies(Shots& shots) const;
    void addStacks(Shots shots, std::vector<StackFinding> findings);
    std::vector<Shots> placesOf(Shots& shots) const;
    void addStack(const Shots& shots, std::size_t depth, std::vector<StackFinding> findings);
    std::vector<double> timesOf(const Shots& shots, std::size_t depth) const;

    std::span<const FileHeader> m_headers;
    std::vector<Image> m_images;
};

bool areSame(const std::array<Vector3, 2>& a, const std::array<Vector3, 2>& b)
{
    for (std::size_t vector = 0; vector < 2; ++vector)
        for (std::size_t part = 0; part < 3; ++part)
            if (std::abs(a[vector][part] - b[vector][part]) > directionTolerance)
                return false;
    return true;
}

bool areClose(double a, double b)
{
    return std::abs(a - b) <= spacingTolerance * std::abs(a);
}

bool Sorter::isPlaced(const FileHeader& header) const
{
    return !header.frames.empty() && std::ranges::all_of(header.frames, [](const auto& frame) {
        return frame.originMm && frame.directions;
    });
}

bool Sorter::fitTogether(const Shot& a, const Shot& b, bool isOrientationAlone) const
{
    const FileHeader &one = m_headers[a.file], &other = m_headers[b.file];
    if (!areSame(*frameOf(a).directions, *frameOf(b).directions))
        return false;
    return isOrientationAlone
        || (one.size == other.size && one.channels == other.channels
            && areClose(one.columnSpacingMm, other.columnSpacingMm)
            && areClose(one.rowSpacingMm, other.rowSpacingMm));
}

std::vector<ImageFiles> Sorter::images()
{
    std::map<std::string, std::vector<std::size_t>> series;
    for (std::size_t k = 0; k < m_headers.size(); ++k) {
        const FileHeader& header = m_headers[k];
        if (!isPlaced(header))
            addAlone(k);
        else if (header.frames.size() > 1)
            addFrames(k);
        else if (header.seriesUid.empty())
            addAlone(k);
        else
            series[header.seriesUid].push_back(k);
    }
    for (const auto& [uid, files] : series)
        addSeries(files);
    std::ranges::sort(m_images, {}, &Image::first);
    std::vector<ImageFiles> images;
    for (Image& image : m_images)
        images.push_back(std::move(image.files));
    return images;
}

void Sorter::addSeries(const std::vector<std::size_t>& files)
{
    Shots shots;
    for (const std::size_t file : files)
        shots.push_back({file, 0, 0});
    std::vector<StackFinding> findings;
    if (const int copies = dropCopies(shots); copies > 0)
        findings.push_back({FindingKind::Copies, 0, 0, 0, copies});
    std::vector<Shots> groups, orientations;
    const auto put = [this](std::vector<Shots>& into, const Shot& shot, bool isOrientationAlone) {
        const auto group = std::ranges::find_if(into, [&](const Shots& some) {
            return fitTogether(some.front(), shot, isOrientationAlone);
        });
        if (group == into.end())
            into.push_back({shot});
        else
            group->push_back(shot);
    };
    for (const Shot& shot : shots) {
        put(groups, shot, false);
        put(orientations, shot, true);
    }
    if (orientations.size() > 1)
        findings.push_back({FindingKind::SeveralOrientations, 0, 0, 0,
                            static_cast<int>(orientations.size())});
    if (groups.size() > orientations.size())
        findings.push_back(
            {FindingKind::SeveralSizes, 0, 0, 0, static_cast<int>(groups.size())});
    for (Shots& group : groups)
        addStacks(std::move(group), findings);
}

void Sorter::addFrames(std::size_t file)
{
    Shots shots;
    for (int frame = 0; frame < static_cast<int>(m_headers[file].frames.size()); ++frame)
        shots.push_back({file, frame, 0});
    const bool isOneStack = std::ranges::all_of(
        shots, [&](const Shot& shot) { return fitTogether(shots.front(), shot, true); });
    if (!isOneStack)
        return addAlone(file);
    const auto places = placesOf(shots);
    const std::size_t most = std::ranges::max_element(places, {}, &Shots::size)->size();
    // Where frames lie at one place now and then, no order is better than the file's.
    if (places.size() * most != shots.size())
        return addAlone(file);
    addStacks(std::move(shots), {});
}

int Sorter::dropCopies(Shots& shots) const
{
    std::set<std::string> seen;
    return static_cast<int>(std::erase_if(shots, [&](const Shot& shot) {
        const std::string& uid = m_headers[shot.file].instanceUid;
        return !uid.empty() && !seen.insert(uid).second;
    }));
}

// Sorted along the normal, those that lie at one place together and by their moments.
std::vector<Shots> Sorter::placesOf(Shots& shots) const
{
    const auto& directions = *frameOf(shots.front()).directions;
    const Vector3 normal = cross(directions[0], directions[1]);
    for (Shot& shot : shots)
        shot.place = dot(*frameOf(shot).originMm, normal);
    std::ranges::stable_sort(shots, {}, &Shot::place);
    const FileHeader& header = m_headers[shots.front().file];
    const double same = std::min(0.01, 0.02 * std::min(header.columnSpacingMm, header.rowSpacingMm));
    std::vector<Shots> places;
    for (const Shot& shot : shots) {
        if (places.empty() || shot.place - places.back().front().place > same)
            places.emplace_back();
        places.back().push_back(shot);
    }
    for (Shots& place : places)
        std::ranges::stable_sort(
            place, {}, [this](const Shot& shot) -> const auto& { return frameOf(shot).moment; });
    return places;
}

void Sorter::addStacks(Shots shots, std::vector<StackFinding> findings)
{
    if (shots.size() == 1 && m_headers[shots.front().file].frames.size() == 1)
        return addAlone(shots.front().file);
    const auto places = placesOf(shots);
    const std::size_t most = std::ranges::max_element(places, {}, &Shots::size)->size();
    const bool isFull = places.size() * most == shots.size();
    Shots inOrder, others;
    for (std::size_t volume = 0; volume < most; ++volume)
        for (const Shots& place : places)
            if (volume < place.size())
                (isFull || volume == 0 ? inOrder : others).push_back(place[volume]);
    if (!others.empty())
        findings.push_back(
            {FindingKind::Doubled, 0, 0, 0, static_cast<int>(others.size())});
    addStack(inOrder, places.size(), findings);
    if (others.empty())
        return;
    std::erase_if(findings, [](const auto& some) { return some.kind == FindingKind::Doubled; });
    addStacks(std::move(others), std::move(findings));
}

void Sorter::addStack(const Shots& shots, std::size_t depth, std::vector<StackFinding> findings)
{
    if (shots.size() == 1 && m_headers[shots.front().file].frames.size() == 1)
        return addAlone(shots.front().file);
    auto stack = std::make_shared<Stack>();
    const bool isOneFile = m_headers[shots.front().file].frames.size() > 1;
    std::size_t first = shots.front().file;
    for (const Shot& shot : shots) {
        const FileHeader& header = m_headers[shot.file];
        first = std::min(first, shot.file);
        stack->sliceOriginsMm.push_back(*frameOf(shot).originMm);
        if (isOneFile) {
            stack->frames.push_back(shot.frame);
            continue;
        }
        stack->files.push_back(header.file);
        stack->identity += header.instanceUid + ' ' + std::to_string(header.bytes) + '\n';
    }
    if (isOneFile)
        stack->files = {m_headers[first].file};
    stack->name = m_headers[first].file;
    stack->instanceUid = m_headers[shots.front().file].instanceUid;
    if (shots.size() > depth) {
        stack->stackSlices = static_cast<int>(depth);
        stack->timesMs = timesOf(shots, depth);
    }
    const auto& directions = *frameOf(shots.front()).directions;
    std::vector<Vector3> volume(stack->sliceOriginsMm.begin(),
                                stack->sliceOriginsMm.begin() + static_cast<std::ptrdiff_t>(depth));
    for (const auto& odd : findingsOf(volume, cross(directions[0], directions[1])))
        findings.push_back(odd);
    stack->findings = std::move(findings);
    m_images.push_back({first, {stack->name, stack}});
}

// Of the volumes, from their first slices; nothing where they don't grow.
std::vector<double> Sorter::timesOf(const Shots& shots, std::size_t depth) const
{
    std::vector<double> times;
    const auto begin = frameOf(shots.front()).timeMs;
    for (std::size_t at = 0; at < shots.size(); at += depth) {
        const auto time = frameOf(shots[at]).timeMs;
        if (!begin || !time || (!times.empty() && *time - *begin <= times.back()))
            return {};
        times.push_back(*time - *begin);
    }
    return times;
}

} // namespace

std::vector<ImageFiles> imagesOf(std::span<const FileHeader> headers)
{
    return Sorter(headers).images();
}

} // namespace limn
