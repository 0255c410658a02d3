"""Grey levels by pydicom of the first window of each file: one raw file of 8-bit levels a DICOM file."""
import sys

import numpy
import pydicom
from pydicom.pixel_data_handlers.util import apply_modality_lut, apply_windowing

for path, out in zip(sys.argv[1::2], sys.argv[2::2]):
    data = pydicom.dcmread(path)
    values = apply_windowing(apply_modality_lut(data.pixel_array, data), data).astype("f8")
    # Its output spans what the stored bits, rescaled, can hold.
    stored = [0, 2**data.BitsStored - 1]
    if data.PixelRepresentation == 1:
        stored = [-(2 ** (data.BitsStored - 1)), 2 ** (data.BitsStored - 1) - 1]
    slope, intercept = float(data.get("RescaleSlope", 1)), float(data.get("RescaleIntercept", 0))
    low, high = sorted(value * slope + intercept for value in stored)
    levels = 255 * (values - low) / (high - low)
    numpy.clip(numpy.floor(levels), 0, 255).astype("u1").tofile(out)
print("done")
