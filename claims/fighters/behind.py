"""What stands behind a whole subject or object, and so tells that a name is no adjective."""

from __future__ import annotations

from claims.fighters.forces import force_words
from claims.lexicon import lexicon

__all__ = ["ends_name", "is_verb"]

_VERBS = frozenset(
    "had has have is are was were will would could may might must can did does do also then later"
    " again still now took held left fled lost fought shot hit won struck drove beat fell went came"
    " burnt began set blew overran withdrew cut put sent".split()
)
_ENDS = frozenset(". , ; : ! ? ) - and or but as who which \n".split(" "))


def ends_name(word: str) -> bool:
    """Tell whether the word behind a name ends it: a mark, a verb, a preposition."""
    return word in _ENDS or word in force_words().governs or is_verb(word)


def is_verb(word: str) -> bool:
    """Tell whether a word, in lower case, is a verb that a force is the subject of."""
    if word in _VERBS or word in force_words().acting or word.endswith("ed"):
        return True
    return word.endswith("s") and word in lexicon().events and word != "news"  # "news reached"
