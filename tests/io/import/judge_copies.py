"""Judges de-identified copies of DICOM files: a line a fault, then "N judged"."""
import json
import re
import shutil
import subprocess
import sys
import warnings

import pydicom

warnings.filterwarnings("ignore")

STANDARD = "1.2.840.10008."


def errors(path):
    """dciodvfy's errors, without the places and values, which differ on purpose."""
    out = subprocess.run(["dciodvfy", "-new", path], capture_output=True, text=True, errors="replace")
    return [line for line in (out.stdout + out.stderr).splitlines() if line.startswith("Error")]


def texts(dataset):
    """Every text of the data set with its tag, sequences too."""
    for element in dataset:
        if element.VR == "SQ":
            for item in element.value:
                yield from texts(item)
        elif element.VR in ("PN", "LO", "LT", "SH", "ST", "UC", "UT", "UR", "AE"):
            values = element.value if isinstance(element.value, (list, pydicom.multival.MultiValue)) else [element.value]
            for value in values:
                if value not in (None, ""):
                    yield element.tag, str(value)


def uids(dataset):
    for element in dataset:
        if element.VR == "SQ":
            for item in element.value:
                yield from uids(item)
        elif element.VR == "UI":
            values = element.value if isinstance(element.value, (list, pydicom.multival.MultiValue)) else [element.value]
            yield from (str(value) for value in values if value)


def free_meanings(dataset):
    """Code Meanings that say more than their code, sequences too."""
    codes = [str(dataset.get(name, "")) for name in ("CodeValue", "LongCodeValue", "URNCodeValue")]
    if str(dataset.get("CodeMeaning", "")) not in ("", *codes):
        yield str(dataset.CodeMeaning)
    for element in dataset:
        # The method of de-identification is said in the standard's own words.
        if element.VR == "SQ" and element.keyword != "DeidentificationMethodCodeSequence":
            for item in element.value:
                yield from free_meanings(item)


def pixels(dataset):
    for name in ("PixelData", "FloatPixelData", "DoubleFloatPixelData"):
        if name in dataset:
            return dataset[name].value
    return None


def judge_segmentation(copy, segmentation):
    """Whether it is of the copy: the same patient and study, and a reference to it."""
    image, seg = pydicom.dcmread(copy), pydicom.dcmread(segmentation)
    for name in ("PatientID", "PatientName", "StudyInstanceUID", "FrameOfReferenceUID", "StudyDate"):
        if image.get(name) != seg.get(name):
            yield f"the segmentation has another {name}"
    referred = {i.ReferencedSOPInstanceUID for s in seg.ReferencedSeriesSequence for i in s.ReferencedInstanceSequence}
    if referred != {image.SOPInstanceUID}:
        yield "the segmentation refers to another image"
    if errors(segmentation):
        yield f"the segmentation: {errors(segmentation)[:3]}"
    if shutil.which("dcentvfy"):
        said = subprocess.run(["dcentvfy", segmentation, copy], capture_output=True, text=True)
        if said.stdout.strip() or said.stderr.strip():
            yield f"dcentvfy: {(said.stdout + said.stderr)[:300]}"


def judge(source, copy):
    try:
        before = pydicom.dcmread(source, force=True)
    except Exception:
        before = None
    after = pydicom.dcmread(copy)  # without force: it has a header
    if before is not None and after.file_meta.TransferSyntaxUID == getattr(
            before.file_meta, "TransferSyntaxUID", after.file_meta.TransferSyntaxUID):
        try:
            old = pixels(before)
        except Exception:
            old = None
        new = bytes(pixels(after))
        if old is not None:
            old = bytes(old)
            shorter = min(len(old), len(new))
            if abs(len(old) - len(new)) > 1 or old[:shorter] != new[:shorter]:  # a byte may pad
                yield "other pixel data"
    if after.PatientIdentityRemoved != "YES" or not re.fullmatch(r"P\d{4}", str(after.PatientName)):
        yield "not said to be de-identified"
    if any(element.tag.is_private for element in after.iterall()):
        yield "private elements"
    for meaning in free_meanings(after):
        yield f"a code still means {meaning!r}"
    kept = {str(uid) for uid in uids(after) if not uid.startswith((STANDARD, "2.25."))}
    if kept:
        yield f"old UIDs {kept}"
    if before is not None:
        try:
            old = {text for _, text in texts(before) if len(text.strip()) > 3}
        except Exception:
            old = set()
        allowed = (str(after.PatientName), "REMOVED", "SIEMENS", "PHILIPS")
        for tag, text in texts(after):
            # Codes and terms of the standard stay.
            if text in old and text not in allowed and tag not in (0x00080100, 0x00080102, 0x00080104, 0x00281054, 0x00283004, 0x00080070):
                yield f"{tag} still says {text!r}"
    if shutil.which("dciodvfy"):
        old, new = errors(source), errors(copy)
        if len(new) > len(old):
            strip = lambda line: re.sub(r"<[^>]*>|\[[^\]]*\]", "", line)
            more = [line for line in new if strip(line) not in [strip(one) for one in old]]
            yield f"{len(new)} errors of dciodvfy, {len(old)} in the source: {more[:3]}"


def main():
    pairs = json.load(open(sys.argv[1]))
    for pair in pairs:
        try:
            for fault in judge(pair["source"], pair["copy"]):
                print(pair["source"].rsplit("/", 1)[1], fault)
            for fault in judge_segmentation(pair["copy"], pair["segmentation"]) if "segmentation" in pair else ():
                print(pair["source"].rsplit("/", 1)[1], fault)
        except Exception as error:
            print(pair["source"].rsplit("/", 1)[1], "not read:", repr(error))
    print(len(pairs), "judged")


main()
