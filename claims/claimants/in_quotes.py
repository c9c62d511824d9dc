"""What is said within a speaker's own words: "They ordered us to leave X," one soldier said."""

from __future__ import annotations

import re

from claims.claimants.speech import SpeechVerb

__all__ = ["is_told_in_quotes"]

_THEY = re.compile(
    r"\b(?:they|he|she)\s+(?:(?:have|has|had|also|then|just|only)\s+)?$", re.IGNORECASE
)


def is_told_in_quotes(flat: str, verb: SpeechVerb) -> bool:
    """Tell whether "they told us" is part of what somebody says, who is the speaker then.

    A mark that closes a quotation has a space behind it: '"We left," they said'.
    """
    mark = flat.rfind('"', 0, verb.start)
    if mark < 0 or flat[mark + 1 : mark + 2].isspace():
        return False
    opens = mark == 0 or flat[mark - 1].isspace()
    return opens and _THEY.search(flat, mark + 1, verb.start) is not None
