"""An edition told in one language: marks, panels and rows, the small parts that every page is made of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from ocop import addresses
from ocop.dates import PartialDate
from ocop.edition import Edition, Rating, Status
from ocop.edition import words as rated
from ocop.edition.english import Described, described_en
from ocop.edition.model import lifted_until
from ocop.i18n import Lang, phrases
from ocop.i18n.phrases import pick
from ocop.photos import PictureFacts, renditions_of, shown_size
from ocop.records import Commune, Group, Kind, Producer, Product, Promotion, SalesPoint
from ocop.records.base import Record
from ocop.site.markdown import story
from ocop.site.model import Settings
from ocop.site.views import Link, Mark, Notice, Picture, PictureFile, Prose, Row, Said

DEFAULT_ICON, DEFAULT_PANE = "khac", "mist"
HOME = "OCOP Bạc Liêu"
"""The site's short name: the first step of the way to any page."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One edition in one language; every method gives words or a small view in that language."""

    edition: Edition
    lang: Lang
    settings: Settings
    _marks: dict[str, Mark] = field(default_factory=dict, init=False, compare=False, repr=False)

    def say(self, vi: str, en: str) -> str:
        """Choose between the two languages."""
        return pick((vi, en), self.lang)

    def said(self, vi: str, en: str | None) -> Said:
        """Say a record's text: its English on an English page, else the Vietnamese, marked as such."""
        if self.lang == "en" and en is not None:
            return Said(en, "en")
        return Said(vi, "vi")

    def here(self, text: str) -> Said:
        """Say a text that is in the page's own language already."""
        return Said(text, self.lang)

    def address(self, collection: str, entry: str = "", page: int = 1) -> str:
        """Give an address of this language."""
        return addresses.of(collection, self.lang, entry, page)

    @property
    def home_crumb(self) -> tuple[str, str]:
        """The front page as the first step of the way to any other."""
        return HOME, self.address("home")

    @property
    def printed_catalogue(self) -> Link | None:
        """The way to the catalogue to print; None where none is made."""
        if self.settings.cards is None:
            return None
        said = self.say("Danh mục để in (PDF)", "Catalogue to print (PDF)")
        return Link(self.here(said), addresses.catalogue(self.lang))

    def numbered(self, heading: str, number: int) -> str:
        """Head a page of a listing: from the second on it says which one it is."""
        return heading if number == 1 else heading + self.say(f", trang {number}", f", page {number}")

    def counted(self, goods: tuple[Product, ...]) -> str:
        """Count goods and those of their producers that are known: ``12 sản phẩm của 4 chủ thể``."""
        count = phrases.products_text(len(goods), self.lang)
        known = len({product.producer for product in goods if product.producer is not None})
        if not known:
            return count
        return count + self.say(" của ", " of ") + phrases.producers_text(known, self.lang)

    # Names ------------------------------------------------------------------

    def name(self, record: Product | Producer | SalesPoint) -> Said:
        """Name a record."""
        return self.said(record.name, record.en.name if record.en is not None else None)

    def kind_name(self, kind: Kind) -> str:
        """Name a kind in short."""
        return self.say(kind.short or kind.name, kind.short_en or kind.en or kind.name)

    def group_name(self, group: Group) -> str:
        """Name a group."""
        return self.say(group.name, group.en or group.name)

    def promotion_title(self, promotion: Promotion) -> Said:
        """Name a campaign."""
        return self.said(promotion.title, promotion.en.title if promotion.en is not None else None)

    def campaign_until(self, promotion: Promotion | None) -> str:
        """Give the last day of a campaign as views carry it."""
        return iso(promotion.until.last) if promotion is not None and promotion.until is not None else ""

    def summary(self, record: Record) -> Said | None:
        """Give a record's summary where it has one; on an English page, of a record without, sentences made of its fields."""
        english = record.en.summary if record.en is not None else None
        if self.lang == "en" and english is not None:
            return Said(english, "en")
        if self.lacks_english(record) and isinstance(record, Described):
            return Said(described_en(record, self.edition), "en")
        return _vietnamese(record)

    def summary_vi(self, record: Described) -> Said | None:
        """Give the Vietnamese summary that follows English sentences made of fields."""
        return _vietnamese(record) if self.lacks_english(record) else None

    def lacks_english(self, record: Record) -> bool:
        """Tell whether an English page has no summary of a record that somebody wrote."""
        return self.lang == "en" and (record.en is None or record.en.summary is None)

    def prose(self, vi: str | None, en: str | None) -> Prose | None:
        """Give a story as safe HTML where there is one."""
        if self.lang == "en" and en is not None:
            return Prose(story(en), "en")
        return Prose(story(vi), "vi") if vi is not None else None

    def story(self, record: Record) -> Prose | None:
        """Give a record's story where it has one."""
        return self.prose(record.story, record.en.story if record.en is not None else None)

    def district_short(self, district_id: str | None) -> str:
        """Name a district in a second line."""
        if district_id is None:
            return self.say("Chưa rõ địa phương", "Place not known")
        return phrases.unit_short(self.edition.catalogue.districts[district_id].name, self.lang)

    def commune_now(self, commune: Commune) -> str:
        """Say what a commune became; empty where no record tells."""
        if commune.now is None:
            return ""
        return phrases.now_text(commune.now.name, commune.now.province, self.lang)

    # Ratings ----------------------------------------------------------------

    def mark(self, product: Product) -> Mark:
        """Make the star mark of a product as it stands on the day, and later."""
        if product.id not in self._marks:
            first, *later = (
                replace(self.mark_of(product, rating), until=iso(until))
                for until, rating in self.edition.prospects(product)
            )
            self._marks[product.id] = replace(first, later=tuple(later))
        return self._marks[product.id]

    def mark_of(self, product: Product, rating: Rating) -> Mark:
        """Make the star mark of a product with one of its ratings, today's or a later one."""
        if rating.status in (Status.HOLDING, Status.UNCONFIRMED):
            return self._current_mark(rating)
        if rating.status is Status.ENDED:
            return Mark("ended", None, self.once_held(rating.stars), "", self.ended_state(rating))
        if rating.status is Status.WITHDRAWN:
            return Mark("withdrawn", None, self.say("Đã rút", "Withdrawn"), "", rated.left(rating, self.lang))
        return Mark("none", None, self.no_rating(product), "", "")

    def _current_mark(self, rating: Rating) -> Mark:
        if rating.status is Status.HOLDING and rating.ends is not None:
            state = self.say("Hiệu lực đến ", "Valid to ") + phrases.until_text(rating.ends, self.lang)
        else:
            state = self.say("Chưa rõ ngày công nhận", "Date of recognition not confirmed")
        spoken = self.say("trên 5", "out of 5") if rating.stars is not None else ""
        return Mark(rating.status.value, rating.stars, rated.held(rating.stars, self.lang), spoken, state)

    def once_held(self, stars: int | None) -> str:
        """Name an ended rating: no stars are drawn for it."""
        return rated.once_held(stars, self.lang)

    def ended_state(self, rating: Rating) -> str:
        """Say when a rating ended and, within 180 days, that a renewal may be pending."""
        words = self._ended_words(rating.ends, at_latest=rating.ends_at_latest)
        if rating.renewal_may_be_pending:
            words += self.say(", có thể đang chờ công nhận lại", ", a renewal may be pending")
        return words

    def _ended_words(self, end: PartialDate | None, *, at_latest: bool) -> str:
        if end is None:
            return self.say("Đã hết hạn", "Expired")
        return phrases.capital(phrases.ended_text(end, self.lang, at_latest=at_latest, short=True))

    def no_rating(self, product: Product) -> str:
        """Say plainly, on every row as on its page, that no rating is on record, and what is known instead."""
        return rated.no_rating(product, self.lang)

    def evidence(self, product: Product) -> str:
        """Say what sources tell of a product that has no recognition; empty where they tell nothing."""
        return rated.evidence(product, self.lang)

    def rating_sentence(self, product: Product) -> str:
        """Say a product's rating in one dated sentence, for descriptions."""
        mark = self.mark(product)
        return f"{mark.label}, {mark.state[:1].lower()}{mark.state[1:]}." if mark.state else f"{mark.label}."

    def outdated(self, goods: Iterable[Product]) -> Notice | None:
        """Say, once a rating among goods that a page counts has changed, that its counts are those of the day."""
        until = self.edition.steady_until(goods)
        if until is None:
            return None
        day = phrases.date_text(PartialDate.of(self.edition.day), self.lang)
        said = self.say(
            f"Trang lập ngày {day}; từ đó đã có hạng sao hết hạn hay thay đổi. Số đếm và lời dẫn là của ngày ấy.",
            f"This page was made on {day}; ratings have expired or changed since. Counts and introductions are of that day.",
        )
        return Notice(said, iso(until))

    # Rows -------------------------------------------------------------------

    def kind_of(self, product: Product) -> Kind:
        """Give the kind of a product."""
        return self.edition.catalogue.kinds[product.kind]

    def row(self, product: Product, *, by: str = "maker-place") -> Row:
        """Make a product's row; ``by`` chooses its second line: maker-place, maker or kind."""
        kind = self.kind_of(product)
        promotion = self.edition.promoted.get(product.id)
        photos = self.pictures(product)
        return Row(
            self.name(product),
            self.address("products", product.id),
            self._second_line(product, by),
            self.mark(product),
            icon=kind.icon or DEFAULT_ICON,
            pane=kind.pane or DEFAULT_PANE,
            promoted=self.promotion_title(promotion).text if promotion is not None else "",
            photo=photos[0] if photos else None,
            promoted_until=iso(lifted_until(product, promotion, self.edition.day))
            if promotion is not None
            else "",
        )

    def rows(self, products: Iterable[Product], *, by: str = "maker-place") -> tuple[Row, ...]:
        """Make the rows of several products."""
        return tuple(self.row(product, by=by) for product in products)

    def _second_line(self, product: Product, by: str) -> Said:
        if by == "kind":
            return self.here(self.kind_name(self.kind_of(product)))
        maker = self.edition.catalogue.producers[product.producer] if product.producer is not None else None
        name = (
            self.name(maker)
            if maker is not None
            else self.here(self.say("Chưa rõ chủ thể", "Producer not known"))
        )
        if by == "maker":
            return name
        return Said(f"{name.text} · {self.district_short(product.district)}", name.lang)

    def pictures(self, record: Record) -> tuple[Picture, ...]:
        """Give a record's photos as the page shows them."""
        found = []
        catalogue = self.edition.catalogue
        for photo in catalogue.shown_photos(record):
            facts = catalogue.pictures[f"{record.folder}/{photo.file}"]
            address = addresses.photo(record.path, photo.file)
            width, height = shown_size(facts.width, facts.height)
            jpeg, avif = (_files(address, facts, kind) for kind in ("jpg", "avif"))
            words = Said(photo.alt, "vi")
            found.append(Picture(address, width, height, words, jpeg, avif, photo.credit or "", facts.colour))
        return tuple(found)


def iso(until: date | None) -> str:
    """Write a last day as views carry it: empty for ever."""
    return until.isoformat() if until is not None else ""


def _vietnamese(record: Record) -> Said | None:
    return Said(record.summary, "vi") if record.summary is not None else None


def _files(address: str, facts: PictureFacts, kind: str) -> tuple[PictureFile, ...]:
    return tuple(
        PictureFile(
            addresses.rendition(address, None if each.is_largest else each.width, kind),
            each.width,
            each.height,
        )
        for each in renditions_of(facts)
        if each.kind == kind
    )
