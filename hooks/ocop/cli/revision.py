"""What goes wrong with Git, told as wrong use."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click

from ocop.i18n.changes import refusal
from ocop.report import shown
from ocop.revisions import RevisionError


@contextmanager
def or_wrong_use() -> Iterator[None]:
    """Turn what Git cannot tell into a UsageError with words in both languages."""
    try:
        yield
    except RevisionError as error:
        values = {name: shown(value) for name, value in error.values.items()}
        raise click.UsageError(refusal(error.code, values)) from None
