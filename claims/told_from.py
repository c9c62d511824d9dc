"""Places from which a story or a statement comes, where nothing of it happens."""

from __future__ import annotations

import re

from claims.speech import is_speech
from claims.words import Sentence
from gazetteer.mentions import Mention

__all__ = ["is_dateline", "said_in"]

_DASHED = re.compile(r"^\s+(?:—|–|--|-)\s+[\"“‘']?[A-Z]")
_THAT = re.compile(r"\s+that\b", re.IGNORECASE)


def is_dateline(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether a place in front only says whence a report comes: "Colombo — Soldiers ..."."""
    behind = sentence.text[mention.end - sentence.start :]
    return mention.start == sentence.start and bool(_DASHED.match(behind))


def said_in(sentence: Sentence, first: int, mention: Mention) -> bool:
    """Tell whether a place is where somebody spoke: "claimed in X that"."""
    behind = sentence.text[mention.end - sentence.start :]
    spoke = any(is_speech(word.lower) for word in sentence.words[max(0, first - 2) : first + 1])
    return spoke and bool(_THAT.match(behind))
