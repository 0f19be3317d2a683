"""A comparison of two editions: no field is passed over, nothing is invented, no text becomes markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from catalogues import catalogue, edition, producer, product, sales_point
from conftest import DAY
from ocop import build
from ocop.dates import PartialDate
from ocop.declared import declared
from ocop.edition import Edition
from ocop.fields import About, Choice, Facts, Line
from ocop.findings import Finding, Position
from ocop.i18n import Lang
from ocop.records import Contact, Product, Record
from ocop.report import shown
from ocop.review.compare import Comparison, compare
from ocop.review.differences import Field, differences
from ocop.review.entries import Entry, Section, entries_of
from ocop.review.markdown import code, plain, quoted
from ocop.review.note import LONGEST, Preview, note
from ocop.review.pairing import paired
from ocop.review.saying import label
from ocop.review.telling import told
from ocop.revisions import Start
from strategies import products

START = Start("main", "fedcbafedcbafedcba")
LANGS: tuple[Lang, Lang] = ("vi", "en")


@pytest.fixture(scope="session")
def whole(whole_site: Path) -> Edition:
    """Give the edition of the made-up catalogue, in which every field is written."""
    edited = build.check(whole_site, DAY).edition
    assert edited is not None
    return edited


def written(comparison: Comparison, lang: Lang = "vi") -> str:
    """Give the note of a comparison."""
    return note(Preview(START, DAY, comparison), lang)


# ------------------------------------------------------------------------------------- nothing is invented


def test_a_catalogue_does_not_differ_from_itself(whole: Edition) -> None:
    """Read twice, the same records give no change, whatever they hold."""
    comparison = compare(whole, Edition.of(whole.catalogue, DAY))
    assert (comparison.changes, comparison.listings, comparison.lifts) == ((), (), ())
    assert "Người xem sẽ không thấy thay đổi nào." in written(comparison)


@given(st.lists(products(), max_size=6, unique_by=lambda each: each.id))
def test_no_catalogue_differs_from_itself(goods: list[Product]) -> None:
    """The same holds for any products, also where each is read anew."""
    again = [each.model_copy().placed(each.path) for each in goods]
    before, after = (
        Edition.of(replace(catalogue(), products={each.id: each for each in some}), DAY)
        for some in (goods, again)
    )
    comparison = compare(before, after)
    assert (comparison.changes, comparison.listings) == ((), ())


# ------------------------------------------------------------------------------------- nothing is passed over


def other(value: Any, field: Field) -> Any:
    """Give another value that a field may hold."""
    reader = field.declared.shape.reader
    if isinstance(reader, Choice):
        return next(each for each in reader.allowed if each != value)
    if field.declared.name == "kind":
        return "diem-den" if value != "diem-den" else "muoi"
    if field.declared.name == "ref":
        return "trang-thu" if value != "trang-thu" else "bao-thu"
    if isinstance(value, bool):
        return not value
    if isinstance(value, PartialDate):
        return value.plus_years(-1)
    return f"{value}-khac" if isinstance(value, str) else value + 1


Altered = tuple[tuple[Field, ...], Facts]
"""The way to the field that was changed, and the facts with that one change."""


def altered(facts: Facts, above: tuple[Field, ...] = ()) -> Iterator[Altered]:
    """Give the facts with one field changed, for each field that is written, at any depth."""
    for each in declared(type(facts)):
        field, value = Field(type(facts), each), getattr(facts, each.name)
        for way, new in _others(value, field, (*above, field)):
            yield way, facts.model_copy(update={each.name: new})
        # What is written can also be taken away.
        if not each.required and value not in (None, (), False):
            yield (*above, field), facts.model_copy(update={each.name: () if each.shape.many else None})


def _others(value: Any, field: Field, way: tuple[Field, ...]) -> Iterator[tuple[tuple[Field, ...], Any]]:
    if isinstance(value, tuple):
        for number, one in enumerate(value):
            for below, new in _others(one, field, way):
                yield below, (*value[:number], new, *value[number + 1 :])
    elif isinstance(value, Facts):
        yield from altered(value, way)
    elif value is not None:
        yield way, other(value, field)


def changed(whole: Edition, entry: Entry, facts: Facts) -> Edition:
    """Give the edition in which one entry has other facts."""
    held = whole.catalogue
    if isinstance(facts, Record):
        facts.placed(entry.path)
    if entry.section is Section.PROGRAMME:
        return Edition.of(replace(held, programme=facts), DAY)  # type: ignore[arg-type]
    if entry.section is Section.PROMOTIONS:
        campaigns = tuple(facts if each.id == entry.id else each for each in held.promotions)
        return Edition.of(replace(held, promotions=campaigns), DAY)  # type: ignore[arg-type]
    name = entry.section.name.lower()
    return Edition.of(replace(held, **{name: getattr(held, name) | {entry.id: facts}}), DAY)


@pytest.mark.parametrize("section", Section)
def test_every_field_is_told(whole: Edition, section: Section) -> None:
    """Each single value that changes or goes is told under the label of its declaration, in both languages."""
    for entry in entries_of(whole.catalogue)[section].values():
        for way, facts in altered(entry.facts):
            comparison = compare(whole, changed(whole, entry, facts))
            change = next((each for each in comparison.changes if each.entry.section is section), None)
            assert change is not None, way
            for lang in LANGS:
                line = told(change, comparison, lang).line
                assert _is_told(way, line, lang), (line, label(way, lang))


def test_every_declared_field_is_among_them(whole: Edition) -> None:
    """The made-up catalogue writes every field that a record may have, so the test above passes none over."""
    seen: set[tuple[type, str]] = set()
    for entries in entries_of(whole.catalogue).values():
        for entry in entries.values():
            seen |= {(field.owner, field.declared.name) for way, _ in altered(entry.facts) for field in way}
    owners = {owner for owner, _ in seen}
    assert {(owner, each.name) for owner in owners for each in declared(owner)} == seen


_IN_OTHER_WORDS = {
    # The rating's own sentence tells them, and a list tells of its parts in its own words.
    "stars": ("hạng", "rating"),
    "expires": ("hạn", "valid"),
    "photos": ("ảnh", "photo"),
    "file": ("ảnh", "photo"),
    "recognitions": ("lần công nhận", "recognition"),
    "packs": ("quy cách", "pack"),
    "certifications": ("chứng nhận", "certificate"),
    "sources": ("nguồn", "source"),
    "ref": ("nguồn", "source"),
    "url": ("nguồn", "source"),
    "communes": ("xã, phường, thị trấn", "commune"),
    "targets": ("mục tiêu", "target"),
    "results": ("kết quả", "result"),
    "measures": ("chỉ tiêu", "measure"),
    "rounds": ("đợt đánh giá", "round"),
    "events": ("sự kiện", "event"),
    "unknown": ("điều chưa rõ", "question"),
    "id": ("mã", "id"),
}


def _is_told(way: tuple[Field, ...], line: str, lang: Lang) -> bool:
    words = [label((way[-1],), lang) or label(way, lang)]
    # Of what is said in one breath, such as an amount with its unit, the whole has the label.
    words += [label((field,), lang) for field in way[:-1] if field.declared.shape.owner is not None]
    words += [pair[LANGS.index(lang)] for pair in (_IN_OTHER_WORDS.get(way[-1].declared.name),) if pair]
    words += [pair[LANGS.index(lang)] for pair in (_IN_OTHER_WORDS.get(way[0].declared.name),) if pair]
    return any(word and word.casefold() in line.partition("`)")[2].casefold() for word in words)


class Fragrant(Product):
    """A product with a made-up field."""

    smell: Annotated[Line | None, About(vi="Mùi hương", en="Smell")] = None


def test_a_new_field_is_told_by_its_declaration_alone() -> None:
    """Whoever declares another field of a record finds it in the note without touching anything else."""
    before, after = (
        Edition.of(
            replace(
                catalogue(),
                products={"a": Fragrant.model_validate(product(**smell)).placed("products/dong-hai/a.yml")},
            ),
            DAY,
        )
        for smell in ({"smell": "thơm"}, {"smell": "rất thơm"})
    )
    assert "mùi hương “thơm” → “rất thơm”" in written(compare(before, after))
    assert "smell “thơm” → “rất thơm”" in written(compare(before, after), "en")


def test_a_new_record_is_told_by_what_it_holds() -> None:
    """Of a new record every field is told, but not that staff left a note; what has no short name is only counted."""
    goods = product(
        notes="bí mật",
        recognitions=[{"note": "n" * 70}],
        season=["1", "2"],
        en={"name": "Grain salt"},
        storage="khô",
    )
    comparison = compare(edition(), edition(products={"a": goods}))
    assert (
        "hạng: OCOP, không ghi hạng (chưa rõ ngày công nhận); loại hàng: Muối; tên tiếng Anh: “Grain salt”; "
        "1 lần công nhận; bảo quản: “khô”; mùa bán: tháng 1–2; 1 nguồn (“Bài báo” (Báo, 10/05/2025))\n"
    ) in written(comparison)
    assert "English name: “Grain salt”" in written(comparison, "en")


def test_a_part_that_says_nothing_says_it_is_there() -> None:
    """`withdrawn: {}` has no fields to tell of, and takes the product from the programme all the same."""
    before, after = edition(products={"a": product()}), edition(products={"a": product(withdrawn={})})
    note = written(compare(before, after))
    assert "hạng chưa có → đã rút khỏi chương trình; có rút khỏi chương trình" in note
    assert "bỏ rút khỏi chương trình (trước là có)" in written(compare(after, before))


def test_falsehood_is_no_silence() -> None:
    """That something is not so is a fact: `private_label: no` is told where nothing was known before."""
    before, after = (
        edition(products={"a": product()}),
        edition(products={"a": product(trade={"private_label": "false", "lead_time_days": "0"})}),
    )
    note = written(compare(before, after))
    assert "nhận làm nhãn riêng: không" in note
    assert "thời gian giao (ngày): 0" in note
    assert "thời gian giao (ngày) (trước là 0)" in written(compare(after, before))


def test_a_sales_point_tells_what_it_sells() -> None:
    """All goods, or some: either way it is told in words."""
    some, more, every = (
        edition(
            products={"a": product(name="Muối A"), "b": product(name="Muối B")},
            sales_points={"c": sales_point(sells=sells)},
        )
        for sells in (["a"], ["a", "b"], "all")
    )
    assert "bán những gì: thêm Muối B" in written(compare(some, more))
    assert "bán những gì kể từng sản phẩm → bán mọi sản phẩm" in written(compare(some, every))


@pytest.mark.parametrize("lang", LANGS)
def test_a_contact_is_told_without_a_word_of_it(lang: Lang) -> None:
    """Every field of a contact but its site and date of consent is personal, also one that is declared later."""
    values = {"person": "BÍ MẬT", "phone": ["0912345678"], "zalo": "0912345678", "email": "bimat@a.vn"}
    assert {*values, "consent", "website"} == set(Contact.model_fields)
    for name, value in values.items():
        before, after = (
            edition(producers={"a": producer(contact={"consent": "2026", **more})})
            for more in ({}, {name: value})
        )
        for pair in ((before, after), (after, before)):
            said = written(compare(*pair), lang)
            assert "BÍ MẬT" not in said
            assert "12345678" not in said
            assert "bimat" not in said
            assert len(compare(*pair).changes) == 1


# ------------------------------------------------------------------------------------- parts of lists


def test_parts_are_paired_by_what_they_are() -> None:
    """A photo is its file, and two of one photographer are two photos; other parts are paired by likeness."""
    goods = Product.model_validate(
        product(
            photos=[
                {"file": "a.jpg", "alt": "A", "credit": "X"},
                {"file": "b.jpg", "alt": "A", "credit": "X"},
            ],
            packs=[{"size": "500 g", "price": "15000"}, {"size": "1 kg", "price": "28000"}],
        )
    )
    first, second = goods.photos
    assert paired((first,), (second,)).kept == ()
    small, large = goods.packs
    dearer = small.model_copy(update={"price": 16000})
    pairing = paired((small, large), (large, dearer))
    assert pairing.kept == ((large, large), (small, dearer))
    assert pairing.reordered
    assert not paired((small, large), (dearer, large)).reordered


PARTS = st.lists(
    st.builds(
        lambda size, price: Product.model_validate(
            product(packs=[{"size": size, "price": str(price)}])
        ).packs[0],
        st.sampled_from(["1 kg", "500 g", "2 kg"]),
        st.integers(1, 3),
    ),
    max_size=6,
).map(tuple)


@given(products())
def test_the_order_of_recognitions_is_no_change(goods: Product) -> None:
    """Recognitions stand in any order, so another order is not told."""
    turned = goods.model_copy(update={"recognitions": goods.recognitions[::-1]})
    assert list(differences(goods, turned)) == []


@given(PARTS, PARTS)
def test_pairing_loses_nothing(before: tuple[Facts, ...], after: tuple[Facts, ...]) -> None:
    """Each part before is kept or removed, each part after kept or added, whatever the lists."""
    pairing = paired(before, after)
    assert sorted(map(repr, [*(old for old, _ in pairing.kept), *pairing.removed])) == sorted(
        map(repr, before)
    )
    assert sorted(map(repr, [*(new for _, new in pairing.kept), *pairing.added])) == sorted(map(repr, after))


# ------------------------------------------------------------------------------------- Markdown

SIGNS = st.text(st.sampled_from("ab1 @#!`*_[]()<>|~\\&;:/.$%-+={}\"'\n“â\u2060"), max_size=30)
READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


@given(st.one_of(st.text(max_size=40), SIGNS))
def test_any_text_stays_text(text: str) -> None:
    """Read as Markdown, a text from a record is text again, sign for sign, and nothing else."""
    tokens = READER.parse(f"- x {plain(text)} y")
    inline = [child for token in tokens for child in token.children or ()]
    assert {token.type for token in inline} <= {"text"}
    assert [token.type for token in tokens if token.nesting == 0] == ["inline"]
    seen = "".join(child.content for child in inline)
    line = shown(re.sub(r"\s*\n\s*", " ", text.strip()), len(text))
    assert seen.replace("\u2060", "") == f"x {line} y"


@given(SIGNS)
def test_hosts_find_nothing_in_a_text(text: str) -> None:
    """After Markdown is read, no mention, reference, emoji or address is left for a host to find."""
    seen = "".join(
        child.content for token in READER.parse(f"- x {plain(text)} y") for child in token.children or ()
    )
    assert not re.search(r"[@#]\w|://|:\w+:|[!$]\d|www\.", seen)


@given(SIGNS)
def test_any_text_is_code(text: str) -> None:
    """As code a text is one piece of code, whatever marks it holds."""
    inline = [child for token in READER.parse(f"- x {code(text)} y") for child in token.children or ()]
    assert [token.type for token in inline] == ["text", "code_inline", "text"]


def test_a_long_quote_shows_where_it_differs() -> None:
    """Of long lines the part is quoted in which they differ, and what is left out is marked."""
    start = "a " * 100
    assert "khác" in quoted(f"{start}khác", f"{start}giống")
    assert quoted(f"{start}khác", f"{start}giống").startswith("“…")
    assert quoted("ngắn") == "“ngắn”"
    assert quoted("b" * 300).endswith("…”")


# ------------------------------------------------------------------------------------- the size of a note


@pytest.mark.parametrize("lang", LANGS)
def test_a_note_fits_into_a_comment(lang: Lang) -> None:
    """Of thousands of changes as many are told as a comment holds, and exactly the others are counted."""
    goods = {f"hang-{number}": product(name=f"Hàng {number} {'dài ' * 20}") for number in range(1500)}
    comparison = compare(edition(), edition(products=goods))
    errors = tuple(Finding(Position("x" * 900), "no_kind", values={"value": "y" * 900}) for _ in range(99))
    said = note(Preview(START, DAY, comparison, errors, ("z" * 90,) * 99, 7), lang)
    assert LONGEST * 0.9 < len(said.encode()) <= LONGEST
    left = re.search(r"… (?:và|and) (\d+) (?:thay đổi nữa|more changes)\.", said)
    assert left is not None
    assert said.count("\n- **") + int(left[1]) == len(comparison.changes) + 1
    assert said.rstrip().endswith(").")


def test_one_huge_change_is_cut_as_well() -> None:
    """A record that changed in hundreds of places takes one item of bearable length."""
    packs = [{"size": f"cỡ {number} {'x' * 150}", "price": str(number)} for number in range(1, 300)]
    other = [{**each, "price": str(int(each["price"]) + 1000)} for each in packs]
    comparison = compare(
        edition(products={"a": product(packs=packs)}), edition(products={"a": product(packs=other)})
    )
    assert len(written(comparison)) < 8000
    assert re.search(r"và \d+ nữa", written(comparison))
