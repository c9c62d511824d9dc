"""Who issues a communiqué: the body that its heading names, whose words all of it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from claims.claimants.speech import is_speech
from claims.claimants.told_behind import THIS_WAS_TOLD, TOLD_THIS
from claims.fighters.by_seat import STATION
from claims.sides.groups import groups, states
from claims.words import lowered, straight
from gazetteer.states import CAPITALS

__all__ = ["find_issuer"]

_KIND = (
    r"(?:statement|communiqu[eé]|bulletin|press\s+release|declaration|briefing|summary|update|report|"
    r"announcement|information|message|sitrep|dispatch)"
)
_TYPE = (
    r"(?:(?:official|daily|operational|evening|morning|night|war|joint|press|military|situation|urgent|"
    r"important|brief|short|weekly|field|news|special)\s+)*"
)
# "Joint Command Morning Operational [Update]": what kind of text it is, and not who.
_KINDS_END = re.compile(
    r"(?:\s+(?:official|daily|operational|evening|morning|night|situation|urgent|weekly|special))+$",
    re.IGNORECASE,
)
_NUMBER = r"(?:\s+(?:no\.?|number|nr\.?|#)?\s*\(?\d[\d,/.]*\)?)?"
_WORD = r"[\"“]?[A-Z][\w.'’-]*[\"”]?"
_WORDS = rf"{_WORD}(?:\s+(?:{_WORD}|of|the|for|and|in|on|al-\w+))*"
_WHO = rf"(?:(?:the|The|THE)\s+)?(?P<who>{_WORDS})"
# What may stand behind the name in a heading: a date, a place, what it is about.
_REST = r"(?=\s*(?:$|[,;:(|–—-]|\d|dated\b|on\b|about\b|regarding\b|concerning\b|for\b|no\.))"
_OF = re.compile(
    rf"{_TYPE}{_KIND}{_NUMBER}\s*(?:,\s*)?(?:(?:issued|released)\s+)?(?:of|by|from|[-–—:|])\s+(?-i:{_WHO}){_REST}",
    re.IGNORECASE,
)
# What may stand between the name and the kind of text: an office, and a town as in "HQ, Oru".
_OFFICE_OF = r"(?:\s+[-–—]\s+(?:Office|Directorate|Department)\s+of\s+(?:\w+\s+){0,4}?\w+)?"
_BEFORE = re.compile(
    rf"(?-i:{_WHO}{_OFFICE_OF}(?:,\s+[A-Z][\w-]+)?)\s*(?:[-–—:|,.]\s*)?{_TYPE}{_KIND}{_NUMBER}"
    r"\s*(?:$|[.,;:(|–—-]|\d|dated\b|on\b|as\s+of\b)",
    re.IGNORECASE,
)
# "COMMUNIQUE TO THE PEOPLE", whom it is for.
_AS_OF = re.compile(rf"(?-i:{_WHO})\s+on\s+.*\bas\s+of\s", re.IGNORECASE)
_FOR = (
    r"(?:\s+to\s+(?:\w+\s+){0,3}?"
    r"(?:opinion|public|people|nation|press|media|masses|world|comrades)\b.*)?"
)
_DATE = r"(?:,?\s+\(?(?:\d{1,2}\s+[A-Z][a-z]+|[A-Z][a-z]+\s+\d{1,2})(?:,?\s+\d{4})?\)?)?"
_KIND_ALONE = re.compile(rf"{_TYPE}{_KIND}{_NUMBER}{_FOR}{_DATE}", re.IGNORECASE)
_OFFICE = (
    r"(?:\s+(?:Information|Media|Press)\s+(?:Office|Bureau|Cent(?:re|er)|Department|Service))?"
)
_OFFICE_END = re.compile(_OFFICE + "$")
_ALONE = re.compile(rf"[—–-]?\s*(?-i:{_WHO}){_OFFICE}{_DATE}[.,]?")
_ISSUED = re.compile(rf"(?:issued|released)\s+by\s+(?-i:{_WHO}){_REST}", re.IGNORECASE)
_ALL_OF_THEM = r"(?:the|our|all)\s+(?:\w+\s+){0,2}?(?:people|public|masses|nation|opinion|world)"
# "The Coast Front (CF) informs the people that": who goes on about "our forces" is the issuer.
_INFORMS = re.compile(
    rf"(?-i:(?:(?:The|THE)\s+)?(?P<who>{_WORDS}(?:\s+\([A-Z-]+\)(?:\s+[A-Z]\w+)*?)?))\s+(?:hereby\s+|today\s+)?"
    rf"(?:(?:informs|announces|declares|communicates|makes\s+(?:it\s+)?known)\s+(?:that|to|{_ALL_OF_THEM})"
    rf"|reports\s+(?:today\s+)?(?:to\s+{_ALL_OF_THEM}|that))\b",
    re.IGNORECASE,
)
# "The Coast Front states: our forces", "a communique from the Front: our forces": as it goes on.
_STATES = re.compile(
    rf"(?-i:{_WHO}(?:\s+\([A-Z-]+\))?)\s+(?:states|reports|announces|announced|informs|says|said|stated|"
    rf"reported|informed|declared)(?:\s+(?:today|yesterday|tonight|in\s+an?\s+\w+))?(?:\s+that\b|:)"
    r"(?=[^.]{0,120}\bour\s+(?:\w+\s+){0,2}?(?:troops|forces|units?|fighters|soldiers|men|comrades|combatants)\b)",
    re.IGNORECASE,
)
# "The Coast Front has released the following communique": as it goes on.
_RELEASED = re.compile(
    rf"(?-i:{_WHO}(?:\s+\([A-Z-]+\))?)\s+(?:has\s+|have\s+)?(?:today\s+)?"
    r"(?:released|issued|published|put\s+out|made\s+public)\s+(?:today\s+)?the\s+following\s+(?:\w+\s+){0,2}?"
    r"(?:communiqu[eé]|statement|bulletin|report|press\s+release)\b",
    re.IGNORECASE,
)
# "The General Staff said this on Facebook", "This was reported by the Navy": all that is told.
_SAYS_THIS = re.compile(rf"(?-i:{_WHO})\s+{TOLD_THIS}", re.IGNORECASE)
_THIS_BY = re.compile(rf"\b{THIS_WAS_TOLD}by\s+(?-i:{_WHO})", re.IGNORECASE)
# "The Coast Bloc, ABC-XY": the group that the body is part of.
_OF_GROUP = re.compile(r",\s+[A-Z]{3,}(?:-[A-Z]+)?(?=$|[\s,.])")
# Bodies that wage the war and speak for themselves; who watches it publishes and is an outlet.
_WAGES = re.compile(
    r"\b(?:ministry|ministries|minister|army|armed\s+forces|forces?|staff|command|front|movement|brigades?|"
    r"division|corps|guards?|government|presidency|party|militia|resistance|navy|air\s+force|"
    r"junta|rebels?|liberation|mujahid[ei]+n|emirate|militants|guerrillas?|battalions?|alliance|"
    r"coalition|bloc|column|framework|press\s+(?:service|office)|state\s+council|revolutionary\s+\w+|"
    r"defen[cs]e\s+headquarters|ispr|inter[- ]services\s+public\s+relations|centcom|africom)\b",
    re.IGNORECASE,
)
_WATCHES = re.compile(
    r"\b(?:united\s+nations|un|u\.n\.|ocha|human\s+rights|humanitarian|observatory|monitor\w*|institute|"
    r"news|agency|university|times|post|radio|correspondents?|foreign\s+(?:ministry|office))\b",
    re.IGNORECASE,
)
# Met in lower case, which takes a third of the time.
_OWN_VOICE = re.compile(
    r"\bour\s+(?:(?:heroic|brave|valiant|armed|air|ground|special)\s+)*(?:troops|forces|units?|fighters|soldiers|"
    r"army|men|warriors|defenders|positions|brothers|combatants|comrades|commandos|guerrillas|mujahid\w+)\b|\b(?:the|an)\s+enemy\b"
    r"|\bunits?\s+of\s+ours\b|^(?:we\s+(?:have\s+)?(?:\w+ed|took|taken|withdr[ae]wn?|drove|driven|won|hold|held)|enemy)\s",
    re.MULTILINE,
)
# It opens with its letters, which are quickly passed over.
_OURS = re.compile(r"our(?<=\bour)s?\b")
_WE = re.compile(r"(?:^|[.:!]\s)(?:we|enemy)\s|\bour\s|\bthe\s+enemy\b", re.MULTILINE)
_QUOTED = re.compile(r'"[^"\n]*"?')
# What a monitoring service sets in front: whence it was heard, and that the text follows.
_TEXT = re.compile(r"^(?:\([^()]{5,120}\)\s*)?(?:\[TEXT\]|TEXT:)\s*|^\[", re.IGNORECASE)
# Of the station that a monitoring service heads or credits what it heard with.
_STATION = re.compile(
    r"(?:\([^()]{4,20}\)\s*)?(?P<who>[\w' -]{4,60}?)\s+in\s+\w+,?\s+(?:to\s|\d{4}\s)", re.IGNORECASE
)
_CREDIT = re.compile(r"^[^()]{3,60}\((?P<who>[\w' -]{4,60})\)\s*(?:--|[-–—])")
_HEADING, _SIGNATURE = 4, 2  # lines from the top and from the end that may name the issuer
_LONGEST = 160  # characters of a heading
_NAME = 14  # words of "General Command of the National Liberation Front (NLF)" with its date
_FOLLOWERS = re.compile(r"\s+(?:of|the|for|and|in|on)$|['’]s$|(?<=\w{3})\.$", re.IGNORECASE)


@lru_cache(maxsize=8)  # asked for the same report by who reads its speakers and its sides
def find_issuer(text: str) -> str:
    r"""Return the fighting body whose communiqué a text is, or empty.

    Its first lines may head it ("Statement of the Ministry of Defence, 4 May", "Northern Front:
    communiqué No. 7"), or, where the text speaks of "our forces" or "the enemy", name the body and
    no more, as may its last.

    Examples
    --------
    >>> find_issuer("Statement of the Ministry of Defence, 4 May\n\nOur units hold Kilu.")
    'Ministry of Defence'
    >>> find_issuer("The Ministry of Defence said on Monday that its units hold Kilu.")
    ''
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    lines[:_HEADING] = [_TEXT.sub("", line) for line in lines[:_HEADING]]
    titles = [line for line in lines[:_HEADING] if len(line) <= _LONGEST]
    # "Northern Front" above "COMMUNIQUE No. 7" heads it as one line would.
    titles += [
        ": ".join(pair) for pair in pairwise(titles) if any(map(_KIND_ALONE.fullmatch, pair))
    ]
    headed = (
        match
        for line in titles
        for match in (
            (_OF.search if line.endswith(":") else _OF.match)(
                line
            ),  # "We read the statement of X:"
            _BEFORE.match(line),
            _ISSUED.match(line),
            _AS_OF.match(line),  # "X Defence Ministry on the progress of it (as of 4 May)"
        )
    )
    found = next(_fighting(headed), "") or _informing(text, lines[:_HEADING])
    if found or not _speaks_of_itself(lowered(text)):
        return found
    told = [_QUOTED.sub("", straight(line)) for line in lines[:_HEADING]]
    rules = (_STATES, _RELEASED, _OF, _SAYS_THIS, _THIS_BY)
    stating = (rule.search(line) for line in told for rule in rules)
    if found := next(_fighting(stating), ""):
        return found
    edges = (*titles, *(line for line in lines[-_SIGNATURE:] if len(line) <= _LONGEST))
    names = (_ALONE.fullmatch(line) for line in edges if not _is_told(line))
    return next(_fighting(names), "") or _heard(lines)


def _speaks_of_itself(low: str) -> bool:
    """Tell whether a text in lower case is of "our forces" or "the enemy", as few are."""
    told = "enemy" in low or low.startswith("we ") or "\nwe" in low or _OURS.search(low)
    return bool(told and _OWN_VOICE.search(low))


def _informing(text: str, lines: list[str]) -> str:
    """Return who opens by informing whoever reads, and goes on as "we" or about "our" men."""
    informs = [match for line in lines if (match := _INFORMS.match(line))]
    ours = informs and _WE.search(_QUOTED.sub("", lowered(straight(text))))
    return next(_fighting(iter(informs)), "") if ours else ""


def _is_told(line: str) -> bool:
    """Tell whether a line is a sentence and no name, though all of it is in capitals."""
    return ". " in line or len(line.split()) > _NAME or _OWN_VOICE.search(lowered(line)) is not None


def _heard(lines: list[str]) -> str:
    """Return the group whose own station a text was heard on, as monitors head or credit it.

    Or the radio of a state, by its capital, where a text is of one radio alone.
    """
    top = lines[:_HEADING]
    matches = (m for line in top for m in (_STATION.match(line), _CREDIT.search(line)) if m)
    if group := next((m["who"] for m in matches if m["who"].casefold() in _groups()), ""):
        return group
    heard = [m["who"] for line in lines if (m := _STATION.match(_TEXT.sub("", line)))]
    alone = len(heard) == 1 and any(map(_STATION.match, top))
    state = alone and STATION.search(heard[0]) and _is_of_a_capital(heard[0])
    return heard[0] if state else ""


def _is_of_a_capital(station: str) -> bool:
    words = station.lower().split()
    return any(" ".join(words[:count]) in CAPITALS for count in (1, 2))


@cache
def _groups() -> frozenset[str]:
    """Return the names of known armed groups, in lower case: "renamo"."""
    armed = (names for side, names in groups().items() if side not in states())
    return frozenset(name.casefold() for names in armed for name in names)


def _fighting(matches: Iterator[re.Match[str] | None]) -> Iterator[str]:
    """Yield the names among headings of bodies that wage a war."""
    for match in matches:
        who = match["who"] if match else ""
        for end in (_KINDS_END, _OFFICE_END, _FOLLOWERS):
            who = end.sub("", who).strip()
        of = _OF_GROUP.match(match.string, match.end("who")) if match and who else None
        who += of[0] if of else ""
        signed = who.lower() == "staff"  # the byline "Staff Report"
        told = who.lower().split()  # "ARMY SAYS FRONT HOLDS", "FROM THE FRONT OUR COMMAND"
        signed = signed or "our" in told or any(map(is_speech, told))
        named = who.casefold() in _groups()  # "Radio Kassa" as well
        if named or (_WAGES.search(who) and not (signed or _WATCHES.search(who))):
            yield who
