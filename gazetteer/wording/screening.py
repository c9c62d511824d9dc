"""Which names of a text are no places: people, organisations, governments, datelines.

Rules over the words around a name, without any statistics. A name that a locative word introduces
is kept even where its words could mean a person.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from gazetteer.spellings.english import is_ordinary
from gazetteer.states import COUNTRY_OF
from gazetteer.wording import namewords, powerwords, words
from gazetteer.wording.agents import Agents
from gazetteer.wording.numbered import NUMBERED, is_numeral
from gazetteer.wording.tokens import Tokens

__all__ = ["Screen", "dateline_spans"]

_AGENCY = r"\([A-Z][^()\n]{1,40}\)"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s+\d{1,2}"
_PLACE = r"[^\W\d_][\w.'’/-]*(?:[ ,]+[^\W\d_][\w.'’/-]*){0,5}"
_DATELINE = re.compile(
    rf"^[ \t\"“]*(?P<place>{_PLACE}),?\s*"
    rf"(?:,\s*{_MONTH}(?:,\s*\d{{4}})?\s*(?:{_AGENCY})?|{_AGENCY})"
    r"\s*(?:—|–|--|-|:)\s",
    re.MULTILINE,
)
_AFLOAT = frozenset("in off at near around outside of to from through across over into".split())
_TOLD_OF_A_SHIP = 9  # words of "U.S.-flagged Kuwaiti oil tanker"
_SENT = re.compile(r"[—–:-]\s")  # what closes each of them; most sentences have none
_SHOUTED = re.compile(
    r"^[ \t\"“]*(?P<place>[A-Z][A-Z.'’ /-]{2,40}(?:,\s+[A-Z][\w. ]{1,30})?)\s+(?:—|–|--|-)\s",
    re.MULTILINE,
)


def dateline_spans(text: str) -> list[tuple[int, int]]:
    """Find the places from which reports are sent: "KYIV, March 3 (Reuters) -"."""
    if not _SENT.search(text):
        return []
    found = [match.span("place") for match in _DATELINE.finditer(text)]
    return found + [match.span("place") for match in _SHOUTED.finditer(text)]


class Screen(Agents):
    """The words around the names of one text."""

    def __init__(
        self,
        tokens: Tokens,
        runs: Sequence[tuple[int, int]],
        blocked: Sequence[tuple[int, int]],
    ) -> None:
        super().__init__(tokens, runs)
        self.blocked = {at for first, last in blocked for at in range(first, last)}

    def rejects(self, first: int, last: int) -> bool:
        """Tell whether tokens ``[first, last)`` name no place."""
        return (
            not self.blocked.isdisjoint(range(first, last))
            or self._is_ordinary(first, last)
            or self._is_organisation(first, last)
            or self._is_credit(first)
            or self._is_inside_a_shout(first, last)
            or self.is_person(first, last)
            or self.is_agent(first, last)
        )

    def _after_list(self, last: int) -> int:
        """Return the token after "A, B and C", where B and C are none of those who fight.

        In "left X and ABC troops moved in" they are, and X is no owner beside them.
        """
        at = super()._after_list(last)
        return last if not self.blocked.isdisjoint(range(last, at)) else at

    def _is_ordinary(self, first: int, last: int) -> bool:
        plain = self.tokens.low[first:last]
        if self.low[last] == "province" and words.DIRECTIONS.keys() >= {*plain}:
            return not self.tokens.capital[first]  # "in Northern province"
        if len(plain) > 1:
            # "On Jan" of "On Jan. 8" sounds like a village.
            plainly = all(word in namewords.NOT_NAMES for word in plain)
            # A day or month before what places are called: "Mon State", "May Township".
            plainly &= not (plain[0] in namewords.CALENDAR and plain[-1] in words.FEATURES)
            return plainly or " ".join(plain) in words.FEATURES
        word = plain[0]
        return (
            word in namewords.NOT_NAMES
            or (words.is_demonym(word) and not self._is_their_land(first))
            or word in namewords.INSTITUTIONS
            or word in namewords.TITLES
            or word in words.FEATURES
            or not self.tokens.capital[first]
        )

    def _is_their_land(self, first: int) -> bool:
        """Tell whether a province is called after a people: "Shan State", "the region of Afar"."""
        of = self.low[first - 1] == "of" and self.low[first - 2] in _LANDS
        return (of or self.low[first + 1] in _LANDS) and self.low[first] not in COUNTRY_OF

    def _is_organisation(self, first: int, last: int) -> bool:
        """Tell whether a word of an organisation stands in the name or right after it."""
        # "Masisi-Centre" is a town, "the Masisi Centre" none.
        told = namewords.ORGANISATION_WORDS.intersection(self.low[first:last])
        numbered = self.low[first] in NUMBERED and is_numeral(self.low[last - 1])  # "Post 12"
        if (
            told
            and not numbered
            and any(self.low[at] in told and self.low[at - 1] != "-" for at in range(first, last))
        ):
            return True
        if self.low[first - 1] == "operation" and self.tokens.capital[first - 1]:
            return True  # "in the zone of Operation X"
        if self.low[first - 1] in namewords.VESSELS or self.low[first] in namewords.VESSELS:
            return True
        if self.low[last] == "hands" or self._is_a_vessel(first, last):
            return True  # "in X hands", where X is a people
        # "The Maru Army camp"
        post = self.low[last] in powerwords.ARMED_NOUNS and self.low[last + 1] in words.FEATURES
        if post or self.low[last] not in namewords.ORGANISATION_WORDS:
            return False
        return self.tokens.capital[last] and not self.tokens.opens[last]

    def _is_a_vessel(self, first: int, last: int) -> bool:
        """Tell whether a name is set off beside what it is of: "their own destroyer, the X".

        So is that of "the X, a Norwegian tanker."; "X, a tanker port" is none.
        """
        at = first - 1 - (self.low[first - 1] == "the")
        if self.low[at] == "," and self.low[at - 1] in namewords.VESSELS:
            return True
        # "Off Aden, a tanker was hit" and "in the Volga, a boat sank" name where ships were
        if self.low[first - 1] != "the" or self.low[first - 2] in _AFLOAT:
            return False
        while self.tokens.capital[last]:  # "the Oru City, a tanker"
            last += 1
        if self.low[last] != "," or self.low[last + 1] not in ("a", "an", "another", "the"):
            return False
        told = self.low[last + 2 : last + 2 + _TOLD_OF_A_SHIP]
        kind = next((n for n, word in enumerate(told) if word in namewords.VESSELS), None)
        ended = namewords.ENDS_A_NOUN.intersection(told[:kind]) - {"."}  # "a U.S.-flagged tanker"
        if kind is None or ended:
            return False
        return self.low[last + 3 + kind] in namewords.ENDS_A_NOUN

    def _is_credit(self, first: int) -> bool:
        """Tell whether an outlet or a writer is named: "Source: X", or "(X)" after a sentence."""
        label = first - 1 - (self.low[first - 1] == "the")
        if self.low[label] == ":" and self.low[label - 1] in namewords.CREDITS:
            return True
        if self.low[label] in namewords.CREDITS and self.tokens.opens[label]:
            return self.tokens.capital[label]
        if "(" not in self.low[max(0, first - 6) : first]:
            return False
        start = next((at for at in range(first - 1, max(-1, first - 7), -1)
                      if self.low[at] == "(" or not self._in_credit(at)), -1)  # fmt: skip
        return self.low[start] == "(" and start >= 0 and self.low[start - 1] in _SENTENCE_ENDS

    def _in_credit(self, at: int) -> bool:
        return self.tokens.capital[at] or self.low[at] in ("the", "via", "of", "and", "-", "!", "&")

    def _is_inside_a_shout(self, first: int, last: int) -> bool:
        """Tell whether a name in capitals is a part of a longer one that is no place.

        In a text in capitals nothing shows where a name ends, so a neighbour must be a plain word.
        """
        if not (self.tokens.loud[first] and self.tokens.text[first].isupper()):
            return False
        if self.low[first - 1] in namewords.LOCATIVE:
            return False
        return any(self._is_rare(at) for at in (first - 1, last))

    def _is_rare(self, at: int) -> bool:
        word = self.low[at]
        if not word.isalpha() or word in namewords.NOT_NAMES or word in words.FEATURES:
            return False
        return not (is_ordinary(word) or word in namewords.CAPTURE_VERBS)


_LANDS = frozenset(("region", "state", "province"))
_SENTENCE_ENDS = frozenset(". ) \" ” ! ? ] '".split()) | {"", "\n"}
