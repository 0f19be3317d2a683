"""Strategies of records as people write them: mostly right in every field, then spoilt at a place or two."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any, get_args

from hypothesis import strategies as st
from pydantic import BaseModel

from ocop import fields
from ocop.declared import Declared, Shape, declared
from ocop.fields import Choice, Number, Reader, Text, Whole
from ocop.records import Source
from ocop.records.sales_point import Sells
from strategies import partial_dates

IDS = st.sampled_from(["muoi", "a", "0", "htx-muoi-2", "x" * 80])
_PLACES = st.sampled_from(
    ["9", "9.2", "9.25", "105.5", "105.72", "8.95", "9.70", "105.15", "105.95", "37.5", "127"]
)
# Of stars and of the places that records are in.
_EDGES = [
    "0",
    "29.999999999",
    "30",
    "49.9",
    "50",
    "69.9",
    "70",
    "89.999999999",
    "90",
    "100",
    "8.95",
    "9.7",
    "105.15",
    "105.95",
]
_RIGHT: Mapping[str, list[str]] = {
    "Id": ["muoi", "a-b-c", "x" * 80],
    "Ref": ["muoi", "dong-hai", "x" * 80],
    "YesNo": ["true", "No", "CÓ", "không"],
    "Link": ["https://a.vn", "HTTPS://a.vn:8443/a?b#c", "https://đặc-sản.vn/muối", "https://a.vn:/", "https://a-.b.vn"],
    "Country": ["KR", "NO", "VN"],
    "Phone": ["0291 3822 335", "+84 900 000 001"],
    "Zalo": ["0900 000 001", "https://zalo.me/1"],
    "Email": ["a@b.vn", "a.b+c@d-e.f.vn"],
    "TaxCode": ["1900123454", "001099000001"],
    "Gtin": ["8936000000004", "20000004"],
    "HsCode": ["2501", "2501.00", "25010010"],
    "Hours": ["Mo-Su 07:00-17:00", "24/7"],
    "Code": ["31985", "1"],
    "FileName": ["muoi.jpg", "ảnh 1.JPG"],
}  # fmt: skip
_BY_READER = {get_args(getattr(fields, name))[1]: texts for name, texts in _RIGHT.items()}
_WHEN = get_args(fields.When)[1]
ODD = [
    *(text for texts in _RIGHT.values() for text in texts),
    "", "0", "-0", "-0.0", "007", "1.0", "1.000", "-1", "+1", "1e3", "12", "13", "90", "89.999999999", "90.0", "100", "100.000000001",
    "1000000000.00000005", "1000000000.00000006", "8.9", "8.95", "9.700000001", "105", "105.95", "105.950000001", "23.5", "180", "-180.1",
    "0.1234567890", "٣", "１", "4", "5", "6", "240", "365", "366", "1799", "1800", "2100", "2101", "10000001", "9" * 17,
    "1900", "1899", "2024-02-29", "2023-02-29", "1900-02-29", "2000-02-29", "2100-02-29", "2024-04-31", "2024-12-31", "2024-13", "2024-00",
    "2024-1-1", "2024-06-30T00:00", "30/06/2024", "20240630", "2024-06-", "２０２４", "no", "NO", "No", "on", "TRUE", "Truе", "yes", "CÓ",
    "KHÔNG", "kho^ng", "null", "~", "vn", "XK", "UK", "ZZ", "all", "All", "everything", "het", "tất cả", "muoi hat", "Muối", "-a", "a-", "a--b",
    "a_b", "x" * 81, "a" * 120, "a" * 121, "a" * 200, "a" * 201, "ạ" * 200, "😀" * 200, "😀" * 201, "a" * 500, "a" * 501, "a" * 4001,
    "a\nb", "a\tb", "a\n\nb", "https://", "http://a.vn", "https://a", "https://a.1", "https://a.v", "https://a.vn:0", "https://a.vn:00",
    "https://a.vn:65535", "https://a.vn:65536", "https://a.vn:08080/", "https://a.vn:x", "https://u@a.vn", "https://a.vn/u@b", "https://a.vn?x",
    "https://a.vn|b", "https://a..vn", "https://-a.vn", "https://a_b.vn", "https://_a.vn", "https://a€b.vn", "https://a.vn€", "https://İa.vn",
    "https://a.vn/€", "https://a.vn/\u00a0", "https://[::1]/", "https:a.vn", "https:/a.vn", "https://a.vn/" + "b" * 987, "https://a.vn/" + "b" * 988,
    "https://" + "a" * 63 + ".vn", "https://" + "a" * 64 + ".vn", "https://zalo.me/", "https://zalo.me", "https://zalo.me/€ ", "https://zalo.vn/1",
    "a@b", "a@b.c", "a..b@c.vn", ".@c.vn", "a" * 64 + "@b.vn", "a" * 65 + "@b.vn", "a@" + "b" * 63 + ".vn", "a@" + "b" * 64 + ".vn", "ă@b.vn",
    "a@b_.vn", "a@" + "b." * 124 + "vnn", "a@" + "b." * 125 + "vnn", "0291", "113", "(0291) 3.822.335", "+1", "0900 000 001 x", "--- -",
    "1900123455", "1900123454-001", "1900123454001", "19001234540", "001099000001-001", "8936000000005", "893600000000", "123", "2501.0",
    "250100100000", "2501.00.10.00", "Mo-Su", "Mo-Su 7-17h", "a.jpg", ".a.jpg", "a/b.jpg", "a:b.jpg", "a\\b.jpg", "a" * 199, "123456789",
    "12345678", "named", "assessed", "enterprise", "Enterprise", "shop", "district", "t", "kg", "year", "blush",
]  # fmt: skip
_ODD_TREES = st.one_of(
    st.sampled_from(ODD),
    st.sampled_from([{}, [], [[]], [{}], ["muoi"], ["all"], ["1", "1"], ["1", "2"], {"a": "b"}, {"lat": "9", "lon": "105"}]),
    st.text(max_size=20),
)  # fmt: skip


_FURTHER_KEYS = st.sampled_from(
    ["nmae", "ref", "url", "start", "three", "3", "id", "note", "country", "province", "district"]
)


@st.composite
def records(draw: st.DrawFn, model: type[BaseModel]) -> Any:
    """Give records of a model as trees of text, right or nearly so."""
    tree = deepcopy(draw(right(model)))
    for _ in range(draw(st.sampled_from([0, 0, 1, 1, 2]))):
        holders = [each for each in _holders(tree) if each]
        if holders:
            holder = draw(st.sampled_from(holders))
            keys = [*holder] if isinstance(holder, dict) else [*range(len(holder))]
            _spoil(draw, holder, draw(st.sampled_from(keys)))
    return tree


def right(model: type[BaseModel], depth: int = 4) -> st.SearchStrategy[dict[str, Any]]:
    """Give records whose every field is right by itself; what the fields say together may be wrong."""
    held = {each.key: _values(each, depth) for each in declared(model)}
    needed = {each.key: held[each.key] for each in declared(model) if each.required}
    others = sorted(held.keys() - needed.keys())
    chosen = st.lists(st.sampled_from(others), unique=True, max_size=7) if others else st.just([])
    return chosen.flatmap(lambda keys: st.fixed_dictionaries(needed | {key: held[key] for key in keys}))


def _values(field: Declared, depth: int) -> st.SearchStrategy[Any]:
    one = _one(field.shape, depth)
    if not field.shape.many:
        return one
    return st.lists(one, min_size=int(field.required), max_size=3)


def _one(shape: Shape, depth: int) -> st.SearchStrategy[Any]:
    if shape.reader is not None:
        return right_text(shape.reader)
    if shape.base is Sells:
        return st.just("all") | st.lists(IDS | st.just("all"), max_size=3)
    owner: type[BaseModel] = shape.base
    if depth == 0:
        return st.just({})
    inside = st.deferred(lambda: right(owner, depth - 1))
    return IDS | inside if owner is Source else inside


def right_text(reader: Reader) -> st.SearchStrategy[str]:
    """Give texts that a reader takes, also the longest, the least and the greatest."""
    if isinstance(reader, Text):
        longest = st.sampled_from(["Muối", "a", "x" * reader.longest, "1", "ẹ 😀"])
        return longest | st.just("a\nb") if reader.lines else longest
    if isinstance(reader, Whole):
        return st.integers(reader.least, reader.most).map(str) | st.sampled_from(
            [str(reader.least), str(reader.most)]
        )
    if isinstance(reader, Number):
        edges = [text for text in _EDGES if reader.least <= float(text) <= reader.most]
        return _PLACES | st.sampled_from(edges) | st.decimals(reader.least, reader.most, places=3).map(str)
    if isinstance(reader, Choice):
        return st.sampled_from(reader.allowed)
    if reader == _WHEN:
        return partial_dates(1900, 2100).map(str)
    return st.sampled_from(_BY_READER[reader])


# Spoiling ------------------------------------------------------------------------------------------


def _holders(tree: Any) -> list[Any]:
    """Give every list and mapping of a tree."""
    if isinstance(tree, dict):
        return [tree, *(holder for each in tree.values() for holder in _holders(each))]
    if isinstance(tree, list):
        return [tree, *(holder for each in tree for holder in _holders(each))]
    return []


def _spoil(draw: st.DrawFn, holder: Any, key: Any) -> None:
    how = draw(st.sampled_from(["odd", "odd", "odd", "drop", "wrap", "add", "twice"]))
    if how == "odd":
        holder[key] = deepcopy(draw(_ODD_TREES))
    elif how == "drop":
        del holder[key]
    elif how == "wrap":
        holder[key] = [holder[key]]
    elif isinstance(holder, dict):
        holder[draw(_FURTHER_KEYS)] = deepcopy(draw(_ODD_TREES))
    else:
        holder.append(deepcopy(holder[key]))
