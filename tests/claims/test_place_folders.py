"""Curated places of other theatres, in texts that are set in their countries as well."""

from __future__ import annotations

from claims.assess import open_gazetteer
from claims.sides.theatre_files import (
    load_theatre,
    neutral_theatre,
    place_folders,
    recognise_theatre,
)


def test_the_own_folder_stands_first_and_each_further_country_has_one() -> None:
    iraq = load_theatre("iraq")
    assert [each.name for each in place_folders(iraq)] == ["iraq"]
    both = neutral_theatre(("IQ", "SY"))
    assert sorted(each.name for each in place_folders(both)) == ["iraq", "syria"]
    # Of two stages of one war in a country the places are those of the one that goes on.
    assert [each.name for each in place_folders(neutral_theatre(("UA",)))] == ["ukraine"]
    assert place_folders(neutral_theatre(("CL",))) == ()


def test_places_that_are_curated_for_another_theatre_lead_in_texts_on_their_country_too() -> None:
    lebanon = open_gazetteer(neutral_theatre(("LB",)))
    assert lebanon.matches("Haret Hreik")[0].id == "gaza-lebanon:haret-hreik"
    assert lebanon.is_curated("gaza-lebanon:haret-hreik")
    assert not open_gazetteer(neutral_theatre(("CL",))).matches("Haret Hreik")


def test_a_place_that_is_curated_for_a_war_nearby_sets_a_text_there_as_well() -> None:
    told = "Aircraft struck Mosul, Tal Afar and Qaim in Iraq and a truck near {} in {}."
    assert recognise_theatre([told.format("Raqqa", "Syria")]).countries == ("IQ", "SY")
    assert recognise_theatre([told.format("Sinjar", "Syria")]).countries == ("IQ",)
    assert recognise_theatre([told.format("Raqqa", "the desert")]).countries == ("IQ",)
