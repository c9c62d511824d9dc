"""Makes of weapons, which tell of fires and of nobody's side: "Typhoons", "Su-25s", "a B-52"."""

from __future__ import annotations

import re

from claims.scene import scene

__all__ = ["is_code", "is_make"]

# Makers' letters and a number; no "M9", which is a force, and no road.
_CODE = re.compile(
    r"(?:F|FA|KF|A|B|AC|EA|KC|MB|MQ|RQ|CH|SU|Su|MI|Mi|MiG|MIG|Tu|TU|Ka|KA|Yak|L|Il|An|AH|UH|SH|OV|C|T|BM|S"
    r"|KAB|FAB|Kh|X|TB|J|JF|JH|H|P|PC)-\d+\w*$"
    r"|(?:F|G)?GR\d+A?s?$"
)

_NUMBER = re.compile(r"-\d+\w*$")  # of "Tupolev-22"


def is_code(word: str) -> bool:
    """Tell whether a word is the number of a make: "F-16s"."""
    return not word.isalpha() and bool(_CODE.match(word))


def is_make(word: str, behind: str) -> bool:
    """Tell whether a word is a make of weapon: "Typhoons", but "Typhoon Yagi" is a storm.

    ``behind`` is the word that follows.
    """
    if not word[:1].isupper():
        return False
    named = behind.isalpha() and behind.istitle() and not word.endswith("s")
    bare = _NUMBER.sub("", word.lower())
    return is_code(word) or (bare in scene().makes and not named)
