"""What headlines leave out: "Army to launch attack", "Army says has taken"."""

from __future__ import annotations

from claims.events.parties.meant import Meant
from claims.events.parties.noun_owner import LIGHT
from claims.events.sentences.clauses import SPEECH
from claims.events.sentences.parse import Parsed
from claims.events.sentences.verb_groups import group_start
from claims.fighters.party import Party
from claims.lexicon import Trigger

__all__ = ["engaged", "is_announced", "says_of_itself"]

_CARRIED = 5  # words from "launch" to "new big attack"
_NEW = 3  # words from "in" to "new heavy raids"
_HAVING = frozenset("has have had will".split())


def is_announced(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a headline says what is to come: "Army to launch attack on X"."""
    for number in range(trigger.first - 1, max(0, trigger.first - _CARRIED), -1):
        if parsed.lower[number] in LIGHT:
            return parsed.lower[number - 1] == "to" and _opens(parsed, number - 1)
    return False


def engaged(parsed: Parsed, trigger: Trigger, meant: Meant) -> Party | None:
    """Return who is "in" an attack by a headline: "Army planes in new raids on X"."""
    low = max(0, trigger.first - _NEW)
    at = next((n for n in range(low, trigger.first) if parsed.lower[n] == "in"), 0)
    if not at or not _opens(parsed, at):
        return None
    return next((meant.party(m) for m in parsed.actors), None)


def says_of_itself(parsed: Parsed, trigger: Trigger, meant: Meant) -> Party | None:
    """Return a speaker who is also whom it speaks of: "Army says has taken X"."""
    start = group_start(parsed, trigger.first)
    said = start > 0 and parsed.lower[start - 1] in SPEECH
    return meant.speaker if said and parsed.lower[start] in _HAVING else None


def _opens(parsed: Parsed, stop: int) -> bool:
    """Tell whether the words before one name a force and nothing else."""
    return stop > 0 and parsed.armed.issuperset(range(stop))
