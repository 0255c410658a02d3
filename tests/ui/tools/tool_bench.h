// A session with a sample picture, and tools that are moved over it as a hand would.
#pragma once

#include "ui/session/session.h"
#include "ui/tools/tool.h"

#include <QImage>
#include <QString>
#include <QTest>

namespace limn {

// A picture of resources/samples as a grey slice.
inline SlicePtr sampleSlice(const QString& name)
{
    const QImage image =
        QImage(qEnvironmentVariable("LIMN_SOURCE") + QStringLiteral("/resources/samples/") + name)
            .convertToFormat(QImage::Format_Grayscale8);
    auto slice = std::make_shared<Slice>();
    slice->size = {image.width(), image.height()};
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            slice->values.push_back(static_cast<float>(image.constScanLine(y)[x]));
    return slice;
}

struct ToolBench {
    explicit ToolBench(const QString& sample = QStringLiteral("ISIC_0012151.png"), int slices = 1)
    {
        auto volume = std::make_shared<Volume>();
        const SlicePtr slice = sampleSlice(sample);
        volume->size = slice->size;
        volume->slices.assign(static_cast<std::size_t>(slices), slice);
        session.open(volume, std::nullopt);
        session.setLabelTable(tableOf({"one", "two", "three"}));
        session.undoStack().clear();
    }

    static void drag(Tool& tool, const std::vector<Place>& places, bool isFlipped = false,
                     bool isStraight = false)
    {
        const auto point = [&](Place place) {
            return ToolPoint{place.x, place.y, isFlipped, 1, isStraight};
        };
        tool.press(point(places.front()));
        for (const Place& place : places)
            tool.move(point(place));
        tool.release(point(places.back()));
    }

    static void click(Tool& tool, Place place, bool isFlipped = false) { drag(tool, {place}, isFlipped); }

    std::size_t count(Label label, int slice = 0) const
    {
        return static_cast<std::size_t>(std::ranges::count(session.labels().slice(slice), label));
    }
    Label at(int x, int y) const { return session.labels().at(session.currentSlice(), x, y); }

    Session session;
    ToolContext context{session};
};

} // namespace limn
