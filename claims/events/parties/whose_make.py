"""Whose weapons of some make do it: "American B-52s", "a Libyan Scud", "hit by Paveways"."""

from __future__ import annotations

from claims.events.parties.by_adjective import by_adjective
from claims.events.parties.by_make import flown_by, is_flown
from claims.events.parties.meant import Meant
from claims.events.sentences.parse import Parsed
from claims.events.sentences.verb_groups import group_start
from claims.fighters.makes import is_make
from claims.fighters.party import Party
from claims.lexicon import Trigger

__all__ = ["made_by", "whose_make"]

_REACH = 4  # words before a verb in which its subject's people and make stand


def whose_make(parsed: Parsed, trigger: Trigger, meant: Meant) -> Party | None:
    """Return whose weapons of some make a verb's subject are, None where it is no make."""
    start = group_start(parsed, trigger.first)
    for number in range(start - 2, max(-1, start - _REACH), -1):
        make = parsed.words[number + 1].text
        several = make[:1].isupper() and make.endswith("s")
        whose = by_adjective(parsed, number, meant)
        if whose and (several or is_make(make, parsed.lower[start])):
            return whose
    return None


def made_by(parsed: Parsed, trigger: Trigger, meant: Meant) -> Party | None:
    """Return whose weapons of some make a deed is done by: "was destroyed by two Paveways"."""
    behind = parsed.lower[trigger.last + 1 : trigger.last + 1 + _REACH]
    if "by" not in behind:
        return None
    clause = " ".join(behind[behind.index("by") + 1 :])
    return Party(side=flown_by(clause, meant.finder.sides)) if is_flown(clause) else None
