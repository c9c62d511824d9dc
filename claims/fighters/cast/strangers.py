"""Sides of those who fight in a land that is not theirs, once the others have theirs."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from claims.fighters.cast.intruders import leave_intruders
from claims.fighters.cast.leaders import side_with_hirers
from claims.fighters.cast.services import side_services
from claims.fighters.phrase import Phrase
from claims.fighters.tokens import Tokens

__all__ = ["side_strangers"]


def side_strangers(
    tokens: Tokens, phrases: Sequence[Phrase], armed: Collection[str], *, known: bool
) -> None:
    """Give hirelings, intruders and the services of powers the sides that they fight for.

    ``armed`` are the states whose forces are told of; ``known`` tells whether a theatre knows the
    war.
    """
    side_services(tokens, phrases, armed, known=known)
    side_with_hirers(tokens, phrases)
    leave_intruders(tokens, phrases)
