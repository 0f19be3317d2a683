"""What is printed: the catalogue of both languages and the sheet of each product, as somebody finds them on paper."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import urllib.request
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from catalogues import edition, producer, product
from hosting import ROOT, Project, environment, manifest
from ocop import build
from ocop.cli.export import command
from ocop.edition import Edition
from ocop.i18n.words import WORDS
from ocop.press import Press, PressError
from ocop.site.compose.printed import printed
from ocop.site.model import Batch, Settings
from ocop.site.writing import write_batches
from paper import Paper

KIT = ROOT / "build/assets/share"
SITE = "https://ocop.test/"
SETTINGS = Settings(SITE, None, ROOT / "build/assets", ROOT / "overrides/assets/ocop/art", cards=KIT)
CATALOGUES = {"vi": "catalogue.pdf", "en": "en/catalogue.pdf"}
NAMES = {
    lang: [str(each) for each in found]
    for lang, found in {
        "vi": (written["name"] for written in map(yaml.safe_load, map(Path.read_text, ROOT.glob("products/*/*.yml")))),
        "en": (
            (written.get("en") or {}).get("name", written["name"])
            for written in map(yaml.safe_load, map(Path.read_text, ROOT.glob("products/*/*.yml")))
        ),
    }.items()
}  # fmt: skip


@pytest.fixture(scope="module", autouse=True)
def _kit() -> None:
    if not (KIT / "face-regular.ttf").exists():
        pytest.fail("the front end is not made: run the tests with `make test`, or `make setup` first")


@pytest.fixture
def project(tmp_path: Path, whole_site: Path) -> Project:
    """Give the made-up catalogue with what is printed with."""
    made = Project.make(tmp_path / "project", whole_site)
    shutil.copytree(KIT, made.root / "build/assets/share")
    return made


def batches(made: Edition, settings: Settings = SETTINGS) -> dict[str, Batch]:
    """Begin everything that is printed of an edition, by its first path."""
    return {late.paths[0]: late.begun() for late in printed(made, settings)}


def sheet(made: Edition, name: str, settings: Settings = SETTINGS) -> Paper:
    """Print the sheet of a product."""
    return Paper(batches(made, settings)[f"san-pham/{name}/phieu.pdf"].make()[0])


def catalogues(made: Edition, settings: Settings = SETTINGS) -> dict[str, Paper]:
    """Print the catalogue of both languages."""
    batch = batches(made, settings)["catalogue.pdf"]
    made_of = dict(zip(batch.paths, batch.make(), strict=True))
    return {lang: Paper(made_of[path]) for lang, path in CATALOGUES.items()}


# The real catalogue ---------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", CATALOGUES)
def test_the_catalogue_holds_every_product_in_its_own_letters(built_site: Path, lang: str) -> None:
    """Every name stands there, each Vietnamese letter whole, and nothing is set in a face that is not ours."""
    paper = Paper.of(built_site / CATALOGUES[lang])
    text = paper.text
    assert [name for name in NAMES[lang] if name not in text] == []
    assert paper.is_composed
    assert paper.fonts == {"BeVietnamPro-Regular", "BeVietnamPro-Bold"}
    assert paper.content.count(b"/FontFile2") == len(paper.fonts)


def test_each_code_of_the_catalogue_leads_to_a_page(built_site: Path) -> None:
    """Read off the paper, the codes are those of all products and of the front page, and every one of them is published."""
    for lang, products in (("vi", "san-pham"), ("en", "en/products")):
        found = set(Paper.of(built_site / CATALOGUES[lang]).codes())
        places = {address.removeprefix(SITE) for address in found}
        assert all((built_site / place / "index.html").is_file() for place in places)
        assert len([place for place in places if place.startswith(f"{products}/")]) == len(NAMES[lang])


def test_each_product_has_a_sheet_of_one_page(built_site: Path) -> None:
    """Every sheet is one page that bears the product's name, and its code leads back to the product."""
    found = sorted(built_site.glob("san-pham/*/phieu.pdf"))
    assert len(found) == len(NAMES["vi"])
    for path in found:
        paper = Paper.of(path)
        assert len(paper) == 1
        assert paper.is_composed
        assert paper.title in NAMES["vi"]
        assert paper.title in paper.text
    assert list(Paper.of(found[0]).codes()) == [f"{SITE}san-pham/{found[0].parent.name}/"]


