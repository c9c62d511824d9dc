"""Who a passive lets speak: "the fall of the town was announced by the army"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.claimants.apposition import after
from claims.claimants.noun_phrase import trimmed
from claims.claimants.speakers import Names
from claims.claimants.speech import SpeechVerb
from claims.claimants.stretches import Line, Said, leading, wrapping

__all__ = ["NAME", "said_by"]

NAME = r"(?P<who>[^,;:\"—–]{2,110})"
_BY = re.compile(r"(?:\s+\w+){0,3}?\s+by\s+" + NAME, re.IGNORECASE)
# "Accused by the UN of shelling", "said by the army to have left".
_OF_WHAT = re.compile(
    r"\s(?:(?:of|for)\s\w+ing|to\s(?:have|be)|(?:but|and)\s(?:[a-z]+ly\s|later\s)?\w+ed\sby|(?:on|late|early)\s\w+day"
    r"|on\sthe\s(?:outskirts|edges?|road)|near|around|along|outside"
    # the medium is not who speaks: "by the governor on Telegram"
    r"|(?:on|via|through|in|during)\s(?:(?:his|her|its|their|the|an?)\s)?(?:[\w-]+\s){0,2}?(?:Telegram|Facebook|Twitter"
    r"|X|Instagram|WhatsApp|Signal|YouTube|social\smedia|television|radio|TV|post|statement|video|channel|page"
    r"|account|briefing|interview|press\sconference))\b.*$",
    re.DOTALL,
)
_ORDERS = ("tell", "told", "order", "urg")
# "..., an allegation denied by the army": what stands before is another's.
_CALLED_CLAIM = re.compile(
    r",\s+an?\s+(?:accusation|account|allegation|assertion|charge|claim|report|statement|version)\s+$",
    re.IGNORECASE,
)

# "X announced the fall of Oru, but this was denied by Y": no more than "this".
_TAKES_UP = re.compile(
    r"\b(?:this|that|(?:the|such)\s(?:claims?|reports?|charges?))\s$", re.IGNORECASE
)


def said_by(line: Line, names: Names, verb: SpeechVerb) -> Iterator[Said]:
    """Yield who a passive names: "the fall of the town was announced by the army"."""
    match = _BY.match(line.flat, verb.end)
    words = trimmed(_OF_WHAT.sub("", match["who"])) if match else ""
    ordered = " to " in words and verb.form.startswith(_ORDERS)  # "told by soldiers to gather"
    if match and not ordered and names.is_source(words):
        own = (verb.start, match.start("who") + len(words))
        who = names.name(after(words, line.flat[own[1] :]))
        if verb.denies and _CALLED_CLAIM.search(line.flat, 0, verb.start):
            said = leading(line, who, own, denies=True)
            yield said._replace(start=verb.start, end=own[1])
            return
        said = wrapping(line, who, own, denies=verb.denies)
        up = _TAKES_UP.search(line.flat, 0, verb.start)
        yield said._replace(start=up.start(), end=own[1]) if up and up.start() else said
