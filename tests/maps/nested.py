"""One report whose quotations lie in each other, overlap, and are the same words."""

from __future__ import annotations

from dataclasses import replace

from claims.claim import Span
from claims.situation import Situation
from tests.maps.situations import hama

__all__ = ["QUOTES", "TEXT", "nested"]

TEXT = (
    "Before the night. An officer said that fighters took the mill and the farm حماة by noon, "
    "and that the road is cut. After it.\n\nNothing more was said that day.\n\nAt dusk they left."
)
#: The same words twice, words within them, words that reach over their end, and words far below.
QUOTES = (
    "fighters took the mill and the farm حماة by noon",
    "fighters took the mill and the farm حماة by noon",
    "the farm حماة",
    "by noon, and that the road is cut",
    "At dusk they left.",
)


def nested() -> Situation:
    """Return a situation of these five claims in one report."""
    base = hama()
    report = replace(base.reports[0], text=TEXT)
    drawn = []
    for number, quote in enumerate(QUOTES):
        item, start = base.drawn[number], TEXT.index(quote)
        span = Span(start=start, end=start + len(quote))
        claim = replace(item.claim, doc=report.id, quote=quote, span=span)
        drawn.append(replace(item, claim=claim, contradicts=()))
    return replace(base, reports=(report,), drawn=tuple(drawn), not_drawn=())
