// The trainable tensors of a network, by name and in order of creation.
#pragma once

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace limn {

using NamedTensors = std::vector<std::pair<std::string, at::Tensor>>;

at::Generator
generator(std::uint64_t seed); // on the CPU, so that every device gets the same numbers

// A number from several: seeds of independent streams (splitmix64).
std::uint64_t mixed(std::uint64_t seed, std::uint64_t stream);

class Parameters {
public:
    // Initial values are drawn on the CPU from `seed` and then moved to `device`.
    Parameters(std::uint64_t seed, at::Device device);

    at::Tensor uniform(const std::string& name, at::IntArrayRef shape, double bound);
    at::Tensor constant(const std::string& name, at::IntArrayRef shape, double value);
    const NamedTensors& list() const { return m_list; }

private:
    at::Generator m_generator;
    at::Device m_device;
    NamedTensors m_list;
};

} // namespace limn
