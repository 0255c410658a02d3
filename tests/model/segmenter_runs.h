// Runs of a segmenter, and the models and pictures that the tests of the chain share.
#pragma once

#include "model/diffusion/dssm_segmenter.h"
#include "model/diffusion/weights.h"

#include <QImage>
#include <QtTest>

#include <cmath>

namespace limn {

inline SlicePtr disc(int width, int height)
{
    auto slice = std::make_shared<Slice>();
    slice->size = {width, height};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            slice->values.push_back(std::hypot(x - width / 2, y - height / 2) < width / 4 ? 200.0F
                                                                                          : 90.0F);
    return slice;
}

// A chest X-ray that comes with the program.
inline SlicePtr chest()
{
    const QImage image(qEnvironmentVariable("LIMN_SOURCE")
                       + QStringLiteral("/resources/samples/normal2-0669-0001.png"));
    auto slice = std::make_shared<Slice>();
    slice->size = {image.width(), image.height()};
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            slice->values.push_back(static_cast<float>(qGray(image.pixel(x, y))));
    return slice;
}

inline std::unique_ptr<DssmSegmenter> lungsModel()
{
    const auto file = std::filesystem::path(qgetenv("LIMN_SOURCE").toStdString())
        / "resources/models/lungs.safetensors";
    auto loaded = loadSegmenter(file, "cpu");
    return loaded ? std::move(*loaded) : nullptr;
}

// A tiny network as it is initialised.
inline std::unique_ptr<DssmSegmenter> madeModel(const std::filesystem::path& folder,
                                                bool isNativeScale = false)
{
    const Metadata card{
        {"limn.card",
         std::string(R"({"title":"Made","channels":1,"trainedSize":64,"classes":["disc"],)")
             + R"("temperature":1.5,"nativeScale":)" + (isNativeScale ? "true" : "false") + "}"}};
    const Model model(namedConfig("tiny", 1, 2).value(), 3, at::kCPU);
    const auto file = folder / (isNativeScale ? "native.safetensors" : "made.safetensors");
    if (!writeModel(file, model, card, Precision::Single))
        return nullptr;
    auto loaded = loadSegmenter(file, "cpu");
    return loaded ? std::move(*loaded) : nullptr;
}

inline std::vector<StepPtr> stepsOf(Segmenter& segmenter, const SegmentRequest& request)
{
    std::vector<StepPtr> steps;
    const auto last =
        segmenter.run(request, {}, [&steps](StepPtr step) { steps.push_back(std::move(step)); });
    return last ? steps : std::vector<StepPtr>{};
}

inline ErrorCode errorOf(Segmenter& segmenter, const SegmentRequest& request)
{
    const auto last = segmenter.run(request, {}, [](const StepPtr&) { });
    return last ? ErrorCode::Internal : last.error().code;
}

inline Evidence marked(Size size, Rect box, Label label)
{
    Evidence evidence{size, std::vector<Label>(size.area(), untouched)};
    for (int y = box.y; y < box.y + box.height; ++y)
        for (int x = box.x; x < box.x + box.width; ++x)
            evidence.classes[static_cast<std::size_t>(y * size.width + x)] = label;
    return evidence;
}

inline std::size_t foreground(const Step& step)
{
    std::size_t count = 0;
    for (const float p : step.posterior.of(1))
        count += p >= 0.5F ? 1U : 0U;
    return count;
}

} // namespace limn
