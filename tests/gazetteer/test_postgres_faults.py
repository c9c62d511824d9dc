"""What a user reads when the database is away, refuses, or is not what it should be."""

from __future__ import annotations

import sys
import traceback
from pathlib import Path

import psycopg
import pytest

from gazetteer.errors import GazetteerDamagedError, SourceUnavailableError
from gazetteer.homes.postgres_home import load_set, open_set, remove_set, sets
from gazetteer.homes.postgres_session import DatabaseAddressError, Session, where_is
from gazetteer.homes.world import open_places
from gazetteer.sources import ExtraMissingError
from tests import postgres
from tests.gazetteer.homes import ABOUT, place
from tests.postgres import PASSWORD, Server

PLACES = [place("a:1", "Velyka Lepetykha"), place("a:2", "Hola Prystan")]
GRANTS = (
    "GRANT USAGE ON SCHEMA frontmap TO reader",
    "GRANT SELECT ON ALL TABLES IN SCHEMA frontmap TO reader",
    "ALTER DEFAULT PRIVILEGES IN SCHEMA frontmap GRANT SELECT ON TABLES TO reader",
)


@pytest.fixture
def loaded(postgres_server: Server) -> str:
    """A database with one set."""
    address = postgres_server.new_database("faults")
    load_set(address, "UA", PLACES, about=ABOUT)
    return address


@pytest.fixture(scope="module")
def reader(postgres_server: Server) -> str:
    """A role that owns nothing."""
    postgres_server.run(f"CREATE ROLE reader LOGIN PASSWORD '{PASSWORD}'")
    return "reader"


def kill_connections(server: Server) -> None:
    server.run(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'frontmap'"
    )


def refusal(address: str, name: str = "UA") -> str:
    """Return the line that tells why a set cannot be opened, after looking for passwords."""
    with pytest.raises(SourceUnavailableError) as caught:
        open_set(address, name)
    told = "".join(traceback.format_exception(caught.value))
    assert PASSWORD not in told
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_a_wrong_password_is_told_and_not_repeated(postgres_server: Server, loaded: str) -> None:
    line = refusal(postgres_server.loopback("faults", password="wrong-0815"))  # noqa: S106  wrong
    assert "password authentication failed" in line
    assert "check the address, the password" in line
    assert "wrong-0815" not in line


def test_a_password_is_enough_over_the_loopback(postgres_server: Server, loaded: str) -> None:
    assert open_set(postgres_server.loopback("faults"), "UA").get("a:1") is not None


def test_a_password_that_the_server_repeats_is_struck_out(postgres_server: Server) -> None:
    address = postgres_server.loopback("secret-7", password=PASSWORD)
    assert '"secret-7" does not exist' in refusal(address)
    address = f"postgresql://postgres:secret-7@/secret-7?host={postgres_server.folder}"
    line = refusal(f"{address}&port={postgres_server.port}")
    assert '"***" does not exist' in line


def test_a_server_that_is_not_there_is_told(postgres_server: Server) -> None:
    line = refusal(f"postgresql://anna:{PASSWORD}@127.0.0.1:1/places")
    assert line.startswith("database places on 127.0.0.1: ")
    assert "that the server runs" in line


@pytest.mark.parametrize(
    "address",
    [
        "postgresql://u:hush@[h/x",
        "postgresql://u:h@hush@h/x",
        "postgresql://u:5/hush@h/x",
        "postgresql://u:hush@h/x?nonsense=hush",
        "hush",
        "postgresql://u:hu%00sh@h/x",
    ],
)
def test_what_is_no_address_is_not_repeated(address: str) -> None:
    with pytest.raises(DatabaseAddressError, match="postgresql://USER@HOST/DATABASE") as caught:
        open_set(address, "UA")
    assert "hush" not in str(caught.value)
    assert caught.value.__suppress_context__ or caught.value.__context__ is None


@pytest.mark.parametrize("value", ["mysql://u:hush@h/x", "places.sqlite", "host=h password=hush"])
def test_the_variable_takes_an_address_of_postgresql_alone(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, value: str
) -> None:
    monkeypatch.setenv("FRONTMAP_GAZETTEER", value)
    with pytest.raises(DatabaseAddressError, match="FRONTMAP_GAZETTEER") as caught:
        open_places("LB", home=tmp_path)
    assert "hush" not in str(caught.value)


def test_a_database_in_words_has_no_password() -> None:
    assert where_is("postgresql://u:hush@h:5/x") == "database x on h"
    assert where_is("postgresql://u:hush@h") == "database u on h"
    assert where_is("postgresql:///x") == "database x on this machine"


def test_a_dropped_connection_is_opened_again(postgres_server: Server, loaded: str) -> None:
    store = open_set(loaded, "UA")
    # Two names, for the answer to the same one again needs no connection.
    for name in ("Hola Prystan", "Hola Pristan"):
        kill_connections(postgres_server)
        assert store.matches(name)[0].id == "a:2"
    # The set is held on the new connection as well.
    load_set(loaded, "UA", PLACES[:1], about=ABOUT)
    assert store.get("a:2") is not None


