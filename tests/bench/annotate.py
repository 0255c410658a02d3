#!/usr/bin/env python3
"""Annotates a folder in the real window, as a hand that knows the reference would: runs the model on
each image, draws a lasso around every piece that it missed, or with Ctrl around what it took too
much, and accepts. Then exports the masks. What it took stands in the work file (seconds, strokes,
changed pixels) and is printed with the Dice before and after as CSV.

    build/testenv/bin/python3 tests/bench/annotate.py IMAGES REFERENCES MODEL [--out FOLDER]

IMAGES: a folder of PNGs; REFERENCES: masks of the same names. The images are copied to FOLDER (a
new one). Needs a built release, xvfb, openbox, xdotool and dbus-run-session."""

import argparse, csv, os, re, shutil, sqlite3, subprocess, sys, tempfile, time
from pathlib import Path

import numpy as np
from PIL import Image
from scipy import ndimage

ROOT = Path(__file__).resolve().parents[2]
LIMN = ROOT / "build/release/bin/limn"
WINDOW = (1366, 830)
PICTURE = (296, 111, 1009, 633)  # where the window of this size fits a picture: left, top, right, bottom
THINK, SETTLE = 0.8, 3.0  # seconds before a stroke; for a run
MOST = 15  # strokes an image
SMALLEST = 0.004  # of the reference: pieces below are left


def natural(name):
    return [int(part) if part.isdigit() else part.lower() for part in re.split(r"(\d+)", name)]


def mask(path):
    return np.asarray(Image.open(path).convert("L")) > 0


def dice(a, b):
    return 2 * (a & b).sum() / max(1, a.sum() + b.sum())


def outline(piece):
    """The border pixels of a connected piece, in order (Moore's tracing): (x, y) each."""
    padded = np.pad(piece, 1)
    y, x = np.argwhere(padded)[0]
    around = [(-1, 0), (-1, 1), (0, 1), (1, 1), (1, 0), (1, -1), (0, -1), (-1, -1)]
    border, start, came = [(x - 1, y - 1)], (y, x), 6
    for _ in range(4 * padded.size):
        for turn in range(1, 9):
            way = (came + turn) % 8
            to = (y + around[way][0], x + around[way][1])
            if padded[to]:
                break
        else:
            return border
        y, x = to
        came = (way + 5) % 8
        if (y, x) == start:
            return border
        border.append((x - 1, y - 1))
    return border


def strokes(predicted, reference):
    found = []
    for paints, wrong, inside in ((True, reference & ~predicted, reference),
                                  (False, predicted & ~reference, ~reference)):
        pieces, count = ndimage.label(ndimage.binary_opening(wrong, np.ones((3, 3))))
        for number in range(1, count + 1):
            piece = pieces == number
            if piece.sum() < max(30, SMALLEST * reference.sum()):
                continue
            grown = ndimage.binary_dilation(piece, np.ones((3, 3))) & inside
            found.append((int(piece.sum()), paints, outline(grown)))
    return sorted(found, key=lambda stroke: -stroke[0])[:MOST]


