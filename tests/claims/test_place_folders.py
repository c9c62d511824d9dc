"""Curated places of other theatres, in texts that are set in their countries as well."""

from __future__ import annotations

from claims.assess import open_gazetteer
from claims.sides.theatre_files import load_theatre, neutral_theatre, place_folders


def test_the_own_folder_stands_first_and_each_further_country_has_one() -> None:
    iraq = load_theatre("iraq")
    assert [each.name for each in place_folders(iraq)] == ["iraq"]
    both = neutral_theatre(("IQ", "SY"))
    assert sorted(each.name for each in place_folders(both)) == ["iraq", "syria"]
    # Of two stages of one war in a country the places are those of the one that goes on.
    assert [each.name for each in place_folders(neutral_theatre(("UA",)))] == ["ukraine"]
    assert place_folders(neutral_theatre(("CL",))) == ()


def test_places_that_are_curated_for_another_theatre_are_found_and_lead_nothing() -> None:
    lebanon = open_gazetteer(neutral_theatre(("LB",)))
    found = {match.id for match in lebanon.matches("Haret Hreik")}
    assert "gaza-lebanon:haret-hreik" in found
    assert not lebanon.is_curated("gaza-lebanon:haret-hreik")
    assert not open_gazetteer(neutral_theatre(("CL",))).matches("Haret Hreik")
