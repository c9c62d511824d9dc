"""Who calls somebody to tell something: "telephoned the paper to say that X had fallen"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.words import Word

__all__ = ["calls_to"]

_CALLED = frozenset("telephoned phoned called rang contacted wrote texted emailed".split())
_MESSAGES = frozenset("say announce claim confirm declare report deny".split())
_CALL = 14  # words from there to "say"


def calls_to(words: Sequence[Word], number: int) -> int:
    """Return where somebody calls to say what follows, else ``number`` itself."""
    lead, told = number - 1, [word.lower for word in words[number : number + 2]]
    if told[0] not in _MESSAGES or told[1:] != ["that"] or lead < 1 or words[lead].lower != "to":
        return number
    low = max(0, number - _CALL)
    return next((n for n in range(lead - 1, low - 1, -1) if words[n].lower in _CALLED), number)
