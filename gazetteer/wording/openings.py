"""Where in a text a place expression can start.

That is before a name or a word for a place, as far back as words of the grammar stand without gap.
"""

from __future__ import annotations

from itertools import compress

from gazetteer.states import COUNTRY_OF, DEMONYMS
from gazetteer.wording import lengths, words
from gazetteer.wording.cursor import ARTICLES, HOLDS, UNLISTED_BEHIND
from gazetteer.wording.measures import ABBREVIATED, OPENS_DISTANCE
from gazetteer.wording.related import GATES, INNER, RelatedRules
from gazetteer.wording.roads import PAVED
from gazetteer.wording.tokens import HYPHENS

__all__ = ["OpeningRules"]

_UNLISTED = 3  # words between an article and its noun, the first of which no list holds
_DIGITS = frozenset("0123456789")
_OPENERS = words.OPENERS | DEMONYMS | {"to"}
# What every expression holds: a name or one of these. A bracket may hold whatever it likes.
_GROUND = (
    frozenset(words.FEATURES) | words.OUTSKIRTS_WORDS | words.RURAL_WORDS | words.CENTRE_WORDS
    | words.SECTION_WORDS | words.SHORES
    | frozenset((*words.ROAD_WORDS, *words.BORDER_WORDS, *words.AREA_NOUNS))
    | frozenset("land terrain ground territory territories point position positions localities "
                "place places communities front line contact triangle middle (".split())
)  # fmt: skip
# These open one before few words only: "in the north of X", "in and around X", "on the way to X".
_BEFORE_FEW = {
    "in": ARTICLES
    | frozenset("and between direction far extreme very central excess".split())
    | frozenset(words.DIRECTIONS)
    | OPENS_DISTANCE,
    "on": GATES | {"the", "very"},
}
_FIRST = frozenset(kind.split()[0] for kind in words.FEATURES if " " in kind)  # "air base"
# What may stand before that.
_PASSED = (
    INNER | DEMONYMS | words.DETERMINERS | words.ADJECTIVES | words.PARTICIPLES | words.HELD_WORDS
    | words.QUANTIFIERS | words.SIDES | words.SORTS | words.EXACTLY | PAVED
    | frozenset((*words.DIRECTIONS, *lengths.UNITS_KM))
    | frozenset(wind.lower() for wind in ABBREVIATED)
    | frozenset(word for people in COUNTRY_OF for word in people.split())
    | frozenset("between pro anti from of off and or odd so plus ish nautical sea gate gates "
                "doorstep doorsteps threshold very extreme supply further farther away out deep "
                "distant outside inland short as the crow flies straight by road air up down coast "
                "downstream upstream - – — ‑ , / & ) '".split())
)  # fmt: skip


class OpeningRules(RelatedRules):
    """The words at which reading starts."""

    def openings(self) -> list[int]:
        """Return the tokens at which a place expression can start at all, in order."""
        low, capital = self.tokens.low, self.tokens.capital
        codes = (at for at in self.codes if capital[at] or low[at][0] in _DIGITS)
        named = {*self.names, *codes}
        grounds = {*compress(range(self.size), map(_GROUND.__contains__, low))}
        grounds |= named | self._doubles()
        found = []
        for ground in grounds:
            at = ground
            while True:
                if at in named or low[at][0] in _DIGITS or self._opens(at):
                    found.append(at)
                at -= 1
                if at < 0 or at in grounds:
                    break
                if not self._passes(at):
                    if ground not in named or low[at + 1] in HOLDS:
                        found += self._article_before(at)
                    break
        return sorted(found)

    def _article_before(self, at: int) -> list[int]:
        """Return where the article of "the (once quiet) oil town of X" stands, if one does."""
        low, capital = self.tokens.low, self.tokens.capital
        for word in range(at, max(0, at - _UNLISTED), -1):
            if capital[word] or not low[word].isalpha():
                break
            if low[word - 1] in UNLISTED_BEHIND:
                return [word - 1]
        return []

    def _doubles(self) -> set[int]:
        """Return where kinds of two words stand: "air base"."""
        low = self.low
        if _FIRST.isdisjoint(self.spoken):
            return set()
        firsts = compress(range(self.size), map(_FIRST.__contains__, low))
        return {at for at in firsts if f"{low[at]} {low[at + 1]}" in words.FEATURES}

    def _opens(self, at: int) -> bool:
        word = self.low[at]
        if word not in _BEFORE_FEW:
            return word in _OPENERS or self._is_holder(at)
        after = self.low[at + 1]
        return after in _BEFORE_FEW[word] or after[:1].isdigit()

    def _is_holder(self, at: int) -> bool:
        """Tell whether a word says who holds what follows, whoever it is: "guerrilla-held X"."""
        return self.low[at + 1] in HYPHENS and self.low[at + 2] in words.HELD_WORDS

    def _passes(self, at: int) -> bool:
        word = self.low[at]
        return word in _PASSED or word[0] in _DIGITS or self._is_joined(at)

    def _is_joined(self, at: int) -> bool:
        """Tell whether a hyphen joins a word to another: "rebel-held", "pro-government"."""
        return self.low[at + 1] in HYPHENS or self.low[at - 1] in HYPHENS
