"""``ocop export``: the open data as files, without a site."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Final

import click

from ocop import report
from ocop.cli.loading import edition_of
from ocop.cli.options import lang_option, root_option, site_url
from ocop.i18n import Lang

NOT_WRITTEN: Final = 1
# What is made for each record: of a record that is gone, nothing may stay.
_EACH: Final = (
    "products/*.json",
    "*/*/qr.svg",
    "*/*/nhan.svg",
    "en/*/*/badge.svg",
    "*/*/lien-he.vcf",
    "*/*/feed.xml",
)
_MARK: Final = "datapackage.json"

# \b keeps click from joining the lines that follow.
_EXPORT_HELP: Final = """Xuất dữ liệu mở, không cần dựng trang. / Write the open data without building the site.

\b
DIR: thư mục nhận các tệp: products.csv, products.xlsx, products.json … như ở /data/ của trang, kèm nguồn tin, lịch, danh
     thiếp, nhãn và mã QR. Lần sau xuất vào đó nữa thì tệp của bản ghi không còn nữa được bỏ đi.
     The folder for the files: products.csv, products.xlsx, products.json … as under /data/ of the site, with feeds,
     calendar, cards, badges and QR codes. When written again, files of records that are gone are removed.

\b
CATALOGUE_URL: địa chỉ công khai của trang, cho các liên kết và mã QR.
     The site's public address, for links and QR codes.

\b
Mã thoát / exit code: 0 tốt / good · 1 bản ghi có lỗi hay không ghi được / errors, or not written · 2 dùng sai lệnh / wrong use
Ví dụ / example: ocop export ../du-lieu
"""


@click.command("export", help=_EXPORT_HELP)
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@lang_option
@root_option
def command(folder: Path, lang: Lang, root: Path) -> None:
    """Xuất dữ liệu mở, không cần dựng trang. / Write the open data without building the site."""
    from ocop import export

    address = site_url()
    files = export.alone(edition_of(root, lang), address)
    shown = report.shown(str(folder))
    try:
        _write(folder, files)
    except OSError as error:
        said = "không ghi được" if lang == "vi" else "could not be written"
        click.echo(f"{shown}: {said}: {error.strerror or type(error).__name__}", err=True)
        sys.exit(NOT_WRITTEN)
    told = f"{len(files)} tệp trong {shown}" if lang == "vi" else f"{len(files)} files in {shown}"
    click.echo(told, err=True)


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write all files; raises OSError. Only a folder that an export has made before is tidied."""
    gone = list(_gone(folder, files)) if (folder / _MARK).is_file() else []
    for path, content in files.items():
        _write_changed(folder / path, content)
    for former in gone:
        former.unlink()


def _write_changed(target: Path, content: bytes) -> None:
    """Leave a file alone that says the same already: to write one over takes far longer than to read it."""
    try:
        if target.read_bytes() == content:
            return
    except FileNotFoundError:
        target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)


def _gone(folder: Path, files: Collection[str]) -> Iterator[Path]:
    for pattern in _EACH:
        for path in folder.glob(pattern):
            if path.is_file() and path.relative_to(folder).as_posix() not in files:
                yield path
