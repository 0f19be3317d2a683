"""`mkdocs serve`: staff save a file and look; a mistake is shown, and mending it is enough."""

import re
from pathlib import Path

import pytest
from tests.hosting import Preview, Project, Shown

FAULT = "\nno_such_field: 1\n"


@pytest.fixture
def project(tmp_path: Path, whole_site: Path) -> Project:
    """Give a project of the test's own."""
    return Project.make(tmp_path / "project", whole_site)


def address(project: Project) -> str:
    """Give the address of the first product."""
    return f"san-pham/{project.product().stem}/"


def is_fine(shown: Shown) -> bool:
    """Tell whether an answer is a page."""
    return shown.status == 200


def is_fault(shown: Shown) -> bool:
    """Tell whether an answer is the page of faults."""
    return shown.status == 500


def wait_for_fault(preview: Preview, where: str) -> str:
    """Wait for the page of faults at an address, and give it."""
    return preview.wait_for(where, is_fault).text


def test_a_record_is_changed_broken_and_mended(project: Project) -> None:
    """A saved change is seen, a fault takes every page's place until it is mended, and each page reloads by itself."""
    product = project.product()
    good = product.read_text("utf-8")
    with project.preview() as preview:
        page = preview.get(address(project))
        assert is_fine(page)
        assert "livereload(" in page.text

        renamed = re.sub(r"^name: .*$", "name: Tên vừa đổi", good, flags=re.MULTILINE)
        product.write_text(renamed, "utf-8")
        preview.wait_for(address(project), lambda shown: "Tên vừa đổi</h1>" in shown.text)
        assert "Tên vừa đổi" in preview.get("san-pham/").text

        product.write_text(renamed + FAULT, "utf-8")
        fault = wait_for_fault(preview, address(project))
        assert "`no_such_field`" in fault
        assert "livereload(" in fault
        for other in ("", "en/", "gioi-thieu/", "data/products.json", "no/such/page/"):
            assert preview.get(other).text.count("`no_such_field`") == 2, other  # in each language once
        assert any(": error: `no_such_field`" in line for line in preview.errors)

        product.write_text(good, "utf-8")
        mended = preview.wait_for(address(project), is_fine)
        assert "Tên vừa đổi" not in mended.text
        assert is_fine(preview.get("gioi-thieu/"))


def test_a_preview_starts_with_a_fault_and_recovers(project: Project) -> None:
    """Whoever starts it on a broken record sees what is wrong, not a command that ends."""
    product = project.product()
    good = product.read_text("utf-8")
    product.write_text(good + FAULT + "name_en: '<script>alert(1)</script>'\n", "utf-8")
    with project.preview() as preview:
        fault = wait_for_fault(preview, "")
        assert "`no_such_field`" in fault
        assert "<script>alert" not in fault
        product.write_text(good, "utf-8")
        assert "</h1>" in preview.wait_for("", is_fine).text


def test_everything_that_a_build_publishes_can_be_asked_for(project: Project) -> None:
    """Pages, addresses without their slash, former addresses, exports, pictures and pages written by hand."""
    product = project.product()
    product.write_text(product.read_text("utf-8") + "formerly: [ten-cu]\n", "utf-8")
    assert project.build().code == 0
    expected = {
        path.relative_to(project.site).as_posix() for path in project.site.rglob("*") if path.is_file()
    }
    with project.preview() as preview:
        for path in sorted(expected - {".made-by-ocop", "404.html"}):
            assert is_fine(preview.get(path.removesuffix("index.html"))), path
        assert is_fine(preview.get(address(project).rstrip("/")))
        assert preview.get("no/such/page/").status == 404
        assert "Không tìm thấy trang này" in preview.get("no/such/page/").text
        assert preview.get("san-pham/../../../etc/passwd").status == 404


def test_a_broken_template_or_page_does_not_end_the_preview(project: Project) -> None:
    """Whatever fails, in the frame or on one page, is shown where it fails and goes away when it is mended."""
    frame, template = project.root / "overrides/main.html", project.root / "overrides/ocop/product.html"
    with project.preview() as preview:
        good = frame.read_text("utf-8")
        frame.write_text(good.replace("{{ head }}", "{{ head"), "utf-8")
        assert "main.html" in wait_for_fault(preview, "")
        frame.write_text(good, "utf-8")
        preview.wait_for("", is_fine)

        good = template.read_text("utf-8")
        template.write_text(good + "{{ no_such_name }}", "utf-8")
        preview.wait_for(address(project), lambda shown: "no_such_name" in shown.text)
        assert is_fine(preview.get(""))
        template.write_text(good, "utf-8")
        preview.wait_for(address(project), lambda shown: "no_such_name" not in shown.text and is_fine(shown))


@pytest.mark.parametrize("option", ["--clean", "--no-livereload", "--dirty"])
def test_every_kind_of_preview_shows_pages(project: Project, option: str) -> None:
    """However MkDocs is told to serve, pages are there, and nothing is published."""
    with project.preview(option) as preview:
        assert is_fine(preview.get(address(project)))
        assert is_fine(preview.get("data/products.json"))
    assert not project.site.exists()
    assert project.beside() == []


def test_a_preview_in_a_folder_of_its_host(project: Project) -> None:
    """Where the site will stand in a folder, the preview shows it there."""
    config = project.root / "mkdocs.yml"
    config.write_text(
        config.read_text("utf-8").replace("ocop-bac-lieu.example/", "so.example/ocop/"), "utf-8"
    )
    with project.preview() as preview:
        assert is_fine(preview.get(f"ocop/{address(project)}"))
