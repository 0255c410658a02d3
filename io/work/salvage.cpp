#include "io/work/salvage.h"

#include "io/work/coding.h"
#include "io/work/image_store.h"
#include "io/work/work_place.h"

#include <QSqlRecord>

#include <algorithm>
#include <optional>

namespace limn {

namespace fs = std::filesystem;

namespace {

constexpr int largestSide = 65535;
constexpr qint64 largestGap = 100'000; // rows that are asked for one by one

QStringList columnsOf(Database& database, const QString& table)
{
    QStringList names;
    auto query =
        database.run(QStringLiteral("SELECT name FROM pragma_table_info('%1')").arg(table));
    while (query && query->next())
        names << query->value(0).toString();
    return names;
}

// One table, row by row: forwards to the first page that can't be read, backwards to the last such
// one, and between them each row for itself.
class TableCopy {
public:
    TableCopy(Database& from, Database& into, const QString& table)
        : m_from(from)
        , m_into(into)
        , m_table(table)
    {
        const QStringList theirs = columnsOf(from, table);
        for (const QString& column : columnsOf(into, table))
            if (theirs.contains(column))
                m_columns << column;
    }

    Result<void> copy()
    {
        if (m_columns.isEmpty())
            return {};
        const auto up = copyInOrder(QStringLiteral("ASC"));
        if (!up)
            return up;
        const qint64 first = m_last;
        const auto down = copyInOrder(QStringLiteral("DESC"));
        if (!down)
            return down;
        for (qint64 row = first + 1; row < m_last && row <= first + largestGap; ++row)
            if (const auto one = copyRows(QStringLiteral("WHERE rowid = %1").arg(row)); !one)
                return one;
        return {};
    }

private:
    Result<void> copyInOrder(const QString& direction)
    {
        return copyRows(QStringLiteral("ORDER BY rowid %1").arg(direction));
    }

    Result<void> copyRows(const QString& which)
    {
        auto rows = m_from.run(QStringLiteral("SELECT rowid, %1 FROM %2 %3")
                                   .arg(m_columns.join(QLatin1Char(',')), m_table, which));
        const QString places =
            QStringList(m_columns.size(), QStringLiteral("?")).join(QLatin1Char(','));
        while (rows && rows->next()) {
            m_last = rows->value(0).toLongLong();
            QVariantList values;
            for (int i = 1; i <= m_columns.size(); ++i)
                values << rows->value(i);
            const auto put = m_into.run(QStringLiteral("INSERT OR IGNORE INTO %1 (%2) VALUES (%3)")
                                            .arg(m_table, m_columns.join(QLatin1Char(',')), places),
                                        values);
            if (!put)
                return std::unexpected(put.error());
        }
        return {};
    }

    Database& m_from;
    Database& m_into;
    QString m_table;
    QStringList m_columns;
    qint64 m_last = 0; // rowid
};

struct SavedImage {
    qint64 id = 0;
    Size size;
    int slices = 0;
};

bool isBetween(int value, int least, int most)
{
    return value >= least && value <= most;
}

// Takes out of the new file what makes no sense, so that all that is left can be read.
class Sieve {
public:
    explicit Sieve(Database& file)
        : m_file(file)
    {
    }

