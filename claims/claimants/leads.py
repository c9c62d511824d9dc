"""What leads up to a speaker: conjunctions, times, the mark of an item."""

from __future__ import annotations

import re

__all__ = ["strip_leads"]

_LEAD_WORDS = frozenset(
    """
    and but as while meanwhile however also earlier later then with that for separately
    nevertheless instead still yet so when where after because since although though before
    whereas if until which amid despite what elsewhere
    """.split()
)
# "By noon", "On Tuesday", "In the early hours" in front of a speaker are the time, not the name.
_TIME_LEAD = re.compile(
    r"^(?:(?:by|in|on|at|over|within|during|before|after|just|shortly|about|late|early|earlier|later|also)\s+)+(?:the\s+|a\s+)?"
    r"(?:(?:early|late|same|next|following|past|last|recent)\s+)*"
    r"(?:(?:morning|noon|midday|midnight|afternoon|evening|dusk|night|nightfall|dawn|daybreak|minutes|hours|days?|week|weekend|statement|communiqu[eé]|"
    r"report|\w+day|january|february|march|april|may|june|july|august|september|october|november|"
    r"december|\d{1,4}(?:\s*[ap]\.?m)?|of)\b\.?\s*)+",
    re.IGNORECASE,
)
# "Hours later", "Shortly afterwards": so is this.
_LATER_LEAD = re.compile(
    r"^(?:(?:\w+\s+){0,3}(?:minutes?|hours?|days?|weeks?|months?)|shortly|soon|immediately)\s+"
    r"(?:later|afterwards?|earlier)\s+(?=\w)",
    re.IGNORECASE,
)
# "Further north", "Further up the coast": and where.
_FURTHER_LEAD = re.compile(
    r"^(?:further|farther)\s+(?:(?:up|down|along|inside|into)\s+(?:the\s+\w+|\w+)|(?:north|south|east|west|afield|inland|upstream"
    r"|downstream)(?:-?(?:east|west))?(?:wards?)?)\s+(?=\w)",
    re.IGNORECASE,
)
# 'Dismissed as "sheer invention" an army statement': two spaces are left of quotation marks.
_CALLED_LEAD = re.compile(r"^as\s{2,}\S[^.]{0,40}?\s{2,}(?=(?:an?|the|its|their)\s)", re.IGNORECASE)
# The number or the hour that an item of a list opens with: "3) ", "2/ ", "10:30 - ".
_ITEM_LEAD = re.compile(
    r"\(?\d{1,2}(?:[.)/]|[:.h]\d{2}(?:\s*(?:hrs?|hours|local|GMT|UTC))?)\s*[-–—:]?\s+(?=\S)"
)
# "#BREAKING Army", "UPDATE 14:05 Residents": what stands in front of a line.
_FLAG = re.compile(
    r"^(?:(?:#\w+|BREAKING|URGENT|UPDATED?|ALERT|FLASH|JUST\sIN)\W+|\d{1,2}:\d\d\s+(?:(?:GMT|UTC)\s+)?)+(?=\w)"
)


def strip_leads(words: str) -> str:
    """Take off conjunctions, times and the mark of an item or note in front of a speaker."""
    if words[:1].isdigit() or words[:1] == "(":
        words = words[match.end() :] if (match := _ITEM_LEAD.match(words)) else words
    words = _CALLED_LEAD.sub("", _FLAG.sub("", words)).removeprefix("[")  # "[Oru Radio said: ...]"
    while True:
        first, _, rest = words.partition(" ")
        shorter = rest.lstrip() if first.lower().strip(",") in _LEAD_WORDS and rest else words
        shorter = _LATER_LEAD.sub("", _TIME_LEAD.sub("", shorter))
        shorter = _FURTHER_LEAD.sub("", shorter) if shorter[:1] in "Ff" else shorter
        if shorter == words or not shorter:
            return words
        words = shorter
