"""Find the counts of a report: killed, wounded, captured, displaced, destroyed."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from itertools import combinations
from typing import Any

from claims.actors import ActorFinder
from claims.addressed import addresses_a_reader
from claims.attribution import Attribution, Speakers, attribute
from claims.claim import Span, When
from claims.dates import find_times
from claims.figure import Figure
from claims.report import Report, SectionKind
from claims.theatre import Theatre
from claims.when import when_of
from claims.words import Sentence, sentences
from claims.yaml_text import load_yaml

__all__ = ["find_figures", "link_figures"]

_READ = (SectionKind.HEADLINE, SectionKind.BODY)
_FACTOR = 2
_WINDOW = re.compile(
    r"\b(?:since\s+[^,.;]{3,40}?(?=[,.;]|$|\s+(?:when|as|according|in|and)\b)"
    r"|(?:in|over|during|within)\s+(?:the\s+)?(?:past|last|previous)\s+[\w-]+\s*(?:hours?|days?|weeks?|"
    r"months?|years?)?|in\s+(?:one|a)\s+(?:single\s+)?(?:day|night|week)|so\s+far|to\s+date)",
    re.IGNORECASE,
)
_NAME_GAP = r"(?:(?!and\b)[\w'’-]+\s+){0,4}?"
# What may stand between those counted and what happened to them: others with them, auxiliaries.
_BEHIND = (
    r"(?:\s+and\s+(?:[\w-]+\s+){0,2}[\w-]+)?"
    r"\s+(?:(?:who\s+)?(?:were|was|are|have|has|had|been|being|reportedly|also)\s+)*"
)


@dataclass(frozen=True, slots=True)
class _Ground:
    """The sentence that a count stands in, and what is known of its report."""

    report: Report
    theatre: Theatre
    finder: ActorFinder
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class _Found:
    """A count as its words tell it."""

    measure: str
    least: int
    most: int | None
    qualifier: str
    group: str
    start: int
    end: int


def find_figures(report: Report, theatre: Theatre) -> tuple[Figure, ...]:
    """Return the counts of a report in the order of its text.

    A paragraph without a number beside a word of loss costs one search.
    """
    speakers = Speakers(theatre=theatre, text=report.text, outlet=report.outlet)
    finder = ActorFinder(theatre, report.text)
    found: list[Figure] = []
    for section in report.sections:
        text = report.text[section.start : section.end]
        if section.kind not in _READ or addresses_a_reader(text) or not _table().hint.search(text):
            continue
        paragraph = list(sentences(report.text, section.start, section.end))
        cues = speakers.read(paragraph, headline=section.kind is SectionKind.HEADLINE)
        for sentence, own in zip(paragraph, cues, strict=True):
            ground = _Ground(report, theatre, finder, sentence)
            found += [_figure(ground, f, attribute(own, f.start)) for f in _in_sentence(sentence)]
    return tuple(found)


def link_figures(figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """Return figures with the ids of those that cannot be true beside them.

    Compared are figures of one measure about one side, by different claimants or stories, whose
    numbers are a factor of two apart; an open figure ("at least 40") is below any larger one.
    """
    against: dict[str, list[str]] = {}
    by_key: dict[tuple[str, str], list[Figure]] = {}
    for figure in figures:
        if figure.side:
            by_key.setdefault((figure.measure, figure.side), []).append(figure)
    for group in by_key.values():
        for one, other in combinations(group, 2):
            if one.claimant == other.claimant or one.origin == other.origin != "":
                continue
            if _apart(one, other):
                against.setdefault(one.id, []).append(other.id)
                against.setdefault(other.id, []).append(one.id)
    return tuple(replace(f, contradicts=tuple(against.get(f.id, ()))) for f in figures)


def _apart(one: Figure, other: Figure) -> bool:
    low, high = sorted((one, other), key=lambda figure: figure.value)
    return low.value > 0 and high.value / low.value >= _FACTOR


def _figure(ground: _Ground, found: _Found, said: Attribution) -> Figure:
    report, sentence = ground.report, ground.sentence
    span = Span(start=found.start, end=found.end)
    actors = ground.finder.find(found.group)
    window = _WINDOW.search(sentence.text, found.start - sentence.start)
    key = f"{report.sha256 or report.id}|{report.copy}|{span}|{found.measure}"
    return Figure(
        id=hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:12],
        doc=report.id,
        measure=found.measure,
        least=found.least,
        most=found.most,
        qualifier=found.qualifier,
        group=found.group,
        side=actors[0].side if actors else None,
        window=window.group() if window else "",
        when=_when(ground, found),
        claimant=said.claimant,
        via=said.via,
        quote=report.text[found.start : found.end],
        span=span,
        sentence=Span(start=sentence.start, end=sentence.end),
    )


def _when(ground: _Ground, found: _Found) -> When | None:
    published, sentence = ground.report.published, ground.sentence
    if published is None:
        return None
    times = find_times(sentence.text, published.date(), sentence.start)
    reach, zone = (sentence.start, sentence.end), ground.theatre.timezone
    return when_of(times, found.start, published, zone, reach=reach, text=sentence.text)


def _in_sentence(sentence: Sentence) -> Iterator[_Found]:
    """Yield the counts of a sentence, left to right; one number counts once."""
    taken: set[int] = set()
    measure = ""
    matches = [
        (match, name)
        for name, pattern in _table().patterns
        for match in pattern.finditer(sentence.text)
    ]
    matches.sort(key=lambda pair: (pair[0].start("number"), -len(pair[0].group())))
    for match, name in matches:
        if match.start("number") in taken:
            continue
        taken.add(match.start("number"))
        measure = name or measure
        if not measure:
            continue
        found = _read(match, measure, sentence.start)
        if found is not None:
            yield found


def _read(match: re.Match[str], measure: str, offset: int) -> _Found | None:
    group = " ".join((match["group"] or "").split())
    if _table().is_thing(group) != (measure == "destroyed"):
        return None
    number = _number(match["number"])
    if number is None:
        return None
    least, most, vague = number
    qualifier = _qualifier(match["qualifier"])
    if qualifier in ("at_least", "more_than"):
        most = None
    elif qualifier in ("up_to", "fewer_than"):
        least = 0
    return _Found(
        measure=measure,
        least=least,
        most=most,
        qualifier="vague" if vague else qualifier,
        group=group,
        start=offset + match.start(),
        end=offset + match.end(),
    )


def _qualifier(words: str | None) -> str:
    plain = " ".join((words or "").lower().split())
    return _table().qualifiers.get(plain, "exact")


def _number(words: str) -> tuple[int, int | None, bool] | None:
    """Return least, most and whether nobody counted; None where it is no number."""
    plain = " ".join(words.lower().split())
    table = _table()
    if plain in table.vague:
        return table.vague[plain], None, True
    parts = re.split(r"\s*(?:–|—|-|\bto\b|\band\b)\s*", plain)
    ends = [end for part in parts if (end := _one(part, table.words)) is not None]
    return (min(ends), max(ends), False) if ends else None


def _one(words: str, known: dict[str, int]) -> int | None:
    digits = re.sub(r"[,\s]", "", words)
    return int(digits) if digits.isdecimal() and len(digits) < 10 else known.get(words.strip())


class _Table:
    """The words of ``figures.yaml`` as patterns."""

    def __init__(self, rows: dict[str, Any]) -> None:
        self.words: dict[str, int] = {str(k): v for k, v in rows["words"].items()}
        self.vague: dict[str, int] = {str(k): v for k, v in rows["vague"].items()}
        self.qualifiers: dict[str, str] = {
            text: name for name, texts in rows["qualifiers"].items() for text in texts
        }
        self._things = _any(rows["things"])
        one = rf"(?:{_any(self.words)}|\d{{1,3}}(?:[, ]\d{{3}})+|\d+)"
        joined = r"\s*(?:–|-|\bto\b|\band\b)\s*"
        number = rf"(?P<number>{_any(self.vague)}|{one}(?:{joined}{one})?)"
        owner = r"(?:of\s+(?:its|their|his|the)\s+)?"
        counted = (
            rf"(?:(?P<qualifier>{_any(self.qualifiers)})\s+)?(?:between\s+)?{number}"
            rf"(?:\s+{owner}(?P<group>{_NAME_GAP}(?:{_any([*rows['people'], *rows['things']])})s?))"
        )
        measures = rows["measures"]
        including = ("", _word(rf"including\s+{counted}"))
        self.patterns = [*self._patterns(measures, counted), including]
        verbs = [w for each in measures.values() for words in each.values() for w in words]
        self.hint = _word(_any(verbs))

    def _patterns(
        self, measures: dict[str, dict[str, list[str]]], counted: str
    ) -> Iterator[tuple[str, re.Pattern[str]]]:
        for name, words in measures.items():
            leads = [*words["after"], *words["of"]]
            if leads:
                yield name, _word(rf"(?:{_any(leads)})\s+(?:the\s+)?{counted}")
            if words["before"]:
                yield name, _word(rf"{counted}{_BEHIND}(?:{_any(words['before'])})")

    def is_thing(self, group: str) -> bool:
        """Tell whether a group is of things and not of people."""
        return bool(re.search(rf"(?:{self._things})s?$", group.lower()))


def _any(words: Sequence[str] | dict[str, Any]) -> str:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)


def _word(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])", re.IGNORECASE)


@cache
def _table() -> _Table:
    return _Table(load_yaml((files("claims") / "figures.yaml").read_text(encoding="utf-8")))
