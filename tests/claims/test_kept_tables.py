"""What is kept from report to report is kept once, whatever the reports name."""

from claims.claimants.speakers import Names
from claims.fighters.names import theatre_names
from claims.sides.theatre_files import load_theatre, neutral_theatre


def test_one_table_of_names_serves_a_theatre_whatever_countries_a_text_names():
    assert theatre_names(neutral_theatre(("ML", "NE"))) is theatre_names(neutral_theatre(("TD",)))
    assert theatre_names(neutral_theatre(())) is not theatre_names(load_theatre("syria"))


def test_one_table_of_sources_serves_a_theatre_whatever_countries_a_text_names():
    here, there = (Names(theatre=neutral_theatre((code,))) for code in ("ML", "TD"))
    assert here._index is there._index
    assert Names(theatre=load_theatre("syria"))._index is not here._index


def test_a_theatre_s_own_meaning_of_a_name_comes_before_the_world_s():
    syria, world = load_theatre("syria"), neutral_theatre(())
    own = {side for _, side in syria.adjectives}
    assert {found.side for found in theatre_names(syria)["syrian"].alone} <= own
    assert not {found.side for found in theatre_names(world)["syrian"].alone} & own
