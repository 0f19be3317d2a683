"""Open data that is no table: places on a map, cards, codes, feeds and what describes them all, read by other programs."""

from __future__ import annotations

import json
import os
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import zxingcpp
from click.testing import CliRunner
from frictionless import validate
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw
from tests.catalogues import SITE, edition, exported_alone, producer, product, sales_point

from hosting import ROOT
from ocop import export
from ocop.cli.export import command
from ocop.edition import Edition
from ocop.export.qr_codes import qr_code
from ocop.export.vcards import vcard, vcard_code

NODE = ROOT / ".venv/bin/node"
HOSTILE = 'Muối "hạt"; ớt, sả \\ <b>&amp;</b>\n=HYPERLINK("https://x")'
NAMES = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=100)


@dataclass(frozen=True)
class Card:
    """A card as an address book reads it."""

    properties: list[tuple[str, dict[str, Any], list[Any]]]

    def all(self, name: str) -> list[Any]:
        """Give the values of a property."""
        return [values[0] for found, _, values in self.properties if found == name]


def card_of(made: Edition, folder: Path) -> Card:
    """Write the card of the only producer and read it with another library."""
    (one,) = made.producers
    path = folder / "lien-he.vcf"
    path.write_bytes(vcard(one, made, SITE))
    run = subprocess.run(
        [NODE, ROOT / "tests/vcard.mjs", path], capture_output=True, text=True, check=True, cwd=ROOT
    )
    (card,) = json.loads(run.stdout)
    assert card["name"] == "vcard"
    return Card([tuple(each) for each in card["properties"]])


# Places -------------------------------------------------------------------------------


def test_open_places_are_points_with_longitude_first() -> None:
    """A map shows each open place where it is; one whose location nobody knows is listed without a point."""
    made = edition(sales_points={
        "cho": sales_point(location={"lat": "9.28", "lon": "105.72"}),
        "xa": sales_point(),
        "cu": sales_point(closed="2020"),
    })  # fmt: skip
    told = json.loads(export.files(made, SITE)["data/sales-points.geojson"])
    assert told["type"] == "FeatureCollection"
    found = {each["id"]: each["geometry"] for each in told["features"]}
    assert found == {"cho": {"type": "Point", "coordinates": [105.72, 9.28]}, "xa": None}
    assert {each["type"] for each in told["features"]} == {"Feature"}
    assert told["features"][0]["properties"]["url"].startswith(SITE)


# Cards --------------------------------------------------------------------------------


def test_a_card_tells_who_where_and_what(tmp_path: Path) -> None:
    """An address book shows the name, the place of today, the page and the goods with stars."""
    made = edition(
        producers={"htx": producer(
            district="dong-hai", commune="dien-hai", address="Ấp 4", also_known_as=["Muối Điền Hải"],
            contact={"consent": "2026-03", "phone": ["0912 345 678"], "email": "ban@htx.example",
                     "person": "Người phụ trách", "website": "https://htx.example"},
        )},
        products={"muoi": product(producer="htx", recognitions=[{"stars": "4", "date": "2026"}]),
                  "cu": product(name="Muối cũ", producer="htx", recognitions=[{"stars": "3", "date": "2019"}])},
    )  # fmt: skip
    card = card_of(made, tmp_path)
    assert card.all("fn") == ["Hợp tác xã Muối"]
    assert card.all("adr") == [["", "", "Ấp 4", "Xã Long Điền", "Cà Mau", "", "Việt Nam"]]
    assert card.all("tel") == ["+84912345678"]
    assert card.all("email") == ["ban@htx.example"]
    assert f"{SITE}chu-the/htx/" in card.all("url")
    assert card.all("note") == ["Muối hạt: 4 sao"]


def test_a_card_without_consent_names_nobody(tmp_path: Path) -> None:
    """What somebody did not agree to is in no file."""
    made = edition(producers={"htx": producer(contact={"website": "https://htx.example"})})
    card = card_of(made, tmp_path)
    assert "https://htx.example" in card.all("url")
    assert not {"tel", "email", "title"} & {name for name, _, _ in card.properties}


