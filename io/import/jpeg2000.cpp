#include "io/import/jpeg2000.h"

#include <openjpeg.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <string>

namespace limn {

namespace {

using Codec = std::unique_ptr<opj_codec_t, decltype(&opj_destroy_codec)>;
using Stream = std::unique_ptr<opj_stream_t, decltype(&opj_stream_destroy)>;
using Image = std::unique_ptr<opj_image_t, decltype(&opj_image_destroy)>;

// What OpenJPEG reads from.
struct Source {
    Bytes bytes;
    std::size_t place = 0;
};

OPJ_SIZE_T readSome(void* to, OPJ_SIZE_T count, void* user)
{
    auto& source = *static_cast<Source*>(user);
    const std::size_t left = source.bytes.size() - source.place;
    if (left == 0)
        return static_cast<OPJ_SIZE_T>(-1);
    const std::size_t taken = std::min<std::size_t>(count, left);
    std::memcpy(to, source.bytes.data() + source.place, taken);
    source.place += taken;
    return taken;
}

OPJ_OFF_T skipSome(OPJ_OFF_T count, void* user)
{
    auto& source = *static_cast<Source*>(user);
    if (count < 0)
        return -1;
    const auto left = static_cast<OPJ_OFF_T>(source.bytes.size() - source.place);
    const OPJ_OFF_T taken = std::min(count, left);
    source.place += static_cast<std::size_t>(taken);
    return taken > 0 || count == 0 ? taken : -1;
}

OPJ_BOOL seekTo(OPJ_OFF_T place, void* user)
{
    auto& source = *static_cast<Source*>(user);
    if (place < 0 || static_cast<std::size_t>(place) > source.bytes.size())
        return OPJ_FALSE;
    source.place = static_cast<std::size_t>(place);
    return OPJ_TRUE;
}

Stream streamOf(Source& source)
{
    Stream stream(opj_stream_default_create(OPJ_TRUE), &opj_stream_destroy);
    if (!stream)
        return stream;
    opj_stream_set_read_function(stream.get(), readSome);
    opj_stream_set_skip_function(stream.get(), skipSome);
    opj_stream_set_seek_function(stream.get(), seekTo);
    opj_stream_set_user_data(stream.get(), &source, nullptr);
    opj_stream_set_user_data_length(stream.get(), source.bytes.size());
    return stream;
}

void keepFirst(const char* message, void* user)
{
    auto& words = *static_cast<std::string*>(user);
    if (words.empty())
        words = message;
    while (!words.empty() && words.back() == '\n')
        words.pop_back();
}

void keepNothing(const char*, void*) { }

std::unexpected<Error> damaged(const std::string& detail)
{
    return fail(ErrorCode::Damaged, {}, detail);
}

// The header's components, before a pixel is decoded.
Result<void> checkHeader(const opj_image_t& image, Size size, int components)
{
    if (image.numcomps != static_cast<OPJ_UINT32>(components))
        return damaged("the compressed frame has " + std::to_string(image.numcomps)
                       + " samples a pixel, the data set says " + std::to_string(components));
    const opj_image_comp_t& first = image.comps[0];
    for (OPJ_UINT32 i = 0; i < image.numcomps; ++i) {
        const opj_image_comp_t& one = image.comps[i];
        if (one.w != first.w || one.h != first.h || one.prec != first.prec
            || one.sgnd != first.sgnd)
            return fail(ErrorCode::UnsupportedFormat, {},
                        "JPEG 2000 whose components differ in size or depth");
    }
    if (first.w != static_cast<OPJ_UINT32>(size.width)
        || first.h != static_cast<OPJ_UINT32>(size.height))
        return damaged("the compressed frame is " + std::to_string(first.w) + " x "
                       + std::to_string(first.h) + ", the data set says "
                       + std::to_string(size.width) + " x " + std::to_string(size.height));
    if (first.prec < 1 || first.prec > 31)
        return damaged("samples of " + std::to_string(first.prec) + " bits");
    return {};
}

// A default of the whole codestream; a tile may still say otherwise.
bool isTransformed(opj_codec_t* codec)
{
    opj_codestream_info_v2_t* info = opj_get_cstr_info(codec);
    const bool isOn = info != nullptr && info->m_default_tile_info.mct == 1;
    if (info != nullptr)
        opj_destroy_cstr_info(&info);
    return isOn;
}

std::vector<std::int32_t> interleaved(const opj_image_t& image, Size size)
{
    const std::size_t count = image.numcomps;
    std::vector<std::int32_t> samples(size.area() * count);
    for (std::size_t component = 0; component < count; ++component) {
        const OPJ_INT32* values = image.comps[component].data;
        for (std::size_t i = 0; i < size.area(); ++i)
            samples[i * count + component] = values[i];
    }
    return samples;
}

} // namespace

Result<Jpeg2000Picture> readJpeg2000(Bytes bytes, Size size, int components)
{
    using namespace std::string_view_literals;
    const bool isBoxed = startsWith(bytes, "\0\0\0\x0cjP  "sv, 0);
    Source source{bytes, 0};
    std::string words; // OpenJPEG's first complaint
    const Codec codec(opj_create_decompress(isBoxed ? OPJ_CODEC_JP2 : OPJ_CODEC_J2K),
                      &opj_destroy_codec);
    const Stream stream = streamOf(source);
    if (!codec || !stream)
        return fail(ErrorCode::OutOfMemory, {});
    opj_set_error_handler(codec.get(), keepFirst, &words);
    opj_set_warning_handler(codec.get(), keepNothing, nullptr);
    opj_set_info_handler(codec.get(), keepNothing, nullptr);
    opj_dparameters_t parameters;
    opj_set_default_decoder_parameters(&parameters);
    opj_image_t* read = nullptr;
    if (!opj_setup_decoder(codec.get(), &parameters)
        || !opj_read_header(stream.get(), codec.get(), &read))
        return damaged(words.empty() ? "no JPEG 2000 header" : words);
    const Image image(read, &opj_image_destroy);
    if (auto sound = checkHeader(*image, size, components); !sound)
        return std::unexpected(sound.error());
    if (!opj_decode(codec.get(), stream.get(), image.get()))
        return damaged(words.empty() ? "the JPEG 2000 data is broken" : words);
    for (OPJ_UINT32 i = 0; i < image->numcomps; ++i)
        if (image->comps[i].data == nullptr || image->comps[i].w != image->comps[0].w
            || image->comps[i].h != image->comps[0].h)
            return damaged("the JPEG 2000 data ends early");
    if (auto sound = checkHeader(*image, size, components); !sound)
        return std::unexpected(sound.error());
    return Jpeg2000Picture{static_cast<int>(image->comps[0].prec), image->comps[0].sgnd != 0,
                           isTransformed(codec.get()), interleaved(*image, size)};
}

} // namespace limn
