"""Whom a side fights: which of a report's other sides are named most and are no friends of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import pairwise

from claims.fighters.cast.home import STATE, powers
from claims.fighters.phrase import Phrase
from claims.sides.groups import allied, neutral

__all__ = ["across", "branch", "clear_rival", "rivals", "tie", "tie_joined"]

_CLEAR = 2  # times as often that a side is named as the next, to be the one meant


def rivals(
    side: str | None,
    weight: Counter[str],
    allies: Mapping[str, set[str]],
    is_state: Callable[[str], bool],
    *,
    branches: Collection[str],
    armed: Sequence[str],
) -> list[str]:
    """Return the sides that are no allies of one, those unlike it first, then as named most.

    ``branches`` are those known only as a part of some force, who come last. ``armed`` are the
    states whose troops are told of, the one at home last: a group fights it rather than a land
    where shells only fall or whose border is near.
    """
    friends = allies.get(side or "", set()) | allied(side or "")
    ranked = [s for s, _ in weight.most_common() if s != side and s not in friends]
    state = side is not None and is_state(side)
    ranked.sort(key=lambda other: (other in branches, is_state(other) == state))
    lands = {s for s in ranked if is_state(s)}.difference(armed)
    if not lands or side is None or state or armed[-1] in ("", STATE, *friends):
        return ranked
    fighting = [s for s in ranked if s not in lands]
    return [*(fighting or [armed[-1]]), *(s for s in ranked if s in lands)]


def clear_rival(
    side: str, ranked: Sequence[str], weight: Mapping[str, int], *, home: str
) -> str | None:
    """Return the first of these sides where the next is not named nearly as much.

    A power whose forces act in many lands is more often a friend of the state at ``home``, and
    those who only keep a peace have no foe.
    """
    if side in neutral() or not ranked:
        return None
    if len(ranked) > 1 and weight[ranked[0]] < _CLEAR * weight[ranked[1]]:
        return None
    told = weight[ranked[0]]
    if ranked[0] in powers() and any(weight[other] > told for other in ranked[1:]):
        return None  # its soldiers may only keep a peace
    helps = home in (side, ranked[0]) and not powers().isdisjoint((side, ranked[0]))
    return None if helps else ranked[0]


def across(lands: Iterable[tuple[str, str]], side: str) -> str | None:
    """Return the other of two states between whose ``lands`` a theatre's war is, else None."""
    owners = {owner for _, owner in lands}
    others = owners - {side}
    return next(iter(others)) if len(others) == 1 and side in owners else None


def branch(side: str, weight: Mapping[str, int], named: Iterable[str | None]) -> str:
    """Return which part of a people fights: "Serb" is "Bosnian Serb" where these are named.

    ``named`` are the sides named before, nearest first.
    """
    parts = [other for other in weight if other.endswith(f"-{side}")]
    if not parts:
        return side
    near = next((other for other in named if other in parts), None)
    return near or max(parts, key=weight.__getitem__)


def tie(ties: dict[str, set[str]], side: str, other: str) -> None:
    """Note that two sides act together, or fight each other."""
    ties.setdefault(side, set()).add(other)
    ties.setdefault(other, set()).add(side)


def tie_joined(ties: dict[str, set[str]], phrases: Sequence[Phrase]) -> None:
    """Note that sides act together which a text names side by side: "A and B", "A, backed by B"."""
    for one, other in pairwise(phrases):
        if other.joined and one.side and other.side:
            tie(ties, one.side, other.side)
