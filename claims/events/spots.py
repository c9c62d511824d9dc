"""The places of one sentence: names the gazetteer knows, and those that the words make a place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from claims.events.attach import read_spots
from claims.events.spot import Spot
from claims.events.surnames import is_surname
from claims.events.told_places import told_places
from claims.fighters.actors import ActorMention
from claims.lexicon import lexicon
from claims.words import Sentence
from gazetteer.place import PlaceExpression
from gazetteer.spellings.english import is_ordinary
from gazetteer.wording.mentions import find_mentions

__all__ = ["crossed", "find_spots"]

_WORD = re.compile(r"[^\W\d_]+")
# "25th Karbala Division" is no town.
_UNIT = re.compile(r"\b([A-Z]\w+ )(division|brigade|battalion|regiment|corps|army|front)\b")
_JOINING = frozenset("de del las los".split())
_PARTICLES = frozenset(
    "san santa santo saint puerto port fort villa rio el la los las de del".split()
)


def find_spots(
    sentence: Sentence,
    text: str,
    known: Sequence[tuple[int, int]],
    actors: Sequence[ActorMention],
    persons: frozenset[str] = frozenset(),
) -> tuple[Spot, ...]:
    """Return the places of a sentence with what they hang on, in order.

    Parameters
    ----------
    text
        The whole report.
    known
        Where names that the gazetteer knows stand in it, sorted.
    actors
        Who is named in the sentence; no place is read from their names.
    persons
        Surnames of the report, which unless the gazetteer knows them are no places.
    """
    blocked = [(m.start - sentence.start, m.end - sentence.start) for m in actors if m.armed]
    # Looked up: a long text has thousands of names and as many sentences.
    low, high = (bisect_left(known, (at,)) for at in (sentence.start, sentence.end))
    names = [
        (a - sentence.start, b - sentence.start) for a, b in known[low:high] if b <= sentence.end
    ]
    names += told_places(sentence, text)
    written = _in_cases(sentence.text, names)
    found = find_mentions(written, known_spans=names, blocked=blocked, offset=sentence.start)
    if written != sentence.text:
        found = tuple(
            replace(mention, expression=_as_written(mention.expression)) for mention in found
        )
    if persons:
        lower, first = sentence.lower, [sentence.word_at(m.start) for m in found]
        before = [lower[number - 1] if number else "" for number in first]
        pairs = zip(found, before, strict=True)
        found = tuple(m for m, word in pairs if not is_surname(m, persons, word))
    return read_spots(sentence, found)


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
    if before in ("'", "’") or len(word) == 1:
        return False
    if _beside_particle(match):
        return True  # "CORRAL DE PIEDRA"
    verbal = word.endswith(("ed", "ing")) or word in lexicon().events
    return match.start() in held or word in _PARTICLES or not (verbal or is_ordinary(word))


def _beside_particle(match: re.Match[str]) -> bool:
    """Tell whether a word and the next are joined by a particle of Spanish names."""
    around = match.string[match.end() :].split(maxsplit=1)[:1]
    before = match.string[: match.start()].rsplit(maxsplit=1)[-1:]
    return any(word.lower() in _JOINING for word in (*around, *before))


def _as_written(expression: PlaceExpression) -> PlaceExpression:
    """Return an expression in the capitals of its text."""
    within = expression.within
    return replace(
        expression,
        text=expression.text.upper(),
        heads=tuple(head.upper() for head in expression.heads),
        within=_as_written(within) if within else None,
    )


def crossed(spot: Spot) -> PlaceExpression:
    """Return where "a bridge across the river in X" is: in X, not all along the river."""
    expression = spot.mention.expression
    crosses = spot.lead in ("across", "over") and not spot.listed
    if crosses and expression.within and expression.within.heads:
        return replace(expression.within, text=expression.text)
    return expression
