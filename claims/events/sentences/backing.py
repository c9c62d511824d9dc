"""What backs those who act, set in before their verb: "troops backed by air strikes took X"."""

from __future__ import annotations

from claims.events.sentences.clause_words import BE, FINITE, SET_OFF
from claims.events.sentences.parse import Parsed
from claims.fighters.actors import ActorMention
from claims.lexicon import Trigger, lexicon

__all__ = ["before_backing", "helps", "only_backs"]

_HELP = frozenset("backed supported covered aided assisted reinforced accompanied".split())
_HELD_TO_BE = frozenset("believed thought said alleged reported known suspected widely".split())
_MARKS = frozenset(", ; : . — –".split())
_HIT = frozenset("on in at against near of over".split())  # where fires have a place of their own
_LONG = 9  # words of "backed by a week of heavy French air and artillery strikes"


def before_backing(parsed: Parsed, start: int) -> int:
    """Return the word at which the subject of a verb group ends, what backs it left out.

    ``start`` itself where nothing does, as in "they were backed by jets which struck X".
    """
    if _HELP.isdisjoint(parsed.sentence.held):
        return start
    closed = start > 0 and parsed.lower[start - 1] in SET_OFF
    at = _opening(parsed, start - closed)
    if at is None:
        return start
    if closed:
        return at - 1 if parsed.lower[at - 1] == parsed.lower[start - 1] else start
    return start if parsed.lower[at - 1] == "," else at


def only_backs(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether fires are only what backs somebody: "backed by air strikes, troops took X"."""
    if _HELP.isdisjoint(parsed.sentence.held) or _opening(parsed, trigger.first) is None:
        return False
    behind = trigger.last + 1
    behind += parsed.lower[behind : behind + 1] == [","]
    verb = "".join(parsed.lower[behind : behind + 1])
    goes_on = verb in FINITE or verb.endswith("ed") or verb in lexicon().events
    return goes_on and verb not in _HIT


def helps(parsed: Parsed, mention: ActorMention) -> bool:
    """Tell whether somebody only backs those named before: "rebels backed by (the) Xan troops"."""
    by = parsed.word_at(mention.start) - 1
    by -= parsed.lower[max(0, by)] in ("the", "a", "an")
    return by > 0 and parsed.lower[by] == "by" and parsed.lower[by - 1] in _HELP


def _opening(parsed: Parsed, stop: int) -> int | None:
    """Return where "backed by" stands in the words before one, with no other verb between."""
    for at in range(stop - 2, max(0, stop - _LONG), -1):
        word = parsed.lower[at]
        if word in _MARKS or word in FINITE:
            return None
        if word in _HELP and parsed.lower[at + 1] in ("by", "with"):
            opening = _held_to_be(parsed, at)
            return None if parsed.lower[opening - 1] in BE else opening
    return None


def _held_to_be(parsed: Parsed, at: int) -> int:
    """Return where what is only thought of a backer opens: "widely believed to be backed by"."""
    start = at - 2 if parsed.lower[at - 2 : at] == ["to", "be"] else at
    while start < at and parsed.lower[start - 1] in _HELD_TO_BE:
        start -= 1
    return start if start < at - 2 else at
