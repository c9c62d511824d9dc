"""Questions about places: which gazetteers bear on them, and the answer as a record."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import shapely

from claims.assess import open_gazetteer
from claims.sides.theatre_files import load_theatre, theatre_names
from gazetteer import Context, Gazetteer, Resolution, Unresolved, parse_place, resolve_all
from gazetteer.files import read_theatre_entries
from gazetteer.homes.found import NameStore
from gazetteer.homes.towns import WORLD, country_rows
from gazetteer.homes.world import installed_names
from gazetteer.meaning.corrections import Corrections
from gazetteer.place import Candidate, PlaceExpression
from geo.footprint import Footprint

__all__ = ["Places", "Question", "no_place", "place_record"]

_DECIMALS = 6
_MOST_CANDIDATES = 10
_WHERE = (
    "lon", "lat", "uncertainty_m", "u50_m", "u90_m", "footprint", "method", "note", "weight",
    "alternatives",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A place as worded, and what is known of where it lies.

    Parameters
    ----------
    near
        Longitude and latitude in degrees.
    inside
        Names of areas that hold the place.
    context
        Names that stand in the same text.
    countries
        ISO 3166-1 alpha-2 codes; without any, those of ``near``, ``inside`` and ``context``.
    """

    text: str
    near: tuple[float, float] | None = None
    inside: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()


@dataclass(slots=True)
class Places:
    """The gazetteers of one run, each opened once.

    Parameters
    ----------
    theatre
        Whose curated places are asked; None asks those of every theatre.
    service, contact
        An online geocoder that is asked for names that no gazetteer here knows, and the e-mail or
        web address that it is told; none where empty.
    corrections
        What people say that names mean; they win over every gazetteer.
    """

    theatre: str | None = None
    service: str = ""
    contact: str = ""
    corrections: Corrections | None = None
    progress: Callable[[str, float], None] | None = None
    _opened: dict[tuple[str, ...], Gazetteer] = field(default_factory=dict)

    def ask(self, question: Question) -> Resolution | Unresolved:
        """Place the words of a question, or say why they cannot be placed."""
        gazetteer = self._gazetteer(question.countries or self._countries_of(question))
        context = Context(
            near=(question.near,) if question.near else (),
            inside=question.inside,
            countries=question.countries,
        )
        asked = [parse_place(words) for words in (question.text, *question.context)]
        return resolve_all(asked, gazetteer, context=context, corrections=self.corrections)[0]

    def _gazetteer(self, countries: tuple[str, ...]) -> Gazetteer:
        if countries not in self._opened:
            self._opened[countries] = self._open(countries)
        return self._opened[countries]

    def _open(self, countries: tuple[str, ...]) -> Gazetteer:
        if self.theatre and countries == (WORLD,):
            return open_gazetteer(load_theatre(self.theatre), progress=self.progress)
        names = [self.theatre] if self.theatre else theatre_names()
        folders = [load_theatre(name).folder for name in names]
        entries = [entry for folder in folders if folder for entry in read_theatre_entries(folder)]
        return Gazetteer(
            entries, countries=countries, services=self._services(), progress=self.progress
        )

    def _services(self) -> tuple[NameStore, ...]:
        if not self.service:
            return ()
        from gazetteer.online import open_online

        return (open_online(self.service, contact=self.contact),)

    def _countries_of(self, question: Question) -> tuple[str, ...]:
        """Return the countries that the surroundings name, or all that is known of the world."""
        hints = [parse_place(name) for name in (*question.context, *question.inside)]
        if question.near:
            return tuple(_countries_at(*question.near)) or (WORLD,)
        everything = (*installed_names(), WORLD)
        answers = resolve_all(hints, self._gazetteer(everything)) if hints else ()
        found = [a.chosen[0].entry.country for a in answers if isinstance(a, Resolution)]
        # One clear name tells the country; names that fit several leave the world open.
        named = tuple(dict.fromkeys(filter(None, found)))
        return (
            named
            if len(found) == len(hints) and named
            else tuple(dict.fromkeys((*named, *everything)))
        )


def _countries_at(lon: float, lat: float) -> list[str]:
    rows = [(row.box, row.code) for row in country_rows()]
    return [code for (w, s, e, n), code in rows if w <= lon <= e and s <= lat <= n]


def no_place(reason: str) -> Unresolved:
    """Return the answer to a question that could not be asked."""
    nothing = PlaceExpression(text="", heads=())
    return Unresolved(expression=nothing, status="unresolved", reason=reason)


def place_record(text: str, answer: Resolution | Unresolved) -> dict[str, Any]:
    """Return the answer for a text as the mapping that programs read."""
    if isinstance(answer, Unresolved):
        told = {"status": answer.status, "reason": answer.reason}
        return _record(text, told, None, None, answer.candidates)
    reason = "; ".join(candidate.why for candidate in answer.chosen)
    told = {"status": "resolved", "reason": reason}
    every = (*answer.chosen, *answer.rejected)
    return _record(text, told, answer.footprint, answer.chosen[0], every)


def _record(
    text: str,
    told: dict[str, str],
    footprint: Footprint | None,
    entry: Candidate | None,
    candidates: Sequence[Candidate],
) -> dict[str, Any]:
    return {
        "text": text,
        **told,
        **_where(footprint),
        "entry": _candidate_record(entry) if entry else None,
        "candidates": [_candidate_record(each) for each in candidates[:_MOST_CANDIDATES]],
    }


def _where(footprint: Footprint | None) -> dict[str, Any]:
    if footprint is None:
        return dict.fromkeys(_WHERE)
    shape = shapely.set_precision(footprint.geometry, 10**-_DECIMALS, mode="pointwise")
    return {
        "lon": round(footprint.lon, _DECIMALS),
        "lat": round(footprint.lat, _DECIMALS),
        "uncertainty_m": round(footprint.uncertainty_m),
        "u50_m": round(footprint.u50_m),
        "u90_m": round(footprint.u90_m),
        "footprint": json.loads(shapely.to_geojson(shape)),
        "method": footprint.method,
        "note": footprint.note,
        "weight": round(footprint.weight, 2),
        "alternatives": [_reading(other) for other in footprint.alternatives],
    }


def _reading(footprint: Footprint) -> dict[str, Any]:
    """Return another reading of the same words; it has none of its own."""
    return {name: value for name, value in _where(footprint).items() if name != "alternatives"}


def _candidate_record(candidate: Candidate) -> dict[str, Any]:
    entry = candidate.entry
    return {
        "id": entry.id,
        "ids": list(dict.fromkeys((entry.id, *(other.id for other in entry.also)))),
        "name": entry.name,
        "feature_code": f"{entry.feature_class}.{entry.feature_code}",
        "admin": list(entry.admin),
        "country": entry.country,
        "lon": round(entry.footprint.lon, _DECIMALS),
        "lat": round(entry.footprint.lat, _DECIMALS),
        "score": round(candidate.score, 3),
        "why": candidate.why,
        "source": entry.source,
        "licence": entry.licence,
    }
