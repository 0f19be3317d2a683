"""What the browser searches: one small file a language, asked for when somebody begins to type."""

from __future__ import annotations

import json

from ocop.site.compose.telling import Telling
from ocop.site.model import Asset


def finder_file(telling: Telling) -> Asset:
    """Give the index of one language."""
    index = {"built": telling.edition.day.isoformat()}
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    return Asset(f"assets/ocop/find-{telling.lang}.json", text.encode())
