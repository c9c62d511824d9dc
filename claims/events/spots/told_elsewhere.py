"""Names that are places because another sentence says so: "captured Oru", then "Oru is ours"."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from claims.events.spots.told_places import ends_a_name, is_never_place
from claims.sides.groups import capitals
from gazetteer.wording.mentions import Mention, Searched

__all__ = ["told_elsewhere"]

_WORD = re.compile(r"[^\W\d_]+")
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
    forces = {of.text[start:end] for of in searched for start, end in of.blocked}
    by_first = defaultdict(list)
    for name in names:
        by_first[_first(name)].append(name)
    for number, (of, mentions) in enumerate(zip(searched, found, strict=True)):
        spans: list[_Span] = []
        here = [n for word in dict.fromkeys(_WORD.findall(of.text)) for n in by_first.get(word, ())]
        for name in sorted(here, key=_longest_first):
            if name in of.text and name not in forces:
                taken = [*of.blocked, *_spans(mentions, of.offset), *spans]
                spans += (s for s in _whole(name, of.text) if not _is_in(s, taken))
        spans = [s for s in spans if not ends_a_name(of.text, s[0])]
        if spans:
            yield number, of._replace(told=[*of.told, *spans])


def _names(found: Sequence[Sequence[Mention]], text: str) -> list[str]:
    """Return the names of places that no gazetteer knows and that stand elsewhere too.

    Words are counted once for all, so that time grows with the length of a text alone.
    """
    heads = Counter(
        mention.expression.heads[0]
        for mentions in found
        for mention in mentions
        if not mention.known and mention.expression.heads
    )
    if not heads:
        return []
    forms = (form for name in heads for form in (name, name.lower()))
    places: dict[str, list[int]] = {_first(form): [] for form in forms}
    for match in _WORD.finditer(text):
        if match[0] in places:
            places[match[0]].append(match.start())
    often = (name for name, times in heads.items() if len(places[_first(name)]) > times)
    return [n for n in often if n not in capitals() and not _is_never(n, text, places)]


def _is_never(name: str, text: str, places: Mapping[str, Sequence[int]]) -> bool:
    """Tell whether a name is an ordinary word, a people or a person wherever it stands."""
    low = name.lower()
    said = any(text.startswith(low, at) for at in places.get(_first(low), ()))
    at = [place for place in places[_first(name)] if text.startswith(name, place)]
    return said or is_never_place(name, text, at)


def _first(name: str) -> str:
    word = _WORD.search(name)
    return word[0] if word else name


def _longest_first(name: str) -> tuple[int, str]:
    return -len(name), name


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
