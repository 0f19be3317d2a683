"""What Git knows of the catalogue: an earlier state of the files, and the lines that were touched since.

Git is only asked, never told: no branch, commit or file changes, and no hook, watcher or outside program that
somebody's settings name for showing differences is started. The working folder as it is counts as the new state,
whether committed or not.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

FOLDERS: Final = ("catalogue", "products")
MAIN_BRANCHES: Final = ("origin/main", "main", "origin/master", "master")
"""What a change is compared with when nobody says: the first of these that exists."""
_SETTINGS: Final = (
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
    "core.quotePath=false",
    "color.ui=false",
)
_DIFF: Final = (
    "diff",
    "--no-ext-diff",
    "--no-textconv",
    "--no-color",
    "--no-renames",
    "--ignore-submodules=all",
)
_HUNK: Final = re.compile(rb"@@ -\S+ \+(\d+)(?:,\d+)? @@")
_NO_LINE: Final = re.compile(rb"\s*(#.*)?\r?")
_LINK: Final = b"120000"
_FILES: Final = (b"100644", b"100755", _LINK)
_SHORT: Final = 10


class RevisionError(Exception):
    """Git cannot tell; ``code`` says why (see `i18n.changes`), ``values`` fill its words."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


@dataclass(frozen=True, slots=True)
class Start:
    """The state that a change set out from: ``name`` as somebody calls the revision, and the commit it means."""

    name: str
    commit: str

    @property
    def short(self) -> str:
        """The commit as people write it."""
        return self.commit[:_SHORT]


@dataclass(frozen=True, slots=True)
class Touched:
    """The files that a change touched, relative to the root; a file under a new name is a new file.

    ``lines`` are those that were written in files that are judged line by line, without blank lines and comments.
    """

    new: frozenset[str] = frozenset()
    changed: frozenset[str] = frozenset()
    deleted: frozenset[str] = frozenset()
    lines: Mapping[str, frozenset[int]] = field(default_factory=dict)

    @property
    def paths(self) -> frozenset[str]:
        """Every file that is not as it was."""
        return self.new | self.changed | self.deleted


@dataclass(frozen=True, slots=True)
class _Blob:
    """One file of an earlier state."""

    path: str
    name: bytes
    is_link: bool


