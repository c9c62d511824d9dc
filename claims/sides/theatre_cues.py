"""Weigh the words of a text that tell which conflict and which countries it is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from claims.sides.countries import countries
from claims.sides.cue_weight import Weight
from claims.sides.explained_cues import explained_countries, explained_names, may_be_same
from claims.sides.groups import groups, homes, namesakes, plain
from claims.sides.heading_cues import headed, written_in
from claims.sides.place_cues import names_place_of
from claims.sides.theatre import Theatre
from claims.sides.town_cues import count_towns

__all__ = ["ENOUGH", "POINTS", "CueTable", "set_in"]

# Points of a cue by how much it tells: "sure" names occur in reports on this conflict alone, two
# "likely" ones are needed, "shared" ones (a power at war in several places) only add to others.
POINTS = {"sure": 4, "likely": 2, "shared": 1}
ENOUGH = 4
# What a town of a nearby country is worth that makes it part of a conflict, beside a mention.
_TOWN_THERE = 0.9
# What makes a town there count as much as a mention of its country.
_AS_NAMED = 0.5
# What a mention of its country is worth to a theatre, where cues of neighbours stand as well.
_NAMED = 3

_WORD = re.compile(r"[^\W_]+")
# Names that hold a country's name and tell nothing of where a report is from.
_NOT_COUNTRIES = (
    "Islamic State of Iraq and Syria",
    "Islamic State in Iraq and Syria",
    "Islamic State of Iraq and the Levant",
    "Islamic State in Iraq and the Levant",
    "Islamic State of Iraq and Greater Syria",
    # The language of a broadcast: "RADIO X IN SPANISH 0100 GMT".
    *map("in {}".format, "Spanish English French Portuguese German Dutch".split()),
)


class _Mark(NamedTuple):
    """A phrase's remaining words, the theatre and points it speaks for, or the country's code.

    ``home`` is the code of the country in which a group of this name fights.
    """

    rest: tuple[str, ...]
    theatre: str = ""
    points: int = 0
    country: str = ""
    home: str = ""


class CueTable:
    """The cues of some theatres and the words for every country, by their first word.

    Matching keeps capitals, and reads texts in capitals too; one pass over the words of a text, so
    the time grows with its length alone. ``near`` has a theatre's lands and those of its sides.

    Examples
    --------
    >>> CueTable(()).weigh("Syrians fled; SYRIA'S neighbours and Iraq's army watched.").named
    Counter({'SY': 2, 'IQ': 1})
    """

    def __init__(self, theatres: Iterable[Theatre]) -> None:
        self.theatres = {theatre.id: theatre for theatre in theatres}
        self.near = {name: _parties(theatre) for name, theatre in self.theatres.items()}
        words = [word for country in countries() for word in country.words]
        # "Hamas" is no plural of Hama, so only peoples have one: "Syrians".
        self._peoples = frozenset(f"{form}s" for word in words for form in (word, word.upper()))
        self._peoples |= {f"{word}S".upper() for word in words}
        self._marks: dict[str, list[_Mark]] = {}
        for phrase, mark in self._phrases():
            self._file(_WORD.findall(phrase), mark)
        for marks in self._marks.values():
            marks.sort(key=lambda mark: -len(mark.rest))

    def _phrases(self) -> Iterator[tuple[str, _Mark]]:
        """Yield each phrase that tells of a conflict or a country, and what it tells."""
        for theatre in self.theatres.values():
            for phrase, points in theatre.cues:
                own = _own_country(phrase, theatre)
                yield phrase, _Mark((), theatre.id, points, own)
        for country in countries():
            for phrase in country.words:
                yield phrase, _Mark((), country=country.code)
        for phrase, code in _groups_at_home():
            yield phrase, _Mark((), home=code)
        for phrase in (*_NOT_COUNTRIES, *namesakes()):
            yield phrase, _Mark(())

    def _file(self, words: Sequence[str], mark: _Mark) -> None:
        first, *rest = words
        forms = {first, first.upper(), first[0].upper() + first[1:]}
        for form in forms:
            self._marks.setdefault(form, []).append(mark._replace(rest=tuple(rest)))

    def weigh(self, text: str) -> Weight:
        """Return what the words of a text tell; of two phrases at one place the longer counts."""
        words = _WORD.findall(text)
        weight = Weight(texts=[text], headed=headed(text), written=written_in(text))
        get = self._marks.get
        until = 0
        others, named = explained_countries(text), explained_names(text)
        for index, word in enumerate(words):
            if word in others and self._is_anothers(get(word, ()), others[word]):
                continue
            if word in named and self._is_unknown(get(word, ()), named[word], word):
                continue
            marks = get(word) or (get(word[:-1]) if word in self._peoples else None)
            if marks and index >= until:
                until = index + self._count(marks, words, index, weight)
        return weight

    def _is_unknown(self, marks: Sequence[_Mark], name: str, short: str) -> bool:
        """Tell whether a text explains a short form as none of those whom theatres know by it."""
        actors = [a for m in marks if m.theatre for a in self.theatres[m.theatre].actors]
        known = [a for a in actors if short in (a.name, *a.aliases)]
        return bool(known) and not any(may_be_same(name, (a.name, *a.aliases)) for a in known)

    def _is_anothers(self, marks: Sequence[_Mark], country: str) -> bool:
        """Tell whether a short form is here that of a country far from the theatres that know it.

        "Rwandan Security Forces (RSF)" tell of no war in Sudan.
        """
        known = [mark.theatre for mark in marks if mark.theatre]
        return bool(known) and all(country not in self.near[name] for name in known)

    @staticmethod
    def _count(marks: Sequence[_Mark], words: Sequence[str], index: int, weight: Weight) -> int:
        """Count the longest phrases that stand here, and return their length in words."""
        length = 0
        for mark in marks:
            size = 1 + len(mark.rest)
            if size < length:
                break
            if mark.rest and not _follow(mark.rest, words[index + 1 : index + size]):
                continue
            length = size
            if mark.country:
                weight.named[mark.country] += 1
            if mark.home:
                weight.homes[mark.home] += 1
            if mark.theatre:
                weight.points[mark.theatre] += mark.points
                weight.first.setdefault(mark.theatre, index)
                if mark.points > POINTS["shared"]:
                    weight.firm[mark.theatre] += mark.points
        return length

    def theatre_of(self, weight: Weight, day: date | None = None) -> Theatre | None:
        """Return the theatre of a text published on ``day``; None where none has enough for it."""
        best = min(
            (name for name in weight.firm if self.theatres[name].covers(day)),
            # Of two stages of one war the one that goes on, where the day does not tell.
            key=lambda name: (
                -weight.points[name] - _NAMED * self._own(name, weight),
                self.theatres[name].until is not None,
                weight.first[name],
                name,
            ),
            default="",
        )
        points = weight.points[best] if best else 0
        if points < ENOUGH - POINTS["likely"]:
            return None
        theatre = self.theatres[best]  # "Oru in Chad": a country, and a place of its war
        enough = points >= ENOUGH or any(names_place_of(theatre, text) for text in weight.texts)
        return theatre if enough and self._leads(best, weight) else None

    def _own(self, name: str, weight: Weight) -> int:
        """Return how often the countries of a theatre are named."""
        return sum(weight.named[code] for code in self.theatres[name].countries)

    def _leads(self, name: str, weight: Weight) -> bool:
        """Tell whether no country outside the conflict is named so often that it is the subject.

        A country that is one of its sides is no rival: a report may name such a one more often.
        Towns count besides: a report on a capital may name another land more often than its own.
        """
        home = self.theatres[name].countries
        own = self._own(name, weight) + sum(weight.homes[code] for code in home)
        if weight.headed and weight.headed not in self.near[name]:
            return False
        if weight.written and weight.written not in home and weight.named[weight.written] > own:
            return False
        # Groups at home elsewhere tell of another war: "Boko Haram" of none elsewhere.
        others = weight.named + weight.homes
        rivals = {code: n for code, n in others.items() if code not in self.near[name]}
        rival = max(rivals.values(), default=0)
        if weight.points[name] >= ENOUGH * rival:
            return True
        towns = count_towns("\n".join(weight.texts))
        towns.pop(weight.written, None)  # where a report was written tells nothing of its war
        theirs = max(n + _AS_NAMED * towns.get(code, 0.0) for code, n in rivals.items())
        return own + _AS_NAMED * sum(towns.get(code, 0.0) for code in home) >= theirs


def _groups_at_home() -> Iterator[tuple[str, str]]:
    """Yield the names that only one group bears, each with the country in which it fights."""
    codes = {country.id: country.code for country in countries()}
    for side, state in homes().items():
        for name in groups().get(side, ()):
            if state in codes and name[:1].isupper() and not plain().get(name):
                yield name, codes[state]


def _own_country(phrase: str, theatre: Theatre) -> str:
    """Return the country in the name of a cue: "Syrian" counts in "Syrian Democratic Forces" too.

    A cue that is the country's word alone needs none, for that word is filed by itself.
    """
    words = _WORD.findall(phrase)
    named = (
        country.code
        for country in countries()
        if country.code in theatre.countries and len(words) > 1
        if any(word in words for word in country.words)
    )
    return next(named, "")


def set_in(theatre: Theatre, weight: Weight, others: Iterable[Theatre] = ()) -> Theatre:
    """Return the theatre with the nearby countries that a text is set in as well.

    It names them half as often as the theatre's own, or besides the country a town there or a place
    that is curated for a war there, which is one of ``others``.
    """
    own = sum(weight.named[code] for code in theatre.countries)
    named = [code for code in theatre.nearby if weight.named[code]]
    often = {code for code in named if weight.named[code] >= max(own / 2, 2)}
    text = "\n".join(weight.texts) if len(often) < len(named) else ""
    towns = count_towns(text)
    told = {code for code in named if towns.get(code, 0) >= _TOWN_THERE}
    for other in others:
        further = set(named).intersection(other.countries) - often - told
        if further and names_place_of(other, text, beside=theatre):
            told |= further
    reached = [code for code in named if code in often or code in told]
    return replace(theatre, countries=(*theatre.countries, *reached)) if reached else theatre


def _follow(rest: Sequence[str], words: Sequence[str]) -> bool:
    return len(rest) == len(words) and all(
        word in (due, due.upper()) for due, word in zip(rest, words, strict=True)
    )


def _parties(theatre: Theatre) -> frozenset[str]:
    """Return the codes of a theatre's own countries and of those that are its sides."""
    sides = {side.id for side in theatre.sides}
    return frozenset(
        (*theatre.countries, *(country.code for country in countries() if country.id in sides))
    )
