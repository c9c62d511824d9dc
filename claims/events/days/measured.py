"""What is measured by an earlier day: "the largest attack since X fell", "the first since May"."""

from __future__ import annotations

import re

__all__ = ["up_to_measure"]

# "Attacked X, opening the largest offensive since 2016" tells of one attack.
_SINCE = re.compile(
    r"(?i)(?<!ing the )\b(?:first|second|third|such|only|most|worst|\w+est)\b[^,;]{0,60}? since\b"
)


def up_to_measure(clause: str, at: int) -> str:
    """Return a clause up to the "since" by which what it tells at a character is measured.

    Examples
    --------
    >>> up_to_measure("took Oru in their boldest push since the war of 2012", 0)
    'took Oru in their boldest push since'
    >>> up_to_measure("the largest raid since Oru fell in 2012", 27)
    'the largest raid since Oru fell in 2012'
    """
    measure = _SINCE.search(clause) if " since" in clause else None
    return clause[: measure.end()] if measure and at < measure.end() else clause
