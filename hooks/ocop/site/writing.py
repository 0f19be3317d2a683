"""Writing: the finished pages and assets into a folder, by as many processes as there are processors.

A page is rendered and written in one go and forgotten, so that memory does not grow with their number. Each worker
takes every n-th page: neighbours are alike, which spreads long listings evenly, and the bytes of a page do not depend
on who writes it.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import shutil
import signal
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Final

from ocop.site.model import Asset, Placed

Render = Callable[[Any], str]
"""Gives the whole HTML of a page, or of the plan of one."""

FEW: Final = 64
"""Fewer pages than this are written before a second process would have begun."""


class WritingError(RuntimeError):
    """A page could not be rendered or written; the text says which and why."""


def workers(wanted: str | None) -> int:
    """Give the number of processes to use; ``wanted`` is what the environment says. Raises ValueError."""
    if not wanted:
        return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if not wanted.isdecimal() or int(wanted) < 1:
        raise ValueError(f"not a number of processes: {wanted}")
    return int(wanted)


def write_pages(
    pages: Sequence[Placed],
    render: Render,
    target: Path,
    processes: int = 1,
    meanwhile: Callable[[], None] | None = None,
) -> None:
    """Write every page under ``target``, and do ``meanwhile`` while workers write; raises WritingError."""
    processes = min(processes, len(pages) // FEW)
    # macOS's own libraries do not survive a fork without exec; there, as on Windows, one process writes.
    can_fork = sys.platform != "darwin" and "fork" in multiprocessing.get_all_start_methods()
    if can_fork and processes > 1:
        _write_in_workers(pages, render, target, processes, meanwhile or _nothing)
    else:
        (meanwhile or _nothing)()
        _write_share(pages, render, target)


def write_page(page: Placed, render: Render, target: Path) -> None:
    """Render one page and write it; raises WritingError."""
    try:
        _write(inside(target, page_path(page)), render(page).encode())
    except Exception as fault:
        raise WritingError(f"/{page.address} ({page.template}): {_reason(fault)}") from fault


def write_asset(asset: Asset, target: Path) -> None:
    """Write one file of the site."""
    path = inside(target, asset.path)
    if isinstance(asset.content, bytes):
        _write(path, asset.content)
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(asset.content, path)


def write_assets(assets: Iterable[Asset], target: Path) -> None:
    """Write every asset under ``target``."""
    for asset in assets:
        write_asset(asset, target)


def page_path(page: Placed) -> str:
    """Give the file of a page, relative to the site."""
    return f"{page.address}index.html"


def inside(target: Path, path: str) -> Path:
    """Give the file of a relative path; raises ValueError for a path that leads out of ``target`` or is odd."""
    parts = path.split("/")
    if any(part in {"", ".", ".."} for part in parts) or "\\" in path or ":" in path or "\0" in path:
        raise ValueError(f"not a path inside the site: {path!r}")
    return target.joinpath(*parts)


def _write_share(pages: Iterable[Placed], render: Render, target: Path) -> None:
    for page in pages:
        write_page(page, render, target)


def _write(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _reason(fault: Exception) -> str:
    """Say what went wrong and in which line, for a template as for Python: a worker's traceback dies with it."""
    place = traceback.extract_tb(fault.__traceback__)[-1]
    what = traceback.format_exception_only(fault)[-1].strip()
    return f"{what} ({Path(place.filename).name}:{place.lineno})"


def _nothing() -> None:
    """Do nothing meanwhile."""


def _write_in_workers(
    pages: Sequence[Placed], render: Render, target: Path, processes: int, meanwhile: Callable[[], None]
) -> None:
    # Nothing that exists now will be freed: without this the collector would touch, and so copy, it in every worker.
    gc.collect()
    gc.freeze()
    context = multiprocessing.get_context("fork")
    started = []
    try:
        for number in range(processes):
            receiver, sender = context.Pipe(duplex=False)
            share = pages[number::processes]
            process = context.Process(target=_work, args=(sender, share, render, target, os.getpid()))
            process.start()
            sender.close()
            started.append((process, receiver))
        meanwhile()
        for _, receiver in started:
            if fault := _outcome(receiver):
                raise WritingError(fault)
    finally:
        for process, receiver in started:
            process.terminate()
            process.join()
            receiver.close()
        gc.unfreeze()


def _work(
    sender: Connection[str, str], pages: Sequence[Placed], render: Render, target: Path, parent: int
) -> None:
    # Ctrl-C goes to the whole group; it is for the build to stop its workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        _write_share(_while_alive(parent, pages), render, target)
    except WritingError as fault:
        sender.send(str(fault))
    else:
        sender.send("")


def _while_alive(parent: int, pages: Iterable[Placed]) -> Iterator[Placed]:
    """Give the pages while the build lives: killed, it cannot tell its workers, and nobody waits for their pages."""
    for page in pages:
        if os.getppid() != parent:
            os._exit(1)
        yield page


def _outcome(receiver: Connection[str, str]) -> str:
    """Give what went wrong in a worker, empty for nothing."""
    try:
        return receiver.recv()
    except EOFError:
        return "a process that writes pages was stopped from outside (out of memory?)"
