"""Rules about references and ids: each is a function from the draft to what is wrong in it."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from ocop.catalogue.citing import cited
from ocop.catalogue.draft import Draft, Names, Remark
from ocop.catalogue.layout import Collection
from ocop.fields import is_id
from ocop.findings import MOST_TOLD, Finding
from ocop.meant import says_unknown, without_rank
from ocop.records import Producer, Product, Record, SalesPoint
from ocop.records.product import UNKNOWN_DISTRICT
from ocop.source import Loc
from ocop.text import nearest, slug

KINDS, PROMOTIONS, PROGRAMME, SOURCES = (
    f"catalogue/{name}.yml" for name in ("kinds", "promotions", "programme", "sources")
)
_NO_SUCH = {
    Collection.PRODUCTS: "no_product",
    Collection.PRODUCERS: "no_producer",
    Collection.DISTRICTS: "no_district",
    "kinds": "no_kind",
    "groups": "no_group",
    "sources": "unknown_source",
    "measures": "no_measure",
}


def references_resolve(draft: Draft) -> Iterator[Remark]:
    """Every reference names something that exists, by its id.

    A link to nowhere is a dead end for a visitor and a hole in the open data; a name changes, an id never does.

    no_kind
        Wrong: ``kind: Muối hạt``
        Right: ``kind: muoi``
    kind_is_group
        Wrong: ``kind: Thực phẩm``
        Right: ``kind: muoi``
    no_producer
        Wrong: ``producer: Cty CP Muối Bạc Liêu``
        Right: ``producer: cong-ty-cp-muoi-bac-lieu``
    no_product (sales-point)
        Wrong: ``sells: [Muối tinh]``
        Right: ``sells: [muoi-tinh]``
    no_district (producer)
        Wrong: ``district: H. Đông Hải``
        Right: ``district: dong-hai``
    no_group (kinds)
        Wrong: ``- {id: khac, group: luong-thuc, name: Hàng khác}``
        Right: ``- {id: khac, group: thuc-pham, name: Hàng khác}``
    unknown_source
        Wrong: ``sources: [Báo Bạc Liêu]``
        Right: ``sources: [bao-bac-lieu-2025]``
    no_measure (programme)
        Wrong:
            targets:
              - {measure: san-pham, period: 2025, at_least: 100}
        Right:
            targets:
              - {measure: products, period: 2025, at_least: 100}
    """
    told: Counter[str] = Counter()
    for path, loc, collection, written in _references(draft):
        known = draft.known.get(collection)
        if known is None or written in known:
            continue
        if says_unknown(written):
            yield Remark(path, loc, "not_known_written", {"value": written})
        elif collection == "kinds" and (kinds := _kinds_of_group(draft, written)):
            yield Remark(path, loc, "kind_is_group", {"value": written, "kinds": kinds})
        else:
            told[path] += 1
            # Of more than these only the number is told.
            near = draft.names[collection].nearest(written) if told[path] <= MOST_TOLD else None
            yield Remark(path, loc, _NO_SUCH[collection], {"value": written}, near)


def _kinds_of_group(draft: Draft, written: str) -> str:
    """Name the kinds of a group, if it is one that was written in place of a kind."""
    group = draft.names["groups"].exactly(written) if draft.kinds is not None else None
    if group is None or draft.kinds is None or draft.names["kinds"].exactly(written) is not None:
        return ""
    return ", ".join(kind.id for kind in draft.kinds.kinds if kind.group == group)


def with_known_sources(draft: Draft, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Where an address was written as a source, name the shared source that has it, if one does."""
    ids = {source.url: source_id for source_id, source in draft.sources.items()}
    for finding in findings:
        known = ids.get(finding.values.get("value", "")) if finding.code == "bare_link" else None
        yield finding if known is None else dataclasses.replace(finding, suggestion=known)


