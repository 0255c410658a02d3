#include "model/training/mixed_precision.h"

#include <ATen/autocast_mode.h>

namespace limn {
namespace {

// For as long as it lives, on this thread.
class MixedPrecision {
public:
    explicit MixedPrecision(at::Device device)
        : m_device(device.type())
        , m_wasEnabled(at::autocast::is_autocast_enabled(m_device))
    {
        at::autocast::increment_nesting();
        at::autocast::set_autocast_dtype(m_device, at::kBFloat16);
        at::autocast::set_autocast_enabled(m_device, true);
    }
    MixedPrecision(const MixedPrecision&) = delete;
    MixedPrecision& operator=(const MixedPrecision&) = delete;
    ~MixedPrecision()
    {
        at::autocast::set_autocast_enabled(m_device, m_wasEnabled);
        if (at::autocast::decrement_nesting() == 0)
            at::autocast::clear_cache(); // weights that were cast for this pass
    }

private:
    at::DeviceType m_device;
    bool m_wasEnabled;
};

} // namespace

ImageFeatures mixedFeatures(const Network& network, const at::Tensor& pictures, bool isMixed)
{
    if (!isMixed)
        return network.featuresOf(pictures);
    const MixedPrecision mixed(pictures.device());
    ImageFeatures features = network.featuresOf(pictures);
    for (at::Tensor* const one : {&features.fine, &features.pixel, &features.coarse})
        if (one->defined())
            *one = one->to(at::kFloat);
    return features;
}

} // namespace limn
