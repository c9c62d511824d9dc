"""Corrections win over the gazetteer: names, relations, whole phrases, contexts."""

from __future__ import annotations

from pathlib import Path

import pytest
from shapely.geometry import Point

from gazetteer import Context, Gazetteer, Resolution, Unresolved, parse_place, resolve_all
from gazetteer.errors import GazetteerFormatError
from gazetteer.meaning.corrections import Correction, Corrections
from geo.footprint import Footprint
from geo.geodesy import distance_m

AZAZ, HAMA = "levant:suran-azaz", "levant:suran"


def point(lon: float, lat: float, uncertainty_m: float = 800) -> Footprint:
    return Footprint(
        geometry=Point(lon, lat), lon=lon, lat=lat, uncertainty_m=uncertainty_m, method="given"
    )


def entry(text: str, entry_id: str | None, *context: str, line: int = 2) -> Correction:
    return Correction(text=text, context=context, entry_id=entry_id, note="as told", line=line)


def spot(text: str, lon: float, lat: float, line: int = 2) -> Correction:
    return Correction(text=text, footprint=point(lon, lat), line=line)


def ask(
    gazetteer: Gazetteer, *texts: str, rows: tuple[Correction, ...], document: str = ""
) -> Resolution | Unresolved:
    expressions = [parse_place(text) for text in texts]
    corrections = Corrections(rows, Path("places.csv"))
    answer, *_ = resolve_all(
        expressions, gazetteer, context=Context(text=document), corrections=corrections
    )
    assert answer.expression == expressions[0]
    return answer


def chosen(answer: Resolution | Unresolved) -> list[str]:
    assert isinstance(answer, Resolution), answer
    return [candidate.entry.id for candidate in answer.chosen]


@pytest.mark.parametrize("text", ["Suran", "Souran", "SURAN", "the town of Sawran", "صوران"])
def test_a_corrected_name_is_met_in_every_spelling(towns: Gazetteer, text: str) -> None:
    # Beside Hama and in no other light the gazetteer means the other Suran.
    assert chosen(ask(towns, text, "Hama", rows=())) == [HAMA]
    answer = ask(towns, text, "Hama", rows=(entry("Suran", AZAZ, line=7),))
    assert chosen(answer) == [AZAZ]
    assert isinstance(answer, Resolution)
    assert answer.chosen[0].why == "set by places.csv, line 7: as told"


def test_a_name_nobody_knows_lies_at_the_point_given(towns: Gazetteer) -> None:
    answer = ask(towns, "Abu Ward", rows=(spot("Abu Ward", 36.9, 35.3),))
    assert isinstance(answer, Resolution)
    assert (answer.footprint.lon, answer.footprint.lat) == (36.9, 35.3)
    assert answer.footprint.uncertainty_m == 800
    assert answer.chosen[0].why == "set by places.csv, line 2"
    assert answer.chosen[0].entry.name == "Abu Ward"


def test_a_relation_is_measured_from_the_corrected_anchor(towns: Gazetteer) -> None:
    answer = ask(towns, "15 km north of Hama", rows=(spot("Hama", 40.0, 34.0),))
    assert isinstance(answer, Resolution)
    where = answer.footprint
    assert where.method == "sector"
    apart = distance_m(lon=40.0, lat=34.0, to_lon=where.lon, to_lat=where.lat)
    assert 10_000 < apart < 20_000
    assert where.lat > 34.05


def test_a_road_runs_from_the_corrected_end(towns: Gazetteer) -> None:
    # The curated road of this name would run from the other Khanasir.
    rows = (spot("Khanasir", 39.0, 35.0),)
    answer = ask(towns, "the Khanasir-Ithriya road", rows=rows)
    assert isinstance(answer, Resolution)
    assert answer.footprint.geometry.distance(Point(39.0, 35.0)) < 0.01
    assert chosen(answer)[1] == "levant:ithriya"


def test_a_corrected_end_still_finds_the_road_that_ends_there(towns: Gazetteer) -> None:
    rows = (entry("Foo", "levant:khanasir"),)
    assert chosen(ask(towns, "the Foo-Ithriya road", rows=rows)) == ["levant:khanasir-ithriya"]


