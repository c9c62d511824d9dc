"""Places in a republic that some declared: "X (Lower Y People's Republic)" lies in the Y region."""

from __future__ import annotations

import re
from dataclasses import replace

from claims.words import Sentence
from gazetteer.expression import parse_place
from gazetteer.wording.mentions import Mention

__all__ = ["in_republic"]

_REPUBLIC = re.compile(r"\s*(?:\(|,\s+)(?:the\s+)?(?P<land>[A-Z]\w+) People['’]s Republic\b")


def in_republic(sentence: Sentence, mention: Mention) -> Mention:
    """Return a place with the region as its holder whose republic is named behind it."""
    expression = mention.expression
    if "republic" not in sentence.held or expression.within or not expression.heads:
        return mention
    told = _REPUBLIC.match(sentence.text, mention.end - sentence.start)
    if told is None:
        return mention
    return replace(
        mention, expression=replace(expression, within=parse_place(f"{told['land']} region"))
    )
