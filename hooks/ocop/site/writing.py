"""Writing: the finished pages and assets into a folder, by as many processes as there are processors.

A page is rendered and written in one go and forgotten, so that memory does not grow with their number. Each worker
takes every n-th page: neighbours are alike, which spreads long listings evenly, and the bytes of a page do not depend
on who writes it. Pictures and printed pages take a moment or a second each, so whoever is free takes the next.
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
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import Connection, wait
from multiprocessing.sharedctypes import Synchronized
from pathlib import Path
from typing import Any, Final, TypeAlias, TypeVar

from ocop.photos import Shelf, kept
from ocop.press import has_printed
from ocop.site.model import Asset, Batch, LateBatch, Placed

Render = Callable[[Any], str]
"""Gives the whole HTML of a page, or of the plan of one."""

Tell = Callable[[int, int], None]
"""Hears now and then how many works of how many are done."""
Receivers: TypeAlias = "list[Connection[Any, Any]]"
Work = TypeVar("Work")
Result = TypeVar("Result")

FEW: Final = 64
"""Fewer pages than this are written before a second process would have begun."""
_FEW_WORKS: Final = 4
_MOMENT: Final = 0.1
"""Seconds between two looks at how far the workers are."""


class WritingError(RuntimeError):
    """A page or picture could not be made or written; the text says which and why."""


def _nothing() -> None:
    """Do nothing meanwhile."""


def _untold(_done: int, _of: int) -> None:
    """Tell nobody."""


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
    write = partial(write_page, render=render, target=target)
    if can_fork() and processes > 1:
        shares = [pages[number::processes] for number in range(processes)]
        _in_workers(shares, write, lambda _: (meanwhile or _nothing)())
    else:
        (meanwhile or _nothing)()
        for page in pages:
            write(page)


def write_batches(
    batches: Sequence[Batch | LateBatch],
    target: Path,
    processes: int = 1,
    shelf: Shelf | None = None,
    tell: Tell = _untold,
) -> set[str]:
    """Write every picture and printed page under ``target``, off the shelf where it has them.

    Gives every key under which the shelf keeps something of them; raises WritingError.
    """
    return set().union(*by_turns(batches, partial(write_batch, target=target, shelf=shelf), processes, tell))


def by_turns(
    works: Sequence[Work], do: Callable[[Work], Result], processes: int = 1, tell: Tell = _untold
) -> list[Result]:
    """Have each work done by whichever process is free, and give what came of them, in any order.

    Raises WritingError for a fault in another process, else the fault itself.
    """
    processes = min(processes, len(works) // _FEW_WORKS)
    if can_fork() and processes > 1 and not has_printed():
        taken: Synchronized[int] = multiprocessing.get_context("fork").Value("q", 0)
        shares = [_NextFree(works, taken)] * processes
        return _in_workers(shares, do, partial(_watch, taken=taken, total=len(works), tell=tell))
    results = []
    for number, work in enumerate(works):
        tell(number, len(works))
        results.append(do(work))
    return results


def can_fork() -> bool:
    """Tell whether work can be shared: macOS's own libraries do not survive a fork without exec, Windows has none."""
    return sys.platform != "darwin" and "fork" in multiprocessing.get_all_start_methods()


def write_page(page: Placed, render: Render, target: Path) -> None:
    """Render one page and write it; raises WritingError."""
    try:
        _write(inside(target, page_path(page)), render(page).encode())
    except Exception as fault:
        raise WritingError(f"/{page.address} ({page.template}): {_reason(fault)}") from fault


def write_batch(batch: Batch | LateBatch, target: Path, shelf: Shelf | None = None) -> tuple[str, ...]:
    """Write the files of a batch, made now or kept from an earlier build, and give its keys; raises WritingError."""
    try:
        begun = batch.begun()
        contents = kept(shelf, begun.key, begun.make, len(begun.paths))
        for path, content in zip(begun.paths, contents, strict=True):
            _write(inside(target, path), content)
    except Exception as fault:
        raise WritingError(f"{batch.made_of}: {_reason(fault)}") from fault
    return begun.key, *begun.parts


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


def _in_workers(
    shares: Sequence[Iterable[Work]],
    do: Callable[[Work], Result | None],
    meanwhile: Callable[[Receivers], None],
) -> list[Result]:
    """Have each share done by a process of its own, and do ``meanwhile`` here; give what they say. Raises WritingError."""
    # Nothing that exists now will be freed: without this the collector would touch, and so copy, it in every worker.
    gc.collect()
    gc.freeze()
    context = multiprocessing.get_context("fork")
    started = []
    try:
        for share in shares:
            receiver, sender = context.Pipe(duplex=False)
            process = context.Process(target=_work, args=(sender, share, do, os.getpid()))
            process.start()
            sender.close()
            started.append((process, receiver))
        meanwhile([receiver for _, receiver in started])
        said: list[Result] = []
        for _, receiver in started:
            fault, results = _outcome(receiver)
            if fault:
                raise WritingError(fault)
            said += results
        return said
    finally:
        for process, receiver in started:
            process.terminate()
            process.join()
            receiver.close()
        gc.unfreeze()


def _work(
    sender: Connection[Any, Any], share: Iterable[Work], do: Callable[[Work], Result | None], parent: int
) -> None:
    # Ctrl-C goes to the whole group; it is for the build to stop its workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        results = [said for each in _while_alive(parent, share) if (said := do(each)) is not None]
    except Exception as fault:  # noqa: BLE001 - it is raised again where the work was given out
        sender.send((str(fault) if isinstance(fault, WritingError) else _reason(fault), []))
    else:
        sender.send(("", results))


def _while_alive(parent: int, share: Iterable[Work]) -> Iterator[Work]:
    """Give a share while the build lives: killed, it cannot tell its workers, and nobody waits for what they do."""
    for each in share:
        if os.getppid() != parent:
            os._exit(1)
        yield each


@dataclass(frozen=True)
class _NextFree(Iterable[Work]):
    """A list that several processes go through together: each entry is taken by one of them."""

    entries: Sequence[Work]
    taken: Synchronized[int]

    def __iter__(self) -> Iterator[Work]:
        while (number := self._take()) < len(self.entries):
            yield self.entries[number]

    def _take(self) -> int:
        with self.taken.get_lock():
            number = self.taken.value
            self.taken.value += 1
        return number


def _watch(receivers: Receivers, taken: Synchronized[int], total: int, tell: Tell) -> None:
    """Tell how far the workers are until all of them have reported."""
    waiting = list(receivers)
    while waiting:
        done = wait(waiting, _MOMENT)
        waiting = [each for each in waiting if each not in done]
        tell(max(0, min(taken.value, total) - len(waiting)), total)


def _outcome(receiver: Connection[Any, Any]) -> tuple[str, list[Any]]:
    """Give what went wrong in a worker, empty for nothing, and what it has to say."""
    try:
        fault, results = receiver.recv()
    except EOFError:
        return "a process that writes pages or pictures was stopped from outside (out of memory?)", []
    return fault, results
