"""How many independent voices say a thing: distinct claimants with distinct origins."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

__all__ = ["count_voices"]


def count_voices(said: Iterable[tuple[str, str]]) -> int:
    """Return the most claimants that can be given an origin each of its own.

    Parameters
    ----------
    said
        Who says it and the origin of the story in which they do, a pair for each claim.

    Notes
    -----
    A maximum matching of claimants and origins (augmenting paths; Kuhn 1955). Ten copies of one
    story add no origin, and one agency quoted by ten outlets adds no claimant.

    Examples
    --------
    >>> count_voices([("monitor", "wire-1"), ("monitor", "paper-2"), ("monitor", "wire-1")])
    1
    >>> count_voices([("monitor", "wire-1"), ("army", "wire-1"), ("army", "paper-2")])
    2
    """
    origins: dict[str, set[str]] = {}
    for claimant, origin in said:
        origins.setdefault(claimant, set()).add(origin)
    given: dict[str, str] = {}
    return sum(_given_one(claimant, origins, given, set()) for claimant in sorted(origins))


def _given_one(
    claimant: str, origins: Mapping[str, set[str]], given: dict[str, str], seen: set[str]
) -> bool:
    for origin in sorted(origins[claimant] - seen):
        seen.add(origin)
        if origin not in given or _given_one(given[origin], origins, given, seen):
            given[origin] = claimant
            return True
    return False
