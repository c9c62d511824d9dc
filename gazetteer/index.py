"""The gazetteer: curated entries, installed sets and the world's towns, asked as one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from hashlib import sha256
from itertools import chain
from pathlib import Path

from gazetteer.entry import GazetteerEntry
from gazetteer.errors import PlaceNotFoundError
from gazetteer.homes.found import Found, Holding, NameStore, Spot, WordKey
from gazetteer.homes.index_file import Progress
from gazetteer.homes.query import GOOD
from gazetteer.homes.runs import find_spans
from gazetteer.homes.stores import EntryStore, RowStore
from gazetteer.homes.towns import country_entries
from gazetteer.homes.twins import twinned
from gazetteer.homes.two_towns import are_apart
from gazetteer.homes.world import named_abroad, open_abroad, open_places, shipped_beside
from gazetteer.kinds import class_words
from gazetteer.place import Candidate
from gazetteer.spellings.families import GENERAL, Family, family
from gazetteer.spellings.spelling import mixed_scripts

__all__ = ["Gazetteer", "spelled"]

#: A name that is spelled like this is known here, and no service is asked for it.
_WELL_SPELLED = 0.93
_FAR_LARGER = 50  # times the people of a place of its name in another country
# Names recur from text to text, the places around them less often; and what is kept for long has
# to be walked through by the collector of garbage, again and again. A name that nobody knows takes
# the most room, for a hundred others sound a little like it.
_KEPT_SOUNDS, _KEPT_NAMES, _KEPT_NEAR = 8_192, 512, 256


class Gazetteer:
    """Names to entries.

    Parameters
    ----------
    entries
        Curated entries; they stand before all others that are spelled as well.
    countries
        ISO 3166-1 alpha-2 codes, or names of installed sets: the set is opened where it is
        installed, else the country's shipped towns; ``"world"`` stands for the larger towns of all
        countries. With any of them, countries are known by name.
    stores
        Further parts, such as a database.
    services
        Online geocoders; asked only for names that nothing here is spelled like.
    abroad
        Whether a name that no place here has may be that of a large city elsewhere, or of a town
        beside the countries, as a report on them would say it.
    home
        Folder for the indexes; ``$FRONTMAP_HOME`` or the user's data folder where None.
    progress
        Called while a country is indexed for the first time: what, and the share done.

    Raises
    ------
    PlaceNotFoundError
        A country that is neither installed nor shipped.
    GazetteerDamagedError
        A set that cannot be read, or an index that can neither be read nor made.
    """

    def __init__(
        self,
        entries: Iterable[GazetteerEntry] = (),
        *,
        countries: Sequence[str] = (),
        stores: Sequence[NameStore] = (),
        services: Sequence[NameStore] = (),
        abroad: bool = False,
        home: Path | None = None,
        progress: Progress | None = None,
    ) -> None:
        self._curated = EntryStore(tuple(entries))
        self._places = tuple(
            open_places(name, home=home, progress=progress) for name in dict.fromkeys(countries)
        )
        named = (_country_store(),) if countries else ()
        beside = shipped_beside(tuple(dict.fromkeys(countries)), home)
        # Before the places, whose part of a river that runs on is not the whole of it.
        first = (self._curated, *((EntryStore(beside, name="shipped"),) if beside else ()))
        self._stores: tuple[NameStore, ...] = (*first, *self._places, *stores, *named)
        self._services = tuple(services)
        self._abroad = open_abroad(countries, home=home, progress=progress) if abroad else ()
        self._rows = (*first, *self._places, *named)
        # What running text says again and again is no name; both are remembered.
        self._heard: dict[str, tuple[WordKey, ...]] = {}
        self._alone = lru_cache(maxsize=_KEPT_NAMES)(self._matches)
        self._near = lru_cache(maxsize=_KEPT_NEAR)(self._matches)
        self.sounding = lru_cache(maxsize=_KEPT_NAMES)(self._sounding)

    @property
    def fingerprint(self) -> str:
        """What tells these places from others: a hash of what each open part says of itself."""
        parts = [(sorted(store.about.items()), store.holding()) for store in self._rows]
        return sha256(repr(parts).encode()).hexdigest()

    @property
    def families(self) -> tuple[Family, ...]:
        """The families of languages whose keys the open parts are found by."""
        return tuple({of.id: of for store in self._stores for of in store.families}.values())

    def lookup(self, name: str, limit: int = 20) -> tuple[Candidate, ...]:
        """Return the entries that a name may mean by its spelling alone, best first.

        Curated entries stand first among equals, then the more prominent. A name that mixes scripts
        within a word, or is no name, has none.
        """
        return tuple(
            Candidate(
                entry=self.get(found.id), score=round(found.score, 4), why=spelled(name, found)
            )
            for found in self.matches(name)[:limit]
        )

    def matches(self, name: str, near: tuple[Spot, ...] = ()) -> tuple[Found, ...]:
        """Return what a name may mean, best spelling first; see ``NameStore.matches``.

        Raises
        ------
        SourceUnavailableError
            Where nothing here is spelled like it and a service does not answer.
        """
        return self._near(name, near) if near else self._alone(name)

    def _matches(self, name: str, near: tuple[Spot, ...] = ()) -> tuple[Found, ...]:
        if mixed_scripts(name):
            return ()
        good = [(each.lon, each.lat) for each in self.sounding(name) if each.score >= GOOD]
        best = twinned(_best_of(self._stores, name, near, good).values(), self._curated.twin_of)
        if self._abroad:
            best |= named_abroad(self._abroad, name, best.values())
        if self._services and not any(found.score >= _WELL_SPELLED for found in best.values()):
            best |= _best_of(self._services, name, near)
        return tuple(sorted(best.values(), key=self._order))

    def _sounding(self, name: str) -> tuple[Found, ...]:
        """Return the features here whose name sounds as the one given: quick, and often enough."""
        if mixed_scripts(name):
            return ()
        best: dict[str, Found] = {}
        for store in self._rows:
            for found in store.sounding(name):
                if found.id not in best or found.score > best[found.id].score:
                    best[found.id] = found
        joined = twinned(best.values(), self._curated.twin_of)
        return tuple(sorted(joined.values(), key=self._order))

    def _order(self, found: Found) -> tuple[float, int, int, str]:
        return (-round(found.score, 3), not self.is_curated(found.id), -found.prominence, found.id)

    def is_curated(self, entry_id: str) -> bool:
        """Tell whether an entry is one of the curated ones."""
        return entry_id in self._curated

    def get(self, entry_id: str) -> GazetteerEntry:
        """Return the entry with this id; raise PlaceNotFoundError where there is none."""
        for store in (*self._stores, *self._services, *self._abroad):
            entry = store.get(entry_id)
            if entry is not None:
                return entry
        raise PlaceNotFoundError(entry_id, "look its name up first, or open its country")

    def recurrence(self, entry_id: str) -> float:
        """Return the odds that a name of a village is that of another one far off, where it is."""
        stores = (*self._stores, *self._services)
        return next((store.recurrence for store in stores if store.get(entry_id)), 0.0)

    def roads_between(
        self, first: GazetteerEntry, last: GazetteerEntry
    ) -> tuple[GazetteerEntry, ...]:
        """Return the curated roads that end at both places, the shortest first."""
        return self._curated.roads_between(first, last)

    def area_around(self, entry: GazetteerEntry) -> GazetteerEntry | None:
        """Return the first-level area of a place, drawn around the places that share it.

        None where the entry is in no open set or shares its area with too few others.
        """
        areas = (store.area_around(entry) for store in self._places)
        return next((area for area in areas if area is not None), None)

    def spans(
        self, text: str, *, also: AbstractSet[WordKey] = frozenset()
    ) -> tuple[tuple[int, int], ...]:
        """Return where known names stand in running text: ``[start, end)``, in order, no overlap.

        The longest name wins. Ordinary English words are names only where a curated entry says so.
        ``also`` are keys of further names.
        """
        return find_spans(text, lambda sounds: self._known(sounds) | also, self.families)

    def land(self, name: str) -> tuple[str, float, float] | None:
        """Return the country of what a name alone means, with its longitude and latitude.

        None where places of several countries are called so and none of them is far larger.
        """
        good = [found for found in self.matches(name) if found.score >= _WELL_SPELLED]
        if not good:
            return None
        # The middle of a region of its name is no place of a city, however many live there.
        main = max(good, key=lambda found: (found.feature_class == "P", found.population))
        others = (found.population for found in good if found.country != main.country)
        if any(main.population < _FAR_LARGER * max(people, 1) for people in others):
            return None
        return main.country, main.lon, main.lat

    def people(self, name: str) -> int | None:
        """Return the inhabitants of the largest town of a name, None where none is known."""
        towns = (each for each in self.matches(name) if each.feature_class == "P")
        return max((e.population for e in towns if e.score >= _WELL_SPELLED), default=None)

    def are_apart(self, inner: str, outer: str) -> bool:
        """Tell whether the first name is a town's, and nothing that the second means holds it."""
        town, other = (
            [each for each in self.matches(name) if each.score >= _WELL_SPELLED]
            for name in (inner, outer)
        )
        by_hand = {each.id for each in (*town, *other) if self.is_curated(each.id)}
        return are_apart(town, other, by_hand, self.get)

    def _known(self, sounds: Iterable[str]) -> set[WordKey]:
        heard = self._heard
        asked = frozenset(sounds)
        unheard = asked.difference(heard)
        if len(heard) + len(unheard) > _KEPT_SOUNDS:
            unheard, heard = asked, {}
        if unheard:
            found: dict[str, set[WordKey]] = {sound: set() for sound in unheard}
            for store in self._stores:
                for key in store.known(unheard):
                    found[key[0]].add(key)
            heard |= {sound: tuple(keys) for sound, keys in found.items()}
            self._heard = heard
        return {*chain.from_iterable(map(heard.__getitem__, asked))}

    def describe(self) -> tuple[Holding, ...]:
        """Say what is open, the curated part first."""
        return tuple(store.holding() for store in self._stores)


