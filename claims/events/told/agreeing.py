"""Whether somebody stands before a word as its subject, so that it is a verb: "jets strike X"."""

from __future__ import annotations

from claims.events.sentences.parse import Parsed
from claims.events.told.targets import is_fired_from
from claims.gaps import ADVERBS
from claims.lexicon import Trigger
from claims.number_words import TWO_TO_TEN
from claims.scene import scene

__all__ = ["describes_men", "follows_actor", "has_subject"]

_GOING = frozenset("retreating withdrawing fleeing advancing surrendering".split())
_BEING = frozenset("is are was were be been started began seen".split())
# What is set off behind those who act: ", backed by jets and militiamen,".
_SET_OFF = frozenset(
    "backed supported led commanded aided assisted joined accompanied followed covered including"
    " who which helped armed loyal".split()
)
_OBJECTS = TWO_TO_TEN.union(
    "the a an its their several some many most parts more nearly about".split()
)


def follows_actor(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether an actor stands right before a word, so that "forces" is a verb."""
    start = parsed.words[trigger.first].start
    return any(0 < start - actor.end <= 2 for actor in parsed.actors)


def describes_men(parsed: Parsed, trigger: Trigger, before: str) -> bool:
    """Tell whether a participle only says what men were doing: "hit retreating Xan soldiers".

    "Mines that retreating soldiers had laid", "Captured men were ..." as well.
    """
    behind = trigger.last + 1
    if behind >= len(parsed.words) or before in _BEING:
        return False
    opens = not before and trigger.form.endswith("ed")
    if (trigger.form in _GOING or opens) and parsed.lower[behind] in scene().fighters:
        return True
    start = parsed.words[behind].start
    return trigger.form in _GOING and any(actor.start == start for actor in parsed.actors)


def has_subject(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether the word before a verb agrees with it: "jets strike", "the army strikes"."""
    if follows_actor(parsed, trigger) or is_fired_from(parsed, trigger):
        return True
    before = parsed.lower[trigger.first - 1] if trigger.first else ""
    made = before.endswith("s") and before[-2:-1].isdigit()  # "F-16s bomb X"
    # "Mortar rounds strike X"; a round of talks does not
    made = made or (before == "rounds" and parsed.lower[trigger.first - 2] in scene().weapons)
    if before not in scene().fighters and before not in scene().weapons and not made:
        return _goes_on(parsed, trigger)
    plural = before.endswith(("s", "men", "artillery", "cavalry", "infantry", "aircraft", "police"))
    return plural != trigger.form.endswith("s")


def _goes_on(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether an adverb, or what is set off, parts those who act from a verb.

    "Rebels reportedly bomb X", "rebels, backed by jets, bomb X": something is bombed.
    """
    last = trigger.first - 1
    while last > 0 and (parsed.lower[last] in ADVERBS or parsed.lower[last].endswith("ly")):
        last -= 1
    if not _has_object(parsed, trigger):
        return False
    ends = {parsed.word_at(actor.end - 1) for actor in parsed.actors if actor.armed and actor.free}
    if parsed.lower[last] != ",":
        return last < trigger.first - 1 and last in ends
    return any(
        parsed.lower[end + 1] == "," and parsed.lower[end + 2] in _SET_OFF
        for end in ends
        if end + 2 < last
    )


def _has_object(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a place or a thing stands right behind a verb."""
    behind = parsed.lower[trigger.last + 1 : trigger.last + 2]
    placed = any(spot.first == trigger.last + 1 for spot in parsed.spots)
    return placed or (bool(behind) and (behind[0] in _OBJECTS or behind[0].isdigit()))
