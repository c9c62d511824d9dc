"""The sides, actors and sources of the Syrian theatre: symmetric, and readable by every eye."""

from __future__ import annotations

import itertools
import re
from pathlib import Path
from typing import Any

import pytest

from claims.assess import assess, open_gazetteer
from claims.fighters.actors import ActorFinder
from claims.intake.reader import read_inputs
from claims.sides.theatre_files import load_theatre
from claims.yaml_text import load_yaml
from tests.claims.sight import ciede2000, contrast, worst

FOLDER = Path(__file__).parents[2] / "claims" / "theatres" / "syria"
# The paper of the map, on which every side must be legible.
MAP = ("#F2F3F0", "#DBE6EC")  # its land and its sea
KINDS = {
    "monitor", "belligerent-official", "belligerent-media", "partisan-media", "state-media",
    "press", "wire", "igo", "ngo", "unnamed",
}  # fmt: skip


def _yaml(name: str) -> Any:
    return load_yaml((FOLDER / name).read_text(encoding="utf-8"))


SIDES = {side["id"]: side for side in _yaml("theatre.yaml")["sides"]}
ACTORS = _yaml("actors.yaml")
SOURCES = _yaml("sources.yaml")


def test_the_theatre_loads_with_its_sides_actors_and_sources() -> None:
    theatre = load_theatre("syria")
    assert {"government", "opposition", "kurdish-led"} <= {side.id for side in theatre.sides}
    assert ("Damascus", "government") in theatre.metonyms
    assert theatre.timezone == "Asia/Damascus"


def test_every_actor_source_metonym_and_adjective_belongs_to_a_known_side() -> None:
    head = _yaml("theatre.yaml")
    assert {actor["side"] for actor in ACTORS} == set(SIDES)
    assert {source["leaning"] for source in SOURCES} - {""} <= set(SIDES)
    assert set(head["metonyms"]) | set(head["adjectives"].values()) <= set(SIDES)


def test_every_source_has_a_known_kind() -> None:
    assert {source["kind"] for source in SOURCES} <= KINDS


@pytest.mark.parametrize("rows", [ACTORS, SOURCES], ids=["actors", "sources"])
def test_no_word_of_the_press_stands_for_two(rows: list[dict[str, Any]]) -> None:
    owners: dict[str, set[str]] = {}
    for row in rows:
        for alias in (row["name"], *row["aliases"]):
            owners.setdefault(alias.casefold(), set()).add(row["name"])
    assert {alias: names for alias, names in owners.items() if len(names) > 1} == {}
    assert len({row["id"] for row in rows}) == len(rows)


def test_loaded_words_are_marked_for_each_camp_and_never_a_name() -> None:
    loaded_word = re.compile(r"regime|terroris|takfir|zionist", re.IGNORECASE)
    for actor in ACTORS:
        assert not loaded_word.search(actor["name"])
        if any(loaded_word.search(alias) for alias in actor["aliases"]):
            assert actor.get("loaded") or actor["id"] == "islamic-state"
    marked = {actor["side"] for actor in ACTORS if actor.get("loaded")}
    assert marked >= {"government", "opposition", "kurdish-led", "israel"}


def test_every_main_side_has_an_official_voice() -> None:
    for side in ("government", "opposition", "kurdish-led", "russia", "turkey", "iran", "us"):
        kinds = {source["kind"] for source in SOURCES if source["leaning"] == side}
        assert "belligerent-official" in kinds, side


def test_the_colour_difference_agrees_with_published_test_data() -> None:
    # Sharma, Wu and Dalal (2005), table 1, pairs 1 and 7
    one = ciede2000((50, 2.6772, -79.7751), (50, 0, -82.7485))
    other = ciede2000((50, 0, 0), (50, -1, 2))
    assert (round(one, 4), round(other, 4)) == (2.0425, 2.3669)


def test_all_sides_differ_by_colour_and_never_by_colour_alone() -> None:
    colours = [side["colour"] for side in SIDES.values()]
    assert min(worst(a, b) for a, b in itertools.combinations(colours, 2)) >= 14
    signs = [(side["dash"], side["head"]) for side in SIDES.values()]
    assert len(signs) == len(set(signs))
    assert {dash for dash, _ in signs} <= {"solid", "long", "short", "dot"}
    assert {head for _, head in signs} <= {"solid", "open", "double", "bar"}


@pytest.mark.parametrize("side", SIDES)
def test_every_side_is_legible_on_the_map(side: str) -> None:
    assert min(contrast(SIDES[side]["colour"], ground) for ground in MAP) >= 3


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Islamic State fighters entered Kobani. The jihadists took a hill.", "is"),
        ("Islamic State fighters entered Kobani. Militants took a hill.", "is"),
        ("Islamic State fought rebels near Marea. The militants took a hill.", "is"),
        ("Hayat Tahrir al-Sham entered Aleppo. The jihadists took a hill.", "opposition"),
        ("Islamic State and Hayat Tahrir al-Sham met. The jihadists took a hill.", "opposition"),
    ],
)
def test_the_jihadists_are_those_whom_the_report_names(text: str, side: str) -> None:
    finder = ActorFinder(load_theatre("syria"), text)
    (taker,) = [m for m in finder.find(text, 0) if m.text.lower() in ("jihadists", "militants")]
    assert taker.side == side


def test_a_side_that_only_speaks_may_have_done_it(tmp_path: Path) -> None:
    theatre = load_theatre("syria")
    report = read_inputs([FOLDER.parents[2] / "examples/hama-2024/06-river-wire-3-december.txt"])
    gazetteer = open_gazetteer(theatre, home=tmp_path)
    claims = assess(report.reports, theatre=theatre, gazetteer=gazetteer).claims
    missiles = [claim for claim in claims if claim.quote.startswith("missile strikes")]
    assert missiles
    assert {claim.actor_side for claim in missiles} == {"russia"}
