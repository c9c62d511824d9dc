"""Whose words a report is that says "our troops" and "the enemy" itself, and names no issuer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from claims.fighters.cast import Cast
from claims.fighters.phrase import Phrase
from claims.fighters.tokens import Tokens

__all__ = ["own_voice"]

_OWN = frozenset(("our", "enemy"))
_MOST = 2  # sentences that speak so; a wire may once say "enemy" of its own


def own_voice(tokens: Tokens, phrases: Sequence[Phrase], cast: Cast) -> str | None:
    """Return the side in whose voice a report is written, or None where it is nobody's.

    It is the side that the report says does something to the enemy; else, where one side alone
    is called the occupiers or invaders, the side that fights it.
    """
    spoken = [p for p in phrases if p.kind in _OWN and not _is_quoted(tokens, p)]
    if len({p.sentence for p in spoken}) < _MOST:
        return None
    enemies = [p for p in spoken if p.kind == "enemy"]
    acting = Counter(
        first.side
        for enemy in enemies
        for first in [next(p for p in phrases if p.sentence == enemy.sentence and p.armed)]
        if first.side and first.free and first.side not in cast.called_enemy
    )
    if acting:
        return acting.most_common(1)[0][0]
    return cast.against(*cast.called_enemy) if len(cast.called_enemy) == 1 else None


def _is_quoted(tokens: Tokens, phrase: Phrase) -> bool:
    """Tell whether a phrase stands in quotation marks of its paragraph."""
    start = tokens.starts[phrase.first]
    before = tokens.text[tokens.text.rfind("\n", 0, start) + 1 : start]
    return bool(before.count('"') % 2) or before.count("“") > before.count("”")
