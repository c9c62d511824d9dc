"""What the servers of these tests serve."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from tests.gazetteer.loopback import Handler

__all__ = ["SENTENCES", "article", "conditional", "entry", "rss"]

SENTENCES = (
    "Government troops entered the village of Tel Rifat at dawn, two residents said by telephone.",
    "A spokesman for the northern command denied that any position had been lost there.",
    "The road to the dam has been closed since Sunday, and shelling was heard until the evening.",
    "Aid workers counted some forty families who had left for the camps across the river.",
)


def rss(*entries: str, title: str = "The Daily") -> bytes:
    head = f'<?xml version="1.0"?><rss version="2.0"><channel><title>{title}</title>'
    return f"{head}{''.join(entries)}</channel></rss>".encode()


def entry(number: int, *, link: str = "", text: str = "", date: str = "05 Mar 2024") -> str:
    return (
        f"<item><guid isPermaLink='false'>n{number}</guid><title>Story {number}</title>"
        f"<link>{escape(link)}</link><pubDate>Tue, {date} 10:00:00 +0200</pubDate>"
        f"<description>{escape(text)}</description></item>"
    )


def article(title: str, *sentences: str, head: str = "") -> bytes:
    paragraphs = "".join(f"<p>{each}</p>" for each in sentences or SENTENCES)
    return (
        f"<html><head><title>{title}</title>{head}</head><body><nav>Home News</nav>"
        f"<article><h1>{title}</h1>{paragraphs}</article><footer>Imprint</footer></body></html>"
    ).encode()


def conditional(content: bytes, **marks: str) -> Callable[[Handler], None]:
    """Serve with ``ETag`` or ``Last_Modified``, and say 304 to whoever has it."""

    def answer(handler: Handler) -> None:
        named = {"ETag": "If-None-Match", "Last_Modified": "If-Modified-Since"}
        same = any(handler.headers.get(named[name]) == mark for name, mark in marks.items())
        length = {} if same else {"Content_Length": len(content)}
        handler.head(304 if same else 200, **marks, **length)
        if not same:
            handler.wfile.write(content)

    return answer
