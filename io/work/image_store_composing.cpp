#include "io/work/image_store.h"

#include "io/work/coding.h"
#include "model/data/compose.h"

#include <algorithm>

namespace limn {

Result<LabelMap> ImageStore::composedLabels(const std::string& path)
{
    const auto image = m_database.number(
        QStringLiteral(
            "SELECT id FROM images WHERE path = ? ORDER BY updated DESC, id DESC LIMIT 1"),
        {QString::fromStdString(path)});
    if (!image)
        return std::unexpected(image.error());
    if (*image == 0)
        return fail(ErrorCode::NotFound, path, "no work on it");
    return compose(*image);
}

// A slice at a time: a stack's maps as floats would not fit into memory.
Result<LabelMap> ImageStore::compose(qint64 image)
{
    const auto facts = readFacts(image);
    if (!facts)
        return std::unexpected(facts.error());
    LabelMap labels = emptyLabelMap(facts->human.size, facts->human.sliceCount);
    const auto slices = slicesOf(image,
                                 QStringLiteral("SELECT slice FROM slices WHERE image = ? UNION"
                                                " SELECT slice FROM human WHERE image = ? UNION"
                                                " SELECT slice FROM journal WHERE image = ?"),
                                 labels.sliceCount);
    if (!slices)
        return std::unexpected(slices.error());
    for (const int slice : *slices) {
        const auto composed = composedSlice(image, slice, *facts);
        if (!composed)
            return std::unexpected(composed.error());
        std::ranges::copy(*composed, labels.slice(slice).begin());
    }
    return labels;
}

Result<std::vector<Label>> ImageStore::composedSlice(qint64 image, int slice,
                                                     const StudyState& facts)
{
    auto query =
        m_database.run(QStringLiteral("SELECT composed FROM slices WHERE image = ? AND slice = ?"
                                      " AND composed IS NOT NULL"),
                       {image, slice});
    if (!query)
        return std::unexpected(query.error());
    const Size size = facts.human.size;
    if (query->next())
        return unpacked(query->value(0).toByteArray(), size.area());
    const auto human = humanSlice(image, slice, size);
    const auto made = readMap(image, slice, size);
    if (!human)
        return human;
    if (!made)
        return std::unexpected(made.error());
    std::vector<Label> labels(size.area());
    composeInto(labels, *human, made->first, facts.threshold, size, wholeOf(size));
    return labels;
}

Result<void> ImageStore::writeComposed(qint64 image)
{
    const auto facts = readFacts(image);
    if (!facts)
        return std::unexpected(facts.error());
    const auto stale = slicesOf(
        image,
        QStringLiteral("SELECT slice FROM slices WHERE image = ? AND composed IS NULL UNION"
                       " SELECT slice FROM (SELECT slice FROM human WHERE image = ? UNION"
                       " SELECT slice FROM journal WHERE image = ?) WHERE slice NOT IN"
                       " (SELECT slice FROM slices WHERE image = ?)"),
        facts->human.sliceCount);
    if (!stale)
        return std::unexpected(stale.error());
    for (const int slice : *stale) {
        const auto labels = composedSlice(image, slice, *facts);
        if (!labels)
            return std::unexpected(labels.error());
        const auto written = m_database.run(
            QStringLiteral(
                "INSERT INTO slices (image, slice, composed) VALUES (?, ?, ?)"
                " ON CONFLICT (image, slice) DO UPDATE SET composed = excluded.composed"),
            {image, slice, packed(*labels)});
        if (!written)
            return std::unexpected(written.error());
    }
    return {};
}

} // namespace limn
