"""The search for what a name may mean, over rows that anything may keep."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from rapidfuzz import process
from rapidfuzz.distance import Indel

from gazetteer.entry_rows import NAME_SEPARATOR
from gazetteer.families import Family
from gazetteer.found import Found, Spot
from gazetteer.key_rows import BUCKET_ROWS, KeyRow, KeyRows, PlaceRow
from gazetteer.keying import ABJAD, BARE, filed_under, letter_of, shorter_keys
from gazetteer.likeness import key_likeness
from gazetteer.nearness import apart_km, closeness
from gazetteer.spelling import NameKey

__all__ = ["BARE_FACTOR", "search"]

#: A name that differs by a feature word only ("Zeinedin" for "Jabal Zeinedin") counts this much.
BARE_FACTOR = 0.9
#: Below this two spellings have nothing to say about each other.
_FLOOR = 0.6
#: So many names as good as this make it needless to look further afield.
_GOOD, _ENOUGH = 0.9, 5
_MOST, _MOST_OF_A_CLASS = 40, 12
#: Where points are given, places around them are compared even where their keys differ.
_REACH_KM, _NEARBY_CUTOFF = 30.0, 0.5
_NEAR_BONUS = 0.32


@dataclass(slots=True)
class _Query:
    """One name with its keys, and the likeness to every key met so far."""

    keys: list[tuple[str, NameKey, int]]
    near: Sequence[Spot]
    known: dict[tuple[str, str, str, int], tuple[float, float]] = field(default_factory=dict)
    best: dict[int, tuple[float, float, KeyRow]] = field(default_factory=dict)

    def take(self, rows: Iterable[KeyRow]) -> None:
        """Compare rows and keep the best of each place."""
        known, best = self.known, self.best
        for row in rows:
            form = (row.loose, row.spoken, row.plain, row.how)
            fit = known.get(form)
            if fit is None:
                fit = known[form] = self._fit(row)
            score, spelling = fit
            if score >= _FLOOR:
                held = best.get(row.place)
                if held is None or score > held[0]:
                    best[row.place] = (score, spelling, row)

    def _fit(self, row: KeyRow) -> tuple[float, float]:
        key = NameKey(row.plain, row.spoken, row.strict, row.loose[1:], bool(row.how & ABJAD))
        fits = [(0.0, 0.0)]
        for letter, asked, how in self.keys:
            if letter == row.loose[0]:
                spelling = key_likeness(asked, key)
                bare = bool(how & BARE) + bool(row.how & BARE)
                fits.append((spelling * BARE_FACTOR**bare, spelling))
        return max(fits)

    def good(self) -> int:
        """Count the places whose name is as good as found."""
        return sum(score >= _GOOD for score, _, _ in self.best.values())

    def bonus(self, row: KeyRow) -> float:
        """Return what nearness to the points given adds to a place's score."""
        if not self.near:
            return 0.0
        return _NEAR_BONUS * max(closeness(_apart_km(row, spot)) for spot in self.near)


def search(
    rows: KeyRows, families: Sequence[Family], name: str, near: Sequence[Spot] = ()
) -> tuple[Found, ...]:
    """Return the features that a name may mean, best spelling first.

    Notes
    -----
    Names with the same loose key first; those one letter away where few of them are good; where
    points are given and nothing good lies there, everything around them by its letters alone. The
    best forty are returned, and up to twelve of each feature class, so that a bridge is not lost
    behind villages of its name.
    """
    keys = [(letter_of(of), key, how) for of in families for key, how in filed_under(name, of)]
    query = _Query(keys, near)
    for letter, key, _ in keys:
        query.take(_bucket(rows, letter + key.loose, key))
    if query.good() < _ENOUGH:
        query.take(rows.neighbours(_shorter(keys)))
    if near and not _well_placed(query):
        query.take(_nearby(rows, keys, near))
    return _found(rows, query)


def _bucket(rows: KeyRows, loose: str, key: NameKey) -> Iterator[KeyRow]:
    bucket = rows.bucket(loose)
    if len(bucket) == BUCKET_ROWS:
        # The bucket is cut, so the rows that fit best are asked for by name.
        yield from rows.same_sound(loose, key.strict, key.spoken)
        yield from rows.same_consonants(loose, key.strict)
    yield from bucket


def _shorter(keys: Sequence[tuple[str, NameKey, int]]) -> list[str]:
    whole = {letter + key.loose for letter, key, _ in keys if len(key.loose) > 1}
    return sorted(whole | {short for key in whole for short in shorter_keys(key)})


def _well_placed(query: _Query) -> bool:
    """Tell whether a good spelling lies near the points given."""
    return any(
        score >= _GOOD and min(_apart_km(row, spot) for spot in query.near) <= _REACH_KM
        for score, _, row in query.best.values()
    )


def _nearby(
    rows: KeyRows, keys: Sequence[tuple[str, NameKey, int]], near: Sequence[Spot]
) -> Iterator[KeyRow]:
    for spot in near:
        around = rows.around(spot, _REACH_KM)
        sounds = [row.spoken for row in around]
        for _, key, _ in keys:
            likely = process.extract(
                key.spoken, sounds, scorer=Indel.normalized_similarity,
                score_cutoff=_NEARBY_CUTOFF, limit=_MOST,
            )  # fmt: skip
            yield from (around[index] for _, _, index in likely)


def _apart_km(row: KeyRow, spot: Spot) -> float:
    return apart_km(row.lon_e5 / 1e5, row.lat_e5 / 1e5, *spot)


def _found(rows: KeyRows, query: _Query) -> tuple[Found, ...]:
    chosen = _chosen(query)
    places = {place.place: place for place in rows.places(sorted(chosen))}
    found = [_as_found(places[at], *query.best[at]) for at in chosen]
    return tuple(sorted(found, key=_best_first))


def _best_first(found: Found) -> tuple[float, int, str]:
    return (-round(found.score, 3), -found.prominence, found.id)


def _chosen(query: _Query) -> list[int]:
    """Return the best places, and the best of each class."""

    def order(item: tuple[int, tuple[float, float, KeyRow]]) -> tuple[float, int, int]:
        place, (score, _, row) = item
        return (-score - query.bonus(row), -row.weight, place)

    if len(query.best) <= _MOST:
        return list(query.best)
    ranked = heapq.nsmallest(len(query.best), query.best.items(), key=order)
    chosen, taken = [], dict[str, int]()
    for number, (place, (_, _, row)) in enumerate(ranked):
        of_class = taken[row.feature_class] = taken.get(row.feature_class, 0) + 1
        if number < _MOST or of_class <= _MOST_OF_A_CLASS:
            chosen.append(place)
    return chosen


def _as_found(place: PlaceRow, score: float, spelling: float, row: KeyRow) -> Found:
    return Found(
        place.id, place.names.split(NAME_SEPARATOR)[row.name], score, spelling, place.lon,
        place.lat, place.radius_m, place.feature_class, place.feature_code, place.country,
        place.population, row.weight,
    )  # fmt: skip
