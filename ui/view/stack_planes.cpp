#include "ui/view/stack_planes.h"

#include "model/data/vector3.h"
#include "ui/figure/hue_mix.h"
#include "ui/figure/picture_image.h"

#include <QCoreApplication>

#include <cmath>

namespace limn {
namespace {

QString tr(const char* words)
{
    return QCoreApplication::translate("limn", words);
}

QRgb greyAt(const Slice& slice, std::size_t pixel, const DisplayWindow& window, GreyFormula formula,
            bool isInverted)
{
    if (slice.channels == 3) {
        const auto part = [&](std::size_t c) {
            return greyOf(static_cast<double>(slice.values[3 * pixel + c]), window, formula, isInverted);
        };
        return qRgb(part(0), part(1), part(2));
    }
    const int grey =
        greyOf(static_cast<double>(slice.values[pixel]), window, formula, isInverted);
    return qRgb(grey, grey, grey);
}

QRgb mixed(QRgb below, const Hue& hue, float share)
{
    const float alpha = hue.opacity * share;
    const auto part = [alpha](int under, float over) {
        return static_cast<int>(static_cast<float>(under) * (1 - alpha) + over * alpha + 0.5F);
    };
    return qRgb(part(qRed(below), hue.red), part(qGreen(below), hue.green),
                part(qBlue(below), hue.blue));
}

} // namespace

double sliceSpacing(const Volume& volume)
{
    constexpr double tolerance = 0.01; // of the spacing
    const auto& origins = volume.geometry.sliceOriginsMm;
    if (origins.size() < 2 || origins.size() != static_cast<std::size_t>(volume.sliceCount()))
        return 0;
    const Vector3 first = minus(origins[1], origins[0]);
    const double spacing = lengthOf(first);
    for (std::size_t i = 2; i < origins.size(); ++i) {
        const Vector3 off = minus(minus(origins[i], origins[i - 1]), first);
        if (lengthOf(off) > tolerance * spacing)
            return 0;
    }
    return spacing;
}

QString planesObstacle(const Session& session)
{
    if (!session.isOpen())
        return tr("Open an image first.");
    const Volume& volume = *session.volume();
    if (volume.sliceCount() < 2)
        return tr("This image is no stack of slices.");
    if (volume.stackSlices > 0 && volume.stackSlices < volume.sliceCount())
        return tr("This file holds several volumes one after the other.");
    if (sliceSpacing(volume) <= 0)
        return tr("The slices do not lie at equal distances, or their places are not known.");
    return {};
}

QImage planeImage(const Session& session, Plane plane, int at, double opacity)
{
    constexpr float maskFill = 0.58F;
    const Volume& volume = *session.volume();
    const Size size = volume.size;
    const int width = plane == Plane::Rows ? size.width : size.height;
    QImage image(width, volume.sliceCount(), QImage::Format_RGB32);
    image.fill(0U); // black
    const DisplayWindow window = session.window();
    const GreyFormula formula = greyFormulaOf(volume, window);
    const Hues hues = huesOf(session.labelTable());
    const auto share = maskFill * static_cast<float>(opacity);
    for (int slice = 0; slice < volume.sliceCount(); ++slice) {
        const SlicePtr& values = volume.slices[static_cast<std::size_t>(slice)];
        if (!values)
            continue;
        const auto labels = session.labels().slice(slice);
        auto* out = reinterpret_cast<QRgb*>(image.scanLine(slice));
        for (int i = 0; i < width; ++i) {
            const int x = plane == Plane::Rows ? i : at, y = plane == Plane::Rows ? at : i;
            const std::size_t pixel =
                static_cast<std::size_t>(y) * static_cast<std::size_t>(size.width)
                + static_cast<std::size_t>(x);
            out[i] = greyAt(*values, pixel, window, formula, volume.isInverted);
            if (labels[pixel] != background)
                out[i] = mixed(out[i], hues[labels[pixel]], share);
        }
    }
    return image;
}

} // namespace limn
