"""What the words of a text weigh for each conflict and each country."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from claims.sides.countries import ACT_ABROAD
from claims.sides.setting import likely_countries
from claims.sides.town_cues import capital_with_town, count_towns

__all__ = ["Weight"]

_WRITTEN = 2  # mentions that a dateline is worth


@dataclass(slots=True)
class Weight:
    """What one text holds.

    Parameters
    ----------
    points
        Per theatre, the sum of its cues.
    firm
        Per theatre, the points of cues that are not shared.
    first
        Per theatre, where its first cue stands, counted in words.
    named
        How often each country (ISO code) is named.
    homes
        How often groups are named that fight at home in each country.
    headed
        The code of the country that opens a text before a colon ("Chad: army enters X"), if any.
    written
        The code of the country that its dateline names and that it is on (``written_in``), if any.
    texts
        What was weighed, for its towns: they are looked for where no theatre is found alone.
    """

    points: Counter[str] = field(default_factory=Counter)
    firm: Counter[str] = field(default_factory=Counter)
    first: dict[str, int] = field(default_factory=dict)
    named: Counter[str] = field(default_factory=Counter)
    homes: Counter[str] = field(default_factory=Counter)
    headed: str = ""
    written: str = ""
    texts: list[str] = field(default_factory=list)

    def countries(self) -> tuple[str, ...]:
        """Return the codes of the countries that the text is most likely set in."""
        # Of a war at home only its groups may be named: "the Front", "US jets bombed the Front".
        named = self.named + Counter(dict.fromkeys(self.homes, 1))
        if self.written in named:
            named[self.written] += _WRITTEN
        text = "\n".join(self.texts)
        likely = likely_countries(named, count_towns(text))
        seat = "" if likely else capital_with_town(text)
        return (seat,) if seat and seat not in ACT_ABROAD else likely

    def add(self, other: Weight) -> None:
        """Add the weight of a further text."""
        self.points.update(other.points)
        self.firm.update(other.firm)
        self.first = {**other.first, **self.first}
        self.named.update(other.named)
        self.homes.update(other.homes)
        self.headed = self.headed or other.headed
        self.written = self.written or other.written
        self.texts += other.texts
