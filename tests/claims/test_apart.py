"""Reports on several conflicts in one run are read apart and drawn on one map."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from claims.assess import assess, open_gazetteer
from claims.intake.reader import read_inputs
from claims.report import Report
from claims.sides.theatre_files import load_theatre
from claims.situation import Situation
from claims.written.files import format_claims
from claims.written.read_claims import read_claims
from claims.written.records import claim_records
from gazetteer.errors import GazetteerFormatError
from gazetteer.meaning.corrections import Corrections, read_corrections
from tests.maps.reading import page_value

SYRIA = (
    "Russian warplanes bombed Saraqib in Idlib province, Syria, on Monday. "
    "Opposition fighters captured Morek, the Syrian Observatory for Human Rights said."
)
COAST = (
    "Russian warplanes bombed Gori in Georgia on Monday. "
    "Government troops recaptured Zugdidi, the Georgian military said."
)
SAHEL = (
    "Government troops recaptured Gao in northern Mali on Monday, the Malian army said. "
    "Malian rebels attacked Kidal."
)


@pytest.fixture(autouse=True, scope="module")
def home(tmp_path_factory: pytest.TempPathFactory, shipped_home: Path) -> Iterator[None]:
    """Add a second theatre that shares two ids of sides with the Syrian one."""
    home = tmp_path_factory.mktemp("home")
    (home / "gazetteer").symlink_to(shipped_home / "gazetteer")  # nothing is added to it
    folder = home / "theatres" / "coast"
    folder.mkdir(parents=True)
    (folder / "theatre.yaml").write_text(
        "id: coast\nname: Coast\ntimezone: Asia/Tbilisi\ncountries: [GE]\n"
        "recognise: {sure: [Gori, Zugdidi]}\n"
        "sides:\n- {id: government, name: Government, colour: '#A63C06'}\n"
        "- {id: russia, name: Russia, colour: '#0B6FA4'}\n"
        "- {id: islanders, name: Islanders, colour: '#A88300'}\n"
        "adjectives: {Russian: russia}\n",
        encoding="utf-8",
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FRONTMAP_HOME", str(home))
        yield


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., list[Report]]:
    """Return what gives a report published at noon for each text, with its name as id."""
    noon = datetime(2024, 12, 3, 12, tzinfo=UTC)

    def reports(**texts: str) -> list[Report]:
        found = []
        for name, text in texts.items():
            path = tmp_path / f"{name}.txt"
            path.write_text(text, encoding="utf-8")
            (report,) = read_inputs([path]).reports
            found.append(replace(report, id=name, published=noon))
        return found

    return reports


Reader = Callable[..., list[Report]]


def _sides(situation: Situation, doc: str) -> set[str | None]:
    return {claim.actor_side for claim in situation.claims if claim.doc == doc}


def test_each_report_is_read_with_its_own_theatre_and_no_side_is_shared(read: Reader) -> None:
    both = assess(read(hama=SYRIA, gori=COAST))
    assert {part.theatre.id: part.docs for part in both.parts} == {
        "syria": {"hama"},
        "coast": {"gori"},
    }
    assert _sides(both, "hama") == {"syria/russia", "opposition"}
    assert _sides(both, "gori") == {"coast/russia", "coast/government"}
    assert both.theatre.side("syria/russia").name == "Russia (Syria)"
    assert both.theatre.side("coast/russia").name == "Russia (Coast)"
    assert both.theatre.side("islanders").name == "Islanders"
    assert both.theatre.name == "Syria and Coast"


def test_a_report_that_names_towns_alone_is_kept_apart_by_them(read: Reader) -> None:
    found = assess(read(
        hama=SYRIA,
        south="Fighters captured Kandahar and Lashkar Gah. Kunduz was attacked.",
        coast="Men in boats attacked Cayenne and Kourou.",
        hills="The general said so.",
    ))  # fmt: skip
    assert {part.theatre.name: part.docs for part in found.parts} == {
        "Syria": {"hama", "hills"},
        "Around Afghanistan": {"south"},
        "Around French Guiana": {"coast"},
    }


def test_reports_go_together_where_each_is_set_in_the_others_country(read: Reader) -> None:
    found = assess(read(
        sahel=SAHEL,
        west="Rebels from Mali crossed into Niger and attacked Tillaberi.",
        east="Rebels from Mali attacked Agadez, Zinder and Maradi in Niger.",
        russia="Russian troops shelled Grozny, Argun and Gudermes.",
    ))  # fmt: skip
    assert {part.theatre.name: part.docs for part in found.parts} == {
        "Around Mali": {"sahel"},
        "Around Niger": {"west", "east"},
        "Around Russia": {"russia"},
    }


def test_a_report_gives_the_same_claims_alone_and_beside_another_conflict(read: Reader) -> None:
    reports = read(hama=SYRIA, gori=COAST)
    alone = assess(reports[:1])
    both = assess(reports)
    assert alone.parts == ()
    assert alone.theatre.id == "syria"
    ids = [claim.id for claim in alone.claims]
    assert ids == [claim.id for claim in both.claims if claim.doc == "hama"]
    at = {item.claim.id: item.footprint for item in both.drawn}
    assert all(at[item.claim.id] == item.footprint for item in alone.drawn)
    by_id = {record["id"]: record for record in claim_records(both)}
    records = list(claim_records(alone))
    assert {record["theatre"] for record in records} == {"syria"}
    assert records == [by_id[record["id"]] for record in records]


def test_claims_of_two_theatres_are_not_compared(read: Reader) -> None:
    said = "Opposition fighters captured Morek on Monday, the {} said. It lies near {}."
    texts = {
        "one": said.format("Observatory", "Hama and Idlib in Syria"),
        "two": said.format("Interior Ministry", "Hama and Homs in Syria"),
        "far": said.format("Georgian army", "Gori and Zugdidi"),
    }
    found = assess(read(**texts), gazetteer=open_gazetteer(load_theatre("syria")))
    docs = {claim.id: claim.doc for claim in found.claims}
    pairs = {
        frozenset((item.claim.doc, docs[other]))
        for item in found.drawn
        for other in (*item.agrees_with, *item.contradicts)
    }
    assert {item.claim.doc for item in found.drawn} == {"one", "two", "far"}
    assert pairs == {frozenset(("one", "two"))}


def test_wars_without_a_theatre_are_kept_apart_by_their_countries(read: Reader) -> None:
    south = SAHEL.replace("Mali", "Mozambique").replace("Mozambiquean", "Mozambican")
    south = south.replace("Gao", "Pemba").replace("Kidal", "Nampula")
    found = assess(read(gao=SAHEL, pemba=south, gao2=SAHEL.replace("Monday", "Sunday")))
    assert [(part.theatre.name, part.docs) for part in found.parts] == [
        ("Around Mali", {"gao", "gao2"}),
        ("Around Mozambique", {"pemba"}),
    ]
    assert _sides(found, "gao") == {"around-mali/opposition", "mali"}
    assert "mozambique-government" in _sides(found, "pemba")


def test_a_report_that_names_no_country_goes_with_the_others(read: Reader) -> None:
    short = "Opposition fighters captured Morek on Tuesday. Clashes went on near Suran."
    found = assess(read(hama=SYRIA, short=short))
    assert found.parts == ()
    assert found.theatre.id == "syria"


def test_a_report_on_another_land_stays_apart_whatever_it_shares_with_the_main_war(
    read: Reader,
) -> None:
    desert = (
        "Forces allied to Libya's government took Tiji on Monday, a spokesman in Tripoli said."
        " Turkish drones hit Tarhuna, and Islamic State gunmen attacked Sirte in Libya."
    )
    found = assess(read(hama=SYRIA, hama2=SYRIA.replace("Monday", "Sunday"), sirte=desert))
    assert {part.theatre.name: part.docs for part in found.parts} == {
        "Syria": {"hama", "hama2"},
        "Around Libya": {"sirte"},
    }


def test_a_forced_theatre_reads_every_report(read: Reader) -> None:
    forced = assess(read(hama=SYRIA, gori=COAST), theatre="syria")
    assert forced.parts == ()
    assert _sides(forced, "gori") >= {"russia"}


def test_the_map_has_layers_sides_and_times_for_each_theatre(read: Reader) -> None:
    both = assess(read(hama=SYRIA, gori=COAST))
    value = page_value(both)
    names = [layer["name"] for layer in value["layers"]]
    assert len(names) == len(set(names)) == 12
    for claim in value["claims"]:
        theatre = {"hama": "Syria", "gori": "Coast"}[both.reports[claim["report"]].id]
        assert names[claim["layer"]].startswith(f"{theatre}: ")
        hour = {"Syria": "12:00 UTC+3", "Coast": "12:00 UTC+4"}[theatre]
        assert claim["published"].endswith(hour)
    assert "Russia (Coast)" in {side["name"] for side in value["sides"]}
    assert value["title"].startswith("Syria and Coast: what is claimed")


def test_claims_that_were_written_apart_are_read_apart_again(tmp_path: Path, read: Reader) -> None:
    both = assess(read(hama=SYRIA, gori=COAST))
    path = tmp_path / "claims.jsonl"
    path.write_text(format_claims(both, "jsonl"), encoding="utf-8")
    again = assess([], stated=read_claims(path))
    assert [(c.id, c.actor_side) for c in again.claims] == [
        (c.id, c.actor_side) for c in both.claims
    ]
    assert {part.theatre.id for part in again.parts} == {"syria", "coast"}


def test_a_correction_serves_the_theatre_whose_places_hold_it(tmp_path: Path, read: Reader) -> None:
    path = tmp_path / "places.csv"
    # The second row's name stands in the report of a theatre that does not hold its entry.
    path.write_text("text,entry\nMorek,syria:hama\nGori,syria:suran\n", encoding="utf-8")
    rows = Corrections(read_corrections(path), path)
    both = assess(read(hama=SYRIA, gori=COAST), corrections=rows)
    assert rows.met == {2}
    chosen = {c.entry.id for item in both.drawn for c in item.resolution.chosen}
    assert "syria:hama" in chosen
    path.write_text("text,entry\nMorek,syria:atlantis\n", encoding="utf-8")
    rows = Corrections(read_corrections(path), path)
    with pytest.raises(GazetteerFormatError, match="atlantis"):
        assess(read(hama=SYRIA, gori=COAST), corrections=rows)
