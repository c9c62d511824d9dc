"""Sides, actors, sources and places of four theatres, beside what every theatre has to hold."""

from __future__ import annotations

import csv
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from claims.assess import open_gazetteer
from claims.fighters.actors import ActorFinder
from claims.sides.theatre_files import load_theatre, recognise_theatre
from claims.yaml_text import load_yaml
from gazetteer.files import read_theatre_entries
from geo.geodesy import distance_m
from tests.claims.sight import worst

HERE = Path(__file__).parent
FOLDER = HERE.parents[1] / "claims" / "theatres"
# The two sides between which most of the front runs, and the zone, of each theatre.
MAIN = {
    "congo": ("drc", "m23", "Africa/Lubumbashi"),
    "myanmar": ("tatmadaw", "arakan-army", "Asia/Yangon"),
    "sudan": ("saf", "rsf", "Africa/Khartoum"),
    "yemen": ("yemen-gov", "houthi", "Asia/Aden"),
}
# West, south, east, north of the countries and their shores, in degrees.
BOX = {
    "congo": (26, -6, 32, 4),
    "myanmar": (92, 9, 102, 29),
    "sudan": (21, 8, 39, 23),
    "yemen": (34, 12, 55, 30),
}
OWN_VOICES = {"belligerent-official", "belligerent-media"}
LOADED = re.compile(
    r"\bregimes?\b|terroris|\bjunta|\bgangs?\b|mercenar|genocid|enemy|aggress", re.I
)

every_theatre = pytest.mark.parametrize("theatre", MAIN)


def _yaml(theatre: str, name: str) -> Any:
    return load_yaml((FOLDER / theatre / name).read_text(encoding="utf-8"))


