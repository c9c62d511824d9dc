"""Choose the entries that the toponyms of one expression mean."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from gazetteer.entry import GazetteerEntry
from gazetteer.found import Found, Spot
from gazetteer.index import Gazetteer, spelled
from gazetteer.kinds import kind_of
from gazetteer.nearness import apart_km
from gazetteer.place import Candidate, PlaceExpression, Relation, Unresolved
from gazetteer.rank import EXACT, FAIR, STRONG, Asked, Ranked, Scene, rank
from gazetteer.search import BARE_FACTOR
from gazetteer.settled import as_found
from gazetteer.spelling import MAX_NAME_CHARS, mixed_scripts
from gazetteer.surroundings import Anchor

__all__ = ["Chosen", "readings", "resolve_heads"]

#: A place leads by this or is ambiguous: a known one; a village near a sure place of the text; one
#: that nothing sure points to. Chosen so that of names held out of the Syrian and Ukrainian lists
#: about three in a hundred are answered and more than 20 km off.
_MARGIN, _NEAR_MARGIN, _WIDE_MARGIN = 0.03, 0.08, 0.11
_SHOWN = 5
#: A spelling further off than this is no help to a reader.
_WORTH_NAMING = 0.7
#: A town this many times larger than its namesakes, and this large, is meant where nothing speaks
#: against it. GeoNames writes 0 where it knows no number; a village is assumed there.
_LARGER, _LARGE, _VILLAGE = 10, 20_000, 1_000
_SAME_PLACE_M = 3_000
#: A spelling as good as this, this near to the text's other places, needs no rougher one.
_GOOD, _NEARBY_KM = 0.9, 40.0
_LEAST_WEIGHT, _MOST_SPOTS = 0.3, 3
_DOUBT, _MOST_READINGS, _UNSUPPORTED = 0.05, 40, 0.5
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
    moved = any(scene.settled.head(expression, head) for head in expression.heads)
    named = _road_by_name(expression, gazetteer, scene) if by_ends and not moved else None
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
            return _decide(expression, name, sure, (), gazetteer)
    return None


def _choose(
    expression: PlaceExpression, head: str, word: str, gazetteer: Gazetteer, scene: Scene
) -> Chosen | Unresolved:
    settled = scene.settled.head(expression, head)
    if settled is not None:
        return settled if isinstance(settled, Unresolved) else Chosen(candidates=(settled,))
    refusal = _refusal(head)
    if refusal:
        return Unresolved(expression=expression, status="unresolved", reason=refusal)
    kind = kind_of(word)
    asked = Asked(head, kind, word, prefers=_preferred(expression))
    fitting, others = _ranked(asked, gazetteer, scene)
    if not fitting and kind is not None and kind.name in ("province", "region"):
        drawn = _drawn_area(others, gazetteer)
        if drawn is not None:
            return drawn
    if not fitting:
        return _none_fits(expression, head, word, others, gazetteer)
    ambiguous = _stated_ambiguity(expression, fitting[0], gazetteer)
    return ambiguous or _decide(expression, head, fitting, others, gazetteer)


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
    if not any(_speaks_for_itself(each) for each in found[:_SHOWN]):
        near = _spots(scene.anchors)
        if near and not any(_lies_near(each, near) for each in found if each.score >= _GOOD):
            found = gazetteer.matches(asked.name, near)
    return rank(asked, found, scene, curated=gazetteer.is_curated, spelled=spelled)


def _speaks_for_itself(found: Found) -> bool:
    """Tell whether a name is that of a city, a country or a road, so that no village is meant."""
    return found.score >= EXACT and (found.feature_class in "AR" or found.population >= _LARGE)


def _spots(anchors: Sequence[Anchor]) -> tuple[Spot, ...]:
    """Return where to look for rough spellings: at the surest places of the text."""
    sure = sorted(
        (a for a in anchors if a.weight >= _LEAST_WEIGHT), key=lambda a: (not a.sure, -a.weight)
    )
    return tuple(dict.fromkeys((anchor.lon, anchor.lat) for anchor in sure[:_MOST_SPOTS]))


def _lies_near(found: Found, near: Sequence[Spot]) -> bool:
    return any(apart_km(found.lon, found.lat, *spot) <= _NEARBY_KM for spot in near)


def readings(
    expression: PlaceExpression, gazetteer: Gazetteer, scene: Scene
) -> Iterator[tuple[Found, Anchor]]:
    """Give what each toponym may mean, as anchors for the other names of a text.

    The best reading weighs 1, others less by 1/e for each ``_DOUBT`` that they score below it; all
    of a name that is merely similar, and that nothing nearby supports, half as much.
    """
    word = "" if len(expression.heads) > 1 else expression.feature_word
    whole = scene.settled.whole(expression)
    if whole is not None:
        yield from _settled(expression.text, whole)
        return
    for head in expression.heads:
        settled = scene.settled.head(expression, head)
        if settled is not None:
            yield from _settled(head, settled)
        if settled is not None or _refusal(head):
            continue
        asked = Asked(head, kind_of(word), word, prefers=_preferred(expression))
        fitting, _ = _ranked(asked, gazetteer, scene)
        if fitting and fitting[0].spelling >= FAIR and not fitting[0].far:
            yield from _anchors(head, fitting)


def _settled(name: str, told: Candidate | Unresolved) -> Iterator[tuple[Found, Anchor]]:
    if isinstance(told, Candidate):
        found = as_found(told.entry)
        yield found, Anchor(found.lon, found.lat, name)


def _anchors(head: str, fitting: Sequence[Ranked]) -> Iterator[tuple[Found, Anchor]]:
    # By their scores alone: what is only similar here may be what another name of the text tells.
    rivals = sorted(fitting, key=lambda ranked: -ranked.order)[:_MOST_READINGS]
    best = rivals[0]
    trust = 1.0 if best.spelling >= STRONG or best.supported else _UNSUPPORTED
    weights = [math.exp((ranked.order - best.order) / _DOUBT) for ranked in rivals]
    for ranked, weight in zip(rivals, weights, strict=True):
        found, sure = ranked.found, trust == 1.0 and weight > sum(weights) / 2
        yield found, Anchor(found.lon, found.lat, head, trust * weight, sure=sure)


def _drawn_area(others: Sequence[Ranked], gazetteer: Gazetteer) -> Chosen | None:
    """Stand in for a province without a border: the hull of the towns around its namesake."""
    for ranked in others:
        entry = gazetteer.get(ranked.found.id) if ranked.spelling >= STRONG else None
        area = gazetteer.area_around(entry) if entry else None
        if area is not None:
            why = f"{ranked.why.split(';')[0]}; {area.footprint.note}"
            return Chosen(candidates=(Candidate(entry=area, score=ranked.spelling, why=why),))
    return None


def _none_fits(
    expression: PlaceExpression,
    head: str,
    word: str,
    others: Sequence[Ranked],
    gazetteer: Gazetteer,
) -> Unresolved:
    nearest = _shown(others, gazetteer)
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


def _decide(
    expression: PlaceExpression,
    head: str,
    fitting: Sequence[Ranked],
    others: Sequence[Ranked],
    gazetteer: Gazetteer,
) -> Chosen | Unresolved:
    top, *rest = fitting
    doubt = _doubt(head, top, gazetteer)
    if doubt:
        shown = _shown(fitting, gazetteer)
        return Unresolved(
            expression=expression, status="unresolved", reason=doubt, candidates=shown
        )
    rivals = [ranked for ranked in rest if _rivals(top, ranked)]
    if rivals and not _dwarfs(top, rivals):
        others = [ranked for ranked in rest if ranked not in rivals]
        return _ambiguous(expression, head, [top, *rivals], others, gazetteer)
    chosen = top.candidate(gazetteer.get)
    if rivals:
        chosen = replace(chosen, why=f"{chosen.why}; by far the most people of this name")
    return Chosen(
        candidates=(chosen,),
        rejected=_shown((*rest, *others), gazetteer),
        alternatives=tuple(_other_readings(top, rest, gazetteer)),
    )


def _shown(ranked: Sequence[Ranked], gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    return tuple(each.candidate(gazetteer.get) for each in ranked[:_SHOWN])


def _doubt(head: str, top: Ranked, gazetteer: Gazetteer) -> str:
    """Say why even the best candidate is no answer, or nothing."""
    if top.spelling < _WORTH_NAMING:
        return f"no gazetteer entry is spelled like {head!r}"
    if top.spelling < FAIR or (top.spelling < STRONG and not top.supported):
        name = gazetteer.get(top.found.id).name
        return (
            f"no entry is named {head!r}; the nearest spelling is {name} ({top.found.id},"
            f" {top.spelling:.2f}), and nothing in the text points there"
        )
    if top.far:
        name = gazetteer.get(top.found.id).name
        return f"the only {head!r} known, {name} ({top.found.id}), lies far off: {top.why}"
    return ""


def _rivals(top: Ranked, ranked: Ranked) -> bool:
    margin = _MARGIN if top.known else _NEAR_MARGIN if top.surely else _WIDE_MARGIN
    close = top.order - ranked.order < margin and (ranked.stands or not top.known)
    return close and not _same_place(top.found, ranked.found)


def _same_place(a: Found, b: Found) -> bool:
    """Tell whether two sources describe one feature."""
    if a.feature_class != b.feature_class:
        return False
    apart_m = 1_000 * apart_km(a.lon, a.lat, b.lon, b.lat)
    return apart_m <= max(_SAME_PLACE_M, a.radius_m, b.radius_m)


def _dwarfs(top: Ranked, rivals: Sequence[Ranked]) -> bool:
    population = top.found.population
    largest = max(ranked.found.population or _VILLAGE for ranked in rivals)
    return population >= _LARGE and population >= _LARGER * largest


def _ambiguous(
    expression: PlaceExpression,
    head: str,
    equals: Sequence[Ranked],
    rest: Sequence[Ranked],
    gazetteer: Gazetteer,
) -> Unresolved:
    shown = _shown((*equals, *rest), gazetteer)
    ids = ", ".join(candidate.entry.id for candidate in shown[:3])
    return Unresolved(
        expression=expression,
        status="ambiguous",
        reason=f"{head!r} fits {len(equals)} entries equally well ({ids}); say which is near",
        candidates=shown,
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
