"""The gazetteer: curated entries and the world's towns behind one set of questions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

from gazetteer.entry import GazetteerEntry
from gazetteer.errors import PlaceNotFoundError
from gazetteer.kinds import class_words
from gazetteer.names import WordKey
from gazetteer.place import Candidate
from gazetteer.runs import find_spans
from gazetteer.spelling import mixed_scripts
from gazetteer.stores import CountryStore, EntryStore, Found, Holding, NameStore, TownStore
from gazetteer.world import Progress, open_places

__all__ = ["Gazetteer", "spelled"]


class Gazetteer:
    """Names to entries.

    Parameters
    ----------
    entries
        Curated entries; they stand before all others that are spelled as well.
    countries
        ISO 3166-1 alpha-2 codes whose towns are opened as well, or ``"world"`` for the larger towns
        of all countries. With any of them, countries are known by name.
    home
        Folder for the indexes; ``$FRONTMAP_HOME`` or the user's data folder where None.
    progress
        Called while a country is indexed for the first time: what, and the share done.

    Raises
    ------
    PlaceNotFoundError
        A country that is not shipped.
    GazetteerDamagedError
        An index that can neither be read nor made.
    """

    def __init__(
        self,
        entries: Iterable[GazetteerEntry] = (),
        *,
        countries: Sequence[str] = (),
        home: Path | None = None,
        progress: Progress | None = None,
    ) -> None:
        self._curated = EntryStore(tuple(entries))
        self._towns = tuple(
            TownStore(code, open_places(code, home=home, progress=progress))
            for code in dict.fromkeys(countries)
        )
        named = (CountryStore(),) if countries else ()
        self._stores: tuple[NameStore, ...] = (self._curated, *self._towns, *named)
        self.matches = lru_cache(maxsize=8_192)(self._matches)

    def lookup(self, name: str, limit: int = 20) -> tuple[Candidate, ...]:
        """Return the entries that a name may mean by its spelling alone, best first.

        Curated entries stand first among equals, then the more populous. A name that mixes scripts
        within a word, or is no name, has none.
        """
        return tuple(
            Candidate(entry=found.entry, score=round(found.score, 4), why=spelled(name, found))
            for found in self.matches(name)[:limit]
        )

    def _matches(self, name: str) -> tuple[Found, ...]:
        if mixed_scripts(name):
            return ()
        best: dict[str, Found] = {}
        for store in self._stores:
            for found in store.matches(name):
                known = best.get(found.entry.id)
                if known is None or found.score > known.score:
                    best[found.entry.id] = found
        return tuple(sorted(best.values(), key=self._order))

    def _order(self, found: Found) -> tuple[float, int, int, str]:
        curated = self.is_curated(found.entry)
        return (-round(found.score, 3), not curated, -found.entry.population, found.entry.id)

    def is_curated(self, entry: GazetteerEntry) -> bool:
        """Tell whether an entry is one of the curated ones."""
        return entry.id in self._curated

    def get(self, entry_id: str) -> GazetteerEntry:
        """Return the entry with this id; raise PlaceNotFoundError where there is none."""
        for store in self._stores:
            entry = store.get(entry_id)
            if entry is not None:
                return entry
        raise PlaceNotFoundError(entry_id, "look its name up first, or open its country")

    def roads_between(
        self, first: GazetteerEntry, last: GazetteerEntry
    ) -> tuple[GazetteerEntry, ...]:
        """Return the curated roads that end at both places, the shortest first."""
        return self._curated.roads_between(first, last)

    def area_around(self, entry: GazetteerEntry) -> GazetteerEntry | None:
        """Return the first-level area of a town, drawn around the towns that share its code.

        None where the entry is no town of an open country or shares its area with too few others.
        """
        areas = (store.area_around(entry) for store in self._towns)
        return next((area for area in areas if area is not None), None)

    def spans(self, text: str) -> tuple[tuple[int, int], ...]:
        """Return where known names stand in running text: ``[start, end)``, in order, no overlap.

        The longest name wins. Ordinary English words are names only where a curated entry says so.
        """
        return find_spans(text, self._known)

    def _known(self, spoken: Iterable[str]) -> set[WordKey]:
        asked = frozenset(spoken)
        return {key for store in self._stores for key in store.known(asked)}

    def describe(self) -> tuple[Holding, ...]:
        """Say what is open, the curated part first."""
        return tuple(store.holding() for store in self._stores)


def spelled(name: str, found: Found) -> str:
    """Say in words how a name meets the spelling of an entry."""
    if found.spelling == 1.0:
        same = "spelled so" if name == found.text else f"the same name as {found.text!r}"
    else:
        same = f"like {found.text!r} ({found.spelling:.2f})"
    less = " but for a feature word" if found.score < found.spelling else ""
    return f"{same}{less}; {class_words(found.entry)}"