def _references(draft: Draft) -> Iterator[tuple[str, Loc, str, str]]:
    """Yield file, path, collection and id of each reference but those to communes."""
    for product in draft.products.values():
        yield product.path, ("kind",), "kinds", product.kind
        if product.producer is not None:
            yield product.path, ("producer",), Collection.PRODUCERS, product.producer
        yield from _listed(product.path, ("similar_to",), Collection.PRODUCTS, product.similar_to)
    for point in draft.sales_points.values():
        if point.sells is not None:
            yield from _listed(point.path, ("sells",), Collection.PRODUCTS, point.sells.products)
    places: list[Producer | SalesPoint] = [*draft.producers.values(), *draft.sales_points.values()]
    for place in places:
        if place.district is not None:
            yield place.path, ("district",), Collection.DISTRICTS, place.district
    for record, collection, replacement in _replacements(draft):
        yield record.path, ("withdrawn", "replaced_by"), collection, replacement
    yield from _references_of_shared_files(draft)
    for path, loc, source in cited(draft):
        if source.ref is not None:
            yield path, loc, "sources", source.ref


def _replacements(draft: Draft) -> Iterator[tuple[Record, Collection, str]]:
    withdrawn: list[tuple[Product | Producer, Collection]] = [
        *((product, Collection.PRODUCTS) for product in draft.products.values()),
        *((producer, Collection.PRODUCERS) for producer in draft.producers.values()),
    ]
    for record, collection in withdrawn:
        if record.withdrawn is not None and record.withdrawn.replaced_by is not None:
            yield record, collection, record.withdrawn.replaced_by


def _references_of_shared_files(draft: Draft) -> Iterator[tuple[str, Loc, str, str]]:
    for number, kind in enumerate(draft.kinds.kinds if draft.kinds else ()):
        yield KINDS, ("kinds", number, "group"), "groups", kind.group
    for number, promotion in draft.promotions.items():
        yield from _listed(PROMOTIONS, (number, "kinds"), "kinds", promotion.kinds)
        yield from _listed(PROMOTIONS, (number, "products"), Collection.PRODUCTS, promotion.products)
    # Where no measures are listed a figure may name any, by what could be an id.
    for part in ("targets", "results"):
        for number, figure in enumerate(getattr(draft.programme, part)):
            if draft.programme.measures or not is_id(figure.measure):
                yield PROGRAMME, (part, number, "measure"), "measures", figure.measure


def _listed(path: str, loc: Loc, collection: str, ids: Iterable[str]) -> Iterator[tuple[str, Loc, str, str]]:
    for number, written in enumerate(ids):
        yield path, (*loc, number), collection, written


def communes_lie_in_their_district(draft: Draft) -> Iterator[Remark]:
    """Every commune is one of the record's district, by the id and the name it had until June 2025.

    Two districts may have a ward of one name (Phường 1), so a commune is only found through its district. Units of today
    are made of several old ones: from the old one today's follows, but not the other way round.

    no_commune
        Wrong: ``commune: Xã Điền Hải``
        Right: ``commune: dien-hai``
    commune_elsewhere
        Wrong: ``commune: phuong-1``
        Right: ``commune: dien-hai``
    commune_since_merger
        Wrong: ``commune: Xã Đông Hải``
        Right: ``commune: long-dien-dong``
    commune_without_district (producer)
        Wrong: ``commune: dien-hai``
        Right:
            district: dong-hai
            commune: dien-hai
    """
    places: list[Product | Producer | SalesPoint] = [
        *draft.products.values(),
        *draft.producers.values(),
        *draft.sales_points.values(),
    ]
    for record in places:
        if record.commune is not None:
            yield from _commune(draft, record, record.commune)
    for district in draft.districts.values():
        communes = draft.communes.get(district.id)
        if district.seat is not None and communes is not None and district.seat not in communes:
            yield _no_commune(draft, district.path, "seat", district.seat, district.id)


def _commune(draft: Draft, record: Product | Producer | SalesPoint, written: str) -> Iterator[Remark]:
    if record.district is None:
        if says_unknown(written):
            yield Remark(record.path, ("commune",), "not_known_written", {"value": written})
        elif not _is_faulty(draft, record.path, "district"):
            yield Remark(record.path, ("commune",), "commune_without_district")
        return
    here = draft.communes.get(record.district)
    # A district that does not exist is told elsewhere; of one that could not be read nothing is known.
    if here is not None and written not in here:
        yield _no_commune(draft, record.path, "commune", written, record.district)


