"""What the trader's list is as a text, a cell and a letter: asked of its own script, whatever somebody wrote there."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hosting import ROOT
from ocop.export.csv_file import harmless
from ocop.i18n.words import WORDS
from test_csv import LEADS

NODE = ROOT / ".venv/bin/node"
SCRIPTS = ROOT / "overrides/assets/ocop/js/list"

IDS = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,4}", fullmatch=True)
TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=40), st.text("~_%25 57EF-ắ'()", max_size=20)
)
DAYS = st.dates().filter(lambda day: day.year >= 1000).map(lambda day: day.isoformat())
ROWS = st.fixed_dictionaries(
    {"id": IDS},
    optional={
        "quantity": st.one_of(
            st.integers(1, 999_999_999).map(str), st.decimals("0.001", "9999", places=3).map(str)
        ),
        "unit": st.sampled_from(["kg", "t", "bottle"]),
        "pack": TEXTS,
        "date": DAYS,
        "note": TEXTS,
    },
)
LISTS = st.fixed_dictionaries({
    "ship": st.one_of(st.just(""), DAYS),
    "goods": st.lists(ROWS, max_size=12, unique_by=lambda row: row["id"]),
})  # fmt: skip


class Twin:
    """The scripts of the list in Node."""

    def __init__(self) -> None:
        """Start them."""
        self.process = subprocess.Popen(
            [NODE, ROOT / "tests/list/twin.mjs", SCRIPTS], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def __call__(self, name: str, *values: Any) -> Any:
        """Call a function of theirs."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps([name, *values]).encode() + b"\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def close(self) -> None:
        """Stop them."""
        self.process.communicate()


@pytest.fixture(scope="module")
def ask() -> Iterator[Twin]:
    """Give what answers as the scripts do."""
    twin = Twin()
    yield twin
    twin.close()


def may(ask: Twin, given: dict[str, Any]) -> dict[str, Any]:
    """Give a list with what it may hold."""
    return {"ship": given["ship"], "goods": [ask("wanted", row) for row in given["goods"]]}


# The address -----------------------------------------------------------------------------


@given(LISTS)
@example({"ship": "2027-03-01", "goods": [{"id": "muoi-i-ot", "pack": "a~b_c%7E", "note": "100 % ~ _ %5F"}]})
def test_an_address_tells_the_whole_list(ask: Twin, given: dict[str, Any]) -> None:
    """What goes into an address comes back, with its order, also where texts hold the signs that part it."""
    asked = may(ask, given)
    text = ask("format", asked)
    if not asked["goods"] and not asked["ship"]:
        assert text == ""
        return
    assert ask("parse", text) == asked
    assert ask("format", ask("parse", text)) == text


@given(LISTS.filter(lambda given: given["goods"]))
def test_an_address_survives_who_carries_it(ask: Twin, given: dict[str, Any]) -> None:
    """It holds no sign at which a program ends a link or an attribute, and may be unescaped where nothing needs escapes."""
    asked = may(ask, given)
    text = ask("format", asked)
    assert not set(text) & set(" \"'<>()[]{}|\\^`&?#/;,!*\n")
    assert text.isascii()
    unneeded = text.replace("%7E", "~").replace("%5F", "_").replace("%2D", "-").replace("%2E", ".")
    assert ask("parse", unneeded) == asked


@given(st.text(max_size=200))
@example("1_2027-13-45~<img src=x>_1e9_KG_%E0%A4%A_99_%00")
@example("1~__proto__~constructor_1_toString~a_-5~a_0~a_1.2345")
@example("1~" + "a_" * 5000)
@example("2_2027-03-01~muoi")
def test_nothing_in_an_address_does_harm(ask: Twin, text: str) -> None:
    """Whatever stands there is no list, or a list of what may stand there: ids, amounts, days and short lines of text."""
    found = ask("parse", text)
    if found is None:
        return
    assert ask("parse", ask("format", found)) in (found, None)
    for row in found["goods"]:
        assert set(row) == {"id", "quantity", "unit", "pack", "date", "note"}
        assert row["id"].replace("-", "").isalnum()
        assert all(text.isprintable() for text in row.values())
        assert not row["quantity"] or float(row["quantity"]) > 0
        assert len(row["note"]) <= 300
        assert len(row["pack"]) <= 60


