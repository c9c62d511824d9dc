"""What stands in each sentence of a report, found in all of them before any event is told.

One kind of thing is looked for in the whole report, then the next. What one sentence means for the
others, such as which town "the city" is, is told afterwards, sentence by sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain, starmap
from typing import NamedTuple

from claims.claimants.attribution import Cue, Speakers
from claims.claimants.told_behind import tells_who_said_it
from claims.events.spots.found import find_spots
from claims.events.spots.parts import parts
from claims.events.spots.place_headings import background
from claims.events.spots.spot import Spot
from claims.events.spots.surnames import surnames
from claims.fighters.actors import ActorFinder, ActorMention
from claims.intake.addressed import addresses_a_reader
from claims.intake.peacetime import Topic, topics_of
from claims.lexicon import Trigger, lexicon
from claims.report import Report, Section, SectionKind
from claims.times.dates import find_times
from claims.times.time_mention import TimeMention
from claims.words import Sentence, sentences
from gazetteer.place import Relation

__all__ = ["PRESENT", "Seen", "survey"]

_BULLETS = ("-", "–", "—", "•", "*", "·", "▪", "■")
# What has the time of its report, and none told before: "and has since massed troops in X".
PRESENT = frozenset("is are has have now currently still today since recently".split())
_FRONTED = 1  # words before a time that opens its clause
_OPENERS = frozenset("At By Early Earlier In Last Late On Over Overnight Today Yesterday".split())
_READ = (SectionKind.HEADLINE, SectionKind.CAPTION, SectionKind.BODY)


class Seen(NamedTuple):
    """A sentence and what stands in it by itself: who, where, when, what and who says so."""

    sentence: Sentence
    cues: Sequence[Cue]
    actors: tuple[ActorMention, ...]
    spots: tuple[Spot, ...]
    times: tuple[TimeMention, ...]
    worded: tuple[Trigger, ...]
    topics: frozenset[Topic]


def survey(
    report: Report,
    *,
    finder: ActorFinder,
    speakers: Speakers,
    names: Sequence[tuple[int, int]],
    are_apart: Callable[[str, str], bool],
    today: date,
) -> Iterator[tuple[Section, list[Seen]]]:
    """Yield the sections of a report that tell of its own time, with what their sentences hold.

    Parameters
    ----------
    names
        Where names that the gazetteer knows stand in the report, sorted.
    are_apart
        Tells of a town and another name whether nothing that this means holds it.
    today
        The day from which "yesterday" and weekdays count back.
    """
    read = [
        (section, list(sentences(report.text, section.start, section.end)))
        for section in _sections(report)
    ]
    said = _attributed(report, speakers, read)
    places = [start for start, _ in names]
    split = [[[*parts(sentence, places)] for sentence in paragraph] for _, paragraph in read]
    whole = [one for paragraph in split for one in paragraph]
    lines = [part for one in whole for part in one]
    cues = [_of_part(part, found) for one, found in zip(whole, said, strict=True) for part in one]
    actors = [finder.find(line.text, line.start) for line in lines]
    held = frozenset[str]().union(*(line.held for line in lines))
    topics = topics_of(lines, held)
    people = surnames(report.text)
    spots = find_spots(lines, report.text, names, actors, persons=people, are_apart=are_apart)
    actors = [_no_names(who, where) for who, where in zip(actors, spots, strict=True)]
    times = [found for one in whole for found in _times(one, today)]
    times = [*map(_as_said, lines, cues, times)]
    worded = [
        lexicon().triggers(line, _taken(line, who, where))
        for line, who, where in zip(lines, actors, spots, strict=True)
    ]
    seen = (
        Seen(line, said, who, where, when, what, topics)
        for line, said, who, where, when, what in zip(
            lines, cues, actors, spots, times, worded, strict=True
        )
    )
    for (section, _), paragraph in zip(read, split, strict=True):
        yield section, [next(seen) for one in paragraph for _ in one]


def _of_part(part: Sentence, cues: Sequence[Cue]) -> Sequence[Cue]:
    """Return the cues whose stretches reach into a part of their sentence."""
    return [cue for cue in cues if cue.start < part.end and part.start < cue.end]


def _times(whole: Sequence[Sentence], today: date) -> list[tuple[TimeMention, ...]]:
    """Return the times of the parts of a sentence; one without takes over a neighbour's day.

    "On Monday rebels took X, and troops shelled Y" on the same day; "and now hold Y" has its own.
    """
    times = [find_times(part.text, today, part.start) for part in whole]
    for number, part in enumerate(whole if len(whole) > 1 else ()):
        if not any(t.day for t in times[number]) and PRESENT.isdisjoint(part.held):
            beside = times[number - 1] if number else times[1]
            days = [t for t in beside if t.day and t.last in (None, t.day)]
            if not number:
                days = [t for t in days if whole[1].word_at(t.start) > _FRONTED]
            at = part.start
            times[number] = (*(replace(t, start=at, end=at) for t in days[-1:]), *times[number])
    return times


def _as_said(
    part: Sentence, cues: Sequence[Cue], times: tuple[TimeMention, ...]
) -> tuple[TimeMention, ...]:
    """Leave out a day taken over from a neighbour by a part in which somebody else speaks.

    "Rebels took X on Monday, and the army said it had left Y": when, it does not say.
    """
    if not any(part.start < cue.start for cue in cues):
        return times
    return tuple(t for t in times if t.start < t.end or t.text.partition(" ")[0] in _OPENERS)


def _sections(report: Report) -> Iterator[Section]:
    past = background(report)
    for section in report.sections:
        text = report.text[section.start : section.end]
        if section.kind in _READ and section not in past and not addresses_a_reader(text):
            yield section


def _attributed(
    report: Report, speakers: Speakers, read: Sequence[tuple[Section, list[Sentence]]]
) -> Iterator[Sequence[Cue]]:
    """Yield who speaks in each sentence; a line beside a paragraph may be the one to name him."""
    lead = ""
    heads = [section.kind is SectionKind.HEADLINE for section, _ in read]
    said = [
        speakers.read(lines, headline=head) for head, (_, lines) in zip(heads, read, strict=True)
    ]
    for number, (section, paragraph) in enumerate(read):
        cues = said[number]
        below = read[number + 1][1][:1] if number + 1 < len(read) else []
        if below and tells_who_said_it(below[0]) and not any(cues):
            cues = [_whole(one, said[number + 1][0]) for one in paragraph]
        for sentence, found in zip(paragraph, cues, strict=True):
            yield found or _led(section, sentence, lead)
        if section.kind is not SectionKind.CAPTION:
            told = cues[0][0] if _leads(report, section) and cues and cues[0] else None
            lead = told.who if told and not told.denies else ""


def _whole(sentence: Sentence, cues: Sequence[Cue]) -> list[Cue]:
    """Return those who speak below as who says a whole sentence above."""
    return [cue._replace(start=sentence.start, end=sentence.end) for cue in cues[:1]]


def _leads(report: Report, section: Section) -> bool:
    """Tell whether a line heads the paragraph below it; one of a list of headlines does not."""
    bullet = report.text.startswith(_BULLETS, section.start)
    return section.kind is SectionKind.HEADLINE and not bullet


def _led(section: Section, sentence: Sentence, lead: str) -> list[Cue]:
    """Give the paragraph under a headline ("...: Monitor") that headline's claimant."""
    if section.kind is not SectionKind.BODY or not lead:
        return []
    return [Cue(who=lead, start=sentence.start, end=sentence.end)]


def _no_names(actors: tuple[ActorMention, ...], spots: Sequence[Spot]) -> tuple[ActorMention, ...]:
    """Leave out countries that only end the name of a place: "Oru Congo"."""
    if not any(actor.kind == "country" for actor in actors):
        return actors
    spans = [spot.mention.head_span for spot in spots if spot.mention.head_span]
    return tuple(
        actor
        for actor in actors
        if actor.kind != "country" or not any(a < actor.start < actor.end <= b for a, b in spans)
    )


def _taken(
    sentence: Sentence, actors: Sequence[ActorMention], spots: Sequence[Spot]
) -> frozenset[int]:
    """Return the words that name an actor or a place and so cannot word an event."""
    spans = [(m.start, m.end) for m in actors if m.armed]
    spans += [s.mention.head_span for s in spots if s.mention.head_span]
    # "The southern approaches to X" are ground, and nobody approaches it.
    spans += [(s.mention.start, s.mention.end) for s in spots if _is_edge(s)]
    return frozenset(chain.from_iterable(starmap(sentence.words_in, spans)))


def _is_edge(spot: Spot) -> bool:
    return spot.mention.expression.relation is Relation.OUTSKIRTS
