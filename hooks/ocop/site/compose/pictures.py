"""The pictures of the site, planned: what is published of each photo, and the pictures that stand for pages."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from hashlib import sha256
from pathlib import Path

from ocop import addresses
from ocop.catalogue import Catalogue
from ocop.edition import Edition
from ocop.photos import (
    Kit,
    PictureFacts,
    card_key,
    photo_key,
    published,
    renditions_of,
    share_picture,
)
from ocop.site.compose.sharing import Shared, shared
from ocop.site.compose.telling import HOME
from ocop.site.model import Batch, Settings


def batches(edition: Edition, settings: Settings) -> Iterator[Batch]:
    """Plan every picture that has to be made."""
    yield from _photos(edition.catalogue)
    if settings.cards is not None:
        kit = Kit.load(settings.cards, HOME)
        for each in shared(edition, settings):
            yield _card(each, kit, edition.catalogue.root)


def _photos(catalogue: Catalogue) -> Iterator[Batch]:
    for collection in (catalogue.products, catalogue.producers, catalogue.sales_points, catalogue.districts):
        for record in collection.values():
            for photo in catalogue.shown_photos(record):
                path = f"{record.folder}/{photo.file}"
                facts = catalogue.pictures[path]
                base = addresses.photo(record.path, photo.file)
                paths = tuple(
                    addresses.rendition(base, None if each.is_largest else each.width, each.kind)
                    for each in renditions_of(facts)
                )
                yield Batch(path, paths, photo_key(facts), partial(_publish, catalogue.root / path, facts))


def _publish(original: Path, facts: PictureFacts) -> tuple[bytes, ...]:
    return published(read_photo(original, facts), facts)


def _card(each: Shared, kit: Kit, root: Path) -> Batch:
    return Batch(f"/{each.address}", (each.path,), card_key(each.card, kit), partial(_draw, each, kit, root))


def _draw(each: Shared, kit: Kit, root: Path) -> tuple[bytes, ...]:
    if each.photo is None:
        return (share_picture(each.card, kit),)
    path, facts = each.photo
    return (share_picture(each.card, kit, read_photo(root / path, facts), facts),)


def read_photo(original: Path, facts: PictureFacts) -> bytes:
    """Read a photo again; raises ValueError for one that is no longer the one that was checked."""
    content = original.read_bytes()
    if sha256(content).hexdigest() != facts.digest:
        raise ValueError("the picture was changed while the site was built")
    return content