def test_a_server_that_goes_away_is_told_and_one_that_is_back_is_used(
    postgres_server: Server, loaded: str
) -> None:
    store = open_set(loaded, "UA")
    postgres_server.stop()
    try:
        for _ in range(2):
            with pytest.raises(SourceUnavailableError, match="that the server runs"):
                store.matches("Hola Prystan")
    finally:
        postgres_server.start()
    assert store.matches("Hola Prystan")[0].id == "a:2"


def test_a_server_that_goes_away_during_a_load_leaves_the_old_set(
    postgres_server: Server, loaded: str
) -> None:
    def cut() -> object:
        yield PLACES[0]
        kill_connections(postgres_server)

    with pytest.raises(SourceUnavailableError):
        load_set(loaded, "UA", cut(), about=ABOUT)
    assert open_set(loaded, "UA").holding().rows == 2


def test_a_set_that_is_gone_after_a_cut_is_told(postgres_server: Server, loaded: str) -> None:
    store = open_set(loaded, "UA")
    kill_connections(postgres_server)
    remove_set(loaded, "UA")
    with pytest.raises(SourceUnavailableError, match="replaced or removed meanwhile"):
        store.matches("Hola Prystan")


def test_a_set_of_another_version_is_refused_until_it_is_loaded_again(
    postgres_server: Server, loaded: str
) -> None:
    postgres_server.run("UPDATE frontmap.gazetteer SET tables = 1", "faults")
    with pytest.raises(GazetteerDamagedError, match=r"version 1 .*gazetteer add UA") as caught:
        open_set(loaded, "UA")
    assert "database faults" in str(caught.value)
    load_set(loaded, "UA", PLACES, about=ABOUT)
    assert open_set(loaded, "UA").get("a:1") is not None


def test_who_reads_cannot_write(loaded: str) -> None:
    session = open_set(loaded, "UA").rows.session
    with pytest.raises(SourceUnavailableError, match="read-only"):
        session.ask("DELETE FROM frontmap.gazetteer RETURNING name")


def test_a_question_that_takes_too_long_is_stopped(loaded: str) -> None:
    session = open_set(loaded, "UA").rows.session
    assert session.ask("SHOW statement_timeout") == [("30s",)]
    (connection,) = session._open
    told = pytest.raises(SourceUnavailableError, match="took longer than 30 s")
    # Only in a transaction that is undone: what is asked later is to have its 30 s again.
    with told, connection.transaction():
        session.ask("SELECT set_config('statement_timeout', '1', true)")
        session.ask("SELECT pg_sleep(3600)")
    assert session.ask("SELECT 1") == [(1,)]


def test_a_database_without_postgis_says_what_to_run(postgres_server: Server, reader: str) -> None:
    postgres_server.new_database("bare", f"OWNER {reader}")
    address = postgres_server.address("bare", user=reader)
    with pytest.raises(SourceUnavailableError, match=r"has no PostGIS.*CREATE EXTENSION postgis"):
        load_set(address, "UA", PLACES, about=ABOUT)
    postgres_server.run("CREATE EXTENSION postgis", "bare")
    assert load_set(address, "UA", PLACES, about=ABOUT) == 2


def test_a_database_in_another_encoding_says_how_to_make_one(postgres_server: Server) -> None:
    options = "ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0"
    address = postgres_server.new_database("latin", options)
    with pytest.raises(SourceUnavailableError, match="LATIN1; make one with: createdb"):
        load_set(address, "UA", PLACES, about=ABOUT)


def test_a_role_that_may_only_read_reads_every_later_load(
    postgres_server: Server, loaded: str, reader: str
) -> None:
    address = postgres_server.address("faults", user=reader)
    assert "administrator to grant" in refusal(address)
    for grant in GRANTS:
        postgres_server.run(grant, "faults")
    load_set(loaded, "UA", PLACES, about=ABOUT)
    assert open_set(address, "UA").matches("Hola Prystan")[0].id == "a:2"
    assert [held.rows for held in sets(address)] == [2]
    with pytest.raises(SourceUnavailableError, match="administrator to grant"):
        load_set(address, "UA", PLACES, about=ABOUT)


def test_a_forgotten_store_closes_its_connection(postgres_server: Server, loaded: str) -> None:
    store = open_set(loaded, "UA")
    (connection,) = store.rows.session._open
    del store
    assert connection.closed


def test_without_the_package_one_line_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(ExtraMissingError, match=r"frontmap\[postgres\]"):
        open_set("postgresql://h/x", "UA")
    with pytest.raises(ExtraMissingError, match=r"frontmap\[postgres\]"):
        sets("postgresql://h/x")


@pytest.mark.parametrize(
    ("ci", "outcome"), [("true", pytest.fail.Exception), ("", pytest.skip.Exception)]
)
def test_a_missing_server_skips_these_tests_but_never_on_ci(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, ci: str, outcome: type[BaseException]
) -> None:
    monkeypatch.setattr(postgres, "_PROGRAMS", tmp_path)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("CI", ci)
    with pytest.raises(outcome, match="scripts/setup --database"):
        postgres.server_or_skip()


def test_a_session_tells_of_each_new_connection(postgres_server: Server, loaded: str) -> None:
    met: list[psycopg.Connection] = []
    session = Session(loaded, met.append)
    session.close()
    assert session.ask("SELECT 1") == [(1,)]
    assert len(met) == 2
