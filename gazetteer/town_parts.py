"""Words for the parts of a town, and for what a town has one of."""

from __future__ import annotations

import re

__all__ = [
    "AIRFIELDS",
    "INSIDE",
    "OF_TOWN",
    "PARTS_OF_TOWN",
    "QUARTERS",
    "SITES",
    "STANDS_IN_TOWN",
    "URBAN",
    "any_part",
    "tells_of_quarter",
]

QUARTERS = frozenset("quarter neighbourhood neighborhood suburb".split())
_QUARTER = re.compile(rf"\b(?:{'|'.join(sorted(QUARTERS))})s?\b", re.IGNORECASE)
PARTS_OF_TOWN = QUARTERS | {"district"}  # a district may also be a part of a province

#: What only a town has; villages and provinces have schools and hospitals as well.
URBAN = QUARTERS | {"roundabout", "square", "street", "avenue", "boulevard"}

#: What stands in the town that a text speaks of, where the text does not say in which.
STANDS_IN_TOWN = frozenset(
    """
    hospital clinic mosque church school university market bazaar palace hotel prison jail square
    street stadium cemetery cathedral museum neighbourhood neighborhood quarter suburb
    """.split()
)

#: Of these a town has one even where it lies beside it: "the airport outside X".
AIRFIELDS = frozenset(("airport", "airfield", "air base", "airbase", "airstrip"))

#: Of these a town has one, so that "the airport in X" is that of X.
SITES = AIRFIELDS | {"refinery", "dam"}

#: What stands in a town where the text says that it is the town's: "X's prison", "the bridge in X".
INSIDE = (STANDS_IN_TOWN - PARTS_OF_TOWN) | frozenset(
    "station headquarters bridge junction crossroads roundabout intersection citadel castle".split()
)

#: What is a town's own where the text says so, in it or beside it: "X's airport".
OF_TOWN = SITES | INSIDE | frozenset("base barracks garrison depot plant factory port fort".split())


def any_part(*, plural: bool = False) -> str:
    """Return a pattern for one of the words; with ``plural`` they may have an "s"."""
    return f"(?:{'|'.join(sorted(PARTS_OF_TOWN))}){'s?' if plural else ''}"


def tells_of_quarter(text: str) -> bool:
    """Tell whether words are of a quarter: "the road out of the suburb of X"."""
    return _QUARTER.search(text) is not None
