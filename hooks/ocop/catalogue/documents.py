"""All files of a catalogue as documents, in order: one after the other, or by several processes when they are many."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from pathlib import Path
from typing import Final

from ocop.findings import Finding
from ocop.source import Document, parse, read

# Starting processes costs as much as parsing some hundred records.
_WORTH_IT: Final = 500
_MOST_PROCESSES: Final = 4
_AT_A_TIME: Final = 50


def documents(root: Path, paths: Sequence[str]) -> Iterator[Document | Finding]:
    """Yield the document of each file, or the one fault that keeps it from being read."""
    one = partial(read_document, root)
    done = 0
    processes = _processes(len(paths))
    if processes > 1:
        try:
            with ProcessPoolExecutor(processes, multiprocessing.get_context("fork")) as pool:
                for found in pool.map(one, paths, chunksize=_AT_A_TIME):
                    yield found
                    done += 1
        # Where the system takes a process away, for want of memory, this one does the rest.
        except (BrokenProcessPool, OSError):
            pass
    yield from map(one, paths[done:])


def read_document(root: Path, path: str) -> Document | Finding:
    """Read and parse one file."""
    source = read(root / path, path)
    return source if isinstance(source, Finding) else parse(source)


def _processes(files: int) -> int:
    """Tell how many processes to use: one where there are few files, or where forking is not safe."""
    if (
        files < _WORTH_IT
        or threading.active_count() > 1
        or "fork" not in multiprocessing.get_all_start_methods()
    ):
        return 1
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(allowed, _MOST_PROCESSES)
