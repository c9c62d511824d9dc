"""Verbs whose subject is who speaks, over what is said: "said X fell and vowed to win it back"."""

from __future__ import annotations

from claims.events.sentences.clauses import says_before
from claims.events.sentences.parse import Parsed

__all__ = ["speaks_on"]

_OWNS_UP = frozenset("denied denies denying admitted admits acknowledged acknowledges".split())
_VOWS = frozenset("vowed vows swore".split())


def speaks_on(parsed: Parsed, start: int, form: str) -> bool:
    """Tell whether a verb that starts at a word goes on with who says what stands before it.

    "Said it held X, to which others flew, and denied losing Y", "said the army had bombed X and
    vowed to march on Y".
    """
    lower = parsed.lower
    if start < 2:
        return False
    if lower[start] in _VOWS:
        return lower[start - 1] == "and" and says_before(parsed, start)
    joined = lower[start - 1] in _OWNS_UP and lower[start - 2] in ("and", "but", ",")
    return joined and form.endswith("ing")
