"""Find who fights in a text: the theatre's actors, and in any war forces by their own names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from claims.countries import countries
from claims.theatre import Theatre

__all__ = ["ActorFinder", "ActorMention"]

_SAME_LENGTH = str.maketrans(
    {"’": "'", "‘": "'", "`": "'", "ʼ": "'", "\u00a0": " ", "–": "-", "‑": "-"}
)

_FORCE = (
    r"army|armies|forces?|troops|soldiers?|military|militar(?:y|ies)|servicemen|personnel|units?|brigades?|"
    r"battalions?|divisions?|regiments?|marines|paratroopers|commandos|police|gendarmes|guards?|navy|"
    r"air\s?force|aviation|warplanes?|jets?|aircraft|bombers?|helicopters?|drones?|artillery|tanks|gunners|"
    r"gunboats?|warships?|fighters?|rebels?|insurgents?|insurgency|militants?|militias?|militiamen|guerrillas?|"
    r"separatists?|jihadists?|gunmen|combatants|factions|paramilitar(?:y|ies)|peshmerga|opposition|coalition|"
    r"infantry|convoys?|border\s+guards?|special\s+forces|security\s+forces|armed\s+forces|ground\s+forces|"
    r"defen[cs]e\s+forces|government\s+forces|invaders"
)
# Words that may stand between an adjective and its force: "Russian ground assault troops".
_BETWEEN = r"(?:[- ](?:[a-z]+|[A-Z]{2,5}|\d+(?:st|nd|rd|th)?)(?:-[a-z]+)?){0,2}"
_NAMED_END = (
    r"Army|Front|Forces?|Corps|Movement|Brigades?|Division|Militia|Legion|Battalion|Regiment|Alliance|"
    r"Guards?|Command|Organi[sz]ation|Coalition|Council|Group|Brotherhood|Shield|Storm|Fano"
)
_NAMED = re.compile(
    r"(?:(?:[A-Z][\w'-]+|\d+(?:st|nd|rd|th))\s+(?:of\s+(?:the\s+)?|for\s+(?:the\s+)?|and\s+)?){1,5}(?:"
    + _NAMED_END
    + r")\b"
    r"(?:\s+of\s+(?:the\s+)?[A-Z]\w+)?(?:\s+\((?P<acronym>[A-Z][A-Z0-9-]{1,7})\))?"
)
_ACRONYM = re.compile(
    r"(?P<name>(?:[A-Z][\w'-]+(?:\s+(?:of|for|the|and|al|de|la))*\s+){1,6}?[A-Z][\w'-]+)\s+\((?P<acronym>[A-Z][A-Z0-9-]{1,7})\)"
)
_NOT_ARMED = re.compile(
    r"\b(?:Human Rights|Observatory|Security Council|Agency|Ministry|United Nations|News|Press|"
    r"Red Cross|Crescent|University|Party of|Health|Media|Reporters|Watch|Amnesty|Bank|European|"
    r"Relief|Humanitarian|"
    r"Support Group|Crisis Group|Working Group|Contact Group|Foreign)\b"
)
# Forces without a country: which side they are of where no theatre says so.
_PLAIN = {
    "opposition": r"(?:(?:armed\s+)?opposition|anti-[a-z]+)\s+"
    r"(?:forces|fighters|factions|groups|troops)|"
    r"(?:rebel|insurgent|guerrilla|separatist|jihadist|militant|islamist)\s+(?:forces?|fighters?|factions?|groups?|alliance|coalition|commanders?|units?|militias?|positions?)|"
    r"rebels?|insurgents?|guerrillas?|jihadists?|separatists?|militants|islamists|armed\s+groups",
    "government": r"(?:pro-)?(?:government|loyalist|state|regime|federal)\s+"
    r"(?:ground\s+|security\s+|armed\s+)?(?:forces|troops|soldiers|army|military|fighters|"
    r"warplanes|jets|aircraft|artillery|militias?|positions?)|"
    r"(?:the|national|its|federal)\s+(?:army|armed\s+forces|air\s+force|military|junta|police|security\s+forces)|junta\s+(?:troops|forces|soldiers)|the\s+government|loyalists?",
}


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
        self._known = _known(theatre)
        self._pattern = _pattern(theatre)
        self._adjectives = {**_country_adjectives(), **dict(theatre.adjectives)}
        self._acronyms = dict(self._explained(text.translate(_SAME_LENGTH)))
        self._acronym_pattern = _words_pattern(self._acronyms)

    def find(self, text: str, offset: int = 0) -> tuple[ActorMention, ...]:
        """Return the actors in ``text``, left to right and not overlapping; ``offset`` is added."""
        plain = text.translate(_SAME_LENGTH)
        found = sorted(self._all(plain), key=lambda m: (m.start, -m.end))
        kept: list[ActorMention] = []
        for mention in found:
            if kept and mention.start < kept[-1].end:
                if (
                    mention.end - mention.start > kept[-1].end - kept[-1].start
                    and mention.start == kept[-1].start
                ):
                    kept[-1] = mention
                continue
            kept.append(mention)
        return tuple(
            ActorMention(
                start=m.start + offset,
                end=m.end + offset,
                text=text[m.start : m.end],
                name=m.name,
                side=m.side,
                armed=m.armed,
            )
            for m in kept
        )

    def adjective_side(self, word: str) -> str | None:
        """Return the side that an adjective stands for: "Russian" before "airstrikes"."""
        return self._adjectives.get(word)

    def _all(self, text: str) -> Iterator[ActorMention]:
        yield from self._by_theatre(text)
        for match in _country_force().finditer(text):
            yield _mention(match, match.group(), self._adjectives.get(match["adjective"]))
        for match in _country_name().finditer(text):
            yield _mention(match, match.group(), self._adjectives.get(match.group()), armed=False)
        for match in _NAMED.finditer(text):
            if not _NOT_ARMED.search(match.group()):
                yield self._named(match)
        for side, pattern in _plain().items():
            for match in pattern.finditer(text):
                yield _mention(match, match.group(), side)

    def _by_theatre(self, text: str) -> Iterator[ActorMention]:
        """Yield the theatre's own actors and the short forms that the text explains."""
        for match in self._pattern.finditer(text) if self._pattern else ():
            yield _mention(match, *self._known[_fold(match.group())])
        for match in self._acronym_pattern.finditer(text) if self._acronym_pattern else ():
            yield _mention(match, *self._acronyms[match.group()])

    def _named(self, match: re.Match[str]) -> ActorMention:
        text = match.group().partition(" (")[0]
        known = self._known.get(_fold(text))
        name, side = known or (text, self._named_side(text, match["acronym"]))
        return _mention(match, name, side)

    def _named_side(self, text: str, acronym: str | None) -> str:
        first = text.split(maxsplit=1)[0]
        if (
            first in self._adjectives
            and not acronym
            and re.search(r"\b(?:Army|Forces|Air Force|Navy|Guard)\b", text)
        ):
            return self._adjectives[first]
        return _slug(acronym or text)

    def _explained(self, text: str) -> Iterator[tuple[str, tuple[str, str | None]]]:
        """Yield the short forms that the text explains, with name and side."""
        for match in _ACRONYM.finditer(text):
            name, acronym = match["name"], match["acronym"]
            if _NOT_ARMED.search(name) or not _spells(acronym, name):
                continue
            known = self._known.get(_fold(acronym)) or self._known.get(_fold(name))
            if known:
                yield acronym, known
            elif re.search(
                r"\b(?:" + _NAMED_END + r"|Party|Liberation|Army|Resistance|State)\b", name
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
    known: dict[str, tuple[str, str | None]] = {}
    for actor in theatre.actors:
        for alias in (actor.name, *actor.aliases):
            known.setdefault(_fold(alias), (actor.name, actor.side))
    for capital, side in theatre.metonyms:
        for force in ("army", "forces", "troops", "military"):
            known.setdefault(_fold(f"{capital}'s {force}"), (f"{capital}'s {force}", side))
    return known


@cache
def _pattern(theatre: Theatre) -> re.Pattern[str] | None:
    words = [alias for actor in theatre.actors for alias in (actor.name, *actor.aliases)]
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


@cache
def _country_adjectives() -> dict[str, str]:
    return {word: country.id for country in countries() for word in country.words}


@cache
def _country_force() -> re.Pattern[str]:
    words = sorted(_country_adjectives(), key=len, reverse=True)
    return re.compile(
        r"(?<![\w-])(?P<adjective>"
        + "|".join(map(re.escape, words))
        + r")(?:'s)?"
        + _BETWEEN
        + r"[- ](?:"
        + _FORCE
        + r")\b"
    )


@cache
def _country_name() -> re.Pattern[str]:
    """Match a country that may act itself: "Russia launches missile strikes"."""
    names = sorted((name for country in countries() for name in country.words[:1]), key=len)
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, reversed(names))) + r")(?![\w-])")


@cache
def _plain() -> dict[str, re.Pattern[str]]:
    return {
        side: re.compile(r"(?<![\w-])(?:" + words + r")(?![\w-])", re.IGNORECASE)
        for side, words in _PLAIN.items()
    }
