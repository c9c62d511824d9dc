"""Rows of keys and places in PostgreSQL with PostGIS, asked as those in SQLite are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from gazetteer.entry import GazetteerEntry
from gazetteer.homes.entry_rows import COLUMNS, EntryRow, entry_of
from gazetteer.homes.filing import BAND, KEY_COLUMNS, Box
from gazetteer.homes.found import Spot, WordKey
from gazetteer.homes.key_rows import (
    BUCKET_ROWS,
    RECURRING,
    Bucket,
    FullKey,
    KeyRow,
    PlaceRow,
    RawKey,
    RawPlace,
    Sounds,
)
from gazetteer.homes.postgres_session import Session, is_storable

__all__ = ["PostgresRows"]

_BATCH = 1_000
_ORDER = ", ".join(KEY_COLUMNS)
_KEY = ", ".join("-rank" if name == "weight" else name for name in KeyRow._fields)
_PLACE = ", ".join(PlaceRow._fields)
_ENTRY = ", ".join("ST_AsBinary(shape)" if name == "shape" else name for name in COLUMNS)


class PostgresRows:
    """Rows of one version of a set; only reads.

    Parameters
    ----------
    version
        The number in the names of its tables.
    """

    def __init__(self, session: Session, version: int) -> None:
        self.session, self._version = session, version

    def sounding(self, keys: Sequence[FullKey], most: int) -> Sequence[RawKey]:
        """Return the first rows with any of these keys, which are given in order."""
        order = f"ORDER BY {_ORDER} LIMIT %s"
        if len(keys) == 1:
            where = f"loose = %s AND strict = %s AND spoken = %s {order}"
            return self._keys(where, *keys[0], most)
        if not all(is_storable(form) for key in keys for form in key):
            return []
        asked = "unnest(%s::text[], %s::text[], %s::text[]) AS asked (a, b, c)"
        query = f"SELECT {_KEY} FROM {asked} JOIN {self._table('key')}"  # noqa: S608  our own text
        joined = f"{query} ON loose = a AND strict = b AND spoken = c {order}"
        columns = zip(*keys, strict=True) if keys else ((), (), ())
        return self.session.ask(joined, (*map(list, columns), most))

    def bucket(self, bucket: Bucket) -> Sequence[RawKey]:
        """Return the rows of a bucket."""
        return self._of_bucket(_KEY, bucket)

    def bucket_within(self, bucket: Bucket, box: Box) -> Sequence[RawKey]:
        """Return the rows of a bucket that lie in a box or on its edge."""
        west, east, south, north = box
        return [
            row
            for row in self.bucket(bucket)
            if west <= row[7] <= east and south <= row[8] <= north
        ]

    def sounds(self, bucket: Bucket) -> Sounds:
        """Return how the rows of a bucket sound."""
        return Sounds.of(Counter(self._of_bucket("loose, strict, spoken", bucket)))

    def _of_bucket(self, columns: str, bucket: Bucket) -> list[Any]:
        strict, values = (" AND strict = %s", (bucket.strict,)) if bucket.strict else ("", ())
        where = f"WHERE loose = ANY(%s::text[]){strict} ORDER BY {_ORDER} LIMIT %s"
        return self._asked(columns, "key", where, (list(bucket.loose), *values, BUCKET_ROWS))

    def neighbours(self, shorter: Sequence[str]) -> Sequence[str]:
        """Return the loose keys that, with a letter left out or whole, are one of those given."""
        where = "WHERE shorter = ANY(%s::text[]) ORDER BY loose"
        return [key for (key,) in self._asked("DISTINCT loose", "near", where, (list(shorter),))]

    def sounds_within(self, box: Box) -> tuple[Sequence[str], Sequence[int]]:
        """Return how the names in a box or on its edge sound, and the place of each."""
        west, east, south, north = box
        # The index of points knows them in single precision and finds some too many.
        where = (
            f"WHERE place IN (SELECT place FROM {self._table('entry')}"  # noqa: S608  our own text
            " WHERE point && ST_MakeEnvelope(%s, %s, %s, %s, 4326))"
            " AND lon_e5 BETWEEN %s AND %s AND lat_e5 BETWEEN %s AND %s"
            f" ORDER BY {BAND}, lon_e5, lat_e5, place, spoken"
        )
        corners = ((west - 1) / 1e5, (south - 1) / 1e5, (east + 1) / 1e5, (north + 1) / 1e5)
        asked = (*corners, west, east, south, north)
        found = dict.fromkeys(self._asked("spoken, place", "key", where, asked))
        return [sound for sound, _ in found], [place for _, place in found]

    def heard_at(self, named: Sequence[tuple[int, str]]) -> Sequence[RawKey]:
        """Return the rows of places with the sound given beside each, in the order given."""
        places, sounds = [place for place, _ in named], [sound for _, sound in named]
        where = (
            "WHERE (place, spoken) IN (SELECT * FROM unnest(%s::integer[], %s::text[]))"  # noqa: S608  our own text
            f" ORDER BY array_position(%s::text[], place || ' ' || spoken), {_ORDER}"
        )
        order = [f"{place} {sound}" for place, sound in named]
        return self._asked(_KEY, "key", where, (places, sounds, order))

    def places(self, rows: Sequence[int]) -> Sequence[RawPlace]:
        """Return places by their row, in any order."""
        where = "WHERE place = ANY(%s::integer[])"
        return self._entries(_PLACE, where, list(rows))

    def towns_of(self, country: str, admin: str) -> Sequence[Spot]:
        """Return where the places of a first-level area lie, in any order."""
        # The first part is indexed as far as any real name goes; "}" follows "|" among characters.
        where = (
            "WHERE country = %s AND left(split_part(admin, '|', 1), 100)"
            " = left(split_part(%s, '|', 1), 100)"
            " AND (admin = %s OR (admin > %s AND admin < %s)) ORDER BY lon, lat"
        )
        return self._entries("lon, lat", where, country, admin, admin, f"{admin}|", f"{admin}}}")

    def recurring(self, letter: str) -> tuple[int, int, int]:
        """Return how many keys and names of one and two places a family has: ``RECURRING``."""
        query = RECURRING.format(key=self._table("key"), given="%s")
        ((keys, once, twice),) = self.session.ask(query, (letter, chr(ord(letter) + 1)))
        return int(keys), int(once), int(twice)

    def words(self, sounds: Iterable[str]) -> set[WordKey]:
        """Return the names that running text may use, of those with these sounds."""
        asked = sorted(filter(is_storable, set(sounds)))
        query = f"SELECT spoken, plain, english FROM {self._table('word')}"  # noqa: S608  our own text
        found = self.session.ask(f"{query} WHERE spoken = ANY(%s::text[])", (asked,))
        return {(spoken, plain, english) for spoken, plain, english in found}

    def entry(self, entry_id: str) -> GazetteerEntry | None:
        """Return the entry with this id."""
        found = self._entries(_ENTRY, "WHERE id = %s", entry_id)
        return entry_of(EntryRow(*found[0])) if found else None

    def entries(self) -> Iterator[GazetteerEntry]:
        """Give every entry, in the order of their ids."""
        where, last = f"ORDER BY id LIMIT {_BATCH}", tuple[str, ...]()
        while rows := self._entries(_ENTRY, where, *last):
            yield from (entry_of(EntryRow(*row)) for row in rows)
            # One batch after the other, so that other questions may come between.
            where, last = f"WHERE id > %s ORDER BY id LIMIT {_BATCH}", (rows[-1][0],)

    def count(self) -> int:
        """Return the number of entries."""
        return int(self._entries("count(*)", "")[0][0])

    def _table(self, name: str) -> str:
        return f"frontmap.{name}_{self._version}"

    def _keys(self, where: str, *values: object) -> Sequence[RawKey]:
        return self._asked(_KEY, "key", f"WHERE {where}", values)

    def _entries(self, columns: str, where: str, *values: object) -> list[tuple[Any, ...]]:
        return self._asked(columns, "entry", where, values)

    def _asked(self, columns: str, table: str, where: str, values: tuple[object, ...]) -> list[Any]:
        if not all(is_storable(value) for value in values if isinstance(value, str)):
            return []
        query = f"SELECT {columns} FROM {self._table(table)} {where}"  # noqa: S608  our own text
        return self.session.ask(query, values)
