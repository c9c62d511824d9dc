"""Claims from files: which of them are on a map that is made now."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from claims.read_claims import StatedClaim
from frontmap.refresh.ages import is_old_enough, moment_of
from frontmap.refresh.project import Policy, Project, Window
from frontmap.refresh.receive import Received

__all__ = ["Stated", "read_stated"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """Claims from files.

    Parameters
    ----------
    shown
        Those that may be published and lie in the window.
    held_back
        Ids of those that are too young.
    undated
        How many of these tell no day, and so never become old enough.
    outside
        Ids of those outside the window.
    """

    shown: tuple[StatedClaim, ...] = ()
    held_back: tuple[str, ...] = ()
    undated: int = 0
    outside: tuple[str, ...] = ()


def read_stated(
    received: Received, project: Project, *, now: datetime, tell: Callable[[str], None]
) -> Stated:
    """Read the files of claims among the sources, and sort the claims by their own dates.

    Told is what cannot be read, which is noted in ``received`` too, and what never grows old
    enough.
    """
    from frontmap.walk import read_claims_files

    read, broken = read_claims_files(received.claims_files)
    for line in broken:
        received.rejected.append(line)
        tell(line)
    stated = _sorted(read, window=project.window, policy=project.policy, now=now)
    if stated.undated:
        tell(
            f"{stated.undated} claims in files give no date, so they are held back for good; "
            "fill in their column 'published'"
        )
    return stated


def _sorted(
    claims: Iterable[StatedClaim], *, window: Window, policy: Policy, now: datetime
) -> Stated:
    # Rows of one file may be of many days.
    shown: list[StatedClaim] = []
    held_back: list[str] = []
    outside: list[str] = []
    undated = 0
    for each in claims:
        published, received = moment_of(each.claim.published), moment_of(each.claim.retrieved)
        if not is_old_enough(published=published, received=received, now=now, policy=policy):
            held_back.append(each.claim.id)
            undated += not (published or received)
        elif (moment := published or received) and not window.holds(moment, now=now):
            outside.append(each.claim.id)
        else:
            shown.append(each)
    return Stated(
        shown=tuple(shown), held_back=tuple(held_back), undated=undated, outside=tuple(outside)
    )
