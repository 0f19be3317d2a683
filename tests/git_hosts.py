"""GitHub and GitLab as the editor sees them: a small repository that answers, and remembers what was proposed."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hashlib import sha1
from typing import Any
from urllib.parse import unquote, urlsplit

from playwright.sync_api import BrowserContext, Route

HEAD = "1" * 40
NEXT = "2" * 40
NOW = "2026-11-24T05:00:00Z"
_ANYBODY = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Headers": "*",
    "Access-Control-Allow-Methods": "*",
}


def oid(content: bytes) -> str:
    """Give the name that Git has for a content."""
    return sha1(b"blob %d\0" % len(content) + content).hexdigest()  # noqa: S324 - Git's own


@dataclass
class Proposal:
    """A pull request or merge request: what it changes, and how it was opened."""

    branch: str
    title: str = ""
    draft: bool = False
    labels: tuple[str, ...] = ()
    message: str = ""
    description: str = ""
    files: dict[str, bytes] = field(default_factory=dict)


@dataclass
class GitHost:
    """A repository on a host; answers what it knows and remembers what it does not."""

    files: Mapping[str, bytes]
    token: str = "ma-truy-cap-thu"
    proposals: dict[str, Proposal] = field(default_factory=dict)
    unknown: list[str] = field(default_factory=list)

    def answer_in(self, context: BrowserContext) -> None:
        """Answer, in a browser, every request to this host; no other host has an answer."""
        context.route(lambda url: urlsplit(url).scheme == "https", self._answer)

    def _answer(self, route: Route) -> None:
        request = route.request
        if request.method == "OPTIONS":
            route.fulfill(status=204, headers=_ANYBODY)
            return
        parts = urlsplit(request.url)
        if self.token not in request.headers.get("authorization", ""):
            route.fulfill(status=401, headers=_ANYBODY, json={"message": "Bad credentials"})
            return
        body = json.loads(request.post_data) if request.post_data else {}
        found = self.reply(request.method, f"{parts.netloc}{unquote(parts.path)}", body)
        if found is None:
            self.unknown.append(f"{request.method} {request.url} {request.post_data or ''}")
            route.fulfill(status=404, headers=_ANYBODY, json={"message": "Not Found"})
        elif found == "":
            route.fulfill(status=204, headers=_ANYBODY)
        else:
            route.fulfill(status=200, headers=_ANYBODY, json=found)

    def reply(self, method: str, address: str, body: Any) -> Any:
        """Give the answer to a request: a value for JSON, empty text for none, None where nothing is known."""
        raise NotImplementedError

    def proposal(self, branch: str) -> Proposal:
        """Give what is proposed on a branch."""
        return self.proposals.setdefault(branch, Proposal(branch))


@dataclass
class GitHub(GitHost):
    """A repository ``so-nong-nghiep/danh-muc`` on github.com."""

    name: str = "so-nong-nghiep/danh-muc"

    def reply(self, method: str, address: str, body: Any) -> Any:
        """Answer GitHub's REST and GraphQL."""
        repository = f"api.github.com/repos/{self.name}"
        if address == "api.github.com/graphql":
            return self._graphql(body["query"], body.get("variables", {}))
        known: dict[tuple[str, str], Callable[[], Any]] = {
            ("GET", "api.github.com/user"): lambda: {
                "login": "can-bo",
                "name": "Cán bộ",
                "id": 7,
                "html_url": "",
            },
            ("GET", f"{repository}/collaborators/can-bo"): lambda: "",
            ("GET", f"{repository}/git/trees/{HEAD}"): self._tree,
            ("POST", f"{repository}/pulls"): lambda: self._opened(body),
        }
        if (method, address) in known:
            return known[method, address]()
        if method == "POST" and re.fullmatch(rf"{re.escape(repository)}/issues/1/labels", address):
            last = [*self.proposals.values()][-1]
            last.labels = tuple(body["labels"])
            return []
        return None

    def _tree(self) -> Any:
        blobs = [
            {"type": "blob", "path": path, "sha": oid(content), "size": len(content)}
            for path, content in self.files.items()
        ]
        return {"sha": HEAD, "truncated": False, "tree": blobs}

    def _graphql(self, query: str, variables: Mapping[str, Any]) -> Any:
        if "createCommitOnBranch" in query:
            return {"data": {"createCommitOnBranch": {"commit": self._committed(query, variables["input"])}}}
        if "createRef" in query:
            self.proposal(variables["input"]["name"].removeprefix("refs/heads/"))
            return {"data": {"createRef": {"ref": {"name": variables["input"]["name"]}}}}
        if "fork: repository" in query:
            return {"data": {"fork": {"id": "R1"}, "base": {"ref": {"target": {"oid": HEAD}}}}}
        if "pullRequests(" in query:
            return {"data": {"repository": {"pullRequests": {"nodes": [], "totalCount": 0}}}}
        found: dict[str, Any] = {}
        texts = {oid(content): content for content in self.files.values()}
        for alias, name in re.findall(r'(content_\d+):\s+object\(oid: "([0-9a-f]+)"\)', query):
            found[alias] = {"text": texts[name].decode("utf-8", "replace"), "isTruncated": False}
        history = {"author": {"name": "Cán bộ", "email": "", "user": None}, "committedDate": NOW}
        for alias in re.findall(r"(commit_\d+):\s+ref", query):
            found[alias] = {"target": {"history": {"nodes": [history]}}}
        for alias in re.findall(r"(commit_\d+):\s+object", query):
            found[alias] = {"status": None, "deployments": {"nodes": []}, "checkSuites": {"nodes": []}}
        if not found and "ref(qualifiedName" in query:
            found["ref"] = {"target": {"oid": HEAD, "history": {"nodes": [{"oid": HEAD, "message": "đầu"}]}}}
        return {"data": {"repository": found}} if found else None

    def _committed(self, query: str, told: Any) -> Any:
        proposal = self.proposal(told["branch"]["branchName"])
        proposal.message = told["message"]["headline"]
        for each in told["fileChanges"]["additions"]:
            proposal.files[each["path"]] = base64.b64decode(each["contents"])
        names = {alias: {"oid": NEXT} for alias in re.findall(r"(file_\d+): file", query)}
        return {"oid": NEXT, "committedDate": NOW, **names}

    def _opened(self, body: Any) -> Any:
        proposal = self.proposal(body["head"])
        proposal.title, proposal.draft, proposal.description = body["title"], body["draft"], body["body"]
        url = f"https://github.com/{self.name}/pull/1"
        return {"number": 1, "node_id": "P1", "title": body["title"], "html_url": url, "head": {"sha": NEXT},
                "created_at": NOW, "updated_at": NOW}  # fmt: skip


