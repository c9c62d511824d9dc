"""A place that a whole report leaves unclear is asked again beside what its own line names."""

from __future__ import annotations

from claims.intake.sections import find_sections
from claims.reading import Ground, reader
from claims.report import Report
from claims.sides.theatre_files import load_theatre
from gazetteer import Gazetteer, Resolution, Unresolved
from gazetteer.homes.stores import EntryStore
from tests.gazetteer.villages import village

ROWS = (
    village(1, "Petrivka", 30.10, 48.00),
    village(2, "Petrivka", 35.10, 48.00),
    village(3, "Hirsk", 30.00, 48.00, population=90_000),
    village(4, "Berehove", 35.00, 48.00, population=90_000),
)
WAR = (
    "Rebels attacked Hirsk on Monday.\n\n"
    "Government troops captured Petrivka on Monday{where}.\n\n"
    "Shells hit Berehove.\n"
)


def _petrivka(where: str, war: str = WAR) -> Resolution | Unresolved:
    gazetteer = Gazetteer(stores=[EntryStore(ROWS, name="valleys")])
    read = reader(Ground(theatre=load_theatre("neutral"), gazetteer=gazetteer))
    text = war.format(where=where)
    answers = read(Report(id="t", text=text, sections=find_sections(text))).answers
    return next(a for place, a in answers.items() if place.heads == ("Petrivka",))


def test_a_name_that_no_claim_is_placed_at_settles_its_neighbour() -> None:
    answer = _petrivka(", and families fled to Berehove")
    assert isinstance(answer, Resolution)
    assert answer.chosen[0].entry.id == "geonames:2"


def test_names_of_other_lines_do_not() -> None:
    answer = _petrivka("")
    assert isinstance(answer, Unresolved)
    assert answer.status == "ambiguous"


def test_names_of_the_lines_around_it_do_where_its_own_names_none() -> None:
    answer = _petrivka("", "Shells hit Hirsk.\n\nBread is dear.\n\n" + WAR.partition("\n\n")[2])
    assert isinstance(answer, Resolution)
    assert answer.chosen[0].entry.id == "geonames:2"
