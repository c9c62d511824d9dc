"""The town of whoever tells, which "the town" means: "the mayor of X said the town was shelled"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claims.claimants.speech import is_speech
from claims.events.sentences.stands_for import standing_for
from claims.events.spots.spot import Spot
from claims.events.spots.townlike import is_site, may_be_town, names_country, town_of
from gazetteer.place import Relation

__all__ = ["of_teller"]

# No governors: the city that one of a province tells of may be any in it.
_OFFICE = (
    r"(?:mayor|alderman|council|councillor|municipality|administration|city\s+hall|town\s+hall"
    r"|hospital|clinic|police\s+chief|garrison|base|airbase|air\s+base|prison|dam|plant|camp"
    r"|centre|center|university|port|airport)"
)
# Those who live in a town, or are there for others, tell of it.
_DWELLERS = (
    r"(?:residents?|inhabitants?|townspeople|villagers?"
    r"|(?:u\.?n\.?|aid|relief|red\s+cross)\s+(?:officials?|workers?|monitors?|observers?|staff))"
)
_WIDE = re.compile(r"\b(?:province|provincial|region|regional|oblast|governorate|state|district)\b")
_BEFORE = re.compile(
    rf"\b(?:{_OFFICE}|{_DWELLERS})\s+(?:[A-Z][\w'’-]+\s+){{0,3}}(?:of|in|at|for)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf"^(?:['’]s)?\s+(?:(?:city|town|village|local|municipal|military|civil|deputy|acting|central"
    rf"|main|general|district|provincial|regional)\s+){{0,2}}{_OFFICE}\b",
    re.IGNORECASE,
)
# Who has a base of his own: "the coordination centre at X said the base was hit".
_POSTED = re.compile(r"\b(?:cent(?:re|er)|garrison|command)\b")
_WORDS = re.compile(r"[a-z'’]+")
_TOWNS = frozenset(("town", "city", "village"))
_SEATS = frozenset(("base", "airport", "prison", "dam", "camp", "hospital", "port"))
_THE = re.compile(r"^(?:the|that|this)\s[\w-]+$")
_NEAR, _FAR = 60, 120  # characters before a town, and from it to "the town"


def of_teller(spots: Sequence[Spot], text: str) -> Sequence[Spot]:
    """Return the places of a sentence, "the town" as that of the official who tells of it.

    A town that is named in between is nearer.
    """
    if len(spots) < 2 or not any(spot.unnamed for spot in spots):
        return spots
    return [*_of_teller(spots, text)]


def _of_teller(spots: Sequence[Spot], text: str) -> Iterator[Spot]:
    teller: Spot | None = None
    for spot in spots:
        place = spot.mention.expression
        if place.heads:
            named = not (teller and spot.aside)
            teller = (spot if _tells(spot, text) else None) if named else teller
        meant = teller and not place.heads and _is_meant(teller, spot, text)
        yield _as_tellers(spot, teller) if teller and meant else spot


def _as_tellers(spot: Spot, teller: Spot) -> Spot:
    town = standing_for(spot.mention.expression, town_of(teller.mention.expression))
    return spot._replace(mention=replace(spot.mention, expression=town))


def _tells(spot: Spot, text: str) -> bool:
    """Tell whether a town is named for an office in it: "the mayor of X", "the X city council"."""
    place, start, end = spot.mention.expression, spot.mention.start, spot.mention.end
    if not (may_be_town(place) or is_site(place)) or names_country(place) or place.within:
        return False
    if place.relation is not Relation.AT:
        return False
    lead, behind = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    told = _BEFORE.search(lead) or _BEHIND.match(behind)
    site = place.feature_word in _SEATS  # "the hospital in X said"
    return site or (told is not None and not _WIDE.search(told[0]))


def _is_meant(teller: Spot, spot: Spot, text: str) -> bool:
    """Tell whether words of saying stand between an office and "the town" that it tells of."""
    place = spot.mention.expression
    between = text[teller.mention.end : spot.mention.start]
    if place.feature_word not in _TOWNS | _SEATS or not _THE.match(place.text.lower()):
        return False
    if len(between) > _FAR or "." in between.replace("Mr.", "").replace("Col.", ""):
        return False
    around = text[max(0, teller.mention.start - _NEAR) : spot.mention.start]
    same = place.feature_word not in _SEATS or place.feature_word in around
    same = same or (place.feature_word == "base" and bool(_POSTED.search(around)))
    return same and any(map(is_speech, _WORDS.findall(between.lower())))
