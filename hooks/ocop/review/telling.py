"""One change told in one line of a list: what it is, where it is written, and what differs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from ocop import addresses
from ocop.catalogue import Catalogue
from ocop.edition import Rating, Status
from ocop.i18n import Lang, changes, phrases
from ocop.records import Record
from ocop.review.compare import Change, Comparison, Fate
from ocop.review.effects import Listing, Shelf
from ocop.review.entries import Entry, Section
from ocop.review.markdown import code, plain, quoted
from ocop.review.naming import Scene, name_of, named
from ocop.review.saying import Piece, Saying

_IN_ONE_LINE: Final = 320
_LONGEST: Final = 4000
# What heads the line of a new entry is not told again.
_HEADING: Final = ("name", "title")
_PAGES: Final = {
    Section.PRODUCTS: "products",
    Section.PRODUCERS: "producers",
    Section.SALES_POINTS: "sales-points",
    Section.DISTRICTS: "districts",
    Section.KINDS: "kinds",
    Section.GROUPS: "kinds",
    Section.PROGRAMME: "programme",
}


@dataclass(frozen=True, slots=True)
class Told:
    """One change in words; ``public`` where visitors see any of it."""

    change: Change
    line: str
    public: bool


def told(change: Change, comparison: Comparison, lang: Lang, site_url: str = "") -> Told:
    """Tell one change as an item of a Markdown list."""
    teller = _Teller(change, comparison, lang)
    pieces = list(teller.pieces())
    public = change.fate is not Fate.CHANGED or any(piece.public for piece in pieces)
    return Told(change, _item(teller.heading(site_url), [piece.text for piece in pieces], lang), public)


def _item(heading: str, pieces: list[str], lang: Lang) -> str:
    kept: list[str] = []
    for piece in pieces:
        if sum(map(len, kept)) + len(piece) > _LONGEST:
            kept.append(changes.say("more", lang, count=len(pieces) - len(kept)))
            break
        kept.append(piece)
    if sum(map(len, kept)) <= _IN_ONE_LINE:
        return f"- {heading}: {'; '.join(kept)}" if kept else f"- {heading}"
    return "\n".join([f"- {heading}:", *(f"  - {piece}" for piece in kept)])


class _Teller:
    """Finds the words for one change."""

    def __init__(self, change: Change, comparison: Comparison, lang: Lang) -> None:
        self.change = change
        self.comparison = comparison
        self.lang: Lang = lang

    def heading(self, site_url: str) -> str:
        entry = self.change.entry
        name = name_of(entry.facts, self.lang)
        if not name:
            programme = entry.section is Section.PROGRAMME
            name = phrases.collection_text("programme", self.lang) if programme else entry.id
        return f"{self._linked(f'**{plain(name)}**', site_url)} ({code(entry.path)})"

    def _linked(self, text: str, site_url: str) -> str:
        before = self.change.before
        if not site_url or before is None or before.section not in _PAGES:
            return text
        entry = "" if before.section is Section.PROGRAMME else before.id
        address = addresses.absolute(addresses.of(_PAGES[before.section], self.lang, entry), site_url)
        return f"[{text}]({quote(address, safe=':/%')})"

    def pieces(self) -> Iterator[Piece]:
        """Say everything that differs: the rating first, as everybody asks for it, then field after field."""
        if self.change.after is None:
            has_page = self.change.entry.section in _PAGES
            yield self._piece("gone" if has_page else "gone_simply")
            return
        if self.change.ratings is not None:
            yield from self._rating(*self.change.ratings)
        yield from self._identity(self.change.before, self.change.after)
        yield from self._fields(self.change.before, self.change.after)
        yield from self._pictures(self.change.before, self.change.after)
        yield from self._leads(self.change.after)

    def _piece(self, key: str, **values: object) -> Piece:
        return Piece(changes.say(key, self.lang, **values))

    def _identity(self, before: Entry | None, after: Entry) -> Iterator[Piece]:
        if before is None:
            return
        if self.change.was_renamed:
            key = (
                "renamed_lost" if self.change.lost_address and isinstance(after.facts, Record) else "renamed"
            )
            former = code(f"formerly: [{before.id}]")
            yield self._piece(key, before=code(before.id), after=code(after.id), former=former)
        if self.change.was_moved:
            places = {
                "before": self._place(before, self.comparison.before.catalogue),
                "after": self._place(after, self.comparison.after.catalogue),
            }
            yield self._piece("moved", **places)

    def _place(self, entry: Entry, catalogue: Catalogue) -> str:
        district = getattr(entry.facts, "district", None)
        if district is None:
            return changes.say("no_place", self.lang)
        return plain(named(catalogue, Section.DISTRICTS, district, self.lang))

    def _fields(self, before: Entry | None, after: Entry) -> Iterator[Piece]:
        then = Scene(self.comparison.before.catalogue, before, self.lang) if before is not None else None
        saying = Saying(then, Scene(self.comparison.after.catalogue, after, self.lang))
        for each in self.change.differences:
            if before is not None or not (len(each.way) == 1 and each.way[0].declared.name in _HEADING):
                yield from saying.pieces(each)

    def _pictures(self, before: Entry | None, after: Entry) -> Iterator[Piece]:
        if self.change.replaced:
            names = ", ".join(quoted(photo.alt) for photo in self.change.replaced)
            yield self._piece("picture_replaced", names=names)
        if before is None or not isinstance(before.facts, Record) or not isinstance(after.facts, Record):
            return
        was, now = before.facts.photos, after.facts.photos
        if was and now and was[0].file != now[0].file:
            yield self._piece("picture_first", name=quoted(now[0].alt))

    # ------------------------------------------------------------------------------- ratings and listings

    def _rating(self, before: Rating | None, after: Rating) -> Iterator[Piece]:
        level = self._level(after)
        if before is None:
            yield self._piece("rating_is", after=level)
        elif self._is_held(before) and self._is_held(after):
            if before.stars != after.stars:
                yield self._piece("rating_stars", before=before.stars, after=after.stars)
        elif self._level(before) != level:
            yield self._piece("rating", before=self._level(before), after=level)
        then, now = self._end(before) if before is not None else "", self._end(after)
        if then != now:
            key = "ends_is" if not then else "ends" if now else "ends_none"
            yield self._piece(key, before=then, after=now)

    @staticmethod
    def _is_held(rating: Rating) -> bool:
        return rating.status is Status.HOLDING and rating.stars is not None

    def _level(self, rating: Rating) -> str:
        if rating.status in (Status.NONE, Status.WITHDRAWN):
            return changes.say(rating.status, self.lang)
        unstated = changes.say("no_stars", self.lang)
        stars = phrases.stars_text(rating.stars, self.lang) if rating.stars is not None else unstated
        return (
            stars if rating.status is Status.HOLDING else changes.say(rating.status, self.lang, stars=stars)
        )

    def _end(self, rating: Rating) -> str:
        if rating.ends is None:
            return ""
        day = changes.when(rating.ends, self.lang)
        return changes.say("at_latest", self.lang, date=day) if rating.ends_at_latest else day

    def _leads(self, after: Entry) -> Iterator[Piece]:
        if after.section is not Section.PRODUCTS:
            return
        led = [(each, each.first) for each in self.comparison.listings if each.first is not None]
        gained = [each for each, (_, now) in led if now == after.id]
        # What has left a page altogether is told with the page.
        lost = [each for each, (was, _) in led if was == after.id and after.id not in each.removed]
        for key, pages in (("leads", gained), ("leads_no_more", lost)):
            if pages:
                yield self._piece(key, pages=", ".join(self._page(each.listing) for each in pages))

    def _page(self, listing: Listing) -> str:
        return changes.say("page", self.lang, name=listing_name(listing, self.comparison, self.lang))


_SECTIONS: Final = {
    Shelf.KIND: Section.KINDS,
    Shelf.DISTRICT: Section.DISTRICTS,
    Shelf.PRODUCER: Section.PRODUCERS,
}


def listing_name(listing: Listing, comparison: Comparison, lang: Lang) -> str:
    """Name a listing as its page is headed."""
    match listing.shelf:
        case Shelf.STARS:
            return phrases.stars_text(int(listing.entry), lang)
        case Shelf.ENDED:
            return changes.say("page_ended", lang)
        case Shelf.SALES_POINTS:
            return phrases.collection_text("sales-points", lang)
        case shelf:
            return plain(either_name(comparison, _SECTIONS[shelf], listing.entry, lang))


def either_name(comparison: Comparison, section: Section, entry_id: str, lang: Lang) -> str:
    """Name an entry as it is called now, or as it was called where it is gone."""
    now = named(comparison.after.catalogue, section, entry_id, lang)
    return now if now != entry_id else named(comparison.before.catalogue, section, entry_id, lang)
