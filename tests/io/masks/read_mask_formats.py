"""Reads the masks of mask_formats_test with other people's libraries and compares them with the truth.

FOLDER/truth has index.json and the labels as bytes, FOLDER/out the files. Prints counts and faults as JSON."""
import contextlib
import io
import json
import pathlib
import sys

import nibabel
import numpy
import pydicom
import SimpleITK
from PIL import Image
from pycocotools import mask as coco_mask
from pycocotools.coco import COCO
from scipy import ndimage

folder = pathlib.Path(sys.argv[1])
out, truth = folder / "out", folder / "truth"
index = json.loads((truth / "index.json").read_text())
counts = dict.fromkeys(["png", "nifti", "niftiItk", "nrrd", "seg", "coco", "yolo", "nnunet", "nnunetImages", "placed",
                        "polygons", "runLengths"], 0)
faults = []


def check(one, what, is_good):
    if not is_good:
        faults.append(f"{one['stem']}: {what}")
    return bool(is_good)


def same(one, what, found, labels):
    found = numpy.asarray(found)
    good = found.shape == labels.shape and numpy.array_equal(found, labels)
    counts[what] += check(one, what, good)


def slice_stem(one, k):
    return one["stem"] if one["shape"][0] == 1 else f"{one['stem']}_s{k + 1:03}"


def place(one, k, y, x):
    """LPS mm of a pixel's centre as the source says it."""
    origin = numpy.array(one["origins"][k])
    return (origin + x * one["spacing"][0] * numpy.array(one["row"])
            + y * one["spacing"][1] * numpy.array(one["column"]))


def corners(one):
    depth, height, width = one["shape"]
    return [(k, y, x) for k in {0, depth - 1} for y in {0, height - 1} for x in {0, width - 1}]


def check_places(one, what, to_lps):
    if one["origins"]:
        off = max(numpy.abs(to_lps(x, y, k) - place(one, k, y, x)).max() for k, y, x in corners(one))
        check(one, f"{what} lies {off} mm beside its place", off < 1e-4)


def read_itk(one, what, path, labels):
    picture = SimpleITK.ReadImage(str(path))
    array = SimpleITK.GetArrayFromImage(picture).reshape(labels.shape)
    if picture.GetDimension() == 3:
        check_places(one, what, lambda x, y, k: numpy.array(
            picture.TransformContinuousIndexToPhysicalPoint([float(x), float(y), float(k)])))
    else:
        check(one, f"{what} has lost its third dimension", labels.shape[0] == 1 and not one["origins"])
    return picture, array


def read_nifti(one, labels):
    path = out / f"{one['stem']}.nii.gz"
    picture = nibabel.load(path)
    same(one, "nifti", numpy.asarray(picture.dataobj).T.reshape(labels.shape), labels)
    check(one, "nifti's type", picture.get_data_dtype() == numpy.uint8)
    flip = numpy.array([-1, -1, 1])
    for affine in (picture.affine, picture.get_qform()):
        check_places(one, "nifti", lambda x, y, k: flip * (affine @ [x, y, k, 1])[:3])
    notes = [e for e in picture.header.extensions if e.get_code() == 6]
    names = [label["name"] for label in json.loads(notes[0].get_content().rstrip(b"\0"))["labels"]]
    check(one, "nifti's names", names == [label["name"] for label in one["labels"]])
    same(one, "niftiItk", read_itk(one, "nifti by ITK", path, labels)[1], labels)
    counts["placed"] += bool(one["origins"])


def read_nrrd(one, labels):
    picture, array = read_itk(one, "nrrd", out / f"{one['stem']}.seg.nrrd", labels)
    same(one, "nrrd", array, labels)
    for number, label in enumerate(one["labels"]):
        def word(name):
            return picture.GetMetaData(f"Segment{number}_{name}")
        check(one, "nrrd's label", int(word("LabelValue")) == label["label"])
        check(one, f"nrrd's name {word('Name')}", word("Name") == label["name"])
        colour = [round(255 * float(part)) for part in word("Color").split()]
        check(one, "nrrd's colour", colour == label["rgb"])
        where = numpy.argwhere(labels == label["label"])
        expected = [0, -1] * 3
        if len(where):
            low, high = where.min(axis=0), where.max(axis=0)
            expected = [int(e) for axis in (2, 1, 0) for e in (low[axis], high[axis])]
        check(one, "nrrd's extent", [int(e) for e in word("Extent").split()] == expected)
        parts = dict(tag.split(":", 1) for tag in word("Tags").strip("|").split("|"))["TerminologyEntry"].split("~")
        check(one, "nrrd's terminology", len(parts) == 7 and all(p.count("^") == 2 for p in parts[1:4] + parts[5:]))


def read_seg(one, labels):
    dataset = pydicom.dcmread(out / f"{one['stem']}.seg.dcm")
    frames = dataset.pixel_array.reshape((-1,) + labels.shape[1:])
    found = numpy.zeros_like(labels)
    for frame, group in zip(frames, dataset.PerFrameFunctionalGroupsSequence):
        number = group.SegmentIdentificationSequence[0].ReferencedSegmentNumber
        k = group.FrameContentSequence[0].InStackPositionNumber - 1
        found[k][frame > 0] = one["labels"][number - 1]["label"]
        if one["origins"]:
            position = numpy.array(group.PlanePositionSequence[0].ImagePositionPatient, float)
            check(one, "seg's place", numpy.abs(position - place(one, k, 0, 0)).max() < 1e-4)
    same(one, "seg", found, labels)


