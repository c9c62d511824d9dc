"""What speaks against a report before anything of it is on a map."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from hashlib import sha256

from claims.ledger.grounds import rules_print
from claims.report import Report
from claims.sides.theatre_files import load_theatre, recognise_theatre

__all__ = ["judge_of", "judged_with"]

# A day that ends in another zone is no future.
_AHEAD = timedelta(hours=26)


def judge_of(theatre: str | None, now: datetime) -> Callable[[Report], str]:
    """Return what tells in words why a report must be on no map, empty where nothing does.

    Parameters
    ----------
    theatre
        The project's; a report that is surely about another one is put aside. None takes all.

    Raises
    ------
    TheatreError
        There is no such theatre.
    """
    own = load_theatre(theatre).id if theatre else None

    def judge(report: Report) -> str:
        if report.published and report.published - now > _AHEAD:
            return (
                f"is dated {report.published:%Y-%m-%d}, which is to come; it is kept and not "
                "drawn, correct its date"
            )
        if own is None:
            return ""
        day = report.published.date() if report.published else None
        told = recognise_theatre([report.text], [day]).id
        if told not in (own, "neutral"):
            return (
                f"reads like a report on {told}, not on {own}; it is kept and not drawn, give it "
                "to a project of its own"
            )
        return ""

    return judge


def judged_with(theatre: str | None) -> str:
    """Return what changes where the judge of a theatre may say another thing of the same report.

    Raises
    ------
    TheatreError
        There is no such theatre.
    """
    own = load_theatre(theatre) if theatre else None
    told = (rules_print(), own and (own.id, own.cues, own.since, own.until))
    return sha256(repr(told).encode()).hexdigest()
