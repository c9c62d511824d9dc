"""Claims from files: which of them are on a map that is made now."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from claims.errors import ClaimFormatError
from claims.ledger.file import Ledger
from claims.written.read_claims import StatedClaim, claims_text, read_claims
from frontmap.refresh.ages import is_old_enough, moment_of
from frontmap.refresh.project import Policy, Project, Window
from frontmap.refresh.receive import Received, address_in

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
    received: Received,
    project: Project,
    ledger: Ledger,
    *,
    now: datetime,
    tell: Callable[[str], None],
) -> Stated:
    """Read the files of claims among the sources, and sort the claims by their own dates.

    Told is what cannot be read, which is noted in ``received`` too, and what never grows old
    enough. For a file that cannot be read its last version stands that could: one slip of a hand
    must not empty a map.
    """
    read: list[StatedClaim] = []
    for path in received.claims_files:
        kept = f"claims:{address_in(project.folder, path)}"
        try:
            text = claims_text(path)
            read += read_claims(path, text=text)
            ledger.keep_source_state(kept, text)
        except ClaimFormatError as error:
            before = ledger.source_state(kept)
            line = f"{error}; its last version that could be read stands on" if before else error
            received.rejected.append(str(line))
            tell(str(line))
            read += read_claims(path, text=before) if before else ()
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
