"""The lessons of the staff guide: each message has one, in both languages, and its wrong and right samples are proven."""

from __future__ import annotations

import os
import re
import shutil
import socket
import struct
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from conftest import DAY, picture
from ocop import build
from ocop.findings import Finding, Position
from ocop.i18n import lessons as vietnamese
from ocop.i18n.messages import GROUPS, MESSAGES
from ocop.lessons import Lesson, as_typed, lessons, read

PRODUCT = "products/dong-hai/muoi-hat.yml"
PRODUCER = "catalogue/producers/cong-ty-cp-muoi-bac-lieu.yml"
# The records that the samples speak of, beside the made-up catalogue; a sample takes the place of fields of one of them.
STAGE = {
    PRODUCT: """\
name: Muối hạt
kind: muoi
producer: cong-ty-cp-muoi-bac-lieu
en: {name: Grain salt}
recognitions: [{stars: 4, date: 2025-12-28}]
photos: [{file: muoi-hat-1.jpg, alt: Gói muối hạt 500 g}]
sources: [bao-bac-lieu-2025]
""",
    "products/dong-hai/muoi-tinh.yml": """\
name: Muối tinh sạch
kind: muoi
producer: cong-ty-cp-muoi-bac-lieu
en: {name: Refined salt}
recognitions: [{stars: 4, date: 2025-12-28}]
photos: [{file: muoi-tinh-1.jpg, alt: Gói muối tinh 500 g}]
sources: [bao-bac-lieu-2025]
""",
    PRODUCER: """\
name: Công ty Cổ phần Muối Bạc Liêu
type: enterprise
sources: [bao-bac-lieu-2025]
""",
    "catalogue/sales-points/cua-hang.yml": """\
name: Cửa hàng muối
sources: [bao-bac-lieu-2025]
""",
    "catalogue/districts/dong-hai.yml": """\
name: Huyện Đông Hải
type: district
communes:
  - {id: dien-hai, name: Xã Điền Hải}
  - {id: long-dien-dong, name: Xã Long Điền Đông, now: {name: Xã Đông Hải}}
  - {id: long-dien-dong-a, name: Xã Long Điền Đông A, now: {name: Xã Đông Hải}}
sources: [bao-bac-lieu-2025]
""",
}
PICTURES = ("muoi-hat-1.jpg", "muoi-hat-2.jpg", "muoi-tinh-1.jpg", "Muoi-Hat-1.JPG")
SOURCE = "bao-bac-lieu-2025: {url: https://example.org/muoi-2025, title: Muối, date: 2025-05-10}\n"
FILES = {
    "product": PRODUCT,
    "producer": PRODUCER,
    "sales-point": "catalogue/sales-points/cua-hang.yml",
    "district": "catalogue/districts/dong-hai.yml",
    "kinds": "catalogue/kinds.yml",
    "promotions": "catalogue/promotions.yml",
    "programme": "catalogue/programme.yml",
    "sources": "catalogue/sources.yml",
}
ALL = [pytest.param(lesson, id=code) for code, lesson in lessons().items()]


