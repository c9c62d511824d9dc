"""Which theatre a report belongs to, and theatres that are only a folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.assess import open_gazetteer
from claims.errors import TheatreError
from claims.sides.theatre_files import load_theatre, neutral_theatre, recognise_theatre
from gazetteer.adding.install import install
from gazetteer.homes.towns import WORLD
from tests.shipped import copy_index


def test_a_report_on_syria_is_recognised() -> None:
    text = "Syrian troops left Hama. The Syrian Observatory said so in Damascus."
    assert recognise_theatre([text]).id == "syria"


def test_a_report_on_another_war_takes_its_sides_from_the_text() -> None:
    theatre = recognise_theatre(["Somali troops left Adado, Somalia, after fighting al-Shabaab."])
    assert theatre.id == "neutral"
    assert theatre.countries == ("SO",)


def test_a_passing_word_on_syria_does_not_make_it_the_theatre() -> None:
    text = "Chadian troops in Chad fought rebels. Mercenaries came to Chad from Syria."
    assert recognise_theatre([text]).id == "neutral"


def test_an_unknown_theatre_is_named_with_those_that_exist() -> None:
    with pytest.raises(TheatreError, match="syria") as caught:
        load_theatre("atlantis")
    assert "atlantis" in str(caught.value)


def test_a_theatre_is_a_folder_of_data(tmp_path: Path) -> None:
    (tmp_path / "theatre.yaml").write_text(
        "id: coast\nname: The coast\ntimezone: UTC\n"
        "sides:\n- {id: red, name: Red, colour: '#A63C06'}\n",
        encoding="utf-8",
    )
    (tmp_path / "actors.yaml").write_text(
        "- {id: guard, name: Coast Guard, side: red, aliases: [the guard]}\n", encoding="utf-8"
    )
    (tmp_path / "sources.yaml").write_text("[]\n", encoding="utf-8")
    theatre = load_theatre(str(tmp_path))
    assert theatre.side("red").name == "Red"
    assert theatre.actors[0].aliases == ("the guard",)


def test_a_damaged_theatre_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "theatre.yaml").write_text("id: [", encoding="utf-8")
    with pytest.raises(TheatreError, match=r"theatre\.yaml") as caught:
        load_theatre(str(tmp_path))
    assert "\n" not in str(caught.value)


def test_places_that_were_added_serve_a_text_without_a_country(
    tmp_path: Path, shipped_home: Path
) -> None:
    copy_index(WORLD, shipped_home, tmp_path)
    source = tmp_path / "places.csv"
    source.write_text(
        "name,lon,lat,feature_class,feature_code,country,source,licence\n"
        "Kanhpaikti,98.1,25.6,P,PPL,MM,ours,CC0\n",
        encoding="utf-8",
    )
    install("MM", str(source), home=tmp_path)
    gazetteer = open_gazetteer(neutral_theatre(()), home=tmp_path)
    assert gazetteer.lookup("Kanhpaikti")[0].entry.country == "MM"
    assert gazetteer.lookup("Nairobi")[0].entry.country == "KE"
