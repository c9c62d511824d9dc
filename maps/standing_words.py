"""How a claim stands among the others, in the words of its card."""

from __future__ import annotations

from claims.situation import NotDrawn, ResolvedClaim

__all__ = ["grade_words", "voices_words"]


def voices_words(item: ResolvedClaim | NotDrawn) -> str:
    """Say how many independent voices say it, and whether the speaker's own side loses by it."""
    standing = item.standing
    if standing is None:
        return ""
    count = "1 voice" if standing.voices == 1 else f"{standing.voices} independent voices"
    return f"{count}, against the speaker's own interest" if standing.against_interest else count


def grade_words(item: ResolvedClaim | NotDrawn) -> str:
    """Give the grade with its two reasons: the source, then the claim; both judged apart."""
    if item.standing is None:
        return ""
    grade = item.standing.grade
    return f"{grade.code}: {grade.why_reliable}; {grade.why_credible}"
