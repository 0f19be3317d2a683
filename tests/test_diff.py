"""``ocop diff``: the note about a change, from real repositories and through the command, in both languages."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from conftest import DAY, picture
from ocop import cli
from repositories import Repository, environment

TOM_KHO = "products/thi-xa-mau/tom-kho-thu.yml"
MUOI_HAT = "products/huyen-thu/muoi-hat-thu.yml"
MUOI_TINH = "products/huyen-thu/muoi-tinh-thu.yml"
HTX = "catalogue/producers/htx-muoi-thu.yml"

Diff = Callable[..., str]


@pytest.fixture
def repository(site: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """Give the made-up catalogue as a repository."""
    for name, value in environment(CATALOGUE_DATE=DAY.isoformat()).items():
        monkeypatch.setenv(name, value)
    for name in ("OCOP_LANG", "CATALOGUE_URL"):
        monkeypatch.delenv(name, raising=False)
    made = Repository(site)
    made.commit("nền")
    return made


def run(root: Path, *arguments: str) -> Result:
    """Run the command; fails on any traceback."""
    result = CliRunner().invoke(cli.ocop, ["diff", "--root", str(root), *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    return result


@pytest.fixture
def diff(repository: Repository) -> Diff:
    """Give a function that runs the command on the repository and returns its note."""

    def note(*arguments: str) -> str:
        result = run(repository.root, *arguments)
        assert result.exit_code == 0, result.output
        return result.stdout

    return note


def line(note: str, name: str) -> str:
    """Give the item of a note about one entry, its points joined."""
    found = re.search(rf"^- \[?\*\*{re.escape(name)}\*\*.*(?:\n  - .*)*", note, re.MULTILINE)
    assert found, note
    return re.sub(r":?\n  - ", "; ", found[0])


# ------------------------------------------------------------------------------------- what is told


def test_a_better_rating_is_told_as_people_say_it(repository: Repository, diff: Diff) -> None:
    """Stars, validity, a new photo and the first place on a page stand in one line, in words."""
    repository.write(
        "products/thi-xa-mau/a.yml",
        "name: Vườn A\nkind: diem-den\nproducer: cong-ty-tom-thu\nsources: [bao-thu]\n"
        "recognitions: [{stars: 3, date: 2023-12, expires: 2026-12}]\n",
    )
    repository.commit()
    repository.write("products/thi-xa-mau/a.jpg", picture())
    repository.write(
        "products/thi-xa-mau/a.yml",
        "name: Vườn A\nkind: diem-den\nproducer: cong-ty-tom-thu\nsources: [bao-thu]\n"
        "recognitions: [{stars: 4, date: 2026-03, expires: 2029-03}]\nphotos: [{file: a.jpg, alt: Cổng vườn}]\n",
    )
    told = line(diff(), "Vườn A")
    assert re.sub(r" \(“Cổng vườn”\)", "", told.partition("): ")[2]) == (
        "hạng 3 → 4 sao; hạn 12/2026 → 03/2029; lần công nhận: ngày công nhận 12/2023 → 03/2026; 1 ảnh mới; "
        "đứng đầu trang Điểm đến (thử)"
    )
    english = line(diff("--lang", "en"), "Vườn A")
    assert "rating 3 → 4 stars; valid to December 2026 → March 2029" in english
    assert "1 new photo (“Cổng vườn”)" in english
    assert "comes first on the page Places to visit (test)" in english


def test_the_note_says_what_it_compared(repository: Repository, diff: Diff) -> None:
    """The revision, its commit and the day stand at the top; without a name it is the main branch."""
    commit = repository.git("rev-parse", "--short=10", "HEAD").strip()
    assert f"So với `main` (từ commit `{commit}`), tính đến ngày 24/11/2026." in diff()
    assert f"Compared with `HEAD` (from commit `{commit}`), as of 24 November 2026." in diff(
        "HEAD", "--lang", "en"
    )


def test_nothing_to_see_is_one_sentence(repository: Repository, diff: Diff) -> None:
    """Comments and layout of a file change nothing for the public; other files are counted."""
    assert "Người xem sẽ không thấy thay đổi nào." in diff()
    text = (repository.root / MUOI_TINH).read_text("utf-8")
    repository.write(MUOI_TINH, "# ghi chú\n" + text.replace("kind: muoi", 'kind:   "muoi"  # muối'))
    repository.write("README.md", "mới\n")
    repository.write("overrides/a.html", "mới\n")
    repository.write("catalogue/gioi-thieu.md", "# sửa\n")
    note = diff()
    assert note.splitlines()[4:] == [
        "Người xem sẽ không thấy thay đổi nào.",
        "",
        "Ngoài ra có 3 tệp khác không thuộc danh mục (trang viết tay, giao diện, mã).",
    ]
    assert "Visitors will see no change." in diff("--lang", "en")


def test_staff_notes_are_never_quoted(repository: Repository, diff: Diff) -> None:
    """That the notes of staff changed is told, not what they say; visitors see nothing of it."""
    repository.change(MUOI_HAT, "notes: Ghi chú nội bộ bịa ra.", "notes: Điều bí mật.")
    note = diff()
    assert "Người xem sẽ không thấy thay đổi nào." in note
    assert "ghi chú nội bộ có sửa" in note
    assert "bí mật" not in note
    assert "bịa ra" not in note


def test_personal_data_are_never_printed(repository: Repository, diff: Diff) -> None:
    """Of a contact is told what was added, changed or removed, never a name, number or address of a person."""
    repository.change(HTX, "Nguyễn Văn Thử", "Trần Thị Thử")
    repository.change(HTX, '"0291 3000 000"', '"0291 3000 009"')
    repository.change(HTX, '  zalo: "0900 000 001"\n', "")
    repository.change(HTX, "thu@example.org", "moi@example.org")
    repository.change(HTX, 'tax_code: "1900123454"', 'tax_code: "012345678901"')
    repository.write(
        "catalogue/producers/ho-moi.yml",
        "name: Hộ mới\nsources: [bao-thu]\ntax_code: '098765432109'\n"
        "contact: {consent: 2026-01-01, person: Lê Văn Mới, phone: 0912 345 678}\n",
    )
    for lang, labels in (
        ("vi", ("người liên hệ", "điện thoại", "Zalo")),
        ("en", ("person", "phone", "Zalo")),
    ):
        note = diff("--lang", lang)
        for label in labels:
            assert label in note
        for secret in ("Văn Thử", "Thị Thử", "3000", "0900", "@example", "0123", "09876", "Văn Mới", "345"):
            assert secret not in note.replace("\u2060", ""), secret


def test_long_texts_are_counted_and_short_ones_quoted(repository: Repository, diff: Diff) -> None:
    """A story is told by its number of words, a line by what it was and is."""
    repository.change(MUOI_HAT, "  - vị đậm", "  - vị đậm đà hơn")
    repository.change(MUOI_HAT, "Nơi khô ráo", "Nơi khô ráo, thoáng mát")
    told = line(diff(), "Muối hạt Thử")
    assert "bài viết: sửa (18 → 20 từ)" in told
    assert "bảo quản “Nơi khô ráo” → “Nơi khô ráo, thoáng mát”" in told
    assert "story: edited (18 → 20 words)" in line(diff("--lang", "en"), "Thử grain salt")


def test_references_are_told_by_name(repository: Repository, diff: Diff) -> None:
    """Producer, kind and commune are named as the pages name them, in the language of the note."""
    repository.change(MUOI_HAT, "producer: htx-muoi-thu", "producer: cong-ty-tom-thu")
    repository.change(MUOI_HAT, "commune: xa-mot", "commune: thi-tran-thu")
    repository.change(MUOI_HAT, "kind: muoi", "kind: tom")
    note = diff()
    told = line(note, "Muối hạt Thử")
    assert "chủ thể Hợp tác xã Muối Thử → Công ty TNHH Tôm Thử" in told
    assert "loại hàng Muối (thử) → Tôm" in told
    assert re.search(r"xã, phường, thị trấn \(trước 7/2025\) Xã \S+ → Thị trấn Thử", told)
    assert "Chủ thể có liên quan: Công ty TNHH Tôm Thử, Hợp tác xã Muối Thử." in note
    assert "producer Thử Salt Cooperative → Công ty TNHH Tôm Thử" in line(
        diff("--lang", "en"), "Thử grain salt"
    )


def test_listings_tell_what_they_gain_and_lose(repository: Repository, diff: Diff) -> None:
    """Pages that list a new product say so together; who came first and comes first is named."""
    repository.write(
        "products/huyen-thu/a.yml",
        "name: A muối\nkind: muoi\nproducer: ho-ba-thu\nsources: [bao-thu]\n"
        "recognitions: [{stars: 5, date: 2026-03}]\n",
    )
    (repository.root / MUOI_TINH).unlink()
    note = diff()
    assert "**5 sao**, **Hộ kinh doanh Ba Thử**: thêm A muối\n" in note
    assert "thêm A muối; bớt Muối tinh Thử; đứng đầu nay là A muối (trước là Muối hạt Thử)" in note
    assert "**Đã hết hạn**, **Hợp tác xã Muối Thử**: bớt Muối tinh Thử\n" in note
    assert "bị bỏ\n\n- **Muối tinh Thử**" in note
    assert "trang và mã QR đã in sẽ không mở được nữa" in note


def test_a_campaign_tells_whom_it_lifts(repository: Repository, diff: Diff) -> None:
    """A change of a campaign names the goods that go before others, and those that do so no more."""
    repository.change("catalogue/promotions.yml", "kinds: [muoi]", "kinds: [diem-den]")
    note = diff()
    assert (
        "**Mùa muối (thử)**: lên trước hàng cùng hạng: Khu tham quan đồng muối Thử; thôi lên trước: " in note
    )
    assert "các loại hàng: thêm Điểm đến (thử), bỏ Muối (thử)" in line(note, "Mùa muối (thử)")


def test_a_renamed_record_keeps_its_address_or_loses_it(repository: Repository, diff: Diff) -> None:
    """A new id with `formerly` is told as such; without it the note says that the printed codes lead nowhere."""
    repository.git("mv", MUOI_TINH, "products/huyen-thu/muoi-min.yml")
    note = diff()
    assert "mà chưa ghi `formerly: [muoi-tinh-thu]`: địa chỉ và mã QR cũ sẽ không mở được nữa" in note
    assert "mới" not in line(note, "Muối tinh Thử")
    text = (repository.root / "products/huyen-thu/muoi-min.yml").read_text("utf-8")
    repository.write("products/huyen-thu/muoi-min.yml", text + "formerly: [muoi-tinh-thu]\n")
    told = line(diff(), "Muối tinh Thử")
    assert told.endswith("mã `muoi-tinh-thu` → `muoi-min`, địa chỉ cũ vẫn dẫn tới trang này")
    assert "Các trang danh sách" not in diff()


def test_a_renamed_producer_changes_no_product(repository: Repository, diff: Diff) -> None:
    """Goods that follow their producer's new id look as before, so nothing is told of them."""
    repository.git("mv", HTX, HTX.replace("htx-muoi-thu", "htx-moi"))
    repository.git("mv", HTX.replace(".yml", ".png"), HTX.replace("htx-muoi-thu.yml", "htx-muoi-thu-2.png"))
    repository.git("mv", HTX.replace("htx-muoi-thu.yml", "htx-muoi-thu-2.png"), HTX.replace(".yml", ".png"))
    for path in repository.root.rglob("*.yml"):
        text = path.read_text("utf-8")
        path.write_text(text.replace("producer: htx-muoi-thu", "producer: htx-moi").replace(
            "replaced_by: htx-muoi-thu", "replaced_by: htx-moi").replace(
            "operator: htx-muoi-thu", "operator: htx-moi").replace(
            "formerly: [muoi-thu-cu]", "formerly: [muoi-thu-cu, htx-muoi-thu]"))  # fmt: skip
    note = diff()
    assert "1 chủ thể có sửa\n" in note
    assert "sản phẩm" not in note.replace("Các trang danh sách", "")


