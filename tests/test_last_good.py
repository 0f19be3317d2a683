"""The last good site stays: a build takes its place at one stroke or not at all."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import last_good
from last_good import MARKER, Aside, CannotPublishError

HOOKS = Path(last_good.__file__).parent
PAGES = 30

# Builds for ever, each time a site whose every page says the same.
BUILDER = f"""
import os, sys
from itertools import count
from pathlib import Path
from last_good import Aside
for number in count():
    aside = Aside.begin(Path(sys.argv[1]))
    for page in range({PAGES}):
        (aside.folder / f"{{page}}.html").write_text(f"{{os.getpid()}} {{number}}")
    aside.publish()
    if str(number) == sys.argv[2]:
        break
"""


def start_builder(site: Path, last: str = "never") -> "subprocess.Popen[bytes]":
    """Start a process that builds again and again."""
    return subprocess.Popen(
        [sys.executable, "-c", BUILDER, site, last], env={**os.environ, "PYTHONPATH": str(HOOKS)}
    )


def publish(site: Path, text: str) -> Path | None:
    """Publish a site of one page."""
    aside = Aside.begin(site)
    (aside.folder / "index.html").write_text(text)
    return aside.publish()


def shown(site: Path) -> dict[str, str]:
    """Give what a visitor finds."""
    return {path.name: path.read_text() for path in site.iterdir() if path.name != MARKER}


def beside(site: Path) -> list[str]:
    """Give what lies beside the site."""
    return sorted(path.name for path in site.parent.iterdir() if path != site)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Give the place of a site; there is none yet."""
    return tmp_path / "site"


def test_the_first_build_makes_the_site(site: Path) -> None:
    """Where there was none, the site appears with its first build."""
    assert publish(site, "one") is None
    assert shown(site) == {"index.html": "one"}
    assert beside(site) == []


def test_a_build_replaces_the_site_and_leaves_nothing_behind(site: Path) -> None:
    """Pages that are no more are gone, and so is every folder that the build used."""
    publish(site, "one")
    (site / "gone.html").write_text("one")
    publish(site, "two")
    assert shown(site) == {"index.html": "two"}
    assert beside(site) == []


def test_a_dropped_build_changes_nothing(site: Path) -> None:
    """A failed build leaves the last site as it was."""
    publish(site, "one")
    aside = Aside.begin(site)
    (aside.folder / "index.html").write_text("two")
    aside.drop()
    assert shown(site) == {"index.html": "one"}
    assert beside(site) == []


def test_what_a_dead_build_left_is_removed_and_a_living_one_is_left_alone(site: Path) -> None:
    """The next build clears up after a killed one, and knows it from one that is at work."""
    living = Aside.begin(site)
    dead = Aside.begin(site)
    dead._release()
    following = Aside.begin(site)
    assert beside(site) == sorted([living.folder.name, following.folder.name])


def test_killed_at_any_moment_a_build_leaves_a_whole_site(site: Path) -> None:
    """Whenever the process dies, every page of the site is of one build, and the next build goes on from there."""
    publish(site, "first")
    chance = random.Random(20261124)  # noqa: S311 - the same moments in every run
    for _ in range(15):
        builder = start_builder(site)
        time.sleep(0.08 + chance.random() / 8)
        builder.send_signal(signal.SIGKILL)
        builder.wait()
        assert len(set(shown(site).values())) == 1
        assert len(shown(site)) in {1, PAGES}
    publish(site, "last")
    assert shown(site) == {"index.html": "last"}
    assert beside(site) == []


def test_two_builds_at_once_do_not_meet(site: Path) -> None:
    """Both end well, the site is wholly of one of them, and nothing is left behind."""
    builders = [start_builder(site, last="20") for _ in range(2)]
    assert [builder.wait() for builder in builders] == [0, 0]
    assert len(shown(site)) == PAGES
    assert len(set(shown(site).values())) == 1
    assert beside(site) == []


def test_without_exchange_two_renames_do(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that cannot exchange folders publishes all the same."""
    monkeypatch.setattr(last_good, "_exchanged", lambda *_: False)
    publish(site, "one")
    publish(site, "two")
    assert shown(site) == {"index.html": "two"}
    assert beside(site) == []


def test_a_kill_between_two_renames_is_mended(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The former site comes back with the next build's first step."""
    publish(site, "one")
    aside = Aside.begin(site)
    monkeypatch.setattr(last_good, "_exchanged", lambda *_: False)
    rename, renames = Path.rename, []

    def killed_at_the_second(path: Path, target: Path) -> Path:
        renames.append(path)
        if len(renames) == 2:
            raise KeyboardInterrupt
        return rename(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", killed_at_the_second)
        with pytest.raises(KeyboardInterrupt):
            aside.publish()
    aside._release()  # as the system does for a process that is dead
    assert not site.exists()
    Aside.begin(site).drop()
    assert shown(site) == {"index.html": "one"}
    assert beside(site) == []


def test_what_no_build_made_is_never_deleted(site: Path) -> None:
    """A folder of other things is kept beside the site, and told of."""
    site.mkdir()
    (site / "thesis.txt").write_text("years of work")
    kept = publish(site, "one")
    assert kept is not None
    assert shown(kept) == {"thesis.txt": "years of work"}
    assert shown(site) == {"index.html": "one"}
    publish(site, "two")
    assert shown(kept) == {"thesis.txt": "years of work"}


def test_what_is_hidden_in_the_site_stays_in_it(site: Path) -> None:
    """A working tree's `.git` and a server's `.well-known` outlive a build, as with MkDocs alone."""
    publish(site, "one")
    (site / ".git").write_text("gitdir: elsewhere")
    publish(site, "two")
    assert shown(site) == {"index.html": "two", ".git": "gitdir: elsewhere"}


def test_a_link_to_a_folder_stays_a_link(site: Path, tmp_path: Path) -> None:
    """Where `site` leads to a web server's folder, it is that folder which is replaced."""
    real = tmp_path / "www" / "ocop"
    real.mkdir(parents=True)
    site.symlink_to(real)
    publish(site, "one")
    assert site.is_symlink()
    assert shown(real) == {"index.html": "one"}


def test_who_may_enter_the_site_does_not_change(site: Path) -> None:
    """A web server that reaches the folder by its group still does."""
    publish(site, "one")
    site.chmod(0o2750)
    publish(site, "two")
    assert site.stat().st_mode & 0o7777 == 0o2750


def test_a_place_that_cannot_be_replaced_is_refused(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file, or the root of a mounted volume, is named with what to do, before anything is built."""
    site.write_text("a file")
    with pytest.raises(CannotPublishError, match="is a file"):
        Aside.begin(site)
    monkeypatch.setattr(os.path, "ismount", lambda _: True)
    with pytest.raises(CannotPublishError, match="name a folder inside"):
        Aside.begin(site)
