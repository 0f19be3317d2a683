"""The command ``ocop``: the only place that prints, and one of two that look at the clock and the environment."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import Final

import click

from ocop import build, report
from ocop.findings import Finding
from ocop.i18n import Lang, lang_of

GOOD, ERRORS_FOUND = 0, 1  # wrong use is click's own 2
_FOLDERS: Final = ("catalogue", "products")


def main() -> None:
    """Run the command; whatever stands in a file name can be printed, on any terminal."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    ocop.main(prog_name="ocop")


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
def ocop() -> None:
    """Danh mục sản phẩm OCOP Bạc Liêu. / The catalogue of Bạc Liêu's OCOP goods."""


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


# \b keeps click from joining the lines that follow.
_CHECK_HELP: Final = """Kiểm tra mọi bản ghi. / Check every record.

\b
FILE: chỉ nêu lỗi của các tệp hay thư mục này (vẫn đọc cả danh mục).
      Show only what these files or folders are about (the whole catalogue is read all the same).

\b
Mã thoát / exit code: 0 tốt / good · 1 có lỗi / errors found · 2 dùng sai lệnh / wrong use
Ví dụ / example: ocop check products/dong-hai --lang en
"""


@ocop.command(help=_CHECK_HELP)
@click.argument("files", metavar="[FILE]...", nargs=-1, type=click.Path(exists=True, path_type=Path))
@lang_option
@click.option(
    "--format",
    "style",
    type=click.Choice(list(report.RENDERERS)),
    default="text",
    show_default=True,
    help="Dạng kết quả. / Form of the result.",
)
@root_option
def check(files: tuple[Path, ...], lang: Lang, style: str, root: Path) -> None:
    """Kiểm tra mọi bản ghi. / Check every record."""
    chosen = _relative(files, root)
    findings = _examine(root)
    shown = [found for found in findings if _is_about(found, chosen)]
    click.echo(report.RENDERERS[style](shown, lang), nl=False)
    click.echo(report.summary(shown, len(findings) - len(shown), lang), err=True)
    sys.exit(ERRORS_FOUND if any(found.is_error for found in shown) else GOOD)


def _examine(root: Path) -> Sequence[Finding]:
    """Do what a build does before it makes anything; raises UsageError for a day that is none."""
    try:
        day = build.today(os.environ)
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    return build.check(root, day).findings


def _relative(files: tuple[Path, ...], root: Path) -> tuple[str, ...]:
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


def _is_about(finding: Finding, chosen: tuple[str, ...]) -> bool:
    path = finding.position.path
    return not chosen or any(file in (path, ".") or path.startswith(f"{file}/") for file in chosen)