    Result<Salvaged> sift()
    {
        auto images = saved();
        if (!images)
            return std::unexpected(images.error());
        for (const SavedImage& image : *images)
            for (int slice = 0; slice < image.slices; ++slice)
                if (const auto done = siftSlice(image, slice); !done)
                    return std::unexpected(done.error());
        for (const char* orphans : {"slices", "human", "journal"})
            if (const auto done = m_file.run(
                    QStringLiteral("DELETE FROM %1 WHERE image NOT IN (SELECT id FROM images)")
                        .arg(QLatin1String(orphans)));
                !done)
                return std::unexpected(done.error());
        const auto changes = m_file.number(QStringLiteral("SELECT COUNT(*) FROM journal"));
        if (!changes)
            return std::unexpected(changes.error());
        return Salvaged{static_cast<int>(images->size()), static_cast<int>(*changes)};
    }

private:
    Result<std::vector<SavedImage>> saved()
    {
        auto rows = m_file.run(
            QStringLiteral("SELECT id, width, height, slices, labels, looks, threshold, status, "
                           "review FROM images"));
        if (!rows)
            return std::unexpected(rows.error());
        std::vector<SavedImage> images;
        std::vector<qint64> senseless;
        std::vector<qint64> wordless;
        while (rows->next()) {
            const SavedImage image{rows->value(0).toLongLong(),
                                   {rows->value(1).toInt(), rows->value(2).toInt()},
                                   rows->value(3).toInt()};
            const double threshold = rows->value(6).toDouble();
            if (!isBetween(image.size.width, 1, largestSide)
                || !isBetween(image.size.height, 1, largestSide)
                || !isBetween(image.slices, 1, largestSide) || !(threshold > 0 && threshold < 1)
                || !isBetween(rows->value(7).toInt(), 0, static_cast<int>(lastImageStatus))
                || !isBetween(rows->value(8).toInt(), 0, static_cast<int>(ReviewState::Returned)))
                senseless.push_back(image.id);
            else
                images.push_back(image);
            if (!labelTableFrom(rows->value(4).toString())
                || !looksFrom(rows->value(5).toString(), image.slices))
                wordless.push_back(image.id);
        }
        for (const qint64 id : senseless)
            if (const auto gone =
                    m_file.run(QStringLiteral("DELETE FROM images WHERE id = ?"), {id});
                !gone)
                return std::unexpected(gone.error());
        for (const qint64 id : wordless)
            if (const auto cleared = m_file.run(
                    QStringLiteral("UPDATE images SET labels = '', looks = '' WHERE id = ?"), {id});
                !cleared)
                return std::unexpected(cleared.error());
        return images;
    }

    Result<void> siftSlice(const SavedImage& image, int slice)
    {
        if (const auto done = siftMap(image, slice); !done)
            return done;
        std::vector<Label> bytes(image.size.area(), untouched);
        qint64 sequence = 0;
        auto forms = m_file.run(
            QStringLiteral("SELECT sequence, bytes FROM human WHERE image = ? AND slice = ?"
                           " ORDER BY sequence DESC"),
            {image.id, slice});
        if (!forms)
            return std::unexpected(forms.error());
        std::vector<qint64> broken;
        while (forms->next()) {
            auto form = unpacked(forms->value(1).toByteArray(), image.size.area());
            if (form && sequence == 0) {
                bytes = std::move(*form);
                sequence = forms->value(0).toLongLong();
            } else if (!form) {
                broken.push_back(forms->value(0).toLongLong());
            }
        }
        for (const qint64 form : broken)
            if (const auto gone = m_file.run(QStringLiteral("DELETE FROM human WHERE image = ? AND"
                                                            " slice = ? AND sequence = ?"),
                                             {image.id, slice, form});
                !gone)
                return std::unexpected(gone.error());
        return siftJournal(image, slice, bytes, sequence);
    }

    Result<void> siftMap(const SavedImage& image, int slice)
    {
        auto row = m_file.run(
            QStringLiteral("SELECT map, map_width, map_height, map_classes, run FROM slices"
                           " WHERE image = ? AND slice = ? AND map IS NOT NULL"),
            {image.id, slice});
        if (!row)
            return std::unexpected(row.error());
        bool isGood = true;
        if (row->next()) {
            const int classes = row->value(3).toInt();
            isGood = isBetween(classes, 1, 255)
                && Size{row->value(1).toInt(), row->value(2).toInt()} == image.size
                && unpacked(row->value(0).toByteArray(),
                            image.size.area() * static_cast<std::size_t>(classes))
                && runFactsFrom(row->value(4).toString());
        }
        const auto done = m_file.run(
            isGood
                ? QStringLiteral("UPDATE slices SET composed = NULL WHERE image = ? AND slice = ?")
                : QStringLiteral("DELETE FROM slices WHERE image = ? AND slice = ?"),
            {image.id, slice});
        return done ? Result<void>{} : std::unexpected(done.error());
    }

