"""Words before a weapon that only say of what make it is: "B-52 bombers", "MiG fighters"."""

from __future__ import annotations

from claims.fighters.makes import is_make
from claims.fighters.phrase import Ground, Phrase

__all__ = ["joins_makes", "tells_make"]

_MAKES = frozenset(
    "mig migs sukhoi tupolev mirage kfir jaguar phantom skyhawk harrier tornado".split()
)
_FIGHTERS = frozenset(("fighter", "fighters"))


def joins_makes(ground: Ground, number: int) -> bool:
    """Tell whether an "and" stands between two makes: "Tornado and Typhoon aircraft"."""
    words = ground.tokens.words
    return 0 < number < len(words) - 2 and all(
        is_make(words[at], words[at + 1]) for at in (number - 1, number + 1)
    )


def tells_make(ground: Ground, phrase: Phrase, number: int) -> bool:
    """Tell whether a word says a head's make; "fighters" with one are aircraft, and nobody's."""
    word, head = ground.tokens.words[number], ground.tokens.lower[phrase.last]
    if head in _FIGHTERS and is_make(word, head):
        phrase.kind, phrase.first = "nobody", number
        return True
    made = word.lower() in _MAKES or any(map(str.isdigit, word))
    return made or head in ground.words.weapons
