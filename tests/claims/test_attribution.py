"""Who asserts what, apart from the outlet."""

import pytest

from claims.claimants.attribution import Speakers, attribute
from claims.sides.theatre import Source, Theatre
from claims.words import sentences

THEATRE = Theatre(
    id="test",
    name="Test",
    timezone="UTC",
    sources=(
        Source(id="monitor", name="Coastal War Monitor", aliases=("CWM", "war monitor")),
        Source(id="mod", name="Defence Ministry", aliases=("Defense Ministry",)),
    ),
)


def claimants(text: str, *events: str) -> list[tuple[str, tuple[str, ...]]]:
    paragraph = list(sentences(text, 0, len(text)))
    cues = [
        c for found in Speakers(theatre=THEATRE, text=text + " CWM").read(paragraph) for c in found
    ]
    said = [attribute(cues, text.index(event)) for event in events]
    return [(a.claimant, a.via) for a in said]


@pytest.mark.parametrize(
    ("text", "event", "claimant"),
    [
        ("The army took the town, according to the Defense Ministry.", "took", "Defense Ministry"),
        ("The Defence Ministry said that the army took the town.", "took", "Defence Ministry"),
        ("“We took the town,” said a rebel commander.", "took", "rebel commander"),
        ("“We took the town,” a rebel commander said.", "took", "rebel commander"),
        ("The army took the town, the CWM reported on Wednesday.", "took", "CWM"),
        (
            "Jane Roe, head of the port office, said that rebels took the pier.",
            "took",
            "Jane Roe, head of the port office",
        ),
        ("The army took the town.", "took", "outlet"),
        ("The Turkish Defence Ministry said rebels took it.", "took", "Turkish Defence Ministry"),
        (
            "The People's Guard (PG) said that its units took the pier.",
            "took",
            "People's Guard",
        ),
        ("Rebels left the port as the war monitor said the army entered.", "left", "outlet"),
        ("According to local officials, rebels took the pier.", "took", "local officials"),
    ],
)
def test_the_claimant_is_who_says_so(text: str, event: str, claimant: str) -> None:
    assert claimants(text, event)[0][0] == claimant


def test_he_added_carries_the_speaker_on() -> None:
    text = (
        "The war monitor said rebels entered the port. The army pushed them back at noon. "
        "“By night they withdrew,” it added."
    )
    assert claimants(text, "pushed", "withdrew") == [("Coastal War Monitor", ())] * 2


def test_a_sentence_that_opens_with_there_is_about_nobody_who_speaks() -> None:
    text = (
        "By dusk, the war monitor said, rebels held the port. There were clashes near the pier. "
        "Rebels also cut the road, it said."
    )
    assert [who for who, _ in claimants(text, "clashes", "cut")] == ["Coastal War Monitor"] * 2


def test_a_title_means_who_spoke_last_only_where_it_fits() -> None:
    text = "A rebel commander said they took the pier. The governor said rebels left the port."
    assert [name for name, _ in claimants(text, "took", "left")] == ["rebel commander", "governor"]
    text = "A rebel commander said they took the pier. The commander said they left the port."
    assert [name for name, _ in claimants(text, "took", "left")] == ["rebel commander"] * 2


def test_who_passes_a_claim_on_is_kept_apart() -> None:
    text = "The Defence Ministry said that the army took the town, the CWM reported."
    assert claimants(text, "took") == [("Defence Ministry", ("CWM",))]
    quoted = "“Our forces hold the pier,” said a military source quoted by the Port Agency."
    assert claimants(quoted, "hold") == [("military source", ("Port Agency",))]


def test_a_denial_marks_what_it_denies() -> None:
    text = "The Defence Ministry denied that its troops abandoned the pier."
    paragraph = list(sentences(text, 0, len(text)))
    cues = [
        c for found in Speakers(theatre=THEATRE, text=text + " CWM").read(paragraph) for c in found
    ]
    assert attribute(cues, text.index("abandoned")).denies