class Window:
    def __init__(self, folder, model, home):
        display = f":{60 + os.getpid() % 30}"
        config = home / "limn"
        config.mkdir(parents=True)
        (config / "limn.conf").write_text(f"[run]\nmodel={model}\n[work]\nvisitFirst=false\n")
        self.environment = dict(os.environ, DISPLAY=display, XDG_CONFIG_HOME=str(home),
                                XDG_DATA_HOME=str(home), XDG_RUNTIME_DIR=str(home))
        self.environment.pop("QT_QPA_PLATFORM", None)
        home.chmod(0o700)
        self.server = self.start(["Xvfb", display, "-screen", "0", "1366x850x24"])
        time.sleep(1)
        self.manager = self.start(["dbus-run-session", "--", "sh", "-c",
                                   f"openbox & sleep 1; exec '{LIMN}' '{folder}'"])
        found = ""
        for _ in range(60):
            time.sleep(0.5)
            found = self.xdotool("search", "--onlyvisible", "--name", "Limn").split()
            if found:
                break
        if not found:
            sys.exit("The window did not open.")
        self.xdotool("windowsize", "--sync", found[-1], *WINDOW)
        self.xdotool("windowmove", found[-1], 0, 0, "windowactivate", found[-1])
        time.sleep(5)

    def start(self, command):
        return subprocess.Popen(command, env=self.environment, stdout=subprocess.DEVNULL,
                                stderr=subprocess.DEVNULL)

    def xdotool(self, *words, script=None):
        words = ["xdotool", *map(str, words)]
        return subprocess.run(words, env=self.environment, input=script, text=True,
                              capture_output=True).stdout

    def key(self, name, wait):
        self.xdotool("key", name)
        time.sleep(wait)

    def lasso(self, points, paints):
        hold, loose = ("", "") if paints else ("keydown ctrl\n", "keyup ctrl\n")
        go = [f"mousemove {x:.0f} {y:.0f}" for x, y in [*points, points[0]]]
        self.xdotool("-", script=f"{go[0]}\nsleep 0.1\n{hold}mousedown 1\n"
                     + "\nsleep 0.012\n".join(go[1:]) + f"\nsleep 0.05\nmouseup 1\n{loose}")

    def close(self):
        self.key("ctrl+q", 3)
        self.manager.terminate()
        self.server.terminate()


def annotate(window, predicted, reference):
    height, width = reference.shape
    left, top, right, bottom = PICTURE
    zoom = min((right - left) / width, (bottom - top) / height)
    x0, y0 = (left + right - width * zoom) / 2, (top + bottom - height * zoom) / 2
    window.xdotool("mousemove", 700, 650)
    window.key("r", SETTLE)
    window.key("ctrl+0", 0.4)
    window.key("l", 0.1)
    every = max(1, round(4 / zoom))
    for _, paints, border in strokes(predicted, reference):
        time.sleep(THINK)
        points = [((x + 0.5) * zoom + x0, (y + 0.5) * zoom + y0) for x, y in border[::every]]
        window.lasso(points, paints)
    time.sleep(0.6)
    window.key("Return", 2)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("images", "references"):
        parser.add_argument(name, type=Path)
    parser.add_argument("model")
    parser.add_argument("--out", type=Path, default=Path("annotated"))
    arguments = parser.parse_args()
    work = arguments.out / "images"
    work.mkdir(parents=True)
    names = sorted((file.stem for file in arguments.images.glob("*.png")), key=natural)
    for name in names:
        shutil.copy(arguments.images / f"{name}.png", work)
    subprocess.run([LIMN, "segment", work, "-o", arguments.out / "model", "--model",
                    arguments.model], check=True, stderr=subprocess.DEVNULL,
                   stdout=subprocess.DEVNULL)
    reference = {name: mask(arguments.references / f"{name}.png") for name in names}
    predicted = {name: mask(arguments.out / "model" / f"{name}_mask.png") for name in names}
    with tempfile.TemporaryDirectory() as home:
        window = Window(work.resolve(), arguments.model, Path(home) / "home")
        for name in names:
            annotate(window, predicted[name], reference[name])
        window.close()
    subprocess.run([LIMN, "export", work, "-o", arguments.out / "release"], check=True,
                   stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    kept = sqlite3.connect(work / "annotations.limn").execute(
        "SELECT path, seconds, strokes, changed_pixels FROM images").fetchall()
    effort = {Path(path).stem: rest for path, *rest in kept}
    table = csv.writer(sys.stdout)
    table.writerow(["image", "seconds", "strokes", "changed_pixels", "dice_model", "dice_final"])
    for name in names:
        seconds, count, pixels = effort[name]
        final = mask(arguments.out / "release/masks" / f"{name}_mask.png")
        table.writerow([name, f"{seconds:.1f}", count, pixels,
                        f"{dice(predicted[name], reference[name]):.4f}",
                        f"{dice(final, reference[name]):.4f}"])


if __name__ == "__main__":
    main()
