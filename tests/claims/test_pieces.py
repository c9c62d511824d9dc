"""A digest is taken to pieces by its wars, in whatever form it comes; prose stays whole."""

from __future__ import annotations

import pytest

from claims.assess import assess
from claims.claim import is_in
from claims.documents import documents_of
from claims.pieces import pieces
from claims.sides.theatre_files import cue_table
from tests.claims.digest_texts import LIBYA, SUDAN, SYRIA, report_of, sourced


@pytest.mark.parametrize(
    "text",
    [
        # A title, a paragraph that leads in, sections of prose.
        (
            "WAR WATCH: THE WEEK\n\nOur writers look back on a week of war.\n\n"
            "Syria\n\nGovernment troops recaptured Morek. Rebels shelled Suran.\n\n"
            "Rebels withdrew from Kafr Zita.\n\n"
            "Sudan\n\nThe Rapid Support Forces captured Bara. The army bombed Nyala."
        ),
        # Numbers, and lands in front.
        "Brief:\n1. Syrian rebels shelled Suran today.\n2. The Rapid Support Forces captured Bara.",
        "Syria: Rebels shelled Suran.\n\nSudan: The Rapid Support Forces captured Bara.",
        # Lines that are broken.
        (
            "- Syrian rebels shelled Suran, where\n  a house burnt.\n"
            "- The Rapid Support Forces captured Bara.\n  The army bombed Nyala."
        ),
        # A heading that names no land ends the reach of the one before it.
        (
            "Syrian civil war\nRebels shell Suran. (SOHR)\nFighting in Africa\n"
            "The Rapid Support Forces capture Bara. (AP)\nBusiness\nPrices of oil rise. (DW)"
        ),
    ],
)
def test_digests_come_in_many_forms(text: str) -> None:
    found = assess([report_of(text)])
    assert [part.theatre.id for part in found.parts] == ["syria", "sudan"]
    told = [(found.theatre_of(claim).id, claim.quote) for claim in found.claims]
    assert any("Bara" in quote for theatre, quote in told if theatre == "sudan")
    assert any("Suran" in quote for theatre, quote in told if theatre == "syria")
    assert not any("Bara" in quote for theatre, quote in told if theatre == "syria")
    assert not any("Suran" in quote for theatre, quote in told if theatre == "sudan")


PROSE = (
    "Syrian rebels captured Morek on Monday, the Syrian Observatory for Human Rights said. "
    "Turkish troops watched from across the border.\n"
    "In Moscow, the Russian foreign minister said that Sudan and Libya showed what came of such "
    "wars; in Khartoum, the Rapid Support Forces had attacked the palace.\n"
    "Government aircraft bombed Suran.\n"
)


@pytest.mark.parametrize(
    "text",
    [
        PROSE,
        f"Syria\n{PROSE}",
        # One war: its neighbours, its allies, what is said of it abroad.
        sourced(
            SYRIA,
            ("Turkish aircraft bomb positions near Tell Abyad. (Hurriyet)",),
            ("Rockets fired from Syria hit the Lebanese town of Hermel. (NNA)",),
            ("The Brazilian parliament debates the war. (O Globo)",),
            ("French aircraft attack a convoy. (AFP)",),
        ),
        # Soldiers from afar in its towns.
        sourced(SYRIA, ("Kenyan soldiers are killed in an attack near Hama. (AFP)",)),
        # One war without a theatre, and beside it.
        sourced(LIBYA, ("Gunmen attack a convoy in Niger. (AFP)",)),
        # Names of places in a list, and a paragraph that is not in the form of the others.
        "Shelled in Syria and Sudan were:\n- Morek, Syria\n- El Obeid, Sudan\n- Bara, Sudan",
        f"{SYRIA[0]}\n{SUDAN[0]}\n{PROSE}",
        # One war in two lands: what leads in tells of all, and so does the head of a list.
        (
            "Coalition aircraft conducted nine strikes on the Islamic State in Syria and Iraq.\n\n"
            "Syria\n- Near Raqqa, two strikes destroyed a supply route of the group.\n\n"
            "Iraq\n- Near Mosul, seven strikes destroyed a bridge and two mortars."
        ),
        (
            "Strikes of the week\n\nIraq\n- Near Mosul, seven strikes destroyed a bridge.\n\n"
            "Syria\n- Near Raqqa, two strikes destroyed a supply route of the group."
        ),
        # A single item is no list.
        SUDAN[0],
    ],
)  # fmt: skip
def test_a_text_on_one_war_or_in_prose_stays_whole(text: str) -> None:
    report = report_of(text)
    assert pieces(report, cue_table()) == ()
    (document,) = documents_of([report], (), cue_table())
    assert document.own == ()


def test_an_item_without_a_cue_goes_with_the_one_before_it() -> None:
    report = report_of(
        sourced(SYRIA, SUDAN[:1], ("Two villages near there are burnt. (AP)",), LIBYA)
    )
    _, sudan, _ = pieces(report, cue_table())
    assert "burnt" in report.text[sudan[-1].start : sudan[-1].end]


def test_a_power_that_fights_in_two_wars_goes_on_in_the_one_told_before() -> None:
    ukraine = (
        "Ukraine's military says that its troops have retaken Robotyne. (Suspilne)",
        "Russian drones hit three warehouses and a bridge. (Reuters)",
    )
    drones = ukraine[1]
    report = report_of(sourced(SYRIA, ukraine, (SYRIA[0], drones), SYRIA))
    _, own = pieces(report, cue_table())
    at = [report.text.index(drones), report.text.rindex(drones)]
    assert [is_in(start, own) for start in at] == [True, False]
