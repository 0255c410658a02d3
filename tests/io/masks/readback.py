"""Reads a folder of exported masks with PIL and NumPy and compares it with the truth beside it.

truth/: size.json, labels, human (bytes), posterior, state (float32; the state on the model's grid, of the
first step). Prints one line a fault, then "done".
"""
import json
import pathlib
import sys

import numpy
from PIL import Image
from scipy import ndimage

folder = pathlib.Path(sys.argv[1])
truth = folder / "truth"
size = json.loads((truth / "size.json").read_text())
shape = (size["height"], size["width"])
labels = numpy.fromfile(truth / "labels", numpy.uint8).reshape(shape)
human = numpy.fromfile(truth / "human", numpy.uint8).reshape(shape)
posterior = numpy.fromfile(truth / "posterior", "<f4").reshape((3,) + shape)
state = numpy.fromfile(truth / "state", "<f4").reshape(3, size["modelHeight"], size["modelWidth"])


def check(what, is_good):
    if not is_good:
        print(what)


mask = Image.open(folder / "picture_mask.png")
check("mask mode", mask.mode == "P")
check("mask mark", mask.text.get("Software") == "Limn")
check("mask pixels", numpy.array_equal(numpy.array(mask), labels))
check("mask palette", mask.getpalette()[:9] == [0, 0, 0] + size["colours"])
who = Image.open(folder / "picture_who.png")
check("who", numpy.array_equal(numpy.array(who), numpy.select([human == 255, human == 0], [0, 2], 1)))
for label, name in (1, "left_lung"), (2, "heart"):
    one = Image.open(folder / f"picture_{name}.png")
    check("label mode", one.mode == "L")
    check("label pixels", numpy.array_equal(numpy.array(one), numpy.where(labels == label, 255, 0)))
    chance = Image.open(folder / f"picture_{name}_prob.png")
    check("prob mode", chance.mode.startswith("I"))
    check("prob pixels", numpy.array_equal(numpy.array(chance).astype(int),
                                           numpy.floor(65535 * posterior[label].astype(float) + 0.5).astype(int)))
array = numpy.load(folder / "picture_prob.npy", allow_pickle=False)
check("npy", array.dtype == "<f4" and numpy.array_equal(array, posterior))

steps = numpy.load(folder / "picture_steps.npz", allow_pickle=False)
check("steps names", sorted(steps.files) == ["generative", "posterior", "semantic", "state", "t"])
for name in ("posterior", "semantic", "generative", "state"):
    check(name + " shape", steps[name].dtype == "<f2" and steps[name].shape == (size["steps"], 3) + shape)
with numpy.errstate(over="ignore"):
    check("posterior halves", numpy.array_equal(steps["posterior"][-1].view("u2"), posterior.astype("<f2").view("u2")))
check("t", numpy.allclose(steps["t"], 1 - numpy.arange(size["steps"]) / size["steps"]))
places = numpy.meshgrid(*[(numpy.arange(n) + 0.5) * m / n - 0.5 for n, m in zip(shape, state.shape[1:])], indexing="ij")
for k in range(3):
    expected = ndimage.map_coordinates(state[k].astype(float), places, order=1, mode="nearest")
    check("state on the picture's grid", numpy.abs(steps["state"][0, k].astype(float) - expected).max() < 6e-4)
check("prov", json.loads((folder / "picture.prov.json").read_text())["program"] == "Limn")
print("done")
