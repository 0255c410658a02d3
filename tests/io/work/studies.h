// Small studies for the tests of the work file.
#pragma once

#include "io/work/kept_image.h"
#include "model/data/label_edit.h"

#include <QTest>

#include <random>

namespace limn {

inline ImageKey keyOf(const std::string& path, Size size = {40, 30}, int sliceCount = 2)
{
    return {path, "hash of " + path, size, sliceCount};
}

inline int upTo(std::mt19937& random, int most)
{
    return std::uniform_int_distribution(0, most)(random);
}

// A box of random bytes somewhere in the image.
inline Stroke randomStroke(std::mt19937& random, const ImageKey& key)
{
    Stroke stroke;
    stroke.slice = upTo(random, key.sliceCount - 1);
    stroke.box.x = upTo(random, key.size.width - 1);
    stroke.box.y = upTo(random, key.size.height - 1);
    stroke.box.width = 1 + upTo(random, key.size.width - 1 - stroke.box.x);
    stroke.box.height = 1 + upTo(random, key.size.height - 1 - stroke.box.y);
    for (std::size_t i = 0; i < stroke.box.area(); ++i)
        stroke.bytes.push_back(static_cast<Label>(upTo(random, 255)));
    return stroke;
}

// Puts the stroke into the layer and returns the stroke that takes it back.
inline Stroke applied(const Stroke& stroke, HumanLayer& layer)
{
    LabelEdit edit(stroke.slice, stroke.box, stroke.bytes);
    edit.swap(layer);
    return {stroke.slice, stroke.box, {edit.bytes().begin(), edit.bytes().end()}, EditKind::Undo};
}

inline std::shared_ptr<const ProbabilityMap> randomMap(std::mt19937& random, Size size, int classes)
{
    ProbabilityMap map{size, classes,
                       std::vector<float>(size.area() * static_cast<std::size_t>(classes))};
    for (float& value : map.values)
        value = std::uniform_real_distribution(0.0F, 1.0F)(random);
    return std::make_shared<const ProbabilityMap>(std::move(map));
}

} // namespace limn
