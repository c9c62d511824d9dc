"""The looks of all sides of a situation, found by a side's id."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from claims.situation import Situation
from maps.looks.style import UNKNOWN, SideStyle, side_styles
from maps.wording.language import ENGLISH, Language

__all__ = ["Book", "book_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """How the sides of a situation look, by id; the unknown side stands under ``UNKNOWN``.

    ``tongue`` is the language of their names.
    """

    styles: Mapping[str, SideStyle]
    tongue: Language = ENGLISH

    def style(self, side_id: str | None) -> SideStyle:
        """Return the look of a side; of the unknown one where there is no such side."""
        return self.styles.get(side_id or UNKNOWN, self.styles[UNKNOWN])

    @property
    def names(self) -> dict[str, str]:
        """The names of the known sides, by id."""
        return {key: style.name for key, style in self.styles.items() if key != UNKNOWN}

    def rank(self, side_id: str) -> int:
        """Return where a side stands in the legend."""
        return list(self.styles).index(side_id)


def book_of(situation: Situation, tongue: Language = ENGLISH) -> Book:
    """Give every side of a situation its look, and its name in a language."""
    styles = side_styles(situation.theatre, situation.claims, tongue)
    return Book(styles={style.id: style for style in styles}, tongue=tongue)
