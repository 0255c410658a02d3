#include "io/masks/datasets.h"

#include "io/masks/coco_writer.h"
#include "io/masks/nnunet_writer.h"

#include <algorithm>

namespace limn {

Result<void> finishDatasets(const std::filesystem::path& folder,
                            std::span<const MaskFormat> formats, const std::stop_token& stop)
{
    if (std::ranges::find(formats, MaskFormat::Coco) != formats.end())
        if (auto done = joinCoco(folder, stop); !done)
            return done;
    if (std::ranges::find(formats, MaskFormat::Nnunet) != formats.end())
        return countNnunetCases(folder);
    return {};
}

} // namespace limn
