// Which devices there are; LibTorch's CUDA part is opened at run time, where a driver is.
#pragma once

#include "model/segmenter.h"

#include <c10/core/Device.h>

namespace limn {

// "cpu" first. The first call opens CUDA's part when there is a driver (seconds), and sets LibTorch
// up: full precision on every device, one thread a core. Call it, or deviceNamed, before any other
// work.
std::vector<DeviceInfo> devices();

// "cpu", "cuda" (= "cuda:0") or "cuda:N"; DeviceMissing with the reason.
Result<c10::Device> deviceNamed(const std::string& name);

} // namespace limn
