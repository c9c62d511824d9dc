"""Name phrases of a text: runs of capitalised words with the particles between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gazetteer import lengths, namewords, words
from gazetteer.english import is_ordinary
from gazetteer.phrases import Name
from gazetteer.states import COUNTRIES
from gazetteer.tokens import Token, visible

__all__ = ["fragment_names", "names_in_run", "runs"]

_HYPHENS = frozenset("-‑")
_LEADING = frozenset(
    "new old upper lower greater north south east west central northern southern eastern "
    "western northeast northwest southeast southwest inner outer".split()
)
_KINDS = (
    frozenset((*words.FEATURES, *words.ROAD_WORDS, *words.BORDER_WORDS))
    | words.OUTSKIRTS_WORDS
    | words.RURAL_WORDS
)
_FEATURE_ADJECTIVES = words.FEATURE_ADJECTIVES
_NUMBERED = frozenset(("hill", "point", "checkpoint", "camp", "base", "position"))
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april "
    "may june july august september october november december".split()
)
_LAND = frozenset("triangle agglomeration conurbation gap".split())
_CONNECTING = frozenset("of and the in for on at to from with by".split())


def _low(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].low if 0 <= at < len(tokens) else ""


def _is_feature(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a word for a kind of feature, a road or a part of a place stands here."""
    word = _low(tokens, at)
    if word in _KINDS:
        return True
    after = _low(tokens, at + 1)
    if word in words.FEATURE_OPENERS and f"{word} {after}" in words.FEATURES:
        return True
    return word in _FEATURE_ADJECTIVES and _is_feature(tokens, at + 1)


