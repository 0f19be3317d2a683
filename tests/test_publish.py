"""`mkdocs build`: what it publishes, and that it publishes all or nothing."""

import random
import re
import signal
import subprocess
import time
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from tests.hosting import Manifest, Project, manifest

FAULT = "\nno_such_field: 1\n"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, whole_site: Path) -> Project:
    """Give a project that is built, for tests that only look."""
    project = Project.make(tmp_path_factory.mktemp("built"), whole_site)
    outcome = project.build()
    assert outcome.code == 0, outcome.err
    return project


@pytest.fixture
def project(tmp_path: Path, whole_site: Path) -> Project:
    """Give a project of the test's own."""
    return Project.make(tmp_path / "project", whole_site)


def pages(site: Path) -> dict[str, str]:
    """Give every page by its address."""
    return {
        f"{path.parent.relative_to(site).as_posix()}/".removeprefix("./"): path.read_text("utf-8")
        for path in site.rglob("index.html")
    }


def links(html: str) -> list[str]:
    """Give every address that a page refers to."""
    return re.findall(r'(?:href|src)="([^"]*)"', html)


# ---------------------------------------------------------------------------------------- what is published


def test_a_strict_build_succeeds_and_warns_of_nothing_but_records(project: Project) -> None:
    """Nothing is logged as a warning, the theme's notice stays away, and standard error holds findings alone."""
    outcome = project.build(OCOP_LANG="en")
    assert outcome.code == 0
    lines = [line for line in outcome.err.splitlines() if not line.startswith("INFO ")]
    assert [
        line for line in lines if not re.match(r"(products|catalogue)/\S+:\d+:\d+: warning: ", line)
    ] == []
    assert outcome.out == ""


def test_pages_of_records_and_pages_written_by_hand_stand_side_by_side(built: Project) -> None:
    """Both languages have their front page, a page for each product, and the page about the catalogue."""
    product = built.product().stem
    assert {"", "en/", f"san-pham/{product}/", f"en/products/{product}/", "gioi-thieu/", "en/about/"} <= set(
        pages(built.site)
    )


def test_nothing_of_the_theme_and_no_source_is_published(built: Project) -> None:
    """A visitor loads our files and no others; records, templates and frames stay where they are."""
    files = set(manifest(built.site))
    assert {path.split("/")[1] for path in files if path.startswith("assets/")} == {"ocop"}
    assert not [
        path
        for path in files
        if re.search(r"\.(yml|yaml|md|mjs|py|scss|map|gz)$|/(css|js|art)/|ocop-frame", path)
    ]


def test_style_and_script_are_named_by_what_they_hold(built: Project) -> None:
    """A browser may keep them for ever, and never shows a page in an old dress."""
    for name in ("ocop", "typeset"):
        assert len(list(built.site.glob(f"assets/ocop/{name}.????????.css"))) == 1
    assert re.search(
        r'<link rel="stylesheet" href="assets/ocop/ocop\.[0-9a-f]{8}\.css">', built.read("index.html")
    )


def test_only_a_page_written_by_hand_loads_the_styles_of_the_theme(built: Project) -> None:
    """A page of the catalogue is some kilobytes lighter."""
    assert "typeset." in built.read("gioi-thieu/index.html")
    assert "typeset." not in built.read("index.html")


def test_every_page_says_its_language(built: Project) -> None:
    """The language of the page is that of its address, for frames and for pages written by hand."""
    for address, html in pages(built.site).items():
        lang = "en" if address.startswith("en/") else "vi"
        assert f'<html lang="{lang}"' in html, address


def test_every_page_has_one_head_and_one_of_each_part(built: Project) -> None:
    """Title, description, main landmark, target of the skip link and heading: each exactly once; no mark is left over."""
    for address, html in pages(built.site).items():
        if "http-equiv" in html:
            continue  # a former address, which only leads on
        head = html.partition("</head>")[0]
        assert head.count("<title>") == head.count('<meta name="description"') == 1, address
        for part in (
            "<main>",
            'id="main"',
            "<h1",
            "<header",
            "<footer",
        ):
            assert html.count(part) == 1, (address, part)
        assert not re.search(r"[0-9a-f]{32}-(head|body|other)", html)


def test_every_link_is_relative_and_leads_somewhere(built: Project) -> None:
    """The site works in any folder of any host: from every page, every link leads to a file of the site."""
    files = set(manifest(built.site))
    for address, html in pages(built.site).items():
        for link in links(html):
            parts = urlsplit(link)
            if parts.scheme or parts.netloc or not parts.path:
                continue
            assert not link.startswith("/"), (address, link)
            path = unquote(urlsplit(urljoin(f"http://site/{address}", link)).path).lstrip("/")
            assert (path + "index.html" if path == "" or path.endswith("/") else path) in files, (
                address,
                link,
            )


def test_the_other_language_is_the_same_page(built: Project) -> None:
    """The link in the header leads from a product to that product, and from `gioi-thieu` to `about`."""
    product = built.product().stem
    assert f'href="../../en/products/{product}/" lang="en"' in built.read(f"san-pham/{product}/index.html")
    assert 'href="../en/about/" lang="en"' in built.read("gioi-thieu/index.html")
    assert 'href="../../gioi-thieu/" lang="vi"' in built.read("en/about/index.html")


