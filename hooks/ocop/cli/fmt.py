"""``ocop fmt``: records in the one canonical form, their facts and comments untouched."""

from __future__ import annotations

import difflib
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Final

import click

from ocop import report
from ocop.catalogue.layout import survey
from ocop.cli.options import lang_option, relative, root_option
from ocop.form.formatting import CannotFormatError, formatted, model_of
from ocop.form.saving import replace
from ocop.i18n import Lang
from ocop.source import SourceFile, read

GOOD, FOUND = 0, 1  # wrong use is click's own 2
_MANY: Final = 50
_LONGEST_PATH: Final = 1000

# \b keeps click from joining the lines that follow.
_HELP: Final = """Đưa bản ghi về dạng chuẩn, giữ nguyên nội dung và ghi chú.
/ Put records into the one canonical form; facts and comments stay.

\b
FILE: chỉ các tệp hay thư mục này; không ghi thì mọi bản ghi và tệp dùng chung.
      Only these files or folders; without any, every record and shared file.

\b
Tệp mà `ocop check` không đọc được thì để nguyên. / A file that `ocop check` cannot read is left alone.

\b
Mã thoát / exit code: 0 tốt / good · 1 có tệp chưa đúng dạng (--check, --diff) hoặc chưa định dạng được
/ files not in the form (--check, --diff) or that cannot be formatted · 2 dùng sai lệnh / wrong use
Ví dụ / example: ocop fmt products/dong-hai · ocop fmt --check
"""


class Outcome(StrEnum):
    """What came of one file."""

    SAME = "same"
    CHANGED = "changed"
    TO_CHANGE = "to change"
    LEFT = "left"
    UNWRITABLE = "unwritable"


_TOLD: Final[dict[Outcome, dict[Lang, str]]] = {
    Outcome.CHANGED: {"vi": "{path}: đã định dạng", "en": "{path}: formatted"},
    Outcome.TO_CHANGE: {"vi": "{path}: chưa đúng dạng chuẩn", "en": "{path}: not in the canonical form"},
    Outcome.LEFT: {
        "vi": "{path}: chưa định dạng được: xem `ocop check {path}` cho biết sai ở đâu",
        "en": "{path}: could not be formatted: `ocop check {path}` tells what is wrong with it",
    },
    Outcome.UNWRITABLE: {
        "vi": "{path}: chưa định dạng được: không ghi được tệp",
        "en": "{path}: could not be formatted: the file cannot be written",
    },
}


@click.command("fmt", help=_HELP)
@click.argument("files", metavar="[FILE]...", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--check", is_flag=True, help="Chỉ nêu tệp chưa đúng dạng, không ghi gì. / Only list, write nothing."
)
@click.option("--diff", is_flag=True, help="Chỉ cho xem sẽ đổi gì, không ghi gì. / Only show, write nothing.")
@lang_option
@root_option
def command(files: tuple[Path, ...], check: bool, diff: bool, lang: Lang, root: Path) -> None:  # noqa: FBT001 - click gives them by name
    """Đưa bản ghi về dạng chuẩn. / Put records into the canonical form."""
    counted: Counter[Outcome] = Counter()
    told: list[str] = []
    with _progress(_chosen(files, root)) as paths:
        for path in paths:
            outcome, difference = _format(root, path, writing=not (check or diff))
            counted[outcome] += 1
            if outcome in _TOLD:
                told.append(_TOLD[outcome][lang].format(path=report.shown(path, _LONGEST_PATH)) + "\n")
            if diff:
                told.append(difference)
    click.echo("".join(told), nl=False)
    click.echo(_summary(counted, lang), err=True)
    sys.exit(GOOD if counted.keys() <= {Outcome.SAME, Outcome.CHANGED} else FOUND)


def _chosen(files: tuple[Path, ...], root: Path) -> list[str]:
    """Give the records and shared files that are meant; raises UsageError for a file that is neither."""
    layout = survey(root)
    known = sorted([*(record.path for record in layout.records), *layout.singles])
    chosen: set[str] = set()
    for file in relative(files, root):
        inside = {path for path in known if file in (".", path) or path.startswith(f"{file}/")}
        if not inside:
            shown = report.shown(file, _LONGEST_PATH)
            raise click.UsageError(f"{shown}: không phải bản ghi của danh mục / no record of the catalogue")
        chosen |= inside
    return sorted(chosen) if files else known


@contextmanager
def _progress(paths: list[str]) -> Iterator[Iterable[str]]:
    """Show how far it is where that takes long and somebody looks on."""
    if len(paths) <= _MANY or not sys.stderr.isatty():
        yield paths
        return
    with click.progressbar(paths, file=sys.stderr) as shown:
        yield shown


def _format(root: Path, path: str, *, writing: bool) -> tuple[Outcome, str]:
    """Format one file; also give what changes, line by line."""
    model, source = model_of(path), read(root / path, path)
    if model is None or not isinstance(source, SourceFile):
        return Outcome.LEFT, ""
    try:
        form = formatted(model, source.text)
    except CannotFormatError:
        return Outcome.LEFT, ""
    before = (root / path).read_bytes()
    if before == form.encode():
        return Outcome.SAME, ""
    if not writing:
        return Outcome.TO_CHANGE, _difference(path, before, form)
    try:
        replace(root / path, form)
    except OSError:
        return Outcome.UNWRITABLE, ""
    return Outcome.CHANGED, ""


def _difference(path: str, before: bytes, after: str) -> str:
    old = before.decode("utf-8").splitlines(keepends=True)
    rows = difflib.unified_diff(old, after.splitlines(keepends=True), path, path)
    return "".join(report.shown(row.removesuffix("\n"), len(row)) + "\n" for row in rows)


def _summary(counted: Counter[Outcome], lang: Lang) -> str:
    changed, to_change = counted[Outcome.CHANGED], counted[Outcome.TO_CHANGE]
    left = counted[Outcome.LEFT] + counted[Outcome.UNWRITABLE]
    if lang == "vi":
        parts = [
            (changed, "đã định dạng"),
            (to_change, "chưa đúng dạng chuẩn"),
            (left, "chưa định dạng được"),
        ]
        return f"{counted.total()} tệp: " + (_listed(parts) or "đều đúng dạng chuẩn")
    parts = [(changed, "formatted"), (to_change, "not in the form"), (left, "could not be formatted")]
    files = "1 file" if counted.total() == 1 else f"{counted.total()} files"
    return f"{files}: " + (_listed(parts) or "all in the canonical form")


def _listed(parts: list[tuple[int, str]]) -> str:
    return ", ".join(f"{count} {words}" for count, words in parts if count)
