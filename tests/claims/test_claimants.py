"""Who asserts what, in sentences from wars of all kinds, written for this test.

``claimants.csv`` holds a text, a word of the event in it, its claimant ("!" where it is denied) and
who passed it on ("*" where that is another test's matter). "H:" marks a headline, "\\n" a new
paragraph.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from claims.claimants.attribution import Attribution, Speakers, attribute
from claims.sides.theatre import Source, Theatre
from claims.words import sentences

THEATRE = Theatre(
    id="test",
    name="Test",
    timezone="UTC",
    sources=(
        Source(id="monitor", name="Coastal War Monitor", aliases=("CWM", "war monitor")),
        Source(id="mod", name="Defence Ministry", aliases=("Defense Ministry",)),
        Source(id="ona", name="ONA", aliases=("state media", "Orunian state media")),
    ),
)
with (Path(__file__).parent / "claimants.csv").open(encoding="utf-8", newline="") as table:
    ROWS = [tuple(row.values()) for row in csv.DictReader(table)]


def attributed(text: str, event: str, *, headline: bool = False, outlet: str = "") -> Attribution:
    speakers = Speakers(theatre=THEATRE, text=text + " CWM", outlet=outlet)
    cues, start = [], 0
    for line in text.split("\n"):
        paragraph = list(sentences(text, start, start + len(line)))
        start += len(line) + 1
        for found in speakers.read(paragraph, headline=headline):
            cues += found
    return attribute(cues, text.index(event))


@pytest.mark.parametrize(("text", "event", "claimant", "via"), ROWS)
def test_the_claimant_is_who_says_so(text: str, event: str, claimant: str, via: str) -> None:
    written = text.removeprefix("H:").replace("\\n", "\n")
    said = attributed(written, event, headline=text.startswith("H:"))
    assert said.claimant + ("!" if said.denies else "") == claimant
    if via != "*":
        assert ", ".join(said.via) == via


def test_the_outlet_speaking_of_itself_is_the_outlet() -> None:
    text = "The Study Group has observed that rebels advanced near Kilu."
    assert attributed(text, "advanced", outlet="Study Group").claimant == "outlet"
    assert attributed(text, "advanced").claimant == "Study Group"


def test_a_quotation_left_open_goes_on_in_the_next_paragraph_only_behind_a_mark() -> None:
    open_quote = 'Major Orel said: "We took the mill.\n'
    assert attributed(open_quote + '"We hold the ford."', "hold").claimant == "Major Orel"
    assert attributed(open_quote + "Rebels hold the ford.", "hold").claimant == "outlet"


def test_words_in_scare_quotes_are_nobodys_speech() -> None:
    text = "Major Orel said rebels left. A 'massive' and \"surgical\" raid hit the mill."
    assert attributed(text, "raid").claimant == "outlet"


def test_attribution_of_a_long_sentence_without_stops_is_quick() -> None:
    # A sentence is read in pieces of 2,000 characters; nothing in one may grow faster than it.
    clause = "the army in the north of the port said on Monday in a statement to the press "
    text = clause * 400
    sentence_count = len(list(sentences(text, 0, len(text))))
    assert attributed(text, "army").claimant
    assert sentence_count == len(text) // 2_000 + 1


def test_no_more_than_the_latest_speakers_are_remembered() -> None:
    # What a pronoun may mean is looked for among them: a long report must not slow that down.
    officers = [f"Major {one}r{two}l" for one in "ABDEFGHK" for two in "aeiouyáéíó"]
    text = " ".join(f"{officer} said rebels left." for officer in officers)
    speakers = Speakers(theatre=THEATRE, text=text)
    speakers.read(list(sentences(text, 0, len(text))))
    assert 1 < len(speakers.names.spoken) < len(officers)
    assert speakers.names.last == officers[-1]


def test_state_media_are_the_agency_only_where_the_report_names_it() -> None:
    text = "State media said troops left the mill."
    assert attributed(text, "left").claimant == "State media"
    assert attributed(text + " ONA gave no details.", "left").claimant == "ONA"


def test_a_source_is_known_by_longer_words_than_its_name() -> None:
    text = "Defence Ministry spokesman Jan Roe said troops left the mill."
    claimant = attributed(text, "left").claimant
    assert claimant == "Defence Ministry spokesman Jan Roe"
    source = THEATRE.source(claimant)
    assert source is not None
    assert source.id == "mod"
    assert THEATRE.source("Jan Roe") is None
