"""What those were to do who are hit: "ambushed a convoy sent to relieve X" is no plan of ours."""

from __future__ import annotations

from claims.claim import Action
from claims.events.sentences.clause_words import BE_OR_HAVE, RELATIVE
from claims.events.sentences.parse import Parsed
from claims.lexicon import Trigger
from claims.scene import scene

__all__ = ["is_errand_of_those_hit"]

_HITS = frozenset((Action.ATTACK, Action.STRIKE))
_GOES = frozenset((Action.ADVANCE, Action.RETREAT))
_ITS_VERB = 4  # words of "it was slowly leaving"
_BOUND = frozenset(
    "sent dispatched ordered rushed heading headed moving going marching driving advancing rushing"
    " gathering massing assembling preparing racing way bound travelling traveling hurrying".split()
)
_REACH = 6  # words from "heading" to "north to help retake"
_ON_ITS_WAY = frozenset("on its their the".split())
_APART = frozenset(", ; : and but while as when after before".split())


def is_errand_of_those_hit(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a verb behind "to" says what others had come for, whom somebody hit.

    Where they were met is told by the verb that hits them, if at all.
    """
    lead = parsed.lower[: trigger.first]
    if _is_on_its_way(parsed, trigger):
        return True
    if "to" not in lead[-2:]:
        return False
    low = max(0, trigger.first - _REACH)
    bound = next((n for n in range(trigger.first - 1, low, -1) if lead[n] in _BOUND), None)
    if bound is None:
        return False
    force = _before(parsed, bound)
    named = force in parsed.armed or lead[force] in scene().fighters
    return named and any(
        t.pattern.kind == "verb"
        and t.pattern.action in _HITS
        and t.last < force
        and _APART.isdisjoint(lead[t.last : force])
        for t in (*parsed.triggers, *parsed.passed_over)
    )


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
    return number
