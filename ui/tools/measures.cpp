#include "ui/tools/measures.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <numbers>

namespace limn {
namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("limn", text);
}

QString number(double value, int digits)
{
    return QLocale().toString(value, 'f', digits);
}

bool hasMm(const Geometry& geometry)
{
    return geometry.calibration != Calibration::None;
}

// Pixels, then millimetres where they are known.
QString withMm(const QString& pixels, const QString& millimetres, const Geometry& geometry)
{
    if (!hasMm(geometry))
        return pixels;
    const QString both = tr("%1 · %2").arg(pixels, millimetres);
    return geometry.calibration == Calibration::Detector ? tr("%1 at detector").arg(both) : both;
}

} // namespace

double lengthMm(Place a, Place b, const Geometry& geometry)
{
    return std::hypot((b.x - a.x) * geometry.columnSpacingMm, (b.y - a.y) * geometry.rowSpacingMm);
}

double angleDegrees(Place a, Place corner, Place b, const Geometry& geometry)
{
    const auto arm = [&](Place to) {
        return Place{(to.x - corner.x) * geometry.columnSpacingMm,
                     (to.y - corner.y) * geometry.rowSpacingMm};
    };
    const Place u = arm(a), v = arm(b);
    const double angle = std::atan2(u.x * v.y - u.y * v.x, u.x * v.x + u.y * v.y);
    return std::abs(angle) * 180 / std::numbers::pi;
}

double areaPx(std::span<const Place> corners)
{
    double twice = 0;
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const Place& a = corners[i];
        const Place& b = corners[(i + 1) % corners.size()];
        twice += a.x * b.y - b.x * a.y;
    }
    return std::abs(twice) / 2;
}

double outlineMm(std::span<const Place> corners, const Geometry& geometry)
{
    double length = 0;
    for (std::size_t i = 0; i < corners.size(); ++i)
        length += lengthMm(corners[i], corners[(i + 1) % corners.size()], geometry);
    return length;
}

QString lengthWords(Place a, Place b, const Geometry& geometry)
{
    return withMm(tr("%1 px").arg(number(distance(a, b), 1)),
                  tr("%1 mm").arg(number(lengthMm(a, b, geometry), 2)), geometry);
}

QString angleWords(Place a, Place corner, Place b, const Geometry& geometry)
{
    return tr("%1°").arg(number(angleDegrees(a, corner, b, geometry), 1));
}

QString areaWords(std::span<const Place> corners, const Geometry& geometry)
{
    const double area = areaPx(corners);
    const double mm2 = area * geometry.columnSpacingMm * geometry.rowSpacingMm;
    return withMm(tr("%1 px²").arg(number(area, 0)), tr("%1 mm²").arg(number(mm2, 1)), geometry);
}

QString boxWords(Place a, Place b, const Geometry& geometry)
{
    const double width = std::abs(b.x - a.x), height = std::abs(b.y - a.y);
    return withMm(tr("%1 × %2 px").arg(number(width, 0), number(height, 0)),
                  tr("%1 × %2 mm").arg(number(width * geometry.columnSpacingMm, 1),
                                       number(height * geometry.rowSpacingMm, 1)),
                  geometry);
}

} // namespace limn