def test_the_menu_says_where_one_is(built: Project) -> None:
    """The entry that a page belongs to is marked, and no other."""
    assert re.findall(r'href="([^"]*)" aria-current', built.read("xep-hang/index.html")) == ["../xep-hang/"]
    assert "aria-current" not in built.read("gioi-thieu/index.html").split("<main")[0]


def test_a_page_written_by_hand_tells_search_engines_what_it_is(built: Project) -> None:
    """Title, description, canonical address and languages, from its own front matter."""
    html = built.read("en/about/index.html")
    base = "https://ocop-bac-lieu.example/"
    assert "<title>About · OCOP Bạc Liêu</title>" in html
    assert f'<link rel="canonical" href="{base}en/about/">' in html
    assert f'hreflang="vi" href="{base}gioi-thieu/"' in html


def test_there_is_one_site_map_and_it_knows_every_page(built: Project) -> None:
    """The catalogue's own, with the pages written by hand."""
    listed = re.findall(r"<loc>https://ocop-bac-lieu\.example/([^<]*)</loc>", built.read("sitemap.xml"))
    assert {"", "gioi-thieu/", f"en/products/{built.product().stem}/"} <= set(listed)
    assert len(listed) == len(set(listed))


def test_the_page_for_lost_addresses_works_at_any_depth(project: Project) -> None:
    """Its links begin at the root of the address that the site is built for, folder included."""
    assert project.build(CATALOGUE_URL="https://so.example/ocop/").code == 0
    own = [link for link in links(project.read("404.html")) if not link.startswith(("https:", "#"))]
    assert own
    assert all(link.startswith("/ocop/") for link in own)


def test_a_page_written_by_hand_may_use_what_the_theme_knows(project: Project) -> None:
    """Admonition, table, tabs, tasks and footnote of a staff member's page become the theme's markup."""
    page = project.root / "catalogue/trang-tay.md"
    page.write_text(
        '# Hướng dẫn\n\n!!! note "Chú ý"\n    Nội dung.\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n'
        '=== "Một"\n    1\n\n=== "Hai"\n    2\n\n- [x] xong[^1]\n\n[^1]: Nguồn.\n',
        "utf-8",
    )
    assert project.build().code == 0
    html = project.read("trang-tay/index.html")
    for markup in (
        'class="admonition note"',
        "<table>",
        'class="tabbed-set',
        "task-list",
        'class="footnote"',
    ):
        assert markup in html
    assert 'href="../en/" lang="en"' in html  # there is no English of it


def test_what_a_record_says_is_shown_and_not_run(project: Project) -> None:
    """Markup and template syntax in a name are text on every page that shows it."""
    product = project.product()
    record = re.sub(
        r"^name: .*$",
        "name: 'Muối {{ 7*7 }} {% raw %} <b>&amp;'",
        product.read_text("utf-8"),
        flags=re.MULTILINE,
    )
    product.write_text(record, "utf-8")
    outcome = project.build()
    assert outcome.code == 0, outcome.err
    html = project.read(f"san-pham/{product.stem}/index.html")
    assert "Muối {{ 7*7 }} {% raw %} &lt;b&gt;&amp;amp;" in html


# ------------------------------------------------------------------------------------------ all or nothing


def test_a_bad_record_publishes_nothing(project: Project) -> None:
    """The messages are on standard error in the form of the contract, and the last site stays byte for byte."""
    assert project.build().code == 0
    before = manifest(project.site)
    with project.product().open("a") as record:
        record.write(FAULT)
    outcome = project.build(OCOP_LANG="en_US.UTF-8")  # as `ocop check` reads it
    assert outcome.code == 1
    relative = project.product().relative_to(project.root).as_posix()
    assert re.search(rf"^{re.escape(relative)}:\d+:\d+: error: `no_such_field`: ", outcome.err, re.MULTILINE)
    assert "Traceback" not in outcome.err + outcome.out
    assert manifest(project.site) == before
    assert project.beside() == []


def test_messages_are_vietnamese_unless_asked_otherwise(project: Project) -> None:
    """Staff read their own language without setting anything."""
    with project.product().open("a") as record:
        record.write(FAULT)
    assert ": lỗi: `no_such_field`: " in project.build().err


def test_a_bad_record_on_the_first_build_leaves_no_site(project: Project) -> None:
    """Where there was none, none appears."""
    with project.product().open("a") as record:
        record.write(FAULT)
    assert project.build().code == 1
    assert not project.site.exists()
    assert project.beside() == []


def test_what_strict_finds_at_the_end_publishes_nothing_either(project: Project) -> None:
    """A page written by hand with a link that leads nowhere stops a build that was all but done."""
    assert project.build().code == 0
    before = manifest(project.site)
    (project.root / "catalogue/moi.md").write_text("# Mới\n\n[đi đâu](khong-co.md)\n", "utf-8")
    outcome = project.build()
    assert outcome.code == 1
    assert "khong-co.md" in outcome.err
    assert manifest(project.site) == before
    assert project.beside() == []


