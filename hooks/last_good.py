"""The last good site stays: a build goes into a folder of its own and takes the site's place when it is whole.

    aside = Aside.begin(site)      # a fresh folder beside the site; what dead builds left behind is cleared away
    ...                            # build into aside.folder
    aside.publish()                # exchange, at one stroke
    aside.drop()                   # or: nothing happened

A build that fails, is interrupted or killed therefore leaves the site as it was. Where the system can exchange two
folders (Linux, macOS), there is no moment at which the site is missing or half new; elsewhere two renames leave such a
moment, and the next build mends what a kill in between has broken. Nothing is forced to disk: what is promised holds
against a killed process; after a power cut one builds again from the records.

Two builds at once do not meet: each has its folder, known for alive by a lock that the system drops with its last
process, and the one that ends last is the site.
"""

from __future__ import annotations

import ctypes
import errno
import os
import secrets
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

if sys.platform != "win32":
    import fcntl

_NEXT, _LAST, _KEPT = "next", "last", "kept"
MARKER: Final = ".made-by-ocop"
"""An empty file in every folder made here, from its first moment: one without it is never deleted."""

_DAY: Final = 24 * 60 * 60
_RENAME_EXCHANGE, _RENAME_SWAP = 2, 2  # Linux, macOS
_AT_FDCWD: Final = -100
_CANNOT_EXCHANGE: Final = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EXDEV, errno.EPERM}


class CannotPublishError(OSError):
    """The site's folder cannot be replaced; the text says why and what to do."""


@dataclass(slots=True)
class Aside:
    """One build's own folder, ``folder``, to become ``site``."""

    site: Path
    folder: Path
    _lock: int | None = field(default=None, repr=False)

    @classmethod
    def begin(cls, site: Path) -> Aside:
        """Make a folder beside the site, on the same file system; raises CannotPublishError."""
        site = Path(os.path.realpath(site))  # the folder itself where `site` is a link to it
        if os.path.ismount(site):
            raise CannotPublishError(
                f"{site} is a mount point, which cannot be replaced: name a folder inside it"
            )
        if site.exists() and not site.is_dir():
            raise CannotPublishError(f"{site} is a file: name a folder")
        site.parent.mkdir(parents=True, exist_ok=True)
        with _alone(site.parent):
            _clear(site)
            folder = _beside(site, f"{_NEXT}-{secrets.token_hex(4)}")
            folder.mkdir()
            (folder / MARKER).touch()
            if site.exists():
                shutil.copymode(site, folder)  # a web server may reach it by its group alone
            return cls(site, folder, _hold(folder))

    def publish(self) -> Path | None:
        """Put the folder in the site's place. Gives where it put a former site that no build had made, else None."""
        with _alone(self.site.parent):
            former = _replace(self.site, self.folder)
            self._release()
            return _dispose(self.site, former) if former else None

    def drop(self) -> None:
        """Forget the build; the site stays as it is."""
        self._release()
        _delete(self.folder)

    def _release(self) -> None:
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None


def _beside(site: Path, name: str) -> Path:
    """Name a folder beside the site that no web server or `ls` shows."""
    return site.with_name(f".{site.name}.{name}")


def _replace(site: Path, folder: Path) -> Path | None:
    """Move ``folder`` to ``site``, and give where the former site is now, None where there was none."""
    if not site.exists():
        folder.rename(site)
        return None
    if _exchanged(folder, site):
        return folder
    former = _beside(site, f"{_LAST}-{secrets.token_hex(4)}")
    site.rename(former)
    folder.rename(site)
    return former


def _dispose(site: Path, former: Path) -> Path | None:
    """Delete a folder that a build made; keep any other, and give where."""
    ours = (former / MARKER).exists()
    for entry in former.iterdir():
        # As MkDocs does: what is hidden (a working tree's `.git`, a server's `.well-known`) is not the build's.
        if entry.name.startswith(".") and entry.name != MARKER and not (site / entry.name).exists():
            entry.rename(site / entry.name)
    if ours or not any(former.iterdir()):
        _delete(former)
        return None
    number = next(
        number for number in range(1, sys.maxsize) if not _beside(site, f"{_KEPT}-{number}").exists()
    )
    return former.rename(_beside(site, f"{_KEPT}-{number}"))


def _delete(folder: Path) -> None:
    """Delete a folder that a build made; its marker goes last, so that a kill leaves what the next build knows."""
    for entry in folder.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry, ignore_errors=True)
        elif entry.name != MARKER:
            entry.unlink(missing_ok=True)
    shutil.rmtree(folder, ignore_errors=True)


def _clear(site: Path) -> None:
    """Mend and remove what killed builds have left: unfinished folders, and former sites not yet disposed of."""
    for former in _left(site, _LAST):
        if site.exists():
            _dispose(site, former)
        else:
            former.rename(site)
    for folder in _left(site, _NEXT):
        if site.exists():
            _dispose(site, folder)
        else:
            _delete(folder)  # of a first build: there is no former site


def _left(site: Path, name: str) -> Iterator[Path]:
    for folder in sorted(site.parent.glob(f".{_literal(site.name)}.{name}-*")):
        if folder.is_dir() and not folder.is_symlink() and not _is_held(folder):
            yield folder


def _literal(name: str) -> str:
    """Give a pattern that matches the name alone."""
    return "".join(f"[{letter}]" if letter in "*?[" else letter for letter in name)


# ------------------------------------------------------------------------------------------------ locks


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Wait until no other build begins or publishes in this folder."""
    if sys.platform == "win32":
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        # Some network file systems know no locks; two builds at once are the caller's risk there.
        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _hold(folder: Path) -> int | None:
    """Show that a build is at work in this folder, for as long as it or a process it forked lives."""
    if sys.platform == "win32":
        return None
    handle = os.open(folder, os.O_RDONLY)
    with suppress(OSError):
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    return handle


def _is_held(folder: Path) -> bool:
    """Tell whether a living build is at work in this folder."""
    if sys.platform == "win32":
        return time.time() - folder.stat().st_mtime < _DAY
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return True
    else:
        return False
    finally:
        os.close(handle)


# --------------------------------------------------------------------------------------------- exchange


def _exchanged(one: Path, other: Path) -> bool:
    """Exchange two folders at one stroke; False where this system or file system cannot."""
    if sys.platform == "win32":
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    names = os.fsencode(one), os.fsencode(other)
    if sys.platform == "darwin":
        failed = libc.renamex_np(*names, _RENAME_SWAP)
    elif hasattr(libc, "renameat2"):
        failed = libc.renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE)
    else:
        return False
    if not failed:
        return True
    code = ctypes.get_errno()
    if code in _CANNOT_EXCHANGE:
        return False
    raise OSError(code, os.strerror(code), str(one), None, str(other))
