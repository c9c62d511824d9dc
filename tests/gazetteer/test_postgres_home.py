"""Sets in PostgreSQL: loaded whole or not at all, read by others meanwhile."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest

from gazetteer import Gazetteer
from gazetteer.entry import GazetteerEntry
from gazetteer.errors import PlaceNotFoundError
from gazetteer.homes.postgres_home import load_set, open_set, remove_set, sets
from gazetteer.homes.postgres_session import UnstorableError
from gazetteer.homes.stores import RowStore
from gazetteer.homes.world import open_places
from tests.gazetteer.homes import ABOUT, made_entries, place
from tests.postgres import Server

OLD = [place("a:1", "Velyka Lepetykha"), place("a:2", "Hola Prystan")]
# Characters that differ, for PostgreSQL would press equal ones together until they fit.
LONG_ID = "".join(map(chr, range(500, 4_500)))
NEW = [place("b:1", "Velyka Oleksandrivka"), place("a:1", "Velyka Lepetykha", population=9)]


@pytest.fixture
def address(postgres_server: Server) -> str:
    """An empty database."""
    return postgres_server.new_database("sets")


def load(address: str, entries: list[GazetteerEntry], name: str = "UA") -> int:
    return load_set(address, name, entries, about=ABOUT)


def tables(address: str) -> set[str]:
    query = "SELECT relname FROM pg_class WHERE relname ~ '^entry_[0-9]+$'"
    with psycopg.connect(address) as connection:
        return {name for (name,) in connection.execute(query)}


def first_id(store: RowStore, name: str) -> str:
    return store.matches(name)[0].id


def test_a_set_is_loaded_listed_opened_and_removed(address: str) -> None:
    told: list[tuple[str, float]] = []
    load_set(address, "UA", OLD, about=ABOUT, expected=2, progress=lambda *step: told.append(step))
    assert told == [("loading UA", 1.0)]
    (held,) = sets(address)
    assert (held.name, held.rows, held.source, held.licence) == ("UA", 2, "these tests", "CC0")
    assert held.size_bytes > 10_000
    store = open_set(address, "UA")
    assert first_id(store, "Golaya Pristan") == "a:2"
    assert store.holding().size_bytes == held.size_bytes
    assert remove_set(address, "UA").rows == 2
    assert sets(address) == ()


def test_a_database_that_was_never_used_has_no_sets(address: str) -> None:
    assert sets(address) == ()
    with pytest.raises(PlaceNotFoundError, match="frontmap gazetteer add UA"):
        open_set(address, "UA")
    with pytest.raises(PlaceNotFoundError, match="frontmap gazetteer list"):
        remove_set(address, "UA")


def test_who_has_a_set_open_keeps_it_while_it_is_replaced(address: str) -> None:
    load(address, OLD)
    before = open_set(address, "UA")
    load(address, NEW)
    after = open_set(address, "UA")
    assert first_id(before, "Hola Prystan") == "a:2"
    assert before.get("a:1").population == 0
    assert after.matches("Hola Prystan") == ()
    assert after.get("a:1").population == 9


def test_versions_that_nobody_has_open_are_dropped(address: str) -> None:
    load(address, OLD)
    old = open_set(address, "UA")
    load(address, NEW)
    assert len(tables(address)) == 2
    old.rows.session.close()
    load(address, OLD, "SY")
    assert len(tables(address)) == 2  # one of each set
    load(address, NEW, "SY")
    assert len(tables(address)) == 2


def test_a_load_that_fails_leaves_the_old_set_and_nothing_else(address: str) -> None:
    load(address, OLD)
    had = tables(address)

    def broken() -> Iterator[GazetteerEntry]:
        yield from made_entries()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        load_set(address, "UA", broken(), about=ABOUT)
    assert tables(address) == had
    assert open_set(address, "UA").holding().rows == 2


@pytest.mark.parametrize(
    ("bad", "problem"),
    [
        ([*OLD, place("a:3", "Nul\0")], "'a:3': has a NUL"),
        ([*OLD, place("a:3", "Half \ud800")], "'a:3': has a NUL or half"),
        ([*OLD, OLD[0]], r"\(id\)=\(a:1\) is duplicated"),
        (
            [*OLD, place("a" + "".join(map(chr, range(500, 4_500))), "Long")],
            "index row requires .*; mend the entries",
        ),
        ([*OLD, place("a:3", "Many", population=10**30)], "out of range"),
    ],
    ids=["nul", "half", "twice", "long", "many"],
)
def test_an_entry_that_cannot_be_held_is_named(
    address: str, bad: list[GazetteerEntry], problem: str
) -> None:
    load(address, NEW)
    with pytest.raises(UnstorableError, match=problem) as caught:
        load(address, bad)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 600
    assert open_set(address, "UA").get("b:1") is not None


@pytest.mark.parametrize("name", ["x'; DROP SCHEMA frontmap CASCADE; --", '"', "%s", "ü" * 300, ""])
def test_a_set_may_bear_any_name(address: str, name: str) -> None:
    load(address, OLD)
    load(address, NEW, name)
    assert [held.name for held in sets(address)] == sorted(["UA", name])
    assert open_set(address, name).get("b:1") is not None
    remove_set(address, name)
    assert [held.name for held in sets(address)] == ["UA"]


def test_a_name_with_a_nul_is_no_set(address: str) -> None:
    with pytest.raises(UnstorableError, match="NUL"):
        load(address, OLD, "U\0A")
    with pytest.raises(PlaceNotFoundError):
        open_set(address, "U\0A")


def _load_all(address: str, name: str) -> None:
    load_set(address, name, made_entries(), about=ABOUT)


@pytest.mark.parametrize("names", [("UA", "UA"), ("UA", "SY")])
def test_two_processes_may_load_at_once(address: str, names: tuple[str, str]) -> None:
    spawn = multiprocessing.get_context("spawn")
    both = [spawn.Process(target=_load_all, args=(address, name)) for name in names]
    for process in both:
        process.start()
    for process in both:
        process.join(timeout=120)
    assert [process.exitcode for process in both] == [0, 0]
    assert {held.rows for held in sets(address)} == {len(made_entries())}
    assert {held.name for held in sets(address)} == set(names)
    load(address, OLD, "LB")  # whatever was left over goes with the next load
    assert len(tables(address)) == len(set(names)) + 1


def test_threads_share_a_store(address: str) -> None:
    load(address, made_entries())
    store = open_set(address, "UA")
    expected = store.matches("Bakhmut")
    with ThreadPoolExecutor(4) as pool:
        assert all(found == expected for found in pool.map(store.matches, ["Bakhmut"] * 40))


def test_other_questions_may_come_between_entries(address: str) -> None:
    load(address, made_entries())
    store = open_set(address, "UA")
    first, second = store.entries(), store.entries()
    assert next(first) == next(second)
    assert first_id(store, "Bakhmut") == "geonames:5"
    assert list(first) == list(second)


def test_postgis_may_be_kept_in_a_schema_of_its_own(postgres_server: Server) -> None:
    address = postgres_server.new_database("elsewhere")
    postgres_server.run('CREATE SCHEMA "Shapes of Earth"', "elsewhere")
    postgres_server.run('CREATE EXTENSION postgis SCHEMA "Shapes of Earth"', "elsewhere")
    load(address, made_entries())
    store = open_set(address, "UA")
    assert store.matches("Bahmut", ((38.0, 48.6),))[0].id == "geonames:5"
    assert store.get("made:road").footprint.geometry.geom_type == "LineString"


def test_a_country_comes_from_the_database_before_all_else(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(address, NEW, "LB")
    monkeypatch.setenv("FRONTMAP_GAZETTEER", address)
    assert open_places("LB", home=tmp_path).get("b:1") is not None
    gazetteer = Gazetteer(countries=("LB",), home=tmp_path)
    assert gazetteer.lookup("Velyka Oleksandrivka")[0].entry.id == "b:1"
    assert gazetteer.area_around(NEW[0]) is None
    assert list(tmp_path.iterdir()) == []


def test_a_country_that_the_database_has_not_is_the_shipped_one(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(address, NEW)
    monkeypatch.setenv("FRONTMAP_GAZETTEER", address)
    assert open_places("LB", home=tmp_path).matches("Beirut")[0].text == "Beirut"
    with pytest.raises(PlaceNotFoundError, match="ISO 3166-1"):
        open_places("XX", home=tmp_path)
