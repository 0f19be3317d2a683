"""``ocop check --since``: what a change touched or caused is an error, what was wrong before it is a warning."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import Check, picture
from ocop.findings import Finding, Position, Severity
from ocop.review.since import judged
from ocop.revisions import Touched
from repositories import Repository, environment

MINE = "products/huyen-thu/muoi-tinh-thu.yml"
OTHER = "products/thi-xa-mau/mam-tom-thu.yml"
SOURCES, KINDS, PROMOTIONS = (f"catalogue/{name}.yml" for name in ("sources", "kinds", "promotions"))


@pytest.fixture
def repository(site: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """Give the made-up catalogue as a repository in which nothing is wrong."""
    for name, value in environment().items():
        monkeypatch.setenv(name, value)
    made = Repository(site)
    made.commit("nền")
    return made


def errors(output: str) -> list[str]:
    """Give file and field of each error of a report in English."""
    found = re.findall(r"^(.+?):\d+:\d+: error: (?:`(.*?)`: )?", output, re.MULTILINE)
    return [f"{path} {field}".rstrip() for path, field in found]


def since(repository: Repository, check: Check, revision: str = "main") -> list[str]:
    """Check since a revision, and give the errors; the exit code must agree with them."""
    result = check(repository.root, "--since", revision, "--lang", "en")
    found = errors(result.stdout)
    assert result.exit_code == int(bool(found)), result.output
    return found


def test_somebody_elses_fault_is_a_warning(repository: Repository, check: Check) -> None:
    """A fault in a file that was not touched is shown as a warning, counted, and stops nobody."""
    repository.change(OTHER, "kind: tom", "kind: ca")
    repository.commit("lỗi của người khác")
    repository.change(MINE, "Gói muối tinh", "Gói muối")
    assert check(repository.root).exit_code == 1
    result = check(repository.root, "--since", "main")
    assert result.exit_code == 0
    assert f'{OTHER}:2:7: cảnh báo: `kind`: không có loại hàng "ca"' in result.stdout
    assert "1 lỗi có sẵn từ trước (main) chỉ là cảnh báo" in result.stderr
    assert result.stderr.startswith("0 lỗi, ")
    english = check(repository.root, "--since", "main", "--lang", "en")
    assert "1 of the warnings are faults from before (main)" in english.stderr


def test_without_old_faults_nothing_is_said_of_them(repository: Repository, check: Check) -> None:
    """Where nothing was lowered the summary is the usual one, and so are the findings."""
    usual, result = check(repository.root), check(repository.root, "--since", "main")
    assert (result.stdout, result.stderr, result.exit_code) == (usual.stdout, usual.stderr, 0)


def test_a_fault_in_a_touched_record_is_an_error(repository: Repository, check: Check) -> None:
    """Who touches a record mends it, also where the fault was there before and stands on another line."""
    repository.change(MINE, "kind: muoi", "kind: muoii")
    repository.commit()
    assert since(repository, check) == []
    repository.change(MINE, "Gói muối tinh", "Gói muối")
    assert since(repository, check) == [f"{MINE} kind"]


@pytest.mark.parametrize("committed", [True, False])
def test_a_new_record_is_the_contributors(repository: Repository, check: Check, *, committed: bool) -> None:
    """A new file counts, committed or not yet known to Git, whatever its name."""
    repository.git("switch", "--quiet", "--create", "viec")
    repository.write("products/huyen-thu/muoi-moi.yml", "name: A\nkind: ca\nsources: [bao-thu]\n")
    if committed:
        repository.commit()
    assert since(repository, check) == ["products/huyen-thu/muoi-moi.yml kind"]


def test_a_badly_named_record_is_the_contributors(repository: Repository, check: Check) -> None:
    """What is wrong with the name of a new file or folder is told of the file as a whole."""
    repository.write("products/huyen-thu/Muối mới.yml", "name: A\nkind: muoi\nsources: [bao-thu]\n")
    (repository.root / "catalogue/producers/ban ghi.yml").mkdir()
    repository.write("catalogue/producers/ban ghi.yml/x", "x")
    result = check(repository.root, "--since", "main")
    lines = [line for line in result.stdout.splitlines() if ": lỗi: " in line]
    assert [line.partition(":")[0] for line in lines] == [
        "catalogue/producers/ban ghi.yml",
        "products/huyen-thu/Muối mới.yml",
    ]


def test_a_renamed_record_is_the_contributors(repository: Repository, check: Check) -> None:
    """A record under a new name is a new record: its old faults go with it."""
    repository.change(OTHER, "kind: tom", "kind: ca")
    repository.commit()
    new = OTHER.replace("mam-tom-thu.yml", "mam-moi.yml")
    repository.git("mv", OTHER, new)
    assert since(repository, check) == [f"{new} kind"]


def test_a_fault_caused_elsewhere_is_an_error(repository: Repository, check: Check) -> None:
    """Whoever takes a producer's id away breaks the records of others, and is told of each of them."""
    repository.git("mv", "catalogue/producers/htx-muoi-thu.yml", "catalogue/producers/htx-khac.yml")
    found = since(repository, check)
    assert f"{MINE} producer" in found
    assert all(line.endswith((" producer", " operator", " withdrawn.replaced_by")) for line in found)


