"""A claimant as a party: who fights itself, or speaks for a side."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.fighters.actors import ActorFinder
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
# Of whom nobody can tell by these words alone.
_OWNED = ("its ", "their ")
# Who only watches a war has no forces, whatever it leans to.
_WATCHES = frozenset(("monitor", "igo", "ngo", "press", "wire"))


@dataclass(slots=True)
class Voices:
    """The claimants of a report as parties, and which of them spoke last."""

    theatre: Theatre
    finder: ActorFinder
    last: Party | None = None

    def heard(self, claimant: str) -> Party | None:
        """Return a claimant as a party, remembered as the one that spoke last."""
        party = self.party(claimant)
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
            return None
        own = finder.speaker(claimant)
        return Party(text=own.text, side=own.side) if own else None
