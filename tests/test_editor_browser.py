"""The editor in Chromium, filled in as a clerk does: on a folder, on GitHub and on GitLab; what it writes is checked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from browsing import served
from conftest import Check, picture
from editing import ADDRESS, Editor, publish
from git_hosts import GitHost, GitHub, GitLab
from hosting import ROOT, Project
from ocop.form.formatting import formatted
from ocop.records import Producer, Product, SalesPoint
from ocop.site.repository import Repository

pytestmark = pytest.mark.browser

THU, MAU, MAKERS, SHOPS = "Sản phẩm · Huyện Thử", "Sản phẩm · Thị xã Mẫu", "Chủ thể", "Điểm bán"
GITHUB = Repository.of("https://github.com/so-nong-nghiep/danh-muc")
GITLAB = Repository.of("https://git.baclieu.test/so-nong-nghiep/ocop/danh-muc")


@pytest.fixture(scope="module")
def browser(chrome: str) -> Iterator[Browser]:
    """Start one browser for all tests of this module."""
    if not (ROOT / "build/assets/editor").is_dir():
        pytest.fail("the editor is not made: run the tests with `make test`, or `make setup` first")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chrome, args=["--no-sandbox"])
        yield started
        started.close()


@contextmanager
def window(browser: Browser, width: int = 1280, height: int = 4000) -> Iterator[Page]:
    """Open a window, tall enough that the editor makes every box of a form."""
    context: BrowserContext = browser.new_context(viewport={"width": width, "height": height}, locale="vi-VN")
    context.set_default_timeout(15_000)
    yield context.new_page()
    context.close()


def canonical_records(root: Path) -> dict[str, str]:
    """Give the records of a catalogue, in canonical form and with their comments."""
    models = {"products": Product, "catalogue/producers": Producer, "catalogue/sales-points": SalesPoint}
    return {
        path.relative_to(root).as_posix(): formatted(model, path.read_text("utf-8"))
        for folder, model in models.items()
        for path in sorted((root / folder).rglob("*.yml"))
    }


def put(root: Path, files: dict[str, bytes]) -> None:
    """Write files into a catalogue."""
    for path, content in files.items():
        (root / path).write_bytes(content)


@pytest.fixture
def folder(browser: Browser, site: Path, tmp_path: Path) -> Iterator[Editor]:
    """Open the editor on a folder that holds the made-up catalogue."""
    with served(publish(site, tmp_path / "published")) as base, window(browser) as page:
        editor = Editor(page, base + ADDRESS)
        editor.open_folder(canonical_records(site))
        yield editor
        assert editor.asked == []
        assert editor.said == []


def written_since(editor: Editor, before: dict[str, str]) -> dict[str, bytes]:
    """Give the files that are new or other than before."""
    return {path: text for path, text in editor.files().items() if before.get(path, "").encode() != text}


def test_a_new_product_goes_into_the_folder(folder: Editor, site: Path, check: Check) -> None:
    """Name, kind, source and photo: the file is canonical, passes the check, and becomes a page of the site."""
    before = canonical_records(site)
    folder.new(THU)
    folder.write("name", "Muối ớt “Số 1”: đặc biệt")
    folder.pick("kind", "Muối (thử)")
    folder.pick("producer", "Hợp tác xã Muối Thử")
    folder.pick("commune", "Xã Một")
    folder.add("photos")
    folder.write("photos.0.alt", "Hũ muối ớt")
    folder.upload("photos.0.file", "Ảnh Hũ Muối.JPG", picture())
    folder.add("sources")
    folder.write("sources.0.url", "https://example.org/muoi-ot")
    folder.write("sources.0.date", "2026-11")
    folder.add("sources")
    folder.pick("sources.1.ref", "Bài báo bịa ra")
    folder.save()

    found = written_since(folder, before)
    text = (
        'name: "Muối ớt “Số 1”: đặc biệt"\nkind: muoi\nproducer: htx-muoi-thu\ncommune: xa-mot\n'
        "photos:\n  - file: anh-hu-muoi.jpg\n    alt: Hũ muối ớt\n"
        "sources:\n  - url: https://example.org/muoi-ot\n    date: 2026-11\n  - bao-thu\n"
    )
    record, photo = "products/huyen-thu/muoi-ot-so-1-dac-biet.yml", "products/huyen-thu/anh-hu-muoi.jpg"
    assert {*found} == {record, photo}
    assert found[record].decode() == text == formatted(Product, text)
    put(site, found)
    assert check(site).exit_code == 0
    built = Project.make(site.parent / "project", site)
    assert built.build().code == 0
    assert "Muối ớt “Số 1”: đặc biệt" in built.read("san-pham/muoi-ot-so-1-dac-biet/index.html")


def test_a_change_touches_its_own_lines(folder: Editor, site: Path, check: Check) -> None:
    """Of a record with every field, comments included, only the line that was edited is another."""
    before = canonical_records(site)
    record = "products/huyen-thu/muoi-hat-thu.yml"
    folder.edit(THU, "Muối hạt Thử")
    folder.write("summary", "Muối hạt, đã sửa.")
    folder.save()
    found = written_since(folder, before)
    expected = before[record].replace("summary: Muối hạt bịa ra để thử.", "summary: Muối hạt, đã sửa.")
    assert {path: text.decode() for path, text in found.items()} == {record: expected}
    put(site, found)
    assert check(site).exit_code == 0


OF_EVERY_KIND = (
    (THU, "Khu tham quan đồng muối Thử", "summary"),
    (MAU, "Bánh phồng tôm Thử", "summary"),
    (MAKERS, "Hợp tác xã Muối Thử", "address"),
    (MAKERS, "Hộ kinh doanh Ba Thử", "summary"),
    (SHOPS, "Cửa hàng OCOP Thử", "address"),
    (SHOPS, "Siêu thị Thử ở Seoul", "address"),
)


def test_every_kind_of_record_can_be_edited(folder: Editor, site: Path) -> None:
    """Whatever the record, opening it is no change, and one changed box is one changed field."""
    before = canonical_records(site)
    for label, name, box in OF_EVERY_KIND:
        folder.edit(label, name)
        assert folder.page.get_by_role("button", name="Lưu").first.is_disabled(), name
        folder.write(box, "Ấp Mới, đã sửa")
        folder.save()
    found = written_since(folder, before)
    assert len(found) == len(OF_EVERY_KIND)
    for path, text in found.items():
        now, then = text.decode().splitlines(), before[path].splitlines()
        (line,) = (line for line in now if line not in then)
        key = line.removesuffix(": Ấp Mới, đã sửa")
        assert key in ("summary", "address")
        assert all(gone.startswith(f"{key}: ") for gone in then if gone not in now)


def test_numbers_choices_and_ticks(folder: Editor, site: Path, check: Check) -> None:
    """A rating, a pack, months and a wholesale offer, typed and chosen, come out as the record has them."""
    before = canonical_records(site)
    folder.edit(THU, "Muối tinh Thử")
    folder.add("recognitions")
    folder.write("recognitions.1.stars", "4")
    folder.write("recognitions.1.date", "2026-03-15")
    folder.write("recognitions.1.score", "82.5")
    folder.add("packs")
    folder.write("packs.0.size", "500 g")
    folder.write("packs.0.price", "15000")
    folder.write("packs.0.gtin", "2000000000015")
    folder.add("trade")
    folder.pick("trade.private_label", "Có")
    folder.write("trade.hs_code", "2501.00")
    folder.save()
    ((path, content),) = written_since(folder, before).items()
    text = content.decode()
    assert "\n  - stars: 4\n    date: 2026-03-15\n    score: 82.5\n" in text
    assert 'packs:\n  - size: 500 g\n    price: 15000\n    gtin: "2000000000015"\n' in text
    assert 'trade:\n  hs_code: "2501.00"\n  private_label: true\n' in text
    assert formatted(Product, text) == text
    put(site, {path: content})
    assert check(site).exit_code == 0


def test_a_slip_is_told_before_it_is_saved(folder: Editor, site: Path) -> None:
    """A wrong date, an address that is none and a missing kind are told in Vietnamese, and nothing is written."""
    before = canonical_records(site)
    folder.new(THU)
    folder.write("name", "Muối sai")
    folder.write("assessed", "24/11/2026")
    folder.add("sources")
    folder.write("sources.0.url", "http://example.org/")
    folder.page.get_by_role("button", name="Lưu").first.click()
    folder.page.get_by_text("chưa phải ngày: ghi 2023, 2023-12 hoặc 2023-12-28").wait_for()
    assert folder.page.get_by_text("địa chỉ phải bắt đầu bằng https://").count() == 1
    folder.page.keyboard.press("Escape")
    assert written_since(folder, before) == {}


def test_the_id_follows_from_the_name(folder: Editor, site: Path, check: Check) -> None:
    """Marks, capitals and signs of any kind leave an id that the catalogue takes."""
    before = canonical_records(site)
    folder.new(THU)
    folder.write("name", "Mắm_ruốc ~ Đặc biệt (Ơn & Ưu) 100%…")
    folder.pick("kind", "Muối (thử)")
    folder.add("sources")
    folder.pick("sources.0.ref", "Bài báo bịa ra")
    folder.save()
    found = written_since(folder, before)
    assert [*found] == ["products/huyen-thu/mam-ruoc-dac-biet-on-uu-100.yml"]
    put(site, found)
    assert check(site).exit_code == 0


HOSTS = {"github": (GITHUB, GitHub), "gitlab": (GITLAB, GitLab)}


@pytest.fixture(params=[*HOSTS])
def hosted(
    request: pytest.FixtureRequest, browser: Browser, site: Path, tmp_path: Path
) -> Iterator[tuple[Editor, GitHost]]:
    """Open the editor signed in to a repository that holds the made-up catalogue."""
    repository, kind = HOSTS[request.param]
    host: GitHost = kind({path: text.encode() for path, text in canonical_records(site).items()})
    with served(publish(site, tmp_path / "published", repository)) as base, window(browser) as page:
        host.answer_in(page.context)
        editor = Editor(page, base + ADDRESS)
        editor.sign_in(host.token)
        yield editor, host
        assert host.unknown == []
        roots = ("https://api.github.com/", "https://git.baclieu.test/")
        assert [url for url in editor.asked if not url.startswith(roots)] == []
        assert editor.said == []


def test_a_new_product_is_proposed(hosted: tuple[Editor, GitHost], site: Path, check: Check) -> None:
    """On a Git host a new record is a draft request of its own branch; what it adds passes the check."""
    editor, host = hosted
    editor.new(THU)
    editor.write("name", "Muối ớt mới")
    editor.pick("kind", "Muối (thử)")
    editor.add("sources")
    editor.pick("sources.0.ref", "Bài báo bịa ra")
    editor.propose()
    (proposal,) = host.proposals.values()
    assert proposal.branch != "main"
    assert proposal.draft
    assert "muoi-ot-moi" in proposal.branch
    assert "muoi-ot-moi" in proposal.message
    assert proposal.message.startswith("Thêm sản phẩm ")
    assert "Sveltia" not in proposal.description
    text = "name: Muối ớt mới\nkind: muoi\nsources:\n  - bao-thu\n"
    assert {path: content.decode() for path, content in proposal.files.items()} == {
        "products/huyen-thu/muoi-ot-moi.yml": text
    }
    assert formatted(Product, text) == text
    put(site, proposal.files)
    assert check(site).exit_code == 0


def test_a_change_is_proposed(hosted: tuple[Editor, GitHost], site: Path) -> None:
    """On a Git host a changed record is proposed whole, with no other line changed than was meant."""
    editor, host = hosted
    editor.edit(MAKERS, "Hợp tác xã Muối Thử")
    editor.write("summary", "Hợp tác xã, đã sửa.")
    editor.propose()
    (proposal,) = host.proposals.values()
    before = canonical_records(site)["catalogue/producers/htx-muoi-thu.yml"]
    expected = before.replace("summary: Hợp tác xã bịa ra để thử.", "summary: Hợp tác xã, đã sửa.")
    assert {path: text.decode() for path, text in proposal.files.items()} == {
        "catalogue/producers/htx-muoi-thu.yml": expected
    }
    assert proposal.message.startswith("Sửa chủ thể ")


def test_without_a_repository_it_says_what_else_there_is(
    browser: Browser, site: Path, tmp_path: Path
) -> None:
    """Published without a repository the page explains the other ways, and does not even load the editor."""
    published = publish(site, tmp_path / "published")
    with window(browser, 360, 800) as page:
        page.context.route(
            "https://ocop.test/**", lambda route: route.fulfill(path=_file(published, route.request.url))
        )
        editor = Editor(page, f"https://ocop.test/{ADDRESS}")
        page.goto(editor.url)
        page.get_by_text("Danh mục này chưa được nối với một kho Git nào").wait_for()
        assert (
            page.get_by_role("link", name="Xem từng cách").get_attribute("href")
            == "../../huong-dan/them-san-pham/"
        )
        loaded = page.evaluate("performance.getEntriesByType('resource').map((each) => each.name)")
        assert not any("/editor." in name and name.endswith(".js") for name in loaded)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        assert editor.said == []


def _file(folder: Path, url: str) -> Path:
    path = folder / url.removeprefix("https://ocop.test/")
    return path / "index.html" if path.is_dir() else path


def test_without_javascript_it_says_so(browser: Browser, site: Path, tmp_path: Path) -> None:
    """A browser without JavaScript shows why nothing happens, and the other ways."""
    with served(publish(site, tmp_path / "published")) as base:
        context = browser.new_context(java_script_enabled=False)
        page = context.new_page()
        page.goto(base + ADDRESS)
        assert page.locator("noscript p").is_visible()
        assert page.get_by_text("chưa được nối").is_hidden()
        context.close()


def test_an_editor_that_does_not_come_is_told(browser: Browser, site: Path, tmp_path: Path) -> None:
    """Where the script cannot be fetched, the page says so and leads to the other ways."""
    published = publish(site, tmp_path / "published")
    (script,) = (published / "assets/ocop/editor").glob("editor.*.js")
    script.unlink()
    with served(published) as base, window(browser, 360, 800) as page:
        page.goto(base + ADDRESS)
        page.get_by_text("Trình biên tập chưa mở được").wait_for()


def test_the_built_site_has_it(browser: Browser, built_site: Path) -> None:
    """The editor of the site of the real records opens its folders in any sub-folder, and asks nobody."""
    with served(built_site.parent) as base, window(browser) as page:
        editor = Editor(page, f"{base}{built_site.name}/{ADDRESS}")
        files = {
            "products/dong-hai/muoi-thu.yml": "name: Muối thử\nkind: muoi\nsources:\n  - url: https://a.vn/\n"
        }
        editor.open_folder(files)
        editor.edit("Sản phẩm · Huyện Đông Hải", "Muối thử")
        editor.pick("commune", "Xã Điền Hải")
        editor.save()
        assert b"commune: dien-hai\n" in editor.files()["products/dong-hai/muoi-thu.yml"]
        assert editor.asked == []
        assert editor.said == []
