"""Whose strikes are those on a land where no words name anybody, in sentences of our own."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest

from claims.assess import open_gazetteer
from claims.claim import Claim
from claims.events.extract import extract
from claims.events.spots.name_finder import NameFinder
from claims.intake.sections import find_sections
from claims.report import Report
from claims.sides.theatre import Theatre
from claims.sides.theatre_files import load_theatre, recognise_theatre


@cache
def _names(theatre: Theatre, home: Path) -> NameFinder:
    return open_gazetteer(theatre, home=home)


def _claims(text: str, known: Theatre, home: Path) -> list[Claim]:
    report = Report(
        id="land",
        text=text,
        published=datetime(2024, 12, 5, tzinfo=UTC),
        sections=find_sections(text),
    )
    return extract(report, known, _names(known, home))


@pytest.mark.parametrize(
    ("theatre", "text", "place", "side"),
    [
        ("ukraine", "Glide bombs fell on Sumy on Sunday night.", "Sumy", "russia"),
        ("ukraine", "In Kramatorsk a missile destroyed a house.", "Kramatorsk", "russia"),
        ("ukraine", "A drone hit a fuel depot in Belgorod overnight.", "Belgorod", "ukraine"),
        ("ukraine", "Sumy was hit by more than 20 glide bombs.", "Sumy", "russia"),
        ("ukraine", "Shells fell on Donetsk on Sunday night.", "Donetsk", None),
        ("ukraine", "Bombs fell on Sumy, the Russian defence ministry said.", "Sumy", None),
        ("ukraine", "Russian troops hold Sumy. Shells fell on Sumy.", "Sumy", "ukraine"),
        ("ukraine", "Kramatorsk has fallen.", "Kramatorsk", "russia"),
        ("gaza-lebanon", "Israel shelled Rafah. Air strikes hit Gaza.", "Gaza", "israel"),
        ("gaza-lebanon", "Hamas attacked tanks. Rockets hit Ashkelon.", "Ashkelon", None),
        ("iraq", "Iran attacked Iraqi troops at Faw. Shells hit Basra.", "Basra", "iran"),
        ("syria", "Rebels attacked the army at Idlib. Shells hit Homs.", "Homs", None),
        ("ukraine", "Kupiansk has been captured.", "Kupiansk", None),
        ("ukraine", "Shells hit Sudzha.", "Sudzha", None),
        ("ukraine", "A rocket misfired and hit Belgorod.", "Belgorod", None),
        ("ukraine", "A bomb exploded in Belgorod.", "Belgorod", None),
        ("ukraine", "A jet lost a bomb. The bomb hit Belgorod.", "Belgorod", None),
        (
            "gaza-lebanon",
            "Israel attacked Hezbollah at Khiam. IS attacked Hezbollah at Arsal. Baalbek was hit.",
            "Baalbek",
            None,
        ),
        ("iraq", "Iran took Basra from Iraqi troops. Shells hit Abadan.", "Abadan", "iraq-gov"),
        ("iraq", "Iran took Abadan from Iraqi troops. Shells hit Dezful.", "Dezful", None),
        ("iraq", "Iran held Faw against Iraqi troops. Shells hit Basra.", "Basra", "iran"),
        ("iraq", "Iran attacked Iraqi troops at Faw. Basra was attacked.", "Basra", None),
        ("iraq", "Iran attacked Iraqi troops at Faw. Basra fell. Shells hit Basra.", "Basra", None),
        (
            "",
            "Eritrea attacked Ethiopian troops at Badme. TPLF men attacked Adwa. Mekele was hit.",
            "Mekele",
            None,
        ),
        (
            "",
            "Armenian forces attacked Azerbaijani troops at Aghdara. Shells hit Stepanakert.",
            "Stepanakert",
            None,
        ),
        (
            "",
            "Azerbaijani troops took Fuzuli from Armenian forces. Shells hit Ganja.",
            "Ganja",
            None,
        ),
        ("", "Eritrean forces shelled Ethiopian troops at Adigrat. Bombs hit Asmara.", "Asmara",
         "ethiopia"),
    ],
)  # fmt: skip
def test_strikes_on_a_land_are_those_of_whom_it_fights(
    theatre: str, text: str, place: str, side: str | None, shipped_home: Path
) -> None:
    known = load_theatre(theatre) if theatre else recognise_theatre([text])
    claims = _claims(text, known, shipped_home)
    told = [c.actor_side for c in claims if c.place and place in c.place.heads and not c.actor]
    assert told[-1:] == [side]


@pytest.mark.parametrize(
    ("last", "side"),
    [
        ("JNIM has also increased pressure on Burkinabe forces.", "burkina-faso-government"),
        ("Burkinabe forces were told. Chadian forces hold Faya.", None),
        ("Burkinabe forces were told. Malian troops came in.", "mali"),
    ],
)
def test_the_army_at_a_place_abroad_is_that_of_the_land_told_of_last(
    last: str, side: str | None, shipped_home: Path
) -> None:
    text = (
        "Malian troops attacked JNIM fighters near Kidal and Malian jets bombed Tessalit. "
        f"Malian soldiers hold Gao. {last} The army recaptured Djibo."
    )
    known = recognise_theatre([text])
    claims = _claims(text, known, shipped_home)
    assert [c.actor_side for c in claims if c.place and "Djibo" in c.place.heads] == [side]


def test_troops_abroad_are_those_of_the_state_that_tells_of_them(shipped_home: Path) -> None:
    text = (
        "Ethiopian troops push on\nADDIS ABABA - Ethiopian forces broke through Eritrean lines, "
        "the government spokeswoman Jane Roe said on Wednesday. She said troops had captured "
        "Barentu on Monday.\n\nEritrea denied it. In Asmara, presidential adviser Jan Roe told "
        "reporters that Eritrean units had repelled an Ethiopian attack on Tuesday.\n\n"
        "Ethiopian warplanes bombed the airport at Asmara. Ethiopia said it would go on."
    )
    claims = _claims(text, recognise_theatre([text]), shipped_home)
    told = [c.actor_side for c in claims if c.place and "Barentu" in c.place.heads]
    assert told[:1] == ["ethiopia"]
