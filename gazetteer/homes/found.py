"""What a part of a gazetteer finds for a name, and what every part can be asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from gazetteer.entry import GazetteerEntry
from gazetteer.spellings.families import Family
from gazetteer.spellings.keying import prominence

__all__ = ["Found", "Holding", "NameStore", "Spot", "WordKey", "as_found"]

#: Longitude and latitude in degrees.
Spot = tuple[float, float]
#: Sound (its family's letter first), plain form, and whether the name is an English word as well.
WordKey = tuple[str, str, bool]


class Found(NamedTuple):
    """A feature that a name may mean: enough to rank it, without its shape and other names.

    A named tuple, as hundreds are made for one report.

    Parameters
    ----------
    id
        The entry's id; ``NameStore.get`` gives the whole entry.
    text
        The name of the entry that met the one asked for.
    score, spelling
        How well the names fit, 0 to 1. ``spelling`` is the likeness of the spellings alone;
        ``score`` is less where a feature word was left out on one side or both.
    lon, lat, radius_m
        Where it lies, and how far it reaches from there in metres.
    feature_class, feature_code
        GeoNames' letter and code.
    country, population
        ISO 3166-1 alpha-2 code or empty; inhabitants, 0 where unknown.
    prominence
        A number that orders features of one name, ``gazetteer.spellings.keying.prominence``.
    own_name
        Whether ``text`` is the name that its source gives it first, and not one of its others.
    """

    id: str
    text: str
    score: float
    spelling: float
    lon: float
    lat: float
    radius_m: float
    feature_class: str
    feature_code: str
    country: str
    population: int
    prominence: int = 0
    own_name: bool = True


def as_found(entry: GazetteerEntry, *, text: str, score: float, spelling: float) -> Found:
    """Return an entry as found by one of its names."""
    where = entry.footprint
    return Found(
        entry.id, text, score, spelling, where.lon, where.lat, where.uncertainty_m,
        entry.feature_class.value, entry.feature_code, entry.country, entry.population,
        prominence(entry), text == entry.name,
    )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """What one part of a gazetteer holds: name, rows, source, licence, size in bytes."""

    name: str
    rows: int
    source: str
    licence: str
    size_bytes: int


class NameStore(Protocol):
    """One part of a gazetteer: entries in memory, an installed file, a database, a service."""

    @property
    def families(self) -> tuple[Family, ...]:
        """The families of languages whose keys its names are found by."""

    @property
    def recurrence(self) -> float:
        """The odds that the name of one village is that of another far off, 0 where not known."""

    def matches(self, name: str, near: Sequence[Spot] = ()) -> Sequence[Found]:
        """Return the features that a name may mean, best spelling first.

        Where points are given, features around them count as better among those that are spelled
        alike, and rough spellings are looked for there as well.
        """

    def known(self, sounds: Iterable[str]) -> set[WordKey]:
        """Return the names that running text may use, of those asked for by their sound."""

    def get(self, entry_id: str) -> GazetteerEntry | None:
        """Return the entry with this id, None where this part has none."""

    def holding(self) -> Holding:
        """Say what this part holds."""
