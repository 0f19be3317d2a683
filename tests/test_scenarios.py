r"""Slips that people make, each a few lines in ``scenarios/*.txt``: what is written, and what the check says of it.

A scenario starts with ``== `` and its title. Its sections start with ``-- ``:

    -- file PATH [ENCODING]     write this file into the made-up catalogue of ``site/``
    -- change PATH              replace lines of it: ``- `` what is there, ``+ `` what comes instead
    -- remove PATH              take a file away
    -- folder PATH              make a folder of that name
    -- link PATH TARGET         make a symbolic link
    -- vi, -- en                what the check says: all errors, and all warnings as well if one is listed,
                                but not what the untouched catalogue is warned of anyway

``\u{202e}`` stands for a character that nobody could see here.
"""

from __future__ import annotations

import re
import shlex
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from conftest import DAY, Check
from ocop import build, report

FOLDER = Path(__file__).parent / "scenarios"


@dataclass
class Scenario:
    """One slip: what to do to the catalogue, and the lines that are expected in each language."""

    title: str
    steps: list[tuple[list[str], list[str]]] = field(default_factory=list)

    def expected(self, lang: str) -> list[str]:
        """Give the expected lines of one language."""
        return [line for words, lines in self.steps if words == [lang] for line in lines if line]


def scenarios(path: Path) -> list[Scenario]:
    """Read one file of scenarios."""
    found: list[Scenario] = []
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("== "):
            found.append(Scenario(line[3:]))
        elif line.startswith("-- "):
            found[-1].steps.append((shlex.split(_seen(line[3:])), []))
        elif found and found[-1].steps:
            found[-1].steps[-1][1].append(_seen(line))
    return found


def _seen(line: str) -> str:
    return re.sub(r"\\u\{([0-9a-f]+)\}", lambda code: chr(int(code[1], 16)), line)


def prepare(site: Path, scenario: Scenario) -> None:
    """Do to the catalogue what the scenario says."""
    for words, lines in scenario.steps:
        verb, *rest = words
        while lines and not lines[-1]:
            lines.pop()
        if verb in ("vi", "en"):
            continue
        path = site / rest[0]
        path.parent.mkdir(parents=True, exist_ok=True)
        if verb == "file":
            path.write_bytes(
                "".join(f"{line}\n" for line in lines).encode(rest[1] if len(rest) > 1 else "utf-8")
            )
        elif verb == "change":
            path.write_text(changed(path.read_text("utf-8"), lines), "utf-8")
        elif verb == "remove":
            path.unlink()
        elif verb == "folder":
            path.mkdir()
        elif verb == "link":
            path.unlink(missing_ok=True)
            path.symlink_to(rest[1])
        else:
            raise AssertionError(f"{scenario.title}: no such step: {verb}")


def changed(text: str, lines: list[str]) -> str:
    """Replace each run of ``- `` lines, which must be there, by the ``+ `` lines that follow it."""
    for block in re.findall(
        r"(?:^- .*\n)+(?:^\+ .*\n)*", "".join(f"{line}\n" for line in lines), re.MULTILINE
    ):
        old = "".join(line[2:] for line in block.splitlines(keepends=True) if line.startswith("- "))
        new = "".join(line[2:] for line in block.splitlines(keepends=True) if line.startswith("+ "))
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def told(output: str, *, warnings: bool) -> list[str]:
    """Give the lines of a report, without the warnings unless they are asked for."""
    lines = output.splitlines()
    return lines if warnings else [line for line in lines if not re.search(r": (cảnh báo|warning): ", line)]


EVERY = [
    pytest.param(scenario, id=f"{path.stem}: {scenario.title}")
    for path in sorted(FOLDER.glob("*.txt"))
    for scenario in scenarios(path)
]


@pytest.fixture(scope="session")
def usual(whole_site: Path) -> frozenset[str]:
    """Give what the made-up catalogue warns of when nothing is done to it."""
    loaded = build.check(whole_site, DAY)
    return frozenset(report.line(finding, lang) for lang in ("vi", "en") for finding in loaded.findings)


@pytest.mark.parametrize("scenario", EVERY)
def test_scenario(scenario: Scenario, site: Path, check: Check, usual: frozenset[str]) -> None:
    """A slip is told once, in both languages, at the place where it is mended; and nothing else is."""
    prepare(site, scenario)
    for lang in ("vi", "en"):
        expected = scenario.expected(lang)
        result = check(site, "--lang", lang)
        warnings = any(re.search(r": (cảnh báo|warning): ", line) for line in expected)
        assert [line for line in told(result.stdout, warnings=warnings) if line not in usual] == expected
        assert result.exit_code == int(any(re.search(r": (lỗi|error): ", line) for line in expected))


def test_scenarios_are_many_and_named_once() -> None:
    """Each scenario has a title of its own, so that a failure names the slip."""
    titles = [parameter.id for parameter in EVERY]
    assert len(titles) == len(set(titles))
    assert len(titles) >= 70
