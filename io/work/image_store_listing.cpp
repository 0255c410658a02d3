#include "io/work/image_store.h"

namespace limn {

Result<std::vector<KeptRow>> ImageStore::rows()
{
    auto query = m_database.run(QStringLiteral(
        "SELECT path, content_hash, width, height, slices, status, updated FROM images"
        " WHERE id IN (SELECT (SELECT id FROM images newest WHERE newest.path = images.path"
        " ORDER BY updated DESC, id DESC LIMIT 1) FROM images) ORDER BY path"));
    if (!query)
        return std::unexpected(query.error());
    std::vector<KeptRow> all;
    while (query->next()) {
        const int status = query->value(5).toInt();
        if (status < 0 || status > static_cast<int>(lastImageStatus))
            return fail(ErrorCode::WorkFileDamaged, "annotations.limn", "an image's status");
        all.push_back({{query->value(0).toString().toStdString(),
                        query->value(1).toString().toStdString(),
                        {query->value(2).toInt(), query->value(3).toInt()},
                        query->value(4).toInt()},
                       static_cast<ImageStatus>(status),
                       query->value(6).toLongLong()});
    }
    return all;
}

} // namespace limn
