"""The same findings as every renderer shows them, and words for each finding in both languages."""

from __future__ import annotations

import ast
import json
import re
import string
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import Check
from ocop import report
from ocop.findings import Finding, Position, Severity
from ocop.i18n import Lang
from ocop.i18n.lessons import EXPLAINED
from ocop.i18n.messages import MESSAGES, Message, message
from ocop.lessons import guide, lessons

PACKAGE = Path(__file__).parents[1] / "hooks" / "ocop"
SAMPLE = [
    Finding(
        Position("products/dong-hai/muoi-hat.yml", 7, 11),
        "no_producer",
        "producer",
        values={"value": "cong-ty-muoi"},
        suggestion="cong-ty-cp-muoi-bac-lieu",
    ),
    Finding(
        Position("products/dong-hai/muoi-hat.yml", 1, 7), "product_without_photo", "photos", Severity.WARNING
    ),
    Finding(Position("a,b:c%.yml"), "empty_file"),
]
GUIDE = guide("https://ocop.test/")
HOSTILE = "::error::x\n::set-env name=a::b\r\u202e\x1b[31m" + "x" * 500


def test_text_is_the_line_of_the_contract() -> None:
    """Path, line, column, level, field, message and suggestion stand in one line, in both languages."""
    assert report.text(SAMPLE, "vi") == (
        'products/dong-hai/muoi-hat.yml:7:11: lỗi: `producer`: không có chủ thể "cong-ty-muoi"'
        ' — có phải "cong-ty-cp-muoi-bac-lieu"?\n'
        "products/dong-hai/muoi-hat.yml:1:7: cảnh báo: `photos`: sản phẩm chưa có ảnh\n"
        "a,b:c%.yml:1:1: lỗi: tệp trống: viết bản ghi vào hoặc xóa tệp\n"
    )
    assert report.text(SAMPLE, "en") == (
        'products/dong-hai/muoi-hat.yml:7:11: error: `producer`: no producer "cong-ty-muoi"'
        ' — did you mean "cong-ty-cp-muoi-bac-lieu"?\n'
        "products/dong-hai/muoi-hat.yml:1:7: warning: `photos`: the product has no photo\n"
        "a,b:c%.yml:1:1: error: the file is empty: write the record or remove the file\n"
    )


def test_json_holds_what_a_program_needs() -> None:
    """Each finding is an object with place, severity, code, field, message, suggestion and page of the guide."""
    assert json.loads(report.as_json(SAMPLE, "en", GUIDE))[:2] == [
        {
            "path": "products/dong-hai/muoi-hat.yml",
            "line": 7,
            "column": 11,
            "severity": "error",
            "code": "no_producer",
            "field": "producer",
            "message": 'no producer "cong-ty-muoi"',
            "suggestion": "cong-ty-cp-muoi-bac-lieu",
            "help": "huong-dan/thong-bao/no-producer/",
        },
        {
            "path": "products/dong-hai/muoi-hat.yml",
            "line": 1,
            "column": 7,
            "severity": "warning",
            "code": "product_without_photo",
            "field": "photos",
            "message": "the product has no photo",
            "suggestion": None,
            "help": "huong-dan/thong-bao/product-without-photo/",
        },
    ]
    assert json.loads(report.as_json(SAMPLE, "en"))[0]["help"] is None


def test_github_commands_are_escaped() -> None:
    """What has a meaning in a workflow command is escaped in its properties and its message."""
    assert report.github(SAMPLE[::2], "en") == (
        "::error file=products/dong-hai/muoi-hat.yml,line=7,col=11,title=producer::"
        '`producer`: no producer "cong-ty-muoi" — did you mean "cong-ty-cp-muoi-bac-lieu"?\n'
        "::error file=a%2Cb%3Ac%25.yml,line=1,col=1,title=error::"
        "the file is empty: write the record or remove the file\n"
    )


def test_sarif_names_rules_levels_and_places() -> None:
    """Code scanning finds the version, the rules used, and each result with its region."""
    run = json.loads(report.sarif(SAMPLE, "vi"))["runs"][0]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == [
        "empty_file",
        "no_producer",
        "product_without_photo",
    ]
    assert [result["level"] for result in run["results"]] == ["error", "warning", "error"]
    place = run["results"][2]["locations"][0]["physicalLocation"]
    assert place == {
        "artifactLocation": {"uri": "a%2Cb%3Ac%25.yml"},
        "region": {"startLine": 1, "startColumn": 1},
    }


