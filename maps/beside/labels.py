"""Lines that pictures, reports and tables share: the limits, and how much is drawn."""

from __future__ import annotations

from maps.wording.language import ENGLISH, Language

__all__ = ["kicker", "limits", "outside_line", "tally_line"]


def kicker(tongue: Language = ENGLISH) -> str:
    """Return the warning that stands above every title."""
    return tongue.say("page.kicker").upper()


def limits(tongue: Language = ENGLISH) -> str:
    """Return what stands on every file: that nothing is verified, and what it is not for."""
    return tongue.say("static.limits")


def tally_line(*, drawn: int, every: int, tongue: Language = ENGLISH) -> str:
    """Say how many claims a picture shows, and where the others are.

    Examples
    --------
    >>> tally_line(drawn=124, every=126)
    '124 of 126 claims drawn; the others are listed in the table or report.'
    >>> tally_line(drawn=3, every=3)
    '3 of 3 claims drawn.'
    """
    rest = "" if drawn == every else tongue.say("picture.rest")
    return tongue.say("picture.tally", drawn=drawn, n=every, rest=rest)


def outside_line(count: int, tongue: Language = ENGLISH) -> str:
    """Say how many of the drawn claims lie beyond the edge of the picture."""
    return tongue.say("picture.outside", n=count)
