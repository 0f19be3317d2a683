"""What templates show: one frozen type for each kind of page, made of small parts said in the page's language.

Texts are plain (the template escapes them); `Html` is the only type that holds markup, and it comes from the safe
Markdown subset alone. Addresses are relative to the site; the template makes them relative to the page with
``link()``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NewType

from ocop.i18n import Lang

Html = NewType("Html", str)


@dataclass(frozen=True, slots=True)
class Said:
    """A text and the language it is in; the template marks it where that is not the page's."""

    text: str
    lang: Lang


@dataclass(frozen=True, slots=True)
class Prose:
    """A story as safe HTML and the language it is in."""

    html: Html
    lang: Lang


@dataclass(frozen=True, slots=True)
class Link:
    """A text that leads somewhere: ``address`` inside the site, or ``url`` outside it."""

    text: Said
    address: str | None = None
    url: str | None = None


# A page goes on being read when nobody rebuilds it. What a day makes untrue carries that day: ``until``, the last one (ISO)
# on which it is true, empty where it is true for ever. What is true after it follows in ``later``, in order, each from the
# day after the one before has ended; where nothing follows, nothing is shown. The browser looks at the day, and at no rule.


@dataclass(frozen=True, slots=True)
class Dated:
    """A text that is true until the end of a day; the next one of its tuple follows it."""

    text: str
    until: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence that becomes true: from the day after ``after`` (ISO) on, where that is empty it is true already."""

    text: str
    after: str = ""


@dataclass(frozen=True, slots=True)
class Bit:
    """A piece of a fact's value: text, a link or both; ``now`` is the second line "nay là …", ``note`` an aside."""

    text: Said
    address: str | None = None
    url: str | None = None
    now: str = ""
    sources: tuple[int, ...] = ()
    """Numbers of the page's source list."""
    note: str = ""
    note_lang: str = ""
    until: str = ""
    later: tuple[Bit, ...] = ()

    @property
    def states(self) -> tuple[Bit, ...]:
        """It, and what follows it."""
        return (self, *self.later)


@dataclass(frozen=True, slots=True)
class Hours:
    """Opening hours: in one line; by day, where days differ; and for the browser, which says whether it is open now."""

    text: str
    by_day: tuple[tuple[str, str], ...] = ()
    """(days, hours)"""
    week: str = ""
    """Minutes since Monday 0:00, ``450-1200 1890-2640``; empty where nothing can be said of now."""
    until: str = ""


@dataclass(frozen=True, slots=True)
class PackLine:
    """One size on sale; ``noted`` says of which day its price is, where not all are of one."""

    size: str
    price: str
    gtin: str
    noted: str = ""


@dataclass(frozen=True, slots=True)
class Packs:
    """Packs with their prices; ``note`` says of which day these are."""

    lines: tuple[PackLine, ...]
    note: str
    fresh_until: str
    """The last day (ISO) on which the oldest price passes for today's; empty where no day is known."""
    may_have_changed: bool


