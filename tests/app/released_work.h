// A folder of images with work on each, as a person leaves it, for the tests of releases.
#pragma once

#include "app/image_list.h"
#include "io/import_client.h"
#include "io/work/work_file.h"
#include "tests/io/import/planted_files.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFile>
#include <QImage>
#include <QTemporaryDir>

namespace limn::test {

inline std::filesystem::path importerBeside()
{
    return (QCoreApplication::applicationDirPath() + "/../bin/limn-import").toStdString();
}

class ReleasedWork {
public:
    ReleasedWork()
        : m_client(importerBeside())
    {
    }

    QString path(const QString& name) const { return m_folder.filePath(name); }
    std::filesystem::path folder() const { return m_folder.path().toStdString(); }

    void put(const QString& name, const QByteArray& bytes) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("can't write %s", qPrintable(name));
    }
    void putPicture(const QString& name, int grey) const
    {
        QImage image(16, 12, QImage::Format_Grayscale8);
        image.fill(grey);
        image.setPixel(3, 4, qRgb(9, 9, 9));
        QBuffer buffer;
        image.save(&buffer, "png");
        put(name, plantedPng(buffer.data()));
    }

    // A model's map and two strokes on each; to be called when the image is there.
    void work(const QString& name, ImageStatus status = ImageStatus::Accepted)
    {
        workOn({path(name).toStdString()}, name, status);
    }
    // On the only image, a series.
    void workOnOnly()
    {
        const auto images = imagesIn(folder(), m_client, {});
        if (!images || images->size() != 1)
            qFatal("not one image");
        const auto name = QString::fromStdString(images->front().path.filename().string());
        workOn(images->front(), name, ImageStatus::Accepted);
    }

private:
    void workOn(const ImageFiles& image, const QString& name, ImageStatus status)
    {
        const auto volume = m_client.open(image, {});
        if (!volume)
            qFatal("can't open %s: %s", qPrintable(name), volume.error().detail.c_str());
        const Size size = (*volume)->size;
        const ImageKey key{name.toStdString(), (*volume)->source.contentHash, size,
                           (*volume)->sliceCount()};
        auto file = WorkFile::open(folder());
        if (!file || !(*file)->images())
            qFatal("can't open the work file");
        ImageStore& store = *(*file)->images();
        ProbabilityMap map{size, 2, std::vector<float>(2 * size.area())};
        for (std::size_t i = 0; i < size.area(); ++i) {
            map.values[size.area() + i] = static_cast<float>(i % 10) / 10;
            map.values[i] = 1 - map.values[size.area() + i];
        }
        StateUpdate state;
        state.labels = tableOf({"=lesion", "lung"});
        state.status = status;
        state.baseStep = 3;
        state.secondsSpent = 12;
        state.maps[0] = {std::make_shared<const ProbabilityMap>(map),
                         RunFacts{.modelName = "made", .modelTitle = {}, .modelSha256 = "0123", .device = "cpu"}};
        const auto written = store.writeState(key, state);
        const auto stroke =
            store.addStroke(key, {0, Rect{0, 0, 2, 2}, std::vector<Label>(4, 2), EditKind::Edit});
        const auto again = store.writeState(key, state);
        if (!written || !stroke || !again)
            qFatal("can't keep the work");
    }

    QTemporaryDir m_folder;
    ImportClient m_client;
};

} // namespace limn::test
