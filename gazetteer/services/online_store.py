"""An online service as a part of a gazetteer: what is kept of it, and what is worth asking."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from gazetteer.entry import GazetteerEntry
from gazetteer.homes.found import Found, Holding, Spot, WordKey
from gazetteer.services.online_cache import OnlineCache, Question
from gazetteer.services.online_rows import OnlineRow, best_first, entry_of, found_of
from gazetteer.services.online_settings import OnlineSettings
from gazetteer.services.retries import ServiceDownError
from gazetteer.spellings.families import Family
from gazetteer.spellings.spelling import mixed_scripts, name_keys

__all__ = ["OnlineStore"]

_LICENCES = {"geonames": "CC BY 4.0", "pelias": "see service"}


class OnlineStore:
    """One online service (``NameStore``); ``gazetteer.online.open_online`` makes it.

    Parameters
    ----------
    settings
        Which service, in whose name.
    ask
        Returns what the service answers to a name; raises SourceUnavailableError.
    cache
        Where answers are kept.
    clock
        Seconds since 1970.
    """

    def __init__(
        self,
        settings: OnlineSettings,
        *,
        ask: Callable[[str], Iterable[OnlineRow]],
        cache: OnlineCache,
        clock: Callable[[], float],
    ) -> None:
        self._settings, self._ask, self._cache, self._clock = settings, ask, cache, clock
        self._down: tuple[float, ServiceDownError] | None = None

    def matches(self, name: str, near: Sequence[Spot] = ()) -> tuple[Found, ...]:
        """Return the features that a name may mean, best spelling first.

        Asks the service unless the answer is kept. A name that mixes scripts within a word, and a
        text without letters, is never sent. ``near`` orders what is spelled alike; it is not sent.

        Raises
        ------
        SourceUnavailableError
            The service does not answer, refuses, or answers with what cannot be read. That says
            nothing about the place.
        GazetteerDamagedError
            The folder of the cache cannot be used.
        """
        asked = " ".join(name.split())
        if not _can_be_sent(asked):
            return ()
        found = (found_of(asked, row) for row in self._rows(asked))
        return best_first((each for each in found if each is not None), near)

    @property
    def families(self) -> tuple[Family, ...]:
        """No family: a service's names are not filed under keys."""
        return ()

    @property
    def recurrence(self) -> float:
        """Not known of a service."""
        return 0.0

    def known(self, sounds: Iterable[str]) -> set[WordKey]:  # noqa: ARG002  the protocol's argument
        """Return no name at all: running text is never sent to a service."""
        return set()

    def get(self, entry_id: str) -> GazetteerEntry | None:
        """Return the entry with this id from the answers that are kept; never asks the service."""
        row = self._cache.feature(self._settings.service, self._settings.place, entry_id)
        return entry_of(row) if row else None

    def holding(self) -> Holding:
        """Say what is kept of the service's answers."""
        service = self._settings.service
        rows, size_bytes = self._cache.size(service, self._settings.place)
        return Holding(
            name=service, rows=rows, source=self._settings.source,
            licence=_LICENCES.get(service, "ODbL 1.0"), size_bytes=size_bytes,
        )  # fmt: skip

    def _rows(self, name: str) -> tuple[OnlineRow, ...]:
        settings = self._settings
        question = Question(
            service=settings.service, place=settings.place, query=name,
            countries=settings.countries, language=settings.language,
        )  # fmt: skip
        rows = self._cache.find(question, now=self._clock())
        if rows is None:
            rows = _wanted(self._answer(name), settings.countries)
            self._cache.keep(question, rows, now=self._clock())
        return rows

    def _answer(self, name: str) -> Iterable[OnlineRow]:
        """Ask the service, unless it was down a moment ago: a hundred names need one failure."""
        if self._down and 0 <= self._clock() - self._down[0] < self._settings.rest_s:
            raise self._down[1].again()
        try:
            return self._ask(name)
        except ServiceDownError as error:
            self._down = self._clock(), error
            raise


def _can_be_sent(name: str) -> bool:
    """Tell whether this can be a name at all, and not one made to look like another."""
    if not any(map(str.isalpha, name)) or any("\ud800" <= char <= "\udfff" for char in name):
        return False
    return bool(name_keys(name)) and not mixed_scripts(name)


def _wanted(rows: Iterable[OnlineRow], countries: tuple[str, ...]) -> tuple[OnlineRow, ...]:
    """Keep what is in the countries; not every service can be told them."""
    kept = {row.id: row for row in rows if not (countries and row.country not in {"", *countries})}
    return tuple(kept.values())
