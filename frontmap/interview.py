"""Questions about claims in the terminal, and what a person's answers mean."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from textwrap import shorten
from typing import TYPE_CHECKING, Any

from frontmap.console import printable

if TYPE_CHECKING:
    from claims.review import Concern
    from claims.written.decision_rows import Decision
    from gazetteer.place import Candidate

__all__ = ["interview", "lines", "record"]

_WIDEST = 160
_MOST_CANDIDATES = 5
_MOST_AGAINST = 2
_POINT = re.compile(r"(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)")
_HELP = (
    "a accept · r reject · 1-5 the place meant · LON,LAT a point · "
    "by SIDE the acting side · on DATE when · Enter later · q stop"
)


def record(concern: Concern) -> dict[str, Any]:
    """Return a question as a mapping for programs."""
    return {
        "kind": concern.kind,
        "change": round(concern.change, 2),
        "why": concern.why,
        "claims": [item.claim.id for item in concern.items],
        "doc": concern.items[0].claim.doc,
        "quote": concern.items[0].claim.quote,
        "place": concern.items[0].claim.place.text if concern.items[0].claim.place else None,
        "candidates": [
            {"entry_id": c.entry.id, "name": c.entry.name, "why": c.why}
            for c in _candidates(concern)
        ],
    }


def lines(concern: Concern, *, number: int) -> Iterator[str]:
    """Yield a question as a person reads it; everything from outside is made printable."""
    claim = concern.items[0].claim
    also = f" (and {len(concern.items) - 1} more claims)" if len(concern.items) > 1 else ""
    yield f"{number}. {concern.kind}: {_short(concern.why)}{also}"
    yield f"   {claim.id} {claim.doc}: “{_short(claim.quote)}”"
    sides = f"{claim.actor or 'nobody named'} [{claim.actor_side or 'no side'}]"
    place = f", at “{claim.place.text}”" if claim.place else ", without a place"
    yield f"   {_short(f'{claim.claimant} says: {sides} {claim.action}, {claim.status}{place}')}"
    for other in concern.against[:_MOST_AGAINST]:
        yield f"   against {other.claimant}, {other.doc}: “{_short(other.quote)}”"
    for index, candidate in enumerate(_candidates(concern), start=1):
        entry = candidate.entry
        where = ", ".join((*entry.admin[-2:], entry.country)) if entry.country else ""
        yield f"     [{index}] {_short(f'{entry.name} ({where}) {entry.id}')}"


def interview(
    concerns: Sequence[Concern],
    *,
    read: Callable[[str], str | None],
    write: Callable[[str], None],
) -> Iterator[Decision]:
    """Ask one question after the other and yield what is decided, for every claim concerned.

    Parameters
    ----------
    read
        Called with a prompt; gives a line, or None where there is no more.
    write
        Called with each line to show.
    """
    for number, concern in enumerate(concerns, start=1):
        write("\n".join(lines(concern, number=number)))
        while True:
            answer = read("   > ")
            if answer is None or answer.strip().lower() == "q":
                return
            if not answer.strip():
                break
            decided = tuple(_decisions(concern, answer.strip()))
            if decided:
                yield from decided
                break
            write(f"   {_HELP}")


def _decisions(concern: Concern, answer: str) -> Iterator[Decision]:
    """Yield a decision for every claim of a question; nothing where the answer means nothing."""
    from claims.written.decision_rows import Decision

    fields = _fields(answer, _candidates(concern))
    if fields is None:
        return
    for item in concern.items:
        claim = item.claim
        yield Decision(claim=claim.id, doc=claim.doc, quote=claim.quote, **fields)


def _fields(answer: str, candidates: Sequence[Candidate]) -> dict[str, Any] | None:
    """Return what an answer changes, None where it cannot be read."""
    from claims.written.decision_rows import Verdict

    word, _, rest = answer.partition(" ")
    match word.lower():
        case "a" | "accept":
            return {"note": rest}
        case "r" | "reject":
            return {"verdict": Verdict.REJECT, "note": rest}
        case "by" | "on":
            return _mended(word.lower(), rest.strip())
    return _placed(answer, candidates)


def _mended(word: str, rest: str) -> dict[str, Any] | None:
    from claims.written.decision_rows import parse_when

    if word == "by":
        return {"actor_side": rest} if rest else None
    when = parse_when(rest)
    return {"when": when} if when else None


def _placed(answer: str, candidates: Sequence[Candidate]) -> dict[str, Any] | None:
    point = _POINT.fullmatch(answer)
    if point and abs(float(point[1])) <= 180 and abs(float(point[2])) <= 90:
        return {"lon": float(point[1]), "lat": float(point[2])}
    if answer.isdecimal() and 1 <= int(answer) <= len(candidates):
        return {"entry": candidates[int(answer) - 1].entry.id}
    return None


def _candidates(concern: Concern) -> Sequence[Candidate]:
    from claims.situation import NotDrawn

    first = concern.items[0]
    return first.candidates[:_MOST_CANDIDATES] if isinstance(first, NotDrawn) else ()


def _short(text: str) -> str:
    return shorten(printable(text), _WIDEST, placeholder=" …")
