"""Military posts whose name stands behind their kind: "Combat Outpost X", "Patrol Base X"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from gazetteer.wording import namewords, words
from gazetteer.wording.tokens import Tokens

__all__ = ["before_own_name", "leads_post"]

_POSTS = frozenset(
    (of, kind)
    for kind, sorts in (
        ("outpost", "combat"),
        ("post", "observation"),
        ("base", "operating patrol fire support"),
    )
    for of in sorts.split()
)


def leads_post(tokens: Tokens, at: int) -> bool:
    """Tell whether the kind that ends at a token stands in front of the post's own name."""
    if (tokens.low[at - 1], tokens.low[at]) not in _POSTS or tokens.breaks[at + 1]:
        return False
    after = tokens.low[at + 1]
    own = after not in namewords.NOT_NAMES and after not in words.FEATURES
    return tokens.capital[at + 1] and own


def before_own_name(name: Sequence[str]) -> int:
    """Return how many words of a post's name only tell its kind, 0 where it is no post.

    >>> before_own_name(["forward", "operating", "base", "roe"]), before_own_name(["roe"])
    (3, 0)
    """
    kinds = (n + 2 for n, pair in enumerate(pairwise(name[:-1])) if pair in _POSTS)
    return next(kinds, 0)
