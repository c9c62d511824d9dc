"""Places set in front of their clause, whatever leads up to it: "On Monday, in X, rebels"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.gaps import TIMES
from claims.number_words import is_count

__all__ = ["is_fronted"]

_ARTICLES = frozenset("the a an both".split())
# Behind these a clause begins; a comma parts it from a lead ("Meanwhile, in X").
_OPENS = frozenset(", : ; that and but \" “ ' ‘ – —".split())
_WHEN = TIMES.union(
    """
    on in at by during over after about around the a an this that these last past next same early
    late later earlier mid also and but of hour hours day days week weeks weekend month months year
    years minute minutes first second third local time gmt p.m a.m p.m. a.m. pm am then
    meanwhile elsewhere
    """.split()
)
_LONGEST = 12  # words of "For the first time since the talks broke down in May,"


def is_fronted(lower: Sequence[str], first: int) -> bool:
    """Tell whether a place whose first word has a number opens its clause, with its preposition.

    >>> is_fronted("later in the day in the maru hills rebels".split(), 6)
    True
    >>> is_fronted("rebels shelled posts in maru".split(), 4)
    False
    """
    at = first - 1
    while at > 0 and lower[at] in _ARTICLES:
        at -= 1
    if at < 1:
        return True
    if at > _LONGEST:
        return False
    return lower[at - 1] in _OPENS or all(w in _WHEN or is_count(w) for w in lower[:at])
