#include "model/data/label_layers.h"

namespace limn {
namespace {

template <typename Stack>
Stack filled(Size size, int sliceCount, Label value)
{
    Stack stack;
    stack.size = size;
    stack.sliceCount = sliceCount;
    stack.values.assign(size.area() * static_cast<std::size_t>(sliceCount), value);
    return stack;
}

} // namespace

std::span<const Label> LabelStack::slice(int index) const
{
    return std::span(values).subspan(static_cast<std::size_t>(index) * size.area(), size.area());
}

std::span<Label> LabelStack::slice(int index)
{
    return std::span(values).subspan(static_cast<std::size_t>(index) * size.area(), size.area());
}

Label LabelStack::at(int slice, int x, int y) const
{
    return this->slice(slice)[static_cast<std::size_t>(y) * static_cast<std::size_t>(size.width)
                              + static_cast<std::size_t>(x)];
}

HumanLayer untouchedLayer(Size size, int sliceCount)
{
    return filled<HumanLayer>(size, sliceCount, untouched);
}

LabelMap emptyLabelMap(Size size, int sliceCount)
{
    return filled<LabelMap>(size, sliceCount, background);
}

} // namespace limn
