"""Posts of a state's army that are called after their towns: "the Oru Army camp"."""

from __future__ import annotations

from claims.fighters.tokens import Tokens

__all__ = ["is_posted"]

_OF_THE_STATE = frozenset(("army", "police", "navy"))
_POSTS = frozenset("camp camps base bases barracks garrison cantonment detachment post".split())


def is_posted(tokens: Tokens, first: int, number: int) -> bool:
    """Tell whether ``[first, number]``, a name by its capitals, is a town's and no army's own."""
    town = number - first == 1 and tokens.lower[number] in _OF_THE_STATE
    behind = tokens.lower[number + 1 : number + 2]
    return town and tokens.lower[first - 1 : first] == ["the"] and not _POSTS.isdisjoint(behind)
