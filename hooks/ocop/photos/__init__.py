"""Photos beside records, what is published of them, and the pictures that stand for a page where it is shared."""

from ocop.photos.cards import CARD_SIZE, MAP, Card, Kit, card_kind
from ocop.photos.inspecting import PictureFacts, PictureFault, facts_key, inspect
from ocop.photos.opening import TooSlowError
from ocop.photos.publishing import (
    PRINTED_SIZES,
    can_publish,
    card_key,
    photo_key,
    printed_key,
    printed_photo,
    published,
    renditions_of,
    share_picture,
)
from ocop.photos.renditions import Rendition, shown_size
from ocop.photos.shelf import Shelf, kept, key_of

__all__ = [
    "CARD_SIZE",
    "MAP",
    "PRINTED_SIZES",
    "Card",
    "Kit",
    "PictureFacts",
    "PictureFault",
    "Rendition",
    "Shelf",
    "TooSlowError",
    "can_publish",
    "card_key",
    "card_kind",
    "facts_key",
    "inspect",
    "kept",
    "key_of",
    "photo_key",
    "printed_key",
    "printed_photo",
    "published",
    "renditions_of",
    "share_picture",
    "shown_size",
]
