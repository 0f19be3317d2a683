"""``ocop check`` as people run it: exit codes, languages, formats, and whatever may lie in the folders."""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import struct
import subprocess
import sys
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import SITE, Check, picture
from ocop.catalogue import load
from ocop.catalogue.meaning import keys_of, model_below
from ocop.fields import Facts
from ocop.findings import Position
from ocop.photos import PictureFacts, PictureFault, inspect
from ocop.records import Kinds, Producer, Product, Programme, Promotion, SalesPoint, Source
from ocop.records.district import District
from ocop.source import SourceFile, parse

RECORD = "products/huyen-thu/muoi-tinh-thu.yml"
PHOTO = "products/huyen-thu/muoi-tinh-thu.jpg"


# ------------------------------------------------------------------------------------- the command


def test_a_good_catalogue_is_good(site: Path, check: Check) -> None:
    """The made-up catalogue has no faults, says so, and gives exit code 0."""
    result = check(site)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "0 lỗi, 0 cảnh báo\n")


def test_warnings_alone_are_good(site: Path, check: Check) -> None:
    """A warning is printed and counted, and stops nothing."""
    (site / "catalogue/promotions.yml").write_text("- {id: a, title: A}\n")
    result = check(site, "--lang", "en")
    assert (result.exit_code, result.stderr) == (0, "0 errors, 1 warning\n")
    assert "warning" in result.stdout


def test_errors_are_exit_code_one(site: Path, check: Check) -> None:
    """An error is printed on standard output, counted on standard error, and gives exit code 1."""
    (site / RECORD).write_text("name: Muối\n")
    result = check(site)
    assert result.exit_code == 1
    assert result.stdout.startswith(f"{RECORD}:1:1: lỗi: ")
    assert result.stderr.startswith("2 lỗi, ")


@pytest.mark.parametrize(
    "arguments", [["--lang", "fr"], ["--format", "xml"], ["--no-such"], ["no-such-file.yml"], [str(Path(__file__))]]
)
def test_wrong_use_is_exit_code_two(site: Path, check: Check, arguments: list[str]) -> None:
    """An option, a language or a file that does not exist, or a file elsewhere, gives exit code 2."""
    assert check(site, *arguments).exit_code == 2


def test_a_folder_without_a_catalogue_is_wrong_use(tmp_path: Path) -> None:
    """Where there is nothing to check, that is said in both languages instead of finding nothing wrong."""
    result = _run("check", cwd=tmp_path)
    assert result.returncode == 2
    assert "--root" in result.stderr
    assert "Traceback" not in result.stderr


def test_the_catalogue_is_found_from_a_folder_inside(site: Path) -> None:
    """The command works wherever in the catalogue somebody stands."""
    assert _run("check", cwd=site / "products" / "huyen-thu").returncode == 0


@pytest.mark.parametrize(
    ("option", "variable", "level"),
    [([], "", "lỗi"), ([], "en", "error"), ([], "en_US.UTF-8", "error"), ([], "fr", "lỗi"),
     (["--lang", "vi"], "en", "lỗi"), (["--lang", "en"], "vi", "error")],
)  # fmt: skip
def test_the_language_is_chosen_in_order(
    site: Path, check: Check, monkeypatch: pytest.MonkeyPatch, option: list[str], variable: str, level: str
) -> None:
    """The option comes first, then OCOP_LANG, then Vietnamese."""
    (site / RECORD).write_text("a: [\n")
    monkeypatch.setenv("OCOP_LANG", variable)
    assert f": {level}: " in check(site, *option).stdout


def test_files_limit_what_is_shown(site: Path, check: Check) -> None:
    """Naming files or folders shows their findings alone, while references still see the whole catalogue."""
    (site / RECORD).write_text("a: [\n")
    (site / "catalogue/producers/ho-ba-thu.yml").write_text("b: [\n")
    result = check(site, str(site / RECORD))
    assert [line.partition(":")[0] for line in result.stdout.splitlines()] == [RECORD]
    assert "tệp khác" in result.stderr
    good = check(site, str(site / "products/thi-xa-mau"), str(site / "catalogue/kinds.yml"))
    assert (good.exit_code, good.stdout) == (0, "")
    assert check(site, str(site)).stdout.count("\n") == 2