def _best_of(
    stores: Sequence[NameStore], name: str, near: tuple[Spot, ...], good: Sequence[Spot] = ()
) -> dict[str, Found]:
    """Return the features that any of the stores finds, by their id.

    ``good`` tells where the name as it is spelled is known: what is merely similar in another part
    is not meant, and most of a search goes into looking for it.
    """
    best: dict[str, Found] = {}
    for store in stores:
        more = (good,) if isinstance(store, RowStore) else ()
        for found in store.matches(name, near, *more):
            known = best.get(found.id)
            if known is None or found.score > known.score:
                best[found.id] = found
    return best


class _CountryStore(EntryStore):
    """The world's countries: their names are few and well known, so that only the sound counts.

    All names are English ones; a reading in each family of the world would cost every text.
    """

    def __init__(self) -> None:
        super().__init__(country_entries(), name="countries", families=(family(GENERAL),))

    def matches(
        self,
        name: str,
        near: Sequence[Spot] = (),  # noqa: ARG002  the protocol's
        elsewhere: Sequence[Spot] = (),  # noqa: ARG002  the protocol's
    ) -> Sequence[Found]:
        """Return the countries whose name sounds as the one given."""
        return self.sounding(name)


_country_store = lru_cache(maxsize=1)(_CountryStore)


def spelled(name: str, found: Found) -> str:
    """Say in words how a name meets the spelling of an entry."""
    if found.spelling == 1.0:
        same = "spelled so" if name == found.text else f"the same name as {found.text!r}"
    else:
        same = f"like {found.text!r} ({found.spelling:.2f})"
    less = " but for a feature word" if found.score < found.spelling else ""
    return f"{same}{less}; {class_words(found.feature_class)}"
