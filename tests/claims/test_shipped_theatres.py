"""Every shipped theatre: complete, symmetric, neutral in its words, and readable by every eye."""

from __future__ import annotations

import itertools
import re
from pathlib import Path
from typing import Any

import pytest

from claims.sides.theatre import Theatre
from claims.sides.theatre_files import load_theatre
from claims.yaml_text import load_yaml
from gazetteer.files import read_theatre_entries
from gazetteer.homes.towns import country_rows
from tests.claims.sight import contrast, worst

FOLDERS = Path(__file__).parents[2] / "claims" / "theatres"
NAMES = sorted(path.parent.name for path in FOLDERS.glob("*/theatre.yaml"))
# The paper of the map, on which every side must be legible.
MAP = ("#F2F3F0", "#DBE6EC")  # its land and its sea
LOADED = re.compile(
    r"(?<!anti-)\bregime\b|(?<!counter)(?<!counter[ -])terror|takfir|zionist|nazi|occupier|invader|"
    r"rashis|\borcs?\b|kafir",
    re.IGNORECASE,
)
OFFICIAL = ("belligerent-official", "belligerent-media")
IMPARTIAL = ("press", "wire", "igo", "ngo", "monitor")

# What the rows of places may name, and the licence that goes with it.
SOURCES = (
    (r"GeoNames \d{4,8}", "CC BY 4.0"),
    (r"frontmap: .+ Natural Earth .*|Natural Earth .+", "public domain"),
    (r"frontmap: .+|Arabic Wikipedia, .+", "CC0"),
)

pytestmark = pytest.mark.parametrize("name", NAMES)


@pytest.fixture
def theatre(name: str) -> Theatre:
    return load_theatre(name)


def _yaml(name: str, file: str) -> Any:
    return load_yaml((FOLDERS / name / file).read_text(encoding="utf-8"))


def test_it_has_what_a_reader_needs(name: str, theatre: Theatre) -> None:
    assert theatre.id == name
    assert len(theatre.sides) >= 3
    assert theatre.actors
    assert theatre.metonyms
    assert theatre.cues
    assert theatre.countries
    assert "licence" in (FOLDERS / name / "SOURCES.md").read_text(encoding="utf-8")


def test_every_side_has_an_actor_and_an_official_voice(name: str, theatre: Theatre) -> None:
    sides = {side.id for side in theatre.sides}
    assert {actor.side for actor in theatre.actors} == sides
    main = {side.id for side in theatre.sides[:3]} - {"is"}
    voiced = {source.leaning for source in theatre.sources if source.kind == OFFICIAL[0]}
    assert main <= voiced


def test_a_word_of_the_press_stands_with_one_actor_and_one_source(
    name: str, theatre: Theatre
) -> None:
    for rows in (theatre.actors, theatre.sources):
        owners: dict[str, set[str]] = {}
        for row in rows:
            for alias in (row.name, *row.aliases):
                owners.setdefault(" ".join(alias.casefold().split()), set()).add(row.name)
        assert {alias: held for alias, held in owners.items() if len(held) > 1} == {}


def test_rows_of_one_name_stand_for_one_side(name: str, theatre: Theatre) -> None:
    sides: dict[str, set[str]] = {}
    for actor in theatre.actors:
        sides.setdefault(actor.name, set()).add(actor.side)
    assert all(len(each) == 1 for each in sides.values())


def test_leanings_follow_one_measure_for_every_camp(name: str, theatre: Theatre) -> None:
    for source in theatre.sources:
        if source.kind in OFFICIAL:
            assert source.leaning, f"{source.id} speaks for a side and leans to none"
        elif source.kind == "state-media":
            assert source.leaning or source.note, f"{source.id}: whose state?"
        elif source.kind in IMPARTIAL:
            assert not source.leaning or source.note, f"{source.id} leans without a reason"


def test_sides_with_media_of_a_state_or_party_have_an_official_voice_too(
    name: str, theatre: Theatre
) -> None:
    media = ("state-media", "belligerent-media", "partisan-media")
    leaning = {source.leaning for source in theatre.sources if source.kind in media} - {""}
    assert leaning <= {source.leaning for source in theatre.sources if source.kind in OFFICIAL}


def test_our_own_words_are_neutral(name: str, theatre: Theatre) -> None:
    ours = [side.name for side in theatre.sides]
    ours += [actor.name for actor in theatre.actors] + [theatre.name]
    assert [words for words in ours if LOADED.search(words)] == []


def test_words_of_one_camp_for_another_are_marked_on_more_than_one_side(name: str) -> None:
    rows = _yaml(name, "actors.yaml")
    open_ones = [
        alias
        for row in rows
        if not row.get("loaded") and row["id"] != "islamic-state"
        for alias in row.get("aliases", ())
        if LOADED.search(alias)
    ]
    assert open_ones == []
    assert len({row["side"] for row in rows if row.get("loaded")}) >= 2


def test_all_sides_differ_by_colour_and_never_by_colour_alone(name: str, theatre: Theatre) -> None:
    colours = [side.colour for side in theatre.sides]
    assert min(worst(a, b) for a, b in itertools.combinations(colours, 2)) >= 14
    signs = [(side.dash, side.head) for side in theatre.sides]
    assert len(signs) == len(set(signs))


def test_every_side_is_legible_on_the_map(name: str, theatre: Theatre) -> None:
    assert min(contrast(s.colour, ground) for s in theatre.sides for ground in MAP) >= 3


def test_places_have_a_source_and_lie_in_the_countries_of_the_war(
    name: str, theatre: Theatre
) -> None:
    codes = {*theatre.countries, *theatre.nearby}
    boxes = [row.box for row in country_rows() if row.code in codes]
    for entry in read_theatre_entries(FOLDERS / name):
        due = next((lic for form, lic in SOURCES if re.fullmatch(form, entry.source)), None)
        assert entry.licence == due, entry.id
        lon, lat = entry.footprint.lon, entry.footprint.lat
        assert any(w - 1 < lon < e + 1 and s - 1 < lat < n + 1 for w, s, e, n in boxes), entry.id
        assert not LOADED.search(f"{entry.name} {entry.note}"), entry.id
