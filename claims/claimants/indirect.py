"""Sentences that go on in the voice of whoever spoke: "X said ... His men had taken Oru."."""

from __future__ import annotations

import re

from claims.claimants.cues import Cue
from claims.number_words import TWO_TO_TEN
from claims.words import Sentence

__all__ = ["goes_on_in_his_voice"]

# "The men had left", "By noon they had taken the mill": told as past by then, up to its verb.
_HAD = re.compile(
    r"[^\"]{2,90}?\bhad\s(?:(?:also|then|now|merely|simply|only|never|even|already|been|not)\s){0,3}"
    r"(?:[a-z-]{2,}ed|been|become|beaten|begun|broken|brought|burnt|burst|come|cut|driven|dug|fallen|fled|flown|fought"
    r"|found|given|gone|held|hit|kept|laid|led|left|lost|made|met|moved|overrun|put|retaken|run|sent"
    r"|set|shot|slipped|stood|struck|surrounded|swept|taken|thrown|torn|withdrawn|won)\b"
)
# What the reporter recalls himself: "had held it since May", "a day earlier", "for the third time".
_RECALLED = re.compile(
    r"\b(?:since|ago|earlier|previous(?:ly)?|last|past|recent(?:ly)?|long|years?|months?|weeks?|until|once|originally|only\sto"
    r"|\d{4}|(?:first|second|third|fourth)\s(?:time|town|city|village)|after|(?:day|night)s?\sbefore|it\swas|so\sfar|there)\b"
    r"|\bin\s(?:late\s|early\s|mid-)?(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December)\b",
    re.IGNORECASE,
)
_TURNS = re.compile(r"\W*(?:but|yet|however|still|meanwhile|separately|elsewhere)\b", re.IGNORECASE)
_OWN = re.compile(r"(?:its|their|his|her|they|he|she|our)\s", re.IGNORECASE)
# "Two further strikes hit Oru", "another attack was beaten off": what is added to what he told.
_MORE = re.compile(
    r"\W*(?:another|an?\s(?:second|third|fourth)|(?:an?|\d+|several|some|"
    + "|".join(sorted(TWO_TO_TEN))
    + r")\s(?:further|more|other|additional))\s(?:[a-z-]+\s){0,2}?"
    r"(?:(?:air\s?)?(?:strike|raid|attack)|assault|missile|rocket|shell|drone|bomb|patrol|column|convoy)s?\b",
    re.IGNORECASE,
)
_PRESENT = frozenset("says say claims claim reports insists adds tells".split())
_MARGIN = 2  # characters of a full stop behind a speaker's words


def goes_on_in_his_voice(sentence: Sentence, before: Sentence, cue: Cue) -> bool:
    """Tell whether a sentence without a speaker of its own is told by who spoke the one before.

    Only in the past perfect, into which what somebody said is put, or of one more deed of a kind,
    and not where it recalls what was long before. Behind a denial it must be of his own men.
    """
    text = sentence.text
    more = None if cue.denies else _MORE.match(text)
    if not more and "had" not in sentence.held:
        return False
    if cue.who == "outlet" or not _PRESENT.isdisjoint(before.held):
        return False
    if cue.end < before.end - _MARGIN or _TURNS.match(text) or '"' in text or "“" in text:
        return False
    told = (more or _HAD.match(text)) and not _RECALLED.search(text)
    return bool(told and (not cue.denies or _OWN.match(text)))
