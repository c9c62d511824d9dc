"""The text of an article on a web page; runs in a process of its own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from frontmap.outside.errors import UnreadableError

__all__ = ["parse"]

_TYPES = ("text/html", "application/xhtml+xml", "text/plain")
_SHORT = 400  # characters; a page that asks for a password says less than this
_LEAST = 80
_MOST_TEXT = 500_000
_MOST_CHARS = 1_000
_PASSWORD = re.compile(rb"<input[^>]{0,500}type\s*=\s*[\"']?password", re.IGNORECASE)
# htmldate refuses what lies after the day it runs on; what is in the future is judged elsewhere.
_LAST_DAY = "2200-01-01"


def parse(body: bytes, about: Mapping[str, str]) -> dict[str, Any]:
    """Return title, text, day of publication and outlet of an article, empty where not given.

    Raises
    ------
    UnreadableError
        It is no page, wants a password, or has no article.
    """
    url, content_type = about["url"], about.get("content_type", "")
    kind = content_type.partition(";")[0].strip().lower()
    if kind and kind not in _TYPES:
        raise UnreadableError(url, f"is {kind[:60]} and not a web page; save its text as a file")
    page = _decoded(body, content_type)
    read = {"text": page} if kind == "text/plain" else _extracted(page, url)
    text = read["text"].strip()
    if len(text) < _SHORT and _PASSWORD.search(body):
        raise UnreadableError(url, "is a page to log in and not an article; save its text")
    if len(text) < _LEAST:
        raise UnreadableError(url, "has no article that can be told from the rest; save its text")
    lines = (" ".join(line.split()) for line in text[:_MOST_TEXT].split("\n"))
    return {
        "title": " ".join(read.get("title", "").split())[:_MOST_CHARS],
        "text": "\n".join(line for line in lines if line),
        "published": read.get("date", ""),
        "outlet": " ".join(read.get("sitename", "").split())[:_MOST_CHARS],
    }


def _decoded(body: bytes, content_type: str) -> str:
    from w3lib.encoding import html_to_unicode

    return str(html_to_unicode(content_type, body, auto_detect_fun=_guessed)[1])


def _guessed(body: bytes) -> str | None:
    """Return the encoding of a page that declares none."""
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        from charset_normalizer import from_bytes

        best = from_bytes(body).best()
        return best.encoding if best else "utf-8"
    return "utf-8"


def _extracted(page: str, url: str) -> dict[str, str]:
    import trafilatura

    found = trafilatura.bare_extraction(
        page,
        url=url,
        include_comments=False,
        include_tables=True,
        with_metadata=True,
        date_extraction_params={
            "original_date": True, "extensive_search": False, "max_date": _LAST_DAY,
        },
    )  # fmt: skip
    if found is None:
        return {"text": ""}
    return {name: str(getattr(found, name) or "") for name in ("title", "text", "date", "sitename")}
