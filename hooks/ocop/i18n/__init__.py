"""Words in the two languages of the catalogue."""

from collections.abc import Mapping
from typing import Literal

Lang = Literal["vi", "en"]


def lang_of(environ: Mapping[str, str]) -> Lang:
    """Give the language of messages that OCOP_LANG asks for (``en``, also ``en_US.UTF-8``), else Vietnamese."""
    return "en" if environ.get("OCOP_LANG", "")[:2].lower() == "en" else "vi"
