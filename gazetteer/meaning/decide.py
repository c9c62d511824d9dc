"""From ranked features to one answer: chosen, ambiguous or unresolved, each with its reason."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from gazetteer.entry import GazetteerEntry
from gazetteer.homes.query import BARE_FACTOR
from gazetteer.homes.small_places import REPORTED
from gazetteer.index import Gazetteer
from gazetteer.meaning.one_spot import apart_m, is_its_river, own_area, same_place
from gazetteer.meaning.rank import EXACT, FAIR, SAME, STRONG, Ranked
from gazetteer.meaning.renown import NEAR_MARGIN, dwarfs, is_nearer, largest_first, well_known
from gazetteer.meaning.seats import SMALL_TOWN, is_town
from gazetteer.nearness import closeness
from gazetteer.place import Candidate, PlaceExpression, Unresolved
from gazetteer.spellings.scripts import is_cyrillic, looks_latin

__all__ = ["SHOWN", "Chosen", "decide", "none_fits", "stated_ambiguity", "with_area"]

#: A place leads by this or is ambiguous: a known one; a village near a sure place of the text; one
#: in a text with other places; one that is asked for alone. Chosen so that of names held out of the
#: lists of eight countries about three in a hundred or fewer are answered and more than 20 km off.
_MARGIN, _MAYBE_MARGIN, _WIDE_MARGIN = 0.03, 0.11, 0.15
#: Where names recur the next valley has one as well, and a village leads by so much more, times the
#: squared odds (``Gazetteer.recurrence``): .008 at two to five, .002 at one to five.
_RECURRING_MARGIN = 0.05
#: So many candidates are shown beside an answer.
SHOWN = 5
#: Nearness counts twice for what is shown: of those that nobody can tell apart a reader looks at
#: the near ones first, and one that is merely like the name may be meant there.
_SHOWN_NEARNESS = 0.3
#: A spelling further off than this is no help to a reader.
_WORTH_NAMING = 0.7
_LANDFORMS = frozenset("TLV")
_LESSER = 2  # a front is called after the larger of two towns, by so much
_OTHER_LAND_KM = 100.0
_BACKED = 0.05  # what the text must add to a name: other places within some 65 km, say
_CURATED = 0.05
_OWN_NAME = 0.05  # what a place is called first says more than that another was called so once
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
    fitting = _like_enough(fitting)
    top, *rest = largest_first(fitting) if expression.is_front else fitting
    doubt = _doubt(head, top, gazetteer, front=expression.is_front)
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
    margin = _margin(top, gazetteer)
    rivals = [r for r in rest if _rivals(top, r, margin) and not is_its_river(top, r)]
    if expression.is_front and top.known:
        rivals = [r for r in rivals if _LESSER * r.found.population > top.found.population]
    if rivals and not dwarfs(top, rivals):
        others = [r for r in rest if r not in rivals and r.spelling >= _WORTH_NAMING]
        return _ambiguous(expression, head, [top, *rivals], others, gazetteer)
    chosen = _widened(top.candidate(gazetteer.get), top, rest)
    if rivals:
        chosen = replace(chosen, why=f"{chosen.why}; by far the best known of this name")
    return Chosen(
        candidates=(chosen,),
        rejected=_shown((*rest, *others), gazetteer),
        alternatives=tuple(_other_readings(top, rest, gazetteer)),
    )


def _like_enough(ranked: Sequence[Ranked]) -> Sequence[Ranked]:
    """Leave out, where a town or a height has just this name, what is too little like it."""
    if any(each.spelling >= SAME and each.found.feature_class in _LANDFORMS for each in ranked):
        return [each for each in ranked if each.spelling >= STRONG]
    if any(each.spelling >= SAME and is_town(each.found, least=SMALL_TOWN) for each in ranked):
        return [each for each in ranked if each.spelling >= FAIR]
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


def _is_other_land(top: Ranked) -> bool:
    """Tell a province off the rest of a text: a front may be called after its corps instead."""
    return top.found.feature_class == "A" and (top.sure_km or 0.0) > _OTHER_LAND_KM


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


def _rivals(top: Ranked, ranked: Ranked, margin: float) -> bool:
    of_a_kind = ranked.found.feature_class == top.found.feature_class
    larger = ranked.found.prominence > top.found.prominence and is_town(ranked.found)
    if of_a_kind and larger and not top.supported:
        # That somebody wrote a village down by hand says nothing against a town of its name.
        margin += _CURATED
    if top.known and top.supported and top.found.own_name and not ranked.found.own_name:
        margin -= _OWN_NAME
    nearer = ranked.spelling >= EXACT and is_nearer((ranked,), top)
    # That a town is known says little for it where only another bears the very name.
    named = ranked.spelling >= SAME > top.spelling and not top.supported
    margin = max(margin, _MAYBE_MARGIN) if named else margin
    known = top.known and not named
    close = top.order - ranked.order < margin and (ranked.stands or nearer or not known)
    # Far off, and only like the name that one near by has.
    backed = top.order - top.spelling >= _BACKED
    close = close and not (backed and ranked.far and ranked.spelling < top.spelling)
    close = close and not (ranked.far and _within_a_ride(top))
    return close and not (same_place(top.found, ranked.found) or own_area(top, ranked))


def _within_a_ride(top: Ranked) -> bool:
    """Tell whether a place lies so near to a sure one that another, far from all, is not meant."""
    return top.sure_km is not None and top.sure_km <= _OTHER_LAND_KM


def _margin(top: Ranked, gazetteer: Gazetteer) -> float:
    if top.known:
        return _MARGIN
    recurring = _RECURRING_MARGIN * gazetteer.recurrence(top.found.id) ** 2
    if top.surely:
        return NEAR_MARGIN + recurring
    alone = top.sure_km is None and not top.supported
    return (_WIDE_MARGIN if alone else _MAYBE_MARGIN) + recurring


def _widened(chosen: Candidate, top: Ranked, rest: Sequence[Ranked]) -> Candidate:
    """Let the uncertainty of a place reach to where others of its name at that spot are set."""
    beside = (r for r in rest if r.spelling >= EXACT and same_place(top.found, r.found))
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
