"""What the search for a name asks of a place where rows are kept: a file, memory, a database."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, takewhile
from typing import NamedTuple, Protocol

from gazetteer.entry import GazetteerEntry
from gazetteer.homes.filing import Box
from gazetteer.homes.found import Spot, WordKey

__all__ = [
    "APART_E5", "BUCKET_ROWS", "RECURRING", "RECURRING_KEYS", "Bucket", "FullKey", "KeyRow",
    "KeyRows", "PlaceRow", "RawKey", "RawPlace", "SoundColumns", "Sounds", "first_rows",
]  # fmt: skip

#: More rows than this of one bucket are not looked at; a bucket is the rows with one loose key.
BUCKET_ROWS = 400
#: So many keys tell how often names recur: as many as a planet has need not be counted. And places
#: so far apart, in 100,000ths of a degree, are two: about 20 km.
RECURRING_KEYS, APART_E5 = 10_000, 20_000
#: How many keys of villages there are, how many names of one place, and how many of two that lie
#: apart; among the first of the keys from one to another. The same in every database that the rows
#: may be in.
RECURRING = f"""
WITH filed AS (
    SELECT loose, strict, spoken, place, lon_e5, lat_e5 FROM {{key}}
    WHERE loose >= {{given}} AND loose < {{given}} AND how = 0 AND feature_class = 'P'
    ORDER BY loose, strict, spoken, rank, place LIMIT {RECURRING_KEYS}
), named AS (
    SELECT count(DISTINCT place) AS places,
        max(lon_e5) - min(lon_e5) + max(lat_e5) - min(lat_e5) AS apart
    FROM filed GROUP BY loose, strict, spoken
)
SELECT (SELECT count(*) FROM filed),
    coalesce(sum(CASE WHEN apart < {APART_E5} THEN 1 ELSE 0 END), 0),
    coalesce(sum(CASE WHEN apart >= {APART_E5} AND places = 2 THEN 1 ELSE 0 END), 0) FROM named
"""  # noqa: S608  our own text


class KeyRow(NamedTuple):
    """One key of one name: the four forms, how it was read, and enough of its place to rank it.

    ``loose`` begins with the letter of its family. ``how`` is the sum of ``ABJAD`` and ``BARE`` in
    ``gazetteer.spellings.keying``; ``weight`` orders equals by prominence; ``place`` is the row of
    the entry, ``name`` the number of the name among the entry's, ``lon_e5`` and ``lat_e5`` are in
    100,000ths of a degree.
    """

    loose: str
    strict: str
    spoken: str
    plain: str
    how: int
    place: int
    name: int
    lon_e5: int
    lat_e5: int
    feature_class: str
    weight: int


#: The same without names, for hundreds are read and few are kept.
RawKey = tuple[str, str, str, str, int, int, int, int, int, str, int]


#: What tells the sound of a name: its loose and strict key and the spoken form.
FullKey = tuple[str, str, str]


class Bucket(NamedTuple):
    """The first ``BUCKET_ROWS`` rows with any of these loose keys.

    Of a single loose key those with a strict key alone, where one is given.
    """

    loose: tuple[str, ...]
    strict: str = ""


class SoundColumns(NamedTuple):
    """How the rows of a bucket sound: each sound once, in their order, with the number of rows."""

    loose: list[str]
    strict: list[str]
    spoken: list[str]
    counts: list[int]

    def key(self, number: int) -> FullKey:
        """Return the full key of the sound with this number."""
        return self.loose[number], self.strict[number], self.spoken[number]

    def cut(self) -> SoundColumns:
        """Return the sounds of the first ``BUCKET_ROWS`` rows."""
        counts = first_rows(self.counts)
        loose, strict, spoken = (column[: len(counts)] for column in self[:3])
        return SoundColumns(loose, strict, spoken, counts)


class Sounds(NamedTuple):
    """How many rows a bucket has, up to ``BUCKET_ROWS``, and what makes the columns of any.

    Most buckets are so small that they are read whole, and nobody asks how they sound.
    """

    rows: int
    columns: Callable[[], SoundColumns]

    @classmethod
    def of(cls, counted: Mapping[FullKey, int]) -> Sounds:
        """Return those of keys, which stand in order, each with the number of its rows."""

        def columns() -> SoundColumns:
            loose, strict, spoken = map(list, zip(*counted, strict=True))
            return SoundColumns(loose, strict, spoken, [*counted.values()]).cut()

        return cls(min(BUCKET_ROWS, sum(counted.values())), columns)


def first_rows(counts: Sequence[int]) -> list[int]:
    """Return how many of the first ``BUCKET_ROWS`` rows have each of the sounds they have."""
    before = accumulate(counts, initial=0)
    rooms = (BUCKET_ROWS - rows for rows in takewhile(lambda rows: rows < BUCKET_ROWS, before))
    return [min(count, room) for count, room in zip(counts, rooms, strict=False)]


class PlaceRow(NamedTuple):
    """What is known of a place without its shape: its row, and the columns of ``Found``."""

    place: int
    id: str
    names: str
    lon: float
    lat: float
    radius_m: float
    feature_class: str
    feature_code: str
    country: str
    population: int


#: The same without names, as ``RawKey`` is.
RawPlace = tuple[int, str, str, float, float, float, str, str, str, int]


class KeyRows(Protocol):
    """Rows of keys and places. Every answer is in a fixed order, whatever keeps the rows."""

    def sounding(self, keys: Sequence[FullKey], most: int) -> Sequence[RawKey]:
        """Return the first rows with any of these keys, which are given in order."""

    def bucket(self, bucket: Bucket) -> Sequence[RawKey]:
        """Return the rows of a bucket."""

    def bucket_within(self, bucket: Bucket, box: Box) -> Sequence[RawKey]:
        """Return the rows of a bucket that lie in a box or on its edge."""

    def sounds(self, bucket: Bucket) -> Sounds:
        """Return how the rows of a bucket sound; one with a strict key is part of a full one."""

    def neighbours(self, shorter: Sequence[str]) -> Sequence[str]:
        """Return the loose keys that, with a letter left out or whole, are one of those given."""

    def sounds_within(self, box: Box) -> tuple[Sequence[str], Sequence[int]]:
        """Return how the names in a box or on its edge sound, and the place of each.

        Each sound of a place once, by the bands of ``filing.BAND`` from south to north, in each
        from west to east.
        """

    def heard_at(self, named: Sequence[tuple[int, str]]) -> Sequence[RawKey]:
        """Return the rows of places with the sound given beside each, in the order given."""

    def places(self, rows: Sequence[int]) -> Sequence[RawPlace]:
        """Return places by their row, in any order."""

    def towns_of(self, country: str, admin: str) -> Sequence[Spot]:
        """Return where the places of a first-level area lie, in any order."""

    def recurring(self, letter: str) -> tuple[int, int, int]:
        """Return how many keys and names of one and two places a family has: ``RECURRING``."""

    def words(self, sounds: Iterable[str]) -> set[WordKey]:
        """Return the names that running text may use, of those with these sounds."""

    def entry(self, entry_id: str) -> GazetteerEntry | None:
        """Return the entry with this id."""

    def count(self) -> int:
        """Return the number of entries."""

    def entries(self) -> Iterator[GazetteerEntry]:
        """Give every entry, in the order of their ids."""
