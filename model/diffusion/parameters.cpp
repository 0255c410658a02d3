#include "model/diffusion/parameters.h"

#include <ATen/CPUGeneratorImpl.h>

namespace limn {

at::Generator generator(std::uint64_t seed)
{
    return at::detail::createCPUGenerator(seed);
}

std::uint64_t mixed(std::uint64_t seed, std::uint64_t stream)
{
    std::uint64_t x = seed + 0x9E3779B97F4A7C15ULL * (stream + 1);
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ULL;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBULL;
    return x ^ (x >> 31);
}

Parameters::Parameters(std::uint64_t seed, at::Device device)
    : m_generator(generator(seed))
    , m_device(device)
{
}

at::Tensor Parameters::uniform(const std::string& name, at::IntArrayRef shape, double bound)
{
    const at::Tensor tensor = at::empty(shape, at::kFloat).uniform_(-bound, bound, m_generator);
    m_list.emplace_back(name, tensor.to(m_device));
    return m_list.back().second;
}

at::Tensor Parameters::constant(const std::string& name, at::IntArrayRef shape, double value)
{
    m_list.emplace_back(name,
                        at::full(shape, value, at::TensorOptions(at::kFloat).device(m_device)));
    return m_list.back().second;
}

} // namespace limn
