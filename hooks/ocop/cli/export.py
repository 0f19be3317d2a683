"""``ocop export``: the open data as files, without a site."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Iterator, Sequence
from functools import partial
from itertools import chain
from operator import call
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from ocop import report
from ocop.cli.loading import edition_of
from ocop.cli.options import lang_option, root_option, site_url
from ocop.i18n import Lang

if TYPE_CHECKING:
    from ocop.edition import Edition
    from ocop.export.files import Part
    from ocop.photos import Shelf
    from ocop.site.model import LateBatch, Settings

NOT_WRITTEN: Final = 1
# What is made for each record: of a record that is gone, nothing may stay.
_EACH: Final = (
    "products/*.json",
    "*/*/qr.svg",
    "*/*/nhan.svg",
    "en/*/*/badge.svg",
    "*/*/phieu.pdf",
    "*/*/lien-he.vcf",
    "*/*/feed.xml",
)
_MARK: Final = "datapackage.json"

# \b keeps click from joining the lines that follow.
_EXPORT_HELP: Final = """Xuất dữ liệu mở, không cần dựng trang. / Write the open data without building the site.

\b
DIR: thư mục nhận các tệp: products.csv, products.xlsx, products.json … như ở /data/ của trang, kèm nguồn tin, lịch, danh
     thiếp, nhãn, mã QR, danh mục và phiếu để in (PDF). Lần sau xuất vào đó nữa thì tệp của bản ghi không còn nữa được bỏ đi.
     The folder for the files: products.csv, products.xlsx, products.json … as under /data/ of the site, with feeds, calendar,
     cards, badges, QR codes, catalogue and sheets to print (PDF). When written again, files of records that are gone are
     removed.

\b
CATALOGUE_URL: địa chỉ công khai của trang, cho các liên kết và mã QR.
     The site's public address, for links and QR codes.

\b
Mã thoát / exit code: 0 tốt / good · 1 bản ghi có lỗi hay không ghi được / errors, or not written · 2 dùng sai lệnh / wrong use
Ví dụ / example: ocop export ../du-lieu
"""


@click.command("export", help=_EXPORT_HELP)
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--no-print",
    "is_unprinted",
    is_flag=True,
    help="chỉ dữ liệu: không in danh mục và phiếu, những thứ lâu nhất / data only: no catalogue, no sheets, which take longest",
)
@lang_option
@root_option
def command(*, folder: Path, is_unprinted: bool, lang: Lang, root: Path) -> None:
    """Xuất dữ liệu mở, không cần dựng trang. / Write the open data without building the site."""
    from ocop.site.model import Settings
    from ocop.site.writing import WritingError

    edition, settings = edition_of(root, lang), Settings.of(root, site_url())
    shown = report.shown(str(folder))
    try:
        count = _export(folder, edition, settings, is_unprinted=is_unprinted)
    except (OSError, WritingError) as error:
        said = "không ghi được" if lang == "vi" else "could not be written"
        reason = str(error) if isinstance(error, WritingError) else error.strerror or type(error).__name__
        click.echo(f"{shown}: {said}: {reason}", err=True)
        sys.exit(NOT_WRITTEN)
    told = f"{count} tệp trong {shown}" if lang == "vi" else f"{count} files in {shown}"
    click.echo(told, err=True)
    if settings.cards is None and not is_unprinted:
        unprinted = {
            "vi": "chưa in danh mục và phiếu: chạy `make assets` trước",
            "en": "catalogue and sheets are not printed: run `make assets` first",
        }
        click.echo(unprinted[lang], err=True)


def _export(folder: Path, edition: Edition, settings: Settings, *, is_unprinted: bool) -> int:
    """Write data and, unless they are not wanted, printed pages, and count the files; raises OSError, WritingError.

    Only a folder that an export has made before is tidied; what was printed into it stays where nothing is printed.
    """
    from ocop import addresses, export
    from ocop.site import writing
    from ocop.site.compose.printed import printed

    was_exported = (folder / _MARK).is_file()
    folder.mkdir(parents=True, exist_ok=True)
    data = [partial(_write, folder, part) for part in export.alone(edition, settings.site_url)]
    batches = () if is_unprinted else printed(edition, settings)
    prints = [partial(_print, folder, settings.shelf, batch) for batch in batches]
    # What takes longest comes first: both catalogues, then the tables.
    works = [*prints[:1], *data, *prints[1:]]
    processes = writing.workers(os.environ.get("OCOP_WORKERS"))
    written = set(chain(*writing.by_turns(works, call, processes)))
    if was_exported:
        printed_before = (addresses.sheet(product.id) for product in edition.listing if is_unprinted)
        for former in _gone(folder, {*written, *printed_before}):
            former.unlink()
    return len(written)


def _print(folder: Path, shelf: Shelf | None, batch: LateBatch) -> Sequence[str]:
    """Write what is printed together and give its paths; raises WritingError."""
    from ocop.site.writing import write_batch

    write_batch(batch, folder, shelf)
    return batch.paths


def _write(folder: Path, part: Part) -> Sequence[str]:
    """Write a part of the data and give the paths of its files; raises WritingError."""
    from ocop.site.writing import WritingError

    paths = []
    for path, content in part():
        try:
            _write_changed(folder / path, content)
        except OSError as error:
            raise WritingError(f"{path}: {error.strerror or type(error).__name__}") from error
        paths.append(path)
    return paths


def _write_changed(target: Path, content: bytes) -> None:
    """Leave a file alone that says the same already: to write one over takes far longer than to read it."""
    try:
        if target.read_bytes() == content:
            return
    except FileNotFoundError:
        target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)


def _gone(folder: Path, written: Collection[str]) -> Iterator[Path]:
    for pattern in _EACH:
        for path in folder.glob(pattern):
            if path.is_file() and path.relative_to(folder).as_posix() not in written:
                yield path
