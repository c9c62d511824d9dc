"""Places that only tell where another is, or what it is: "X, a village near Y"."""

from __future__ import annotations

import re

from claims.events.spots.beside import is_above
from claims.events.spots.gateways import is_seat_of, is_what_it_leads_to, joins_two, leads_through
from claims.events.spots.named_by import AWAY
from claims.events.spots.spot import WAY, Spot
from claims.events.spots.summed_up import is_its_land, sums_up
from claims.events.spots.townlike import names_country
from claims.words import Sentence
from gazetteer.place import Relation
from gazetteer.town_parts import any_part
from gazetteer.wording.mentions import Mention

__all__ = ["describes", "says_where"]

_WHERE = (Relation.NEAR, Relation.OFFSET)
_BESIDE = (Relation.NEAR, Relation.OFFSET, Relation.OUTSKIRTS, Relation.TOWARD)
# "X, the rebel headquarters, after": no list goes on behind it.
_CLOSED = re.compile(r"^\s*(?:[.;]|,(?!\s*(?:and|or|the|an?|in|at|near)\b|\s*[A-Z]))")
_BRACKET = re.compile(r"^\s*\((?:\w+\s+){0,3}$")
_HELD_BY = re.compile(r"^\s*,?\s*(?:in|of|inside|within|across)\s+(?:the\s+)?$", re.IGNORECASE)
_DESCRIBED = re.compile(
    r"^\s*,\s+(?:(?:just|located|situated|lying|which\s+(?:lies|sits|stands)|another|some|about|only|roughly|home|site|scene|upstream|downstream|(?:further|farther|lower|higher)\s+(?:up|down|along)|\d[\d,.]*)\b(?:[^,;:]|,(?=\d))*"
    r"|an?\s+(?:[\w'’-]+\s+){0,2}(?:drive|march|ride|walk)\b[^,;]*|the\s+(?:clos|near|furth|farth)est\s+(?:point\s+)?(?:[\w'’-]+\s+){1,4}(?:come|came|got|been|advanced|reached|pushed)\s[^,;]*"
    r"|(?:an?|(?:the|its|their|(?:the\s+)?(?:[\w-]+\s+){0,2}[\w-]+['’]s?)\s+(?:[a-z-]+est|last|main|only|second|third|fourth|key|twin|sister))\s+(?:[\w-]+\s+){0,3}(?:town|village|city|settlement|hamlet|suburb|port|district|area|region|hub"
    r"|stronghold|foothold|bastion|redoubt|garrison|position|community|site|locality|municipality|commune|junction|crossing|outpost|hill|peak|ridge|station|airfield|neighbou?rhood|crossroads|enclave|resort|province|cent(?:re|er)|capital|terminus|seat|base)\b(?:[^,;]|,(?=\d))*)$",
    re.IGNORECASE,
)
# "X, the birthplace of somebody, 60 km north of Y".
_APPOSED = re.compile(r"^\s*,\s+(?:the|an?|home|known|once)\s[^,;:]{3,70}(?P<set_off>,?)\s*$")
_GOES_THERE = re.compile(r"\b(?:is|are|was|were)\s+\S|\bto\s+within\b")
_ON_PART = re.compile(
    r"^(?:\s+and\s+\S+)?"
    rf"(?:\s+(?:area|camp|{any_part(plural=True)}))?\s+(?:on|in|at)\s+(?:the\s+)?$"
)
_DIRECTED = re.compile(r"(?:North|South|East|West)(?:east|west)?(?:ern)?\s+[A-Z]")
_NO_LIST = re.compile(
    r",?\s*(?:[.;]|\bon\b|\w+day\b)|,(?!\s*(?:and\s+(?:the\s+)?[A-Z]|or\b|[A-Z]))"
)
_BEING = re.compile(r"^\s+(?:is|was|remains|remained|became|has\s+become)\s+$")
_ABOVE = re.compile(r"^\s+(?:above|behind|below|overlooking|beside|near|opposite|next\s+to)\s+$")
_NAMED_BEHIND = re.compile(r"\s+(?:in|at|of|near)\s+[A-Z]")
_OWNS = re.compile(r"^(?:'s|’s|s')\s")
# "X, Y's gateway to the sea": what X is to Y.
_OWN_PART = re.compile(
    r"['’]s\s+(?:[\w-]+\s+){0,2}(?:gateway|lifeline|capital|outlet|link|hub|stronghold|bastion|"
    r"largest|biggest|main|second|third)\b"
)
# "X, capital of the province"
_HEAD_OF = re.compile(
    r"^\s*,\s+(?:[\w-]+\s+){0,2}(?:capital|seat|headquarters|hub|site|home|cent(?:re|er))\s+of\s+(?:the\s+)?$"
)
# "The X and Y directions of the front"
_OF_FRONT = re.compile(r"^\s+(?:directions?|sectors?|sections?)\s+of\s+(?:the\s+)?$")
# "X on the Y peninsula", "X, on the river"
_ON = re.compile(r"^,?\s+on\s+(?:the\s+)?$")
_LANDS = re.compile(
    r"\b(?:peninsula|island|isthmus)$|^(?:the\s+)?(?:island|isle)\s+of\b|^the\s+(?-i:[A-Z])\w+$",
    re.I,
)
_ALIAS = re.compile(
    r"^\s*,\s+(?:(?:(?:also|formerly)\s+)?(?:called|known\s+as)|formerly|(?P<or>or))\s+$"
)
_ON_LINE = re.compile(r"^(?:\s+(?:on|near|along|by)?|,\s+on)\s*(?:the\s+)?$", re.IGNORECASE)
_SPANS = re.compile(r"^\s+(?:over|across|spanning)\s+(?:the\s+)?$")  # "the X bridge over the Y"
# "X, administratively part of Y,"
_ONCE = re.compile(r"^\s*,\s+(?:[a-z]+ly|once|now|formerly|still|also)?\s*$")
_KIND_OF = re.compile(r"^\s*,\s+(?:an?|the)\s+(?:[\w-]+\s+){0,3}$")  # "X, a poor district of Y"
_DISTRICT_OF = re.compile(
    r"(?:district|suburb|quarter|neighbou?rhood|sector|section|part)s?\s+of\b"
)
# "X, one of three palaces in the capital, was hit", "X, its base at the edge of Y"
_ONE_OF = re.compile(
    r"^\s*,\s+one\s+of\s+(?:[^,;]{3,60}\s(?:in|of|near|at)\s+)?(?:the\s+)?$"
    r"|^\s*,\s+(?:the|an?)\s+(?:strip|band|belt|stretch|slice|sliver)\s+of\s+\w+\s+$"
    r"|^\s*,\s+(?:its|their)\s+(?!troops|forces|men\b|fighters)(?:[\w-]+\s+){1,4}(?:on|at|near|in)\s+(?:the\s+)?$"
)
_SPANNING = ("bridge", "bridges", "dam", "viaduct", "crossing")
_LONG = frozenset("road river border coast railway pipeline mountain province district".split())
_WHOLES = frozenset("governorate oblast region state county department".split())
_LINES = frozenset("border frontier coast river shore coastline lake".split())
# "X, the main town of the Y valley", "X, sector of Y".
_SEAT = re.compile(
    r"^the\s+(?:\w+\s+){0,2}(?:capital|seat|cent(?:re|er)|hub)\s+of\b"
    r"|^the\s+(?:main|chief|principal|last|only|second|third|fourth|[\w-]+est)\s+(?:[\w-]+\s+)?"
    r"(?:town|city|village|port|settlement|base)\s+(?:of|in|on)\b"
    r"|^(?:sector|district|province|region|municipality|commune|county|governorate|zone)\s+of\b",
    re.IGNORECASE,
)
# "X, the hill that overlooks Y", "X, a village on the road": the same place in other words.
_SAME_FEATURE = re.compile(
    r"^\s+(?:that|which|where|whose|they|it|he|she|we|to\s+(?:be|fall|the|(?-i:[A-Z])\w+)|still|held|controlled|under|overlook\w+|[a-z]+ing|known|located|situated|on|in|at|near|above|below|"
    r"(?:through|past|by|around|across|over|into|near|along|up|beyond)\s+which|between|outside|north|south|east|west|of|from|before|after|beyond)\b",
    re.IGNORECASE,
)
_ADMIN = re.compile(r"\s+(?:cercle|woreda|commune|raion|canton|payam|tehsil|upazila|chiefdom)\b")
_ARTICLE = re.compile(r"^(?:the|an?)\s", re.IGNORECASE)
# "X, close to the border", "X, on the road to Y": where it lies.
_LIES = re.compile(
    r"^(?:(?:on\s+)?the\s+other\s+side\s+of|(?:very\s+)?(?:close|next|adjacent)\s+to|not\s+far\s+from|near|outside|opposite|along|bordering|facing|across|"
    r"(?:just|right)\s+\w+|(?:(?:on|at|by)\s+)?the\s+(?:\w+\s+){0,2}?(?:road|highway|motorway|route|border|frontier|edges?|entrances?|exits?|approach(?:es)?|"
    r"banks?|shores?|coast|river|way|foot|junction|mouth|slopes?|ridges?|hills?|heights|lake|railway|railroad|line))\b",
    re.IGNORECASE,
)
# "X, on the road to Y, fell", "X, the last town held by rebels in Y": Y goes on telling of X.
_GOES_ON = re.compile(
    r"^\s+(?:(?:still\s+)?(?:remaining|left|held|controlled|under)\s+(?:[\w'’-]+\s+){1,4})?(?:to|towards?|from|with|of|between|into|on|in|at|near|along|outside|above|below|overlooking)\s+(?:the\s+)?(?:(?:[a-z][\w-]*\s+){1,3}of\s+)?$"
)
_AND_WHAT = re.compile(  # "X, the state capital and a major hub", "X, the capital, and Y"
    r"^\s+and\s+(?:an?|home|one\s+of|once|the\s+(?:seat|hub|main|largest|biggest|second))\b|^,\s+and\s"
)
_NEARBY = ("near ", "close to ", "not far from ")
_COMMA_LED = re.compile(r"^\s*(?:\d{1,2})?,\s*(?:on|at|by|along)?\s*$", re.IGNORECASE)
_NEXT_LED = re.compile(
    r"^\s*(?:,\s*|,?\s*and\s+)(?:in|on|at|near|around|along|outside|close|between"
    r"|(?:north|south|east|west)(?:east|west)?(?:ern)?(?:\s+of)?)\s+"
    r"(?!(?:an?\s+(?:effort|attempt|bid|drive|operation|offensive|move)\b|order\b|early|late|mid|dawn|daybreak|first\s+light|sunrise|noon|midday|dusk|sunset|nightfall"
    r"|night|midnight|around\s+\d|the\s+(?:morning|evening|night)|\w+day|[A-Z][a-z]{2,8}\s+\d|\d+)\b)",
    re.IGNORECASE,
)


