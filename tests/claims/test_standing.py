"""Origins, voices, links, interest and grades of claims."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from claims.assess import assess, open_gazetteer
from claims.claim import Action, Claim, Span
from claims.intake.reader import read_inputs
from claims.report import Report
from claims.sides.theatre_files import load_theatre
from claims.situation import NotDrawn, ResolvedClaim, Situation
from claims.weighing.grade import credibility, reliability
from claims.weighing.origins import find_origins
from claims.weighing.standing import compared
from claims.weighing.voices import count_voices
from gazetteer.expression import parse_place
from gazetteer.index import Gazetteer

SYRIA = load_theatre("syria")
WIRE = (
    "Opposition fighters captured the town of Suran on Tuesday after two days of fighting, the "
    "Syrian Observatory for Human Rights said. Residents had left the town when the shelling began "
    "on Sunday, and the roads towards the south were full of cars and carts all through the night."
)


@pytest.fixture(scope="module")
def gazetteer(shipped_home: Path) -> Gazetteer:
    return open_gazetteer(SYRIA, home=shipped_home)


def reports(folder: Path, **texts: str) -> tuple[Report, ...]:
    for name, text in texts.items():
        body = f" date 2024-12-04\n\nA town changes hands\n\n{text}\n"
        (folder / f"{name}.txt").write_text(body, encoding="utf-8")
    return read_inputs([folder]).reports


def situation(found: tuple[Report, ...], gazetteer: Gazetteer) -> Situation:
    return assess(found, theatre=SYRIA, gazetteer=gazetteer)


def by_words(found: Situation, words: str) -> ResolvedClaim | NotDrawn:
    return next(i for i in (*found.drawn, *found.not_drawn) if words in i.claim.quote)


def test_ten_copies_of_a_story_change_no_count(tmp_path: Path, gazetteer: Gazetteer) -> None:
    one = situation(reports(tmp_path, a=WIRE), gazetteer)
    copies = {f"copy{n}": WIRE.replace("fighting", "fighting,") + f" Page {n}." for n in range(10)}
    many = situation(reports(tmp_path, **copies), gazetteer)
    assert {item.origin for item in many.drawn} == {"a"}
    first, again = by_words(one, "Suran"), by_words(many, "Suran")
    assert first.standing is not None
    assert again.standing is not None
    assert first.standing.voices == again.standing.voices == 1
    assert first.standing.grade.code == again.standing.grade.code


def test_two_stories_on_one_day_are_two_origins(tmp_path: Path) -> None:
    other = "The army said it had sent more guns to Hama and closed the road to the north at noon."
    found = reports(tmp_path, a=WIRE, b=other)
    assert find_origins(found) == {"a": "a", "b": "b"}


def test_a_named_agency_joins_copies_that_were_cut_and_rewritten(tmp_path: Path) -> None:
    half = WIRE.split(". ")[1] + (
        " The governor spoke of a calm night and asked for patience on the radio, while traders in "
        "the market said that bread had become dear and that many shops would stay shut this week."
    )
    plain = reports(tmp_path, a=WIRE, b=half)
    assert find_origins(plain) == {"a": "a", "b": "b"}
    named = {"a": "reuters", "b": "reuters"}
    assert find_origins(plain, copied_from=named) == {"a": "a", "b": "a"}


def test_origins_of_many_reports_are_found_in_linear_time(tmp_path: Path) -> None:
    (base,) = reports(tmp_path, a=WIRE)
    many = [replace(base, id=f"r{n}") for n in range(3_000)]
    assert set(find_origins(many).values()) == {"r0"}


@pytest.mark.parametrize(
    ("said", "voices"),
    [
        ([("m", "1")], 1),
        ([("m", "1"), ("m", "2")], 1),
        ([("m", "1"), ("n", "1")], 1),
        ([("m", "1"), ("n", "2")], 2),
        ([("m", "1"), ("n", "1"), ("m", "2")], 2),
        ([("a", "1"), ("b", "1"), ("b", "2"), ("c", "2"), ("c", "3")], 3),
        ([], 0),
    ],
)
def test_voices_are_claimants_with_an_origin_of_their_own(
    said: list[tuple[str, str]], voices: int
) -> None:
    assert count_voices(said) == voices


def test_opposite_effects_are_linked_both_ways(tmp_path: Path, gazetteer: Gazetteer) -> None:
    other = (
        "The Syrian army repelled an attack by opposition fighters on Suran on Tuesday, SANA said."
    )
    found = situation(reports(tmp_path, a=WIRE, b=other), gazetteer)
    gain, hold = by_words(found, "captured the town"), by_words(found, "repelled")
    assert hold.claim.id in gain.contradicts
    assert gain.claim.id in hold.contradicts


def test_a_gain_and_the_loss_that_goes_with_it_agree(tmp_path: Path, gazetteer: Gazetteer) -> None:
    found = situation(
        reports(
            tmp_path,
            a=WIRE,
            b="The Syrian army withdrew from Suran on Tuesday after fighters took the town, "
            "a Syrian army spokesman said by telephone from the capital in the evening.",
        ),
        gazetteer,
    )
    claim = by_words(found, "captured the town")
    assert claim.agrees_with
    assert claim.standing is not None
    assert claim.standing.voices == 2


def test_a_loss_told_by_its_own_side_is_against_interest(
    tmp_path: Path, gazetteer: Gazetteer
) -> None:
    found = situation(
        reports(tmp_path, a="The Syrian army withdrew from Suran on Tuesday, SANA said."), gazetteer
    )
    claim = by_words(found, "withdrew from")
    assert claim.standing is not None
    assert claim.standing.against_interest
    assert claim.standing.grade.code == "D2"
    assert "against the speaker's own interest" in claim.standing.grade.why_credible


def test_a_story_told_by_one_voice_in_one_report_is_no_quarrel(
    tmp_path: Path, gazetteer: Gazetteer
) -> None:
    text = (
        "Opposition fighters captured Suran on Tuesday. Government forces recaptured Suran later."
    )
    found = situation(reports(tmp_path, a=text), gazetteer)
    assert all(not item.contradicts for item in found.drawn)


@pytest.mark.parametrize(
    ("given", "figure"),
    [
        ({"voices": 3, "camps": 2, "against": 0}, 1),
        ({"voices": 3, "camps": 1, "against": 0}, 2),
        ({"voices": 2, "camps": 2, "against": 0}, 2),
        ({"voices": 1, "camps": 1, "against": 0}, 3),
        ({"voices": 2, "camps": 1, "against": 1}, 3),
        ({"voices": 1, "camps": 1, "against": 1}, 4),
        ({"voices": 1, "camps": 1, "against": 2}, 5),
        ({"voices": 5, "camps": 2, "against": 0, "comparable": False}, 6),
        ({"voices": 1, "camps": 1, "against": 0, "against_interest": True}, 2),
    ],
)
def test_credibility_follows_the_voices(given: dict[str, int], figure: int) -> None:
    asked = {"comparable": True, "against_interest": False} | given
    number, why = credibility(**asked)
    assert number == figure
    assert why.strip()


def test_both_sides_own_voices_are_graded_alike() -> None:
    kinds: dict[str, set[str]] = {}
    for source in SYRIA.sources:
        kinds.setdefault(source.kind, set()).add(reliability(source.name, SYRIA)[0])
    assert all(len(letters) == 1 for letters in kinds.values()), kinds
    assert reliability("outlet", SYRIA)[0] == "C"
    assert reliability("a person nobody knows", SYRIA)[0] == "E"
    assert reliability("Jane Nobody", SYRIA)[0] == "F"


def told(number: int, claimant: str = "outlet", **changes: object) -> NotDrawn:
    claim = Claim(
        id=f"c{number}",
        doc=f"d{number}",
        quote="q",
        span=Span(start=0, end=1),
        claimant=claimant,
        actor_side="government",
        opponent_side="opposition",
        action=Action.CAPTURE,
        place=parse_place("Tirsa"),
        published="2024-12-04T00:00:00+00:00",
    )
    origin = str(changes.pop("origin", f"o{number}"))
    claim = replace(claim, **changes)  # type: ignore[arg-type]
    return NotDrawn(claim=claim, reason="unresolved", detail="", origin=origin)


def voices_of(*items: NotDrawn) -> list[int]:
    return [item.standing.voices for item in compared(items, SYRIA) if item.standing]


def test_two_papers_that_credit_one_agency_are_one_voice_with_it() -> None:
    papers = [told(n, outlet=f"Paper {n}", via=("Reuters",)) for n in (1, 2)]
    assert voices_of(*papers) == [1, 1]
    assert voices_of(*papers, told(3, outlet="Reuters")) == [1, 1, 1]
    assert voices_of(*papers, told(3, outlet="Paper 3")) == [2, 2, 2]


def test_what_two_people_told_one_agency_is_one_voice() -> None:
    people = [told(1, "a fisherman", via=("Reuters",)), told(2, "a nurse", via=("Reuters",))]
    assert voices_of(*people) == [1, 1]


def test_a_copy_that_does_not_name_its_outlet_speaks_for_the_same_one() -> None:
    copies = [told(1, outlet="Xinhua"), told(2, origin="o1"), told(3, outlet="Paper 3")]
    assert voices_of(*copies) == [2, 2, 2]


def test_an_allys_gain_is_not_against_interest_and_an_enemys_is() -> None:
    fights = told(9, "nobody", actor_side="russia")
    ally = told(1, "Kremlin", opponent_side=None)
    enemy = told(2, "Kremlin", actor_side="opposition", opponent_side=None)
    standings = [item.standing for item in compared([ally, enemy, fights, told(8)], SYRIA)]
    against = [standing.against_interest for standing in standings if standing]
    assert against == [False, True, False, False]


def test_a_person_with_and_without_office_is_one_voice(
    tmp_path: Path, gazetteer: Gazetteer
) -> None:
    office = (
        "Opposition fighters took the town of Suran on Tuesday, Jan Roe, a spokesman for police, "
        "told reporters by telephone from the city while it rained."
    )
    name = "On Tuesday opposition fighters captured Suran, Jan Roe said in a short message."
    other = "On Tuesday opposition fighters captured Suran, Kim Lar said in a brief note."
    found = situation(reports(tmp_path, a=office, b=name), gazetteer)
    assert [item.standing and item.standing.voices for item in found.drawn] == [1, 1]
    found = situation(reports(tmp_path, a=office, b=other), gazetteer)
    assert [item.standing and item.standing.voices for item in found.drawn] == [2, 2]
