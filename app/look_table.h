// What limn look-next prints and writes.
#pragma once

#include "app/look_study.h"

#include <string>
#include <vector>

namespace limn {

// The places of one slice of an image.
struct ListedPlaces {
    std::string id;
    int slice = 0;
    LookNext look;
};

// CSV with a line of names. One line a place, the most doubtful image first; an image without
// places has a line of its own without one.
std::string csvOf(const std::vector<ListedPlaces>& images);
// One line an image.
std::string csvOf(const std::vector<LookStudy>& studies);

// Means over the images with 95 % bootstrap intervals, and the rank correlations.
std::string summaryOf(const std::vector<LookStudy>& studies);

} // namespace limn
