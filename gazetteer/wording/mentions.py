"""Place expressions in running text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from gazetteer.place import PlaceExpression, Relation
from gazetteer.states import CAPITALS, COUNTRIES
from gazetteer.wording import namewords, words
from gazetteer.wording.grammar import Grammar
from gazetteer.wording.introduced import called_kind, is_introduced
from gazetteer.wording.listed import as_told, leads_to
from gazetteer.wording.may_be_places import find_names
from gazetteer.wording.phrases import Name, Phrase, with_holders
from gazetteer.wording.roads import SPANS
from gazetteer.wording.screening import dateline_spans
from gazetteer.wording.tokens import spans_to_tokens, tokenise

__all__ = ["Mention", "Searched", "find_in_each", "find_mentions"]

Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A place expression in a text.

    Parameters
    ----------
    start, end
        Characters ``[start, end)`` of the text.
    expression
        The same, taken apart. Without heads it points back: "the city", "nearby regions".
    head_span
        Where the first head stands, None without heads.
    known
        Whether the gazetteer knows every head. A name that mixes scripts within a word, such as a
        Latin one with a Cyrillic letter, is never known.
    """

    start: int
    end: int
    expression: PlaceExpression
    head_span: Span | None
    known: bool


class Searched(NamedTuple):
    """A text to find mentions in; ``told`` are names that are places by what is told of them."""

    text: str
    known_spans: Sequence[Span]
    blocked: Sequence[Span] = ()
    offset: int = 0
    told: Sequence[Span] = ()


def find_mentions(
    text: str, *, known_spans: Iterable[Span], blocked: Iterable[Span] = (), offset: int = 0
) -> tuple[Mention, ...]:
    """Find the place expressions of a sentence or a whole report, in order and without overlap.

    Parameters
    ----------
    known_spans
        Characters ``[start, end)`` of names that the gazetteer knows; they may overlap. This is the
        seam for other recognisers: whatever gives spans for a text, a statistical one as well, may
        add its own to those of ``Gazetteer.spans``. The rules judge them all alike.
    blocked
        Spans of actors, sources and people: no place is read from them.
    offset
        Where the text starts in a longer one: mentions count from the start of that.

    Notes
    -----
    A name that the gazetteer does not know becomes a mention only where the words around it say
    that a place is meant ("near X", "the village of X", "captured X"). Members of a list become one
    mention each and carry the relation, direction and kind that the list shares.

    Examples
    --------
    >>> text = "Rebels entered the towns of Morek and Suran."
    >>> found = find_mentions(text, known_spans=[(28, 33), (38, 43)])
    >>> [(text[m.start : m.end], m.expression.feature_word) for m in found]
    [('the towns of Morek', 'town'), ('Suran', 'town')]
    """
    return find_in_each([Searched(text, [*known_spans], [*blocked], offset)])[0]


def find_in_each(texts: Sequence[Searched]) -> list[tuple[Mention, ...]]:
    """Find the place expressions of each text by itself.

    One step is taken in all of them before the next: rules run faster while they are fresh in
    memory.
    """
    tokens = [tokenise(of.text) for of in texts]
    stops = [
        spans_to_tokens(words, [*of.blocked, *dateline_spans(of.text)])
        for of, words in zip(texts, tokens, strict=True)
    ]
    names = [
        find_names(
            of.text,
            words,
            spans_to_tokens(words, of.known_spans),
            stop,
            spans_to_tokens(words, of.told),
        )
        for of, words, stop in zip(texts, tokens, stops, strict=True)
    ]
    readers = [
        _Reader(Grammar(of.text, words, known), {at for span in stop for at in range(*span)})
        for of, words, known, stop in zip(texts, tokens, names, stops, strict=True)
    ]
    phrases = [reader.phrases() for reader in readers]
    return [
        tuple(reader.mention(phrase, of.offset) for phrase in found)
        for of, reader, found in zip(texts, readers, phrases, strict=True)
    ]


