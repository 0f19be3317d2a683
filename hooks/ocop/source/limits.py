"""How large and how deep a record may be, how long its lists: far above any real one, far below what could hurt."""

from __future__ import annotations

from typing import Final

MOST_BYTES: Final = 256 * 1024
MOST_LEVELS: Final = 32
MOST_ENTRIES: Final = 10_000
"""Of one list: as many ids of usual length as a whole file has room for."""