def test_other_names_are_weighed_by_the_corrected_place(towns: Gazetteer) -> None:
    assert chosen(ask(towns, "Suran", "Abu Ward", "Hama", rows=())) == [HAMA]
    near_azaz = (spot("Abu Ward", 37.20, 36.56), spot("Hama", 37.21, 36.55, line=3))
    for words in ("Abu Ward", "near Abu Ward"):
        assert chosen(ask(towns, "Suran", words, "near Hama", rows=near_azaz)) == [AZAZ]
    phrase = (spot("15 km north of Hama", 37.20, 36.56),)
    assert chosen(ask(towns, "Suran", "15 km north of Hama", rows=phrase)) == [AZAZ]


@pytest.mark.parametrize(
    "text", ["the Syrian Desert road", "Syrian Desert Road", "along the Syrian desert road"]
)
def test_a_whole_phrase_wins_over_its_parse(curated: Gazetteer, text: str) -> None:
    assert isinstance(ask(curated, text, rows=()), Unresolved)
    rows = (entry("the Syrian Desert road", "levant:khanasir-ithriya"),)
    assert chosen(ask(curated, text, rows=rows)) == ["levant:khanasir-ithriya"]


@pytest.mark.parametrize(
    "text", ["15 km north of Hama", "15 kilometres to the north of Hama", "15 km north of Hamah"]
)
def test_a_corrected_phrase_is_the_final_place(curated: Gazetteer, text: str) -> None:
    answer = ask(curated, text, rows=(spot("15 km north of Hama", 36.7, 35.25),))
    assert isinstance(answer, Resolution)
    assert (answer.footprint.lon, answer.footprint.lat) == (36.7, 35.25)
    assert answer.footprint.uncertainty_m == 800


def test_a_corrected_road_is_met_from_either_end(curated: Gazetteer) -> None:
    rows = (spot("the Khanasir-Ithriya road", 37.6, 35.6),)
    answer = ask(curated, "the road from Ithriya to Khanasir", rows=rows)
    assert isinstance(answer, Resolution)
    assert answer.footprint.lon == 37.6


@pytest.mark.parametrize(
    ("corrected", "text"),
    [
        ("11 km north of Hama", "1 km north of Hama"),
        ("Hill 112", "Hill 12"),
        ("north of Hama", "south of Hama"),
        ("Hama airport", "Hama"),
        ("Khanasir-Ithriya road", "Khanasir"),
    ],
)
def test_what_says_something_else_is_left_alone(
    curated: Gazetteer, corrected: str, text: str
) -> None:
    assert ask(curated, text, rows=(spot(corrected, 10.0, 50.0),)) == ask(curated, text, rows=())


def test_a_town_does_not_stand_for_the_province_of_its_name(curated: Gazetteer) -> None:
    rows = (spot("Hama", 40.0, 34.0),)
    corrections = Corrections(rows)
    expression = parse_place("Hama province")
    (answer,) = resolve_all([expression], curated, corrections=corrections)
    assert chosen(answer) == ["levant:hama-governorate"]
    assert corrections.idle == rows
    assert chosen(ask(curated, "Hama province", rows=(spot("Hama province", 40.0, 34.0),))) == [
        "places:hama-province"
    ]


def test_a_context_must_stand_in_the_document(towns: Gazetteer) -> None:
    rows = (entry("Suran", AZAZ, "Marea", "Afrin"), entry("Suran", HAMA, line=3))
    assert chosen(ask(towns, "Suran", rows=rows)) == [HAMA]
    assert chosen(ask(towns, "Suran", "Afrin", rows=rows)) == [AZAZ]
    for document in ("They left Suran for MAREA.", "the Afreen canton", "(Marea)"):
        assert chosen(ask(towns, "Suran", rows=rows, document=document)) == [AZAZ]
    assert chosen(ask(towns, "Suran", rows=rows, document="Mareabad")) == [HAMA]


@pytest.mark.parametrize("name", ["SOHR", "the coast"])
def test_a_context_may_be_any_word_of_the_report(towns: Gazetteer, name: str) -> None:
    rows = (entry("Suran", AZAZ, name),)
    document = "On the coast nothing moved, SOHR said."
    assert chosen(ask(towns, "Suran", "Hama", rows=rows, document="Nothing moved.")) == [HAMA]
    assert chosen(ask(towns, "Suran", "Hama", rows=rows, document=document)) == [AZAZ]


def test_the_context_with_fewer_names_is_more_specific(towns: Gazetteer) -> None:
    rows = (entry("Suran", AZAZ, "Azaz", "Hama"), entry("Suran", HAMA, "Hama", line=3))
    assert chosen(ask(towns, "Suran", "Azaz", "Hama", rows=rows)) == [HAMA]


