"""Name phrases of a text: runs of capitalised words with the particles between them."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from itertools import compress

from gazetteer.spellings.english import is_ordinary
from gazetteer.states import COUNTRIES
from gazetteer.wording import lengths, namewords, words
from gazetteer.wording.numbered import NUMBERED, capitals, is_numeral
from gazetteer.wording.phrases import Name
from gazetteer.wording.posts import leads_post
from gazetteer.wording.roads import PAVED
from gazetteer.wording.tokens import HYPHENS, Tokens, visible

__all__ = ["names_in_run", "ordinary_opener", "runs"]

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
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april "
    "may june july august september october november december".split()
)
_MONTHS = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec".split())
_ENGLISH_TOO = frozenset("as at an am do upon".split())  # articles elsewhere, words in English
_MIDDLE = frozenset(("central", "downtown"))
_LAND = frozenset("triangle agglomeration conurbation gap".split())
# What kinds of villages and hills end in, behind a hyphen: "Kunu-ri", "Yudam-ni", "Kara-kala".
_ENDINGS = frozenset("ri ni dong san gun myon up kol chon kala qala kale kent yurt abad".split())
_CODE, _DASHES = re.compile(r"[A-Z]{1,3}\d{1,3}"), frozenset("-–—")
_OFFICES = frozenset(("mayor", "governor"))  # "Plaza Mayor" has no name behind it
_JOINING = HYPHENS | words.ARTICLES
_CONNECTING = frozenset("of and the in for on at to from with by".split())


def _is_feature(tokens: Tokens, at: int) -> bool:
    """Tell whether a word for a kind of feature, a road or a part of a place stands here."""
    word = tokens.low[at]
    if word in _KINDS:
        return True
    after = tokens.low[at + 1]
    if word in words.FEATURE_OPENERS and f"{word} {after}" in words.FEATURES:
        return True
    return word in _FEATURE_ADJECTIVES and _is_feature(tokens, at + 1)


def _opens_run(tokens: Tokens, at: int) -> bool:
    word = tokens.low[at]
    if tokens.loud[at] or (word == "new" and tokens.low[at + 1] == "year"):
        return False
    if word in words.PREFIX_FEATURES or word in _LEADING:
        return _leads(tokens, at)
    if word in lengths.NUMBER_WORDS and not tokens.opens[at]:
        return _leads(tokens, at)  # "Three Arches Bridge"
    return word not in namewords.NOT_NAMES and not _is_feature(tokens, at)


def _leads(tokens: Tokens, at: int) -> bool:
    """Tell whether "North" or "Camp" begins a name: "North Kivu", "Camp Bastion", "Hill 105"."""
    if at + 1 >= tokens.size or tokens.breaks[at + 1]:
        return False
    after = tokens.low[at + 1]
    if tokens.low[at] in NUMBERED and (is_numeral(after) or after in lengths.NUMBER_WORDS):
        return True
    if tokens.low[at].endswith("ern") and tokens.opens[at]:
        return False
    if tokens.low[at] in words.DIRECTIONS and "province" in tokens.low[at + 1 : at + 3]:
        return after == "province" or after in words.DIRECTIONS  # "in North Eastern province"
    if after in HYPHENS or after in words.ARTICLES:
        return tokens.low[at] in words.PREFIX_FEATURES
    capital = tokens.capital[at + 1]
    return capital and after not in namewords.NOT_NAMES and not _is_feature(tokens, at + 1)


def _may_go_on(tokens: Tokens, at: int) -> bool:
    """Tell, at first sight, whether a run may go on at a token; most end."""
    return tokens.capital[at] or tokens.low[at] in _JOINING or tokens.low[at - 1] in NUMBERED


def _next_in_run(tokens: Tokens, at: int) -> int:
    """Return where the run goes on after token ``at - 1``, 0 where it ends."""
    start = at
    at += at < tokens.size and tokens.text[at] in HYPHENS and tokens.glued[at]
    joined = at > start
    while at < tokens.size and tokens.low[at] in words.ARTICLES and not tokens.capital[at]:
        if _is_english(tokens, at):
            return 0
        at += 1
        at += at < tokens.size and tokens.text[at] in HYPHENS and tokens.glued[at]
    if at >= tokens.size or tokens.breaks[at] or tokens.loud[at]:
        return 0
    word = tokens.low[at]
    if joined and at == start + 1 and not tokens.glued[at]:
        return 0
    if not tokens.capital[at]:
        digits = is_numeral(word) and tokens.low[at - 1] in NUMBERED
        # "The Engels-2 air base", but no "Mi-8"
        digits = digits or (joined and word.isdigit() and _is_feature(tokens, at + 1))
        return at + 1 if digits or (joined and word in _ENDINGS) else 0
    ends = word in _CALENDAR or word in _CONNECTING or tokens.opens[at]
    ends = ends or (word.rstrip(".") in _MONTHS and _is_dated(tokens, at))
    plain = _is_feature(tokens, at) and not leads_post(tokens, at)
    plain = plain or _holds_office(tokens, at) or _has_ends(tokens, at)
    return 0 if ends or (at == start and plain) else at + 1


def _has_ends(tokens: Tokens, at: int) -> bool:
    """Tell whether the ends of a road stand behind its number: "the M5 Hama-Homs highway"."""
    coded = tokens.low[at - 1][-1:].isdigit() and _CODE.fullmatch(tokens.text[at - 1])
    return bool(coded) and not _DASHES.isdisjoint(tokens.text[at + 1 : at + 3])


def _holds_office(tokens: Tokens, at: int) -> bool:
    """Tell whether a title and a person stand behind a place: "Kharkiv Mayor Ihor Terekhov"."""
    return tokens.low[at] in _OFFICES and tokens.capital[at + 1]


def _is_dated(tokens: Tokens, at: int) -> bool:
    """Tell whether a number stands behind a word: "in Kidal Oct. 19"."""
    behind = at + 1 + (tokens.low[at + 1] == ".")
    return tokens.low[behind].isdigit()


def _is_english(tokens: Tokens, at: int) -> bool:
    """Tell "entered Homs as Assad fled" from "Tell as Sultan" and from "As-Suwayda"."""
    joined = tokens.text[at + 1] in HYPHENS and tokens.glued[at + 1]
    prefixed = tokens.low[at - 1] in words.PREFIX_FEATURES
    return tokens.low[at] in _ENGLISH_TOO and not (joined or prefixed)


def _with_article(tokens: Tokens, at: int) -> int:
    """Return where a run starts whose article is written small: "al-Watiya", "al Jawf"."""
    if tokens.glued[at] and tokens.low[at - 1] in HYPHENS and tokens.glued[at - 1]:
        joined = at > 1 and (tokens.low[at - 2] in _ARABIC_ARTICLES or tokens.text[at - 2] == "In")
        return at - 2 if joined else at  # "al-Watiya", "In-Amenas"
    return at - 1 if at > 0 and tokens.text[at - 1] in ("al", "el") else at


def _is_terrain(tokens: Tokens, at: int) -> bool:
    """Tell "the Syrian Desert", a name of its own, from "the Syrian city"."""
    return at < tokens.size and tokens.capital[at] and tokens.low[at] in _TERRAIN


def runs(
    tokens: Tokens, known: Iterable[tuple[int, int]] = (), actors: Container[int] = ()
) -> list[tuple[int, int]]:
    """Find the runs of capitalised words that may be names, as spans of tokens.

    A short form that starts the words for an actor is no part of one: "east of X AFU attacked".

    A name of several words that the gazetteer knows may begin with any: "Mon State", "May Myo".
    """
    found, free = [], 0
    longer = {first: last for first, last in sorted(known) if last - first > 1}
    for at in compress(range(tokens.size), capitals(tokens)):
        if at < free:
            continue
        last = at + 1 if _opens_run(tokens, at) else longer.get(at, 0)
        if not last:
            continue
        if words.is_demonym(tokens.low[at]) and _is_terrain(tokens, last):
            last += 1
        if f"{tokens.low[at]} {tokens.low[last]}" in COUNTRIES:
            last += 1  # "the United States": no states of a place
        while _may_go_on(tokens, last) and (after := _next_in_run(tokens, last)):
            if after - 1 in actors and tokens.text[after - 1].isupper() and after - last == 1:
                break
            last = after
        found.append((_with_article(tokens, at), last))
        free = last
    return found


_ARABIC_ARTICLES = frozenset(
    "al el ul as ash at ath ad adh ar az an es ez et ed er en os osh ol oz".split()
)
_TERRAIN = {"highlands", "peninsula"}.union(
    "desert mountains plain plains plateau gulf basin sea steppe heights".split()
)


def _text(text: str, tokens: Tokens, first: int, last: int) -> str:
    return visible(text[tokens.start[first] : tokens.end[last - 1]])


def ordinary_opener(tokens: Tokens, at: int) -> bool:
    """Tell whether the first word of a sentence is likely no part of the name after it."""
    word = tokens.low[at]
    colours = word in words.ADJECTIVES and word not in _LEADING  # "Strategic X fell"
    plain = word in _MIDDLE or word.endswith(("ing", "ed", "ly", "ern"))
    return tokens.opens[at] and (colours or plain)


def _opens_alone(tokens: Tokens, at: int) -> bool:
    """Tell whether a sentence starts with a word of no name: "Overnight, the port of X"."""
    word = tokens.low[at]
    adverb = word.endswith("ly") and tokens.low[at + 1] == ","
    return tokens.opens[at] and (adverb or is_ordinary(word))


def _splits(tokens: Tokens, first: int, last: int, known: set[tuple[int, int]]) -> list[int]:
    """Find the hyphens in a run that join two ends of a road and no parts of one name."""
    if HYPHENS.isdisjoint(tokens.text[first:last]):
        return []
    ends = {stop for _, stop in known}  # "Al-Bab" is whole, whatever "Bab" may begin
    dashes = [
        at
        for at in range(first + 1, last - 1)
        if tokens.text[at] in HYPHENS
        and tokens.low[at - 1] not in words.ARTICLES
        and (tokens.low[at - 1] not in words.PREFIX_FEATURES or at in ends)
        and tokens.capital[at + 1]
        and not (tokens.low[at + 1] in words.ARTICLES and at + 2 >= last)
    ]
    after = last + (tokens.low[last] in words.ADJECTIVES or tokens.low[last] in PAVED)
    word = tokens.low[after]
    is_road = word in words.ROAD_WORDS or word in words.BORDER_WORDS or word in ("line", "front")
    is_road = is_road and f"{word} {tokens.low[after + 1]}" not in words.FEATURES  # "border post"
    is_land = (word in words.AREA_NOUNS or word in _LAND) and _all_known(first, last, dashes, known)
    return dashes if (is_road or is_land) and (first, last) not in known else []


def _all_known(first: int, last: int, dashes: list[int], known: set[tuple[int, int]]) -> bool:
    """Tell whether every name between the hyphens is one: "Ivano-Frankivsk area" has none."""
    cuts = zip([first, *(at + 1 for at in dashes)], [*dashes, last], strict=True)
    return all(cut in known for cut in cuts)


def names_in_run(
    text: str, tokens: Tokens, run: tuple[int, int], known: Iterable[tuple[int, int]]
) -> list[Name]:
    """Make the names of one run: one, or several that hyphens join into a road."""
    first, last = run
    spans = set(known)
    if spans == {run} and last - first == 1 and tokens.low[first] not in _LEADING:
        return [Name(first, last, _text(text, tokens, first, last), known=True)]  # as most are
    if spans and not _is_feature(tokens, last):
        # A known name may hold small words, where a run ends: "Isle of X", "Ras al Khaimah".
        last = max([last, *(stop for start, stop in spans if start == first)])
    while first < last - 1 and words.is_demonym(tokens.low[first]) and (first, last) not in spans:
        if _is_terrain(tokens, first + 1) or any(start == first for start, _ in spans):
            break
        first += 1
        first += tokens.text[first] in HYPHENS and first < last - 1
    inner = first < last - 1 and (first + 1, last) in spans and (first, last) not in spans
    if inner and ordinary_opener(tokens, first):
        first += 1
    alone = last - first == 1 and (first, last) not in spans
    if alone and (_opens_alone(tokens, first) or words.is_demonym(tokens.low[first])):
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
            derived=tokens.low[start] in _LEADING and _is_known(tokens, start + 1, stop, spans),
        )
        for start, stop in zip(starts, stops, strict=True)
        if start < stop
    ]


def _is_known(tokens: Tokens, first: int, last: int, spans: set[tuple[int, int]]) -> bool:
    """Tell whether the gazetteer knows a name, alone or with the word for its kind."""
    if (first, last) in spans or " ".join(tokens.low[first:last]) in COUNTRIES:
        return True
    longer = [stop for start, stop in spans if start == first and stop > last]
    return bool(longer) and _is_feature(tokens, last)