def _no_commune(draft: Draft, path: str, key: str, written: str, district: str) -> Remark:
    """Find what a commune was meant to be: one of the district by its name, one of today, one of another district."""
    if says_unknown(written):
        return Remark(path, (key,), "not_known_written", {"value": written})
    here = draft.district_name(district)
    values = {"value": written, "district": here}
    named = Names({name: commune for commune, name in _called_communes(draft, district)})
    exact = named.exactly(written) or named.exactly(without_rank(written))
    if exact is not None:
        return Remark(path, (key,), "no_commune", values, exact)
    made_of = _merged_into(draft, written, district)
    if len(made_of) > 1:
        told = {"value": written, "communes": ", ".join(made_of)}
        return Remark(path, (key,), "commune_since_merger", told)
    if not made_of and (elsewhere := _elsewhere(draft, written, district)):
        return Remark(path, (key,), "commune_elsewhere", {"value": written, "there": elsewhere, "here": here})
    return Remark(path, (key,), "no_commune", values, made_of[0] if made_of else named.nearest(written))


def _called_communes(draft: Draft, district: str) -> Iterator[tuple[str, str]]:
    """Yield each commune of a district with everything it is called: id, name, bare name, statistical code."""
    communes = draft.communes.get(district) or {}
    for commune, name in communes.items():
        yield from ((commune, word) for word in (commune, name, without_rank(name)))
    record = draft.districts.get(district)
    for each in record.communes if record is not None else ():
        if each.code is not None:
            yield each.id, each.code


def _merged_into(draft: Draft, written: str, district: str) -> list[str]:
    """Name the communes of a district that became a unit of today, given its name."""
    record = draft.districts.get(district)
    wanted = slug(without_rank(written))
    communes = record.communes if record is not None else ()
    return [
        each.id for each in communes if each.now is not None and slug(without_rank(each.now.name)) == wanted
    ]


def _elsewhere(draft: Draft, written: str, district: str) -> str:
    """Name the other districts that have a commune of that id or name."""
    wanted = {slug(written), slug(without_rank(written))}
    return ", ".join(
        draft.district_name(other)
        for other in draft.communes
        if other != district and any(slug(word) in wanted for _, word in _called_communes(draft, other))
    )


def _is_faulty(draft: Draft, path: str, key: str) -> bool:
    return any(loc[:1] == (key,) for loc in draft.faulty.get(path, ()))


def former_ids_are_free(draft: Draft) -> Iterator[Remark]:
    """No former id is an id now, or the former id of two records.

    Its address leads to the new page; two pages cannot share one address.

    former_is_own
        Wrong: ``formerly: [muoi-hat]``
        Right: ``formerly: [muoi-hat-xua]``
    former_is_taken
        Wrong: ``formerly: [muoi-tinh]``
        Right: ``formerly: [muoi-hat-xua]``
    former_twice
        Wrong: ``formerly: [muoi-hat-xua, muoi-hat-xua]``
        Right: ``formerly: [muoi-hat-xua, muoi-dau-tien]``
    """
    for collection in Collection:
        records = draft.collection(collection)
        known = draft.known[collection] or frozenset()
        claimed: dict[str, Record] = {}
        for record in records.values():
            own: set[str] = set()
            for number, former in enumerate(record.formerly):
                loc: Loc = ("formerly", number)
                other = claimed.setdefault(former, record)
                if former == record.id:
                    yield Remark(record.path, loc, "former_is_own")
                elif former in known:
                    holder = records[former].path if former in records else former
                    yield Remark(record.path, loc, "former_is_taken", {"value": former, "other": holder})
                elif other is not record or former in own:
                    yield Remark(record.path, loc, "former_twice", {"value": former, "other": other.path})
                own.add(former)


