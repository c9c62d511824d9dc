"""Which names of a text are people: by title, first name, apposition or what they do."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from gazetteer.wording import namewords, words
from gazetteer.wording.tokens import Tokens

__all__ = ["People"]

_TITLES_IN_NAMES = frozenset("imam prince king queen sultan emir major marshal pope".split())
_PHRASE = 8  # words in which a speaker's noun goes on to its verb
_AFTER_NOUN = frozenset("that which who for of in from with on based run close".split())
_NAMESAKES = frozenset(("international", "memorial"))
_OWN = 3  # words back from X in "home town of X"
_OWNED = frozenset("home native birth ancestral".split())
_SEATS = frozenset("stronghold bastion foothold capital redoubt hideout hub heartland".split())


class People:
    """The words around the names of one text, as far as they tell of a person."""

    def __init__(self, tokens: Tokens, runs: Sequence[tuple[int, int]]) -> None:
        self.tokens = tokens
        self.runs = dict(runs)
        self.low = tokens.low
        self.people = self._family_names()

    def runs_at(self, at: int) -> list[tuple[int, int]]:
        """Return the run that covers a token: it starts at most six tokens before."""
        return [
            (start, self.runs[start])
            for start in range(at, max(-1, at - 7), -1)
            if start in self.runs and self.runs[start] > at
        ]

    def is_person(self, first: int, last: int) -> bool:
        """Tell whether the run around tokens ``[first, last)`` is a person or a group."""
        run = first, self.runs.get(first, 0)
        if run[1] < last:
            run = next((run for run in self.runs_at(first) if run[1] >= last), (first, last))
        if self.looks_like_person(*run) or self._is_described(last):
            return True
        alone = self.low[last - 1] in self.people
        return alone and not self._is_place_after(first, last)

    def _family_names(self) -> frozenset[str]:
        found = set()
        for first, last in self.runs.items():
            if last - first > 1 and self.looks_like_person(first, last):
                found.add(self.low[last - 1])
        return frozenset(found)

    def _is_place_after(self, first: int, last: int) -> bool:
        kind = last + (self.low[last] in _NAMESAKES)  # "Jan Roe International Airport"
        return (
            self.low[first - 1] in namewords.LOCATIVE
            or self.low[kind] in words.FEATURES
            or self.low[first] in words.PREFIX_FEATURES
            or self._is_called(first)
        )

    def _is_called(self, first: int) -> bool:
        """Tell "the village of X", however people are called, from "the home town of X"."""
        called = self.low[first - 1] == "of" and self.low[first - 2] in words.SETTLEMENTS
        return called and first > _OWN and self.low[first - _OWN] not in _OWNED

    def looks_like_person(self, first: int, last: int) -> bool:
        """Tell whether a run of names is a person: by what stands around it, or its first name."""
        before = self.low[first - 1]
        if before == "." and first > 1:
            before = self.low[first - 2]
        if self.low[first] in namewords.TITLES and last - first > 1:
            kind = (
                self.low[first - 2] in words.FEATURES or self.low[first - 2] in words.CENTRE_WORDS
            )
            placed = before in namewords.LOCATIVE or (before == "of" and kind)
            placed = placed or self._is_called_a_place(last)
            named = self.low[first] in _TITLES_IN_NAMES and placed
            return not (named or self.low[last] in words.FEATURES)
        if before in namewords.TITLES and not self.tokens.opens[first]:
            return True
        if self._is_place_after(first, last):
            return False
        if last - first > 1 and self.low[first] in namewords.GIVEN_NAMES:
            return True
        speaks = self.low[last] in namewords.SAYING_VERBS or before in ("said", "says")
        speaks = speaks or self.low[last] in namewords.HUMAN_VERBS
        return last - first > 1 and (speaks or self._is_titled(last))

    def _is_called_a_place(self, last: int) -> bool:
        """Tell whether an apposition says so: "Imam Oru, a (small) district north of Y"."""
        if self.low[last] != "," or self.low[last + 1] not in ("a", "an"):
            return False
        kind = last + 2 + (self.low[last + 2] not in words.FEATURES)
        return self.low[kind] in words.FEATURES

    def _is_titled(self, last: int) -> bool:
        """Tell "Jan Roe, a spokesman, said" from "out of Santa Brisa, a spokesman said"."""
        if self.low[last] != ",":
            return False
        title = last + 1 + (self.low[last + 1] not in namewords.TITLES)
        titled = self.low[title] in namewords.TITLES
        return titled and self.low[title + 1] not in namewords.SAYING_VERBS

    def _is_described(self, last: int) -> bool:
        """Tell whether an apposition says that the name is no place: "X, a mapping project,"."""
        last += self.low[last] in words.FEATURES
        if self.low[last] != "," or self.low[last + 1] not in ("a", "an", "the"):
            return False
        at = last + 2
        while at < last + 6 and self.low[at].isalpha() and self.low[at] not in _AFTER_NOUN:
            at += 1
        called = self.low[at - 1] in namewords.DESCRIBED and not self._noun_speaks(at)
        return called and not self._owns_ground(at)

    def _owns_ground(self, at: int) -> bool:
        """Tell whether a place is called somebody's: "X, the militia's main base"."""
        if self.low[at] != "'s":
            return False
        last = ""
        for word in self.low[at + 1 : at + 1 + _PHRASE]:
            if not word.isalpha() or word in _AFTER_NOUN:
                break
            last = word
        return last in words.FEATURES or last in _SEATS

    def _noun_speaks(self, at: int) -> bool:
        """Tell whether a noun goes on to speak: "rebels took X, a group of deserters [said]"."""
        behind = takewhile(lambda word: word[:1].isalpha(), self.low[at : at + _PHRASE])
        return not namewords.SAYING_VERBS.isdisjoint(behind)