def test_a_fault_caused_where_another_was_is_an_error(repository: Repository, check: Check) -> None:
    """An old fault of an untouched file does not hide a new one of another sort, nor of the same sort elsewhere in it."""
    repository.write(
        "catalogue/sales-points/cho.yml",
        "name: Chợ\nsells: [muoi-tinh-thu, khong-co, tep-rang-thu]\nsources: [bao-thu]\n",
    )
    repository.commit()
    assert since(repository, check) == []
    (repository.root / "products/thi-xa-mau/tep-rang-thu.yml").unlink()
    assert [line for line in since(repository, check) if "cho.yml" in line] == [
        "catalogue/sales-points/cho.yml sells[2]"
    ]


def test_a_deleted_kind_is_the_contributors(repository: Repository, check: Check) -> None:
    """Whoever removes a kind from the shared file answers for the products of that kind."""
    repository.change(
        KINDS, "  - {id: diem-den, group: du-lich, name: Điểm đến (thử), en: Places to visit (test)}\n", ""
    )
    assert since(repository, check) == ["products/huyen-thu/khu-muoi-thu.yml kind"]


def test_entries_of_a_shared_file_are_judged_one_by_one(repository: Repository, check: Check) -> None:
    """Somebody who adds a source does not answer for another source's fault, but for all of their own."""
    repository.change(SOURCES, "https://example.org/trang,", "http://example.org/trang,")
    repository.commit()
    text = (repository.root / SOURCES).read_text("utf-8")
    # Above the old fault, whose line it moves, and right below it, after a blank line and a comment.
    repository.write(SOURCES, text.replace("bao-thu:", "bao-dau: {url: https://example.org/dau}\nbao-thu:"))
    assert since(repository, check) == []
    text = (repository.root / SOURCES).read_text("utf-8")
    repository.write(SOURCES, text + "\n# của tôi\nbao-cuoi: {url: http://example.org/cuoi}\n")
    assert since(repository, check) == [f"{SOURCES} bao-cuoi.url"]


def test_a_touched_entry_is_judged_whole(repository: Repository, check: Check) -> None:
    """Who changes one line of an entry answers for its other lines, not for its neighbours'."""
    repository.write(
        KINDS,
        "groups: [{id: thuc-pham, name: Thực phẩm}, {id: du-lich, name: Du lịch}]\nkinds:\n"
        "  - id: tom\n    group: khong-a\n    name: Tôm\n"
        "  - id: muoi\n    group: khong-b\n    name: Muối\n"
        "  - {id: diem-den, group: du-lich, name: Điểm đến}\n",
    )
    repository.commit()
    repository.change(KINDS, "name: Muối", "name: Muối ăn")
    assert since(repository, check) == [f"{KINDS} kinds[1].group"]


