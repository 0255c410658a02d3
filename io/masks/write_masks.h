// Masks out: the formats, their file names, and the writing.
#pragma once

#include "model/data/mask_export.h"
#include "model/files/durable_file.h"

#include <optional>
#include <stop_token>
#include <string_view>

namespace limn {

class ImportClient;

enum class MaskFormat {
    Mask, // STEM_mask.png: labels, indexed, palette of the label colours
    Labels, // STEM_LABEL.png: 0 / 255
    Prob, // STEM_LABEL_prob.png: 16 bit, round(65535 p)
    Npy, // STEM_prob.npy: float32 [class, row, column]
    Steps, // STEM_steps.npz: float16 [step, class, row, column] on the picture's grid, and t
    Seg, // STEM.seg.dcm: DICOM segmentation, binary; of DICOM images alone, as the next
    SegFrac, // STEM.segfrac.dcm: DICOM segmentation, fractional: the base step's probability
    Nifti, // STEM.nii.gz: labels of the whole stack, in its place
    Nrrd, // STEM.seg.nrrd: the same as 3D Slicer's segmentation
    Coco, // coco/STEM.json, and coco.json of all (finishDatasets)
    Yolo, // labels/STEM.txt, and classes.txt
    Nnunet, // labelsTr/STEM.nii.gz, imagesTr/STEM_0000.nii.gz, and dataset.json
    Spread, // STEM_LABEL_votes.png, STEM_entropy.png: 16 bit, of several chains
    Who, // STEM_who.png: 0 nobody (the model), 1 a person drew, 2 a person erased
    Prov, // STEM.prov.json: model, run, edits
};

std::string_view nameOf(MaskFormat format); // "mask", "labels", as --formats takes them
std::optional<MaskFormat> maskFormatNamed(std::string_view name);
std::vector<MaskFormat> allMaskFormats();

// NotDicom, about the first file, where a format needs a DICOM image and this is none; SlicesUneven
// where a volume file is asked for of slices that it can't hold in their places.
Result<void> checkFormats(const SourceRef& source, const Geometry& geometry,
                          std::span<const MaskFormat> formats);

// The files that writeMasks() would write, in its order. A stack has a file a slice
// (STEM_s001_mask.png). A format for which there is nothing (probabilities without a run) has no
// file. Files of the whole folder (coco.json, classes.txt, dataset.json) are not among them.
std::vector<std::filesystem::path> plannedFiles(const MaskExport& masks,
                                                const std::filesystem::path& folder,
                                                std::span<const MaskFormat> formats);

// Writes into the folder, which exists; returns the files. IfExists::Refuse: Exists with the first
// file that is there, before anything is written. On an error or when stopped (Cancelled) the files
// that this call has added are removed again; those that it replaced stay replaced, whole. Exists
// also, whatever is asked for, where a file would take the place of the picture itself. Errors:
// BadArgument (sizes that contradict each other, a format for which there is nothing), TooLarge,
// OutOfMemory, NotDicom, those of writeDurably and of the data-set formats, and, for Seg, SegFrac
// and Nnunet, which need the `client`, those of ImportClient. Blocks; for the file thread. After the
// last image: finishDatasets (datasets.h).
Result<std::vector<std::filesystem::path>> writeMasks(const MaskExport& masks,
                                                      const std::filesystem::path& folder,
                                                      std::span<const MaskFormat> formats,
                                                      IfExists ifExists, std::stop_token stop,
                                                      ImportClient* client = nullptr);

} // namespace limn
