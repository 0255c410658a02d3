// The formats that are files of their own, of a picture of any kind.
#pragma once

#include "io/masks/write_masks.h"

namespace limn::test {

inline std::vector<MaskFormat> pictureFormats()
{
    return {MaskFormat::Mask, MaskFormat::Labels, MaskFormat::Prob, MaskFormat::Npy,
            MaskFormat::Steps, MaskFormat::Spread, MaskFormat::Who, MaskFormat::Prov};
}

} // namespace limn::test
