#include "app/inputs.h"

#include "app/image_list.h"
#include "app/output_stems.h"
#include "app/paths.h"
#include "io/work/folder.h"
#include "model/files/model_card_reader.h"
#include "model/segmenter_plugin.h"

namespace limn {

namespace fs = std::filesystem;

Result<std::vector<InputImage>> inputImages(const std::vector<std::string>& paths)
{
    ImportClient client(importProgram());
    std::vector<ImageFiles> images;
    for (const fs::path path : paths) {
        std::error_code error;
        const bool isMany = fs::is_directory(path, error) || isDicomDirectory(path);
        const auto some =
            isMany ? imagesIn(path, client, {}) : imagesOfFiles({path}, client, {});
        if (!some)
            return std::unexpected(some.error());
        images.insert(images.end(), some->begin(), some->end());
    }
    std::vector<fs::path> names;
    for (const ImageFiles& image : images)
        names.push_back(image.path);
    const auto stems = outputStems(names);
    std::vector<InputImage> inputs;
    for (std::size_t i = 0; i < images.size(); ++i)
        inputs.push_back({images[i].path, stems[i], images[i].stack});
    return inputs;
}

Result<fs::path> weightsOf(const std::string& name)
{
    if (fs::exists(name) && fs::path(name).extension() == ".safetensors")
        return fs::path(name);
    for (const auto& folder : modelFolders())
        if (const fs::path file = folder / (name + ".safetensors"); fs::exists(file))
            return file;
    std::string known;
    for (const ModelCard& card : modelsIn(modelFolders()))
        known += (known.empty() ? "" : ", ") + card.name;
    return fail(ErrorCode::ModelNotFound, name, known.empty() ? "" : "there are " + known);
}

Result<OpenedModel> openModel(const fs::path& weights, const std::string& device)
{
    auto module = openSegmenterPlugin(diffusionModule());
    if (!module)
        return std::unexpected(module.error());
    auto segmenter = (*module)->load(weights, device);
    if (!segmenter)
        return std::unexpected(segmenter.error());
    return OpenedModel{std::move(*module), std::move(*segmenter)};
}

} // namespace limn
