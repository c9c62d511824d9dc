"""Keep out words that look like events and are none."""

from __future__ import annotations

import re

from claims.lexicon import Trigger
from claims.parse import Parsed

__all__ = ["is_event"]

_COMPARED = frozenset(["unlike", "like", "than"])
_NOT_BEFORE_NOUN = frozenset(
    ["no", "without", "any", "future", "possible", "potential", "phone", "press", "media"]
)
_NOUN_OF = re.compile(r"^(?:of\s+attrition|of\s+ideas|of\s+words)\b", re.IGNORECASE)
_ADVANCED_ON = frozenset(
    [
        "into",
        "to",
        "toward",
        "towards",
        "on",
        "in",
        "through",
        "from",
        "deeper",
        "within",
        "several",
        "against",
        "along",
        "further",
        "for",
        "up",
        "north",
        "south",
        "east",
        "west",
    ]
)
_ADJECTIVAL_NOUNS = frozenset(
    [
        "operations",
        "operation",
        "weapons",
        "capabilities",
        "capability",
        "missions",
        "mission",
        "drones",
        "technology",
        "points",
        "force",
        "forces",
        "aircraft",
        "group",
        "groups",
    ]
)
_PAST_YEAR = re.compile(
    r"\b(?:in|since|until|back in)\s+(?:late\s+|early\s+|mid-)?(?:\w+\s+)?(19\d\d|20\d\d)\b"
)
_DETERMINERS = frozenset(
    [
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "any",
        "some",
        "his",
        "her",
        "its",
        "their",
        "our",
        "each",
        "several",
        "two",
        "three",
        "four",
        "five",
    ]
)


def is_event(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a trigger words an event: no adjective, comparison or figure of speech."""
    words = parsed.words
    before = words[trigger.first - 1].lower if trigger.first else ""
    after = words[trigger.last + 1].lower if trigger.last + 1 < len(words) else ""
    earlier = {w.lower for w in words[max(0, trigger.first - 3) : trigger.first]}
    if earlier & _COMPARED or before in _NOT_BEFORE_NOUN:
        return False
    if _NOUN_OF.match(" ".join(w.lower for w in words[trigger.last + 1 : trigger.last + 3])):
        return False
    if trigger.form == "advanced" and trigger.first == trigger.last:
        return after in _ADVANCED_ON
    if trigger.pattern.kind == "noun" and after in _ADJECTIVAL_NOUNS:
        return False
    if (
        trigger.pattern.kind == "verb"
        and trigger.first == trigger.last
        and _is_noun_use(before, trigger.form)
    ):
        return False
    return not after.startswith("-")


def _is_noun_use(before: str, form: str) -> bool:
    """Tell whether a bare verb form is a noun here: "their attack", "the raid"."""
    return before in _DETERMINERS and not form.endswith(("ing", "ed"))
