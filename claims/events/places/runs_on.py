"""How far an event goes on being told behind its clause: "fighting that began near X"."""

from __future__ import annotations

from claims.events.outcomes.effects import effects
from claims.events.outcomes.inner import Inner, inner
from claims.events.sentences.parse import Parsed
from claims.lexicon import Trigger

__all__ = ["runs_on"]

_RELATES = 3  # words from a noun to the "that" which tells of it
_BEGAN = frozenset(
    "began erupted broke started raged flared continued resumed lasted"
    " begins erupts breaks starts rages continues resumes".split()
)


def runs_on(parsed: Parsed, trigger: Trigger) -> int:
    """Return the last word of an event's clause, with what says when and where it broke out.

    "Died in fighting that began last night near X": the relative clause goes on telling of it.
    """
    low, high = parsed.clause(trigger.last)
    at = high + 1
    if parsed.lower[low - 1 : low] == ["which"] and (end := _gap_end(parsed, trigger, low)):
        return min(high, end)
    then = parsed.following(trigger)[:1]
    if then and then[0].first > high and inner(parsed, trigger, then[0]) is Inner.MET:
        return parsed.clause(then[0].first)[1]  # "repelled rebels who tried to enter X"
    if did := effects(parsed, trigger):
        return did[1]
    two = parsed.lower[trigger.last + 1 : trigger.last + 2] == ["between"]  # "X and Y, which"
    at += two and parsed.lower[at : at + 1] == [","]
    relative = trigger.pattern.kind == "noun" and parsed.lower[at : at + 1] in (["that"], ["which"])
    began = parsed.lower[at + 1 : at + 4]
    if not relative or (at - trigger.last > _RELATES and not two) or _BEGAN.isdisjoint(began):
        return high
    return parsed.clause(at + 1)[1]


def _gap_end(parsed: Parsed, trigger: Trigger, low: int) -> int:
    """Return where "which" is the object and its clause ends: "X, which they took, and Y was"."""
    words, by = parsed.lower, range(low, trigger.first)
    if low < 3 or words[low - 2] != "," or parsed.armed.isdisjoint(by):
        return 0
    if all(parsed.word_at(spot.mention.end - 1) != low - 3 for spot in parsed.spots):
        return 0
    return next((n - 1 for n in range(trigger.last + 1, len(words)) if words[n] == ","), 0)
