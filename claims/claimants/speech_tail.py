"""What may follow a verb of saying that ends its sentence: to whom, where, when it was said."""

from __future__ import annotations

from collections.abc import Sequence

from claims.claimants.speech import SpeechVerb, in_capitals
from claims.words import Word

__all__ = ["is_tail"]

# What may follow a verb of saying where its words stand before it: to whom, where, when.
_TAIL_OPENERS = frozenset(
    """
    on in at by to from via through during late early earlier later over with after reporters
    journalists parliament lawmakers state viewers monday tuesday wednesday thursday friday
    saturday sunday today yesterday overnight here separately tonight again without when local
    as citing quoting
    """.split()
)
# "Told news agencies"
_TOLD = frozenset("the a an this his her their news us me them foreign national our".split())
_FINITE = frozenset(
    """
    was were is are had has have will would could took fell that went made came lost held left
    seized entered captured attacked began broke
    """.split()
)
# "As the president vowed to fight on": what he will do, and not to whom he said it.
_BINDS = ("vow", "pledg", "promis", "threat", "swor", "swear", "refus", "agree", "offer", "order")
_TAIL_STOPS = frozenset(',.;:!?"“”—–-')
_LONGEST_TAIL = 14


def is_tail(words: Sequence[Word], offset: int, verb: SpeechVerb) -> bool:
    """Tell whether the words behind a verb only say to whom, where and when it was said.

    They then speak of what stands before: "..., a spokesman told reporters in the capital."
    """
    after = [w for w in words if w.start - offset >= verb.end]
    told = verb.form.startswith(("t", "inform"))  # "told the station"
    openers = _TAIL_OPENERS | _TOLD if told else _TAIL_OPENERS
    named = told or not in_capitals(words)
    count = 0
    for count, word in enumerate(after[: _LONGEST_TAIL + 1]):
        if word.text in _TAIL_STOPS:
            return word.text != ":"
        if word.lower in _FINITE:
            return False
        if count == 0 and word.lower == "to" and verb.form.startswith(_BINDS):
            return False
        if count == 0 and not (word.lower in openers or (named and word.text[0].isupper())):
            return False
    return count < _LONGEST_TAIL
