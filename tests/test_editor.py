"""The editor in the browser, as far as it can be told without one: its forms, and how it reads and writes records."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from pydantic import BaseModel

from editing import ADDRESS, DAY, Twin, TwinError, catalogue_of, publish
from hosting import ROOT
from ocop.catalogue import Catalogue
from ocop.declared import as_written
from ocop.edition import Edition
from ocop.form.canonical import without_nothing, written
from ocop.form.formatting import CannotFormatError, formatted
from ocop.records import Producer, Product, SalesPoint
from ocop.site import Settings
from ocop.site.compose.editor import configuration, editor_files
from ocop.site.compose.editor_form import Form, shape_of
from ocop.site.repository import Repository
from ocop.source import SourceFile, parse
from pages import PublishedPage
from text_trees import MODELS, texts, trees

FORMS = {"product": Product, "producer": Producer, "sales_point": SalesPoint}
GITHUB = Repository.of("https://github.com/so-nong-nghiep/danh-muc")

form_and_tree = st.sampled_from([*FORMS.values()]).flatmap(
    lambda model: st.tuples(st.just(model), trees(model))
)


@pytest.fixture(scope="module")
def twin() -> Iterator[Twin]:
    """Start the editor's script once."""
    process = Twin()
    yield process
    process.stop()


@pytest.fixture(scope="module")
def catalogue(whole_site: Path) -> Catalogue:
    """Load the made-up catalogue."""
    return catalogue_of(whole_site)


def opened(twin: Twin, model: type[BaseModel], text: str) -> dict[str, Any]:
    """Give what the form shows of a file."""
    shown: dict[str, Any] = twin.ask("fromFile", shape=shape_of(model), text=text)
    return shown


def saved(twin: Twin, model: type[BaseModel], content: dict[str, Any]) -> str:
    """Give the file that the form makes."""
    return str(twin.ask("toFile", shape=shape_of(model), content=content))


def read_back(text: str) -> Any:
    """Read a file as `ocop check` does."""
    document = parse(SourceFile("x.yml", text))
    assert document.findings == (), text
    return document.root


# Reading and writing -----------------------------------------------------------------------------------


@given(data=st.data())
@settings(max_examples=300)
def test_script_and_command_write_the_same_bytes(twin: Twin, data: st.DataObject) -> None:
    """Of any tree of any record, the editor makes the very file that `ocop fmt` makes."""
    model = data.draw(st.sampled_from(MODELS))
    tree = data.draw(trees(model))
    assert twin.ask("written", shape=shape_of(model), tree=tree) == written(model, tree)


@given(texts, texts.filter(lambda key: key.strip() and "\n" not in key and not key.strip().isdecimal()))
def test_keys_that_nobody_knows_are_written_alike(twin: Twin, text: str, key: str) -> None:
    """A key of no model is quoted, and stands last, with both."""
    tree = without_nothing({key.strip(): text, "name": "Muối", "season": ["1", {key.strip(): [text, "no"]}]})
    assert twin.ask("written", shape=shape_of(Product), tree=tree) == written(Product, tree)


@given(form_and_tree)
def test_saving_what_was_opened_changes_nothing(twin: Twin, pair: tuple[type[BaseModel], Any]) -> None:
    """A canonical record that is opened and saved is the same file, whatever it holds, even where it is wrong."""
    model, tree = pair
    text = written(model, tree)
    if text == "{}\n":
        return
    assert saved(twin, model, opened(twin, model, text)) == text


@given(form_and_tree)
def test_boxes_left_empty_say_nothing(twin: Twin, pair: tuple[type[BaseModel], Any]) -> None:
    """The editor fills every box of its form with something empty: none of it reaches the file."""
    model, tree = pair
    text = written(model, tree)
    if text == "{}\n":
        return
    content = with_empty_boxes(Form(model, "products").boxes, opened(twin, model, text))
    assert saved(twin, model, content) == text


def with_empty_boxes(boxes: list[dict[str, Any]], shown: dict[str, Any]) -> dict[str, Any]:
    """Give a part of the form as the editor holds it: with a value for each box."""
    filled = dict(shown)
    for box in boxes:
        name, value = box["name"], shown.get(box["name"])
        inside = box.get("fields")
        if inside and isinstance(value, dict):
            filled[name] = with_empty_boxes(inside, value)
        elif inside and isinstance(value, list):
            filled[name] = [
                with_empty_boxes(inside, each) if isinstance(each, dict) else each for each in value
            ]
        elif value is None:
            nothing = {"boolean": False, "list": [], "object": None, "number": None}
            filled[name] = [] if box.get("multiple") else nothing.get(box["widget"], "")
    return filled


