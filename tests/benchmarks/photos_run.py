"""Make what is published of every photo of a folder, as a build does, for `photos.py` to measure.

python tests/benchmarks/photos_run.py FOLDER_OF_JPEGS TARGET SHELF
"""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from ocop.photos import PictureFacts, Shelf, inspect, photo_key, published, renditions_of
from ocop.site.model import Batch
from ocop.site.writing import workers, write_batches


def main(folder: Path, target: Path, shelf: Shelf) -> None:
    """Look at every photo, then make its files or take them off the shelf."""
    originals = sorted(folder.glob("*.jpg"))
    processes = workers(None)
    with ThreadPoolExecutor(processes) as pool:
        looked = list(pool.map(lambda path: inspect(path, shelf), originals))
    target.mkdir(parents=True)
    batches = [
        _batch(path, facts)
        for path, facts in zip(originals, looked, strict=True)
        if isinstance(facts, PictureFacts)
    ]
    write_batches(batches, target, processes, shelf)


def _batch(path: Path, facts: PictureFacts) -> Batch:
    paths = tuple(f"{path.stem}.{each.width}.{each.kind}" for each in renditions_of(facts))
    return Batch(path.name, paths, photo_key(facts), partial(_make, path, facts))


def _make(path: Path, facts: PictureFacts) -> tuple[bytes, ...]:
    return published(path.read_bytes(), facts)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Shelf(Path(sys.argv[3])))
