#include "model/training/plot.h"

#include "model/data/label_table.h"
#include "model/files/durable_file.h"
#include "model/training/csv_table.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace limn {
namespace {

constexpr double width = 880, height = 520;
// Margins; the legend is at the right.
constexpr double left = 76, right = 250, top = 20, bottom = 56;
constexpr int wantedTicks = 7;
constexpr std::size_t mostPoints = 700; // of a drawn curve: about one a picture column

struct Axis {
    double low = 0, high = 1;
    double from = 0, to = 1; // place in the picture
    bool isLogarithmic = false;

    double place(double value) const
    {
        const double v = isLogarithmic ? std::log10(value) : value;
        return from + (v - low) / (high - low) * (to - from);
    }
};

std::string number(double value, const char* form = "%.6g")
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), form, value);
    return text.data();
}

std::string escaped(const std::string& text)
{
    std::string safe;
    for (const char c : text) {
        switch (c) {
        case '&': safe += "&amp;"; break;
        case '<': safe += "&lt;"; break;
        case '>': safe += "&gt;"; break;
        case '"': safe += "&quot;"; break;
        default: safe += c;
        }
    }
    return safe;
}

std::string colourOf(std::size_t index)
{
    const Colour colour = paletteColour(static_cast<int>(index));
    std::array<char, 8> text{};
    std::snprintf(text.data(), text.size(), "#%02x%02x%02x", colour.red, colour.green, colour.blue);
    return text.data();
}

// 1, 2 or 5 times a power of ten.
double stepFor(double extent)
{
    const double rough = extent / wantedTicks;
    const double power = std::pow(10, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (rough <= factor * power)
            return factor * power;
    return 10 * power;
}

std::vector<double> ticksOf(const Axis& axis)
{
    const double step = axis.isLogarithmic ? std::max(1.0, stepFor(axis.high - axis.low))
                                           : stepFor(axis.high - axis.low);
    std::vector<double> ticks;
    for (double k = std::ceil(axis.low / step - 1e-9); k * step <= axis.high + 1e-9 * step; ++k)
        ticks.push_back(axis.isLogarithmic ? std::pow(10, k * step)
                                           : k * step + 0.0); // no -0
    return ticks;
}

Axis axisOf(const std::vector<Curve>& curves, std::vector<double> Curve::*values,
            bool isLogarithmic)
{
    Axis axis{INFINITY, -INFINITY};
    axis.isLogarithmic = isLogarithmic;
    for (const Curve& curve : curves)
        for (const double value : curve.*values) {
            const double v = isLogarithmic ? std::log10(value) : value;
            axis.low = std::min(axis.low, v);
            axis.high = std::max(axis.high, v);
        }
    if (axis.high - axis.low < 1e-12 * std::max(1.0, std::abs(axis.high))) {
        axis.low -= 0.5;
        axis.high += 0.5;
    }
    return axis;
}

std::string line(double x1, double y1, double x2, double y2, const char* stroke)
{
    return "<line x1=\"" + number(x1) + "\" y1=\"" + number(y1) + "\" x2=\"" + number(x2)
        + "\" y2=\"" + number(y2) + "\" stroke=\"" + stroke + "\"/>\n";
}

std::string text(double x, double y, const char* anchor, const std::string& words,
                 const std::string& more = {})
{
    return "<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" text-anchor=\"" + anchor + "\""
        + more + ">" + escaped(words) + "</text>\n";
}

std::string axesOf(const Axis& x, const Axis& y, const PlotOptions& options)
{
    std::string svg;
    for (const double tick : ticksOf(x)) {
        svg += line(x.place(tick), y.from, x.place(tick), y.to, "#e4e4e4");
        svg += text(x.place(tick), y.from + 18, "middle", number(tick));
    }
    for (const double tick : ticksOf(y)) {
        svg += line(x.from, y.place(tick), x.to, y.place(tick), "#e4e4e4");
        svg += text(x.from - 8, y.place(tick) + 4, "end", number(tick));
    }
    svg += line(x.from, y.from, x.to, y.from, "#404040");
    svg += line(x.from, y.from, x.from, y.to, "#404040");
    svg += text((x.from + x.to) / 2, height - 14, "middle", options.x);
    const double middle = (y.from + y.to) / 2;
    svg += text(18, middle, "middle", options.y,
                " transform=\"rotate(-90 18 " + number(middle) + ")\"");
    return svg;
}

std::string curveOf(const Curve& curve, const Axis& x, const Axis& y, const std::string& colour)
{
    const std::size_t step = std::max<std::size_t>(1, curve.x.size() / mostPoints);
    std::string points;
    for (std::size_t i = 0; i < curve.x.size(); i += step)
        points +=
            number(x.place(curve.x[i]), "%.2f") + "," + number(y.place(curve.y[i]), "%.2f") + " ";
    std::string svg = "<polyline fill=\"none\" stroke-width=\"1.6\" stroke=\"" + colour
        + "\" points=\"" + points + "\"/>\n";
    if (curve.x.size() <= 30) // few enough to be seen one by one
        for (std::size_t i = 0; i < curve.x.size(); ++i)
            svg += "<circle r=\"3\" cx=\"" + number(x.place(curve.x[i])) + "\" cy=\""
                + number(y.place(curve.y[i])) + "\" fill=\"" + colour + "\"/>\n";
    return svg;
}

// "lungs.full.1" of .../lungs.full.1/model.curve.csv, else the file's own name.
std::string nameOf(const std::filesystem::path& file)
{
    const std::string name = file.filename().string();
    if (name == "model.curve.csv" && file.has_parent_path())
        return file.parent_path().filename().string();
    for (const char* const end : {".curve.csv", ".csv"})
        if (name.ends_with(end))
            return name.substr(0, name.size() - std::string(end).size());
    return name;
}

std::vector<double> smoothed(const std::vector<double>& values, int count)
{
    std::vector<double> means;
    double sum = 0;
    const auto reach = static_cast<std::size_t>(std::max(1, count));
    for (std::size_t i = 0; i < values.size(); ++i) {
        sum += values[i] - (i >= reach ? values[i - reach] : 0);
        means.push_back(sum / static_cast<double>(std::min(i + 1, reach)));
    }
    return means;
}

Result<Curve> readCurveOf(const std::filesystem::path& file, const PlotOptions& options)
{
    const auto table = readCsv(file);
    if (!table)
        return std::unexpected(table.error());
    const auto xColumn = columnOf(*table, options.x, file);
    const auto yColumn = columnOf(*table, options.y, file);
    if (!xColumn || !yColumn)
        return std::unexpected(xColumn ? yColumn.error() : xColumn.error());
    Curve curve{nameOf(file), {}, {}};
    for (const auto& row : table->rows) {
        const auto x = csvValue(row[*xColumn], file.filename().string());
        const auto y = csvValue(row[*yColumn], file.filename().string());
        if (!x || !y)
            return std::unexpected(x ? y.error() : x.error());
        if (!std::isfinite(*x) || !std::isfinite(*y) || (options.isLogarithmic && *y <= 0))
            continue;
        curve.x.push_back(*x);
        curve.y.push_back(*y);
    }
    curve.y = smoothed(curve.y, options.smooth);
    return curve;
}

} // namespace

