"""Names that say whose something is and not where: "shelled Xan positions near Y"."""

from __future__ import annotations

from gazetteer.wording.phrases import Name
from gazetteer.wording.tokens import Tokens

__all__ = ["tells_whose"]

# What forces hold, in the plural: it has no name of its own.
_HELD = frozenset(
    "positions targets trenches lines strongholds bases camps posts outposts checkpoints"
    " bunkers hideouts fortifications defences defenses depots dumps installations facilities"
    " infrastructure vehicles tanks troops forces fighters".split()
)
# What stands between: "X fuel depots", "X mortar positions".
_KINDS = frozenset(
    "fuel ammunition arms weapons rocket missile mortar artillery tank naval air military training"
    " supply command drone radar gun front-line frontline defensive".split()
)
# One of these may be called after a town, but with "a" before the name it is somebody's.
_ONE = frozenset("position base camp checkpoint post outpost stronghold garrison barracks".split())
_THERE = frozenset("in near at around outside on north south east west".split())


def tells_whose(name: Name, tokens: Tokens) -> bool:
    """Tell whether a name that no gazetteer knows stands before what its bearers hold.

    "Xan positions" are, wherever they lie; "a Xan base" is where the place follows, for "a" tells
    that it has several. "The Xan base" is called so.
    """
    at = name.last + (tokens.low[name.last] in _KINDS)
    if name.known or at + 1 >= len(tokens.low):
        return False
    if tokens.low[at] in _HELD:
        return True
    one = tokens.low[name.first - 1 : name.first] in (["a"], ["an"])
    return one and tokens.low[at] in _ONE and tokens.low[at + 1] in _THERE
