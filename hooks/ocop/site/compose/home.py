"""The front page: in one screen what this is, then the goods that Bạc Liêu is proud of."""

from __future__ import annotations

from itertools import islice

from ocop import addresses
from ocop.dates import PartialDate
from ocop.edition import Status
from ocop.i18n import phrases
from ocop.records import Kind, Product, Promotion, Result
from ocop.site.compose.citing import Citations
from ocop.site.compose.lines import district_map, kind_lines, place_lines
from ocop.site.compose.places import merger_note
from ocop.site.compose.programme import headline, headline_says, is_known
from ocop.site.compose.telling import DEFAULT_ICON, DEFAULT_PANE, Telling
from ocop.site.views import Chip, HomeView, Link, Row, Tally

TOP_ROWS, CAMPAIGN_ROWS, KIND_LINES, CHIP_KINDS = 4, 3, 8, 2


def home_view(telling: Telling) -> HomeView:
    """Compose the front page of one language."""
    top = _top(telling)
    campaign = _campaign(telling)
    promotion, promoted_kind = campaign if campaign is not None else (None, None)
    first = telling.kind_of(top[0]) if top else None
    kinds = _ranked_kinds(telling)
    programme = telling.edition.catalogue.programme
    shown = headline(programme)
    return HomeView(
        heading=telling.say("Hàng OCOP Bạc Liêu", "OCOP goods of Bạc Liêu"),
        lead=telling.say(
            "Ai làm, ở đâu, mấy sao, còn hiệu lực không, tin từ nguồn nào: tra một lần là rõ.",
            "Who makes it, where, how many stars, valid until when, on whose word: all in one place.",
        ),
        search=telling.address("products"),
        chips=_chips(kinds, telling),
        tallied=tallied(telling),
        tallies=tallies(telling),
        top_heading=_top_heading(top, telling),
        top_text=_top_text(top, telling),
        top=telling.rows(top, by="maker"),
        top_icon=(first.icon if first else None) or DEFAULT_ICON,
        top_pane=(first.pane if first else None) or DEFAULT_PANE,
        campaign_tag=telling.say("Quảng bá", "Promoted") if promotion is not None else "",
        campaign_title=telling.promotion_title(promotion).text if promotion is not None else "",
        campaign_lead=_campaign_lead(promotion, promoted_kind, telling),
        campaign_icon=(promoted_kind.icon if promoted_kind else None) or DEFAULT_ICON,
        campaign_pane=(promoted_kind.pane if promoted_kind else None) or DEFAULT_PANE,
        campaign=_campaign_rows(promotion, promoted_kind, telling),
        campaign_link=_campaign_link(promoted_kind, telling),
        kinds_heading=telling.say("Chọn theo loại hàng", "Choose by kind"),
        kinds=kind_lines(telling.edition.listing, telling)[:KIND_LINES],
        kinds_more=Link(telling.here(_all_kinds(kinds, telling)), telling.address("kinds")),
        places_heading=telling.say("Tên cũ hay tên mới đều tra được", "Find a place by its old or new name"),
        places_text=merger_note(telling),
        places=place_lines(telling.edition.listing, telling, empty=True),
        map=district_map(telling.edition.listing, telling),
        check=telling.address("check"),
        figure=phrases.number_text(shown.value, telling.lang) if shown is not None else "",
        figure_says=headline_says(shown, telling) if shown is not None else "",
        figure_source=_figure_source(shown, telling),
        programme_heading=telling.say("Mục tiêu và kết quả", "Targets and results")
        if is_known(programme)
        else "",
        programme_text=telling.say(
            "Xem chương trình đã hẹn gì, làm được gì, mỗi con số kèm nguồn.",
            "See what the programme promised and what it achieved, each figure with its source.",
        ),
        programme_link=Link(
            telling.here(telling.say("Xem chương trình", "See the programme")), telling.address("programme")
        ),
        campaign_until=telling.campaign_until(promotion),
        catalogue=telling.printed_catalogue,
    )


def tallied(telling: Telling) -> str:
    """Introduce the tallies: of which day they are, and of how many goods; empty where there are none."""
    edition = telling.edition
    if not edition.listing:
        return ""
    day = phrases.date_text(PartialDate.of(edition.day), telling.lang)
    goods = edition.listing
    return telling.say(f"Tính đến {day}, trong {phrases.products_text(len(goods), 'vi')} của danh mục:",
                       f"As of {day}, of the {phrases.products_text(len(goods), 'en')} in the catalogue:")  # fmt: skip


def tallies(telling: Telling) -> tuple[Tally, ...]:
    """Count the goods by how they stand, each with the page that lists them; what there is none of is left out."""
    stars = telling.address("stars")
    ended = telling.address("stars", addresses.star_entry(None, telling.lang))
    parts = (
        (telling.say("còn hiệu lực", "with a valid rating"), stars, Status.HOLDING),
        (telling.say("chưa rõ ngày công nhận", "with no known date"), stars, Status.UNCONFIRMED),
        (telling.say("đã hết hạn", "expired"), ended, Status.ENDED),
        (
            telling.say("chưa xác nhận hạng", "not confirmed"),
            telling.address("products"),
            Status.NONE,
        ),
        (telling.say("đã rút", "withdrawn"), telling.address("products"), Status.WITHDRAWN),
    )
    counted = (
        Tally(len(telling.edition.with_status(status)), says, address) for says, address, status in parts
    )
    return tuple(each for each in counted if each.count)