def test_sarif_rules_tell_the_lesson_in_both_languages() -> None:
    """A rule has a name, the message in general, rule and reason, how grave it is, and its page in the guide."""
    run = json.loads(report.sarif(SAMPLE, "vi", GUIDE))["runs"][0]
    rule = run["tool"]["driver"]["rules"][1]
    assert (rule["id"], rule["name"]) == ("no_producer", "NoProducer")
    assert rule["shortDescription"]["text"] == (
        'không có chủ thể "‹điều đã viết›" / no producer "‹what was written›"'
    )
    vi, en = rule["fullDescription"]["text"].split("\n\n")
    assert vi == EXPLAINED["no_producer"]
    assert en == " ".join(lessons()["no_producer"].rule)
    assert rule["helpUri"] == "https://ocop.test/huong-dan/thong-bao/no-producer/"
    assert [each["defaultConfiguration"]["level"] for each in run["tool"]["driver"]["rules"]] == [
        "error", "error", "warning",
    ]  # fmt: skip


@pytest.mark.parametrize("guide", [report.no_guide, guide(), guide("https://ocop.test/")])
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_sarif_has_the_shape_of_its_standard(guide: report.Guide, lang: Lang) -> None:
    """Every object has the properties that SARIF 2.1.0 requires, of their types, and none that it does not know."""
    findings = [
        *SAMPLE,
        *(Finding(Position("a.yml", 2, 3), code) for code in MESSAGES),
        Finding(Position("b"), "new"),
    ]
    log = json.loads(report.sarif(findings, lang, guide))
    jsonschema.validate(log, SARIF)
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules) == len(MESSAGES) + 1
    assert all(rules[each["ruleIndex"]]["id"] == each["ruleId"] for each in run["results"])
    known = [rule for rule in rules if "fullDescription" in rule]
    assert len(known) == (0 if guide is report.no_guide else len(MESSAGES))
    linked = [rule for rule in rules if "helpUri" in rule]
    assert linked == (known if guide("no_producer") and guide("no_producer").url else [])  # type: ignore[union-attr]