@dataclass(frozen=True, slots=True)
class Fact:
    """One row of a table of facts. A fact that is not known has no row.

    ``months`` are those on sale, drawn as a strip of the year; hours and packs are shown below the bits.
    """

    label: str
    bits: tuple[Bit, ...]
    months: tuple[int, ...] = ()
    hours: Hours | None = None
    packs: Packs | None = None

    @property
    def until(self) -> str:
        """The last day on which anything stands in it; empty where something always will."""
        ends = [bit.states[-1].until for bit in self.bits]
        if self.hours is not None:
            ends.append(self.hours.until)
        return max(ends, default="") if all(ends) and self.packs is None else ""


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One numbered line of the source list."""

    number: int
    title: Said
    url: str
    when: str
    """Its date, with "(suy ra)" where inferred and "không ghi ngày" where none."""
    publisher: Said | None = None
    type: str = ""
    """Who says so: "Báo chí", "Cơ quan nhà nước"; empty where nobody has told."""


@dataclass(frozen=True, slots=True)
class Mark:
    """The star mark of a row: told apart by fill, edge and words.

    ``status`` is holding, unconfirmed, ended, none or withdrawn; ``stars`` are drawn only for the first two.
    ``label`` is inside the mark ("4 sao", "Từng đạt 4 sao"), ``spoken`` goes before the word for a screen reader ("trên 5"),
    ``state`` stands beside it.
    """

    status: str
    stars: int | None
    label: str
    spoken: str
    state: str
    until: str = ""
    later: tuple[Mark, ...] = ()

    @property
    def states(self) -> tuple[Mark, ...]:
        """It, and what follows it."""
        return (self, *self.later)


@dataclass(frozen=True, slots=True)
class Panel:
    """The rating on a product's own page.

    ``say`` is the headline ("5 sao cấp quốc gia", "Chưa rõ ngày công nhận", "Chứng nhận 4 sao đã hết hạn"), ``since`` tells when
    and by whom, ``until_line`` is set in bold, ``notes`` are further sentences.
    """

    mark: Mark
    say: str
    since: tuple[Bit, ...] = ()
    until_line: str = ""
    notes: tuple[Bit, ...] = ()
    meaning: Bit | None = None
    """What the stars mean."""
    until: str = ""
    later: tuple[Panel, ...] = ()

    @property
    def states(self) -> tuple[Panel, ...]:
        """It, and what follows it."""
        return (self, *self.later)


@dataclass(frozen=True, slots=True)
class PictureFile:
    """One file of a photo: its address and its size in pixels."""

    address: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo ready for the page: address of its largest JPEG, the size of that in pixels, its words.

    ``jpeg`` and ``avif`` are all its files by format, the smallest first, at least one each; ``colour`` fills its place until
    it has come.
    """

    address: str
    width: int
    height: int
    alt: Said
    jpeg: tuple[PictureFile, ...]
    avif: tuple[PictureFile, ...]
    credit: str = ""
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One product in a listing: the card of this site; the whole row is the link.

    ``by`` is the second line (maker · place). ``promoted`` is the title of the campaign that lifts it, or empty, until the
    end of ``promoted_until``. ``icon`` and ``pane`` name the drawing and its ground; a photo goes in their place.
    """

    name: Said
    address: str
    by: Said
    mark: Mark
    icon: str
    pane: str
    promoted: str = ""
    photo: Picture | None = None
    promoted_until: str = ""


@dataclass(frozen=True, slots=True)
class GoodsLine:
    """What a directory tells of a producer's goods: how many, and the mark of the best where one is rated."""

    count: str
    best: Mark | None = None
    until: str = ""


@dataclass(frozen=True, slots=True)
class PlainRow:
    """One producer or sales point in a listing: name, second line, and a line of what it has.

    ``certified`` names the certificates of a producer and its goods, ``offer`` what it states to buyers. After the day
    ``until`` it is no longer listed.
    """

    name: Said
    address: str
    by: str
    detail: str = ""
    goods: tuple[GoodsLine, ...] = ()
    closed: Notice | None = None
    until: str = ""
    certified: tuple[Dated, ...] = ()
    offer: str = ""


@dataclass(frozen=True, slots=True)
class IndexLine:
    """One line of an index: a name that leads somewhere, with a count and perhaps a drawing."""

    name: Said
    address: str
    count: int
    icon: str = ""
    pane: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Chip:
    """A short link with a count: a jump on the page (``fragment``) or another page."""

    text: str
    address: str | None = None
    fragment: str = ""
    count: int | None = None
    current: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A headed list of rows; ``anchor`` is its id, ``intro`` a sentence under the heading, ``now`` a commune's new name."""

    anchor: str
    heading: str
    rows: tuple[Row, ...]
    intro: str = ""
    now: str = ""
    note: str = ""
    with_drawings: bool = True
    more: Link | None = None


@dataclass(frozen=True, slots=True)
class Pager:
    """Where a listing of several pages stands; addresses are None at the ends."""

    number: int
    total: int
    previous: str | None
    next: str | None


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the history of a product's ratings."""

    iso: str
    when: str
    text: Said | None
    bold: str
    notes: tuple[Dated, ...] = ()
    sources: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class MapPlace:
    """One district of the map, a link; ``chosen`` on its own page, ``count`` of the goods that the page is about."""

    id: str
    name: str
    address: str
    count: int
    counted: str
    """The count as a screen reader says it, "7 sản phẩm"."""
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Milestone:
    """One dated thing that sources tell; ``iso`` is its date for machines."""

    iso: str
    when: str
    told: Bit


