"""Sentences that only tell who said what stood before them: "This was reported by the army"."""

from __future__ import annotations

import re

from claims.words import Sentence, straight

__all__ = ["THIS_WAS_TOLD", "TOLD_THIS", "tells_who_said_it"]

_TOLD = r"(?:said|reported|stated|announced|informed|posted|wrote|published|noted)"
_WHAT = r"(?:this|that|it|the\s+(?:(?:relevant|corresponding)\s+)?(?:information|report|news))"
# "This was reported today [by X]".
THIS_WAS_TOLD = rf"{_WHAT}\s+(?:was|is|has\s+been)\s+(?:also\s+)?{_TOLD}\s+(?:\w+\s+){{0,2}}?"
# "[X] said this on Facebook", "wrote about it", but no "said this was" and "said it had".
TOLD_THIS = (
    rf"{_TOLD}\s+(?:this|so|about\s+(?:this|it))"
    r"(?=\s*(?:[.,]|$)|\s+(?:in|on|via|during|at|to|through)\s)"
)
# "It was reported by the army that Y fell" tells of nothing that stands before it.
_SAID_SO = re.compile(rf"^\W*{THIS_WAS_TOLD}(?:by|in)\b(?!.*\sthat\s)|\b{TOLD_THIS}", re.IGNORECASE)
_THIS = frozenset(("this", "that", "it", "so", "information", "report", "news"))


def tells_who_said_it(sentence: Sentence) -> bool:
    """Tell whether a sentence names who said what was told before it."""
    return not _THIS.isdisjoint(sentence.held) and bool(_SAID_SO.search(straight(sentence.text)))
