"""Airfields out of a list of the world's: which are shipped, and what each is called."""

from __future__ import annotations

import sys

import pytest


@pytest.fixture
def build(monkeypatch, request):
    monkeypatch.syspath_prepend(str(request.config.rootpath / "scripts"))
    import build_airfields

    yield build_airfields
    sys.modules.pop("build_airfields")


def row(name, city="", country="CD", **fields):
    known = {"icao": "XXXX", "iata": "", "lon": "25.1234567", "lat": "1"}
    return {**known, "name": name, "city": city, "country": country, **fields}


@pytest.mark.parametrize(
    ("told", "city", "alone", "names"),
    [
        ("Lomo Kolo Airport", "Lomo", True, ["Lomo Kolo Airport", "Kolo Airport", "Lomo Airport"]),
        ("Lomo Kolo Airport", "Lomo", False, ["Lomo Kolo Airport", "Kolo Airport"]),
        ("Merka (Merka New)", "", False, ["Merka Airport"]),
        ("Tuvo/Cape Reed Airport", "", False,
         ["Tuvo/Cape Reed Airport", "Tuvo Airport", "Cape Reed Airport"]),
        ("Ade Intl Airport", "", False, ["Ade International Airport", "Ade Airport"]),
        ("Lomo National Airport", "Lomo", True, ["Lomo National Airport", "Lomo Airport"]),
        ("International Airport", "", False, []),
    ],
)  # fmt: skip
def test_names_of_an_airfield(build, told, city, alone, names):
    assert build.names(told, city, alone=alone) == names


def test_of_a_crowded_country_only_airfields_with_an_airlines_code_are_shipped(build):
    strips = [row(f"Farm {n} Airport", country="BR") for n in range(build.MOST)]
    served = row("Boa Airport", country="BR", iata="BOA")
    assert list(build.chosen([*strips, served])) == [served]
    assert len(list(build.chosen(strips))) == build.MOST


def test_lands_without_shipped_towns_and_points_off_the_earth_are_left_out(build):
    rows = [row("Pole Airport", country="AQ"), row("Lomo Airport", lat="91")]
    assert list(build.chosen(rows)) == []


def test_a_row_tells_code_kind_degrees_and_names(build):
    made = build.tables([row("Zzuma Air Base", "Zzuma")])
    assert made == {
        "CD": [
            "XXXX\tPPL\t25.1235\t1.0000\tZzuma",
            "XXXX\tAIRB\t25.1235\t1.0000\tZzuma Air Base|Zzuma Airport",
        ]
    }


def test_an_airfield_far_from_every_town_of_its_name_is_left_out(build):
    near, far = (row("Bunia Airport", "Bunia", lon=lon, lat="1.56") for lon in ("30.22", "25"))
    assert list(build.tables([near])) == ["CD"]
    assert build.tables([far]) == {}


@pytest.mark.parametrize("city", ["", "Bunia", "Oil 5", "Zzuma Island", "Zz/Uma", "Old Mill"])
def test_known_towns_and_what_is_no_settlement_are_no_further_places(build, city):
    assert not any(build.served([row("Somewhere Airport", city)]).values())
