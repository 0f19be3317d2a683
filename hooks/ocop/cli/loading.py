"""The catalogue of the day, for commands that tell what it holds."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from ocop import build
from ocop.cli.options import today
from ocop.i18n import Lang

if TYPE_CHECKING:
    from ocop.edition import Edition

ERRORS_FOUND: Final = 1


def edition_of(root: Path, lang: Lang) -> Edition:
    """Give the catalogue of the day; end the command, saying how to see why, where records have errors."""
    edited = build.check(root, today())
    if edited.edition is not None:
        return edited.edition
    count = len(edited.errors)
    told = {
        "vi": f"bản ghi có lỗi ({count}): chạy `ocop check` để xem",
        "en": f"records have errors ({count}): run `ocop check` to see them",
    }
    click.echo(told[lang], err=True)
    sys.exit(ERRORS_FOUND)
