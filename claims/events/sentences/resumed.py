"""Verbs that go on behind a clause set in: "had secured X, where Y burned, and had taken Z"."""

from __future__ import annotations

from claims.claimants.speech import is_speech
from claims.events.sentences.clause_words import BE, PAST, RESUMING
from claims.events.sentences.parse import Parsed
from claims.fighters.actors import ActorMention
from claims.lexicon import lexicon

__all__ = ["means_before", "over_time", "resumed", "same_infinitive"]

_WHO = frozenset(("who", "which", "that"))
_RELATING = _WHO | {"where"}
_SPEAKERS = frozenset("he she it they".split())
_SAID = frozenset("said says say told reported announced claimed added confirmed".split())
_SET_OFF = _WHO | {"whose", ",", ";", "said"}
_JOINS = frozenset("and or but ,".split())
_DATING = frozenset("in on at by during".split())
_LATER = frozenset("later afterwards earlier".split())
_SPANS = (["minutes"], ["hours"], ["days"], ["weeks"], ["months"])
_ALIKE = frozenset("hit cut beat".split())  # past or not
_MEANS = 8  # words of "used two laser-guided bombs to"
_FIGHTS = frozenset("battle fight fighting siege clashes resistance struggle shelling".split())
_FIGHT = 6  # words of "after a brief but fierce battle"
_WHEN = frozenset("after when once".split())
_CUTS = _WHEN | {",", ";", "but"}
_THREATS = frozenset("would will could might may".split())
_SURE = frozenset(("would", "will"))
_ITSELF = frozenset("it they he she".split())
_REPORTS = frozenset("reported reports stated states claimed claims noted notes".split())
_SET_IN = frozenset("because where when who which whose although though while since as".split())


def resumed(parsed: Parsed, start: int) -> ActorMention | None:
    """Return the subject of the first verb with the same auxiliary, over a clause set in between.

    ``start`` is the first word of the verb that goes on. None where it goes on with what is near.
    """
    lower = parsed.lower
    then = lower[start - 1 : start + 1] == ["and", "then"]
    if lower[max(0, start - 2) : start] != [",", "and"] and not then:
        return None
    verb = lower[start]
    past = verb.endswith(PAST) or verb in _ALIKE or lexicon().is_past(verb)
    warned = _over_threat(parsed, start) if past or verb in RESUMING else None
    if over := _over_time(parsed, start) or warned:
        return over
    if verb not in RESUMING:
        return _over_relative(parsed, start) if past else None
    first = next((n for n in range(start - 2) if lower[n] == lower[start]), None)
    if first is None:  # "are near X, which lies in hills, and have taken Y"
        return _over_relative(parsed, start, alone=True)
    if _SET_IN.isdisjoint(lower[first:start]):
        return None
    place = parsed.words[first - 1].start if first else -1
    return next((m for m in parsed.actors if m.free and m.start <= place < m.end), None)


def _over_time(parsed: Parsed, start: int) -> ActorMention | None:
    """Return who took and moved on in "rebels took X after the army fled, and moved on to Y"."""
    behind = range(start - 3, 0, -1)
    opener = next((n for n in behind if parsed.lower[n] in _CUTS), 0)
    if parsed.lower[opener] not in _WHEN:
        return None
    at, end = parsed.words[opener].start, parsed.words[start].start
    acting = [m for m in parsed.actors if m.free and m.armed]
    did = next((m for m in reversed(acting) if m.start < at), None)
    if did is None or not any(at < m.start < end for m in acting):
        return None
    # "The army said that after rebels took X, and shelled Y, it left": the army did nothing yet
    done = parsed.word_at(did.start)
    return did if any(done < t.first < opener for t in parsed.triggers) else None


