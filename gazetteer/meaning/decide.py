"""From ranked features to one answer: chosen, ambiguous or unresolved, each with its reason."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from gazetteer.entry import GazetteerEntry
from gazetteer.homes.query import BARE_FACTOR
from gazetteer.homes.small_places import REPORTED
from gazetteer.index import Gazetteer
from gazetteer.meaning.one_spot import apart_m, same_place, town_first
from gazetteer.meaning.rank import EXACT, FAIR, SAME, STRONG, Ranked
from gazetteer.meaning.renown import (
    called_so,
    dwarfs,
    largest_first,
    outshining,
    well_known,
)
from gazetteer.meaning.rivals import RIDE_KM, rivals_of
from gazetteer.meaning.seats import SMALL_TOWN, is_town
from gazetteer.nearness import closeness
from gazetteer.place import Candidate, PlaceExpression, Relation, Unresolved
from gazetteer.spellings.scripts import is_cyrillic, looks_latin

__all__ = ["SHOWN", "Chosen", "decide", "none_fits", "stated_ambiguity", "with_area"]

#: So many candidates are shown beside an answer.
SHOWN = 5
#: Nearness counts twice for what is shown: of those that nobody can tell apart a reader looks at
#: the near ones first, and one that is merely like the name may be meant there.
_SHOWN_NEARNESS = 0.3
#: A spelling further off than this is no help to a reader.
_WORTH_NAMING = 0.7
_QUITE_LIKE = 0.87  # beside a town of just this name nothing is meant that is less like it
_LANDFORMS = frozenset("TLV")
_LESSER = 2  # a front is called after the larger of two towns, by so much
_SAME_TOWN_M = 10_000.0
# Namesakes that lie nearer than a walk of two hours are drawn as one wide point.
_NEIGHBOURS_M = 8_000.0
_POINTS = frozenset("PSTL")
#: So much of the closeness to a sure place of the text must outweigh those odds; a name alone is
#: worth a place so far off: at one to five a village up to 49 km from it, at two to five 25 km.
_RECURRING, _ALONE_KM = 0.82, 40.0


@dataclass(frozen=True, slots=True)
class Chosen:
    """The entries meant, one per head; those passed over; other readings of the same name."""

    candidates: tuple[Candidate, ...]
    rejected: tuple[Candidate, ...] = ()
    alternatives: tuple[GazetteerEntry, ...] = ()


def none_fits(
    expression: PlaceExpression,
    head: str,
    word: str,
    others: Sequence[Ranked],
    gazetteer: Gazetteer,
) -> Unresolved:
    """Say that no feature of the kind asked for bears the name."""
    nearest = _shown(others, gazetteer)
    if not nearest or others[0].spelling < _WORTH_NAMING:
        reason = f"no gazetteer entry is spelled like {head!r}"
    else:
        named = f"{nearest[0].entry.name} ({nearest[0].entry.id})"
        reason = f"no {word} {head!r} is known; {named} is spelled like it and is no {word}"
    return Unresolved(
        expression=expression, status="unresolved", reason=reason, candidates=nearest, searched=True
    )


def stated_ambiguity(
    expression: PlaceExpression, top: Ranked, gazetteer: Gazetteer
) -> Unresolved | None:
    """Return what a curated entry says of a name that no one can tell the meaning of."""
    if not top.found.feature_code.startswith("AMB") or top.spelling < STRONG:
        return None
    entry = gazetteer.get(top.found.id)
    prefix = entry.id.partition(":")[0]
    stated = re.split(r"[\s,|;]+", entry.note.partition("candidates:")[2].strip(" ."))
    ids = [each if ":" in each else f"{prefix}:{each}" for each in stated if each]
    candidates = tuple(
        Candidate(entry=gazetteer.get(each), score=0.5, why=f"one reading of {entry.name!r}")
        for each in ids
    )
    meant = ", ".join(candidate.entry.name for candidate in candidates)
    return Unresolved(
        expression=expression,
        status="ambiguous",
        reason=f"{entry.name!r} may mean {meant}; the text does not say which",
        candidates=candidates,
    )


def decide(
    expression: PlaceExpression,
    head: str,
    fitting: Sequence[Ranked],
    others: Sequence[Ranked],
    gazetteer: Gazetteer,
) -> Chosen | Unresolved:
    """Choose the best of the fitting features, or say why none can be chosen."""
    told = _like_enough(fitting)
    fitting, others = told, (*(each for each in fitting if each not in told), *others)
    top, *rest = largest_first(fitting) if expression.is_front else _near_first(fitting)
    doubt = _doubt(head, top, gazetteer, front=expression.is_front)
    if doubt and _may_recur(top) and _is_a_towns_name(top, rest):
        doubt = ""
    town = well_known(top, rest) if doubt and _may_recur(top) else None
    if town is not None:
        top, rest, doubt = town, [top, *(each for each in rest if each is not town)], ""
    if doubt:
        shown = _shown(fitting, gazetteer)
        return Unresolved(
            expression=expression,
            status="unresolved",
            reason=doubt,
            candidates=shown,
            searched=not looks_latin(head),
        )
    if not expression.feature_word and expression.relation is not Relation.PART:
        top, rest = town_first(top, rest)
    rivals = rivals_of(top, rest, gazetteer)
    if expression.is_front and top.known:
        rivals = [r for r in rivals if _LESSER * r.found.population > top.found.population]
    famous = outshining([top, *rivals], gazetteer.is_curated) or called_so([top, *rivals])
    if famous is not None:
        top, rest, rivals = famous, [top, *(each for each in rest if each is not famous)], []
    dwarfed = bool(rivals) and dwarfs(top, rivals)
    if rivals and not (dwarfed or _are_neighbours(top, rivals)):
        others = [r for r in rest if r not in rivals and r.spelling >= _WORTH_NAMING]
        return _ambiguous(expression, head, [top, *rivals], others, gazetteer)
    beside = [r for r in rest if r.spelling >= EXACT and same_place(top.found, r.found)]
    chosen = _widened(top.candidate(gazetteer.get), top, beside if dwarfed else [*beside, *rivals])
    if dwarfed:
        chosen = replace(chosen, why=f"{chosen.why}; by far the best known of this name")
    return Chosen(
        candidates=(chosen,),
        rejected=_shown((*rest, *others), gazetteer),
        alternatives=tuple(_other_readings(top, rest, gazetteer)),
    )


def _near_first(ranked: Sequence[Ranked]) -> Sequence[Ranked]:
    """Put what bears the very name and is not far off before a namesake that is."""
    near = next((each for each in ranked if each.spelling >= SAME and not each.far), None)
    if near is None or not ranked[0].far:
        return ranked
    return [near, *(each for each in ranked if each is not near)]


def _like_enough(ranked: Sequence[Ranked]) -> Sequence[Ranked]:
    """Leave out, where a town or a height has just this name, what is too little like it."""
    if any(each.spelling >= SAME and each.found.feature_code == "ISL" for each in ranked):
        return [each for each in ranked if each.spelling >= SAME]
    if any(each.spelling >= SAME and each.found.feature_class in _LANDFORMS for each in ranked):
        return [each for each in ranked if each.spelling >= STRONG]
    if any(each.spelling >= SAME and is_town(each.found, least=SMALL_TOWN) for each in ranked):
        return [each for each in ranked if each.spelling >= _QUITE_LIKE]
    return ranked


def with_area(answer: Chosen | Unresolved, gazetteer: Gazetteer) -> Chosen | Unresolved:
    """Draw a province or district that is known as a point alone around its places."""
    if isinstance(answer, Unresolved) or len(answer.candidates) != 1:
        return answer
    (chosen,) = answer.candidates
    entry = chosen.entry
    if entry.feature_class != "A" or entry.footprint.geometry.geom_type != "Point":
        return answer
    area = gazetteer.area_around(entry)
    if area is None:
        return answer
    drawn = replace(chosen, entry=area, why=f"{chosen.why}; {area.footprint.note}")
    return replace(answer, candidates=(drawn,))


def _shown(ranked: Sequence[Ranked], gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    return tuple(each.candidate(gazetteer.get) for each in _nearest_first(ranked)[:SHOWN])


def _nearest_first(ranked: Sequence[Ranked]) -> Sequence[Ranked]:
    return sorted(ranked, key=lambda each: -each.order - _SHOWN_NEARNESS * each.nearness)


def _doubt(head: str, top: Ranked, gazetteer: Gazetteer, *, front: bool = False) -> str:
    """Say why even the best candidate is no answer, or nothing."""
    if top.spelling < _WORTH_NAMING:
        return f"no gazetteer entry is spelled like {head!r}"
    if looks_latin(head) and not _is_written_so(top, gazetteer):
        return f"every Cyrillic letter of {head!r} looks Latin; write the name as it is meant"
    if top.spelling < FAIR or (top.spelling < STRONG and not top.supported):
        name = gazetteer.get(top.found.id).name
        return (
            f"no entry is named {head!r}; the nearest spelling is {name} ({top.found.id},"
            f" {top.spelling:.2f}), and nothing in the text points there"
        )
    if top.far or (front and _is_other_land(top)):
        name = gazetteer.get(top.found.id).name
        return f"the only {head!r} known, {name} ({top.found.id}), lies far off: {top.why}"
    if _may_recur(top) and gazetteer.recurrence(top.found.id) > _RECURRING * _backing(top):
        where = (
            "by the name alone" if top.sure_km is None else f"{top.sure_km:.0f} km from the rest"
        )
        return (
            f"{head!r} may be {gazetteer.get(top.found.id).name} ({top.found.id}), but names recur"
            f" too often there to tell {where}; say what is near"
        )
    return ""


def _is_a_towns_name(top: Ranked, rest: Sequence[Ranked]) -> bool:
    """Tell whether a town at the same spot bears a name that is much like it: Humera, Himora."""
    there = (r for r in rest if is_town(r.found) and r.spelling >= _WORTH_NAMING)
    return any(apart_m(top.found, r.found) <= _SAME_TOWN_M for r in there)


def _is_other_land(top: Ranked) -> bool:
    """Tell a province off the rest of a text: a front may be called after its corps instead."""
    return top.found.feature_class == "A" and (top.sure_km or 0.0) > RIDE_KM


def _may_recur(top: Ranked) -> bool:
    """Tell whether this is a village, and not known wherever the rest of the text is.

    Of a small town the name itself and other sure places are enough; of those that are shipped
    because reports of war tell of them, the name.
    """
    if top.found.feature_class != "P" or top.known or is_town(top.found):
        return False
    told = top.found.id.startswith(REPORTED) and top.found.feature_code == "PPL"  # and no quarter
    named = top.spelling >= SAME and (told or top.sure_km is not None)
    return not (named and (told or is_town(top.found, least=SMALL_TOWN)))


def _backing(top: Ranked) -> float:
    """Return how much the sure places of the text say for a village, 0 to 1."""
    return closeness(_ALONE_KM if top.sure_km is None else top.sure_km)


def _is_written_so(top: Ranked, gazetteer: Gazetteer) -> bool:
    """Tell whether a feature has a Cyrillic name at all."""
    toponyms = gazetteer.get(top.found.id).toponyms
    return any(is_cyrillic(char) for toponym in toponyms for char in toponym.text)


def _are_neighbours(top: Ranked, rivals: Sequence[Ranked]) -> bool:
    """Tell whether all that a name may mean lies so near that one circle is an answer."""
    every = (top, *rivals)
    points = {each.found.feature_class for each in every} <= _POINTS
    return points and all(apart_m(top.found, r.found) <= _NEIGHBOURS_M for r in rivals)


def _widened(chosen: Candidate, top: Ranked, beside: Sequence[Ranked]) -> Candidate:
    """Let the uncertainty of a place reach to where others that it may be are set."""
    reach = max((apart_m(top.found, r.found) for r in beside), default=0.0)
    where = chosen.entry.footprint
    if reach <= where.uncertainty_m or where.geometry.geom_type != "Point":
        return chosen
    note = f"others set it up to {reach / 1_000:.1f} km off"
    wide = replace(where, uncertainty_m=reach, note=f"{where.note}; {note}" if where.note else note)
    return replace(chosen, entry=replace(chosen.entry, footprint=wide))


def _ambiguous(
    expression: PlaceExpression,
    head: str,
    equals: Sequence[Ranked],
    rest: Sequence[Ranked],
    gazetteer: Gazetteer,
) -> Unresolved:
    shown = _shown((*equals, *rest), gazetteer)
    ids = ", ".join(ranked.found.id for ranked in _nearest_first(equals)[:3])
    return Unresolved(
        expression=expression,
        status="ambiguous",
        reason=f"{head!r} fits {len(equals)} entries equally well ({ids}); say which is near",
        candidates=shown,
        searched=True,
    )


def _other_readings(
    top: Ranked, rest: Sequence[Ranked], gazetteer: Gazetteer
) -> Iterator[GazetteerEntry]:
    """Give the province of a city's name, or the city of a province's."""
    for ranked in rest:
        pair = {ranked.found.feature_class, top.found.feature_class}
        if pair == {"P", "A"} and ranked.spelling >= BARE_FACTOR:
            yield gazetteer.get(ranked.found.id)
            return
