"""What each place of a sentence hangs on: its preposition, its list, and what it only describes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claims.scene import scene
from claims.told_from import is_dateline, said_in
from claims.words import Sentence
from gazetteer.mentions import Mention
from gazetteer.place import Relation

__all__ = ["Spot", "read_spots"]

_LEADS = frozenset(
    """
    in at on near around outside inside within into onto to toward towards from of for against over
    across along alongside through throughout between with by about behind beyond above below via
    off than like unlike except
    """.split()
)
_SKIPPED = frozenset(
    """
    the a an this that its their his nearby occupied besieged embattled newly recently recaptured
    captured liberated strategic key northern southern eastern western central whole entire rest
    both either neighbouring neighboring downtown restive troubled contested disputed remote
    mountainous populous coastal historic ancient devastated flashpoint
    """.split()
)
_ABOUT = frozenset("about around over".split())  # "about 15 km from X"
_MOVING = frozenset("from to toward towards".split())  # "from the heights at X" is from X
_INSIDE = re.compile(r"^\s+(?:in|at|of|near|above|outside)\s+(?:the\s+)?$", re.IGNORECASE)
# A place that hangs on one of these is not where the event is.
_ASIDE = frozenset("with by about via than like unlike except".split())
_LISTED = re.compile(
    r"^(?=.*(?:[,;&]|\b(?:and|or|as well as|including)\b))"
    r"(?:[\s,;&]|\b(?:and|or|also|both|as well as|including|in|near|around|at|on|of|to|towards?"
    r"|from|outside|against|into|over|along|the|(?:town|village|district)s?|city)\b)*$",
    re.IGNORECASE,
)
_HELD_BY = re.compile(r"^\s*,?\s*(?:in|of|inside|within|across)\s+(?:the\s+)?$", re.IGNORECASE)
_NAMING = re.compile(
    r"^\s*[,:(]?\s*(?:including|such as|among them|namely|notably|like)?\s*(?:the\s+)?$",
    re.IGNORECASE,
)
_DESCRIBED = re.compile(
    r"^\s*,\s+(?:(?:just|located|situated|lying|some|about|only|roughly|home|\d[\d,.]*)\b(?:[^,;]|,(?=\d))*"
    r"|an?\s+(?:[\w'’-]+\s+){0,2}(?:drive|march|ride|walk)\b[^,;]*"
    r"|(?:an?|the\s+(?:[a-z]+est|last|main|only|second|third|key))\s+(?:[\w-]+\s+){0,3}(?:town|village|city|settlement|hamlet|suburb|port|district|area|region|hub"
    r"|stronghold|community|junction|crossing|outpost|hill|ridge|station|airfield|neighbou?rhood|crossroads|enclave|resort|province)\b(?:[^,;]|,(?=\d))*)$",
    re.IGNORECASE,
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
_FEW = re.compile(r"^\s*(?:[\w-]+\s+){0,2}$")
_COUNTRYS = re.compile(
    r"\b(?:half|most|third|quarter|all)\s+of\s+the\s+(?:country|nation|state)['’]s\s+$"
)
_OWNS = re.compile(r"^(?:'s|’s|s')\s")
_ON_LINE = re.compile(r"^\s+(?:on|near|along|by)?\s*(?:the\s+)?$", re.IGNORECASE)
_NAMED_LINE = re.compile(r"Line of |\w+ Line$")
_LINES = frozenset("border frontier coast river shore coastline".split())
_KINDS = re.compile(r"^\s+(?:and|or)\s+(?:nearby\s+)?$", re.IGNORECASE)
_KIND_LAST = re.compile(r"\b(?:capital|town|city|village|district|stronghold|port|suburb)$")
_PLURAL = re.compile(
    r"\b(?:(?:village|town|area|district|settlement|neighbou?rhood|position|suburb)s)\b"
)
_AWAY = (Relation.OFFSET, Relation.DISTANCE, Relation.BETWEEN)
_SEAT = re.compile(
    r"^the\s+(?:\w+\s+){0,2}(?:capital|seat|cent(?:re|er)|hub)\s+of\b", re.IGNORECASE
)
# "X, the hill that overlooks Y", "X, a village on the road": the same place in other words.
_SAME_FEATURE = re.compile(
    r"^\s+(?:that|which|where|whose|overlook\w+|[a-z]+ing|known|located|situated|on|in|at|near|above|below|"
    r"between|outside|north|south|east|west|of|from)\b",
    re.IGNORECASE,
)
_ADMIN = re.compile(r"\s+(?:cercle|woreda|commune|raion|canton|payam|tehsil|upazila|chiefdom)\b")
_ARTICLE = re.compile(r"^(?:the|an?)\s", re.IGNORECASE)
# "X, close to the border", "X, on the road to Y": where it lies.
_LIES = re.compile(
    r"^(?:(?:very\s+)?(?:close|next|adjacent)\s+to|not\s+far\s+from|near|opposite|along|bordering|facing|across|"
    r"(?:just|right)\s+\w+|(?:(?:on|at|by)\s+)?the\s+(?:\w+\s+){0,2}?(?:road|highway|motorway|route|border|frontier|edges?|"
    r"banks?|shores?|coast|river|way|foot|junction|mouth|slopes?|lake|railway|line))\b",
    re.IGNORECASE,
)
# "X, on the road to Y, fell": Y goes on telling of X.
_GOES_ON = re.compile(r"^\s+(?:to|towards?|from|with|of|between|into)\s+(?:the\s+)?$")
_COMMA_LED = re.compile(r"^\s*,\s*(?:on|at|by|along)?\s*$", re.IGNORECASE)
_NEXT_LED = re.compile(
    r"^\s*(?:,\s*|,?\s*and\s+)(?:in|on|at|near|around|along|outside|close|between)\s+"
    r"(?!(?:early|late|mid|the\s+(?:morning|evening|night)|\w+day|[A-Z][a-z]{2,8}\s+\d|\d)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place of a sentence.

    Parameters
    ----------
    mention
        The place expression.
    first
        Number of its first word.
    lead
        The preposition that it hangs on, empty for a subject or an object.
    aside
        Whether it only describes another place or a person, so that no event is there.
    listed
        Whether it goes on with the list of the spot before.
    unnamed
        Whether the words give it no name: "the town", "a hospital".
    """

    mention: Mention
    first: int
    lead: str
    aside: bool = False
    listed: bool = False
    unnamed: bool = False


