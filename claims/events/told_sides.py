"""What a report tells of sides by name, in whole and place by place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from claims.claim import Action, Claim, Status
from claims.events.parties.on_land import Lands
from claims.fighters.actors import ActorFinder
from claims.sides.groups import flying

__all__ = [
    "AGAINST",
    "FIRES",
    "GAINS",
    "GROUND",
    "HELD",
    "TAKES",
    "Deed",
    "Told",
    "day_of",
    "denies_own",
    "place_of",
]

TAKES = frozenset((Action.ADVANCE, Action.CAPTURE))
# What is taken back was somebody's before: whose next fall it was is not told by that.
GAINS = TAKES | {Action.ENCIRCLE, Action.CUT}
GROUND = GAINS | {Action.RECAPTURE}
HELD = GROUND | {Action.HOLD}
FIRES = frozenset((Action.ATTACK, Action.STRIKE))
AGAINST = GROUND | FIRES | {Action.CLASH, Action.PUSH_BACK}
_MEETS = AGAINST | {Action.HOLD}  # who holds out meets whom it holds out against
# What is denied by whoever is blamed; that it was "hit" is denied by those who were as well.
_BLAMED = re.compile(r"\b(?:bomb(?:ed|ing)|bombarded|shelled|shelling|strafed|raided)\b")
_ARMIES = re.compile(r"\b(?:national\s+army|armed\s+forces|air\s+force)\b", re.IGNORECASE)
_PARTLY = re.compile(
    r"\b(?:half|partly|partially|parts?\s+of|(?:much|most|some|third|quarter|per\s?cent|%)\s+of"
    r"|two[ -]thirds)\b",
    re.IGNORECASE,
)


class Deed(NamedTuple):
    """What matters of a claim for whose another one is; alike ones of a long report are one."""

    action: Action
    sides: tuple[str | None, ...]  # who acts, and with whom
    opponent: str | None
    day: date | None


class Told:
    """What a report tells of sides by name, in whole and place by place."""

    def __init__(self, claims: Iterable[Claim], lands: Lands) -> None:
        self.lands = lands
        self.deeds: set[Deed] = set()
        self.sides: set[str] = set()
        self.armies: set[str | None] = set()  # those whose words say that they may have aircraft
        self.regaining: set[str | None] = set()  # who takes ground that may be of its own land
        self._there: dict[str, set[Deed]] = {}
        self.lost: set[str | None] = set()  # places that fell to whoever it was
        for c in claims:
            if c.actor_side and c.status is not Status.DENIED:
                self._add(c)
            elif c.action in GROUND and c.status is not Status.PLANNED:
                self.lost.add(place_of(c))

    def _add(self, claim: Claim) -> None:
        for side, words in ((claim.actor_side, claim.actor), (claim.opponent_side, claim.opponent)):
            self.sides |= {side} if side else set()
            self.armies |= {side} if side in flying() or _ARMIES.search(words) else set()
        if claim.status is Status.PLANNED and claim.action in GROUND:
            return  # who would relieve a town does not ring it
        sides = (claim.actor_side, *claim.actor_with)
        deed = Deed(claim.action, sides, claim.opponent_side, day_of(claim))
        self.deeds.add(deed)
        if claim.action in GROUND and self.lands.owner(claim.place) in (None, *sides):
            self.regaining.update(sides)
        if claim.action in HELD and _PARTLY.search(claim.quote):
            return  # in a town that is half in their hands either side may be hit
        self._there.setdefault(place_of(claim) or "", set()).add(deed)

    def there(self, claim: Claim) -> set[Deed]:
        """Return what is told of the place of a claim."""
        at = place_of(claim)
        return self._there.get(at, set()) if at else set()

    def retaken_from(self, claim: Claim) -> list[str | None]:
        """Return from whom the place of a claim was taken back after its day."""
        day, there = day_of(claim), self.there(claim)
        back = (d for d in there if d.action is Action.RECAPTURE and d.day)
        return [d.opponent for d in back if day and d.day and d.day > day]

    def foes(self, side: str) -> set[str]:
        """Return all whom the report tells of fighting a side."""
        pairs = ({d.sides[0], d.opponent} for d in self.deeds if d.action in _MEETS)
        return {foe for pair in pairs if side in pair for foe in pair if foe} - {side}

    def fight(self, one: str | None, other: str | None) -> bool:
        """Tell whether the report tells of two sides fighting each other."""
        return one is not None and other in self.foes(one)


def day_of(claim: Claim) -> date | None:
    """Return the day on which a claim's event began; where none is told, its report's."""
    if claim.when:
        return claim.when.interval.start.date()
    return date.fromisoformat(claim.published) if claim.published else None


def place_of(claim: Claim) -> str | None:
    """Return the first name of a claim's place, in lower case."""
    heads = claim.place.heads if claim.place else ()
    return heads[0].lower() if heads else None


def denies_own(clause: str, speaker: str | None, told: Told, finder: ActorFinder) -> str | None:
    """Return whoever denies fires of its own, None where it may deny what others did.

    It is a side that fires elsewhere in the report, or the state in its war with groups.
    """
    if speaker is None or not _BLAMED.search(clause):
        return None
    fires = any(speaker in deed.sides for deed in told.deeds if deed.action in FIRES)
    # A state of whose war with groups nothing is told may be the one that is bombed
    groups = any(not finder.is_state(side) for side in finder.sides)
    return speaker if fires or (groups and speaker == finder.at_home) else None
