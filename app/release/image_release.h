// One image of a release: its copy, its masks, its record.
#pragma once

#include "app/release/release_order.h"
#include "io/release/manifest.h"
#include "io/release/release_key.h"
#include "io/work/image_store.h"

#include <optional>
#include <stop_token>

namespace limn {

struct PlannedImage {
    KeptRow row;
    std::filesystem::path path;
    StackPtr stack = {}; // of a series
    std::string patient = {}; // as KnownPatient's
    std::string pseudonym = {}; // its number in the release
    std::string name = {}, part = {};
    std::optional<ReleasedImage> earlier = {}; // what an earlier run wrote of it

    ImageFiles files() const { return {path, stack}; }
};

struct ReleasePlace {
    const ReleaseOrder& order;
    const ReleaseKey& key; // without a secret where nothing is de-identified
    ImageStore& store;
    ImportClient& client;
};

inline constexpr const char* imagesFolder = "images";
inline constexpr const char* masksFolder = "masks";

// Writes it, or finds it written (`wasThere`). On an error and when stopped, what this call has added
// goes again. Errors: those of ImportClient, ImageStore and writeMasks; ImageChanged; UnsupportedFormat
// and BadData as cleanCopyOf().
Result<ReleasedImage> releaseImage(const PlannedImage& image, const ReleasePlace& place,
                                   const std::stop_token& stop, bool& wasThere);

// Removes the files that `old` has and `now` (if any) has not.
void removeStale(const std::filesystem::path& root, const ReleasedImage& old,
                 const ReleasedImage* now);

} // namespace limn
