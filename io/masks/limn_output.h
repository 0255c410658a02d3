// Recognising files that Limn itself has written, so that they are never listed as pictures to work
// on.
#pragma once

#include <filesystem>

namespace limn {

// By the name (X_something.png with our mark in its text, X_prob.npy, X_steps.npz, X.seg.dcm, X.seg.nrrd, X.prov.json,
// X.nii.gz with our mark in its gzip header).
// Reads at most the first 4 KB, decodes nothing; false for what can't be read. Blocks: for the file
// thread.
bool isLimnOutput(const std::filesystem::path& path);

} // namespace limn