@given(form_and_tree, st.sampled_from(["Muối mới", "5", "a: b"]))
def test_a_change_stays_where_it_was_made(
    twin: Twin, pair: tuple[type[BaseModel], Any], summary: str
) -> None:
    """To change one box is to change the lines of that field and no other."""
    model, tree = pair
    text = written(model, {"name": "Muối", **tree})
    content = {**opened(twin, model, text), "summary": summary}
    assert saved(twin, model, content) == written(model, {"name": "Muối", **tree, "summary": summary})


NUMBERS = """\
name: Muối
kind: muoi
visit:
  location:
    lat: 9.10
    lon: 105.4000
recognitions:
  - stars: 4
    score: 82.50
packs:
  - size: 500 g
    price: 15.000
sources:
  - bao-thu
"""


def test_numbers_keep_their_own_spelling(twin: Twin) -> None:
    """What nobody touched is not written anew: `82.50` stays, and so does a number that is none."""
    content = opened(twin, Product, NUMBERS)
    assert content["recognitions"] == [{"stars": 4, "score": 82.5}]
    assert content["visit"]["location"] == {"lat": 9.1, "lon": 105.4}
    content["recognitions"][0]["stars"] = 5
    content["packs"].append({"size": "1 kg", "price": 28000})
    expected = NUMBERS.replace("stars: 4", "stars: 5").replace(
        "    price: 15.000\n", "    price: 15.000\n  - size: 1 kg\n    price: 28000\n"
    )
    assert saved(twin, Product, content) == expected


def test_a_source_is_an_id_or_a_page(twin: Twin) -> None:
    """Sources are parts in the form and whatever they were in the file, in their order; new ones are written short."""
    text = "name: M\nsources:\n  - bao-1\n  - url: https://a.vn/\n    title: A\n  - bao-2\n"
    content = opened(twin, Product, text)
    assert content["sources"] == [{"ref": "bao-1"}, {"url": "https://a.vn/", "title": "A"}, {"ref": "bao-2"}]
    content["sources"][2]["ref"] = "bao-3"
    content["sources"][1] |= {"url": "", "title": "", "ref": "bao-4", "title_inferred": False}
    content["sources"].insert(0, {"ref": None, "url": "https://b.vn/", "date_inferred": True})
    assert saved(twin, Product, content) == (
        "name: M\nsources:\n  - url: https://b.vn/\n    date_inferred: true\n  - bao-1\n  - bao-4\n  - bao-3\n"
    )


@pytest.mark.parametrize(
    ("before", "everything", "products", "after"),
    [
        ("sells: all", True, [], "sells: all"),
        ("sells: all", False, ["muoi", "tom"], "sells:\n  - muoi\n  - tom"),
        ("sells:\n  - muoi", True, ["muoi"], "sells: all"),
        ("sells:\n  - muoi", False, [], ""),
        ("sells: tất cả", False, [], "sells: tất cả"),
        ("", False, None, ""),
        ("", True, None, "sells: all"),
    ],
)
def test_what_is_sold(
    twin: Twin, before: str, everything: bool, products: list[str] | None, after: str
) -> None:
    """All goods are one tick, some are a list; what is neither stays for whoever can tell what was meant."""
    content = opened(twin, SalesPoint, f"name: C\n{before}\n")
    content["sells"] = {"everything": everything, "products": products}
    assert saved(twin, SalesPoint, content) == f"name: C\n{after}\n".replace("\n\n", "\n")


@pytest.mark.parametrize("word", ["yes", "có", "true"])
def test_a_yes_of_any_spelling_is_a_yes(twin: Twin, word: str) -> None:
    """A truth is shown as such and written as it was; a new one is `true` or `false`."""
    text = f"name: M\ntrade:\n  private_label: {word}\n"
    content = opened(twin, Product, text)
    assert content["trade"]["private_label"] == "true"
    assert saved(twin, Product, content) == text
    content["trade"]["private_label"] = "false"
    assert saved(twin, Product, content) == "name: M\ntrade:\n  private_label: false\n"


