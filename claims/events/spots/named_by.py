"""Places that the next one names better: "the airport in X", "ten villages, among them X"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from claims.events.spots.townlike import ADMIN_WORDS
from claims.words import Sentence
from gazetteer.place import Relation
from gazetteer.town_parts import OF_TOWN
from gazetteer.wording.mentions import Mention

__all__ = ["AWAY", "between_of", "told_by", "without_site"]

AWAY = (Relation.OFFSET, Relation.DISTANCE, Relation.BETWEEN)
"""Relations of what lies off a town."""
_THE_TOWN = frozenset(("the city", "the town", "the village", "the capital"))
_OFFICE = re.compile(
    r"(?:['’]s)?\s+(?:(?:city|town|deputy|acting|regional|provincial)\s+)?"
    r"(?:mayor|governor|administrator|officials?|police|hospital|council|residents?)\b",
    re.IGNORECASE,
)
_NAMING = re.compile(
    r"^\s*[,:(]?\s*(?:including|such as|among them|namely|notably|like)?\s*(?:the\s+)?$",
    re.IGNORECASE,
)
# "Ten villages in two days, among them X", "since the start of the offensive, including X".
_AMONG = re.compile(
    r"^\s+(?:in|over|within|since|on|during|after)\s+[^,;.]{3,60},"
    r"\s+(?:among\s+them|including|notably)\s+(?:the\s+)?$"
)
_FEATURE_TAIL = re.compile(
    r"^\s+(?:(?!and\b|or\b)\S+\s+){0,4}?(?:in|at|near|of|outside|inside|around|overlooking|above|behind|below|to|from|between|over|across)"
    r"\s+(?:the\s+)?$"
    r"|^\s+(?:overlooking|outside|near)?\s*$",
    re.IGNORECASE,
)
_SAME = re.compile(
    r"^\s+(?!and\b|or\b)(?:(?:[\w-]+\s+){0,3}(?:in|at|near|of)\s+(?:the\s+)?|(?:[\w-]+\s+){1,3})$"
)
# "The headquarters of the 15th Command, 5 km south of X": the unit is no place.
_OF_UNIT = re.compile(r"^\s+of\s+[^,;.]{2,60},?\s*(?:in|at|near)?\s*(?:the\s+)?$")
# "The airport and a military camp in X", "the museum, a bank and two mosques in X".
_SITE = r"(?:an?|the|its|their|two|three|four|several)\s+(?:[\w-]+\s+){0,2}[\w-]+"
_AND_SITE = re.compile(
    rf"^(?:,\s+{_SITE}){{0,4}},?\s+and\s+{_SITE}\s+(?:in|at|near|outside)\s+(?:the\s+)?$"
)
_NEXT_SITE = re.compile(rf"^(?:\s[\w-]+)?(?:,\s+{_SITE}){{0,4}}(?:,|,?\s+and)\s+(?:most\s+of\s+)?$")
# "The bridge over the river at X", "a bridge across the river near X".
_CROSSES = re.compile(
    r"\b(?:bridges?|crossings?|dams?|ferry|pontoons?)\s+(?:\w+\s+)?(?:over|across|on)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_THERE = re.compile(r"^(?:\s+(?:at|in|near|outside))?\s+(?:the\s+)?$")
_FEW = re.compile(r"^\s*(?:[\w-]+\s+){0,2}$")
# "The road from X"; but "shelled the town from X".
_BOUND = re.compile(r"\bfrom\s+(?:the\s+)?$")
_WAY = re.compile(
    r"\b(?:roads?|highways?|motorways?|streets?|railways?|routes?|tracks?|lines?|corridors?|pass|passes|approach(?:es)?|exits?"
    r"|entrances?|gates?|crossings?|bridges?|axis|access|valleys?|trails?|paths?|pipelines?|canals?)$",
    re.IGNORECASE,
)
_KINDS = re.compile(r"^\s+(?:and|or)\s+(?:nearby\s+)?$", re.IGNORECASE)
_KIND_LAST = re.compile(r"\b(?:capital|town|city|village|district|stronghold|port|suburb)$")
_PLURAL = re.compile(
    r"\b(?:(?:village|town|area|district|settlement|neighbou?rhood|position|suburb)s)\b"
)
_HARMED = ("cut", "block", "clos", "sever", "shell", "bomb", "attack", "ambush", "mine", "clash")
_LEADS_TO = re.compile(r"\s+(?:to|of|on|at|near)\s+(?:the\s+)?$")
_AT_POINTS = re.compile(r"\s*(?:(?:in|at)\s+\w+\s+(?:places|points)\s*)?$")
_NEXT = 3  # words between "north of X" and the village at which it was
_LED_OVER = 40  # characters of "pontoon bridge across the"
_NAMED_LINE = re.compile(r"Line of |\w+ Line$")
_THAT = re.compile(r"(?:the|its|their)\s", re.IGNORECASE)
_GOING_ON = ([",", ","], [",", "and"], [",", ", and"])


_OF_SITE = re.compile(
    r"^\s(?:complex|compound|facility|installation|post|position)\s(?=overlooking\s|dominating\s|$)"
)
_AYN = re.compile(r"(?<=\s)['‘]$")  # "X and 'Ayn Dara"


def between_of(sentence: Sentence, before: Mention | None, mention: Mention) -> str:
    """Return the words between two places, or none before the first; in capitals small ones.

    "The X factory complex north of Y" is X factory, and so is "the X post overlooking Y" X.
    """
    if before is None:
        return ""
    between = sentence.text[before.end - sentence.start : mention.start - sentence.start]
    between = between.lower() if between.isupper() and sentence.text.isupper() else between
    between = _AYN.sub("", between)
    return without_site(between) if before.expression.heads else between


def without_site(between: str) -> str:
    """Leave out what only goes on with the name of a site: " complex north of "."""
    return _OF_SITE.sub(" ", between)


def told_by(sentence: Sentence, mention: Mention, later: Sequence[Mention]) -> bool:
    """Tell whether the next place names this one better: "the airport in X", "villages: X, Y"."""
    behind = later[0] if later else None
    if behind is None or _is_that_town(mention, later):
        return False
    between = between_of(sentence, mention, behind)
    if not behind.expression.heads:  # "the road to the airport at X"
        leads = not mention.expression.heads and bool(_LEADS_TO.match(between))
        leads = leads and _is_harmed(sentence, mention)
        leads = leads or (not mention.expression.heads and bool(_NEXT_SITE.match(between)))
        return _is_off(mention, behind, between) or (leads and told_by(sentence, behind, later[1:]))
    if not mention.expression.heads:
        bound = _BOUND.search(between) and not _WAY.search(mention.expression.text)
        # "Left the town to X", but "the road to X", "along the lake towards X"
        leads = behind.expression.relation is Relation.TOWARD or between.split() == ["to"]
        bound = bound or (leads and mention.expression.text.lower() in _THE_TOWN)
        listed = between.strip() == "," and (
            _opens_list(sentence, mention, later) or _is_no_name(sentence, mention, behind)
        )
        return not bound and not listed and _names(behind, between)
    return _is_crossed_there(sentence, mention, between) or _is_better(mention, behind, between)


def _is_no_name(sentence: Sentence, town: Mention, behind: Mention) -> bool:
    """Tell whether what stands behind "the town," is its land, or of who tells of it.

    So in "left the town, X province", "shelled the town, X mayor Jan Roe said".
    """
    if town.expression.text.lower() not in _THE_TOWN:
        return False
    land = behind.expression.feature_word in ADMIN_WORDS
    return land or _OFFICE.match(sentence.text, behind.end - sentence.start) is not None


def _opens_list(sentence: Sentence, site: Mention, later: Sequence[Mention]) -> bool:
    """Tell whether a list opens with what a town has: "the airport, X and Y"; no "base, X, and"."""
    said, joints = site.expression, [between_of(sentence, *two).strip() for two in pairwise(later)]
    own = said.feature_word in OF_TOWN and _THAT.match(said.text.removeprefix("near "))
    plain = later[0].expression.feature_word not in OF_TOWN
    return bool(own) and plain and (joints[:1] == ["and"] or joints in _GOING_ON)


def _is_that_town(mention: Mention, later: Sequence[Mention]) -> bool:
    """Tell whether a town told of stands before a river: "60% of the city and, along the X,"."""
    named = next((m.expression for m in later if m.expression.heads), None)
    town = mention.expression.text.lower() in _THE_TOWN
    return town and named is not None and named.relation is Relation.ALONG


def _is_off(mention: Mention, behind: Mention, between: str) -> bool:
    """Tell whether a nameless place is told by how it lies to another: "the road west of the city".

    So is "the main road 3 km from the town".
    """
    nameless = not (mention.expression.heads or between.strip())
    return nameless and behind.expression.relation in (Relation.OFFSET, Relation.DISTANCE)


def _is_crossed_there(sentence: Sentence, river: Mention, between: str) -> bool:
    """Tell whether a river is only what a bridge leads over: "a bridge over the Oru at X"."""
    if not _THERE.match(between):
        return False
    start = river.start - sentence.start + 4 * river.expression.text.lower().startswith("the ")
    return _CROSSES.search(sentence.text, max(0, start - _LED_OVER), start) is not None


def _is_harmed(sentence: Sentence, road: Mention) -> bool:
    """Tell a road that is cut near a town from one that is taken: its town is not taken by that."""
    number = sentence.word_at(road.start)
    return any(w.startswith(_HARMED) for w in sentence.lower[max(0, number - 3) : number])


def _is_better(mention: Mention, behind: Mention, between: str) -> bool:
    """Tell whether of two named places the second tells better where the first is."""
    among = _NAMING.match(between) or _AMONG.match(between)
    if among and "," in between and _PLURAL.search(mention.expression.text):
        return between.strip() != ","  # "villages north of X, including Y"
    off = behind.expression.relation in AWAY  # "the X district west of Y" is told by X
    beside = not (between.strip() or off) and _KIND_LAST.search(mention.expression.text)
    same = mention.expression.heads == behind.expression.heads and _SAME.match(between)
    if beside or same:
        return True  # "the Telma capital Oru", "the X repair plant in X"
    # "The highway near X", "the river north of Y", "the front between Y and Z"
    if mention.expression.relation is Relation.ALONG or _is_stream(mention):
        nearer = behind.expression.relation in (Relation.NEAR, Relation.BETWEEN, Relation.OFFSET)
        road = mention.expression.text.lower().endswith(("road", "highway", "railway", "route"))
        return (nearer and bool(_AT_POINTS.match(between))) or (road and between.strip() == "at")
    return _is_wide(mention, behind, between)


def _is_stream(mention: Mention) -> bool:
    plain = mention.expression.relation is Relation.AT
    return plain and mention.expression.feature_word in ("river", "canal")


def _names(behind: Mention, between: str) -> bool:
    """Tell whether a place that has no name gets one from the next: "the airport in X"."""
    if _KINDS.match(between) and _PLURAL.match(behind.expression.text):
        return True  # "towns and villages in X"
    tail = behind.expression.relation in AWAY and _FEW.match(between)
    edge = behind.expression.relation is Relation.OUTSKIRTS and between.strip() == "on"
    tail = tail or _OF_UNIT.match(between)
    road = behind.expression.relation is Relation.ALONG and between.strip() in ("on", "along")
    island = behind.expression.text.endswith(("Island", "island")) and between.strip() == "on"
    named = (
        road
        or island
        or _FEATURE_TAIL.match(between)
        or _AMONG.match(between)
        or _AND_SITE.match(between)
        or (_NAMING.match(between) and between.strip())
    )
    return bool(tail or edge or named)


def _is_wide(mention: Mention, behind: Mention, between: str) -> bool:
    """Tell whether what is wide is told better by what it is at: "north of X, at Y"."""
    relation = behind.expression.relation
    near = relation is Relation.NEAR or between.strip() in ("in", "at")
    nearer = near or (relation is Relation.TOWARD and not between.strip())  # no "push towards Y"
    expression = mention.expression
    wide = expression.relation is Relation.OFFSET or _NAMED_LINE.match(expression.heads[0])
    # But "one north of X and one at Y", "north of X on the third day of a push towards Y"
    beside = "," not in between and "and" not in between.split() and len(between.split()) <= _NEXT
    return bool(wide) and nearer and beside