def test_a_moved_record_tells_from_where_to_where(repository: Repository, diff: Diff) -> None:
    """A product in another district's folder moves from one page to the other."""
    repository.git("mv", MUOI_TINH, "products/chua-ro/muoi-tinh-thu.yml")
    repository.git("mv", MUOI_TINH.replace(".yml", ".jpg"), "products/chua-ro/muoi-tinh-thu.jpg")
    note = diff()
    assert line(note, "Muối tinh Thử").endswith("địa phương: Huyện Thử → chưa rõ")
    assert "**Huyện Thử**: bớt Muối tinh Thử" in note


def test_a_picture_under_the_old_name_is_told(repository: Repository, diff: Diff) -> None:
    """A photo that was replaced without a change to its record is told; so is another first photo."""
    repository.write(MUOI_TINH.replace(".yml", ".jpg"), picture(900, 600))
    assert line(diff(), "Muối tinh Thử").endswith("thay ảnh “Gói muối tinh”")
    repository.change(
        MUOI_HAT,
        "  - {file: muoi-hat-thu.jpg, alt: Gói muối hạt 500 g, credit: Người chụp thử}\n"
        "  - {file: muoi-hat-thu-2.avif, alt: Sân phơi muối}\n",
        "  - {file: muoi-hat-thu-2.avif, alt: Sân phơi muối}\n"
        "  - {file: muoi-hat-thu.jpg, alt: Gói muối hạt 500 g, credit: Người chụp thử}\n",
    )
    told = line(diff(), "Muối hạt Thử")
    assert told.endswith("đổi thứ tự ảnh; ảnh đầu trang nay là “Sân phơi muối”")


