// The grid on which the network sees a picture: the picture stretched to the side that the model
// was trained on; or, of a model trained at native scale, the picture as it is, padded to a
// multiple of 16, above 1024 x 1024 in tiles.
#pragma once

#include "model/data/model_card.h"
#include "model/data/size.h"

#include <ATen/ATen.h>

#include <vector>

namespace limn {

struct PictureGrid {
    Size picture;
    Size maps; // of the maps that come out: the trained square, or the picture's size
    Size padded; // `maps` to multiples of 16, to the right and below
    std::vector<Rect> windows; // of `padded`: the whole, or tiles that overlap by a quarter or more

    bool isTiled() const { return windows.size() > 1; }
};

PictureGrid gridOf(const ModelCard& card, Size picture);

// B x C x `maps` to B x C x `padded`, reflected; a side too short for that repeats its edge.
at::Tensor padded(const at::Tensor& maps, const PictureGrid& grid);

// The part of a padded map or of its latent (`cell` pixels a cell) that lies in a window.
at::Tensor within(const at::Tensor& map, Rect window, int cell = 1);

// Maps of all windows joined to one of the size `maps`, weighted by Hann windows. Logarithms of
// probabilities are to be normalised again by the caller where there are tiles.
at::Tensor joined(const std::vector<at::Tensor>& maps, const PictureGrid& grid);

} // namespace limn
