"""What the first or the last words of a list of places say of all its members."""

from __future__ import annotations

from collections.abc import Sequence

from gazetteer.place import Relation
from gazetteer.wording import words
from gazetteer.wording.phrases import Phrase

__all__ = ["as_told", "leads_to"]

_SEATS = frozenset(("capital",))  # "the capitals of X and Y provinces" are towns all the same
_PART_KINDS = frozenset(("countryside", "centre", "area"))
_GOALS = frozenset(("to", "toward", "towards", "into"))
# What goes on behind a list of places without telling of its last one by itself.
_ON = frozenset(
    """
    . , ; : ) " ” — – in on at from with as while when by near to since during but for after before
    and or amid until early late overnight yesterday today
    """.split()
).union(("", "\n"))


def as_told(items: Sequence[Phrase], *, leads: bool = False) -> list[Phrase]:
    """Give each member its share: "near X and Y", "the towns of X and Y", "X and Y airports".

    ``leads`` tells that the first is a road that goes to all of them.
    """
    first, share = items[0], _led_to if leads else _opened
    return [_ended(share(item, first), items[-1]) for item in items]


def leads_to(items: Sequence[Phrase], low: Sequence[str]) -> bool:
    """Tell whether a road is told by several places to which it goes: "the road to X and Y".

    Not where the last of them has a verb of its own: "on the road to X and Y was shelled".
    """
    road, behind = items[0], low[items[-1].last :][:2]
    if road.relation is not Relation.ALONG or not road.names:
        return False
    subject = not road.first or low[road.first - 1] in (".", "\n")  # "The road to X and Y was cut"
    told = behind[:1] == [","] and behind[1:] in (["which"], ["where"])
    goes_on = subject or set(behind[:1]) <= _ON
    return low[road.names[-1].first - 1] in _GOALS and goes_on and not told


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


def _led_to(item: Phrase, road: Phrase) -> Phrase:
    """Return the road to a further town: "the road from X to Y and Z"; its airport is no road."""
    if item is road or item.feature or not item.heads or item.relation is not Relation.AT:
        return item
    heads = (*road.heads[:-1], *item.heads)
    return item._replace(relation=road.relation, heads=heads, feature=road.feature, evident=True)


def _ended(item: Phrase, last: Phrase) -> Phrase:
    """Give a member the kind that the last one names in the plural."""
    kind = last.feature
    if not last.plural or item.feature not in ("", kind):
        return item
    # The word belongs to the name: of "the X and Y bridges" the first is "X bridge" and no town.
    kept = kind in words.KEPT_IN_NAME and len(item.heads) == 1
    heads = (f"{item.names[0].text} {kind}",) if kept else item.heads
    along = item.relation is Relation.AT and last.relation is Relation.ALONG  # "the X and Y roads"
    relation = last.relation if along else item.relation
    return item._replace(heads=heads, feature=kind, relation=relation, evident=True)