def says_where(described: Spot | None, before: Spot | None, mention: Mention, between: str) -> bool:
    """Tell whether a distance goes on telling of a place: "X, a port near Y and 9 km from Z"."""
    beside = between.endswith(", ") or between.strip() in ("", "and")
    kind = before is not None and before.unnamed and not between.strip()  # "X, the town near Y"
    near = (kind or between.strip() == "and") and mention.expression.text.startswith(_NEARBY)
    away = near or (mention.expression.relation in AWAY and beside)
    return described is not None and (away or bool(_GOES_ON.match(between)))


def describes(
    sentence: Sentence, before: Spot, mention: Mention, between: str, *, listed: bool
) -> bool:
    """Tell whether a place says where the one before it is, or what it is.

    No country lies near a town: "crossed into Chad near X" tells where.
    """
    if _tells_of(sentence, before, mention, between, listed=listed):
        return True
    closes = sentence.text.startswith(")", mention.end - sentence.start)
    if _BRACKET.match(between) and (closes or mention.expression.relation in AWAY):
        return True  # "X (Y)", "X and Y (both west of Z)"
    overlooks = is_above(before, between)  # the town below
    said = overlooks or is_what_it_leads_to(sentence, mention, between)
    said = said or _is_said_to_be(before, mention, between) or is_its_land(before, mention, between)
    said = said or _is_at_edge(sentence, before, mention, between)
    said = said or joins_two(before, mention, between) or is_seat_of(before, between)
    if said or _is_beside(sentence, before, mention, between):
        return True
    if not between.strip() and mention.expression.relation in _WHERE:
        # "Captured X near Y", "shelled X north of Y"
        land = names_country(before.mention.expression)
        off = mention.expression.relation is Relation.OFFSET
        return _is_settled(before.mention, off=off) and not (before.aside or land)
    if _is_alias(sentence, before, mention, between):
        return True
    own = between.strip() == "," and _OWN_PART.match(sentence.text, mention.end - sentence.start)
    return bool(own) or (bool(_COMMA_LED.match(between)) and _repeats(sentence, before, mention))


