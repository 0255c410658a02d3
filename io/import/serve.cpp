#include "io/import/serve.h"

#include "io/import/bytes.h"
#include "io/import/descriptor_io.h"
#include "io/import/dicom_headers.h"
#include "io/import/facts_json.h"
#include "io/import/hex.h"
#include "io/import/kept_image.h"
#include "io/import/make_copy.h"
#include "io/import/make_segmentation.h"
#include "io/import/mask_json.h"
#include "io/import/mask_reader.h"
#include "io/import/reader.h"
#include "io/import/thumbnail.h"
#include "model/data/import_wire.h"

#include <array>
#include <cerrno>
#include <new>
#include <optional>
#include <span>
#include <string>

#include <unistd.h>

namespace limn {

namespace {

std::optional<std::string> nextLine(std::string& pending)
{
    while (true) {
        if (const auto end = pending.find('\n'); end != std::string::npos) {
            std::string line = pending.substr(0, end);
            pending.erase(0, end + 1);
            return line;
        }
        if (pending.size() > maximumRequestBytes)
            return std::nullopt;
        std::array<char, 4096> piece;
        const ssize_t got = read(STDIN_FILENO, piece.data(), piece.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return std::nullopt;
        pending.append(piece.data(), static_cast<std::size_t>(got));
    }
}

Wanted wantedOf(const std::string& name)
{
    constexpr std::array<std::pair<const char*, Wanted>, 6> names{{{"values", Wanted::Values},
                                                                   {"stored", Wanted::Stored},
                                                                   {"labels", Wanted::Labels},
                                                                   {"thumbnail", Wanted::Thumbnail},
                                                                   {"preview", Wanted::Preview},
                                                                   {"facts", Wanted::Facts}}};
    for (const auto& [known, wanted] : names)
        if (name == known)
            return wanted;
    return Wanted::Values;
}

std::filesystem::path pathOf(const nlohmann::json& hex)
{
    return fromHex(hex);
}

ReadRequest requestOf(const nlohmann::json& json, KeptImage& kept)
{
    ReadRequest request;
    request.kept = &kept;
    request.path = pathOf(json.at("pathHex"));
    request.frame = json.value("frame", 0);
    request.side = json.value("side", 96);
    request.isSalvage = json.value("salvage", false);
    request.isInFileOrder = json.value("fileOrder", false);
    request.wanted = wantedOf(json.at("wanted").get<std::string>());
    return request;
}

// False when the shared memory is full. What lies there of the last answer is written over: new
// memory would take six times as long.
bool writePixels(const Samples& samples)
{
    if (lseek(pixelDescriptor, 0, SEEK_SET) != 0)
        return false;
    return std::visit(
        [](const auto& values) {
            return writeAll(pixelDescriptor, std::as_bytes(std::span(values)));
        },
        samples);
}

void describe(ReplyHeader& header, const Picture& picture)
{
    constexpr std::array types{SampleType::Float32, SampleType::Int32, SampleType::UInt8};
    header.sample = types[picture.samples.index()];
    header.width = picture.size.width;
    header.height = picture.size.height;
    header.channels = picture.channels;
    header.pixelBytes =
        picture.size.area() * static_cast<std::size_t>(picture.channels) * bytesOf(header.sample);
}

nlohmann::json errorJson(const Error& error)
{
    return {{"error", codeName(error.code)}, {"subject", error.subject}, {"detail", error.detail}};
}

Result<Picture> pictureFor(const ReadRequest& request)
{
    auto picture = readPicture(request);
    if (picture && request.wanted == Wanted::Thumbnail)
        return makeThumbnail(std::move(*picture), request.side);
    return picture;
}

nlohmann::json answer(const ReadRequest& request, ReplyHeader& header)
{
    const auto picture = pictureFor(request);
    if (!picture)
        return errorJson(picture.error());
    auto json = factsJson(*picture);
    if (request.wanted == Wanted::Facts)
        return json;
    if (!writePixels(picture->samples))
        return errorJson(
            {ErrorCode::OutOfMemory, displayName(request.path), "shared memory for the pixels"});
    describe(header, *picture);
    return json;
}

nlohmann::json made(const nlohmann::json& request, ReplyHeader& header)
{
    if (request.at("make") == "source") {
        const auto source = openSource(request);
        return source ? nlohmann::json::object() : errorJson(source.error());
    }
    auto json = nlohmann::json::object();
    const auto size = request.at("make") == "copy" ? makeCopy(request, pixelDescriptor, json)
                                                   : makeSegmentation(request, pixelDescriptor);
    if (!size)
        return errorJson(size.error());
    header.sample = SampleType::File;
    header.pixelBytes = *size;
    return json;
}

nlohmann::json told(const nlohmann::json& request)
{
    const auto json = request.at("tell") == "tags" ? tagFacts(request) : patientFacts(request);
    return json ? *json : errorJson(json.error());
}

// Of a mask the values, a byte each, as a file is given; or what masks the file has.
nlohmann::json maskAnswer(const nlohmann::json& request, ReplyHeader& header)
{
    const auto path = pathOf(request.at("pathHex"));
    if (request.at("mask") == "list") {
        const auto entries = listMasks(path);
        return entries ? nlohmann::json{{"entries", entriesJson(*entries)}}
                       : errorJson(entries.error());
    }
    auto mask = readMask(path, request.value("entry", 0));
    if (!mask)
        return errorJson(mask.error());
    const std::size_t count = mask->values.size();
    if (!writePixels(Samples(std::move(mask->values))))
        return errorJson({ErrorCode::OutOfMemory, displayName(path), "shared memory for the mask"});
    header.sample = SampleType::File;
    header.pixelBytes = count;
    return maskJson(*mask);
}

// Of each file what a list needs of it, or why it is refused.
nlohmann::json headers(const nlohmann::json& paths)
{
    auto files = nlohmann::json::array();
    for (const auto& hex : paths) {
        auto header = dicomHeader(pathOf(hex));
        files.push_back(header ? std::move(*header) : errorJson(header.error()));
    }
    return {{"files", std::move(files)}};
}

nlohmann::json directory(const std::filesystem::path& path)
{
    auto files = directoryFiles(path);
    return files ? nlohmann::json{{"files", std::move(*files)}} : errorJson(files.error());
}

nlohmann::json answerTo(const nlohmann::json& request, ReplyHeader& header, KeptImage& kept)
{
    if (request.contains("make"))
        return made(request, header);
    if (request.contains("mask"))
        return maskAnswer(request, header);
    if (request.contains("headers"))
        return headers(request["headers"]);
    if (request.contains("directoryHex"))
        return directory(pathOf(request["directoryHex"]));
    return request.contains("tell") ? told(request) : answer(requestOf(request, kept), header);
}

} // namespace

int serveRequests()
{
    std::string pending;
    KeptImage kept;
    while (const auto line = nextLine(pending)) {
        ReplyHeader header;
        nlohmann::json json;
        try {
            const auto request = nlohmann::json::parse(*line);
            header.request = request.at("number").get<std::uint64_t>();
            json = answerTo(request, header, kept);
        } catch (const std::bad_alloc&) {
            json = errorJson({ErrorCode::OutOfMemory, {}, "in the import child"});
            header.sample = SampleType::None;
            header.pixelBytes = 0;
        } catch (const std::exception& exception) {
            json = errorJson({ErrorCode::Internal, {}, exception.what()});
            header.sample = SampleType::None;
            header.pixelBytes = 0;
        }
        const std::string text =
            json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
        header.jsonBytes = static_cast<std::uint32_t>(text.size());
        if (!writeAll(STDOUT_FILENO, std::as_bytes(std::span(&header, 1)))
            || !writeAll(STDOUT_FILENO, std::as_bytes(std::span(text))))
            return 1;
    }
    return 0;
}

} // namespace limn
