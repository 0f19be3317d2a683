"""What Git is asked, in real repositories: what was touched, how it was before, and why it cannot be told."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ocop.i18n.changes import refusal
from ocop.revisions import Git, RevisionError, Touched
from repositories import Repository, environment

SOURCES = "catalogue/sources.yml"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Give a repository with two records and a file that several share."""
    made = Repository(tmp_path / "kho")
    made.write("products/dong-hai/muoi.yml", "name: Muối\n")
    made.write("catalogue/producers/htx.yml", "name: Hợp tác xã\n")
    made.write(SOURCES, "a: {url: https://example.org/a}\nb: {url: https://example.org/b}\n")
    made.write("README.md", "đọc\n")
    made.commit()
    return made


def touched(repository: Repository, revision: str = "main") -> Touched:
    """Ask what was touched, line by line in the file of sources."""
    git = Git(repository.root, environment())
    return git.touched(git.start(revision), [SOURCES])


def restored(repository: Repository, into: Path, revision: str = "main") -> dict[str, bytes]:
    """Give the files of the state before, as they are laid into a folder."""
    git = Git(repository.root, environment())
    start = git.start(revision)
    git.restore(start, git.touched(start), into)
    return files(into)


def files(folder: Path) -> dict[str, bytes]:
    """Give the content of every file under a folder by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".git" not in path.parts
    }


def test_nothing_touched_is_nothing(repository: Repository) -> None:
    """Without a change nothing is touched, not even where a file only got a new time."""
    os.utime(repository.root / SOURCES, (1, 1))
    assert touched(repository) == Touched()


def test_every_way_of_touching_a_file_counts(repository: Repository) -> None:
    """Committed, staged, only in the folder, untracked or even ignored: what differs from before was touched."""
    repository.git("switch", "--quiet", "--create", "viec")
    repository.write("products/dong-hai/da-commit.yml", "name: A\n")
    repository.commit()
    repository.write("products/dong-hai/trong-chi-muc.yml", "name: B\n")
    repository.git("add", "--all")
    repository.write(".gitignore", "bo-qua.yml\n")
    repository.write("products/dong-hai/bo-qua.yml", "name: C\n")
    repository.write("products/dong-hai/chua-theo-doi.yml", "name: D\n")
    repository.write("products/dong-hai/muoi.yml", "name: Muối khác\n")
    (repository.root / "catalogue/producers/htx.yml").unlink()
    found = touched(repository)
    names = ("bo-qua", "chua-theo-doi", "da-commit", "trong-chi-muc")
    assert found.new == {f"products/dong-hai/{name}.yml" for name in names}
    assert found.changed == {"products/dong-hai/muoi.yml"}
    assert found.deleted == {"catalogue/producers/htx.yml"}


def test_main_may_move_on(repository: Repository) -> None:
    """What others did on main since the work branched off is not taken for the contributor's."""
    repository.git("switch", "--quiet", "--create", "viec")
    repository.write("products/dong-hai/moi.yml", "name: Mới\n")
    repository.commit()
    repository.git("switch", "--quiet", "main")
    repository.write("products/dong-hai/cua-nguoi-khac.yml", "name: Khác\n")
    repository.change("products/dong-hai/muoi.yml", "Muối", "Muối đã sửa")
    repository.commit()
    repository.git("switch", "--quiet", "viec")
    assert touched(repository).paths == {"products/dong-hai/moi.yml"}


@pytest.mark.parametrize(
    "name", ["Muối hạt Đông Hải.yml", 'ngoặc"kép.yml', "tab\tvà\nxuống dòng.yml", "-gạch.yml"]
)
def test_any_name_is_read(repository: Repository, tmp_path: Path, name: str) -> None:
    """Vietnamese letters, spaces, quotes and even line breaks in a name come through as they are."""
    path = f"products/dong-hai/{name}"
    repository.write(path, "name: A\n")
    repository.commit()
    repository.write(path, "name: B\n")
    assert touched(repository, "HEAD").changed == {path}
    assert restored(repository, tmp_path / "truoc", "HEAD")[path] == b"name: A\n"


def test_a_renamed_file_is_a_new_file(repository: Repository) -> None:
    """Under another name or in another folder a record is new there and gone here."""
    repository.git("mv", "products/dong-hai/muoi.yml", "products/dong-hai/muoi-hat.yml")
    found = touched(repository)
    assert (found.new, found.deleted) == ({"products/dong-hai/muoi-hat.yml"}, {"products/dong-hai/muoi.yml"})


def test_lines_are_those_that_were_written(repository: Repository) -> None:
    """Of a shared file the lines written are known, committed or not; comments and blank lines belong to no entry."""
    repository.git("switch", "--quiet", "--create", "viec")
    repository.change(SOURCES, "b: {", "# ghi chú\n\nc: {url: https://example.org/c}\nb: {")
    repository.commit()
    repository.change(SOURCES, "/a}", "/a, title: Mới}")
    found = touched(repository)
    assert found.lines == {SOURCES: {1, 4}}


