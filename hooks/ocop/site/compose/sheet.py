"""What the sheet of a product says: its page's facts in both languages, side by side, for a buyer who reads one of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from ocop import addresses
from ocop.dates import PartialDate
from ocop.i18n import Lang, phrases, words
from ocop.press import in_line
from ocop.records import Producer, Product
from ocop.site.compose.citing import Citations
from ocop.site.compose.facts import contact_facts, declared_note
from ocop.site.compose.makers import consent_note, producer_facts, withdrawn
from ocop.site.compose.panel import PAGE_STAYS, panel
from ocop.site.compose.product import product_facts
from ocop.site.compose.telling import DEFAULT_PANE, Telling
from ocop.site.papers import Both, Pane, Sheet, SheetFact, Standing, Text
from ocop.site.views import Bit, Fact, PackLine, Panel, Said, SourceLine

_WORDS: Final = (
    "paper_sheet", "paper_sheet_facts", "paper_sheet_rating", "paper_sheet_maker", "paper_sheet_scan", "paper_sheet_imprint", "sources",
)  # fmt: skip
_COUNTED_WORDS: Final = ("paper_sheet_more", "paper_sheet_more_sources")
COUNT: Final = "#"
"""Stands for a number that only the template knows."""


def sheet(
    product: Product,
    both: Both[Telling],
    drawings: Mapping[str, str],
    photo: str,
    code: Callable[[str], str],
) -> Sheet:
    """Compose the sheet of one product; ``drawings`` holds its kind's, and nothing where ``photo`` stands in its place."""
    vi, en = (_Told(product, telling) for telling in (both.vi, both.en))
    name, also = vi.telling.name(product), en.telling.name(product)
    kind = vi.telling.kind_of(product)
    address = addresses.absolute(addresses.of("products", "vi", product.id), vi.telling.settings.site_url)
    has_site = bool(vi.telling.settings.site_url)
    return Sheet(
        name=_text(name),
        also=_text(also) if also != name else None,
        pane=Pane(kind.pane or DEFAULT_PANE, next(iter(drawings), ""), photo, vi.shown),
        pane_note=Both(vi.pane_note, en.pane_note),
        status=vi.panel.mark.status,
        stars=vi.panel.mark.stars,
        standing=Both(_standing(vi.panel), _standing(en.panel)),
        summary=Both(vi.summary, en.summary),
        facts=_aligned(vi.facts, en.facts),
        maker=_aligned(vi.maker, en.maker),
        notes=Both(vi.notes, en.notes),
        sources=tuple(map(_source, vi.sources)),
        code=code(address) if has_site else "",
        address=address if has_site else "",
        day=Both(vi.day, en.day),
        drawings=drawings,
        words={key: Both(vi.words[key], en.words[key]) for key in vi.words},
    )


class _Told:
    """What one language tells of a product; sources are numbered in the order of what cites them, as on the page."""

    def __init__(self, product: Product, telling: Telling) -> None:
        citations = Citations(telling)
        self.telling = telling
        self.panel = panel(product, telling, citations)
        self.facts = product_facts(product, None, telling, citations)
        maker = (
            telling.edition.catalogue.producers[product.producer] if product.producer is not None else None
        )
        self.maker = _maker(maker, telling, citations)
        citations.cite(product.sources)
        self.sources = citations.lines()
        self.notes = tuple(filter(None, (declared_note(product, telling), *_maker_notes(maker, telling))))
        self.summary = _text(said) if (said := telling.summary(product)) is not None else None
        pictures = telling.pictures(product)
        self.shown = pictures[0].alt.text if pictures else ""
        t = words.of(telling.lang).t
        self.day = t("as_of", day=phrases.date_text(PartialDate.of(telling.edition.day), telling.lang))
        credit = t("photo_by", credit=pictures[0].credit) if pictures and pictures[0].credit else ""
        self.pane_note = credit if pictures else t("drawing_only")
        self.words = {key: t(key) for key in _WORDS} | {key: t(key, count=COUNT) for key in _COUNTED_WORDS}


def _maker(maker: Producer | None, telling: Telling, citations: Citations) -> tuple[Fact, ...]:
    if maker is None:
        return ()
    return (
        *producer_facts(maker, telling, citations).rows(),
        *contact_facts(maker.contact, telling, citations),
    )


def _maker_notes(maker: Producer | None, telling: Telling) -> Iterable[str]:
    if maker is None:
        return
    yield consent_note(maker, telling)
    notice = withdrawn(maker, telling)
    if notice is not None and not notice.after:
        yield f"{telling.name(maker).text}: {notice.text}"


def _aligned(vi: tuple[Fact, ...], en: tuple[Fact, ...]) -> tuple[SheetFact, ...]:
    """Put the rows of both languages side by side: they are made of one record, in one order."""
    return tuple(
        SheetFact(Both(left.label, right.label), Both(_values(left, "vi"), _values(right, "en")))
        for left, right in zip(vi, en, strict=True)
    )


def _values(fact: Fact, lang: Lang) -> tuple[Text, ...]:
    values = [_of_bit(bit) for bit in fact.bits]
    if fact.hours is not None:
        values.append(_text(Said(fact.hours.text, lang)))
    if fact.packs is not None:
        values += (_pack(line, lang) for line in fact.packs.lines)
        values += [_text(Said("", lang), fact.packs.note)] if fact.packs.note else []
    return tuple(values)


def _pack(line: PackLine, lang: Lang) -> Text:
    return _text(Said(" · ".join(filter(None, (line.size, line.price, line.gtin))), lang), line.noted)


def _standing(told: Panel) -> Standing:
    notes = (bit for bit in (*told.since, *told.notes) if bit.text.text not in PAGE_STAYS)
    # A page draws these stars large above its headline, and says them to a screen reader.
    headline = (
        (told.mark.label, told.say) if told.mark.status == "unconfirmed" else (told.say, told.until_line)
    )
    return Standing(*headline, tuple(map(_of_bit, notes)))


def _of_bit(bit: Bit) -> Text:
    aside = " · ".join(filter(None, (bit.now, bit.note)))
    return _text(bit.text, aside, bit.note_lang if not bit.now else "", bit.sources)


def _text(said: Said, aside: str = "", aside_lang: str = "", sources: tuple[int, ...] = ()) -> Text:
    return Text(in_line(said.text), said.lang, in_line(aside), aside_lang or said.lang, sources)


def _source(line: SourceLine) -> str:
    publisher = line.publisher.text if line.publisher is not None else ""
    told = ", ".join(filter(None, (publisher, line.when)))
    return in_line(f"{line.number} {line.title.text} ({told})")