def _is_at_edge(sentence: Sentence, before: Spot, mention: Mention, between: str) -> bool:
    """Tell whether a place lies at the edge of the next: "X, on the outskirts of Y"."""
    edge = mention.expression.relation is Relation.OUTSKIRTS and between == ", on "
    listed = sentence.text.startswith(" and ", mention.end - sentence.start)
    return edge and bool(before.mention.expression.heads) and not listed


def _is_alias(sentence: Sentence, before: Spot, mention: Mention, between: str) -> bool:
    """Tell whether a place has another name: "X, also called Y", "Hill 402, or Sleeping Dog"."""
    alias = _ALIAS.match(between)
    if alias is None or before.listed or not before.mention.expression.heads:
        return False  # "the provincial capital, also called X": the name is the place
    # Set off or numbered; "will attack X, or Y." names two
    set_off = sentence.text.startswith(",", mention.end - sentence.start)
    return alias["or"] is None or set_off or before.mention.expression.text[-1].isdigit()


def _is_said_to_be(before: Spot, mention: Mention, between: str) -> bool:
    """Tell whether a place is called something: "X is the last town in Y", "X's 17 districts"."""
    if not before.mention.expression.heads or mention.expression.heads:
        return False
    named = _BEING.match(between) and _ARTICLE.match(mention.expression.text)
    return bool(named or _OWNS.fullmatch(between))


