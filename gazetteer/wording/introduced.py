"""Words before a name that say that a place follows: "captured X", "the heights above X"."""

from __future__ import annotations

from collections.abc import Sequence

from gazetteer.wording import namewords, words
from gazetteer.wording.tokens import Tokens

__all__ = ["called_kind", "is_introduced"]

_LONGEST_DOER = 10  # words from "strike" to what it is "on"
_LONGEST_LEAD = 8
_OFFICES = (["offices"], ["headquarters"])  # of a company or a body: "a blast rocked X offices"
# What is captured by its make: no town.
_GEAR = frozenset(
    "abrams bradleys humvee humvees javelins jeeps kalashnikovs katyushas leopards mraps rpgs"
    " stingers strykers toyotas".split()
)
_CALLED = frozenset(("called", "named"))
_PLACES = frozenset("place spot locality community point area".split())


def called_kind(low: Sequence[str], first: int) -> int:
    """Return where the kind stands of what is "a village called X", "a place known as X"; or 0.

    >>> called_kind("near a place known as Oru".split(), 5)
    2
    """
    known = low[first - 1] == "as" and low[first - 2] == "known"
    kind = first - 2 - known
    called = kind > 0 and (known or low[first - 1] in _CALLED)
    return kind if called and (low[kind] in words.FEATURES or low[kind] in _PLACES) else 0


def is_introduced(tokens: Tokens, first: int) -> bool:
    """Tell whether the words before a name say that a place follows."""
    low = tokens.low
    before, lead = low[first - 1], low[first - 2]
    article = low[first] in ("the", "a", "an") and before not in namewords.LOCATIVE
    # "In captured Humvees": the make stands behind the word that tells how they were got.
    gear = not _GEAR.isdisjoint(low[first : first + 2])
    if article or gear or low[first + 1 : first + 2] in _OFFICES:
        return False
    if before == ":":
        return _is_counted(tokens, first - 1)
    far = before == "as" and "far" in low[first - 3 : first - 1]  # "as far north as X"
    taken = before in namewords.CAPTURE_VERBS and lead not in ("a", "an")  # "a burning X": a tank
    if far or taken or before in namewords.LOCATIVE:
        return True
    if before in ("from", "to"):
        moved = (low[first - back] in namewords.MOTION_WORDS for back in range(2, _LONGEST_LEAD))
        return lead == "fire" or any(moved)  # "set fire to X", "fire from X"
    if before in ("for", "on"):
        return lead in namewords.TARGETING or _is_aimed(tokens, first)
    if lead in namewords.CALENDAR and low[first - 3] == "on":
        lead = low[first - 4]  # "took control on Monday of X"
    return before == "of" and (lead == "out" or lead in namewords.ATTACK_NOUNS)


def _is_counted(tokens: Tokens, colon: int) -> bool:
    """Tell whether counted places stand before a colon: "four towns in X State: A, B"."""
    return any(
        tokens.low[at] in words.PLURALS and not tokens.capital[at]
        for at in range(max(0, colon - _LONGEST_LEAD), colon)
    )


def _is_aimed(tokens: Tokens, first: int) -> bool:
    """Tell whether whose deed it is stands between it and its aim: "a raid by Y on X"."""
    return any(
        tokens.low[first - back] in namewords.TARGETING
        and tokens.low[first - back + 1] in namewords.DONE_BY
        for back in range(3, _LONGEST_DOER)
    )