def test_two_inputs_that_claim_one_address_are_both_named(project: Project) -> None:
    """A page written by hand cannot take the place of one of the catalogue."""
    (project.root / "catalogue/san-pham.md").write_text("# Sản phẩm\n", "utf-8")
    outcome = project.build()
    assert outcome.code == 1
    assert "/san-pham/index.html is claimed twice: by the page" in outcome.err
    assert "the file san-pham.md" in outcome.err
    assert "Traceback" not in outcome.err


@pytest.mark.parametrize(
    ("variable", "value"),
    [("CATALOGUE_DATE", "hôm nay"), ("SOURCE_DATE_EPOCH", "soon"), ("OCOP_WORKERS", "many")],
)
def test_a_setting_that_makes_no_sense_is_named(project: Project, variable: str, value: str) -> None:
    """A mistyped variable stops the build with its name, and no traceback."""
    outcome = project.build(**{"CATALOGUE_DATE": "", variable: value})
    assert outcome.code == 1
    assert value in outcome.err
    assert "Traceback" not in outcome.err


def test_without_set_up_the_build_says_what_to_do(project: Project) -> None:
    """`mkdocs build` in a fresh clone names the step that is missing."""
    (project.root / "build/assets").rename(project.root / "build/elsewhere")
    outcome = project.build()
    assert outcome.code == 1
    assert "make assets" in outcome.err
    assert "Traceback" not in outcome.err


def test_a_site_goes_where_it_is_told(project: Project, tmp_path: Path) -> None:
    """`--site-dir` names another folder, which need not exist, and `site/` is left alone."""
    target = tmp_path / "elsewhere" / "public"
    assert project.build("--site-dir", str(target)).code == 0
    assert (target / "index.html").is_file()
    assert not project.site.exists()
    assert [path.name for path in target.parent.iterdir()] == ["public"]


def test_a_program_that_calls_mkdocs_gets_its_site(project: Project) -> None:
    """Without the command nobody says when a build is over; then it goes straight to its place."""
    program = (
        "from mkdocs.config import load_config; from mkdocs.commands.build import build; build(load_config())"
    )
    outcome = project.run(program)
    assert outcome.code == 0, outcome.err
    assert (project.site / "index.html").is_file()
    assert project.beside() == []


# ------------------------------------------------------------------------------------- killed, at once, again


def versions(project: Project) -> tuple[Manifest, Manifest]:
    """Build two versions of a site; the older one is the last good."""
    product = project.product()
    first = product.read_text("utf-8")
    product.write_text(first.replace("name: ", "name: Mới ", 1), "utf-8")
    assert project.build().code == 0
    new = manifest(project.site)
    product.write_text(first, "utf-8")
    assert project.build().code == 0
    old = manifest(project.site)
    product.write_text(first.replace("name: ", "name: Mới ", 1), "utf-8")
    assert old != new
    return old, new


def test_a_build_killed_at_any_moment_leaves_a_whole_site(project: Project) -> None:
    """After kill -9 the site is the old one or the new one, to the byte, and the next build goes on as usual."""
    old, new = versions(project)
    chance = random.Random(8)  # noqa: S311 - the same moments in every run
    for _ in range(8):
        process = project.start("build", "--strict")
        time.sleep(0.2 + chance.random())
        process.send_signal(signal.SIGKILL)
        process.communicate()
        assert manifest(project.site) in (old, new)
    assert project.build().code == 0
    assert manifest(project.site) == new
    assert project.beside() == []


def test_two_builds_at_once_both_end_well(project: Project) -> None:
    """Neither sees the other's half-built pages, and one whole site remains."""
    builds = [project.start("build", "--strict") for _ in range(2)]
    assert [build.wait() for build in builds if build.communicate()] == [0, 0]
    once = manifest(project.site)
    assert project.build().code == 0
    assert manifest(project.site) == once
    assert project.beside() == []


def test_a_build_can_be_repeated_to_the_byte(project: Project, tmp_path: Path) -> None:
    """The same records and day give the same site, whatever the number of workers, the order of sets, the time zone."""
    settings = (
        {"OCOP_WORKERS": "1", "PYTHONHASHSEED": "1", "TZ": "UTC"},
        {"OCOP_WORKERS": "2", "PYTHONHASHSEED": "2", "TZ": "America/Los_Angeles", "LC_ALL": "C"},
    )
    sites = []
    for number, environ in enumerate(settings):
        assert project.build("--site-dir", str(tmp_path / f"public-{number}"), **environ).code == 0
        sites.append(manifest(tmp_path / f"public-{number}"))
    assert sites[0] == sites[1]


def test_ctrl_c_leaves_the_site_and_no_worker(project: Project) -> None:
    """A build that is interrupted ends, with everything it started, and the last site stays."""
    old, new = versions(project)
    process = project.start("build", "--strict")
    time.sleep(0.5)
    process.send_signal(signal.SIGINT)
    try:
        process.communicate(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        raise
    assert manifest(project.site) in (old, new)
    assert project.beside() == []
