"""Places that a report as a whole leaves unclear, asked again beside what their own lines name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from claims.claim import Claim
from gazetteer.index import Gazetteer
from gazetteer.place import PlaceExpression
from gazetteer.wording.mentions import find_mentions

__all__ = ["named_beside"]


def named_beside(
    place: PlaceExpression, claims: Sequence[Claim], gazetteer: Gazetteer, text: str
) -> tuple[PlaceExpression, ...]:
    """Return the known places in the lines of a text in which claims tell of one."""
    lines = {_line(text, c.span.start) for c in claims if place in (c.place, c.tail)}
    named = chain.from_iterable(_named(text[start:end], gazetteer) for start, end in sorted(lines))
    return tuple(dict.fromkeys(named))


def _line(text: str, at: int) -> tuple[int, int]:
    end = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, end if end >= 0 else len(text)


def _named(line: str, gazetteer: Gazetteer) -> Iterator[PlaceExpression]:
    for mention in find_mentions(line, known_spans=gazetteer.spans(line)):
        if mention.known and mention.expression.heads:
            yield mention.expression
