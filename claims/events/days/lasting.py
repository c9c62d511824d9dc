"""Times since when something goes on: of the state that has lasted, and of no deed beside it."""

from __future__ import annotations

from collections.abc import Sequence

from claims.claim import Action
from claims.events.sentences.parse import Parsed
from claims.lexicon import Trigger
from claims.number_words import FIRST_TO_TENTH
from claims.times.time_mention import TimeMention

__all__ = ["lasts_of_another"]

_STATES = frozenset((Action.HOLD, Action.ENCIRCLE, Action.CUT))
_LASTING = ("since ", "for ")
_PERFECT = frozenset("has have had".split())
_ENDS = frozenset(", ; but and".split())
_EVER = ["ever", "since"]


def lasts_of_another(parsed: Parsed, trigger: Trigger, t: TimeMention) -> bool:
    """Tell whether a time is none of an event's own, for it says since when something goes on.

    Who "has held X since May" holds it on the day of the report; "took X, which rebels had held
    since May" dates no taking; "sent tanks into X on Monday and has sealed it off ever since".
    """
    number = parsed.word_at(t.start)
    if number < trigger.first:
        return bool(t.day) and _goes_on(parsed, trigger)
    between = parsed.lower[trigger.last + 1 : number]
    if trigger.pattern.action in _STATES and _counts_since(between):
        return True
    if not (t.last and t.text.lower().startswith(_LASTING)):
        return False
    if trigger.pattern.action in _STATES or _is_one_of_several(parsed.lower[: trigger.first]):
        return True
    had = trigger.pattern.kind == "verb" and not _PERFECT.isdisjoint(between)
    kept = any(e.last < number and e.pattern.action in _STATES for e in parsed.following(trigger))
    return had or kept or ";" in between


def _is_one_of_several(before: Sequence[str]) -> bool:
    """Tell whether an event is counted: "the third attack", "the first time rebels entered X"."""
    if before[-1:] and before[-1] in FIRST_TO_TENTH:
        return True
    times = [n for n, word in enumerate(before) if word == "time" and n]
    counted = bool(times) and before[times[-1] - 1] in FIRST_TO_TENTH
    return counted and _ENDS.isdisjoint(before[times[-1] :])


def _counts_since(words: Sequence[str]) -> bool:
    """Tell whether a time is that of what began it: "held since they swept in [on Monday]"."""
    return "since" in words and _ENDS.isdisjoint(words[words.index("since") :])


def _goes_on(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether "ever since" closes the clause of an event."""
    behind = parsed.lower[trigger.last + 1 : parsed.clause(trigger.last)[1] + 3]
    return any(behind[n : n + 2] == _EVER for n in range(len(behind)))
