"""Leaders who go somewhere, with no word of their men: "a rebel leader landed at the airport".

So one who "met soldiers in X and flew to Y", whoever he is: "he left Y on Monday".
"""

from __future__ import annotations

from claims.events.sentences.parse import Parsed
from claims.events.sentences.verb_groups import group_start
from claims.fighters.number import number_of
from claims.lexicon import Trigger

__all__ = ["travels"]

_GOES = tuple(
    "arriv land reach enter left leav cross depart flew return head moved fled flee".split()
)
_LEADERS = frozenset(
    "leader leaders chief chiefs warlord warlords politician politicians governor president premier"
    " minister mayor".split()
)
_ONE = frozenset(("he", "she"))
_GOES_ALONE = (*_GOES, "moved on to", "travel", "went", "fled", "drove", "set out")
_WITH = frozenset("with leading commanding".split())
_MEN = _WITH | frozenset("men troops army forces fighters soldiers column head".split())
_GOVERNS = frozenset("of to by under behind from for and backing supporting protecting".split())
_FLEES = ("fled", "flee", "flew")
_NAME = 4  # words of a name behind "leader"
_BEHIND = 10  # words behind a verb in which it says with whom


def travels(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a leader only travels; who "entered X with his men" leads them in."""
    if not _ONE.isdisjoint(parsed.sentence.held) and _goes_alone(parsed, trigger):
        return True
    if not trigger.form.startswith(_GOES) or _LEADERS.isdisjoint(parsed.sentence.held):
        return False
    number = group_start(parsed, trigger.first) - 1
    for _ in range(_NAME):
        number = _before_name(parsed, trigger, number)  # "The governor, Jan Roe, moved to X"
        if number < 0 or parsed.lower[number] in _LEADERS:
            break
        if not parsed.words[number].text[:1].isupper():
            return False
        number -= 1
    leads = number >= 0 and parsed.lower[number] in _LEADERS
    # "Forces loyal to the rebel leader", "soldiers of Jan Roe, the rebel leader, fled"
    leads = leads and _GOVERNS.isdisjoint(parsed.lower[max(0, number - _NAME) : number])
    leads = leads and not _are_his_men(parsed, number)
    return leads and _WITH.isdisjoint(parsed.lower[trigger.last : trigger.last + _BEHIND])


def _are_his_men(parsed: Parsed, leader: int) -> bool:
    """Tell whether a comma sets a leader off from many who go: "rebels, but not their leader"."""
    many = (parsed.word_at(m.end - 1) for m in parsed.actors if number_of(m.text))
    return any("," in parsed.lower[end:leader] for end in many)


def _before_name(parsed: Parsed, trigger: Trigger, number: int) -> int:
    """Return the word before a comma around a name.

    "Jan Roe, the rebel leader, entered" leads; who "has fled abroad" does so alone.
    """
    comma = number > 0 and parsed.lower[number] == ","
    flees = trigger.form.startswith(_FLEES)
    return number - (comma and (flees or parsed.lower[number - 1] not in _LEADERS))


def _goes_alone(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether one person goes: "he left X", no "he left X with his men"."""
    words = " ".join(parsed.lower[trigger.first : trigger.last + 1])
    number = group_start(parsed, trigger.first) - 1
    one = number >= 0 and parsed.lower[number] in _ONE and words.startswith(_GOES_ALONE)
    fights = not _MEN.isdisjoint(parsed.lower[trigger.last :])
    fights = fights or any(not t.form.startswith(_GOES_ALONE) for t in parsed.following(trigger))
    return one and not fights
