"""A place as a text words it, taken apart."""

from __future__ import annotations

from gazetteer.place import PlaceExpression
from gazetteer.spellings.scripts import turns_around
from gazetteer.wording.fragments import fragment_names
from gazetteer.wording.grammar import Grammar
from gazetteer.wording.tokens import tokenise
from geo.errors import FrontmapError

__all__ = ["ExpressionError", "parse_place"]


class ExpressionError(FrontmapError, ValueError):
    """A text that cannot be a place expression."""


def parse_place(text: str) -> PlaceExpression:
    """Take one place expression apart: name, relation, distance, directions, kind, holder.

    Words that the grammar does not know are read as a bare name, so any spelling and script works.
    Kinds that belong to the proper name stay in the head ("Tishrin Dam" is ``("Tishrin Dam",)``
    with the feature word "dam"); kinds of settlements and districts do not ("Hama province" is
    ``("Hama",)`` with "province").

    Raises
    ------
    ExpressionError
        Where the text holds no letter or digit, or marks that turn its letters around.

    Examples
    --------
    >>> found = parse_place("15 km north-east of Hama")
    >>> found.heads, found.relation.value, found.distance_km, found.directions
    (('Hama',), 'offset', (15.0, 15.0), ('northeast',))
    """
    if turns_around(text):
        raise ExpressionError("the text holds marks that turn its letters around; leave them out")
    plain = " ".join(text.split())
    if not any(letter.isalnum() for letter in plain):
        shown = text if len(text) <= _SHOWN_CHARS else f"{text[:_SHOWN_CHARS]}..."
        raise ExpressionError(f"{shown!r} names no place; give a name or a phrase with one")
    tokens = tokenise(plain)
    grammar = Grammar(plain, tokens, fragment_names(plain, tokens))
    # "in Hama", "at Kweires", "from X": what stands before is no part of the place.
    for start in range(min(3, tokens.size)):
        phrase = grammar.place(start)
        if phrase and not any(word.isalnum() for word in tokens.low[phrase.last :]):
            return grammar.expression(phrase)
        if tokens.low[start] not in _BEFORE:
            break
    return PlaceExpression(text=plain, heads=(plain.strip(" .,;:"),))


_SHOWN_CHARS = 60
_BEFORE = frozenset("in at from to into inside within on across of throughout".split())