@dataclass(frozen=True, slots=True)
class Campaign:
    """Why something is promoted, in which campaign and until when; it never changes a rating."""

    title: str
    told: Prose | None
    lasting: str
    sources: tuple[int, ...]
    until: str = ""
    """The last day (ISO) on which it is told."""


@dataclass(frozen=True, slots=True)
class PromotionNote:
    """In which campaign a product is promoted, and that this does not change its rating."""

    title: Said
    address: str
    until: str = ""


@dataclass(frozen=True, slots=True)
class SellingPlace:
    """A sales point on a product's page; ``route`` is the address of a map, or empty. After ``until`` it is closed."""

    name: Said
    address: str
    sort: str
    where: tuple[Bit, ...]
    hours: Hours | None
    route: str
    until: str = ""


@dataclass(frozen=True, slots=True)
class WhereToBuy:
    """Where a product is sold; ``retail`` is what a source says in general."""

    places: tuple[SellingPlace, ...]
    more: Link | None
    shops: tuple[Link, ...]
    retail: Said | None

    @property
    def until(self) -> str:
        """The last day on which it is sold anywhere; empty where no end is known."""
        ends = [place.until for place in self.places]
        return max(ends, default="") if all(ends) and not (self.shops or self.retail or self.more) else ""


@dataclass(frozen=True, slots=True)
class ProductView:
    """A product's own page."""

    name: Said
    other_name: Said | None
    """On the English page the Vietnamese name, which stands on the pack."""
    summary: Said | None
    icon: str
    pane: str
    photos: tuple[Picture, ...]
    panel: Panel
    facts: tuple[Fact, ...]
    promotion: PromotionNote | None
    buttons: tuple[Link, ...]
    story: Prose | None
    history: tuple[Step, ...]
    same_maker: tuple[Row, ...]
    same_maker_more: Link | None
    similar: tuple[Row, ...]
    similar_more: Link | None
    sources: tuple[SourceLine, ...]
    checked: str
    """When somebody last held the record against reality, as a sentence; or empty."""
    report: str | None
    """Address of the place to report a mistake, or None."""
    edit: str | None = None
    """Address of the page that edits the record, or None."""
    code: str = ""
    """Address of the code to print that leads here; empty where nobody knows under which address."""
    summary_vi: Said | None = None
    """The record's Vietnamese summary, on an English page whose ``summary`` is made of fields."""
    data: str = ""
    """Address of the page that says how to show the badge elsewhere."""
    facts_note: str = ""
    """Who alone says what the table tells, where that is the producer; or empty."""
    sheet: str = ""
    """Address of the sheet to print, or empty."""
    buying: WhereToBuy | None = None


@dataclass(frozen=True, slots=True)
class ProducerView:
    """A producer's own page."""

    name: Said
    also: Said | None
    summary: Said | None
    icon: str
    pane: str
    photos: tuple[Picture, ...]
    facts: tuple[Fact, ...]
    contact: tuple[Fact, ...]
    contact_note: str
    withdrawn: Notice | None
    story: Prose | None
    sections: tuple[Section, ...]
    """Its goods by star, then ended ones and those without a rating."""
    sources: tuple[SourceLine, ...]
    checked: str
    report: str | None
    pager: Pager | None = None
    edit: str | None = None
    card: str = ""
    """Address of its card for an address book."""
    card_code: str = ""
    """Address of the code that holds that card; empty where nobody agreed to be reached, or the site's own is not known."""
    facts_note: str = ""
    outdated: Notice | None = None
    """Said once a rating by which goods are parted has ended or changed."""
    summary_vi: Said | None = None


@dataclass(frozen=True, slots=True)
class SalesPointView:
    """A sales point's own page."""

    name: Said
    summary: Said | None
    closed: Notice | None
    photos: tuple[Picture, ...]
    facts: tuple[Fact, ...]
    contact: tuple[Fact, ...]
    story: Prose | None
    sells_heading: str
    sells: tuple[Row, ...]
    sells_more: Link | None
    sources: tuple[SourceLine, ...]
    checked: str
    report: str | None
    pager: Pager | None = None
    edit: str | None = None
    route: str = ""
    """The address of a map with the way there, or empty."""
    shops: tuple[Link, ...] = ()
    summary_vi: Said | None = None


