"""Git repositories for tests: real ones, in a temporary folder, untouched by anybody's settings."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

AUTHOR = ("-c", "user.name=Người thử", "-c", "user.email=thu@example.org", "-c", "commit.gpgsign=false")


def environment(**more: str) -> dict[str, str]:
    """Give an environment in which Git reads no settings but a repository's own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return {**kept, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, **more}


@dataclass
class Repository:
    """A repository with a branch `main`; ``root`` is the folder of the catalogue, which may lie inside it."""

    top: Path
    inside: str = ""
    root: Path = field(init=False)

    def __post_init__(self) -> None:
        """Make it, unless it is there."""
        self.root = self.top / self.inside
        self.root.mkdir(parents=True, exist_ok=True)
        if not (self.top / ".git").exists():
            self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *arguments: str) -> str:
        """Run Git; fails where Git does."""
        done = subprocess.run(
            ["git", "-C", str(self.top), *AUTHOR, *arguments],
            env=environment(),
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, (arguments, done.stderr.decode())
        return done.stdout.decode()

    def write(self, path: str, content: str | bytes) -> Path:
        """Write a file of the catalogue."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return file

    def change(self, path: str, old: str, new: str) -> None:
        """Replace something in a file, which must be there once."""
        text = (self.root / path).read_text("utf-8")
        assert text.count(old) == 1, (path, old)
        self.write(path, text.replace(old, new))

    def commit(self, message: str = "đổi") -> str:
        """Commit everything; gives the commit."""
        self.git("add", "--all", "--force")
        self.git("commit", "--quiet", "--allow-empty", "--no-verify", "-m", message)
        return self.git("rev-parse", "HEAD").strip()
