"""Military posts whose name stands behind their kind: "Combat Outpost X", "Patrol Base X"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from gazetteer.wording import namewords, words
from gazetteer.wording.numbered import is_numeral
from gazetteer.wording.tokens import Tokens

__all__ = ["leads_post", "prefix_kind"]

_POSTS = {
    ("combat", "outpost"): "outpost", ("observation", "post"): "outpost",
    ("operating", "base"): "base", ("patrol", "base"): "base", ("fire", "base"): "base",
    ("support", "base"): "base",
}  # fmt: skip


def leads_post(tokens: Tokens, at: int) -> bool:
    """Tell whether the kind that ends at a token stands in front of the post's own name."""
    if (tokens.low[at - 1], tokens.low[at]) not in _POSTS or tokens.breaks[at + 1]:
        return False
    after = tokens.low[at + 1]
    own = after not in namewords.NOT_NAMES and after not in words.FEATURES
    return tokens.capital[at + 1] and own


def prefix_kind(name: Sequence[str]) -> str | None:
    """Return the kind that a name of several words opens with, None where it opens like no place.

    It is "" where the name is that of a place of whatever kind, as if it ends in a number.

    >>> prefix_kind(["forward", "operating", "base", "roe"]), prefix_kind(["tell", "roe"])
    ('base', '')
    """
    if len(name) < 2:
        return None
    kind = words.PREFIX_FEATURES.get(name[0])
    kinds = (_POSTS[pair] for pair in pairwise(name[:-1]) if pair in _POSTS)
    return next(kinds, "" if is_numeral(name[-1]) else None) if kind is None else kind
