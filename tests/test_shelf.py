"""What is kept from one build to the next: by content alone, trusted no further than its hash, and never in the way."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mischief as m
from conftest import DAY
from ocop import build
from ocop.photos import PictureFacts, Shelf, facts_key, inspect, inspecting, photo_key, publishing
from ocop.site.model import Batch
from ocop.site.writing import WritingError, by_turns, write_batches

PIECES = (b"first", b"", b"\0" * 70_000)


def batch(name: str, make: Callable[[], tuple[bytes, ...]], paths: int = 1) -> Batch:
    """Plan some files of a photo."""
    files = tuple(f"anh/{name}.{number}.jpg" for number in range(paths))
    return Batch(f"products/{name}.jpg", files, f"key-{name}", make)


def never() -> tuple[bytes, ...]:
    """Fail: nothing is to be made anew."""
    raise AssertionError("made again")


@given(st.lists(st.binary(max_size=300)).map(tuple))
def test_what_is_put_on_the_shelf_is_found_there(
    tmp_path_factory: pytest.TempPathFactory, pieces: tuple[bytes, ...]
) -> None:
    """Any pieces, none of them and empty ones too, come back as they were."""
    shelf = Shelf(tmp_path_factory.mktemp("shelf"))
    assert shelf.get("key") is None
    shelf.put("key", pieces)
    assert shelf.get("key") == pieces


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "a bit": lambda kept: kept[:90] + bytes([kept[90] ^ 1]) + kept[91:],
    "a bit of the hash": lambda kept: bytes([kept[0] ^ 1]) + kept[1:],
    "its end": lambda kept: kept[:-1],
    "more": lambda kept: kept + b"\0",
    "all but the hash": lambda kept: kept[:32],
    "everything": lambda _: b"",
}


@pytest.mark.parametrize("name", DAMAGE)
def test_a_damaged_entry_is_made_anew(tmp_path: Path, name: str) -> None:
    """Whatever has become of a file on the shelf, what is published is right, and so is the shelf afterwards."""
    shelf, target = Shelf(tmp_path / "shelf"), tmp_path / "site"
    work = batch("muoi", lambda: PIECES, paths=3)
    write_batches([work], target, shelf=shelf)
    entry = shelf.folder / work.key
    entry.write_bytes(DAMAGE[name](entry.read_bytes()))
    assert shelf.get(work.key) is None
    write_batches([work], target, shelf=shelf)
    assert tuple((target / path).read_bytes() for path in work.paths) == PIECES
    write_batches([replace(work, make=never)], target, shelf=shelf)


def test_an_entry_under_another_key_is_not_believed(tmp_path: Path) -> None:
    """A file that was renamed, however whole it is, is not what was asked for."""
    shelf = Shelf(tmp_path)
    shelf.put("salt", (b"salt",))
    (tmp_path / "salt").rename(tmp_path / "shrimp")
    assert shelf.get("shrimp") is None


def test_an_entry_of_too_few_files_is_made_anew(tmp_path: Path) -> None:
    """What another version kept under the same key does not leave holes."""
    shelf = Shelf(tmp_path / "shelf")
    shelf.put("key-muoi", (b"one",))
    write_batches([batch("muoi", lambda: (b"1", b"2"), paths=2)], tmp_path / "site", shelf=shelf)
    assert (tmp_path / "site/anh/muoi.1.jpg").read_bytes() == b"2"


@pytest.mark.parametrize("in_the_way", ["a file", "a folder for the entry"])
def test_a_shelf_that_cannot_be_used_is_just_none(tmp_path: Path, in_the_way: str) -> None:
    """No build fails for want of a place to keep things."""
    if in_the_way == "a file":
        (tmp_path / "shelf").touch()
    else:
        (tmp_path / "shelf/key-muoi/x").mkdir(parents=True)
    shelf = Shelf(tmp_path / "shelf")
    write_batches([batch("muoi", lambda: (b"1",))], tmp_path / "site", shelf=shelf)
    shelf.prune(set(), spare=0)
    assert (tmp_path / "site/anh/muoi.0.jpg").read_bytes() == b"1"
    assert not [path for path in tmp_path.rglob(".*") if path.is_file()]


def test_what_nobody_asked_for_leaves_the_shelf_the_oldest_first(tmp_path: Path) -> None:
    """What is used stays, and of the rest, torn files included, the newest up to a number of bytes."""
    shelf = Shelf(tmp_path)
    for number, key in enumerate(("used", "old", "new")):
        shelf.put(key, (b"x" * 1000,))
        os.utime(tmp_path / key, (number, number))
    (tmp_path / ".torn.0123").write_bytes(b"x")
    os.utime(tmp_path / ".torn.0123", (0, 0))
    shelf.prune({"used"}, spare=1500)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["new", "used"]
    shelf.prune({"used"}, spare=0)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["used"]


# Photos -----------------------------------------------------------------------------------------------


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """Give a photo."""
    path = tmp_path / "a.jpg"
    path.write_bytes(m.encoded(m.quarters()))
    return path


def _no_decoding(monkeypatch: pytest.MonkeyPatch) -> None:
    def opened(_: bytes) -> None:
        raise AssertionError("decoded again")

    monkeypatch.setattr(inspecting, "opened", opened)


def test_an_unchanged_photo_is_not_decoded_again(
    photo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither a new time nor a new place makes it another photo; another content does."""
    shelf = Shelf(tmp_path / "shelf")
    facts = inspect(photo, shelf)
    other = tmp_path / "elsewhere.png"
    other.write_bytes(photo.read_bytes())
    os.utime(other, (1, 1))
    changed = tmp_path / "b.jpg"
    changed.write_bytes(photo.read_bytes()[:-2] + b"\0\xff\xd9")
    with monkeypatch.context() as patched:
        _no_decoding(patched)
        assert inspect(other, shelf) == facts
    assert inspect(changed, shelf) != facts


