"""Names that are places because another sentence says so: "captured Tiwa", then "Tiwa is ours"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claims.events.told_places import is_no_place
from claims.sides.groups import capitals
from gazetteer.wording.mentions import Mention, Searched

__all__ = ["told_elsewhere"]

Span = tuple[int, int]


def told_elsewhere(
    searched: Sequence[Searched], found: Sequence[Sequence[Mention]], text: str
) -> Iterator[tuple[int, Searched]]:
    """Yield the number of each sentence that names such a place, and what to search for it anew.

    ``found`` are the places of each sentence by itself, ``text`` is the whole report.
    """
    forces = {of.text[start:end] for of in searched for start, end in of.blocked}
    names = [name for name in _names(found) if name not in forces and name not in capitals()]
    if not names:
        return
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, names))})(?![\w-]|['’]s\b)")
    for number, (of, mentions) in enumerate(zip(searched, found, strict=True)):
        spans = [
            match.span()
            for match in pattern.finditer(of.text)
            if not _is_in(match.span(), [*of.blocked, *_spans(mentions, of.offset)])
            and not is_no_place(match[0], of.text, match.start(), text)
        ]
        if spans:
            yield number, of._replace(known_spans=[*of.known_spans, *spans])


def _names(found: Sequence[Sequence[Mention]]) -> list[str]:
    """Return the names that no gazetteer knows, the longest first."""
    names = {
        head
        for mentions in found
        for mention in mentions
        if not mention.known
        for head in mention.expression.heads
    }
    return sorted(names, key=lambda name: (-len(name), name))


def _spans(mentions: Sequence[Mention], offset: int) -> list[Span]:
    return [(mention.start - offset, mention.end - offset) for mention in mentions]


def _is_in(span: Span, spans: Sequence[Span]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in spans)
