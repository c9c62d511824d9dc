"""Corrections by people, which win over everything that the gazetteer would answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from gazetteer.entry import FeatureClass, GazetteerEntry, Toponym
from gazetteer.errors import GazetteerFormatError, PlaceNotFoundError
from gazetteer.expression import parse_place
from gazetteer.homes.found import WordKey
from gazetteer.index import Gazetteer
from gazetteer.meaning.correction_rows import Correction, holds_corrections, read_corrections
from gazetteer.meaning.settled import KeyedCorrection, Settled, keyed, word_keys
from gazetteer.place import Candidate, PlaceExpression
from gazetteer.spellings.families import GENERAL, Family, family
from geo.footprint import Footprint

__all__ = [
    "Correction",
    "Corrections",
    "holds_corrections",
    "read_corrections",
]

_MOST_NAMED = 3


@dataclass(slots=True)
class Corrections:
    """The corrections of one file, and which of them a run has met.

    Not frozen: ``met`` grows with every document, so that a row that never met anything is told.

    Parameters
    ----------
    path
        The file that messages name.
    met
        Lines of the rows that settled something.

    Examples
    --------
    >>> from gazetteer import Gazetteer, parse_place, resolve_all
    >>> row = Correction(text="Abu Ward", entry_id=None, note="a person", line=2)
    >>> corrections = Corrections((row,))
    >>> answer, = resolve_all([parse_place("Abu Ward")], Gazetteer(), corrections=corrections)
    >>> answer.reason
    'set aside by places.csv, line 2: a person'
    """

    rows: tuple[Correction, ...] = ()
    path: Path = Path("places.csv")
    met: set[int] = field(default_factory=set)
    _keyed: dict[tuple[str, ...], tuple[KeyedCorrection, ...]] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path) -> Corrections:
        """Read them from a file; see ``read_corrections`` for what is raised."""
        return cls(read_corrections(path), path)

    def check(self, *gazetteers: Gazetteer) -> None:
        """Raise GazetteerFormatError for the first row whose entry no open gazetteer holds."""
        for row in self.rows:
            if not any(_holds(gazetteer, row) for gazetteer in gazetteers):
                self._held(row, str(row.entry_id), gazetteers[0])

    def held_by(self, gazetteer: Gazetteer) -> Corrections:
        """Return those that this gazetteer can answer; what they meet is told by these."""
        rows = tuple(row for row in self.rows if _holds(gazetteer, row))
        return Corrections(rows, self.path, self.met)

    def afresh(self) -> Corrections:
        """Return the same rows with nothing met yet."""
        return Corrections(self.rows, self.path, set(), self._keyed)

    def settle(
        self, expressions: Iterable[PlaceExpression], gazetteer: Gazetteer, *, text: str = ""
    ) -> Settled:
        """Return what is settled for the expressions of one document with this text.

        Raises
        ------
        GazetteerFormatError
            From the answer, where no open gazetteer holds the entry of a row that is met.
        """
        families = gazetteer.families or (family(GENERAL),)
        return Settled(
            answer=lambda row: self._answer(row, gazetteer),
            rows=self._rows(families),
            families=families,
            names=tuple(dict.fromkeys(name for each in expressions for name in _names(each))),
            document=text,
            met=self.met,
        )

    def finder(self, gazetteer: Gazetteer) -> CorrectedNames:
        """Return what finds names in running text, those that are corrected among them."""
        placed = (row.text for row in self.rows if row.names_place)
        names = [name for text in placed for name in (text, *parse_place(text).heads)]
        return CorrectedNames(gazetteer, word_keys(names, gazetteer.families))

    @property
    def idle(self) -> tuple[Correction, ...]:
        """The rows that have met nothing so far."""
        return tuple(row for row in self.rows if row.line not in self.met)

    def usage(self) -> str:
        """Say in one line how many rows were used, and which met nothing."""
        told = f"{self.path.name}: {len(self.met)} of {len(self.rows)} rows used"
        idle = self.idle
        if not idle:
            return told
        shown = ", ".join(f"{row.line} {row.text!r}" for row in idle[:_MOST_NAMED])
        more = f" and {len(idle) - _MOST_NAMED} more" if len(idle) > _MOST_NAMED else ""
        return f"{told}; {'line' if len(idle) == 1 else 'lines'} {shown}{more} met nothing"

    def _answer(self, row: Correction, gazetteer: Gazetteer) -> Candidate | str:
        told = f"by {self.path.name}, line {row.line}" + (f": {row.note}" if row.note else "")
        if row.footprint is not None:
            entry = self._point(row, row.footprint)
        elif row.entry_id is not None:
            entry = self._held(row, row.entry_id, gazetteer)
        else:
            return f"set aside {told}"
        return Candidate(entry=entry, score=1.0, why=f"set {told}")

    def _held(self, row: Correction, entry_id: str, gazetteer: Gazetteer) -> GazetteerEntry:
        try:
            return gazetteer.get(entry_id)
        except PlaceNotFoundError as error:
            problem = (
                f"no open gazetteer holds {entry_id!r}; correct the id, or open its country or "
                "theatre"
            )
            raise GazetteerFormatError(self.path, row.line, "entry", problem) from error

    def _point(self, row: Correction, footprint: Footprint) -> GazetteerEntry:
        plain = "-".join(re.findall(r"\w+", " ".join((row.text, *row.context)).casefold()))
        return GazetteerEntry(
            # By its words, for a row keeps its id where others are put in before it.
            id=f"places:{plain}",
            toponyms=(Toponym(text=row.text),),
            feature_class=FeatureClass.AREA,
            feature_code="LCTY",  # GeoNames: a place of unspecified character
            footprint=footprint,
            source=self.path.name,
            licence="given by hand",
            note=row.note,
        )

    def _rows(self, families: tuple[Family, ...]) -> tuple[KeyedCorrection, ...]:
        ids = tuple(of.id for of in families)
        if ids not in self._keyed:
            self._keyed[ids] = tuple(keyed(row, families) for row in self.rows)
        return self._keyed[ids]


@dataclass(frozen=True, slots=True)
class CorrectedNames:
    """Where the names of a gazetteer, and further ones, stand in running text."""

    gazetteer: Gazetteer
    also: frozenset[WordKey]

    def spans(self, text: str) -> tuple[tuple[int, int], ...]:
        """Return the characters ``[start, end)`` of every known name."""
        return self.gazetteer.spans(text, also=self.also)

    def land(self, name: str) -> tuple[str, float, float] | None:
        """Return the country of what a name alone means, with its longitude and latitude."""
        return self.gazetteer.land(name)

    def people(self, name: str) -> int | None:
        """Return the inhabitants of the largest town of a name, None where none is known."""
        return self.gazetteer.people(name)

    def are_apart(self, inner: str, outer: str) -> bool:
        """Tell whether the first name is a town's, and nothing that the second means holds it."""
        return self.gazetteer.are_apart(inner, outer)


def _holds(gazetteer: Gazetteer, row: Correction) -> bool:
    try:
        return row.entry_id is None or bool(gazetteer.get(row.entry_id))
    except PlaceNotFoundError:
        return False


def _names(expression: PlaceExpression) -> Iterator[str]:
    yield from expression.heads
    if expression.within is not None:
        yield from _names(expression.within)
