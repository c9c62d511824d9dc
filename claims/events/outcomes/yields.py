"""Places that give themselves up: "the town of X surrendered", of which nobody is told to leave."""

from __future__ import annotations

from claims.events.sentences.clause_words import BE
from claims.events.sentences.parse import Parsed
from claims.events.sentences.verb_groups import group_start
from claims.lexicon import Trigger

__all__ = ["yields"]

_YIELDS = ("surrender", "capitulat")
_RELATIVE = frozenset(("which", "that"))


def yields(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether it is a place that surrenders, so that it falls to whoever besieged it."""
    if not trigger.form.startswith(_YIELDS) or trigger.pattern.kind != "verb":
        return False
    at = group_start(parsed, trigger.first) - 1
    if parsed.lower[trigger.first - 1] in BE:
        return False
    at -= at > 0 and parsed.lower[at] in _RELATIVE
    at -= at > 0 and parsed.lower[at] == ","
    subject = [s for s in parsed.spots if parsed.word_at(s.mention.end - 1) == at]
    return any(not s.lead for s in subject)  # "the garrison of X", "troops in X" are men
