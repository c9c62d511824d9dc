"""Rules for roads with a number: "the M5", "RN4", "Highway 1"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import compress, count
from operator import not_

from gazetteer.place import Relation
from gazetteer.wording import namewords, words
from gazetteer.wording.named import NamedRules
from gazetteer.wording.phrases import Name, Phrase
from gazetteer.wording.tokens import Tokens

__all__ = ["NumberedRoadRules"]

_CODE = re.compile(words.CODE_LETTERS)
_NUMBERED = re.compile(r"[^\x00-\x2f\x3a-\x7f]")  # a digit; without any no road has a number
_OF_ROADS = re.compile(r"(?:RN|[NRAMEDPH])-?\d{1,3}")


class NumberedRoadRules(NamedRules):
    """Roads that are told by a number."""

    def __init__(self, text: str, tokens: Tokens, names: Mapping[int, Name]) -> None:
        super().__init__(text, tokens, names)
        self.codes = self._codes() if _NUMBERED.search(text) else frozenset[int]()

    def _codes(self) -> frozenset[int]:
        """Return where numbers of roads stand: "M5", "M-5", "60" after "Highway"."""
        plain = self.tokens.text[: self.size]
        numbers = [*compress(count(), map(not_, map(str.isalpha, plain)))]
        starts = {*numbers, *(at - 2 for at in numbers if at > 1)}
        return frozenset(filter(self._is_code, starts))

    def leads_along(self, at: int) -> bool:
        """Tell "a convoy on RN4" from "attacks on M23"."""
        along = self.low[at - 1] == "along" or self.low[at - 1] == "on"
        aimed = self.low[at - 2] in namewords.TARGETING
        return along and not aimed and bool(_OF_ROADS.fullmatch(self.tokens.text[at]))

    def _is_code(self, at: int) -> bool:
        if self.low[at].isdigit():
            return self.low[at - 1] in words.ROAD_WORDS
        if not self.tokens.capital[at]:
            return False
        if self.tokens.text[at].isalpha() and self.low[at + 1] != "-":
            return False
        if _CODE.fullmatch(self.tokens.text[at]):
            return True
        return at + 2 < self.size and bool(
            self.tokens.glued[at + 2] and _CODE.fullmatch(self.slice(at, at + 3))
        )

    def coded(self, start: int, first: int, last: int, kind: str) -> Phrase:
        """Make the phrase of a number, which is a name with the word for a road before it."""
        stop = last
        while words.ROAD_WORDS.get(self.low[stop - 1]) or self.low[stop - 1] in words.ADJECTIVES:
            stop -= 1
        head = self.slice(first, stop)
        if head.isdigit():
            head = self.slice(first - 1, stop)
        name = Name(first=first, last=stop, text=head, known=False)
        return Phrase(first=start, last=last, names=(name,), heads=(head,),
                      relation=Relation.ALONG, feature=kind or "road")  # fmt: skip