@pytest.mark.parametrize(
    ("story", "as_edited"),
    [
        ("Hàng *không có thật*.", "Hàng _không có thật_."),
        ("***cả hai***", "**_cả hai_**"),
        ("__đậm__ và 5 * 3 * 2", "**đậm** và 5 \\* 3 \\* 2"),
        ("- một\n  - con\n\n- hai", "- một\n    - con\n- hai"),
        ("đoạn\n- một", "đoạn\n\n- một"),
        ("a\n\n\nb", "a\n\nb"),
    ],
)
def test_a_story_that_was_only_looked_at_is_kept(twin: Twin, story: str, as_edited: str) -> None:
    """The editor marks text up in its own way as soon as it shows it: that is no change, and none is written."""
    text = written(Product, {"name": "M", "story": story})
    content = {**opened(twin, Product, text), "story": as_edited, "summary": "Mới"}
    assert saved(twin, Product, content) == written(Product, {"name": "M", "summary": "Mới", "story": story})


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("muối _hạt_", "muối **hạt**"),
        ("- a\n- b", "- a\n    - b"),
        ("a\n\nb", "a\nb"),
        ("a", "a b"),
        ("a", ""),
    ],
)
def test_a_change_of_a_story_is_written(twin: Twin, before: str, after: str) -> None:
    """Emphasis, the depth of a list and where a paragraph ends are facts: to change one is a change."""
    content = opened(twin, Product, written(Product, {"name": "M", "story": before}))
    changed = saved(twin, Product, {**content, "story": after})
    assert changed == written(Product, {"name": "M", "story": after})


def test_one_telephone_is_a_list_of_one(twin: Twin) -> None:
    """A single number is shown as a list, written as it was, and in a list once there are two."""
    text = 'name: C\ncontact:\n  consent: 2026-03-01\n  phone: "02913000000"\n'
    content = opened(twin, SalesPoint, text)
    assert content["contact"]["phone"] == ["02913000000"]
    assert saved(twin, SalesPoint, content) == text
    content["contact"]["phone"].append("0900 000 001")
    assert read_back(saved(twin, SalesPoint, content))["contact"]["phone"] == ["02913000000", "0900 000 001"]


def test_what_the_form_does_not_know_is_kept(twin: Twin) -> None:
    """A key of no box, at any depth, survives a change beside it."""
    text = 'name: M\npacks:\n  - size: 500 g\n    weight: "0.5"\ncolour: trắng\n'
    content = opened(twin, Product, text)
    content["packs"] = [{"size": "1 kg", "price": None}, *content["packs"]]
    content["name"] = "Muối mới"
    assert saved(twin, Product, content) == (
        'name: Muối mới\npacks:\n  - size: 1 kg\n  - size: 500 g\n    weight: "0.5"\ncolour: trắng\n'
    )


COMMENTED = """\
# Đầu tệp
name: Muối  # tên chính thức
kind: muoi
recognitions:
  # lần đầu
  - stars: 3
    date: 2020  # chỉ biết năm
  - stars: 4
    # theo báo
    date: 2024
# hỏi lại giá
packs:
  - size: 500 g
sources:
  - bao-thu  # bài của báo
# cuối tệp
"""


def test_comments_stay_with_what_they_are_about(twin: Twin) -> None:
    """Comments survive the editor, move with the entry that they stand at, and the file stays canonical."""
    content = opened(twin, Product, COMMENTED)
    assert saved(twin, Product, content) == COMMENTED
    first, second = content["recognitions"]
    content["recognitions"] = [{"stars": 5, "date": "2027"}, second, first]
    text = saved(twin, Product, content)
    assert text == COMMENTED.replace(
        "  # lần đầu\n  - stars: 3\n    date: 2020  # chỉ biết năm\n  - stars: 4\n    # theo báo\n    date: 2024\n",
        "  - stars: 5\n    date: 2027\n  - stars: 4\n    # theo báo\n    date: 2024\n"
        "  # lần đầu\n  - stars: 3\n    date: 2020  # chỉ biết năm\n",
    )
    assert formatted(Product, text) == text


@pytest.mark.parametrize(
    "text",
    [
        "name: &a Muối\n",
        "name: *a\n",
        "name: !!str Muối\n",
        "name: [Muối\n",
        "name: A\nname: B\n",
        "- a\n? b\n",
        "chữ\n",
    ],
)
def test_a_file_that_cannot_be_kept_is_not_opened(twin: Twin, text: str) -> None:
    """What the catalogue refuses to read, the editor refuses to open, and says so in Vietnamese."""
    with pytest.raises(TwinError, match=r"[Tt]ệp"):
        opened(twin, Product, text)