def _is_beside(sentence: Sentence, before: Spot, mention: Mention, between: str) -> bool:
    """Tell whether one place without a name says where another is: "the hill above the school"."""
    if mention.expression.relation is Relation.ALONG and not between.strip():
        # "In northern X along the railway"
        return bool(before.mention.expression.heads) and not mention.expression.heads
    unnamed = before.unnamed and not mention.expression.heads and bool(_ABOVE.match(between))
    named = unnamed and _NAMED_BEHIND.match(sentence.text, mention.end - sentence.start)
    return unnamed and not named  # "the hill above the school in X"


def _tells_of(
    sentence: Sentence, before: Spot, mention: Mention, between: str, *, listed: bool
) -> bool:
    """Tell whether a place says where the one before is, or what it is."""
    away = mention.expression.relation in AWAY and not _is_next_side(sentence, before, mention)
    set_off = sentence.text.startswith(",", mention.end - sentence.start)
    lies = away or (before.unnamed and _LIES.match(mention.expression.text))
    if lies and set_off and (between.strip() == "," or (not away and _COMMA_LED.match(between))):
        return True  # "the town, 80 km from the capital, was taken", "the town, near the border,"
    if not before.mention.expression.heads or (listed and "including" in between):
        return False
    held = _HELD_BY.match(between) and not _goes_on_list(sentence, before, mention, between)
    held = held or sums_up(sentence, before, mention, between)
    spans = before.mention.expression.text.lower().endswith(_SPANNING)
    part = mention.expression.text.lower().startswith("part of")
    held = held or bool((spans and _SPANS.match(between)) or (part and _ONCE.match(between)))
    kind = _KIND_OF.match(between) and _DISTRICT_OF.match(mention.expression.text)
    held = held or bool(kind or _ONE_OF.match(between))
    held = held or _is_its_part(mention, between) or _is_its_province(sentence, mention, between)
    held = held or (bool(_ON.match(between)) and _LANDS.search(mention.expression.text) is not None)
    held = held or bool(
        _OF_FRONT.match(between) or _DESCRIBED.match(between) or _HEAD_OF.match(between)
    )
    if held or _is_apposed(mention, between) or leads_through(before.mention, mention, between):
        return True
    if _ON_LINE.match(between) and mention.expression.feature_word in _LINES:
        return before.lead != "from"  # "the bridge on the border"
    if between.strip() != ",":  # "at X near the capital"
        near = mention.expression.relation is Relation.NEAR and not mention.expression.heads
        return near and not between.strip() and before.lead != "from"
    seat = bool(_SEAT.match(mention.expression.text))
    return away or seat or bool(_ADMIN.match(sentence.text, mention.end - sentence.start))


