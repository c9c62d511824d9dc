"""Where those are who tell: what the writer says happened "here", what residents of a town saw."""

from __future__ import annotations

import re
from dataclasses import replace

from claims.claimants.speech import is_speech
from claims.events.sentences.clause_words import DATING
from claims.events.sentences.parse import Parsed
from claims.events.sentences.placed import Placed
from claims.events.spots.spot import Spot
from claims.lexicon import Trigger
from claims.report import Report, Section, SectionKind
from claims.sides.groups import capitals
from claims.sides.theatre import Theatre
from claims.words import lowered
from gazetteer.expression import parse_place
from gazetteer.homes.towns import capital_name
from gazetteer.place import PlaceExpression, Relation
from gazetteer.states import BREAKAWAY_SEATS

__all__ = [
    "capital_of",
    "happens_at",
    "happens_here",
    "heads_paragraph",
    "is_dated_by",
    "is_home",
    "own_town",
    "seen_at",
    "unit_seat",
    "written_at",
]

# One town: "ORU/BELA" says of neither that it is "here".
_TOWN = re.compile(r"([A-Z][\w'’-]*[a-zA-Z](?:[ -][A-Z][\w'’-]+){0,3})\s*(?=[,(—–:.-]|\d|$)")
_BEFORE, _FLIGHT = 50, 80
_THIS_TOWN = re.compile(r"\bthis\s(?:[a-z-]+\s){0,2}(?:city|town)\b")
_OPENS = 800  # characters in which a report says so
_SEATS = frozenset("headquarters base garrison barracks compound".split())
# Where people flee to, or forces only turn, is not what a report goes on about.
_FLED = re.compile(
    r"\b(?:fled|flee|flees|fleeing|escaped|evacuated)\b[^.;,]*\b(?:to|towards?|into|at)\b[^.;,]*$"
    r"|\b(?:withdr[ae]w|withdrawn|withdrawing|retreat(?:ed|ing)?|pull(?:ed|ing)\s+back|fell\s+back)\b"
    r"[^.;,]*\b(?:towards?|to\s+(?:the|an?|its|their)\s+(?:\w+\s+){0,2}?(?:base|camp|barracks|airport|airfield"
    r"|positions|headquarters)\s+(?:at|in|near|outside))\b[^.;,]*$",
    re.IGNORECASE,
)
# "Withdrew from X": it happened there, unlike in "pushed into the city from X".
_GIVEN_UP = re.compile(
    r"\b(?:withdr\w+|retreat\w*|pull\w+|push\w+|driv\w+|drove|forc\w+|oust\w*|expel\w*|dislodg\w+|evict\w*|clear\w+)\b"
    r"(?:(?!\b(?:into|onto|through)\b)[^.;,]){0,50}$",
    re.IGNORECASE,
)
# Nor what only says when or why: "came five days after the fall of the base at X".
_DATES = re.compile(
    r"\b(?:(?:after|before|since|until|following)\s+(?:the|an?|their|its)"
    r"|in\s+(?:retaliation|reprisal|revenge|response|reply)\s+(?:for|to))\s+(?:\w+\s+){0,2}?"
    r"(?:fall|capture|seizure|loss|siege|battle|attacks?|assault|offensive|strikes?|raids?|shelling|bombing)"
    r"\s+(?:of|on|for|at|in)\s[^.;,]*$"
    # "Its biggest victory since it took X"
    r"|\b(?:biggest|largest|greatest|worst|heaviest|deepest|deadliest|fastest|bloodiest|fiercest|boldest|first)\b"
    r"[^.;,]{0,40}\bsince\b[^.;,]*$",
    re.IGNORECASE,
)
# So is what is told of one place by what was done to another: "entered X a day after taking Y".
_DEEDS = re.compile(
    r"\b(?:(?:after|before|since)\s+(?:\w+ly\s+)?\w+ing"
    r"|(?:hours?|days?|weeks?|months?)\s+(?:after|before))\s[^.;,]*$",
    re.IGNORECASE,
)
# Nor where those have been who now do something else: "rebels who took X last week closed in on".
_WHO = re.compile(r"\b(?:who|which)\b[^.;,]*$", re.IGNORECASE)
_LONG_AGO = re.compile(
    r"\s+(?:last\s+(?:week|month|year)|earlier\s+this\s+(?:week|month|year)"
    r"|(?:an?|two|three|four|several|some)\s+(?:days|weeks?|months?|years?)\s+(?:ago|earlier|before))"
    r"\s+(?:(?:has|have|had|were|was|are|is)\s+)?[a-z]{4,}",
)
# Land named only to say what a town of it is: "X, the capital of oil-rich Y state".
_CHIEF = re.compile(
    r",\s+(?:the\s+|an?\s+)?(?:[\w-]+\s+){0,3}?(?:capital|city|town|village|seat|stronghold|port)"
    r"\s+(?:of|in)\s+(?:the\s+)?(?:[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
_CHIEFS = ("capital", "city", "town", "village", "seat", "stronghold", "port")
# Some of these stands in what either of them meets; before most places none does.
_FLIGHTS = ("fled", "flee", "escaped", "evacuated", "withdr", "retreat", "pull", "fell back")
_TRADES = (
    "trader|buyer|farmer|teacher|shopkeeper|driver|nurse|priest|student|pastor|imam|fisherman|mechanic"
    "|merchant|vendor|butcher|baker|tailor|housewife|businessman|businesswoman|herder|miner"
    "|electrician|pharmacist|carpenter|hairdresser|civil servant"
)
# "A nurse from X" may be anywhere.
_OF_PEOPLE = re.compile(
    rf"\b(?:(?:residents?|inhabitants|townspeople|villagers?|townsfolk|locals|doctors"
    r"|police|rebels|insurgents|fighters|militiamen|activists|medics|witnesses)\s+(?:of|in|from)"
    rf"|(?:doctor|surgeons?|nuns?|missionar(?:y|ies)|(?:{_TRADES})s?)\s+(?:of|in)"
    r"|(?:reached|contacted|interviewed)\s+by\s+(?:satellite\s+)?(?:telephone|phone|radio)\s+in)"
    r"\s+(?:nearby\s+)?(?:the\s+(?:\w+\s+)?(?:of\s+)?)?$",
    re.IGNORECASE,
)
# "Said Jan Roe, a cocoa buyer in X".
_TRADES_THERE = re.compile(
    rf",\s+an?\s+(?:[\w-]+\s+){{0,3}}?(?:{_TRADES})\s+(?:in|from|of)\s+$", re.IGNORECASE
)
_PRESS = ("ournalist", "eporter", "orrespondent")
_SHOWN = re.compile(
    r"\b(?:took|taken|brought|drove|driven|flew|flown|led|escorted|bussed)\s(?:\w+\s){0,2}?(?:journalist|reporter|correspondent)s?"
    r"\s(?:\w+\s)?to\s(?:the\s)?$"
    r"|\b(?:journalist|reporter|correspondent)s?\s(?:who\s)?(?:visit(?:ed|ing|s)|touring|toured)\s(?:the\s)?$",
    re.IGNORECASE,
)
_LIVE_THERE = re.compile(
    r".*\b(?:residents?|inhabitants|villagers|townspeople|locals|people|mayor|priest|doctors?|elders?)"
    r"\s+of\s+(?P<town>.+)",
    re.IGNORECASE,
)
# Doctors, aid workers and reporters as often tell of what is far from where they are.
_HEAR_IT = re.compile(
    r".*\b(?:residents?|inhabitants|villagers|townspeople|locals|people|witness(?:es)?"
    r"|mayor|priest|elders?)\s+(?:of|in|at|inside)\s+(?P<town>.+)",
    re.IGNORECASE,
)
_POSTED = re.compile(
    r".*\b(?:officials|authorities|doctors|medics|reporters|correspondents|workers|officers|soldiers|troops|police|policemen|guards|fighters|men|observers|peacekeepers|villagers|hunters|vigilantes)"
    r"\s+(?:at|in|near)\s+(?P<town>.+)",
    re.IGNORECASE,
)


def heads_paragraph(text: str, section: Section, spot: Spot) -> bool:
    """Tell whether a place heads what follows it: "Oru: the rebels", "- Oru. The rebels"."""
    if text.startswith(":", spot.mention.end):
        return True
    alone = text.startswith(". ", spot.mention.end)
    return alone and not any(map(str.isalnum, text[section.start : spot.mention.start]))


def written_at(report: Report) -> PlaceExpression | None:
    """Return the town of a report's dateline, None where it has none or several."""
    for section in report.sections:
        if section.kind is SectionKind.DATELINE:
            town = _TOWN.match(report.text[section.start : section.end])
            return parse_place(town[1].title() if town[1].isupper() else town[1]) if town else None
    return None


def own_town(town: PlaceExpression | None, text: str) -> PlaceExpression | None:
    """Return a dateline's town unless it is a seat of government, where all news is written.

    A text that tells of "this city" is from there, seat or not.
    """
    seat = town is not None and town.heads[0] in capitals()
    return None if seat and not _THIS_TOWN.search(text, 0, _OPENS) else town


def capital_of(theatre: Theatre, text: str) -> PlaceExpression | None:
    """Return the capital of the country that a text is set in, None where no one country is.

    Where it may be set in several by its own words, the likeliest comes first. Those who have
    broken away have one of their own.
    """
    one = len(theatre.countries) == 1 or theatre.id == "neutral"
    town = capital_name(theatre.countries[0]) if one and theatre.countries else ""
    town = next((seat for seat in BREAKAWAY_SEATS if seat in text), town)
    return PlaceExpression(text=town, heads=(town,), feature_word="city") if town else None


def happens_here(
    parsed: Parsed, trigger: Trigger, town: PlaceExpression | None
) -> tuple[Placed, ...]:
    """Return the dateline's town for an event whose clause says "here".

    Not where those are here who tell of it: "officials here said", "the radio, heard here, said".
    """
    low, high = parsed.clause(trigger.last)
    here = (n for n in range(low, high + 1) if parsed.lower[n] == "here")
    number = next((n for n in here if not _tells_from(parsed, n, trigger.first)), None)
    if town is None or number is None:
        return ()
    word = parsed.words[number]
    return (Placed(expression=replace(town, text=word.text), start=word.start, end=word.end),)


def _tells_from(parsed: Parsed, here: int, event: int) -> bool:
    """Tell whether those who tell of an event are the ones who are "here"."""
    told = parsed.lower[here + 1 : event if here < event else here + 2]
    return any(map(is_speech, told))


def unit_seat(text: str, spot: Spot, expression: PlaceExpression) -> PlaceExpression:
    """Return a unit's own seat as a place in the town spoken of, and not as a seat told before."""
    seat = spot.unnamed and expression.feature_word in _SEATS
    own = seat and text.startswith(" of ", spot.mention.end)  # "the headquarters of the 15th"
    return replace(expression, feature_word="") if own else expression


def happens_at(text: str, spot: Spot) -> bool:
    """Tell whether what a sentence says happened there, or to those who tell: "residents of X"."""
    start = spot.mention.start
    if not spot.aside:
        # "Towards X" is a place in whole, with the word that tells how they went there.
        led = len(spot.lead) if text.startswith(spot.lead, start) else 0
        before = max(0, start - _FLIGHT), start + led
        held = lowered(text[slice(*before)]).__contains__
        fled = any(map(held, _FLIGHTS)) and (
            _is_toward(spot) or _FLED.search(text, *before) is not None
        )
        if held(", ") and any(map(held, _CHIEFS)) and _CHIEF.search(text, *before):
            return False
        dated = any(map(held, DATING)) and _DATES.search(text, *before)
        been = (held("who ") or held("which ")) and _WHO.search(text, *before)
        dated = dated or (been and _LONG_AGO.match(text, spot.mention.end))
        left = spot.lead == "from" and not _GIVEN_UP.search(text, *before)
        return not (left or fled or dated)
    return is_home(text, start)


def is_dated_by(text: str, spot: Spot) -> bool:
    """Tell whether a place only tells when something happened at the one that was told before."""
    before = max(0, spot.mention.start - _FLIGHT), spot.mention.start
    held = lowered(text[slice(*before)]).__contains__
    return any(map(held, DATING)) and _DEEDS.search(text, *before) is not None


def _is_toward(spot: Spot) -> bool:
    return spot.mention.expression.relation is Relation.TOWARD


def is_home(text: str, start: int) -> bool:
    """Tell whether the place at a character is where those live who tell: "residents of X".

    Or where those have come who report: "officials took journalists to X".
    """
    if _OF_PEOPLE.search(text, max(0, start - _BEFORE), start) is not None:
        return True
    lead = text[max(0, start - _FLIGHT) : start]
    if any(map(lead.__contains__, _PRESS)) and _SHOWN.search(lead):
        return True
    return ", a" in lead and _TRADES_THERE.search(lead) is not None


def seen_at(parsed: Parsed, claimant: str, *, hit: bool, heard: bool = False) -> Placed | None:
    """Return the town whose people tell: "residents of X said that soldiers had fled".

    ``hit`` says that they tell what befell themselves: "police at X said they came under fire",
    ``heard`` that they tell of fires or fighting, which is as good as saying that it was there.
    """
    there = _HEAR_IT.match(claimant) if heard else None
    heard = there is not None
    there = there or _LIVE_THERE.match(claimant) or (_POSTED.match(claimant) if hit else None)
    if there is None:
        return None
    for spot in parsed.spots:
        mention = spot.mention
        told = mention.expression.text.partition(", ")[0]  # "X, 30 km from Y"
        if spot.aside and mention.expression.heads and told in there["town"]:
            return Placed(
                expression=mention.expression,
                start=mention.start,
                end=mention.end,
                inherited=not heard,
            )
    return None
