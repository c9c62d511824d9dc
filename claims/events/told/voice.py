"""Who asserts an event: whoever speaks around it, unless the reporter recalls it in between."""

from __future__ import annotations

from claims.claimants.attribution import Attribution, attribute
from claims.events.sentences.clause_words import RELATIVE
from claims.events.sentences.parse import Parsed
from claims.events.sentences.verb_groups import group_start
from claims.lexicon import Trigger

__all__ = ["voice_of"]

_SAID = frozenset("said told claimed announced reported added stated declared confirmed".split())
_PERFECT = frozenset(("had", "has", "have"))


def voice_of(parsed: Parsed, trigger: Trigger) -> Attribution:
    """Return who asserts an event: "said it had taken X, which rebels captured in May" is two.

    What somebody said is put in the past perfect; what a clause beside it dates without one, the
    reporter tells.
    """
    said = attribute(parsed.cues, parsed.words[trigger.first].start)
    if said.claimant == "outlet" or said.denies or not _is_recalled(parsed, trigger):
        return said
    return Attribution(claimant="outlet")


def _is_recalled(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a relative clause dates an event in the plain past, behind "said it had"."""
    low, high = parsed.clause(trigger.first)
    opened = low > 1 and parsed.lower[low - 1] in RELATIVE and parsed.relates(low - 1)
    if not opened or trigger.pattern.kind == "held":
        return False
    before = parsed.lower[: low - 1]
    told = "had" in before and not _SAID.isdisjoint(before[: before.index("had")])
    first = group_start(parsed, trigger.first)
    plain = _PERFECT.isdisjoint(parsed.lower[low : trigger.first + 1]) and first >= low
    dated = any(t.day and low <= parsed.word_at(t.start) <= high for t in parsed.times)
    return told and plain and dated and "," in before[before.index("had") :]
