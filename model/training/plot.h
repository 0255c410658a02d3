// `limn-train plot`: columns of CSV files as curves in an SVG picture.
#pragma once

#include "model/data/error.h"

#include <filesystem>
#include <string>
#include <vector>

namespace limn {

struct Curve {
    std::string name; // in the legend
    std::vector<double> x, y;
};

struct PlotOptions {
    std::vector<std::filesystem::path> files;
    std::filesystem::path output;
    std::string x = "iteration", y = "loss"; // columns; rows in which one is empty are left out
    int smooth = 25; // mean over so many rows before
    bool isLogarithmic = false; // the y axis
};

// A picture of 880 x 520 with axes, ticks and a legend. `curves` hold something to draw.
std::string svgOf(const std::vector<Curve>& curves, const PlotOptions& options);

// Errors: those of readCsv and writing, BadData (no such column, no number in a cell, nothing to
// draw).
Result<void> plot(const PlotOptions& options);

} // namespace limn
