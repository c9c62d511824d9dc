"""The command line with a database that a team shares."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from gazetteer.homes.index_file import open_index
from gazetteer.homes.postgres_home import open_set, sets
from gazetteer.homes.world import set_path
from tests.postgres import PASSWORD, Server

VILLAGES = (
    "name,lon,lat,country,source,licence\n"
    "Jinba,35.16,31.36,PS,survey,CC0\nBir al Idd,35.09,31.36,PS,survey,CC0\n"
)


@pytest.fixture
def address(postgres_server: Server) -> str:
    return postgres_server.new_database("shared")


@pytest.fixture
def villages(tmp_path: Path, run: Callable, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A file of places; what a test adds of it is removed."""
    path = tmp_path / "villages.csv"
    path.write_text(VILLAGES, encoding="utf-8")
    yield path
    monkeypatch.delenv("FRONTMAP_GAZETTEER", raising=False)
    run("gazetteer", "remove", "PS")


def test_what_is_added_is_shared_and_what_is_removed_is_not(
    run: Callable, address: str, villages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FRONTMAP_GAZETTEER", address)
    assert run("gazetteer", "add", "PS", "--from", villages).code == 0
    ours, theirs = open_index(set_path("PS")), open_set(address, "PS")
    assert list(theirs.entries()) == list(ours.entries())
    assert theirs.matches("Khirbet Jinba") == ours.matches("Khirbet Jinba") != ()
    assert theirs.about == ours.about
    listed = [json.loads(line) for line in run("gazetteer", "list", "--json").out.splitlines()]
    (shared,) = [row for row in listed if row["kind"] == "places shared"]
    assert (shared["name"], shared["places"]) == ("PS", ours.holding().rows)
    assert run("gazetteer", "remove", "PS").code == 0
    assert sets(address) == ()


def test_another_machine_finds_what_was_shared(
    run: Callable, address: str, villages: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("FRONTMAP_GAZETTEER", address)
    run("gazetteer", "add", "PS", "--from", villages)
    with monkeypatch.context() as elsewhere:
        elsewhere.setenv("FRONTMAP_HOME", str(tmp_path / "elsewhere"))
        found = json.loads(run("place", "Jinba", "--country", "PS", "--json").out)
        assert found["status"] == "resolved"
        assert (found["lon"], found["lat"]) == (35.16, 31.36)
        # What is not of this machine is not removed from it.
        assert run("gazetteer", "remove", "PS").code != 0
    assert [held.name for held in sets(address)] == ["PS"]


def test_a_database_that_is_away_leaves_all_as_it_was(
    run: Callable, postgres_server: Server, villages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("gazetteer", "add", "PS", "--from", villages).code == 0
    before = set_path("PS").read_bytes()
    villages.write_text(f"{VILLAGES}Tuba,35.2,31.39,PS,survey,CC0\n", encoding="utf-8")
    monkeypatch.setenv("FRONTMAP_GAZETTEER", postgres_server.loopback("nowhere", password=PASSWORD))
    for command in (["add", "PS", "--from", villages], ["remove", "PS"], ["list"]):
        result = run("gazetteer", *command)
        assert result.code == 1
        assert 'database "nowhere" does not exist' in result.err
        assert PASSWORD not in result.err
        assert "Traceback" not in result.err
        assert set_path("PS").read_bytes() == before


def test_an_address_that_is_none_is_a_usage_fault(
    run: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FRONTMAP_GAZETTEER", "mysql://anna:hush@h/x")
    result = run("gazetteer", "info", "PS")
    assert result.code in {1, 2}
    assert "postgresql://USER@HOST/DATABASE" in result.err
    assert "hush" not in result.err
