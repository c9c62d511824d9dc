"""The names of a text that may be places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from gazetteer.kinds import FEATURE_WORDS
from gazetteer.spellings.spelling import mixed_scripts
from gazetteer.wording import words
from gazetteer.wording.chunks import names_in_run, ordinary_opener, runs
from gazetteer.wording.numbered import is_kilometre
from gazetteer.wording.owners import tells_whose
from gazetteer.wording.phrases import Name
from gazetteer.wording.screening import Screen
from gazetteer.wording.tokens import Tokens, visible

__all__ = ["find_names"]

_Span = tuple[int, int]

_INSIDE = frozenset("in at on near".split())
_SEVERAL = 2  # words of a name that has its kind in it: "Gaza City"


def find_names(
    text: str,
    tokens: Tokens,
    known: Sequence[_Span],
    blocked: Sequence[_Span],
    told: Sequence[_Span] = (),
) -> dict[int, Name]:
    """Find the names that may be places, by their first token.

    ``known`` and ``blocked`` are tokens: of names that the gazetteer knows, and where no place is.
    ``told`` are of those that are places by what is told of them.
    """
    if told:
        own = {*known}  # "Strategic X fell" tells of X, where X is known
        told = [
            (first, last)
            for first, last in told
            if not ((first + 1, last) in own and ordinary_opener(tokens, first))
        ]
        alone = {first: last for first, last in told if (first, last) not in own}
        names = find_names(text, tokens, [*known, *told], blocked)
        return {at: _untold(name, alone.get(at)) for at, name in names.items()}
    known = [_without_kind(tokens, *_behind_in(tokens, *span)) for span in known]
    spans = runs(tokens, known, {first for first, _ in blocked})
    screen = Screen(tokens, spans, blocked)
    covered: set[int] = set()
    found: dict[int, Name] = {}
    by_first = defaultdict[int, list[_Span]](list)
    for span in known:
        by_first[span[0]].append(span)
    for run in spans:
        covered.update(range(*run))
        inside = [span for at in range(*run) if at in by_first for span in by_first[at]]
        for name in names_in_run(text, tokens, run, inside):
            covered.update(range(name.first, name.last))
            other = _is_acronym(name, tokens) or _is_one_of_a_make(name, tokens)
            other = other or tells_whose(name, tokens)
            if not (screen.rejects(name.first, name.last) or other):
                found[name.first] = _unmixed(name)
    for first, last in sorted(known, key=lambda span: (span[0], -span[1])):
        if first not in covered and not screen.rejects(first, last):
            name_text = visible(text[tokens.start[first] : tokens.end[last - 1]])
            found[first] = _unmixed(Name(first=first, last=last, text=name_text, known=True))
            covered.update(range(first, last))
    return found


def _behind_in(tokens: Tokens, first: int, last: int) -> _Span:
    """Leave out the preposition that opens a sentence: "In Gori, ..." tells of no Ingiri."""
    opens = last - first >= _SEVERAL and tokens.low[first] in _INSIDE and tokens.opens[first]
    return first + opens, last


def _without_kind(tokens: Tokens, first: int, last: int) -> _Span:
    """Leave out a town's kind that is no part of a name: "the southern Gaza city (of Rafah)"."""
    kind = tokens.low[last - 1]
    if last - first < _SEVERAL or kind not in words.SETTLEMENTS or tokens.capital[last - 1]:
        return first, last
    part = tokens.low[first - 1] in words.DIRECTIONS and tokens.low[first - 2] == "the"
    return first, last - (part or tokens.low[last] == "of")


def _untold(name: Name, last: int | None) -> Name:
    """Make a name unknown that is a place by what is told of it alone."""
    return name._replace(known=False, derived=True) if name.last == last else name


def _unmixed(name: Name) -> Name:
    """Make a name unknown in which letters of two scripts look like one word: "Нama"."""
    return name._replace(known=False) if name.known and mixed_scripts(name.text) else name


def _is_acronym(name: Name, tokens: Tokens) -> bool:
    """Tell whether short capitals name no place; in "the town of GAO" they do."""
    kind, of = tokens.low[name.first - 2], tokens.low[name.first - 1]
    if of == "of" and kind in words.FEATURES and words.FEATURES[kind] in words.SETTLEMENTS:
        return False
    letters = name.text.removesuffix("s")  # "attack UAVs"
    short = not name.known and letters.isupper() and len(letters) <= 6
    return short and not is_kilometre(letters)


def _is_one_of_a_make(name: Name, tokens: Tokens) -> bool:
    """Tell whether a name says of what make a thing is: "an M653 rifle", "a Sikorsky helicopter".

    In "a Bela suburb" it says where.
    """
    one = name.last - name.first == 1 and tokens.low[name.first - 1 : name.first] in (["a"], ["an"])
    return one and not name.known and tokens.low[name.last] not in FEATURE_WORDS