def _opens_run(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.loud:
        return False
    if token.low in words.PREFIX_FEATURES or token.low in _LEADING:
        return _leads(tokens, at)
    if token.low in lengths.NUMBER_WORDS and not token.opens:
        return _leads(tokens, at)  # "Three Arches Bridge"
    return token.low not in namewords.NOT_NAMES and not _is_feature(tokens, at)


def _leads(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether "North" or "Camp" begins a name: "North Kivu", "Camp Bastion", "Hill 105"."""
    if at + 1 >= len(tokens) or tokens[at + 1].breaks:
        return False
    after = tokens[at + 1]
    if tokens[at].low in _NUMBERED and after.low.isdigit():
        return True
    if tokens[at].low.endswith("ern") and tokens[at].opens:
        return False
    if after.text in _HYPHENS or after.low in words.ARTICLES:
        return tokens[at].low in words.PREFIX_FEATURES
    return (
        after.capital and after.low not in namewords.NOT_NAMES and not _is_feature(tokens, at + 1)
    )


def _next_in_run(tokens: Sequence[Token], at: int) -> int:
    """Return where the run goes on after token ``at - 1``, 0 where it ends."""
    start = at
    at += at < len(tokens) and tokens[at].text in _HYPHENS and tokens[at].glued
    joined = at > start
    while at < len(tokens) and tokens[at].low in words.ARTICLES and not tokens[at].capital:
        at += 1
        at += at < len(tokens) and tokens[at].text in _HYPHENS and tokens[at].glued
    if at >= len(tokens) or tokens[at].breaks or tokens[at].loud:
        return 0
    token = tokens[at]
    if joined and at == start + 1 and not token.glued:
        return 0
    if not token.capital:
        digits = token.low.isdigit() and _low(tokens, at - 1) in _NUMBERED
        return at + 1 if digits else 0
    ends = token.low in _CALENDAR or token.low in _CONNECTING or token.opens
    if ends or (at == start and _is_feature(tokens, at)):
        return 0
    return at + 1


def _with_article(tokens: Sequence[Token], at: int) -> int:
    """Return where a run starts whose article is written small: "al-Watiya", "al Jawf"."""
    if tokens[at].glued and _low(tokens, at - 1) in _HYPHENS and tokens[at - 1].glued:
        return at - 2 if at > 1 and tokens[at - 2].low in _ARABIC_ARTICLES else at
    return at - 1 if at > 0 and tokens[at - 1].text in ("al", "el") else at


def _is_terrain(tokens: Sequence[Token], at: int) -> bool:
    """Tell "the Syrian Desert", a name of its own, from "the Syrian city"."""
    return at < len(tokens) and tokens[at].capital and tokens[at].low in _TERRAIN


def runs(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Find the runs of capitalised words that may be names, as spans of tokens."""
    found, at = [], 0
    size = len(tokens)
    while at < size:
        if not tokens[at].capital or not _opens_run(tokens, at):
            at += 1
            continue
        last = at + 1
        if words.is_demonym(tokens[at].low) and _is_terrain(tokens, last):
            last += 1
        if f"{tokens[at].low} {_low(tokens, last)}" in COUNTRIES:
            last += 1  # "the United States": no states of a place
        while after := _next_in_run(tokens, last):
            last = after
        found.append((_with_article(tokens, at), last))
        at = last
    return found


_ARABIC_ARTICLES = frozenset("al el ul as ash at ath ad adh ar az an es ez et ed er en".split())
_TERRAIN = frozenset(
    "desert mountains plain plains plateau gulf basin sea steppe highlands heights".split()
)


def _text(text: str, tokens: Sequence[Token], first: int, last: int) -> str:
    return visible(text[tokens[first].start : tokens[last - 1].end])


def _ordinary_opener(token: Token) -> bool:
    """Tell whether the first word of a sentence is likely no part of the name after it."""
    return token.opens and token.low.endswith(("ing", "ed", "ly", "ern"))


def _opens_alone(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a sentence starts with a word of no name: "Overnight, the port of X"."""
    word = tokens[at].low
    adverb = word.endswith("ly") and _low(tokens, at + 1) == ","
    return tokens[at].opens and (adverb or is_ordinary(word))


def _splits(
    tokens: Sequence[Token], first: int, last: int, known: set[tuple[int, int]]
) -> list[int]:
    """Find the hyphens in a run that join two ends of a road and no parts of one name."""
    dashes = [
        at
        for at in range(first + 1, last - 1)
        if tokens[at].text in _HYPHENS
        and tokens[at - 1].low not in words.ARTICLES
        and tokens[at - 1].low not in words.PREFIX_FEATURES
        and tokens[at + 1].capital
        and not (tokens[at + 1].low in words.ARTICLES and at + 2 >= last)
    ]
    after = last + (_low(tokens, last) in words.ADJECTIVES)
    word = _low(tokens, after)
    is_road = word in words.ROAD_WORDS or word in words.BORDER_WORDS or word in ("line", "front")
    is_land = (word in words.AREA_NOUNS or word in _LAND) and _all_known(first, last, dashes, known)
    return dashes if (is_road or is_land) and (first, last) not in known else []


def _all_known(first: int, last: int, dashes: list[int], known: set[tuple[int, int]]) -> bool:
    """Tell whether every name between the hyphens is one: "Ivano-Frankivsk area" has none."""
    cuts = zip([first, *(at + 1 for at in dashes)], [*dashes, last], strict=True)
    return all(cut in known for cut in cuts)


def names_in_run(
    text: str, tokens: Sequence[Token], run: tuple[int, int], known: Iterable[tuple[int, int]]
) -> list[Name]:
    """Make the names of one run: one, or several that hyphens join into a road."""
    first, last = run
    spans = set(known)
    if not _is_feature(tokens, last):
        # A known name may hold small words, where a run ends: "Isle of X", "Ras al Khaimah".
        last = max([last, *(stop for start, stop in spans if start == first)])
    while first < last - 1 and words.is_demonym(tokens[first].low) and (first, last) not in spans:
        if _is_terrain(tokens, first + 1) or any(start == first for start, _ in spans):
            break
        first += 1
        first += tokens[first].text in _HYPHENS and first < last - 1
    if first < last - 1 and _ordinary_opener(tokens[first]) and (first + 1, last) in spans:
        first += 1
    alone = last - first == 1 and (first, last) not in spans
    if alone and (_opens_alone(tokens, first) or words.is_demonym(tokens[first].low)):
        return []
    cuts = _splits(tokens, first, last, spans)
    starts = [first, *(cut + 1 for cut in cuts)]
    stops = [*cuts, last]
    return [
        Name(
            first=start,
            last=stop,
            text=_text(text, tokens, start, stop),
            known=_is_known(tokens, start, stop, spans),
            derived=tokens[start].low in _LEADING and _is_known(tokens, start + 1, stop, spans),
        )
        for start, stop in zip(starts, stops, strict=True)
        if start < stop
    ]


def _is_known(tokens: Sequence[Token], first: int, last: int, spans: set[tuple[int, int]]) -> bool:
    """Tell whether the gazetteer knows a name, alone or with the word for its kind."""
    if (first, last) in spans or " ".join(t.low for t in tokens[first:last]) in COUNTRIES:
        return True
    return any(
        start == first and stop > last and _is_feature(tokens, last) for start, stop in spans
    )


def fragment_names(text: str, tokens: Sequence[Token]) -> dict[int, Name]:
    """Find the names of a text that is one place expression: every word that is not grammar."""
    plain = [
        token._replace(capital=token.capital or _is_foreign(token), loud=False, opens=False)
        for token in tokens
    ]
    found = [name for run in runs(plain) for name in names_in_run(text, plain, run, ())]
    return {name.first: name for name in found}


def _is_foreign(token: Token) -> bool:
    word = token.low
    grammar = (
        word in namewords.NOT_NAMES
        or word in words.FEATURES
        or word in words.FEATURE_PARTS
        or word in lengths.PARTS
        or word in words.ARTICLES
        or word in words.ADJECTIVES
        or word in words.DETERMINERS
        or word in words.QUANTIFIERS
        or word in words.ROAD_WORDS
        or word in words.BORDER_WORDS
        or word in words.OUTSKIRTS_WORDS
        or word in words.RURAL_WORDS
        or word in words.SECTION_WORDS
        or word in words.SHORES
        or word in words.SIDES
        or word in words.AREA_NOUNS
        or word in words.CENTRE_WORDS
        or word in words.HELD_WORDS
        or word in words.PREFIX_FEATURES
        or word in _GRAMMAR_WORDS
        or words.is_demonym(word)
    )
    return word[0].isalpha() and not grammar


_GRAMMAR_WORDS = frozenset(
    "away further gate gates doorstep doorsteps linking connecting links connects leading "
    "running close next adjacent just immediately rail railroad radius distance deep line "
    "contact en way joining very km triangle shore shores coast coastline nautical sea crow flies "
    "positions localities territory territories frontline frontlines "
    "straight halfway midway somewhere way far extreme opposite left right heart middle "
    "surroundings stone throw striking sight "
    "artillery range foot due directly slightly well odd or more less so excess closer than "
    "estimated maximum minimum depth radius via out formed made up self".split()
)
