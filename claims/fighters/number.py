"""Whether words for those who fight are one or many: "it" is the army, "they" are the rebels."""

from __future__ import annotations

import re

from claims.sides.groups import listed

__all__ = ["number_of"]

_MANY = frozenset(
    "troops police men militiamen infantry mujahideen mujahedin gunmen servicemen".split()
)
# "Fighters loyal to Jan Roe", "militiamen of the Front": the head says how many.
_BEHIND_HEAD = re.compile(r"\s(?:of|loyal|allied|under|from|backing)\s")
_EITHER = listed("one_or_many").union(("forces", "personnel", "aircraft"))


def number_of(text: str) -> bool | None:
    """Return True where words are plural, False where singular, None where both are said of them.

    Examples
    --------
    >>> number_of("Chadian rebels"), number_of("the army"), number_of("Syrian Democratic Forces")
    (True, False, None)
    """
    head = _BEHIND_HEAD.split(text, maxsplit=1)[0] if " " in text else text
    last = head.rpartition(" ")[2].lower().strip(")")
    if last in _EITHER or (text.isupper() and len(text) <= 6):
        return None
    return last in _MANY or (last.endswith("s") and not last.endswith("ss"))
