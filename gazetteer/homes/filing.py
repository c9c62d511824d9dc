"""How an entry is filed, whatever keeps the rows: the keys of its names, its words, its box."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from math import cos, radians
from typing import NamedTuple

from gazetteer.entry import GazetteerEntry
from gazetteer.homes.found import Spot, WordKey
from gazetteer.nearness import KM_PER_DEGREE
from gazetteer.spellings.english import is_ordinary
from gazetteer.spellings.families import Family, families_of, family
from gazetteer.spellings.keying import filed_under, letter_of, prominence, shorter_keys
from gazetteer.spellings.running_names import stands_in_text
from gazetteer.spellings.spelling import NameKey

__all__ = [
    "BAND", "KEY_COLUMNS", "Box", "FiledKey", "band_of", "bands_of", "box_around", "families_over",
    "filed_keys", "key_rows", "shorter_pairs", "word_keys",
]  # fmt: skip

#: A ligature may unfold to eighteen letters. The forms of a key that are longer in all are no name
#: that anybody asks for, and do not fit the pages of a database's index, which hold 2,700 bytes.
_MOST_KEY_BYTES, _SURELY_LESS = 2_500, 150
#: West, east, south, north in 100,000ths of a degree.
Box = tuple[int, int, int, int]
#: The bands of latitude in which neighbours stand side by side, counted from the south pole, and
#: the one of a place in any database. Few reach over a neighbourhood, and little beyond it.
_POLE_E5, _BAND_E5 = 9_000_000, 10_000
BAND = f"(lat_e5 + {_POLE_E5}) / {_BAND_E5}"


class FiledKey(NamedTuple):
    """A key of a name as it is kept: the columns of ``KeyRow``, in the order that rows stand in.

    ``rank`` is the weight with its sign turned, so that this order puts the prominent first.
    """

    loose: str
    strict: str
    spoken: str
    rank: int
    place: int
    name: int
    how: int
    plain: str
    lon_e5: int
    lat_e5: int
    feature_class: str


KEY_COLUMNS = FiledKey._fields


def key_rows(
    entry: GazetteerEntry, place: int, families: Sequence[Family] = ()
) -> Iterator[FiledKey]:
    """Give the keys of an entry's names, of an entry in row ``place``.

    In the families of its country where none are given.
    """
    rank, (lon_e5, lat_e5) = -prominence(entry), _spot_e5(entry)
    kind = entry.feature_class.value
    for of in families or families_of(entry.country):
        seen = set()
        for number, toponym in enumerate(entry.toponyms):
            for key, how in filed_keys(toponym.text, of.id):
                # Names that sound alike to the last letter are one row: "Hama", "Ḩamā".
                if (key, how) not in seen:
                    seen.add((key, how))
                    yield FiledKey(
                        letter_of(of) + key.loose, key.strict, key.spoken, rank, place, number, how,
                        key.plain, lon_e5, lat_e5, kind,
                    )  # fmt: skip


def word_keys(entry: GazetteerEntry, families: Sequence[Family] = ()) -> Iterator[WordKey]:
    """Give the names by which running text may mean an entry; some more than once."""
    for toponym in entry.toponyms:
        if stands_in_text(entry, toponym.text):
            english = is_ordinary(toponym.text)
            for of in families or families_of(entry.country):
                for key, how in filed_keys(toponym.text, of.id):
                    if how <= 1:
                        yield letter_of(of) + key.spoken, key.plain, english


# Names are compared first, then filed as keys, then as words: a country's are read but once. Those
# of a theatre are filed again at each opening.
@lru_cache(maxsize=131_072)
def filed_keys(name: str, of_name: str) -> tuple[tuple[NameKey, int], ...]:
    """Return the keys that a name is filed under in a family, and how each was read."""
    return tuple(filed for filed in filed_under(name, family(of_name)) if _is_short(filed[0]))


def _is_short(key: NameKey) -> bool:
    if len(key.plain) <= _SURELY_LESS:
        return True
    forms = (key.plain, key.spoken, key.strict, key.loose)
    return sum(len(form.encode()) for form in forms) <= _MOST_KEY_BYTES


def shorter_pairs(keys: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Give every loose key, and each of its forms with a letter left out, with the key itself."""
    return ((shorter, key) for key in keys for shorter in sorted({key, *shorter_keys(key)}))


def _spot_e5(entry: GazetteerEntry) -> tuple[int, int]:
    """Return where an entry lies: longitude and latitude in 100,000ths of a degree."""
    return round(entry.footprint.lon * 1e5), round(entry.footprint.lat * 1e5)


def box_around(spot: Spot, reach_km: float) -> Box:
    """Return the box that holds all within a distance of a point, and its corners."""
    north = round(reach_km / KM_PER_DEGREE * 1e5)
    east = round(north / max(0.05, cos(radians(spot[1]))))
    lon, lat = round(spot[0] * 1e5), round(spot[1] * 1e5)
    return lon - east, lon + east, lat - north, lat + north


def band_of(lat_e5: int) -> int:
    """Return the band of latitude that a place lies in."""
    return (lat_e5 + _POLE_E5) // _BAND_E5


def bands_of(box: Box) -> range:
    """Return the bands of latitude that a box touches."""
    south, north = map(band_of, box[2:])
    return range(south, north + 1)


def families_over(countries: Iterable[str]) -> tuple[Family, ...]:
    """Return the families of countries, in the order of their letters so that all homes ask alike.

    Examples
    --------
    >>> [of.id for of in families_over(["UA", "SY", "UA"])]
    ['general', 'slavic']
    """
    used = {of.id: of for country in countries for of in families_of(country)}
    return tuple(used[name] for name in sorted(used))
