"""Whether fighting itself is what comes to a place: "clashes between X and Y reached Z"."""

from __future__ import annotations

from claims.claim import Action
from claims.events.sentences.clause_words import RELATIVE
from claims.events.sentences.parse import Parsed
from claims.lexicon import Trigger

__all__ = ["fighting_comes", "only_its_parties"]

_PARTIES = (["between"], ["involving"], ["pitting"])
_AUXILIARIES = frozenset("has have had also now then".split())
_FIGHTING = frozenset("fighting clashes battles battle combat violence hostilities".split())
_SET_OFF = 2  # commas around what "which" tells


def fighting_comes(parsed: Parsed, verb: Trigger) -> bool:
    """Tell whether fighting is the subject of a verb behind what "which" tells of it.

    "Clashes between X and Y, which began in W, reached Z": neither of the two did.
    """
    if verb.pattern.action is not Action.ADVANCE or verb.pattern.kind != "verb":
        return False
    last = _before(parsed, verb)
    if last >= 0 and parsed.lower[last] in _FIGHTING:
        return True  # though nothing else is told of the fighting: "said that fighting reached X"
    before = (t for t in parsed.triggers if t.first < verb.first)
    noun = next(before, None)
    fought = noun and noun.pattern.kind == "noun" and noun.pattern.action is Action.CLASH
    told = _behind_parties(parsed, noun, verb) if noun and fought else None
    if not told:
        return False
    return told[0] == told[-1] == "," and told[1] in RELATIVE and told.count(",") == _SET_OFF


def only_its_parties(parsed: Parsed, noun: Trigger, verb: Trigger) -> bool:
    """Tell whether no more than who fights whom stands between fighting and a verb."""
    return _behind_parties(parsed, noun, verb) == []


def _before(parsed: Parsed, verb: Trigger) -> int:
    """Return the word before a verb and its auxiliaries."""
    last = verb.first - 1
    while parsed.lower[last] in _AUXILIARIES:
        last -= 1
    return last


def _behind_parties(parsed: Parsed, noun: Trigger, verb: Trigger) -> list[str] | None:
    """Return the words from the two of a clash to a verb, or None where it names no two."""
    if parsed.lower[noun.last + 1 : noun.last + 2] not in _PARTIES:
        return None
    last = _before(parsed, verb)
    parties = [m for m in parsed.actors if noun.last < parsed.word_at(m.start) <= last]
    if len(parties) < 2:
        return None
    return parsed.lower[parsed.word_at(parties[1].end - 1) + 1 : last + 1]
