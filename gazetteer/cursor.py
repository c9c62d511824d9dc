"""Look at the words of a text: what every rule of the grammar needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from gazetteer import words
from gazetteer.phrases import Name
from gazetteer.tokens import Token

__all__ = ["ARTICLES", "CLOSING", "Cursor", "Phrases", "phrases"]

ARTICLES = frozenset(("the", "a", "an", "this", "that", "these", "those", "both", "all"))
CLOSING = frozenset((",", ".", ";", ")", "", "—", "–", ":"))
"""What stands after an apposition that is no member of a list."""


Phrases = Mapping[str, Sequence[tuple[str, ...]]]


def phrases(*texts: str) -> Phrases:
    """Group phrases by their first word, the longest first, to match them word by word."""
    cut = sorted((tuple(text.split()) for text in texts), key=len, reverse=True)
    return {phrase[0]: [other for other in cut if other[0] == phrase[0]] for phrase in cut}


class Cursor:
    """The words of one text and the names among them."""

    def __init__(self, text: str, tokens: Sequence[Token], names: Mapping[int, Name]) -> None:
        self.text, self.tokens, self.names = text, tokens, names
        self.lows, self.size = [token.low for token in tokens], len(tokens)

    def low(self, index: int) -> str:
        """Return the word in lower case, or nothing past the ends."""
        return self.lows[index] if 0 <= index < self.size else ""

    def slice(self, first: int, last: int) -> str:
        """Return the characters of tokens ``[first, last)``."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end]

    def match(self, at: int, phrases: Phrases) -> int:
        """Return the token after the longest of some phrases, 0 where none stands here."""
        for phrase in phrases.get(self.low(at), ()):
            if all(self.low(at + step) == word for step, word in enumerate(phrase)):
                return at + len(phrase)
        return 0

    def determiner(self, at: int) -> int:
        """Skip an article or what stands for one."""
        return at + (self.low(at) in words.DETERMINERS and at not in self.names)

    def adjectives(self, at: int) -> int:
        """Skip what colours a place without moving it: "strategic", "rebel-held", "Syrian"."""
        while at < len(self.tokens) and at not in self.names:
            if self.low(at + 1) == "-" and self.low(at + 2) in words.HELD_WORDS:
                at += 3
            elif self.kind(at)[1] > at + 1:
                return at
            elif self._is_adjective(at) or (
                self.low(at) == "," and self.low(at + 1) in words.ADJECTIVES
            ):
                at += 1
            else:
                return at
        return at

    def _is_adjective(self, at: int) -> bool:
        word = self.low(at)
        if word in ("border", "central"):
            return bool(self.kind(at + 1)[0])
        if word in words.PARTICIPLES and self.low(at - 1) not in words.BEFORE_ADJECTIVES:
            return False
        return word in words.ADJECTIVES or words.is_demonym(word)

    def kind(self, at: int) -> tuple[str, int]:
        """Read the word for a kind of feature: its plain form and the next token."""
        if at in self.names:
            return "", at
        two = f"{self.low(at)} {self.low(at + 1)}"
        if two in words.FEATURES and at + 1 not in self.names:
            return words.FEATURES[two], at + 2
        if self.low(at) in words.FEATURES:
            return words.FEATURES[self.low(at)], at + 1
        return "", at

    def is_plural(self, last: int) -> bool:
        """Tell whether the word for a kind that ends before token ``last`` is plural."""
        return self.low(last - 1) in words.PLURALS
