"""`ocop due`: what ends, for a terminal, a spreadsheet and a calendar."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from icalendar import Calendar

from ocop import cli

Due = Callable[..., Result]
PRODUCT = "name: {name}\nkind: muoi\nproducer: ho-ba-thu\nrecognitions:\n{recognitions}\nsources: [bao-thu]\n"


@pytest.fixture
def due(site: Path, monkeypatch: pytest.MonkeyPatch) -> Due:
    """Give a function that runs the command on a catalogue with nothing in it that ends but what a test adds."""
    monkeypatch.setenv("CATALOGUE_DATE", "2026-11-24")
    monkeypatch.delenv("OCOP_LANG", raising=False)
    monkeypatch.delenv("CATALOGUE_URL", raising=False)
    for path in site.glob("products/*/*.yml"):
        path.unlink()
    for name in ("promotions.yml", "sales-points/cua-hang-thu.yml"):
        (site / "catalogue" / name).unlink()
    for path in site.glob("catalogue/producers/*.yml"):
        path.write_text(f"name: {path.stem}\nsources: [bao-thu]\n")

    def run(*arguments: str) -> Result:
        ran = CliRunner().invoke(cli.ocop, ["due", "--root", str(site), *arguments])
        assert ran.exception is None or isinstance(ran.exception, SystemExit), ran.exc_info
        return ran

    return run


def add(site: Path, name: str, ends: str, stars: int = 4) -> None:
    """Add a product whose rating ends then."""
    held = f"  - {{stars: {stars}, date: 2020, expires: {ends}}}"
    path = site / f"products/huyen-thu/{name.lower()}.yml"
    path.write_text(PRODUCT.format(name=name, recognitions=held))


def test_each_end_is_told_with_its_days_maker_place_and_file(due: Due, site: Path) -> None:
    """Two lines an end: when and what, then whose, where and which file; the parts stand under one another."""
    add(site, "Muoi-mot", "2026-12-28")
    add(site, "Muoi-hai", "2027-01")
    assert due().stdout.splitlines() == [
        "Hết hạn trong 180 ngày (2)",
        "  28/12/2026   còn 34 ngày  Muoi-mot: 4 sao",
        "      ho-ba-thu · Thử · products/huyen-thu/muoi-mot.yml",
        "  cuối 1/2027  còn 68 ngày  Muoi-hai: 4 sao",
        "      ho-ba-thu · Thử · products/huyen-thu/muoi-hai.yml",
    ]


def test_it_speaks_english(due: Due, site: Path) -> None:
    """Days, dates and words, one day being no days."""
    add(site, "Muoi-mot", "2026-11-25")
    add(site, "Muoi-hai", "2026-11-24")
    add(site, "Muoi-ba", "2026-11-23")
    assert due("--lang", "en").stdout.splitlines() == [
        "Ended (1)",
        "  23 November 2026  ended 1 day ago  Muoi-ba: 4 stars",
        "      ho-ba-thu · Thử · products/huyen-thu/muoi-ba.yml",
        "",
        "Ends within 180 days (2)",
        "  24 November 2026  last day today  Muoi-hai: 4 stars",
        "      ho-ba-thu · Thử · products/huyen-thu/muoi-hai.yml",
        "  25 November 2026      1 day left  Muoi-mot: 4 stars",
        "      ho-ba-thu · Thử · products/huyen-thu/muoi-mot.yml",
    ]


@pytest.mark.parametrize(
    ("arguments", "shown"),
    [
        ((), ["2026-10-01", "2026-11-24", "2027-05-23"]),
        (("--within", "179"), ["2026-10-01", "2026-11-24"]),
        (("--within", "181"), ["2026-10-01", "2026-11-24", "2027-05-23", "2027-05-24"]),
        (("--within", "0", "--no-ended"), ["2026-11-24"]),
        (("--no-ended",), ["2026-11-24", "2027-05-23"]),
    ],
)
def test_the_window_is_of_days_and_includes_its_last(
    due: Due, site: Path, arguments: tuple[str, ...], shown: list[str]
) -> None:
    """180 days from 24 November 2026 lead to 23 May 2027; what has ended is told unless one asks not to."""
    for number, ends in enumerate(("2027-05-24", "2027-05-23", "2026-11-24", "2026-10-01")):
        add(site, f"Muoi-{number}", ends)
    assert [row["Ngày cuối"] for row in rows(due("--format", "csv", *arguments))] == shown


def rows(ran: Result) -> list[dict[str, str]]:
    """Read a CSV as a spreadsheet does."""
    assert ran.exit_code == 0
    return list(csv.DictReader(io.StringIO(ran.stdout_bytes.decode("utf-8-sig"), newline=""), strict=True))


def test_the_table_opens_in_a_spreadsheet(due: Due, site: Path) -> None:
    """UTF-8 with a byte-order mark, headings in the reader's language, no cell that starts a formula."""
    path = site / "products/huyen-thu/muoi.yml"
    held = "  - {stars: 4, date: 2020, expires: 2026-12-28}"
    path.write_text(PRODUCT.format(name='"=1+1"', recognitions=held))
    ran = due("--format", "csv")
    assert ran.stdout_bytes.startswith(b"\xef\xbb\xbf")
    assert rows(ran) == [{
        "Ngày cuối": "2026-12-28", "Còn (ngày)": "34", "Tên": "'=1+1", "Hết hạn cái gì": "công nhận OCOP",
        "Hạng sao, loại chứng nhận": "4 sao", "Hết hạn": "28/12/2026", "Chủ thể": "ho-ba-thu",
        "Huyện (trước 7/2025)": "Huyện Thử", "Xã (trước 7/2025)": "", "Tệp": "products/huyen-thu/muoi.yml",
    }]  # fmt: skip
    assert list(rows(due("--format", "csv", "--lang", "en"))[0])[:2] == ["Last day", "Days left"]


