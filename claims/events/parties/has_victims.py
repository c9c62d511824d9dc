"""Whether a verb kills others: "killed 11 people in an attack", but "were killed in" one."""

from __future__ import annotations

from claims.events.sentences.clause_words import BE
from claims.events.sentences.parse import Parsed
from claims.number_words import TWO_TO_TEN

__all__ = ["has_victims"]

_VICTIMS = TWO_TO_TEN.union(
    "a an the at more about around nearly almost over some several dozens scores hundreds eleven"
    " twelve civilians soldiers people".split()
)


def has_victims(parsed: Parsed, number: int) -> bool:
    """Tell whether a verb is no passive and kills others: "killed 11 people in an attack"."""
    at = number + 1 + (parsed.lower[number + 1 : number + 2] == ['"'])
    behind = "".join(parsed.lower[at : at + 1]) or "."
    passive = any(w.lower in BE for w in parsed.words[max(0, number - 2) : number])
    return not passive and (behind[0].isdigit() or behind in _VICTIMS or at in parsed.armed)
