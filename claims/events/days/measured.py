"""What is measured by an earlier day: "the largest attack since X fell", "the first since May"."""

from __future__ import annotations

import re

__all__ = ["up_to_measure"]

# "Attacked X, opening the largest offensive since 2016" tells of one attack.
_SINCE = re.compile(
    r"(?i)(?<!ing the )\b(?:first|second|third|such|only|most|worst|\w+est)\b[^,;]{0,60}? since\b"
)
_PARTING = re.compile(r"[,;]|\b(?:with|and|but|as|while|when)\b")


def up_to_measure(clause: str, at: int) -> str:
    """Return a clause up to the "since" by which what it tells at a character is measured.

    What happened then keeps its day.

    Examples
    --------
    >>> up_to_measure("took Oru in their boldest push since the war of 2012", 0)
    'took Oru in their boldest push since'
    >>> up_to_measure("the largest raid since Oru fell in 2012", 27)
    'the largest raid since Oru fell in 2012'
    >>> up_to_measure("the largest raid since 2012 with fighting in Oru", 33)
    'the largest raid since'
    """
    measure = _SINCE.search(clause) if " since" in clause else None
    if measure is None or not (at < measure.end() or _PARTING.search(clause, measure.end(), at)):
        return clause
    return clause[: measure.end()]
