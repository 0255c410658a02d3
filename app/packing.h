// Training data: a folder of images and masks as one safetensors file.
#pragma once

#include "app/evaluation.h"
#include "model/data/model_card.h"
#include "model/data/volume.h"
#include "model/files/durable_file.h"

namespace limn {

// Reads a picture, or a stack with all its slices.
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
    // None: as the pictures are. Colour: grey ones are repeated to three channels. Neighbours and
    // Contrasts: what inputSlices() names; a mask of contrasts has the slices of one volume, or the
    // same labels for each.
    std::optional<InputKind> input;
    IfExists ifExists = IfExists::Refuse;
};

struct PackSummary {
    int images = 0; // of a stack, each slice
    int volumes = 0; // stacks
    int patients = 0;
    int channels = 1;
    std::vector<std::string> classes;
    std::vector<std::string> masksWithoutImage; // left out
};

// A stack becomes an image a slice: ID_s001, ID_s002, ...
//
// Writes image/ID [row, column, channel] in the smallest of U8, U16, F32 that holds every value of
// the set exactly, mask/ID U8 [row, column], and in the metadata "limn.pack": {"version": 1,
// "classes": [...], "input": as InputKind's names, "images": {ID: {"case": patient,
// "spacingMm": null or [row, column], and of a slice "volume": its stack's ID, "slice": from 1,
// "sliceSpacingMm": to the next one, where that is known}}}. Errors: BadData that names the image
// (no mask, two files of one name, sizes or places differ, a label outside the classes, a value that
// is not finite, different channels, a class that is nowhere, no image); those of the readers and of
// writeSafetensors.
Result<PackSummary> packFolder(const PackOptions& options, const PictureReader& readPicture,
                               const LabelReader& readLabels, const PackProgress& progress);

} // namespace limn
