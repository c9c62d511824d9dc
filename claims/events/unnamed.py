"""Whose a deed is that the words give to nobody, by the report as a whole: "X had fallen"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from claims.claim import Action, Claim, Status
from claims.events.event import Event
from claims.events.parties.answering import accused_behind, claims_it_behind, is_left_unsaid
from claims.events.parties.armies_there import armies_there
from claims.events.parties.by_make import flown_by
from claims.events.parties.fired_from import fired_elsewhere
from claims.events.parties.nobody import names_nobody
from claims.events.parties.on_land import Lands
from claims.events.parties.only_heard import is_only_heard
from claims.events.parties.volleys import who_fired_before
from claims.events.sentences.passives import is_passive
from claims.events.told_sides import (
    AGAINST,
    FIRES,
    GAINS,
    GROUND,
    HELD,
    TAKES,
    Deed,
    Told,
    day_of,
    denies_own,
    place_of,
)
from claims.fighters.actors import ActorFinder

__all__ = ["Unnamed"]

# What a state has and those who fight it at home seldom do: an A-37, but no T-55 or suicide bomber.
_FLOWN = re.compile(
    r"\b(?:air\s?-?(?:strikes?|raids?|attacks?)|from the air|(?:barrel|glide|cluster) bombs?|planes"
    r"|gunships?|warships?|warplanes?|jets|bombers|helicopters?)\b"
    r"|^(?:an?|one|another|the)\s(?:(?!\w+ed\b)[\w-]+\s){0,3}?(?:plane|aircraft"
    r"|(?:a[chn]|uh|il|mig?|su|tu)-\d+|(?:[acf]-\d|b-5)\d)\b(?!\s(?:c[ao]me|was|is|fell|crashed)\b)"
)
_BARREL = re.compile(r"\bbarrel[ -]bomb")
_HIDDEN = re.compile(
    r"\b(?:suicide (?:(?:car|truck) )?(?:bomb\w*|attack\w*)|(?:car|truck|roadside) bombs?"
    r"|ambush\w*|land\s?mines?|explosive device)\b"
)
# What somebody laid, what is told of before ("the rocket"), and what went astray.
_NOT_FIRED = re.compile(
    r"\b(?:blown up|blew up|blasts?|bombs? (?:exploded|killed|went off)|explo\w+|detonat\w+"
    r"|sabotage\w*|misfired|fell short|stray|accident\w*|mistake\w*|debris|fragments|wreckage"
    r"|intercept\w+|air[ -]defen[cs]es?|friendly fire)\b"
    r"|^(?:the|this|that|these|those) (?:\w+ )?(?:bomb|missile|rocket|shell|drone|projectile)s? "
)
# A town that fell long after somebody took it fell to somebody else.
_SAME_DAYS, _SAME_SEASON = timedelta(days=4), timedelta(days=120)


class _Words(NamedTuple):
    """What the words of a claim say that it does not hold itself."""

    clause: str
    speaker: str | None  # the side that tells of it
    holder: str | None = None  # who holds the place, where the sentence says so in passing
    heard: bool = False


class Unnamed:
    """The claims of one report whose words name nobody, noted as they are read.

    ``lands`` tells on whose land a place lies.
    """

    def __init__(self, lands: Lands) -> None:
        self._lands = lands
        self._noted: dict[str, _Words] = {}

    def note(self, event: Event, claim: Claim) -> None:
        """Note a claim, if the words of its event name nobody."""
        if names_nobody(event):
            parsed, trigger = event.parsed, event.trigger
            low, high = parsed.clause(trigger.first)
            # "Two tanks were destroyed": what is hit did not fire.
            low = trigger.first if is_passive(parsed, trigger) else low
            clause = " ".join(parsed.lower[low : high + 1])
            speaker = event.speaker.side if event.speaker else None
            heard = is_only_heard(parsed, trigger) and not _FLOWN.search(clause)
            self._noted[claim.id] = _Words(clause, speaker, heard=heard)

    def note_held(self, claims: Iterable[Claim], held: Sequence[Claim]) -> None:
        """Note whose the places of a sentence are, which it only says in passing."""
        for claim in claims if held else ():
            holder = _one(h.actor_side for h in held if place_of(h) == place_of(claim))
            if holder and claim.id in self._noted:
                self._noted[claim.id] = self._noted[claim.id]._replace(holder=holder)

    def sides(self, claims: Sequence[Claim], finder: ActorFinder, text: str) -> Iterator[Claim]:
        """Yield all claims of a report (``text``), those of nobody with the side left for them."""
        claims = armies_there(claims, self._lands, finder, text)
        told = Told(claims, self._lands)
        for claim in claims:
            unsaid = claim.action in FIRES and is_left_unsaid(text, claim.span.end)
            words = None if claim.actor_side or unsaid else self._noted.get(claim.id)
            side = _side(claim, told, finder, words) if words else None
            if words and not side:
                side = _answering(claim, finder, text, words)
                side = side or _of_volley(claim, told, finder, text, words)
            yield replace(claim, actor_side=side) if side else claim


def _side(claim: Claim, told: Told, finder: ActorFinder, words: _Words) -> str | None:
    if claim.action in FIRES and claim.status is Status.DENIED:
        return denies_own(words.clause, words.speaker, told, finder)
    if claim.opponent_side:
        foe = _against(claim, told, finder, words.speaker)
        hidden = _HIDDEN.search(words.clause) and foe and finder.is_state(foe)
        afar = foe and claim.action in FIRES and fired_elsewhere(words.clause, foe, finder)
        return None if hidden or afar else foe
    if claim.action is Action.RETREAT and "loss of" in words.clause:
        return _losing(claim, told, finder)
    if claim.action in FIRES:  # the guns of both sides are as loud
        side = None if words.heard else _firing(claim, told, finder, words)
        return None if side and fired_elsewhere(words.clause, side, finder) else side
    if claim.action in GROUND and claim.status is not Status.PLANNED:
        side = _gaining(claim, told, finder, words)
        lost = claim.action is Action.CAPTURE and words.speaker is None
        return side or (_from_abroad(claim, told, finder, words) if lost else None)
    return None


def _against(claim: Claim, told: Told, finder: ActorFinder, speaker: str | None) -> str | None:
    """Return whom those fight to whom it is done, where the report tells of these two fighting.

    "Libyan posts were captured, Chad said": not by whoever else fights these.
    """
    met = claim.opponent_side
    foe = finder.foe(met) or (_one(told.foes(met)) if met and finder.is_state(met) else None)
    if claim.action not in AGAINST or foe is None or speaker not in (None, met, foe):
        return None
    return foe if told.fight(met, foe) or told.sides <= {met, foe} else None


def _firing(claim: Claim, told: Told, finder: ActorFinder, words: _Words) -> str | None:
    """Return who fires: whom the holder of the place fights, the one state from the air.

    Else the one group from an ambush, or who alone fires and fired there before; or whom those
    fight whose land the place is said to be.
    """
    if own := flown_by(words.clause, told.sides | finder.sides):
        return own
    if _BARREL.search(words.clause) and finder.at_home:
        return finder.at_home  # no rebel and no friend of the state's drops these
    flown = _FLOWN.search(words.clause)
    there = told.there(claim)
    held = words.holder or _who(d for d in there if d.action is Action.HOLD)
    if held or flown:
        foe = finder.foe(held) or told.lands.other(held) if held else _flying(told, finder)
        foe = foe or (None if held else _from_abroad(claim, told, finder, words))
        return None if flown and foe and not finder.is_state(foe) else foe
    if _HIDDEN.search(words.clause):
        return _one(side for side in told.sides if not finder.is_state(side))
    firing = _who(d for d in told.deeds if d.action in FIRES)
    # Whose own officials tell of it may as well be hit
    if firing and firing == _who(d for d in there if d.action in AGAINST) != words.speaker:
        return firing
    return finder.foe(_land(claim, told, finder)) or _from_abroad(claim, told, finder, words)


def _from_abroad(claim: Claim, told: Told, finder: ActorFinder, words: _Words) -> str | None:
    """Return the state that fights the one on whose land a place lies, in a war of states.

    Not where it is told to hold or to have taken that place, nor where it tells of the deed itself;
    nor of what those do who are at home there, or of what fell there by mistake.
    """
    owner = told.lands.owner(claim.place)
    if owner is None or _NOT_FIRED.search(words.clause):
        return None
    if not told.lands.has(owner) and claim.action is Action.ATTACK:
        return None
    foe = _at_war(owner, told, finder)
    if foe is None or words.speaker == foe:
        return None
    # Who takes ground in its own country does not hold all of it; a theatre says where.
    if owner in told.regaining and not told.lands.has(owner):
        return None
    held = any(foe in d.sides and d.action in HELD for d in told.there(claim))
    lost = claim.action in FIRES and place_of(claim) in told.lost
    return None if held or lost else foe


def _at_war(owner: str, told: Told, finder: ActorFinder) -> str | None:
    """Return the one state that fights a side from another land: the theatre's, else as told.

    None where that side has other foes too; and, unless a theatre tells of lands, where anybody
    else fights: a state that is named beside another may be its friend, and rebels its foes.
    """
    foe = finder.foe(owner) or told.lands.other(owner)
    if told.lands.has(owner):
        if not (foe and told.lands.has(foe)):
            foe = _one(s for s in told.sides if finder.is_state(s) and told.fight(owner, s))
        return foe if foe and finder.is_state(foe) and told.foes(owner) <= {foe} else None
    foe = _one(told.sides - {owner})
    return foe if foe and finder.is_state(foe) and told.fight(owner, foe) else None


def _land(claim: Claim, told: Told, finder: ActorFinder) -> str | None:
    """Return the side whose land the words of a place name: "the Chadian border town of X"."""
    place = claim.place
    words = f"{place.text} {place.within.text if place.within else ''}".split() if place else ()
    side = _one(filter(None, (finder.adjective_side(w) for w in words if w[:1].isupper())))
    return side if side in told.sides else None


def _answering(claim: Claim, finder: ActorFinder, text: str, words: _Words) -> str | None:
    """Return who claims responsibility for a strike behind it, or is accused of it there."""
    if claim.action not in FIRES or claim.opponent_side:
        return None
    flown = _FLOWN.search(words.clause)
    owner = None if flown else claims_it_behind(text, claim.span.end, finder)
    side = owner or accused_behind(text, claim.span.end, finder)
    return None if side and flown and not finder.is_state(side) else side


def _of_volley(
    claim: Claim, told: Told, finder: ActorFinder, text: str, words: _Words
) -> str | None:
    """Return whose volley was told of right before, where that is not on their own land."""
    if claim.action not in FIRES or claim.opponent_side or _NOT_FIRED.search(words.clause):
        return None
    side, alike = who_fired_before(text, claim.span.start, words.clause, finder) or (None, False)
    owner = told.lands.owner(claim.place)
    return side if side != owner and (owner or alike) else None


def _flying(told: Told, finder: ActorFinder) -> str | None:
    """Return the one state that is told of, where no other and no rival army is."""
    state = finder.only_state
    others = told.armies - {state} or any(s != state and finder.is_state(s) for s in told.sides)
    return state if state in told.sides and not others else None


def _gaining(claim: Claim, told: Told, finder: ActorFinder, words: _Words) -> str | None:
    """Return who takes ground: who does so there, who fights those who left it, who alone gains."""
    there, day = told.there(claim), day_of(claim)
    if claim.action is Action.RECAPTURE:
        return _retaking(there, told, finder)
    if back := told.retaken_from(claim):
        return _one(back)  # it fell to them before
    if taking := [d for d in there if d.action in GAINS]:
        return _who(taking) if all(_within(_SAME_DAYS, day, d.day) for d in taking) else None
    if left := _who(d for d in there if d.action is Action.RETREAT):
        foe = finder.foe(left)
        gaining = any(d.sides[0] == foe and d.action in GAINS for d in told.deeds)
        return foe if gaining or told.fight(left, foe) or told.sides <= {left, foe} else None
    pressing = GAINS | (FIRES if claim.action not in TAKES else {Action.ATTACK})
    near = [d for d in told.deeds if _within(_SAME_SEASON, day, d.day)]
    alone = _who(d for d in near if d.action in pressing)
    if alone is None and claim.action not in TAKES:  # whoever shells a town rings none
        alone = _who(d for d in near if d.action in GAINS)
    speaker, group = words.speaker, alone is not None and not finder.is_state(alone)
    # What a state denies to have fallen it did not take; "X fell", says who did, or owns up to it.
    denied = claim.status is Status.DENIED and not group
    owned = speaker and group and finder.is_state(speaker) and finder.foe(speaker) == alone
    fell = owned and any(w.startswith(("fall", "fell")) for w in words.clause.split())
    return alone if not denied and (fell or speaker in (None, alone)) else None


def _losing(claim: Claim, told: Told, finder: ActorFinder) -> str | None:
    """Return who lost a place: whom those fight of whom alone it is told that they took it."""
    taken = _who(d for d in told.there(claim) if d.action in GROUND)
    foe = taken and (finder.foe(taken) or told.lands.other(taken))
    return foe if told.fight(taken, foe) or told.sides <= {taken, foe} else None


def _retaking(there: Collection[Deed], told: Told, finder: ActorFinder) -> str | None:
    """Return who takes back: whom the group fights that took or held it, or who alone does so."""
    taken = _who(d for d in there if d.action in TAKES | {Action.HOLD})
    if taken:
        foe = None if finder.is_state(taken) else finder.foe(taken)
        return foe if told.fight(taken, foe) or told.sides <= {taken, foe} else None
    return _who(d for d in told.deeds if d.action is Action.RECAPTURE)


def _within(days: timedelta, one: date | None, two: date | None) -> bool:
    """Tell whether two events are told to lie so near to each other, or when is not known."""
    return one is None or two is None or abs(one - two) <= days


def _who(deeds: Iterable[Deed]) -> str | None:
    """Return the one side that acts in all of these deeds, None where there are more or none."""
    return _one(side for deed in deeds for side in deed.sides)


def _one(sides: Iterable[str | None]) -> str | None:
    """Return the one side of all, None where there are more or none."""
    found = {*sides}
    return found.pop() if len(found) == 1 else None
