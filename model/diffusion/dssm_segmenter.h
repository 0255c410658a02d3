// The Segmenter of segmenter.h by DSSM.
#pragma once

#include "model/diffusion/model.h"
#include "model/diffusion/picture_grid.h"
#include "model/segmenter.h"

namespace limn {

class DssmSegmenter : public Segmenter {
public:
    DssmSegmenter(ModelCard card, std::unique_ptr<Model> model);

    const ModelCard& card() const override { return m_card; }
    std::string device() const override { return m_model->device().str(); }

    // A direct model (control, U-Net) has one pass and one chain; a restart is that pass again.
    Result<StepPtr> run(const SegmentRequest& request, std::stop_token stop,
                        const StepSink& onStep) override;

    int imageBranchRuns() const { return m_imageBranchRuns; } // pictures, since it was made

private:
    struct Run;
    Result<StepPtr> runOnce(Run& run);
    Result<void> prepare(const SlicePtr& slice);
    void moveToCpu();

    ModelCard m_card;
    std::unique_ptr<Model> m_model;
    SlicePtr m_slice; // that the features below are of; held, so that its address is not used again
    std::uint64_t m_sliceHash = 0;
    PictureGrid m_grid;
    std::vector<ImageFeatures> m_features; // a window of the grid each
    int m_imageBranchRuns = 0;
};

// Reads card and weights and puts the model on the device. Errors as SegmenterModule::load.
Result<std::unique_ptr<DssmSegmenter>> loadSegmenter(const std::filesystem::path& weights,
                                                     const std::string& device);

} // namespace limn
