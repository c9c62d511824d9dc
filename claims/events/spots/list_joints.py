"""What may stand between two places of one list: "X and most of Y", "X on Monday, then Y"."""

from __future__ import annotations

import re

from claims.gaps import TIMES

__all__ = ["joins"]

_JOINTS = r"as well as|along with|together with|followed by|including"
_WORDS = (
    "in near around half all almost nearly virtually most much part parts at on of to toward"
    " towards from outside north south east west northeast northwest southeast southwest against"
    " into over along the town towns village villages district districts city then finally"
).replace(" ", "|")
_LISTED = re.compile(
    rf"^(?=.*(?:[,;&]|\b(?:and|or|nor|but also|{_JOINTS})\b))"
    rf"(?:[\s,;&]|\b(?:and|or|nor|but|also|both|{_JOINTS}|{_WORDS})\b)*$",
    re.IGNORECASE,
)
# As in "Oru (9 July) and Bela (3 dead)", "Kilo 7, Oru and Bela".
_COUNT = re.compile(r"\s*\([^()]*\d[^()]*\)|^\s\d{1,3}(?=,|\s+(?:and|or)\b)")
_UNIT = r"(?:hour|day|night|week|month)s?"
# As in "from Oru on Monday and Bela on Tuesday", "from Oru first and Bela two days later".
_TIME = re.compile(
    rf"^\s(?:first|(?:\w+\s)?{_UNIT}\s(?:later|earlier|before)|the\s(?:next|same|following)\s{_UNIT}"
    rf"|(?:(?:early|late|on|at|in|the|\d{{1,4}})\s){{0,4}}(?:{'|'.join(sorted(TIMES))})\b"
    r"(?:\s\d{1,4}\b)?)(?=,|\s+(?:and|or|then|followed)\b)",
    re.IGNORECASE,
)


def joins(between: str) -> bool:
    """Tell whether the words between two places make them two of one list."""
    if "(" in between or between[1:2].isdigit():
        between = _COUNT.sub("", between)
    return bool(_LISTED.match(_TIME.sub("", between)))
