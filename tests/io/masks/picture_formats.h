// The formats that a picture of any kind can be written in.
#pragma once

#include "io/masks/write_masks.h"

namespace limn::test {

inline std::vector<MaskFormat> pictureFormats()
{
    std::vector<MaskFormat> formats = allMaskFormats();
    std::erase_if(formats, [](MaskFormat format) {
        return format == MaskFormat::Seg || format == MaskFormat::SegFrac; // of DICOM alone
    });
    return formats;
}

} // namespace limn::test
