"""Pictures beside records: what they are, with limits on what is decoded."""

from __future__ import annotations

import dataclasses
import json
import os
import stat
import struct
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

import PIL
from PIL import Image

from ocop.photos.colours import mean
from ocop.photos.opening import HEIF, TooSlowError, opened, orientation, reads_heic
from ocop.photos.shelf import Shelf, key_of

LEAST_LONG_SIDE: Final = 800
MOST_PIXELS: Final = 50_000_000
MOST_BYTES: Final = 20 * 1024 * 1024

# What Pillow calls a format -> what people call it. Telephones store several views of one shot as MPO, a JPEG.
_FORMATS: Final = {
    "JPEG": "JPEG", "MPO": "JPEG", "PNG": "PNG", "WEBP": "WebP", "AVIF": "AVIF", HEIF: "HEIC",
}  # fmt: skip
# Other things that get a picture's name, by their first bytes.
_OTHERS: Final = (
    (b"GIF8", "GIF"), (b"BM", "BMP"), (b"II*\0", "TIFF"), (b"MM\0*", "TIFF"), (b"%PDF", "PDF"), (b"<svg", "SVG"),
    (b"<?xml", "XML"), (b"<!DOCTYPE", "HTML"), (b"<html", "HTML"), (b"8BPS", "PSD"), (b"PK\3\4", "ZIP"),
)  # fmt: skip
_HEIC_BRANDS: Final = frozenset((b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"))
_HEAD: Final = 1 << 20
ON_ITS_SIDE: Final = 5
"""From this orientation on width and height change places."""
_EIGHTH: Final = (1, 1)


@dataclass(frozen=True, slots=True)
class PictureFacts:
    """What a picture file really is: width and height in pixels after its orientation is applied.

    ``digest`` is the hash of the file. ``colour`` is the mean of its pixels, ``#8a7f66``; empty where it cannot be decoded.
    """

    format: str
    width: int
    height: int
    digest: str = ""
    colour: str = ""


@dataclass(frozen=True, slots=True)
class PictureFault:
    """Why a file cannot be shown as a photo: the code of a message and what fills it."""

    code: str
    values: dict[str, str] = dataclasses.field(default_factory=dict)


def inspect(path: Path, shelf: Shelf | None = None) -> PictureFacts | PictureFault:
    """Every photo is a picture that can be opened, with a long side of at least 800 pixels.

    A smaller one is blurred on any screen of today, and cannot be printed. One whose facts are on the shelf is read, for its
    hash, and not decoded again.

    photo_unreadable (file)
        Wrong: ``muoi-hat-1.jpg may be read by one person only``
        Right: ``muoi-hat-1.jpg may be read by everybody``
    photo_too_small (file)
        Wrong: ``muoi-hat-1.jpg, 320×200 pixels, a thumbnail from a chat``
        Right: ``muoi-hat-1.jpg, 1600×1000 pixels, as the telephone took it``
    """
    try:
        fault = _not_a_small_file(path)
        if fault is not None:
            return fault
        content = path.read_bytes()
    except OSError:
        return PictureFault("photo_unreadable")
    facts = _known(content, shelf)
    if isinstance(facts, PictureFacts) and max(facts.width, facts.height) < LEAST_LONG_SIDE:
        told = {"width": str(facts.width), "height": str(facts.height), "least": str(LEAST_LONG_SIDE)}
        return PictureFault("photo_too_small", told)
    return facts


def facts_key(digest: str) -> str:
    """Give the key under which a shelf keeps the facts of a file with this hash."""
    return key_of("facts", 1, PIL.__version__, digest)


def _known(content: bytes, shelf: Shelf | None) -> PictureFacts | PictureFault:
    """Give the facts of a picture from the shelf, or find them out and put them there."""
    key = facts_key(digest := sha256(content).hexdigest())
    if shelf is not None and (kept := shelf.get(key)):
        return PictureFacts(*json.loads(kept[0]))
    facts = _facts(content)
    if isinstance(facts, PictureFault):
        return facts
    facts = dataclasses.replace(facts, digest=digest)
    if shelf is not None and facts.colour:
        shelf.put(key, (json.dumps(dataclasses.astuple(facts)).encode(),))
    return facts


def _not_a_small_file(path: Path) -> PictureFault | None:
    """Every photo is an ordinary file of at most 20 MB: every copy of the catalogue carries it along.

    photo_symlink (file)
        Wrong: ``muoi-hat-1.jpg is a link to another picture``
        Right: ``muoi-hat-1.jpg is a picture of its own``
    photo_not_a_file (file)
        Wrong: ``a folder named muoi-hat-1.jpg``
        Right: ``a picture named muoi-hat-1.jpg``
    photo_too_heavy (file)
        Wrong: ``muoi-hat-1.jpg of 24 MB``
        Right: ``muoi-hat-1.jpg of 4 MB``
    """
    status = os.lstat(path)
    if stat.S_ISLNK(status.st_mode):
        return PictureFault("photo_symlink")
    if not stat.S_ISREG(status.st_mode):
        return PictureFault("photo_not_a_file")
    if status.st_size > MOST_BYTES:
        size = f"{status.st_size / 1024 / 1024:.1f}"
        return PictureFault("photo_too_heavy", {"size": size, "most": str(MOST_BYTES // 1024 // 1024)})
    return None


def _facts(content: bytes) -> PictureFacts | PictureFault:
    """Every photo opens within half a minute of work: one that does not is damaged, or made to keep machines busy.

    photo_too_slow (file)
        Wrong: ``muoi-hat-1.jpg, a damaged picture that takes a minute to open``
        Right: ``muoi-hat-1.jpg, as the telephone took it``
    """
    try:
        picture = opened(content)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        return _too_many_pixels()
    # A picture from anywhere can make the library stumble in any of its parts; to us it is then no picture.
    except Exception:  # noqa: BLE001
        return _not_opened(content)
    with picture:
        if picture.width * picture.height > MOST_PIXELS:
            return _too_many_pixels()
        try:
            turned = orientation(picture) >= ON_ITS_SIDE
            size = (picture.height, picture.width) if turned else picture.size
            # A JPEG is read to its end at an eighth of its size: what is cut shows all the same, ten times sooner.
            picture.draft(None, _EIGHTH)
            picture.load()
            colour = mean(picture)
        except TooSlowError:
            return PictureFault("photo_too_slow")
        except Exception:  # noqa: BLE001 – as above
            return PictureFault("photo_cut")
    return PictureFacts(_FORMATS.get(picture.format or "", ""), *size, colour=colour)


def _too_many_pixels() -> PictureFault:
    """No photo has more than 50 megapixels: it would fill the memory of whoever opens it, and is mostly a mistake.

    photo_too_many_pixels (file)
        Wrong: ``muoi-hat-1.jpg, 9000×6000 pixels``
        Right: ``muoi-hat-1.jpg, 4000×3000 pixels``
    """
    return PictureFault("photo_too_many_pixels", {"most": str(MOST_PIXELS // 1_000_000)})


def _not_opened(content: bytes) -> PictureFacts | PictureFault:
    """Every photo really is a JPEG, PNG, WebP, AVIF or HEIC picture, and whole.

    The name says nothing of what a file is: a renamed PDF is still a PDF, and shows as a hole in the page.

    photo_wrong_format (file)
        Wrong: ``muoi-hat-1.jpg, which is a GIF or a PDF with another name``
        Right: ``muoi-hat-1.jpg, saved as JPEG``
    photo_not_picture (file)
        Wrong: ``muoi-hat-1.jpg, which is a text with another name``
        Right: ``muoi-hat-1.jpg, saved as JPEG``
    photo_cut (file)
        Wrong: ``muoi-hat-1.jpg, of which half was copied``
        Right: ``muoi-hat-1.jpg, copied whole``
    """
    head = content[:_HEAD]
    if _is_heic(head):
        return PictureFault("photo_cut") if reads_heic() else _heic(head)
    # The marks of JPEG, PNG and WebP stand at the very beginning, so a picture it is, but not a whole one.
    if head.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n")) or (head[:4] == b"RIFF" and head[8:12] == b"WEBP"):
        return PictureFault("photo_cut")
    if head[4:8] == b"ftyp" and head[8:12] in (b"avif", b"avis"):
        return PictureFault("photo_cut")
    start = head.lstrip()[:16]
    for mark, name in _OTHERS:
        if start.lower().startswith(mark.lower()):
            return PictureFault("photo_wrong_format", {"format": name})
    return PictureFault("photo_not_picture")


def _is_heic(head: bytes) -> bool:
    if head[4:8] != b"ftyp":
        return False
    length = min(int.from_bytes(head[:4], "big"), 256)
    brands = {head[start : start + 4] for start in (8, *range(16, length - 3, 4))}
    return bool(brands & _HEIC_BRANDS) and not brands & {b"avif", b"avis"}


def _heic(head: bytes) -> PictureFacts | PictureFault:
    """Read the size from the boxes of the file: the largest is that of the whole, others are of its tiles."""
    sizes: list[tuple[int, int]] = []
    found = head.find(b"ispe")
    while found >= 0:
        box = head[found + 8 : found + 16]
        if len(box) == 8:
            sizes.append(struct.unpack(">II", box))
        found = head.find(b"ispe", found + 4)
    if not sizes:
        return PictureFault("photo_cut")
    width, height = max(sizes, key=lambda size: size[0] * size[1])
    turn = head.find(b"irot")
    if turn >= 0 and head[turn + 4 : turn + 5] in (b"\x01", b"\x03"):
        width, height = height, width
    return _too_many_pixels() if width * height > MOST_PIXELS else PictureFacts("HEIC", width, height)
