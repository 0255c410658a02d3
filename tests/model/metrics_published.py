"""Writes tests/data/metrics_published.json: mask pairs, and what nnU-Net and MONAI say of them.

Not part of ./test, because both bring a second PyTorch. It was run with monai 1.3.2 (on PyTorch 1.13) and the
sources of nnunetv2 2.5.2:

    python3 tests/model/metrics_published.py DATA NNUNET > tests/data/metrics_published.json

DATA: the folder that holds cxr_lungs (masks: V7 Labs, CC BY 4.0), isic2017_skin_256 and dsb2018_nuclei (CC0). NNUNET: evaluate_predictions.py of nnU-Net, of
which the functions of one case alone are used, as they are, without the imports of the whole program.
"""
import ast
import base64
import json
import pathlib
import struct
import sys
import typing
import zlib

import numpy
import torch
from monai.metrics import DiceMetric, HausdorffDistanceMetric, MeanIoU
from PIL import Image

data, nnunet_file = (pathlib.Path(argument) for argument in sys.argv[1:3])


def nnunet_functions():
    wanted = {"region_or_label_to_mask", "compute_tp_fp_fn_tn", "compute_metrics"}
    tree = ast.parse(nnunet_file.read_text())
    tree.body = [node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name in wanted]
    space = {"np": numpy, "BaseReaderWriter": object, **{name: getattr(typing, name) for name in ("Union", "List", "Tuple")}}
    exec(compile(tree, str(nnunet_file), "exec"), space)
    return space["compute_metrics"]


class Reader:
    """nnU-Net asks a reader for both files; here a file is its array."""

    def read_seg(self, array):
        return array[None], {}


compute_metrics = nnunet_functions()


def packed(mask):
    plain = mask.astype(numpy.uint8).tobytes()
    return base64.b64encode(struct.pack(">I", len(plain)) + zlib.compress(plain, 9)).decode()


def number(value):
    value = float(value)
    return value if numpy.isfinite(value) else None


def one_hot(mask, classes):
    return torch.tensor(numpy.stack([mask == c for c in range(classes + 1)]))[None].float()


def monai_scores(prediction, reference, classes, spacing):
    pair = one_hot(prediction, classes), one_hot(reference, classes)
    measures = {"Dice": DiceMetric(include_background=False, ignore_empty=False),
                "IoU": MeanIoU(include_background=False, ignore_empty=False),
                "HD95-max": HausdorffDistanceMetric(include_background=False, percentile=95)}
    answers = {}
    for name, measure in measures.items():
        values = measure(*pair, spacing=spacing) if name == "HD95-max" else measure(*pair)
        answers[name] = [number(v) for v in values[0]]
    return answers


def nnunet_scores(prediction, reference, classes):
    answer = compute_metrics(reference, prediction, Reader(), list(range(1, classes + 1)))["metrics"]
    return {name: [number(answer[c][name]) for c in range(1, classes + 1)] for name in ("Dice", "IoU", "TP", "FP", "FN")}


def case(name, prediction, reference, classes, spacing):
    return {"name": name, "shape": list(prediction.shape), "spacing": spacing, "classes": classes,
            "prediction": packed(prediction), "reference": packed(reference),
            "nnunet": nnunet_scores(prediction, reference, classes),
            "monai": monai_scores(prediction, reference, classes, spacing)}


def random_cases():
    random = numpy.random.default_rng(7)
    for i in range(24):
        shape = tuple(int(n) for n in random.integers(5, 30, 2 if i % 3 else 3))
        spacing = [float(s) for s in random.uniform(0.5, 3, len(shape)).round(3)]
        masks = [random.choice(4, shape, p=[0.7, 0.15, 0.1, 0.05]) for _ in range(2)]
        if i % 4 == 0:
            masks[i // 4 % 2][:] = 0  # one side empty
        if i % 5 == 0:
            masks[0][masks[0] == 3] = masks[1][masks[1] == 3] = 0  # a class that is nowhere
        yield case(f"random {i}", *masks, 3, spacing)


def real_cases():
    """Masks of neighbours in a folder's list, every third pixel."""
    for folder, classes, count in (("cxr_lungs", 1, 6), ("isic2017_skin_256", 1, 6), ("dsb2018_nuclei", 1, 6)):
        files = sorted((data / folder / "masks").glob("*.png"))[:40:3][:count + 1]
        for a, b in zip(files, files[1:]):
            masks = [numpy.array(Image.open(file))[::3, ::3] for file in (a, b)]
            height, width = (min(mask.shape[axis] for mask in masks) for axis in (0, 1))
            masks = [numpy.where(mask > classes, 1, mask)[:height, :width] for mask in masks]
            yield case(f"{folder}/{a.stem}", *masks, classes, [1.0, 1.0])


json.dump([*random_cases(), *real_cases()], sys.stdout, indent=0)
print()
