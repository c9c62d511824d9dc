"""Sentences that only tell who said what stood before them: "This was reported by the army"."""

from __future__ import annotations

import re

from claims.words import Sentence, straight

__all__ = ["TOLD", "tells_who_said_it"]

TOLD = r"(?:said|reported|stated|announced|informed|posted|wrote|published|noted)"
_WHAT = r"(?:this|that|it|the\s+(?:(?:relevant|corresponding)\s+)?(?:information|report|news))"
# "Said this on Facebook" and "wrote about it", but no "said this was" and "said it had". Nor does
# "it was reported by the army that Y fell" tell of what stands before it.
_SAID_SO = re.compile(
    rf"^\W*{_WHAT}\s+(?:was|is|has\s+been)\s+(?:also\s+)?{TOLD}\s+(?:\w+\s+){{0,2}}?(?:by|in)\b(?!.*\sthat\s)"
    rf"|\b{TOLD}\s+(?:this|so|about\s+(?:this|it))"
    r"(?=\s*(?:[.,]|$)|\s+(?:in|on|via|during|at|to|through)\s)",
    re.IGNORECASE,
)
_THIS = frozenset(("this", "that", "it", "so", "information", "report", "news"))


def tells_who_said_it(sentence: Sentence) -> bool:
    """Tell whether a sentence names who said what was told before it."""
    return not _THIS.isdisjoint(sentence.held) and bool(_SAID_SO.search(straight(sentence.text)))
