"""Who an adjective stands for: "Russian fire", "rebel hands", "a South African attack"."""

from __future__ import annotations

from claims.events.parties.meant import Meant
from claims.events.sentences.parse import Parsed
from claims.fighters.party import Party

__all__ = ["by_adjective"]


_BOUNDS = (["border"], ["frontier"], ["boundary"])  # of two lands: "the Chadian-Xan border"


def by_adjective(parsed: Parsed, number: int, meant: Meant) -> Party | None:
    """Return whom the adjective whose last word is ``number`` means, None where it means nobody."""
    word = parsed.words[number]
    side = meant.finder.adjective_side(word.text, word.start)
    partner = meant.finder.adjectives.partner(word.text) if side else None
    behind = parsed.lower[number + 1 : number + 2]
    if not side or (partner and behind in _BOUNDS):
        return None
    start, shift = meant.finder.adjectives.start(word.text, word.start), parsed.sentence.start
    text = parsed.sentence.text[max(0, start - shift) : word.end - shift]
    text = text.removesuffix("'s").removesuffix("’s")
    others = (partner,) if partner else ()
    return Party(text=text, side=side, start=start, end=word.end, others=others)
