#include "app/release/release.h"

#include "app/image_list.h"
#include "app/output_stems.h"
#include "io/release/release_names.h"
#include "io/work/folder.h"
#include "model/files/durable_file.h"

#include <algorithm>
#include <array>

namespace limn {
namespace {

namespace fs = std::filesystem;

// What one image's file can do without the others being any the worse.
bool isOfOneImage(ErrorCode code)
{
    constexpr std::array codes{
        ErrorCode::NotFound,    ErrorCode::NotReadable, ErrorCode::NotAnImage,
        ErrorCode::Damaged,     ErrorCode::Truncated,   ErrorCode::UnsupportedFormat,
        ErrorCode::TooLarge,    ErrorCode::OutOfMemory, ErrorCode::TimedOut,
        ErrorCode::DecoderDied, ErrorCode::BadData,     ErrorCode::ImageChanged,
        ErrorCode::SlicesUneven};
    return std::ranges::find(codes, code) != codes.end();
}

} // namespace

Release::Release(ReleaseOrder order, ImportClient& client, ReleasePatients patients)
    : m_order(std::move(order))
    , m_client(client)
    , m_patients(std::move(patients))
{
}

Result<std::unique_ptr<Release>> Release::open(ReleaseOrder order, ImportClient& client)
{
    auto patients = ReleasePatients::of(order);
    if (!patients)
        return std::unexpected(patients.error());
    if (order.formats.empty() && !order.hasCopies && !order.isDeidentified)
        return fail(ErrorCode::BadArgument, "--formats", "nothing to write");
    std::unique_ptr<Release> release(
        new Release(std::move(order), client, std::move(*patients)));
    for (const auto part : {&Release::openWork, &Release::openFolder, &Release::openKey})
        if (const auto opened = (release.get()->*part)(); !opened)
            return std::unexpected(opened.error());
    return release;
}

Result<void> Release::openWork()
{
    std::error_code error;
    const fs::path given = fs::weakly_canonical(m_order.work, error);
    m_imageFolder = given.filename() == workFileName ? given.parent_path() : given;
    if (!fs::is_directory(m_imageFolder, error))
        return fail(ErrorCode::NotFound, m_order.work.filename().string(),
                    "name the folder of the images, or annotations.limn in it");
    const auto place = placeOfWork(m_imageFolder);
    if (!place)
        return std::unexpected(place.error());
    if (!fs::exists(place->file, error))
        return fail(ErrorCode::NotFound, workFileName, "nothing was done in this folder yet");
    auto work = WorkFile::open(m_imageFolder);
    if (!work)
        return std::unexpected(work.error());
    m_work = std::move(*work);
    if (m_work->images() == nullptr)
        return fail(ErrorCode::WorkFileLocked, workFileName);
    const auto rows = m_work->images()->rows();
    if (!rows)
        return std::unexpected(rows.error());
    for (const KeptRow& row : *rows) {
        const bool isWanted = row.status == ImageStatus::Accepted
            || (row.status == ImageStatus::Edited
                && m_order.images == ReleaseImages::EditedAndAccepted);
        if (isWanted)
            m_images.push_back({{.row = row, .path = m_imageFolder / row.key.path}, {}, {}});
    }
    std::ranges::sort(m_images, comesBefore,
                      [](const Entry& entry) -> std::string_view { return entry.plan.row.key.path; });
    if (m_images.empty())
        return fail(ErrorCode::NotFound, workFileName,
                    m_order.images == ReleaseImages::Accepted
                        ? "no image of it is accepted (edited ones count with --images edited)"
                        : "no image of it is edited or accepted");
    return {};
}

Result<void> Release::openKey()
{
    if (!m_order.isDeidentified)
        return {};
    if (m_order.key.empty())
        m_order.key = fs::path(m_work->file()).replace_extension(".key.json");
    std::error_code error;
    const fs::path root = fs::weakly_canonical(m_order.folder, error);
    const fs::path key = fs::weakly_canonical(m_order.key, error);
    if (const fs::path way = key.lexically_relative(root); !way.empty() && *way.begin() != "..")
        return fail(ErrorCode::BadArgument, m_order.key.filename().string(),
                    "the key says who is who, so it must not lie in the release");
    m_summary.key = m_order.key;
    auto read = readReleaseKey(m_order.key);
    if (!read && read.error().code != ErrorCode::NotFound)
        return std::unexpected(read.error());
    m_key = read ? std::move(*read) : newReleaseKey();
    return {};
}

Result<void> Release::step(const std::stop_token& stop)
{
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled, {});
    if (m_phase == ReleasePhase::Done)
        return {};
    const bool isReading = m_phase == ReleasePhase::Reading;
    if (m_next < m_images.size())
        if (const auto done = isReading ? readOne(stop) : writeOne(stop); !done)
            return done;
    if (m_next < m_images.size())
        return {};
    if (isReading) {
        if (const auto planned = plan(); !planned)
            return planned;
        m_phase = ReleasePhase::Writing;
        m_next = 0;
        return {};
    }
    if (const auto finished = finish(stop); !finished)
        return finished;
    m_phase = ReleasePhase::Done;
    return {};
}

