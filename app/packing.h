// Training data: a folder of images and masks as one safetensors file.
#pragma once

#include "app/evaluation.h"
#include "model/data/volume.h"
#include "model/files/durable_file.h"

namespace limn {

// Reads a picture with its first (and only) slice.
using PictureReader = std::function<Result<VolumePtr>(const std::filesystem::path&)>;
// Called after each image.
using PackProgress = std::function<void(int done, int total, const std::string& id)>;

struct PackOptions {
    std::filesystem::path folder; // holds images/ and masks/, the same stems (a mask may be X_mask)
    std::filesystem::path out;
    std::vector<std::string>
        classes; // foreground names; none: "class1", ... up to the highest label
    PatientRule patients;
    bool areInstances = false; // a mask numbers its objects: whatever is not 0 is the one class
    bool isColour = false; // grey pictures are repeated to three channels
    IfExists ifExists = IfExists::Refuse;
};

struct PackSummary {
    int images = 0;
    int patients = 0;
    int channels = 1;
    std::vector<std::string> classes;
    std::vector<std::string> masksWithoutImage; // left out
};

// Writes image/ID [row, column, channel] in the smallest of U8, U16, F32 that holds every value of
// the set exactly, mask/ID U8 [row, column], and in the metadata "limn.pack": {"version": 1,
// "classes": [...], "images": {ID: {"case": patient, "spacingMm": null or [row, column]}}}. Errors:
// BadData that names the image (no mask, two files of one name, sizes differ, a label outside the
// classes, a value that is not finite, grey among colour, a class that is nowhere, no image); those
// of the readers and of writeSafetensors.
Result<PackSummary> packFolder(const PackOptions& options, const PictureReader& readPicture,
                               const LabelReader& readLabels, const PackProgress& progress);

} // namespace limn
