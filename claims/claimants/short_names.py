"""The name that a speaker goes by, out of the words that stand for him in a sentence."""

from __future__ import annotations

import re

from claims.claimants.speaker_words import SPEAKER_NOUN, is_medium
from claims.sides.groups import country_words, peoples

__all__ = ["WITHOUT_ARTICLE", "author", "short_name"]

_LONGEST = 120  # characters
WITHOUT_ARTICLE = re.compile(
    r"^(?:both\s(?=.*\sand\s))?(?:(?:the|a|an|one(?!\s+of\b))\s+)?", re.IGNORECASE
)
_SUFFIX = re.compile(
    r"\s+(?:in\s+a\s|(?:in\s+(?-i:[A-Z])\w+\s+)?at\s+\d{3,4}\s+(?:GMT|UTC|hours)\b|in\s+an\s|(?:quoted|cited|carried|broadcast|published|issued|monitored|released|received|obtained|contacted|reached|interviewed)\s+(?:by|in)|(?:speaking|read(?:\s+out)?)\s+(?:to|on|over)|who\s|on\s+\w+day|"
    r"late\s|early\s|earlier\s|(?-i:yesterday|today|YESTERDAY|TODAY)|as\s|while\s|after\s|citing\s|via\s+telephone|by\s+(?:tele)?phone|(?<!ing\s)with\s+(?:them|him|her|us)\b).*$",
    re.IGNORECASE | re.DOTALL,
)
_TEXT = r"(?:statements?|communiqu[eé]s?|press\s+releases?|declaration)"
_PUT_OUT = (
    r"(?:(?:put|sent|given|handed)\s+out|(?:posted|issued|released|published|circulated|signed)"
    r"(?:\s+online)?)"
)
# "A statement put out on Friday by the high command": whoever put it out says so.
_BY = re.compile(
    rf"^(?:[\w-]+\s+){{0,3}}(?:{_TEXT}|bulletin|fax|leaflets?|letter|message|post|tweet)\s(?:(?:{_PUT_OUT}|dropped)\s"
    r"(?:[^,;]{1,60}?\s)??)?(?:attributed\sto|by|from)\s(?P<who>\S[^,;]+)$",
    re.IGNORECASE,
)
# "The first reports received by the high command": it is the one who passes them on.
_RECEIVED = re.compile(
    r"^(?:[\w-]+\s){0,3}reports?\s(?:received|gathered|collected|compiled|obtained)\sby\s(?P<who>\S[^,;]+)$",
    re.IGNORECASE,
)
# "A Coast Front statement released on Monday": whose it is stands in front.
_OF = re.compile(
    rf"^(?:(?:another|first|second|third|later|earlier|separate|joint)\s+)*(?P<who>[^,;]+?)(?:['’]s)?\s+"
    rf"(?:(?:\w+\s)?(?:written|brief|short|terse|joint)\s+)?{_TEXT}(?:\s(?:{_PUT_OUT}|sent)(?:\s.*)?)?$",
    re.IGNORECASE,
)
# "A report on state radio", "reports in the paper El Sol": the medium tells it.
_REPORTED_BY = re.compile(
    r"^(?:[\w-]+\s){0,3}reports?\s(?:(?:aired|broadcast|carried|published)\s)?(?:by|from|in|on|over)\s"
    r"(?:the\s|an?\s)?(?P<who>\S[^,;]+?)(?:\s(?:heard|monitored|received)\s.*)?$",
    re.IGNORECASE,
)
_CARRIED = re.compile(r"\s(?:posted|published|circulated)\s", re.IGNORECASE)
_WHEN = re.compile(
    rf"\s(?:{_PUT_OUT}|late|early|on\s\w+day|overnight|yesterday|today)(?:\s.*)?$",
    re.IGNORECASE,
)
_SMALL = re.compile(r"\s(?:of|for|the|in|and|at|to|a|an|on|from)$", re.IGNORECASE)
# Words for a kind of people, which stand in front of "statement" and name nobody.
_KIND = re.compile(
    r"(?:military|rebel|guerrilla|insurgent|militant|opposition|war|official|first|last)",
    re.IGNORECASE,
)
_NAMED = re.compile(r"(?:[\w-]+\s){0,4}[A-Z][\w.'’-]*")


def short_name(words: str) -> str:
    """Return a speaker's name without the article and what follows it, at most 120 characters.

    Examples
    --------
    >>> short_name("the governor of Oru on Monday")
    'governor of Oru'
    """
    short = WITHOUT_ARTICLE.sub("", _SUFFIX.sub("", words)).strip()
    return _whole(short or words)


def author(words: str) -> str:
    """Return who put out the text that words name, or the words where they name none.

    Examples
    --------
    >>> author("a statement put out on Friday by the high command of the Kassa Front")
    'the high command of the Kassa Front'
    >>> author("An army statement released late on Monday")
    'army'
    >>> author("a report on state radio")
    'state radio'
    """
    by = _BY.match(words) or _RECEIVED.match(words)
    carried = by and is_medium(by["who"]) and _CARRIED.search(by[0])
    if by and not carried:
        return _WHEN.sub("", by["who"])
    told = _REPORTED_BY.match(words)
    if told and (is_medium(told["who"]) or " by " in words[: told.start("who")]):
        return told["who"]
    of = _OF.match(WITHOUT_ARTICLE.sub("", words))
    who = of["who"] if of else ""
    if not who or _KIND.fullmatch(who) or who in country_words() or who in peoples():
        return words  # "an Iraqi communique": no Iraqi says so, and "its planes" are Iraq's
    last = who.rsplit(maxsplit=1)[-1]
    return who if SPEAKER_NOUN.fullmatch(last) or _NAMED.fullmatch(who) else words


def _whole(words: str) -> str:
    """Cut what is too long for a name behind its last whole word."""
    if len(words) <= _LONGEST:
        return words
    cut = words[: _LONGEST + 1].rpartition(" ")[0] or words[:_LONGEST]
    while (shorter := _SMALL.sub("", cut)) != cut:
        cut = shorter
    return cut.rstrip(" ,")
