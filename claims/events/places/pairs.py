"""What "both towns" or "the two villages" stand for: as many places as they count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from claims.events.sentences.focus import Focus
from claims.events.spots.spot import Spot

__all__ = ["counted_apart"]

_COUNTED = re.compile(
    r"^(?:(?P<two>both|two)|(?:all\s+)?(?P<three>three))\s+(?:\w+\s+)?"
    r"(?:towns|cities|villages|places|districts|suburbs|neighbou?rhoods|settlements)$",
    re.IGNORECASE,
)
_POINTING = re.compile(r"\b(?:the|these|those)\s+$", re.IGNORECASE)


def counted_apart(spot: Spot, text: str, focus: Focus) -> Iterator[Spot]:
    """Yield a spot for each place that words such as "both towns" count, else the spot itself.

    Each starts at a word of its own ("both towns", "towns"), so that no two stand at one place.
    """
    expression, start = spot.mention.expression, spot.mention.start
    match = None if expression.heads else _COUNTED.match(expression.text)
    # "Rebels took two towns" counts places that nobody named.
    if match is None or not (
        match[0][0] in "Bb" or _POINTING.search(text, max(0, start - 6), start)
    ):
        yield spot
        return
    number = 2 if match["two"] else 3
    towns = focus.latest(number)
    if len(towns) < number:
        yield spot
        return
    words = [m.start() for m in re.finditer(r"\S+", expression.text)]
    for at, town in enumerate(towns):
        shift = words[min(at, len(words) - 1)]
        meant = replace(town, text=expression.text[shift:], feature_word=expression.feature_word)
        mention = replace(spot.mention, start=start + shift, expression=meant)
        yield spot._replace(mention=mention, listed=spot.listed or at > 0)
