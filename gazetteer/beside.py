"""A second look at an unclear name, in the light of what stands next to it in its text."""

from __future__ import annotations

from collections.abc import Sequence

from gazetteer.index import Gazetteer
from gazetteer.meaning.corrections import Corrections
from gazetteer.nearness import apart_km
from gazetteer.place import PlaceExpression, Resolution, Unresolved
from gazetteer.resolve import Context, resolve_all
from gazetteer.spellings.same_name import spellings

__all__ = ["is_open", "resolve_beside"]

#: Places that one paragraph names lie this near to each other, or say nothing of each other.
_REACH_KM = 40.0


def is_open(answer: Resolution | Unresolved, gazetteer: Gazetteer) -> bool:
    """Tell whether entries of just this name are known, and none of them was chosen."""
    return isinstance(answer, Unresolved) and bool(_open_ids(answer, gazetteer))


def resolve_beside(
    answer: Unresolved,
    others: Sequence[PlaceExpression],
    gazetteer: Gazetteer,
    *,
    context: Context,
    corrections: Corrections | None = None,
) -> Resolution | Unresolved:
    """Choose among the entries that an answer left open, or return it as it is.

    A report on a whole war names places at both ends of a country, and the namesake next to one of
    them rivals the one next to another. What stands beside a name tells more. Only a place of just
    this name is taken, and only near another that was placed.
    """
    asked = (answer.expression, *(other for other in others if other != answer.expression))
    again, *rest = resolve_all(asked, gazetteer, context=context, corrections=corrections)
    if not isinstance(again, Resolution):
        return answer
    meant = {candidate.entry.id for candidate in again.chosen} <= _open_ids(answer, gazetteer)
    return again if meant and any(_is_near(again, other) for other in rest) else answer


def _open_ids(answer: Unresolved, gazetteer: Gazetteer) -> set[str]:
    """Return the entries shown that are called just so; no further search is needed for that."""
    if not (answer.searched and len(answer.expression.heads) == 1):
        return set()
    asked = spellings(answer.expression.heads[0], gazetteer.families).plain
    return {
        each.entry.id
        for each in answer.candidates
        if any(asked & spellings(t.text, gazetteer.families).plain for t in each.entry.toponyms)
    }


def _is_near(answer: Resolution, other: Resolution | Unresolved) -> bool:
    if not isinstance(other, Resolution) or {*answer.expression.heads} & {*other.expression.heads}:
        return False
    here, there = answer.footprint, other.footprint
    return apart_km(here.lon, here.lat, there.lon, there.lat) <= _REACH_KM
