"""What only looks like a verb, or like one that acts: "after heavy fighting", "driven from X"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from claims.claim import Action
from claims.patterns import Trigger
from claims.words import Sentence

__all__ = ["closes_opening", "is_driven", "is_noun"]

_OPENERS = frozenset("after following in during amid despite within since with under".split())
_BEFORE = frozenset((",", ";", ":", "that", "said", '"', "“"))
_REACH = 7  # words of "after more than two days of heavy"
_ARTICLES = frozenset("the a an its their his our".split())
_HAVE = frozenset("has have had".split())
_HAD = frozenset("has have had was were".split())
_SUBJECT = 6  # words of "forces loyal to the president"
_BEHIND_NOUN, _PLACING = frozenset(", . ; and".split()), frozenset(("in", "from"))
_FIRES = frozenset("artillery mortar rocket howitzer naval indirect supporting".split())
_MOTIONS = frozenset("push march drive advance thrust move".split())
_ONE, _OWNS = frozenset(("a", "an")), ("'s", "’s")
_SUDDEN = frozenset("surprise sudden swift bold rare new fresh daring rapid dramatic".split())
_LEAD = 3  # words of "in a surprise" before "move"
_DRIVEN, _OUT = frozenset(("pushed", "driven", "pressed")), (["from"], ["out"])
_SUFFERS = frozenset("is are was were been being be get got , and".split())
_FULL_STOPS, _INTO = frozenset('.!?"”'), frozenset(("into", "onto"))


def is_noun(trigger: Trigger, sentence: Sentence) -> bool:
    """Tell whether several words only seem to be a verb's: "on March 31 troops moved toward X".

    So in "in a surprise move, the army withdrew troops": one would "move" them with an "s".
    """
    if trigger.form == "fires":  # "supported by artillery and mortar fires, rebels moved on X"
        after, before = sentence.lower[trigger.first + 1], sentence.lower[trigger.first - 1]
        return after in _BEHIND_NOUN or (after in _PLACING and before in _FIRES)
    single = trigger.first == trigger.last or trigger.pattern.kind != "verb"
    if single or trigger.form not in _MOTIONS:
        return False
    first = trigger.first
    lead = sentence.lower[max(0, first - _LEAD) : first]
    if trigger.form == "march":
        dated = any(word[:1].isdigit() for word in (*lead[-1:], sentence.lower[first + 1]))
        if dated or (lead and sentence.words[first].text == "March"):
            return True
    one = lead[-2:-1] if lead[-1:] and lead[-1] in _SUDDEN else lead[-1:]
    return not _ONE.isdisjoint(one) or "".join(one).endswith(_OWNS)


def closes_opening(
    words: Sequence[str],
    first: int,
    last: int,
    taken: frozenset[int],
    is_past: Callable[[str], bool],
) -> bool:
    """Tell whether words ``[first, last]`` end a phrase, and a subject and its verb follow.

    So it is no verb with an object: those were not fought in "after a battle the rebels seized X".
    """
    low = max(0, first - _REACH)
    opener = next((n for n in range(first - 1, low - 1, -1) if words[n] in _OPENERS), None)
    if opener is None or not (opener == 0 or words[opener - 1] in _BEFORE):
        return False
    if not taken.isdisjoint(range(opener, first)) or "," in words[opener:first]:
        return False
    subject = last + 1 + (not _ARTICLES.isdisjoint(words[last + 1 : last + 2]))
    verb = subject
    while verb in taken and verb < subject + _SUBJECT:
        verb += 1
    then = words[verb] if subject < verb < len(words) else ""
    return then in _HAD or is_past(then)


def is_driven(trigger: Trigger, words: Sequence[str]) -> bool:
    """Tell whether those who are pushed from one place to another do not go of themselves.

    A headline leaves out that they "were", and those who go somewhere themselves go "into" it.
    """
    if trigger.form not in _DRIVEN or trigger.pattern.action is not Action.ADVANCE:
        return False
    leads = words[trigger.first + 1 : trigger.first + 2] in _OUT
    before = trigger.first - 1
    before -= before > 0 and words[before].endswith("ly")
    titled = words[-1] not in _FULL_STOPS and words[trigger.last] not in _INTO
    done_to = before < 0 or words[before] in _SUFFERS or titled
    return leads and (done_to or (trigger.form == "driven" and words[before] not in _HAVE))
