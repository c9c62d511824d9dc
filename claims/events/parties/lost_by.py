"""Who lost or held what others take or hit, told beside: "took X after driving out Y"."""

from __future__ import annotations

from claims.claim import Action
from claims.events.parties.meant import Meant
from claims.events.sentences.parse import Parsed
from claims.fighters.actors import ActorMention
from claims.fighters.party import Party
from claims.lexicon import Trigger

__all__ = ["lost_by"]

_TAKEN = frozenset((Action.CAPTURE, Action.RECAPTURE, Action.ADVANCE))
_HIT = frozenset((Action.ATTACK, Action.STRIKE, Action.ENCIRCLE))
_AFTER = frozenset("after following once when".split())
_HELD = frozenset("held controlled defended occupied".split())
_MARKS = _AFTER | _HELD | {"where"}
_DRIVING = frozenset(
    "driving ousting expelling defeating routing chasing pushing forcing evicting battling fighting"
    " beating overpowering".split()
)
_FIGHTS = frozenset("clashes clash fighting battle battles firefight combat skirmish".split())
_LEFT = frozenset("fled withdrew pulled retreated left abandoned surrendered ran".split())
_DUG_IN = frozenset("dug entrenched holed based resisting stationed encamped".split())
_TAIL = 8  # words from "after" to whom it was taken from
_BEHIND = 4  # words behind those who "have been dug in" or "had fled"


def lost_by(parsed: Parsed, trigger: Trigger, meant: Meant, subject: Party | None) -> Party | None:
    """Return the side that held what an event takes or hits, where its own words name none."""
    action = trigger.pattern.action
    told = action in _TAKEN or action in _HIT
    if not told or not (subject and subject.side) or _MARKS.isdisjoint(parsed.sentence.held):
        return None
    for mention in parsed.actors:
        number = parsed.word_at(mention.start)
        if number <= trigger.last or not mention.armed:
            continue
        mark = _mark(parsed, trigger, number)
        if mark is None or _told_between(parsed, trigger, mark):
            continue
        if _loses(parsed, mark, number, mention, taken=action in _TAKEN):
            party = meant.party(mention)
            return party if party.side and party.side != subject.side else None
    return None


def _mark(parsed: Parsed, trigger: Trigger, number: int) -> int | None:
    """Return the last word before a mention that opens what is told beside an event."""
    lead = range(number - 1, max(trigger.last, number - _TAIL), -1)
    return next((n for n in lead if parsed.lower[n] in _MARKS), None)


def _told_between(parsed: Parsed, trigger: Trigger, mark: int) -> bool:
    """Tell whether another deed stands between: "took X and left Y, which is held by Z"."""
    between = (t for t in parsed.triggers if trigger.last < t.first < mark)
    return any(t.pattern.kind == "verb" for t in between)


def _loses(parsed: Parsed, mark: int, number: int, mention: ActorMention, *, taken: bool) -> bool:
    """Tell whether the words around a mention say that it held the ground or lost it."""
    word, tail = parsed.lower[mark], parsed.lower[mark + 1 : number]
    last = parsed.word_at(max(0, mention.end - 1))
    behind = parsed.lower[last + 1 : last + 1 + _BEHIND]
    if word in _HELD:
        return tail[:1] == ["by"]
    if word == "where":
        return not _DUG_IN.isdisjoint(behind)
    if not taken:
        return False
    fought = not _FIGHTS.isdisjoint(tail) and not {"with", "against"}.isdisjoint(tail)
    fled = set(tail) <= {"the", "all"} and not _LEFT.isdisjoint(behind)
    return not _DRIVING.isdisjoint(tail[:1]) or fought or fled