def _campaign_rows(promotion: Promotion | None, kind: Kind | None, telling: Telling) -> tuple[Row, ...]:
    """Show the first goods that the campaign lifts; those without a rating have no level to be lifted in."""
    if kind is None:
        return ()
    lifted = (
        each
        for each in telling.edition.by_kind[kind.id]
        if telling.edition.promoted.get(each.id) is promotion
    )
    return telling.rows(islice(lifted, CAMPAIGN_ROWS))


def _ranked_kinds(telling: Telling) -> list[Kind]:
    edition = telling.edition
    with_goods = [kind for kind in edition.catalogue.kinds.values() if kind.id in edition.by_kind]
    return sorted(with_goods, key=lambda kind: (-len(edition.by_kind[kind.id]), kind.id))


def _top(telling: Telling) -> tuple[Product, ...]:
    """Give the goods of the highest level that any holding rating reaches, at most four."""
    best = next(
        (product for product in telling.edition.listing if telling.edition.rating(product).current_stars),
        None,
    )
    if best is None:
        return ()
    stars = telling.edition.rating(best).current_stars
    return telling.edition.with_stars(stars or 0)[:TOP_ROWS]


def _top_heading(top: tuple[Product, ...], telling: Telling) -> str:
    if not top:
        return ""
    stars = telling.edition.rating(top[0]).current_stars or 0
    kinds = {product.kind for product in top}
    words = {5: ("năm sao", "Five-star"), 4: ("bốn sao", "Four-star"), 3: ("ba sao", "Three-star")}
    vi, en = words.get(stars, (f"{stars} sao", f"{stars}-star"))
    name = telling.kind_name(telling.kind_of(top[0])) if len(kinds) == 1 else telling.say("Hàng", "goods")
    return telling.say(f"{name} {vi}", f"{en} {name.lower()}")


def _top_text(top: tuple[Product, ...], telling: Telling) -> str:
    if not top:
        return ""
    stars = telling.edition.rating(top[0]).current_stars or 0
    said = phrases.stars_text(stars, telling.lang)
    if stars == 5:
        return telling.say(
            f"{said} là hạng cao nhất của Chương trình OCOP, do cấp quốc gia công nhận.",
            f"{phrases.capital(said)} is the highest level of the OCOP programme, recognised nationally.",
        )
    return telling.say(f"{said} là hạng cao nhất đang có trong danh mục.",
                       f"{phrases.capital(said)} is the highest level in the catalogue today.")  # fmt: skip


def _campaign(telling: Telling) -> tuple[Promotion, Kind] | None:
    for promotion in telling.edition.promotions:
        for kind_id in promotion.kinds:
            if kind_id in telling.edition.by_kind:
                return promotion, telling.edition.catalogue.kinds[kind_id]
    return None


def _campaign_lead(promotion: Promotion | None, kind: Kind | None, telling: Telling) -> str:
    if promotion is None or kind is None:
        return ""
    goods = telling.edition.by_kind[kind.id]
    summary = telling.said(kind.summary, kind.summary_en).text if kind.summary is not None else ""
    count = telling.say(f"{phrases.products_text(len(goods), 'vi')} trong danh mục.",
                        f"{phrases.products_text(len(goods), 'en')} in the catalogue.")  # fmt: skip
    return f"{summary} {count}".strip()


def _campaign_link(kind: Kind | None, telling: Telling) -> Link | None:
    if kind is None:
        return None
    count = len(telling.edition.by_kind[kind.id])
    name = telling.kind_name(kind).lower()
    vi, en = phrases.products_text(count, "vi"), phrases.products_text(count, "en")
    text = telling.say(f"Xem {vi} {name}", f"{phrases.capital(name)}: see {en}")
    return Link(telling.here(text), telling.address("kinds", kind.id))


def _chips(kinds: list[Kind], telling: Telling) -> tuple[Chip, ...]:
    promoted = [each for promotion in telling.edition.promotions for each in promotion.kinds]
    top = [telling.kind_of(product).id for product in _top(telling)]
    wanted = dict.fromkeys([*promoted, *top, *(kind.id for kind in kinds)])
    known = [kind_id for kind_id in wanted if kind_id in telling.edition.by_kind][:CHIP_KINDS]
    chips = [
        Chip(telling.kind_name(telling.edition.catalogue.kinds[each]), telling.address("kinds", each))
        for each in known
    ]
    level = _top(telling)
    if level:
        stars = telling.edition.rating(level[0]).current_stars or 0
        address = telling.address("stars", addresses.star_entry(stars, telling.lang))
        chips.append(
            Chip(telling.say(f"Hạng {stars} sao", phrases.capital(phrases.stars_text(stars, "en"))), address)
        )
    return (*chips, Chip(telling.say("Có phải OCOP không?", "Is it OCOP?"), telling.address("check")))


def _all_kinds(kinds: list[Kind], telling: Telling) -> str:
    count = len(telling.edition.listing)
    return telling.say(f"Tất cả {len(kinds)} loại, {phrases.products_text(count, 'vi')}",
                       f"All {len(kinds)} kinds, {phrases.products_text(count, 'en')}")  # fmt: skip


def _figure_source(shown: Result | None, telling: Telling) -> str:
    citations = Citations(telling)
    citations.cite(shown.sources[:1] if shown is not None else ())
    told = [
        f"{line.publisher.text}, {line.when}." if line.publisher else f"{line.when}."
        for line in citations.lines()
    ]
    count = len(telling.edition.listing)
    told.append(telling.say(f"Danh mục này đã ghi được {phrases.products_text(count, 'vi')} có nguồn.",
                            f"This catalogue holds {phrases.products_text(count, 'en')} with a source so far."))  # fmt: skip
    return " ".join(told)
