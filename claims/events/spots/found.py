"""The places of one sentence: names the gazetteer knows, and those that the words make a place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from claims.events.spots.attach import read_spots
from claims.events.spots.spot import Spot
from claims.events.spots.surnames import is_surname
from claims.events.spots.told_elsewhere import told_elsewhere
from claims.events.spots.told_places import told_places
from claims.events.spots.two_towns import parted
from claims.fighters.actors import ActorMention
from claims.lexicon import lexicon
from claims.scene import scene
from claims.words import Sentence, numbers_of
from gazetteer.place import PlaceExpression
from gazetteer.spellings.english import is_ordinary
from gazetteer.wording.mentions import Mention, Searched, find_in_each
from gazetteer.wording.words import FEATURE_PARTS, PREFIX_FEATURES, SETTLEMENTS

__all__ = ["find_spots"]

_WORD = re.compile(r"[^\W\d_]+")
# "25th Maru Division" is no town.
_UNIT = re.compile(r"\b([A-Z]\w+ )(division|brigade|battalion|regiment|corps|army|front)\b")
# What units are called after: "the 45th Battalion 'Heroes of Maru'", "the Falcons of Oru".
_HONOUR = re.compile(
    r"(?:\b(?:Lions|Knights|Eagles|Falcons|Shield|Sword|Hammer|Wolves)"
    # These may be people of the town as well.
    r"|(?:(?<=[\"“«‘'])|(?<=[Bb]attalion )|(?<=[Bb]rigade ))"
    r"(?:Heroes|Martyrs|Sons|Guardians|Defenders))"
    r"\s+of\s+(?:the\s+)?[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)*"
    r"|\b(?:[Bb]rigade|[Bb]attalion|[Rr]egiment|[Dd]ivision|[Cc]olumn|[Cc]ompany|[Dd]etachment|[Ll]egion|[Cc]orps)"
    r"\s+[\"“«‘]([A-Z][^\"”»’.,]{2,40})(?=[\"”»’])"
)
# Who fights each other, and no places: "clashes between the Maru and Oru communities".
_PEOPLES = frozenset("communities tribes clans ethnicities".split())
_BETWEEN = re.compile(
    r"\b(?:[Cc]lashes|[Ff]ighting|[Vv]iolence|[Bb]attles?)\s+(?:[a-z]+\s+){0,2}?"
    r"between\s+(?:(?!and\b)[a-z]+\s+){0,4}the\s+(?:[A-Z][\w'’-]+(?:,\s+)?){1,4}\s+and\s+(?:the\s+)?"
    r"(?:[A-Z][\w'’-]+\s+){1,3}(?:ethnic\s+)?(?:communities|tribes|clans|ethnicities)\b"
)
# One of these is in whatever the pattern meets; few sentences hold any.
_HONOURED = frozenset(
    """
    lions knights eagles falcons shield sword hammer wolves heroes martyrs sons guardians defenders
    brigade battalion regiment division column company detachment legion corps
    """.split()
)
_JOINING = frozenset("de del las los".split())
_LEADING = frozenset("san santa santo el la".split())  # "SAN MARCOS", "EL ROSARIO"
_SMALL = frozenset("and or in of to is was".split())
_COUNT = "number of "
_KIND = 20  # characters of "SETTLEMENT OF "
# What leads a name of several words, and is no place by itself as "base" and "port" are.
_FRONTED = frozenset(PREFIX_FEATURES) - frozenset(
    "base camp camps checkpoint point port hill height elevation villa khan mile".split()
)
_PARTICLES = frozenset(
    "san santa santo saint puerto port fort villa rio el la los las de del".split()
)


def find_spots(
    lines: Sequence[Sentence],
    text: str,
    known: Sequence[tuple[int, int]],
    actors: Sequence[Sequence[ActorMention]],
    *,
    persons: frozenset[str],
    are_apart: Callable[[str, str], bool],
) -> list[tuple[Spot, ...]]:
    """Return the places of each sentence with what they hang on, in order.

    Parameters
    ----------
    text
        The whole report.
    known
        Where names that the gazetteer knows stand in it, sorted.
    actors
        Who is named in each sentence; no place is read from their names.
    persons
        Surnames of the report, which unless the gazetteer knows them are no places.
    are_apart
        Tells of a town and another name whether nothing that this means holds it.
    """
    searched = [_searched(line, text, known, who) for line, who in zip(lines, actors, strict=True)]
    found = find_in_each(searched)
    again = dict(told_elsewhere(searched, found, text))
    for number, mentions in zip(again, find_in_each(list(again.values())), strict=True):
        found[number] = mentions
    for number, (line, of) in enumerate(zip(lines, searched, strict=True)):
        if of.text != line.text:
            found[number] = tuple(map(_as_written, found[number]))
        if found[number]:
            found[number] = tuple(_but_people(line, found[number], persons))
            found[number] = tuple(m for told in found[number] for m in parted(told, are_apart))
    return [read_spots(line, mentions) for line, mentions in zip(lines, found, strict=True)]


def _searched(
    sentence: Sentence,
    text: str,
    known: Sequence[tuple[int, int]],
    actors: Sequence[ActorMention],
) -> Searched:
    spans = ((m.start - sentence.start, m.end - sentence.start) for m in actors if m.armed)
    blocked = [span for span in spans if not _NAMESAKE.match(sentence.text, span[1])]
    if not _HONOURED.isdisjoint(sentence.held):
        blocked += (m.span() for m in _HONOUR.finditer(sentence.text))
    if not _PEOPLES.isdisjoint(sentence.held):
        blocked += (m.span() for m in _BETWEEN.finditer(sentence.text))
    # Looked up: a long text has thousands of names and as many sentences.
    low, high = (bisect_left(known, (at,)) for at in (sentence.start, sentence.end))
    names = [
        (a - sentence.start, b - sentence.start) for a, b in known[low:high] if b <= sentence.end
    ]
    if not scene().makes.isdisjoint(sentence.held):  # "near X, and a Paveway IV guided bomb"
        blocked += [span for span in _weapons(sentence) if span not in names]
    told = list(told_places(sentence, text))
    cased = _in_cases(sentence.text, [*names, *told])
    return Searched(cased, names, blocked, sentence.start, told)


# "The Jan Roe International Airport" is a place, whoever it is called after.
_NAMESAKE = re.compile(
    r" (?:International |Memorial )?(?:Airport|Airfield|Bridge|Stadium|Hospital|University|Square"
    r"|Street|Avenue|Boulevard|Barracks|Dam|Tunnel|Tower|Palace)\b"
)


def _weapons(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield where makes of weapons stand."""
    for number in numbers_of(sentence.lower, scene().makes):
        word = sentence.words[number]
        yield word.start - sentence.start, word.end - sentence.start


