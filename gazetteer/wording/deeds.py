"""Places behind who did something there: "the capture by the army of X"."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["is_of_a_deed"]

_DEEDS = frozenset(
    """
    capture seizure recapture takeover retaking conquest occupation shelling bombing bombardment
    siege blockade encirclement liberation recovery storming
    """.split()
)
_DOERS = 6  # words of "capture by the Ruritanian army"


def is_of_a_deed(low: Sequence[str], of: int) -> bool:
    """Tell whether an "of" goes on with a deed by somebody, and names no army's home."""
    lead = low[max(0, of - _DOERS) : of]
    at = max((n for n, word in enumerate(lead) if word == "by"), default=0)
    return at > 0 and lead[at - 1] in _DEEDS
