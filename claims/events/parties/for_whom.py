"""For whom something is done to let them act: "a corridor for the rebels to withdraw"."""

from __future__ import annotations

from claims.events.parties.mentioned import before_article
from claims.events.sentences.parse import Parsed
from claims.scene import scene

__all__ = ["for_civilians", "for_others", "is_backed", "is_for_whom"]

# "An ultimatum to the army to leave"
_CALLS = frozenset(
    "ultimatum appeal appeals call calls order orders demand demands warning plea deadline".split()
)
_GIVEN = frozenset("gave given giving issued sent set delivered".split())
_FAR = 8  # words from "an ultimatum" to "that they had given to"

_LETS = frozenset("let lets letting help helps helped helping watch watched saw see".split())

_ASKS = frozenset(
    "ask asks asked asking urge urges urged urging tell tells told telling warn warns warned"
    " warning order orders ordered ordering advise advises advised instruct instructs"
    " instructed allow allows allowed allowing enable enables enabled enabling permit permits"
    " permitted permitting force forces forced forcing".split()
)
_LEADS = frozenset("to for of".split())
_BACKING = frozenset("support cover backing assistance aid help protection escort".split())
_ON = frozenset(("on", "upon", "to"))
_CALLED = ("call", "appeal", "prevail", "pressure")  # "called on rebels to leave"


def is_for_whom(parsed: Parsed, to: int, first: int) -> bool:
    """Tell whether those whose words start at a number are to do what stands behind "to"."""
    before = before_article(parsed, first)
    if to < 1 or parsed.lower[to] != "to" or before < 1:
        return False
    word, lead = parsed.lower[before], parsed.lower[before - 1]
    called = (word == "to" and lead in _CALLS) or (word in _ON and lead.startswith(_CALLED))
    # "A deadline that they had given to the army to leave"
    given = word == "to" and lead in _GIVEN
    given = given and not _CALLS.isdisjoint(parsed.lower[max(0, before - _FAR) : before])
    return called or given or word == "for"


def is_backed(parsed: Parsed, first: int) -> bool:
    """Tell whether those whose words start at a number are given help: "air support to the army".

    What a participle tells right behind them they do themselves then.
    """
    before = before_article(parsed, first)
    if before < 1 or parsed.lower[before] not in _LEADS:
        return False
    return not _BACKING.isdisjoint(parsed.lower[max(0, before - 2) : before])


def for_others(parsed: Parsed, to: int) -> bool:
    """Tell whether those are of no known side: "waited for tanks to enter X"."""
    return for_civilians(parsed, to) or _is_of(parsed, to, scene().fighters)


def for_civilians(parsed: Parsed, to: int) -> bool:
    """Tell whether those do not fight: "an ultimatum for residents to leave", "let them leave"."""
    folk = scene().civilians
    return _is_of(parsed, to, folk) or _lets_folk(parsed, to) or _asks_folk(parsed, to)


def _asks_folk(parsed: Parsed, to: int) -> bool:
    """Tell whether people are asked or let: "asks residents not to enter X", "allow them to"."""
    who = to - 1 - (to > 1 and parsed.lower[to - 1] == "not")
    if who < 1 or parsed.lower[to] != "to" or parsed.lower[who] not in scene().civilians:
        return False
    return parsed.lower[before_article(parsed, who)] in _ASKS


def _lets_folk(parsed: Parsed, number: int) -> bool:
    """Tell whether a word names those who are let do something: "let civilians leave"."""
    if number < 1 or parsed.lower[number] not in scene().civilians:
        return False
    return parsed.lower[before_article(parsed, number)] in _LETS


def _is_of(parsed: Parsed, to: int, kinds: frozenset[str]) -> bool:
    return to > 1 and parsed.lower[to - 1] in kinds and is_for_whom(parsed, to, to - 1)
