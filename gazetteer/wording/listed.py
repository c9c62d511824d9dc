"""What the first or the last words of a list of places say of all its members."""

from __future__ import annotations

from collections.abc import Sequence

from gazetteer.place import Relation
from gazetteer.wording import words
from gazetteer.wording.phrases import Phrase

__all__ = ["as_told"]

_SEATS = frozenset(("capital",))  # "the capitals of X and Y provinces" are towns all the same
_PART_KINDS = frozenset(("countryside", "centre", "area"))


def as_told(items: Sequence[Phrase]) -> list[Phrase]:
    """Give each member its share: "near X and Y", "the towns of X and Y", "X and Y airports"."""
    return [_ended(_opened(item, items[0]), items[-1]) for item in items]


def _opened(item: Phrase, first: Phrase) -> Phrase:
    """Give a member what the words before the first one say."""
    if item is first or not first.shares or item.relation is not Relation.AT:
        return item
    general = first.plural or not first.heads or first.feature in _PART_KINDS
    kind = item.feature or (first.feature if general else "")
    return item._replace(
        relation=first.relation,
        distance_km=first.distance_km,
        directions=first.directions,
        feature=first.feature if first.feature in _SEATS else kind,
        evident=True,
    )


def _ended(item: Phrase, last: Phrase) -> Phrase:
    """Give a member the kind that the last one names in the plural."""
    kind = last.feature
    if not last.plural or item.feature not in ("", kind):
        return item
    # The word belongs to the name: of "the X and Y bridges" the first is "X bridge" and no town.
    kept = kind in words.KEPT_IN_NAME and len(item.heads) == 1
    heads = (f"{item.names[0].text} {kind}",) if kept else item.heads
    return item._replace(heads=heads, feature=kind, evident=True)
