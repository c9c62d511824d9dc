"""Fixed words that people read on pictures and in reports, apart from the code that sets them."""

from __future__ import annotations

from claims.claim import Action, Status

__all__ = [
    "ACTIONS",
    "COLUMNS",
    "KICKER",
    "LIMITS",
    "REASONS",
    "REPORT",
    "SIGNS",
    "STATUSES",
    "WARNING",
    "outside_line",
    "tally_line",
]

KICKER = "CLAIMS, NOT VERIFIED"
LIMITS = "Claims, not verified. Absence is not calm. Not for navigation or targeting."
WARNING = (
    "Everything here is what somebody said, with who said it. Copies of one story count as one "
    "voice. What no report speaks of is not shown, and that does not mean that nothing happened."
)

ACTIONS = {
    Action.ADVANCE: "advance",
    Action.CAPTURE: "ground taken",
    Action.RECAPTURE: "ground retaken",
    Action.RETREAT: "retreat",
    Action.PUSH_BACK: "pushed back",
    Action.ATTACK: "attack",
    Action.CLASH: "clash",
    Action.STRIKE: "strike",
    Action.HOLD: "held",
    Action.DEPLOY: "reinforced",
    Action.ENCIRCLE: "encircled",
    Action.CUT: "route cut",
}
"""What a marker's sign stands for."""

STATUSES = {
    Status.OCCURRED: "occurred",
    Status.ONGOING: "ongoing",
    Status.PLANNED: "planned",
    Status.FAILED: "failed",
    Status.DENIED: "denied",
}

REASONS = {
    "no-place": "no place named",
    "unresolved": "place not found",
    "ambiguous": "several places fit",
    "stale": "tells of an earlier time",
    "too-vague": "place too vague to draw",
    "later": "published after the moment shown",
    "rejected": "rejected by a reviewer",
    "bad-shape": "its shape is not on the Earth",
    "withheld": "withheld by the publication policy",
}
"""Why a claim is not drawn, by the reason's code."""

SIGNS = {
    "sides": "Side that acts",
    "actions": "What is claimed",
    "reading": "How to read it",
    "hollow": "hollow: planned, failed or denied",
    "halo": "circle: how far off the place may be",
    "area": "hatched: somewhere in this area or distance",
    "line": "line: along this road or front",
    "arrow": "arrow: from where to where, as stated",
    "axis": "short arrow: only its direction is stated",
    "retreat": "hollow arrow: retreat",
    "disputed": "contradicted by another claim here",
    "several": "+2: claims of further sides",
    "wide": "named square: somewhere in a whole region",
    "claimants": "Claimants",
    "reports": "Reports",
    "credits": "Map data",
}
"""Words of the legend and the margin of a picture."""


REPORT = {
    "places": "Place by place",
    "against": "Contradictions, side by side",
    "table": "All claims",
    "missing": "Not drawn, and why",
    "sources": "Sources",
    "credits": "Data credits",
    "limits": "Limits",
    "nothing-missing": "Every claim is drawn.",
    "candidates": "could be",
    "undated": "no date",
    "claim": "Claim",
    "one": "One account",
    "other": "The other account",
}
"""Headings and fixed words of a written report."""

COLUMNS = ("No.", "Who says it", "What", "Status", "Where", "When", "Grade", "Source")
"""Headings of a report's table of claims."""


def tally_line(*, drawn: int, every: int) -> str:
    """Say how many claims a picture shows, and where the others are.

    Examples
    --------
    >>> tally_line(drawn=124, every=126)
    '124 of 126 claims drawn; the others are listed in the table or report.'
    >>> tally_line(drawn=3, every=3)
    '3 of 3 claims drawn.'
    """
    rest = "." if drawn == every else "; the others are listed in the table or report."
    return f"{drawn:,} of {every:,} {'claim' if every == 1 else 'claims'} drawn{rest}"


def outside_line(count: int) -> str:
    """Say how many of the drawn claims lie beyond the edge of the picture."""
    noun = "claim lies" if count == 1 else "claims lie"
    return f"{count:,} {noun} beyond the edge of the map, where arrows point."