def _but_people(
    sentence: Sentence, found: Sequence[Mention], persons: frozenset[str]
) -> Iterator[Mention]:
    """Yield what is no surname, nor a count: "the number of towns that they hold"."""
    for mention in found:
        if mention.expression.text.startswith(_COUNT):
            continue
        number = sentence.word_at(mention.start)
        if not is_surname(mention, persons, sentence.lower[number - 1] if number else ""):
            yield mention


def _in_cases(text: str, names: Sequence[tuple[int, int]]) -> str:
    """Return a sentence in capitals with small letters where no name stands, else the same.

    "THE CITY OF SAN MIGUEL AT DAWN" shows by itself neither where a name starts nor where it ends.
    """
    if not text.isupper():
        return text
    held = {at for start, end in names for at in range(start, end)}
    cased = _WORD.sub(lambda m: m[0].title() if _is_name(m, held) else m[0].lower(), text)
    return _UNIT.sub(lambda m: m[1] + m[2].title(), cased)


def _is_name(match: re.Match[str], held: set[int]) -> bool:
    word = match[0].lower()
    before = match.string[match.start() - 1 : match.start()]
    if before in ("'", "’"):
        return False
    if len(word) == 1:
        return match.string[match.end() : match.end() + 1].isdigit()  # "THE A9 HIGHWAY"
    if _beside_particle(match) or _led_by_kind(match):
        return True  # "CORRAL DE PIEDRA", "THE TOWN OF TIN GAZAL"
    if word in FEATURE_PARTS and word not in _FRONTED and match.start() not in held:
        return False  # "CENTRE" and "HARBOUR" are words in Britain
    if match.start() in held or word in _PARTICLES:
        return True
    verbal = word.endswith(("ed", "ing")) or word in lexicon().events
    return not (verbal or word in _of_war() or is_ordinary(word))


@cache
def _of_war() -> frozenset[str]:
    """Return words for who and what stands around a fight, which are rarely told of elsewhere."""
    words = scene()
    return words.fighters | words.weapons | words.civilians | words.ground | words.shouted


def _led_by_kind(match: re.Match[str]) -> bool:
    """Tell whether a name begins behind "the town of", or with "Mount" before the rest of it."""
    before = match.string[max(0, match.start() - _KIND) : match.start()]
    if before.endswith(" OF ") and not SETTLEMENTS.isdisjoint(before.lower().split()[-2:-1]):
        return match[0].lower() not in _SMALL
    rest = _WORD.match(match.string, match.end() + 1)
    leads = match[0].lower() in _FRONTED and match.string[match.end() : match.end() + 1] in " -"
    return leads and rest is not None and not (len(rest[0]) > 1 and is_ordinary(rest[0].lower()))


def _beside_particle(match: re.Match[str]) -> bool:
    """Tell whether a particle of Spanish names joins a word and the next, or leads it."""
    around = match.string[match.end() :].split(maxsplit=1)[:1]
    before = match.string[: match.start()].rsplit(maxsplit=1)[-1:]
    led = bool(before) and before[0].lower() in _LEADING and match[0].lower() not in _SMALL
    return led or any(word.lower() in _JOINING for word in (*around, *before))


def _as_written(mention: Mention) -> Mention:
    """Return a place in the capitals of its text."""
    return replace(mention, expression=_in_capitals(mention.expression))


def _in_capitals(expression: PlaceExpression) -> PlaceExpression:
    within = expression.within
    return replace(
        expression,
        text=expression.text.upper(),
        heads=tuple(head.upper() for head in expression.heads),
        within=_in_capitals(within) if within else None,
    )
