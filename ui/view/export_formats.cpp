#include "ui/view/export_formats.h"

#include <QCoreApplication>

namespace limn {
namespace {

QString tr(const char* words)
{
    return QCoreApplication::translate("limn", words);
}

} // namespace

std::vector<ExportFormatGroup> exportFormats()
{
    return {
        {tr("Masks"),
         {{QStringLiteral("mask"), tr("Mask"),
           tr("One PNG an image or slice, a number a label, in the labels' colours.")},
          {QStringLiteral("labels"), tr("One PNG a label"),
           tr("White where the label is, black elsewhere.")},
          {QStringLiteral("nifti"), tr("NIfTI"),
           tr("One .nii.gz a stack, on the grid and in the place of its source.")},
          {QStringLiteral("nrrd"), tr("3D Slicer segmentation"),
           tr("One .seg.nrrd a stack, with the labels' names and colours.")},
          {QStringLiteral("seg"), tr("DICOM segmentation"),
           tr("One .dcm file with the labels, for Slicer, OHIF and the like."), true}}},
        {tr("Data sets"),
         {{QStringLiteral("coco"), tr("COCO"),
           tr("One coco.json of all images: an entry an instance."), false, true, true},
          {QStringLiteral("yolo"), tr("YOLO"),
           tr("One text file an image with a polygon an instance; classes.txt."), false, true},
          {QStringLiteral("nnunet"), tr("nnU-Net"),
           tr("imagesTr, labelsTr, dataset.json: the images too, as .nii.gz.")}}},
        {tr("Probabilities and records"),
         {{QStringLiteral("prob"), tr("Probability, 16-bit PNG"),
           tr("One PNG a label; 65535 stands for 1.")},
          {QStringLiteral("npy"), tr("Probability, NumPy"),
           tr("One .npy file with the probabilities of all labels as float32.")},
          {QStringLiteral("steps"), tr("Every step, NumPy"),
           tr("One .npz file with the maps of every step of the last run.")},
          {QStringLiteral("segfrac"), tr("DICOM probabilities"),
           tr("One .dcm file of the model's probabilities; few viewers read it."), true},
          {QStringLiteral("who"), tr("Who decided each pixel"),
           tr("One PNG: the model, a person who added, a person who erased.")},
          {QStringLiteral("prov"), tr("Provenance"),
           tr("One JSON file: model, steps, seed, threshold, edits, seconds.")}}}};
}

} // namespace limn
