// The images of one set that a plan's runs train on and are judged on.
#pragma once

#include "model/diffusion/picture.h"
#include "model/training/ablation/plan.h"
#include "model/training/csv_table.h"
#include "model/training/split.h"

namespace limn {

struct JudgedSet {
    std::string name;
    std::vector<std::string> classes;
    int channels = 1;
    InputKind input = InputKind::Grey;
    double largestValue = 255;
    int side = 64;
    int fold = 0;
    Split split; // on the training grid
    std::vector<PackedImage> originals; // of split.validation, in its order, on their own grids

    const std::vector<PackedImage>& judged() const { return split.validation; }
};

// `fold`: which part of a set with folds is judged.
Result<JudgedSet> readJudgedSet(const PlanSet& set, int fold);

// One training of a plan.
struct RunName {
    std::string set, arm;
    std::uint64_t seed = 0;

    std::string folder() const; // SET.ARM.SEED
};

// Tables with a row an image, which begins with set, arm, seed, image and patient.
CsvTable imageTable(const std::vector<std::string>& moreColumns); // without rows
void addRow(CsvTable& table, const RunName& run, const PackedImage& image,
            const std::vector<std::string>& moreCells);

// The labels of images start to end (less one): B x side x side, long, on the model's device.
at::Tensor stackedLabels(const std::vector<PackedImage>& images, std::size_t start, std::size_t end,
                         at::Device device);

// As B x classes x side x side.
at::Tensor oneHotOf(const at::Tensor& labels, int classes);

// As the network sees them, from `start` on, `count` at most; on the model's device.
at::Tensor picturesOf(const std::vector<PackedImage>& images, std::size_t start, std::size_t count,
                      const ColourScale& scale, at::Device device);

// Chosen for each image of `judged`, the same in every run.
std::vector<std::uint64_t> noiseSeeds(std::size_t start, std::size_t end);

} // namespace limn
