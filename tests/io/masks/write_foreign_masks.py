"""Writes the mask FOLDER/STEM.nii.gz anew, as other programs would; prints the names of the files.

Usage: write_foreign_masks.py FOLDER STEM SOURCE..."""
import pathlib
import sys

import highdicom
import nibabel
import numpy
import pydicom
import SimpleITK
from highdicom.sr.coding import CodedConcept

folder, stem = pathlib.Path(sys.argv[1]), sys.argv[2]
sources = [pydicom.dcmread(path) for path in sys.argv[3:]]
names = []


def path(name):
    names.append(name)
    return str(folder / name)


mask = nibabel.load(folder / f"{stem}.nii.gz")
data = numpy.asarray(mask.dataobj)
plain = nibabel.Nifti1Image(data, mask.affine)
# Every order of axes that programs like, in several types of numbers, compressed or not.
for axes, kind in (("RAS", "u1"), ("LPS", "i2"), ("PIR", "i4"), ("SAL", "f4"), ("IRP", "f8"), ("ASL", "u2")):
    turn = nibabel.orientations.ornt_transform(nibabel.io_orientation(mask.affine),
                                               nibabel.orientations.axcodes2ornt(axes))
    turned = plain.as_reoriented(turn)
    kept = nibabel.Nifti1Image(numpy.asarray(turned.dataobj).astype(kind), turned.affine)
    nibabel.save(kept, path(f"turned_{axes}.nii" + (".gz" if kind != "i2" else "")))
nibabel.save(nibabel.Nifti2Image(data.astype("i2"), mask.affine), path("second.nii.gz"))
scaled = nibabel.Nifti1Image(data, mask.affine)
scaled.header.set_slope_inter(1, 0)
nibabel.save(scaled, path("scaled.nii"))

itk = SimpleITK.ReadImage(str(folder / f"{stem}.nii.gz"))
SimpleITK.WriteImage(SimpleITK.Cast(itk, SimpleITK.sitkInt16), path("plain.nrrd"), True)
SimpleITK.WriteImage(itk, path("raw.nrrd"), False)
# 3D Slicer's layers: a segment each, though none overlap here.
array = SimpleITK.GetArrayFromImage(itk)
layers = SimpleITK.GetImageFromArray(numpy.stack([array == k for k in (1, 2, 3)], axis=-1).astype("u1"), isVector=True)
layers.CopyInformation(itk)
for k, name in enumerate(("left lung", "Läsion; \"a\"", "my own label")):
    for key, value in (("Name", name), ("LabelValue", "1"), ("Layer", str(k)), ("ID", f"Segment_{k}")):
        layers.SetMetaData(f"Segment{k}_{key}", value)
SimpleITK.WriteImage(layers, path("layers.seg.nrrd"), True)


def description(number, name):
    return highdicom.seg.SegmentDescription(
        segment_number=number, segment_label=name,
        segmented_property_category=CodedConcept("123037004", "SCT", "Anatomical Structure"),
        segmented_property_type=CodedConcept("39607008", "SCT", "Lung"),
        algorithm_type=highdicom.seg.SegmentAlgorithmTypeValues.MANUAL)


descriptions = [description(k + 1, n) for k, n in enumerate(("left lung", "Läsion; \"a\"", "my own label"))]
for kind in ("BINARY", "FRACTIONAL"):
    pixels = array if kind == "BINARY" else numpy.stack([array == k for k in (1, 2, 3)], axis=-1).astype(float)
    segmentation = highdicom.seg.Segmentation(
        source_images=sources, pixel_array=pixels.astype("u1") if kind == "BINARY" else pixels,
        segmentation_type=kind, segment_descriptions=descriptions,
        series_instance_uid=highdicom.UID(), series_number=9, sop_instance_uid=highdicom.UID(), instance_number=1,
        manufacturer="Somebody", manufacturer_model_name="Else", software_versions="1", device_serial_number="2")
    segmentation.SpecificCharacterSet = "ISO_IR 192"
    segmentation.save_as(path(f"highdicom_{kind}.dcm"))
print("\n".join(names))
