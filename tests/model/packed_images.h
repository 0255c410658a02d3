// Packed sets for the tests of training, as `limn pack` writes them.
#pragma once

#include "model/files/safetensors.h"

#include <ATen/ATen.h>

#include <QDir>
#include <QImage>

#include <array>

namespace limn {

inline at::Tensor tensorOf(const QImage& image)
{
    at::Tensor tensor = at::empty({image.height(), image.width()}, at::kByte);
    for (int y = 0; y < image.height(); ++y)
        std::copy_n(image.constScanLine(y), image.width(), tensor[y].data_ptr<std::uint8_t>());
    return tensor;
}

// Packs pictures and masks (bytes); image0 of patient0, image1 of patient1, ...
inline Result<void> pack(const std::filesystem::path& path,
                         const std::vector<std::array<at::Tensor, 2>>& images,
                         const std::string& classes, const std::string& input = {})
{
    std::map<std::string, TensorView> tensors;
    std::vector<at::Tensor> kept;
    std::string facts;
    for (std::size_t i = 0; i < images.size(); ++i) {
        const std::string id = "image" + std::to_string(i);
        for (const auto& [name, tensor] :
             {std::pair("image/", images[i][0]), {"mask/", images[i][1]}}) {
            kept.push_back(tensor.contiguous());
            tensors[name + id] = {
                TensorType::U8, kept.back().sizes().vec(),
                std::span(static_cast<const std::byte*>(kept.back().const_data_ptr()),
                          kept.back().nbytes())};
        }
        facts += (i > 0 ? "," : "") + ("\"" + id) + "\":{\"case\":\"patient" + std::to_string(i)
            + "\",\"spacingMm\":null}";
    }
    const std::string kind = input.empty() ? "" : "\"input\":\"" + input + "\",";
    return writeSafetensors(
        path, tensors,
        {{"limn.pack",
          "{\"version\":1," + kind + "\"classes\":" + classes + ",\"images\":{" + facts + "}}"}},
        IfExists::Replace);
}

// Every `step`-th chest X-ray of shared/data, `side` px wide and high (0: as it is), with its mask;
// empty where the data are not there.
inline std::vector<std::array<at::Tensor, 2>> lungImages(int count, int step, int side)
{
    const QDir data(qEnvironmentVariable("LIMN_SOURCE") + "/../shared/data/cxr_lungs");
    const QStringList names =
        QDir(data.filePath("images")).entryList({"*.png"}, QDir::Files, QDir::Name);
    std::vector<std::array<at::Tensor, 2>> pairs;
    for (qsizetype i = 0; i < count && i * step < names.size(); ++i) {
        QImage picture(data.filePath("images/" + names[i * step]));
        QImage mask(data.filePath("masks/" + names[i * step]));
        if (side > 0) {
            picture = picture.scaled(side, side, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                          .convertToFormat(QImage::Format_Grayscale8);
            mask = mask.scaled(side, side); // nearest: labels stay labels
        }
        pairs.push_back({tensorOf(picture).unsqueeze(2), tensorOf(mask)});
    }
    return pairs;
}

} // namespace limn
