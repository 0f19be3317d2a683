"""``ocop import``: many records from the list that an office already keeps."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Final, NoReturn, get_args

import click
from pydantic_core import PydanticCustomError

from ocop import report
from ocop.catalogue import Catalogue
from ocop.cli.options import lang_option, root_option
from ocop.fields import Link, Reader
from ocop.findings import Finding
from ocop.i18n import Lang
from ocop.i18n.phrases import pick
from ocop.intake import importing, telling
from ocop.intake.aside import usable
from ocop.intake.importing import Understood, Wish
from ocop.intake.remarks import Level
from ocop.intake.rows import Row
from ocop.intake.sheets import MOST_BYTES, UnreadableError, read
from ocop.intake.targets import MODELS

GOOD, NOT_YET = 0, 1  # wrong use is click's own 2
_WORTH_A_BAR: Final = 200
_LINK: Final[Reader] = get_args(Link)[1]

_IMPORT_HELP: Final = """Nhập bản ghi từ danh sách cơ quan đang giữ (XLSX, CSV). / Records from the list an office keeps.

Kể đã hiểu gì rồi ghi. Còn lỗi hay điều chưa chắc thì không ghi gì; bản ghi đã có chỉ đổi khi có --update, và không điều
gì trong đó bị xóa. --dry-run: chỉ xem thử. / Tells what it understood and writes it. With faults or doubts nothing is
written; records that are there change with --update only, and nothing in them is removed. --dry-run: only show.

\b
LIST: danh sách .xlsx hoặc .csv (UTF-8); tiêu đề cột bằng tiếng Việt, có hay không dấu, hoặc tiếng Anh; thứ tự tùy ý.
      Also products.xlsx, producers.xlsx and sales-points.xlsx as the site publishes them.

\b
Mã thoát / exit code: 0 đã hiểu hết hoặc đã ghi / all understood, or written
                      1 còn lỗi hay điều chưa chắc / faults or doubts are left · 2 dùng sai lệnh / wrong use
