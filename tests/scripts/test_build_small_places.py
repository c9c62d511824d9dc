"""Small places out of two lists: which are shipped, where, and how far off they may be."""

from __future__ import annotations

import sys
import zipfile

import pytest


@pytest.fixture
def build(monkeypatch, request):
    monkeypatch.syspath_prepend(str(request.config.rootpath / "scripts"))
    import build_small_places

    yield build_small_places
    sys.modules.pop("build_small_places")


def told(build, lat=10.0, lon=20.0, radius_km=4.0, **fields):
    known = {"country": "TD", "area": "Lac", "name": "Zzuma", "code": "PPL", **fields}
    return build.Told(lat=lat, lon=lon, radius_km=radius_km, **known)


def merged(build, one, other):
    key = one[:3]
    return [*build.agreed({key: one}, {key: other})]


def test_a_place_that_both_lists_set_at_one_spot_stands_in_the_middle_of_the_two(build):
    (place,) = merged(build, told(build), told(build, lat=10.05, radius_km=5.8))
    assert (place.lat, place.lon, place.radius_km) == (10.025, 20.0, 5.8)
    (sure,) = merged(build, told(build, radius_km=1), told(build, radius_km=1))
    assert sure.radius_km == build.LEAST_KM


@pytest.mark.parametrize(
    ("code", "lat", "radius_km", "kept"),
    [
        ("PPL", 10.05, 4, True), ("PPL", 10.06, 4, False),
        ("PPL", 10.08, 9, True), ("PPL", 10.10, 15, False),  # who may be off by as much
        ("PPLX", 10.02, 2, True), ("PPLX", 10.05, 2, False),
        ("FRST", 10.15, 40, True),  # the middle of a wide one is anybody's guess
    ],
)  # fmt: skip
def test_a_place_that_the_lists_set_apart_is_left_out(build, code, lat, radius_km, kept):
    one, other = (told(build, at, radius_km=radius_km, code=code) for at in (10.0, lat))
    assert bool(merged(build, one, other)) == kept


def test_a_place_of_one_list_alone_is_left_out(build):
    place = told(build)
    assert [*build.agreed({place[:3]: place}, {})] == []


def test_a_town_that_is_shipped_is_not_shipped_twice(build):
    ndjamena = told(build, 12.11, 15.04, name="N'Djamena")
    by_alias = told(build, 12.11, 15.04, aliases="N'Djaména")
    elsewhere = told(build, 20.0, 18.0, name="N'Djamena")
    assert [*build.unknown([ndjamena, by_alias, elsewhere])] == [elsewhere]


def test_a_row_tells_slug_kind_degrees_reach_names_and_area(build):
    made = build.tables([told(build, aliases="Zuma"), told(build, area="Sila", code="MT")])
    assert made == {
        "TD": [
            "zzuma-lac\tP.PPL\t20.000\t10.000\t4000\tZzuma|Zuma\tLac",
            "zzuma-sila\tT.MT\t20.000\t10.000\t4000\tZzuma\tSila",
        ]
    }


def test_a_check_says_how_far_off_a_list_of_geonames_has_a_place(build, tmp_path):
    cells = ["1", "Zuma", "Zuma", "Zzumah", "10.0", "20.1", "P", "PPL", "TD"]
    with zipfile.ZipFile(tmp_path / "TD.zip", "w") as archive:
        archive.writestr("TD.txt", "\t".join(cells) + "\n")
    place, other = told(build, aliases="Zuma"), told(build, name="Ade")
    ((found, km),) = build.off_km([place, other], tmp_path)
    assert found == place
    assert km == pytest.approx(11, abs=0.1)


def test_every_listed_place_has_a_kind_that_is_known(build):
    places = build.read_list(build.LISTS / "first.csv")
    assert {place.code for place in places.values()} <= build.CLASS_OF.keys()
    assert all(0 < place.radius_km <= 100 for place in places.values())


def test_an_air_base_is_called_so_as_well(build):
    names = told(build, name="Zuma", aliases="Zzuma air base", code="AIRB").names
    assert names == ["Zuma", "Zzuma air base", "Zuma Air Base"]
