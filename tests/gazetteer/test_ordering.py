"""Namesakes stand side by side where rows are kept, whatever order they come in."""

from __future__ import annotations

import pytest

from gazetteer.homes import ordering
from gazetteer.homes.ordering import by_name
from tests.gazetteer.homes import made_entries, place


@pytest.fixture(autouse=True, params=["in memory", "in a file"])
def _either_way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "in a file":
        monkeypatch.setattr(ordering, "_MOST_IN_MEMORY", 1)


def test_namesakes_come_together_and_the_rest_as_they_came() -> None:
    names = ("Kamianka", "Hama", "Zelenyi Hai", "Kam'yanka", "Hama", "Kaminka", "Zeleny Hai")
    entries = [place(str(number), name) for number, name in enumerate(names)]
    ids = "".join(entry.id for entry in by_name(entries))
    assert sorted(ids) == list("0123456")
    for namesakes in ("03", "14", "26"):
        assert namesakes in ids


def test_an_entry_is_the_same_afterwards() -> None:
    made = {entry.id: entry for entry in made_entries()}
    ordered = {entry.id: entry for entry in by_name(made.values())}
    assert ordered == made


def test_half_a_character_is_no_hindrance() -> None:
    broken = place("x", "Ha\ud800ma\0")
    assert list(by_name([broken])) == [broken]
