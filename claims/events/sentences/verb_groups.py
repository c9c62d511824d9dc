"""The group of a verb, "had also managed to" before it, and what stands before that."""

from __future__ import annotations

import re

from claims.events.sentences.clause_words import BE
from claims.events.sentences.clauses import SPEECH
from claims.events.sentences.parse import Parsed

__all__ = ["group_start", "subject_words"]

# Words of a verb's own group: auxiliaries, and verbs that only say how another is done.
_GROUP = frozenset(
    """
    has have had is are was were be been being will would could can may might must shall should do
    does did not never also then now later still yet already again once both all soon recently
    to began begun begin begins start started starts continue continued continues managed manage
    manages managing failed fails fail failing tried tries try trying attempted attempts
    attempting attempt sought
    seeking seek seeks vowed plan plans planned prepared preparing able unable forced
    about set ready expected helped going reportedly allegedly finally quickly reached
    nearly almost even only just further eventually meanwhile however 've 'd n't "
    battling struggling fighting poised reported said believed understood known seen wants
    appeared appear appears seemed seem seems looked look looks
    want wanted hopes hoped aims aimed threatened threatens remain remained kept keep
    """.split()
)
_ADVERB = re.compile(r"\w{3,}ly")
_HAS_SINCE, _BEFORE_TO = ("has since", "have since", "had since"), ("today to", "yesterday to")
_SAYER = 8  # words of "by a military source in the town"
_VAINLY, _NEARLY = ("without success to", "in vain to"), ("all but",)
_OPENING = frozenset(words.split()[0] for words in (*_HAS_SINCE, *_BEFORE_TO, *_VAINLY, *_NEARLY))
# "The rebels, who have fought since 2012, took X": no subject of "took" is a date.
_YEAR_OR_MONTH = re.compile(
    r"(?:1[89]|20)\d\d|january|february|march|april|may|june|july|august|september|october|november|december"
)
_IDLE = _GROUP | frozenset(
    "the a an and or but to of in on at by from with for as early late more most far".split()
)


def group_start(parsed: Parsed, verb: int) -> int:
    """Return the number of the first word of a verb's group: "had also managed to" before it."""
    number = verb
    while number > 0:
        word = parsed.words[number - 1]
        if word.lower in SPEECH and parsed.lower[number] in ("to", "today", "yesterday"):
            number -= 1
            continue
        if parsed.lower[number] == "to" and (
            said := _said_when(parsed, number - 1) or _said_by(parsed, number)
        ):
            number = said
            continue
        if number - 1 in parsed.armed or not (
            word.lower in _GROUP or _is_adverb(word.lower) or _since_then(parsed, number - 1)
        ):
            break
        if word.lower in SPEECH:
            break
        number -= 1
    return number


def _is_adverb(word: str) -> bool:
    """Tell whether a word is made an adverb: "reportedly"; most words show at their end."""
    return word.endswith("ly") and _ADVERB.fullmatch(word) is not None


def _said_when(parsed: Parsed, number: int) -> int:
    """Return the verb of saying before a time that ends at a word: "claimed on Monday to have"."""
    end = parsed.words[number].end
    time = next((t for t in parsed.times if t.end == end), None)
    at = parsed.word_at(time.start) - 1 if time else -1
    at -= at > 0 and parsed.lower[at] == "on"
    return at if at > 0 and parsed.lower[at] in SPEECH else 0


def _said_by(parsed: Parsed, to: int) -> int:
    """Return the verb of saying before who says it: "were said by residents to have", or 0."""
    lead = parsed.lower[max(0, to - _SAYER) : to]
    at = to - len(lead) + lead.index("by") - 1 if "by" in lead and "," not in lead else 0
    said = at > 0 and parsed.lower[at] in SPEECH and parsed.lower[at - 1] in BE
    return at if said else 0


def _since_then(parsed: Parsed, number: int) -> bool:
    """Tell whether a word only says when or how: "have since moved", "claimed today to have".

    So in "tried without success to take X", "have all but surrounded X".
    """
    told = parsed.lower[max(0, number - 1) : number + 3]
    if _OPENING.isdisjoint(told[:2]):
        return False
    vainly = " ".join(told[:3]) in _VAINLY or " ".join(told[1:]) in _VAINLY
    vainly = vainly or " ".join(told[:2]) in _NEARLY
    return vainly or " ".join(told[:2]) in _HAS_SINCE or " ".join(told[1:3]) in _BEFORE_TO


def subject_words(parsed: Parsed, low: int, start: int) -> bool:
    """Tell whether a clause has a subject of its own that does not fight: "residents fled"."""
    named = [(m.start, m.end) for m in parsed.places]
    named += [(t.start, t.end) for t in parsed.times]
    words = [
        w
        for w in parsed.words[low:start]
        if w.text[0].isalnum() and not any(a <= w.start < b for a, b in named)
    ]
    return any(
        w.lower not in _IDLE
        and not w.lower.endswith("ly")
        and not _YEAR_OR_MONTH.fullmatch(w.lower)
        for w in words
    )
