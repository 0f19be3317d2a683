"""What stands for a page where it is shared: one picture in both languages for each product, kind, place and star level."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ocop import addresses
from ocop.edition import Edition, Status
from ocop.edition.words import lasting
from ocop.i18n import phrases
from ocop.photos import CARD_SIZE, MAP, Card, PictureFacts, card_kind
from ocop.records import District, Group, Kind, Product
from ocop.site.compose.kinds import kinds_of
from ocop.site.compose.listings import STAR_LEVELS
from ocop.site.compose.telling import DEFAULT_ICON, DEFAULT_PANE, Telling
from ocop.site.model import Preview, Settings
from ocop.site.views import Picture

_MAP_GROUND = "sand"
_MAP_CREDIT = "geoBoundaries, Open Development Mekong, CC BY-SA 4.0"


@dataclass(frozen=True, slots=True)
class Shared:
    """A card with the Vietnamese address of the page it stands for, and the photo in it: its path and facts."""

    address: str
    card: Card
    photo: tuple[str, PictureFacts] | None = None

    @property
    def path(self) -> str:
        """Where the card is published."""
        return addresses.share(self.address, self.card.kind)


def previews(
    telling: Telling, collection: str, entry: str, words: str, pictures: tuple[Picture, ...] = ()
) -> tuple[Preview, ...]:
    """Give what social networks show of a page that has a card: the card, then its first photo."""
    photos = photo_previews(pictures)
    if telling.settings.cards is None:
        return photos
    kind = card_kind(has_photo=bool(photos) and collection == "products")
    address = addresses.share(addresses.of(collection, "vi", entry), kind)
    return (Preview(address, *CARD_SIZE, words), *photos)


def photo_previews(pictures: tuple[Picture, ...]) -> tuple[Preview, ...]:
    """Give the first photo of a page as social networks show it."""
    return tuple(Preview(each.address, each.width, each.height, each.alt.text) for each in pictures[:1])


def product_words(product: Product, telling: Telling) -> str:
    """Say what the card of a product shows."""
    rating = rating_words(product, telling)
    return (
        f"{telling.name(product).text}. {phrases.capital(rating)}." if rating else telling.name(product).text
    )


def rating_words(product: Product, telling: Telling) -> str:
    """Say a product's rating in one line that stays true."""
    words = lasting(product, telling.edition, telling.lang)
    match telling.edition.rating(product).status:
        case Status.UNCONFIRMED:
            return f"{words.label}, {words.state}"
        case Status.WITHDRAWN:
            return words.state
        case _:
            return " · ".join(filter(None, (words.label, words.state)))


def shared(edition: Edition, settings: Settings) -> Iterator[Shared]:
    """Give the card of every page that has one."""
    both = Telling(edition, "vi", settings), Telling(edition, "en", settings)
    catalogue = edition.catalogue
    for product in catalogue.products.values():
        yield _product(product, *both)
    for kind in catalogue.kinds.values():
        yield Shared(addresses.of("kinds", "vi", kind.id), _kind(kind, catalogue.groups[kind.group]))
    for group in catalogue.groups.values():
        yield Shared(addresses.of("kinds", "vi", group.id), _group(group, both[0]))
    for district in catalogue.districts.values():
        yield Shared(addresses.of("districts", "vi", district.id), _district(district))
    for stars in (*STAR_LEVELS, None):
        entry = addresses.star_entry(stars, "vi")
        yield Shared(addresses.of("stars", "vi", entry), _stars(stars))


def _product(product: Product, vi: Telling, en: Telling) -> Shared:
    kind, rating = vi.kind_of(product), vi.edition.rating(product)
    place = vi.district_short(product.district) if product.district is not None else ""
    card = Card(
        *_both(vi.name(product).text, en.name(product).text),
        *_both(rating_words(product, vi), rating_words(product, en)),
        foot=_listed(vi.kind_name(kind), en.kind_name(kind), place),
        stars=rating.current_stars or 0,
        is_dated=rating.status is Status.HOLDING,
        drawing=kind.icon or DEFAULT_ICON,
        ground=kind.pane or DEFAULT_PANE,
    )
    address = addresses.of("products", "vi", product.id)
    for photo in vi.edition.catalogue.shown_photos(product)[:1]:
        path = f"{product.folder}/{photo.file}"
        facts = vi.edition.catalogue.pictures[path]
        return Shared(address, replace(card, photo=facts.digest or path), (path, facts))
    return Shared(address, card)


def _kind(kind: Kind, group: Group) -> Card:
    return Card(
        *_both(kind.name, kind.en or ""),
        foot=_listed(group.name, group.en or ""),
        drawing=kind.icon or DEFAULT_ICON,
        ground=kind.pane or DEFAULT_PANE,
    )


def _group(group: Group, vi: Telling) -> Card:
    first = next(iter(kinds_of(group, vi)), None)
    icon, pane = (first.icon, first.pane) if first is not None else (None, None)
    number = f" {group.number}" if group.number else ""
    return Card(
        *_both(group.name, group.en or ""),
        foot=f"Nhóm{number} của OCOP · OCOP group{number}",
        drawing=icon or DEFAULT_ICON,
        ground=pane or DEFAULT_PANE,
    )


def _district(district: District) -> Card:
    vi, en = (phrases.unit_text(district.name, lang) for lang in addresses.LANGS)
    return Card(
        *_both(vi, en),
        foot="Từ 1/7/2025 thuộc tỉnh Cà Mau · now in Cà Mau",
        drawing=f"{MAP}-{district.id}",
        ground=_MAP_GROUND,
        credit=_MAP_CREDIT,
    )


def _stars(stars: int | None) -> Card:
    foot = "Xếp hạng OCOP · OCOP star ratings"
    if stars is None:
        return Card("Hạng đã hết hạn", "Expired ratings", foot=foot, drawing=DEFAULT_ICON)
    vi, en = (phrases.capital(phrases.stars_text(stars, lang)) for lang in addresses.LANGS)
    return Card(vi, en, foot=foot, stars=stars, drawing=DEFAULT_ICON)


def _both(vi: str, en: str) -> tuple[str, str]:
    """Say a thing once where both languages say it alike."""
    return vi, en if en != vi else ""


def _listed(*words: str) -> str:
    return " · ".join(dict.fromkeys(filter(None, words)))
