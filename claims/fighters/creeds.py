"""Whom words for a creed mean: "the jihadists", "communist rebels"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from claims.sides.groups import homes, islamists, leftists, reds
from claims.sides.theatre import Theatre

__all__ = ["JIHAD", "REBEL", "jihadists", "leftist", "theatre_rebels"]

REBEL = "opposition"

_LEFT = frozenset("communist communists maoist maoists".split())
# Who is no state's army, communist or not.
_IRREGULAR = frozenset(
    "rebel rebels guerrilla guerrillas guerilla guerillas insurgent insurgents insurgency militant"
    " militants terrorist terrorists".split()
)
_CREED = frozenset("jihadist jihadists jihadi jihadis islamist islamists islamic".split())
JIHAD = _CREED | frozenset("extremist extremists militant militants mujahideen mujahedin".split())


def jihadists(
    words: Collection[str], groups: Sequence[str], peoples: Collection[str]
) -> str | None:
    """Return whom "the jihadists" means: the one such group of those named.

    ``peoples`` are the groups known only as the fighters of a people, who are none.
    """
    if JIHAD.isdisjoint(words):
        return None
    named = [group for group in groups if group in islamists()]
    if not named and not _CREED.isdisjoint(words) and set(peoples).issuperset(groups):
        return REBEL
    return named[0] if len(named) == 1 else None


def leftist(
    words: Collection[str], groups: Sequence[str], home: str, armed: Sequence[str] = ()
) -> str | None:
    """Return whom "communist rebels" means: the one such side named, or known at home.

    ``armed`` are the states whose forces are told of: they are "the Communists" where the home has
    no such group, and never "communist guerrillas".
    """
    if _LEFT.isdisjoint(words):
        return None
    at_home = [group for group in sorted(leftists()) if homes().get(group) == home]
    states = () if at_home or not _IRREGULAR.isdisjoint(words) else armed
    may_be = leftists() | reds()
    may_be = may_be - {home} if {home}.issuperset(armed) else may_be  # it fights its own
    named = [side for side in dict.fromkeys((*groups, *states)) if side in may_be]
    known = named or at_home
    if len(known) == 1:
        return known[0]
    return REBEL if len(named) > 1 or (groups and not named) else None


def theatre_rebels(theatre: Theatre) -> str | None:
    """Return whom a theatre says "the rebels" are; None where it leaves that open."""
    ids = {side.id for side in theatre.sides}
    return dict(theatre.plain).get(REBEL, REBEL if REBEL in ids else None)
