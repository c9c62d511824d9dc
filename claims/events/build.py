"""Put one claim together from an event and its place."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claims.claim import Action, Claim, Span, Status
from claims.claimants.attribution import Attribution
from claims.events.event import Event
from claims.events.places.axes import event_axes
from claims.events.sentences.placed import Placed
from claims.fighters.party import Party
from claims.report import Report, SectionKind
from gazetteer.nearness import AREA_KM
from gazetteer.place import PlaceExpression, Relation
from gazetteer.town_parts import any_part

__all__ = ["build_claim", "denial_of", "distinct"]

_LISTING = re.compile(
    r"[^:]*?(?:\b(?:such as|like|among them|including|namely|notably)|:|\s[-–—])\s+", re.IGNORECASE
)
# One of these is in whatever the pattern meets.
_LISTS = (*"such like among including namely notably".split(), *":-–—")
_PART_OF = re.compile(rf"\b{any_part()} of\b")
# What leads from a place to its holder: "X in", "X, a village on", "X, both of them near".
_HOLDING = re.compile(
    r"\s*\([\w-]+,\s*$|(?:[\s,(]|\s[-–—]|\b(?:in|of|inside|within|on|at|the))+$"
    r"|,\s+(?:an?|the|all|both|each)\s[^,]*$|,?\s+(?:(?:which|that)\s+\w+\s*)?(?:located|situated|lying|standing|lies|stands|is)?\s*$",
    re.IGNORECASE,
)
# "The road to X, a town in": which town X is, and not where on its road.
_GOAL = re.compile(r"^(?P<road>.*\bto .+?),\s+(?:in\s+|an?\s[^,]*\s)?$", re.IGNORECASE)
# "Northern X, near Y" is told by Y.
_LAND_FIRST = re.compile(r",?\s+(?=\S)")
# A photograph is drawn only when its caption gives a full date this close to the report.
_FULL_DATE_DAYS = 14


def build_claim(
    report: Report, event: Event, place: Placed | None, tail: PlaceExpression | None
) -> Claim:
    """Return the claim that an event makes at a place, or without one."""
    roles = event.roles
    span = _quote_span(event, place)
    actor, opponent = roles.actor or Party(), roles.opponent or Party()
    axes = (
        event_axes(event.parsed, event.trigger)
        if event.action in (Action.ADVANCE, Action.ATTACK)
        else ()
    )
    expression = _goal(event, _bare(place.expression), axes) if place else None
    return Claim(
        id=_id(report, span, event.action, place),
        doc=report.id,
        outlet=report.outlet,
        published=report.published.isoformat() if report.published else "",
        retrieved=report.retrieved.date().isoformat() if report.retrieved else "",
        section=event.section.kind.value,
        quote=report.text[span.start : span.end],
        span=span,
        claimant=event.said.claimant,
        via=event.said.via,
        actor=actor.text,
        actor_side=actor.side,
        actor_with=actor.others,
        opponent=opponent.text,
        opponent_side=opponent.side,
        action=event.action,
        status=event.status,
        place=expression,
        place_span=_place_span(place, expression) if place and expression else None,
        place_inherited=bool(place and place.inherited),
        when=event.when,
        axes=axes,
        tail=tail,
        withheld=_withheld(report, event),
    )


def denial_of(report: Report, claim: Claim, said: Attribution, span: Span) -> Claim:
    """Return the claim that what another one says is not so, in the words that deny it."""
    where = claim.place
    place = Placed(expression=where, start=claim.span.start, end=span.end) if where else None
    return replace(
        claim,
        id=_id(report, span, claim.action, place),
        quote=report.text[span.start : span.end],
        span=span,
        claimant=said.claimant,
        via=said.via,
        status=Status.DENIED,
        place_inherited=True,
    )


def _bare(expression: PlaceExpression) -> PlaceExpression:
    """Leave the holder out of the words of a place: "the town of X" of "the town of X in Y".

    So are words that lead to several places: "three villages such as X". Which name holds the other
    in "the Oru district of Bela" the gazetteer tells.
    """
    held = expression.text.lower().__contains__
    if any(map(held, _LISTS)) and (listing := _LISTING.match(expression.text)):
        listed = expression.text[listing.end() :]  # but "X – 15 km north of Y" is X
        own = not expression.heads or expression.heads[0].split()[0] in listed
        expression = replace(expression, text=listed) if own else expression
    if expression.within is None or _PART_OF.search(expression.text):
        return expression
    cut = expression.text.find(expression.within.text)
    if expression.relation is Relation.ALONG or expression.feature_word == "river":
        return _goes_to(expression, cut)
    land = None if cut else _LAND_FIRST.match(expression.text, len(expression.within.text))
    if land:
        return replace(expression, text=expression.text[land.end() :])
    words = _HOLDING.sub("", expression.text[: max(cut, 0)])
    # "Toward X's Y district": the holder comes first.
    named = not expression.heads or expression.heads[0].split()[0] in words
    return replace(expression, text=words) if words and named else expression


def _goes_to(course: PlaceExpression, cut: int) -> PlaceExpression:
    """Return "the road to X" of "the road to X, in Y province"; "the M5 near X" is that stretch."""
    goal = _GOAL.search(course.text[: max(cut, 0)]) if len(course.heads) == 1 else None
    off = course.within and course.within.distance_km
    if goal is None or (off and off[0] < AREA_KM):
        return course  # 9 km from X something may be on the road to Y
    return replace(course, text=goal["road"])


def _place_span(place: Placed, expression: PlaceExpression) -> Span:
    start = place.start + max(0, place.expression.text.find(expression.text))
    return Span(start=start, end=start + len(expression.text))


def _goal(event: Event, expression: PlaceExpression, axes: tuple[str, ...]) -> PlaceExpression:
    """Return where an advance from several sides leads: toward the place, not at it."""
    if event.action is Action.ADVANCE and axes and expression.relation is Relation.AT:
        return replace(expression, relation=Relation.TOWARD)
    return expression


def _withheld(report: Report, event: Event) -> str:
    """Say why a caption is not drawn: photographs are reused, only a full date ties one down."""
    if event.section.kind is not SectionKind.CAPTION:
        return ""
    for time in event.parsed.times:
        if report.published and time.day and re.search(r"\d", time.text):
            days = abs((report.published.date() - time.day).days)
            if days <= _FULL_DATE_DAYS:
                return ""
            return f"the caption dates its photograph to {time.day}, {days} days from the report"
    return "a caption without a full date may belong to an older photograph"


def _id(report: Report, span: Span, action: Action, place: Placed | None) -> str:
    where = (place.expression.text, place.start) if place else ("", 0)
    # Not by the file's name: a decision holds on to its claim where the report is filed elsewhere.
    text = f"{report.sha256}|{report.copy}" if report.sha256 else report.id
    key = f"{text}|{span.start}|{span.end}|{action}|{where}"
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:12]


_GAINED = frozenset((Action.ADVANCE, Action.CAPTURE, Action.RECAPTURE))
_FAMILY = {
    Action.CAPTURE: "take",
    Action.RECAPTURE: "take",
    Action.RETREAT: "back",
    Action.PUSH_BACK: "back",
    Action.ATTACK: "contest",
    Action.CLASH: "clash",
    Action.ENCIRCLE: "ring",
    Action.CUT: "ring",
}


def distinct(claims: Sequence[Claim]) -> Iterator[Claim]:
    """Leave out what says the same thing of the same place twice in one sentence.

    Of two of one day that differ only in that one names no side, the one that names a side stays.
    So does what another one dates who tells of "the base" that was named before. What a headline
    tells of no place is left out where the report below says where it was.
    """
    claims = [c for c in claims if not _is_told_below(c, claims)]
    sided = {(*_event_key(c), c.action, c.when) for c in claims if c.actor_side}
    seen: set[tuple[object, ...]] = set()
    for claim in claims:
        key = _event_key(claim)
        full = (*key, claim.actor_side, _dated_by(claim))
        told = (
            claim.actor_side is None and claim.place and (*key, claim.action, claim.when) in sided
        )
        if full not in seen and not told:
            seen.add(full)
            yield claim


def _is_told_below(claim: Claim, claims: Sequence[Claim]) -> bool:
    """Tell whether a headline's words are taken up: "Army retakes town ... The army retook X"."""
    if claim.place or claim.section != SectionKind.HEADLINE.value:
        return False
    alike = _GAINED if claim.action is Action.ADVANCE else {claim.action}
    below = (c for c in claims if c.place and c.status.is_fact is claim.status.is_fact)
    return any(c.action in alike and c.actor_side == claim.actor_side for c in below)


def _dated_by(claim: Claim) -> str:
    """Return who tells a day of what happened at a place that an earlier sentence names."""
    return claim.claimant if claim.place_inherited and claim.when and claim.when.text else ""


def _event_key(claim: Claim) -> tuple[object, ...]:
    place = (claim.place_span.start, claim.place_span.end) if claim.place_span else None
    so = Status.OCCURRED if claim.status.is_fact else claim.status is Status.DENIED
    return _FAMILY.get(claim.action, claim.action), place, so


def _quote_span(event: Event, place: Placed | None) -> Span:
    """Return the stretch of the sentence that words the claim: who, what, whom and where."""
    parsed, trigger = event.parsed, event.trigger
    marks = [(parsed.words[trigger.first].start, parsed.words[trigger.last].end)]
    parties = (event.roles.actor, event.roles.opponent, place)
    marks += [(p.start, p.end) for p in parties if p and p.start is not None and p.end is not None]
    low, high = parsed.sentence.start, parsed.sentence.end
    inside = [(a, b) for a, b in marks if low <= a and b <= high]
    return Span(start=min(a for a, _ in inside), end=max(b for _, b in inside))