def test_facts_of_a_damaged_entry_are_found_out_again(photo: Path, tmp_path: Path) -> None:
    """What is wrong on the shelf is never told of a photo."""
    shelf = Shelf(tmp_path / "shelf")
    facts = inspect(photo, shelf)
    assert isinstance(facts, PictureFacts)
    entry = shelf.folder / facts_key(facts.digest)
    entry.write_bytes(entry.read_bytes().replace(b"900", b"901"))
    assert inspect(photo, shelf) == facts


def test_a_photo_that_is_too_small_is_told_each_time(tmp_path: Path) -> None:
    """The shelf keeps what a picture is, not whether it is good enough."""
    path, shelf = tmp_path / "a.jpg", Shelf(tmp_path / "shelf")
    path.write_bytes(m.encoded(m.quarters(size=(700, 500))))
    assert inspect(path, shelf) == inspect(path, shelf)
    assert not isinstance(inspect(path, shelf), PictureFacts)


def test_other_settings_or_encoders_are_another_key(monkeypatch: pytest.MonkeyPatch) -> None:
    """A new version of the program does not publish what the old one made."""
    facts = PictureFacts("JPEG", 900, 600, "a" * 64)
    keys = {
        photo_key(facts),
        photo_key(replace(facts, digest="b" * 64)),
        photo_key(replace(facts, width=901)),
    }
    with monkeypatch.context() as patched:
        patched.setitem(publishing._SETTINGS["jpg"], "quality", 70)
        keys.add(photo_key(facts))
    with monkeypatch.context() as patched:
        patched.setattr(publishing, "_versions", lambda: ("13.1",))
        keys.add(photo_key(facts))
    assert len(keys) == 5


def test_a_photo_changed_under_the_build_stops_it(site: Path, tmp_path: Path) -> None:
    """What was checked is what is published, or nothing is."""
    from test_published_photos import PHOTO

    edited = build.check(site, DAY)
    assert edited.edition is not None
    from ocop.site.compose.pictures import batches
    from ocop.site.model import Settings

    settings = Settings("", None, tmp_path, tmp_path)
    (work,) = [each for each in batches(edited.edition, settings) if each.made_of == PHOTO]
    (site / PHOTO).write_bytes(m.gossip())
    with pytest.raises(WritingError, match=rf"^{PHOTO}: ValueError: the picture was changed"):
        write_batches([work], tmp_path / "out")


# Many at once -----------------------------------------------------------------------------------------


def _many(number: int = 40) -> list[Batch]:
    return [
        batch(f"muoi-{each}", lambda each=each: (b"%d" % each, b"x" * each), paths=2)  # type: ignore[misc]
        for each in range(number)
    ]


def _written(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_number_of_processes_changes_no_picture(tmp_path: Path) -> None:
    """One process and three write the same files, each of them once."""
    for processes in (1, 3):
        write_batches(_many(), tmp_path / str(processes), processes, Shelf(tmp_path / f"shelf-{processes}"))
    assert _written(tmp_path / "1") == _written(tmp_path / "3")
    assert len(_written(tmp_path / "3")) == 80
    assert _written(tmp_path / "shelf-1") == _written(tmp_path / "shelf-3")


def test_two_builds_may_use_a_shelf_at_once(tmp_path: Path) -> None:
    """Both publish everything, and what they leave on the shelf is whole."""
    context = multiprocessing.get_context("fork")
    shelf = Shelf(tmp_path / "shelf")
    builds = [
        context.Process(target=write_batches, args=(_many(), tmp_path / name, 2, shelf))
        for name in ("a", "b")
    ]
    for each in builds:
        each.start()
    for each in builds:
        each.join()
    assert [each.exitcode for each in builds] == [0, 0]
    assert _written(tmp_path / "a") == _written(tmp_path / "b")
    assert all(shelf.get(each.key) == each.make() for each in _many())
    assert not list(shelf.folder.glob(".*"))


@pytest.mark.parametrize("processes", [1, 3])
def test_a_picture_that_cannot_be_made_is_named(tmp_path: Path, processes: int) -> None:
    """The message says which and why, from whatever process it comes."""
    work = [*_many(), batch("hong", lambda: (bytes(1 // 0),))]
    with pytest.raises(WritingError, match=r"^products/hong.jpg: ZeroDivisionError: .*test_shelf.py:\d+\)$"):
        write_batches(work, tmp_path, processes)


def test_a_process_that_is_killed_over_a_picture_fails_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A worker that the system ends for want of memory leaves no site with holes."""
    # Whoever has printed does not fork, and other tests may have done so in this process.
    monkeypatch.setattr("ocop.site.writing.has_printed", lambda: False)
    work = [*_many(), batch("lon", lambda: os._exit(9))]
    with pytest.raises(WritingError, match="stopped from outside"):
        write_batches(work, tmp_path, 2)


@pytest.mark.parametrize("processes", [1, 2])
def test_it_is_told_how_many_pictures_are_done(tmp_path: Path, processes: int) -> None:
    """Counts rise, never beyond what there is."""
    told: list[int] = []
    write_batches(_many(), tmp_path, processes, tell=lambda done, of: told.append(done if of == 40 else -1))
    assert told
    assert told == sorted(told)
    assert 0 <= told[0] <= told[-1] <= 40


def test_a_fault_in_another_process_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever goes wrong there is said with its place; it is not taken for a process that was stopped."""
    monkeypatch.setattr("ocop.site.writing.has_printed", lambda: False)
    with pytest.raises(WritingError, match=r"^ZeroDivisionError: .*test_shelf.py:\d+\)$"):
        by_turns(range(-20, 20), lambda number: 1 // number, processes=2)