    struct Row {
        qint64 sequence = 0;
        Rect box;
        std::vector<Label> after, before;
    };

    // Nothing where the row makes no sense.
    static std::optional<Row> rowIn(const QSqlQuery& rows, Size size)
    {
        Row row{rows.value(0).toLongLong(),
                {rows.value(1).toInt(), rows.value(2).toInt(), rows.value(3).toInt(),
                 rows.value(4).toInt()},
                {},
                {}};
        if (row.box.isEmpty() || intersected(row.box, wholeOf(size)) != row.box)
            return std::nullopt;
        auto after = unpacked(rows.value(5).toByteArray(), row.box.area());
        auto before = unpacked(rows.value(6).toByteArray(), row.box.area());
        if (!after || !before)
            return std::nullopt;
        row.after = std::move(*after);
        row.before = std::move(*before);
        return row;
    }

    // Forwards from the form on, and backwards from it, where rows serve undo alone: as far as each
    // row meets what the one next to it left.
    Result<void> siftJournal(const SavedImage& image, int slice, const std::vector<Label>& form,
                             qint64 sequence)
    {
        for (const bool isForwards : {true, false}) {
            auto rows = m_file.run(
                QStringLiteral(
                    "SELECT sequence, x, y, width, height, after, before FROM journal"
                    " WHERE image = ? AND slice = ? AND sequence %1 ? ORDER BY sequence %2")
                    .arg(isForwards ? QStringLiteral(">") : QStringLiteral("<="),
                         isForwards ? QStringLiteral("ASC") : QStringLiteral("DESC")),
                {image.id, slice, sequence});
            if (!rows)
                return std::unexpected(rows.error());
            std::vector<Label> bytes = form;
            qint64 broken = -1;
            while (broken < 0 && rows->next()) {
                const auto row = rowIn(*rows, image.size);
                if (row
                    && bytesIn(row->box, bytes, image.size)
                        == (isForwards ? row->before : row->after))
                    putInto(bytes, image.size, row->box, isForwards ? row->after : row->before);
                else
                    broken = rows->value(0).toLongLong();
            }
            rows->finish();
            if (broken < 0)
                continue;
            const auto cut = m_file.run(
                isForwards
                    ? QStringLiteral(
                        "DELETE FROM journal WHERE image = ? AND slice = ? AND sequence >= ?")
                    : QStringLiteral(
                        "DELETE FROM journal WHERE image = ? AND slice = ? AND sequence <= ?"),
                {image.id, slice, broken});
            if (!cut)
                return std::unexpected(cut.error());
        }
        return {};
    }

    Database& m_file;
};

} // namespace

Result<Salvaged> salvage(const fs::path& damaged, Database& into)
{
    const fs::path copy = fs::path(damaged).replace_extension(".salvaging");
    const auto log = [](const fs::path& file) { return fs::path(file) += "-wal"; };
    const auto clean = [&] {
        std::error_code none;
        for (const fs::path& file : {copy, log(copy), fs::path(copy) += "-shm"})
            fs::remove(file, none);
    };
    std::error_code none;
    auto copied = copyDurably(damaged, copy);
    if (copied && fs::exists(log(damaged), none))
        copied = copyDurably(log(damaged), log(copy));
    Result<Salvaged> result = Salvaged{};
    if (copied) {
        // Each statement fails for itself where the file is broken.
        if (const auto from = Database::open(copy, Access::ReadWrite, Logging::Rollback)) {
            const auto done = into.inTransaction([&]() -> Result<void> {
                for (const char* table : {"images", "slices", "human", "journal"})
                    if (const auto rows = TableCopy(**from, into, QLatin1String(table)).copy();
                        !rows)
                        return rows;
                result = Sieve(into).sift();
                return result ? Result<void>{} : std::unexpected(result.error());
            });
            if (!done)
                result = std::unexpected(done.error());
        }
    } else {
        result = std::unexpected(copied.error());
    }
    clean();
    return result;
}

} // namespace limn
