"""Whether a capital's name is its state's for what stands behind: "Oslo's assault on the port"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

__all__ = ["pushes_on"]

_PUSHES = frozenset(
    "offensive counteroffensive counter-offensive counterattack counter-attack invasion incursion"
    " advance push onslaught".split()
)
# What befalls a city as well, unless more is said of where: "the capital's bombing".
_DEEDS = frozenset(
    "attack attacks assault assaults raid raids strike strikes airstrikes bombing bombardment"
    " shelling siege blockade capture seizure".split()
)
_ON = frozenset("on of against".split())


def pushes_on(behind: Sequence[str]) -> bool:
    """Tell whether the words behind "Oslo's" name what its forces do elsewhere.

    Examples
    --------
    >>> pushes_on(["long-awaited", "counterattack", "began", "on"])
    True
    >>> pushes_on(["shelling", "of", "the", "port"]), pushes_on(["shelling", "went", "on", "and"])
    (True, False)
    """
    pushes = not _PUSHES.isdisjoint(behind[:3])
    return pushes or any(one in _DEEDS and two in _ON for one, two in pairwise(behind))