class Git:
    """The repository around a catalogue; ``root`` may be a folder inside it."""

    def __init__(self, root: Path, environ: Mapping[str, str]) -> None:
        """Look for the repository; raises RevisionError where there is none, or no Git."""
        self._root = root
        # A hook's own variables would send us to another repository or index than the one around the folder.
        kept = {
            name: value
            for name, value in environ.items()
            if not name.startswith("GIT_") or name.startswith(("GIT_CONFIG", "GIT_CEILING"))
        }
        self._environ = kept | {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
        inside = self._run("rev-parse", "--is-inside-work-tree")
        if inside.returncode:
            raise _refusal(inside)
        if inside.stdout.strip() != b"true":
            raise RevisionError("no_repository")

    def start(self, revision: str | None = None) -> Start:
        """Give where the change branched off a revision, so that it does not matter how far that has moved on.

        Without a revision that is the main branch; raises RevisionError.
        """
        name = revision if revision is not None else self._main_branch()
        commit = self._commit(name)
        if commit is None:
            raise RevisionError("unknown_revision" + self._if_shallow(), value=name)
        found = self._run("merge-base", commit, "HEAD")
        if found.returncode:
            raise RevisionError("no_common_start" + self._if_shallow(), value=name)
        return Start(name, found.stdout.split()[0].decode("ascii"))

    def touched(self, start: Start, by_line: Iterable[str] = ()) -> Touched:
        """Tell what was touched in the catalogue's folders since; of the files ``by_line`` also which lines."""
        listed = self._ask(*_DIFF, "--name-status", "-z", "--relative", start.commit, "--", *FOLDERS)
        words = [os.fsdecode(word) for word in listed.split(b"\0")[:-1]]
        status = dict(zip(words[1::2], words[::2], strict=True))
        others = self._ask("ls-files", "--others", "-z", "--", *FOLDERS)
        untracked = {os.fsdecode(path) for path in others.split(b"\0")[:-1]}
        changed = frozenset(path for path, letter in status.items() if letter not in "AD")
        return Touched(
            new=frozenset({path for path, letter in status.items() if letter == "A"} | untracked),
            changed=changed,
            deleted=frozenset(path for path, letter in status.items() if letter == "D") - untracked,
            lines={path: self._lines(start, path) for path in sorted(changed.intersection(by_line))},
        )

    def elsewhere(self, start: Start) -> tuple[str, ...]:
        """Give the files of the repository outside the catalogue's folders that are not as they were, in order."""
        top = Path(os.fsdecode(self._ask("rev-parse", "--show-toplevel").removesuffix(b"\n")))
        prefix = os.fsdecode(self._ask("rev-parse", "--show-prefix").removesuffix(b"\n"))
        listed = self._ask(*_DIFF, "--name-only", "-z", "--no-relative", start.commit)
        others = self._ask("ls-files", "--others", "--exclude-standard", "-z", folder=top)
        paths = {os.fsdecode(path) for output in (listed, others) for path in output.split(b"\0")[:-1]}
        inside = tuple(f"{prefix}{folder}/" for folder in FOLDERS)
        return tuple(sorted(path for path in paths if not path.startswith(inside)))

    def restore(self, start: Start, touched: Touched, into: Path) -> None:
        """Lay the catalogue's folders as they were at the start into an empty folder.

        What is as it was is not copied where the disk allows a second name for it: a catalogue is mostly photos.
        """
        lacking = []
        for blob in self._blobs(start):
            target = into / blob.path
            target.parent.mkdir(parents=True, exist_ok=True)
            same = blob.path not in touched.paths and not blob.is_link
            if not (same and same_file(self._root / blob.path, target)):
                lacking.append(blob)
        self._write(lacking, into)

    # ------------------------------------------------------------------------------------ how Git is asked

    def _main_branch(self) -> str:
        for name in MAIN_BRANCHES:
            if self._commit(name) is not None:
                return name
        raise RevisionError("no_main_branch" + self._if_shallow(), value=MAIN_BRANCHES[0])

    def _commit(self, name: str) -> str | None:
        # What begins with a dash would be taken for an option.
        if not name or name.startswith("-") or "\0" in name:
            return None
        found = self._run("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
        return None if found.returncode else found.stdout.strip().decode("ascii")

    def _if_shallow(self) -> str:
        shallow = self._run("rev-parse", "--is-shallow-repository").stdout.strip() == b"true"
        return "_shallow" if shallow else ""

    def _lines(self, start: Start, path: str) -> frozenset[int]:
        patch = self._ask(
            *_DIFF, "--text", "-U0", "--inter-hunk-context=0", "--relative", start.commit, "--", path
        )
        return frozenset(_written_lines(patch))

    def _blobs(self, start: Start) -> Iterator[_Blob]:
        listed = self._ask("ls-tree", "-r", "-z", start.commit, "--", *FOLDERS)
        for entry in listed.split(b"\0")[:-1]:
            about, _, path = entry.partition(b"\t")
            mode, _, name = about.split()[:3]
            if mode in _FILES and b".." not in path.split(b"/"):
                yield _Blob(os.fsdecode(path), name, mode == _LINK)

    def _write(self, blobs: Iterable[_Blob], into: Path) -> None:
        with self._open("cat-file", "--batch") as process:
            assert process.stdin is not None
            assert process.stdout is not None
            for blob in blobs:
                process.stdin.write(blob.name + b"\n")
                process.stdin.flush()
                head = process.stdout.readline().split()
                if len(head) != 3:
                    raise RevisionError("git_failed", reason=f"{blob.path}: {b' '.join(head).decode()}")
                content = process.stdout.read(int(head[2]) + 1)[:-1]
                if blob.is_link:
                    (into / blob.path).symlink_to(os.fsdecode(content))
                else:
                    (into / blob.path).write_bytes(content)
            process.stdin.close()

    def _ask(self, *arguments: str, folder: Path | None = None) -> bytes:
        done = self._run(*arguments, folder=folder)
        if done.returncode:
            raise _refusal(done)
        return done.stdout

    def _run(self, *arguments: str, folder: Path | None = None) -> subprocess.CompletedProcess[bytes]:
        try:
            return subprocess.run(  # noqa: S603 – our own arguments; a revision is looked up before it is used
                self._command(arguments, folder),
                env=self._environ,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                check=False,
            )
        except OSError:
            raise RevisionError("no_git") from None

    def _open(self, *arguments: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(  # noqa: S603 – as above
            self._command(arguments),
            env=self._environ,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def _command(self, arguments: tuple[str, ...], folder: Path | None = None) -> list[str]:
        settings = [word for setting in _SETTINGS for word in ("-c", setting)]
        return ["git", "-C", str(folder or self._root), *settings, "--literal-pathspecs", *arguments]


def same_file(source: Path | str, target: Path | str) -> bool:
    """Give a file a second name, or copy it where the disk does not do that; False where it is no more there."""
    try:
        os.link(source, target, follow_symlinks=False)
    except (OSError, NotImplementedError):
        try:
            shutil.copyfile(source, target, follow_symlinks=False)
        except OSError:
            return False
    return True


def _written_lines(patch: bytes) -> Iterator[int]:
    """Give the numbers of the lines that a patch without context adds; blank ones and comments belong to no entry."""
    number = 0
    for line in patch.split(b"\n"):
        if hunk := _HUNK.match(line):
            number = int(hunk[1])
        elif number and line.startswith(b"+"):
            if not _NO_LINE.fullmatch(line[1:]):
                yield number
            number += 1


def _refusal(done: subprocess.CompletedProcess[bytes]) -> RevisionError:
    said = done.stderr.decode("utf-8", "replace").strip()
    if "not a git repository" in said:
        return RevisionError("no_repository")
    if "dubious ownership" in said:
        return RevisionError("foreign_repository")
    return RevisionError("git_failed", reason=said.partition("\n")[0].removeprefix("fatal: "))
