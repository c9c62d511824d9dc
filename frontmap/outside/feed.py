"""The entries of an RSS or Atom feed, read from bytes; runs in a process of its own."""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any
from xml.parsers import expat

from claims.intake.html_text import html_to_text
from frontmap.outside.errors import UnreadableError

__all__ = ["parse"]

_MOST_ENTRIES = 5_000
_MOST_CHARS = 1_000
_MOST_TEXT = 200_000
_DEEPEST = 256
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def parse(body: bytes, about: Mapping[str, str]) -> dict[str, Any]:
    """Return the feed's title and its entries, the first 5,000 of them.

    Dates are ISO texts in UTC, or empty; links are http or https ones, or empty.

    Raises
    ------
    UnreadableError
        It is no feed, or is nested too deeply.
    """
    import feedparser

    url = about["url"]
    _refuse_depth(body, url)
    read = feedparser.parse(
        body,
        response_headers={
            "content-type": about.get("content_type", ""),
            "content-location": about.get("base", url),
        },
        sanitize_html=False,  # only its text is used
    )
    if not read.get("version"):
        raise UnreadableError(url, _no_feed(body))
    return {
        "title": _line(read["feed"].get("title", "")),
        "entries": [_entry(each) for each in read["entries"][:_MOST_ENTRIES]],
    }


def _entry(entry: dict[str, Any]) -> dict[str, str]:
    link = _line(entry.get("link", ""), _MOST_CHARS * 4)
    link = link if link.startswith(("http://", "https://")) else ""
    title = _line(entry.get("title", ""))
    published = _date(entry, "published") or _date(entry, "created")
    return {
        "id": _line(entry.get("id", "")) or link or title,
        "link": link,
        "title": title,
        "text": _text(entry),
        "published": published,
        "updated": _date(entry, "updated"),
        "outlet": _line(entry.get("source", {}).get("title", "")),
    }


def _text(entry: Mapping[str, Any]) -> str:
    """Return the longest text of an entry, without its markup."""
    texts = [*entry.get("content", ()), entry.get("summary_detail", {})]
    found = (
        html_to_text(value) if "html" in str(each.get("type")) else value
        for each in texts
        if (value := str(each.get("value") or "")[: _MOST_TEXT * 2])
    )
    return max((_clean(text).strip()[:_MOST_TEXT] for text in found), key=len, default="")


def _line(value: object, most: int = _MOST_CHARS) -> str:
    text = str(value or "")[: most * 4]
    plain = html_to_text(text) if "<" in text else text
    return " ".join(_clean(plain).split())[:most]


def _clean(text: str) -> str:
    """Replace what is no text: lone surrogates and control characters."""
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return "".join(c if c >= " " or c in "\n\t" else " " for c in whole)


def _date(entry: dict[str, Any], name: str) -> str:
    """Return a date, which feedparser has brought to UTC, as an ISO text."""
    stamp = dict.get(entry, f"{name}_parsed")  # its own get takes one date for another
    try:
        return (_EPOCH + timedelta(seconds=calendar.timegm(stamp))).isoformat() if stamp else ""
    except (ValueError, OverflowError, TypeError):
        return ""


def _refuse_depth(body: bytes, url: str) -> None:
    """Refuse deep nesting at once: feedparser takes half a minute for 200,000 tags."""
    for depth in _depths(body):
        if depth > _DEEPEST:
            raise UnreadableError(url, f"is nested deeper than {_DEEPEST} tags; leave it out")


def _depths(body: bytes) -> Iterator[int]:
    depth, deepest = 0, 0

    def enter(_name: str, _attributes: object) -> None:
        nonlocal depth, deepest
        depth += 1
        deepest = max(deepest, depth)

    def leave(_name: str) -> None:
        nonlocal depth
        depth -= 1

    reader = expat.ParserCreate()
    reader.StartElementHandler, reader.EndElementHandler = enter, leave
    for start in range(0, len(body), 1 << 16):
        try:
            reader.Parse(body[start : start + (1 << 16)])
        except (expat.ExpatError, ValueError, LookupError):
            return  # not well-formed, as many feeds are; feedparser reads those as well
        yield deepest


def _no_feed(body: bytes) -> str:
    head = body[:2_000].lower()
    if b"<html" in head or b"<!doctype html" in head:
        return "is a web page and not a feed, perhaps one to log in; check the feed's address"
    return "is not a feed; check its address" if body.strip() else "is empty and not a feed"