def _sentences() -> list[dict[str, str]]:
    with (HERE / "actor_words.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


@every_theatre
def test_a_theatre_loads_with_its_main_sides_and_zone(theatre: str) -> None:
    loaded = load_theatre(theatre)
    one, other, zone = MAIN[theatre]
    assert {one, other} <= {side.id for side in loaded.sides}
    assert loaded.timezone == zone


@every_theatre
def test_every_side_speaks_for_itself_and_its_own_voices_lean_to_it(theatre: str) -> None:
    sources = _yaml(theatre, "sources.yaml")
    own = {s["leaning"] for s in sources if s["kind"] in OWN_VOICES or s["id"] == "monusco-voice"}
    assert own == {side.id for side in load_theatre(theatre).sides}
    assert [s["id"] for s in sources if s["kind"] in OWN_VOICES and not s["leaning"]] == []


@every_theatre
def test_wires_and_organisations_lean_to_no_one(theatre: str) -> None:
    leaning = [
        source["id"]
        for source in _yaml(theatre, "sources.yaml")
        if source["leaning"] and source["kind"] in {"wire", "igo"}
    ]
    # The United Nations mission fights in Congo, so that it is a side.
    assert leaning == (["monusco-voice"] if theatre == "congo" else [])


@every_theatre
def test_loaded_words_are_marked_for_both_camps_and_never_a_name(theatre: str) -> None:
    actors = _yaml(theatre, "actors.yaml")
    assert not [actor["id"] for actor in actors if LOADED.search(actor["name"])]
    assert not [side.name for side in load_theatre(theatre).sides if LOADED.search(side.name)]
    unmarked = [
        alias
        for actor in actors
        if not actor.get("loaded")
        for alias in actor["aliases"]
        if LOADED.search(alias) and not re.match(r"anti-|pro-democracy", alias)
    ]
    assert unmarked == []
    marked = {actor["side"] for actor in actors if actor.get("loaded")}
    assert set(MAIN[theatre][:2]) <= marked


@every_theatre
def test_the_two_main_sides_differ_most(theatre: str) -> None:
    colours = {side.id: side.colour for side in load_theatre(theatre).sides}
    one, other, _ = MAIN[theatre]
    assert worst(colours[one], colours[other]) >= 20


@every_theatre
def test_curated_places_say_where_they_come_from(theatre: str) -> None:
    licences = ((r"GeoNames \d{5,8}", "CC BY 4.0"), (r"frontmap: .+", "CC0"))
    entries = read_theatre_entries(FOLDER / theatre)
    assert len(entries) > 50
    for entry in entries:
        due = next((lic for form, lic in licences if re.fullmatch(form, entry.source)), None)
        assert entry.licence == due, entry.id
        assert not LOADED.search(f"{entry.name} {entry.note}"), entry.id


@every_theatre
def test_curated_places_lie_in_the_theatre_and_keep_their_names_apart(theatre: str) -> None:
    west, south, east, north = BOX[theatre]
    owners: dict[str, str] = {}
    for entry in read_theatre_entries(FOLDER / theatre):
        assert west <= entry.footprint.lon <= east, entry.id
        assert south <= entry.footprint.lat <= north, entry.id
        for toponym in entry.toponyms:
            owner = owners.setdefault(toponym.text.casefold(), entry.id)
            assert owner == entry.id, toponym.text


@pytest.mark.parametrize(
    ("theatre", "name", "lon", "lat"),
    [
        ("sudan", "Al-Fashir", 25.35, 13.63),
        ("sudan", "Merowe air base", 31.84, 18.44),
        ("congo", "Masisi-Centre", 28.82, -1.40),
        ("congo", "Bukavu airport", 28.81, -2.31),
        ("myanmar", "Mansi", 97.30, 24.12),
        ("myanmar", "Pauktaw", 93.07, 20.18),
        ("yemen", "Ta'izz", 44.02, 13.58),
        ("yemen", "Al-Anad", 44.77, 13.18),
    ],
)
def test_a_name_that_others_share_means_the_place_in_the_news(
    theatre: str, name: str, lon: float, lat: float, shipped_home: Path
) -> None:
    gazetteer = open_gazetteer(load_theatre(theatre), home=shipped_home)
    entry = gazetteer.lookup(name)[0].entry
    away_m = distance_m(lon=lon, lat=lat, to_lon=entry.footprint.lon, to_lat=entry.footprint.lat)
    assert away_m < 5_000, entry


@pytest.mark.parametrize(
    "row", _sentences(), ids=lambda row: f"{row['theatre']}: {row['sentence'][:50]}"
)
def test_the_words_of_the_press_name_the_right_sides(row: dict[str, str]) -> None:
    finder = ActorFinder(load_theatre(row["theatre"]), row["sentence"])
    found = [m.side for m in finder.find(row["sentence"]) if m.armed and m.side]
    assert list(dict.fromkeys(found)) == list(dict.fromkeys(row["sides"].split()))


@pytest.mark.parametrize(
    ("theatre", "text"),
    [
        ("sudan", "The Rapid Support Forces attacked El Obeid. The Sudanese army held the town."),
        ("congo", "M23 fighters entered a village in Masisi. The Congolese army withdrew."),
        ("myanmar", "The Arakan Army attacked two camps near Sittwe, in Rakhine State."),
        ("yemen", "Houthi fighters shelled villages south of Marib, Yemeni officials said."),
    ],
)
def test_a_report_is_recognised_by_the_words_of_its_war(theatre: str, text: str) -> None:
    assert recognise_theatre([text]).id == theatre


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen raided Jonglei, South Sudan. The army of South Sudan sent troops to Bor.",
        "Ethiopian troops left Alamata in Ethiopia. Refugees reached Sudan, doctors in Sudan said.",
        "Security forces in Brazzaville fired on a crowd in Congo, the other Congo said.",
        "A strike at the KIA plant went on; KIA said it would talk.",
        "Kenyan forces hit al-Shabaab in Somalia. Kenya and Yemen agreed on fishing.",
    ],
)
def test_a_report_on_a_neighbour_is_not_taken_for_the_war_next_door(text: str) -> None:
    assert recognise_theatre([text]).id not in MAIN


def test_an_earlier_war_on_the_same_ground_keeps_its_own_sides() -> None:
    text = "Rebels attacked the airport of Nyala in Darfur. Sudanese troops fled El Fasher."
    assert recognise_theatre([text], [date(2004, 3, 1)]).id == "neutral"
    assert recognise_theatre([text], [date(2025, 3, 1)]).id == "sudan"


def test_bare_saba_leans_to_no_one_and_each_of_the_two_agencies_to_its_own() -> None:
    leanings = {source.name: source.leaning for source in load_theatre("yemen").sources}
    assert leanings["Saba"] == ""
    assert (leanings["Saba (Sanaa)"], leanings["Saba (Aden)"]) == ("houthi", "yemen-gov")
