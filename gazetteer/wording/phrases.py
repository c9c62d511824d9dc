"""Names and phrases: what the grammar of place expressions reads and makes.

Named tuples and no dataclasses: every rule makes its own, and they are made three times as fast.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from gazetteer.place import Relation

__all__ = ["Name", "Phrase", "with_holders"]


class Name(NamedTuple):
    """A toponym in a text: tokens ``[first, last)``, and whether the gazetteer knows it.

    ``derived`` tells that it is built on a known one: "New Aleppo", "Greater Kabul".
    """

    first: int
    last: int
    text: str
    known: bool
    derived: bool = False


class Phrase(NamedTuple):
    """A place expression with the tokens ``[first, last)`` that it takes up.

    ``shares`` tells that its opening words ("the towns of", "near") hold for a whole list.
    ``evident`` tells that the words themselves show that a place is meant.
    """

    first: int
    last: int
    names: tuple[Name, ...] = ()
    heads: tuple[str, ...] = ()
    relation: Relation = Relation.AT
    distance_km: tuple[float, float] | None = None
    directions: tuple[str, ...] = ()
    feature: str = ""
    within: Phrase | None = None
    shares: bool = False
    plural: bool = False
    evident: bool = True


def with_holders(listed: Sequence[Phrase]) -> list[Phrase]:
    """Give the members of a list the province that the next one of them with one names.

    "A and B in X province" are both there; in "A, B (X province), C and D (Y province)" A and B
    are in X.
    """
    if len(listed) == 1:
        return list(listed)
    found: list[Phrase] = []
    outer: Phrase | None = None
    for phrase in reversed(listed):
        outer = phrase.within or outer
        found.append(phrase._replace(within=outer))
    return found[::-1]
