#include "model/diffusion/unet.h"

namespace limn {

UNet::Stage::Stage(Parameters& p, const std::string& name, int from, int to)
    : conv1(p, name + ".conv1", from, to, 3)
    , norm1(p, name + ".norm1", to)
    , conv2(p, name + ".conv2", to, to, 3)
    , norm2(p, name + ".norm2", to)
{
}

at::Tensor UNet::Stage::operator()(const at::Tensor& x) const
{
    return at::silu(norm2(conv2(at::silu(norm1(conv1(x))))));
}

UNet::UNet(Parameters& p, const NetworkConfig& c)
    : classifier(p, "unet.classifier", c.fineWidth, c.classes, 1)
{
    std::vector<int> widths{c.fineWidth};
    widths.insert(widths.end(), c.widths.begin(), c.widths.end());
    for (std::size_t i = 0; i < widths.size(); ++i)
        down.emplace_back(p, "unet.down" + std::to_string(i), i == 0 ? c.channels : widths[i - 1],
                          widths[i]);
    for (std::size_t i = widths.size() - 1; i > 0; --i) {
        const std::string level = std::to_string(i - 1);
        narrow.emplace_back(p, "unet.narrow" + level, widths[i], widths[i - 1], 1);
        up.emplace_back(p, "unet.up" + level, 2 * widths[i - 1], widths[i - 1]);
    }
}

at::Tensor UNet::operator()(const at::Tensor& image) const
{
    std::vector<at::Tensor> skips;
    at::Tensor x = image;
    for (const Stage& stage : down) {
        if (!skips.empty())
            x = at::max_pool2d(x, {2, 2});
        x = stage(x);
        skips.push_back(x);
    }
    for (std::size_t i = 0; i < up.size(); ++i)
        x = up[i](at::cat({upsampled(narrow[i](x), 2), skips[skips.size() - 2 - i]}, 1));
    return x;
}

at::Tensor UNet::scores(const at::Tensor& features) const
{
    return classifier(features);
}

} // namespace limn
