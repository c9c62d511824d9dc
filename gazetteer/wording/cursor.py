"""Look at the words of a text: what every rule of the grammar needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from gazetteer.place import Relation
from gazetteer.states import DEMONYMS
from gazetteer.wording import lengths, powerwords, words
from gazetteer.wording.phrases import Name
from gazetteer.wording.tokens import Tokens, visible

__all__ = [
    "ARTICLES",
    "CLOSING",
    "HOLDS",
    "MIDDLES",
    "UNLISTED_BEHIND",
    "Cursor",
    "Phrases",
    "phrases",
]

ARTICLES = frozenset(("the", "a", "an", "this", "that", "these", "those", "both", "all"))
CLOSING = frozenset((",", ".", ";", ")", "(", "", "\n", "—", "–", ":"))
"""What stands after an apposition that is no member of a list."""

UNLISTED_BEHIND = frozenset(("the", "a", "an"))
"""Between these and the noun of a place any word may stand: "the oil town of X"."""
_GOVERNED = "local government"
_ENDS = frozenset("from between linking connecting joining".split())
_DEGREES = frozenset("once still now long very most less more".split())
HOLDS = frozenset(("stronghold", "bastion"))
MIDDLES = frozenset("heart centre center middle downtown".split())
# What has a rule of its own behind an article.
_LISTED = (
    words.OUTSKIRTS_WORDS | words.SECTION_WORDS | words.SHORES | words.QUANTIFIERS | words.EXACTLY
    | frozenset((*words.DIRECTIONS, *words.AREA_NOUNS, *words.BORDER_WORDS))
)  # fmt: skip
# "X falls to the rebels", "X Falls: ..." in a headline tell what befell X; no waterfall is meant.
_BEFALLING = frozenset(("to", "into", "under", "after", "as", "without", ":"))
_HYPHENS = frozenset("-‑")
_UNITS = frozenset(lengths.UNITS_KM)
# No other word is an adjective, or starts one.
_SHARES = frozenset(("third", "fourth", "fifth"))
_KINDS_TOO = frozenset(("market", "bazaar"))  # "garrison" is rather who stands there
_COLOURS = words.ADJECTIVES | DEMONYMS | {"border", "frontier", "central", "pro", "anti", ","}

Phrases = Mapping[str, Sequence[list[str]]]


def phrases(*texts: str) -> Phrases:
    """Return what stands behind the first word of phrases, by that word and the longest first."""
    found: dict[str, list[list[str]]] = {}
    for first, *rest in sorted((text.split() for text in texts), key=len, reverse=True):
        found.setdefault(first, []).append(rest)
    return found


class Cursor:
    """The words of one text and the names among them.

    ``low[at]`` is a word in lower case, or nothing past the ends. What many rules ask of the
    same word is kept: words and names of a cursor never change.
    """

    def __init__(self, text: str, tokens: Tokens, names: Mapping[int, Name]) -> None:
        self.text, self.tokens, self.names, self.size = text, tokens, names, tokens.size
        self.low = tokens.low
        self.spoken = frozenset(tokens.low[: tokens.size])
        self._kinds: dict[int, tuple[str, int]] = {}
        self._plain: dict[int, int] = {}
        self._led: dict[int, int] = {}

    @cached_property
    def units(self) -> list[int]:
        """Where words for units of length stand."""
        if _UNITS.isdisjoint(self.spoken):
            return []
        return [at for at, word in enumerate(self.low[: self.size]) if word in _UNITS]

    def verbatim(self, first: int, last: int) -> str:
        """Return the characters of tokens ``[first, last)`` as they stand."""
        return self.text[self.tokens.start[first] : self.tokens.end[last - 1]]

    def slice(self, first: int, last: int) -> str:
        """Return the characters of tokens ``[first, last)`` that can be seen."""
        return visible(self.verbatim(first, last))

    def match(self, at: int, phrases: Phrases) -> int:
        """Return the token after the longest of some phrases, 0 where none stands here."""
        for rest in phrases.get(self.low[at], ()):
            last = at + 1 + len(rest)
            if self.tokens.low[at + 1 : last] == rest:
                return last
        return 0

    def determiner(self, at: int) -> int:
        """Skip an article or what stands for one."""
        return at + (self.low[at] in words.DETERMINERS and at not in self.names)

    def lead(self, at: int) -> int:
        """Skip an article and adjectives, with which most places that are no bare name open."""
        last = self._led.get(at)
        if last is None:
            last = self.adjectives(self.determiner(at))
            if self.low[at] in UNLISTED_BEHIND and at not in self.names:
                last = self._behind_unlisted(last)
            self._led[at] = last
        return last

    def _behind_unlisted(self, at: int) -> int:
        """Skip a word that no list holds where a place is named behind it: "the oil town of X".

        Whatever stands between an article and its noun colours the noun.
        """
        last = self._behind_word(at)
        if last == at or self._names_place(last):
            return last
        degree = self.low[at].endswith("ly") or self.low[at] in _DEGREES
        last = self._behind_word(at + 1) if degree else at  # "the once quiet town of X"
        return last if last > at + 1 and self._names_place(last) else at

    def _behind_word(self, at: int) -> int:
        """Return the token behind a word of no list and the adjectives that follow it."""
        word, last = self.low[at], at + 1
        if at in self.names or self.tokens.capital[at] or not word.isalpha() or word in _LISTED:
            return at
        if self.kind(at)[0]:
            return at
        while self.low[last] in _HYPHENS and self.tokens.glued[last]:
            last += 2  # "the gold-mining town of X"
        return self.adjectives(last)

    def _names_place(self, at: int) -> bool:
        """Tell whether a noun leads to the name of its place: "town of X", "road from X to Y"."""
        if self.low[at] == "of" and self.low[at - 1] in HOLDS:
            return True
        while self.low[at] in words.DIRECTIONS:
            at += 1
        if self.low[at] in words.ROAD_WORDS:
            return self.low[at + 1] in _ENDS
        kind, last = self.kind(at)
        part = self.low[at] in words.OUTSKIRTS_WORDS or self.low[at] in MIDDLES
        last = last if kind else at + 1
        return self.low[last] == "of" and (part or bool(kind and not self.is_plural(last)))

    def adjectives(self, at: int) -> int:
        """Skip what colours a place without moving it: "strategic", "rebel-held", "Syrian"."""
        last = self._plain.get(at)
        if last is not None:
            return last
        passed = [at]
        while at < self.size and at not in self.names:
            last = self._after_adjectives(at)
            if last == at:
                break
            at = last
            passed.append(at)
        # All of them end here, so that a thousand adjectives in a row are read once.
        self._plain.update(dict.fromkeys(passed, at))
        return at

    def _after_adjectives(self, at: int) -> int:
        """Return the token after one adjective, ``at`` where none stands."""
        word = self.low[at]
        if self.low[at + 1] == "-" and self.low[at + 2] in words.HELD_WORDS:
            return at + 3
        if word in words.SORTS:
            return at + (self.kind(at + 1)[0] in words.KEPT_IN_NAME)
        alone = word in _KINDS_TOO and not self.kind(at + 1)[0]  # "the market", no "market town"
        share = word in _SHARES and self.low[at + 1] == "of"  # "a third of X", no "third city"
        if alone or share or word not in _COLOURS:
            return at
        if word in ("central", "pro", "anti") and self._is_prefix(at):
            return at + 2
        if self.kind(at)[1] > at + 1:
            return at
        joint = word == "," and self.low[at + 1] in words.ADJECTIVES
        return at + (joint or self._is_adjective(at))

    def _is_prefix(self, at: int) -> bool:
        """Tell whether a word is joined to an adjective: "central-western", "pro-Russian"."""
        after = self.low[at + 2]
        return self.low[at + 1] == "-" and (after in words.DIRECTIONS or words.is_demonym(after))

    def _is_adjective(self, at: int) -> bool:
        word = self.low[at]
        if word in ("border", "frontier", "central"):
            return bool(self.kind(at + 1)[0])
        before = self.low[at - 1]
        if word in words.PARTICIPLES and before not in words.BEFORE_ADJECTIVES:
            return False
        if word in words.TAKEN and before == "and":
            return False  # "pushed on and captured X", though "in X and occupied Y"
        return word in words.ADJECTIVES or words.is_demonym(word)

    def kind(self, at: int) -> tuple[str, int]:
        """Read the word for a kind of feature: its plain form and the next token."""
        found = self._kinds.get(at)
        if found is None:
            found = self._kinds[at] = self._kind(at)
        return found

    def _kind(self, at: int) -> tuple[str, int]:
        word = self.low[at]
        if at in self.names or word not in words.FEATURE_OPENERS or self._tells(at, word):
            return "", at
        two = f"{word} {self.low[at + 1]}"
        if two == _GOVERNED:  # "X Local Government Area", and no "X local government officials"
            area = self.low[at + 2] in ("area", "areas")
            return (words.FEATURES[two], at + 3) if area else ("", at)
        if two in words.FEATURES and at + 1 not in self.names:
            return words.FEATURES[two], at + 2
        if word in words.FEATURES:
            return words.FEATURES[word], at + 1
        return "", at

    def _tells(self, at: int, word: str) -> bool:
        """Tell whether a word for a kind is none here: "X falls to the rebels", "state radio"."""
        if word == "state":
            run = self.low[at + 1] in _HYPHENS and self.tokens.glued[at + 1]  # "state-run"
            return run or self.low[at + 1] in powerwords.STATE_MEDIA
        lower = word == "falls" and not self.tokens.capital[at]
        return lower or (word == "falls" and self.low[at + 1] in _BEFALLING)

    def is_plural(self, last: int) -> bool:
        """Tell whether the word for a kind that ends before token ``last`` is plural."""
        return self.low[last - 1] in words.PLURALS

    def lists_names(self, start: int, at: int) -> bool:
        """Tell whether names follow at once: "the towns X, Y and Z"."""
        name = self.names.get(at) if self.low[start] == "the" else None
        return name is not None and name.known and self.low[name.last] in (",", "and")

    def is_section(self, at: int) -> bool:
        """Tell whether a word is for part of a place: "third", but no "third-largest city"."""
        counts = self.low[at] == "third" and (
            self.low[at + 1] == "-" or self.adjectives(at + 1) > at + 1 or self.kind(at + 1)[0]
        )
        return self.low[at] in words.SECTION_WORDS and not counts

    def part_word(self, at: int, *, bare: bool) -> tuple[Relation, str, int] | None:
        """Read the word for a part of a place: relation, kind of part, next token."""
        word, kind, last = self.low[at], *self.kind(at)
        found: tuple[Relation, str, int] | None = None
        if at in self.names:
            return found
        if word in words.OUTSKIRTS_WORDS:
            found = Relation.OUTSKIRTS, "", at + 1
        elif word in words.RURAL_WORDS:
            found = Relation.PART, "countryside", at + 1 + (self.low[at + 1] in ("area", "areas"))
        elif kind == "old city" and not bare:
            found = Relation.PART, kind, last
        elif kind == "centre" or word in MIDDLES:
            found = Relation.PART, "centre", max(last, at + 1)
        elif word in words.AREA_NOUNS:
            found = Relation.NEAR if bare else Relation.PART, words.AREA_NOUNS[word], at + 1
        elif not bare and (self.is_section(at) or word in words.SHORES):
            found = Relation.PART, "", at + 1
        return found
