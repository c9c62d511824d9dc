"""Choose the entries that the toponyms of one expression mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from gazetteer.entry import FeatureClass
from gazetteer.errors import SourceUnavailableError
from gazetteer.index import Gazetteer
from gazetteer.kinds import kind_of
from gazetteer.meaning.area_borders import area_border_meant
from gazetteer.meaning.asked import Asked
from gazetteer.meaning.borders import border_meant
from gazetteer.meaning.decide import (
    SHOWN,
    Chosen,
    decide,
    none_fits,
    stated_ambiguity,
    with_area,
)
from gazetteer.meaning.meanings import asked_for, ranked_for, refusal
from gazetteer.meaning.rank import EXACT, SAME, STRONG, Ranked, Scene
from gazetteer.meaning.renown import dwarfs
from gazetteer.meaning.seats import SMALL_TOWN, is_town
from gazetteer.place import Candidate, PlaceExpression, Relation, Unresolved
from gazetteer.wording.words import PREFIX_FEATURES

__all__ = ["resolve_heads"]

#: The radius that a province without a border has in a dump of GeoNames as well.
_PROVINCE_M = 80_000.0
#: No province is called after a smaller town than this, as a rule.
_SEAT_PEOPLE = 15_000
#: What a site's name may leave out.
_MADE_OF = re.compile(
    r"\s+(?:crude\s+)?(?:oil|gas|fuel|thermal|petrochemical)(?=\s+(?:refinery|power|plant|depot|terminal)\b)",
    re.IGNORECASE,
)
_DISTRICTS = frozenset(("ADM2", "ADM3", "ADM4"))


def resolve_heads(
    expression: PlaceExpression, gazetteer: Gazetteer, scene: Scene
) -> Chosen | Unresolved:
    """Choose an entry for each head, a whole road for its two ends, or say why not."""
    by_ends = len(expression.heads) == 2 and expression.relation is Relation.ALONG
    moved = any(scene.settled.head(expression, head) for head in expression.heads)
    named = _road_by_name(expression, gazetteer, scene) if by_ends and not moved else None
    if named is not None:
        return named
    if expression.feature_word == "border" and not moved:
        border = border_meant(expression, gazetteer, scene)
        border = border or area_border_meant(expression, gazetteer, scene)
        if border is not None:
            return border if isinstance(border, Unresolved) else Chosen(candidates=(border,))
    answers = [_choose(expression, head, gazetteer, scene) for head in expression.heads]
    for answer in answers:
        if isinstance(answer, Unresolved):
            return answer
    chosen = [answer for answer in answers if isinstance(answer, Chosen)]
    return (_road_by_ends(chosen, gazetteer) if by_ends else None) or Chosen(
        candidates=tuple(c for answer in chosen for c in answer.candidates),
        rejected=tuple(c for answer in chosen for c in answer.rejected),
        alternatives=chosen[0].alternatives if len(chosen) == 1 else (),
    )


def _road_by_ends(ends: Sequence[Chosen], gazetteer: Gazetteer) -> Chosen | None:
    """Return the shortest known road from one place to the other, whatever it is called."""
    (first,), (last,) = (end.candidates for end in ends)
    roads = gazetteer.roads_between(first.entry, last.entry)
    if not roads:
        return None
    why = f"runs from {first.entry.name} to {last.entry.name}"
    found = tuple(Candidate(entry=road, score=1.0, why=why) for road in roads)
    return Chosen(candidates=found[:1], rejected=found[1:SHOWN])


def _road_by_name(
    expression: PlaceExpression, gazetteer: Gazetteer, scene: Scene
) -> Chosen | Unresolved | None:
    """Return a road whose own name is made of both ends, in either order."""
    first, last = expression.heads
    kind = kind_of("road")
    for name in (f"{first}-{last} road", f"{last}-{first} road"):
        fitting, _ = ranked_for(Asked(name, kind, "road"), gazetteer, scene)
        sure = [ranked for ranked in fitting if ranked.spelling >= EXACT]
        if sure:
            return decide(expression, name, sure, (), gazetteer)
    return None


def _choose(
    expression: PlaceExpression, head: str, gazetteer: Gazetteer, scene: Scene
) -> Chosen | Unresolved:
    settled = scene.settled.head(expression, head)
    if settled is not None:
        return settled if isinstance(settled, Unresolved) else Chosen(candidates=(settled,))
    problem = refusal(head)
    if problem:
        return Unresolved(expression=expression, status="unresolved", reason=problem)
    asked = asked_for(expression, head)
    try:
        fitting, others = _ranked(asked, gazetteer, scene)
    except SourceUnavailableError as error:
        # An outage says nothing of the place.
        return Unresolved(expression=expression, status="unresolved", reason=f"service: {error}")
    if _is_called_so(asked) and not (fitting and _is_of_kind(asked, fitting[0])):
        fitting = _namesakes(asked, gazetteer, scene) or fitting
    kind = asked.kind
    poor = not fitting or fitting[0].spelling < STRONG
    if poor and kind is not None and kind.name in ("province", "region"):
        drawn = _drawn_area(others, gazetteer)
        if drawn is not None:
            return drawn
    if not fitting:
        return none_fits(expression, head, asked.kind_word, others, gazetteer)
    ambiguous = stated_ambiguity(expression, fitting[0], gazetteer)
    decided = decide(expression, head, fitting, others, gazetteer)
    return ambiguous or _told_of_district(with_area(decided, gazetteer), asked)


def _ranked(
    asked: Asked, gazetteer: Gazetteer, scene: Scene
) -> tuple[tuple[Ranked, ...], tuple[Ranked, ...]]:
    """Return what a name may mean; "Oru Oil Refinery" is Oru Refinery where that is known."""
    fitting, others = ranked_for(asked, gazetteer, scene)
    plain = _MADE_OF.sub("", asked.name)
    if plain == asked.name or (fitting and fitting[0].spelling >= STRONG):
        return fitting, others
    by_plain, _ = ranked_for(replace(asked, name=plain), gazetteer, scene)
    known = by_plain and by_plain[0].spelling >= SAME
    return (by_plain, others) if known else (fitting, others)


def _is_called_so(asked: Asked) -> bool:
    """Tell whether a name itself starts with its kind, as towns' do as well: "Wadi Halfa"."""
    first = asked.name.partition(" ")[0].lower()
    return bool(asked.kind_word) and PREFIX_FEATURES.get(first) == asked.kind_word