def test_lines_do_not_depend_on_settings(repository: Repository) -> None:
    """Neither context between changes nor a file taken for binary hides or adds lines."""
    repository.write(SOURCES, "".join(f"s{number}: {{url: https://example.org/}}\n" for number in range(9)))
    repository.write(".gitattributes", "*.yml binary\n")
    repository.commit()
    repository.git("config", "diff.interHunkContext", "9")
    repository.git("config", "diff.context", "9")
    repository.git("config", "diff.noprefix", "true")
    repository.change(SOURCES, "s2:", "x2:")
    repository.change(SOURCES, "s6:", "x6:")
    assert touched(repository, "HEAD").lines == {SOURCES: {3, 7}}


def test_a_catalogue_inside_a_repository(tmp_path: Path) -> None:
    """The catalogue may lie in a folder of the repository, whose name may be anything; paths are the catalogue's own."""
    made = Repository(tmp_path / "kho", inside="danh mục/ocop")
    made.write("products/dong-hai/muoi.yml", "name: A\n")
    (made.top / "products").mkdir()
    (made.top / "products/khac.yml").write_text("ngoài danh mục\n")
    made.commit()
    made.write("products/dong-hai/muoi.yml", "name: B\n")
    made.write("products/dong-hai/moi.yml", "name: C\n")
    (made.top / "products/khac.yml").write_text("đã sửa\n")
    made.write("mkdocs.yml", "x\n")
    git = Git(made.root, environment())
    start = git.start("HEAD")
    found = git.touched(start)
    assert (found.changed, found.new) == ({"products/dong-hai/muoi.yml"}, {"products/dong-hai/moi.yml"})
    assert git.elsewhere(start) == ("danh mục/ocop/mkdocs.yml", "products/khac.yml")
    git.restore(start, found, tmp_path / "truoc")
    assert files(tmp_path / "truoc") == {"products/dong-hai/muoi.yml": b"name: A\n"}


def test_the_state_before_is_restored(repository: Repository, tmp_path: Path) -> None:
    """Changed, deleted and unchanged files are there as they were, new ones are not, and links stay links."""
    photo = repository.write("products/dong-hai/muoi.jpg", bytes(range(256)) * 4000)
    (repository.root / "products/dong-hai/lien-ket.yml").symlink_to("/etc/hostname")
    repository.commit()
    before = files(repository.root)
    (repository.root / "products/dong-hai/lien-ket.yml").unlink()
    repository.change("products/dong-hai/muoi.yml", "Muối", "Khác")
    (repository.root / SOURCES).unlink()
    repository.write("products/dong-hai/moi.yml", "name: Mới\n")
    again = restored(repository, tmp_path / "truoc", "HEAD")
    link = tmp_path / "truoc/products/dong-hai/lien-ket.yml"
    assert link.readlink() == Path("/etc/hostname")
    assert {path: content for path, content in again.items() if not path.endswith("lien-ket.yml")} == {
        path: content
        for path, content in before.items()
        if path.startswith(("catalogue", "products")) and not path.endswith("lien-ket.yml")
    }
    # A photo that did not change is not written a second time.
    assert photo.samefile(tmp_path / "truoc/products/dong-hai/muoi.jpg")


CONTENTS = st.dictionaries(
    st.sampled_from(["catalogue/a.yml", "catalogue/x/b.yml", "products/p/c.yml", "products/p/ảnh 1.jpg"]),
    st.sampled_from([b"", b"1\n", b"1\r\n", b"\0\xff", b"dai " * 99]),
)


@settings(max_examples=15)
@given(before=CONTENTS, after=CONTENTS, committed=st.booleans())
def test_whatever_changes_is_known_and_can_be_undone(
    before: dict[str, bytes], after: dict[str, bytes], committed: bool
) -> None:
    """For any two states exactly the files that differ are touched, and the first is restored to the byte."""
    with tempfile.TemporaryDirectory() as folder:
        made = Repository(Path(folder, "kho"))
        made.write("x", "x")
        for path, content in before.items():
            made.write(path, content)
        start = made.commit()
        for path in before:
            (made.root / path).unlink()
        for path, content in after.items():
            made.write(path, content)
        if committed:
            made.commit()
        assert touched(made, start).paths == {
            path for path in {*before, *after} if before.get(path) != after.get(path)
        }
        assert restored(made, Path(folder, "truoc"), start) == before


def test_the_main_branch_is_found(repository: Repository) -> None:
    """Without a name the work is compared with main, and with that of the origin where there is one."""
    git = Git(repository.root, environment())
    assert git.start().name == "main"
    repository.git("update-ref", "refs/remotes/origin/main", "HEAD")
    assert git.start().name == "origin/main"
    assert git.start().commit.startswith(git.start().short)


