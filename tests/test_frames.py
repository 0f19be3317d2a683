"""Frames: cut where the slots are, filled with whatever a record holds."""

import pytest

from ocop.site.frames import SLOTS, Frame, FrameError, Key, Marks
from ocop.site.model import Page

MARKS = Marks("0123456789abcdef")
HTML = (
    f'<head>{MARKS["head"]}</head>\n\n    <a href="{MARKS["other"]}">EN</a>'
    f"\n  <main>\n  {MARKS['body']}\n  </main>"
)


def frame(html: str = HTML) -> Frame:
    """Cut a frame at the marks of these tests."""
    return Frame.cut(html, MARKS, "vi-kinds-2")


def page(address: str, section: str = "") -> Page:
    """Give a page of which only its place matters."""
    return Page(address, "vi", section, "", "", "", None)


def test_every_slot_is_filled_in_its_place() -> None:
    """The frame's own text stays, and each part of the page stands where its mark stood."""
    filled = frame().fill({"head": "<title>Muối</title>", "body": "<h1>Muối</h1>", "other": "../en/"})
    assert filled == (
        '<head><title>Muối</title></head>\n<a href="../en/">EN</a>\n<main>\n<h1>Muối</h1>\n</main>'
    )


def test_slots_may_follow_one_another_in_any_order() -> None:
    """A template may put the link to the other language below the body."""
    turned = f"{MARKS['body']}|{MARKS['head']}|{MARKS['other']}"
    assert frame(turned).fill({"head": "h", "body": "b", "other": "o"}) == "b|h|o"


@pytest.mark.parametrize("slot", SLOTS)
def test_a_missing_mark_is_an_error_that_names_slot_and_frame(slot: str) -> None:
    """A template that loses a slot would publish thousands of pages without it."""
    with pytest.raises(FrameError, match=f"frame vi-kinds-2: slot `{slot}`.* stands 0 times"):
        frame(HTML.replace(MARKS[slot], ""))


@pytest.mark.parametrize("slot", SLOTS)
def test_a_doubled_mark_is_an_error_that_names_slot_and_frame(slot: str) -> None:
    """A template that shows a slot twice would repeat ids, headings and titles."""
    with pytest.raises(FrameError, match=f"slot `{slot}`.* stands 2 times"):
        frame(HTML + MARKS[slot])


def test_a_body_may_hold_marks_template_syntax_and_format_fields() -> None:
    """What a record says is put in as it is: nothing in it is looked for, replaced or run."""
    body = f"{MARKS['head']} {MARKS['body']} {{{{ 7*7 }}}} {{% raw %}} %s {{0}} \\1 \\g<0> $body"
    filled = frame().fill({"head": "", "body": body, "other": ""})
    assert filled.count(body) == 1
    assert "49" not in filled


def test_the_layout_of_a_body_is_kept() -> None:
    """Only the frame's own indentation is dropped: a page may hold preformatted text."""
    body = "<pre>a\n\n    b</pre>"
    assert body in frame().fill({"head": "", "body": body, "other": ""})


def test_marks_are_new_for_each_build() -> None:
    """Nobody can have written a mark into a record beforehand."""
    assert Marks.secret() != Marks.secret()
    assert len(Marks.secret().token) == 32


def test_a_mark_that_no_slot_has_is_an_error() -> None:
    """A typing error in the hook shows at once."""
    with pytest.raises(KeyError):
        MARKS["boddy"]


@pytest.mark.parametrize(
    ("address", "section", "key"),
    [("", "", "vi-0"), ("nhom/", "kinds", "vi-kinds-1"), ("nhom/tom/trang/2/", "kinds", "vi-kinds-4")],
)
def test_a_frame_is_chosen_by_language_menu_entry_and_depth(address: str, section: str, key: str) -> None:
    """Pages that differ in nothing else share a frame."""
    assert str(Key.of(page(address, section))) == key