@pytest.mark.parametrize("style", ["text", "json", "github", "sarif"])
def test_every_format_tells_the_same(site: Path, check: Check, style: str) -> None:
    """Whatever the format, the fault is there and the exit code is the same."""
    (site / RECORD).write_text("name: Muối\nkind: muoi\nsources: [khong-co]\n")
    result = check(site, "--format", style)
    assert result.exit_code == 1
    assert "khong-co" in result.stdout
    if style in ("json", "sarif"):
        json.loads(result.stdout)


def test_help_is_in_both_languages(check: Check, site: Path) -> None:
    """Whoever asks for help reads it in either language."""
    shown = check(site, "--help").stdout
    assert "Kiểm tra mọi phiếu" in shown
    assert "Check every record" in shown


def test_a_terminal_that_knows_no_vietnamese_gets_no_traceback(site: Path) -> None:
    """Where the terminal's encoding lacks a letter, it is shown by its number."""
    (site / RECORD).write_text("a: [\n")
    result = _run("check", "--root", str(site), cwd=site, PYTHONIOENCODING="ascii")
    assert result.returncode == 1
    assert "Traceback" not in result.stderr


def _run(*arguments: str, cwd: Path, **environ: str) -> subprocess.CompletedProcess[str]:
    hooks = str(Path(__file__).parents[1] / "hooks")
    command = [sys.executable, "-c", "from ocop.cli import main; main()", *arguments]
    environ = {**os.environ, "PYTHONPATH": hooks, "CATALOGUE_DATE": "2026-11-24", **environ}
    return subprocess.run(command, cwd=cwd, env=environ, capture_output=True, text=True, check=False, timeout=60)


# -------------------------------------------------------------------------------- everything at once

# File, what is written there, and a word of what is said about it.
BAD: list[tuple[str, str | bytes, str]] = [
    ("products/huyen-thu/Hoa.yml", "name: A\nkind: muoi\nsources: [bao-thu]\n", "chữ thường không dấu"),
    ("products/huyen-thu/duoi.yaml", "name: A\nkind: muoi\nsources: [bao-thu]\n", "đuôi .yml"),
    ("products/ngoai.yml", "name: A\n", "thư mục của một huyện"),
    ("products/huyen-thu/sau/sau.yml", "name: A\n", "sâu quá"),
    ("products/la/la.yml", "name: A\nkind: muoi\nsources: [bao-thu]\n", 'không có huyện "la"'),
    ("catalogue/lac.yml", "a: b\n", "không nằm ở chỗ nào"),
    ("products/huyen-thu/rong.yml", "", "tệp trống"),
    ("products/huyen-thu/to.yml", "# " + "a" * 300_000, "quá lớn"),
    ("products/huyen-thu/wide.yml", "name: Muối".encode("utf-16"), "UTF-16"),
    ("products/huyen-thu/cu.yml", b"name: Mu\xe8i", "UTF-8"),
    ("products/huyen-thu/nhi-phan.yml", b"\0\1\2\3" * 9, "không phải văn bản"),
    ("products/huyen-thu/tab.yml", "name: A\npacks:\n\t- size: 1\n", "phím Tab"),
    ("products/huyen-thu/ngoac.yml", 'name: "A\n', "ngoặc"),
    ("products/huyen-thu/neo.yml", "name: &a A\nkind: muoi\nsources: [bao-thu]\n", "neo"),
    ("products/huyen-thu/the.yml", "name: !!str A\nkind: muoi\nsources: [bao-thu]\n", "thẻ"),
    ("products/huyen-thu/lap.yml", "name: A\nname: B\nkind: muoi\nsources: [bao-thu]\n", "đã có ở dòng 1"),
    ("products/huyen-thu/hai.yml", "name: A\n---\nname: B\n", "chỉ một phiếu"),
    ("products/huyen-thu/tang.yml", "[" * 5_000, "quá 32 tầng"),
    ("products/huyen-thu/bidi.yml", "name: A\u202eB\nkind: muoi\nsources: [bao-thu]\n", "U+202E"),
    ("products/huyen-thu/danh-sach.yml", "- name: A\n", "không phải một danh sách"),
    ("products/huyen-thu/la-truong.yml", "nmae: A\nkind: muoi\nsources: [bao-thu]\n", 'có phải "name"?'),
    ("products/huyen-thu/ngay.yml", "name: A\nkind: muoi\nrecognitions: [{date: 31/12/2024}]\nsources: [bao-thu]\n",
     'có phải "2024-12-31"?'),
    ("products/huyen-thu/diem.yml", "name: A\nkind: muoi\nrecognitions: [{stars: 5, score: 71}]\nsources: [bao-thu]\n",
     "không khớp 5 sao"),
    ("products/huyen-thu/anh.yml", "name: A\nkind: muoi\nphotos: [{file: khong.jpg, alt: A}]\nsources: [bao-thu]\n",
     "không có tệp ảnh"),
    ("products/huyen-thu/tro.yml", "name: A\nkind: muoii\nproducer: khong\nsources: [bao-thu]\n", 'có phải "muoi"?'),
    ("catalogue/producers/goi.yml", "name: A\ncontact: {phone: 0291 3000 000}\nsources: [bao-thu]\n", "consent"),
    ("catalogue/producers/thue.yml", 'name: A\ntax_code: "123"\nsources: [bao-thu]\n', "mã số thuế"),
    ("catalogue/producers/toa-do.yml", "name: A\nlocation: {lat: 105.7, lon: 9.2}\nsources: [bao-thu]\n", "đổi chỗ"),
    ("catalogue/sales-points/dong.yml", "name: A\nopened: 2024\nclosed: 2023\nsources: [bao-thu]\n", "trước ngày mở"),
    ("catalogue/sales-points/link.yml", "name: A\nlinks: {website: http://a.vn}\nsources: [bao-thu]\n", "https://"),
]  # fmt: skip


