"""What police do without any war: "police raided a house in X", "fired on a crowd"."""

from __future__ import annotations

from claims.claim import Action
from claims.events.event import Event
from claims.events.parties.crowds import VERB_GROUP
from claims.events.sentences.parse import Parsed
from claims.lexicon import Trigger
from claims.scene import scene
from claims.word_lists import word_list

__all__ = ["is_policing"]

_POLICE = frozenset("police policeman policemen detectives gendarmes constables".split())
_FIRES = frozenset((Action.ATTACK, Action.STRIKE, Action.CLASH, Action.ENCIRCLE))
# "Attacked homes in X" may be what police do who fight as an army does.
_DEEDS = ("raid", "storm", "search", "surround", "seal", "cordon", "fire", "open", "clash", "kill")
_PLAIN = frozenset(
    """
    the local riot armed state military special federal national anti-terror anti-terrorism
    counter-terror counter-terrorism counterterrorism elite plainclothes
    """.split()
)
# What police of any people do at a house without any war: whoever they take there may be wanted.
_ARRESTS = frozenset("arrested arresting detained detaining arrest arrests".split())
_KILLS = frozenset(
    "killed killing kill dead died fought battle gunbattle firefight shootout fighting".split()
)
_LINKS = frozenset(("who", "and", "on", "in", "also"))
_OBJECT = 7  # words behind a verb in which it has its object
_HOMES = word_list("homes")
_FOLK = word_list("dispersed")


def is_policing(event: Event) -> bool:
    """Tell whether police search a house or face a crowd, with no word of war beside it."""
    parsed, trigger = event.parsed, event.trigger
    if event.action not in _FIRES or _POLICE.isdisjoint(parsed.sentence.held):
        return False
    held = parsed.sentence.held
    arrests = not _ARRESTS.isdisjoint(held) and _KILLS.isdisjoint(held)
    warlike = not (arrests or scene().warfare.isdisjoint(held))
    if warlike or not trigger.form.startswith(_DEEDS):
        return False
    low, high = parsed.clause(trigger.first)
    low = parsed.clause(low - 2)[0] if parsed.opener(trigger.first) == "who" and low > 1 else low
    ahead = range(low, trigger.first)
    if not any(_acts(parsed, number, trigger, named=arrests) for number in ahead):
        return False
    behind = parsed.lower[trigger.first : min(high, trigger.last + _OBJECT) + 1]
    return not (_HOMES.isdisjoint(behind) and _FOLK.isdisjoint(behind))


def _acts(parsed: Parsed, number: int, trigger: Trigger, *, named: bool) -> bool:
    """Tell whether a word is police who do it, and no "police camp".

    A people's police may be as an army is, but where they are ``named`` and arrest somebody.
    """
    word, words = parsed.lower[number], parsed.words
    if word not in _POLICE:
        return False
    people = number > 0 and words[number - 1].text[:1].isupper()
    behind = parsed.lower[number + 1 : trigger.first]
    peoples = people and words[number - 1].lower not in _PLAIN and not named
    return not peoples and all(w in VERB_GROUP or w in _LINKS or w.endswith("ly") for w in behind)