def test_pages_lead_to_what_is_printed(built_site: Path) -> None:
    """A product's page leads to its sheet; front page, listing and open data lead to the catalogue, the last with its size."""
    sheets = {
        page
        for page in built_site.glob("san-pham/*/index.html")
        if 'href="../../san-pham/' in page.read_text()
    }
    assert {page.parent.name for page in built_site.glob("san-pham/*/phieu.pdf")} == {
        page.parent.name
        for page in sheets
        if f'href="../../san-pham/{page.parent.name}/phieu.pdf"' in page.read_text()
    }
    for page in ("index.html", "san-pham/index.html", "du-lieu/index.html"):
        assert re.search(r'href="(\.\./)*catalogue\.pdf"', (built_site / page).read_text())
    for page in ("en/index.html", "en/products/index.html", "en/data/index.html"):
        assert re.search(r'href="(\.\./)*en/catalogue\.pdf"', (built_site / page).read_text())
    weight = round((built_site / "en/catalogue.pdf").stat().st_size / 1000)
    assert f">{weight} kB<" in (built_site / "en/data/index.html").read_text()


@pytest.mark.parametrize("lang", CATALOGUES)
def test_a_screen_reader_finds_its_way(built_site: Path, lang: str) -> None:
    """Language, title and structure are told: headings of places, kinds and products, tables, words for codes."""
    paper = Paper.of(built_site / CATALOGUES[lang])
    assert (paper.language, paper.is_tagged) == (lang, True)
    assert paper.title == {"vi": "Hàng OCOP Bạc Liêu", "en": "OCOP goods of Bạc Liêu"}[lang]
    assert {"H1", "H2", "H3", "Figure", "Link"} <= set(paper.tags(2))
    assert "Table" in paper.tags(1)
    assert re.search(rb"pdfuaid:part>1<", paper.content)


def test_a_sheet_is_read_in_two_languages(built_site: Path) -> None:
    """Facts stand row by row below a heading; what is English says so."""
    paper = Paper.of(built_site / "san-pham/muoi-tinh-bac-lieu/phieu.pdf")
    assert (paper.language, paper.is_tagged) == ("vi", True)
    assert {"H1", "H2", "P", "Figure", "Link"} <= set(paper.tags(0))
    assert b"/Lang(en)" in paper.content
    for told in (
        "Hiệu lực đến hết năm 2028",
        "Valid to the end of 2028",
        "Hàn Quốc",
        "South Korea",
        "25/11/2026",
    ):
        assert told.replace("25/11", "24/11") in paper.text


# Built twice ----------------------------------------------------------------------------------------


def test_the_same_records_give_the_same_bytes(project: Project) -> None:
    """Printed by one process or two, now or kept, files are equal; their only date is that of the edition."""
    printed_of = ("catalogue.pdf", "en/catalogue.pdf", "san-pham/muoi-hat-thu/phieu.pdf")
    assert project.build(OCOP_WORKERS="1").code == 0
    first = manifest(project.site)
    assert set(printed_of) <= set(first)
    assert project.build(OCOP_WORKERS="2").code == 0
    assert manifest(project.site) == first
    shutil.rmtree(project.root / "build/photos")
    assert project.build(OCOP_WORKERS="2").code == 0
    assert manifest(project.site) == first
    assert Paper.of(project.site / "catalogue.pdf").made.startswith("D:20261124")


