// nnU-Net's data sets (version 2): imagesTr, labelsTr, dataset.json.
#pragma once

#include "io/masks/output_file.h"

namespace limn {

// labelsTr/STEM.nii.gz and imagesTr/STEM_0000.nii.gz, a file a channel; a stack is one case in three
// dimensions. The images are written anew with the values that Limn reads (CT in Hounsfield units),
// on the labels' grid. dataset.json gets the labels that are new, numbered on; those that are there
// keep their numbers. Errors of their content: those of the import client, SlicesUneven,
// ChannelsMismatch (the folder's other images have more or fewer channels), BadData.
std::vector<OutputFile> nnunetCase(const MaskExport& masks);

// Says in dataset.json how many cases are complete. Errors: as finishDatasets.
Result<void> countNnunetCases(const std::filesystem::path& folder);

} // namespace limn
