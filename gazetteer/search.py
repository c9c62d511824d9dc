"""The search for what a name may mean, over rows that anything may keep."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial

from rapidfuzz import process
from rapidfuzz.distance import Indel

from gazetteer.entry_rows import NAME_SEPARATOR
from gazetteer.families import Family
from gazetteer.filing import box_around
from gazetteer.found import Found, Spot
from gazetteer.key_rows import BUCKET_ROWS, KeyRows, PlaceRow, RawKey
from gazetteer.keying import ABJAD, filed_under, letter_of, shorter_keys
from gazetteer.likeness import key_likeness
from gazetteer.nearness import apart_km, closeness
from gazetteer.spelling import NameKey
from gazetteer.vicinity import Vicinity

__all__ = ["BARE_FACTOR", "NameSearch"]

#: A name that differs by a feature word only ("Zeinedin" for "Jabal Zeinedin") counts this much.
BARE_FACTOR = 0.9
#: Below this two spellings have nothing to say about each other.
_FLOOR = 0.6
#: So many names as good as this make it needless to look further afield.
_GOOD, _ENOUGH = 0.9, 5
_MOST, _MOST_OF_A_CLASS = 100, 12
#: Nothing around a name makes up for a spelling so much worse than the best of its class.
_HOPELESS = 0.35
#: Where points are given, places around them are compared even where their keys differ.
_REACH_KM = 30.0
_NEAR_BONUS = 0.32
#: Of more rows than this the ones that sound alike are compared in full.
_MANY, _CUTOFF = 60, 0.4
_KEPT_NAMES, _KEPT_PLACES = 32, 1_024
#: What a feature word left out on one side, or on both, leaves of a likeness.
_LEFT_OUT = (1.0, BARE_FACTOR, BARE_FACTOR**2)
_Keys = list[tuple[str, NameKey, int]]


@dataclass(slots=True)
class _Query:
    """One name with its keys, and the likeness to every key met so far."""

    keys: _Keys
    near: Sequence[Spot]
    known: dict[tuple[str, str, str, int], tuple[float, float]] = field(default_factory=dict)
    best: dict[int, tuple[float, float, RawKey]] = field(default_factory=dict)

    def copy(self, near: Sequence[Spot]) -> _Query:
        """Return the same to go on with, near points."""
        return _Query(self.keys, near, dict(self.known), dict(self.best))

    def take(self, rows: Iterable[RawKey]) -> None:
        """Compare rows and keep the best of each place."""
        known, best = self.known, self.best
        for row in rows:
            # Rows stay plain tuples (see ``KeyRow`` for the columns), and most are looked at by
            # number: this loop is where a search spends its time. Loose, spoken, plain, how; place.
            form = (row[0], row[2], row[3], row[4])
            fit = known.get(form)
            if fit is None:
                fit = known[form] = self._fit(row)
            if fit[0] >= _FLOOR:
                held = best.get(row[5])
                if held is None or fit[0] > held[0]:
                    best[row[5]] = (*fit, row)

    def _fit(self, row: RawKey) -> tuple[float, float]:
        loose, strict, spoken, plain, how = row[:5]
        key = NameKey(plain, spoken, strict, loose[1:], bool(how & ABJAD))
        best = (0.0, 0.0)
        for letter, asked, asked_how in self.keys:
            if letter == loose[0]:
                spelling = key_likeness(asked, key)
                bare = (asked_how >> 1) + (how >> 1)
                best = max(best, (spelling * _LEFT_OUT[bare], spelling))
        return best

    def good(self) -> int:
        """Count the places whose name is as good as found."""
        return sum(fit[0] >= _GOOD for fit in self.best.values())

    def bonus(self, row: RawKey) -> float:
        """Return what nearness to the points given adds to a place's score."""
        if not self.near:
            return 0.0
        return _NEAR_BONUS * max(closeness(_apart_km(row, spot)) for spot in self.near)


class NameSearch:
    """Search in one part of a gazetteer.

    What was found for a name alone is kept a while: the resolver asks for its sound first, then for
    the whole of it, then around the other places of the text.
    """

    def __init__(self, rows: KeyRows, families: Sequence[Family]) -> None:
        self._rows, self._families = rows, families
        self._vicinity = Vicinity(rows)
        self._places: dict[int, PlaceRow] = {}
        # No cache holds this object: what is forgotten is closed at once.
        self._sounding = lru_cache(maxsize=_KEPT_NAMES)(partial(_heard, rows, families))
        self._anywhere = lru_cache(maxsize=_KEPT_NAMES)(partial(_alone, rows, self._sounding))

    def sounding(self, name: str) -> tuple[Found, ...]:
        """Return the features whose name sounds as the one given: the first step of ``matches``."""
        return self._found(self._sounding(name))

    def matches(self, name: str, near: Sequence[Spot] = ()) -> tuple[Found, ...]:
        """Return the features that a name may mean, best spelling first.

        Notes
        -----
        Names that sound alike first, then those of the same loose key where fewer than five are
        good, and those one letter away where none is. Where points are given and nothing good lies
        there, everything around them by its letters alone. The best hundred are returned, and up to
        twelve of each feature class, so that a bridge is not lost behind villages of its name.
        """
        query = self._anywhere(name)
        if near:
            query = query.copy(near)
            if self._sounding(name).good() >= _ENOUGH:
                # Many sound alike elsewhere; a name in another script may sound alike but for its
                # vowels.
                query.take(_close_bucket(self._rows, query.keys, near))
            if not _well_placed(query):
                query.take(_nearby(self._vicinity, query.keys, near))
        return self._found(query)

    def _found(self, query: _Query) -> tuple[Found, ...]:
        chosen = _chosen(query)
        places = self._places_of(chosen)
        found = [_as_found(places[at], *query.best[at]) for at in chosen]
        return tuple(sorted(found, key=_best_first))

    def _places_of(self, chosen: Sequence[int]) -> dict[int, PlaceRow]:
        """Return places by their row; the same ones are found by name after name."""
        places = self._places
        unread = sorted(at for at in chosen if at not in places)
        if len(places) + len(unread) > _KEPT_PLACES:
            # A new mapping, for another thread may be reading the old one.
            unread, places = sorted(chosen), {}
        if unread:
            places |= {place.place: place for place in self._rows.places(unread)}
            self._places = places
        return places