@dataclass(frozen=True, slots=True)
class Sifting:
    """The search and the filters of a whole listing.

    ``lists`` is what is searched, products or producers; ``address`` the listing's own. ``ways`` are headed links to the pages
    that part it without a script.
    """

    lists: str
    address: str
    ways: tuple[tuple[str, tuple[Chip, ...]], ...]


@dataclass(frozen=True, slots=True)
class ListingView:
    """A long list of products: all of them, one star, the ended ones; perhaps one page of several.

    ``explained`` says at greater length what the list means.
    """

    heading: str
    lead: str
    chips: tuple[Chip, ...]
    sections: tuple[Section, ...]
    pager: Pager | None
    sifting: Sifting | None = None
    note: str = ""
    empty: str = ""
    """What is said where there is nothing to list; a star level without goods stays and explains itself."""
    onward: tuple[Link, ...] = ()
    """Where to go from here."""
    explained: tuple[Bit, ...] = ()
    sources: tuple[SourceLine, ...] = ()
    outdated: Notice | None = None
    """Said once a rating that the page counts has ended or changed."""


@dataclass(frozen=True, slots=True)
class KindView:
    """One kind or group of goods: its story in facts, its goods by star, its makers, its places.

    ``told`` are facts without a date, ``history`` those with one; ``buyers`` is what a buyer asks about first. The pages of a
    long listing after the first have none of these.
    """

    heading: str
    icon: str
    pane: str
    promoted: str
    """The title of the campaign that the kind itself is in, or empty."""
    chips: tuple[Chip, ...]
    sections: tuple[Section, ...]
    pager: Pager | None
    lead: str = ""
    kinds: tuple[IndexLine, ...] = ()
    """The kinds of a group; empty for a kind."""
    story_heading: str = ""
    told: tuple[Bit, ...] = ()
    history: tuple[Milestone, ...] = ()
    buyers: tuple[Fact, ...] = ()
    campaigns: tuple[Campaign, ...] = ()
    """Those that lift any of the goods."""
    places: tuple[IndexLine, ...] = ()
    unplaced: str = ""
    map: tuple[MapPlace, ...] = ()
    makers: tuple[PlainRow, ...] = ()
    makers_more: Link | None = None
    sources: tuple[SourceLine, ...] = ()
    promoted_until: str = ""
    outdated: Notice | None = None
    """Said once a rating that the page counts has ended or changed."""


@dataclass(frozen=True, slots=True)
class KindGroup:
    """One OCOP group with its kinds."""

    name: str
    address: str
    number: str
    kinds: tuple[IndexLine, ...]


@dataclass(frozen=True, slots=True)
class KindsView:
    """The index of groups and kinds."""

    heading: str
    lead: str
    groups: tuple[KindGroup, ...]
    empty_groups: str
    """Names of the groups that have no goods yet, as a sentence; or empty."""
    sources: tuple[SourceLine, ...] = ()


@dataclass(frozen=True, slots=True)
class RenamedCommune:
    """A line of the table of old and new names; a commune without goods has its anchor here, others have a section.

    ``note`` warns where the name alone would mislead.
    """

    id: str
    old: str
    new: str
    count: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class DistrictView:
    """One district: a section for each commune that has goods, then those whose commune is not known.

    ``now`` names the units that it became.
    """

    heading: str
    now: str
    lead: str
    note: str
    names_note: Said | None
    chips: tuple[Chip, ...]
    map: tuple[MapPlace, ...]
    sections: tuple[Section, ...]
    empty: str
    kinds: tuple[IndexLine, ...]
    makers: tuple[PlainRow, ...]
    makers_more: Link | None
    points: tuple[PlainRow, ...]
    """The sales points in the district that are open."""
    renamed: tuple[RenamedCommune, ...]
    story: Prose | None
    sources: tuple[SourceLine, ...]
    photos: tuple[Picture, ...] = ()
    report: str | None = None
    edit: str | None = None
    buyers: tuple[Fact, ...] = ()
    """What a buyer asks about first."""


@dataclass(frozen=True, slots=True)
class DistrictsView:
    """The index of districts with the map; ``unknown`` leads to the goods whose place no source names."""

    heading: str
    lead: str
    note: str
    districts: tuple[IndexLine, ...]
    map: tuple[MapPlace, ...]
    unknown: Section | None
    sources: tuple[SourceLine, ...] = ()