def pieces(labels, label, whole):
    mask = labels == label
    return int(mask.any()) if whole else ndimage.label(mask, numpy.ones((3, 3)))[1]


def read_coco(one, labels, coco):
    names = {c["id"]: c["name"] for c in coco.dataset["categories"]}
    by_name = {label["name"]: label["label"] for label in one["labels"]}
    found = numpy.zeros_like(labels)
    for k in range(labels.shape[0]):
        name = pathlib.Path(one["sources"][k if len(one["sources"]) > 1 else 0]).name
        image = next(i for i in coco.dataset["images"] if i["file_name"] == name and i.get("slice", 1) == k + 1)
        check(one, "coco's size", (image["height"], image["width"]) == labels.shape[1:])
        annotations = coco.imgToAnns[image["id"]]
        for annotation in annotations:
            mask = coco.annToMask(annotation)
            check(one, "coco's area", annotation["area"] == mask.sum())
            box = coco_mask.toBbox(coco_mask.encode(numpy.asfortranarray(mask)))
            check(one, "coco's box", numpy.array_equal(box, annotation["bbox"]))
            check(one, "coco's overlap", not (found[k][mask > 0]).any())
            found[k][mask > 0] = by_name[names[annotation["category_id"]]]
            is_polygon = isinstance(annotation["segmentation"], list)
            has_hole = holes(mask) > 0
            check(one, "coco's kind of outline", is_polygon == (one["polygons"] and not has_hole))
            counts["polygons" if is_polygon else "runLengths"] += 1
        for label in one["labels"]:
            number = sum(names[a["category_id"]] == label["name"] for a in annotations)
            check(one, "coco's instances", number == pieces(labels[k], label["label"], one["wholeLabels"]))
    same(one, "coco", found, labels)


def holes(mask):
    """Background that the piece's pixels, joined by edges, shut in; joined by edges and corners itself."""
    inside = 0
    parts, number = ndimage.label(mask)
    for part in range(1, number + 1):
        outside, count = ndimage.label(numpy.pad(parts != part, 1, constant_values=True), numpy.ones((3, 3)))
        inside += count - 1
    return inside


def read_yolo(one, labels):
    classes = (out / "classes.txt").read_text().splitlines()
    by_name = {label["name"]: label["label"] for label in one["labels"]}
    height, width = labels.shape[1:]
    found = numpy.zeros_like(labels)
    for k in range(labels.shape[0]):
        lines = (out / "labels" / f"{slice_stem(one, k)}.txt").read_text().splitlines()
        for line in lines:
            number, *places = line.split()
            points = numpy.array(places, float).reshape(-1, 2) * [width, height]
            check(one, "yolo's corners", numpy.abs(points - points.round()).max() < 0.01)
            code = coco_mask.frPyObjects([points.round().ravel().tolist()], height, width)
            found[k][coco_mask.decode(code)[..., 0] > 0] = by_name[classes[int(number)]]
        expected = sum(pieces(labels[k], label["label"], one["wholeLabels"]) for label in one["labels"])
        check(one, "yolo's instances", len(lines) == expected)
    same(one, "yolo", found, labels)


def read_nnunet(one, labels, description):
    numbers = description["labels"]
    path = out / "labelsTr" / f"{one['stem']}.nii.gz"
    picture, array = read_itk(one, "nnunet", path, labels)
    found = numpy.zeros_like(labels)
    for label in one["labels"]:
        found[array == numbers[label["name"]]] = label["label"]
    same(one, "nnunet", found, labels)
    image, values = read_itk(one, "nnunet's image", out / "imagesTr" / f"{one['stem']}_0000.nii.gz", labels)
    for what in ("GetSize", "GetSpacing", "GetOrigin", "GetDirection"):
        check(one, "nnunet's grids", getattr(image, what)() == getattr(picture, what)())
    source = numpy.concatenate([pydicom.dcmread(s).pixel_array.reshape((-1,) + labels.shape[1:])
                                for s in one["sources"]])
    same(one, "nnunetImages", values, source)


with contextlib.redirect_stdout(io.StringIO()):
    coco = COCO(str(out / "coco.json"))
description = json.loads((out / "dataset.json").read_text())
total = {"stem": "data set"}
check(total, "numTraining", description["numTraining"] == len(index))
check(total, "file_ending", description["file_ending"] == ".nii.gz")
check(total, "labels", sorted(description["labels"].values()) == [0, 1, 2, 3])
check(total, "channel", description["channel_names"] in ({"0": "CT"}, {"0": "US"}))
check(total, "coco ids", len(coco.anns) == len(coco.dataset["annotations"]))
for one in index:
    labels = numpy.fromfile(truth / one["stem"], numpy.uint8).reshape(one["shape"])
    pictures = [Image.open(out / f"{slice_stem(one, k)}_mask.png") for k in range(labels.shape[0])]
    same(one, "png", [numpy.array(picture) for picture in pictures], labels)
    names = [label["name"] for label in json.loads(pictures[0].text["limn-labels"])["labels"]]
    check(one, "png's names", names == [label["name"] for label in one["labels"]])
    read_nifti(one, labels)
    read_nrrd(one, labels)
    read_seg(one, labels)
    read_coco(one, labels, coco)
    read_yolo(one, labels)
    read_nnunet(one, labels, description)
print(json.dumps(counts | {"faults": faults[:20]}))
