"""Find who fights in a text: the theatre's actors, and in any war forces by their own names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from claims.forces import (
    EXPLAINED,
    GENERIC,
    NAMED,
    NAMED_END,
    NOT_ARMED,
    NOT_PEOPLE,
    PEOPLE_FORCE,
    REBEL,
    country_adjectives,
    country_force,
    country_name,
    plain_forces,
)
from claims.groups import groups
from claims.theatre import Theatre

__all__ = ["ActorFinder", "ActorMention"]

_SAME_LENGTH = str.maketrans(
    {"’": "'", "‘": "'", "`": "'", "ʼ": "'", "\u00a0": " ", "–": "-", "‑": "-"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorMention:
    """An actor in a text: where, the words, the name and side it stands for."""

    start: int
    end: int
    text: str
    name: str
    side: str | None
    armed: bool = True  # False for a country's bare name, which is an actor only as a subject


class ActorFinder:
    """Find actors in texts of one theatre.

    Parameters
    ----------
    theatre
        Whose actors and metonyms are known by name. Other forces get a side of their own: the
        country's id for "Russian troops", the short form of its name for a named force.
    text
        The whole report, so that a short form that it explains ("Rapid Support Forces (RSF)") is
        known everywhere in it.
    """

    def __init__(self, theatre: Theatre, text: str) -> None:
        self._sides = {side.id for side in theatre.sides}
        self._plain = {side: meant or None for side, meant in theatre.plain}
        self._known = _known(theatre)
        self._pattern = _pattern(theatre)
        self._adjectives = {**country_adjectives(), **dict(theatre.adjectives)}
        self._acronyms = dict(self._explained(text.translate(_SAME_LENGTH)))
        self._acronym_pattern = _words_pattern(self._acronyms)

    def find(self, text: str, offset: int = 0) -> tuple[ActorMention, ...]:
        """Return the actors in ``text``, left to right and not overlapping; ``offset`` is added."""
        plain = text.translate(_SAME_LENGTH)
        found = sorted(self._all(plain), key=lambda m: (m.start, -m.end))
        kept: list[ActorMention] = []
        for mention in found:
            if kept and mention.start < kept[-1].end:
                continue
            kept.append(mention)
        return tuple(
            ActorMention(
                start=m.start + offset,
                end=m.end + offset,
                text=text[m.start : m.end],
                name=m.name,
                side=self._plain.get(m.side or "", m.side),
                armed=m.armed,
            )
            for m in kept
        )

    def adjective_side(self, word: str) -> str | None:
        """Return the side that an adjective stands for: "Russian" before "airstrikes"."""
        return self._adjectives.get(word)

    def _all(self, text: str) -> Iterator[ActorMention]:
        yield from self._by_theatre(text)
        for match in country_force().finditer(text):
            own = self._adjectives.get(match["adjective"])
            yield _mention(
                match, match.group(), "opposition" if REBEL.search(match.group()) else own
            )
        for match in PEOPLE_FORCE.finditer(text):
            if match["people"] not in NOT_PEOPLE:
                yield _mention(match, match.group(), self._side_of_people(match["people"]))
        for match in country_name().finditer(text):
            yield _mention(match, match.group(), self._adjectives.get(match.group()), armed=False)
        for match in NAMED.finditer(text):
            if not NOT_ARMED.search(match.group()) and self._tells(match.group()):
                yield self._named(match)
        for side, pattern in plain_forces().items():
            for match in pattern.finditer(text):
                yield _mention(match, match.group(), side)

    def _side_of_people(self, word: str) -> str | None:
        """Return the side of a known group's or a country's fighters, else one of their own."""
        known = self._known.get(_fold(word))
        return known[1] if known else self._adjectives.get(word) or _slug(word)

    def _by_theatre(self, text: str) -> Iterator[ActorMention]:
        """Yield the theatre's own actors and the short forms that the text explains."""
        for match in self._pattern.finditer(text) if self._pattern else ():
            yield _mention(match, *self._known[_fold(match.group())])
        for match in self._acronym_pattern.finditer(text) if self._acronym_pattern else ():
            yield _mention(match, *self._acronyms[match.group()])

    def _tells(self, name: str) -> bool:
        """Tell whether a full name tells who is meant, by a word of its own or by being known."""
        own = any(word not in GENERIC for word in re.findall(r"[\w'-]+", name))
        return own or _fold(name) in self._known

    def _named(self, match: re.Match[str]) -> ActorMention:
        text = match.group().partition(" (")[0].removeprefix("The ")
        known = self._known.get(_fold(text))
        name, side = known or (text, self._named_side(text, match["acronym"]))
        return _mention(match, name, side)

    def _named_side(self, text: str, acronym: str | None) -> str:
        """Return the side of a force by its full name: its country's where that comes first."""
        head = re.split(r"\bof the\s+", text)[-1].split()[0]
        if head in self._adjectives and not acronym:
            return self._adjectives[head]
        return _slug(acronym or text)

    def _explained(self, text: str) -> Iterator[tuple[str, tuple[str, str | None]]]:
        """Yield the short forms that the text explains, with name and side."""
        for match in EXPLAINED.finditer(text):
            name, acronym = match["name"], match["acronym"]
            if NOT_ARMED.search(name) or not _spells(acronym, name):
                continue
            known = self._known.get(_fold(acronym)) or self._known.get(_fold(name))
            if known:
                yield acronym, known
            elif re.search(
                r"\b(?:" + NAMED_END + r"|Party|Liberation|Army|Resistance|State)\b", name
            ):
                yield acronym, (name, _slug(acronym))


