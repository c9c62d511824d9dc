"""Men who come from beyond a border: "troops had crossed into Chad", "who crossed from Chad"."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from claims.fighters.phrase import Phrase
from claims.fighters.tokens import Tokens

__all__ = ["comes_into", "leave_intruders"]

_PLAIN = ("state", "troops")
_CROSS = ("cross", "pour", "stream", "roll", "spill", "burst", "infiltrat", "penetrat", "push")
_GOES = frozenset(
    "came coming come went moved moving driven drove marched swept entered entering flown".split()
)
_LEADS = frozenset("who which that had have has was were are been also then reportedly".split())
_PARTS = frozenset(
    """
    east eastern west western north northern south southern northeast northeastern northwest
    northwestern southeast southeastern southwest southwestern neighbouring neighboring
    """.split()
)
_FAR = 9  # words of "crossed the border late on Friday into eastern"


def leave_intruders(tokens: Tokens, phrases: Sequence[Phrase]) -> None:
    """Give to nobody the plain "troops" who enter the very land whose they would be.

    So do "soldiers who crossed from Chad" stand for no other land's.
    """
    for phrase, land in pairwise(phrases):
        plain = phrase.kind in _PLAIN and not phrase.name and phrase.side
        if not plain or land.kind != "country" or land.sentence != phrase.sentence:
            continue
        lead = tokens.lower[phrase.last + 1 : land.first]
        own = land.side == phrase.side
        if own if comes_into(lead) else (_crosses_from(lead) and not own):
            phrase.side, phrase.kind = None, "nobody"


def comes_into(lead: Sequence[str]) -> bool:
    """Tell whether words between men and a land say that they enter it.

    Examples
    --------
    >>> comes_into("had crossed the border into eastern".split())
    True
    >>> comes_into("entered the town in".split()), comes_into("who crossed from".split())
    (False, False)
    """
    inland = (
        lead[-1:] != [] and lead[-1] in _PARTS
    )  # "marched into eastern Sudan" from elsewhere in it
    crosses = "border" in lead or any(word.startswith("cross") for word in lead)
    return _leads_to(lead, ("into",)) and _goes(lead) and (crosses or not inland)


def _crosses_from(lead: Sequence[str]) -> bool:
    """Tell whether men come over a border out of a land."""
    return _leads_to(lead, ("from",)) and _goes(lead)


def _goes(lead: Sequence[str]) -> bool:
    verb = next((word for word in lead if word not in _LEADS and not word.endswith("ly")), "")
    return len(lead) <= _FAR and (verb.startswith(_CROSS) or verb in _GOES)


def _leads_to(lead: Sequence[str], words: Collection[str]) -> bool:
    """Tell whether a land follows right behind a preposition: "into", "into eastern"."""
    end = len(lead) - (lead[-1:] != [] and lead[-1] in _PARTS)
    return end > 0 and lead[end - 1] in words
