from __future__ import annotations

import html
import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from maps.text import json_bytes, plain, safe, web_link

anything = st.text(st.characters(exclude_categories=()))


@given(anything)
@example("{{ 7*7 }} ${x} `\\ </script> % = \x00 \ud800 \u2028")
def test_safe_text_holds_no_character_that_any_sink_reads_as_code(text: str) -> None:
    inert = safe(text)
    without_references = html.unescape(inert)
    assert not set("<>\"'`${}\\=%\u2028\u2029") & set(inert)
    assert "&" not in inert.replace("&#", "")
    assert without_references == plain(text)


@given(anything)
@example("\x00\x1f\x7f\x9f\ud800\ufffe")
def test_plain_text_can_be_written_as_utf_8_and_shows_every_letter(text: str) -> None:
    shown = plain(text)
    shown.encode("utf-8")
    assert [c for c in shown if c.isalnum()] >= [c for c in text if c.isalnum()]


@given(anything)
@example("</script><!--\u2028&amp;")
@example("a\x08b\x0cc\rd\x1f\x7f\ufffe")
def test_json_of_any_text_reads_back_plain(text: str) -> None:
    nested = {"q": [text, 1, None, {"deeper": (text,)}]}
    assert json.loads(json_bytes(nested)) == {
        "q": [plain(text), 1, None, {"deeper": [plain(text)]}]
    }


def test_a_number_that_json_does_not_know_is_refused() -> None:
    with pytest.raises(ValueError, match="JSON"):
        json_bytes({"x": float("nan")})


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,x", "file:///etc/passwd",
        "//example.org", "https://example.org/\"onclick=", "ht\ntp://x", "https:example.org", "",
        "https://exa mple.org",
    ],
)  # fmt: skip
def test_an_address_that_is_no_plain_web_address_becomes_no_link(url: str) -> None:
    assert web_link(url) == ""


def test_a_web_address_stays_as_it_is() -> None:
    assert web_link(" https://example.org/a?b=c&d=é#f ") == "https://example.org/a?b=c&d=é#f"


def test_words_that_turn_the_reading_direction_are_written_out() -> None:
    assert plain("a\u202eb\u2066c") == "a⟦U+202E⟧b⟦U+2066⟧c"
    assert plain("\u200fحماة\u200e") == "\u200fحماة\u200e"
