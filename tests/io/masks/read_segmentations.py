"""Judges DICOM segmentations with other people's readers: pydicom, highdicom, dciodvfy, dcentvfy.

read_segmentations.py FOLDER: index.json there names the objects, their sources and their truth. Prints each
fault on the standard error and one line of JSON with the counts.
"""
import collections
import json
import pathlib
import subprocess
import sys
import warnings

import highdicom
import numpy
import pydicom
from PIL import ImageCms
from pydicom.sr._concepts_dict import concepts

warnings.simplefilter("ignore")
folder = pathlib.Path(sys.argv[1])
objects = json.loads((folder / "index.json").read_text())
counts = collections.Counter(objects=len(objects), wrongBits=0, faults=0, errors=0, mismatches=0)
snomed = {code: {words.lower() for words in (meaning, name)} for name, codes in concepts["SCT"].items()
          for code, (meaning, _) in codes.items()}
to_lab = ImageCms.buildTransform(ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), "RGB", "LAB",
                                 renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC)


def check(entry, what, is_good):
    if not is_good:
        counts["faults"] += 1
        print(entry["file"] + ": " + what, file=sys.stderr)


def truth_of(entry):
    """One boolean or 8-bit stack (slice, row, column) a segment."""
    slices, height, width = entry["shape"]
    if entry["fractional"]:
        p = numpy.fromfile(folder / entry["truth"], "<f4").reshape(slices, entry["classes"], height, width)
        return {s["label"]: numpy.floor(p[:, s["label"]].astype(float) * 255 + 0.5).astype(int)
                for s in entry["segments"] if s["label"] < entry["classes"]}
    labels = numpy.fromfile(folder / entry["truth"], numpy.uint8).reshape(entry["shape"])
    return {s["label"]: (labels == s["label"]).astype(int) for s in entry["segments"]}


def pixels_by_pydicom(data, entry, sources):
    """The same from the frames, placed by what they refer to; a missing frame is empty."""
    place = {uid: k for k, uid in enumerate(s.SOPInstanceUID for s in sources)}
    frames = data.pixel_array.reshape(-1, data.Rows, data.Columns)
    found = {number: numpy.zeros(entry["shape"], int) for number in range(1, len(data.SegmentSequence) + 1)}
    for frame, group in zip(frames, data.PerFrameFunctionalGroupsSequence):
        image = group.DerivationImageSequence[0].SourceImageSequence[0]
        k = place[image.ReferencedSOPInstanceUID]
        if len(sources) == 1:
            k = int(image.get("ReferencedFrameNumber", 1)) - 1
        found[group.SegmentIdentificationSequence[0].ReferencedSegmentNumber][k] = frame
    return found


def pixels_by_highdicom(seg, entry, sources):
    numbers = list(seg.segment_numbers)
    options = dict(segment_numbers=numbers, assert_missing_frames_are_empty=True, rescale_fractional=False)
    if len(sources) == 1 and "NumberOfFrames" in sources[0]:
        stack = seg.get_pixels_by_source_frame(sources[0].SOPInstanceUID, list(range(1, entry["shape"][0] + 1)),
                                               **options)
    else:
        stack = seg.get_pixels_by_source_instance([s.SOPInstanceUID for s in sources], **options)
    return {number: stack[..., k].astype(int) for k, number in enumerate(numbers)}


def check_geometry(entry, seg, data, sources):
    """The volume's corner and directions against the source's own, in millimetres."""
    first = sources[0]
    if "FrameOfReferenceUID" not in first:
        check(entry, "a frame of reference out of nowhere", "FrameOfReferenceUID" not in data)
        return
    check(entry, "frame of reference", data.FrameOfReferenceUID == first.FrameOfReferenceUID)
    places = []
    for k in range(entry["shape"][0]):
        source = sources[0] if len(sources) == 1 else sources[k]
        groups = source.get("PerFrameFunctionalGroupsSequence")
        item = groups[k].get("PlanePositionSequence", [None])[0] if groups else source
        if item is None or "ImagePositionPatient" not in item:
            return
        places.append([float(x) for x in item.ImagePositionPatient])
    shared = data.SharedFunctionalGroupsSequence[0]
    if "PixelMeasuresSequence" not in shared:
        counts["withoutGeometry"] += 1
        return
    counts["withGeometry"] += 1
    source_shared = first.get("SharedFunctionalGroupsSequence", [first])[0]
    spacing = source_shared.get("PixelMeasuresSequence", [first])[0].PixelSpacing
    orientation = source_shared.get("PlaneOrientationSequence", [first])[0].ImageOrientationPatient
    own = shared.PlaneOrientationSequence[0].ImageOrientationPatient
    check(entry, "spacing", numpy.allclose([float(x) for x in shared.PixelMeasuresSequence[0].PixelSpacing],
                                           [float(x) for x in spacing], rtol=0, atol=1e-9))
    check(entry, "orientation", numpy.allclose([float(x) for x in own], [float(x) for x in orientation], atol=1e-9))
    for group in data.PerFrameFunctionalGroupsSequence:
        k = group.FrameContentSequence[0].InStackPositionNumber - 1
        own = [float(x) for x in group.PlanePositionSequence[0].ImagePositionPatient]
        check(entry, "position", numpy.allclose(own, places[k], rtol=0, atol=1e-6))


