"""Whether an event is said to have happened, to go on, to be planned, tried, denied."""

from __future__ import annotations

import re

from claims.claim import Action, Status
from claims.lexicon import Trigger
from claims.parse import BE, Parsed

__all__ = ["as_attempt", "as_stated", "find_status"]

_ONGOING = frozenset(
    """
    underway ongoing persist persists continuing continue continues currently still
    """.split()
)
_MANAGED = frozenset(
    """
    managed manages able began begun begin begins started starts continued continues
    continue forced helped allowed able compelled moved
    """.split()
)
_GAINS = frozenset(
    (
        Action.ADVANCE,
        Action.CAPTURE,
        Action.RECAPTURE,
        Action.ENCIRCLE,
        Action.CUT,
        Action.PUSH_BACK,
    )
)
_NONE = frozenset("no none neither nobody".split())
_SUBJECT = 3  # words at the head of a clause in which "no" denies its subject
_UNTRUE = re.compile(
    r"\b(?:reports?|rumou?rs?|claims?|suggestions?|allegations?)\s+(?:that|of)\b.*?\b(?:is|are|was|were)"
    r"\s+(?:un(?:true|founded)|false|baseless|fabricated|wrong|lies)\b",
    re.IGNORECASE,
)
_ADJECTIVES: tuple[tuple[frozenset[str], Status | str], ...] = (
    (frozenset("attempted would-be".split()), "attempt"),
    (frozenset("failed abortive foiled thwarted unsuccessful".split()), Status.FAILED),
    (frozenset("planned impending expected looming".split()), Status.PLANNED),
)
_MET = frozenset("thwarted foiled repelled repulsed".split())
_FAIL = frozenset("fail fails failed failing".split())
_REACH = 8  # words in which a word of attempt or plan governs what follows
_DENIAL_REACH = 14


def find_status(parsed: Parsed, trigger: Trigger) -> Status | str:
    """Return the status of an event; ``"attempt"`` where the text says that it was tried."""
    cue = _denied_subject(parsed, trigger) or _described(parsed, trigger)
    cue = cue or _governing(parsed, trigger)
    if cue:
        return cue
    if _failed_after(parsed, trigger):
        return Status.FAILED
    if _is_goal(parsed, trigger):
        return Status.PLANNED
    return Status.ONGOING if _goes_on(parsed, trigger) else Status.OCCURRED


def _denied_subject(parsed: Parsed, trigger: Trigger) -> Status | None:
    """Return denied for "no troops entered X" and for "reports that X fell are untrue"."""
    low, _ = parsed.clause(trigger.first)
    before = [w.lower for w in parsed.words[low : trigger.first]]
    if trigger.pattern.kind == "verb" and _NONE & set(before[:_SUBJECT]):
        return Status.DENIED
    text, at = parsed.sentence.text, parsed.words[trigger.first].start - parsed.sentence.start
    untrue = any(m.start() < at < m.end() for m in _UNTRUE.finditer(text))
    return Status.DENIED if untrue else None


def _described(parsed: Parsed, trigger: Trigger) -> Status | str | None:
    """Return what an adjective makes of an event: "an attempted capture", "a failed assault"."""
    before = {w.lower for w in parsed.words[max(0, trigger.first - 2) : trigger.first]}
    if trigger.pattern.kind != "noun":
        return None
    return next((status for words, status in _ADJECTIVES if before & words), None)


def as_stated(action: Action, status: Status) -> Action:
    """Return what "failed to control" failed at: to take."""
    if action is Action.HOLD and status is Status.FAILED:
        return Action.CAPTURE
    return action


def as_attempt(action: Action) -> Action:
    """Return what is certain of an attempt: who tries to take or to enter a place attacks it."""
    return Action.ATTACK if action in _GAINS else action


