"""The words around a picture: title above; claimants, reports, credits and limits below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from unicodedata import bidirectional

from claims.situation import Situation
from maps.beside.labels import kicker, limits, outside_line, tally_line
from maps.beside.panels import reports_of, speakers_of
from maps.looks.theme import Theme
from maps.picture.lettering import Letters, measure, wrapped
from maps.picture.sheet import Ink, Sheet
from maps.wording.language import Language
from maps.wording.words import subtitle

__all__ = ["Line", "footer_of", "header_of", "height_of", "paint_lines"]

_KICKER = Letters(size=7.2, bold=True, colour="#8a3208")
_TITLE = Letters(size=19, bold=True, serif=True, colour="#17191b")
_SUBTITLE = Letters(size=8.4, colour="#4a4e52")
_NOTE = Letters(size=6.6, colour="#55595d")
_LIMITS = Letters(size=7.6, bold=True, colour="#8a3208")
_LINE = 1.32


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the margin, with the room above it in points."""

    words: str
    letters: Letters
    above: float = 0.0

    @property
    def height(self) -> float:
        """Its height with the room above it."""
        return self.above + self.letters.size * _LINE


def header_of(
    situation: Situation, *, title: str, away: int, width: float, theme: Theme
) -> list[Line]:
    """Return the lines above a picture: a warning, the title, what is counted, what is shown."""
    tongue = theme.tongue
    tally = tally_line(drawn=len(situation.drawn), every=len(situation.claims), tongue=tongue)
    if away:
        tally += " " + outside_line(away, tongue)
    return [
        Line(words=kicker(tongue), letters=_KICKER),
        *_set(title, _TITLE, width=width, most=2, above=1),
        *_set(theme.subtitle, _SUBTITLE, width=width, most=2, above=2),
        *_set(subtitle(situation, tongue), _SUBTITLE, width=width, most=2, above=2),
        *_set(tally, _SUBTITLE, width=width, most=2, above=0),
    ]


def footer_of(
    situation: Situation, *, named: Sequence[str], width: float, theme: Theme
) -> list[Line]:
    """Return the lines below a picture: who is quoted, from where, whose map data, the limits."""
    tongue = theme.tongue
    speakers = speakers_of(situation, ["?"], tongue)
    claimants = [f"{row['name']} ({sum(row['counts'])})" for row in speakers]
    reports = [
        tongue.say("told.comma").join(
            filter(None, (_run(row["outlet"] or row["id"], tongue), row["published"]))
        )
        for row in reports_of(situation, tongue)
    ]
    lines: list[Line] = []
    for head, items in (("claimants", claimants), ("reports", reports)):
        words = _counted(head, items, width=2 * width * 0.97, tongue=tongue)
        lines += _set(words, _NOTE, width=width, most=2, above=1.5)
    credit = tongue.say("picture.credits", names=tongue.listed([theme.credit, *named]))
    lines += _set(credit, _NOTE, width=width, most=3, above=1.5)
    lines.append(Line(words=limits(tongue), letters=_LIMITS, above=3))
    return lines


def _run(name: str, tongue: Language) -> str:
    """Keep the figures that a Latin name begins with at its beginning, among Arabic words."""
    kinds = (bidirectional(letter) for letter in name)
    first = next((kind for kind in kinds if kind in {"L", "R", "AL"}), "")
    return f"\u200e{name}" if tongue.direction == "rtl" and first == "L" else name


def _counted(key: str, items: Sequence[str], *, width: float, tongue: Language) -> str:
    """Join what fits; say how many more there are."""
    unique = list(dict.fromkeys(items))
    shown: list[str] = []
    for number, item in enumerate(unique):
        words = _named(key, [*shown, item], len(unique) - number - 1, tongue)
        if shown and measure(words, _NOTE) > width:
            return _named(key, shown, len(unique) - len(shown), tongue)
        shown.append(item)
    return _named(key, shown or ["–"], 0, tongue)


def _named(key: str, names: Sequence[str], more: int, tongue: Language) -> str:
    joined = tongue.listed(names)
    rest = tongue.say("picture.more", names=joined, n=more) if more else joined
    return tongue.say(f"picture.{key}", names=rest)


def _set(words: str, letters: Letters, *, width: float, most: int, above: float) -> list[Line]:
    if not words:
        return []
    lines = wrapped(words, letters, width=width, most=most)
    return [
        Line(words=line, letters=letters, above=0 if number else above)
        for number, line in enumerate(lines)
    ]


def height_of(lines: Sequence[Line]) -> float:
    """Return the height of lines below each other, in points."""
    return sum(line.height for line in lines)


def paint_lines(
    sheet: Sheet, lines: Sequence[Line], *, left: float, top: float, width: float, rtl: bool
) -> None:
    """Write lines below each other, from the side where lines of the language begin."""
    for line in lines:
        top += line.above
        middle = top + line.letters.size * _LINE / 2
        if rtl:
            # The mark makes a line that begins with a Latin name one of its Arabic paragraph.
            sheet.text(f"\u200f{line.words}", left + width, middle, line.letters, align="right")
        else:
            sheet.text(line.words, left, middle, line.letters)
        top += line.letters.size * _LINE


def rule(sheet: Sheet, *, left: float, y: float, width: float) -> None:
    """Draw a thin line across."""
    sheet.line([(left, y), (left + width, y)], Ink(stroke="#c6c8ca", width=0.5))
