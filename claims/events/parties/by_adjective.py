"""Who an adjective stands for: "Russian fire", "rebel hands", "a South African attack"."""

from __future__ import annotations

from claims.events.parties.meant import Meant
from claims.events.sentences.parse import Parsed
from claims.fighters.party import Party

__all__ = ["by_adjective"]


def by_adjective(parsed: Parsed, number: int, meant: Meant) -> Party | None:
    """Return whom the adjective whose last word is ``number`` means, None where it means nobody."""
    word = parsed.words[number]
    side = meant.finder.adjective_side(word.text, word.start)
    if not side:
        return None
    start, shift = meant.finder.adjectives.start(word.text, word.start), parsed.sentence.start
    text = parsed.sentence.text[max(0, start - shift) : word.end - shift]
    return Party(
        text=text.removesuffix("'s").removesuffix("’s"), side=side, start=start, end=word.end
    )