def test_the_calendar_holds_what_the_window_does(
    due: Due, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A calendar reads it; it leads to the pages where the site's address is known."""
    add(site, "Muoi-gan", "2026-12-28")
    add(site, "Muoi-xa", "2028-12-28")
    add(site, "Muoi-lau", "2022-12-28")
    plain = Calendar.from_ical(due("--format", "ics").stdout_bytes)
    assert [str(each["SUMMARY"]) for each in plain.walk("VEVENT")] == ["Hết hạn 4 sao: Muoi-gan"]
    assert "URL" not in plain.walk("VEVENT")[0]
    monkeypatch.setenv("CATALOGUE_URL", "https://ocop.test/")
    linked = Calendar.from_ical(due("--format", "ics").stdout_bytes)
    assert str(linked.walk("VEVENT")[0]["URL"]) == "https://ocop.test/san-pham/muoi-gan/"


def test_certificates_are_told_too(due: Due, site: Path) -> None:
    """A producer's certificate is told with the producer's own name, once."""
    (site / "catalogue/producers/ho-ba-thu.yml").write_text(
        "name: Hộ Ba\ncertifications: [{scheme: iso-22000, expires: 2026-12}]\nsources: [bao-thu]\n"
    )
    assert due("--no-ended").stdout.splitlines()[1:] == [
        "  cuối 12/2026  còn 37 ngày  Hộ Ba: ISO 22000",
        "      catalogue/producers/ho-ba-thu.yml",
    ]


def test_nothing_to_tell_is_said(due: Due) -> None:
    """An empty answer is one, and no error."""
    for style in ("text", "csv", "ics"):
        assert due("--format", style).exit_code == 0
    assert due().stdout == "Không có gì hết hạn trong 180 ngày.\n"
    assert due("--lang", "en", "--within", "30").stdout == "Nothing ends within 30 days.\n"


def test_records_with_errors_are_sent_to_the_checker(due: Due, site: Path) -> None:
    """Nothing is told of half a catalogue: the command says what to run, and fails."""
    (site / "products/huyen-thu/sai.yml").write_text("name: Muối\n")
    ran = due()
    assert (ran.exit_code, ran.stdout) == (1, "")
    assert "ocop check" in ran.stderr


@pytest.mark.parametrize("wrong", [("--within", "-1"), ("--within", "mai"), ("--format", "pdf"), ("x",)])
def test_wrong_use_is_told(due: Due, wrong: tuple[str, ...]) -> None:
    """Exit code 2, as everywhere."""
    assert due(*wrong).exit_code == 2
