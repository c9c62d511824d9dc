"""What is told of one place holds in any frame, and a place told of in passing has no event.

Each event is set into each frame: who says it, when it was, what happened elsewhere. The event must
be read as it is alone, and nothing else must be.
"""

from __future__ import annotations

import pytest

from tests.claims.test_sentences import brief, claims_of

EVENTS = (
    "rebels captured Zalin",
    "the army advanced on Zalin",
    "clashes broke out in Zalin",
    "Zalin fell to the rebels",
    "government jets bombed Zalin",
    "the army repelled an attack on Zalin",
    "soldiers withdrew from Zalin",
    "shelling hit Zalin",
    "rebels attacked an army post near Zalin",
    "the rebels hold Zalin",
    "militia fighters clashed with the army in Zalin",
    "the rebels besieged Zalin",
    "rebel forces pushed the army out of Zalin",
    "fighting raged around Zalin",
    "troops entered Zalin",
    "the army retook Zalin",
    "insurgents cut the road to Zalin",
    "reinforcements arrived in Zalin",
)
# Who says it, and what opens the sentence.
SAID = (
    "Residents said {s}.",
    "Residents said that {s}.",
    "A resident told Reuters that {s}.",
    "The defence ministry confirmed that {s}.",
    "According to local officials, {s}.",
    "In a statement, the group said that {s}.",
    "The rebels' spokesman, Ali Omar, claimed on Telegram that {s}.",
    "{S}, a resident said.",
    "{S}, according to local sources.",
    "“{S},” a spokesman said.",
    "On Monday, {s}.",
    "Overnight, {s}.",
    "Reportedly, {s}.",
    "Meanwhile, {s}.",
    "Several people were displaced as {s}.",
    "{S}, and aid workers left the area.",
)
# Oru is told of, and nothing of the war happens there.
IN_PASSING = (
    "{S}, and a convoy carrying aid to Oru turned back.",
    "{S}, and thousands fled to Oru.",
    "{S} as residents fled towards Oru.",
    "{S}, a trader who lives in Oru said.",
    "{S}, said the governor of Oru.",
    "{S}, sending civilians towards Oru.",
    "{S}, forcing the closure of schools in Oru.",
    "{S}, days after a meeting in Oru.",
    "{S}, while talks continued in Oru.",
    "{S}, raising fears for Oru.",
    "{S}, which lies south of Oru.",
    "{S}, about 20 km from Oru.",
    "{S}, the closest town to Oru.",
    "{S}, a day's march from Oru.",
    "{S}. The wounded were taken to Oru.",
    "{S}. A hospital in Oru received the dead.",
    "{S}, and the UN mission moved its staff to Oru.",
    "{S}, and the governor flew to Oru.",
    "{S}, and schools in Oru closed.",
    "{S} and markets in Oru were empty.",
    "{S} and threatened Oru.",
    "{S}; the road to Oru was empty.",
    "{S}, hours before the president arrived in Oru.",
    "{S}, according to a statement issued in Oru.",
    "{S}, cutting power to Oru.",
    "{S}, prompting protests in Oru.",
    "{S}, but life went on as usual in Oru.",
    "{S}, killing a teacher from Oru.",
    "{S}, threatening Oru.",
    "{S}, opening the way to Oru.",
    "{S} to stop supplies from reaching Oru.",
    "In Oru, the governor said that {s}.",
    "Oru residents said {s}.",
    "The Oru-based group said {s}.",
    "With Oru still under ceasefire, {s}.",
    "People fleeing Oru said {s}.",
    "{S}, a military source in Oru told reporters.",
)


@pytest.mark.parametrize("frame", [*SAID, *IN_PASSING])
def test_an_event_is_read_alike_in_any_frame(frame: str) -> None:
    for event in EVENTS:
        stated = event[0].upper() + event[1:]
        alone = [brief(claim) for claim in claims_of(f"{stated}.")]
        framed = [brief(claim) for claim in claims_of(frame.format(s=event, S=stated))]
        assert alone, event
        assert framed == alone, event
