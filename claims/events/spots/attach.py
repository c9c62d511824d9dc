"""What each place of a sentence hangs on: its preposition, its list, and what it only describes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from claims.events.spots.asides import is_aside
from claims.events.spots.beside import beside_it, measured, set_beside
from claims.events.spots.called_kinds import with_kind
from claims.events.spots.described import describes, says_where
from claims.events.spots.fronted import is_fronted
from claims.events.spots.further_sites import is_a_further_site
from claims.events.spots.in_front import opens_in_front
from claims.events.spots.list_joints import joins
from claims.events.spots.named_by import between_of, told_by
from claims.events.spots.of_speakers import tells_who_or_when
from claims.events.spots.republics import in_republic
from claims.events.spots.spot import Spot
from claims.events.spots.told_from import is_dateline, said_in
from claims.number_words import is_count
from claims.word_lists import word_list
from claims.words import Sentence
from gazetteer.place import Relation
from gazetteer.states import COUNTRIES
from gazetteer.wording.introduced import called_kind
from gazetteer.wording.mentions import Mention

__all__ = ["read_spots"]

_LEADS = frozenset(
    """
    in at on near around outside inside within into onto to toward towards from of for against over
    across along alongside through throughout between with by about behind beyond above below via
    off than like unlike except linking connecting joining
    """.split()
)
_SKIPPED = word_list("skipped")
_SHARES = frozenset("third half quarter fifth dozen score".split())
_ABOUT = frozenset("about around over".split())  # "about 15 km from X"
# "X, Y and other towns": which these are nobody tells, unless they are around.
_REST = re.compile(
    r"(?:(?:many|several|some|the|all|two|three)\s+)?other\s+"
    r"(?!surrounding|nearby|neighbou?ring|adjacent)[\w\s-]*s$",
    re.IGNORECASE,
)
_HALFWAY = frozenset("halfway half-way half midway mid-way".split())
_NEXT_TO = frozenset(("bordering", "fronting", "facing"))
_JOINTS = frozenset(("along with", "together with", "followed by"))
_MOVING = frozenset("from to toward towards".split())  # "from the heights at X" is from X
_PLATFORMS = frozenset(
    """
    barges boats ships warships gunboats launchers batteries bases jets positions base airbase
    airbases airfield airfields airport carrier garrison barracks
    """.split()
)
_ARTICLES = frozenset(("a", "an", "the"))
_KIND = 4  # words of "a small mountain village"
_INSIDE = re.compile(r"^\s+(?:in|at|of|near|above|outside)\s+(?:the\s+)?$", re.IGNORECASE)
# "X, with the exception of a pocket in the north"
_LEFT_OUT = re.compile(r"\bexcept(?:ing|ion\s+of)?(?:\s+for)?\s+(?:[\w'’-]+\s+){0,5}$")
_TOLD_OF = re.compile(r",\s+(?:which|where)\s")  # "quiet except near X, where rebels shelled"
_EXCEPT = re.compile(r"\ball\s+but\b[^.;:,]*$", re.IGNORECASE)
# "With X now seized by the rebels", "with X in army hands"
_OPENED_WITH = re.compile(r"(?:^|[,;:–—-]\s+|\bleft\s+)with\s+(?:[\w-]+\s+){0,4}$", re.IGNORECASE)
_BEFALLS = re.compile(
    r"\s+(?:(?:now|still|already|again|once|more|back|\w+ly)\s+)*(?:(?:\w+ed|taken|held|lost|overrun|"
    r"retaken|won|given\s+up|cut\s+off)\b|under\s|in\s+(?:\S+\s+){1,3}(?:hands|control)\b)"
)
_IN_IT = re.compile(r"^\s*(?:in|at|of)\s+(?:the\s+)?$")
_LANDS = frozenset(
    "province governorate oblast department district state county region mountains valley".split()
)
_SET_OFF = frozenset((",", "in", "the"))  # "X, in the Y district"
_SAYS = re.compile(
    r"(?:(?:also|then|still|itself|too)\s+)?(?:is|are|was|were|has|have|had|remains?|fell|came|passed"
    r"|[a-z]+ed(?=\s+(?:in|into|to|under|from|by|after|on|at)\b))\b"
)
# "Y fell", "Y, Z and W were shelled"
_SUBJECT = re.compile(rf"(?:,?(?:\s+and)?\s+[A-Z][\w'’-]+)*\s+{_SAYS.pattern}")


def read_spots(sentence: Sentence, mentions: Sequence[Mention]) -> tuple[Spot, ...]:
    """Return the places of a sentence with what they hang on, in order."""
    spots: list[Spot] = []
    described = None  # the place that the one before only tells of
    for number, told in enumerate(mentions):
        before = spots[-1] if spots else None
        first = sentence.word_at(told.start)
        between = between_of(sentence, before.mention if before else None, told)
        mention = with_kind(sentence, in_republic(sentence, told))
        parted = before is not None and between.strip() == ","
        sets = parted and before is not None and before.fronted and before.lead == "in"
        opened = before is not None and sets and _opens_with_land(before, mention)
        opened = opened or (before is not None and parted and _is_ground(sentence, before, mention))
        if before and opened:
            spots[-1] = before = before._replace(aside=True)
            land = before.mention.expression if before.mention.expression.heads else None
            mention = replace(mention, expression=replace(mention.expression, within=land))
        listed = before is not None and not opened and joins(between)
        anew = parted and _opens_anew(sentence, mention, sets=sets)
        listed = listed and not anew
        listed = listed or (before is not None and is_a_further_site(sentence, mention, between))
        listed = listed or (len(spots) > 1 and _names_member(spots[-2], spots[-1], between))
        if listed and described is not None and before is not None:
            two = before.mention.expression.relation is Relation.BETWEEN
            if two or between.lstrip().startswith(","):
                before = described  # "X, a village near Y, and Z": Z goes on with X
        own = _lead(sentence, first)
        if own == "with" and _is_absolute(sentence, mention):
            own = ""
        lead = own if own or not listed or before is None else before.lead
        if before is not None and before.unnamed and before.lead in _MOVING:
            lead = before.lead if _INSIDE.match(between) else lead
        tells = before is not None and describes(sentence, before, mention, between, listed=listed)
        tells = tells and not (opened or anew)
        tells = tells or says_where(described or measured(before), before, mention, between)
        inside = before is not None and bool(_IN_IT.match(between))  # "the university in X"
        aside = (
            tells
            or is_dateline(sentence, mention)
            or (listed and not own and _goes_on_aside(before, between))
            or _is_excepted(sentence, mention)
            or (listed and _REST.match(mention.expression.text) is not None)
            or (not inside and is_aside(sentence, first, lead if not listed else own))
            or told_by(sentence, mention, mentions[number + 1 : number + 4])
            or said_in(sentence, first, mention, mentions[number + 1 :])
            or tells_who_or_when(sentence, mention)
        )
        if tells and before is not None:
            spots[-1] = set_beside(before, mention, between)
        described = (described or before) if tells else None
        spots.append(
            Spot(
                mention=beside_it(sentence, mention, first, before, listed=listed),
                first=first,
                lead=lead,
                aside=aside,
                listed=listed,
                unnamed=not mention.expression.heads,
                fronted=bool(lead) and _is_fronted(sentence, first, before and before.mention),
            )
        )
    return tuple(spots)


def _is_absolute(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether "with" tells what became of a place: "with X seized by the rebels"."""
    lead = sentence.text[: mention.start - sentence.start]
    told = _BEFALLS.match(sentence.text, mention.end - sentence.start)
    return told is not None and _OPENED_WITH.search(lead) is not None


