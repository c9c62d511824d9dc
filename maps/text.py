"""The only door from text to page.

Two sinks exist. Nearly all text travels as packed data (:mod:`maps.packed.pack`) and is shown with
``textContent``; the few words that stand in the HTML itself, and any text that a user hands to
a folium layer of their own, pass :func:`safe`.
"""

from __future__ import annotations

import json
import re

__all__ = ["is_plain", "json_bytes", "plain", "safe", "web_link"]

# html.escape is not enough for folium: it compiles rendered text again as a Jinja2 template and
# writes popups into JavaScript template literals, so braces, dollar, backtick, backslash and
# percent are as dangerous as angle brackets.
_SPECIAL = {ord(c): f"&#{ord(c)};" for c in "&<>\"'`${}\\=%\u2028\u2029"}

# C0 and C1 controls without tab and line feed, and the two code points no page may hold.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
_SURROGATES = re.compile("[\ud800-\udfff]")

# Overrides and isolates can make a quotation read otherwise than it is written; marks that Arabic
# and Hebrew text needs (U+200E, U+200F, U+061C) stay.
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")

# To delete what may stand is three times as quick as to ask of each letter whether it prints.
_SEEN = bytes(range(ord(" "), 0x7F)) + b"\t\n"

_ESCAPED = re.compile(r"\\[bfru]")

_WEB = re.compile(r"https?://[^\s\"'<>\\`]+", re.IGNORECASE)


def plain(text: str) -> str:
    r"""Return the text without what no reader can see: controls go, surrogates become U+FFFD.

    Characters that turn the reading direction are written out, so that they show and do nothing.

    Examples
    --------
    >>> plain("took\x00 Suran \u202e")
    'took Suran ⟦U+202E⟧'
    """
    if text.isprintable():  # quick for nearly all text: none of the below counts as printable
        return text
    text = _SURROGATES.sub("\ufffd", _CONTROLS.sub("", text))
    return _BIDI.sub(lambda match: f"⟦U+{ord(match[0]):04X}⟧", text)


def is_plain(text: str) -> bool:
    r"""Say whether :func:`plain` leaves a text, and so each part of it, as it is.

    Of a text that is not of ASCII it may say no although it does.

    Examples
    --------
    >>> is_plain("took\nSuran"), is_plain("took\0Suran"), is_plain("took Sūrān")
    (True, False, True)
    """
    if text.isascii():
        return not text.encode().translate(None, _SEEN)
    return text.replace("\n", " ").isprintable()


def safe(text: str) -> str:
    """Make text inert in HTML, in Jinja2 templates and in JavaScript template literals.

    Examples
    --------
    >>> safe("{{ 7*7 }}")
    '&#123;&#123; 7*7 &#125;&#125;'
    """
    return plain(text).translate(_SPECIAL)


def web_link(url: str) -> str:
    """Return the address where it is plain http or https, else an empty string.

    Examples
    --------
    >>> web_link("javascript:alert(1)"), web_link("https://example.org/a")
    ('', 'https://example.org/a')
    """
    url = plain(url).strip()
    return url if _WEB.fullmatch(url) else ""


def json_bytes(value: object) -> bytes:
    """Write a value as compact JSON in UTF-8, every string in it as :func:`plain` leaves it.

    Raises
    ------
    ValueError
        For NaN and infinity, for a browser would refuse the whole of it.
    """
    written = _compact(value)
    # A look at the whole is quick; JSON escapes what does not print, or leaves it as it is.
    if not written.isprintable() or _ESCAPED.search(written):
        written = _compact(_cleaned(value))
    return written.encode("utf-8")


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def _cleaned(value: object) -> object:
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, dict):
        return {key: _cleaned(child) for key, child in value.items()}
    return [*map(_cleaned, value)] if isinstance(value, (list, tuple)) else value
