#include "model/diffusion/weights.h"

namespace limn {
namespace {

constexpr const char* formatVersion = "1";

std::optional<at::ScalarType> floatType(TensorType type)
{
    if (type == TensorType::F32)
        return at::kFloat;
    if (type == TensorType::F16)
        return at::kHalf;
    return {};
}

std::unexpected<Error> damaged(const std::string& detail)
{
    return fail(ErrorCode::ModelDamaged, "", detail);
}

Result<void> fillOne(const std::string& name, const at::Tensor& target, const TensorView& view)
{
    const auto type = floatType(view.type);
    if (!type)
        return damaged(name + " is not of floating point");
    if (target.sizes() != at::IntArrayRef(view.shape))
        return damaged(name + " has another shape than the configuration asks for");
    // A copy: the mapped file may not be aligned, and goes away.
    at::Tensor values = at::empty(view.shape, at::TensorOptions(*type));
    std::copy(view.bytes.begin(), view.bytes.end(), static_cast<std::byte*>(values.data_ptr()));
    values = values.to(at::kFloat);
    if (!at::isfinite(values).all().item<bool>())
        return damaged(name + " holds a value that is not finite");
    target.copy_(values);
    return {};
}

Result<std::unique_ptr<Model>> readModel(const std::filesystem::path& path, at::Device device)
{
    auto file = openSafetensors(path);
    if (!file)
        return std::unexpected(file.error());
    if (file->metadata["limn.format"] != formatVersion)
        return damaged("not a model of this version of Limn");
    const auto config = configFromJson(file->metadata["limn.config"]);
    if (!config)
        return std::unexpected(config.error());
    auto model = std::make_unique<Model>(*config, 0, device);
    const NamedTensors targets = model->tensors();
    if (targets.size() != file->tensors.size())
        return damaged(std::to_string(file->tensors.size())
                       + " tensors, the configuration asks for " + std::to_string(targets.size()));
    if (auto filled = fillTensors(targets, *file); !filled)
        return std::unexpected(filled.error());
    const LatentMixture& mixture = (*model).mixture;
    if ((mixture.variance <= 0).any().item<bool>() || (mixture.share <= 0).any().item<bool>())
        return damaged("a mixture with a variance or share that is not positive");
    return model;
}

} // namespace

Result<void> writeTensors(const std::filesystem::path& path, const NamedTensors& tensors,
                          const Metadata& metadata)
{
    std::vector<at::Tensor> kept; // until the file is written
    std::map<std::string, TensorView> views;
    for (const auto& [name, tensor] : tensors) {
        const auto type = tensor.scalar_type() == at::kHalf ? TensorType::F16 : TensorType::F32;
        kept.push_back(tensor.detach().cpu().contiguous());
        const at::Tensor& t = kept.back();
        views[name] = {type, t.sizes().vec(),
                       std::span(static_cast<const std::byte*>(t.const_data_ptr()), t.nbytes())};
    }
    return writeSafetensors(path, views, metadata, IfExists::Replace);
}

Result<void> writeModel(const std::filesystem::path& path, const Model& model, Metadata metadata,
                        Precision precision)
{
    NamedTensors tensors = model.tensors();
    if (precision == Precision::Half)
        for (std::size_t i = 0; i < model.network.parameters.list().size(); ++i)
            tensors[i].second = tensors[i].second.detach().to(at::kHalf);
    metadata["limn.format"] = formatVersion;
    metadata["limn.config"] = toJson(model.network.config);
    return writeTensors(path, tensors, metadata);
}

Result<void> fillTensors(const NamedTensors& targets, const Safetensors& file)
{
    const at::NoGradGuard noGradient;
    for (const auto& [name, target] : targets) {
        const auto found = file.tensors.find(name);
        if (found == file.tensors.end())
            return damaged(name + " is missing");
        if (auto filled = fillOne(name, target, found->second); !filled)
            return filled;
    }
    return {};
}

Result<std::unique_ptr<Model>> loadModel(const std::filesystem::path& path, at::Device device)
{
    auto model = readModel(path, device);
    if (!model)
        model.error().subject = path.filename().string();
    return model;
}

} // namespace limn
