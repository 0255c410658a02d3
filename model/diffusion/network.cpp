#include "model/diffusion/network.h"

#include "model/diffusion/schedule.h"

#include <cmath>

namespace limn {
namespace {

constexpr int decoderWidth = 64;
constexpr int frequencies = 32;
constexpr double initialContamination = 0.1;

at::Tensor column(const std::vector<double>& values, const at::Tensor& like)
{
    return at::tensor(values, at::kFloat).to(like.device()).view({-1, 1, 1, 1});
}

at::Tensor through(const std::vector<ResidualBlock>& blocks, at::Tensor x,
                   const at::Tensor& time = {})
{
    for (const ResidualBlock& block : blocks)
        x = block(x, time);
    return x;
}

std::vector<ResidualBlock> level(Parameters& parameters, const std::string& name, int count,
                                 int width, int timeWidth = 0)
{
    std::vector<ResidualBlock> blocks;
    for (int i = 0; i < count; ++i)
        blocks.emplace_back(parameters, name + "." + std::to_string(i), width, width, timeWidth);
    return blocks;
}

} // namespace

ImageBranch::ImageBranch(Parameters& p, const NetworkConfig& c)
    : fine(p, "image.fine", c.channels, c.fineWidth, 3)
    , stem(p, "image.stem", 4 * c.channels, c.widths[0], 3)
    , level1(level(p, "image.level1", c.blocks[0], c.widths[0]))
    , level2(level(p, "image.level2", c.blocks[1], c.widths[1]))
    , level3(level(p, "image.level3", c.blocks[2], c.widths[2]))
    , level4(level(p, "image.level4", c.blocks[3], c.widths[3]))
    , down1(p, "image.down1", c.widths[0], c.widths[1], 3, 2)
    , down2(p, "image.down2", c.widths[1], c.widths[2], 3, 2)
    , down3(p, "image.down3", c.widths[2], c.widths[3], 3, 2)
    , attention(p, "image.attention", c.widths[3])
    , up3(p, "image.up3", c.widths[3] + c.widths[2], c.widths[2])
    , up2(p, "image.up2", c.widths[2] + c.widths[1], c.widths[1])
    , up1(p, "image.up1", c.widths[1] + c.widths[0], c.pixelWidth)
{
}

ImageFeatures ImageBranch::operator()(const at::Tensor& image) const
{
    ImageFeatures features;
    features.fine = at::silu(fine(image));
    const at::Tensor e1 = through(level1, stem(channelsLast(at::pixel_unshuffle(image, 2))));
    const at::Tensor e2 = through(level2, down1(e1));
    const at::Tensor e3 = through(level3, down2(e2));
    const at::Tensor e4 = attention(through(level4, down3(e3)));
    const at::Tensor u3 = up3(at::cat({upsampled(e4, 2), e3}, 1));
    features.coarse = up2(at::cat({upsampled(u3, 2), e2}, 1));
    features.pixel = up1(at::cat({upsampled(features.coarse, 2), e1}, 1));
    return features;
}

LabelEncoder::LabelEncoder(Parameters& p, const NetworkConfig& c)
    : conv1(p, "encoder.conv1", c.classes, c.labelWidth, 4, 2)
    , conv2(p, "encoder.conv2", c.labelWidth, c.labelWidth * 3 / 2, 4, 2)
    , conv3(p, "encoder.conv3", c.labelWidth * 3 / 2, c.latent, 3)
{
}

at::Tensor LabelEncoder::operator()(const at::Tensor& probabilities) const
{
    const at::Tensor z =
        conv3(at::silu(conv2(at::silu(conv1(channelsLast(probabilities * 2 - 1))))));
    return at::layer_norm(z.permute({0, 2, 3, 1}), {z.size(1)}, {}, {}, 1e-5).permute({0, 3, 1, 2});
}

LabelDecoder::LabelDecoder(Parameters& p, const NetworkConfig& c)
    : conv1(p, "decoder.conv1", c.latent, decoderWidth, 1)
    , conv2(p, "decoder.conv2", decoderWidth, 16 * c.classes, 1)
{
}

at::Tensor LabelDecoder::operator()(const at::Tensor& latent) const
{
    return at::pixel_shuffle(conv2(at::silu(conv1(latent))), 4);
}

TimeEmbedding::TimeEmbedding(Parameters& p, const NetworkConfig& c)
    : linear1(p, "time.linear1", 2 * frequencies, c.timeWidth)
    , linear2(p, "time.linear2", c.timeWidth, c.timeWidth)
{
}

at::Tensor TimeEmbedding::operator()(const at::Tensor& t) const
{
    const at::Tensor exponents = at::arange(frequencies, t.options()) / (frequencies - 1);
    const at::Tensor angles =
        t.view({-1, 1}) * 1000 * at::exp(exponents * -std::log(10000.0)).view({1, -1});
    return at::silu(linear2(at::silu(linear1(at::cat({angles.sin(), angles.cos()}, 1)))));
}

FusionModule::FusionModule(Parameters& p, const NetworkConfig& c)
    : isTimed(c.fusion != FusionForm::Untimed)
    , mix(p, "fusion.mix", c.widths[1] + c.latent + (c.evidence ? c.classes : 0), c.fusionWidth, 1)
{
    if (c.fusion == FusionForm::NoGuidance)
        unguided.emplace(p, "fusion.unguided", c.latent + (c.evidence ? c.classes : 0),
                         c.fusionWidth, 1);
    if (c.fusion == FusionForm::Concatenation)
        return;
    local.emplace(p, "fusion.local", c.fusionWidth, c.fusionWidth, 3, 1, c.fusionWidth);
    norm.emplace(p, "fusion.norm", c.fusionWidth);
    gate1.emplace(p, "fusion.gate1", c.fusionWidth + (isTimed ? c.timeWidth : 0),
                  c.fusionWidth / 2);
    gate2.emplace(p, "fusion.gate2", c.fusionWidth / 2, c.fusionWidth);
    imagePath.emplace(p, "fusion.image", c.widths[1], c.fusionWidth, 1);
}

Fused FusionModule::operator()(const at::Tensor& coarse, const at::Tensor& noisy,
                               const at::Tensor& evidence, const at::Tensor& time) const
{
    const at::Tensor labels = evidence.defined() ? at::cat({noisy, evidence}, 1) : noisy;
    const at::Tensor mixed = mix(at::cat({coarse, labels}, 1));
    if (!norm)
        return {mixed, mixed};
    at::Tensor u = at::silu(norm(mixed));
    u = u + local(u);
    at::Tensor summary = u.mean({2, 3});
    if (isTimed)
        summary = at::cat({summary, time}, 1);
    const at::Tensor gate =
        at::sigmoid(gate2(at::silu(gate1(summary)))).unsqueeze(-1).unsqueeze(-1);
    const at::Tensor fused = at::addcmul(imagePath(coarse), u, 1 + gate);
    return {fused, unguided ? unguided(labels) : fused};
}

GenerativeModule::GenerativeModule(Parameters& p, const NetworkConfig& c)
    : down(level(p, "generative.down", c.generatorBlocks, c.fusionWidth, c.timeWidth))
    , shrink(p, "generative.shrink", c.fusionWidth, c.bottomWidth, 3, 2)
    , bottom(level(p, "generative.bottom", c.generatorBlocks, c.bottomWidth, c.timeWidth))
    , attention(p, "generative.attention", c.bottomWidth)
    , up(p, "generative.up", c.bottomWidth + c.fusionWidth, c.fusionWidth, c.timeWidth)
    , out(p, "generative.out", c.fusionWidth, c.latent, 1)
{
}

at::Tensor GenerativeModule::operator()(const at::Tensor& fused, const at::Tensor& time) const
{
    const at::Tensor h = through(down, fused, time);
    const at::Tensor deep = attention(through(bottom, shrink(h), time));
    return out(at::silu(up(at::cat({upsampled(deep, 2), h}, 1), time)));
}

SemanticModule::SemanticModule(Parameters& p, const NetworkConfig& c)
    : labelPath(
        c.fusion == FusionForm::NoLabelFeatures
            ? Part<Convolution>()
            : Part<Convolution>(std::in_place, p, "semantic.label", c.fusionWidth, c.pixelWidth, 1))
    , mix(p, "semantic.mix", labelPath ? 2 * c.pixelWidth : c.pixelWidth, c.pixelWidth, 1)
    , block(p, "semantic.block", c.pixelWidth, c.pixelWidth)
    , head(p, "semantic.head", c.pixelWidth, 4 * c.fineWidth, 1)
    , feature(p, "semantic.feature", 2 * c.fineWidth, c.featureWidth, 3)
    , norm(p, "semantic.norm", c.featureWidth)
    , classifier(p, "semantic.classifier", c.featureWidth, c.classes, 1)
{
}

at::Tensor SemanticModule::pixelFeatures(const at::Tensor& fused,
                                         const ImageFeatures& features) const
{
    const at::Tensor seen =
        labelPath ? at::cat({features.pixel, upsampled(labelPath(fused), 2)}, 1) : features.pixel;
    const at::Tensor h = block(mix(seen));
    const at::Tensor full = channelsLast(at::pixel_shuffle(head(at::silu(h)), 2));
    return at::silu(norm(feature(at::cat({full, features.fine}, 1))));
}

Network::Network(const NetworkConfig& networkConfig, std::uint64_t seed, at::Device device)
    : config(networkConfig)
    , parameters(seed, device)
{
    if (config.kind == NetworkKind::UNet) {
        unet.emplace(parameters, config);
        return;
    }
    imageBranch.emplace(parameters, config);
    if (!isDirect(config)) {
        encoder.emplace(parameters, config);
        decoder.emplace(parameters, config);
    }
    timeEmbedding.emplace(parameters, config);
    fusion.emplace(parameters, config);
    if (!isDirect(config))
        generative.emplace(parameters, config);
    if (config.bayes != BayesRule::Generative)
        semantic.emplace(parameters, config);
    if (isDirect(config))
        return;
    trust = parameters.constant("bayes.trust", {timeBins}, std::log(std::expm1(initialTrust)));
    contamination =
        parameters.constant("bayes.contamination", {timeBins},
                            std::log(initialContamination / (1 - initialContamination)));
}

ImageFeatures Network::featuresOf(const at::Tensor& image) const
{
    if (unet)
        return {unet(image), {}, {}};
    return imageBranch(image);
}

Decoded Network::decodeDirectly(const ImageFeatures& features) const
{
    if (unet)
        return {unet->scores(features.fine), {}, {}};
    const at::Tensor& coarse = features.coarse;
    const auto nothing = [&coarse](int channels) {
        return channelsLast(at::zeros({coarse.size(0), channels, coarse.size(2), coarse.size(3)},
                                      coarse.options()));
    };
    const at::Tensor time = timeEmbedding(at::ones({coarse.size(0)}, coarse.options()));
    const Fused fused = fusion(coarse, nothing(config.latent),
                               config.evidence ? nothing(config.classes) : at::Tensor(), time);
    const at::Tensor pixels = semantic->pixelFeatures(fused.forSemantic, features);
    return {semantic->classifier(pixels), {}, pixels};
}

Decoded Network::decode(const ImageFeatures& features, const at::Tensor& noisy,
                        const std::vector<double>& times, const at::Tensor& evidence) const
{
    if (isDirect(config))
        return decodeDirectly(features);
    std::vector<double> scales;
    for (const double t : times)
        scales.push_back(1 / inputDeviation(t, config.inputScale, config.schedule));
    const at::Tensor scaled = channelsLast(noisy * column(scales, noisy));
    at::Tensor strokes = evidence;
    if (config.evidence && !strokes.defined())
        strokes = at::zeros({noisy.size(0), config.classes, noisy.size(2), noisy.size(3)},
                            noisy.options());
    if (strokes.defined())
        strokes = channelsLast(strokes);
    const at::Tensor time = timeEmbedding(at::tensor(times, at::kFloat).to(noisy.device()));
    Fused fused = fusion(features.coarse, scaled, strokes, time);
    const at::Tensor latent = generative(fused.forGenerative, time);
    if (!semantic)
        return {{}, latent, {}};
    if (config.semanticInput == SemanticInput::AfterGenerative)
        fused = fusion(features.coarse, channelsLast(latent), strokes, time);
    const at::Tensor pixels = semantic->pixelFeatures(fused.forSemantic, features);
    return {semantic->classifier(pixels), latent, pixels};
}

at::Tensor Network::latentScores(const at::Tensor& latent) const
{
    LabelDecoder still = *decoder;
    for (Convolution* const layer : {&still.conv1, &still.conv2}) {
        layer->weight = layer->weight.detach();
        layer->bias = layer->bias.detach();
    }
    return still(latent);
}

at::Tensor Network::decodedState(const at::Tensor& noisy, double t) const
{
    return decoder(noisy / inputDeviation(t, config.inputScale, config.schedule));
}

} // namespace limn
