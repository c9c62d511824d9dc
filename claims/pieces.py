"""Take a digest of several wars to pieces, each of which is read as a report of its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from claims.claim import Span, is_in
from claims.lexicon import lexicon
from claims.report import Report, SectionKind
from claims.sides.countries import ACT_ABROAD
from claims.sides.cue_weight import Weight
from claims.sides.digest_lines import Line, LineKind, digest_lines, headed_items
from claims.sides.theatre import Theatre
from claims.sides.theatre_cues import CueTable
from claims.sides.town_cues import count_towns
from claims.words import sentences
from gazetteer.meaning.borders import land_borders

__all__ = ["piece_of", "pieces"]

_TOWN = 0.5  # what a town tells of a country at least, whose namesakes may lie in others
_NO_BREAK = re.compile(r"[^\n]")


@dataclass(frozen=True, slots=True)
class _Item:
    """An item of a digest: its line, what its words tell, and of which war it surely is."""

    line: Line
    weight: Weight
    codes: tuple[str, ...]
    theatre: Theatre | None
    named: frozenset[str]  # the codes of the countries that its own words name
    tells: bool  # of an event

    def lands(self) -> set[str]:
        """Return the codes of all countries that it names, or is set in."""
        return {*self.codes, *self.weight.named, *self.weight.homes}


def pieces(report: Report, table: CueTable) -> tuple[tuple[Span, ...], ...]:
    """Return for each war of a digest the stretches of its text that are on it.

    The main war comes first, with all that belongs to no other; a text on one war gives nothing.
    An item is of another war than the main one where it names a country or theatre and nothing of
    the main one; one that names none goes with the item before it, and none that tells of no event
    makes a war. The countries around that of a war without a theatre are of it as well.
    """
    lines = digest_lines(report, table)
    if not lines or any(_tells_of_all(report, line, table) for line in lines):
        return ()
    day = report.published.date() if report.published else None
    wars = _wars([*_items(report, lines, table, day)], table)
    others: dict[str, list[Span]] = {}
    seen: set[Line] = set()
    for heads, line in headed_items(lines):
        own = [*(head for head in heads if head not in seen), line]
        seen.update(heads)
        if wars[line]:
            others.setdefault(wars[line], []).extend(map(_span, own))
    if not others:
        return ()
    taken = sorted(chain.from_iterable(others.values()), key=lambda span: span.start)
    return (_rest(taken, len(report.text)), *map(tuple, others.values()))


def _items(
    report: Report, lines: Iterable[Line], table: CueTable, day: date | None
) -> Iterator[_Item]:
    for heads, line in headed_items(lines):
        words = report.text[line.start : line.end]
        above = "\n".join(report.text[head.start : head.end] for head in heads)
        theatre, told = _weighed(words, above, table, day)
        # Of a power that acts abroad its name tells nothing of where: "French jets bombed X".
        codes = tuple(code for code in told.countries() if code not in ACT_ABROAD)
        named = frozenset(table.weigh(words).named)
        yield _Item(line, told, codes, theatre, named, _tells_event(report, line))


def _tells_event(report: Report, line: Line) -> bool:
    return any(map(lexicon().triggers, sentences(report.text, line.start, line.end)))


def _tells_of_all(report: Report, line: Line, table: CueTable) -> bool:
    """Tell whether a paragraph that leads in tells what happened: the items go on from it.

    "The coalition conducted 34 strikes in Chad and Niger."
    """
    words = report.text[line.start : line.end]
    return line.kind is LineKind.LEAD and _tells(words, table) and _tells_event(report, line)


def _weighed(
    words: str, heading: str, table: CueTable, day: date | None
) -> tuple[Theatre | None, Weight]:
    """Weigh an item with the heading above it, and by itself where they do not fit together."""
    alone = table.weigh(words)
    told = table.weigh(f"{heading}\n{words}") if heading else alone
    theatre = table.theatre_of(told, day)
    if theatre is None and heading:
        theatre = table.theatre_of(alone, day)
    return theatre, told


def _wars(items: Sequence[_Item], table: CueTable) -> dict[Line, str]:
    """Return for each item the war that it is of: empty for the main one."""
    known = {item.theatre.id: item.theatre for item in items if item.theatre}
    home = {code: name for name, theatre in known.items() for code in theatre.countries}
    told = [_war(item, home) for item in items]
    main = next(iter(Counter(filter(None, told)).most_common(1)), ("", 0))[0]
    own = table.near[main] | {*known[main].nearby} if main in known else _around(main)
    found: dict[Line, str] = {}
    last = ""
    for item, war in zip(items, told, strict=True):
        goes_on = war == last and not _names(item, main, known)
        if war and (war == main or not (goes_on or _is_apart(item, main, known, own))):
            last = ""
        elif war:
            wars = dict.fromkeys(found.values())
            its = war if war in known else _same(item, war, wars)
            last = its if item.tells or its in wars else ""
        found[item.line] = last
    return found


def _war(item: _Item, home: dict[str, str]) -> str:
    """Return the theatre of an item, or of its first country; else that country's code."""
    if item.theatre:
        return item.theatre.id
    return next((home.get(code, code) for code in item.codes), "")


