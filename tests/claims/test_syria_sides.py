"""The sides, actors and sources of the Syrian theatre: symmetric, and readable by every eye."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

from claims.theatre_files import load_theatre

FOLDER = Path(__file__).parents[2] / "claims" / "theatres" / "syria"


def _yaml(name: str) -> Any:
    return yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))


SIDES = {side["id"]: side for side in _yaml("theatre.yaml")["sides"]}
ACTORS = _yaml("actors.yaml")
SOURCES = _yaml("sources.yaml")


def test_the_theatre_loads_with_its_sides_actors_and_sources() -> None:
    theatre = load_theatre("syria")
    assert {"government", "opposition", "kurdish-led"} <= {side.id for side in theatre.sides}
    assert ("Damascus", "government") in theatre.metonyms
    assert theatre.timezone == "Asia/Damascus"


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