def test_an_address_can_be_read_by_people(ask: Twin) -> None:
    """Version and ship date, then a product each: id, quantity, unit, packing, day, note."""
    text = "1_2027-03-01~muoi-tinh-bac-lieu_200_kg_500%20g_2027-02-15_giao%20t%E1%BA%A1i%20C%E1%BA%A7n%20Th%C6%A1~muoi-hat-bac-lieu"
    assert ask("format", ask("parse", text)) == text
    assert "giao tại Cần Thơ" in unquote(text)
    assert ask("parse", text)["goods"][1] == ask("wanted", {"id": "muoi-hat-bac-lieu"})


@given(LISTS, LISTS)
def test_another_list_takes_nothing_away(ask: Twin, own: dict[str, Any], other: dict[str, Any]) -> None:
    """Joined to one's own list, another's adds what that lacks and changes nothing in it."""
    mine, its = may(ask, own), may(ask, other)
    joined = ask("merged", mine, its)
    assert joined["goods"][: len(mine["goods"])] == mine["goods"]
    assert {row["id"] for row in joined["goods"]} == {row["id"] for row in mine["goods"] + its["goods"]}
    assert joined["ship"] == (mine["ship"] or its["ship"])


@given(LISTS, IDS)
def test_what_is_added_can_be_taken_out(ask: Twin, given: dict[str, Any], new: str) -> None:
    """Pressed twice, "add" leaves the list as it was but for one that had stood there."""
    before = may(ask, given)
    after = ask("toggled", ask("toggled", before, new), new)
    if new in [row["id"] for row in before["goods"]]:
        assert after["goods"][-1] == ask("wanted", {"id": new})
    else:
        assert after == before


# Cells ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("lead", LEADS)
def test_no_cell_starts_a_formula(ask: Twin, lead: str) -> None:
    """What a spreadsheet would reckon with is text, as in the catalogue's own tables."""
    text = f"{lead}1+1"
    assert ask("harmless", text) == harmless(text) == f"'{text}"


@given(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12).filter(
        # Python and JavaScript disagree on what is blank in a few signs that no record and no list may hold.
        lambda text: not set(text) & set("\x1c\x1d\x1e\x1f\x85\ufeff")
    )
)
def test_the_guard_of_cells_is_one_rule(ask: Twin, text: str) -> None:
    """Browser and catalogue guard the same texts in the same way."""
    assert ask("harmless", text) == harmless(text)


# Letters ------------------------------------------------------------------------------------------

FITTING = 4
"""So many goods, with all that can be wanted of them, fit a mail link in both languages."""

LETTER = {
    lang: {key.removeprefix("letter_"): said[place] for key, said in WORDS.items() if key.startswith("letter_")}
    for place, lang in enumerate(("vi", "en"))
}  # fmt: skip


def rows(count: int) -> list[dict[str, Any]]:
    """Make rows of goods."""
    wants = {
        "id": "muoi", "quantity": "200", "unit": "kg", "pack": "500 g", "date": "2027-02-15", "note": "Cần Thơ"
    }  # fmt: skip
    return [
        {"wants": wants, "names": {"vi": f"Muối tinh {number}", "en": f"Refined salt {number}"}}
        for number in range(count)
    ]


@pytest.mark.parametrize("count", [0, 1, 4, 5, 30])
def test_a_mail_link_is_never_cut_off(ask: Twin, count: int) -> None:
    """A letter that a link of 2,000 signs can carry is in it word for word; of a longer one there is the subject alone."""
    units = {"kg": {"vi": "kg", "en": "kg"}}
    given = {
        "rows": rows(count),
        "to": {"vi": "HTX", "en": "HTX"},
        "ship": "2027-03-01",
        "from": "",
        "units": units,
    }
    written = ask("letter", LETTER, given)
    mail = ask("mailTo", "thu@example.org", written)
    assert len(mail["href"]) <= 2000
    assert mail["href"].startswith("mailto:thu@example.org?subject=")
    _, _, body = mail["href"].partition("&body=")
    assert unquote(body) == (written["text"].replace("\n", "\r\n") if mail["isWhole"] else "")
    assert mail["isWhole"] == (count <= FITTING)


def test_days_and_numbers_are_said_as_each_language_does(ask: Twin) -> None:
    """A letter has 15/2/2027 and 1,5 in Vietnamese, 15 February 2027 and 1.5 in English."""
    assert [ask("dayIn", lang, "2027-02-05") for lang in ("vi", "en")] == ["5/2/2027", "5 February 2027"]
    assert [ask("numberIn", lang, "1234.5") for lang in ("vi", "en")] == ["1.234,5", "1,234.5"]
