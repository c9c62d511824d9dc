"""A name's short form in brackets: "the Rapid Support Forces (RSF)"."""

from __future__ import annotations

from claims.fighters.phrase import Ground, Phrase

__all__ = ["with_short_form"]


def with_short_form(ground: Ground, phrase: Phrase) -> Phrase:
    """Take "(RSF)" behind the name that it is short for."""
    unit = ground.by_first.get(phrase.last + 2)
    words = ground.tokens.words[phrase.last + 1 : phrase.last + 4]
    if unit is not None and unit.side == phrase.side and words[:1] == ["("] and words[2:] == [")"]:
        phrase.last += 3
    return phrase
