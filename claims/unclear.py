"""Places that a report as a whole leaves unclear, asked again beside what their own lines name."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import chain

from claims.claim import Claim
from gazetteer.index import Gazetteer
from gazetteer.place import PlaceExpression
from gazetteer.wording.mentions import find_mentions

__all__ = ["named_beside"]

_LINE = re.compile(r"[^\n]*\S[^\n]*")


def named_beside(
    place: PlaceExpression,
    claims: Sequence[Claim],
    gazetteer: Gazetteer,
    text: str,
    *,
    around: int = 0,
) -> tuple[PlaceExpression, ...]:
    """Return the known places in the lines of a text in which claims tell of one.

    With those of so many lines ``around`` them, blank ones aside.
    """
    lines = [match.span() for match in _LINE.finditer(text)]
    starts = [start for start, _ in lines]
    own = {bisect_right(starts, c.span.start) - 1 for c in claims if place in (c.place, c.tail)}
    near = {n + step for n in own for step in range(-around, around + 1)}
    told = (text[slice(*lines[n])] for n in sorted(near) if 0 <= n < len(lines))
    return tuple(dict.fromkeys(chain.from_iterable(_named(line, gazetteer) for line in told)))


def _named(line: str, gazetteer: Gazetteer) -> Iterator[PlaceExpression]:
    for mention in find_mentions(line, known_spans=gazetteer.spans(line)):
        if mention.known and mention.expression.heads:
            yield mention.expression
