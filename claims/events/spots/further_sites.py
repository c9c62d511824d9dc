"""A list that goes on with what has no name of its own: "captured X and an air base at Y"."""

from __future__ import annotations

import re

from claims.lexicon import lexicon
from claims.scene import scene
from claims.words import Sentence
from gazetteer.wording.mentions import Mention

__all__ = ["is_a_further_site"]

_FURTHER = re.compile(
    r"^,?\s+(?:and|as\s+well\s+as|along\s+with)\s+(?:an?|the|its|their|two|three|four|several|\d+)\s+"
    r"(?P<words>(?:[\w'’-]+\s+){1,4}?)"
    r"(?:(?:at|in|near|outside|inside|overlooking|above|along|on)\s+(?:the\s+)?)?$"
)
_NO_SITE = frozenset(
    "has had have is are was were that which who with by from to of in at on".split()
)
# "X, where people took refuge, and Y", "X, which lies in a valley, and Y"
_SET_IN = re.compile(r"^,\s+(?:where|which|whose)\s+(?:[^,;:]|(?<=\d),(?=\d))+,\s+and\s+$")
_GOES_ON = re.compile(r"\s*(?:$|[.;]|,\s+(?:where|which|whose)\b)")
_TOLD_OF = frozenset("was were is are has have had fell came".split())


def is_a_further_site(sentence: Sentence, mention: Mention, between: str) -> bool:
    """Tell whether the words between two places name ground at the second: "and a base at".

    In "X and the army shelled positions in Y" or "X and the base at Y was bombed" it is another
    deed. A list goes on over what is set in as well: "X, where many live, and Y".
    """
    rest = sentence.text[mention.end - sentence.start :]
    if between[:3] == ", w" and _SET_IN.match(between):
        return bool(mention.expression.heads) and _GOES_ON.match(rest) is not None
    found = _FURTHER.match(between) if between.lstrip(" ,")[:1] == "a" else None
    behind = rest.split(maxsplit=1)[:1]
    if found is None or not _TOLD_OF.isdisjoint(behind):
        return False
    first, *more = found["words"].lower().split()
    words = [first, *more]
    verbal = (word.endswith("ed") or word in lexicon().events for word in more[:-1])
    return words[-1] in scene().ground and _NO_SITE.isdisjoint(words) and not any(verbal)
