"""Who answers for a deed of nobody's by the words behind it: "Y claimed responsibility"."""

from __future__ import annotations

import re

from claims.fighters.actors import ActorFinder

__all__ = ["accused_behind", "claims_it_behind", "is_left_unsaid"]

_OWNS = re.compile(
    r"(?P<who>[^.;]{3,70}?)\s+(?:(?:has|have|had|later)\s+)?claim(?:s|ed)?\s+responsibility\b"
    r"(?!\s+for\s+(?!the|this|that|it\b))",
    re.IGNORECASE,
)
_ACCUSING = re.compile(
    r"[^.;!?\n]{0,120}?,\s(?:accusing|blaming)\s(?P<who>[\w'’ -]{2,40}?)(?:\s(?:of|for)\b|[.,;])"
)
_NOBODY = re.compile(r"\b(?:no|none|nobody|not|never|den(?:y|ied|ies)|neither)\b", re.IGNORECASE)
# "It did not say who fired them", "it was not clear who had done it"
_UNSAID = re.compile(
    r"\b(?:(?:not|unable\s+to|cannot)\s+(?:say|tell|identify|specify|establish|determine|confirm|know)"
    r"|not\s+(?:immediately\s+|yet\s+)?(?:clear|known|certain)|unclear|unknown|uncertain)\s+"
    r"(?:which\s+side|by\s+whom|who\s+(?:(?:had|has|have|was|were)\s+)?(?:fir|launch|shot|shell|bomb|attack|start|carried|did|done"
    r"|responsible|behind|to\s+blame))",
    re.IGNORECASE,
)
_NEAR = 160  # characters from a deed to who claims responsibility for it


def claims_it_behind(text: str, end: int, finder: ActorFinder) -> str | None:
    """Return who claims responsibility behind a deed that ends at a place of the text."""
    owned = _OWNS.search(text, end, end + _NEAR)
    if owned is None or _NOBODY.search(owned["who"]):
        return None
    named = finder.find(owned["who"], owned.start("who"))
    return named[-1].side if named else None


def accused_behind(text: str, end: int, finder: ActorFinder) -> str | None:
    """Return whom those accuse who tell of a deed: "X was hit, they said, accusing Y of"."""
    laid = _ACCUSING.match(text, end)
    named = finder.find(laid["who"], laid.start("who")) if laid else ()
    return named[0].side if len(named) == 1 else None


def is_left_unsaid(text: str, end: int) -> bool:
    """Tell whether it is said behind a deed that nobody knows whose it is."""
    return _UNSAID.search(text, end, end + _NEAR) is not None
