"""Find the counts of a report: killed, wounded, captured, displaced, destroyed."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from claims.claim import Claim, Span, When
from claims.claimants.attribution import Cue, Speakers, attribute
from claims.counts.tolls import TAKES_APART, Toll, find_tolls, group_words
from claims.fighters.actors import ActorFinder
from claims.figure import Figure
from claims.intake.addressed import addresses_a_reader
from claims.report import Report, Section, SectionKind
from claims.sides.groups import country_words
from claims.sides.theatre import Theatre
from claims.times.dates import find_times
from claims.times.when import when_of
from claims.words import Sentence, sentences
from geo.interval import Interval

__all__ = ["find_figures"]

_READ = (SectionKind.HEADLINE, SectionKind.BODY)
_WINDOW = re.compile(
    r"\b(?:since\s+[^,.;]{3,40}?(?=[,.;]|$|\s+(?:when|as|according|in|and)\b)"
    r"|(?:in|over|during|within)\s+(?:the\s+)?(?:past|last|previous)\s+[\w-]+\s*"
    r"(?:hours?|days?|weeks?|months?|years?)?"
    r"|in\s+(?:one|a)\s+(?:single\s+)?(?:day|night|week)|so\s+far|to\s+date)",
    re.IGNORECASE,
)
# Words of a sentence whose figure counts from some start up to the report.
_TOTAL = re.compile(
    r"\b(?:since|so\s+far|to\s+date|thus\s+far|in\s+total|overall|death\s+toll|"
    r"(?:week|month|year)s?-long)\b",
    re.IGNORECASE,
)
# Whose victims they were says nothing of what side civilians are on.
_OF_A_SIDE = frozenset(
    "soldiers fighters police people tanks vehicles aircraft drones artillery missiles".split()
)
# Words by which nobody's side is told.
_NOBODYS = frozenset("people persons more others tanks vehicles drones missiles".split()) | {""}
_LISTED_AS = {"shot_down": "destroyed"}


@dataclass
class _Reading:
    """What is carried through one report."""

    report: Report
    theatre: Theatre
    heads: tuple[str, ...]
    last: Toll | None = None
    whole: Figure | None = None
    found: list[Figure] = field(default_factory=list)

    @cached_property
    def finder(self) -> ActorFinder:
        """Who fights in the report; asked only where a count is of fighters."""
        return ActorFinder(self.theatre, self.report.text)


def find_figures(
    report: Report, theatre: Theatre, claims: Sequence[Claim] = ()
) -> tuple[Figure, ...]:
    """Return the counts of a report in the order of its text.

    A report without a count costs one search of its paragraphs.

    Parameters
    ----------
    claims
        Those of the report; their toponyms tell where a count belongs.
    """
    read = [section for section in report.sections if _is_read(report, section)]
    counting = [n for n, s in enumerate(read) if find_tolls(report.text[s.start : s.end])]
    if not counting:
        return ()
    heads = {head for claim in claims if claim.place for head in claim.place.heads}
    # Two counts of one country are not of one place.
    heads -= country_words().keys()
    reading = _Reading(
        report=report,
        theatre=theatre,
        heads=tuple(sorted(heads)),
    )
    speakers = Speakers(theatre=theatre, text=report.text, outlet=report.outlet)
    for number, section in enumerate(read):
        if number > counting[-1] and reading.last is None:
            break  # no further count, and none that the next words could go on with
        _section(reading, section, speakers)
    return tuple(reading.found)


def _is_read(report: Report, section: Section) -> bool:
    text = report.text[section.start : section.end]
    return section.kind in _READ and not addresses_a_reader(text)


def _section(reading: _Reading, section: Section, speakers: Speakers) -> None:
    paragraph = list(sentences(reading.report.text, section.start, section.end))
    cues = speakers.read(paragraph, headline=section.kind is SectionKind.HEADLINE)
    for index, sentence in enumerate(paragraph):
        tolls = find_tolls(sentence.text, reading.last)
        said = cues[index] or _said_behind(paragraph[index:], cues[index:])
        for toll in tolls:
            figure = _figure(reading, sentence, toll, said)
            reading.found.append(figure)
            reading.whole = reading.whole if toll.part else figure
        reading.last = tolls[-1] if tolls else None


def _said_behind(paragraph: Sequence[Sentence], cues: Sequence[Sequence[Cue]]) -> list[Cue]:
    """Take the speaker of the sentence behind where that only takes a figure apart."""
    own = paragraph[0]
    if len(paragraph) < 2 or not cues[1] or not TAKES_APART.match(paragraph[1].text):
        return []
    return [cues[1][0]._replace(start=own.start, end=own.end, denies=False)]


def _figure(reading: _Reading, sentence: Sentence, toll: Toll, cues: Sequence[Cue]) -> Figure:
    report, number = reading.report, toll.number
    span = Span(start=sentence.start + toll.start, end=sentence.start + toll.end)
    said = attribute(cues, sentence.start + number.start)
    measure = _LISTED_AS.get(toll.kind, toll.kind)
    window = _WINDOW.search(sentence.text, toll.start) or _WINDOW.search(sentence.text)
    whole = reading.whole if toll.part else None
    total = bool(_TOTAL.search(sentence.text)) or bool(whole and whole.total)
    key = f"{report.sha256 or report.id}|{report.copy}|{span}|{measure}"
    return Figure(
        id=hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:12],
        doc=report.id,
        measure=measure,
        least=number.least,
        most=number.most,
        qualifier=number.qualifier,
        group=group_words(sentence.text, toll),
        kind=toll.group,
        side=_side(reading, sentence, toll),
        window=window.group() if window else whole.window if whole else "",
        when=_when(reading, sentence, toll, total=total),
        total=total,
        places=tuple(head for head in reading.heads if head in sentence.text),
        claimant=said.claimant,
        via=said.via,
        quote=report.text[span.start : span.end],
        span=span,
        sentence=Span(start=sentence.start, end=sentence.end),
        part_of=whole.id if whole else "",
    )


def _side(reading: _Reading, sentence: Sentence, toll: Toll) -> str | None:
    if toll.group not in _OF_A_SIDE:
        return None
    group = group_words(sentence.text, toll)
    actors = () if group in _NOBODYS else reading.finder.find(group)
    return next((actor.side for actor in actors if actor.side), None)


def _when(reading: _Reading, sentence: Sentence, toll: Toll, *, total: bool) -> When | None:
    """Return when it happened; a total counts up to the day of the report."""
    published = reading.report.published
    if published is None:
        return None
    times = find_times(sentence.text, published.date(), sentence.start)
    reach, zone = (sentence.start, sentence.end), reading.theatre.timezone
    place = sentence.start + toll.start
    when = when_of(times, place, published, zone, reach=reach, text=sentence.text)
    today = when_of((), place, published, zone, reach=reach).interval
    if not total or when.interval.end >= today.end:
        return when
    return replace(when, interval=Interval(start=when.interval.start, end=today.end), candidates=())
