"""Photos made ready for the page: upright, in sRGB, without metadata, no larger than a page shows."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from typing import Any, Final

import PIL
from PIL import Image, features

from ocop.photos.cards import Card, Kit, cover
from ocop.photos.colours import in_srgb, plain
from ocop.photos.inspecting import ON_ITS_SIDE, PictureFacts
from ocop.photos.opening import opened, orientation, reads_heic
from ocop.photos.renditions import KINDS, Kind, Rendition, renditions, shown_size, sizes
from ocop.photos.shelf import key_of

_RECIPE: Final = 1
"""Counted up when the same settings are to give other pictures."""

_SETTINGS: Final[dict[Kind, dict[str, Any]]] = {
    "jpg": {"format": "JPEG", "quality": 80, "optimize": True},
    # Other pictures keep the other processors busy.
    "avif": {"format": "AVIF", "quality": 52, "speed": 9, "max_threads": 1},
}
_UPRIGHT: Final = {
    2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_270, 7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}  # fmt: skip
PRINTED_SIZES: Final = ((240, 180), (480, 360))
"""Width and height of a photo on paper, beside a name of the catalogue and on a sheet: 300 points an inch."""
_PATIENCE: Final = 4.0
_ENCODERS: Final = ("libjpeg_turbo", "avif", "freetype2", "raqm")


def can_publish(facts: PictureFacts) -> bool:
    """Tell whether a sound photo can be decoded for the page: HEIC needs a library that set-up does not bring."""
    return facts.format != "HEIC" or reads_heic()


def renditions_of(facts: PictureFacts) -> tuple[Rendition, ...]:
    """Give every file that is published of a photo."""
    return renditions(facts.width, facts.height)


def published(content: bytes, facts: PictureFacts) -> tuple[bytes, ...]:
    """Give the files of `renditions_of` for a photo already found sound; position and other metadata are gone."""
    picture = decoded(content, facts)
    files: dict[tuple[Kind, int], bytes] = {}
    for size in reversed(sizes(facts.width, facts.height)):
        # Each is made of the one before, and where it is half of that, of the mean of four pixels.
        picture = picture.resize(size, Image.Resampling.BICUBIC, reducing_gap=1.0)
        files.update({(kind, size[0]): _encoded(picture, kind) for kind in KINDS})
    return tuple(files[each.kind, each.width] for each in renditions_of(facts))


def share_picture(
    card: Card, kit: Kit, content: bytes | None = None, facts: PictureFacts | None = None
) -> bytes:
    """Give a card as a file, with the photo in it if there is one."""
    return kit.draw(card, decoded(content, facts) if content is not None and facts is not None else None)


def printed_photo(content: bytes, facts: PictureFacts) -> tuple[bytes, ...]:
    """Give a photo in each of `PRINTED_SIZES`, as JPEG; what juts out is cut off."""
    picture = decoded(content, facts)
    return tuple(_encoded(cover(picture, size), "jpg") for size in PRINTED_SIZES)


def decoded(content: bytes, facts: PictureFacts) -> Image.Image:
    """Give a photo upright and in sRGB, in the largest size that is published."""
    width, height = shown_size(facts.width, facts.height)
    # It was decoded once, smaller, when it was found sound.
    with opened(content, _PATIENCE) as picture:
        held = orientation(picture)
        stored = (height, width) if held >= ON_ITS_SIDE else (width, height)
        picture.draft(None, stored)
        small = plain(picture).resize(stored, Image.Resampling.BICUBIC, reducing_gap=2.0)
        shown = in_srgb(small)
    return shown.transpose(_UPRIGHT[held]) if held in _UPRIGHT else shown


def photo_key(facts: PictureFacts) -> str:
    """Give the key under which a shelf keeps what is published of a photo."""
    return key_of("photo", _RECIPE, _versions(), _SETTINGS, renditions_of(facts), facts.digest)


def printed_key(facts: PictureFacts) -> str:
    """Give the key under which a shelf keeps a photo for paper."""
    return key_of("printed photo", _RECIPE, _versions(), _SETTINGS["jpg"], PRINTED_SIZES, facts.digest)


def card_key(card: Card, kit: Kit) -> str:
    """Give the key under which a shelf keeps a card."""
    return key_of("card", _RECIPE, _versions(), kit.mark, card)


def _encoded(picture: Image.Image, kind: Kind) -> bytes:
    out = BytesIO()
    picture.save(out, **_SETTINGS[kind])
    return out.getvalue()


@cache
def _versions() -> tuple[str | None, ...]:
    return (PIL.__version__, *(features.version(name) for name in _ENCODERS))
