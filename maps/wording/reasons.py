"""Why a place was taken or passed over, as readers are told it: without the points it was given."""

from __future__ import annotations

import re

__all__ = ["reason_words"]

# As gazetteer.meaning.rank and the index of spellings write them.
_POINTS = re.compile(r" \(([+-]?)\d\.\d+\)$")


def reason_words(why: str) -> str:
    """Return reasons without their points, those that speak against the place last and as such.

    Examples
    --------
    >>> reason_words("like 'Soran' (0.86); a farm (-0.08); 3 km from Hama (+0.27)")
    "like 'Soran'; 3 km from Hama; against it: a farm"
    """
    parts = why.split("; ")
    against = {part for part in parts if (found := _POINTS.search(part)) and found[1] == "-"}
    told = [_POINTS.sub("", part) for part in parts if part not in against]
    odds = [_POINTS.sub("", part) for part in parts if part in against]
    return "; ".join([*told, f"against it: {', '.join(odds)}"] if odds else told)
