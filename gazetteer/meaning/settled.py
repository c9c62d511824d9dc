"""What people have settled about the names of one document."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from gazetteer.entry import FeatureClass
from gazetteer.expression import parse_place
from gazetteer.homes.found import WordKey
from gazetteer.homes.runs import find_spans
from gazetteer.kinds import kind_of
from gazetteer.meaning.correction_rows import Correction
from gazetteer.place import Candidate, PlaceExpression, Relation, Unresolved
from gazetteer.spellings.families import Family
from gazetteer.spellings.keying import letter_of
from gazetteer.spellings.same_name import Spellings, spellings
from gazetteer.spellings.spelling import name_sounds

__all__ = ["NOTHING_SETTLED", "KeyedCorrection", "Settled", "keyed", "word_keys"]

# "The" and "in" before a phrase are no part of the place.
_LEAD = re.compile(r"^(?:(?:the|in|at|on|into|inside|within|along|across)\s+)+", re.IGNORECASE)
_AREA_KINDS = frozenset(("country", "district", "province", "region"))
_EITHER_WAY = frozenset((Relation.ALONG, Relation.BETWEEN))
_PLAIN, _SOUND = 2, 1
_Told = Candidate | Unresolved | None


@dataclass(frozen=True, slots=True)
class KeyedCorrection:
    """A correction, taken apart, with its keys in some families of languages."""

    row: Correction
    said: PlaceExpression
    text: Spellings
    heads: tuple[Spellings, ...]
    context: tuple[Spellings, ...]


def keyed(row: Correction, families: Sequence[Family]) -> KeyedCorrection:
    """Return a correction with its keys."""
    parsed = parse_place(row.text)
    return KeyedCorrection(
        row=row,
        said=_without_words(parsed),
        text=_bare(row.text, families),
        heads=tuple(_bare(head, families) for head in parsed.heads),
        context=tuple(spellings(name, families) for name in row.context),
    )


def word_keys(names: Iterable[str], families: Sequence[Family]) -> frozenset[WordKey]:
    """Return the keys of names by which running text is searched.

    A person's names count like curated ones, also where they are English words.
    """
    return frozenset(
        (letter_of(of) + spoken, plain, True)
        for name in names
        for of in families
        for plain, spoken in name_sounds(name, of)
    )


@dataclass(frozen=True, kw_only=True, eq=False)
class Settled:
    """What corrections say of the names of one document.

    Parameters
    ----------
    answer
        What a row means: an entry, or why its text names no place.
    rows
        The corrections.
    families
        The families of languages of their keys.
    names, document
        The toponyms of the document's expressions, and its text: a context may stand in either.
    met
        Takes the lines of the rows that settle something.
    """

    answer: Callable[[Correction], Candidate | str]
    rows: tuple[KeyedCorrection, ...] = ()
    families: tuple[Family, ...] = ()
    names: tuple[str, ...] = ()
    document: str = ""
    met: set[int] = field(default_factory=set)
    _told: dict[tuple[PlaceExpression, str], _Told] = field(default_factory=dict)

    def whole(self, expression: PlaceExpression) -> Candidate | Unresolved | None:
        """Return what a whole phrase means, whatever its words; None where no row speaks of it."""
        return self._kept(expression, "", self._whole)

    def head(self, expression: PlaceExpression, head: str) -> Candidate | Unresolved | None:
        """Return what a toponym of an expression means; None where no row speaks of it.

        "Hama province" is not the town that "Hama" was corrected to.
        """
        return self._kept(expression, head, self._head)

    def speaks_of(self, expression: PlaceExpression) -> bool:
        """Tell whether anything of an expression is settled."""
        return self.whole(expression) is not None or any(
            self.head(expression, head) is not None for head in expression.heads
        )

    def _kept(
        self,
        expression: PlaceExpression,
        head: str,
        ask: Callable[[PlaceExpression, str], _Told],
    ) -> _Told:
        if not self.rows:
            return None
        asked = (expression, head)
        if asked not in self._told:
            self._told[asked] = ask(expression, head)
        return self._told[asked]

    def _whole(self, expression: PlaceExpression, _: str) -> _Told:
        text, said = _bare(expression.text, self.families), _without_words(expression)
        heads = tuple(_bare(head, self.families) for head in expression.heads)

        def fit(row: KeyedCorrection) -> int:
            if row.text.plain & text.plain:
                return _PLAIN
            return _heads_fit(row.heads, heads, said.relation) if row.said == said else 0

        rows = self._fitting(fit)
        return self._answered(expression, rows) if rows else None

    def _head(self, expression: PlaceExpression, head: str) -> _Told:
        name = _bare(head, self.families)
        rows = self._fitting(lambda row: _fit(row.text, name))
        if not rows or _is_other_kind(expression, self.answer(rows[0])):
            return None
        return self._answered(expression, rows)

    def _fitting(self, fit: Callable[[KeyedCorrection], int]) -> list[Correction]:
        fits = [(fit(row), row) for row in self.rows]
        for level in (_PLAIN, _SOUND):
            rows = self._most_specific([row for reached, row in fits if reached == level])
            # Two rows for two spellings say nothing of a third one that merely sounds like both.
            if rows and (level == _PLAIN or len({row.answer for row in rows}) == 1):
                return rows
        return []

    def _most_specific(self, rows: Sequence[KeyedCorrection]) -> list[Correction]:
        """Keep the rows whose context stands here, those with the fewest names to choose from."""
        standing = [row.row for row in rows if row.context and self._stands(row)]
        if not standing:
            return [row.row for row in rows if not row.context]
        fewest = min(len(row.context) for row in standing)
        return [row for row in standing if len(row.context) == fewest]

    def _stands(self, row: KeyedCorrection) -> bool:
        named = zip(row.row.context, row.context, strict=True)
        return any(
            _is_written(name, self.document) or any(key.meets(other) for other in self._named)
            for name, key in named
        )

    @cached_property
    def _named(self) -> tuple[Spellings, ...]:
        """The names of the document in which a context may stand."""
        sought = word_keys((n for row in self.rows for n in row.row.context), self.families)
        spans = find_spans(self.document, lambda _: set(sought), self.families) if sought else ()
        names = (*self.names, *(self.document[start:end] for start, end in spans))
        return tuple(spellings(name, self.families) for name in dict.fromkeys(names))

    def _answered(
        self, expression: PlaceExpression, rows: Sequence[Correction]
    ) -> Candidate | Unresolved:
        self.met.update(row.line for row in rows)
        if len({row.answer for row in rows}) > 1:
            return self._ambiguous(expression, rows)
        told = self.answer(rows[0])
        if isinstance(told, Candidate):
            return told
        return Unresolved(expression=expression, status="unresolved", reason=told)

    def _ambiguous(self, expression: PlaceExpression, rows: Sequence[Correction]) -> Unresolved:
        answers = [self.answer(row) for row in rows]
        lines = " and ".join(str(row.line) for row in rows)
        reason = (
            f"corrections in lines {lines} both fit {expression.text!r} here, for the contexts of "
            "both are named; make one more specific"
        )
        candidates = tuple(told for told in answers if isinstance(told, Candidate))
        return Unresolved(
            expression=expression, status="ambiguous", reason=reason, candidates=candidates
        )


NOTHING_SETTLED = Settled(answer=lambda row: row.note)


def _bare(text: str, families: Sequence[Family]) -> Spellings:
    return spellings(_LEAD.sub("", text), families)


def _fit(one: Spellings, other: Spellings) -> int:
    if one.plain & other.plain:
        return _PLAIN
    return _SOUND if one.sounds & other.sounds else 0


def _heads_fit(own: Sequence[Spellings], heads: Sequence[Spellings], relation: Relation) -> int:
    """Tell how well the names of two phrases fit that say the same of them; roads run both ways."""
    if len(own) != len(heads) or not heads:
        return 0
    orders = [heads, heads[::-1]] if relation in _EITHER_WAY else [heads]
    return max(min(map(_fit, own, order)) for order in orders)


def _without_words(expression: PlaceExpression) -> PlaceExpression:
    """Return what a phrase says of its names, the same for "15 km" and "15 kilometres"."""
    return replace(expression, text="", heads=())


def _is_other_kind(expression: PlaceExpression, told: Candidate | str) -> bool:
    kind = kind_of(expression.feature_word)
    if kind is None or isinstance(told, str) or len(expression.heads) > 1:
        return False
    if kind.name in _AREA_KINDS:
        return not kind.fits(told.entry.feature_class, told.entry.feature_code)
    return kind.name == "settlement" and told.entry.feature_class is FeatureClass.ADMIN


def _is_written(name: str, document: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", document, re.IGNORECASE))