def test_all_kinds_of_bad_input_are_told_in_one_run(site: Path, check: Check) -> None:
    """Thirty bad files of thirty kinds are each named in one run, with exit code 1, and nothing else is."""
    for name, content, _ in BAD:
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    result = check(site)
    lines = [line for line in result.stdout.splitlines() if ": lỗi: " in line]
    assert result.exit_code == 1
    assert {line.partition(":")[0] for line in lines} == {name for name, _, _ in BAD}
    for name, _, word in BAD:
        assert any(line.startswith(f"{name}:") and word in line for line in lines), name
    assert all(re.match(r"[^:]+:\d+:\d+: (lỗi|cảnh báo): ", line) for line in result.stdout.splitlines())
    places = [(path, int(row), int(column)) for path, row, column in (line.split(":")[:3] for line in lines)]
    assert places == sorted(places)
    assert not re.search(r"\{[a-z_]+\}", result.stdout)


def test_a_file_of_faults_is_cut_short(site: Path, check: Check) -> None:
    """A record of ten thousand faults shows a hundred and the number of the others."""
    (site / RECORD).write_text("name: A\nkind: muoi\n" + "".join(f"x{n}: 1\n" for n in range(10_000)))
    result = check(site)
    assert 100 <= result.stdout.count("\n") <= 103
    assert "lỗi nữa" in result.stdout


def test_a_mended_record_is_good_again(site: Path, check: Check) -> None:
    """Staff live in this loop: break, read, mend, and nothing is left over."""
    good = (site / RECORD).read_text()
    (site / RECORD).write_text(good.replace("kind: muoi", "kind muoi"))
    assert check(site).exit_code == 1
    (site / RECORD).write_text(good)
    assert check(site).exit_code == 0


# ------------------------------------------------------------------------------------------ photos


def png(width: int, height: int) -> bytes:
    """Write the head of a PNG that claims a size, with hardly any pixels behind it."""
    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 999)) + chunk(b"IEND", b"")


