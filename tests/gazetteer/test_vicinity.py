"""What is kept between questions: it must never change an answer."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import gazetteer.homes.search
import gazetteer.index
import gazetteer.meaning.meanings
from gazetteer import Gazetteer, parse_place, resolve_all
from gazetteer.homes.filing import Box, box_around
from gazetteer.homes.index_file import build_index, open_index
from gazetteer.homes.key_rows import RawKey
from gazetteer.homes.sqlite_rows import SqliteRows
from gazetteer.homes.stores import EntryStore, RowStore
from gazetteer.homes.vicinity import Vicinity
from tests.gazetteer.homes import ABOUT, HOMONYMS, NAMES, SPOTS, made_entries

MADE = made_entries()
FEW = tuple({entry.name: entry for entry in MADE if entry.name in NAMES}.values())
FEW += tuple(entry for entry in MADE if entry.name.startswith("Ole"))[:12]
spots = st.tuples(st.floats(-180, 180), st.floats(-90, 90)) | st.sampled_from(SPOTS)


class _Counting:
    """Rows that count how often land is read."""

    def __init__(self, rows: SqliteRows) -> None:
        self._rows, self.read, self.places = rows, 0, list[int]()

    def sounds_within(self, box: Box) -> tuple[Sequence[str], Sequence[int]]:
        self.read += 1
        return self._rows.sounds_within(box)

    def heard_at(self, named: Sequence[tuple[int, str]]) -> Sequence[RawKey]:
        self.places += [place for place, _ in named]
        return self._rows.heard_at(named)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> RowStore:
    path = tmp_path_factory.mktemp("vicinity") / "made.sqlite"
    build_index(path, MADE, about=ABOUT)
    return open_index(path)


def _key_rows(store: RowStore) -> list[RawKey]:
    """Return all rows, by place and in the order that the rows of a place stand in."""
    query = (
        "SELECT loose, strict, spoken, plain, how, place, name, lon_e5, lat_e5, feature_class,"
        " -rank FROM key ORDER BY place, loose, strict, spoken, rank, name, how, plain"
    )
    assert isinstance(store.rows, SqliteRows)
    return store.rows.connection.execute(query).fetchall()


@settings(max_examples=60, deadline=None)
@given(spot=spots, reach_km=st.floats(0, 60))
def test_around_a_point_is_what_its_box_holds(
    store: RowStore, spot: tuple[float, float], reach_km: float
) -> None:
    vicinity = Vicinity(store.rows)
    around = vicinity.around(spot, reach_km)
    west, east, south, north = box_around(spot, reach_km)
    every = _key_rows(store)
    inside = [row for row in every if west <= row[7] <= east and south <= row[8] <= north]
    by_sound: dict[tuple[int, str], list[RawKey]] = {}
    # From south to north by tenths of a degree, in each from west to east.
    for row in sorted(inside, key=lambda row: (row[8] // 10_000, *row[7:9], row[5], row[2])):
        by_sound.setdefault((row[5], row[2]), []).append(row)
    assert list(around.sounds) == [sound for _, sound in by_sound]
    # One by one, backwards and by twos, as a search asks for some of many.
    expected = list(by_sound.values())
    numbers = range(len(expected))
    for some in (numbers[::-1], numbers[1::2], numbers):
        rows = [row for number in some for row in expected[number]]
        assert vicinity.rows(around.heard(some)) == rows


def test_the_boxes_compared_do_hold_places(store: RowStore) -> None:
    assert len(Vicinity(store.rows).around((31.0, 49.0), 60.0).sounds) > HOMONYMS


def test_the_land_around_a_point_is_read_once(store: RowStore) -> None:
    counting = _Counting(store.rows)  # type: ignore[arg-type]  # SQLite's
    vicinity = Vicinity(counting)  # type: ignore[arg-type]  # only asked for boxes
    assert vicinity.around(SPOTS[1], 30.0) is vicinity.around(SPOTS[1], 30.0)
    assert counting.read == 1
    vicinity.around(SPOTS[2], 30.0)
    assert counting.read == 2


def test_the_rows_of_a_place_are_read_once_for_all_points_around_it(store: RowStore) -> None:
    counting = _Counting(store.rows)  # type: ignore[arg-type]  # SQLite's
    vicinity = Vicinity(counting)  # type: ignore[arg-type]  # only asked for boxes
    around, beside = (vicinity.around((lon, 49.0), 60.0) for lon in (31.0, 31.01))
    assert not counting.places
    asked = around.heard([5, 40])
    first = vicinity.rows(asked)
    assert sorted(counting.places) == sorted(row[5] for row in first)
    again = [each for each in beside.heard(range(len(beside.sounds))) if each in asked]
    assert sorted(again) == sorted(asked)
    assert vicinity.rows(asked[::-1]) == first[::-1]
    assert len(counting.places) == 2


def test_a_name_means_the_same_whatever_was_asked_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gazetteer.homes.search, "_KEPT_PLACES", 3)
    asked = [(name, near) for name in NAMES for near in ((), (SPOTS[0],), (SPOTS[2], SPOTS[3]))]
    fresh = {each: EntryStore(FEW).matches(*each) for each in asked[:60]}
    used = EntryStore(FEW)
    for step in (1, -1, 7):
        for each in asked[::step]:
            used.sounding(each[0])
            assert each not in fresh or used.matches(*each) == fresh[each]
    assert sum(map(bool, fresh.values())) > 20


def test_words_that_are_remembered_are_the_same_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gazetteer.index, "_KEPT_SOUNDS", 40)
    texts = (
        "Fighting near Hama and Salamiyah.",
        "Shelling of Bakhmut, then of Nova Kakhovka; As-Safira and Hama were quiet.",
        "Nothing was heard from Homs or Antakya, said Colonel Nobody of Hama.",
    )
    used = Gazetteer(MADE)
    for _ in range(3):
        for text in texts:
            assert used.spans(text) == Gazetteer(MADE).spans(text)
    assert [text[slice(*used.spans(text)[0])] for text in texts] == ["Hama", "Bakhmut", "Homs"]


def test_a_reading_that_is_kept_does_not_leak_into_other_texts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(gazetteer.meaning.meanings, "_MOST_KEPT", 2)
    texts = (
        ("Oleksandrivka", "Bakhmut"), ("Oleksandrivka", "Nova Kakhovka"), ("Oleksandrivka", "Homs"),
        ("Hama", "Salamia", "Homs", "As-Safira", "Oleksandrivka", "Village 17"),
    )  # fmt: skip
    used = Gazetteer(MADE)
    for names in (*texts, *texts[::-1]):
        expressions = [parse_place(name) for name in names]
        assert resolve_all(expressions, used) == resolve_all(expressions, Gazetteer(MADE))
