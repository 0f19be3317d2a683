"""Lines of drawings in steps: shorter, and the same lines."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser

from hosting import ROOT
from ocop.site.lines import in_steps

ART = ROOT / "overrides/assets/ocop/art"


@pytest.mark.parametrize(
    ("line", "steps"),
    [
        ("M10 20L13 24", "m10 20 3 4"),
        ("M10 20 13 24 9 24", "m10 20 3 4-4 0"),
        ("M10 20H8V25.5", "m10 20h-2v5.5"),
        ("M1 1C2 2 3 3 4 4S6 6 7 7", "m1 1c1 1 2 2 3 3s2 2 3 3"),
        ("M1 1Q2 2 3 3T5 5", "m1 1q1 1 2 2t2 2"),
        ("M5 5A3 3 0 0 1 8 8", "m5 5a3 3 0 0 1 3 3"),
        ("M5 5H9V9zM6 6v.5z", "m5 5h4v4zm1 1v.5z"),
        ("M5 5H9zL6 6", "m5 5h4zl1 1"),
        ("m12 3l2.6 6 6.5.6-4.9 4.4", "m12 3 2.6 6 6.5 .6-4.9 4.4"),
        ("M0.1 0.2L0.3 0.2", "m.1 .2 .2 0"),
        ("", ""),
    ],
)
def test_each_command_becomes_a_step(line: str, steps: str) -> None:
    """A number says how far it is from the last point; a letter that goes without saying is left out."""
    assert in_steps(line) == steps


@pytest.mark.parametrize("line", ["M1", "M1 2B3 4", "L", "M1 2z3", "M5 5a3 3 0 01 8 8"])
def test_what_is_no_line_is_refused(line: str) -> None:
    """A drawing that would come out wrong stops the build."""
    with pytest.raises(ValueError, match="not a line"):
        in_steps(line)


@pytest.mark.browser
def test_drawings_stay_as_they_were_drawn(browser: Browser) -> None:
    """Chromium draws every line of every drawing through the same points, in steps or not."""
    lines = [
        line for path in sorted(ART.glob("*.svg")) for line in re.findall(r' d="([^"]*)"', path.read_text("utf-8"))
    ]  # fmt: skip
    page = browser.new_page()
    points = """lines => lines.map(line => {
      const path = document.createElementNS("http://www.w3.org/2000/svg", "path")
      path.setAttribute("d", line)
      const length = path.getTotalLength()
      return [0, .1, .21, .34, .5, .66, .78, .9, 1].map(part => {
        const { x, y } = path.getPointAtLength(part * length)
        return [length, x, y].map(number => Math.round(number * 50))
      })
    })"""
    drawn = page.evaluate(points, lines)
    in_steps_drawn = page.evaluate(points, [in_steps(line) for line in lines])
    page.close()
    assert len(lines) > 200
    moved = [
        line
        for line, before, after in zip(lines, drawn, in_steps_drawn, strict=True)
        if any(
            abs(one - other) > 1
            for a, b in zip(before, after, strict=True)
            for one, other in zip(a, b, strict=True)
        )
    ]
    assert moved == []