def heic(width: int, height: int, *, turned: bool = False) -> bytes:
    """Write the boxes of a HEIC file that say what it is and how large, and none of its pixels."""
    size = struct.pack(">I4sIII", 20, b"ispe", 0, width, height)
    tile = struct.pack(">I4sIII", 20, b"ispe", 0, 512, 512)
    turn = struct.pack(">I4sB", 9, b"irot", 1) if turned else b""
    return struct.pack(">I4s4sI4s4s", 24, b"ftyp", b"heic", 0, b"mif1", b"heic") + tile + size + turn


PHOTOS: dict[str, tuple[Callable[[], bytes], str]] = {
    "cut JPEG": (lambda: picture()[:-200], "photo_cut"),
    "JPEG cut to its first bytes": (lambda: picture()[:20], "photo_cut"),
    "cut PNG": (lambda: picture(style="PNG")[:-2000], "photo_cut"),
    "cut WebP": (lambda: picture(style="WEBP")[:-2000], "photo_cut"),
    "cut AVIF": (lambda: picture(style="AVIF")[:-500], "photo_cut"),
    "small": (lambda: picture(799, 600), "photo_too_small"),
    "a claim of 3.6 thousand megapixels": (lambda: png(60_000, 60_000), "photo_too_many_pixels"),
    "a claim of 100 megapixels": (lambda: png(10_000, 10_000), "photo_too_many_pixels"),
    "a claim of 51 megapixels": (lambda: png(10_000, 5_100), "photo_too_many_pixels"),
    "heavy": (lambda: picture() + b"\0" * 20 * 1024 * 1024, "photo_too_heavy"),
    "GIF": (lambda: picture(style="GIF"), "photo_wrong_format"),
    "BMP": (lambda: picture(style="BMP"), "photo_wrong_format"),
    "TIFF": (lambda: picture(style="TIFF"), "photo_wrong_format"),
    "SVG": (lambda: b"<svg xmlns='http://www.w3.org/2000/svg'/>", "photo_wrong_format"),
    "PDF": (lambda: b"%PDF-1.7", "photo_wrong_format"),
    "text": (lambda: b"Anh", "photo_not_picture"),
    "nothing": (lambda: b"", "photo_not_picture"),
    "a small HEIC": (lambda: heic(640, 480), "photo_too_small"),
    "a huge HEIC": (lambda: heic(10_000, 10_000), "photo_too_many_pixels"),
    "a HEIC without a size": (lambda: heic(9, 9)[:24], "photo_cut"),
}


@pytest.mark.parametrize("name", PHOTOS)
def test_a_bad_photo_is_told_as_what_it_is(site: Path, name: str) -> None:
    """Cut, small, huge, heavy, of another format or no picture: each is told at the photo's file, whatever its name."""
    make, code = PHOTOS[name]
    (site / PHOTO).write_bytes(make())
    findings = load(site).findings
    assert [(found.code, found.field, found.position) for found in findings] == [
        (code, "photos[0].file", Position(RECORD, 6, 17))
    ]


@pytest.mark.parametrize("style", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_a_photo_is_what_it_is_and_not_what_its_name_says(tmp_path: Path, style: str) -> None:
    """Each format is recognised under any name."""
    (tmp_path / "a.heic").write_bytes(picture(900, 300, style))
    found = inspect(tmp_path / "a.heic")
    assert isinstance(found, PictureFacts)
    assert (found.format.upper(), found.width, found.height) == (style, 900, 300)


def test_a_heic_is_measured_without_a_decoder(tmp_path: Path) -> None:
    """The telephone's own format is recognised by its boxes: the whole picture's size, turned where it says so."""
    (tmp_path / "a.heic").write_bytes(heic(4032, 3024))
    (tmp_path / "b.heic").write_bytes(heic(4032, 3024, turned=True))
    assert inspect(tmp_path / "a.heic") == PictureFacts("HEIC", 4032, 3024)
    assert inspect(tmp_path / "b.heic") == PictureFacts("HEIC", 3024, 4032)


def test_a_turned_photo_is_measured_upright(tmp_path: Path) -> None:
    """Width and height are those after the camera's orientation is applied."""
    from PIL import Image

    upright = Image.new("RGB", (900, 500))
    exif = upright.getexif()
    exif[0x0112] = 6
    upright.save(tmp_path / "a.jpg", exif=exif)
    assert inspect(tmp_path / "a.jpg") == PictureFacts("JPEG", 500, 900)


def test_a_photo_that_is_a_folder_or_a_pipe_is_told(site: Path) -> None:
    """What bears a photo's name and is no file is not opened."""
    (site / PHOTO).unlink()
    os.mkfifo(site / PHOTO)
    assert [found.code for found in load(site).findings] == ["photo_not_a_file"]
    (site / PHOTO).unlink()
    (site / PHOTO).mkdir()
    assert [found.code for found in load(site).findings] == ["photo_not_a_file"]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(["JPEG", "PNG", "WEBP", "AVIF"]), st.randoms(use_true_random=False))