@pytest.mark.parametrize("name", ["Muối; ớt, sả \\ tiêu", "END:VCARD", "Cơ sở " + "khô cá đù một nắng " * 5])
def test_a_name_stays_a_name_in_a_card(name: str, tmp_path: Path) -> None:
    """Nothing in a name ends a line, a field or the card."""
    made = edition(producers={"htx": producer(name=name[:120].strip())})
    # RFC 2426 has a semicolon in any text escaped; this reader takes that back in texts of several parts alone.
    assert [each.replace("\\;", ";") for each in card_of(made, tmp_path).all("fn")] == [name[:120].strip()]
    assert all(len(line) <= 75 for line in vcard(*made.producers, made, SITE).split(b"\r\n"))


def test_a_code_holds_the_card() -> None:
    """A telephone that scans it has what it needs to call, write and find the producer, as far as that was agreed to."""
    contact = {
        "consent": "2026-03-01",
        "phone": ["0912345678"],
        "email": "ban@htx.example",
        "person": "Nguyễn Văn Thử",
    }
    made = edition(
        producers={
            "htx": producer(district="dong-hai", commune="dien-hai", address="Ấp 4; 5", contact=contact)
        }
    )
    code = export.files(made, SITE)["chu-the/htx/danh-thiep.svg"]
    begin, *lines, end, last = decoded(code).split("\n")
    assert (begin.strip(), end.strip(), last) == ("BEGIN:VCARD", "END:VCARD", "")
    assert [line.strip() for line in lines] == [
        "VERSION:3.0", "FN:Hợp tác xã Muối", "N:Hợp tác xã Muối;;;;", "TITLE:Nguyễn Văn Thử", "TEL;TYPE=WORK:+84912345678",
        "EMAIL;TYPE=INTERNET:ban@htx.example", f"URL:{SITE}chu-the/htx/", "ADR;TYPE=WORK:;;Ấp 4\\; 5;Xã Long Điền;Cà Mau;;Việt Nam",
    ]  # fmt: skip


@settings(max_examples=10)
@given(NAMES, NAMES)
def test_a_code_of_any_name_can_be_read(name: str, address: str) -> None:
    """However long and strange its texts are, the code holds the name and is not too fine to be read."""
    made = edition(
        producers={
            "htx": producer(
                name=name, address=address * 3, contact={"consent": "2026-03-01", "phone": ["0912345678"]}
            )
        }
    )
    read = decoded(vcard_code(*made.producers, made, SITE))
    assert read.startswith("BEGIN:VCARD")
    assert "+84912345678" in read


def test_nobody_has_a_code_who_did_not_agree() -> None:
    """Without consent to be reached, or an address of the site, there is no code of a card."""
    plain = edition(producers={"htx": producer(contact={"website": "https://htx.example"})})
    agreed = edition(producers={"htx": producer(contact={"consent": "2026-03-01", "phone": ["0912345678"]})})
    for made, site in ((plain, SITE), (agreed, "")):
        assert "chu-the/htx/danh-thiep.svg" not in export.files(made, site)


# Codes --------------------------------------------------------------------------------


def decoded(drawing: bytes) -> str:
    """Print a code and read it as a telephone does."""
    root = ET.fromstring(drawing)  # noqa: S314 - our own bytes
    *_, size = (int(number) for number in root.attrib["viewBox"].split())
    scale = 4
    paper = Image.new("L", (size * scale, size * scale), 255)
    pen = ImageDraw.Draw(paper)
    ink = next(each for each in root if each.get("stroke") == "#000")
    x = y = 0.0
    for move, across, down in re.findall(r"([Mmh])(-?[\d.]+) ?(-?[\d.]+)?", ink.attrib["d"]):
        if move == "h":
            box = (x * scale, (y - 0.5) * scale, (x + float(across)) * scale - 1, (y + 0.5) * scale - 1)
            pen.rectangle(box, fill=0)
            x += float(across)
        else:
            x, y = (0.0, 0.0) if move == "M" else (x, y)
            x, y = x + float(across), y + float(down)
    (found,) = zxingcpp.read_barcodes(paper)
    return str(found.text)