def _heard(rows: KeyRows, families: Sequence[Family], name: str) -> _Query:
    query = _Query(_keys(families, name), ())
    query.take(_same_sound(rows, query.keys))
    return query


def _alone(rows: KeyRows, sounding: Callable[[str], _Query], name: str) -> _Query:
    query = sounding(name).copy(())
    if query.good() < _ENOUGH:
        query.take(_same_bucket(rows, query.keys))
    if not query.good():
        query.take(_one_letter_away(rows, query.keys))
    return query


def _keys(families: Sequence[Family], name: str) -> _Keys:
    return [(letter_of(of), key, how) for of in families for key, how in filed_under(name, of)]


def _same_sound(rows: KeyRows, keys: _Keys) -> Iterator[RawKey]:
    for letter, key, _ in keys:
        yield from rows.same_sound(letter + key.loose, key.strict, key.spoken)


def _same_bucket(rows: KeyRows, keys: _Keys) -> Sequence[RawKey]:
    found = list[RawKey]()
    for loose in sorted({letter + key.loose for letter, key, _ in keys}):
        bucket = rows.bucket(loose)
        if len(bucket) == BUCKET_ROWS:
            # The bucket is cut, so the rows with the very consonants are asked for by name.
            stricts = sorted({key.strict for letter, key, _ in keys if letter + key.loose == loose})
            found += [row for strict in stricts for row in rows.same_consonants(loose, strict)]
        found += bucket
    return [found[number] for number in _likely(_sounds_of(found), keys)]


def _close_bucket(rows: KeyRows, keys: _Keys, near: Sequence[Spot]) -> Iterator[RawKey]:
    boxes = [box_around(spot, _REACH_KM) for spot in near]
    for loose in sorted({letter + key.loose for letter, key, _ in keys}):
        for row in rows.bucket(loose):
            if any(w <= row[7] <= e and s <= row[8] <= n for w, e, s, n in boxes):
                yield row


def _one_letter_away(rows: KeyRows, keys: _Keys) -> Sequence[RawKey]:
    found = rows.neighbours(_shorter(keys))
    return [found[number] for number in _likely(_sounds_of(found), keys)]


def _likely(sounds: Sequence[str], keys: _Keys) -> Iterable[int]:
    """Number those of many that sound most like the name: the whole likeness takes longer."""
    if len(sounds) <= _MANY:
        return range(len(sounds))
    kept = dict[int, None]()
    for _, key, _ in keys:
        likely = process.extract(
            key.spoken, sounds, scorer=Indel.normalized_similarity, score_cutoff=_CUTOFF,
            limit=_MANY,
        )  # fmt: skip
        kept |= dict.fromkeys(index for _, _, index in likely)
    return kept


def _sounds_of(rows: Sequence[RawKey]) -> list[str]:
    return [row[2] for row in rows]


def _shorter(keys: _Keys) -> list[str]:
    whole = {letter + key.loose for letter, key, _ in keys if len(key.loose) > 1}
    return sorted(whole | {short for key in whole for short in shorter_keys(key)})


def _well_placed(query: _Query) -> bool:
    """Tell whether a good spelling lies near the points given."""
    return any(
        score >= _GOOD and min(_apart_km(row, spot) for spot in query.near) <= _REACH_KM
        for score, _, row in query.best.values()
    )


def _nearby(vicinity: Vicinity, keys: _Keys, near: Sequence[Spot]) -> list[RawKey]:
    arounds = [vicinity.around(spot, _REACH_KM) for spot in near]
    return [row for each in arounds for row in each.rows(_likely(each.sounds, keys))]


def _apart_km(row: RawKey, spot: Spot) -> float:
    return apart_km(row[7] / 1e5, row[8] / 1e5, *spot)


def _best_first(found: Found) -> tuple[float, int, str]:
    return (-round(found.score, 3), -found.prominence, found.id)


def _chosen(query: _Query) -> list[int]:
    """Return the best places, and the best of each class; none that nothing could make the best."""

    def order(item: tuple[int, tuple[float, float, RawKey]]) -> tuple[float, int, int]:
        place, (score, _, row) = item
        return (-score - query.bonus(row), -row[10], place)

    chosen, best, taken = list[int](), dict[str, float](), dict[str, int]()
    for number, (place, (score, _, row)) in enumerate(sorted(query.best.items(), key=order)):
        letter = row[9]
        most = best[letter] = max(score, best.get(letter, 0.0))
        of_class = taken[letter] = taken.get(letter, 0) + 1
        if score > most - _HOPELESS and (number < _MOST or of_class <= _MOST_OF_A_CLASS):
            chosen.append(place)
    return chosen


def _as_found(place: PlaceRow, score: float, spelling: float, row: RawKey) -> Found:
    return Found(
        place.id, place.names.split(NAME_SEPARATOR)[row[6]], score, spelling, place.lon,
        place.lat, place.radius_m, place.feature_class, place.feature_code, place.country,
        place.population, row[10],
    )  # fmt: skip
