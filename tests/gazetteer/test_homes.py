"""Whatever keeps the rows of a gazetteer, its answers are the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gazetteer.entry import GazetteerEntry
from gazetteer.homes.filing import box_around
from gazetteer.homes.index_file import build_index, open_index
from gazetteer.homes.key_rows import BUCKET_ROWS, Bucket
from gazetteer.homes.stores import EntryStore, RowStore
from gazetteer.spellings.keying import filed_under, letter_of, shorter_keys
from tests.gazetteer.homes import ABOUT, HOMONYMS, NAMES, SPOTS, made_entries
from tests.postgres import Server

MADE = made_entries()
some_names = st.one_of(
    st.sampled_from([name for name in NAMES if len(name) < 300]),
    st.sampled_from([toponym.text for entry in MADE for toponym in entry.toponyms]),
    st.text(max_size=40),
    st.text(alphabet="аеиовкнхськ -'", max_size=15),
    st.text(alphabet="اوحمسلةبري ", max_size=12),
)
# A name with a letter changed, lost or doubled.
names = st.tuples(some_names, st.integers(0, 30), st.sampled_from(["", "a", "к", "ة", "ss"])).map(
    lambda told: told[0][: told[1]] + told[2] + told[0][told[1] + 1 :]
)
spots = st.one_of(
    st.sampled_from(SPOTS),
    st.tuples(st.floats(-180, 180), st.floats(-90, 90)),
    st.sampled_from(MADE).map(lambda entry: (entry.footprint.lon, entry.footprint.lat)),
)
patient = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="session")
def file_home(tmp_path_factory: pytest.TempPathFactory) -> RowStore:
    path = tmp_path_factory.mktemp("homes") / "made.sqlite"
    build_index(path, MADE, about=ABOUT)
    return open_index(path)


@pytest.fixture(scope="session", params=["memory", "postgis"])
def home(request: pytest.FixtureRequest) -> RowStore:
    """Each other home; all are measured against the file."""
    if request.param == "memory":
        return EntryStore(tuple(MADE))
    from gazetteer.homes.postgres_home import load_set, open_set

    server: Server = request.getfixturevalue("postgres_server")
    address = server.new_database("homes")
    assert load_set(address, "made", MADE, about=ABOUT) == len(MADE)
    return open_set(address, "made")


def _questions(store: RowStore, name: str) -> Iterator[tuple[str, tuple[object, ...]]]:
    """Give every question that a search for a name may put to the rows."""
    for of in store.families:
        for key, _ in filed_under(name, of):
            loose = letter_of(of) + key.loose
            near = sorted({loose, *shorter_keys(loose)})
            yield "sounding", ([(loose, key.strict, key.spoken)], BUCKET_ROWS)
            yield "neighbours", (near,)
            near = tuple(store.rows.neighbours(near))
            for bucket in (Bucket((loose,)), Bucket((loose,), key.strict), Bucket(near)):
                yield "bucket", (bucket,)
                yield "bucket_within", (bucket, box_around((31.0, 49.0), 100))
                if not bucket.strict or len(store.rows.bucket(Bucket((loose,)))) == BUCKET_ROWS:
                    yield "sounds", (bucket,)
                some = [*zip(*_heard(store, bucket)[1][:3], strict=True)][::3]
                yield "sounding", ([*some, ("~", "none", "none")], 70)


def _answer(store: RowStore, question: str, values: tuple[Any, ...]) -> Any:
    return (
        _heard(store, *values) if question == "sounds" else getattr(store.rows, question)(*values)
    )


def _heard(store: RowStore, bucket: Bucket) -> tuple[int, tuple[list[Any], ...]]:
    rows, columns = store.rows.sounds(bucket)
    return rows, columns() if rows else ()


def test_the_families_are_the_same(home: RowStore, file_home: RowStore) -> None:
    assert home.families == file_home.families
    assert len(home.families) > 3


def test_names_recur_as_often(home: RowStore, file_home: RowStore) -> None:
    counted = {of.id: file_home.rows.recurring(letter_of(of)) for of in file_home.families}
    assert {of.id: home.rows.recurring(letter_of(of)) for of in home.families} == counted
    assert all(counted["slavic"])
    # A file was told when it was made, the others count now.
    assert home.recurrence == file_home.recurrence > 0


@pytest.mark.parametrize("name", NAMES, ids=lambda name: ascii(name[:20]))
def test_a_name_means_the_same(home: RowStore, file_home: RowStore, name: str) -> None:
    assert home.matches(name) == file_home.matches(name)
    assert home.sounding(name) == file_home.sounding(name)
    for spot in SPOTS:
        assert home.matches(name, (spot,)) == file_home.matches(name, (spot,))


def test_the_names_asked_for_do_find_something(file_home: RowStore) -> None:
    found = [name for name in NAMES if file_home.matches(name)]
    assert len(found) > len(NAMES) * 2 // 3
    assert any(found != 1 for found in map(len, map(file_home.matches, NAMES)))


@patient
@given(name=names, near=st.lists(spots, max_size=2))
def test_any_name_means_the_same(
    home: RowStore, file_home: RowStore, name: str, near: list[tuple[float, float]]
) -> None:
    assert home.matches(name, near) == file_home.matches(name, near)


@patient
@given(name=names)
def test_rows_of_keys_come_in_the_same_order(
    home: RowStore, file_home: RowStore, name: str
) -> None:
    for question, values in _questions(file_home, name):
        assert _answer(home, question, values) == _answer(file_home, question, values), question


def test_a_bucket_is_cut_at_the_same_row(home: RowStore, file_home: RowStore) -> None:
    assert HOMONYMS > BUCKET_ROWS
    full = 0
    for question, values in _questions(file_home, "Oleksandrivka"):
        expected = _answer(file_home, question, values)
        assert _answer(home, question, values) == expected
        full += len(expected) >= BUCKET_ROWS
    assert full >= 2


@patient
@given(spot=spots, reach_km=st.floats(0, 400))
def test_a_box_holds_the_same_rows(
    home: RowStore, file_home: RowStore, spot: tuple[float, float], reach_km: float
) -> None:
    box = box_around(spot, reach_km)
    sounds, places = home.rows.sounds_within(box)
    assert (sounds, places) == file_home.rows.sounds_within(box)
    named = [*zip(places, sounds, strict=True)][::-1]
    assert home.rows.heard_at(named) == file_home.rows.heard_at(named)


def test_places_on_the_very_edge_of_a_box_are_in_it(home: RowStore, file_home: RowStore) -> None:
    # Reaches that put an edge of the box through each place: north of it, in 100,000ths.
    for entry in MADE[:200]:
        lon, lat = entry.footprint.lon, entry.footprint.lat
        for off in (0.27, 0.27 + 1e-5, 0.27 - 1e-5):
            spot = (lon, lat - off)
            box = box_around(spot, 0.27 * 111.2)
            assert home.rows.sounds_within(box) == file_home.rows.sounds_within(box)


@patient
@given(said=st.lists(st.one_of(names, st.text(max_size=8)), max_size=20))
def test_the_same_words_are_known(home: RowStore, file_home: RowStore, said: list[str]) -> None:
    sounds = set(said) | {
        letter_of(of) + key.spoken
        for name in said for of in file_home.families for key, _ in filed_under(name, of)
    }  # fmt: skip
    assert home.known(sounds) == file_home.known(sounds)


def test_the_words_of_all_names_are_known(home: RowStore, file_home: RowStore) -> None:
    sounds = {
        letter_of(of) + key.spoken
        for entry in MADE for toponym in entry.toponyms for of in file_home.families
        for key, _ in filed_under(toponym.text, of)
    }  # fmt: skip
    known = home.known(sounds)
    assert known == file_home.known(sounds)
    assert len(known) > 300


def test_every_entry_comes_back_whole(home: RowStore) -> None:
    for entry in MADE:
        assert home.get(entry.id) == entry
        geometry = home.get(entry.id).footprint.geometry
        assert geometry.wkb == entry.footprint.geometry.wkb


@pytest.mark.parametrize(
    "entry_id", ["", "none", "x'--", "nul\0", "%", "made:%", "\ud800", "x" * 200_000]
)
def test_no_other_id_is_known(home: RowStore, entry_id: str) -> None:
    assert home.get(entry_id) is None


def test_entries_come_in_the_order_of_their_ids(home: RowStore, file_home: RowStore) -> None:
    assert list(home.entries()) == list(file_home.entries()) == sorted(MADE, key=_id)


def _id(entry: GazetteerEntry) -> str:
    return entry.id


@pytest.mark.parametrize("country", ["SY", "UA", "RU", "FJ", "", "ZZ", "X'", "\0"])
def test_areas_hold_the_same_towns(home: RowStore, file_home: RowStore, country: str) -> None:
    areas = [
        "Kherson",
        "Hama",
        "Area 1",
        "Belgorod",
        "",
        "x" * 5_000,
        "x" * 4_999,
        "a|b",
        "%",
        "\0",
    ]
    for admin in areas:
        towns = home.rows.towns_of(country, admin)
        assert sorted(towns) == sorted(file_home.rows.towns_of(country, admin))


def test_the_area_around_a_place_is_the_same(home: RowStore, file_home: RowStore) -> None:
    drawn = 0
    for entry in MADE[:250]:
        area = file_home.area_around(entry)
        assert home.area_around(entry) == area
        drawn += area is not None
    assert drawn > 50


def test_the_holding_counts_the_entries(home: RowStore) -> None:
    assert home.holding().rows == len(MADE)
    assert home.holding().licence == "CC0"


def test_places_are_told_by_their_rows(home: RowStore, file_home: RowStore) -> None:
    asked = [1, 5, 5, len(MADE), len(MADE) + 1, 0]
    assert sorted(home.rows.places(asked)) == sorted(file_home.rows.places(asked))
    assert list(home.rows.places([])) == []


def test_a_name_that_unfolds_to_pages_is_not_filed(home: RowStore) -> None:
    assert "made:long" not in {found.id for found in home.matches("ﷺ" * 200)}
    assert home.matches("Long")[0].id == "made:long"
