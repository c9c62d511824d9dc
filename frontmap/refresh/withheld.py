"""Claims about places that a policy withholds, and every trace of them in what stays."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from claims.claim import Claim, Span
from claims.report import Report
from claims.situation import WITHHELD, NotDrawn, ResolvedClaim, Situation
from frontmap.refresh.place_classes import PlaceClasses, fold, folded_names
from gazetteer.place import Candidate

__all__ = ["Names", "withheld_names", "without_withheld"]

Located = ResolvedClaim | NotDrawn

_DETAIL = "places of its kind are not published"
_WORD = "[withheld]"
# A name of fewer letters is found inside too many words that have nothing to do with it.
_SHORTEST = 4


def without_withheld(situation: Situation, classes: PlaceClasses) -> Situation:
    """Return a situation in which claims about withheld places are counted and say nothing.

    A claim whose words overlap with theirs, or that names the same place, goes with them, so that
    every claim that stays keeps its exact words. Of the reports that hold one, nothing stays but
    the quotes of other claims.
    """
    items: list[Located] = [*situation.drawn, *situation.not_drawn]
    first = _withheld(situation, classes)
    if not first:
        return _without_candidates(situation, classes)
    names = _names_in(first, classes)
    gone = {item.claim.id for item in _with_neighbours(first, items, names)}
    stays = [item for item in items if item.claim.id not in gone]
    lost = [item for item in items if item.claim.id in gone]
    secrets = _secrets(stays, lost)
    renamed = {r.id: _new_id(r, classes, names) for r in situation.reports}
    kept = [_renamed(_cleaned(item, classes, names), renamed) for item in stays]
    stubs = [_stub(item, number) for number, item in enumerate(lost, start=1)]
    return replace(
        situation,
        reports=tuple(
            replace(_cleared(report, secrets, classes, names), id=renamed[report.id])
            for report in situation.reports
        ),
        drawn=tuple(item for item in kept if isinstance(item, ResolvedClaim)),
        not_drawn=(*(item for item in kept if isinstance(item, NotDrawn)), *stubs),
        parts=tuple(
            replace(
                part,
                docs=frozenset(renamed.get(doc, doc) for doc in part.docs),
                within={renamed.get(doc, doc): own for doc, own in part.within.items()},
            )
            for part in situation.parts
        ),
        # A figure may count the dead of a hospital in a sentence that no claim quotes.
        figures=tuple(
            replace(figure, doc=renamed.get(figure.doc, figure.doc))
            for figure in situation.figures
            if figure.doc not in secrets and not names.stand_in(figure.quote, *figure.places)
        ),
    )


def withheld_names(situation: Situation, classes: PlaceClasses) -> Names:
    """Return the names of the places for which claims of a situation are withheld."""
    return _names_in(_withheld(situation, classes), classes)


def _withheld(situation: Situation, classes: PlaceClasses) -> list[Located]:
    texts = {report.id: report.text for report in situation.reports}
    items: tuple[Located, ...] = (*situation.drawn, *situation.not_drawn)
    return [item for item in items if _is_withheld(item, classes, texts.get(item.claim.doc, ""))]


def _names_in(withheld: Iterable[Located], classes: PlaceClasses) -> Names:
    return Names(name for item in withheld for name in _names_of(item, classes))


@dataclass(frozen=True, slots=True)
class _Secret:
    """Of a report with withheld claims: where the other quotes stand, and the withheld ones."""

    stays: tuple[Span, ...]
    gone: tuple[str, ...]

    def told_by(self, title: str) -> bool:
        """Tell whether a title holds a withheld quote, or is a part of one."""
        folded = fold(title)
        quotes = [*map(fold, self.gone)]
        return any(folded in quote or quote in folded for quote in quotes if folded and quote)


class Names:
    """Names that must not be told, folded."""

    def __init__(self, names: Iterable[str]) -> None:
        found = {name for name in names if len(name) >= _SHORTEST}
        pattern = "|".join(re.escape(name) for name in sorted(found, key=len, reverse=True))
        self._pattern = re.compile(rf"(?<!\w)(?:{pattern})(?!\w)" if pattern else r"(?!)")

    def stand_in(self, *texts: str) -> bool:
        """Tell whether one of the names stands in one of the texts."""
        return any(self._pattern.search(fold(text)) for text in texts)


def _secrets(stays: Iterable[Located], lost: Iterable[Located]) -> dict[str, _Secret]:
    spans: dict[str, list[Span]] = {}
    quotes: dict[str, list[str]] = {}
    for item in stays:
        spans.setdefault(item.claim.doc, []).append(item.claim.span)
    for item in lost:
        quotes.setdefault(item.claim.doc, []).append(item.claim.quote)
    return {doc: _Secret(tuple(spans.get(doc, ())), tuple(told)) for doc, told in quotes.items()}


def _is_withheld(item: Located, classes: PlaceClasses, text: str) -> bool:
    claim = item.claim
    places = (claim.place, claim.tail)
    if any(map(classes.holds_expression, places)) or classes.around(claim, text):
        return True
    chosen = item.resolution.chosen if isinstance(item, ResolvedClaim) else ()
    return any(classes.holds_entry(each.entry) for each in chosen)


def _names_of(item: Located, classes: PlaceClasses) -> Iterator[str]:
    """Yield the names, folded, by which the withheld place of a claim would be known."""
    for place in (item.claim.place, item.claim.tail):
        if place is not None:
            yield from classes.names_in((place.text, *place.heads))
    candidates = item.candidates if isinstance(item, NotDrawn) else item.resolution.chosen
    for each in candidates:
        if classes.holds_entry(each.entry):
            yield from folded_names(each.entry)


def _with_neighbours(
    first: Sequence[Located], items: Sequence[Located], names: Names
) -> list[Located]:
    """Return the withheld claims, those that name the same places, and all that overlap."""
    known = {item.claim.id for item in first}
    rest = [item for item in items if item.claim.id not in known]
    gone = [*first, *(item for item in rest if names.stand_in(*_words_of(item.claim)))]
    known = {item.claim.id for item in gone}
    secret = {item.claim.doc for item in gone}
    rest = [item for item in rest if item.claim.id not in known and item.claim.doc in secret]
    return gone + _overlapping(gone, rest)


def _overlapping(gone: Sequence[Located], rest: Sequence[Located]) -> list[Located]:
    """Return what overlaps with withheld words, and with what overlaps with them."""
    found: list[Located] = []
    edge: Sequence[Located] = gone
    while edge:
        edge = [i for i in rest if any(_overlap(i.claim, other.claim) for other in edge)]
        ids = {item.claim.id for item in edge}
        rest = [item for item in rest if item.claim.id not in ids]
        found += edge
    return found


def _overlap(one: Claim, other: Claim) -> bool:
    return (
        one.doc == other.doc and one.span.start < other.span.end and other.span.start < one.span.end
    )


def _words_of(claim: Claim) -> Iterator[str]:
    yield from (claim.quote, claim.claimant, claim.actor, claim.opponent, claim.outlet, *claim.via)
    for place in (claim.place, claim.tail):
        if place is not None:
            yield place.text


def _stub(item: Located, number: int) -> NotDrawn:
    """Return what is left of a withheld claim: that there is one, and what kind of event."""
    claim = Claim(
        id=f"withheld-{number:03d}",
        doc="",
        quote=_WORD,
        span=Span(start=0, end=len(_WORD)),
        claimant=_WORD,
        action=item.claim.action,
        status=item.claim.status,
    )
    return NotDrawn(claim=claim, reason=WITHHELD, detail=_DETAIL)


def _cleaned(item: Located, classes: PlaceClasses, names: Names) -> Located:
    """Take withheld places out of what a claim says beside its quote."""
    if isinstance(item, NotDrawn):
        return _cleaned_listed(item, classes, names)
    return _cleaned_drawn(item, classes, names)


def _cleaned_listed(item: NotDrawn, classes: PlaceClasses, names: Names) -> NotDrawn:
    detail = _WORD if names.stand_in(item.detail) else item.detail
    return replace(item, detail=detail, candidates=_shown(item.candidates, classes, names))


def _cleaned_drawn(item: ResolvedClaim, classes: PlaceClasses, names: Names) -> ResolvedClaim:
    resolution = item.resolution
    note = _WORD if names.stand_in(item.footprint.note) else item.footprint.note
    footprint = replace(item.footprint, note=note)
    return replace(
        item,
        footprint=footprint,
        resolution=replace(
            resolution,
            footprint=footprint,
            chosen=_shown(resolution.chosen, classes, names),
            rejected=_shown(resolution.rejected, classes, names),
        ),
    )


def _shown(
    candidates: Sequence[Candidate], classes: PlaceClasses, names: Names
) -> tuple[Candidate, ...]:
    return tuple(
        replace(each, why=_WORD if names.stand_in(each.why) else each.why)
        for each in candidates
        if not classes.holds_entry(each.entry)
    )


def _without_candidates(situation: Situation, classes: PlaceClasses) -> Situation:
    """Take withheld places out of what else a name could have meant."""
    names = Names(())
    return replace(
        situation,
        drawn=tuple(_cleaned_drawn(item, classes, names) for item in situation.drawn),
        not_drawn=tuple(_cleaned_listed(i, classes, names) for i in situation.not_drawn),
    )


def _cleared(
    report: Report, secrets: Mapping[str, _Secret], classes: PlaceClasses, names: Names
) -> Report:
    """Return a report without the words that lead to a withheld place."""
    secret = secrets.get(report.id)

    def safe(text: str) -> str:
        return "" if names.stand_in(text) or (secret and classes.in_words(text)) else text

    text = _only(report.text, secret.stays) if secret else report.text
    title = "" if secret and secret.told_by(report.title) else safe(report.title)
    return replace(
        report,
        text="" if names.stand_in(text) else text,
        title=title,
        url=safe(report.url),
        path=safe(report.path),
    )


def _only(text: str, spans: Iterable[Span]) -> str:
    """Return a text of the same length in which only some stretches are left."""
    pieces, at = [], 0
    for span in sorted(spans, key=lambda each: each.start):
        if span.end > at:
            pieces += [_gap(span.start - at), text[max(at, span.start) : span.end]]
            at = span.end
    return "".join((*pieces, _gap(len(text) - at)))


def _gap(length: int) -> str:
    # Lines of their own: what stands around a quote ends with its line.
    return "\n…\n".center(length, "\n") if length > 2 else "\n" * max(0, length)


def _new_id(report: Report, classes: PlaceClasses, names: Names) -> str:
    """Return another id for a report whose file name tells of a withheld place."""
    telling = names.stand_in(report.id) or classes.in_words(report.id)
    return f"report-{report.sha256[:8] or report.copy}" if telling else report.id


def _renamed(item: Located, ids: dict[str, str]) -> Located:
    doc = item.claim.doc
    new = ids.get(doc, doc)
    if new == doc:
        return item
    origin = new if item.origin == doc else item.origin
    return replace(item, claim=replace(item.claim, doc=new), origin=origin)
