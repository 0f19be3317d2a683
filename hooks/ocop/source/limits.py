"""How large and how deep a record may be: far above any real one, far below what could hurt."""

from __future__ import annotations

from typing import Final

MOST_BYTES: Final = 256 * 1024
MOST_LEVELS: Final = 32
