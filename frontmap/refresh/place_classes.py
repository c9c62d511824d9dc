"""Which place names and phrases belong to classes that a policy withholds."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claims.claim import Claim
    from gazetteer.entry import GazetteerEntry
    from gazetteer.place import PlaceExpression

__all__ = ["PlaceClasses", "fold", "folded_names"]

# "a hospital in the town of X", "X's hospital": the place of the words is X, and X alone is what a
# claim is placed at. Between other words and X something else is spoken of.
_LINK = (
    r"(?:(?: \S+){0,2} (?:in|of|at|near|inside|outside|on|around|by|to|for|serving)"
    r"(?: (?!(?:and|but|then|while|after|before|when|how|that|who|which)\b)\S+){0,4})? $"
)
_AFTER = r"^(?: s)?(?: (?!(?:and|but|then|to|toward|towards|from|with|in|near|while|as)\b)\S+)? "
_AROUND_CHARS = 90
_SENTENCE_END = re.compile(r"[.,;:!?\n]+(?=\s|$)")
_SIGNS = re.compile(r"[^a-z0-9]+")
_ARTICLES = frozenset("a an the of in at near al el".split())
_HEAD_CHARS = 4
# What is written together with the word after it: "and", "in", "to", "like", the article.
_CLITICS = {
    "ARABIC": "[\u0648\u0641]?[\u0628\u0644\u0643]?(?:\u0627\u0644|\u0644)?",
    "HEBREW": "[\u05d5\u05d1\u05dc\u05db\u05de\u05e9\u05d4]{0,3}",
}


@dataclass(frozen=True, slots=True)
class PlaceClasses:
    """The feature codes and the words of the classes that are withheld.

    >>> withheld = PlaceClasses.of(["hospitals"])
    >>> withheld.in_words("the northern hospitals of Aleppo"), withheld.in_words("Hama")
    (True, False)
    """

    codes: frozenset[str]
    words: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    heads: frozenset[str]
    known: dict[str, bool] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, names: Iterable[str], more: Iterable[str] = ()) -> PlaceClasses:
        """Return classes by their names in ``place_classes.toml``, and more words."""
        rows = [_rows()[name] for name in names]
        words = [word for row in rows for word in row["words"]] + list(more)
        pattern = "|".join(_pattern(word) for word in words) or r"(?!)"
        return cls(
            codes=frozenset(code for row in rows for code in row["codes"]),
            words=re.compile(pattern),
            before=re.compile(rf"(?:{pattern}){_LINK}"),
            after=re.compile(rf"{_AFTER}(?:{pattern})"),
            heads=frozenset(fold(word)[:_HEAD_CHARS].split(" ")[0] for word in words),
        )

    def in_words(self, text: str) -> bool:
        """Tell whether a name or phrase has one of the words."""
        # The same names come again and again, also among the candidates of a map.
        if text not in self.known:
            self.known[text] = self._found(self.words, fold(text))
        return self.known[text]

    def holds_entry(self, entry: GazetteerEntry) -> bool:
        """Tell whether a gazetteer entry is of one of the classes, by its code or a name."""
        return entry.feature_code in self.codes or any(
            self.in_words(toponym.text) for toponym in entry.toponyms
        )

    def holds_expression(self, place: PlaceExpression | None) -> bool:
        """Tell whether a place expression or what it lies in speaks of one of the classes."""
        return place is not None and (
            any(map(self.in_words, (place.text, place.feature_word, *place.heads)))
            or self.holds_expression(place.within)
        )

    def around(self, claim: Claim, text: str) -> bool:
        """Tell whether the words around a claim's place make it one: "a hospital in" this town.

        ``text`` is the report's; without it the quote is looked through.
        """
        if claim.place is None:
            return False
        start, end = _place_span(claim, text)
        if start < 0:
            return False
        source = text or claim.quote
        before = _SENTENCE_END.split(source[max(0, start - _AROUND_CHARS) : start])[-1]
        after = _SENTENCE_END.split(source[end : end + _AROUND_CHARS], maxsplit=1)[0]
        return self._found(self.before, f"{fold(before)} ") or self._found(
            self.after, f" {fold(after)}"
        )

    def _found(self, pattern: re.Pattern[str], folded: str) -> bool:
        """Search where a word begins like one of the class; the pattern has hundreds of words."""
        likely = not folded.isascii() or any(
            word[:n] in self.heads for word in folded.split() for n in range(1, _HEAD_CHARS + 1)
        )
        return likely and bool(pattern.search(folded))

    def names_in(self, texts: Iterable[str]) -> Iterator[str]:
        """Yield, folded, the texts that name one thing of a class; not "the hospital" alone."""
        for text in texts:
            folded = fold(text)
            rest = set(self.words.sub(" ", folded).split()) - _ARTICLES
            if rest and self.words.search(folded):
                yield folded


def _place_span(claim: Claim, text: str) -> tuple[int, int]:
    """Return where the words of a claim's place stand in a report, else in its quote; or -1."""
    if text and claim.place_span:
        return claim.place_span.start, claim.place_span.end
    words = claim.place.text if claim.place else ""
    start = text.find(words, claim.span.start) if text else claim.quote.find(words)
    return start, start + len(words)


def fold(text: str) -> str:
    """Return a text without case, accents and signs, its words apart by one space.

    >>> fold("l’Hôpital  Al-Shifa’s")
    'l hopital al shifa s'
    """
    if text.isascii():
        return _SIGNS.sub(" ", text.lower()).strip()
    parts = unicodedata.normalize("NFKD", text.casefold())
    return " ".join(parts.translate(_FOLDED).split())


class _Folded(dict[int, str | None]):
    """What is left of a character: nothing of marks above letters, a space of signs.

    A whole page has a hundred characters, each of them thousands of times.
    """

    def __missing__(self, code: int) -> str | None:
        character, kind = chr(code), unicodedata.category(chr(code))
        kept = character if character.isalnum() or kind == "Mc" else " "
        self[code] = None if kind in ("Mn", "Cf") else kept
        return self[code]


_FOLDED = _Folded()


def folded_names(entry: GazetteerEntry) -> Iterator[str]:
    """Yield every name of an entry, folded."""
    return (fold(toponym.text) for toponym in entry.toponyms)


def _pattern(word: str) -> str:
    folded = fold(word)
    inner = r" ".join(map(re.escape, folded.split()))
    left = r"(?<!\w)"
    if word.startswith("*"):
        # Burmese and Chinese put no spaces between words, so theirs are met anywhere.
        script = unicodedata.name(folded[0]).split(" ")[0]
        left = left + _CLITICS[script] if script in _CLITICS else ""
    return f"{left}{inner}" + (r"\w*" if word.endswith("*") else r"(?!\w)")


@cache
def _rows() -> dict[str, dict[str, list[str]]]:
    text = files("frontmap.refresh").joinpath("place_classes.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
