"""What those were to do who are hit: "ambushed a convoy sent to relieve X" is no plan of ours."""

from __future__ import annotations

from collections.abc import Iterator

from claims.claim import Action
from claims.events.parties.as_they_went import before_place
from claims.events.sentences.clause_words import BE, BE_OR_HAVE, RELATIVE
from claims.events.sentences.parse import Parsed
from claims.lexicon import Trigger
from claims.scene import scene

__all__ = ["is_errand_of_those_hit"]

_HITS = frozenset((Action.ATTACK, Action.STRIKE))
_GOES = frozenset((Action.ADVANCE, Action.RETREAT))
_ITS_VERB = 4  # words of "it was slowly leaving"
_BOUND = frozenset(
    "sent dispatched ordered rushed heading headed moving going marching driving advancing"
    " gathering massing assembling preparing racing way bound travelling traveling hurrying"
    " about launched flying flown fired off".split()
)
_REACH = 6  # words from "heading" to "north to help retake"
_ON_ITS_WAY = frozenset("on its their the taken just".split())
_AS = frozenset("as when while".split())
_MOVES = frozenset((Action.ADVANCE, Action.DEPLOY))
_GOING = scene().travelling | scene().weapons
_APART = frozenset(", ; : and but while as when after before".split())


def is_errand_of_those_hit(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a verb behind "to" says what others had come for, whom somebody hit.

    Where they were met is told by the verb that hits them, if at all.
    """
    if _is_on_its_way(parsed, trigger):
        return True
    bound = _bound(parsed, trigger)
    if bound is None:
        return False
    force = _before(parsed, bound)
    word = parsed.lower[force]
    named = force in parsed.armed or word.removesuffix("s") in _GOING or word in scene().fighters
    return named and any(
        _is_hit(parsed, t, force, trigger) for t in (*parsed.triggers, *parsed.passed_over)
    )


def _bound(parsed: Parsed, trigger: Trigger) -> int | None:
    """Return the word by which somebody goes to do what a trigger tells: "sent to relieve X".

    Where they go in the words of the trigger itself, it leads to a verb and to no place.
    """
    if parsed.lower[trigger.last] == "to" and trigger.pattern.action in _MOVES:
        leads = any(t.first == trigger.last + 1 for t in parsed.triggers if t.gap is None)
        return next(_bounds(parsed, trigger.first, trigger.last), None) if leads else None
    if "to" not in parsed.lower[max(0, trigger.first - 2) : trigger.first]:
        return None
    return next(_bounds(parsed, max(0, trigger.first - _REACH) + 1, trigger.first - 1), None)


def _bounds(parsed: Parsed, low: int, last: int) -> Iterator[int]:
    return (n for n in range(last, low - 1, -1) if parsed.lower[n] in _BOUND)


def _is_hit(parsed: Parsed, hit: Trigger, force: int, errand: Trigger) -> bool:
    """Tell whether a verb hits those who go, or those who fly behind their errand: "was shot"."""
    if hit.pattern.kind != "verb" or hit.pattern.action not in _HITS:
        return False
    if hit.first > errand.last:
        suffers = parsed.lower[hit.first - 1] in BE and errand.pattern.action in _HITS
        return suffers and _APART.isdisjoint(parsed.lower[errand.last + 1 : hit.first])
    return hit.last < force and _APART.isdisjoint(parsed.lower[hit.last : force])


def _is_on_its_way(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether it is what no army has that was hit on its way: "a bus as it was leaving X"."""
    if trigger.pattern.action not in _GOES:
        return False
    low = max(2, trigger.first - _ITS_VERB)
    it = next((n for n in range(low, trigger.first) if parsed.lower[n] in ("it", "they")), 0)
    if not it or parsed.lower[it - 1] not in ("as", "when", "while"):
        return False
    what = parsed.lower[it - 2]  # "shelled a train as they left X": who shelled it left
    went = what in scene().travelling and it - 2 not in parsed.armed
    several = what.endswith("s") and what != "bus"
    went = went and several is (parsed.lower[it] == "they")
    return went and any(t.pattern.action in _HITS and t.last < it for t in parsed.triggers)


def _before(parsed: Parsed, bound: int) -> int:
    """Return the word whose errand it is: before "on its way", before ", which had been sent"."""
    number = bound - 1
    while number > 0 and parsed.lower[number] in (BE_OR_HAVE | _ON_ITS_WAY):
        number -= 1
    if parsed.lower[number] in RELATIVE and number > 1:
        number -= 1 + (parsed.lower[number - 1] == ",")
    elif parsed.lower[number] == "it" and parsed.lower[number - 1] in _AS:
        number -= 2
    return before_place(parsed, number)