def read_spots(sentence: Sentence, mentions: Sequence[Mention]) -> tuple[Spot, ...]:
    """Return the places of a sentence with what they hang on, in order."""
    spots: list[Spot] = []
    described = None  # the place that the one before only tells of
    for number, mention in enumerate(mentions):
        before = spots[-1] if spots else None
        behind = mentions[number + 1] if number + 1 < len(mentions) else None
        first = sentence.word_at(mention.start)
        between = _between(sentence, before.mention if before else None, mention)
        listed = before is not None and bool(_LISTED.match(between))
        if listed and described is not None and between.lstrip().startswith(","):
            before = described  # "X, a village near Y, and Z": Z goes on with X
        own = _lead(sentence, first)
        lead = own if own or not listed or before is None else before.lead
        if before is not None and before.unnamed and before.lead in _MOVING:
            lead = before.lead if _INSIDE.match(between) else lead
        tells = before is not None and _describes(sentence, before, mention, between, listed=listed)
        tells = tells or _says_where(described, mention, between)
        aside = (
            tells
            or is_dateline(sentence, mention)
            or (listed and not own and _goes_on_aside(before, between))
            or _is_aside(sentence, first, lead if not listed else own)
            or _told_by(sentence, mention, behind)
            or said_in(sentence, first, mention)
        )
        described = (described or before) if tells else None
        spots.append(
            Spot(
                mention=mention,
                first=first,
                lead=lead,
                aside=aside,
                listed=listed,
                unnamed=not mention.expression.heads,
            )
        )
    return tuple(spots)


def _says_where(described: Spot | None, mention: Mention, between: str) -> bool:
    """Tell whether a distance goes on telling of a place: "X, the second port, 100 km from Y"."""
    away = mention.expression.relation in _AWAY and between.endswith(", ")
    return described is not None and (away or bool(_GOES_ON.match(between)))


def _goes_on_aside(before: Spot | None, between: str) -> bool:
    """Tell whether a list goes on with places that only describe: "with X and Y"."""
    if before is None or "including" in between:
        return False
    return before.aside and bool(before.mention.expression.heads)


def _describes(
    sentence: Sentence, before: Spot, mention: Mention, between: str, *, listed: bool
) -> bool:
    """Tell whether a place says where the one before it is, or what it is."""
    if _tells_of(sentence, before, mention, between, listed=listed):
        return True
    return bool(_COMMA_LED.match(between)) and _repeats(sentence, before, mention)


def _between(sentence: Sentence, before: Mention | None, mention: Mention) -> str:
    if before is None:
        return ""
    return sentence.text[before.end - sentence.start : mention.start - sentence.start]


