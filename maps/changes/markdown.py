"""What changed as Markdown, to send or to file."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from claims.editions.changes import Changes
from maps.changes.phrases import limits_words
from maps.changes.telling import Telling, claim_link, counts_words, tellings
from maps.report.markdown import escaped
from maps.text import plain
from maps.wording.language import ENGLISH, Language

__all__ = ["changes_markdown"]


def changes_markdown(
    changes: Changes, *, title: str = "", map_url: str = "", tongue: Language = ENGLISH
) -> str:
    """Return what changed as CommonMark.

    Parameters
    ----------
    title
        Names the map, below the heading.
    map_url
        Where the later map is; claims are linked into it where it is given.
    tongue
        Its language.
    """
    return "\n".join(_lines(changes, title, map_url, tongue)) + "\n"


def _lines(changes: Changes, title: str, map_url: str, tongue: Language) -> Iterator[str]:
    yield from (f"# {tongue.say('page.changes.title')}", "")
    if title:
        yield from (f"**{_text(title)}**", "")
    yield from (_text(counts_words(changes, tongue)), "", f"*{_text(limits_words(tongue))}*", "")
    for group, told in groupby(tellings(changes, tongue), key=lambda each: each.group):
        own = list(told)
        yield from (f"## {tongue.say(f'page.changes.kind.{group}')} ({len(own)})", "")
        for each in own:
            yield from _item(each, map_url, tongue)
        yield ""


def _item(told: Telling, map_url: str, tongue: Language) -> Iterator[str]:
    link = claim_link(map_url, told)
    # In angle brackets an address may hold anything but these.
    address = link.translate({ord(c): f"%{ord(c):02X}" for c in "<>\\\n\r "})
    title = _text(told.title)
    yield f"- [{title}](<{address}>)" if link else f"- {title}"
    if told.noted.claim.quote.strip():
        yield f"  {_text(tongue.say('page.quoted', text=told.noted.claim.quote))}"
    for line in told.details:
        yield f"  - {_text(line)}"


def _text(words: str) -> str:
    return escaped(plain(words))
