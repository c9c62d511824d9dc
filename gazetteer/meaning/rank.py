"""Which of the features that share a name is meant, and why."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple

from gazetteer.entry import GazetteerEntry
from gazetteer.homes.found import Found
from gazetteer.homes.small_places import REPORTED
from gazetteer.meaning.areas import Area, containment, inside_words, off_areas
from gazetteer.meaning.asked import Asked, fits, is_province, kind_weight, kind_words, whole_names
from gazetteer.meaning.seats import (
    SMALL_TOWN,
    TOWN,
    district_heads,
    is_town,
    lands,
    seat_of,
    town_alone,
)
from gazetteer.meaning.settled import NOTHING_SETTLED, Settled
from gazetteer.meaning.surroundings import Anchor, Near, breadth_km, near_to, near_words
from gazetteer.place import Candidate
from gazetteer.spellings.spelling import opens_with_article

__all__ = ["EXACT", "FAIR", "SAME", "STRONG", "Ranked", "Scene", "rank"]

# Spelled so; spelled well enough by itself; well enough with support nearby.
EXACT, STRONG, FAIR = 0.95, 0.93, 0.80
SAME = 0.98  # the name itself, and not one that is like it
# Places of one report lie this near to each other, or the text gives no support.
_REACH_KM = 40.0
_FAR_KM = 300.0
# Countries may be wider than the ground that one report speaks of.
_WIDEST_KM = 1_400.0
# A city is meant wherever the rest of a text is; a town, or an area, within a day's ride of it.
# Of other countries than those a text is about, only what the whole world knows is meant from afar.
_CITY, _CITY_SEATS = 100_000, frozenset(("PPLC", "PPLA"))
_METROPOLIS, _CAPITAL = 1_000_000, frozenset(("PPLC",))
_VILLAGES = frozenset(("village", "hamlet"))  # no city is called so
_TOWN_SEAT, _TOWN_KM = "PPLA2", 100.0

_NEAR_WEIGHT, _INSIDE_WEIGHT, _CURATED_WEIGHT = 0.32, 0.10, 0.04
# Of villages of one name, "Al Jadida" rather means the one so written.
_OTHER_ARTICLE = 10
_OUTSIDE, _OTHER_COUNTRY = 0.20, 0.12


@dataclass(frozen=True, slots=True)
class Scene:
    """What is known around a name: other places of the text, areas that hold it, countries.

    ``settled`` are the corrections by people, which need no ranking.
    """

    anchors: tuple[Anchor, ...] = ()
    areas: tuple[Area, ...] = ()
    countries: tuple[str, ...] = ()
    settled: Settled = NOTHING_SETTLED


class Ranked(NamedTuple):
    """A feature with its score for ordering (unbounded), its spelling, and what supports it.

    A named tuple, as hundreds are made for one report. ``known`` features need no support: cities
    anywhere, towns and areas not far from the rest of the text, curated entries. ``stands`` tells
    that no nearness lifts a merely similar name over this one; ``surely`` that what supports it is
    not in doubt itself; ``sure_km`` how far off the nearest sure place of the text is, 0 inside an
    area that the text names, None where nothing is sure; ``nearness`` how much all of them say for
    the feature, 0 to 1. ``reasons`` are asked for the few features that are shown alone: what each
    adds, and its words.
    """

    found: Found
    order: float
    spelling: float
    supported: bool
    surely: bool
    known: bool
    stands: bool
    far: bool
    sure_km: float | None
    nearness: float
    reasons: Callable[[], Iterable[tuple[float, str]]]

    @property
    def why(self) -> str:
        """Every reason in words, with what it adds to the score."""
        told = []
        for exact, words in self.reasons():
            add = round(exact, 2)
            told.append(f"{words} ({add:+.2f})" if add else words)
        return "; ".join(filter(None, told))

    def candidate(self, get: Callable[[str], GazetteerEntry]) -> Candidate:
        """Return it as an answer shows it, the score within 0 and 1."""
        score = round(min(1.0, max(0.0, self.order)), 3)
        return Candidate(entry=get(self.found.id), score=score, why=self.why)


def rank(
    asked: Asked,
    found: Sequence[Found],
    scene: Scene,
    *,
    curated: Callable[[str], bool],
    spelled: Callable[[str, Found], str],
) -> tuple[tuple[Ranked, ...], tuple[Ranked, ...]]:
    """Order the features a name may mean; return those that fit the kind asked for, and the others.

    Notes
    -----
    The order is spelling, plus nearness to the other places of the text (0.32 at no distance),
    being inside what the text names around it, kind of feature and curated entries; population
    never enters it and only breaks ties. A strict kind, such as a bridge, excludes all others.
    No nearness lifts a name that is merely similar over a known place that is spelled so: "Aleppo"
    is not the "Aleppo road district" of the next town. A village that is spelled so, and lies off
    what the text speaks of, must give way; so must a town that is merely like the name of others.
    """
    fitting: list[Ranked] = []
    others: list[Ranked] = []
    exact = [each for each in found if each.score >= EXACT]
    if asked.prefers == "A" and not asked.kind_word and town_alone(exact, found):
        asked = replace(asked, prefers="P")
    nearness, holding = _nearness(asked, found, scene), tuple(containment(found, scene.areas))
    named = lands(exact, curated) if not asked.kind_word and asked.prefers in "PA" else ()
    heads = district_heads(exact)
    towns = [each for each in exact if each.score >= SAME and each.feature_class == "P"]
    found = whole_names(asked, found) if towns else found
    firm = {each.id for each in towns if curated(each.id) or each.population >= _CITY}
    elsewhere = off_areas(found, holding, scene.areas, least=STRONG, better=SAME, firm=firm)
    by_hand = any(curated(each.id) for each in towns)
    for each, near, inside, off in zip(found, nearness, holding, elsewhere, strict=True):
        ranked = _weigh(
            asked, each, scene, near, inside=inside, curated=curated(each.id), spelled=spelled,
            land=each.id in named, heads=each.id in heads,
        )  # fmt: skip
        # The province asked for is known, though its seat may be spelled a little otherwise.
        like = each.score < SAME and each.population < _CITY and not is_province(asked, each)
        kept = curated(each.id) and not (by_hand and each.feature_class == "P")
        if off or (towns and like and not kept):
            ranked = ranked._replace(stands=False, known=False)
        (fitting if _fits_by_name(asked, each) else others).append(ranked)
    by_order = partial(_by_order, asked.name)
    return tuple(sorted(fitting, key=by_order)), tuple(sorted(others, key=by_order))


def _nearness(asked: Asked, found: Sequence[Found], scene: Scene) -> Sequence[Near]:
    """Measure features against the text's places; a province as its own city where a town is meant.

    The middle of a province is no place of its own, and villages happen to lie near it.
    """
    near = list(near_to(found, scene.anchors, wide=_wide_classes(asked)))
    if asked.kind is not None or asked.prefers == "A" or not scene.anchors:
        return near
    towns = [each for each in found if each.score >= EXACT and is_town(each)]
    for at, each in enumerate(found):
        if each.feature_class == "A" and each.feature_code != "PCLI":
            own = seat_of(each, towns)
            near[at] = near[at] if own is None else near[found.index(own)]
    return near


def _wide_classes(asked: Asked) -> str:
    area = asked.prefers == "A" or (asked.kind is not None and "A" in asked.kind.classes)
    return "RHLVA" if area else "RHLV"


def _by_order(name: str, ranked: Ranked) -> tuple[bool, float, int, str]:
    found = ranked.found
    other = opens_with_article(name) != opens_with_article(found.text)
    return (not ranked.stands, -round(ranked.order, 3), _OTHER_ARTICLE * other - found.prominence,
            found.id)  # fmt: skip


def _fits_by_name(asked: Asked, found: Found) -> bool:
    kind = asked.kind if asked.kind and asked.kind.strict else None
    called = found.score >= SAME and asked.is_called(found)  # "Stockton Creek", however it is filed
    return (
        kind is None or called or (fits(kind, found) and kind.agrees(asked.kind_word, found.text))
    )


def _weigh(
    asked: Asked,
    found: Found,
    scene: Scene,
    near: Near,
    *,
    inside: Sequence[bool],
    curated: bool,
    spelled: Callable[[str, Found], str],
    land: bool,
    heads: bool,
) -> Ranked:
    spelling, abroad = _spelling(asked, found), _is_abroad(found, scene)
    added = (
        _NEAR_WEIGHT * near.weight,
        sum(_INSIDE_WEIGHT if within else -_OUTSIDE for within in inside) if inside else 0,
        0.0 if land else kind_weight(asked, found),
        _CURATED_WEIGHT if curated else 0.0,
        -_OTHER_COUNTRY if abroad else 0.0,
    )

    def reasons() -> Iterable[tuple[float, str]]:
        yield 0.0, spelled(asked.name, found)
        nearness, containment, kind, by_hand, elsewhere = added
        if nearness:
            yield nearness, near_words(near)
        if containment:
            yield containment, inside_words(scene.areas, inside)
        if kind:
            yield kind, kind_words(asked, found)
        if by_hand:
            yield by_hand, "curated for this theatre"
        if elsewhere:
            yield elsewhere, f"in {found.country}, while {', '.join(scene.countries)} is asked for"

    within_km = _known_within_km(asked, found, heads=heads, abroad=abroad)
    # The other end of a country is meant by its very name, not by one that is like it.
    within_km = within_km if spelling >= SAME else min(within_km, _FAR_KM)
    gap_km = near.gap_km if near.sure_gap_km is None else near.sure_gap_km
    near_enough = _may_be_known(asked, found) and gap_km <= within_km
    known = curated or land or near_enough
    near_by = near.anchor is not None and near.km <= _REACH_KM
    held = any(inside)
    far_km = _TOWN_KM if abroad else _FAR_KM
    away = not known and (near.sure_gap_km or 0.0) > far_km and not held
    far = away and not (spelling >= SAME and _is_at_home(found, scene, near.sure_gap_km or 0.0))
    return Ranked(
        found, spelling + sum(added), spelling, near_by or held,
        held or (near.anchor is not None and near.anchor.sure and near_by), known,
        spelling >= EXACT and not far and (known or not scene.anchors), far,
        0.0 if held else near.sure_gap_km, near.weight, reasons,
    )  # fmt: skip


def _is_at_home(found: Found, scene: Scene, gap_km: float) -> bool:
    """Tell whether this is a town or a province in a country that the text speaks of.

    Countries are wide, and a report on one names towns at both ends of it, and the small places
    that are shipped because reports of war tell of them; of its other villages, which share their
    names, it names those around a town, unless it is about the whole country.
    """
    sure = [anchor for anchor in scene.anchors if anchor.sure]
    if found.country not in {anchor.country for anchor in sure}.union(scene.countries):
        return False
    told = found.id.startswith(REPORTED) and found.feature_code in ("PPL", "ISL", "MTS")
    if told or found.feature_code == "ADM1" or is_town(found, least=SMALL_TOWN):
        return bool(found.country) and gap_km <= _WIDEST_KM
    return bool(found.country) and gap_km <= breadth_km(sure)


def _known_within_km(asked: Asked, found: Found, *, heads: bool, abroad: bool) -> float:
    """Return how far off the rest of a text may be where a name alone means this feature.

    Other places of a text say nothing of a road that runs past them, nor of the airfield that
    aircraft come from or the refinery that they are sent to; a village has to be near.
    """
    people, seats = (_METROPOLIS, _CAPITAL) if abroad else (_CITY, _CITY_SEATS)
    if found.population >= people or found.feature_code in seats:
        return math.inf
    province = asked.kind is not None and asked.kind.name == "province"
    site = found.feature_code.startswith("AIR") or (asked.is_called(found) and asked.far)
    if found.feature_class in "RHLV" or site or (province and found.feature_class == "A"):
        return math.inf
    if found.population >= TOWN or found.feature_class == "A":
        return _TOWN_KM
    # In lands of many small districts their seats share their names with villages.
    seat = found.feature_code == _TOWN_SEAT
    return (_TOWN_KM if found.population or heads else _REACH_KM) if seat else -1.0


def _may_be_known(asked: Asked, found: Found) -> bool:
    """Tell whether a bare name can mean a feature of this class by itself: no district of it."""
    if asked.kind:
        city = asked.kind_word in _VILLAGES and found.population >= _CITY
        return fits(asked.kind, found) and not city
    return found.feature_class != "A" or asked.prefers == "A" or found.feature_code == "PCLI"


def _spelling(asked: Asked, found: Found) -> float:
    """Forgive a missing feature word where the kind agrees: "southern Aleppo", "the Blue Nile".

    So "the refinery in Oru" is Oru Refinery.
    """
    if asked.kind is not None:
        told = asked.kind.is_told_by_class or asked.is_called(found)
        agrees = told and fits(asked.kind, found)
    else:
        agrees = asked.prefers != "P" and found.feature_class == asked.prefers[0]
    return max(found.score, found.spelling - 0.02) if agrees else found.score


def _is_abroad(found: Found, scene: Scene) -> bool:
    return bool(scene.countries and found.country and found.country not in scene.countries)