@given(st.from_regex(r"[a-z0-9]+(-[a-z0-9]+){0,8}", fullmatch=True).filter(lambda name: len(name) <= 60))
def test_a_code_leads_to_the_page(name: str) -> None:
    """Whatever the id, a telephone reads the address of the product's page."""
    made = edition(products={name: product()})
    assert decoded(qr_code(made.listing[0], SITE)) == f"{SITE}san-pham/{name}/"


def test_a_code_is_named_and_its_name_is_text() -> None:
    """A screen reader says which product a code is of; markup in a name stays text."""
    made = edition(products={"muoi": product(name="Muối <script> & ớt")})
    root = ET.fromstring(qr_code(made.listing[0], SITE))  # noqa: S314 - our own bytes
    assert next(each.text for each in root if each.tag.endswith("title")) == "Muối <script> & ớt"


def test_no_code_is_made_that_leads_nowhere() -> None:
    """Without the site's address a code would be printed in vain."""
    made = edition(products={"muoi": product()})
    assert not any(path.endswith("qr.svg") for path in export.files(made, ""))


# Feeds --------------------------------------------------------------------------------


def test_kinds_and_districts_have_feeds_of_their_own() -> None:
    """Who follows shrimp or one district reads of nothing else."""
    rated = {"recognitions": [{"stars": "4", "date": "2026"}]}
    made = edition(products={
        "muoi": product(**rated), "tom": product(name="Tôm khô", kind="tom", **rated),
        "chua-ro/tep": product(name="Tép khô", kind="tom", **rated),
    })  # fmt: skip
    files = export.files(made, SITE)

    def titles(path: str) -> set[str]:
        root = ET.fromstring(files[path])  # noqa: S314 - our own bytes
        return {each.text or "" for each in root.iter("{http://www.w3.org/2005/Atom}title")}

    assert {each for each in titles("nhom/tom/feed.xml") if "2026" in each} == {
        "Tôm khô: 4 sao, 2026", "Tép khô: 4 sao, 2026",
    }  # fmt: skip
    assert {each for each in titles("dia-phuong/dong-hai/feed.xml") if "2026" in each} == {
        "Muối hạt: 4 sao, 2026", "Tôm khô: 4 sao, 2026",
    }  # fmt: skip
    assert not any(path.startswith("nhom/vuon/") for path in files)


# The package --------------------------------------------------------------------------


def exported(made: Edition, folder: Path) -> Path:
    """Write the files of an edition into a folder."""
    for path, content in exported_alone(made):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder / "datapackage.json"


def test_the_package_describes_every_table(tmp_path: Path) -> None:
    """Frictionless finds each file as described: types, sizes, hashes; hostile texts and known dates included."""
    made = edition(
        products={
            "muoi": product(
                name="Muối =1+1",
                story=HOSTILE,
                producer="htx",
                recognitions=[{"stars": "4", "date": "2026-01-02"}, {"date": "2020"}],
                packs=[{"size": "500 g", "price": "15000"}],
                trade={"output": {"quantity": "900.5", "unit": "t", "per": "year"}},
            )
        },
        producers={"htx": producer(founded="2004", location={"lat": "9.28", "lon": "105.72"})},
        sales_points={"cho": sales_point(sells="all", opened="2020-12")},
    )
    report = validate(str(exported(made, tmp_path)))
    assert report.valid, [(task.name, [error.note for error in task.errors]) for task in report.tasks]
    described = {task.place for task in report.tasks}
    lying = {path.name for path in tmp_path.iterdir() if path.is_file()}
    assert described == lying - {"datapackage.json", "feed.xml", "han.ics"}


