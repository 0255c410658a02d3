"""Reads mask pairs from a folder and writes what MedPy and NumPy say of them as JSON to stdout.

pairs.json: list of {file, shape, spacing}; a file holds prediction, then reference, a byte a pixel.
Where a mask is empty MedPy divides by zero or refuses; there the program's rules stand: 0 or null.
"""
import json
import pathlib
import sys

import numpy
from medpy.metric import binary
from scipy import ndimage


def directed(a, b, spacing):
    """95th percentile of the distances of a's surface to b's (what MONAI calls the directed distance)."""
    cross = ndimage.generate_binary_structure(a.ndim, 1)
    edge_a = a ^ ndimage.binary_erosion(a, cross)
    edge_b = b ^ ndimage.binary_erosion(b, cross)
    return numpy.percentile(ndimage.distance_transform_edt(~edge_b, sampling=spacing)[edge_a], 95)


def scores(prediction, reference, spacing):
    if not prediction.any() and not reference.any():
        return [None] * 6
    overlap = [binary.dc(prediction, reference), binary.jc(prediction, reference),
               binary.precision(prediction, reference) if prediction.any() else 0,
               binary.recall(prediction, reference) if reference.any() else None]
    if not prediction.any() or not reference.any():
        return overlap + [None, None]
    return overlap + [binary.hd95(prediction, reference, voxelspacing=spacing, connectivity=1),
                      max(directed(prediction, reference, spacing), directed(reference, prediction, spacing))]


folder = pathlib.Path(sys.argv[1])
answers = []
for pair in json.loads((folder / "pairs.json").read_text()):
    data = numpy.fromfile(folder / pair["file"], numpy.uint8).reshape([2] + pair["shape"]).astype(bool)
    answers.append([None if v is None else float(v) for v in scores(data[0], data[1], pair["spacing"])])
json.dump(answers, sys.stdout)
