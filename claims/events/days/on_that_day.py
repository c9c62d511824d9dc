"""What says that a sentence goes on about the day told before it: "they then", "the same day"."""

from __future__ import annotations

import re
from collections.abc import Set

__all__ = ["goes_on", "is_of_day", "is_same_day", "opens_with_those", "takes_up"]

# "It is false that X fell": such an "it" takes nothing up.
_EXPLETIVE = (
    r"\s+(?:is|was)\s+(?:\w+ly\s+|also\s+|not\s+)?(?:true|false|untrue|wrong|clear|unclear|likely|possible|known|said|reported"
    r"|believed|thought|understood|expected|a\s+lie)\b"
)
# What opens a sentence that goes on about the day told before.
_GOES_ON = re.compile(
    rf"^[\"“']?(?:it(?!{_EXPLETIVE})|they|he|she|this|that|these|those|the\s+(?:group|attack|assault|battle|fighting|offensive|raid|operation|"
    r"rebels|militants|attackers|strikes?|clashes)|then|later|(?:hours|minutes|moments)\s+later|shortly\s+after(?:wards?)?|"
    r"afterwards?|at\s+the\s+same\s+time|simultaneously|"
    r"in\s+the\s+(?:morning|afternoon|evening)|by\s+(?:evening|noon|nightfall|dusk)|at\s+(?:dawn|noon)|(?:on\s+)?the\s+same\s+"
    r"(?:day|night|evening|morning|afternoon)|(?:late(?:r)?\s+)?that\s+(?:same\s+)?(?:day|night|evening|morning|afternoon)"
    r"|within\s+(?:\w+\s+)?(?:hours|minutes|an?\s+day)|(?:a\s+few|several|two|three|four)\s+hours\s+later|soon\s+after)\b",
    re.IGNORECASE,
)
# And what says so anywhere in it.
_SAME_DAY = re.compile(
    r"\b(?:on\s+that\s+(?:day|night|evening|morning|afternoon)|(?:the|that)\s+same\s+(?:day|night|evening|morning|afternoon)"
    r"|(?:after|by|before|at)\s+(?:nightfall|dusk)|(?:earli|lat)er\s+(?:in\s+the|that)\s+(?:day|evening|night))\b",
    re.IGNORECASE,
)
_OF_DAY = re.compile(r"\bin\s+the\s+(?:morning|afternoon|evening)\b", re.IGNORECASE)
# Hours that count from what was just told, at a place told of: "drove them from the town after
# five hours".
_HOURS_ON = re.compile(
    r"\b(?:after|within)\s(?:about\s|around\s|some\s|less\sthan\s)?(?:\w+\s)?(?:hours?|minutes)\b"
    r"(?!\s(?:before|earlier))",
    re.IGNORECASE,
)
# "Repelled the assault within hours": the one that was told of.
_BEATEN_OFF = re.compile(
    r"\b(?:repelled|repulsed|beat\s(?:back|off)|crushed|halted|stopped)\sthe\s"
    r"(?:advance|assault|attack|incursion|offensive|raid)\b(?!\son\b)",
    re.IGNORECASE,
)
_TAKEN_UP = re.compile(
    r"\b(?:the|both|these|those)\s(?:[a-z]+\s)?(?:attack(?:ers)?|airfield|airport|airstrip|assailants|bases?|barracks"
    r"|bridge|camps?|garrison|gunmen|hill|mine|outposts?|positions?|posts?|raiders|sites?|towns?|villages?)\b(?!\sof\b)",
    re.IGNORECASE,
)
# "A patrol was attacked on Monday. The patrol called in jets": whoever is told of goes on.
_THE = re.compile(
    r"^[\"“']?the\s(?:[a-z-]+\s){0,2}?(aircraft|ambush|assailants|blast|boat|bombing|column|convoy|crew|explosion|fighters"
    r"|firefight|force|garrison|guerrillas|gunmen|helicopter|incident|insurgents|jet|patrol|plane|platoon|police|raiders"
    r"|ship|soldiers|squad|tanker|team|troops|unit|vessel)s?\b",
    re.IGNORECASE,
)


def goes_on(text: str, before: Set[str]) -> bool:
    """Tell whether a sentence goes on about the day of the one before, which held these words."""
    if _GOES_ON.match(text) or is_same_day(text):
        return True
    if _HOURS_ON.search(text) and (takes_up(text) or _BEATEN_OFF.search(text)):
        return True
    the = _THE.match(text)
    return the is not None and not before.isdisjoint((the[1].lower(), f"{the[1].lower()}s"))


def opens_with_those(text: str) -> bool:
    """Tell whether a sentence opens with those of whom the one before it told."""
    return _GOES_ON.match(text) is not None


def is_same_day(text: str) -> bool:
    """Tell whether a sentence says that it is of the day told before."""
    return _SAME_DAY.search(text) is not None


def is_of_day(text: str) -> bool:
    """Tell whether a sentence names the morning or evening of a day told before."""
    return _OF_DAY.search(text) is not None


def takes_up(text: str) -> bool:
    """Tell whether a sentence takes up a place or men told of: "the base", "both sites"."""
    return _TAKEN_UP.search(text) is not None
