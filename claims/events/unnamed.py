"""Whose a deed is that the words give to nobody, by the report as a whole: "X had fallen"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import NamedTuple

from claims.claim import Action, Claim, Status
from claims.events.event import Event
from claims.events.parties.nobody import names_nobody
from claims.fighters.actors import ActorFinder

__all__ = ["Unnamed"]

_TAKES = frozenset((Action.ADVANCE, Action.CAPTURE))
_GAINS = _TAKES | {Action.RECAPTURE, Action.ENCIRCLE, Action.CUT}
_FIRES = frozenset((Action.ATTACK, Action.STRIKE))
_AGAINST = _GAINS | _FIRES | {Action.CLASH, Action.PUSH_BACK}
# What a state has and those who fight it at home seldom do.
_HEAVY = re.compile(
    r"\b(?:air\s?-?(?:strikes?|raids?|attacks?)|from\s+the\s+air|(?:barrel|glide|cluster)\s+bombs?"
    r"|artillery|howitzers?|tanks|gunships?|warships?|warplanes?|jets|bombers|planes|helicopters?)\b",
    re.IGNORECASE,
)
_HIDDEN = re.compile(
    r"\b(?:suicide\s+(?:(?:car|truck)\s+)?(?:bomb\w*|attack\w*)|(?:car|truck|roadside)\s+bombs?"
    r"|ambush\w*|land\s?mines?|explosive\s+device)\b",
    re.IGNORECASE,
)
_ARMIES = re.compile(r"\b(?:national\s+army|armed\s+forces|air\s+force)\b", re.IGNORECASE)
# "There was no immediate comment from X" on a strike that nobody is said to have flown.
_ASKED = re.compile(
    r"\bno\s+(?:immediate\s+|official\s+)?(?:comment|response|reaction)\s+(?:\w+\s+){0,2}?"
    r"(?:from|by)\s+(?P<who>[^.;]{3,60})",
    re.IGNORECASE,
)
_OWNS = re.compile(
    r"(?P<who>[^.;]{3,70}?)\s+(?:(?:has|have|had|later)\s+)?claim(?:s|ed)?\s+responsibility",
    re.IGNORECASE,
)
_OWNED_NEAR = 160  # characters from a deed to who claims responsibility for it
_ASKED_NEAR = 500  # characters from a strike to whom reporters asked about it
# A town that fell long after somebody took it fell to somebody else.
_SAME_DAYS = timedelta(days=4)


class _Words(NamedTuple):
    """What the words of a claim say that it does not hold itself."""

    clause: str
    speaker: str | None  # the side that tells of it
    holder: str | None = None  # who holds the place, where the sentence says so in passing


class Unnamed:
    """The claims of one report whose words name nobody, noted as they are read."""

    def __init__(self) -> None:
        self._noted: dict[str, _Words] = {}

    def note(self, event: Event, claim: Claim) -> None:
        """Note a claim, if the words of its event name nobody."""
        if names_nobody(event):
            words, (low, high) = event.parsed.words, event.parsed.clause(event.trigger.first)
            clause = " ".join(word.lower for word in words[low : high + 1])
            speaker = event.speaker.side if event.speaker else None
            self._noted[claim.id] = _Words(clause, speaker)

    def note_held(self, claims: Iterable[Claim], held: Sequence[Claim]) -> None:
        """Note whose the places of a sentence are, which it only says in passing."""
        for claim in claims if held else ():
            holder = _one(h.actor_side for h in held if _at(h) == _at(claim))
            if holder and claim.id in self._noted:
                self._noted[claim.id] = self._noted[claim.id]._replace(holder=holder)

    def sides(self, claims: Sequence[Claim], finder: ActorFinder, text: str) -> Iterator[Claim]:
        """Yield all claims of the report, those of nobody with the side that is left for them.

        Their words stay empty. ``text`` is the report's.
        """
        told = [c for c in claims if c.actor_side and c.status is not Status.DENIED]
        for claim in claims:
            words = self._noted.get(claim.id)
            side = _side(claim, told, finder, words) if words else None
            if words and not side:
                side = _asked(claim, finder, text)
            yield replace(claim, actor_side=side) if side else claim


def _side(claim: Claim, told: Sequence[Claim], finder: ActorFinder, words: _Words) -> str | None:
    if claim.opponent_side:
        return _against(claim, told, finder, words.speaker)
    if claim.action in _FIRES:
        return _firing(claim, told, finder, words)
    if claim.action in _GAINS and claim.status is not Status.PLANNED:
        return _gaining(claim, told, finder)
    return None


def _against(
    claim: Claim, told: Sequence[Claim], finder: ActorFinder, speaker: str | None
) -> str | None:
    """Return whom those fight to whom it is done, where the report tells of these two fighting.

    "Afghan posts were captured, Pakistan said": not by whoever else fights these.
    """
    met = claim.opponent_side
    foe = finder.foe(met)
    if claim.action not in _AGAINST or foe is None or speaker not in (None, met, foe):
        return None
    sides = {side for c in told for side in (c.actor_side, c.opponent_side) if side}
    fought = any({met, foe} == {c.actor_side, c.opponent_side} for c in told)
    return foe if fought or sides <= {met, foe} else None


def _firing(claim: Claim, told: Sequence[Claim], finder: ActorFinder, words: _Words) -> str | None:
    """Return who fires: the one state from the air, the one group from an ambush, who did before.

    That last one only where nobody else in the report fires at anything; else whom those fight
    whose ground it is.
    """
    if _HEAVY.search(words.clause):
        return _well_armed(told, finder)
    firing = [c for c in told if c.action in _FIRES]
    if _HIDDEN.search(words.clause):
        acting = (c.actor_side for c in told if c.action in _FIRES | _GAINS)
        return _one(side for side in acting if side and not finder.is_state(side))
    there = [c for c in told if _at(c) == _at(claim) is not None]
    once = _one(c.actor_side for c in there if c.action in _FIRES)
    if once and once == _one(c.actor_side for c in firing):
        return once
    held = words.holder or _one(c.actor_side for c in there if c.action is Action.HOLD)
    return finder.foe(held or _land(claim, told, finder))


def _land(claim: Claim, told: Sequence[Claim], finder: ActorFinder) -> str | None:
    """Return the side whose land the words of a place name: "the Rwandan border town of X"."""
    place = claim.place
    words = f"{place.text} {place.within.text if place.within else ''}".split() if place else ()
    side = _one(filter(None, (finder.adjective_side(w) for w in words if w[:1].isupper())))
    return side if any(side in (c.actor_side, c.opponent_side) for c in told) else None


def _asked(claim: Claim, finder: ActorFinder, text: str) -> str | None:
    """Return who claims responsibility for a deed, or whom reporters asked about it in vain."""
    if claim.action not in _FIRES or claim.opponent_side:
        return None
    end = claim.span.end
    owned = _OWNS.search(text, end, end + _OWNED_NEAR)
    asked = owned or _ASKED.search(text, end, end + _ASKED_NEAR)
    return _one(m.side for m in finder.find(asked["who"], asked.start("who"))) if asked else None


def _well_armed(told: Sequence[Claim], finder: ActorFinder) -> str | None:
    """Return the one state that is told of, where those it fights are no army with aircraft."""
    state = finder.only_state
    parties = [p for c in told for p in ((c.actor_side, c.actor), (c.opponent_side, c.opponent))]
    rivals = any(side != state and _ARMIES.search(words) for side, words in parties)
    return state if any(side == state for side, _ in parties) and not rivals else None


def _gaining(claim: Claim, told: Sequence[Claim], finder: ActorFinder) -> str | None:
    """Return who takes ground: who does so there, who fights those who left it, who alone gains."""
    there = [c for c in told if _at(c) == _at(claim) is not None]
    if claim.action is Action.RECAPTURE:
        return _retaking(there, told, finder)
    taking = [c for c in there if c.action in _GAINS]
    if taking:
        same = all(_same_days(claim, c) for c in taking)
        return _one(c.actor_side for c in taking) if same else None
    if left := _one(c.actor_side for c in there if c.action is Action.RETREAT):
        return finder.foe(left)
    pressing = _GAINS if claim.action in _TAKES else _GAINS | _FIRES
    alone = _one(c.actor_side for c in told if c.action in pressing)
    # What a state denies to have fallen it did not take itself.
    denied = claim.status is Status.DENIED and alone is not None and finder.is_state(alone)
    return None if denied else alone


def _retaking(there: Sequence[Claim], told: Sequence[Claim], finder: ActorFinder) -> str | None:
    """Return who takes back: whom the group fights that took it; a state "liberates" itself."""
    taken = _one(c.actor_side for c in there if c.action in _TAKES)
    if taken:
        return taken if finder.is_state(taken) else finder.foe(taken)
    return _one(c.actor_side for c in told if c.action is Action.RECAPTURE)


def _same_days(claim: Claim, other: Claim) -> bool:
    if not (claim.when and other.when):
        return True
    return abs(claim.when.interval.start - other.when.interval.start) <= _SAME_DAYS


def _at(claim: Claim) -> str | None:
    heads = claim.place.heads if claim.place else ()
    return heads[0].lower() if heads else None


def _one(sides: Iterable[str | None]) -> str | None:
    """Return the one side of all, None where there are more or none."""
    found = {*sides}
    return found.pop() if len(found) == 1 else None
