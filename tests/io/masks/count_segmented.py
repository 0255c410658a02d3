"""Prints how many pixels of a DICOM segmentation belong to any segment, each place counted once."""
import collections
import sys

import numpy
import pydicom

dataset = pydicom.dcmread(sys.argv[1])
try:
    pixels = dataset.pixel_array
except RuntimeError:  # no decoder for this compression
    sys.exit(0)
frames = pixels.reshape((-1, dataset.Rows, dataset.Columns))
if dataset.SegmentationType == "FRACTIONAL":
    frames = frames >= (dataset.MaximumFractionalValue + 1) // 2
shared = dataset.get("SharedFunctionalGroupsSequence", [None])[0]
slices = collections.defaultdict(lambda: numpy.zeros((dataset.Rows, dataset.Columns), bool))
background = [s.SegmentNumber for s in dataset.SegmentSequence if s.SegmentNumber == 0]
for number, frame in enumerate(frames):
    group = dataset.PerFrameFunctionalGroupsSequence[number]
    key = number
    if "PlanePositionSequence" in group:
        key = tuple(round(float(v), 2) for v in group.PlanePositionSequence[0].ImagePositionPatient)
    elif "DerivationImageSequence" in group and group.DerivationImageSequence[0].SourceImageSequence:
        source = group.DerivationImageSequence[0].SourceImageSequence[0]
        key = (source.ReferencedSOPInstanceUID, source.get("ReferencedFrameNumber"))
    slices[key] |= frame > 0
print(sum(int(mask.sum()) for mask in slices.values()))