// Which files are one image, as the work list has them.
Result<void> Release::findSeries(const std::stop_token& stop)
{
    const auto images = imagesIn(m_imageFolder, m_client, stop);
    if (!images && images.error().code == ErrorCode::Cancelled)
        return std::unexpected(images.error());
    if (!images)
        return {}; // then each is a file of its own, or its own error is told
    for (Entry& entry : m_images) {
        const auto found = std::ranges::find(*images, entry.plan.path, &ImageFiles::path);
        if (found != images->end())
            entry.plan.stack = found->stack;
    }
    return {};
}

Result<void> Release::readOne(const std::stop_token& stop)
{
    if (m_next == 0)
        if (const auto found = findSeries(stop); !found)
            return found;
    Entry& entry = m_images[m_next];
    PatientFacts facts;
    std::error_code error;
    if (!fs::exists(entry.plan.path, error)) {
        entry.failure = Error{ErrorCode::NotFound, {}, "its file is gone"};
    } else if (m_patients.readsFiles()) {
        auto read = patientOf(m_client, entry.plan.path, stop);
        if (!read && read.error().code == ErrorCode::Cancelled)
            return std::unexpected(read.error());
        if (read)
            facts = std::move(*read);
        else
            entry.failure = read.error();
    }
    auto known = m_patients.patientOf(entry.plan.path, facts);
    if (!known)
        return std::unexpected(known.error());
    entry.plan.patient = std::move(known->patient);
    entry.how = std::move(known->how);
    m_shown = m_order.isDeidentified ? std::string() : entry.plan.path.filename().string();
    ++m_next;
    return {};
}

Result<void> Release::plan()
{
    if (const auto named = nameThem(); !named)
        return named;
    std::set<std::string> patients;
    for (const Entry& entry : m_images)
        if (!entry.failure)
            patients.insert(entry.plan.patient);
    if (!m_order.split.empty() && !patients.empty()) {
        const auto parts = splitOf(patients, m_order.split, m_order.seed);
        for (Entry& entry : m_images)
            if (!entry.failure)
                entry.plan.part = parts.at(entry.plan.patient);
    }
    if (const auto made = makeFolders(); !made)
        return made;
    readEarlier();
    for (Entry& entry : m_images)
        if (const auto earlier = m_earlier.find(entry.plan.name); earlier != m_earlier.end())
            entry.plan.earlier = earlier->second;
    return {};
}

Result<void> Release::nameThem()
{
    if (m_order.isDeidentified)
        return nameByKey();
    std::vector<fs::path> paths;
    std::set<std::string> patients;
    for (const Entry& entry : m_images) {
        paths.push_back(entry.plan.path);
        patients.insert(entry.plan.patient);
    }
    const auto names = releaseNames(outputStems(paths));
    // By numbers all the same: a patient's ID is no business of a table of files.
    ReleaseKey numbers;
    for (const std::string& patient : shuffled(patients, m_order.seed))
        numbers.pseudonymOf(patient);
    for (std::size_t i = 0; i < m_images.size(); ++i) {
        m_images[i].plan.name = names[i];
        m_images[i].plan.pseudonym = numbers.pseudonymOf(m_images[i].plan.patient);
    }
    return {};
}

Result<void> Release::nameByKey()
{
    // New patients are numbered in an order that only the secret knows.
    std::map<std::string, std::string> byChance;
    for (const Entry& entry : m_images)
        byChance[m_key.derived("order", entry.plan.patient)] = entry.plan.patient;
    for (const auto& [chance, patient] : byChance)
        m_key.pseudonymOf(patient);
    for (Entry& entry : m_images) {
        PlannedImage& plan = entry.plan;
        plan.pseudonym = m_key.pseudonymOf(plan.patient);
        plan.name = m_key.nameOf(plan.row.key.path, plan.patient);
        m_key.images[plan.row.key.path].sha256 = plan.row.key.contentHash;
    }
    return writeReleaseKey(m_key, m_order.key); // before the first file that needs it
}

Result<void> Release::writeOne(const std::stop_token& stop)
{
    Entry& entry = m_images[m_next];
    m_shown = entry.plan.name;
    if (!entry.failure) {
        bool wasThere = false;
        const ReleasePlace place{m_order, m_key, *m_work->images(), m_client};
        auto released = releaseImage(entry.plan, place, stop, wasThere);
        std::error_code error;
        if (released) {
            m_summary.unchanged += wasThere ? 1 : 0;
            if (const auto kept = keepRecord(*released); !kept)
                return kept;
            m_released.push_back(std::move(*released));
        } else if (isOfOneImage(released.error().code) && fs::is_directory(m_order.folder, error)) {
            entry.failure = released.error();
        } else {
            return std::unexpected(released.error());
        }
    }
    if (entry.failure)
        skip(entry, *entry.failure);
    ++m_next;
    return {};
}

void Release::skip(Entry& entry, Error why)
{
    if (entry.plan.earlier)
        removeStale(m_order.folder, *entry.plan.earlier, nullptr);
    if (m_order.isDeidentified)
        why.subject.clear(); // a file's name may be a person's
    m_summary.skipped.push_back({m_order.isDeidentified ? entry.plan.name
                                                        : entry.plan.path.filename().string(),
                                 std::move(why)});
}

} // namespace limn