def test_entries_that_moved_are_still_old(repository: Repository, check: Check) -> None:
    """A campaign put before a faulty one shifts its number; the fault stays somebody else's."""
    repository.change(PROMOTIONS, "kinds: [muoi]", "kinds: [muoii]")
    repository.commit()
    text = (repository.root / PROMOTIONS).read_text("utf-8")
    repository.write(PROMOTIONS, "- {id: moi, title: Mới, kinds: [tom]}\n" + text)
    assert since(repository, check) == []
    repository.change(PROMOTIONS, "title: Mới, kinds: [tom]", "title: Mới, kinds: [muoii]")
    assert since(repository, check) == [f"{PROMOTIONS} [0].kinds[0]"]


def test_a_file_that_no_more_reads_is_the_contributors(repository: Repository, check: Check) -> None:
    """Where a shared file stops making sense on an untouched line, the change that broke it is to blame."""
    repository.change(SOURCES, "title: Bài báo bịa ra", 'title: "Bài báo bịa ra')
    assert since(repository, check) == [SOURCES]


def test_a_record_answers_for_its_photos(repository: Repository, check: Check) -> None:
    """A photo belongs to its record: replaced by a bad one it is the contributor's, an old bad one is not."""
    photo = OTHER.replace(".yml", ".jpg")
    repository.write(photo, b"khong phai anh")
    repository.commit()
    assert since(repository, check) == []
    repository.write(photo, b"van khong phai anh")
    assert since(repository, check) == [f"{OTHER} photos[0].file"]
    repository.write(photo, picture())
    assert since(repository, check) == []
    (repository.root / photo).unlink()
    assert since(repository, check) == [f"{OTHER} photos[0].file"]


def test_main_may_move_on(repository: Repository, check: Check) -> None:
    """What became wrong or right on main since does not matter: compared is with where the work began."""
    repository.git("switch", "--quiet", "--create", "viec")
    repository.change(MINE, "kind: muoi", "kind: muoii")
    repository.commit()
    repository.git("switch", "--quiet", "main")
    repository.change(MINE, "kind: muoi", "kind: muoii")
    repository.commit("như vậy ở main")
    repository.git("switch", "--quiet", "viec")
    assert since(repository, check) == [f"{MINE} kind"]


def test_a_catalogue_inside_a_repository(site: Path, tmp_path: Path, check: Check) -> None:
    """The catalogue may lie in a folder of the repository."""
    top = tmp_path / "kho"
    top.mkdir()
    site.rename(top / "danh mục")
    made = Repository(top, inside="danh mục")
    made.change(OTHER, "kind: tom", "kind: ca")
    made.commit()
    made.write("products/huyen-thu/moi.yml", "name: A\nkind: ca\nsources: [bao-thu]\n")
    assert since(made, check, "HEAD") == ["products/huyen-thu/moi.yml kind"]


@pytest.mark.parametrize("style", ["json", "github", "sarif"])
def test_every_format_follows(repository: Repository, check: Check, style: str) -> None:
    """Programs read the lowered level as people do."""
    repository.change(OTHER, "kind: tom", "kind: ca")
    repository.commit()
    usual = check(repository.root, "--format", style)
    lowered = check(repository.root, "--since", "main", "--format", style)
    assert (usual.exit_code, lowered.exit_code) == (1, 0)
    counts = {
        "json": lambda text: [each["severity"] for each in json.loads(text)].count("error"),
        "github": lambda text: text.count("::error "),
        "sarif": lambda text: [each["level"] for each in json.loads(text)["runs"][0]["results"]].count(
            "error"
        ),
    }
    assert [counts[style](each.stdout) for each in (usual, lowered)] == [1, 0]


