"""Whether "his men" and "its forces" are those of a speaker who stands for no side known."""

from __future__ import annotations

import re

from claims.claimants.speech import is_speech
from claims.events.sentences.parse import Parsed
from claims.fighters.actors import ActorFinder, ActorMention

__all__ = ["is_a_strangers"]

# Who speaks for those told of before: "Jan Roe, its leader", "the group's leader".
_OF_THOSE = re.compile(r"\b(?:its|their)\b|\w['’]s?\s", re.IGNORECASE)
_ITS_CHIEF = re.compile(r",\s(?:its|their)\s[^,]+,")
_HIS = frozenset(("his", "her"))


def is_a_strangers(parsed: Parsed, mention: ActorMention, finder: ActorFinder) -> bool:
    """Tell whether "his men" are those of a speaker who stands for no side: "Jan Roe said".

    So they are where nobody of the side that they seem to be of was told of before, and "its
    forces" of whoever speaks right before them: "Kasar said its forces".
    """
    if mention.kind != "own":
        return False
    if not any(m.side == mention.side for m in finder.before(mention.start)):
        return True
    number = parsed.word_at(mention.start)
    if parsed.lower[max(0, number - 1)] == "its":
        return _says_it(parsed, number - 1)
    his = not _HIS.isdisjoint(parsed.lower[max(0, number - 1) : number + 1])
    who = [cue.who for cue in parsed.cues if cue.start <= mention.start < cue.end]
    text = parsed.sentence.text[: mention.start - parsed.sentence.start]
    theirs = bool(who) and (_OF_THOSE.search(who[-1]) or _ITS_CHIEF.search(text))
    return his and bool(who) and not theirs


def _says_it(parsed: Parsed, its: int) -> bool:
    """Tell whether "its" stands right behind a name of nobody known that says something."""
    verb = its - 1 - (parsed.lower[max(0, its - 1)] == "that")
    if verb < 1 or not is_speech(parsed.lower[verb]):
        return False
    name = parsed.words[verb - 1]
    return name.text[:1].isupper() and not any(m.start <= name.start < m.end for m in parsed.actors)
