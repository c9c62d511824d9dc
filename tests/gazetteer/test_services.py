"""A service is asked last, and its outage is never an absence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pytest

from gazetteer import Gazetteer, Resolution, Unresolved, parse_place, resolve_all
from gazetteer.entry import GazetteerEntry
from gazetteer.errors import SourceUnavailableError
from gazetteer.homes.found import Found, Holding, Spot, WordKey, as_found
from gazetteer.homes.stores import EntryStore
from gazetteer.spellings.families import Family
from tests.gazetteer.villages import village

HERE = village(1, "Kamianka", 34.0, 48.0)
THERE = village(2, "Zarichne", 34.1, 48.0)


class Service:
    """A geocoder that knows one place, or is away."""

    families: tuple[Family, ...] = ()

    def __init__(self, *, away: bool = False) -> None:
        self.away, self.asked = away, list[str]()

    def matches(self, name: str, near: Sequence[Spot] = ()) -> Sequence[Found]:  # noqa: ARG002  the protocol's
        self.asked.append(name)
        if self.away:
            raise SourceUnavailableError("geo.example.org", "no answer within 10 s")
        known = name == THERE.name
        return [as_found(THERE, text=name, score=1.0, spelling=1.0)] if known else []

    def known(self, sounds: Iterable[str]) -> set[WordKey]:  # noqa: ARG002  the protocol's
        raise AssertionError("a service recognises nothing in running text")

    def get(self, entry_id: str) -> GazetteerEntry | None:
        return THERE if entry_id == THERE.id else None

    recurrence = 0.0

    def holding(self) -> Holding:
        raise AssertionError("nobody asks a service what it holds")


def _ask(service: Service, name: str) -> Resolution | Unresolved:
    gazetteer = Gazetteer(stores=[EntryStore((HERE,), name="here")], services=[service])
    assert gazetteer.spans("Clashes in Kamianka and Zarichne") == ((11, 19),)
    return resolve_all([parse_place(name)], gazetteer)[0]


def test_a_name_that_is_known_here_goes_to_no_service() -> None:
    service = Service(away=True)
    answer = _ask(service, "Kamianka")
    assert isinstance(answer, Resolution)
    assert service.asked == []


def test_a_service_places_what_is_not_known_here() -> None:
    answer = _ask(Service(), "Zarichne")
    assert isinstance(answer, Resolution)
    assert answer.chosen[0].entry == THERE


@pytest.mark.parametrize("name", ["Zarichne", "15 km north of Zarichne"])
def test_an_outage_is_said_and_is_no_absence(name: str) -> None:
    answer = _ask(Service(away=True), name)
    assert isinstance(answer, Unresolved)
    assert answer.reason == "service: geo.example.org: no answer within 10 s"
