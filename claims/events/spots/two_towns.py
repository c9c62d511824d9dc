"""Two towns that only a comma parts: "shelled X, Y on Sunday"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from gazetteer.place import PlaceExpression, Relation
from gazetteer.wording.mentions import Mention

__all__ = ["parted"]

_PARTED, _TOWNS = ", ", frozenset(("", "city", "town"))


def parted(mention: Mention, are_apart: Callable[[str, str], bool]) -> Iterator[Mention]:
    """Yield a place, or the two of it where the second is a town that does not hold the first.

    ``are_apart`` tells that of two names; words alone cannot, for "X, Y" may be a town and its
    region as well.
    """
    said, other = mention.expression, mention.expression.within
    if other is None or not _is_bare(other) or not _is_bare(said):
        yield mention
        return
    first, comma, second = said.text.rpartition(_PARTED)
    two = comma and second == other.text
    if not two or not are_apart(said.heads[0], other.heads[0]):
        yield mention
        return
    start = mention.end - len(second)
    one = replace(said, text=first, within=other.within)
    yield replace(mention, end=start - len(_PARTED), expression=one)
    yield replace(mention, start=start, expression=other, head_span=(start, mention.end))


def _is_bare(said: PlaceExpression) -> bool:
    plain = said.relation is Relation.AT and said.feature_word in _TOWNS
    return plain and len(said.heads) == 1
