"""A name of several places, told between two that lie close together: "took A, Krasne and C"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from gazetteer.entry import FeatureClass
from gazetteer.nearness import apart_km
from gazetteer.place import PlaceExpression, Relation, Resolution, Unresolved

__all__ = ["told_beside"]

Answer = Resolution | Unresolved

#: A text goes on from one village to the next; farther apart they say nothing of a third.
_TOGETHER_KM, _BESIDE_KM = 50.0, 25.0


def told_beside(
    answers: Mapping[PlaceExpression, Answer],
    place: Callable[[PlaceExpression, PlaceExpression, bool], Answer],
) -> Iterator[tuple[PlaceExpression, Answer]]:
    """Yield what a name of several places means where those before and behind it lie together.

    The namesake is meant that lies beside them. ``place`` places an expression as it is held, as
    which one it was asked, and whether it must be known.
    """
    told = [*answers]
    for before, asked, behind in zip(told, told[1:], told[2:], strict=False):
        answer = answers[asked]
        if not isinstance(answer, Unresolved) or answer.status != "ambiguous":
            continue
        one, other = _town(answers[before]), _town(answers[behind])
        if not (one and other and _is_plain(asked)) or _apart_km(one, other) > _TOGETHER_KM:
            continue
        again = place(replace(asked, within=_around(before)), asked, True)
        if not isinstance(again, Resolution):
            continue
        if max(_apart_km(again, one), _apart_km(again, other)) <= _TOGETHER_KM:
            yield asked, replace(again, expression=asked)


def _around(before: PlaceExpression) -> PlaceExpression:
    said = replace(before, text=f"near {before.text}", within=None, ground=None, directions=())
    return replace(said, relation=Relation.DISTANCE, distance_km=(0.0, _BESIDE_KM))


def _is_plain(asked: PlaceExpression) -> bool:
    held = asked.within is not None or asked.ground is not None
    return asked.relation in (Relation.AT, Relation.NEAR) and len(asked.heads) == 1 and not held


def _town(answer: Answer) -> Resolution | None:
    """Return an answer that is a town or village, or nothing."""
    if isinstance(answer, Unresolved) or len(answer.chosen) != 1:
        return None
    return answer if answer.chosen[0].entry.feature_class is FeatureClass.POPULATED else None


def _apart_km(one: Resolution, other: Resolution) -> float:
    a, b = one.footprint, other.footprint
    return apart_km(a.lon, a.lat, b.lon, b.lat)
