"""The same place in other words is the same point with the same uncertainty.

``phrasings.yaml`` holds groups of phrases that mean one place. Each is put into a sentence about
towns of several lands, so that a rule which reads one wording is asked of all that say the same.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from claims.yaml_text import load_yaml
from gazetteer.expression import parse_place
from gazetteer.index import Gazetteer
from gazetteer.meaning.shape import shape
from gazetteer.place import Resolution
from gazetteer.resolve import resolve_all
from gazetteer.wording.mentions import find_mentions
from geo.footprint import Footprint
from geo.geodesy import distance_m
from tests.gazetteer.villages import village

ROWS = load_yaml((Path(__file__).parent / "phrasings.yaml").read_text(encoding="utf-8"))
TOWNS = (
    village(1, "Kupiansk", 37.62, 49.71, population=27_000),
    village(2, "Izyum", 37.27, 49.21, population=45_000),
    village(3, "Kuito", 16.94, -12.38, population=355_000, country="AO"),
    village(4, "Andulo", 16.68, -11.49, population=15_000, country="AO"),
    village(5, "Menaka", 2.40, 15.92, population=20_000, country="ML"),
    village(6, "Ansongo", 0.50, 15.66, population=25_000, country="ML"),
    village(7, "Nam Kham", 97.68, 23.83, population=30_000, country="MM"),
    village(8, "Kutkai", 97.93, 23.45, population=21_000, country="MM"),
    village(9, "Deir Hafer", 37.70, 36.16, population=19_000, country="SY"),
    village(10, "Al-Bab", 37.52, 36.37, population=63_000, country="SY"),
)
PAIRS = [(x.name, y.name) for x, y in zip(TOWNS[::2], TOWNS[1::2], strict=True)]
SENTENCE = "Heavy fighting broke out {} on Monday, officials said."
WINDS = ("north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest")
LEADS = frozenset("in on at".split())


@pytest.fixture(scope="module")
def towns() -> Gazetteer:
    return Gazetteer(TOWNS)


def _named(phrase: str, x: str, y: str) -> str:
    words = (w.replace("X", x).replace("Y", y) for w in phrase.split(" "))
    return " ".join(words)


def _read(phrase: str, gazetteer: Gazetteer) -> tuple[str, Footprint]:
    """Return the words of the first place of a sentence with a phrase, and where it is."""
    text = SENTENCE.format(phrase.replace("~", ""))
    found = find_mentions(text, known_spans=gazetteer.spans(text))
    assert found, text
    answer, *_ = resolve_all([mention.expression for mention in found], gazetteer)
    assert isinstance(answer, Resolution), text
    return text[found[0].start : found[0].end], answer.footprint


def _differences(phrases: list[str], gazetteer: Gazetteer) -> Iterator[str]:
    for x, y in PAIRS:
        _, first = _read(_named(phrases[0], x, y), gazetteer)
        for phrase in phrases[1:]:
            said, where = _read(_named(phrase, x, y), gazetteer)
            moved = distance_m(lon=where.lon, lat=where.lat, to_lon=first.lon, to_lat=first.lat)
            if moved > 200 or not math.isclose(
                where.uncertainty_m, first.uncertainty_m, rel_tol=0.02
            ):
                yield f"{_named(phrase, x, y)!r} is {moved:.0f} m off, ±{where.uncertainty_m:.0f}"
            if not _is_whole(said, _named(phrase, x, y)):
                yield f"of {_named(phrase, x, y)!r} only {said!r} is read"


def _is_whole(said: str, phrase: str) -> bool:
    """Tell whether the words of a place are all of its phrase but what only colours it."""
    core = phrase.rsplit("~", maxsplit=1)[-1]
    plain = core if core.split(" ")[0] not in LEADS else core.partition(" ")[2]
    return plain in said or said == plain.partition(",")[0]


@pytest.mark.parametrize("group", ROWS["same"])
def test_one_place_in_other_words_is_one_place(group: str, towns: Gazetteer) -> None:
    assert list(_differences(ROWS["same"][group], towns)) == []


@pytest.mark.parametrize("phrases", ROWS["wider"])
def test_what_tells_less_is_wider(phrases: list[str], towns: Gazetteer) -> None:
    for x, y in PAIRS:
        told = [_read(_named(phrase, x, y), towns)[1].uncertainty_m for phrase in phrases]
        assert all(one < other for one, other in pairwise(told)), (x, told)


@pytest.mark.parametrize("phrase", ROWS["never"])
def test_what_is_called_after_a_town_is_no_place(phrase: str, towns: Gazetteer) -> None:
    for x, y in PAIRS:
        text = f"The army fought on {_named(phrase, x, y)}, officials said."
        assert find_mentions(text, known_spans=towns.spans(text)) == (), text


@pytest.mark.parametrize("number", range(4))
def test_opposite_winds_mirror_about_a_town_and_twice_as_far_is_twice_as_far(number: int) -> None:
    wind, opposite = WINDS[number], WINDS[number + 4]
    for town in TOWNS:
        here = town.footprint
        one, other, far = (
            shape(parse_place(f"{km} km {where} of {town.name}"), [here], name=town.name)
            for km, where in ((20, wind), (20, opposite), (40, wind))
        )
        assert math.isclose(one.lat + other.lat, 2 * here.lat, abs_tol=0.01)
        assert math.isclose(one.lon + other.lon, 2 * here.lon, abs_tol=0.01)
        assert math.isclose(far.lat - here.lat, 2 * (one.lat - here.lat), abs_tol=0.02)
        assert math.isclose(far.lon - here.lon, 2 * (one.lon - here.lon), abs_tol=0.02)
