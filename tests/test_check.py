"""``ocop check`` as people run it: exit codes, languages, formats, and everything wrong at once."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import Check
from ocop.catalogue import load

RECORD = "products/huyen-thu/muoi-tinh-thu.yml"


def test_a_good_catalogue_is_good(site: Path, check: Check) -> None:
    """The made-up catalogue has no faults, one pair of twins, and warnings of what the day brings: exit code 0."""
    result = check(site)
    assert result.exit_code == 0
    assert ": lỗi: " not in result.stdout
    assert result.stderr == f"0 lỗi, {result.stdout.count(': cảnh báo: ')} cảnh báo\n"
    assert [found.code for found in load(site).findings] == ["may_be_same"]


def test_warnings_alone_are_good(site: Path, check: Check) -> None:
    """A warning is printed and counted, and stops nothing."""
    (site / "catalogue/promotions.yml").write_text("- {id: a, title: A}\n")
    result = check(site, "--lang", "en", str(site / "catalogue"))
    assert (result.exit_code, result.stderr.partition(" (")[0]) == (0, "0 errors, 1 warning")
    assert "warning" in result.stdout


def test_errors_are_exit_code_one(site: Path, check: Check) -> None:
    """An error is printed on standard output, counted on standard error, and gives exit code 1."""
    (site / RECORD).write_text("name: Muối\n")
    result = check(site)
    assert result.exit_code == 1
    assert f"{RECORD}:1:1: lỗi: " in result.stdout
    assert result.stderr.startswith("2 lỗi, ")


@pytest.mark.parametrize(
    "arguments",
    [["--lang", "fr"], ["--format", "xml"], ["--no-such"], ["no-such-file.yml"], [str(Path(__file__))]],
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
def test_the_language_is_chosen_in_order(  # noqa: PLR0917 – fixtures and parameters
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
    good = check(site, str(site / "products/chua-ro"), str(site / "catalogue/kinds.yml"))
    assert (good.exit_code, good.stdout) == (0, "")
    assert check(site, str(site)).stdout.count(": lỗi: ") == 2


@pytest.mark.parametrize("style", ["text", "json", "github", "sarif"])
def test_every_format_tells_the_same(site: Path, check: Check, style: str) -> None:
    """Whatever the format, the fault is there and the exit code is the same."""
    (site / RECORD).write_text("name: Muối\nkind: muoi\nsources: [khong-co]\n")
    result = check(site, "--format", style)
    assert result.exit_code == 1
    assert "khong-co" in result.stdout
    if style in ("json", "sarif"):
        json.loads(result.stdout)


def test_a_day_that_is_none_is_wrong_use(site: Path, check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    """A CATALOGUE_DATE that no calendar has is told by its name, not by a traceback."""
    monkeypatch.setenv("CATALOGUE_DATE", "31/12/2026")
    result = check(site)
    assert result.exit_code == 2
    assert "CATALOGUE_DATE" in result.stderr


def test_help_is_in_both_languages(check: Check, site: Path) -> None:
    """Whoever asks for help reads it in either language."""
    shown = check(site, "--help").stdout
    assert "Kiểm tra mọi bản ghi" in shown
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
    return subprocess.run(
        command, cwd=cwd, env=environ, capture_output=True, text=True, check=False, timeout=60
    )


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
    ("products/huyen-thu/hai.yml", "name: A\n---\nname: B\n", "chỉ một bản ghi"),
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
    result = check(site, str(site / RECORD))
    assert 100 <= result.stdout.count("\n") <= 103
    assert "lỗi nữa" in result.stdout


def test_a_mended_record_is_good_again(site: Path, check: Check) -> None:
    """Staff live in this loop: break, read, mend, and nothing is left over."""
    good = (site / RECORD).read_text()
    (site / RECORD).write_text(good.replace("kind: muoi", "kind muoi"))
    assert check(site).exit_code == 1
    (site / RECORD).write_text(good)
    assert check(site).exit_code == 0
