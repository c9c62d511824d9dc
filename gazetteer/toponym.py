"""Choose the entries that the toponyms of one expression mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from gazetteer.entry import FeatureClass, GazetteerEntry
from gazetteer.index import Gazetteer, spelled
from gazetteer.kinds import kind_of
from gazetteer.names import BARE_FACTOR
from gazetteer.place import Candidate, PlaceExpression, Relation, Unresolved
from gazetteer.rank import EXACT, FAIR, STRONG, Asked, Ranked, Scene, rank
from gazetteer.spelling import MAX_NAME_CHARS, mixed_scripts
from geo.geodesy import distance_m

__all__ = ["Chosen", "resolve_heads"]

_MARGIN = 0.03
_SHOWN = 5
#: A spelling further off than this is no help to a reader.
_WORTH_NAMING = 0.7
#: A town this many times larger than its namesakes, and this large, is meant where nothing speaks
#: against it. GeoNames writes 0 where it knows no number; a village is assumed there.
_LARGER, _LARGE, _VILLAGE = 10, 20_000, 1_000
_SAME_PLACE_M = 3_000
#: "The eastern side of X" is a side of the town, as its countryside is.
_SIDE = re.compile(r"\bsides?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Chosen:
    """The entries meant, one per head; those passed over; other readings of the same name."""

    candidates: tuple[Candidate, ...]
    rejected: tuple[Candidate, ...] = ()
    alternatives: tuple[GazetteerEntry, ...] = ()


def resolve_heads(
    expression: PlaceExpression, gazetteer: Gazetteer, scene: Scene
) -> Chosen | Unresolved:
    """Choose an entry for each head, a whole road for its two ends, or say why not."""
    by_ends = len(expression.heads) == 2 and expression.relation is Relation.ALONG
    named = _road_by_name(expression, gazetteer, scene) if by_ends else None
    if named is not None:
        return named
    asked_kind = "" if len(expression.heads) > 1 else expression.feature_word
    answers = [_choose(expression, head, asked_kind, gazetteer, scene) for head in expression.heads]
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
    return Chosen(candidates=found[:1], rejected=found[1:_SHOWN])


def _road_by_name(
    expression: PlaceExpression, gazetteer: Gazetteer, scene: Scene
) -> Chosen | Unresolved | None:
    """Return a road whose own name is made of both ends, in either order."""
    first, last = expression.heads
    kind = kind_of("road")
    for name in (f"{first}-{last} road", f"{last}-{first} road"):
        fitting, _ = _ranked(Asked(name, kind, "road"), gazetteer, scene)
        sure = [ranked for ranked in fitting if ranked.spelling >= EXACT]
        if sure:
            return _decide(expression, name, sure, ())
    return None


def _choose(
    expression: PlaceExpression, head: str, word: str, gazetteer: Gazetteer, scene: Scene
) -> Chosen | Unresolved:
    refusal = _refusal(head)
    if refusal:
        return Unresolved(expression=expression, status="unresolved", reason=refusal)
    kind = kind_of(word)
    asked = Asked(head, kind, word, prefers=_preferred(expression))
    fitting, others = _ranked(asked, gazetteer, scene)
    if not fitting and kind is not None and kind.name in ("province", "region"):
        fitting = _drawn_areas(others, gazetteer)
    if not fitting:
        return _none_fits(expression, head, word, others)
    ambiguous = _stated_ambiguity(expression, fitting[0], gazetteer)
    return ambiguous or _decide(expression, head, fitting, others)


def _refusal(head: str) -> str:
    if len(head) > MAX_NAME_CHARS:
        return f"a name of {len(head)} characters is no place name; give the name alone"
    mixed = mixed_scripts(head)
    if mixed:
        return f"{mixed[0]!r} mixes letters of two scripts; write the name in one"
    return ""


def _preferred(expression: PlaceExpression) -> str:
    """Parts of a name ("southern Aleppo") mean the area of that name, other phrases the town.

    The countryside and the sides are the town's: "northern rural Hama" lies north of the city,
    not in the north of its province.
    """
    if expression.relation is not Relation.PART or _SIDE.search(expression.text):
        return "P"
    return "P" if expression.feature_word in ("area", "countryside") else "A"


def _ranked(
    asked: Asked, gazetteer: Gazetteer, scene: Scene
) -> tuple[tuple[Ranked, ...], tuple[Ranked, ...]]:
    found = gazetteer.matches(asked.name)
    return rank(asked, found, scene, curated=gazetteer.is_curated, spelled=spelled)


def _drawn_areas(others: Sequence[Ranked], gazetteer: Gazetteer) -> tuple[Ranked, ...]:
    """Stand in for a province without a border: the hull of the towns around its namesake."""
    for ranked in others:
        area = gazetteer.area_around(ranked.entry) if ranked.spelling >= STRONG else None
        if area is not None:
            why = f"{ranked.why.split(';')[0]}; {area.footprint.note}"
            return (Ranked(area, ranked.spelling, ranked.spelling, False, ranked.far, why),)
    return ()


def _none_fits(
    expression: PlaceExpression, head: str, word: str, others: Sequence[Ranked]
) -> Unresolved:
    nearest = tuple(ranked.candidate() for ranked in others[:_SHOWN])
    if not nearest or others[0].spelling < _WORTH_NAMING:
        reason = f"no gazetteer entry is spelled like {head!r}"
    else:
        named = f"{nearest[0].entry.name} ({nearest[0].entry.id})"
        reason = f"no {word} {head!r} is known; {named} is spelled like it and is no {word}"
    return Unresolved(expression=expression, status="unresolved", reason=reason, candidates=nearest)


def _stated_ambiguity(
    expression: PlaceExpression, top: Ranked, gazetteer: Gazetteer
) -> Unresolved | None:
    """Return what a curated entry says of a name that no one can tell the meaning of."""
    entry = top.entry
    if not entry.feature_code.startswith("AMB") or top.spelling < STRONG:
        return None
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


def _decide(
    expression: PlaceExpression,
    head: str,
    fitting: Sequence[Ranked],
    others: Sequence[Ranked],
) -> Chosen | Unresolved:
    top, *rest = fitting
    doubt = _doubt(head, top)
    if doubt:
        shown = tuple(ranked.candidate() for ranked in fitting[:_SHOWN])
        return Unresolved(
            expression=expression, status="unresolved", reason=doubt, candidates=shown
        )
    rivals = [ranked for ranked in rest if _rivals(top, ranked)]
    if rivals and not _dwarfs(top, rivals):
        return _ambiguous(expression, head, [top, *rivals])
    if rivals:
        top = replace(top, why=f"{top.why}; by far the most people of this name")
    return Chosen(
        candidates=(top.candidate(),),
        rejected=tuple(ranked.candidate() for ranked in (*rest, *others)[:_SHOWN]),
        alternatives=tuple(_other_readings(top, rest)),
    )


def _doubt(head: str, top: Ranked) -> str:
    """Say why even the best candidate is no answer, or nothing."""
    entry = top.entry
    if top.spelling < _WORTH_NAMING:
        return f"no gazetteer entry is spelled like {head!r}"
    if top.spelling < FAIR or (top.spelling < STRONG and not top.supported):
        return (
            f"no entry is named {head!r}; the nearest spelling is {entry.name} ({entry.id},"
            f" {top.spelling:.2f}), and nothing in the text points there"
        )
    if top.far:
        return f"the only {head!r} known, {entry.name} ({entry.id}), lies far off: {top.why}"
    return ""


def _rivals(top: Ranked, ranked: Ranked) -> bool:
    close = top.order - ranked.order < _MARGIN and (ranked.spelling >= EXACT) == (
        top.spelling >= EXACT
    )
    return close and not _same_place(top.entry, ranked.entry)


def _same_place(a: GazetteerEntry, b: GazetteerEntry) -> bool:
    """Tell whether two sources describe one feature."""
    if a.feature_class is not b.feature_class:
        return False
    first, second = a.footprint, b.footprint
    apart_m = distance_m(lon=first.lon, lat=first.lat, to_lon=second.lon, to_lat=second.lat)
    return apart_m <= max(_SAME_PLACE_M, first.uncertainty_m, second.uncertainty_m)


def _dwarfs(top: Ranked, rivals: Sequence[Ranked]) -> bool:
    population = top.entry.population
    largest = max(ranked.entry.population or _VILLAGE for ranked in rivals)
    return population >= _LARGE and population >= _LARGER * largest


def _ambiguous(expression: PlaceExpression, head: str, equals: Sequence[Ranked]) -> Unresolved:
    shown = tuple(ranked.candidate() for ranked in equals[:_SHOWN])
    ids = ", ".join(candidate.entry.id for candidate in shown[:3])
    return Unresolved(
        expression=expression,
        status="ambiguous",
        reason=f"{head!r} fits {len(equals)} entries equally well ({ids}); say which is near",
        candidates=shown,
    )


def _other_readings(top: Ranked, rest: Sequence[Ranked]) -> list[GazetteerEntry]:
    """Return the province of a city's name, or the city of a province's."""
    town_or_area = {FeatureClass.POPULATED, FeatureClass.ADMIN}
    return [
        ranked.entry
        for ranked in rest
        if {ranked.entry.feature_class, top.entry.feature_class} == town_or_area
        and ranked.spelling >= BARE_FACTOR
    ][:1]
