"""One event as a sentence words it: whether it says enough, from which sides, in which words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claims.attribution import Attribution
from claims.claim import Action, Span, Status, When
from claims.focus import Placed
from claims.lexicon import Trigger
from claims.parse import Parsed, is_passive
from claims.party import Roles
from claims.report import Section

__all__ = ["Event", "event_axes", "is_worth", "quote_span", "withholds_place"]

_COMPASS = r"north-?east|north-?west|south-?east|south-?west|north|south|east|west"
_AXES = re.compile(
    rf"\b(?:{_COMPASS})(?:(?:,| and|, and)\s+(?:the\s+)?(?:{_COMPASS}))*\b", re.IGNORECASE
)
_AXES_LEAD = re.compile(
    r"\b(?:from|fronts?|axes|axis|directions?|sides?)\b[^.;]{0,40}$", re.IGNORECASE
)
_NOWHERE = re.compile(
    r"\bwithout\s+(?:saying|specifying|giving|naming)\b|\b(?:unspecified|undisclosed|elsewhere)\b",
    re.IGNORECASE,
)
_INDIRECT = frozenset("in at on to from for over up off part place over".split())
_NEAR_WORDS = 4  # within which an ambiguous verb ("reach") must have its place
# Events that make a claim although nobody is said to do them.
_DONE_TO = frozenset(
    (
        Action.CLASH,
        Action.STRIKE,
        Action.ATTACK,
        Action.PUSH_BACK,
        Action.CAPTURE,
        Action.RECAPTURE,
        Action.ENCIRCLE,
        Action.CUT,
    )
)
_BACKWARD = frozenset("this that these those such current recent latest".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event as a sentence words it, before its places are told apart."""

    section: Section
    parsed: Parsed
    trigger: Trigger
    said: Attribution
    roles: Roles
    action: Action
    status: Status
    when: When | None


def is_worth(event: Event, places: Sequence[Placed]) -> bool:
    """Tell whether an event says enough to be a claim: someone does it, or it has its own place."""
    trigger, roles = event.trigger, event.roles
    nobody = not (roles.actor or roles.opponent)
    if trigger.pattern.kind == "verb" and nobody:
        return trigger.pattern.scheme == "place-falls" and any(not p.inherited for p in places)
    if roles.actor is None and event.action not in _DONE_TO:
        return False
    own = [place for place in places if not place.inherited]
    if not own and _points_back(event):
        return False
    if trigger.pattern.place == "near":
        return any(_stands_near(event, place) for place in own)
    if trigger.pattern.place == "any" or not roles.actor:
        return bool(own)
    return bool(places) or not event.parsed.places


def _points_back(event: Event) -> bool:
    """Tell whether a noun speaks of an event told before: "this offensive"."""
    words, first = event.parsed.words, event.trigger.first
    lead = {w.lower for w in words[max(0, first - 3) : first]}
    return event.trigger.pattern.kind == "noun" and bool(lead & _BACKWARD)


def _stands_near(event: Event, place: Placed) -> bool:
    """Tell whether a place is the verb's own: right behind it, or its subject or antecedent."""
    parsed, trigger = event.parsed, event.trigger
    if place.end <= parsed.words[trigger.first].start:
        return is_passive(parsed, trigger) or parsed.opener(trigger.first) in ("which", "where")
    number = parsed.word_at(place.start)
    between = {w.lower for w in parsed.words[trigger.last + 1 : number + 1]}
    if event.action is Action.CAPTURE and between & _INDIRECT:
        return False  # "took part in X", "won in X": the place is not what was taken
    return number - trigger.last <= _NEAR_WORDS


def withholds_place(event: Event) -> bool:
    """Tell whether the sentence says that the place is not told."""
    return bool(_NOWHERE.search(event.parsed.sentence.text))


def event_axes(event: Event) -> tuple[str, ...]:
    """Return the compass words of "from three fronts: north, northeast and west"."""
    sentence, trigger = event.parsed.sentence, event.parsed.words[event.trigger.first]
    for match in _AXES.finditer(sentence.text):
        behind = match.start() + sentence.start > trigger.start
        if behind and _AXES_LEAD.search(sentence.text[: match.start()]):
            words = re.findall(_COMPASS, match.group(), re.IGNORECASE)
            return tuple(word.lower().replace("-", "") for word in words)
    return ()


def quote_span(event: Event, place: Placed | None) -> Span:
    """Return the stretch of the sentence that words the claim: who, what, whom and where."""
    parsed, trigger = event.parsed, event.trigger
    marks = [(parsed.words[trigger.first].start, parsed.words[trigger.last].end)]
    parties = (event.roles.actor, event.roles.opponent, place)
    marks += [(p.start, p.end) for p in parties if p and p.start is not None and p.end is not None]
    low, high = parsed.sentence.start, parsed.sentence.end
    inside = [(a, b) for a, b in marks if low <= a and b <= high]
    return Span(start=min(a for a, _ in inside), end=max(b for _, b in inside))