Ví dụ / example: ocop import danh-sach-2026.xlsx --source quyet-dinh-2026 --with-producers --dry-run
"""


@click.command("import", help=_IMPORT_HELP)
@click.argument("file", metavar="LIST", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--as",
    "kind",
    type=click.Choice(list(MODELS)),
    help="Danh sách gì (mặc định: đoán theo tiêu đề). / What the list is a list of.",
)
@click.option(
    "--sheet",
    metavar="NAME",
    help="Trang tính cần đọc (mặc định: trang đầu có danh sách). / The sheet to read.",
)
@click.option("--source", "sources", metavar="ID|URL", multiple=True,
              help="Nguồn cho các hàng không ghi nguồn. / Source of the rows that name none.")  # fmt: skip
@click.option(
    "--with-producers",
    is_flag=True,
    help="Tạo luôn các chủ thể chưa có. / Make the producers that are missing.",
)
@click.option("--dry-run", is_flag=True, help="Chỉ xem thử, không ghi gì. / Only show, write nothing.")
@click.option(
    "--update", is_flag=True, help="Ghi cả thay đổi vào bản ghi đã có. / Change records that are there, too."
)
@click.option(
    "--accept-doubts",
    is_flag=True,
    help="Chấp nhận các điều chưa chắc như đã gợi ý. / Take doubtful cells as suggested.",
)
@lang_option
@root_option
def command(  # noqa: PLR0913 - one for each option
    *,
    file: Path,
    kind: str | None,
    sheet: str | None,
    sources: tuple[str, ...],
    with_producers: bool,
    dry_run: bool,
    update: bool,
    accept_doubts: bool,
    lang: Lang,
    root: Path,
) -> None:
    """Nhập bản ghi từ danh sách. / Import a list."""
    catalogue, faults = _catalogue(root, lang)
    _judge_sources(sources, catalogue, lang)
    wish = Wish(
        MODELS[kind] if kind is not None else None,
        sheet,
        sources,
        with_producers=with_producers,
        update=update,
    )
    try:
        found = importing.understand(read(_bytes(file)), catalogue, wish, partial(_with_bar, lang), faults)
    except UnreadableError as error:
        click.echo(telling.unreadable(file.name, error, lang), err=True)
        sys.exit(NOT_YET)
    except OSError as error:
        _fail(error, lang)
    for line in telling.report(file.name, found, lang):
        click.echo(line)
    left = _left(found, accept_doubts=accept_doubts)
    click.echo()
    if left or dry_run:
        click.echo(_not_written(found, left, lang))
        sys.exit(NOT_YET if left else GOOD)
    _write(root, found, lang)


def _catalogue(root: Path, lang: Lang) -> tuple[Catalogue, frozenset[Finding]]:
    """Load the catalogue without the records that are faulty; where it cannot stand without them, they come first."""
    catalogue, faults = usable(root)
    if catalogue is None:
        vi = "danh mục đang có lỗi ở các tệp chung: chạy `ocop check` và sửa trước khi nhập"
        en = "shared files of the catalogue have errors: run `ocop check` and mend them first"
        click.echo(pick((vi, en), lang), err=True)
        sys.exit(NOT_YET)
    return catalogue, faults


def _judge_sources(sources: tuple[str, ...], catalogue: Catalogue, lang: Lang) -> None:
    for source in sources:
        if source in catalogue.sources:
            continue
        try:
            _LINK.read(source)
        except PydanticCustomError:
            words = (f'--source "{report.shown(source)}": không phải mã trong sources.yml hay địa chỉ https://…',
                     f'--source "{report.shown(source)}": neither an id of sources.yml nor an address https://…')  # fmt: skip
            raise click.UsageError(pick(words, lang)) from None


def _bytes(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(MOST_BYTES + 1)
    except OSError as error:
        raise UnreadableError("list_unreadable", reason=error.strerror or type(error).__name__) from None


def _with_bar(lang: Lang, rows: Sequence[Row]) -> Iterator[Row]:
    """Yield the rows; of many, a bar on standard error tells how far one is, where somebody looks at it."""
    if len(rows) < _WORTH_A_BAR or not sys.stderr.isatty():
        yield from rows
        return
    label = pick(("Đọc các hàng", "Reading rows"), lang)
    with click.progressbar(rows, label=label, file=sys.stderr) as bar:
        yield from bar


def _left(found: Understood, *, accept_doubts: bool) -> int:
    return len(found.of(Level.FAULT)) + (0 if accept_doubts else len(found.of(Level.DOUBT)))


def _not_written(found: Understood, left: int, lang: Lang) -> str:
    faults, doubts = len(found.of(Level.FAULT)), len(found.of(Level.DOUBT))
    if left:
        vi = f"Chưa ghi gì: còn {faults} lỗi, {doubts} điều chưa chắc"
        en = f"Nothing is written: {faults} errors, {doubts} doubts are left"
        if not faults:
            vi += " (đúng như gợi ý thì thêm --accept-doubts)"
            en += " (if the suggestions are right, add --accept-doubts)"
        return pick((vi, en), lang)
    if not any(each.is_new or each.is_changed for each in found.planned):
        return pick(("Không có gì mới, không có gì thay đổi", "Nothing new, nothing changed"), lang)
    return pick(("Xem thử, chưa ghi gì", "A trial: nothing is written"), lang)


def _write(root: Path, found: Understood, lang: Lang) -> None:
    kept = sum(each.is_changed for each in found.planned) if not found.wish.update else 0
    try:
        importing.write(root, found.texts)
    except OSError as error:
        _fail(error, lang)
    if not found.texts and not kept:
        click.echo(pick(("Không có gì mới, không có gì thay đổi", "Nothing new, nothing changed"), lang))
        return
    click.echo(pick((f"Đã ghi {len(found.texts)} tệp", f"{len(found.texts)} files written"), lang))
    if kept:
        click.echo(
            pick(
                (
                    f"{kept} bản ghi có thay đổi còn để nguyên: thêm --update để ghi",
                    f"{kept} changed records are left as they were: add --update",
                ),
                lang,
            )
        )


def _fail(error: OSError, lang: Lang) -> NoReturn:
    """Say that a folder cannot be written, be it the one for the trial."""
    reason = report.shown(error.strerror or type(error).__name__)
    vi = f"không ghi được ({reason}): danh mục còn nguyên như cũ"
    click.echo(pick((vi, f"cannot write ({reason}): the catalogue is as it was"), lang), err=True)
    sys.exit(NOT_YET)
