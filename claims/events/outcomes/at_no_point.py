"""Denials that a fronted word makes: "at no point was X overrun", "nowhere did they enter it"."""

from __future__ import annotations

import re

from claims.events.sentences.clause_words import DATING, RELATIVE
from claims.events.sentences.parse import Parsed
from claims.events.sentences.statements import SHARING
from claims.lexicon import Trigger

__all__ = ["is_at_no_point"]

_AT_NO = (
    r"(?:at\s+no\s+(?:point|time|stage|moment|hour)|(?:in|under|on)\s+no\s+(?:case|instance|way|sense|circumstances?|occasion"
    r"|account)|by\s+no\s+means|never(?:\s+once)?(?!\s+before)|nowhere(?!\s+near)"
    r"|not\s+(?:once|for\s+(?:a|one)\s+(?:single\s+)?(?:moment|minute|second|hour|day)|on\s+(?:a\s+single|one|any)\s+occasion))"
)
_WHERE = r"(?:\s+(?:in|on|along|during|since|around|near|inside|throughout)\s+[^,;.]{1,50}?)?"
_AUXILIARY = r"(?:did|do|does|had|has|have|was|were|is|are|would|could)"
# The verb's helper stands behind what is fronted, or it stands in front: "have in no way taken".
_DENIES = re.compile(
    rf"\b{_AT_NO}{_WHERE},?\s+{_AUXILIARY}\b|\b(?:had|has|have|was|were|is|are)\s+(?:{_AT_NO})\s",
    re.IGNORECASE,
)
_COMPARED = re.compile(r"\b(?:than|as\s+\w+ly|so\s+\w+ly|such)\b", re.IGNORECASE)
_ENDS = re.compile(
    r"\b(?:stop(?:ped|s)?|ceas(?:ed?|es)|halt(?:ed|s)?|abated?|eased?|let\s+up|relent(?:ed)?|paused?|end(?:ed)?)\b"
)
_FRONTED = frozenset("no never nowhere not".split())
_OPENING = RELATIVE | DATING | {"while", "as", "when", "because"}


def is_at_no_point(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a word set in front says that an event came about at no time or nowhere.

    "At no point have they shelled X as heavily" compares, and "at no point did they stop shelling
    it" says that they went on.
    """
    if _FRONTED.isdisjoint(parsed.sentence.held):
        return False
    text, start = parsed.sentence.text, parsed.sentence.start
    at = parsed.words[trigger.first].start - start
    found = next((m for m in _DENIES.finditer(text) if m.end() <= at), None)
    if found is None or any(p.search(text, found.end()) for p in (_COMPARED, _ENDS)):
        return False
    low = parsed.word_at(start + found.start())
    inner = parsed.clause(trigger.first)[0] > low and parsed.opener(trigger.first) in _OPENING
    return not (inner or parsed.statements.parted(low, trigger.first, *SHARING))