def _governing(parsed: Parsed, trigger: Trigger) -> Status | str | None:
    """Return what the nearest word of attempt, failure, plan or denial makes of a trigger."""
    for cue in reversed(parsed.statuses):
        if cue.last >= trigger.first:
            if cue.first <= trigger.first <= cue.last and cue.first < trigger.first:
                return _status(cue)
            continue
        reach = (
            _DENIAL_REACH
            if cue.form.startswith(("deni", "deny", "dismiss", "reject", "refut"))
            else _REACH
        )
        if _too_far(parsed, cue, trigger, reach) or not _same_clause(parsed, cue, trigger, reach):
            continue
        if cue.pattern.status == "denied" and reach == _REACH and trigger.first - cue.last > 3:
            continue
        return _status(cue)
    return None


def _too_far(parsed: Parsed, cue: Trigger, trigger: Trigger, reach: int) -> bool:
    """Tell whether a cue stands too far before; it reaches farther into the next clause."""
    low, _ = parsed.clause(trigger.first)
    return trigger.first - cue.last > (reach if cue.last >= low else 2 * reach)


def _status(cue: Trigger) -> Status | str:
    return "attempt" if cue.pattern.status == "attempt" else Status(cue.pattern.status)


def _same_clause(parsed: Parsed, cue: Trigger, trigger: Trigger, reach: int) -> bool:
    if reach == _DENIAL_REACH:
        return not _spoken_between(parsed, cue, trigger)
    between = parsed.words[cue.last + 1 : trigger.first]
    verbs_between = any(
        cue.last < t.first < trigger.first and t.pattern.kind == "verb" for t in parsed.triggers
    )
    coordinated = any(w.lower in ("and", "or") for w in between)
    if verbs_between and not coordinated:
        return False
    low, _ = parsed.clause(trigger.first)
    if parsed.clause(cue.last)[0] == low or cue.last == low - 1:
        return True
    # A participle goes on with the aim of the clause before: "aims to hold X while cutting off Y".
    goes_on = trigger.form.endswith("ing") and parsed.opener(trigger.first) in ("while", ",")
    return goes_on and cue.pattern.status == "planned"


def _spoken_between(parsed: Parsed, cue: Trigger, trigger: Trigger) -> bool:
    """Tell whether a new speech starts in between: "denied that X fell and said that it held Y"."""
    low, high = parsed.words[cue.last].end, parsed.words[trigger.first].start
    return any(low < c.start <= high and not c.denies for c in parsed.cues)


def _failed_after(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether "without succeeding" or "but failed" closes the sentence after a trigger."""
    if trigger.pattern.kind == "noun" and _comes_to_nothing(parsed, trigger):
        return True
    for cue in parsed.statuses:
        if (
            cue.pattern.status == "failed"
            and cue.first > trigger.last
            and cue.form in ("without", "unsuccessfully", "in")
        ):
            return not any(trigger.last < t.first < cue.first for t in parsed.triggers)
    return False


def _comes_to_nothing(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether the event that a noun names is said to fail: "the attack on X failed"."""
    high = parsed.clause(trigger.last)[1]
    for number in range(trigger.last + 1, min(high, trigger.last + 2 * _REACH) + 1):
        if parsed.words[number].lower in _MET and parsed.words[number - 1].lower in BE:
            return True
    following = [t.first for t in parsed.triggers if t.first > trigger.last]
    stop = min([*following, trigger.last + _REACH + 3, parsed.clause(trigger.last)[1] + 1])
    return any(w.lower in _FAIL for w in parsed.words[trigger.last + 1 : stop])


def _is_goal(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a verb is only an aim: "launched an offensive to retake the city"."""
    if trigger.pattern.kind != "verb" or trigger.form.endswith(("ing", "ed")):
        return False
    before = [w.lower for w in parsed.words[max(0, trigger.first - 3) : trigger.first]]
    if "to" not in before[-2:]:
        return False
    lead = before[: len(before) - 1 - before[::-1].index("to")]
    return not (lead and lead[-1] in _MANAGED)


def _goes_on(parsed: Parsed, trigger: Trigger) -> bool:
    low, high = parsed.clause(trigger.first)
    before = [w.lower for w in parsed.words[max(low, trigger.first - 3) : trigger.first]]
    if trigger.form.endswith("ing") and any(word in BE for word in before):
        return True
    return any(w.lower in _ONGOING for w in parsed.words[low : high + 1])
