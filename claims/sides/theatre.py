"""A theatre: the sides, actors and sources of one conflict, as data in a folder."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path

__all__ = ["DASHES", "HEADS", "Actor", "Side", "Source", "Theatre", "own_side", "shared_side"]

DASHES = ("solid", "long", "short", "dot")
HEADS = ("solid", "open", "double", "bar")
_TELLING = 8  # letters from which an alias inside a longer name tells whose name it is


# Between a theatre and its side, where two theatres on one map have a side of the same id.
_MARK = "/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side: id ("government"), plain name, colour ``#rrggbb`` and its signs beside colour.

    ``dash`` is one of `DASHES`, ``head`` one of `HEADS`.
    """

    id: str
    name: str
    colour: str
    dash: str = "solid"
    head: str = "solid"


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who fights: name, side and every word the press uses for it."""

    id: str
    name: str
    side: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Who speaks or publishes: name, aliases, kind, the side it leans to (or empty) and a note."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    kind: str = "press"
    leaning: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theatre:
    """A conflict as data.

    Parameters
    ----------
    id, name
        "syria" and "Syria".
    timezone
        IANA zone in which "in the morning" is meant.
    countries
        ISO 3166-1 alpha-2 codes whose towns the gazetteer opens, the main one first.
    nearby
        Codes of countries that the war reaches into; theirs are opened where a text names them
        often.
    metonyms
        Capitals that stand for a side, with its id: ``("Damascus", "government")``.
    adjectives
        Adjectives that stand for a side before fires or forces: ``("Syrian", "government")``.
    plain
        Whom "the army" and "the rebels" mean without more, where the theatre has no sides of the
        ids "government" and "opposition": ``("government", "iraq-gov")``; an empty side means that
        the words do not tell.
    lands
        The sides of countries whose own state is none, with their codes: ``("LB", "hezbollah")``.
    fought_over
        Boxes ``(west, south, east, north)`` in degrees in which the country of a place does not
        tell who holds it.
    cues
        Words that tell that a text is about it, with their points: see
        ``claims.sides.theatre_cues``.
    since, until
        First and last day of publication for which it is recognised; None leaves that end open.
    folder
        Where its files lie (``places.csv``, ``routes.csv``, ``areas.geojson``); None for the
        neutral theatre, which takes its sides from the text.
    """

    id: str
    name: str
    timezone: str
    countries: tuple[str, ...] = ()
    nearby: tuple[str, ...] = ()
    sides: tuple[Side, ...] = ()
    actors: tuple[Actor, ...] = ()
    sources: tuple[Source, ...] = ()
    metonyms: tuple[tuple[str, str], ...] = ()
    adjectives: tuple[tuple[str, str], ...] = ()
    plain: tuple[tuple[str, str], ...] = ()
    lands: tuple[tuple[str, str], ...] = ()
    fought_over: tuple[tuple[float, float, float, float], ...] = ()
    cues: tuple[tuple[str, int], ...] = ()
    since: date | None = None
    until: date | None = None
    folder: Path | None = None

    def __hash__(self) -> int:
        # Tables are kept per theatre and looked up for every phrase; hashing all its words each
        # time would cost more than the look-up.
        return hash((self.id, self.countries))

    @property
    def anywhere(self) -> Theatre:
        """The theatre without the countries that a text adds.

        Tables of its words are kept by it: one serves all texts, whatever countries they name.
        """
        return _anywhere(self) if self.countries else self

    def covers(self, day: date | None) -> bool:
        """Tell whether a report published on this day may be about it; an unknown day may."""
        return day is None or (
            (self.since is None or self.since <= day) and (self.until is None or day <= self.until)
        )

    def side(self, side_id: str) -> Side:
        """Return the side with this id; raise KeyError where the theatre has none."""
        return {side.id: side for side in self.sides}[side_id]

    def source(self, claimant: str) -> Source | None:
        """Return the source that a claimant's words name, or None.

        Whole names count first, then the longest alias inside: "army spokesman Jan Roe".
        """
        return _source(self, claimant)


@lru_cache(maxsize=64)  # more theatres than one run reads
def _anywhere(theatre: Theatre) -> Theatre:
    return replace(theatre, countries=())


# A report names its few speakers again and again.
@lru_cache(maxsize=4_096)
def _source(theatre: Theatre, claimant: str) -> Source | None:
    whole, inside = _by_name(theatre.anywhere)
    return whole.get(claimant) or next((s for alias, s in inside if alias in claimant), None)


@lru_cache(maxsize=64)  # more theatres than one run reads
def _by_name(theatre: Theatre) -> tuple[dict[str, Source], list[tuple[str, Source]]]:
    """Return the sources by name and alias, and the telling names apart, the longest first."""
    named = [(alias, s) for s in theatre.sources for alias in (s.name, *s.aliases)]
    telling = [row for row in reversed(named) if len(row[0]) >= _TELLING]
    telling.sort(key=lambda row: -len(row[0]))
    return dict(reversed(named)), telling  # of two sources of one name the first has it


def shared_side(theatre_id: str, side_id: str) -> str:
    """Return the id of a side on a map on which another theatre has a side of the same id.

    Examples
    --------
    >>> shared_side("syria", "russia")
    'syria/russia'
    """
    return f"{theatre_id}{_MARK}{side_id}"


def own_side(side_id: str) -> tuple[str, str]:
    """Return a side's theatre, empty where its id does not tell, and its id in that theatre.

    Examples
    --------
    >>> own_side("syria/russia"), own_side("russia")
    (('syria', 'russia'), ('', 'russia'))
    """
    theatre, _, side = side_id.rpartition(_MARK)
    return theatre, side
