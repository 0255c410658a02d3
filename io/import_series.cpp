// The part of the import client that opens series.
#include "io/import_client.h"
#include "io/import_json.h"
#include "io/import_pixels.h"
#include "model/files/sha256.h"

#include <algorithm>
#include <cctype>

namespace limn {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t headersAtOnce = 32;

bool isSameName(const std::string& a, const std::string& b)
{
    return std::ranges::equal(a, b, [](unsigned char x, unsigned char y) {
        return std::tolower(x) == std::tolower(y);
    });
}

// The entry of the folder, whatever the case of its letters: discs are mounted in either. Empty
// when there is none.
fs::path entryOf(const fs::path& folder, const std::string& name)
{
    const bool isPlain = !name.empty() && name != "." && name != ".."
        && name.find_first_of("/\\") == std::string::npos;
    if (!isPlain)
        return {};
    std::error_code error;
    if (fs::path exact = folder / name; fs::exists(exact, error))
        return exact;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
        if (isSameName(it->path().filename().string(), name))
            return it->path();
    return {};
}

// What the first file said, for all slices.
void makeStack(Volume& volume, const Stack& stack, int read)
{
    SlicePtr slice = firstRead(volume);
    volume.slices.assign(static_cast<std::size_t>(stack.sliceCount()), nullptr);
    volume.slices[static_cast<std::size_t>(read)] = std::move(slice);
    volume.timesMs = stack.timesMs;
    volume.stackSlices = stack.stackSlices;
    volume.findings = stack.findings;
    volume.geometry.sliceOriginsMm = stack.sliceOriginsMm;
    volume.source.files = stack.files;
    volume.source.frames = stack.frames;
    volume.source.instanceUid = stack.instanceUid;
    if (!stack.identity.empty())
        volume.source.contentHash = sha256(std::as_bytes(std::span(stack.identity)));
}

} // namespace

Result<VolumePtr> ImportClient::open(const ImageFiles& image, std::stop_token stop)
{
    if (!image.stack)
        return open(image.path, std::move(stop));
    const Stack& stack = *image.stack;
    const int middle = stack.middle();
    const SliceSource source = stack.at(middle);
    auto volume = openFrame(source, stack.identity.empty(), stop);
    if (volume)
        makeStack(**volume, stack, middle);
    return volume;
}

Result<std::vector<FileHeader>> ImportClient::readHeaders(std::span<const fs::path> files,
                                                          std::stop_token stop)
{
    std::vector<FileHeader> headers;
    while (headers.size() < files.size()) {
        const auto some = files.subspan(headers.size()).first(
            std::min(headersAtOnce, files.size() - headers.size()));
        auto read = readSomeHeaders(some, stop);
        if (!read)
            return read;
        headers.insert(headers.end(), std::make_move_iterator(read->begin()),
                       std::make_move_iterator(read->end()));
    }
    return headers;
}

// A child that breaks down over some files is asked for one at a time.
Result<std::vector<FileHeader>> ImportClient::readSomeHeaders(std::span<const fs::path> files,
                                                              const std::stop_token& stop)
{
    auto headers = guarded(files.front(), [&]() -> Result<std::vector<FileHeader>> {
        nlohmann::json request{{"headers", nlohmann::json::array()}};
        for (const auto& file : files)
            request["headers"].push_back(absoluteHex(file));
        const auto reply = askFor(m_child, files.front(), std::move(request), stop);
        if (!reply)
            return std::unexpected(reply.error());
        std::vector<FileHeader> read;
        for (std::size_t k = 0; k < files.size(); ++k)
            read.push_back(fileHeaderOf(reply->json.at("files").at(k), files[k]));
        return read;
    });
    if (headers || headers.error().code == ErrorCode::Cancelled
        || headers.error().code == ErrorCode::Internal)
        return headers;
    if (files.size() == 1) {
        FileHeader refused;
        refused.file = files.front();
        return std::vector{std::move(refused)};
    }
    std::vector<FileHeader> all;
    for (std::size_t k = 0; k < files.size(); ++k) {
        auto one = readSomeHeaders(files.subspan(k, 1), stop);
        if (!one)
            return one;
        all.push_back(std::move(one->front()));
    }
    return all;
}

Result<std::vector<fs::path>> ImportClient::readDirectory(const fs::path& directory,
                                                          std::stop_token stop)
{
    return guarded(directory, [&]() -> Result<std::vector<fs::path>> {
        const auto reply =
            askFor(m_child, directory, {{"directoryHex", absoluteHex(directory)}}, stop);
        if (!reply)
            return std::unexpected(reply.error());
        std::vector<fs::path> files;
        for (const auto& names : reply->json.at("files")) {
            fs::path file = directory.parent_path();
            for (const std::string name : names)
                file = file.empty() ? file : entryOf(file, name);
            std::error_code error;
            if (!file.empty() && fs::is_regular_file(file, error))
                files.push_back(std::move(file));
        }
        return files;
    });
}

} // namespace limn
