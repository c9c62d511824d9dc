from __future__ import annotations

import pytest
from shapely.geometry import box

from gazetteer import Gazetteer
from gazetteer.homes.stores import EntryStore
from gazetteer.index import spelled
from gazetteer.kinds import kind_of
from gazetteer.meaning.areas import Area
from gazetteer.meaning.asked import Asked
from gazetteer.meaning.rank import Ranked, Scene, rank
from gazetteer.meaning.surroundings import Anchor
from tests.gazetteer.villages import village

HAMA = Anchor(36.7578, 35.1318, "Hama")
NOWHERE = Scene()
AZAZ = Anchor(37.046, 36.5862, "Azaz")


def _rank(
    gazetteer: Gazetteer, name: str, word: str = "", scene: Scene = NOWHERE, prefers: str = "P"
) -> tuple[tuple[Ranked, ...], tuple[Ranked, ...]]:
    asked = Asked(name, kind_of(word), word, prefers)
    found = gazetteer.matches(name)
    return rank(asked, found, scene, curated=gazetteer.is_curated, spelled=spelled)


def _first(gazetteer: Gazetteer, name: str, word: str = "", scene: Scene = NOWHERE) -> str:
    return _rank(gazetteer, name, word, scene)[0][0].found.id


@pytest.mark.parametrize(
    ("anchor", "entry_id", "words"),
    [
        (HAMA, "levant:suran", "18 km from Hama"),
        (AZAZ, "levant:suran-azaz", "15 km from Azaz"),
    ],
)
def test_the_nearer_namesake_comes_first_and_says_so(
    curated: Gazetteer, anchor: Anchor, entry_id: str, words: str
) -> None:
    fitting, _ = _rank(curated, "Suran", scene=Scene(anchors=(anchor,)))
    assert fitting[0].found.id == entry_id
    assert words in fitting[0].why


def test_the_area_that_holds_it_decides(curated: Gazetteer) -> None:
    north = Area("the north", box(36.5, 36.3, 38.0, 37.0), slack_km=5)
    fitting, _ = _rank(curated, "Suran", scene=Scene(areas=(north,)))
    assert [ranked.found.id for ranked in fitting[:2]] == ["levant:suran-azaz", "levant:suran"]
    assert "inside the north" in fitting[0].why
    assert "outside the north" in fitting[1].why


def test_nearness_does_not_lift_a_similar_name_over_the_same_name(curated: Gazetteer) -> None:
    # The airport of Hama lies at the anchor; the city is named.
    assert _first(curated, "Hama", scene=Scene(anchors=(AZAZ, HAMA))) == "levant:hama"


@pytest.mark.parametrize(
    ("name", "word", "entry_id"),
    [
        ("Hama", "province", "levant:hama-governorate"),
        ("Hama", "governorate", "levant:hama-governorate"),
        ("Hama", "city", "levant:hama"),
        ("Hama", "", "levant:hama"),
        ("Hama", "airbase", "levant:hama-airport"),
        ("Zayn al-Abidin", "hill", "levant:zayn"),
        ("M5", "highway", "levant:m5"),
    ],
)
def test_the_feature_word_chooses_the_kind(
    curated: Gazetteer, name: str, word: str, entry_id: str
) -> None:
    assert _first(curated, name, word) == entry_id


def test_a_camp_is_no_airport_though_aircraft_may_land_at_a_base() -> None:
    camp = village(1, "Camp Kigali", 30.06, -1.95, letter="L", code="MILB")
    field = village(2, "Kigali Airport", 30.14, -1.97, letter="S", code="AIRP")
    beside = Scene(anchors=(Anchor(30.06, -1.95, "Kigali"),))
    found = Gazetteer(stores=(EntryStore((camp, field)),))
    assert _first(found, "Kigali airport", "airport", beside) == field.id


@pytest.mark.parametrize("word", ["bridge", "road", "prison", "dam", "province", "river"])
def test_a_strict_kind_never_takes_a_village(curated: Gazetteer, word: str) -> None:
    fitting, others = _rank(curated, "Al-Mazarib", word)
    assert fitting == ()
    assert "levant:muzayrib" in {ranked.found.id for ranked in others}


def test_other_countries_are_held_back(towns: Gazetteer) -> None:
    (here,) = [r for r in _rank(towns, "Syria")[0] if r.found.country == "SY"][:1]
    scene = Scene(countries=("UA",))
    (there,) = [r for r in _rank(towns, "Syria", scene=scene)[0] if r.found.country == "SY"][:1]
    assert there.order < here.order
    assert "in SY, while UA is asked for" in there.why


def test_population_does_not_enter_the_order(towns: Gazetteer) -> None:
    fitting, _ = _rank(towns, "Suran")
    orders = {r.found.id: r.order for r in fitting if r.found.id.startswith("levant:suran")}
    assert orders["levant:suran"] == orders["levant:suran-azaz"]


def test_a_small_place_far_from_all_others_is_marked(towns: Gazetteer) -> None:
    far = Scene(anchors=(Anchor(44.4, 33.3, "Baghdad"),))
    by_id = {ranked.found.id: ranked for ranked in _rank(towns, "Ayn Halaqim", scene=far)[0]}
    assert by_id["geonames:2960"].far
    suran = {ranked.found.id: ranked for ranked in _rank(towns, "Suran", scene=far)[0]}
    assert not suran["levant:suran"].far  # a theatre's own entry is never a stray namesake


def test_scores_shown_stay_between_0_and_1(curated: Gazetteer) -> None:
    fitting, others = _rank(curated, "Hama", "city", Scene(anchors=(HAMA,)))
    assert all(0 <= ranked.candidate(curated.get).score <= 1 for ranked in (*fitting, *others))