def test_sources_are_told_by_their_title(repository: Repository, diff: Diff) -> None:
    """A new source is named with its publisher and date, and no address becomes a link."""
    repository.change(
        MUOI_TINH, "sources: [bao-thu]", "sources: [bao-thu, {url: 'https://www.example.org/x'}]"
    )
    assert line(diff(), "Muối tinh Thử").endswith("1 nguồn mới (`https://www.example.org/x`)")
    repository.change(MUOI_TINH, "sources: [bao-thu, {", "sources: [{")
    assert "bỏ 1 nguồn (“Bài báo bịa ra” (Báo Thử, 10/05/2025))" in line(diff(), "Muối tinh Thử")


def test_names_lead_to_pages_only_where_the_site_is_known(
    repository: Repository, diff: Diff, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With CATALOGUE_URL a name leads to the page as it is now; a new record has none yet."""
    repository.change(MUOI_TINH, "name: Muối tinh Thử", "name: Muối tinh mịn")
    repository.write("products/huyen-thu/a.yml", "name: A\nkind: muoi\nsources: [bao-thu]\n")
    assert "](" not in diff()
    monkeypatch.setenv("CATALOGUE_URL", "https://ocop.example/thu/")
    note = diff()
    assert "[**Muối tinh mịn**](https://ocop.example/thu/san-pham/muoi-tinh-thu/)" in note
    assert "- **A** (" in note
    assert "https://ocop.example/thu/en/products/muoi-tinh-thu/" in diff("--lang", "en")


# ------------------------------------------------------------------------------------- states with errors


def test_errors_are_told_first_and_the_rest_is_compared(repository: Repository, diff: Diff) -> None:
    """Where a record has faults, that comes first; everything that could be read is compared all the same."""
    repository.change(HTX, "type: cooperative", "type: htx")
    repository.change(MUOI_HAT, "  - vị đậm", "  - vị đậm đà")
    note = diff()
    assert "Chưa xem trước được trọn vẹn vì có 1 lỗi" in note
    assert note.index(f"- `{HTX}:3:7`: `type`: ") < note.index("**Muối hạt Thử**")
    assert f"Chưa so 1 tệp vì bản trước hoặc bản này còn lỗi: `{HTX}`." in note
    assert "1 chủ thể" not in note
    assert "bài viết: sửa (18 → 19 từ)" in note
    assert "No full preview, because of 1 error" in diff("--lang", "en")


def test_many_errors_are_cut_short(repository: Repository, diff: Diff) -> None:
    """Of many faults the first five are told and the others counted; what is broken everywhere is said plainly."""
    for number in range(9):
        repository.write(f"products/huyen-thu/x{number}.yml", "name: [\n")
    note = diff()
    assert note.count("\n- `products/") == 5
    assert "… và 4 lỗi nữa (chạy `ocop check`)" in note
    assert "Ngoài ra người xem sẽ không thấy thay đổi nào." in note


def test_a_catalogue_that_cannot_be_read_is_said_plainly(repository: Repository, diff: Diff) -> None:
    """Where what everything rests on is broken on both sides, nothing is compared, and nothing is claimed."""
    repository.write("catalogue/kinds.yml", "kinds: [\n")
    repository.commit()
    repository.write("catalogue/kinds.yml", "kinds: [[\n")
    note = diff()
    assert "Chưa xem trước được" in note
    assert "Có lỗi nên không so được bản ghi nào." in note
    assert "Người xem sẽ không thấy" not in note
    repository.git("checkout", "--quiet", "HEAD~1", "--", "catalogue/kinds.yml")
    assert "Người xem sẽ không thấy" not in diff()


def test_a_record_that_was_wrong_before_is_not_taken_for_new(repository: Repository, diff: Diff) -> None:
    """A record that is mended was not published before, yet it is not compared with nothing."""
    repository.change(MUOI_TINH, "kind: muoi", "kind: muoii")
    repository.commit()
    repository.change(MUOI_TINH, "kind: muoii", "kind: muoi")
    note = diff()
    assert f"Chưa so 1 tệp vì bản trước hoặc bản này còn lỗi: `{MUOI_TINH}`." in note
    assert "sản phẩm mới" not in note
    assert "Chưa xem trước được" not in note


def test_what_was_wrong_on_both_sides_is_left_out(repository: Repository, diff: Diff) -> None:
    """A record that never was right is left out, together with what cannot be read without it."""
    repository.change(HTX, "type: cooperative", "type: htx")
    repository.commit()
    repository.change(HTX, "type: htx", "type: htxx")
    repository.change(TOM_KHO, "name: Tôm khô Thử", "name: Tôm khô ngon")
    note = diff()
    assert "Tôm khô Thử” → “Tôm khô ngon" in note
    assert HTX in note


# ------------------------------------------------------------------------------------- hostile records


HOSTILE = (
    "[x](javascript:alert(1)) <img src=x onerror=a> @everyone `a` **b** | ~~c~~ #12 https://a.vn www.b.vn"
)


def test_nothing_in_a_record_becomes_markup(repository: Repository, diff: Diff) -> None:
    """A name that looks like a link, a tag, a mention or code is told as the text that it is."""
    repository.change(MUOI_TINH, "name: Muối tinh Thử", f"name: '{HOSTILE}'")
    repository.change(MUOI_TINH, "alt: Gói muối tinh", f"alt: '{HOSTILE}'")
    repository.write(
        "products/huyen-thu/b.yml", f"name: B\nkind: muoi\nsummary: '{HOSTILE}'\nsources: [bao-thu]\n"
    )
    note = diff()
    assert note.count("javascript") >= 3
    for sign in ("@everyone", "<img", "<a", "https://a.vn", "www.b.vn", "#12"):
        assert sign not in note
    assert not re.search(r"(?<!\\)\]\(|(?<!\\)`a|(?<!\\)\*b|(?<!\\)~c", note)


# ------------------------------------------------------------------------------------- the command itself


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_an_unknown_base_is_wrong_use(repository: Repository, lang: str) -> None:
    """What names no revision gives exit code 2 and a message in both languages."""
    result = run(repository.root, "khong-co", "--lang", lang)
    assert (result.exit_code, result.stdout) == (2, "")
    assert 'không có phiên bản "khong-co"' in result.stderr
    assert 'no revision "khong-co"' in result.stderr


def test_a_folder_without_git_is_wrong_use(site: Path) -> None:
    """Outside a repository there is nothing to compare with."""
    result = run(site)
    assert result.exit_code == 2
    assert "kho Git" in result.stderr


def test_help_is_in_both_languages() -> None:
    """Whoever asks for help reads it in either language, with an example."""
    shown = CliRunner().invoke(cli.ocop, ["diff", "--help"]).stdout
    assert "Kể người xem sẽ thấy gì thay đổi" in shown
    assert "what visitors will see change" in shown
    assert "ocop diff HEAD~3" in shown


def test_the_folder_stays_as_it_was(repository: Repository, diff: Diff) -> None:
    """Reading two states changes no file, also where errors make it set records apart."""
    repository.change(HTX, "type: cooperative", "type: htx")
    before = {path: path.read_bytes() for path in repository.root.rglob("*.*") if ".git" not in path.parts}
    diff()
    after = {path: path.read_bytes() for path in repository.root.rglob("*.*") if ".git" not in path.parts}
    assert before == after


def test_the_same_change_gives_the_same_note(repository: Repository) -> None:
    """The note repeats to the byte, whatever order Python's sets have."""
    repository.change("catalogue/promotions.yml", "kinds: [tom]", "kinds: [tom, muoi, diem-den]")
    (repository.root / TOM_KHO).unlink()
    for number in range(5):
        repository.write(f"products/huyen-thu/y{number}.yml", "name: Y\nkind: muoi\nsources: [bao-thu]\n")
    notes = {_with_seed(repository.root, seed) for seed in ("1", "2", "3")}
    assert len(notes) == 1
    assert "5 sản phẩm mới" in notes.pop()


def _with_seed(root: Path, seed: str) -> str:
    hooks = str(Path(__file__).parents[1] / "hooks")
    command = [sys.executable, "-c", "from ocop.cli import main; main()", "diff", "--root", str(root)]
    environ = {**os.environ, "PYTHONPATH": hooks, "PYTHONHASHSEED": seed}
    return subprocess.run(command, env=environ, capture_output=True, text=True, check=True, timeout=60).stdout
