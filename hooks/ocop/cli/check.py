"""``ocop check``: every record, held against every rule."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

import click

from ocop import build, report
from ocop.cli.options import lang_option, relative, root_option, today
from ocop.findings import Finding
from ocop.i18n import Lang

GOOD, ERRORS_FOUND = 0, 1  # wrong use is click's own 2

# \b keeps click from joining the lines that follow.
_CHECK_HELP: Final = """Kiểm tra mọi bản ghi. / Check every record.

\b
FILE: chỉ nêu lỗi của các tệp hay thư mục này (vẫn đọc cả danh mục).
      Show only what these files or folders are about (the whole catalogue is read all the same).

\b
Mã thoát / exit code: 0 tốt / good · 1 có lỗi / errors found · 2 dùng sai lệnh / wrong use
Ví dụ / example: ocop check products/dong-hai --lang en
"""


@click.command("check", help=_CHECK_HELP)
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
def command(files: tuple[Path, ...], lang: Lang, style: str, root: Path) -> None:
    """Kiểm tra mọi bản ghi. / Check every record."""
    chosen = relative(files, root)
    findings = build.check(root, today()).findings
    shown = [found for found in findings if _is_about(found, chosen)]
    click.echo(report.RENDERERS[style](shown, lang), nl=False)
    click.echo(report.summary(shown, len(findings) - len(shown), lang), err=True)
    sys.exit(ERRORS_FOUND if any(found.is_error for found in shown) else GOOD)


def _is_about(finding: Finding, chosen: tuple[str, ...]) -> bool:
    path = finding.position.path
    return not chosen or any(file in (path, ".") or path.startswith(f"{file}/") for file in chosen)