@given(pair=form_and_tree, data=st.data())
def test_every_comment_and_blank_line_stays(
    twin: Twin, pair: tuple[type[BaseModel], Any], data: st.DataObject
) -> None:
    """A canonical file with comments and blank lines anywhere is opened and saved as it was, to the byte."""
    model, tree = pair
    rows = [*written(model, {**tree, "name": "Muối"}).splitlines()]
    for _ in range(data.draw(st.integers(1, 5))):
        at = data.draw(st.integers(0, len(rows)))
        indent = " " * data.draw(st.integers(0, 6))
        rows.insert(at, data.draw(st.sampled_from(["", f"{indent}# ghi chú: a", f"{indent}# - b"])))
    at = data.draw(st.integers(0, len(rows) - 1))
    rows[at] += "  # cuối dòng" if rows[at].strip() else ""
    try:
        text = formatted(model, "".join(f"{row}\n" for row in rows))
    except CannotFormatError:
        reject()
    content = opened(twin, model, text)
    assert saved(twin, model, content) == text
    changed = saved(twin, model, {**content, "summary": "Tóm tắt mới"})
    assert formatted(model, changed) == changed


def test_records_of_the_catalogue_survive(twin: Twin) -> None:
    """Every real record, in canonical form, is opened and saved as it was, comments and all."""
    folders = {"products": Product, "catalogue/producers": Producer, "catalogue/sales-points": SalesPoint}
    paths = [(path, model) for folder, model in folders.items() for path in (ROOT / folder).rglob("*.yml")]
    assert len(paths) > 100
    for path, model in paths:
        text = formatted(model, path.read_text("utf-8"))
        assert saved(twin, model, opened(twin, model, text)) == text, path


def test_a_product_may_be_withdrawn_without_a_word_more(twin: Twin) -> None:
    """The part says it by being there: it is kept, can be added with nothing in it, and can be taken away."""
    text = "name: M\nwithdrawn: {}\n"
    content = opened(twin, Product, text)
    nothing = {"date": "", "reason": "", "replaced_by": ""}
    assert saved(twin, Product, content) == text
    assert saved(twin, Product, {**content, "withdrawn": nothing}) == text
    assert saved(twin, Product, {"name": "M", "withdrawn": nothing}) == text
    assert saved(twin, Product, {**content, "withdrawn": None}) == "name: M\n"


# Forms -------------------------------------------------------------------------------------------------


def boxes_and_fields(
    model: type[BaseModel], boxes: list[dict[str, Any]]
) -> Iterator[tuple[Any, dict[str, Any]]]:
    """Pair every field of a record, at any depth, with its box."""
    named = {box["name"]: box for box in boxes}
    for declared in as_written(model):
        box = named[declared.key]
        yield declared, box
        owner = declared.shape.owner
        if owner is not None and issubclass(owner, BaseModel) and declared.about is not None:
            inside = box.get("fields", [])
            if owner.__name__ != "Sells":
                yield from boxes_and_fields(owner, inside)


@pytest.mark.parametrize("model", FORMS.values())
def test_every_field_has_its_box(model: type[BaseModel]) -> None:
    """Each declared field, at any depth, has a box with its Vietnamese label, and is required where it is."""
    pairs = [*boxes_and_fields(model, Form(model, "products").boxes)]
    assert len(pairs) > len(as_written(model))
    for declared, box in pairs:
        assert box["label"] == declared.about.vi
        assert box["required"] == declared.required
        is_chosen = "options" in box or box["widget"] == "relation"
        if declared.about.hint and not is_chosen and declared.key != "sources":
            assert declared.about.hint in box["hint"]


@pytest.mark.parametrize("model", FORMS.values())
def test_boxes_refuse_what_the_check_refuses(model: type[BaseModel]) -> None:
    """Ranges, lengths and patterns of the boxes are those of the fields' readers."""
    for declared, box in boxes_and_fields(model, Form(model, "products").boxes):
        reader = declared.shape.reader
        if reader is None or "options" in box or box["widget"] == "relation":
            continue
        one, schema = box.get("field", box), reader.schema()
        for limit, key in (("min", "minimum"), ("max", "maximum"), ("maxlength", "maxLength")):
            if limit in one:
                assert one[limit] == schema[key]
        if schema.get("type") in ("integer", "number"):
            assert {"min", "max"} <= one.keys()
        if "pattern" in one:
            pattern, message = one["pattern"]
            assert pattern == schema["pattern"]
            assert message


