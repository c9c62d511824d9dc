"""Crowds, who fight no war: "thousands fled", "protesters marched, and they stormed X"."""

from __future__ import annotations

from claims.events.event import Acting
from claims.events.parties.head_kinds import kind_of
from claims.events.sentences import addressed
from claims.events.sentences.parse import Parsed
from claims.lexicon import Trigger
from claims.scene import scene

__all__ = ["VERB_GROUP", "are_counted", "are_crowd", "is_crowd"]

_CROWDS = frozenset("hundreds dozens thousands scores many most others everyone everybody".split())
VERB_GROUP = frozenset("has have had also then later already since is are was were".split())
"""Words that may stand between a subject and its verb."""
_TOLD_TO = (["everyone", "to"], ["everybody", "to"], ["anyone", "to"], ["all", "to"])


def is_crowd(word: str) -> bool:
    """Tell whether a word names a crowd; "Union" with a capital is part of some name."""
    return word.lower() in scene().crowds and not word.istitle()


def are_crowd(parsed: Parsed, low: int) -> bool:
    """Tell whether "they" are a crowd told of before: "protesters marched, and they stormed X"."""
    if not addressed.SPOKEN.isdisjoint(parsed.sentence.held):
        return False
    kinds = [kind_of(parsed, number) for number in range(low)]
    crowd = any(map(is_crowd, (word.text for word in parsed.words[:low])))
    return crowd and Acting.FIGHTER not in kinds


def are_counted(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a bare count is the subject: "thousands fled", "20,000 have fled"."""
    number = trigger.first - 1
    if parsed.lower[max(0, number - 1) : number + 1] in _TOLD_TO:
        return True  # "ordered everybody to leave X"
    while number >= 0 and parsed.lower[number] in VERB_GROUP:
        number -= 1
    if number in parsed.armed:
        return False  # "battalions 744 and 745 left"
    word = parsed.lower[number] if number >= 0 else ""
    counted = word in _CROWDS or word[:1].isdigit()
    # "Thousands of ethnic Xs fled": a people, and no force of it.
    of = parsed.lower[max(0, number - 3) : number]
    people = "of" in of and word.endswith("s") and word not in scene().fighters
    return counted or (people and parsed.words[number].text[:1].isupper())
