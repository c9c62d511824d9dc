"""A name and the title beside it: "the group's spokesman, Ilar Benno" is "Ilar Benno, ..."."""

from __future__ import annotations

import re

from claims.claimants.called_himself import INTRODUCED
from claims.claimants.pronouns import kind_of
from claims.claimants.speaker_words import MEDIA, PARTICLE, SPEAKER_NOUN
from claims.sides.groups import country_words

__all__ = ["after", "with_apposition"]

_WORDS = r"[^,;:\"—–]{2,110}"
# A body may stand between both: "the commander, Operation Shield, General Jan Roe, [said]".
_BETWEEN = re.compile(
    rf"\s*,\s*(?:(?P<body>(?=[A-Z])[^,;:\"—–]{{2,60}}),\s*(?=[A-Z]))?(?P<beside>{_WORDS}),"
    r"(?:\s*(?:who|speaking|quoted|cited|reached|contacted|interviewed)\s[^,;:\"]{2,80},)?\s*$"
)
_BEHIND = re.compile(rf"\s*,\s*(?P<beside>{_WORDS}?)(?=,|;|\"|\s[—–]|[.!?]*\s*$)")
_ENDS = re.compile(r"\s(?:that|on\s\w+day|late|early|yesterday|today)\b.*$", re.DOTALL)
_NAME = re.compile(rf"[A-Z][\w.'-]*(?:\s(?:[A-Z][\w.'-]*|{PARTICLE}))*")
_CLAUSE = re.compile(
    r"(?:who|which|whose|as|while|after|before|when|where|citing|quoting|adding|saying|speaking)\b",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:the|a|an|its|their|his|her|my|our)\s+", re.IGNORECASE)
# "Its armed wing, the Kassa Brigades, [said]".
_PART = re.compile(r"\b(?:wing|arm|branch|faction|affiliate|offshoot)\b", re.IGNORECASE)
# "A second movement, the Kassa Liberation Front (KLF), [said]": told by its name alone.
_GROUP = re.compile(
    r"(?i:an?|the|another|one)\s(?:(?!of\b|in\b|for\b|from\b|at\b)[a-z][\w-]*\s){0,3}(?:movement|group|faction|militia|alliance"
    r"|coalition|organi[sz]ation|monitor|network|charity|agency)"
)
_GROUP_NAME = re.compile(
    r"(?P<name>[A-Z][\w.'’-]*(?:\s(?:[A-Z][\w.'’-]*|of|for|and|the|de|du|al|el))*)(?:\s\([\w-]+\))?"
)
_LONGEST_NAME, _LONGEST_TITLE = 5, 14  # words


def with_apposition(speaker: str, between: str) -> str:
    """Return a speaker with the apposition that fills ``between`` him and his verb, if one does."""
    named = INTRODUCED.match(between)
    if named:
        return _joined(speaker, " ".join(named["name"].split()))
    match = _BETWEEN.fullmatch(between)
    joined = _joined(speaker, match["beside"].strip()) if match else speaker
    return f"{joined}, {match['body']}" if match and match["body"] else joined


def after(speaker: str, rest: str) -> str:
    """Return a speaker with the apposition that follows: "said Jan Roe, a spokesman, on Friday"."""
    match = _BEHIND.match(rest)
    return _joined(speaker, _ENDS.sub("", match["beside"]).strip()) if match else speaker


def _joined(speaker: str, beside: str) -> str:
    if _CLAUSE.match(beside) or beside in country_words():
        return speaker  # "a spokesman in Lusaka, Zambia, [said]"
    if _PART.search(speaker) and _NAME.fullmatch(_ARTICLE.sub("", beside)):
        return f"{_ARTICLE.sub('', beside)}, {_ARTICLE.sub('', speaker)}"
    named = _GROUP_NAME.fullmatch(_ARTICLE.sub("", beside)) if _GROUP.fullmatch(speaker) else None
    if named:
        return named["name"]
    if _is_name(speaker) and _is_title(beside):
        return f"{speaker}, {_ARTICLE.sub('', beside)}"
    if _is_title(speaker) and _is_name(beside):
        return f"{beside}, {_ARTICLE.sub('', speaker)}"
    return speaker


def _is_name(words: str) -> bool:
    """Tell whether words may be a person's name, with or without a rank in front."""
    body = SPEAKER_NOUN.search(words) and kind_of(words) != "person"
    short = len(words.split()) <= _LONGEST_NAME
    return short and bool(_NAME.fullmatch(words)) and not (body or MEDIA.search(words))


def _is_title(words: str) -> bool:
    """Tell whether words are an office or a trade, and not a name yet."""
    short = len(words.split()) <= _LONGEST_TITLE
    named = _NAME.fullmatch(words)  # "The Director" is no name, "Director Roe" is
    return short and kind_of(words) == "person" and not (named and not _ARTICLE.match(words))