def check_words(entry, data):
    named = [s for s in entry["segments"] if not entry["fractional"] or s["label"] < entry["classes"]]
    check(entry, "segment numbers", [s.SegmentNumber for s in data.SegmentSequence] == list(range(1, len(named) + 1)))
    for segment, wanted in zip(data.SegmentSequence, named):
        check(entry, "label", segment.SegmentLabel == wanted["name"])
        codes = [segment.SegmentedPropertyCategoryCodeSequence[0], segment.SegmentedPropertyTypeCodeSequence[0]]
        codes += codes[1].get("SegmentedPropertyTypeModifierCodeSequence", [])
        for code in codes:
            if code.CodingSchemeDesignator == "SCT":
                counts["codes"] += 1
                words = snomed.get(code.CodeValue, set())
                check(entry, "code " + code.CodeValue + " " + code.CodeMeaning,
                      code.CodeMeaning.lower() in words or code.CodeMeaning.replace(" ", "").lower() in words)
            else:
                check(entry, "scheme", code.CodingSchemeDesignator == "99LIMN")
        l, a, b = segment.RecommendedDisplayCIELabValue
        own = (l * 100 / 65535, a * 255 / 65535 - 128, b * 255 / 65535 - 128)
        check(entry, "colour", numpy.abs(numpy.subtract(own, lab_of(tuple(wanted["rgb"])))).max() < 1.5)
        is_manual = segment.SegmentAlgorithmType == "MANUAL"
        check(entry, "algorithm", is_manual != ("SegmentationAlgorithmIdentificationSequence" in segment))
    for uid in (data.SOPInstanceUID, data.SeriesInstanceUID):
        check(entry, "uid", uid.startswith("2.25.") and pydicom.uid.UID(uid).is_valid)


def lab_of(rgb, known={}):
    if rgb not in known:
        from PIL import Image
        l, a, b = ImageCms.applyTransform(Image.new("RGB", (1, 1), rgb), to_lab).getpixel((0, 0))
        known[rgb] = (l * 100 / 255, a - 256 if a > 127 else a, b - 256 if b > 127 else b)
    return known[rgb]


def judge(entry):
    data = pydicom.dcmread(folder / entry["file"])
    sources = [pydicom.dcmread(s, stop_before_pixels=True, force=True) for s in entry["sources"]]
    truth = list(truth_of(entry).values())
    by_pydicom = pixels_by_pydicom(data, entry, sources)
    seg = highdicom.seg.Segmentation.from_dataset(data, copy=False)
    by_highdicom = pixels_by_highdicom(seg, entry, sources)
    check(entry, "segments", len(truth) == len(by_pydicom) == len(by_highdicom))
    for number, wanted in enumerate(truth, 1):
        for found in (by_pydicom[number], by_highdicom[number]):
            counts["bits"] += wanted.size
            counts["wrongBits"] += int((found != wanted).sum())
    check_geometry(entry, seg, data, sources)
    check_words(entry, data)


def validate(entry):
    done = subprocess.run(["dciodvfy", "-new", str(folder / entry["file"])], capture_output=True, text=True,
                          errors="replace")
    for line in (done.stdout + done.stderr).splitlines():
        counts["errors"] += line.startswith("Error")
        counts["warnings"] += line.startswith("Warning")
        if line.startswith(("Error", "Warning")):
            print(entry["file"] + ": " + line, file=sys.stderr)


def compare(entries):
    names = [str(folder / entry["file"]) for entry in entries] + [s for entry in entries for s in entry["sources"]]
    done = subprocess.run(["dcentvfy"] + list(dict.fromkeys(names)), capture_output=True, text=True, errors="replace")
    words = done.stdout + done.stderr
    counts["mismatches"] += len(words.splitlines())
    print(words, end="", file=sys.stderr)


for entry in objects:
    try:
        judge(entry)
    except Exception as error:  # a reader's own refusal is a finding
        check(entry, f"{type(error).__name__}: {error}", False)
    validate(entry)
for first in range(0, len(objects), 20):
    compare(objects[first:first + 20])
print(json.dumps(counts))
