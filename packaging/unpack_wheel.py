"""Unpacks chosen parts of a wheel: unpack_wheel.py WHEEL FOLDER PATTERN..., with the wheel's own layout.

Each file is written beside its place and renamed, so that an interruption leaves no half file under its name.
"""
import fnmatch
import os
import shutil
import sys
import zipfile


def main(wheel, folder, *patterns):
    found = dict.fromkeys(patterns, 0)
    with zipfile.ZipFile(wheel) as archive:
        for entry in archive.infolist():
            pattern = next((p for p in patterns if fnmatch.fnmatchcase(entry.filename, p)), None)
            if pattern is None or entry.is_dir():
                continue
            found[pattern] += 1
            place = os.path.join(folder, entry.filename)
            os.makedirs(os.path.dirname(place), exist_ok=True)
            with archive.open(entry) as source, open(place + ".part", "wb") as target:
                shutil.copyfileobj(source, target, 1 << 20)
            os.replace(place + ".part", place)
    for pattern in (p for p, count in found.items() if count == 0):
        sys.exit(f"{os.path.basename(wheel)} holds nothing named {pattern}")


if __name__ == "__main__":
    main(*sys.argv[1:])
