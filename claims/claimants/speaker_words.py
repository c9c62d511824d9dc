"""The nouns that name a speaker or a medium, and the small words inside persons' names."""

from __future__ import annotations

import re

from claims.word_lists import any_of, word_list

__all__ = ["MEDIA", "PARTICLE", "PERSON", "SPEAKER_NOUN", "is_medium", "opens_with_speaker"]

# Who carries the words of others; the great wires are named, the rest told by their nouns.
MEDIA = re.compile(rf"\b{any_of(word_list('media') | word_list('outlets'))}\b", re.IGNORECASE)
# Whoever is named by what he does: "farmer", "violinist"; "humanitarian" describes, but
# "humanitarians" are persons.
_BY_WORK = r"[a-z]{2,}(?:ers?|ors?|ists?|ians?|man|men|woman|women|folk)"
_NOT_PERSON = rf"(?:humanitarian|{any_of(word_list('no_persons'))}s?)"
PERSON = re.compile(
    rf"\b(?!{_NOT_PERSON}\b)(?:{any_of(word_list('persons'))}|{_BY_WORK})\b", re.IGNORECASE
)
SPEAKER_NOUN = re.compile(rf"\b{any_of(word_list('speakers'))}\b", re.IGNORECASE)
_NATION = re.compile(r"(?!(?:In|On|At|After|By|From|For)\s)(?:[A-Z][\w'’-]*\s){1,2}")
_DOING = re.compile(r"\s\w+ing\s")
# Small words inside the names of persons, in the languages that have them.
PARTICLE = (
    r"(?:a[dglst]|a[sdtl]-\w+|abd|abu|az|ben|bin|bint|d[aeiou]|d'\w+|del|della|den|der|dos|das|el|el-\w+|"
    r"ibn|la|las|le|los|mint|ould|san|ter|thi|u[ldnrst]|u[ldnrst]-\w+|um|umm|v[ao]n|wa|wal-\w+|y|zu)"
)


def is_medium(name: str) -> bool:
    """Tell whether a name is a medium's, which passes on what others say."""
    return bool(MEDIA.search(name))


def opens_with_speaker(words: str) -> bool:
    """Tell whether words open with those who speak and go on about them.

    Examples
    --------
    >>> opens_with_speaker("diplomats monitoring the war")
    True
    >>> opens_with_speaker("Kassan rebels fighting to capture the port")
    True
    """
    told = SPEAKER_NOUN.match(words) or PERSON.match(words)
    lead = None if told else _NATION.match(words)
    if lead is None:
        return told is not None
    named = SPEAKER_NOUN.match(words, lead.end()) or PERSON.match(words, lead.end())
    return named is not None and _DOING.match(words, named.end()) is not None
