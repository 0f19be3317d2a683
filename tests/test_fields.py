"""The readers of fields: what they take, what they refuse, and that nothing else can happen."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from ocop import fields
from ocop.i18n.messages import MESSAGES

READERS = {
    name: TypeAdapter(getattr(fields, name))
    for name in ("Name", "Line", "Paragraphs", "Id", "Ref", "YesNo", "When", "Link", "Country", "Phone", "Zalo", "Email",
                 "TaxCode", "Gtin", "HsCode", "Hours", "Code", "FileName")
}  # fmt: skip
MARKS = st.text(
    st.sampled_from(list("0123456789-+./:;,@ ()[]'\"\\\n\t#%?&=_ABCMoTuSn h https a.vn ０٣đ€")), max_size=60
)


def refused(name: str, text: str) -> list[str]:
    """Give the codes by which a reader refuses a text, none where it takes it."""
    try:
        READERS[name].validate_python(text)
    except ValidationError as error:
        return [fault["type"] for fault in error.errors(include_url=False)]
    return []


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(sorted(READERS)), st.text(max_size=60) | MARKS)
def test_a_reader_gives_a_value_or_a_fault_with_words(name: str, text: str) -> None:
    """Any text is read or refused by a code that has a message; no reader stumbles."""
    assert all(code in MESSAGES for code in refused(name, text))


@pytest.mark.parametrize("name", sorted(READERS))
@pytest.mark.parametrize(
    "text", ["", "a" * 250_000, "9" * 250_000, "[" * 9_000, "https://" + "a." * 100_000, "1." * 50_000]
)
def test_a_reader_is_quick_and_firm_with_the_longest_text(name: str, text: str) -> None:
    """The longest text that a file can hold is refused, and soon; a paragraph at its own limit."""
    with pytest.raises(ValidationError):
        READERS[name].validate_python(text)


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("Phone", "0291 3000 000", "+842913000000"),
        ("Phone", "(0291) 3.000.000", "+842913000000"),
        ("Phone", "+84 900 000 001", "+84900000001"),
        ("Zalo", "https://zalo.me/123", "https://zalo.me/123"),
        ("TaxCode", "1900123454", "1900123454"),
        ("TaxCode", "001099000001", "001099000001"),
        ("Gtin", "2000000000015", "2000000000015"),
        ("Link", "HTTPS://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("Link", "https://đặcsản.example/muối", "https://đặcsản.example/muối"),
        ("Link", "https://example.org:8443/a", "https://example.org:8443/a"),
        ("Country", "NO", "NO"),
        ("YesNo", "no", False),
        ("YesNo", "Có", True),
        ("Hours", "Mo-Su 07:30-20:00", "Mo-Su 07:30-20:00"),
        ("HsCode", "2501.00", "2501.00"),
        ("FileName", "ảnh 1.jpg", "ảnh 1.jpg"),
    ],
)
def test_what_people_write_is_read(name: str, text: str, value: object) -> None:
    """The common forms of a thing are taken, and given on in one form."""
    assert READERS[name].validate_python(text) == value


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Link", "https://good.vn\\@evil.vn/"),
        ("Link", "https://user@example.org/"),
        ("Link", "https://example.org:0/"),
        ("Link", "https://example.org:99999/"),
        ("Link", "https://127.0.0.1/"),
        ("Link", "https://localhost/"),
        ("Link", "https://example..org/"),
        ("Link", "https://exa mple.org/"),
        ("Link", 'https://example.org/"onload=x'),
        ("Link", "//example.org/"),
        ("Link", "data:text/html,x"),
        ("Country", "XK"),
        ("Country", "no"),
        ("Phone", "0900 000 001 (gặp Ba)"),
        ("TaxCode", "１９００１２３４５４"),
        ("Gtin", "20000000000١5"),
        ("Id", "a--b"),
        ("Id", "-a"),
        ("Id", "đ"),
        ("When", "2024-02-30"),
        ("When", "٢٠٢٤"),
        ("FileName", "..jpg"),
        ("FileName", "a/b.jpg"),
    ],
)  # fmt: skip
def test_what_could_mislead_is_refused(name: str, text: str) -> None:
    """Hosts that hide another, digits that are none, ids that no address could hold."""
    with pytest.raises(ValidationError):
        READERS[name].validate_python(text)
