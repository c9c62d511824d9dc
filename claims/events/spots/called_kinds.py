"""What kind of place a text calls a name by the way: "X, a village in the hills"."""

from __future__ import annotations

import re
from dataclasses import replace

from claims.words import Sentence
from gazetteer.place import Relation
from gazetteer.wording.mentions import Mention

__all__ = ["with_kind"]

_CALLED = re.compile(
    r",\s+an?\s+(?P<lead>(?:[a-z][\w-]*\s+){0,3}?)"
    r"(?P<kind>(?:village|hamlet|town)\b(?!\s+(?:hall|council|square))"
    r"|(?:district|neighbou?rhood|quarter|suburb)\b"
    r"(?!\s+(?:of|in|capital|cent(?:re|er)|seat|town|headquarters)\b))"
)
# "X, in the east, and Y, a western district": both are.
_IN_A_LIST = re.compile(
    r",\s+in\s+the\s+(?:(?:far|extreme)\s+)?(?:north|south)?-?(?:north|south|east|west),\s+and\s+"
    r"[\w'’-]+(?:\s[\w'’-]+){0,3}" + _CALLED.pattern
)
_SMALL = frozenset("small tiny little".split())
_PLAIN = (Relation.AT, Relation.NEAR, Relation.TOWARD)


def with_kind(sentence: Sentence, mention: Mention) -> Mention:
    """Return a name with the kind that an apposition gives it; a small town counts as a village."""
    place = mention.expression
    if len(place.heads) != 1 or place.feature_word or place.relation not in _PLAIN:
        return mention
    end = mention.end - sentence.start
    called = _CALLED.match(sentence.text, end) or _IN_A_LIST.match(sentence.text, end)
    if called is None:
        return mention
    small = called["kind"] == "hamlet" or not _SMALL.isdisjoint(called["lead"].split())
    word = "village" if small else called["kind"]
    return replace(mention, expression=replace(place, feature_word=word))