def _is_of_kind(asked: Asked, ranked: Ranked) -> bool:
    found = ranked.found
    return asked.kind is None or asked.kind.fits(found.feature_class, found.feature_code)


def _namesakes(asked: Asked, gazetteer: Gazetteer, scene: Scene) -> tuple[Ranked, ...]:
    """Return the places of a name that starts with a mountain or a bridge, where one is a town."""
    fitting, _ = ranked_for(replace(asked, kind=None, kind_word=""), gazetteer, scene)
    town = fitting and fitting[0].spelling >= EXACT and is_town(fitting[0].found, least=SMALL_TOWN)
    return fitting if town else ()


def _told_of_district(answer: Chosen | Unresolved, asked: Asked) -> Chosen | Unresolved:
    """Say so where a name that may be a town's is taken for that of a district."""
    of_area = asked.prefers == "A" if asked.kind is None else "A" in asked.kind.classes
    if of_area or isinstance(answer, Unresolved) or len(answer.candidates) != 1:
        return answer
    (chosen,) = answer.candidates
    entry = chosen.entry
    if entry.feature_code not in _DISTRICTS:
        return answer
    note = f"{entry.footprint.note}; taken for the district of this name"
    told = replace(entry, footprint=replace(entry.footprint, note=note))
    return replace(answer, candidates=(replace(chosen, entry=told),))


def _drawn_area(others: Sequence[Ranked], gazetteer: Gazetteer) -> Chosen | None:
    """Stand in for a province without a border: the hull of the towns around its namesake."""
    for ranked in others:
        entry = gazetteer.get(ranked.found.id) if ranked.spelling >= STRONG else None
        area = gazetteer.area_around(entry) if entry else None
        if area is not None:
            why = f"{ranked.why.split(';')[0]}; {area.footprint.note}"
            return Chosen(candidates=(Candidate(entry=area, score=ranked.spelling, why=why),))
    return _around_seat(others, gazetteer)


def _around_seat(others: Sequence[Ranked], gazetteer: Gazetteer) -> Chosen | None:
    """Stand in for a province of which one town is known: as far around as provinces reach."""
    towns = [each for each in others if each.spelling >= EXACT and each.found.feature_class == "P"]
    if not towns or (len(towns) > 1 and not dwarfs(towns[0], towns[1:])):
        return None
    best = towns[0]
    if best.found.population < _SEAT_PEOPLE:
        return None
    seat = gazetteer.get(best.found.id)
    note = f"{_PROVINCE_M / 1_000:.0f} km around {seat.name}, for its province is not known itself"
    where = replace(seat.footprint, uncertainty_m=_PROVINCE_M, note=note)
    entry = replace(seat, id=f"{seat.id}#adm1", feature_class=FeatureClass.ADMIN,
                    feature_code="ADM1", footprint=where)  # fmt: skip
    why = f"{best.why.split(';')[0]}; {note}"
    return Chosen(candidates=(Candidate(entry=entry, score=best.spelling, why=why),))
