"""Days that are no news of their sentence: "X, which fell in May", "a truce signed last week"."""

from __future__ import annotations

import re
from itertools import pairwise

from claims.claimants.speech import is_speech
from claims.events.sentences.clause_words import BE, RELATIVE
from claims.events.sentences.parse import Parsed
from claims.lexicon import Trigger
from claims.times.time_mention import TimeMention

__all__ = ["is_of_aside", "is_of_object", "is_of_pact", "is_of_relative"]

_SINCE = 6  # words from "since" to a day
_ASIDES = RELATIVE | {"since"}
# What befell ground before it is fought for anew: "regained hills lost in March".
_BEFELL = frozenset("lost captured seized taken occupied overrun abandoned ceded".split())
_BEFORE_VERB = BE | frozenset(", and but or had has have not also then".split())
# What was signed on a day: nothing goes on from there but the peace.
_MADE = (
    "agreed signed brokered reached struck concluded announced negotiated mediated declared".split()
)
_SIGNS = frozenset(_MADE)  # sought before the pattern, which takes longer
_SIGNED = re.compile(
    r"\b(?:truce|cease-?fire|armistice|accords?|agreements?|deal|pact|treaty)\s+"
    rf"(?:{'|'.join(_MADE)})\b[^.;,]*$",
    re.IGNORECASE,
)


def is_of_relative(parsed: Parsed, t: TimeMention) -> bool:
    """Tell whether a day is only that of a relative clause: "near X, where they won on Monday,".

    In "the command, which speaks for all, said on Monday" it is that of the words.
    """
    number = parsed.word_at(t.start)
    if parsed.opener(number) not in RELATIVE:
        return False
    told = pairwise(parsed.lower[parsed.clause(number)[0] : number])
    return not any(mark == "," and is_speech(word) for mark, word in told)


def is_of_object(parsed: Parsed, trigger: Trigger, t: TimeMention) -> bool:
    """Tell whether a day is of what befell the object before: "regained hills lost in March"."""
    lower, number = parsed.lower, parsed.word_at(t.start)
    behind = range(trigger.last + 2, number)
    return any(lower[n] in _BEFELL and lower[n - 1] not in _BEFORE_VERB for n in behind)


def is_of_aside(parsed: Parsed, t: TimeMention) -> bool:
    """Tell whether a day is no news of its sentence: "X, which fell in May", "since it fell"."""
    if is_of_pact(parsed, t):
        return True
    number = parsed.word_at(t.start)
    if "since" in parsed.lower[max(0, number - _SINCE) : number]:
        return True  # "since the fighting began on Monday"
    opener = parsed.opener(number)
    said = opener == "that" and not parsed.relates(parsed.clause(number)[0] - 1)
    return opener in _ASIDES and not said


def is_of_pact(parsed: Parsed, t: TimeMention) -> bool:
    """Tell whether a day is that on which a peace was made: "a truce signed last week"."""
    if _SIGNS.isdisjoint(parsed.sentence.held):
        return False
    return _SIGNED.search(parsed.sentence.text[: t.start - parsed.sentence.start]) is not None
