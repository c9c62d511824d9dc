"""Who is named before a head as its owner: "General Roe's men", "the Northern Front's base"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.fighters.named.full_names import full_name, slug
from claims.fighters.phrase import Ground, Phrase
from claims.fighters.worded.possessives import OWNERS, POSSESSIVES
from gazetteer.wording.words import DIRECTIONS

__all__ = ["BODIES", "step_owner"]

BODIES = frozenset("battalion brigade division regiment company unit corps garrison".split())
"""Units, which may go by a name of their own."""
_SITES = frozenset(
    "airfield airfields airbase airport airstrip barracks defenders defences defenses"
    " garrison".split()
)
_POLICE = frozenset("police policemen gendarmes gendarmerie authorities".split())
_ARMIES = frozenset("army military police navy regime junta government".split())


def step_owner(ground: Ground, phrase: Phrase, number: int) -> int | None:
    """Take "General Roe's" or "the group's" before a head; return the next word to look at."""
    if _is_named(ground, number) and not phrase.side and _is_armys(ground, phrase, number):
        return None
    return _step_owner(ground, phrase, number)


def _step_owner(ground: Ground, phrase: Phrase, number: int) -> int | None:
    word = ground.tokens.lower[number]
    if word in ground.words.enemy or (phrase.kind == "named" and word in _ARMIES):
        # "the enemy's X Guards", "the Army's X Task Force" are no sides of their own
        phrase.kind, phrase.side = "enemy" if word in ground.words.enemy else "state", None
        phrase.first = number
        return number - 1 if number - 1 in ground.by_last else None
    if word in ground.words.state_owner or word in ground.words.state:
        if phrase.kind == "named":  # "the president's Anti-Terrorist Unit"
            phrase.kind, phrase.side = "state", None
        phrase.kind, phrase.first = phrase.kind or "state", number
        return number - 1 if number - 1 in ground.by_last else None
    if word in ground.words.rebel:
        phrase.kind, phrase.rebel = phrase.kind or "rebel", True
    elif (word in ground.words.group and not _is_named(ground, number)) or word in OWNERS:
        phrase.kind = phrase.kind or OWNERS.get(word, "group")
    elif ground.tokens.capital(number) and word not in ground.words.not_people:
        if phrase.side or phrase.kind not in ("", "unit"):
            owned = phrase.kind == "named" and ground.tokens.lower[phrase.last] in BODIES
            phrase.first = number if owned else phrase.first  # no place: "Roe's Lion Brigade"
            return None
        _step_named_owner(ground, phrase, number)
        return None
    else:
        return None
    phrase.first = number
    led = word in OWNERS and ground.tokens.lower[number - 1] in POSSESSIVES
    return number - 1 if led else None  # "his country's troops"


def _is_armys(ground: Ground, phrase: Phrase, number: int) -> bool:
    """Take "the People's Liberation Army's" before a head, an army of no state."""
    named = full_name(ground.tokens, number, ground.by_first)
    own = named is not None and named[1] == "named" and phrase.kind in ("", "unit")
    if named and own:
        phrase.first, phrase.kind, phrase.side, phrase.name = named
    return own


def _is_named(ground: Ground, number: int) -> bool:
    """Tell whether a word for a group ends a name: "the Popular Movement's"."""
    return number > 0 and ground.tokens.capital(number) and ground.tokens.capital(number - 1)


def _step_named_owner(ground: Ground, phrase: Phrase, number: int) -> None:
    """Take "the Northern Front's" by the whole name, "General Roe's" by the person's."""
    named = full_name(ground.tokens, number, ground.by_first)
    if _is_president(ground, number):
        phrase.first, phrase.kind = number, "state"
        return
    word = ground.tokens.lower[number]
    if named is None and _is_a_towns(ground.tokens.lower[phrase.last - 1 : phrase.last + 1]):
        return  # "Maru's airfield", "Maru's patrol police" and "Maru's northern side" are no man's
    person = number, "person", slug(word), word
    phrase.first, phrase.kind, phrase.side, phrase.name = named or person


def _is_a_towns(words: Sequence[str]) -> bool:
    """Tell whether a head, with the words beside it, is what a town has and no man."""
    before, head = words
    return head in _SITES or head in _POLICE or (head == "side" and before in DIRECTIONS)


def _is_president(ground: Ground, number: int) -> bool:
    """Tell whether a name is the head of state's: "President Jan Roe's forces"."""
    lead = ground.tokens.lower[max(0, number - 4) : number]
    return "president" in lead and not {"former", "ousted", "vice"} & set(lead)