@dataclass(frozen=True, slots=True)
class DirectoryView:
    """The directory of producers or of sales points."""

    heading: str
    lead: str
    groups: tuple[DirectoryGroup, ...]
    pager: Pager | None
    empty: str = ""
    sifting: Sifting | None = None


@dataclass(frozen=True, slots=True)
class DirectoryGroup:
    """A headed part of a directory; an empty heading stands for a list without parts."""

    anchor: str
    heading: str
    rows: tuple[PlainRow, ...]


@dataclass(frozen=True, slots=True)
class ChartBar:
    """A column of the chart: ``at`` is the date as a fraction of years (2020.5), parts from the bottom up."""

    at: float
    label: str
    parts: tuple[tuple[int, int], ...]
    """(stars, count)"""
    total: int


@dataclass(frozen=True, slots=True)
class ChartGoal:
    """A target in the chart: a bar of ink across its day."""

    at: float
    value: int
    label: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Targets against results on a true time axis; the table below always says the same."""

    title: str
    description: str
    bars: tuple[ChartBar, ...]
    goals: tuple[ChartGoal, ...]
    note: str


@dataclass(frozen=True, slots=True)
class GoalLine:
    """A target with what was reached, in words."""

    what: str
    promised: str
    promised_sources: tuple[int, ...]
    reached: str
    """In bold; empty where no source tells."""
    reached_notes: tuple[Dated, ...]
    reached_sources: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CountLine:
    """Counts on a date by star; None where the source gives none."""

    when: str
    three: int | None
    four: int | None
    five: int | None
    total: int
    note: str
    sources: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One star level of the latest count, beside what the catalogue has: ``lacking`` is the difference in words."""

    what: str
    official: int
    held: int
    lacking: str


@dataclass(frozen=True, slots=True)
class Ledger:
    """What sources count against what the catalogue has; ``share`` of the latest count is drawn as a bar."""

    said: Bit
    share: float
    share_says: str
    stars: tuple[LedgerLine, ...]
    notes: tuple[str, ...]
    districts: tuple[IndexLine, ...]
    unplaced: str
    kinds: tuple[IndexLine, ...]


@dataclass(frozen=True, slots=True)
class ProgrammeView:
    """The programme: what was promised, what was reached."""

    heading: str
    lead: str
    figure: str
    """The one large number of the page; empty where no result is known."""
    figure_says: str
    figure_sources: tuple[int, ...]
    figure_notes: tuple[Bit, ...]
    chart: Chart | None
    goals: tuple[GoalLine, ...]
    counts: tuple[CountLine, ...]
    counts_merged: tuple[CountLine, ...]
    """Counts of the whole merged province, told apart."""
    others: tuple[Fact, ...]
    """Other reported results, assessment rounds and events."""
    unknown: tuple[str, ...]
    plan_note: Bit | None
    sources: tuple[SourceLine, ...]
    ledger: Ledger | None = None


@dataclass(frozen=True, slots=True)
class Download:
    """One file of open data."""

    name: str
    path: str
    says: str
    size: str = ""


@dataclass(frozen=True, slots=True)
class FieldLine:
    """One field of an export, described from its declaration.

    ``holds`` says what its values are; ``columns`` are those of a sheet that show it, empty where the only one has its
    name; ``inner`` are the keys of an entry of a list with what each is called.
    """

    name: str
    label: str
    hint: str
    holds: str = ""
    columns: tuple[str, ...] = ()
    inner: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class FieldTable:
    """The fields of a published table; ``anchor`` is its id on the page."""

    anchor: str
    heading: str
    fields: tuple[FieldLine, ...]


@dataclass(frozen=True, slots=True)
class Snippet:
    """A text to copy: ``anchor`` is its id on the page, ``says`` what to do with it; ``shows`` is a picture it shows."""

    anchor: str
    title: str
    says: str
    code: str
    shows: str = ""


@dataclass(frozen=True, slots=True)
class DataView:
    """The open data page."""

    heading: str
    lead: str
    chips: tuple[Chip, ...]
    downloads: tuple[Download, ...]
    schemas: tuple[Download, ...]
    sheets: tuple[str, ...]
    """How to open the files in a spreadsheet."""
    examples: tuple[Snippet, ...]
    embedding: tuple[str, ...]
    """What to know before showing a badge or card elsewhere."""
    embeds: tuple[Snippet, ...]
    tables: tuple[FieldTable, ...]
    promise: tuple[str, ...]
    """What programs may count on."""
    versions: tuple[tuple[str, str], ...]
    """(number, what is new), newest first"""
    licence: tuple[str, ...]
    citation: Snippet


