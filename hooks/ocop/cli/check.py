"""``ocop check``: every record, held against every rule."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import click

from ocop import addresses, build, report
from ocop.catalogue import Loaded
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
--since REV: lỗi ở dòng hay bản ghi vừa sửa kể từ REV là lỗi, lỗi có sẵn chỉ là cảnh báo.
             Faults on lines or records touched since REV are errors, older ones only warnings.

\b
Mã thoát / exit code: 0 tốt / good · 1 có lỗi / errors found · 2 dùng sai lệnh / wrong use
Ví dụ / examples: ocop check products/dong-hai --lang en
                  ocop check --since origin/main
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
@click.option(
    "--since",
    metavar="REV",
    help="So với chỗ tách ra từ REV: lỗi có sẵn chỉ là cảnh báo."
    " / Compare with where the work branched off REV: old faults are only warnings.",
)
@root_option
def command(files: tuple[Path, ...], lang: Lang, style: str, since: str | None, root: Path) -> None:
    """Kiểm tra mọi bản ghi. / Check every record."""
    chosen = relative(files, root)
    day = today()
    change = None if since is None else _Change(root, since)
    loaded = build.load(root)
    every = build.edit(loaded, day).findings
    findings = every if change is None else change.judged(every, loaded)
    shown = [found for found in findings if _is_about(found, chosen)]
    click.echo(report.RENDERERS[style](shown, lang, _guide(style)), nl=False)
    summary = report.summary(shown, len(findings) - len(shown), lang)
    if change is not None:
        before = [found for found in every if _is_about(found, chosen)]
        summary += change.summary(before, shown, lang)
    click.echo(summary, err=True)
    if any(found.is_error for found in shown):
        click.echo(report.where_to_read(_page_of_messages(), lang), err=True)
    sys.exit(ERRORS_FOUND if any(found.is_error for found in shown) else GOOD)


def _guide(style: str) -> report.Guide:
    """Give the guide where the result names its pages; reading every rule's docstring takes a moment."""
    if style not in ("json", "sarif"):
        return report.no_guide
    from ocop import lessons

    return lessons.guide(os.environ.get("CATALOGUE_URL", ""))


def _page_of_messages() -> str:
    page, site_url = addresses.staff("messages"), os.environ.get("CATALOGUE_URL", "")
    return addresses.absolute(page, site_url) if site_url else page


def _is_about(finding: Finding, chosen: tuple[str, ...]) -> bool:
    path = finding.position.path
    return not chosen or any(file in (path, ".") or path.startswith(f"{file}/") for file in chosen)


class _Change:
    """What was changed since a revision; raises UsageError where Git cannot tell."""

    def __init__(self, root: Path, revision: str) -> None:
        from ocop.cli.revision import or_wrong_use
        from ocop.review.since import SHARED
        from ocop.revisions import Git

        self._root = root
        with or_wrong_use():
            self._git = Git(root, os.environ)
            self._start = self._git.start(revision)
            self._touched = self._git.touched(self._start, SHARED)

    def judged(self, findings: tuple[Finding, ...], loaded: Loaded) -> tuple[Finding, ...]:
        """Lower what was wrong before."""
        from ocop.review.alone import faults
        from ocop.review.since import judged

        alone = partial(faults, self._root)
        return judged(findings, self._touched, loaded.places, alone, self._before)

    def summary(self, before: list[Finding], after: list[Finding], lang: Lang) -> str:
        """Count what was lowered; nothing where nothing was."""
        from ocop.i18n.changes import say

        lowered = sum(each.is_error for each in before) - sum(each.is_error for each in after)
        return say("lowered", lang, count=lowered, start=self._start.name) if lowered else ""

    def _before(self) -> Iterable[Finding]:
        from ocop.cli.revision import or_wrong_use

        with TemporaryDirectory(prefix="ocop-") as folder:
            with or_wrong_use():
                self._git.restore(self._start, self._touched, Path(folder))
            return build.load(Path(folder)).findings