@pytest.fixture(scope="session")
def whole_stage(whole_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the made-up catalogue with the records that the samples speak of, to read only."""
    site = Path(shutil.copytree(whole_site, tmp_path_factory.mktemp("stage") / "site"))
    for name, text in STAGE.items():
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    for name in PICTURES:
        (site / "products/dong-hai" / name).write_bytes(picture())
    with (site / "catalogue/sources.yml").open("a", encoding="utf-8") as sources:
        sources.write(SOURCE)
    return site


@pytest.fixture
def stage(whole_stage: Path, tmp_path: Path) -> Path:
    """Give a copy of that catalogue, to put a sample into."""
    return Path(shutil.copytree(whole_stage, tmp_path / "site"))


@pytest.fixture(scope="session")
def usual(whole_stage: Path) -> frozenset[tuple[str, Position]]:
    """Give what is found there before any sample is put in."""
    return frozenset((found.code, found.position) for found in found_in(whole_stage))


def found_in(root: Path) -> list[Finding]:
    """Give what the check finds on the day of the tests."""
    return list(build.check(root, DAY).findings)


def merged(base: str, sample: str) -> str:
    """Put the fields of a sample in the place of a record's own; a sample need not be good YAML."""
    own = set(re.findall(r"^\w+", sample, re.MULTILINE))
    fields = re.split(r"^(?=\w)", base, flags=re.MULTILINE)
    return "".join(field for field in fields if not own & set(re.findall(r"^\w+", field))) + sample + "\n"


def put(stage: Path, lesson: Lesson, sample: str) -> None:
    """Write a sample into the catalogue, where the lesson says that it stands."""
    sample = as_typed(sample)
    if lesson.where == "file":
        recipe = RECIPES.get(lesson.code, a_record_at)
        recipe(stage, sample, sample == lesson.wrong)
        return
    path = stage / FILES[lesson.where]
    text = path.read_text("utf-8")
    if lesson.where == "promotions":
        text = f"{sample}\n"
    elif lesson.where == "kinds":
        text = text.replace("\nsources:", f"\n  {sample}\nsources:")
    else:
        text = merged(text, sample)
    path.write_text(text, "utf-8")


# ------------------------------------------------------------------------------ what is the matter with files


def a_record_at(stage: Path, sample: str, wrong: bool) -> None:
    """Write a good record under the name of the sample."""
    name = sample.partition(",")[0]
    kind = next((kind for kind, file in FILES.items() if name.startswith(file.rpartition("/")[0])), "product")
    kind = "producer" if name.startswith("catalogue/producer") else kind
    path = stage / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(STAGE[FILES[kind]].replace("Muối hạt", "Muối sông"), "utf-8")
    (path.parent / PICTURES[0]).write_bytes(picture())


def a_record_of_bytes(content: bytes) -> Callable[[Path, str, bool], None]:
    """Give a recipe that writes these bytes as the record."""

    def write(stage: Path, _sample: str, wrong: bool) -> None:
        if wrong:
            (stage / PRODUCT).write_bytes(content)

    return write


def a_picture_of_bytes(content: bytes) -> Callable[[Path, str, bool], None]:
    """Give a recipe that writes these bytes as the photo of the record."""

    def write(stage: Path, _sample: str, wrong: bool) -> None:
        if wrong:
            (stage / "products/dong-hai/muoi-hat-1.jpg").write_bytes(content)

    return write


def nobody_may_read(name: str) -> Callable[[Path, str, bool], None]:
    """Give a recipe that takes the right to read a file away."""

    def lock(stage: Path, _sample: str, wrong: bool) -> None:
        if wrong:
            (stage / name).chmod(0)
            if os.access(stage / name, os.R_OK):
                pytest.skip("this user may read every file")

    return lock


def instead_of(name: str, make: Callable[[Path], object]) -> Callable[[Path, str, bool], None]:
    """Give a recipe that puts something else in the place of a file."""

    def replace(stage: Path, _sample: str, wrong: bool) -> None:
        if wrong:
            (stage / name).unlink()
            make(stage / name)

    return replace


def a_socket(path: Path) -> None:
    """Make something that is neither file nor folder; its name must be short, so it is made from beside it."""
    here = Path.cwd()
    os.chdir(path.parent)
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(here)


def a_photo_named(stage: Path, sample: str, wrong: bool) -> None:
    """Save the photo under the name that another computer would write."""
    name = "muo\u0302\u0301i.jpg" if wrong else "muoi.jpg"
    (stage / "products/dong-hai" / name).write_bytes(picture())
    shown = "muối.jpg" if wrong else "muoi.jpg"
    path = stage / PRODUCT
    path.write_text(path.read_text("utf-8").replace("muoi-hat-1.jpg", shown), "utf-8")


def a_heic(stage: Path, sample: str, wrong: bool) -> None:
    """Save a photo as a telephone may, with just as much of the format as tells its size."""
    brand = struct.pack(">I4s4sI4s", 20, b"ftyp", b"heic", 0, b"mif1")
    (stage / "products/dong-hai" / sample).write_bytes(
        brand + struct.pack(">I4sIII", 20, b"ispe", 0, 1600, 1000) if wrong else picture()
    )
    path = stage / PRODUCT
    path.write_text(path.read_text("utf-8").replace("muoi-hat-1.jpg", sample), "utf-8")


def a_producer_of_nothing(stage: Path, sample: str, wrong: bool) -> None:
    """Write a producer; the right sample has a product name it."""
    (stage / "catalogue/producers/htx-moi.yml").write_text(STAGE[PRODUCER].replace("Công ty", "HTX"), "utf-8")
    if not wrong:
        made = STAGE[PRODUCT].replace("cong-ty-cp-muoi-bac-lieu", "htx-moi")
        (stage / "products/dong-hai/muoi-moi.yml").write_text(made, "utf-8")


def no_kinds(stage: Path, sample: str, wrong: bool) -> None:
    """Take the file of kinds away."""
    if wrong:
        (stage / "catalogue/kinds.yml").unlink()


def a_folder_named_like_a_record(stage: Path, sample: str, wrong: bool) -> None:
    """Make a folder of that name, or the record."""
    if wrong:
        (stage / sample).mkdir()
    else:
        a_record_at(stage, sample, wrong)


def a_list_as_record(stage: Path, sample: str, wrong: bool) -> None:
    """Write the sample as the beginning of the record."""
    if wrong:
        (stage / PRODUCT).write_text(f"{sample}\n", "utf-8")


_GIF = BytesIO()
Image.new("RGB", (900, 900)).save(_GIF, "GIF")
_LARGE = BytesIO()
Image.new("1", (9000, 6000)).save(_LARGE, "PNG")
_OLD_ENCODING = (
    STAGE[PRODUCT].replace("ạ", "a").replace("ố", "ô").replace("ă", "a").encode("latin-1", "replace")
)
_PHOTO = "products/dong-hai/muoi-hat-1.jpg"
RECIPES: dict[str, Callable[[Path, str, bool], None]] = {
    "unreadable": nobody_may_read(PRODUCT),
    "symlink": instead_of(PRODUCT, lambda path: path.symlink_to("muoi-tinh.yml")),
    "not_a_file": instead_of(PRODUCT, a_socket),
    "directory_as_record": a_folder_named_like_a_record,
    "too_large": a_record_of_bytes(b"# " + b"a" * 300 * 1024),
    "too_many_entries": a_record_of_bytes(f"{STAGE[PRODUCT]}formerly: [{'a,' * 10_001}]\n".encode()),
    "utf16": a_record_of_bytes(STAGE[PRODUCT].encode("utf-16")),
    "not_utf8": a_record_of_bytes(_OLD_ENCODING),
    "binary": a_record_of_bytes(b"PK\3\4\0\1\2\3" * 40),
    "empty_file": a_record_of_bytes(b"\n"),
    "not_a_record": a_list_as_record,
    "kinds_missing": no_kinds,
    "producer_without_products": a_producer_of_nothing,
    "photo_name": a_photo_named,
    "photo_not_shown": a_heic,
    "photo_unreadable": nobody_may_read(_PHOTO),
    "photo_symlink": instead_of(_PHOTO, lambda path: path.symlink_to("muoi-tinh-1.jpg")),
    "photo_not_a_file": instead_of(_PHOTO, Path.mkdir),
    "photo_too_heavy": a_picture_of_bytes(picture() + bytes(21 << 20)),
    "photo_too_small": a_picture_of_bytes(picture(320, 200)),
    "photo_too_many_pixels": a_picture_of_bytes(_LARGE.getvalue()),
    "photo_wrong_format": a_picture_of_bytes(_GIF.getvalue()),
    "photo_not_picture": a_picture_of_bytes("Muối".encode()),
    "photo_cut": a_picture_of_bytes(picture(1600, 1000)[:6000]),
}
# Shown elsewhere, since no sample of a few lines can.
NOT_SHOWN = {
    "more_faults": "a file with more than a hundred faults: tests/test_check.py",
    "photo_too_slow": "half a minute of work: tests/test_mischief.py",
    "invalid": "stands for a fault that pydantic may find in a later version and that no message foresees",
}


# --------------------------------------------------------------------------------------------- the promises


def test_the_stage_is_sound(whole_stage: Path) -> None:
    """Whatever a sample is told of comes from the sample: the records around it give no error and no warning."""
    found = found_in(whole_stage)
    assert not any(each.is_error for each in found)
    assert [each for each in found if each.position.path in STAGE] == []


def test_every_message_has_one_lesson_in_both_languages() -> None:
    """No message is without its page, no page without its message, and each is explained in Vietnamese."""
    assert lessons().keys() == MESSAGES.keys()
    assert vietnamese.EXPLAINED.keys() == MESSAGES.keys()
    for code, lesson in lessons().items():
        assert lesson.rule, code
        assert vietnamese.EXPLAINED[code], code


def test_the_groups_hold_every_message_once() -> None:
    """The index of the guide shows each message, and none twice."""
    assert sum(len(group) for group in GROUPS.values()) == len(MESSAGES)
    assert vietnamese.HEADINGS.keys() == GROUPS.keys()


def test_every_place_of_a_message_can_be_named() -> None:
    """What a finding fills in is shown in the guide by a word, not by the program's name for it."""
    used = {
        place for words in MESSAGES.values() for text in words for place in re.findall(r"\{(\w+)\}", text)
    }
    assert vietnamese.PLACES.keys() == used


@pytest.mark.parametrize("code", MESSAGES)
def test_an_explanation_is_whole_sentences(code: str) -> None:
    """It starts with a capital, ends with a full stop, and says more than the message."""
    text = vietnamese.EXPLAINED[code]
    assert text[0].isupper()
    assert text.endswith(".")
    assert "  " not in text
    assert 60 <= len(text) <= 420


def test_a_sample_in_words_is_in_vietnamese_too() -> None:
    """The guide is read in Vietnamese: where a sample tells of a file in English, there is one that does not."""
    in_words = {
        code for code, lesson in lessons().items() if code in NOT_SHOWN or lesson.where == "file"
        if " " in re.sub(r"\w+ \w+\.yml$", "", lesson.wrong) and lesson.code != "not_a_record"
    }  # fmt: skip
    assert vietnamese.SAMPLES.keys() == in_words


@pytest.mark.parametrize("lesson", [each for each in ALL if each.id not in NOT_SHOWN])
def test_the_wrong_sample_is_told_by_its_code(
    stage: Path, usual: frozenset[tuple[str, Position]], lesson: Lesson
) -> None:
    """The wrong sample yields the very code, as grave as the lesson says, and no error of another code."""
    put(stage, lesson, lesson.wrong)
    new = [found for found in found_in(stage) if (found.code, found.position) not in usual]
    told = [found for found in new if found.code == lesson.code]
    assert {found.severity for found in told} == {lesson.severity}
    assert {found.code for found in new if found.is_error} <= {lesson.code}
    assert len(told) == 1


@pytest.mark.parametrize("lesson", [each for each in ALL if each.id not in NOT_SHOWN])
def test_the_right_sample_is_good(
    stage: Path, usual: frozenset[tuple[str, Position]], lesson: Lesson
) -> None:
    """The right sample gives no error at all, and not the warning that the wrong one gave."""
    put(stage, lesson, lesson.right)
    found = found_in(stage)
    assert [each for each in found if each.is_error] == []
    assert lesson.code not in {each.code for each in found if (each.code, each.position) not in usual}


def test_what_is_not_shown_is_known(stage: Path) -> None:
    """Only what no sample can show is left out, and each for a reason."""
    assert NOT_SHOWN.keys() < MESSAGES.keys()
    (stage / PRODUCT).write_text(STAGE[PRODUCT] + "".join(f"x{n}: 1\n" for n in range(120)))
    assert "more_faults" in {found.code for found in found_in(stage)}


# ----------------------------------------------------------------------------------------------- the parser

DOCSTRING = """\
Every date is one of the calendar.

A second reason,
over two lines.

no_such_date
    Wrong: ``date: 2024-02-30``
    Right: ``date: 2024-02-29``
until_before_from (promotions, warning)
    What only this one says.

    Wrong:
        from: 2026

        until: 2025
    Right: ``until: ``2027````"""


def test_a_docstring_is_read_entry_by_entry() -> None:
    """Rule, place, gravity and samples come from the entry; a block keeps its lines and its indentation."""
    first, second = read(DOCSTRING)
    assert first.rule == ("Every date is one of the calendar.", "A second reason, over two lines.")
    assert (first.code, first.where, first.severity.value) == ("no_such_date", "product", "error")
    assert (first.wrong, first.right) == ("date: 2024-02-30", "date: 2024-02-29")
    assert second.rule == (*first.rule, "What only this one says.")
    assert (second.where, second.severity.value) == ("promotions", "warning")
    assert (second.wrong, second.right) == ("from: 2026\n\nuntil: 2025", "until: ``2027``")


@pytest.mark.parametrize(
    "entry", ["a_b\n    Wrong: ``x``", "a_b\n    Right: ``x``", "a_b (elsewhere)\n    Wrong: ``x``\n    Right: ``y``", "a_b\n    ."]
)  # fmt: skip
def test_half_an_entry_is_refused(entry: str) -> None:
    """An entry without its wrong or right sample, or for a file that does not exist, is a mistake of the author."""
    with pytest.raises(ValueError, match="wrong and a right"):
        list(read(f"A rule.\n\n{entry}"))


@given(st.text(alphabet="ab _`:WrongRight\n ", max_size=200))
def test_any_docstring_can_be_read(text: str) -> None:
    """What holds no entry teaches nothing; nothing else than a half entry is refused."""
    try:
        found = list(read(text))
    except ValueError as refused:
        assert "wrong and a right" in str(refused)  # noqa: PT017 - either may happen
    else:
        assert all(lesson.wrong or lesson.right or lesson.code for lesson in found)


def test_signs_stand_for_what_nobody_sees() -> None:
    """A tab and a special space are shown by signs, and typed as themselves."""
    assert as_typed("packs:\n⇥- a:␣1") == "packs:\n\t- a:\u00a01"