@dataclass(frozen=True, slots=True)
class Tally:
    """So many goods stand in one way on the day of the build."""

    count: int
    says: str
    address: str


@dataclass(frozen=True, slots=True)
class HomeView:
    """The front page: what this is, the five-star salt, promoted shrimp, kinds, places, the programme in a number.

    ``search`` is the address of the listing that shows what was searched for.
    """

    heading: str
    lead: str
    search: str
    chips: tuple[Chip, ...]
    tallied: str
    """What ``tallies`` count, and on which day."""
    tallies: tuple[Tally, ...]
    top_heading: str
    top_text: str
    top: tuple[Row, ...]
    top_icon: str
    top_pane: str
    campaign_tag: str
    campaign_title: str
    campaign_lead: str
    campaign_icon: str
    campaign_pane: str
    campaign: tuple[Row, ...]
    campaign_link: Link | None
    kinds_heading: str
    kinds: tuple[IndexLine, ...]
    kinds_more: Link
    places_heading: str
    places_text: str
    places: tuple[IndexLine, ...]
    map: tuple[MapPlace, ...]
    check: str
    """The address of the page that tells whether something is OCOP."""
    figure: str
    figure_says: str
    figure_source: str
    programme_heading: str
    programme_text: str
    programme_link: Link | None
    campaign_until: str = ""
    """The last day (ISO) of the campaign."""
    catalogue: Link | None = None
    """The way to the catalogue to print."""


@dataclass(frozen=True, slots=True)
class CheckView:
    """The page "Is it OCOP?": one field; what it may answer, and what it cannot know."""

    heading: str
    lead: str
    address: str
    ways: tuple[Link, ...]
    """Where to look without a script."""
    answers: tuple[tuple[str, str], ...]
    """(answer, what it means)"""
    further_answers: str
    limits: tuple[str, ...]
    told: Mapping[str, Any]
    """What the page's script is told: words, and how addresses of records begin."""


@dataclass(frozen=True, slots=True)
class TradersListView:
    """The trader's list, as it is before a script shows what is on it: what it is for, and where to begin."""

    heading: str
    lead: str
    steps: tuple[str, ...]
    ways: tuple[Link, ...]
    """Where to find goods."""
    files: tuple[Download, ...]
    """The goods of the whole catalogue."""
    told: Mapping[str, Any]
    """What the page's script is told: words, units, where the cards of producers are."""


@dataclass(frozen=True, slots=True)
class MissingView:
    """The page for an address that leads nowhere, in both languages."""

    messages: tuple[tuple[Lang, str, str, tuple[Link, ...]], ...] = field(default=())
    """(language, heading, text, links)"""


@dataclass(frozen=True, slots=True)
class FieldEntry:
    """One field in the staff guide; ``anchor`` is its path in the record, ``recognitions.stars``."""

    anchor: str
    key: str
    label: str
    label_en: str
    hint: str
    required: bool
    written: tuple[str, ...]
    """What may be written, with `code` in backticks."""
    choices: tuple[tuple[str, str], ...] = ()
    """(word, what it means)"""
    example: str = ""
    within: tuple[FieldEntry, ...] = ()
    same_as: str = ""
    """The anchor under which what lies within is explained, where that is not here."""


@dataclass(frozen=True, slots=True)
class FieldPart:
    """The fields of a record that are about one thing."""

    anchor: str
    heading: str
    fields: tuple[FieldEntry, ...]


@dataclass(frozen=True, slots=True)
class FieldGuideView:
    """What each field of one kind of record means."""

    heading: str
    lead: str
    file: str
    """Where such a record lies, ``products/<huyện>/<mã>.yml``."""
    chips: tuple[Chip, ...]
    parts: tuple[FieldPart, ...]
    sample: str
    """A record to copy."""
    schema: str
    """Address of the JSON Schema."""
    new: str = ""
    """Address of the Git host's page that adds such a file; or empty."""