@pytest.mark.parametrize(
    "revision", ["khong-co", "", "--help", "-x", "main..HEAD", "main\0", ":/khong co", "HEAD~99"]
)
def test_an_unknown_revision_is_told(repository: Repository, revision: str) -> None:
    """What names no commit is refused by its name, and never taken for an option."""
    assert _refused(repository, revision) == "unknown_revision"


def test_a_folder_outside_any_repository_is_told(tmp_path: Path) -> None:
    """Where there is no repository nobody can say what changed."""
    with pytest.raises(RevisionError) as refused:
        Git(tmp_path, environment(GIT_CEILING_DIRECTORIES=str(tmp_path)))
    assert refused.value.code == "no_repository"


def test_a_folder_of_git_itself_is_no_catalogue(repository: Repository) -> None:
    """Inside ``.git`` there are no files to compare."""
    with pytest.raises(RevisionError) as refused:
        Git(repository.top / ".git", environment())
    assert refused.value.code == "no_repository"


def test_a_machine_without_git_is_told(repository: Repository, tmp_path: Path) -> None:
    """Where Git is not installed, that is said."""
    with pytest.raises(RevisionError) as refused:
        Git(repository.root, {"PATH": str(tmp_path)})
    assert refused.value.code == "no_git"


def test_a_clone_without_history_is_told(repository: Repository, tmp_path: Path) -> None:
    """A shallow clone, as build services make, says how to get the rest of the history."""
    repository.commit("thêm")
    clone = tmp_path / "ban-sao"
    repository.git("clone", "--quiet", "--depth=1", f"file://{repository.top}", str(clone))
    assert _refused(Repository(clone), "HEAD~1") == "unknown_revision_shallow"
    assert "fetch-depth: 0" in refusal("unknown_revision_shallow", {"value": "x"})


def test_histories_without_a_common_commit_are_told(repository: Repository) -> None:
    """Two branches that never were one cannot be compared."""
    repository.git("switch", "--quiet", "--orphan", "khac")
    repository.commit()
    assert _refused(repository, "main") == "no_common_start"


def test_a_repository_without_main_is_told(repository: Repository) -> None:
    """Where no main branch is found, somebody has to name what to compare with."""
    repository.git("branch", "--move", "main", "chinh")
    with pytest.raises(RevisionError) as refused:
        Git(repository.root, environment()).start()
    assert refused.value.code == "no_main_branch"


@pytest.mark.parametrize(
    "code",
    ["no_git", "no_repository", "foreign_repository", "unknown_revision", "no_common_start", "no_main_branch",
     "git_failed", "no_common_start_shallow"],
)  # fmt: skip
def test_every_refusal_has_words(code: str) -> None:
    """Whatever Git cannot tell is said in both languages."""
    vi, slash, en = refusal(code, {"value": "x", "reason": "y"}).partition(" / ")
    assert vi
    assert slash
    assert en


def test_nobodys_settings_run_a_program(repository: Repository, tmp_path: Path) -> None:
    """A repository's settings and hooks start nothing when it is only asked."""
    mark = tmp_path / "da-chay"
    trap = repository.top / "bay.sh"
    trap.write_text(f"#!/bin/sh\ntouch '{mark}'\n")
    trap.chmod(0o755)
    hooks = repository.top / ".git/hooks"
    hooks.mkdir(exist_ok=True)
    for name in ("post-index-change", "post-checkout", "reference-transaction"):
        (hooks / name).write_text(trap.read_text())
        (hooks / name).chmod(0o755)
    repository.write(".gitattributes", "*.yml diff=bay\n")
    for name in ("diff.external", "diff.bay.command", "diff.bay.textconv", "core.fsmonitor", "core.pager"):
        repository.git("config", name, str(trap))
    repository.change(SOURCES, "a: {", "x: {")
    mark.unlink(missing_ok=True)
    os.utime(repository.root / "products/dong-hai/muoi.yml", (1, 1))
    assert touched(repository, "HEAD").lines == {SOURCES: {1}}
    assert restored(repository, tmp_path / "truoc", "HEAD")
    assert not mark.exists()


def test_a_hook_that_asks_is_answered(repository: Repository, tmp_path: Path) -> None:
    """Inside a hook Git's own variables point elsewhere; the repository around the folder is asked all the same."""
    repository.change("products/dong-hai/muoi.yml", "Muối", "Khác")
    environ = environment(GIT_DIR=str(tmp_path / "khac"), GIT_INDEX_FILE="khong-co", GIT_WORK_TREE="/")
    git = Git(repository.root, environ)
    assert git.touched(git.start("HEAD")).changed == {"products/dong-hai/muoi.yml"}


def _refused(repository: Repository, revision: str) -> str:
    with pytest.raises(RevisionError) as refused:
        Git(repository.root, environment()).start(revision)
    return refused.value.code