@dataclass
class GitLab(GitHost):
    """A project ``so-nong-nghiep/ocop/danh-muc`` on an office's own GitLab."""

    root: str = "git.baclieu.test"
    name: str = "so-nong-nghiep/ocop/danh-muc"

    def reply(self, method: str, address: str, body: Any) -> Any:
        """Answer GitLab's REST and GraphQL."""
        project = f"{self.root}/api/v4/projects/{self.name}"
        if address == f"{self.root}/api/graphql":
            return self._graphql(body["query"], body.get("variables", {}))
        known: dict[tuple[str, str], Callable[[], Any]] = {
            ("GET", f"{self.root}/api/v4/user"): lambda: {
                "id": 7, "username": "can-bo", "name": "Cán bộ", "web_url": "", "email": ""
            },
            ("GET", f"{project}/users"): lambda: [{"id": 7}],
            ("GET", f"{project}/repository/branches/main"): lambda: {"commit": {"id": HEAD}},
            ("GET", f"{project}/merge_requests"): list,
            ("GET", f"{project}/deployments"): list,
            ("GET", f"{project}/repository/commits/{HEAD}/statuses"): list,
            ("GET", f"{project}/repository/commits/{NEXT}/statuses"): list,
            ("POST", f"{project}/repository/commits"): lambda: self._committed(body),
            ("POST", f"{project}/merge_requests"): lambda: self._opened(body),
        }  # fmt: skip
        return known[method, address]() if (method, address) in known else None

    def _graphql(self, query: str, variables: Mapping[str, Any]) -> Any:
        found: dict[str, Any] = {}
        if "lastCommit" in query:
            found["tree"] = {"lastCommit": {"sha": HEAD, "message": "đầu"}}
        elif "blobs(after" in query:
            nodes = [{"type": "blob", "path": path, "sha": oid(text)} for path, text in self.files.items()]
            page = {"endCursor": "", "hasNextPage": False}
            found["tree"] = {"blobs": {"nodes": nodes, "pageInfo": page}}
        elif "rawTextBlob" in query:
            texts = [self.files[path].decode("utf-8", "replace") for path in variables["paths"]]
            found["blobs"] = {"nodes": [{"rawTextBlob": text} for text in texts]}
        return {"data": {"project": {"repository": found}}} if found else None

    def _committed(self, body: Any) -> Any:
        proposal = self.proposal(body["branch"])
        proposal.message = body["commit_message"]
        for each in body["actions"]:
            content = each["content"]
            proposal.files[each["file_path"]] = (
                content.encode() if each["encoding"] == "text" else base64.b64decode(content)
            )
        return {"id": NEXT, "committed_date": NOW}

    def _opened(self, body: Any) -> Any:
        proposal = self.proposal(body["source_branch"])
        proposal.title, proposal.description = body["title"], body["description"]
        proposal.draft = body["title"].startswith("Draft: ")
        proposal.labels = (body["labels"],)
        return {"iid": 1, "id": 1, "title": body["title"], "web_url": f"https://{self.root}/{self.name}/-/merge_requests/1",
                "sha": NEXT, "created_at": NOW, "updated_at": NOW}  # fmt: skip
