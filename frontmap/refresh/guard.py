"""When the old map stays although a new one could be made."""

from __future__ import annotations

from datetime import datetime, timedelta

from claims.ledger.runs import Publication, Run
from claims.situation import Situation
from frontmap.refresh.project import Project
from frontmap.refresh.receive import Received
from gazetteer.adding.sets import NotInstalledError, installed_set
from geo.errors import FrontmapError

__all__ = ["RefreshRefusedError", "check_claims", "check_clock", "check_places", "check_sources"]

_JITTER = timedelta(minutes=10)


class RefreshRefusedError(FrontmapError, OSError):
    """A refresh that would do more harm than good; the old map stays as it is."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"{reason}; the old map stays")


def check_clock(now: datetime, last: Run | None) -> None:
    """Refuse where the clock says a time before the last run: ages and windows would be wrong."""
    if last is not None and last.started - now > _JITTER:
        raise RefreshRefusedError(
            f"the clock says {now:%Y-%m-%d %H:%M}, before the last run at "
            f"{last.started:%Y-%m-%d %H:%M}; set it right"
        )


def check_places(project: Project) -> None:
    """Refuse where a gazetteer that the project needs is missing or damaged."""
    for name in project.gazetteers:
        try:
            problem = installed_set(name).problem
        except NotInstalledError as error:
            problem = str(error)
        if problem:
            raise RefreshRefusedError(f"gazetteer {name}: {problem}")


def check_sources(project: Project, received: Received) -> None:
    """Refuse where too few sources answered, which tells nothing about the war."""
    least = min(project.thresholds.least_sources, len(project.sources))
    if received.answered < least:
        raise RefreshRefusedError(
            f"{received.answered} of {len(project.sources)} sources answered, "
            f"and {least} must; see why above, or use --force"
        )


def check_claims(
    project: Project, situation: Situation, last: Publication | None,
    *, held_back: int = 0, put_aside: int = 0,
) -> None:  # fmt: skip
    """Refuse where more claims went than a war explains.

    ``held_back`` counts young reports, ``put_aside`` those that something speaks against.
    """
    before, after = last.manifest["claims"]["all"] if last else 0, len(situation.claims)
    if not after and (held_back or situation.held_back):
        raise RefreshRefusedError(
            "all that could be on a map is held back until it is old enough; run again later, or "
            "set minimum_age_hours"
        )
    if not after and put_aside:
        raise RefreshRefusedError(
            f"no report makes a claim, and {put_aside} were put aside; `frontmap ledger export` "
            "says why, so set the project's theatre right, or use --force"
        )
    if not after:
        raise RefreshRefusedError("no report makes a claim; look at the sources, or use --force")
    fall = 1 - after / before if before else 0.0
    if fall > project.thresholds.largest_fall:
        raise RefreshRefusedError(
            f"claims fell from {before} to {after}, by {fall:.0%} where at most "
            f"{project.thresholds.largest_fall:.0%} is believed; look at the sources, "
            "or use --force"
        )
