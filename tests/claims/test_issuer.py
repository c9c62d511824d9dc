"""Whose communiqué a text is, and what that makes of its sentences."""

from __future__ import annotations

import pytest

from claims.claimants.attribution import Speakers, attribute
from claims.claimants.issuer import find_issuer
from claims.fighters.actors import ActorFinder
from claims.sides.theatre_files import neutral_theatre
from claims.words import sentences

BODY = "\n\nOur units liberated Kilu. The enemy fled to Doma."
STORY = "\n\nTroops took Kilu on Monday, residents said."


@pytest.mark.parametrize(
    ("heading", "issuer"),
    [
        ("Statement of the Ministry of Defence, 4 October 2020", "Ministry of Defence"),
        (
            "STATEMENT BY THE GENERAL COMMAND OF THE ARMED FORCES",
            "GENERAL COMMAND OF THE ARMED FORCES",
        ),
        ("Military Communiqué No. 17 of the Northern Front", "Northern Front"),
        ("Press release - Popular Liberation Army", "Popular Liberation Army"),
        ("Evening update of the General Staff on the situation in the east", "General Staff"),
        ("Northern Front: military communiqué No. 7", "Northern Front"),
        ("Joint Command Morning Operational Update", "Joint Command"),
        ("Orunian Defence Ministry's report on the operation", "Orunian Defence Ministry"),
        ("Information of the Ministry of Defence on the front", "Ministry of Defence"),
        ("Ministry of Defence of Orunia - Daily Bulletin, 3 May", "Ministry of Defence of Orunia"),
        ("Statement from the People's Guard (PG)", "People's Guard"),
        (
            "In the name of the people\nStatement issued by the Revolutionary Command",
            "Revolutionary Command",
        ),
        ("Ministry of Defence", "Ministry of Defence"),
        ("DEFENCE HEADQUARTERS\nPRESS STATEMENT", "DEFENCE HEADQUARTERS"),
        (
            "RADIO KILU IN SPANISH\n[COMMUNIQUE ISSUED BY THE COAST FRONT COMMAND ON 17 NOVEMBER]",
            "COAST FRONT COMMAND",
        ),
        ("RENAMO\nPress release, 4 May 1989", "RENAMO"),
        (
            "General Staff of the Orunian Army - operational information as of 18:00, 9 May",
            "General Staff of the Orunian Army",
        ),
        (
            "Orunian Armed Forces - Office of the Official Spokesman\nPress statement, 12 May",
            "Orunian Armed Forces",
        ),
        ("Kilu Army Command - Directorate of Orientation: communique", "Kilu Army Command"),
        ("Defence Headquarters, Kilu. Press release.", "Defence Headquarters"),
        ("Inter Services Public Relations: sitrep", "Inter Services Public Relations"),
        ("Issued by the Coast Front on 4 May 1989", "Coast Front"),
        ("Coast Front Information Office, 4 May 1989", "Coast Front"),
        (
            "[Text] We shall now read communique No. 7 of the Coast Front, dated 4 May:",
            "Coast Front",
        ),
        ("The Coast Front informs the people of what took place.", "Coast Front"),
        (
            "Kilu was calm. The Coast Command said this on Facebook, Coast News reports.",
            "Coast Command",
        ),
        ("Kilu was shelled. This was reported on Monday by the Coast Command.", "Coast Command"),
        (
            "THE COAST FRONT (CF) GENERAL COMMAND REPORTS TO OUR PEOPLE THAT IT ATTACKED.",
            "COAST FRONT (CF) GENERAL COMMAND",
        ),
    ],
)
def test_a_heading_names_whose_communique_it_is(heading: str, issuer: str) -> None:
    assert find_issuer(heading + BODY) == issuer


@pytest.mark.parametrize(
    "text",
    [
        "Situation report No. 4 of OCHA" + STORY,
        "Daily report of the Coastal Observatory" + STORY,
        "Statement of the UN mission on the fighting" + STORY,
        "Ministry of Defence" + STORY,
        "Statement by Ministry of Defence angers mourners" + STORY,
        "The Ministry of Defence said on Monday that its units hold Kilu.",
        "KASSA, May 4 (Coast News) - The statement of the Northern Front was read on the radio."
        + STORY,
        "Rebels take Kilu" + STORY,
        "ARMY SAYS IT HOLDS KILU AS REBELS POUR IN GUARD" + BODY,
        "Coast Command said this was a lie" + BODY,
        "Kilu was calm. The Coast Command said this on Facebook." + STORY,
        "Coast Front informs mediators of a boycott" + BODY,
        "Coast Front announces an offensive" + BODY,
        "The Coast Front reports to its leader" + BODY,
        'The Coast Front informs the people of its plans. "Our units hold Kilu," it says.' + STORY,
    ],
)
def test_a_report_about_a_body_is_not_its_communique(text: str) -> None:
    assert find_issuer(text) == ""