@dataclass(frozen=True, slots=True)
class FieldKindLine:
    """One kind of record in the list of them."""

    name: str
    address: str
    file: str
    says: str


@dataclass(frozen=True, slots=True)
class FieldKindsView:
    """The kinds of record whose fields are explained."""

    heading: str
    lead: str
    kinds: tuple[FieldKindLine, ...]


@dataclass(frozen=True, slots=True)
class WorkEnd:
    """What ends of a record on a work list, and when."""

    text: str
    days: str
    has_ended: bool


@dataclass(frozen=True, slots=True)
class WorkRow:
    """One record on a work list: what ends, what is missing, and the ways to its file.

    ``sort`` says what it is where that is no product, ``by`` whose it is and where. ``edit`` is the Git host's page that
    edits the file, ``form`` the part of the editor's address after ``#``; either may be empty.
    """

    name: str
    address: str
    sort: str
    by: str
    ends: tuple[WorkEnd, ...]
    missing: tuple[str, ...]
    path: str
    edit: str
    form: str


@dataclass(frozen=True, slots=True)
class WorkSection:
    """A headed part of a work list; an empty heading stands for a list without parts."""

    anchor: str
    heading: str
    rows: tuple[WorkRow, ...]


@dataclass(frozen=True, slots=True)
class WorkListView:
    """One work list, or one page of it; ``lead`` and ``note`` may hold `code` in backticks."""

    heading: str
    lead: str
    note: str
    chips: tuple[Chip, ...]
    chips_say: str
    sections: tuple[WorkSection, ...]
    pager: Pager | None
    editor: str
    """Address of the editor; empty where there is none."""
    new: str = ""
    """The part of the editor's address that adds a product here; empty where that has no place."""


@dataclass(frozen=True, slots=True)
class WorkCount:
    """A number of the catalogue with its share; ``minor`` for a part of the number above."""

    label: str
    count: str
    share: str = ""
    minor: bool = False


@dataclass(frozen=True, slots=True)
class WorkLine:
    """A line of the table of what is missing: what, how often in all, and by place."""

    label: str
    address: str
    total: int
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class WorkTable:
    """What is missing, by place; ``parts`` are headed groups of lines, one for each collection."""

    places: tuple[tuple[str, str], ...]
    """(name, address)"""
    parts: tuple[tuple[str, tuple[WorkLine, ...]], ...]


@dataclass(frozen=True, slots=True)
class WorkView:
    """The front page for staff: what the catalogue holds, what ends, what is missing, and the ways in."""

    heading: str
    lead: str
    editor: str
    guide: str
    chips: tuple[Chip, ...]
    counts: tuple[tuple[WorkCount, ...], ...]
    soon: tuple[WorkRow, ...]
    soon_heading: str
    soon_more: Link | None
    ended: tuple[WorkRow, ...]
    ended_more: Link | None
    missing: WorkTable
    lists: tuple[Chip, ...]
    """The lists by place, producer and kind."""
    downloads: tuple[Download, ...]
    calendar: str
    """The calendar's whole address, to subscribe to; empty where the site's own is not known."""


@dataclass(frozen=True, slots=True)
class MessageLine:
    """One message of the checker in the list of them: its text with ‹words› in the places that a finding fills."""

    text: str
    address: str
    warning: bool


@dataclass(frozen=True, slots=True)
class MessageGroup:
    """Messages about one thing."""

    anchor: str
    heading: str
    intro: str
    lines: tuple[MessageLine, ...]


@dataclass(frozen=True, slots=True)
class MessagesView:
    """The list of all messages of the checker; ``note`` may hold `code` in backticks."""

    heading: str
    lead: str
    note: str
    chips: tuple[Chip, ...]
    groups: tuple[MessageGroup, ...]


@dataclass(frozen=True, slots=True)
class MessageView:
    """One message of the checker: what it means, wrong and right.

    ``sample_in``, ``said``, ``said_en`` and ``rule`` may hold `code` in backticks.
    """

    heading: str
    code: str
    warning: bool
    explained: str
    sample_in: str
    wrong: str
    right: str
    said: str
    said_en: str
    """The message in both languages, with ‹words› in the places that a finding fills."""
    rule: tuple[str, ...]
    """Rule and reason, in English."""
    fields: str
    """Address of the page that explains the fields of such a record."""
    before: Link | None
    after: Link | None
