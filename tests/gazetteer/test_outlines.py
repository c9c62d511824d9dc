"""Outlines of countries in place of boxes of their towns, and their parts as the press has them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import shapely

from gazetteer.expression import parse_place
from gazetteer.homes.outlines import drawn
from gazetteer.homes.towns import country_entries
from gazetteer.index import Gazetteer
from gazetteer.place import Resolution
from gazetteer.resolve import resolve
from geo.geodesy import distance_m
from geo.relations import outer_part

_COUNTRIES = {entry.country: entry for entry in country_entries()}


def test_an_outline_leaves_the_neighbours_out() -> None:
    lebanon = drawn(_COUNTRIES["LB"])
    tyre, damascus, haifa = (35.20, 33.27), (36.29, 33.51), (34.99, 32.82)
    assert lebanon.geometry.contains(shapely.Point(tyre))
    assert not lebanon.geometry.contains(shapely.Point(damascus))
    assert not lebanon.geometry.contains(shapely.Point(haifa))
    assert not any(piece.interiors for piece in shapely.get_parts(lebanon.geometry))


def test_a_town_keeps_its_footprint() -> None:
    box = _COUNTRIES["LB"].footprint
    assert drawn(_COUNTRIES["LB"]) != box
    own = replace(_COUNTRIES["LB"], footprint=replace(box, note="from a source of its own"))
    assert drawn(own) is own.footprint


def test_every_country_has_some_ground() -> None:
    tiny = [code for code, entry in _COUNTRIES.items() if drawn(entry) == entry.footprint]
    assert len(tiny) < 30, tiny


# Towns that reports of the last decades called by these parts of their countries.
_PRESS = """
AF east Jalalabad 70.45 34.43
AF south Kandahar 65.71 31.61
AF north Kunduz 68.87 36.73
CD east Goma 29.22 -1.68
CI north Korhogo -5.63 9.46
CI west Man -7.55 7.41
ET north Mekelle 39.48 13.50
HR east Vukovar 19.00 45.35
IQ north Mosul 43.12 36.34
IQ south Basra 47.78 30.51
IR southwest Ahvaz 48.68 31.32
LB south Nabatieh 35.48 33.38
LB southwest Naqoura 35.14 33.12
LK north Kilinochchi 80.40 9.38
LK east Batticaloa 81.70 7.72
LY east Benghazi 20.07 32.12
ML north Kidal 1.41 18.44
MZ north Pemba 40.52 -12.97
NG northeast Maiduguri 13.16 11.83
PH south Cotabato 124.25 7.22
PK northwest Peshawar 71.58 34.01
SD west Geneina 22.45 13.45
SO south Kismayo 42.55 -0.36
TD east Abeche 20.83 13.83
TR southeast Diyarbakir 40.22 37.91
UA east Donetsk 37.80 48.00
UG north Gulu 32.30 2.77
YE north Saada 43.76 16.94
""".split("\n")[1:-1]


@pytest.mark.parametrize("row", _PRESS)
def test_a_part_holds_what_the_press_calls_so(row: str) -> None:
    country, direction, _, lon, lat = row.split()
    part = outer_part(drawn(_COUNTRIES[country]), name=country, directions=[direction])
    town = shapely.Point(float(lon), float(lat))
    assert part.geometry.distance(town) < 0.05
    assert distance_m(lon=part.lon, lat=part.lat, to_lon=town.x, to_lat=town.y) < part.u90_m


def test_a_phrase_is_drawn_within_the_outline(shipped_home: Path) -> None:
    gazetteer = Gazetteer(countries=["LB"], home=shipped_home)
    answer = resolve(parse_place("southern Lebanon"), gazetteer)
    assert isinstance(answer, Resolution)
    inland = shapely.Point(36.3, 33.4)  # Syria, east of the south
    assert not answer.footprint.geometry.contains(inland)
    assert answer.footprint.lat < 33.5
    assert "south part of Lebanon" in answer.footprint.note
