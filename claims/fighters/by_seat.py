"""Whose a body is by who runs it, where it sits, or whence it broadcasts."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence

__all__ = ["STATION", "by_group", "by_seat", "of_capital", "who_runs"]

_SITS = ("ministry", "committee", "command", "staff", "authorities", "government", "council")
_OF_STATE = ("government ", "army ", "military ", "defence ", "defense ", "presidential ")
_SPEAKS = ("spokesman", "spokeswoman", "spokesperson", "official", "officials", "aide", "source")
_OFFICERS = frozenset(("officer", "officers", "commander", *_SPEAKS[:5]))
_RULERS = frozenset(("government", "authorities"))
_RANK = re.compile(r"^(?:the\s|an?\s)?(?:senior\s|top\s)?")
STATION = re.compile(r"\b(?:domestic\s+service|radio|television|voice|network)\b", re.IGNORECASE)
"""What is in the name of a station: "Kassa Domestic Service"."""

_OFFICE = 2  # words of "army spokesman"; a longer name may tell whose he is
_RUN = re.compile(
    r"(?:the\s+)?(?P<who>[A-Z][\w.]*)[-–‑](?:run|controlled|owned|operated)\s.*", re.DOTALL
)
# "The council's commander"; but a city's council commands nobody.
_BODY = re.compile(
    r"(?<!city )(?<!town )(?<!local )(?<!security )(?<!provincial )"
    r"\b(council|front|movement|alliance|party|coalition|league|union)['’]s\b"
)
# "The group's leader" speaks for the only one that fights here.
_GROUP = re.compile(
    r"(?:^|, )(?:the )?(?:group['’]s (?:leader|commander|chief)"
    r"|movement['’]s (?:leader|commander|chief|head|spokes\w+))\b"
)


def who_runs(name: str) -> str:
    """Return the words for who runs a body, empty where they do not tell: "the ABC-run radio"."""
    run = _RUN.fullmatch(name)
    return run["who"] if run else ""


def by_seat(
    name: str,
    capitals: Mapping[str, str],
    states: Collection[str | None],
    named: Collection[str],
) -> str | None:
    """Return the side of "the Security Committee in Oslo", of "Oslo Domestic Service".

    So of "an army spokesman in Oslo", and of "an officer in Oslo" where its state fights.

    ``capitals`` are sides by the seats of their governments, ``states`` who fights here and
    ``named`` all who are told of.
    """
    body, _, town = name.rpartition(" in ")
    if not body and STATION.search(name):
        return capitals.get(name.split(maxsplit=1)[0])
    side, words = capitals.get(town), body.lower()
    speaks = words.startswith(_OF_STATE) and words.endswith(_SPEAKS) and side in named
    fights = words.endswith(_SITS) or _RANK.sub("", words) in _OFFICERS
    rules = _RANK.sub("", words) in _RULERS  # whoever else has forces there
    return side if speaks or rules or (side in states and fights) else None


def of_capital(name: str, seat: str) -> str | None:
    """Return ``seat``, from whose capital a report is, for "a military spokesman" in it."""
    words = _RANK.sub("", name.lower())
    office = words.startswith(_OF_STATE) and words.endswith(_SPEAKS)
    return seat if seat and office and len(words.split()) == _OFFICE else None


def by_group(
    name: str, groups: Sequence[str], rebels: Callable[[], str | None] | None
) -> str | None:
    """Return the one group whose "council's commander" speaks, or whose leader without a name.

    ``rebels`` tells whom "the rebels" means where a state fights at home.
    """
    body = _BODY.search(name)
    sides = [side for side in groups if body and side.endswith(f"-{body[1]}")]
    if rebels and _GROUP.search(name):
        sides = [*groups] or [*filter(None, [rebels()])]
    return sides[0] if len(sides) == 1 else None
