#include "model/diffusion/devices.h"

#include "model/diffusion/translated.h"

#include <ATen/ATen.h>
#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <c10/core/CachingDeviceAllocator.h>
#include <c10/core/impl/DeviceGuardImplInterface.h>

#include <array>
#include <dlfcn.h>
#include <filesystem>

namespace limn {
namespace {

// Why there is no CUDA device; empty when there is one.
std::string openCuda()
{
    if (!dlopen("libcuda.so.1", RTLD_NOW | RTLD_GLOBAL))
        return "no NVIDIA driver";
    Dl_info place{};
    if (dladdr(reinterpret_cast<const void*>(&at::globalContext), &place) == 0)
        return "LibTorch's folder is not known";
    const auto library = std::filesystem::path(place.dli_fname).parent_path() / "libtorch_cuda.so";
    if (!std::filesystem::exists(library))
        return "LibTorch's CUDA part is not installed (./run --gpu fetches it)";
    if (!dlopen(library.c_str(), RTLD_NOW | RTLD_GLOBAL))
        return dlerror();
    if (!at::globalContext().hasCUDA())
        return "the driver names no usable device";
    return {};
}

struct Setup {
    std::string whyNoCuda;
    int cudaDevices = 0;
};

Setup setUp()
{
    Setup result;
    auto& context = at::globalContext();
    context.setAllowTF32CuBLAS(false);
    context.setAllowTF32CuDNN(false);
    context.setDeterministicCuDNN(true);
    context.setBenchmarkCuDNN(false);
    const auto opened = caught([&]() -> Result<void> {
        result.whyNoCuda = openCuda();
        if (result.whyNoCuda.empty()) {
            context.lazyInitDevice(c10::DeviceType::CUDA);
            result.cudaDevices =
                c10::impl::getDeviceGuardImpl(c10::DeviceType::CUDA)->deviceCount();
        }
        return {};
    });
    if (!opened)
        result.whyNoCuda = opened.error().detail;
    return result;
}

const Setup& theSetup()
{
    static const Setup setup = setUp();
    return setup;
}

std::string cudaName(int index)
{
    void* const driver = dlopen("libcuda.so.1", RTLD_NOW);
    using GetName = int (*)(char*, int, int);
    const auto getName =
        driver ? reinterpret_cast<GetName>(dlsym(driver, "cuDeviceGetName")) : nullptr;
    std::array<char, 256> name{};
    if (!getName || getName(name.data(), static_cast<int>(name.size()) - 1, index) != 0)
        return "CUDA device " + std::to_string(index);
    return name.data();
}

std::size_t freeCudaBytes(int index)
{
    std::size_t bytes = 0;
    const auto asked = caught([&]() -> Result<void> {
        bytes = c10::getDeviceAllocator(c10::DeviceType::CUDA)
                    ->getMemoryInfo(static_cast<c10::DeviceIndex>(index))
                    .first;
        return {};
    });
    return asked ? bytes : 0;
}

} // namespace

std::vector<DeviceInfo> devices()
{
    const int cudaDevices = theSetup().cudaDevices;
    std::vector<DeviceInfo> all{
        {"cpu", "CPU, " + std::to_string(at::get_num_threads()) + " threads", 0}};
    for (int i = 0; i < cudaDevices; ++i)
        all.push_back({"cuda:" + std::to_string(i), cudaName(i), freeCudaBytes(i)});
    return all;
}

Result<c10::Device> deviceNamed(const std::string& name)
{
    const Setup& setup = theSetup();
    if (name == "cpu")
        return c10::Device(c10::DeviceType::CPU);
    const std::string full = name == "cuda" ? "cuda:0" : name;
    for (int i = 0; i < setup.cudaDevices; ++i)
        if (full == "cuda:" + std::to_string(i))
            return c10::Device(c10::DeviceType::CUDA, static_cast<c10::DeviceIndex>(i));
    return fail(ErrorCode::DeviceMissing, name,
                setup.whyNoCuda.empty() ? "no device of this name" : setup.whyNoCuda);
}

} // namespace limn
