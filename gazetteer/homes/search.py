"""The search for what a name may mean, over rows that anything may keep."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import chain

from rapidfuzz import process
from rapidfuzz.distance import Indel

from gazetteer.homes.entry_rows import NAME_SEPARATOR
from gazetteer.homes.filing import box_around
from gazetteer.homes.found import Found, Spot
from gazetteer.homes.key_rows import BUCKET_ROWS, Bucket, FullKey, KeyRows, RawKey, RawPlace, Sounds
from gazetteer.homes.query import Keys, Query, keys_of, lies_within
from gazetteer.homes.vicinity import Vicinity
from gazetteer.spellings.families import Family
from gazetteer.spellings.keying import shorter_keys

__all__ = ["NameSearch"]

#: So many good names make it needless to look further afield.
_ENOUGH = 5
#: Where points are given, places around them are compared even where their keys differ.
_REACH_KM = 30.0
#: A name of more places than this fills what is read of it; others of it lie around the points.
_NAMESAKES = 10
#: Of more rows than this the ones that sound alike are compared in full; fewer where the name is
#: known, for then the others are hardly meant.
_MANY, _SOME, _CUTOFF = 30, 10, 0.4
_KEPT_NAMES, _KEPT_PLACES = 256, 4_096


class NameSearch:
    """Search in one part of a gazetteer.

    What was found for a name alone is kept a while: the resolver asks for its sound first, then for
    the whole of it, then around the other places of the text.
    """

    def __init__(self, rows: KeyRows, families: Sequence[Family]) -> None:
        self._rows, self._families = rows, families
        self._vicinity = Vicinity(rows)
        self._places: dict[int, RawPlace] = {}
        # No cache holds this object: what is forgotten is closed at once.
        self._sounding = lru_cache(maxsize=_KEPT_NAMES)(partial(_heard, rows, families))
        self._anywhere = lru_cache(maxsize=_KEPT_NAMES)(partial(_alone, rows, self._sounding))

    def sounding(self, name: str) -> tuple[Found, ...]:
        """Return the features whose name sounds as the one given: the first step of ``matches``."""
        return self._found(self._sounding(name))

    def matches(
        self, name: str, near: Sequence[Spot] = (), elsewhere: Sequence[Spot] = ()
    ) -> tuple[Found, ...]:
        """Return the features that a name may mean, best spelling first.

        Parameters
        ----------
        elsewhere
            Where other parts of the gazetteer have good spellings of the name.

        Notes
        -----
        Names that sound alike first, then those of the same loose key where fewer than five are
        good, and those one letter away where none is, here or elsewhere. Where points are given,
        those of the same loose key that lie there; where nothing good does, in any part, or many
        places here bear the name, everything around the points by its letters alone. See
        ``Query.chosen`` for how many.
        """
        query = self._anywhere(name, bool(elsewhere))
        if near:
            query = query.copy(near)
            if self._sounding(name).good():
                # Not all of these were compared; a name in another script may sound alike but for
                # its vowels.
                query.take(_close_bucket(self._rows, query.keys, near))
            known = lies_within(elsewhere, near, _REACH_KM) or query.is_good_within(_REACH_KM)
            if query.good() > _NAMESAKES or not known:
                query.take(_nearby(self._vicinity, query.keys, near))
        return self._found(query)

    def _found(self, query: Query) -> tuple[Found, ...]:
        if not query.best:
            return ()
        chosen = query.chosen()
        places = self._places_of(chosen)
        found = [_as_found(places[at], *query.best[at]) for at in chosen]
        return tuple(sorted(found, key=_best_first))

    def _places_of(self, chosen: Sequence[int]) -> dict[int, RawPlace]:
        """Return places by their row; the same ones are found by name after name."""
        places = self._places
        unread = sorted(at for at in chosen if at not in places)
        if len(places) + len(unread) > _KEPT_PLACES:
            # A new mapping, for another thread may be reading the old one.
            unread, places = sorted(chosen), {}
        if unread:
            places |= {place[0]: place for place in self._rows.places(unread)}
            self._places = places
        return places


def _heard(rows: KeyRows, families: Sequence[Family], name: str) -> Query:
    query = Query(keys_of(families, name))
    query.take(_same_sound(rows, query.keys))
    return query


def _alone(rows: KeyRows, sounding: Callable[[str], Query], name: str, is_elsewhere: bool) -> Query:
    query = sounding(name).copy(())
    good = query.good()
    if good < _ENOUGH:
        query.take(_same_bucket(rows, query.keys, _SOME if good else _MANY))
    if not (good or is_elsewhere or query.good()):
        query.take(_one_letter_away(rows, query.keys))
    return query


def _same_sound(rows: KeyRows, keys: Keys) -> Sequence[RawKey]:
    asked = _full_keys(keys)
    heard = rows.sounding(asked, BUCKET_ROWS)
    if len(asked) == 1 or len(heard) < BUCKET_ROWS:
        return heard
    return [row for key in asked for row in rows.sounding([key], BUCKET_ROWS)]


def _same_bucket(rows: KeyRows, keys: Keys, most: int) -> list[RawKey]:
    found = list[RawKey]()
    for loose in _loose_of(keys):
        alike = [asked for asked in keys if asked[0] + asked[1].loose == loose]
        bucket = Bucket((loose,))
        sounds = rows.sounds(bucket)
        if sounds.rows == BUCKET_ROWS:
            # The bucket is cut, so the rows with the very consonants are asked for by name.
            for strict in sorted({key.strict for _, key, _ in alike}):
                same = Bucket((loose,), strict)
                found += _most_alike(rows, same, rows.sounds(same), alike, most)
        found += _most_alike(rows, bucket, sounds, alike, most)
    return found


def _close_bucket(rows: KeyRows, keys: Keys, near: Sequence[Spot]) -> list[RawKey]:
    boxes = [box_around(spot, _REACH_KM) for spot in near]
    buckets = [Bucket((loose,)) for loose in _loose_of(keys)]
    return [row for each in buckets for box in boxes for row in rows.bucket_within(each, box)]


def _one_letter_away(rows: KeyRows, keys: Keys) -> Sequence[RawKey]:
    # What has the very key has been looked at.
    own = set(_loose_of(keys))
    bucket = Bucket(tuple(key for key in rows.neighbours(_shorter(own)) if key not in own))
    if not bucket.loose:
        return []
    return _most_alike(rows, bucket, rows.sounds(bucket), keys, _MANY)


def _most_alike(
    rows: KeyRows, bucket: Bucket, sounds: Sounds, keys: Keys, most: int
) -> Sequence[RawKey]:
    """Return the rows of a bucket that sound most like the name, some more than asked for."""
    if sounds.rows <= most:
        return rows.bucket(bucket) if sounds.rows else []
    heard = sounds.columns()
    # Those that sound just so have been read.
    read = set(_full_keys(keys))
    likely = sorted(_first(heard.counts, _likely(heard.spoken, keys, most), most))
    unread = [number for number in likely if heard.key(number) not in read]
    # Of the last sound of all a full bucket may have a part alone.
    rows_of_them = sum([heard.counts[number] for number in unread])
    return rows.sounding([*map(heard.key, unread)], rows_of_them)


def _first(counts: Sequence[int], numbers: Iterable[int], most: int) -> Iterator[int]:
    taken = 0
    for number in numbers:
        if taken >= most:
            return
        taken += counts[number]
        yield number


def _likely(sounds: Sequence[str], keys: Keys, most: int) -> Sequence[int]:
    """Return the numbers of the sounds that are most like the name's, best first: it is quick.

    So many for each reading of the name.
    """
    read = [
        process.extract(
            spoken, sounds, scorer=Indel.normalized_similarity, score_cutoff=_CUTOFF, limit=most
        )
        for spoken in {key.spoken for _, key, _ in keys}
    ]
    if len(read) == 1:  # best first as they come
        return [number for _, _, number in read[0]]
    kept = dict[int, float]()
    for _, score, number in chain.from_iterable(read):
        kept[number] = max(score, kept.get(number, 0.0))
    return sorted(kept, key=lambda number: (-kept[number], number))


def _full_keys(keys: Keys) -> list[FullKey]:
    return [(letter + key.loose, key.strict, key.spoken) for letter, key, _ in keys]


def _loose_of(keys: Keys) -> list[str]:
    return sorted({letter + key.loose for letter, key, _ in keys})


def _shorter(whole: Iterable[str]) -> list[str]:
    # A key of its family's letter and one more says nothing.
    long = {key for key in whole if len(key) > 2}
    return sorted(long | {short for key in long for short in shorter_keys(key)})


def _nearby(vicinity: Vicinity, keys: Keys, near: Sequence[Spot]) -> list[RawKey]:
    # Nine of ten rows fit no better than they sound; to tell which takes longer than reading them.
    arounds = [vicinity.around(spot, _REACH_KM) for spot in near]
    heard = [each.heard(_worth_reading(each.sounds, keys)) for each in arounds]
    return vicinity.rows([*dict.fromkeys(chain.from_iterable(heard))])


def _worth_reading(sounds: Sequence[str], keys: Keys) -> Sequence[int]:
    return range(len(sounds)) if len(sounds) <= _MANY else _likely(sounds, keys, _MANY)


def _best_first(found: Found) -> tuple[float, int, str]:
    return (-round(found.score, 3), -found.prominence, found.id)


def _as_found(place: RawPlace, score: float, spelling: float, row: RawKey) -> Found:
    text = place[2].split(NAME_SEPARATOR)[row[6]]
    # The columns of a place after its names are those of ``Found``; its own way of making one
    # counts them again, which takes as long once more. The first of its names is its own.
    return tuple.__new__(Found, (place[1], text, score, spelling, *place[3:], row[10], not row[6]))
