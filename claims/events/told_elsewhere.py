"""Names that are places because another sentence says so: "captured Tiwa", then "Tiwa is ours"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from claims.events.told_places import ends_a_name, is_never_place
from claims.sides.groups import capitals
from gazetteer.wording.mentions import Mention, Searched

__all__ = ["told_elsewhere"]

_Span = tuple[int, int]


def told_elsewhere(
    searched: Sequence[Searched], found: Sequence[Sequence[Mention]], text: str
) -> Iterator[tuple[int, Searched]]:
    """Yield the number of each sentence that names such a place, and what to search for it anew.

    ``found`` are the places of each sentence by itself, ``text`` is the whole report.
    """
    names = _names(found, text)
    if not names:
        return
    never = {name for name in names if is_never_place(name, text)}
    forces = {of.text[start:end] for of in searched for start, end in of.blocked}
    for number, (of, mentions) in enumerate(zip(searched, found, strict=True)):
        spans: list[_Span] = []
        for name in names:
            if name in of.text and name not in forces and name not in never:
                taken = [*of.blocked, *_spans(mentions, of.offset), *spans]
                spans += (s for s in _whole(name, of.text) if not _is_in(s, taken))
        spans = [s for s in spans if not ends_a_name(of.text, s[0])]
        if spans:
            yield number, of._replace(known_spans=[*of.known_spans, *spans])


def _names(found: Sequence[Sequence[Mention]], text: str) -> list[str]:
    """Return the names of places that no gazetteer knows and that stand elsewhere too.

    The longest come first.
    """
    heads = Counter(
        mention.expression.heads[0]
        for mentions in found
        for mention in mentions
        if not mention.known and mention.expression.heads
    )
    more = [name for name, times in heads.items() if text.count(name) > times]
    return sorted((n for n in more if n not in capitals()), key=lambda name: (-len(name), name))


def _whole(name: str, text: str) -> Iterator[_Span]:
    """Yield where a name stands as words of its own, and owns nothing."""
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        before, behind = text[max(0, start - 1) : start], text[end : end + 2]
        parted = not (before.isalnum() or before == "-")
        if parted and not (behind[:1].isalnum() or behind[:1] == "-" or behind in ("'s", "’s")):
            yield start, end
        start = text.find(name, end)


def _spans(mentions: Sequence[Mention], offset: int) -> list[_Span]:
    return [(mention.start - offset, mention.end - offset) for mention in mentions]


def _is_in(span: _Span, spans: Sequence[_Span]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in spans)
