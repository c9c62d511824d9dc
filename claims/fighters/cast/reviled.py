"""Whom a report calls names: "the fascist army", "the regime", "criminal gangs", "occupiers"."""

from __future__ import annotations

from collections.abc import Iterable

from claims.fighters.cast.who import Cast
from claims.fighters.phrase import Phrase

__all__ = ["reviled"]

# What a state is called by its foes alone.
_OF_STATE = frozenset(
    "regime regime's junta junta's clique dictatorship fascist fascists puppet puppets mercenary"
    " mercenaries terrorist criminal bandit genocidal invading occupation occupying".split()
)
_HIRED = frozenset(("mercenary", "mercenaries"))
_OF_REBELS = frozenset(
    "terrorist terrorists bandit bandits criminal criminals outlaws thugs hoodlums saboteurs"
    " delinquents extremists".split()
)


def reviled(phrases: Iterable[Phrase], cast: Cast) -> frozenset[str]:
    """Return the sides that a report calls names, by which none calls itself.

    Where it calls one the occupiers or aggressors, "the regime" may be anybody's.
    """
    found = set(cast.names.enemy)
    if found:
        return frozenset(found)
    for phrase in phrases:
        words = set(phrase.text.lower().split())
        if phrase.side != cast.home:
            words -= _HIRED  # "Zalin mercenaries" are called what they are
        if phrase.side and cast.is_state(phrase.side):
            found.update((phrase.side,) if words & _OF_STATE else ())
        elif phrase.side and phrase.kind in ("rebel", "force"):
            found.update((phrase.side,) if words & _OF_REBELS else ())
    return frozenset(found)
