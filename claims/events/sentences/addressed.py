"""Words that stand between a subject and its verb: who is told, and who says it."""

from __future__ import annotations

from claims.events.sentences.clause_words import BE
from claims.events.sentences.parse import Parsed
from claims.fighters.forces import force_words

__all__ = [
    "SPOKEN",
    "is_hearsay",
    "is_told",
    "made_to",
    "said_before",
    "speaks_for_it",
    "speaks_of_others",
]

SPOKEN = frozenset(
    "said says say told tells added adds reported announced confirmed claimed".split()
)
_TELLING = frozenset("told tell tells telling promised assured informed warned".split())
_MADE = frozenset("told ordered urged asked advised instructed warned".split())
_THEY = 5  # words from "they" to its verb: "they had also been"
_ASIDE = 12  # words of "the source told state television" between commas


def is_told(parsed: Parsed, number: int) -> bool:
    """Tell whether somebody is only whom "they" speak to: "told mediators they will leave"."""
    before = number - 1 - (parsed.lower[number - 1] == "the")
    return parsed.lower[before] in _TELLING


def speaks_of_others(parsed: Parsed, verb: int) -> bool:
    """Tell whether "they" before a verb are not who speaks: "residents said they had taken X"."""
    at = next(
        (n for n in range(verb - 1, max(0, verb - _THEY), -1) if parsed.lower[n] == "they"), 0
    )
    said = at - 1 - (at > 1 and parsed.lower[at - 1] == "that")
    return at > 0 and parsed.lower[said] in SPOKEN


def is_hearsay(parsed: Parsed, number: int) -> bool:
    """Tell whether a word of saying is part of a verb: "troops were reported to be in X".

    So in "were reported by residents to be in X".
    """
    behind = parsed.lower[number + 1 : number + 2] in (["to"], ["by"])
    return behind and not BE.isdisjoint(parsed.lower[max(0, number - 2) : number])


def made_to(parsed: Parsed, verb: int) -> int:
    """Return where "were told to" starts before a verb, or 0: "residents were told to move"."""
    lead = parsed.lower[max(0, verb - 3) : verb]
    made = len(lead) > 2 and lead[0] in BE and lead[1] in _MADE and lead[2] == "to"
    return verb - 3 if made else 0


def said_before(parsed: Parsed, comma: int, low: int) -> int:
    """Return the comma that opens ", the source told reporters," in the midst of a clause, or 0."""
    before = range(comma - 1, max(low, comma - _ASIDE) - 1, -1)
    commas = [n for n in before if parsed.words[n].text == ","]
    if commas and not SPOKEN.isdisjoint(parsed.lower[commas[0] + 1 : comma]):
        # "An officer, who asked not to be named, said the rebels, thought to be few, held X"
        goes_on = parsed.lower[commas[0] + 1] in SPOKEN and "who" in parsed.lower[: commas[0]]
        return 0 if goes_on else commas[0]
    # "Rebels, according to X, a lawyer in Y, captured"
    return next((n for n in commas if parsed.lower[n + 1] == "according"), 0)


def speaks_for_it(parsed: Parsed, speaker: int, stop: int) -> bool:
    """Tell whether it is a force of which a speaker says "it": "a rebel spokesman said it held X".

    So is "it" behind "a spokesman for the group".
    """
    if "it" not in parsed.lower[speaker:stop]:
        return False
    before, behind = parsed.words[speaker - 1].start, range(speaker + 1, stop)
    named = any(m.start <= before < m.end and m.kind == "force" for m in parsed.actors)
    sided = named or parsed.lower[speaker - 1] in force_words().sided
    return sided or not parsed.armed.isdisjoint(behind)