def test_no_damaged_picture_makes_it_stumble(
    tmp_path_factory: pytest.TempPathFactory, style: str, chance: random.Random
) -> None:
    """A picture with bytes changed, cut or doubled gives facts or a fault."""
    raw = bytearray(picture(800, 40, style))
    for _ in range(chance.randint(1, 12)):
        raw[chance.randrange(len(raw))] = chance.randrange(256)
    cut = chance.randrange(len(raw))
    path = tmp_path_factory.mktemp("photo") / "a.jpg"
    path.write_bytes(bytes(raw[:cut]) if chance.random() < 0.5 else bytes(raw) + bytes(raw[cut:]))
    assert isinstance(inspect(path), PictureFacts | PictureFault)


# --------------------------------------------------------------------------- whatever lies in the folders


@pytest.fixture(scope="module")
def _scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("scratch")
    shutil.copytree(SITE / "catalogue", root / "catalogue")
    (root / "products/huyen-thu").mkdir(parents=True)
    return root


WORDS = st.sampled_from(
    ["name", "kind", "sources", "muoi", "bao-thu", "recognitions", "stars", "4", "date", "2024-01-05", "photos", "file",
     "a.jpg", "alt", "en", "story", "packs", "price", "15000", "contact", "withdrawn", "producer", "", "~", "\u202e", "ref",
     "https://example.org/", "location", "lat", "lon", "9.2", "105.7", "url", "all", "sells", "id", "formerly", "[", "-"]
)  # fmt: skip
TREES = st.recursive(WORDS, lambda below: st.lists(below, max_size=4) | st.dictionaries(WORDS, below, max_size=5), max_leaves=25)
PLACES = st.sampled_from(
    ["products/huyen-thu/thu.yml", "catalogue/producers/thu.yml", "catalogue/sales-points/thu.yml",
     "catalogue/districts/thu.yml", "catalogue/kinds.yml", "catalogue/promotions.yml", "catalogue/programme.yml",
     "catalogue/sources.yml"]
)  # fmt: skip


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(place=PLACES, tree=TREES)
def test_no_tree_of_familiar_words_makes_it_stumble(_scratch: Path, place: str, tree: object) -> None:
    """Records put together from real words in impossible ways give a catalogue or errors, and places inside the file."""
    _tried(_scratch, place, json.dumps(tree, ensure_ascii=False).encode())


