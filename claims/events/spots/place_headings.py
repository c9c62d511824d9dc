"""Lines that head what is below them: a country or province it lies in, or its background."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.report import Report, Section, SectionKind
from claims.sides.groups import country_words
from gazetteer.place import PlaceExpression

__all__ = ["background", "place_headings"]

_MOST_WORDS = 5
_MARKS = " :*#=_-–—\t"
_BACKGROUND = re.compile(
    r"(?:(?:historical|conflict)\s+)?(?:background|history)(?:\s+(?:to|of)\s.+)?", re.IGNORECASE
)
_INLINE = re.compile(r"(?:(?:historical|conflict)\s+)?(?:background|history)\s*[:.–—]\s", re.I)
# What a heading may say of the land that it names: "Strikes in Kassa", "In Kassa".
_RUBRIC = re.compile(
    r"(?:(?:(?:air\s?)?strikes|operations|situation|incidents|events|developments|fighting)\s+)?in\s+(?:the\s+)?",
    re.IGNORECASE,
)
_ADMIN = re.compile(
    r"(?P<name>[^\W\d_][\w'’ -]*?)\s+(?P<kind>province|governorate|oblast|region|state|county|"
    r"department|prefecture|territory|district)",
    re.IGNORECASE,
)


def place_headings(
    report: Report, names: Sequence[tuple[int, int]] = ()
) -> dict[Section, PlaceExpression]:
    """Return, for each section below a heading that is a place, what it names.

    ``names`` are where names that the gazetteer knows stand: a line that is one of them, and no
    country's, is a province's, or stands for the land around a town. One such line may be a rubric
    of the page; only where a report has several different ones do they part it. Another short line
    without a full stop ends the last one's reach.
    """
    found: dict[Section, PlaceExpression] = {}
    headed: set[str] = set()
    known = frozenset(names)
    heading: PlaceExpression | None = None
    for section in (s for s in report.sections if s.kind is not SectionKind.DATELINE):
        line = report.text[section.start : section.end].strip(_MARKS)
        if len(line.split()) <= _MOST_WORDS and not line.endswith((".", "!", "?")):
            start = report.text.find(line, section.start)
            heading = _place(line, known=(start, start + len(line)) in known)
            headed |= {heading.heads[0].casefold()} if heading else set()
        elif heading:
            found[section] = heading
    return found if len(headed) > 1 else {}


def background(report: Report) -> set[Section]:
    """Return the sections below a line such as "Background", which tell of earlier times."""
    found: set[Section] = set()
    past = False
    for section in report.sections:
        line = report.text[section.start : section.end].strip(_MARKS)
        if len(line.split()) <= _MOST_WORDS and not line.endswith((".", "!", "?")):
            past = bool(_BACKGROUND.fullmatch(line))
        elif past or _INLINE.match(line):
            found.add(section)
    return found


def _place(line: str, *, known: bool) -> PlaceExpression | None:
    """Return the country or province that a line consists of, or None."""
    rubric = _RUBRIC.match(line)
    bare = line[rubric.end() :] if rubric else line
    name = bare.title() if bare.isupper() else bare
    if name in country_words():
        return PlaceExpression(text=name, heads=(name,))
    match = _ADMIN.fullmatch(name)
    if match is None and known:
        return PlaceExpression(text=name, heads=(name,), feature_word="province")
    if match is None or not match["name"][0].isupper():
        return None
    kind = match["kind"].lower()
    return PlaceExpression(text=name, heads=(match["name"],), feature_word=kind)
