"""Files of text with a place for every key and value: read, then parsed, before anything is made of them."""

from ocop.source.files import SourceFile, read
from ocop.source.limits import MOST_BYTES, MOST_LEVELS
from ocop.source.places import Loc, Place, Places, Target, field_name, loc_of
from ocop.source.tree import Document, Tree, parse

__all__ = [
    "MOST_BYTES",
    "MOST_LEVELS",
    "Document",
    "Loc",
    "Place",
    "Places",
    "SourceFile",
    "Target",
    "Tree",
    "field_name",
    "loc_of",
    "parse",
    "read",
]
