"""Places that give themselves up: "the town of X surrendered", of which nobody is told to leave."""

from __future__ import annotations

from claims.events.sentences.clause_words import BE
from claims.events.sentences.parse import Parsed
from claims.events.sentences.verb_groups import group_start
from claims.events.spots.townlike import names_country
from claims.fighters.party import Roles
from claims.lexicon import Trigger

__all__ = ["taken_by", "yields"]

_YIELDS = ("surrender", "capitulat")
_RELATIVE = frozenset(("which", "that"))
# What goes on behind the verb where nothing is its object: "X surrendered to", "X surrendered."
_ON = frozenset(
    """
    . , ; : ) " to on at in without after when as with and but before by late early yesterday today
    """.split()
).union(("",))


def yields(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether it is a place that surrenders, so that it falls to whoever besieged it.

    Where a state does, its army gives up; a capital that "surrendered X to Y" is a government.
    """
    if not trigger.form.startswith(_YIELDS) or trigger.pattern.kind != "verb":
        return False
    at = group_start(parsed, trigger.first) - 1
    if parsed.lower[trigger.first - 1] in BE or not _ends(parsed, trigger.last + 1):
        return False
    at -= at > 0 and parsed.lower[at] in _RELATIVE
    at -= at > 0 and parsed.lower[at] == ","
    subject = [s for s in parsed.spots if parsed.word_at(s.mention.end - 1) == at]
    # "The garrison of X", "troops in X" are men
    return any(not s.lead and not names_country(s.mention.expression) for s in subject)


def _ends(parsed: Parsed, behind: int) -> bool:
    word = "".join(parsed.lower[behind : behind + 1])
    dated = word.isalpha() and any(parsed.word_at(t.start) == behind for t in parsed.times)
    return word in _ON or word.endswith("ly") or dated


def taken_by(parsed: Parsed, trigger: Trigger, roles: Roles) -> Roles:
    """Return who takes a place that surrenders: "X surrendered to Y"."""
    told = "to" in parsed.lower[trigger.last + 1 : parsed.clause(trigger.last)[1]]
    return Roles(actor=roles.opponent if told else None)
