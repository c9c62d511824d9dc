"""Whose a body is by where it sits, or whence it broadcasts."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

__all__ = ["STATION", "by_seat"]

_SITS = ("ministry", "committee", "command", "staff", "authorities", "government", "council")
STATION = re.compile(r"\b(?:domestic\s+service|radio|television|voice|network)\b", re.IGNORECASE)
"""What is in the name of a station: "Kassa Domestic Service"."""


def by_seat(name: str, capitals: Mapping[str, str], states: Collection[str | None]) -> str | None:
    """Return the side of "the Security Committee in Oslo", of "Oslo Domestic Service".

    ``capitals`` are sides by the seats of their governments, ``states`` who fights here.
    """
    body, _, town = name.rpartition(" in ")
    if not body and STATION.search(name):
        return capitals.get(name.split(maxsplit=1)[0])
    side = capitals.get(town)
    return side if side in states and body.lower().endswith(_SITS) else None