def test_files_limit_what_is_shown(repository: Repository, check: Check) -> None:
    """Named files limit the report and its counts as they do without ``--since``."""
    repository.change(OTHER, "kind: tom", "kind: ca")
    repository.commit()
    result = check(repository.root, "--since", "main", str(repository.root / MINE))
    assert (result.exit_code, "có sẵn" in result.stderr) == (0, False)


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("revision", ["khong-co", "-x", ""])
def test_an_unknown_revision_is_wrong_use(
    repository: Repository, check: Check, revision: str, lang: str
) -> None:
    """What names no revision is told in both languages, with exit code 2."""
    result = check(repository.root, f"--since={revision}", "--lang", lang)
    assert result.exit_code == 2
    assert "không có phiên bản" in result.stderr
    assert "no revision" in result.stderr


def test_a_folder_without_git_is_wrong_use(site: Path, check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    """Outside a repository nobody knows what changed, and the check says so before it does anything."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(site.parent))
    monkeypatch.setenv("GIT_CONFIG_COUNT", "0")
    result = check(site, "--since", "main")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Git" in result.stderr


# ------------------------------------------------------------------------------------- the judgement itself

PATHS = ("products/a/x.yml", "products/a/y.yml", "catalogue/producers/z.yml")
FINDINGS = st.lists(
    st.builds(
        Finding,
        st.builds(Position, st.sampled_from(PATHS), st.integers(1, 3)),
        st.sampled_from(["no_kind", "no_producer"]),
        st.sampled_from(["kind", "producer"]),
        st.sampled_from(Severity),
        st.just({}),
    ),
    max_size=8,
)


@given(findings=FINDINGS, before=FINDINGS, changed=st.frozensets(st.sampled_from(PATHS)))
def test_only_severity_ever_changes(
    findings: list[Finding], before: list[Finding], changed: frozenset[str]
) -> None:
    """Nothing is hidden or raised; what was touched keeps its level; no more is lowered than was wrong before."""
    after = judged(findings, Touched(changed=changed), {}, lambda _path: (), lambda: before)
    assert [(each.position, each.code, each.field) for each in after] == [
        (each.position, each.code, each.field) for each in findings
    ]
    lowered = [old for old, new in zip(findings, after, strict=True) if old.severity != new.severity]
    assert all(each.is_error and each.position.path not in changed for each in lowered)
    assert len(lowered) <= sum(each.is_error for each in before)


def test_the_state_before_is_read_only_for_need() -> None:
    """Reading it costs as much as the check: without an error elsewhere nobody does."""

    def never() -> list[Finding]:
        raise AssertionError

    mine = Finding(Position(PATHS[0]), "no_kind", "kind")
    warning = Finding(Position(PATHS[1]), "no_kind", "kind", Severity.WARNING)
    own = Finding(Position(PATHS[2]), "bad_id", "district")
    found = judged(
        [mine, warning, own], Touched(new=frozenset({PATHS[0]})), {}, {PATHS[2]: [own]}.__getitem__, never
    )
    assert [each.severity for each in found] == [Severity.ERROR, Severity.WARNING, Severity.WARNING]


def test_a_records_own_old_fault_is_known_without_the_state_before(
    repository: Repository, check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is wrong with an untouched file by itself was wrong before: nothing else has to be read for that."""
    monkeypatch.setattr("ocop.revisions.Git.restore", None)
    for number, written in enumerate(["name: [", "name: A\nkin: muoi\nsources: [bao-thu]\n", "", "- a\n"]):
        repository.write(f"products/huyen-thu/loi-{number}.yml", written)
    repository.write("catalogue/producers/loi.yml", "name: A\ntype: htx\nsources: [bao-thu]\n")
    repository.commit()
    (repository.root / "products/huyen-thu/loi-3.yml").unlink()
    assert len(errors(check(repository.root, "--lang", "en").stdout)) == 4
    assert since(repository, check) == []
