"""Events that came to nothing: "the assault on X, which lies on the road, had failed"."""

from __future__ import annotations

import re

from claims.claim import Action
from claims.events.clause_words import BE, RELATIVE
from claims.events.parse import Parsed
from claims.events.thrown_back import is_thrown_back
from claims.lexicon import Trigger

__all__ = [
    "attempt_noun",
    "comes_to_nothing",
    "is_beaten",
    "is_foiled",
    "is_lifted",
    "is_repulsed",
    "is_wiped_out",
    "met_at",
]

_ATTACKS = frozenset(
    (
        Action.ADVANCE,
        Action.ATTACK,
        Action.CAPTURE,
        Action.CUT,
        Action.ENCIRCLE,
        Action.PUSH_BACK,
        Action.RECAPTURE,
    )
)
_IN = frozenset((Action.ADVANCE, Action.CAPTURE, Action.RECAPTURE))  # who "entered X" was there
_MET = frozenset(
    """
    thwarted foiled repelled repulsed defeated beaten rebuffed frustrated crushed blunted contained
