"""Lands and towns to which people came who may tell what they left: "refugees reaching X said"."""

from __future__ import annotations

import re

from claims.fighters.phrase import Phrase
from claims.fighters.tokens import Tokens

__all__ = ["is_haven", "lies_aside"]

_REACHED = re.compile(
    r"\b(?:refugees?|residents?|villagers?|civilians?|survivors?|people|families|travell?ers?|inhabitants"
    r"|monks?|nuns?|priests?|workers?|journalists?|evacuees?|deserters?|returnees|missionar(?:y|ies))"
    r"\s(?:[\w-]+\s){0,3}?"
    r"(?:reach(?:ing|ed)|(?:arriv(?:ing|ed)|sheltering|resting)\s(?:in|at|from\s\w+\sin)"
    r"|(?:fleeing|fled|escaping|escaped|evacuated)\s(?:in)?to"
    r"|(?:cross(?:ing|ed)|stream(?:ing|ed)|pour(?:ing|ed)|flood(?:ing|ed))\s(?:over\s)?(?:in)?to)"
    r"\s(?:neighbou?ring\s)?$",
    re.IGNORECASE,
)
_NEAR = 120  # characters before a place that may say so


def is_haven(text: str, start: int) -> bool:
    """Tell whether the words before a place of a text say that people came there."""
    return _REACHED.search(text, max(0, start - _NEAR), start) is not None


def lies_aside(tokens: Tokens, phrase: Phrase) -> bool:
    """Tell whether a land is only where people came to: "refugees reaching Chad said soldiers"."""
    bare = phrase.kind == "country" and not phrase.armed and not phrase.owner
    return bare and is_haven(tokens.text, tokens.starts[phrase.first])