class _Reader:
    """Walk over a text from left to right and keep what is a place."""

    def __init__(self, grammar: Grammar, blocked: set[int]) -> None:
        self.grammar, self.tokens, self.low = grammar, grammar.tokens, grammar.low
        self.blocked = blocked

    def mention(self, phrase: Phrase, offset: int) -> Mention:
        head = phrase.names[0] if phrase.names else None
        start, end = self._span(phrase, offset)
        return Mention(
            start=start,
            end=end,
            expression=self.grammar.expression(phrase),
            head_span=self._span(head, offset) if head else None,
            known=bool(phrase.names) and all(name.known for name in phrase.names),
        )

    def _span(self, of: Phrase | Name, offset: int) -> Span:
        return self.tokens.start[of.first] + offset, self.tokens.end[of.last - 1] + offset

    def phrases(self) -> list[Phrase]:
        """Read every phrase of the text."""
        found: list[Phrase] = []
        last = 0
        for at in self.grammar.openings():
            if at >= last and at not in self.blocked:
                several = self._at(at)
                if several and self.blocked:
                    several = [phrase for phrase in several if not self._is_blocked(phrase)]
                if several:
                    found += several
                    last = max([phrase.last for phrase in several])
        return found

    def _is_blocked(self, phrase: Phrase) -> bool:
        """Tell whether a name is taken: "fell to the M23" is a force that looks like a road."""
        return any(
            at in self.blocked for name in phrase.names for at in range(name.first, name.last)
        )

    def _at(self, at: int) -> list[Phrase]:
        first = self.grammar.bare(at)
        if first is None:
            return []
        listed = self._list(first)
        listed[-1] = self.grammar.held(listed[-1], sure=self._is_place(listed[-1]))
        evident = any(self._is_place(phrase) for phrase in listed)
        return self._beside(with_holders(listed)) if evident else []

    def _beside(self, listed: list[Phrase]) -> list[Phrase]:
        """Let names that nobody knows lie where a list ends: "the villages of X and Y, near Z"."""
        unknown = [p for p in listed if not (p.within or all(name.known for name in p.names))]
        if len(listed) < 2 or not unknown or listed[-1].within:
            return listed
        outer = self.grammar.lying_beside(listed[-1])
        return (
            [p._replace(within=outer) if p in unknown else p for p in listed] if outer else listed
        )

    def _list(self, first: Phrase) -> list[Phrase]:
        """Read the further members of "A, B and C provinces"; at least the first comes back."""
        items, last_word = [first], ""
        while len(items) < _MOST_LISTED and first.heads and first.relation is not Relation.BETWEEN:
            if self.low[items[-1].last] == "(":
                items[-1] = self.grammar.bracketed(items[-1])
            at, word = self._joint(items[-1].last)
            item = self._member(at, first, word) if word else None
            later = self._later(items[-1].last) if item is None else 0
            if later and (item := self.grammar.named(later)):
                item, word = (item if self._ends(item.last) else None), "and"
            if item is None or self.grammar.goes_on(item):
                # "X, Y and others": the list is one although its last member is no place.
                last_word = word if len(items) > 1 else last_word
                break
            if word == "," and not first.plural and self._is_holder(item, items[-1]):
                break
            items.append(item)
            last_word = word
            if word != ",":
                break
        # Without a closing "and", commas are appositions and no list.
        if last_word in ("", ",") and not self._is_bare_list(items):
            return [first]
        return as_told(items, leads=leads_to(items, self.low))

    def _member(self, at: int, first: Phrase, word: str) -> Phrase | None:
        """Read a further member; "near X and the town of Y." is near both, "in X" and in it."""
        shares = first.shares and first.relation in _SHARED and word == "and"
        item = self.grammar.kind_of(at) if shares else None
        return item if item and self._ends(item.last) else self.grammar.named(at)

    def _is_bare_list(self, items: list[Phrase]) -> bool:
        """Tell whether three names or more fill a line behind a colon: "Under siege: A, B, C"."""
        plain = len(items) > 2 and not any(item.feature for item in items[1:])
        led = plain and self.low[items[0].names[0].first - 1] == ":"
        return led and self.low[items[-1].last] in ("", ".", "\n")

    def _is_holder(self, item: Phrase, before: Phrase) -> bool:
        """Tell the apposition "X, Y Oblast, and ..." from a list; so "X district, Y province"."""
        if item.plural or item.feature not in words.DISTRICTS:
            return False
        held = before.feature not in words.DISTRICTS
        return held or (item.feature in words.PROVINCES and before.feature not in words.PROVINCES)

    def _joint(self, at: int) -> tuple[int, str]:
        """Return the token after a comma or "and", and which of them it was."""
        if self.low[at] == "," and self.low[at + 1] in ("and", "or", "&"):
            return at + 2, "and"
        if self.low[at] in ("and", "or", "nor", "&"):
            return at + 1, "and"
        if self.low[at : at + 3] == _AS_WELL:
            return at + 3, "and"
        return (at + 1, ",") if self.low[at] == "," else (at, "")

    def _later(self, at: int) -> int:
        """Return the token after "and then" or after "on Sunday and", else 0."""
        at += 2 * (dated := self._is_dated(at))
        then = self.low[at + 1] in _THEN
        return at + 1 + then if self.low[at] == "and" and (dated or then) else 0

    def _is_dated(self, at: int) -> bool:
        return self.low[at] == "on" and self.low[at + 1] in namewords.CALENDAR

    def _ends(self, at: int) -> bool:
        """Tell whether nothing is told of a further member itself: "X and then Y.", no "Y fell"."""
        return self.low[at] in _CLOSES or self._is_dated(at)

    # is it a place at all?

    def _is_place(self, phrase: Phrase) -> bool:
        if not phrase.names:
            return True
        if self._is_owner(phrase):
            return False
        if all(name.known for name in phrase.names):
            return True
        if phrase.relation is Relation.BETWEEN:
            met = phrase.feature in SPANS or self.low[phrase.first - 1] in _MET
            return met or any(name.known or name.derived for name in phrase.names)
        return (
            phrase.evident
            or is_introduced(self.tokens, phrase.first)
            or (len(phrase.names) == 1 and self._is_called_so(phrase.first, phrase.last))
        )

    def _is_called_so(self, first: int, last: int) -> bool:
        """Tell whether words say what a place is: "X, a town of 20,000", "a hill called X"."""
        if called_kind(self.low, first):
            return True
        if self.low[last] != "," or self.low[last + 1] not in ("a", "an", "the"):
            return False
        kind, behind = self.grammar.kind(self.grammar.adjectives(last + 2))
        return kind in words.SETTLEMENTS and self.low[behind] in _TELLS_ON

    def _is_owner(self, phrase: Phrase) -> bool:
        """Tell whether a country only owns what follows: "Syria's second-largest city".

        So in "the edge of Israel's zone".
        """
        name = phrase.names[0].text.lower()
        owns = self.low[phrase.last] == "'s" and len(phrase.names) == 1
        if owns and phrase.relation is Relation.OUTSKIRTS:
            return name in COUNTRIES
        if not owns or phrase.relation is not Relation.AT:
            return False
        owned = self.grammar.kind(self.grammar.adjectives(phrase.last + 1))[0]
        return name in COUNTRIES or (name in CAPITALS and owned not in words.KEPT_IN_NAME)


_TELLS_ON = frozenset(", . of in on near with where that which at about some just held".split())
_SHARED = frozenset((Relation.NEAR, Relation.TOWARD))
_THEN = frozenset(("then", "later", "finally"))
_CLOSES = frozenset((".", ",", ";", "", "\n", "before", "after"))
_MET = frozenset("ambushed attacked shelled bombed mined located situated".split())
_AS_WELL = ["as", "well", "as"]
_MOST_LISTED = 40  # longer lists are no prose, and every further name costs a look at the rest
