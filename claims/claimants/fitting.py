"""When a known source's name may stand for the words that a report has for it."""

from __future__ import annotations

import re

from claims.claimants.aliases import WORD
from claims.claimants.speaker_words import SPEAKER_NOUN
from claims.fighters.forces import country_adjectives

__all__ = ["ARTICLE", "fits"]

ARTICLE = re.compile(r"^(?:the|a|an|one(?!\s+of\b))\s+", re.IGNORECASE)
_SENT_TO = frozenset(("to", "at"))  # "the Kassan ambassador to the United Nations"
_KIND = re.compile(r"state|official|local|national|government|military|war", re.IGNORECASE)


def fits(known: str, words: str) -> bool:
    """Tell whether the theatre's name of a source may stand for a report's words.

    It may complete them ("the war monitor"), stand for what is no name at all ("Monitor"), or leave
    out what is none ("the Kassa FM radio"). Else the words stay: "army spokesman Jan Roe" says more
    than "army spokesman", and a reader finds them in the report.
    """
    written = WORD.findall(ARTICLE.sub("", words))
    if "and" in written and " and " not in known:
        return False  # "army and United Nations officials" are two
    name, said = set(WORD.findall(known.lower())), {word.lower() for word in written}
    rest = [word for word in written if word.lower() not in name]
    plain = all(w.islower() or "-" in w or w in country_adjectives() for w in rest)
    nameless = all(w.islower() or _KIND.fullmatch(w) or SPEAKER_NOUN.fullmatch(w) for w in written)
    whole = plain and name <= said and _SENT_TO.isdisjoint(rest)
    return said <= name or nameless or whole