def test_the_package_notices_a_changed_file(tmp_path: Path) -> None:
    """A file that is not the described one does not pass."""
    package = exported(edition(products={"muoi": product()}), tmp_path)
    sheet = tmp_path / "products.csv"
    sheet.write_bytes(sheet.read_bytes().replace(b"muoi", b"tieu"))
    assert not validate(str(package)).valid


# ocop export --------------------------------------------------------------------------


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give the command a day and an address."""
    monkeypatch.setenv("CATALOGUE_DATE", "2026-11-24")
    monkeypatch.setenv("CATALOGUE_URL", SITE)


@pytest.mark.usefixtures("environment")
def test_the_command_writes_what_the_site_publishes(tmp_path: Path, built_site: Path) -> None:
    """Every file of /data/ is written without a site, and is the same but for the addresses."""
    ran = CliRunner().invoke(command, [str(tmp_path / "ra"), "--root", str(ROOT)])
    assert ran.exit_code == 0
    published = {path.relative_to(built_site / "data") for path in (built_site / "data").rglob("*.*")}
    written = {path.relative_to(tmp_path / "ra") for path in (tmp_path / "ra").rglob("*.*")}
    assert published <= written
    assert {Path("feed.xml"), Path("han.ics"), Path("chu-the/muoi-bac-lieu/lien-he.vcf")} <= written


@pytest.mark.usefixtures("environment")
def test_a_second_export_leaves_nothing_of_records_that_are_gone(tmp_path: Path) -> None:
    """Files of a product that was removed go; files of somebody else in that folder stay."""
    folder = tmp_path / "ra"
    assert CliRunner().invoke(command, [str(folder), "--root", str(ROOT)]).exit_code == 0
    (folder / "products/hang-cu.json").write_text("{}")
    (folder / "ghi-chu.txt").write_text("của tôi")
    assert CliRunner().invoke(command, [str(folder), "--root", str(ROOT)]).exit_code == 0
    assert not (folder / "products/hang-cu.json").exists()
    assert (folder / "ghi-chu.txt").exists()


@pytest.mark.usefixtures("environment")
def test_a_second_export_leaves_alone_what_has_not_changed(tmp_path: Path) -> None:
    """Whoever copies the folder on sees which files are new; one that was altered is put right."""
    folder = tmp_path / "ra"
    assert CliRunner().invoke(command, [str(folder), "--root", str(ROOT)]).exit_code == 0
    kept, altered = folder / "products.csv", folder / "producers.csv"
    altered.write_bytes(b"x" + altered.read_bytes())
    for path in (kept, altered):
        os.utime(path, (0, 0))
    assert CliRunner().invoke(command, [str(folder), "--root", str(ROOT)]).exit_code == 0
    assert kept.stat().st_mtime == 0
    assert altered.stat().st_mtime > 0
    assert not altered.read_bytes().startswith(b"x")


@pytest.mark.usefixtures("environment")
def test_a_folder_that_is_not_an_export_is_not_tidied(tmp_path: Path) -> None:
    """Where no export lies, nothing is removed."""
    (tmp_path / "products").mkdir()
    (tmp_path / "products/cua-toi.json").write_text("{}")
    assert CliRunner().invoke(command, [str(tmp_path), "--root", str(ROOT)]).exit_code == 0
    assert (tmp_path / "products/cua-toi.json").exists()


@pytest.mark.usefixtures("environment")
def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    """A folder that cannot be made is told plainly, with code 1."""
    (tmp_path / "tep").touch()
    ran = CliRunner().invoke(command, [str(tmp_path / "tep/ra"), "--root", str(ROOT)])
    assert ran.exit_code == 1
    assert "không ghi được" in ran.output


@pytest.mark.usefixtures("environment")
def test_a_file_in_the_way_is_wrong_use(tmp_path: Path) -> None:
    """A file cannot be the folder."""
    (tmp_path / "tep").touch()
    assert CliRunner().invoke(command, [str(tmp_path / "tep"), "--root", str(ROOT)]).exit_code == 2
