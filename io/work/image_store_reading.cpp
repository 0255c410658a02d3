#include "io/work/image_store.h"

#include "io/work/coding.h"
#include "model/data/quantised_map.h"

#include <algorithm>

namespace limn {
namespace {

constexpr int largestSide = 65535;

std::unexpected<Error> damaged(const std::string& detail)
{
    return fail(ErrorCode::WorkFileDamaged, "annotations.limn", detail);
}

bool isBetween(int value, int least, int most)
{
    return value >= least && value <= most;
}

Result<ImageNotes> notesIn(const QSqlQuery& query, int first)
{
    const int review = query.value(first + 3).toInt();
    if (!isBetween(review, 0, static_cast<int>(ReviewState::Returned)))
        return damaged("an image's review");
    const auto text = [&](int column) {
        return query.value(first + column).toString().toStdString();
    };
    return ImageNotes{text(0), text(1), text(2), text(4), static_cast<ReviewState>(review)};
}

} // namespace

std::vector<Label> bytesIn(Rect box, std::span<const Label> slice, Size size)
{
    std::vector<Label> bytes;
    bytes.reserve(box.area());
    for (int y = box.y; y < box.y + box.height; ++y) {
        const auto first = static_cast<std::size_t>(y) * static_cast<std::size_t>(size.width)
            + static_cast<std::size_t>(box.x);
        const auto row = slice.subspan(first, static_cast<std::size_t>(box.width));
        bytes.insert(bytes.end(), row.begin(), row.end());
    }
    return bytes;
}

void putInto(std::span<Label> slice, Size size, Rect box, std::span<const Label> bytes)
{
    for (int row = 0; row < box.height; ++row) {
        const auto from =
            bytes.subspan(static_cast<std::size_t>(row) * static_cast<std::size_t>(box.width),
                          static_cast<std::size_t>(box.width));
        const auto first =
            static_cast<std::size_t>(box.y + row) * static_cast<std::size_t>(size.width)
            + static_cast<std::size_t>(box.x);
        std::ranges::copy(from, slice.subspan(first, from.size()).begin());
    }
}

Result<qint64> ImageStore::findOther(const ImageKey& key)
{
    return m_database.number(
        QStringLiteral("SELECT id FROM images WHERE path = ? AND NOT (content_hash = ? AND width = "
                       "? AND height = ?"
                       " AND slices = ?) ORDER BY updated DESC, id DESC LIMIT 1"),
        {QString::fromStdString(key.path), QString::fromStdString(key.contentHash), key.size.width,
         key.size.height, key.sliceCount});
}

Result<KeptImage> ImageStore::read(const ImageKey& key)
{
    const auto image = find(key);
    const auto other = findOther(key);
    for (const auto* id : {&image, &other})
        if (!*id)
            return std::unexpected(id->error());
    KeptImage kept;
    if (*image == 0 && *other == 0)
        return kept;
    auto state = readState(*image != 0 ? *image : *other);
    if (!state)
        return std::unexpected(state.error());
    (*image != 0 ? kept.state : kept.stateOfOtherContent) = std::move(*state);
    return kept;
}

Result<StudyState> ImageStore::readState(qint64 image)
{
    auto state = readFacts(image);
    if (!state)
        return state;
    const auto sliceCount = static_cast<std::size_t>(state->human.sliceCount);
    state->human = untouchedLayer(state->human.size, state->human.sliceCount);
    state->baseMaps.resize(sliceCount);
    state->runs.resize(sliceCount);
    if (const auto done = readMaps(image, *state); !done)
        return std::unexpected(done.error());
    if (const auto done = readHuman(image, state->human); !done)
        return std::unexpected(done.error());
    if (const auto done = readHistory(image, *state); !done)
        return std::unexpected(done.error());
    return state;
}

// Everything but the bytes of pixels; of the human layer the size alone.
Result<StudyState> ImageStore::readFacts(qint64 image)
{
    auto query = m_database.run(
        QStringLiteral("SELECT width, height, slices, status, seconds, threshold, base_step,"
                       " labels, looks, strokes, changed_pixels, note, annotator, reviewer, review,"
                       " comment FROM images WHERE id = ?"),
        {image});
    if (!query)
        return std::unexpected(query.error());
    if (!query->next())
        return damaged("an image without its row");
    const Size size{query->value(0).toInt(), query->value(1).toInt()};
    const int sliceCount = query->value(2).toInt();
    const int status = query->value(3).toInt();
    const double threshold = query->value(5).toDouble();
    if (!isBetween(size.width, 1, largestSide) || !isBetween(size.height, 1, largestSide)
        || !isBetween(sliceCount, 1, largestSide)
        || !isBetween(status, 0, static_cast<int>(lastImageStatus))
        || !(threshold > 0 && threshold < 1))
        return damaged("an image's facts");
    auto labels = labelTableFrom(query->value(7).toString());
    if (!labels)
        return std::unexpected(labels.error());
    auto looks = looksFrom(query->value(8).toString(), sliceCount);
    if (!looks)
        return std::unexpected(looks.error());
    StudyState state;
    state.human.size = size;
    state.human.sliceCount = sliceCount;
    state.labels = std::move(*labels);
    state.threshold = threshold;
    state.baseStep = query->value(6).toInt();
    state.status = static_cast<ImageStatus>(status);
    state.secondsSpent = query->value(4).toDouble();
    state.looks = std::move(*looks);
    state.effort = {query->value(9).toInt(), query->value(10).toLongLong()};
    auto notes = notesIn(*query, 11);
    if (!notes)
        return std::unexpected(notes.error());
    state.notes = std::move(*notes);
    return state;
}

Result<void> ImageStore::readMaps(qint64 image, StudyState& state)
{
    const auto slices = slicesOf(
        image, QStringLiteral("SELECT slice FROM slices WHERE image = ? AND map IS NOT NULL"),
        state.human.sliceCount);
    if (!slices)
        return std::unexpected(slices.error());
    for (const int slice : *slices) {
        auto made = readMap(image, slice, state.human.size);
        if (!made)
            return std::unexpected(made.error());
        state.baseMaps[static_cast<std::size_t>(slice)] = std::move(made->first);
        state.runs[static_cast<std::size_t>(slice)] = std::move(made->second);
    }
    return {};
}

Result<std::pair<ProbabilityMap, RunFacts>> ImageStore::readMap(qint64 image, int slice, Size size)
{
    auto query = m_database.run(
        QStringLiteral("SELECT run, map, map_width, map_height, map_classes FROM slices"
                       " WHERE image = ? AND slice = ? AND map IS NOT NULL"),
        {image, slice});
    if (!query)
        return std::unexpected(query.error());
    if (!query->next())
        return std::pair<ProbabilityMap, RunFacts>{}; // the model has not run
    const int classes = query->value(4).toInt();
    if (!isBetween(classes, 1, 255)
        || Size{query->value(2).toInt(), query->value(3).toInt()} != size)
        return damaged("a map's facts");
    auto bytes =
        unpacked(query->value(1).toByteArray(), size.area() * static_cast<std::size_t>(classes));
    auto run = runFactsFrom(query->value(0).toString());
    if (!bytes)
        return std::unexpected(bytes.error());
    if (!run)
        return std::unexpected(run.error());
    return std::pair{expanded({size, classes, std::move(*bytes)}), std::move(*run)};
}

Result<void> ImageStore::readHuman(qint64 image, HumanLayer& human)
{
    const auto slices = slicesOf(image,
                                 QStringLiteral("SELECT slice FROM human WHERE image = ? UNION"
                                                " SELECT slice FROM journal WHERE image = ?"),
                                 human.sliceCount);
    if (!slices)
        return std::unexpected(slices.error());
    for (const int slice : *slices) {
        const auto bytes = humanSlice(image, slice, human.size);
        if (!bytes)
            return std::unexpected(bytes.error());
        std::ranges::copy(*bytes, human.slice(slice).begin());
    }
    return {};
}

// The answer's only column: numbers of slices. Each '?' in the statement is the image.
Result<std::vector<int>> ImageStore::slicesOf(qint64 image, const QString& statement,
                                              int sliceCount)
{
    auto query = m_database.run(statement, QVariantList(statement.count(QLatin1Char('?')), image));
    if (!query)
        return std::unexpected(query.error());
    std::vector<int> slices;
    while (query->next()) {
        const int slice = query->value(0).toInt();
        if (!isBetween(slice, 0, sliceCount - 1))
            return damaged("a slice's number");
        slices.push_back(slice);
    }
    return slices;
}

// The newest snapshot and the journal rows since, in order.
Result<std::vector<Label>> ImageStore::humanSlice(qint64 image, int slice, Size size)
{
    if (m_cached.image == image && m_cached.slice == slice)
        return m_cached.bytes;
    std::vector<Label> bytes(size.area(), untouched);
    qint64 sequence = 0;
    auto snapshot = m_database.run(
        QStringLiteral("SELECT sequence, bytes FROM human WHERE image = ? AND slice = ?"
                       " ORDER BY sequence DESC LIMIT 1"),
        {image, slice});
    if (!snapshot)
        return std::unexpected(snapshot.error());
    if (snapshot->next()) {
        auto kept = unpacked(snapshot->value(1).toByteArray(), size.area());
        if (!kept)
            return kept;
        bytes = std::move(*kept);
        sequence = snapshot->value(0).toLongLong();
    }
    auto rows = m_database.run(
        QStringLiteral("SELECT x, y, width, height, after FROM journal WHERE image = ?"
                       " AND slice = ? AND sequence > ? ORDER BY sequence"),
        {image, slice, sequence});
    if (!rows)
        return std::unexpected(rows.error());
    while (rows->next()) {
        const Rect box{rows->value(0).toInt(), rows->value(1).toInt(), rows->value(2).toInt(),
                       rows->value(3).toInt()};
        if (box.isEmpty() || intersected(box, wholeOf(size)) != box)
            return damaged("a journal row's box");
        const auto put = unpacked(rows->value(4).toByteArray(), box.area());
        if (!put)
            return put;
        putInto(bytes, size, box, *put);
    }
    return bytes;
}

Result<std::map<int, qint64>> ImageStore::pendingSlices(qint64 image)
{
    auto query = m_database.run(
        QStringLiteral(
            "SELECT slice, MAX(sequence) FROM journal j WHERE image = ? AND sequence > "
            "COALESCE((SELECT"
            " MAX(sequence) FROM human h WHERE h.image = j.image AND h.slice = j.slice), 0)"
            " GROUP BY slice"),
        {image});
    if (!query)
        return std::unexpected(query.error());
    std::map<int, qint64> slices;
    while (query->next())
        slices[query->value(0).toInt()] = query->value(1).toLongLong();
    return slices;
}

Result<std::vector<ImageSummary>> ImageStore::summaries()
{
    auto query =
        m_database.run(QStringLiteral("SELECT path, status, seconds, doubt, MAX(updated), note,"
                                      " annotator, reviewer, review, comment, strokes,"
                                      " changed_pixels, content_hash FROM images"
                                      " GROUP BY path ORDER BY path"));
    if (!query)
        return std::unexpected(query.error());
    std::vector<ImageSummary> all;
    while (query->next()) {
        const int status = query->value(1).toInt();
        if (!isBetween(status, 0, static_cast<int>(lastImageStatus)))
            return damaged("an image's status");
        auto notes = notesIn(*query, 5);
        if (!notes)
            return std::unexpected(notes.error());
        all.push_back({.path = query->value(0).toString().toStdString(),
                       .status = static_cast<ImageStatus>(status),
                       .secondsSpent = query->value(2).toDouble(),
                       .doubt = query->value(3).toDouble(),
                       .notes = std::move(*notes),
                       .effort = {query->value(10).toInt(), query->value(11).toLongLong()},
                       .updatedMs = query->value(4).toLongLong(),
                       .contentHash = query->value(12).toString().toStdString()});
    }
    return all;
}

} // namespace limn