def _around(code: str) -> set[str]:
    """Return the codes of a country and of those that share a land border with it."""
    return {code}.union(*(pair for pair in land_borders() if code in pair))


def _names(item: _Item, main: str, known: dict[str, Theatre]) -> bool:
    """Tell whether an item names a land of the main war, or what is met in that war alone."""
    home = known[main].countries if main in known else (main,)
    return bool(item.weight.firm[main]) or not item.lands().isdisjoint(home)


def _is_apart(item: _Item, main: str, known: dict[str, Theatre], own: Set[str]) -> bool:
    """Tell whether an item names nothing of the main war: its lands, those beside, who fights.

    Of one that is surely on another, powers and groups that fight in both tell nothing; but if that
    one is beside it, its land must be named: "Near Oru, a strike hit a store" may be of one war.
    """
    if item.theatre is None:
        told = bool(item.weight.points[main]) or not own.isdisjoint(item.lands())
        return not (told or _is_set_in(item, known[main].countries if main in known else (main,)))
    lands = {*item.theatre.countries}
    told = own.isdisjoint(lands) or not item.named.isdisjoint(lands)
    return told and not _names(item, main, known)


def _is_set_in(item: _Item, lands: Iterable[str]) -> bool:
    """Tell whether its towns are in some countries: "Kenyan soldiers are killed near Oru"."""
    towns = count_towns("\n".join(item.weight.texts))
    here = sum(towns.get(code, 0.0) for code in lands)
    return here >= _TOWN and here > max(towns.get(code, 0.0) for code in item.codes)


def _same(item: _Item, war: str, wars: Iterable[str]) -> str:
    """Return the war of an item before that is set in one of its countries or beside it."""
    here = {*item.codes, *_around(war)}
    return next((other for other in wars if other in here), war)


def _rest(taken: Iterable[Span], length: int) -> tuple[Span, ...]:
    """Return what lies between spans that are in order."""
    found, at = [], 0
    for span in (*taken, Span(start=length, end=length)):
        if span.start > at:
            found.append(Span(start=at, end=span.start))
        at = span.end
    return tuple(found)


def piece_of(report: Report, own: Sequence[Span], table: CueTable) -> Report:
    """Return a report of which only a piece is left, each character where it stood.

    What names no land (a title, a day) and the headings of what is left stay beside it; they claim
    nothing there.
    """
    beside = [*_beside(report, own, table)]
    kept = sorted((*own, *beside), key=lambda span: span.start)
    sections = (
        section if is_in(section.start, own) else replace(section, kind=SectionKind.BOILERPLATE)
        for section in report.sections
        if is_in(section.start, kept)
    )
    return replace(
        report,
        text=_blanked(report.text, kept),
        sections=tuple(sections),
        piece="+".join(f"{span.start}-{span.end}" for span in own),
    )


def _beside(report: Report, own: Sequence[Span], table: CueTable) -> Iterator[Span]:
    """Yield what is not of a piece and yet stays: the date line, titles, days, its headings."""
    lines = digest_lines(report, table)
    yield Span(start=0, end=lines[0].start if lines else 0)
    own_items = (each for each in headed_items(lines) if is_in(each[1].start, own))
    stays = dict.fromkeys(head for heads, _ in own_items for head in heads)
    stays |= dict.fromkeys(
        line
        for line in lines
        if line.kind not in (LineKind.ITEM, LineKind.HEADING)
        and not _tells(report.text[line.start : line.end], table)
    )
    yield from (_span(line) for line in stays if not is_in(line.start, own))


def _span(line: Line) -> Span:
    return Span(start=line.start, end=line.end)


def _tells(words: str, table: CueTable) -> bool:
    weight = table.weigh(words)
    return bool(weight.points or weight.countries())


def _blanked(text: str, kept: Iterable[Span]) -> str:
    """Return a text of the same length and lines in which only some stretches are left."""
    found, at = [], 0
    for span in kept:
        found += [_NO_BREAK.sub(" ", text[at : span.start]), text[max(at, span.start) : span.end]]
        at = max(at, span.end)
    return "".join((*found, _NO_BREAK.sub(" ", text[at:])))