def test_a_signature_names_the_body_where_the_text_speaks_of_our_forces() -> None:
    assert find_issuer("To our people" + BODY + "\n\nGeneral Command") == "General Command"
    assert find_issuer("To our people" + STORY + "\n\nGeneral Command") == ""


def test_a_communique_speaks_for_its_body_and_passes_others_on() -> None:
    text = "Statement of the Northern Front\n\nKilu is ours. Residents said troops burned the mill."
    speakers = Speakers(theatre=neutral_theatre(()), text=text, outlet="Northern Front")
    start = text.index("Kilu")
    cues = [c for found in speakers.read(list(sentences(text, start, len(text)))) for c in found]
    own = attribute(cues, text.index("ours"))
    told = attribute(cues, text.index("burned"))
    assert (own.claimant, own.via) == ("Northern Front", ())
    assert (told.claimant, told.via) == ("Residents", ("Northern Front",))


def test_the_ministry_of_a_communique_is_the_one_that_issues_it() -> None:
    text = "Statement of the Ministry of Defence\n\nThe ministry said that Kilu is ours."
    speakers = Speakers(theatre=neutral_theatre(()), text=text)
    start = text.index("The ministry")
    cues = [c for found in speakers.read(list(sentences(text, start, len(text)))) for c in found]
    assert attribute(cues, text.index("ours")).claimant == "Ministry of Defence"


def test_a_command_speaks_for_the_front_whose_it_is() -> None:
    text = (
        "Communique No. 12\nThe General Command of the Red Falcon Front\n\n"
        "Our fighters ambushed an army convoy near Bambari in the Central African Republic."
    )
    issuer = "General Command of the Red Falcon Front"
    assert ActorFinder(neutral_theatre(()), text, issuer).own_voice == "red-falcon-front"


@pytest.mark.parametrize("body", ["We withdrew from Kilu.", "Enemy aircraft bombed Kilu."])
def test_who_signs_issues_what_is_told_as_we_or_of_the_enemy(body: str) -> None:
    assert find_issuer(f"To our people\n\n{body}\n\nGeneral Command") == "General Command"


@pytest.mark.parametrize(
    "heading",
    [
        "(CLANDESTINE) RADIO VENCEREMOS IN SPANISH TO EL SALVADOR 1830 GMT 19 NOV 89\n[TEXT] ",
        "SAN SALVADOR, 19 NOV 89 (RADIO VENCEREMOS) -- ",
    ],
)
def test_the_station_of_a_group_speaks_for_it_where_it_is_what_was_heard(heading: str) -> None:
    assert find_issuer(f"{heading}OUR FORCES HOLD ORU.") == "RADIO VENCEREMOS"
    assert find_issuer(f"{heading.replace('VENCEREMOS', 'ORU')}OUR FORCES HOLD ORU.") == ""


def test_a_sentence_in_capitals_is_no_heading() -> None:
    assert find_issuer("OUR FORCES HOLD ORU. THE ARMY HAS BOMBED MARU. WE TOOK BELA.") == ""


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("THE COAST FRONT REPORTS THAT OUR FORCES HOLD ORU.", "COAST FRONT"),
        ("The Coast Front said in a broadcast: our fighters hold Oru.", "Coast Front"),
        ("RADIO VENCEREMOS INFORMS THAT OUR UNITS HOLD ORU.", "RADIO VENCEREMOS"),
        ("ATTENTION. A WAR COMMUNIQUE FROM THE COAST FRONT: OUR FORCES HOLD ORU.", "COAST FRONT"),
        ("The army said that our correspondent was in Oru when the enemy shelled it.", ""),
        ('"Our forces hold Oru," the Coast Front said.', ""),
    ],
)
def test_who_states_what_our_forces_did_issues_it(text: str, issuer: str) -> None:
    assert find_issuer(text) == issuer


def test_a_long_sentence_in_capitals_signs_nothing() -> None:
    last = (
        "THE TYRANT AND HIS ARMY TALK OF PEACE TO THE FOREIGN GUESTS AND KILL THE PEOPLE AT NIGHT."
    )
    assert not find_issuer(f"OUR FORCES HOLD ORU.\n{last}")
