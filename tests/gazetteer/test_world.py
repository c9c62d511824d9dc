from __future__ import annotations

import multiprocessing
import zipfile
from pathlib import Path

import pytest

from gazetteer import Gazetteer, Resolution, parse_place, resolve_all
from gazetteer.errors import GazetteerDamagedError, PlaceNotFoundError
from gazetteer.homes import index_file, world
from gazetteer.homes.stores import RowStore
from gazetteer.homes.towns import country_rows, towns
from gazetteer.homes.world import open_places, user_folder

# Few towns, so that a test may index the country anew.
SMALL = "LB"


def _index(home: Path, country: str = SMALL) -> Path:
    (path,) = user_folder(home).glob(f"{country}-*.sqlite")
    return path


def _best(store: RowStore, name: str) -> str:
    return store.matches(name)[0].text


def test_a_country_is_indexed_on_first_use_and_only_then(tmp_path: Path) -> None:
    told: list[float] = []
    open_places(SMALL, home=tmp_path, progress=lambda _, share: told.append(share))
    assert told
    assert told[-1] == 1.0
    made = _index(tmp_path).stat().st_mtime_ns
    open_places(SMALL, home=tmp_path, progress=lambda _, share: told.append(-share))
    assert min(told) > 0
    assert _index(tmp_path).stat().st_mtime_ns == made


def test_two_homes_hold_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        open_places(SMALL, home=tmp_path / name)
    first, second = _index(tmp_path / "a"), _index(tmp_path / "b")
    assert first.name == second.name
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize("damage", ["flip", "cut", "empty", "text"])
def test_a_damaged_index_is_made_anew(tmp_path: Path, damage: str) -> None:
    open_places(SMALL, home=tmp_path)
    path = _index(tmp_path)
    good = path.read_bytes()
    bad = bytearray(good)
    bad[len(bad) // 2] ^= 0x20
    harm = {"flip": bytes(bad), "cut": good[: len(good) // 2], "empty": b"", "text": b"no database"}
    path.write_bytes(harm[damage])
    assert _best(open_places(SMALL, home=tmp_path), "Beirut") == "Beirut"
    assert _index(tmp_path).read_bytes() == good


def test_an_index_of_older_rows_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_places(SMALL, home=tmp_path)
    old = _index(tmp_path)
    for module in (world, index_file):
        monkeypatch.setattr(module, "SCHEMA", index_file.SCHEMA + 1)
    open_places(SMALL, home=tmp_path)
    assert not old.exists()
    assert _index(tmp_path).exists()


def test_the_open_index_cannot_be_written(tmp_path: Path) -> None:
    store = open_places(SMALL, home=tmp_path)
    with pytest.raises(GazetteerDamagedError, match="readonly"):
        store.rows.connection.execute("DELETE FROM entry")


def test_nothing_half_written_stays_after_a_failure(tmp_path: Path) -> None:
    def fail(_what: str, _share: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        open_places(SMALL, home=tmp_path, progress=fail)
    assert list(user_folder(tmp_path).iterdir()) == []


def _open_and_find(home: Path, found: multiprocessing.Queue[str]) -> None:
    found.put(_best(open_places(SMALL, home=home), "Beirut"))


def test_two_processes_may_index_a_country_at_once(tmp_path: Path) -> None:
    spawn = multiprocessing.get_context("spawn")
    found = spawn.Queue()
    both = [spawn.Process(target=_open_and_find, args=(tmp_path, found)) for _ in range(2)]
    for process in both:
        process.start()
    for process in both:
        process.join(timeout=60)
    assert [process.exitcode for process in both] == [0, 0]
    assert {found.get(timeout=5), found.get(timeout=5)} == {"Beirut"}
    assert len(list(user_folder(tmp_path).iterdir())) == 1


def test_a_folder_that_cannot_be_made_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "gazetteer").write_text("a file stands where the folder should be")
    with pytest.raises(GazetteerDamagedError, match="FRONTMAP_HOME") as caught:
        open_places(SMALL, home=tmp_path)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("code", ["XX", "", "../../etc/passwd", "countries2", "syria"])
def test_an_unknown_country_is_refused(tmp_path: Path, code: str) -> None:
    with pytest.raises(PlaceNotFoundError, match="ISO 3166-1"):
        open_places(code, home=tmp_path)


def test_the_environment_names_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FRONTMAP_HOME", str(tmp_path / "here"))
    assert user_folder() == tmp_path / "here" / "gazetteer"
    assert user_folder(tmp_path) == tmp_path / "gazetteer"


def test_every_country_has_a_name_and_a_box_on_the_earth() -> None:
    rows = country_rows()
    assert len(rows) > 240
    assert len({row.code for row in rows}) == len(rows)
    for row in rows:
        west, south, east, north = row.box
        assert -180 <= west <= east <= 180
        assert -90 <= south <= north <= 90
        assert all(row.names)


def test_the_shipped_file_stays_small_and_carries_no_date() -> None:
    path = Path(world.__file__).parents[1] / "data" / "places.zip"
    assert path.stat().st_size <= 8_000_000
    with zipfile.ZipFile(path) as archive:
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        rows = sum(archive.read(f"{row.code}.tsv").count(b"\n") for row in country_rows())
    assert rows > 200_000


def test_a_relative_home_is_one_folder_wherever_the_program_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FRONTMAP_HOME", "mine")
    assert user_folder() == tmp_path / "mine" / "gazetteer"


def test_a_listed_place_without_inhabitants_is_the_seat_that_it_is_listed_as() -> None:
    listed = list(towns("AO"))
    unknown = [town for town in listed if not town.population]
    assert unknown
    assert {town.feature_code for town in unknown} == {"PPLA4"}
    assert {town.feature_code for town in listed if town.population} == {"PPL", "PPLC"}


def test_a_seat_is_meant_far_from_the_rest_of_a_text(shipped_home: Path) -> None:
    gazetteer = Gazetteer(countries=["AO"], home=shipped_home)
    seat, _ = resolve_all([parse_place("Cuito Cuanavale"), parse_place("Menongue")], gazetteer)
    assert isinstance(seat, Resolution), seat
    assert seat.chosen[0].entry.name == "Cuíto Cuanavale"
