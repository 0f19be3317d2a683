"""What several commands ask for in the same way: language, folder, files, day."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Final

import click

from ocop import build, report
from ocop.i18n import Lang, lang_of

_FOLDERS: Final = ("catalogue", "products")


def today() -> date:
    """Give the day of a build; raises UsageError where CATALOGUE_DATE or SOURCE_DATE_EPOCH is no date."""
    try:
        return build.today(os.environ)
    except ValueError as error:
        raise click.UsageError(str(error)) from None


def site_url() -> str:
    """Give the site's public address; raises UsageError for what is none."""
    address = os.environ.get("CATALOGUE_URL", "")
    if address and not address.startswith(("https://", "http://")):
        raise click.UsageError(
            f"CATALOGUE_URL={report.shown(address)}: không phải địa chỉ https:// / not an address such as https://ocop.example.vn/"
        )
    return address


def relative(files: tuple[Path, ...], root: Path) -> tuple[str, ...]:
    """Give the chosen files as findings name them; raises UsageError for one outside the catalogue."""
    base = _absolute(root)
    chosen = []
    for file in files:
        try:
            chosen.append(_absolute(file).relative_to(base).as_posix())
        except ValueError:
            raise click.UsageError(
                f"{report.shown(str(file))}: nằm ngoài danh mục / lies outside the catalogue"
            ) from None
    return tuple(chosen)


def _absolute(path: Path) -> Path:
    # Not `resolve`: a record that is a link is told under the name that was given.
    return Path(os.path.abspath(path))  # noqa: PTH100


def _chosen_lang(_context: click.Context, _parameter: click.Parameter, value: str | None) -> Lang:
    """Give the language of ``--lang``, else of OCOP_LANG (also ``en_US.UTF-8``), else Vietnamese."""
    return lang_of({"OCOP_LANG": value} if value else os.environ)


def _chosen_root(_context: click.Context, _parameter: click.Parameter, value: Path | None) -> Path:
    """Give the folder of ``--root``, else the nearest one upwards that holds a catalogue."""
    here = Path.cwd()
    if value is not None:
        return value
    for folder in (here, *here.parents):
        if all((folder / name).is_dir() for name in _FOLDERS):
            return folder
    raise click.UsageError(
        "không thấy thư mục catalogue/ và products/ ở đây; chỉ ra bằng --root"
        " / no folders catalogue/ and products/ here; name their folder with --root"
    )


lang_option = click.option(
    "--lang",
    type=click.Choice(["vi", "en"]),
    callback=_chosen_lang,
    help="Ngôn ngữ của thông báo (mặc định: OCOP_LANG, rồi tiếng Việt). / Language of the messages.",
)
root_option = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    callback=_chosen_root,
    help="Thư mục chứa catalogue/ và products/. / The folder that holds catalogue/ and products/.",
)
