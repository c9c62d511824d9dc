"""Reports in capitals say what they say in small letters: the same claims in both writings."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from claims.events.extract import extract
from claims.intake.sections import find_sections
from claims.report import Report
from claims.sides.theatre_files import recognise_theatre
from gazetteer.index import Gazetteer

SALVADOR = (
    "SAN SALVADOR, 22 Feb 89 (Istmo) -- The Armed Forces Press Committee, COPREFA, reported today"
    " that a column of Farabundo Marti National Liberation Front (FMLN) guerrillas attacked the"
    " National Guard post in Zaragoza, La Libertad department, early this morning.\n"
    "It was also reported that the guerrillas blew up four power towers near Santiago Nonualco, La"
    " Paz department, last night.\n"
    "Meanwhile, units of the Atlacatl Battalion clashed with rebels near Suchitoto, 30 km north of"
    " San Salvador.\n"
    "The clandestine Radio Farabundo Marti, however, claimed that the rebels occupied Zaragoza for"
    " 3 hours. The radio added that another guerrilla column ambushed an army truck near Aguilares."
)
MOZAMBIQUE = (
    "MAPUTO, Mozambique -- The chief of staff denied that the bandits have occupied Gile, as was"
    " reported by a South African radio station. He admitted, however, that the rebels attacked"
    " Milange.\n"
    "The General Staff announced that its units have recaptured the town of Morrumbala, in Zambezia"
    " Province.\n"
    "Zimbabwean soldiers repelled an attack on Nhamatanda last Thursday."
)
COLOMBIA = (
    "BOGOTA, Colombia -- Ecopetrol said that pumping has been suspended. The FARC commanders, for"
    " their part, denied in a communique that the army has seized Uribe. According to the"
    " communique, planes have bombed Mesetas.\n"
    "General Rodrigo Caicedo confirmed that fighting is still going on in the rural area of Caceres"
    " municipality."
)


def told(text: str) -> list[tuple[str, ...]]:
    report = Report(
        id="writing",
        text=text,
        published=datetime(1989, 2, 23, tzinfo=UTC),
        sections=find_sections(text),
    )
    claims = extract(report, recognise_theatre([text]), Gazetteer())
    return [
        (
            claim.action.value,
            claim.status.value,
            (claim.place.text if claim.place else "").upper(),
            str(claim.actor_side),
            str(claim.opponent_side),
            claim.claimant.upper().replace("OUTLET", ""),
            f"{claim.when.interval.start:%Y-%m-%d}" if claim.when else "",
        )
        for claim in claims
    ]


@pytest.mark.parametrize("text", [SALVADOR, MOZAMBIQUE, COLOMBIA], ids=lambda text: text[:12])
def test_a_report_says_the_same_in_capitals(text: str) -> None:
    small = told(text)
    assert len(small) >= 3
    assert told(text.upper()) == small
