"""Where the records' sources stand, and the addresses of its web pages: to edit a file, to add one, to report a mistake."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias
from urllib.parse import quote, urlsplit

Host: TypeAlias = Literal["github", "gitlab"]


@dataclass(frozen=True, slots=True)
class Repository:
    """One repository: ``url`` without a slash at its end, the branch that is published, and what kind of host it is on."""

    url: str
    branch: str
    host: Host

    @classmethod
    def of(cls, url: str, branch: str = "", host: str = "") -> Repository | None:
        """Give the repository of an address, None for an empty one; raises ValueError for what is none.

        Without ``host`` it follows from the address: what does not say GitHub is taken for GitLab, which offices
        run by themselves.
        """
        if not url:
            return None
        parts = urlsplit(url)
        if parts.scheme != "https" or not parts.hostname or parts.path.strip("/").count("/") < 1:
            raise ValueError(f"CATALOGUE_REPO={url}: not an address such as https://host/owner/name")
        if host not in ("", "github", "gitlab"):
            raise ValueError(f"CATALOGUE_HOST={host}: neither github nor gitlab")
        known: Host = "github" if (host or parts.hostname).find("github") >= 0 else "gitlab"
        return cls(url.rstrip("/").removesuffix(".git"), branch or "main", known)

    @property
    def name(self) -> str:
        """Owner and name: ``owner/name``."""
        return urlsplit(self.url).path.strip("/")

    @property
    def root(self) -> str:
        """The address of the host itself: ``https://host``."""
        parts = urlsplit(self.url)
        return f"{parts.scheme}://{parts.netloc}"

    def edit(self, path: str) -> str:
        """Give the page that edits a file."""
        return f"{self._page('edit')}/{quote(path)}"

    def new(self, folder: str) -> str:
        """Give the page that adds a file to a folder."""
        return f"{self._page('new')}/{quote(folder)}"

    def issue(self, title: str) -> str:
        """Give the page that reports a mistake."""
        if self.host == "gitlab":
            return f"{self.url}/-/issues/new?issue%5Btitle%5D={quote(title)}"
        return f"{self.url}/issues/new?title={quote(title)}"

    def _page(self, verb: str) -> str:
        between = "/-" if self.host == "gitlab" else ""
        return f"{self.url}{between}/{verb}/{quote(self.branch)}"
