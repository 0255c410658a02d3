// The Segmenter of segmenter.h by DSSM.
#pragma once

#include "model/diffusion/model.h"
#include "model/segmenter.h"

namespace limn {

class DssmSegmenter : public Segmenter {
public:
    DssmSegmenter(ModelCard card, std::unique_ptr<Model> model);

    const ModelCard& card() const override { return m_card; }
    std::string device() const override { return m_model->device().str(); }
    Result<StepPtr> run(const SegmentRequest& request, std::stop_token stop,
                        const StepSink& onStep) override;

    int imageBranchRuns() const { return m_imageBranchRuns; } // since it was made

private:
    struct Run;
    Result<StepPtr> runOnce(Run& run);
    Result<void> prepare(const SlicePtr& slice);
    void moveToCpu();

    ModelCard m_card;
    std::unique_ptr<Model> m_model;
    SlicePtr m_slice; // that the features below are of; held, so that its address is not used again
    std::uint64_t m_sliceHash = 0;
    ImageFeatures m_features;
    int m_imageBranchRuns = 0;
};

// Reads card and weights and puts the model on the device. Errors as SegmenterModule::load.
Result<std::unique_ptr<DssmSegmenter>> loadSegmenter(const std::filesystem::path& weights,
                                                     const std::string& device);

} // namespace limn