std::string svgOf(const std::vector<Curve>& curves, const PlotOptions& options)
{
    Axis x = axisOf(curves, &Curve::x, false), y = axisOf(curves, &Curve::y, options.isLogarithmic);
    x.from = left;
    x.to = width - right;
    y.from = height - bottom;
    y.to = top;
    std::string svg = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\""
        + number(width) + "\" height=\"" + number(height) + "\" viewBox=\"0 0 " + number(width)
        + " " + number(height)
        + "\" font-family=\"sans-serif\" font-size=\"12\" fill=\"#202020\">\n"
          "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n";
    svg += axesOf(x, y, options);
    for (std::size_t i = 0; i < curves.size(); ++i) {
        svg += curveOf(curves[i], x, y, colourOf(i));
        const double row = top + 12 + 18 * static_cast<double>(i);
        svg += "<rect x=\"" + number(x.to + 16) + "\" y=\"" + number(row - 6)
            + "\" width=\"18\" height=\"4\" fill=\"" + colourOf(i) + "\"/>\n";
        svg += text(x.to + 40, row, "start", curves[i].name);
    }
    return svg + "</svg>\n";
}

Result<void> plot(const PlotOptions& options)
{
    std::vector<Curve> curves;
    for (const auto& file : options.files) {
        auto curve = readCurveOf(file, options);
        if (!curve)
            return std::unexpected(curve.error());
        if (curve->x.empty())
            return fail(ErrorCode::BadData, file.filename().string(),
                        "nothing to draw in column " + options.y);
        curves.push_back(std::move(*curve));
    }
    const std::string svg = svgOf(curves, options);
    return writeDurably(options.output, std::as_bytes(std::span(svg)), IfExists::Replace);
}

} // namespace limn
