// The loadable module's one entry point (segmenter_plugin.h).
#include "model/diffusion/devices.h"
#include "model/diffusion/dssm_segmenter.h"

namespace limn {
namespace {

class DssmModule : public SegmenterModule {
public:
    std::vector<DeviceInfo> devices() override { return limn::devices(); }

    Result<std::unique_ptr<Segmenter>> load(const std::filesystem::path& weights,
                                            const std::string& device) override
    {
        auto segmenter = loadSegmenter(weights, device);
        if (!segmenter)
            return std::unexpected(segmenter.error());
        return std::unique_ptr<Segmenter>(std::move(*segmenter));
    }
};

} // namespace
} // namespace limn

extern "C" limn::SegmenterModule* limnMakeSegmenterModule()
{
    return new limn::DssmModule;
}
