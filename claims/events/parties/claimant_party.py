"""A claimant as a party: who fights itself, or speaks for a side."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claims.claim import Claim
from claims.claimants.cues import Cue
from claims.fighters.actors import ActorFinder
from claims.fighters.by_seat import STATION
from claims.fighters.party import Party
from claims.sides.theatre import Theatre

__all__ = ["Voices"]

# Who speaks for whoever spoke before: "our forces are near, a spokesman said".
_BARE = frozenset("spokesman spokeswoman spokesperson statement communique".split())
# Who speaks, where states fight, for the one that told of its own forces: "a military communique".
_UNOWNED = re.compile(
    r"(?:(?:senior|chief|war|official)\s)?(?:government|army|military|air\sforce|navy|war|high\scommand)\s"
    r"(?:spokes\w+|communiqu[eé]|statement|command|source|officials?|bulletin)$",
    re.IGNORECASE,
)
# Of whom nobody can tell by these words alone, and which of them only a state has.
_OWNED = ("its ", "their ")
_OF_STATE = re.compile(
    r"its\s(?:\w+\s)?(?:ministry|army|military|armed\sforces|general\sstaff|air\sforce|navy)\b",
    re.IGNORECASE,
)
# Who commands or fights, and of whom no more is said: no "captured commander".
_QUOTED = re.compile(
    r"(?:(?:front-?line|local|senior|top|unit|regional|battalion|brigade|company)\s)*"
    r"(?:commander|officer|fighter|soldier|general|colonel|captain|pilot)s?(?:\s(?:at|in|on)\s.*)?"
)
# Who only watches a war has no forces, whatever it leans to.
_WATCHES = frozenset(("monitor", "igo", "ngo", "press", "wire"))


@dataclass(slots=True)
class Voices:
    """The claimants of a report as parties, and which of them spoke last."""

    theatre: Theatre
    finder: ActorFinder
    last: Party | None = None
    _before: str = ""  # who alone spoke in the sentence before

    def close_sentence(self, cues: Sequence[Cue], denials: Sequence[Claim]) -> None:
        """End a sentence: who spoke there, if only one did, may own the army that speaks next.

        "A spokesman" who denied what was claimed speaks for another than claimed it.
        """
        if any(denial.claimant in _BARE for denial in denials):
            self.last = None
        spoke = {cue.who for cue in cues}
        self._before = spoke.pop() if len(spoke) == 1 else ""

    def heard(self, claimant: str, via: Sequence[str] = ()) -> Party | None:
        """Return a claimant as a party, remembered as the one that spoke last.

        "A front-line commander" whom a side's radio quotes is of that side.
        """
        party = self.party(claimant)
        if not (party and party.side) and via and _QUOTED.fullmatch(claimant):
            station = self.party(via[0]) if STATION.search(via[0]) else None
            party = Party(text=claimant, side=station.side) if station else party
        self.last = party or self.last
        return party

    def side_of(self, claimant: str) -> str | None:
        """Return the side for which a claimant speaks, if for any."""
        party = self.party(claimant)
        return party.side if party else None

    def party(self, claimant: str) -> Party | None:
        """Return a claimant as a party, where it fights itself or speaks for a side."""
        finder = self.finder
        last = self.last.side if self.last else None
        if claimant in _BARE or (last in finder.tell_of_their_own and _UNOWNED.match(claimant)):
            return self.last
        source = self.theatre.source(claimant)
        if source and source.leaning and source.kind not in _WATCHES:
            return Party(text=source.name, side=source.leaning)
        if claimant == "outlet":
            return Party(side=finder.own_voice) if finder.own_voice else None
        if finder.own_voice and "enemy" in claimant.lower().split():  # "the enemy radio"
            return Party(text=claimant, side=finder.enemy_of(finder.own_voice))
        if claimant.lower().startswith(_OWNED):
            return self._owned(claimant)
        own = finder.speaker(claimant)
        return Party(text=own.text, side=own.side) if own else None

    def _owned(self, claimant: str) -> Party | None:
        """Return "its army" as the party of the state that alone spoke in the sentence before."""
        owned = self._before.lower().startswith(_OWNED) or not _OF_STATE.match(claimant)
        owner = None if owned else self.party(self._before)
        state = owner and owner.side and self.finder.is_state(owner.side)
        return Party(text=claimant, side=owner.side) if state and owner else None
