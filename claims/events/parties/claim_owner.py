"""Whose a claim is that a noun names, for "its" and "they" in it: "reports by X that its army"."""

from __future__ import annotations

from claims.events.sentences.parse import Parsed
from claims.fighters.actors import ActorMention

__all__ = ["claim_owner"]

_CLAIMS = frozenset(
    "claim claims report reports assertion assertions allegation allegations statement statements"
    " announcement boast boasts".split()
)
_OWNERS = 12  # words from "claims" to "that"
_INSIDE = 8  # words from "that" to "its army"


def claim_owner(parsed: Parsed, number: int) -> ActorMention | None:
    """Return who made the claim in which a word stands, where a noun names it with its owner."""
    lower = parsed.lower
    if "that" not in parsed.sentence.held or _CLAIMS.isdisjoint(parsed.sentence.held):
        return None
    that = next((n for n in _back(number, _INSIDE) if lower[n] == "that"), 0)
    noun = next((n for n in _back(that, _OWNERS) if lower[n] in _CLAIMS), that)
    if noun == that:
        return None
    start, end = parsed.words[max(0, noun - 1)].start, parsed.words[that].start
    named = [m for m in parsed.actors if start <= m.start < end]
    if lower[noun + 1] in ("by", "of", "from"):  # "by X, who are based in Y, that"
        return next((m for m in named if m.start > parsed.words[noun].end), None)
    return named[-1] if named and named[-1].end <= parsed.words[noun].start else None


def _back(number: int, reach: int) -> range:
    return range(number - 1, max(-1, number - 1 - reach), -1)
