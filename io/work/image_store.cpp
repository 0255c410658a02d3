#include "io/work/image_store.h"

#include "io/work/coding.h"
#include "model/data/quantised_map.h"

#include <QDateTime>

#include <algorithm>

namespace limn {
namespace {

constexpr int keptSnapshots = 3;

qint64 now()
{
    return QDateTime::currentMSecsSinceEpoch();
}

QVariantList identity(const ImageKey& key)
{
    return {QString::fromStdString(key.path), QString::fromStdString(key.contentHash),
            key.size.width, key.size.height, key.sliceCount};
}

bool fits(const StateUpdate& state, const ImageKey& key)
{
    const bool hasLooks =
        state.looks.empty() || state.looks.size() == static_cast<std::size_t>(key.sliceCount);
    return hasLooks && std::ranges::all_of(state.maps, [&](const auto& entry) {
               const auto& [slice, made] = entry;
               return slice >= 0 && slice < key.sliceCount && made.map && made.map->size == key.size
                   && made.map->classes > 0
                   && made.map->values.size()
                   == key.size.area() * static_cast<std::size_t>(made.map->classes);
           });
}

std::unexpected<Error> badArgument(const ImageKey& key)
{
    return fail(ErrorCode::BadArgument, key.path, "outside the image");
}

} // namespace

ImageStore::ImageStore(Database& database)
    : m_database(database)
{
}

Result<qint64> ImageStore::find(const ImageKey& key)
{
    return m_database.number(
        QStringLiteral("SELECT id FROM images WHERE path = ? AND content_hash = ?"
                       " AND width = ? AND height = ? AND slices = ?"),
        identity(key));
}

Result<qint64> ImageStore::findOrAdd(const ImageKey& key)
{
    const auto found = find(key);
    if (!found || *found != 0)
        return found;
    const auto added = m_database.run(
        QStringLiteral("INSERT INTO images (path, content_hash, width, height, slices, updated)"
                       " VALUES (?, ?, ?, ?, ?, ?)"),
        identity(key) << now());
    if (!added)
        return std::unexpected(added.error());
    return added->lastInsertId().toLongLong();
}

Result<void> ImageStore::writeState(const ImageKey& key, const StateUpdate& state)
{
    if (!fits(state, key))
        return badArgument(key);
    return m_database.inTransaction([&]() -> Result<void> {
        const auto image = findOrAdd(key);
        if (!image)
            return std::unexpected(image.error());
        const auto changed = m_database.number(
            QStringLiteral("SELECT COUNT(*) FROM images WHERE id = ? AND threshold <> ?"),
            {*image, state.threshold});
        if (!changed)
            return std::unexpected(changed.error());
        const auto written =
            m_database.run(QStringLiteral("UPDATE images SET labels = ?, threshold = ?, base_step "
                                          "= ?, status = ?, seconds = ?, updated = ? WHERE id = ?"),
                           {textOf(state.labels), state.threshold, state.baseStep,
                            static_cast<int>(state.status), state.secondsSpent, now(), *image});
        if (!written)
            return std::unexpected(written.error());
        if (const auto kept = writeLooks(*image, state.looks); !kept)
            return kept;
        if (const auto kept = writeNotes(*image, state.notes); !kept)
            return kept;
        if (*changed > 0)
            if (const auto told = thresholdChanged(*image, state.threshold); !told)
                return told;
        for (const auto& [slice, made] : state.maps)
            if (const auto put = writeMap(*image, slice, made, state.threshold); !put)
                return put;
        return state.status == ImageStatus::Accepted ? writeComposed(*image) : Result<void>{};
    });
}

Result<void> ImageStore::writeLooks(qint64 image, const std::vector<SliceLook>& looks)
{
    if (looks.empty())
        return {};
    const double highest = std::ranges::max(looks, {}, &SliceLook::doubt).doubt;
    const auto written =
        m_database.run(QStringLiteral("UPDATE images SET doubt = ?, looks = ? WHERE id = ?"),
                       {highest, textOf(looks), image});
    return written ? Result<void>{} : std::unexpected(written.error());
}

Result<void> ImageStore::writeNotes(qint64 image, const ImageNotes& notes)
{
    const auto written = m_database.run(
        QStringLiteral("UPDATE images SET note = ?, annotator = ?, reviewer = ?, review = ?,"
                       " comment = ? WHERE id = ?"),
        {QString::fromStdString(notes.note), QString::fromStdString(notes.annotator),
         QString::fromStdString(notes.reviewer), static_cast<int>(notes.review),
         QString::fromStdString(notes.comment), image});
    return written ? Result<void>{} : std::unexpected(written.error());
}

Result<void> ImageStore::thresholdChanged(qint64 image, double tau)
{
    const auto stale = m_database.run(
        QStringLiteral("UPDATE slices SET composed = NULL WHERE image = ?"), {image});
    if (!stale)
        return std::unexpected(stale.error());
    if (m_live.image != image)
        return {};
    return writeMap(image, m_live.slice, SliceMap(m_live.made), tau);
}

Result<void> ImageStore::writeMap(qint64 image, int slice, const SliceMap& made, double tau)
{
    const ProbabilityMap& map = *made.map;
    const auto written =
        m_database.run(QStringLiteral("INSERT OR REPLACE INTO slices (image, slice, run, map, "
                                      "map_width, map_height, map_classes)"
                                      " VALUES (?, ?, ?, ?, ?, ?, ?)"),
                       {image, slice, textOf(made.run), packed(quantised(map, tau).values),
                        map.size.width, map.size.height, map.classes});
    if (!written)
        return std::unexpected(written.error());
    m_live = {image, slice, made};
    return {};
}

Result<void> ImageStore::refreshSnapshot(const ImageKey& key)
{
    return m_database.inTransaction([&]() -> Result<void> {
        const auto image = find(key);
        if (!image)
            return std::unexpected(image.error());
        if (*image == 0)
            return {};
        if (const auto laid = writeHumanSnapshots(*image, key.size); !laid)
            return laid;
        if (const auto pruned = pruneJournal(*image); !pruned)
            return pruned;
        const auto status =
            m_database.number(QStringLiteral("SELECT status FROM images WHERE id = ?"), {*image});
        if (!status)
            return std::unexpected(status.error());
        return *status == static_cast<int>(ImageStatus::Todo) ? Result<void>{}
                                                              : writeComposed(*image);
    });
}

Result<void> ImageStore::writeHumanSnapshots(qint64 image, Size size)
{
    const auto slices = pendingSlices(image);
    if (!slices)
        return std::unexpected(slices.error());
    for (const auto& [slice, sequence] : *slices) {
        const auto bytes = humanSlice(image, slice, size);
        if (!bytes)
            return std::unexpected(bytes.error());
        const auto laid = m_database.run(
            QStringLiteral("INSERT INTO human (image, slice, sequence, bytes) VALUES (?, ?, ?, ?)"),
            {image, slice, sequence, packed(*bytes)});
        const auto pruned = m_database.run(
            QStringLiteral(
                "DELETE FROM human WHERE image = ? AND slice = ? AND sequence NOT IN (SELECT "
                "sequence"
                " FROM human WHERE image = ? AND slice = ? ORDER BY sequence DESC LIMIT ?)"),
            {image, slice, image, slice, keptSnapshots});
        for (const auto* query : {&laid, &pruned})
            if (!*query)
                return std::unexpected(query->error());
    }
    return {};
}

Result<void> ImageStore::adopt(const ImageKey& key)
{
    return m_database.inTransaction([&]() -> Result<void> {
        const auto other = findOther(key);
        if (!other)
            return std::unexpected(other.error());
        const auto size =
            m_database.number(QStringLiteral("SELECT COUNT(*) FROM images WHERE id = ? AND width = "
                                             "? AND height = ? AND slices = ?"),
                              {*other, key.size.width, key.size.height, key.sliceCount});
        const auto existing = find(key);
        for (const auto* answer : {&size, &existing})
            if (!*answer)
                return std::unexpected(answer->error());
        if (*size == 0)
            return fail(ErrorCode::BadArgument, key.path,
                        "no work on another content of this size");
        if (*existing != 0)
            return fail(ErrorCode::BadArgument, key.path, "there is work on this content already");
        return copyWork(*other, key);
    });
}

Result<void> ImageStore::copyWork(qint64 from, const ImageKey& key)
{
    if (const auto laid = writeHumanSnapshots(from, key.size); !laid)
        return laid;
    const auto image = findOrAdd(key);
    if (!image)
        return std::unexpected(image.error());
    const auto facts =
        m_database.run(QStringLiteral("UPDATE images SET (status, seconds, threshold, base_step, "
                                      "labels, doubt, looks, strokes,"
                                      " changed_pixels, note, annotator) = (SELECT MIN(status, ?), "
                                      "seconds, threshold, base_step,"
                                      " labels, doubt, looks, strokes, changed_pixels, note, "
                                      "annotator FROM images WHERE id = ?)"
                                      " WHERE id = ?"),
                       {static_cast<int>(ImageStatus::Edited), from, *image});
    const auto slices =
        m_database.run(QStringLiteral("INSERT INTO slices SELECT ?, slice, run, map, map_width, "
                                      "map_height, map_classes, composed"
                                      " FROM slices WHERE image = ?"),
                       {*image, from});
    const auto human = m_database.run(
        QStringLiteral(
            "INSERT INTO human SELECT ?, slice, MAX(sequence), bytes FROM human WHERE image = ?"
            " GROUP BY slice"),
        {*image, from});
    for (const auto* query : {&facts, &slices, &human})
        if (!*query)
            return std::unexpected(query->error());
    return {};
}

} // namespace limn
