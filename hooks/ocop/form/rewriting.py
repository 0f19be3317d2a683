"""A record's file with further facts: in the canonical form, every comment where it was."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from ocop.form.canonical import lines, without_nothing
from ocop.form.formatting import with_comments


def rewritten(model: type[BaseModel], text: str, tree: Mapping[str, Any]) -> str:
    """Give the file that holds ``tree`` in place of what ``text`` holds."""
    return with_comments(list(lines(model, without_nothing(tree))), text)