def described(**properties: object) -> dict[str, object]:
    """Give the schema of an object that has all of these properties and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": [*properties],
        "additionalProperties": False,
    }


# The parts of the published schema (sarif-schema-2.1.0.json) that a checker of text files needs.
MESSAGE = described(text={"type": "string", "minLength": 1})
SARIF = described(**{
    "$schema": {"type": "string", "format": "uri"},
    "version": {"const": "2.1.0"},
    "runs": {"type": "array", "items": described(
        tool=described(driver=described(
            name={"type": "string"},
            rules={"type": "array", "uniqueItems": True, "items": {
                "type": "object",
                "properties": {
                    "id": {"type": "string"},
                    "name": {"type": "string", "pattern": "^[A-Z][A-Za-z0-9]*$"},
                    "shortDescription": MESSAGE,
                    "fullDescription": MESSAGE,
                    "helpUri": {"type": "string", "format": "uri", "pattern": "^https?://"},
                    "defaultConfiguration": described(level={"enum": ["none", "note", "warning", "error"]}),
                },
                "required": ["id"],
                "additionalProperties": False,
            }},
        )),
        columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
        results={"type": "array", "items": described(
            ruleId={"type": "string"},
            ruleIndex={"type": "integer", "minimum": -1},
            level={"enum": ["none", "note", "warning", "error"]},
            message=MESSAGE,
            locations={"type": "array", "items": described(physicalLocation=described(
                artifactLocation=described(uri={"type": "string", "format": "uri-reference"}),
                region=described(
                    startLine={"type": "integer", "minimum": 1}, startColumn={"type": "integer", "minimum": 1}
                ),
            ))},
        )},
    )},
})  # fmt: skip


@pytest.mark.parametrize("url", ["", "https://ocop.test/"])
def test_the_command_leads_to_the_guide(
    site: Path, check: Check, monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    """Where there are errors, the last line names the page that explains each message; JSON and SARIF name its own."""
    monkeypatch.setenv("CATALOGUE_URL", url)
    assert "thong-bao" not in check(site).stderr
    (site / "products/huyen-thu/muoi-tinh-thu.yml").write_text(
        "name: Muối\nkind: muoii\nsources: [bao-thu]\n"
    )
    told = check(site)
    assert told.stderr.splitlines()[-1] == f"Giải thích từng thông báo: {url}huong-dan/thong-bao/"
    assert "thong-bao" not in told.stdout
    found = [each for each in json.loads(check(site, "--format", "json").stdout) if each["code"] == "no_kind"]
    assert [each["help"] for each in found] == ["huong-dan/thong-bao/no-kind/"]
    rules = json.loads(check(site, "--format", "sarif").stdout)["runs"][0]["tool"]["driver"]["rules"]
    (rule,) = (each for each in rules if each["id"] == "no_kind")
    assert rule.get("helpUri", "") == (f"{url}huong-dan/thong-bao/no-kind/" if url else "")


def test_where_to_read_on_is_one_line() -> None:
    """The last line leads to the guide, in the language of the messages."""
    assert (
        report.where_to_read("huong-dan/thong-bao/", "vi")
        == "Giải thích từng thông báo: huong-dan/thong-bao/"
    )
    assert report.where_to_read("https://ocop.test/", "en").endswith(": https://ocop.test/")


@given(st.text(max_size=200) | st.just(HOSTILE))
def test_one_finding_is_one_line_whatever_it_holds(text: str) -> None:
    """No path, field, value or suggestion can break a line, hide in it, or start a command of its own."""
    finding = Finding(Position(text), "no_producer", text, values={"value": text}, suggestion=text)
    for style in ("text", "github"):
        rendered = report.RENDERERS[style]([finding], "vi")
        assert rendered.count("\n") == 1
        assert len(rendered.splitlines()) == 1
        assert rendered.removesuffix("\n").isprintable() or not any(
            ord(letter) < 32 for letter in rendered[:-1]
        )
        assert "\u202e" not in rendered
    for style in ("json", "sarif"):
        json.loads(report.RENDERERS[style]([finding], "en"))


def test_names_that_are_no_utf8_can_be_shown() -> None:
    """A file name of bytes that no encoding explains is escaped in every format."""
    finding = Finding(Position("a\udcff.yml"), "empty_file")
    for render in report.RENDERERS.values():
        render([finding], "vi").encode()


def test_the_summary_counts() -> None:
    """The last line says how many, and how many are not shown."""
    assert report.summary(SAMPLE, 0, "vi") == "2 lỗi, 1 cảnh báo"
    assert report.summary(SAMPLE[:2], 1, "en") == "1 error, 1 warning (besides 1 in other files)"


# --------------------------------------------------------------------------------------------- words


def places(text: str) -> set[str]:
    """Name the places of a message that a finding fills."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("code", MESSAGES)
def test_a_message_says_the_same_in_both_languages(code: str) -> None:
    """Both languages fill the same places, start in lower case and have no full stop."""
    words: Message = MESSAGES[code]
    assert places(words.vi) == places(words.en)
    for text in words:
        assert text
        assert not text.endswith(".") or text.endswith("….")
        assert not text[0].isupper()


def test_every_code_in_the_package_has_words() -> None:
    """No finding can be made whose code has no message: a string that looks like a code is one."""
    first = re.compile(
        r"(?:fault|Remark|Finding|PictureFault|_fault|_stop|_advice|_warning|Slip|here|there)\("
    )
    for path in PACKAGE.rglob("*.py"):
        if path.is_relative_to(PACKAGE / "intake"):
            continue  # remarks on lists have words of their own
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and first.match(ast.unparse(node.func).rpartition(".")[2] + "("):
                for argument in node.args[:4]:
                    if isinstance(argument, ast.Constant) and re.fullmatch(
                        r"[a-z]+(_[a-z0-9]+)+", str(argument.value)
                    ):
                        assert argument.value in MESSAGES, f"{path.name}: {argument.value}"


def test_no_message_is_left_over() -> None:
    """Every message is used somewhere in the package."""
    sources = "".join(path.read_text("utf-8") for path in PACKAGE.rglob("*.py") if path.name != "messages.py")
    assert [code for code in MESSAGES if f'"{code}"' not in sources] == []


def test_an_unknown_code_still_says_something() -> None:
    """A finding from a newer part of the program is shown with its code, never as a traceback."""
    assert message("quite_new").say("en", {}) == "not right (quite_new)"
    assert MESSAGES["no_producer"].say("en", {}) == 'no producer "{value}"'
