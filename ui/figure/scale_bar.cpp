#include "ui/figure/scale_bar.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace limn {
namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("limn", text);
}

} // namespace

ScaleBar scaleBarOf(const Geometry& geometry, double unitsPerPixel, double longest)
{
    const bool isMetric = geometry.calibration != Calibration::None;
    const double perUnit = isMetric ? unitsPerPixel / geometry.columnSpacingMm : unitsPerPixel;
    const double power = std::pow(10.0, std::floor(std::log10(longest / perUnit)));
    double length = power;
    for (const double step : {2.0, 5.0})
        if (step * power * perUnit <= longest)
            length = step * power;
    if (!isMetric)
        length = std::max(length, 1.0);
    const QString number = QLocale().toString(length, 'g', 6);
    const QString words = !isMetric                     ? tr("%1 px")
        : geometry.calibration == Calibration::Detector ? tr("%1 mm at detector")
                                                        : tr("%1 mm");
    return {length * perUnit, words.arg(number)};
}

} // namespace limn