def _names_member(head: Spot, before: Spot, between: str) -> bool:
    """Tell whether a place names a member of a list: "took X and the base at Y"."""
    member = before.listed and before.unnamed and before.aside and not head.unnamed
    return member and bool(_INSIDE.match(between))


def _is_excepted(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether a place is what is left out: "controls all but the hospital and the port"."""
    lead = sentence.text[: mention.start - sentence.start]
    unnamed = not mention.expression.heads
    if unnamed and "all but" in lead and _EXCEPT.search(lead) is not None:
        return True
    told = _TOLD_OF.match(sentence.text, mention.end - sentence.start)
    return "except" in lead and told is None and _LEFT_OUT.search(lead) is not None


def _is_fronted(sentence: Sentence, first: int, before: Mention | None) -> bool:
    """Tell whether a place opens its clause and holds none right before it: "X, in Y"."""
    named = before is not None and before.expression.heads
    end = sentence.word_at(before.end - 1) if before and named else first
    beside = end < first and _SET_OFF.issuperset(sentence.lower[end + 1 : first])
    return not beside and is_fronted(sentence.lower, first)


def _opens_with_land(land: Spot, mention: Mention) -> bool:
    """Tell whether a clause opens with the land of its place: "In X province, Y fell"."""
    told = mention.expression
    last = land.mention.expression.text.rpartition(" ")[2].lower()
    another = told.text.rpartition(" ")[2].lower() != last  # "In X district, Y district and Z"
    state = _is_state(land.mention) and not _is_state(mention)
    return (last in _LANDS or state) and another and bool(told.heads) and not told.within


def _is_ground(sentence: Sentence, ground: Spot, mention: Mention) -> bool:
    """Tell whether a clause opens with where its subject lies: "South of X, Y and Z fell"."""
    told = mention.expression
    apart = bool(ground.lead) or ground.mention.expression.relation is not Relation.AT
    opens = apart and is_fronted(sentence.lower, ground.first)
    behind = sentence.text[mention.end - sentence.start :]
    return opens and bool(told.heads) and not told.within and bool(_SUBJECT.match(behind))


def _is_state(mention: Mention) -> bool:
    return any(head.lower() in COUNTRIES for head in mention.expression.heads)


def _opens_anew(sentence: Sentence, mention: Mention, *, sets: bool) -> bool:
    """Tell whether a subject follows what a clause opens with: "In X, the road to Y was cut".

    So in "As rebels closed in on X, a village near Y fell", "According to police in X, Y fell".
    """
    lower = sentence.lower
    opens = sets and mention.expression.text.startswith("the ")
    opens = opens or lower[:2] == ["according", "to"]
    ends = sentence.text[mention.end - sentence.start :].lstrip()
    return (opens or opens_in_front(lower)) and bool(_SAYS.match(ends))


def _goes_on_aside(before: Spot | None, between: str) -> bool:
    """Tell whether a list goes on with places that only describe: "with X and Y"."""
    if before is None or "including" in between:
        return False
    return before.aside and bool(before.mention.expression.heads)


def _lead(sentence: Sentence, first: int) -> str:
    """Return the preposition that a place hangs on: its own first word, or the one before it."""
    words = sentence.words
    behind = words[first + 1].lower if first + 1 < len(words) else ""
    counts = words[first].lower in _ABOUT and (is_count(behind) or behind in _HALFWAY)
    number = first if words[first].lower in _LEADS and not counts else first - 1
    number -= number > 0 and words[number].text in ("'", "‘")  # "in 'Ayn Dara"
    number = _before_called(sentence.lower, number)
    while number >= 0 and (words[number].lower in _SKIPPED or _holds(words[number].lower)):
        number -= 1
    # No verb: "rebels from X captured Y", "prevented from capturing Y".
    goes_on = number > 0 and (words[number].lower in _LEADS or words[number].lower in _NEXT_TO)
    if goes_on and words[number - 1].lower == "from":
        number -= 1  # "from across the border"
    lead = words[number].lower if number >= 0 else ""
    share = sentence.lower[number + 1 : number + 3]
    if lead in _ABOUT and (is_count(share[0]) or (share[0] == "a" and share[-1] in _SHARES)):
        return ""  # "shelled over 15 settlements", "retook about a third of the plateau"
    if number > 1 and lead in _LEADS and words[number - 1].lower in _PLATFORMS:
        before = [word.lower for word in words[max(0, number - 4) : number - 1]]
        if "from" in before:
            return "from"  # "from barges on the river", "from army positions on the hill"
    joined = number > 0 and f"{words[number - 1].lower} {lead}" in _JOINTS
    return lead if lead in _LEADS and not joined else ""


def _before_called(lower: Sequence[str], number: int) -> int:
    """Return the word before "a (small) village called", from its last one; else the same."""
    kind = called_kind(lower, number + 1)
    opens = (n for n in range(kind - 1, max(-1, kind - _KIND), -1) if lower[n] in _ARTICLES)
    return next(opens, number + 1) - 1 if kind else number


def _holds(word: str) -> bool:
    """Tell whether a word only describes a place: "rebel-held", "oil-rich", "war-torn"."""
    return "-" in word[1:-1] and word.isascii()
