// Changes of the human layer as rows of the journal, and back as a history that can be undone.
#include "io/work/coding.h"
#include "io/work/image_store.h"

#include <QDateTime>

#include <algorithm>
#include <ranges>

namespace limn {
namespace {

constexpr int keptEdits = 200; // as many as a session's undo stack
constexpr int keptRows = 4000; // undo and redo to and fro leave rows, too
constexpr std::size_t historyBytes = std::size_t{256} << 20;

qint64 now()
{
    return QDateTime::currentMSecsSinceEpoch();
}

bool isInside(const Stroke& stroke, const ImageKey& key)
{
    return stroke.slice >= 0 && stroke.slice < key.sliceCount && !stroke.box.isEmpty()
        && intersected(stroke.box, wholeOf(key.size)) == stroke.box
        && stroke.bytes.size() == stroke.box.area();
}

qint64 differing(std::span<const Label> a, std::span<const Label> b)
{
    qint64 count = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        count += a[i] != b[i] ? 1 : 0;
    return count;
}

} // namespace

Result<void> ImageStore::addStrokes(const ImageKey& key, std::span<const Stroke> strokes)
{
    if (strokes.empty()
        || !std::ranges::all_of(strokes, [&key](const Stroke& s) { return isInside(s, key); }))
        return fail(ErrorCode::BadArgument, key.path, "outside the image");
    CachedSlice changed;
    const auto done = m_database.inTransaction([&]() -> Result<void> {
        const auto image = findOrAdd(key);
        if (!image)
            return std::unexpected(image.error());
        qint64 pixels = 0;
        for (const Stroke& stroke : strokes) {
            auto bytes = changed.image == *image && changed.slice == stroke.slice
                ? Result<std::vector<Label>>(std::move(changed.bytes))
                : humanSlice(*image, stroke.slice, key.size);
            if (!bytes)
                return std::unexpected(bytes.error());
            const auto before = bytesIn(stroke.box, *bytes, key.size);
            pixels += differing(before, stroke.bytes);
            if (const auto added = addRow(*image, stroke, before); !added)
                return added;
            putInto(*bytes, key.size, stroke.box, stroke.bytes);
            changed = {*image, stroke.slice, std::move(*bytes)};
        }
        const bool isEdit = strokes.front().kind == EditKind::Edit;
        const auto touched = m_database.run(
            QStringLiteral("UPDATE images SET updated = ?, status = ?, strokes = strokes + ?,"
                           " changed_pixels = changed_pixels + ? WHERE id = ?"),
            {now(), static_cast<int>(ImageStatus::Edited), isEdit ? 1 : 0, isEdit ? pixels : 0,
             *image});
        return touched ? Result<void>{} : std::unexpected(touched.error());
    });
    m_cached = done ? std::move(changed) : CachedSlice{};
    return done;
}

// What nobody can tell the number of becomes a change of its own, with a number below 0.
Result<void> ImageStore::addRow(qint64 image, const Stroke& stroke,
                                const std::vector<Label>& before)
{
    const auto row = m_database.run(
        QStringLiteral(
            "INSERT INTO journal (image, slice, x, y, width, height, after, before, kind,"
            " time, number, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {image, stroke.slice, stroke.box.x, stroke.box.y, stroke.box.width, stroke.box.height,
         packed(stroke.bytes), packed(before), static_cast<int>(stroke.kind), now(),
         static_cast<qint64>(stroke.number), QString::fromStdString(stroke.text)});
    if (!row)
        return std::unexpected(row.error());
    const auto composed = m_database.run(
        QStringLiteral("UPDATE slices SET composed = NULL WHERE image = ? AND slice = ?"),
        {image, stroke.slice});
    if (!composed)
        return std::unexpected(composed.error());
    if (stroke.number != 0)
        return {};
    const auto numbered = m_database.run(
        QStringLiteral("UPDATE journal SET number = -sequence, kind = 0 WHERE sequence = ?"),
        {row->lastInsertId()});
    return numbered ? Result<void>{} : std::unexpected(numbered.error());
}

// Reads the journal as the undo stack lived it: an edit drops what was undone before it.
Result<std::vector<ImageStore::JournalEdit>> ImageStore::journalEdits(qint64 image)
{
    auto query =
        m_database.run(QStringLiteral("SELECT sequence, kind, number, text, width * height FROM"
                                      " journal WHERE image = ? ORDER BY sequence"),
                       {image});
    if (!query)
        return std::unexpected(query.error());
    std::vector<JournalEdit> edits;
    while (query->next()) {
        const qint64 row = query->value(0).toLongLong();
        const auto kind = static_cast<EditKind>(query->value(1).toInt());
        const std::int64_t number = query->value(2).toLongLong();
        auto edit = std::ranges::find(edits, number, &JournalEdit::number);
        if (kind != EditKind::Edit && edit != edits.end()) {
            edit->isUndone = kind == EditKind::Undo;
            continue;
        }
        if (edit == edits.end()) {
            std::erase_if(edits, &JournalEdit::isUndone);
            edits.push_back({number, query->value(3).toString(), false, {}, 0});
            edit = std::prev(edits.end());
        }
        edit->rows.push_back(row);
        edit->bytes += static_cast<std::size_t>(std::max(0LL, query->value(4).toLongLong()));
    }
    if (edits.size() > keptEdits)
        edits.erase(edits.begin(), edits.end() - keptEdits);
    return edits;
}

// The newest edits, as many as fit into memory.
Result<void> ImageStore::readHistory(qint64 image, StudyState& state)
{
    const auto edits = journalEdits(image);
    const auto last = m_database.number(
        QStringLiteral("SELECT MAX(number) FROM journal WHERE image = ?"), {image});
    if (!edits)
        return std::unexpected(edits.error());
    if (!last)
        return std::unexpected(last.error());
    state.lastEdit = std::max<qint64>(*last, 0);
    std::size_t bytes = 0;
    for (const JournalEdit& edit : *edits | std::views::reverse) {
        bytes += edit.bytes;
        if (bytes > historyBytes)
            break;
        KeptEdit kept{edit.number, edit.text.toStdString(), edit.isUndone, {}};
        for (const qint64 row : edit.rows) {
            auto read = readEdit(edit, row);
            if (!read)
                return std::unexpected(read.error());
            const Rect box = read->box();
            if (read->slice() < 0 || read->slice() >= state.human.sliceCount
                || intersected(box, wholeOf(state.human.size)) != box)
                return fail(ErrorCode::WorkFileDamaged, "annotations.limn", "a journal row's box");
            kept.edits.push_back(std::move(*read));
        }
        state.history.insert(state.history.begin(), std::move(kept));
    }
    return {};
}

Result<LabelEdit> ImageStore::readEdit(const JournalEdit& edit, qint64 row)
{
    auto query = m_database.run(
        edit.isUndone ? QStringLiteral("SELECT slice, x, y, width, height, after FROM journal"
                                       " WHERE sequence = ?")
                      : QStringLiteral("SELECT slice, x, y, width, height, before FROM journal"
                                       " WHERE sequence = ?"),
        {row});
    if (!query)
        return std::unexpected(query.error());
    if (!query->next())
        return fail(ErrorCode::WorkFileDamaged, "annotations.limn", "a journal row is gone");
    const Rect box{query->value(1).toInt(), query->value(2).toInt(), query->value(3).toInt(),
                   query->value(4).toInt()};
    if (box.isEmpty())
        return fail(ErrorCode::WorkFileDamaged, "annotations.limn", "a journal row's box");
    auto bytes = unpacked(query->value(5).toByteArray(), box.area());
    if (!bytes)
        return std::unexpected(bytes.error());
    return LabelEdit(query->value(0).toInt(), box, std::move(*bytes));
}

// Rows before the oldest edit that can still be undone are of no use any more.
Result<void> ImageStore::pruneJournal(qint64 image)
{
    const auto edits = journalEdits(image);
    if (!edits)
        return std::unexpected(edits.error());
    const qint64 oldest = edits->empty() ? 0 : edits->front().rows.front();
    const auto overflowing = m_database.number(
        QStringLiteral("SELECT sequence FROM journal WHERE image = ? ORDER BY sequence DESC LIMIT 1"
                       " OFFSET ?"),
        {image, keptRows});
    if (!overflowing)
        return std::unexpected(overflowing.error());
    const auto pruned =
        m_database.run(QStringLiteral("DELETE FROM journal WHERE image = ? AND sequence < ?"),
                       {image, std::max(oldest, *overflowing)});
    return pruned ? Result<void>{} : std::unexpected(pruned.error());
}

Result<std::vector<std::string>> ImageStore::otherPaths(const ImageKey& key)
{
    auto query = m_database.run(
        QStringLiteral("SELECT path FROM images WHERE content_hash = ? AND width = ? AND height = ?"
                       " AND slices = ? AND NOT EXISTS (SELECT 1 FROM images WHERE path = ?)"
                       " ORDER BY updated DESC"),
        {QString::fromStdString(key.contentHash), key.size.width, key.size.height, key.sliceCount,
         QString::fromStdString(key.path)});
    if (!query)
        return std::unexpected(query.error());
    std::vector<std::string> paths;
    while (query->next())
        paths.push_back(query->value(0).toString().toStdString());
    return paths;
}

Result<void> ImageStore::rename(const std::string& path, const ImageKey& key)
{
    return m_database.inTransaction([&]() -> Result<void> {
        const auto renamed = m_database.run(
            QStringLiteral("UPDATE images SET path = ? WHERE path = ? AND content_hash = ?"
                           " AND width = ? AND height = ? AND slices = ?"),
            {QString::fromStdString(key.path), QString::fromStdString(path),
             QString::fromStdString(key.contentHash), key.size.width, key.size.height,
             key.sliceCount});
        return renamed ? Result<void>{} : std::unexpected(renamed.error());
    });
}

} // namespace limn
