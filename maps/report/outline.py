"""What a written report holds, in order, before any form is given to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from claims.claim import Claim
from claims.situation import NotDrawn, ResolvedClaim, Situation
from maps.beside.credits import credits_in
from maps.beside.labels import kicker, limits, tally_line
from maps.looks.sides import book_of
from maps.looks.theme import Theme
from maps.report.telling import Sentence, day_words, sentence_of, when_words
from maps.tables.rows import items_of
from maps.text import plain, web_link
from maps.wording.language import Language
from maps.wording.place_names import namer
from maps.wording.standing_words import reason_words
from maps.wording.words import moment_words, speaker, subtitle, zone_of

__all__ = ["Listed", "Outline", "Passage", "Source", "outline_of"]


_FEW = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """What is claimed of one place or axis: paragraphs, each with the day that it is about.

    A passage of few sentences is one paragraph without a day.
    """

    heading: str
    paragraphs: tuple[tuple[str, tuple[Sentence, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A report that was read: its number, and what is needed to find it."""

    number: int
    words: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A claim that is not drawn, with the reason."""

    sentence: Sentence
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A report in plain text, ready to be set in any form."""

    title: str
    kicker: str
    counts: str
    tally: str
    warning: str
    passages: tuple[Passage, ...]
    against: tuple[tuple[Sentence, Sentence], ...]
    table: tuple[tuple[str, ...], ...]
    missing: tuple[Listed, ...]
    sources: tuple[Source, ...]
    credits: tuple[str, ...]
    limits: str
    tongue: Language

    def say(self, key: str) -> str:
        """Return a heading or a fixed phrase of reports."""
        return self.tongue.say(f"report.{key}")


def outline_of(
    situation: Situation, *, title: str, picture: bool, theme: Theme | None = None
) -> Outline:
    """Arrange a situation as a report; ``picture`` tells whether the base map is in it."""
    theme = theme or Theme()
    tongue = theme.tongue
    items = list(items_of(situation))
    sources = tuple(_sources(situation, tongue))
    sentences = _sentences(items, situation, tongue)
    named = credits_in(situation, basemap=picture, tongue=tongue)
    return Outline(
        title=_line(title),
        kicker=kicker(tongue),
        counts=_line(". ".join(filter(None, (theme.subtitle, subtitle(situation, tongue))))),
        tally=tally_line(drawn=len(situation.drawn), every=len(items), tongue=tongue),
        warning=tongue.say("report.warning"),
        passages=tuple(_passages(situation, sentences, tongue)),
        against=tuple(_against(items, sentences)),
        table=tuple(_table(items, sentences, situation, tongue)),
        missing=tuple(_missing(items, sentences, tongue)),
        sources=sources,
        credits=tuple(map(_line, filter(None, (theme.credit, *named)))),
        limits=limits(tongue),
        tongue=tongue,
    )


def _line(words: str) -> str:
    return " ".join(plain(words).split())


def _sources(situation: Situation, tongue: Language) -> Iterator[Source]:
    for number, report in enumerate(situation.reports, start=1):
        dated = tongue.say("report.undated")
        if report.published:
            dated = moment_words(report.published, zone_of(situation, report.id), tongue)
        title = tongue.say("page.quoted", text=report.title) if report.title else ""
        parts = (report.outlet or report.id, title, dated)
        yield Source(
            number=number,
            words=_line(", ".join(part for part in parts if part)),
            url=web_link(report.url),
        )


def _sentences(
    items: Sequence[ResolvedClaim | NotDrawn], situation: Situation, tongue: Language
) -> dict[str, Sentence]:
    names = book_of(situation, tongue).names
    numbers = {report.id: number for number, report in enumerate(situation.reports, start=1)}
    return {
        item.claim.id: sentence_of(
            item,
            situation,
            names=names,
            tongue=tongue,
            claim=number,
            source=numbers.get(item.claim.doc),
        )
        for number, item in enumerate(items, start=1)
    }


def _passages(
    situation: Situation, sentences: Mapping[str, Sentence], tongue: Language
) -> Iterator[Passage]:
    groups: dict[str, list[Claim]] = {}
    for item in situation.drawn:
        groups.setdefault(_heading(item, tongue), []).append(item.claim)
    for heading in sorted(groups, key=lambda name: (-len(groups[name]), name)):
        # What has no date comes last, as nobody knows where it belongs.
        claims = sorted(groups[heading], key=lambda c: (c.when is None, _start(c)))
        days: dict[str, list[Sentence]] = {}
        for claim in claims:
            day = day_words(claim, situation, tongue) if len(claims) > _FEW else ""
            days.setdefault(day, []).append(sentences[claim.id])
        yield Passage(
            heading=heading, paragraphs=tuple((day, tuple(told)) for day, told in days.items())
        )


def _start(claim: Claim) -> float:
    return claim.when.interval.start.timestamp() if claim.when else 0.0


def _heading(item: ResolvedClaim, tongue: Language) -> str:
    """Name the place by its gazetteer entry, an axis by both its ends."""
    chosen = item.resolution.chosen
    words = item.claim.place.text if item.claim.place else ""
    name = namer(tongue)(chosen[0].entry) if chosen else words
    if item.tail is not None and item.claim.tail is not None:
        return _line(tongue.say("report.axis", to=name, **{"from": item.claim.tail.text}))
    return _line(name)


def _against(
    items: Sequence[ResolvedClaim | NotDrawn], sentences: Mapping[str, Sentence]
) -> Iterator[tuple[Sentence, Sentence]]:
    """Yield each two claims that contradict each other once, in the order of the text."""
    order = {item.claim.id: number for number, item in enumerate(items)}
    for item in items:
        for other in sorted(item.contradicts, key=lambda key: order.get(key, -1)):
            if order.get(other, -1) > order[item.claim.id]:
                yield sentences[item.claim.id], sentences[other]


def _table(
    items: Sequence[ResolvedClaim | NotDrawn],
    sentences: Mapping[str, Sentence],
    situation: Situation,
    tongue: Language,
) -> Iterator[tuple[str, ...]]:
    names = book_of(situation, tongue).names
    for item in items:
        claim, sentence = item.claim, sentences[item.claim.id]
        side = names.get(claim.actor_side or "", "") or claim.actor
        action = tongue.say(f"picture.action.{claim.action.value}")
        cells = (
            str(sentence.claim),
            speaker(claim, tongue),
            tongue.say("report.deed", side=side, action=action),
            tongue.say(f"page.status.{claim.status.value}"),
            claim.place.text if claim.place else "–",
            when_words(claim, situation, tongue) or "–",
            item.standing.grade.code if item.standing else "–",
            f"[{sentence.source}]" if sentence.source else "–",
        )
        yield tuple(map(_line, cells))


def _missing(
    items: Sequence[ResolvedClaim | NotDrawn],
    sentences: Mapping[str, Sentence],
    tongue: Language,
) -> Iterator[Listed]:
    for item in items:
        if not isinstance(item, NotDrawn):
            continue
        reason = reason_words(item, tongue)
        names = dict.fromkeys(namer(tongue)(candidate.entry) for candidate in item.candidates[:4])
        if names:
            reason = tongue.say("report.could_be", reason=reason, names=", ".join(names))
        yield Listed(sentence=sentences[item.claim.id], reason=_line(reason))
