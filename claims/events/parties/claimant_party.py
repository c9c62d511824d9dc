"""A claimant as a party: who fights itself, or speaks for a side."""

from __future__ import annotations

from claims.fighters.actors import ActorFinder
from claims.fighters.party import Party
from claims.sides.theatre import Theatre

__all__ = ["party_of"]

# Who speaks for whoever spoke before: "our forces are near, a spokesman said".
_BARE = frozenset("spokesman spokeswoman spokesperson statement communique".split())
_OWNED = ("its ", "their ")
# Who only watches a war has no forces, whatever it leans to.
_WATCHES = frozenset(("monitor", "igo", "ngo", "press", "wire"))


def party_of(
    claimant: str, theatre: Theatre, finder: ActorFinder, before: Party | None
) -> Party | None:
    """Return a claimant as a party, where it fights itself or speaks for a side.

    ``before`` is the party that spoke last.
    """
    if claimant in _BARE:
        return before
    source = theatre.source(claimant)
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
