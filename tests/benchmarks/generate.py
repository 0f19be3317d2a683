"""Made-up records of any number, to measure with: valid, labelled as made up, the same for the same seed.

    python tests/benchmarks/generate.py FOLDER --products 2000 --producers 1000

Vocabulary, districts and pages written by hand are copied from the catalogue, since they do not grow with it.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
from pathlib import Path
from typing import Any

import yaml
from makers import PER_SOURCES_FILE, PROJECT, SOURCE_IDS, Maker, Size, read, source
from PIL import Image

LABEL = "# Bản ghi bịa để đo tốc độ · made up, to measure with\n"
COPIED = ("districts", "kinds.yml", "programme.yml", "en", "gioi-thieu.md")


def generate(folder: Path, size: Size, seed: int = 1) -> None:
    """Write ``products/`` and ``catalogue/`` under a folder; what lay there is removed first."""
    maker = Maker(size, seed)
    for name in ("products", "catalogue"):
        shutil.rmtree(folder / name, ignore_errors=True)
    _copy_what_does_not_grow(folder)
    for number in range(1, size.producers + 1):
        _write(folder / "catalogue/producers", *maker.producer(number))
    for number in range(1, size.sales_points + 1):
        _write(folder / "catalogue/sales-points", *maker.sales_point(number))
    for number in range(1, size.products + 1):
        name, written = maker.product(number)
        if maker.often(size.photos):
            written["photos"] = [_photo(folder / "products", name, maker.chance)]
        _write(folder / "products", name, written)


def _copy_what_does_not_grow(folder: Path) -> None:
    (folder / "catalogue").mkdir(parents=True)
    for name in COPIED:
        origin, copy = PROJECT / "catalogue" / name, folder / "catalogue" / name
        shutil.copytree(origin, copy) if origin.is_dir() else shutil.copy(origin, copy)
    campaign = {"id": "dot-bia", "title": "Đợt quảng bá bịa", "kinds": ["tom"], "rank": 1}
    _dump(folder / "catalogue/promotions.yml", [campaign])
    made_up = {PER_SOURCES_FILE.format(number=number): source(number) for number in range(1, SOURCE_IDS + 1)}
    _dump(folder / "catalogue/sources.yml", read("catalogue/sources.yml") | made_up)


def _photo(folder: Path, name: str, chance: random.Random) -> dict[str, str]:
    """Draw a picture that no other is equal to, large enough to be published."""
    file = f"{name.rpartition('/')[2]}.jpg"
    path = (folder / name).parent / file
    path.parent.mkdir(parents=True, exist_ok=True)
    small = Image.frombytes("RGB", (20, 15), chance.randbytes(900))
    small.resize((1000, 750), Image.Resampling.BICUBIC).save(path, quality=85)
    return {"file": file, "alt": "Ảnh bịa", "credit": "Máy"}


def _write(folder: Path, name: str, written: dict[str, Any]) -> None:
    path = folder / f"{name}.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    _dump(path, written, LABEL)


class _Dumper(yaml.CSafeDumper):
    """Writes a text of several lines as people do, after a bar."""


def _text(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _text)


def _dump(path: Path, written: Any, head: str = "") -> None:
    text = yaml.dump(written, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100)
    path.write_text(head + text, "utf-8")


def main(arguments: list[str]) -> None:
    """Generate records as the command line asks."""
    reader = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    reader.add_argument("folder", type=Path)
    reader.add_argument("--products", type=int, default=2000)
    reader.add_argument("--producers", type=int, default=1000)
    reader.add_argument("--sales-points", type=int, default=60)
    reader.add_argument("--photos", type=float, default=0.0, help="share of products with a photo")
    reader.add_argument("--seed", type=int, default=1)
    asked = reader.parse_args(arguments)
    generate(
        asked.folder, Size(asked.products, asked.producers, asked.sales_points, asked.photos), asked.seed
    )


if __name__ == "__main__":
    main(sys.argv[1:])