def _mention(
    match: re.Match[str], name: str, side: str | None, *, armed: bool = True
) -> ActorMention:
    return ActorMention(
        start=match.start(), end=match.end(), text=match.group(), name=name, side=side, armed=armed
    )


def _fold(text: str) -> str:
    return " ".join(text.translate(_SAME_LENGTH).casefold().split())


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def _spells(acronym: str, name: str) -> bool:
    """Tell whether the letters of an acronym stand in the name in order."""
    letters = iter(name.lower())
    return all(letter in letters for letter in acronym.lower() if letter.isalpha())


@cache
def _known(theatre: Theatre) -> dict[str, tuple[str, str | None]]:
    """Return each known actor by folded words: the theatre's first, then the world's groups."""
    known: dict[str, tuple[str, str | None]] = {}
    for actor in theatre.actors:
        for alias in (actor.name, *actor.aliases):
            known.setdefault(_fold(alias), (actor.name, actor.side))
    for capital, side in theatre.metonyms:
        for force in ("army", "forces", "troops", "military"):
            words = f"{capital}'s {force}"
            known.setdefault(_fold(words), (words, side))
    for side, names in groups().items():
        for name in names:
            known.setdefault(_fold(name), (name, side))
    return known


@cache
def _pattern(theatre: Theatre) -> re.Pattern[str] | None:
    words = [alias for actor in theatre.actors for alias in (actor.name, *actor.aliases)]
    words += [name for names in groups().values() for name in names]
    words += [
        f"{capital}'s {force}"
        for capital, _ in theatre.metonyms
        for force in ("army", "forces", "troops", "military")
    ]
    return _words_pattern(words)


def _words_pattern(words: Iterable[str]) -> re.Pattern[str] | None:
    """Compile words, longest first; short forms in capitals keep their case, the rest do not."""
    ordered = sorted(set(words), key=lambda w: (-len(w), w))
    if not ordered:
        return None
    parts = [
        re.escape(w.translate(_SAME_LENGTH)).replace(r"\ ", r"\s+")
        if w.isupper() and len(w) <= 6
        else f"(?i:{re.escape(w.translate(_SAME_LENGTH))})".replace(r"\ ", r"\s+")
        for w in ordered
    ]
    return re.compile(r"(?<![\w-])(?:" + "|".join(parts) + r")(?![\w])")
