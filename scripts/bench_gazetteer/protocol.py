"""Held-out spellings: what is asked, what the index still knows, and which answers are right.

A populated place is asked for by a spelling that the index does not hold. The spelling is one that
people write: no machine romanisation (GeoNames writes those in lower case) and no code. Names of
the place that differ from it by case, accents, apostrophes, hyphens and spaces alone are held out
with it.
"""

from __future__ import annotations

import random
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bench_gazetteer.dump import Row, distance_km, fold, script_of, shares_a_name

__all__ = ["Case", "Experiment", "Neighbours", "across_scripts", "hold_out", "right_ids"]

DUPLICATE_KM = 1.0
CONTEXT_KM = (2.0, 20.0)
_CELL_DEG = 0.25
_PUNCTUATION = frozenset(" -'’‘`.ʻʼ")

Point = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One question.

    Parameters
    ----------
    row
        The place as the dump has it.
    asked
        The spelling that is asked for.
    right
        Ids of the place and of its duplicates.
    namesakes
        Ids of all other rows that the index knows by the very spelling that is asked for.
    context_name, point
        A name, as the index has it, and the longitude and latitude of a place 2 to 20 km away;
        None where there is none.
    """

    row: Row
    asked: str
    right: frozenset[str]
    namesakes: frozenset[str]
    context_name: str | None
    point: Point | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Experiment:
    """What is indexed and what is asked."""

    rows: tuple[Row, ...]
    cases: tuple[Case, ...]


class Neighbours:
    """Rows by where they lie."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._cells: dict[tuple[int, int], list[Row]] = defaultdict(list)
        for row in rows:
            self._cells[_cell(row)].append(row)

    def within(self, row: Row, least_km: float, most_km: float) -> list[Row]:
        """Return the other rows that lie so far from a row, up to 20 km, by id."""
        x, y = _cell(row)
        around = [(x + i, y + j) for i in (-1, 0, 1) for j in (-1, 0, 1)]
        found = [
            other
            for cell in around
            for other in self._cells.get(cell, ())
            if other.id != row.id
            and least_km <= distance_km((row.lon, row.lat), (other.lon, other.lat)) <= most_km
        ]
        return sorted(found, key=lambda other: other.id)


def _cell(row: Row) -> tuple[int, int]:
    return int(row.lon // _CELL_DEG), int(row.lat // _CELL_DEG)


def hold_out(rows: Sequence[Row], *, most: int, seed: int) -> Experiment:
    """Hold one Latin spelling of each sampled place out of the index, and ask for it.

    Sampled are populated places with at least two Latin spellings; ``most`` of them.
    """
    rng = random.Random(seed)
    asked: dict[str, str] = {}
    kept: dict[str, tuple[str, ...]] = {}
    for row in _shuffled(rows, rng):
        spellings = _spellings(row)
        writable = [folded for folded, names in spellings.items() if any(map(_is_written, names))]
        if len(spellings) > 1 and writable and len(asked) < most:
            held = rng.choice(writable)
            asked[row.id] = rng.choice(list(filter(_is_written, spellings[held])))
            kept[row.id] = tuple(name for name in row.names if fold(name) != held)
    return _experiment(rows, asked, kept, rng)


def across_scripts(rows: Sequence[Row], *, most: int, seed: int, from_latin: bool) -> Experiment:
    """Ask for sampled places in Latin letters where the index has only others, or the reverse."""
    rng = random.Random(seed)
    asked: dict[str, str] = {}
    kept: dict[str, tuple[str, ...]] = {}
    for row in _shuffled(rows, rng):
        latin = tuple(name for name in row.names if script_of(name) == "Latn")
        native = tuple(name for name in row.names if script_of(name) in {"Arab", "Cyrl"})
        writable = [name for name in (latin if from_latin else native) if _is_written(name)]
        if latin and native and writable and len(asked) < most:
            asked[row.id] = rng.choice(writable)
            kept[row.id] = native if from_latin else latin
    return _experiment(rows, asked, kept, rng)


def _shuffled(rows: Sequence[Row], rng: random.Random) -> list[Row]:
    places = [row for row in rows if row.feature_class == "P"]
    rng.shuffle(places)
    return places


def _spellings(row: Row) -> dict[str, list[str]]:
    spellings: dict[str, list[str]] = defaultdict(list)
    for name in row.names:
        if script_of(name) == "Latn":
            spellings[fold(name)].append(name)
    return spellings


def _is_written(name: str) -> bool:
    """Leave out machine romanisations, codes, and names with digits, brackets or slashes."""
    if any(c not in _PUNCTUATION and unicodedata.category(c)[0] not in "LM" for c in name):
        return False
    first = next(
        (char for char in name if unicodedata.category(char) != "Lm" and char.isalpha()), ""
    )
    has_no_case = first.lower() == first.upper()
    return has_no_case or (first.isupper() and not (len(name) <= 4 and name.isupper()))


def _experiment(
    rows: Sequence[Row],
    asked: dict[str, str],
    kept: dict[str, tuple[str, ...]],
    rng: random.Random,
) -> Experiment:
    indexed = tuple(row.keeping(kept[row.id]) if row.id in kept else row for row in rows)
    whole, left, bearers = Neighbours(rows), Neighbours(indexed), _bearers(indexed)
    chosen = sorted((row for row in rows if row.id in asked), key=lambda row: row.id)
    cases = []
    for row in chosen:
        right = right_ids(row, whole)
        other = _place_nearby(row, left, rng)
        cases.append(
            Case(
                row=row,
                asked=asked[row.id],
                right=right,
                namesakes=frozenset(bearers.get(fold(asked[row.id]), ())) - right,
                context_name=_usual_name(other) if other else None,
                point=(other.lon, other.lat) if other else None,
            )
        )
    # In no order that the index could have, so that any first few are a fair sample.
    return Experiment(rows=indexed, cases=tuple(rng.sample(cases, len(cases))))


def _bearers(rows: Sequence[Row]) -> dict[str, set[str]]:
    bearers: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        for name in row.names:
            bearers[fold(name)].add(row.id)
    return bearers


def _place_nearby(row: Row, left: Neighbours, rng: random.Random) -> Row | None:
    near = [each for each in left.within(row, *CONTEXT_KM) if each.feature_class == "P"]
    return rng.choice(near) if near else None


def _usual_name(row: Row) -> str:
    latin = [name for name in row.names if script_of(name) == "Latn"]
    return (latin or row.names)[0]


def right_ids(row: Row, neighbours: Neighbours) -> frozenset[str]:
    """Return the ids of a row and of its duplicates: within 1 km, with one of its names."""
    folded = set(map(fold, row.names))
    close = neighbours.within(row, 0, DUPLICATE_KM)
    return frozenset({row.id, *(each.id for each in close if shares_a_name(each, folded))})
