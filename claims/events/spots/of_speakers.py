"""Places that only tell who somebody is, or when: "its affiliate in X", "since it took X"."""

from __future__ import annotations

import re

from claims.times.date_words import MONTHS
from claims.words import Sentence
from gazetteer.wording.mentions import Mention

__all__ = ["tells_who_or_when"]

# But "the bank's branch in X" and "a branch office in X" are in X.
_BRANCH = re.compile(
    r"(?<!\bbank\s)(?<!\bbank['’]s\s)\b(?:affiliate|branch|franchise|offshoot|chapter)\s"
    r"in\s(?:the\s)?$"
)
# "The president, who visited X, said"
_VISITED = re.compile(
    r",\swho\s(?:(?:has|had|was|is|recently|also|earlier)\s){0,2}"
    r"(?:visit(?:ed|ing)|tour(?:ed|ing)|travell?ed\sto|flew\s(?:in)?to)\s(?:the\s)?$"
)
_SAID = re.compile(
    r"[^,;.]{0,25},\s(?:(?:has|had|also|later)\s)?(?:said|says|told|added|warned|announced|admitted)\b"
)
# "Its biggest gain since it took X in May"
_MONTH = "|".join(MONTHS)  # no "the biggest attack since March captured X"
_SINCE = re.compile(
    rf"\s(?:since|after)\s(?:it|they|its\s\w+|their\s\w+|(?!(?i:{_MONTH})\b)[A-Z]\w+)\s(?:last\s|first\s)?"
    r"(?:took|seized|captured|overran|won|lost|conquered)\s(?:the\s(?:town|city)\sof\s)?$"
)
_RANKED = re.compile(r"\b(?:biggest|largest|greatest|worst|first|heaviest|most\s[a-z]+)\b")
# "X, the last town before Y"
_BEFORE = re.compile(
    r",\sthe\s(?:last|next|nearest|only)\s(?:[\w-]+\s){0,3}(?:town|city|village|stop|obstacle)\s"
    r"(?:before|short\sof|on\sthe\s(?:way|road)\sto)\s(?:the\s)?(?:[\w-]+\s){0,3}?$"
)
_LAST = re.compile(r"the\s(?:last|next|nearest|only)\s")


def tells_who_or_when(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether a place is part of who speaks, of a date or of what another place lies before.

    "Its first gain since it took X" tells nothing new of X; neither is "the town" behind it X.
    """
    held = sentence.held
    start = mention.start - sentence.start
    if not mention.expression.heads and sentence.text[max(0, start - 2) : start] == ", ":
        return _LAST.match(mention.expression.text) is not None
    if _BRANCH.search(sentence.text, 0, start):
        return True
    if "who" in held and _VISITED.search(sentence.text, 0, start):
        return _SAID.match(sentence.text, mention.end - sentence.start) is not None
    if "since" in held and _SINCE.search(sentence.text, 0, start):
        return _RANKED.search(sentence.text, 0, start) is not None
    near = not {"before", "short", "way", "road"}.isdisjoint(held)
    return near and _BEFORE.search(sentence.text, 0, start) is not None