def test_only_what_changed_is_printed_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One name changed means one sheet and the catalogue; with nothing changed nothing is set at all."""
    settings = replace(SETTINGS, shelf=build_shelf(tmp_path))
    goods = {"muoi": product(), "tom": product(name="Tôm", kind="tom")}
    write_batches(tuple(printed(edition(products=goods), settings)), tmp_path / "site", shelf=settings.shelf)
    set_anew: list[str] = []
    real = Press.print
    monkeypatch.setattr(
        Press,
        "print",
        lambda self, template, *rest: (set_anew.append(template), real(self, template, *rest))[1],
    )
    for changed, expected in (
        ({}, []),
        ({"tom": product(name="Tôm sú", kind="tom")}, ["catalogue.typ", "catalogue.typ", "sheet.typ"]),
    ):
        set_anew.clear()
        made = edition(products=goods | changed)
        write_batches(tuple(printed(made, settings)), tmp_path / "site", shelf=settings.shelf)
        assert set_anew == expected


def build_shelf(folder: Path) -> Any:
    """Give an empty shelf."""
    from ocop.photos import Shelf

    return Shelf(folder / "shelf")


def test_a_preview_prints_what_is_asked_for(project: Project) -> None:
    """Sheets and catalogue are there when they are asked for, and follow a change of their record."""
    with project.preview() as preview:
        for path in ("san-pham/muoi-hat-thu/phieu.pdf", "en/catalogue.pdf"):
            with urllib.request.urlopen(preview.url + path, timeout=20) as answer:  # noqa: S310 - our own server
                assert len(Paper(answer.read())) >= 1


PRINT_THEN_FORK = """
import sys
from pathlib import Path
sys.path[:0] = {path!r}
from test_print import batches, SETTINGS, edition, product, printed
from ocop.site.writing import write_batches
made = edition(products={{f"muoi-{{each}}": product() for each in range(12)}})
batches(made)["catalogue.pdf"].make()
write_batches(tuple(printed(made, SETTINGS)), Path(sys.argv[1]), processes=2)
"""


def test_printing_after_printing_does_not_wait_for_ever(tmp_path: Path) -> None:
    """A process that has set a page leaves no work to processes that could not set another."""
    program = PRINT_THEN_FORK.format(path=[str(ROOT / "tests"), str(ROOT / "hooks"), *sys.path])
    subprocess.run([sys.executable, "-c", program, str(tmp_path)], check=True, timeout=60, env=environment())
    assert len(list(tmp_path.glob("san-pham/*/phieu.pdf"))) == 12


# What a sheet says ----------------------------------------------------------------------------------


def long_text(length: int, word: str = "Ường nghĩa ") -> str:
    """Write a text of a length."""
    return (word * length)[:length].strip()


def huge() -> Edition:
    """Make a record with everything, each text as long as it may be, forty packs and thirty certificates."""
    sources = [
        {"url": f"https://bao.example/{each}", "title": long_text(200), "publisher": long_text(200)}
        for each in range(40)
    ]
    certificates = [
        {"scheme": long_text(200, "chứng nhận "), "number": long_text(200, "X"), "issuer": long_text(200),
         "expires": "2027-05-06", "note": long_text(500), "sources": sources}
        for _ in range(30)
    ]  # fmt: skip
    recognition = {
        "stars": "4", "date": "2025-02-03", "decision": long_text(200), "authority": long_text(200), "score": "82.5",
        "note": long_text(500), "sources": sources,
    }  # fmt: skip
    goods = product(
        name=long_text(120, "ƯỜNG NGHĨA "), en={"name": long_text(120, "WWWWWW "), "summary": long_text(200)},
        summary=long_text(200), producer="htx", commune="dien-hai", recognitions=[recognition], certifications=certificates,
        packs=[{"size": long_text(200, "hộp "), "price": "1500000", "gtin": "8936000000004"} for _ in range(40)],
        ingredients=long_text(4000), storage="W" * 4000, shelf_life_months="24", season=["1", "2", "5"], retail=long_text(200),
        trade={
            "output": {"quantity": "900", "unit": "t", "per": "year"}, "minimum_order": {"quantity": "1", "unit": "t"},
            "lead_time_days": "7", "hs_code": "2501.00", "private_label": "true",
            "export_markets": ["KR", "SG", "JP", "US", "FR", "DE", "GB", "AU", "CA", "CN", "TH", "LA", "KH"],
        },
        visit={"hours": "Mo-Fr 07:00-17:00; Sa 07:00-12:00", "location": {"lat": "9.2", "lon": "105.7"}},
        sources=sources,
    )  # fmt: skip
    maker = producer(
        name=long_text(120), en={"name": long_text(120, "Company of everything ")}, type="enterprise", district="dong-hai",
        commune="dien-hai", address=long_text(500), founded="2004", certifications=certificates,
        contact={
            "consent": "2026-03-01", "person": long_text(200), "phone": ["0903 123 456", "0903 123 457"],
            "email": f"{'a' * 60}@{'b' * 60}.example.vn", "website": f"https://{'c' * 60}.example.vn", "zalo": "0903123456",
        },
        sources=sources,
    )  # fmt: skip
    return edition(products={"muoi": goods}, producers={"htx": maker})


def test_the_longest_record_has_room_on_one_page() -> None:
    """What is too long is cut and says that there is more; names, rating and the way to the page stay whole."""
    paper = sheet(huge(), "muoi")
    assert len(paper) == 1
    for whole in (
        long_text(120, "ƯỜNG NGHĨA "),
        long_text(120, "WWWWWW "),
        "Hiệu lực đến 3/2/2028",
        "900 tấn mỗi năm",
    ):
        assert whole in paper.text
    assert "và 39 nguồn nữa trên trang · and 39 more on the page" in paper.text
    assert "mục nữa, xem trên trang" in paper.text
    assert list(paper.codes(4)) == [f"{SITE}san-pham/muoi/"]


def test_a_record_with_next_to_nothing_makes_a_sheet() -> None:
    """A name, a kind and a source are enough; what is not known leaves no row."""
    text = sheet(edition(products={"chua-ro/muoi": product()}), "muoi").text
    for told in (
        "Muối hạt",
        "Chưa ghi nhận hạng sao",
        "No star rating on record",
        "Chưa rõ chủ thể",
        "Bài báo",
    ):
        assert told in text
    for label in ("Nơi làm", "Sản lượng", "Chứng nhận", "Liên hệ", "Điện thoại"):
        assert label not in text


HOSTILE = (
    '#read("/etc/passwd")', "*đậm* _nghiêng_ `mã`", "$x^2$ @nguon <nhan>", "#sys.inputs.told \\u{41}", "</svg><script>",
    "= Tiêu đề", "// lời chú /* */", '"]}; #panic()', "{{ 7 * 7 }}",
)  # fmt: skip


def test_a_hostile_text_stays_text() -> None:
    """Whatever is written in a record stands on paper letter by letter, and does nothing."""
    goods = {
        f"muoi-{number}": product(name=text, summary=text, ingredients=text, producer="htx")
        for number, text in enumerate(HOSTILE)
    }
    made = edition(products=goods, producers={"htx": producer(name=HOSTILE[0], address=HOSTILE[1])})
    for number, text in enumerate(HOSTILE):
        paper = sheet(made, f"muoi-{number}")
        assert paper.title == text
        assert paper.text.count(text) >= 4  # as a name, in a heading's place, in both columns
    for paper in catalogues(made).values():
        assert all(text in paper.text for text in HOSTILE)


def test_letters_that_the_face_has_not_do_not_stop_the_build() -> None:
    """Marks that cannot be set are left out, and what stands for nothing simpler becomes a question mark."""
    text = sheet(edition(products={"muoi": product(name="Muối 盐 ①ﬁ x̊")}), "muoi").text
    assert "Muối ? 1fi x" in text


@pytest.mark.parametrize(
    ("written", "said", "unsaid"),
    [
        ({"recognitions": [{"stars": "4", "date": "2025"}]}, ["4 sao", "Hiệu lực đến hết năm 2028", "Valid to the end of 2028"], []),
        ({"recognitions": [{"stars": "4", "reported": "2025-02"}]}, ["4 sao", "Chưa rõ ngày công nhận"], ["Hiệu lực đến"]),
        ({"recognitions": [{"stars": "4", "date": "2022"}]}, ["hết hạn", "chưa ghi nhận công nhận lại"], ["Hiệu lực đến", "Valid to"]),
        ({"recognitions": [{"stars": "4", "date": "2025"}], "withdrawn": {"date": "2026-02"}},
         ["Đã rút khỏi chương trình"], ["Hiệu lực đến", "4 sao", "Trang này giữ lại"]),
        ({"assessed": "2022-11-08"}, ["Chưa xác nhận hạng OCOP"], ["sao cấp", "Hiệu lực đến"]),
    ],
    ids=["holding", "unconfirmed", "ended", "withdrawn", "none"],
)  # fmt: skip
def test_a_rating_is_told_as_it_stands(
    written: Mapping[str, Any], said: list[str], unsaid: list[str]
) -> None:
    """On a sheet nothing that ended, was withdrawn or never confirmed passes for a rating that holds."""
    text = sheet(edition(products={"muoi": product(**written)}), "muoi").text
    assert [told for told in said if told not in text] == []
    assert [told for told in unsaid if told in text] == []


def test_the_catalogue_tells_ratings_as_they_stand() -> None:
    """Marks of the goods are those of the day, and each kind of mark that occurs is explained."""
    goods = {
        "giu": product(name="Muối giữ", recognitions=[{"stars": "5", "date": "2025"}]),
        "het": product(name="Muối hết", recognitions=[{"stars": "4", "date": "2022"}]),
        "rut": product(
            name="Muối rút", recognitions=[{"stars": "3", "date": "2025"}], withdrawn={"date": "2026"}
        ),
    }
    text = catalogues(edition(products=goods))["vi"].pages
    (goods_page,) = [
        page for page in text if "Muối giữ" in page and "Muối hết" in page and "Huyện Đông Hải" in page
    ]
    assert re.search(
        r"Muối giữ.*5 sao Hiệu lực đến hết năm 2028.*Muối hết.*Từng đạt 4 sao Hết hạn cuối 2025.*Muối rút.*Đã rút",
        goods_page,
    )
    assert "3 sao" not in goods_page
    for meaning in ("Còn hiệu lực vào ngày lập", "Đã hết hạn, chưa ghi nhận", "Không còn trong chương trình"):
        assert meaning in text[1]
    assert "Có nguồn nêu hạng" not in text[1]


def test_contacts_are_printed_only_with_consent() -> None:
    """What a producer agreed to is there with the day of it; without that day a website is all there is."""
    agreed = producer(contact={"consent": "2026-03-01", "phone": "0903 123 456"})
    text = sheet(edition(products={"muoi": product(producer="a")}, producers={"a": agreed}), "muoi").text
    assert "0903 123 456" in text
    assert "Đăng với sự đồng ý của chủ thể, ghi nhận ngày 1/3/2026." in text
    silent = producer(contact={"website": "https://muoi.example.vn"})
    text = sheet(edition(products={"muoi": product(producer="a")}, producers={"a": silent}), "muoi").text
    assert "muoi.example.vn" in text
    assert "đồng ý" not in text


def test_certificates_are_told_with_number_and_end() -> None:
    """A certificate that has ended says so; in the catalogue only those count that are not known to have ended."""
    held = [
        {"scheme": "haccp", "number": "HC-7", "expires": "2027-02-28"},
        {"scheme": "halal", "number": "HL-1", "expires": "2020-01-31"},
    ]
    made = edition(products={"muoi": product(certifications=held)})
    text = sheet(made, "muoi").text
    assert "HACCP, số HC-7, hiệu lực đến 28/2/2027" in text
    assert "Halal, no. HL-1, expired on 31 January 2020" in text
    assert "HACCP" in catalogues(made)["en"].text
    assert "Halal" not in catalogues(made)["en"].text


def test_without_an_address_there_is_no_code() -> None:
    """Nobody prints a code that leads nowhere."""
    made = edition(products={"muoi": product()})
    nowhere = replace(SETTINGS, site_url="")
    assert list(sheet(made, "muoi", nowhere).codes()) == []
    assert list(catalogues(made, nowhere)["vi"].codes()) == []


def test_a_photo_takes_the_drawing_s_place(project: Project) -> None:
    """Sheet and catalogue show the photo of a product that has one, with its words for who cannot see it."""
    assert project.build().code == 0
    for path in ("san-pham/muoi-hat-thu/phieu.pdf", "catalogue.pdf"):
        assert b"/DCTDecode" in (project.site / path).read_bytes()
    assert "Hình vẽ" not in Paper.of(project.site / "san-pham/muoi-hat-thu/phieu.pdf").text
    assert b"/DCTDecode" not in (project.site / "san-pham/tep-rang-thu/phieu.pdf").read_bytes()


def test_every_word_for_paper_is_used() -> None:
    """No sentence lies idle."""
    folders = (ROOT / "overrides/print", ROOT / "hooks/ocop/site/compose")
    asking = "".join(
        path.read_text("utf-8") for folder in folders for path in sorted(folder.iterdir()) if path.is_file()
    )
    idle = [key for key in WORDS if key.startswith("paper_") and not re.search(rf"\b{key}\b", asking)]
    assert idle == []


# What is missing ------------------------------------------------------------------------------------


def test_a_missing_face_stops_the_build(project: Project) -> None:
    """Without its typeface nothing is printed in another one: the build fails and says what to do."""
    for face in (project.root / "build/assets/share").glob("face*.ttf"):
        if face.name != "face.ttf":  # share pictures need that one, and would complain first
            face.unlink()
    template = project.root / "overrides/print/common.typ"
    template.write_text(
        template.read_text("utf-8").replace('"Be Vietnam Pro"', '"Be Vietnam Amateur"'), "utf-8"
    )
    outcome = project.build()
    assert outcome.code == 1
    assert "unknown font family: be vietnam amateur" in outcome.err
    assert not project.site.exists()


def test_a_kit_without_faces_is_told(tmp_path: Path) -> None:
    """What set-up has not made is named."""
    shutil.copy(KIT / "kit.json", tmp_path)
    press = Press(ROOT / "overrides/print", tmp_path)
    with pytest.raises(PressError, match="there is no typeface; run `make assets`"):
        press.print("sheet.typ", "{}", edition().day)


def test_a_template_sees_nothing_but_its_own_folder(tmp_path: Path) -> None:
    """A template that reaches for another file stops the build."""
    (tmp_path / "bad.typ").write_text('#read("../../../etc/passwd")')
    with pytest.raises(PressError, match=r"bad\.typ: "):
        Press(tmp_path, KIT).print("bad.typ", "{}", edition().day)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder to export into, on a day and for an address."""
    monkeypatch.setenv("CATALOGUE_DATE", "2026-11-24")
    monkeypatch.setenv("CATALOGUE_URL", SITE)
    return tmp_path / "ra"