def _over_threat(parsed: Parsed, start: int) -> ActorMention | None:
    """Return who warned and moved in "X warned that it would act if Y fired, and moved tanks".

    Who "could not hold out, and fled" or "might reach X, and had taken Y" are those spoken of, as
    are all in what a staff reported.
    """
    lower = parsed.lower
    would = next((n for n in range(start - 2, 1, -1) if lower[n] in _THREATS), 0)
    said = next((n for n in range(would - 1, 0, -1) if is_speech(lower[n])), 0)
    if not said or ";" in lower[said:start] or lower[would + 1] == "not":
        return None
    sure = lower[would] in _SURE and lower[start] != "had" and lower[said] not in _REPORTS
    if not (sure or lower[would - 1] in _ITSELF):
        return None
    low, high = parsed.words[said].start, parsed.words[start].start
    met = any(low < m.start < high for m in parsed.actors)
    return next((m for m in parsed.actors if m.free and m.start < low), None) if met else None


def _over_relative(parsed: Parsed, start: int, *, alone: bool = False) -> ActorMention | None:
    """Return who pursued and took in "troops pursued the rebels who had attacked X, and took Y".

    Of two before "who" either may go on, where only one that is ``alone`` will do.
    """
    behind = range(start - 3, 0, -1)
    opener = next((n for n in behind if parsed.lower[n] in _SET_OFF), None)
    if opener is not None and parsed.lower[opener - 1] in _SPEAKERS:
        opener -= 2  # "struck X, which it said rebels used, and bombed Y"
        if opener < 1 or parsed.lower[opener] not in _RELATING or parsed.lower[opener - 1] != ",":
            return None
    elif opener is None or not _relates(parsed, opener):
        return None
    said = next((n for n in range(opener, -1, -1) if parsed.lower[n] in _SAID), 0)
    low, high = parsed.words[said].start, parsed.words[opener].start
    told = [m for m in parsed.actors if m.free and m.armed and low <= m.start < high]
    return None if not told or (alone and len({m.side for m in told}) > 1) else told[0]


def _relates(parsed: Parsed, opener: int) -> bool:
    """Tell whether a word opens what is said of a noun: "X, whose garrison had fled"."""
    if parsed.lower[opener] == "whose":
        return parsed.lower[opener - 1] == ","
    return parsed.lower[opener] in _WHO and parsed.relates(opener)


def over_time(parsed: Parsed, start: int) -> int:
    """Return where a verb goes on with a subject over a time: "took X, and (in June) seized Y".

    So does one that opens a sentence of its own: "(In June) seized Y".
    """
    first = start + (parsed.lower[start] in _LATER)
    ends = {parsed.word_at(t.end - 1): parsed.word_at(t.start) for t in parsed.times}
    while first and first - 1 in ends and ends[first - 1] < first:
        first = ends[first - 1]
        first -= first > 0 and parsed.lower[first - 1] in _DATING
    if first > start and parsed.lower[first - 2 : first - 1] in _SPANS:
        first -= 2  # "hours later", of no day
    first = _over_fight(parsed, first)
    return first if first == 0 or parsed.lower[first - 1] == "and" else start


def _over_fight(parsed: Parsed, first: int) -> int:
    """Return where a verb goes on over a fight: "entered X and (after a brief battle) took Y"."""
    lower = parsed.lower
    last = first - 1 - (lower[max(0, first - 1)] == ",")
    if last < 1 or lower[last] not in _FIGHTS:
        return first
    after = (n for n in range(last - 1, max(0, last - _FIGHT), -1) if lower[n] == "after")
    at = next(after, 0)
    return at if at and lower[at - 1] == "and" else first


def same_infinitive(parsed: Parsed, start: int) -> int | None:
    """Return the verb that one is joined to: "were said to have taken X and to have cut Y"."""
    if parsed.lower[start : start + 2] != ["to", "have"] or parsed.lower[start - 1] not in _JOINS:
        return None
    before = (n for n in range(start - 2, 0, -1) if parsed.lower[n : n + 2] == ["to", "have"])
    first = next(before, None)
    return None if first is None else first + 2


def means_before(parsed: Parsed, start: int) -> int | None:
    """Return the verb that says by what means a deed is done: "used two missiles to destroy X"."""
    if parsed.lower[start] != "to":
        return None
    lead = range(start - 2, max(0, start - _MEANS), -1)
    used = next((n for n in lead if parsed.lower[n] in ("used", "uses", "use")), None)
    if used is None or "," in parsed.lower[used:start] or parsed.lower[used - 1] in BE:
        return None
    return used