def test_choices_are_in_vietnamese(catalogue: Catalogue) -> None:
    """Whoever chooses reads words, never the codes that are written."""
    told = configuration(catalogue, None)
    for form in told["forms"].values():
        for box in all_boxes(form):
            options = box.get("options", [])
            if isinstance(options, list):
                for option in options:
                    assert option["label"] != option["value"], box["name"]
            else:
                assert any(name.partition(":")[0] == options for name in told["lists"])


def all_boxes(boxes: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield boxes at every depth."""
    for box in boxes:
        yield box
        yield from all_boxes(box.get("fields", []))


def test_lists_hold_what_the_catalogue_holds(catalogue: Catalogue) -> None:
    """Kinds, districts, products, sources and communes are to be chosen by their names."""
    lists = configuration(catalogue, None)["lists"]
    assert ["muoi", "Muối (thử) · Thực phẩm (thử)"] in lists["kinds"]
    assert {name for name, _ in lists["districts"]} == {*catalogue.districts}
    assert {name for name, _ in lists["products"]} == {*catalogue.products}
    assert {name for name, _ in lists["sources"]} == {*catalogue.sources}
    for district in catalogue.districts.values():
        assert [name for name, _ in lists[f"communes:{district.id}"]] == [
            each.id for each in district.communes
        ]


def test_each_folder_of_records_is_in_the_menu(catalogue: Catalogue) -> None:
    """Products are kept by district, those of no known one in `chua-ro`; makers and sales points have one folder each."""
    folders = [each["folder"] for each in configuration(catalogue, None)["collections"]]
    districts = [f"products/{district}" for district in catalogue.districts]
    assert {*folders} == {*districts, "products/chua-ro", "catalogue/producers", "catalogue/sales-points"}
    assert folders[-3:] == ["products/chua-ro", "catalogue/producers", "catalogue/sales-points"]


def made(twin: Twin, told: dict[str, Any]) -> dict[str, Any]:
    """Have the script make the editor's configuration."""
    found: dict[str, Any] = twin.ask("configuration", told=told)
    return found


@pytest.mark.parametrize("repository", [None, GITHUB, Repository.of("https://gitlab.com/a/b/c")])
def test_the_editor_accepts_its_configuration(
    twin: Twin, catalogue: Catalogue, repository: Repository | None
) -> None:
    """The configuration keeps to the schema that the installed editor publishes."""
    schema = json.loads((ROOT / "node_modules/@sveltia/cms/schema/sveltia-cms.json").read_text("utf-8"))
    found = made(twin, configuration(catalogue, repository))
    faults = [*Draft7Validator(schema).iter_errors(found)]
    assert faults == []


def test_a_commune_is_one_of_the_folders_district(twin: Twin, catalogue: Catalogue) -> None:
    """A product's commune is chosen among those of its folder; where no district is known there is none to choose."""
    collections = {each["name"]: each for each in made(twin, configuration(catalogue, None))["collections"]}
    for name, district in catalogue.districts.items():
        (box,) = (each for each in collections[f"products-{name}"]["fields"] if each["name"] == "commune")
        assert [option["value"] for option in box["options"]] == [each.id for each in district.communes]
    assert "commune" not in {each["name"] for each in collections["products-chua-ro"]["fields"]}


def test_a_change_is_a_pull_request(twin: Twin, catalogue: Catalogue) -> None:
    """With a repository every change is proposed as a draft; without one it goes into the folder."""
    assert made(twin, configuration(catalogue, GITHUB))["publish_mode"] == "editorial_workflow"
    assert "publish_mode" not in made(twin, configuration(catalogue, None))


@pytest.mark.parametrize(
    ("url", "host", "backend", "hosts"),
    [
        (
            "https://github.com/a/b",
            "",
            {"name": "github", "repo": "a/b", "branch": "main"},
            ["https://api.github.com", "https://raw.githubusercontent.com"],
        ),
        (
            "https://gitlab.com/a/b/c",
            "",
            {"name": "gitlab", "repo": "a/b/c", "branch": "main"},
            ["https://gitlab.com"],
        ),
        (
            "https://git.baclieu.test/ocop/danh-muc.git",
            "",
            {
                "name": "gitlab",
                "repo": "ocop/danh-muc",
                "branch": "main",
                "api_root": "https://git.baclieu.test/api/v4",
            },
            ["https://git.baclieu.test"],
        ),
        (
            "https://github.baclieu.test/a/b",
            "github",
            {
                "name": "github",
                "repo": "a/b",
                "branch": "main",
                "api_root": "https://github.baclieu.test/api/v3",
            },
            ["https://github.baclieu.test"],
        ),
    ],
)
def test_the_host_may_be_any(
    catalogue: Catalogue, url: str, host: str, backend: dict[str, str], hosts: list[str]
) -> None:
    """GitHub, GitLab, and either of them on an office's own machine."""
    told = configuration(catalogue, Repository.of(url, host=host))
    assert told["backend"] == backend
    assert list(told["hosts"]) == hosts


# The page ----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def published(whole_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Publish the editor of the made-up catalogue on GitHub."""
    if not (ROOT / "build/assets/editor").is_dir():
        pytest.fail("the editor is not made: run the tests with `make test`, or `make setup` first")
    return publish(whole_site, tmp_path_factory.mktemp("editor"), GITHUB)


def test_the_page_stands_by_itself(published: Path) -> None:
    """It is Vietnamese, unknown to search engines, loads the site's own files alone, and says what else one can do."""
    page = PublishedPage.read(published / ADDRESS / "index.html", published)
    assert page.all("html")[0].attributes["lang"] == "vi"
    assert page.all("meta", name="robots")[0].attributes["content"] == "noindex"
    guide = {page.resolve(link)[0] for link in page.links if "huong-dan" in link}
    assert guide == {"huong-dan/them-san-pham/"}
    for element in (*page.all("script"), *page.all("link")):
        for link in (
            element.attributes.get("src"),
            element.attributes.get("href"),
            element.attributes.get("data-editor"),
        ):
            if link:
                assert (published / page.resolve(link)[0]).is_file()
    assert "JavaScript" in page.all("noscript")[0].text
    told = json.loads(page.all("script", id="editor-config")[0].text)
    assert told["backend"]["repo"] == "so-nong-nghiep/danh-muc"


def test_the_browser_asks_nobody_else(published: Path) -> None:
    """The page's policy names the site and the repository's host, and no wildcard."""
    page = PublishedPage.read(published / ADDRESS / "index.html", published)
    (policy,) = page.all("meta", **{"http-equiv": "Content-Security-Policy"})
    rules = dict(rule.strip().partition(" ")[::2] for rule in policy.attributes["content"].split(";"))
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == "'self'"
    assert rules["connect-src"].split()[-2:] == [
        "https://api.github.com",
        "https://raw.githubusercontent.com",
    ]
    assert "*" not in policy.attributes["content"]


def test_a_record_cannot_break_the_page(tmp_path: Path, site: Path) -> None:
    """A name that looks like markup stays a name in the configuration."""
    path = site / "catalogue/producers/ho-ba-thu.yml"
    path.write_text(
        path.read_text("utf-8").replace("Ngừng làm", "</script><script>alert(1)</script>"), "utf-8"
    )
    kinds = site / "catalogue/kinds.yml"
    kinds.write_text(kinds.read_text("utf-8").replace("Muối (thử)", '"</script><b>"'), "utf-8")
    text = (publish(site, tmp_path / "published") / ADDRESS / "index.html").read_text("utf-8")
    assert "<b>" not in text
    assert "\\u003c/script" in text


def test_without_scripts_there_is_no_page(catalogue: Catalogue, tmp_path: Path) -> None:
    """Where set-up made no editor, the site has none, rather than a page that does not work."""
    nothing = Settings("", None, tmp_path, ROOT / "overrides/assets/ocop/art")
    assert [*editor_files(Edition.of(catalogue, DAY), nothing)] == []


def test_the_script_is_of_reasonable_size(published: Path) -> None:
    """What is there before anybody edits is small; the editor itself is fetched once, and its name changes with it."""
    folder = published / "assets/ocop/editor"
    (start,) = folder.glob("start.????????.js")
    (editor,) = folder.glob("editor.????????.js")
    assert start.stat().st_size < 2_000
    assert editor.stat().st_size < 2_600_000


def test_icons_are_those_of_the_editor(published: Path) -> None:
    """Of thousands of symbols only those are sent that the editor can show."""
    (font,) = (published / "assets/ocop/editor/assets").iterdir()
    assert 10_000 < font.stat().st_size < 150_000


def test_no_other_language_and_no_foreign_font_is_bundled(published: Path) -> None:
    """Vietnamese is in the script, and English as what it falls back to; fonts come from nowhere else."""
    (editor,) = (published / "assets/ocop/editor").glob("editor.????????.js")
    text = editor.read_text("utf-8")
    assert "Làm việc với kho mã nguồn cục bộ" in text
    assert "jsdelivr" not in text
    assert "`en-US,vi`" in text or '"en-US,vi"' in text