@settings(max_examples=150, deadline=None)
@given(place=PLACES, raw=st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_no_bytes_and_no_text_make_it_stumble(_scratch: Path, place: str, raw: bytes) -> None:
    """Any bytes and any text in the place of a record give a catalogue or errors."""
    _tried(_scratch, place, raw)


def _tried(root: Path, place: str, raw: bytes) -> None:
    path = root / place
    before = path.read_bytes() if path.exists() else None
    path.write_bytes(raw)
    try:
        loaded = load(root)
    finally:
        path.unlink() if before is None else path.write_bytes(before)
    assert (loaded.catalogue is None) == any(found.is_error for found in loaded.findings)
    lines = raw.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n").count("\n") + 2
    assert all(1 <= found.position.line <= lines or found.position.path != place for found in loaded.findings)


NAMES = st.sampled_from(
    ["products", "catalogue", "producers", "districts", "sales-points", "huyen-thu", "thi-xa-mau", "chua-ro", "a.yml", "A.YML",
     "a.yaml", "b.yml", "kinds.yml", "sources.yml", "promotions.yml", "programme.yml", "a.jpg", ".hidden", "Thumbs.db", "en",
     "x\ny.yml", "\u202ea.yml", "a b.yml", "con.yml", "a" * 120 + ".yml", "-.yml", ".yml", "é.yml", "e\u0301.yml"]
)  # fmt: skip
FOLDERS = st.recursive(
    st.sampled_from([b"", b"name: A\n", b"- a\n", b"\xff\xfe", "link", "pipe"]),
    lambda below: st.dictionaries(NAMES, below, max_size=5),
    max_leaves=20,
)


@settings(max_examples=150, deadline=None)
@given(tree=st.dictionaries(st.sampled_from(["products", "catalogue"]), FOLDERS, max_size=2))
def test_no_tree_of_folders_makes_it_stumble(tmp_path_factory: pytest.TempPathFactory, tree: object) -> None:
    """Folders for files, files for folders, links in a circle, pipes, names of any kind: findings, never an exception."""
    root = tmp_path_factory.mktemp("tree")
    _planted(root, tree)
    loaded = load(root)
    assert (loaded.catalogue is None) == any(found.is_error for found in loaded.findings)


def _planted(path: Path, tree: object) -> None:
    if isinstance(tree, dict):
        path.mkdir(exist_ok=True)
        for name, below in tree.items():
            _planted(path / name, below)
    elif isinstance(tree, bytes):
        path.write_bytes(tree)
    elif tree == "link":
        path.symlink_to(path.parent)
    else:
        os.mkfifo(path)


def test_a_name_of_bytes_that_are_no_text_is_told(site: Path, check: Check) -> None:
    """A file name in an encoding that nobody knows is shown by its bytes."""
    with open(os.fsencode(site / "products/huyen-thu") + b"/mu\xe8i.yml", "w") as file:
        file.write("name: A\n")
    result = check(site)
    assert result.exit_code == 1
    assert r"mu\udce8i.yml" in result.stdout


# ------------------------------------------------------------------------------- the fixture itself


def _written(root: Path) -> Iterator[tuple[type[Facts], object]]:
    """Yield every part of the made-up records with the model that reads it."""
    singles = {"kinds": Kinds, "programme": Programme}
    folders = {"producers": Producer, "sales-points": SalesPoint, "districts": District}
    for path in sorted(root.rglob("*.yml")):
        tree = parse(SourceFile(path.name, path.read_text("utf-8"))).root
        model = folders.get(path.parent.name, singles.get(path.stem, Product))
        if path.stem == "promotions" and isinstance(tree, list):
            yield from ((Promotion, entry) for entry in tree)
        elif path.stem == "sources" and isinstance(tree, dict):
            yield from ((Source, entry) for entry in tree.values())
        else:
            yield model, tree


def test_the_made_up_catalogue_writes_every_field() -> None:
    """Each field of each kind of record stands somewhere in the made-up catalogue, so that tests meet it."""
    seen: set[tuple[type[Facts], str]] = set()
    wanted: set[tuple[type[Facts], str]] = set()

    def visit(model: type[Facts], tree: object) -> None:
        wanted.update((model, key) for key in keys_of(model))
        for entry in tree if isinstance(tree, list) else [tree]:
            for key, below in entry.items() if isinstance(entry, dict) else ():
                seen.add((model, key))
                part = model_below(keys_of(model)[key])
                if part is not None:
                    visit(part, below)

    for model, tree in _written(SITE):
        visit(model, tree)
    # Written as a single word: `sources: [id]`, `sells: all`.
    wanted -= {(Source, "ref")} | {(model, key) for model, key in wanted if model.__name__ == "Sells"}
    assert {f"{model.__name__}.{key}" for model, key in wanted - seen} == set()
