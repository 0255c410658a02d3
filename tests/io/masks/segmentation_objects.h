// Segmentation objects that tests have made, with the truth, for read_segmentations.py.
#pragma once

#include "io/import_client.h"
#include "io/masks/write_masks.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

namespace limn::test {

inline bool putFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

template <typename T> QByteArray bytesOf(const std::vector<T>& values)
{
    return {reinterpret_cast<const char*>(values.data()),
            static_cast<qsizetype>(values.size() * sizeof(T))};
}

// A folder of objects and their truth; index.json is what the script reads.
class ObjectFolder {
public:
    explicit ObjectFolder(QString path)
        : m_path(std::move(path))
    {
    }

    QString file(const QString& name) const { return m_path + u'/' + name; }

    // Writes `masks` as `format` and notes the truth.
    Result<void> add(const MaskExport& masks, MaskFormat format, ImportClient& client)
    {
        const auto written = writeMasks(masks, m_path.toStdString(), std::span(&format, 1),
                                        IfExists::Refuse, {}, &client);
        if (!written)
            return std::unexpected(written.error());
        const bool isFractional = format == MaskFormat::SegFrac;
        const QString truth =
            QString::fromStdString(masks.stem) + (isFractional ? ".p" : ".labels");
        std::vector<float> all;
        for (const ProbabilityMap& map : masks.posteriors)
            all.insert(all.end(), map.values.begin(), map.values.end());
        putFile(file(truth), isFractional ? bytesOf(all) : bytesOf(masks.labels.values));
        QJsonArray sources, segments;
        for (const auto& source : masks.source.files)
            sources.append(QString::fromStdString(source.string()));
        for (const LabelRow& row : masks.table.rows)
            segments.append(QJsonObject{
                {"label", row.label},
                {"name", QString::fromStdString(row.name)},
                {"rgb", QJsonArray{row.colour.red, row.colour.green, row.colour.blue}}});
        m_objects.append(QJsonObject{
            {"file", QString::fromStdString(written->front().filename().string())},
            {"truth", truth},
            {"fractional", isFractional},
            {"sources", sources},
            {"shape",
             QJsonArray{masks.labels.sliceCount, masks.labels.size.height,
                        masks.labels.size.width}},
            {"classes", masks.posteriors.empty() ? 0 : masks.posteriors.front().classes},
            {"segments", segments}});
        return {};
    }

    int count() const { return static_cast<int>(m_objects.size()); }

    bool writeIndex() const
    {
        return putFile(file("index.json"), QJsonDocument(m_objects).toJson(QJsonDocument::Compact));
    }

private:
    QString m_path;
    QJsonArray m_objects;
};

} // namespace limn::test
