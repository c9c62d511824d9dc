"""Whose "his men" and "its forces" are of a speaker who stands for no side known."""

from __future__ import annotations

import re

from claims.claimants.speech import is_speech
from claims.events.sentences.parse import Parsed
from claims.fighters.actors import ActorFinder, ActorMention
from claims.fighters.party import Party, Roles
from gazetteer.spellings.english import is_ordinary

__all__ = ["are_some_group", "are_somebodys", "is_a_places", "is_a_strangers", "settled"]

# Who speaks for those told of before: "Jan Roe, its leader", "the group's leader".
_OF_THOSE = re.compile(r"\b(?:its|their)\b|\w['’]s?\s", re.IGNORECASE)
_ITS_CHIEF = re.compile(r",\s(?:its|their)\s[^,]+,")
_VAGUE = frozenset("forces fighters militia militias militiamen".split())
_HIS = frozenset(("his", "her"))
_GROUPS = frozenset("movements factions parties groups movement party".split())
_KEEPERS = frozenset("garrison defenders guards occupants".split())
_WHOSE = _HIS | {"its", "their"}


def are_somebodys(parsed: Parsed, actor: Party | None) -> bool:
    """Tell whether forces are told to be somebody's: "his forces" of whom no more is known.

    So are "the force's helicopters", whichever force is meant.
    """
    at = parsed.word_at(actor.start) if actor and actor.start is not None else 0
    whose = parsed.lower[at - 1] if at else ""
    return whose in _WHOSE or whose.endswith(("'s", "’s"))


def settled(roles: Roles, parsed: Parsed, finder: ActorFinder) -> Roles:
    """Take fighters of whom no more is said for those whom their opponents fight.

    "His forces", of one who is of no side known, are so only where they fight a state at home.
    """
    actor, opponent = roles.actor, roles.opponent
    named = actor.text.lower().split()[-1:] if actor and actor.side is None else []
    if not actor or _VAGUE.isdisjoint(named) or not opponent or not opponent.side:
        return roles
    if are_somebodys(parsed, actor) and opponent.side != finder.at_home:
        return roles
    return Roles(actor=actor._replace(side=finder.opposite(opponent.side)), opponent=opponent)


def are_some_group(parsed: Parsed, number: int) -> bool:
    """Tell whether groups speak whom nobody knows: "the movements said they would defend X"."""
    return parsed.lower[number] == "they" and not _GROUPS.isdisjoint(parsed.lower[:number])


def is_a_places(parsed: Parsed, mention: ActorMention) -> bool:
    """Tell whether those who keep a place are its own: "X, which its garrison left"."""
    number = parsed.word_at(mention.start)
    number -= parsed.lower[number] not in _WHOSE
    keeps = mention.text.rpartition(" ")[2].lower() in _KEEPERS
    return keeps and parsed.lower[number - 1 : number + 1] in (["which", "its"], ["which", "their"])


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
    if parsed.lower[max(0, number - 1)] in ("its", "their"):
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
    name, before = parsed.words[verb - 1], parsed.words[max(0, verb - 2)]
    # "Jan Roe said their forces": those he speaks of
    person = verb > 1 and before.text[:1].isupper()
    if parsed.lower[its] == "their" and (person or is_ordinary(name.text)):
        return False
    return name.text[:1].isupper() and not any(m.start <= name.start < m.end for m in parsed.actors)
