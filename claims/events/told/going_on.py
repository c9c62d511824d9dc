"""Whether an event goes on: "are shelling X", "fighting is under way in Y"."""

from __future__ import annotations

from claims.events.sentences.clause_words import BE
from claims.events.sentences.parse import Parsed
from claims.lexicon import Trigger

__all__ = ["goes_on"]

_ONGOING = frozenset(
    """
    underway ongoing persist persists continuing continue continues continued currently still
    resume resumes resumed raging rages under-way
    """.split()
)
_GOING = frozenset("go goes going went".split())
_ENDED = frozenset("stopped ceased".split())
_NOT = frozenset("not never n't hasn't haven't hadn't".split())
_BEHIND = frozenset("since for all yet overnight throughout".split())
_MAY_GO_ON = _ONGOING | _GOING | _ENDED | {"way", "route", "complete"}  # "goes on", "under way"
_ITS_WAY = frozenset("the its their his".split())
_NEARLY = frozenset("almost nearly".split())
_STATE = (["in"], ["under"], ["held"], ["controlled"], ["out"])


def goes_on(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether an event is said to go on."""
    low, high = parsed.clause(trigger.first)
    before = parsed.lower[max(low - 1, trigger.first - 3, 0) : trigger.first]
    being = ("is", "are") if trigger.pattern.kind == "noun" else BE  # "there was fighting" is over
    if trigger.form.endswith("ing") and any(word in being for word in before):
        return True
    if trigger.gap and "being" in parsed.lower[slice(*trigger.gap)]:
        return True  # "reinforcements are being sent to X"
    if _MAY_GO_ON.isdisjoint(parsed.sentence.held):
        return False
    begun, end = parsed.statements.around(trigger.first)
    low, high = max(low, begun), min(high, end)
    if trigger.pattern.kind == "noun" and _is_nearly_done(parsed, trigger.last, high):
        return True
    return any(
        _says_ongoing(parsed, n)
        and (trigger.first < n <= trigger.last or _nearest(parsed, n, begun, end) == trigger.first)
        for n in range(low, high + 1)
        if not _tells_of_a_state(parsed, n, trigger)
    )


def _is_nearly_done(parsed: Parsed, last: int, high: int) -> bool:
    """Tell whether what a noun names has yet to end: "the capture of X is almost complete"."""
    told = parsed.lower[last : high + 1]
    at = told.index("complete") if "complete" in told else 0
    return at > 1 and told[at - 1] in _NEARLY and told[at - 2] in BE


def _tells_of_a_state(parsed: Parsed, number: int, trigger: Trigger) -> bool:
    """Tell whether "still" is of a place: "took the last town still in X's hands"."""
    behind = parsed.lower[number + 1 : number + 2]
    return parsed.lower[number] == "still" and number > trigger.last and behind in _STATE


def _says_ongoing(parsed: Parsed, number: int) -> bool:
    word = parsed.lower[number]
    if word in _GOING:  # "fighting goes on", "went on shelling", and not "goes on to take X"
        on, to = [*parsed.lower[number + 1 : number + 3], "", ""][:2]
        # "Fighting went on until dusk" is over
        return on == "on" and to != "to" and (word != "went" or to.endswith("ing"))
    if word in _ENDED and parsed.lower[number - 1] in _NOT:  # "has not stopped since Monday"
        behind = parsed.lower[number + 1 : number + 2]
        return not behind or behind[0] in _BEHIND or not behind[0][0].isalnum()
    if word == "still" and parsed.lower[number + 1 : number + 2] == [","]:
        return False  # "still, rebels took X": however
    if word == "route":  # "reinforcements are en route to X"
        return parsed.lower[number - 1] == "en" and parsed.lower[number - 2] in BE
    if word == "way" and parsed.lower[number - 1] in _ITS_WAY:  # "are on their way to X"
        return parsed.lower[number - 2] == "on" and parsed.lower[number - 3] in BE
    return word in _ONGOING or (word == "way" and parsed.lower[number - 1] == "under")


def _nearest(parsed: Parsed, number: int, low: int, high: int) -> int:
    """Return where the event is that a word such as "continue" speaks of: the nearest one.

    It is sought in the statement from a word to another.
    What is under way is rather what a noun names: "the operation to capture X is under way".
    """
    near = [t for t in parsed.triggers if low <= t.first <= high]
    named = [t.first for t in near if t.pattern.kind == "noun"]
    told = [t.first for t in near if t.pattern.kind == "verb"]
    states = parsed.lower[number] in ("still", "currently")
    firsts = told or named if states else named or told
    return min(firsts, key=lambda first: abs(first - number), default=-1)
