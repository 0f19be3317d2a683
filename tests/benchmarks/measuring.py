"""Wall time and memory of a command with all its children, without any package."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

_SAMPLE_SECONDS = 0.02
_PROC = Path("/proc")


class CommandFailedError(RuntimeError):
    """A measured command did not do its work; the text is the end of what it said."""


@dataclass(frozen=True)
class Command:
    """What to run where; ``prepare`` is done before each run and not measured."""

    line: Sequence[str | Path]
    folder: Path
    environ: Mapping[str, str]
    prepare: Callable[[], None] = lambda: None

    def start(self, said: BinaryIO) -> subprocess.Popen[bytes]:
        """Start it in a session of its own, by which its children are found."""
        return subprocess.Popen(
            [str(part) for part in self.line],
            cwd=self.folder,
            env={**os.environ, **self.environ},
            stdout=said,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )


@dataclass(frozen=True)
class Taken:
    """Seconds that a run took: on the wall, and of processors' work with all children."""

    wall: float
    work: float


def time_taken(command: Command) -> Taken:
    """Run a command once and time it; raises CommandFailedError."""
    command.prepare()
    with tempfile.TemporaryFile() as said:
        worked, began = _work_of_children(), time.perf_counter()
        code = command.start(said).wait()
        taken = Taken(time.perf_counter() - began, _work_of_children() - worked)
        _judge(command, code, said)
    return taken


def peak_memory(command: Command) -> int:
    """Give the most memory in bytes that a run and its children held at one time, looked at 50 times a second.

    Memory that several processes share counts once (Linux's PSS); where the system does not tell, this is the
    largest single process.
    """
    command.prepare()
    most = 0
    with tempfile.TemporaryFile() as said:
        process = command.start(said)
        while process.poll() is None:
            most = max(most, _held(process.pid))
            time.sleep(_SAMPLE_SECONDS)
        _judge(command, process.returncode, said)
    return most or _largest_child()


def medians(commands: Mapping[str, Command], runs: int) -> dict[str, Taken]:
    """Give the medians of each command; they take turns, so that what disturbs one disturbs all."""
    taken: dict[str, list[Taken]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            taken[name].append(time_taken(command))
    return {
        name: Taken(
            statistics.median(each.wall for each in all_runs),
            statistics.median(each.work for each in all_runs),
        )
        for name, all_runs in taken.items()
    }


def machine() -> str:
    """Say what the figures depend on: processors and memory."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return f"{cores} nhân · cores, {memory:.0f} GiB, Python {sys.version_info.major}.{sys.version_info.minor}"


def is_busy() -> bool:
    """Tell whether others keep more than half of the processors busy: what is measured then says little of the wall."""
    return os.getloadavg()[0] > (os.cpu_count() or 1) / 2


def _work_of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _held(session: int) -> int:
    if not _PROC.is_dir():
        return 0
    return sum(
        _proportional_size(each)
        for each in _PROC.iterdir()
        if each.name.isdecimal() and _session(each) == session
    )


def _session(process: Path) -> int | None:
    try:
        # The name in brackets may hold blanks; what follows it is: state, parent, group, session …
        return int((process / "stat").read_text().rpartition(")")[2].split()[3])
    except OSError:  # it has ended since it was listed
        return None


def _proportional_size(process: Path) -> int:
    try:
        lines = (process / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)


def _largest_child() -> int:
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * unit


def _judge(command: Command, code: int, said: BinaryIO) -> None:
    if code == 0:
        return
    said.seek(0)
    end = said.read()[-2000:].decode(errors="replace")
    raise CommandFailedError(f"{' '.join(map(str, command.line))}: {code}\n{end}")