def ids_in_lists_are_unique(draft: Draft) -> Iterator[Remark]:
    """Every id in a list stands there once; a kind and a group do not share one.

    Kinds and groups share the addresses under ``/nhom/``, communes are sections of one page.

    id_repeated (promotions)
        Wrong:
            - {id: mua-tom, title: Mùa tôm, kinds: [tom]}
            - {id: mua-tom, title: Mùa muối, kinds: [muoi]}
        Right:
            - {id: mua-tom, title: Mùa tôm, kinds: [tom]}
            - {id: mua-muoi, title: Mùa muối, kinds: [muoi]}
    """
    if draft.kinds is not None:
        entries: dict[Loc, str] = {
            ("groups", number): group.id for number, group in enumerate(draft.kinds.groups)
        }
        entries |= {("kinds", number): kind.id for number, kind in enumerate(draft.kinds.kinds)}
        yield from _repeated(draft, KINDS, entries)
    for district in draft.districts.values():
        communes: dict[Loc, str] = {
            ("communes", number): commune.id for number, commune in enumerate(district.communes)
        }
        yield from _repeated(draft, district.path, communes)
    yield from _repeated(draft, PROMOTIONS, {(number,): each.id for number, each in draft.promotions.items()})
    measures: dict[Loc, str] = {
        ("measures", number): measure.id for number, measure in enumerate(draft.programme.measures)
    }
    yield from _repeated(draft, PROGRAMME, measures)


def _repeated(draft: Draft, path: str, entries: Mapping[Loc, str]) -> Iterator[Remark]:
    first: dict[str, Loc] = {}
    for loc, entry_id in entries.items():
        other = first.setdefault(entry_id, loc)
        if other is not loc:
            line = draft.places[path].find((*other, "id")).position.line
            yield Remark(path, (*loc, "id"), "id_repeated", {"value": entry_id, "line": str(line)})


def nothing_replaces_itself(draft: Draft) -> Iterator[Remark]:
    """No withdrawn record is replaced by itself.

    Its page sends visitors on; a page that sends them to itself helps nobody.

    replaced_by_itself
        Wrong: ``withdrawn: {date: 2026-02, replaced_by: muoi-hat}``
        Right: ``withdrawn: {date: 2026-02, replaced_by: muoi-tinh}``
    """
    for record, _, replacement in _replacements(draft):
        if replacement == record.id:
            yield Remark(record.path, ("withdrawn", "replaced_by"), "replaced_by_itself")


def operators_are_spelt_right(draft: Draft) -> Iterator[Remark]:
    """Every operator that looks like the id of a producer is the id of a producer.

    Free text is welcome, but an id with a slip in it (``cong-ty-cp-muoi-bac-lie``) would be published as if it were a
    name; it is told like any other producer that does not exist.
    """
    known = draft.known[Collection.PRODUCERS] or frozenset()
    for point in draft.sales_points.values():
        written = point.operator
        if written is None or written in known or "-" not in written or not is_id(written):
            continue
        meant = nearest(written, known, least=85)
        if meant is not None:
            yield Remark(point.path, ("operator",), "no_producer", {"value": written}, meant)


def district_folders_exist(draft: Draft) -> Iterator[Remark]:
    """Every product lies in the folder of a district that has a record, or in ``chua-ro``.

    The folder is what says where a product comes from.

    no_such_district_folder (file)
        Wrong: ``products/dong-hay/muoi-moi.yml``
        Right: ``products/dong-hai/muoi-moi.yml``
    """
    known = draft.known[Collection.DISTRICTS] or frozenset()
    told: set[str] = set()
    for path in sorted(draft.places):
        top, _, below = path.partition("/")
        folder = below.partition("/")[0]
        if top != "products" or folder in known or folder == UNKNOWN_DISTRICT or folder in told:
            continue
        told.add(folder)
        meant = draft.names[Collection.DISTRICTS].nearest(folder)
        meant = UNKNOWN_DISTRICT if meant is None and slug(folder).startswith("chua") else meant
        yield Remark(path, (), "no_such_district_folder", {"value": folder}, meant)