def test_two_contexts_that_both_stand_are_told_and_not_guessed(towns: Gazetteer) -> None:
    rows = (entry("Suran", AZAZ, "Azaz"), entry("Suran", HAMA, "Hama", line=3))
    answer = ask(towns, "Suran", "Azaz", "Hama", rows=rows)
    assert isinstance(answer, Unresolved)
    assert answer.status == "ambiguous"
    assert "lines 2 and 3" in answer.reason
    assert [candidate.entry.id for candidate in answer.candidates] == [AZAZ, HAMA]


def test_a_spelling_of_its_own_is_met_before_what_sounds_alike(towns: Gazetteer) -> None:
    rows = (entry("Sawran", AZAZ), entry("Suran", HAMA, line=3))
    assert chosen(ask(towns, "Sawran", rows=rows)) == [AZAZ]
    assert chosen(ask(towns, "Suran", rows=rows)) == [HAMA]
    # A third spelling is neither; the gazetteer decides by itself.
    assert ask(towns, "Souran", rows=rows) == ask(towns, "Souran", rows=())


@pytest.mark.parametrize("text", ["Hama", "15 km from Hama", "between Aleppo and Hama"])
def test_a_text_that_is_no_place_is_set_aside_with_the_line(curated: Gazetteer, text: str) -> None:
    answer = ask(curated, text, rows=(entry("Hama", None, line=9),))
    assert isinstance(answer, Unresolved)
    assert answer.status == "unresolved"
    assert answer.reason == "set aside by places.csv, line 9: as told"


def test_an_entry_that_no_gazetteer_holds_names_the_line(curated: Gazetteer) -> None:
    rows = (entry("Hama", "levant:hama"), entry("Suran", "levant:nowhere", line=3))
    for act in (lambda: ask(curated, "Suran", rows=rows), lambda: Corrections(rows).check(curated)):
        with pytest.raises(GazetteerFormatError) as caught:
            act()
        assert (caught.value.line, caught.value.field) == (3, "entry")
        assert "'levant:nowhere'" in str(caught.value)
    assert chosen(ask(curated, "Hama", rows=rows)) == ["levant:hama"]


def test_corrected_names_are_known_in_running_text(towns: Gazetteer) -> None:
    text = "Shelling was heard in Abu Ward, Independence and Tell Foo-Bar on Friday."
    rows = (
        spot("Abu Ward", 36.9, 35.3), spot("Independence", 36.8, 35.2, line=3),
        spot("the Foo-Bar road", 36.8, 35.2, line=4), entry("Friday", None, line=5),
    )  # fmt: skip

    def names(*given: Correction) -> list[str]:
        return [text[a:b] for a, b in Corrections(given).finder(towns).spans(text)]

    assert "Abu Ward" not in names()
    assert [text[a:b] for a, b in towns.spans(text)] == names()
    assert {"Abu Ward", "Independence", "Bar"} <= set(names(*rows))
    assert "Friday" not in names(*rows)


def test_rows_that_met_nothing_are_told(curated: Gazetteer) -> None:
    rows = (entry("Suran", HAMA), entry("Atlantis", None, line=3), entry("Suran", AZAZ, "Azaz"))
    corrections = Corrections(rows[:2])
    resolve_all([parse_place("near Suran")], curated, corrections=corrections)
    assert corrections.met == {2}
    assert corrections.usage() == "places.csv: 1 of 2 rows used; line 3 'Atlantis' met nothing"
    resolve_all([parse_place("Atlantis")], curated, corrections=corrections)
    assert corrections.usage() == "places.csv: 2 of 2 rows used"
    many = Corrections(tuple(entry(name, None, line=at) for at, name in enumerate("ABCDE", 2)))
    assert many.usage().endswith("lines 2 'A', 3 'B', 4 'C' and 2 more met nothing")


def test_a_row_keeps_its_id_when_others_are_put_before_it(curated: Gazetteer) -> None:
    before = ask(curated, "Abu Ward", rows=(spot("Abu Ward", 36.9, 35.3),))
    after = ask(curated, "Abu Ward", rows=(spot("X", 1, 1), spot("Abu Ward", 36.9, 35.3, line=3)))
    assert chosen(before) == chosen(after) == ["places:abu-ward"]