def _lead(sentence: Sentence, first: int) -> str:
    """Return the preposition that a place hangs on: its own first word, or the one before it."""
    words = sentence.words
    behind = words[first + 1].lower if first + 1 < len(words) else ""
    counts = words[first].lower in _ABOUT and behind[:1].isdigit()
    number = first if words[first].lower in _LEADS and not counts else first - 1
    while number >= 0 and (words[number].lower in _SKIPPED or _holds(words[number].lower)):
        number -= 1
    if number > 0 and words[number - 1].lower == "from":
        number -= 1  # "from across the border"
    return words[number].lower if number >= 0 and words[number].lower in _LEADS else ""


def _holds(word: str) -> bool:
    """Tell whether a word only describes a place: "rebel-held", "oil-rich", "war-torn"."""
    return "-" in word[1:-1] and word.isascii()


def _is_aside(sentence: Sentence, first: int, lead: str) -> bool:
    """Tell whether a place belongs to a person or to speech: "residents of X", "told Y in X"."""
    before = sentence.text[: sentence.words[first].start - sentence.start]
    if lead in _ASIDE or _COUNTRYS.search(before):
        return True
    if not lead:
        return False
    words = sentence.words
    number = first if words[first].lower == lead else first - 1
    while number > 0 and words[number].lower != lead:
        number -= 1
    before = words[number - 1].lower if number else ""
    return before in scene().owners or before in ("based", "born")


def _tells_of(
    sentence: Sentence, before: Spot, mention: Mention, between: str, *, listed: bool
) -> bool:
    """Tell whether a place says where the one before is, or what it is."""
    apart = mention.expression.relation in _AWAY and between.strip() == ","
    if apart and sentence.text.startswith(",", mention.end - sentence.start):
        return True  # "the town, 80 km from the capital, was taken"
    if not before.mention.expression.heads or (listed and "including" in between):
        return False
    if _HELD_BY.match(between) or _DESCRIBED.match(between):
        return True
    if _ON_LINE.match(between) and mention.expression.feature_word in _LINES:
        return before.lead != "from"  # "the bridge on the border"
    if between.strip() != ",":  # "at X near the capital"
        near = mention.expression.relation is Relation.NEAR and not mention.expression.heads
        return near and not between.strip() and before.lead != "from"
    away = mention.expression.relation in _AWAY or bool(_SEAT.match(mention.expression.text))
    return away or bool(_ADMIN.match(sentence.text, mention.end - sentence.start))


def _repeats(sentence: Sentence, before: Spot, mention: Mention) -> bool:
    """Tell whether a place behind a comma only says what or where the named one before it is."""
    if not before.mention.expression.heads or before.aside:
        return False
    behind, text = sentence.text[mention.end - sentence.start :], mention.expression.text
    if _NEXT_LED.match(behind):
        return False
    if _LIES.match(text):
        return text.split()[0].lower() != before.mention.expression.text.split()[0].lower()
    unnamed = not mention.expression.heads and bool(_ARTICLE.match(text))
    return unnamed and bool(_SAME_FEATURE.match(behind) or _OWNS.match(behind))


def _told_by(sentence: Sentence, mention: Mention, behind: Mention | None) -> bool:
    """Tell whether the next place names this one better: "the airport in X", "villages: X, Y"."""
    if behind is None or not behind.expression.heads:
        return False
    between = _between(sentence, mention, behind)
    if not mention.expression.heads:
        if _KINDS.match(between) and _PLURAL.match(behind.expression.text):
            return True  # "towns and villages in X"
        tail = behind.expression.relation in _AWAY and _FEW.match(between)
        return bool(
            tail or _FEATURE_TAIL.match(between) or (_NAMING.match(between) and between.strip())
        )
    if _NAMING.match(between) and "," in between and _PLURAL.search(mention.expression.text):
        return between.strip() != ","  # "villages north of X, including Y"
    beside = not between.strip() and _KIND_LAST.search(mention.expression.text)
    same = mention.expression.heads == behind.expression.heads and _SAME.match(between)
    if beside or same:
        return True  # "the Telma capital Oru", "the X repair plant in X"
    nearer = behind.expression.relation in (Relation.NEAR, Relation.TOWARD) or between.strip() in (
        "in",
        "at",
    )
    wide = mention.expression.relation is Relation.OFFSET or _NAMED_LINE.match(
        mention.expression.heads[0]
    )
    return bool(wide) and nearer and "," not in between