def _is_its_part(mention: Mention, between: str) -> bool:
    """Tell whether "X on the northern edge of the city" only says where in the city X is."""
    part = mention.expression.relation in (Relation.OUTSKIRTS, Relation.PART)
    joined = _ON_PART.match(between) or not between.strip()  # "in the south of it" has its own "in"
    return part and bool(joined) and not mention.expression.heads


def _is_its_province(sentence: Sentence, mention: Mention, between: str) -> bool:
    """Tell whether a part of a land behind a comma holds a place: "X, Eastern Y, and left"."""
    expression = mention.expression
    part = expression.relation is Relation.PART or _DIRECTED.match(expression.text)
    if between.strip() != "," or not part:
        return False
    return bool(_NO_LIST.match(sentence.text, mention.end - sentence.start))


def _is_next_side(sentence: Sentence, before: Spot, mention: Mention) -> bool:
    """Tell whether directions are listed: "west of X, north of Y, and east of Z"."""
    sides = (before.mention.expression, mention.expression)
    plain = all(e.relation is Relation.OFFSET and not e.distance_km for e in sides)
    behind = sentence.text[mention.end - sentence.start :]
    return plain and (before.listed or bool(_NEXT_LED.match(behind)))


def _goes_on_list(sentence: Sentence, before: Spot, mention: Mention, between: str) -> bool:
    """Tell whether "in X" goes on with a list: "near W, in X, and north of Z"."""
    if "," not in between or before.mention.expression.relation not in _BESIDE:
        return False
    behind = sentence.text[mention.end - sentence.start :]
    whole = mention.expression.feature_word in _LONG or mention.expression.feature_word in _WHOLES
    return not whole and bool(_NEXT_LED.match(behind))


def _is_apposed(mention: Mention, between: str) -> bool:
    """Tell whether a distance hangs on what a place is: "X, the birthplace of Z, 55 km from Y"."""
    what = _APPOSED.match(between) if mention.expression.relation in AWAY else None
    # "X, the diamond centre 400 km from Y"
    goes = _GOES_THERE.search(between + mention.expression.text)  # "X, the rebels were 5 km from Y"
    return what is not None and not goes and bool(what["set_off"] or mention.expression.distance_km)


def _is_settled(mention: Mention, *, off: bool) -> bool:
    """Tell whether a place is a point on the map, or a district ``off`` a town, and no road."""
    expression = mention.expression
    plain = expression.relation in (Relation.AT, Relation.TOWARD)
    plain = plain and expression.feature_word not in (_LONG - {"district"} if off else _LONG)
    return plain and bool(expression.heads)


def _repeats(sentence: Sentence, before: Spot, mention: Mention) -> bool:
    """Tell whether a place behind a comma only says what or where the named one before it is."""
    described = before.mention.expression
    if not described.heads or before.aside or WAY.search(described.text):
        return False
    behind, text = sentence.text[mention.end - sentence.start :], mention.expression.text
    if _NEXT_LED.match(behind):
        return False
    if _LIES.match(text):
        # "The road to X, the road to Y" are two.
        told, said = (_ARTICLE.sub("", t) for t in (described.text, text))
        return said.split()[:1] != told.split()[:1]
    unnamed = not mention.expression.heads and bool(_ARTICLE.match(text))
    capital = text.lower().endswith(" capital") and _AND_WHAT.match(behind)
    ends = capital or _CLOSED.match(behind) or _SAME_FEATURE.match(behind) or _OWNS.match(behind)
    opens = before.fronted and behind.startswith(",")  # "In X, the capital, the army"
    return unnamed and bool(ends or opens)
