"""Judges DICOM segmentations with other people's readers: pydicom, highdicom, dciodvfy, dcentvfy.

read_segmentations.py FOLDER [real]: index.json there names the objects, their sources and their truth. Prints each
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
from PIL import Image, ImageCms
from pydicom.sr._concepts_dict import concepts

warnings.simplefilter("ignore")
folder = pathlib.Path(sys.argv[1])
are_real = sys.argv[2:] == ["real"]
objects = json.loads((folder / "index.json").read_text())
counts = collections.Counter(objects=len(objects), wrongBits=0, faults=0, errors=0, mismatches=0, withoutGeometry=0,
                             invalidSources=0)
snomed = collections.defaultdict(set)
for codes in concepts["SCT"].values():
    for code, (meaning, _) in codes.items():
        snomed[code].add(meaning.lower())
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
    if "ReferencedFrameNumber" in seg.PerFrameFunctionalGroupsSequence[0].DerivationImageSequence[0].SourceImageSequence[0]:
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
        place = numpy.array([float(x) for x in item.ImagePositionPatient])
        if item is source and "GridFrameOffsetVector" in source:  # RT Dose
            directions = numpy.reshape([float(x) for x in source.ImageOrientationPatient], (2, 3))
            place = place + numpy.cross(*directions) * (source.GridFrameOffsetVector[k]
                                                        - source.GridFrameOffsetVector[0])
        places.append(place)
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


def check_words(entry, data, source):
    for key in ("PatientName", "PatientID", "StudyInstanceUID", "StudyDate"):
        check(entry, key, str(data.get(key) or "") == str(source.get(key) or ""))
    named = [s for s in entry["segments"] if not entry["fractional"] or s["label"] < entry["classes"]]
    check(entry, "segment numbers", [s.SegmentNumber for s in data.SegmentSequence] == list(range(1, len(named) + 1)))
    for segment, wanted in zip(data.SegmentSequence, named):
        check(entry, "label", segment.SegmentLabel == wanted["name"])
        codes = [segment.SegmentedPropertyCategoryCodeSequence[0], segment.SegmentedPropertyTypeCodeSequence[0]]
        codes += codes[1].get("SegmentedPropertyTypeModifierCodeSequence", [])
        for code in codes:
            if code.CodingSchemeDesignator == "SCT":
                counts["codes"] += 1
                check(entry, "code " + code.CodeValue + " " + code.CodeMeaning,
                      code.CodeMeaning.lower() in snomed[code.CodeValue])
            else:
                check(entry, "scheme", code.CodingSchemeDesignator == "99LIMN")
        l, a, b = segment.RecommendedDisplayCIELabValue
        own = (l * 100 / 65535, a * 255 / 65535 - 128, b * 255 / 65535 - 128)
        check(entry, "colour", numpy.abs(numpy.subtract(own, lab_of(tuple(wanted["rgb"])))).max() < 1)
        is_manual = segment.SegmentAlgorithmType == "MANUAL"
        check(entry, "algorithm", is_manual != ("SegmentationAlgorithmIdentificationSequence" in segment))
        if not is_manual:
            facts = json.loads(segment.SegmentationAlgorithmIdentificationSequence[0].AlgorithmParameters)
            check(entry, "parameters", {"baseStep", "tau", "shareChangedByPerson", "runs"} <= set(facts)
                  and {"model", "modelSha256", "steps", "seed", "kernel", "chains", "slices"} <= set(facts["runs"][0]))
    for uid in (data.SOPInstanceUID, data.SeriesInstanceUID):
        check(entry, "uid", uid.startswith("2.25.") and pydicom.uid.UID(uid).is_valid)


def lab_of(rgb, known={}):
    if rgb not in known:
        l, a, b = ImageCms.applyTransform(Image.new("RGB", (1, 1), rgb), to_lab).getpixel((0, 0))
        known[rgb] = (l * 100 / 255, a - 128, b - 128)
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
        for reader, found in (("pydicom", by_pydicom[number]), ("highdicom", by_highdicom[number])):
            counts["bits"] += wanted.size
            counts["wrongBits"] += int((found != wanted).sum())
            if (found != wanted).any():
                print(f"{entry['file']}: {reader}, segment {number}: {int((found != wanted).sum())} wrong",
                      file=sys.stderr)
    check_geometry(entry, seg, data, sources)
    check_words(entry, data, sources[0])


def lines_of(*command):
    """What a validator says; a word about its own death where it dies of a source."""
    done = subprocess.run(command, capture_output=True, text=True, errors="replace")
    return (done.stdout + done.stderr).splitlines() + (["Error: it died"] if done.returncode < 0 else [])


def are_valid(sources):
    """An object repeats what its source says, and a broken UID or date there is one here."""
    return not any(line.startswith("Error") for source in sources for line in lines_of("dciodvfy", "-new", source))


def validate(entry):
    for line in lines_of("dciodvfy", "-new", str(folder / entry["file"])):
        counts["errors"] += line.startswith("Error")
        if line.startswith("Error"):
            print(entry["file"] + ": " + line, file=sys.stderr)


def compare(entries):
    """What is empty here and missing there must be empty here: it is of type 2."""
    names = [str(folder / entry["file"]) for entry in entries] + [s for entry in entries for s in entry["sources"]]
    for line in lines_of("dcentvfy", *dict.fromkeys(names)):
        if "OK only If Type 2" not in line:
            counts["mismatches"] += 1
            print(line, file=sys.stderr)


def judge_in_words(entry):
    try:
        judge(entry)
    except Exception as error:  # a reader's own refusal is a finding
        check(entry, f"{type(error).__name__}: {error}", False)


def judge_broken(entry):
    """Of a source that breaks the rules only the bits count, where a reader takes it at all."""
    counts["invalidSources"] += 1
    faults = counts["faults"]
    judge_in_words(entry)
    counts["faults"] = faults


valid = []
for entry in objects:
    if are_real and not are_valid(entry["sources"]):
        judge_broken(entry)
        continue
    judge_in_words(entry)
    validate(entry)
    valid.append(entry)
at_once = 1 if are_real else 20  # real patients of one name differ among themselves
for first in range(0, len(valid), at_once):
    compare(valid[first:first + at_once])
print(json.dumps(counts))
