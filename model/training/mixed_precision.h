// bfloat16 where LibTorch finds it safe (convolutions, matrix products), float32 elsewhere.
#pragma once

#include <ATen/autocast_mode.h>

namespace limn {

// For as long as it lives, on this thread; does nothing where it is not wanted.
class MixedPrecision {
public:
    MixedPrecision(bool isWanted, at::Device device)
        : m_device(device.type())
        , m_isWanted(isWanted)
        , m_wasEnabled(at::autocast::is_autocast_enabled(m_device))
    {
        if (!m_isWanted)
            return;
        at::autocast::increment_nesting();
        at::autocast::set_autocast_dtype(m_device, at::kBFloat16);
        at::autocast::set_autocast_enabled(m_device, true);
    }
    MixedPrecision(const MixedPrecision&) = delete;
    MixedPrecision& operator=(const MixedPrecision&) = delete;
    ~MixedPrecision()
    {
        if (!m_isWanted)
            return;
        at::autocast::set_autocast_enabled(m_device, m_wasEnabled);
        if (at::autocast::decrement_nesting() == 0)
            at::autocast::clear_cache(); // weights that were cast for this pass
    }

private:
    at::DeviceType m_device;
    bool m_isWanted, m_wasEnabled;
};

} // namespace limn
