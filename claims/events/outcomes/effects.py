"""What a deed did, told by a clause that hangs on it: "an air strike that killed ten near X"."""

from __future__ import annotations

from claims.claim import Action
from claims.events.sentences.parse import Parsed
from claims.lexicon import Trigger

__all__ = ["deed_before", "effects"]

_FOUGHT = frozenset((Action.CLASH, Action.ATTACK, Action.STRIKE))
_RELATES = frozenset(("that", "which"))
_REACH = 6  # words from a deed to what tells of it, its day between them
_DATED = frozenset(
    """
    on in early late last monday tuesday wednesday thursday friday saturday sunday overnight
    yesterday morning night evening afternoon
    """.split()
)
_PERFECT = frozenset("has have had also reportedly".split())
_HURT = frozenset(
    """
    killed wounded injured hit struck destroyed damaged left claimed targeted
    """.split()
)
# Behind "in which" they stand last: "a raid in which six soldiers were killed".
_DIED = frozenset("killed wounded injured died".split())
_TOLL = 10  # words from "in which" to "were killed"
_DEEDS = frozenset(
    """
    operation operations raid raids attack attacks assault ambush strike strikes airstrike
    airstrikes bombing bombings bomb bombs blast explosion rocket rockets missile missiles mortar
    mortars shell shells drone drones fire shelling offensive
    """.split()
)


def effects(parsed: Parsed, noun: Trigger) -> tuple[int, int] | None:
    """Return the clause that tells what a deed named by a noun did, or None."""
    if noun.pattern.kind != "noun" or noun.pattern.action not in _FOUGHT:
        return None
    high = parsed.clause(noun.last)[1]
    if high - noun.last > _REACH or parsed.lower[high + 1 : high + 2] == []:
        return None
    return _told(parsed, noun.last, high + 1)


def deed_before(parsed: Parsed, verb: int) -> int | None:
    """Return the deed or the shot of which a verb tells what it did: "a bomb that killed"."""
    low = parsed.clause(verb)[0]
    before = range(low - 2, max(-1, low - 2 - _REACH), -1)
    deed = next((n for n in before if parsed.lower[n] in _DEEDS), None)
    return deed if deed is not None and _told(parsed, deed, low - 1) else None


def _told(parsed: Parsed, noun: int, opener: int) -> tuple[int, int] | None:
    """Return the clause behind a pronoun if it tells what the noun before it did."""
    lower = parsed.lower
    if lower[opener] not in _RELATES or not _DATED.issuperset(lower[noun + 1 : opener]):
        return None
    if opener + 1 >= len(lower):
        return None  # "fled after an attack that": a text cut off
    low, high = parsed.clause(opener + 1)
    at = low + (lower[low] in _PERFECT)
    if lower[opener - 1] == "in":
        hurt = not _DIED.isdisjoint(lower[low : min(high, low + _TOLL) + 1])
    else:
        hurt = not _HURT.isdisjoint(lower[at : at + 1])  # "the strike that has": cut off
    return (low, high) if hurt else None
