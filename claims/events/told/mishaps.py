"""What befalls without any enemy: accidents, floods and avalanches, and a cabinet that falls."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from claims.claim import Action
from claims.events.sentences.clause_words import FALLS
from claims.events.sentences.parse import Parsed
from claims.lexicon import Trigger
from claims.scene import scene

__all__ = ["ACCIDENTAL", "by_misfortune", "dies_by_accident", "is_toppled"]

#: What blows up by itself.
ACCIDENTAL = frozenset(
    "gas boiler gasoline petrol methane accidental firework fireworks coal".split()
)
_BLASTS = frozenset("explosion explosions blast blasts".split())
_LEAD, _REACH = 2, 9  # words before a death and behind it in which its cause stands
# "Killed by a speeding truck", and by no truck bomb.
_HAZARD = re.compile(
    r"(?:an?\s+|the\s+)?(?:[\w-]+\s+)?(?:bus|train|lightning|trucks?|lorry|lorries|cars?|trees?|avalanche|smoke|thirst|"
    r"cold|heat|hunger|exposure|elephants?|crocodiles?|snakes?|bears?|dogs?|current|electricity)\b(?!\s+(?:bombs?|packed|laden))"
)
_CABINETS = frozenset("government cabinet coalition regime".split())
_OWNS = frozenset(("of", "by"))  # "rockets of the government fell on X"
_DOER = 5  # words from "by" to "an avalanche"
_ENDS = frozenset("to in at on near when while during after before as amid under".split())


def dies_by_accident(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether somebody who "was killed" died in peace."""
    around = parsed.lower[max(0, trigger.first - _LEAD) : trigger.last + _REACH]
    if _blows_up(parsed, trigger):
        return True
    by = parsed.lower[trigger.last + 1 : trigger.last + 2] == ["by"]
    hazard = by and _HAZARD.match(" ".join(parsed.lower[trigger.last + 2 :]))
    return bool(hazard) or not scene().accidents.isdisjoint(around)


def _blows_up(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether things of peace kill: "an explosion at a fireworks factory kills five"."""
    if _BLASTS.isdisjoint(parsed.sentence.held) or ACCIDENTAL.isdisjoint(parsed.sentence.held):
        return False
    lead = parsed.lower[parsed.clause(trigger.first)[0] : trigger.first]
    return not (_BLASTS.isdisjoint(lead) or ACCIDENTAL.isdisjoint(lead))


def by_misfortune(words: Sequence[str], by: int) -> bool:
    """Tell whether nature does it: "hit by floods", "cut at X by an avalanche"; no "by storm"."""
    # Not "by rebels, raising fears", "an attempt by rebels to storm X", "by rebels in heavy snow"
    doer = [*takewhile(lambda w: w.isalnum() and w not in _ENDS, words[by + 1 : by + _DOER])]
    return doer[:1] != ["storm"] and not scene().misfortunes.isdisjoint(doer)


def is_toppled(words: Sequence[str], trigger: Trigger) -> bool:
    """Tell whether it is a cabinet that falls, and not on a place: "the government fell in X"."""
    first = trigger.first
    falls = trigger.pattern.action is Action.STRIKE and words[first] in FALLS
    owns = not _OWNS.isdisjoint(words[max(0, first - 3) : first])
    return falls and not owns and first > 0 and words[first - 1] in _CABINETS