def exported(project: Project, folder: Path, *options: str) -> None:
    """Export a catalogue into a folder."""
    ran = CliRunner().invoke(command, [str(folder), *options, "--root", str(project.root)])
    assert ran.exit_code == 0, ran.output


def test_export_writes_what_is_printed(project: Project, folder: Path) -> None:
    """The command writes both catalogues and every sheet; sheets of goods that are gone do not stay."""
    exported(project, folder)
    assert len(Paper.of(folder / "en/catalogue.pdf")) > 3
    assert len(list(folder.glob("san-pham/*/phieu.pdf"))) == len(
        build.check(project.root, edition().day).edition.listing
    )  # type: ignore[union-attr]
    gone = folder / "san-pham/hang-cu/phieu.pdf"
    gone.parent.mkdir()
    gone.touch()
    exported(project, folder)
    assert not gone.exists()
    assert (folder / "san-pham/muoi-hat-thu/phieu.pdf").exists()


def test_export_without_print_writes_data_alone(project: Project, folder: Path) -> None:
    """Whoever wants the data need not wait for paper; what was printed into the folder before stays."""
    exported(project, folder, "--no-print")
    assert not list(folder.rglob("*.pdf"))
    (sheet := folder / "san-pham/muoi-hat-thu/phieu.pdf").write_bytes(b"kept")
    exported(project, folder, "--no-print")
    assert sheet.read_bytes() == b"kept"
    assert (folder / "products.xlsx").is_file()
