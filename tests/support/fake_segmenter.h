// A segmentation model without LibTorch: discs that grow from step to step, the same for the same
// request.
#pragma once

#include "model/segmenter.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>

namespace limn {

// Lets steps through one by one.
class FakeGate {
public:
    void letThrough(int steps); // so many more
    bool pass(std::stop_token stop); // waits for one; false when stopped

private:
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    int m_open = 0;
};

// What the fake was asked to do so far; may be read from any thread.
struct FakeLog {
    std::atomic<int> opened{0}; // modules
    std::atomic<int> loaded{0}; // models
    std::atomic<int> runs{0};
    std::atomic<int> steps{0}; // begun
    FakeGate gate; // see FakeOptions::waitsAtGate

    void note(const SegmentRequest& request);
    std::vector<SegmentRequest> requests() const; // that were not refused, in order

private:
    mutable std::mutex m_mutex;
    std::vector<SegmentRequest> m_requests;
};

struct FakeOptions {
    std::vector<std::string> classes{"disc"}; // foreground names
    int channels = 1;
    InputKind input = InputKind::Grey;
    std::chrono::milliseconds stepTime{0};
    bool waitsAtGate = false; // each step first passes the log's gate
    std::optional<Error> openError; // of the module
    std::optional<Error> loadError;
    std::optional<Error> runError; // given instead of the step `failingStep`
    int failingStep = 1;
    int convergesAt = 2; // the step that ends a run with early stop
    bool hasEvidence = true; // takes strokes
    bool movesToCpu = false; // "cuda:0" goes on on the CPU from the second step on
    std::shared_ptr<FakeLog> log = std::make_shared<FakeLog>();
};

// Devices: "cpu", and "cuda:0" which computes the same.
std::unique_ptr<SegmenterModule> fakeModule(const FakeOptions& options = {});

// What SegmenterThread wants; the opener may be called on any thread.
std::function<Result<std::unique_ptr<SegmenterModule>>()>
fakeOpener(const FakeOptions& options = {});

ModelCard fakeCard(const FakeOptions& options = {});

// Step `index` of `count`: a disc a class, side by side, radius growing with the index and
// differing a little by the seed; the maps on the model's grid are 32 x 32.
StepPtr fakeStep(Size size, int index, int count, int foregroundClasses = 1,
                 std::uint64_t seed = 0);

// A grey picture with a bright disc, every slice of a stack read.
std::shared_ptr<Volume> fakeVolume(Size size, int sliceCount = 1);

} // namespace limn
