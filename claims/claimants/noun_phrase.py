"""The noun phrase in front of a verb, without what leads up to it."""

from __future__ import annotations

import re
from itertools import zip_longest

from claims.claimants.called_himself import CALLS_HIMSELF
from claims.claimants.leads import strip_leads
from claims.claimants.speaker_words import PERSON, SPEAKER_NOUN, opens_with_speaker

__all__ = [
    "FINITE",
    "PAST",
    "VERBAL",
    "behind_colon",
    "is_anybody",
    "nearest_part",
    "opens_later",
    "speakers_end",
    "subject",
    "trimmed",
]

# Whoever it is that "said": "a mother of four", "two boys on a cart".
_ANYBODY = re.compile(
    r"(?:the|an?|my|her|his|one|two|three|four|several|some|many|another)\s[a-z]", re.IGNORECASE
)
_ANYBODYS = 8  # words of such a phrase at most
VERBAL = frozenset(
    "has have had was were is are been being will would could not do did declined refused".split()
)
PAST = frozenset(
    """
    broke came drove fell fled fought held hit left lost made overran shot struck swept took went
    withdrew won
    """.split()
)
# "The command set up under the law passed in May": when and by whom it was formed.
_SET_UP = re.compile(
    r"(?<=[a-z])(?<!was)(?<!were)(?<!been)\s(?:set\sup|formed)\s(?:by|under|in|last)\s[^,]*$"
)
_ARTICLE = re.compile(r"(?:the|a|an|one(?!\s+of\b))\s", re.IGNORECASE)
_COUNTED = re.compile(
    r"(?:the|a|an|two|three|four|five|six|seven|several|some|many|both|other|local|senior)\s",
    re.IGNORECASE,
)
# Who holds an office, before "and residents": "army spokesman Jan Roe".
_OFFICE_HOLDER = re.compile(
    rf"(?:\b(?:sources|media|monitors)|{PERSON.pattern})(?:\s[A-Z][\w.'-]*)*$"
)
_AND = re.compile(r"\s+(?:and|or)\s+(?=\S)", re.IGNORECASE)
_PREPOSITIONAL = re.compile(
    r"^(?:in|on|at|after|by|from|for|during|following|near|under|amid|inside|outside|with|to|of|"
    r"about|against|into|over|around|across|since|despite)\s",
    re.IGNORECASE,
)
_DETERMINER = re.compile(
    r"(?<=\s)(?:the|a|an|one|two|three|several|some|our|its|their|his|her|my)\s+(?=\S)",
    re.IGNORECASE,
)
_LINKS = frozenset("of for in from with to at by on after during near and or".split())
_IN_NAMES = frozenset("of for the".split())
# What stands before "workers" and "officials" and is part of what they are.
_CALLING = (
    "aid|army|church|community|defen[cs]e|emergency|government|health|hospital|humanitarian|intelligence|medical"
    "|opposition|police|provincial|relief|rescue|senior|state|tribal|village|western"
)
_LAST_NAME = re.compile(
    rf"(?:(?:[A-Z][\w.'-]*|local|military|official|rebel|security|{_CALLING})\s+)*[\w.'-]+$"
)
# What stands between a speaker with his title and the verb: [toured the front and], [on Monday].
_DATED = re.compile(
    r"(,?)\s+(?:(?:late|early|earlier)\s+)?(?:on\s+)?(?!(?-i:Today))\w+day"
    r"(?:\s+(?:morning|afternoon|evening|night))?$",
    re.IGNORECASE,
)
# "The army for its part [denies]", "the rebels, on the other hand, [said]".
_IN_TURN = re.compile(
    r"(,?)\s+(?:meanwhile|however|though|in\s+turn|too|both|likewise|first|initially|originally|for\s+(?:its|his|her|their)\s+part"
    r"|on\s+(?:the\s+other\s+hand|(?:its|his|her|their)\s+part))(,?)$",
    re.IGNORECASE,
)
# "The front, the party's wing, in a statement carried by the agency, [said]".
_IN_WRITING = re.compile(
    r"(,?)\s+in\s+an?\s+(?:\w+\s+){0,2}(?:statement|message|communiqu[eé]|tweet|post|release)"
    r"(?:\s+(?:aired|broadcast|carried|circulated|dated|distributed|faxed|from|issued|made|posted|published|read|received|released"
    r"|sent|signed|telephoned)\s[^,;]+)?,?$",
    re.IGNORECASE,
)
# A name to which a title still belongs, in front of ", however,".
_TITLED = re.compile(r"[A-Z][\w.'-]*(?<!day),\s(?:an?|the|its|their)\s[^,]+$")
_NAMED = re.compile(r"(?!(?:On|In|At|By|After|From)\s)[A-Z][\w.'-]*(?:\s[A-Z][\w.'-]*)+")
_ADVERB = re.compile(r",\s+[a-z]{3,}ly$")
# "Local residents, [who had fled, said]", "state radio, [monitored in X, insisted]".
_ASIDES = tuple(
    f"{word} "
    for word in "who speaking quoted cited monitored received contacted reached interviewed".split()
)
_RELATED = ("who ", "which ", "whose ")
_DAYS = ("day", "morning", "afternoon", "evening", "night")
_DID_AND = re.compile(r",\s(?:\w+ed|put|gave|took|made|went|met)\s[^,]*\s(?:and|but)$")
# Cut what stands before the clause that a speaker opens: "rebels left as the monitor said".
_CUT = re.compile(
    r"\b(?:as|while|but|after|because|since|(?<!of )that|when|where|although|though|meanwhile|"
    r"however|which|whereas|until|before|if|what)\s+(?=\S)",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"(?<=\s)(?:he|she|it|they)$")
# "State television aired what it [said] was": it is the station that says so.
_SHOWN = re.compile(
    r"\s(?:ha(?:s|ve|d)\s)?(?:show(?:ed|n|s)|air(?:ed|s)|broadcast|published|posted|released|carried|"
    r"ran|displayed|distributed|circulated|issued|presented|described)\s(?:[^,]*\s)?what\s"
    r"(?:it|they|he|she)$"
)
# "A rebel who gave his name as Jan Roe", but no "man who named himself as an officer"; "the junta
# which overthrew the president [said]".
_DESCRIBED = re.compile(
    rf"{CALLS_HIMSELF}(?!(?i:an?)\s).*$"
    r"|(?<=[a-z])\s(?:which|that)\s(?:\w+ed|has|had|have|is|was|are|were|rules|runs|leads|controls|holds"
    rf"|overthrew|{'|'.join(sorted(PAST))})\s[^,]*$",
    re.DOTALL,
)
_WHO = re.compile(r"\s+who(?:se|m)?\s.*$", re.IGNORECASE | re.DOTALL)

FINITE = re.compile(
    r"\s(?:was|were|is|are|had|has|have|will|would|took|fell|said|says|that|which|remained|remains)\b.*$|"
    r"(?<!\bof)(?<!\bfor)(?<!\bto)(?<!\bin)(?<!\band)(?<!\bat)(?<!\bby)(?<!\bnear)(?<!\bbeside)(?<!\balong)(?<!\binside)(?<!\boutside)(?<!\baround)(?<!\bfrom)(?<!\bwith)"
    r"(?<!\bon)(?<!ing)(?<!\bboth)\s(?:the|a|an)\s.*$|(?:(?<=^them)|(?<=^him))\s.*$",
    re.IGNORECASE | re.DOTALL,
)


def trimmed(words: str) -> str:
    """Cut a name where a clause goes on without a comma: "Western officials the army took"."""
    return FINITE.sub("", _WHO.sub("", words.strip())).strip(" .!?'")


def opens_later(words: str) -> bool:
    """Tell whether a clause opens inside: "rebels left as the monitor"."""
    return bool(_CUT.search(words))


def subject(words: str) -> str:
    """Return the noun phrase at the end of a clause's beginning: "residents who fled" are some."""
    words = _SET_UP.sub("", _SHOWN.sub("", words))
    if described := _DESCRIBED.search(words):
        who = words[: described.start()]
        last = who.rsplit(maxsplit=1)[-1]
        words = who if SPEAKER_NOUN.fullmatch(last) or PERSON.fullmatch(last) else words
    if not _ARTICLE.match(words) or opens_later(words):
        ends = [match.end() for match in _CUT.finditer(words)]
        words = strip_leads(words[ends[-1] :] if ends else words)
    words = _joined(strip_leads(_WHO.sub("", words)))
    if opens_with_speaker(words):
        return words
    return _last_phrase(words, fronted=bool(_PREPOSITIONAL.match(words)))


def _joined(words: str) -> str:
    """Cut at "and" unless both sides are names or speakers: "the army and the police"."""
    cuts = list(_AND.finditer(words))
    if not cuts:
        return words
    before = words[: cuts[-1].start()]
    named = before.rpartition(" of the ")[2]  # "officers of the Centre for Control and"
    proper = all(word[:1].isupper() or word in _IN_NAMES for word in named.split())
    short = proper or len(before.split()) <= 6  # "The Group for the Support of Islam and"
    listed = short and not _PREPOSITIONAL.match(before)
    names = before[:1].isupper() or _COUNTED.match(before) or _OFFICE_HOLDER.search(before)
    parts = set(before.lower().split())
    verbal = re.search(r"\b(?!armed\b)[a-z]\w{2,}ed\b", before) or (VERBAL | PAST) & parts
    shared = before.islower() and len(parts) <= 2  # "military and local sources"
    after = words[cuts[-1].end() :]
    shared = shared and bool(SPEAKER_NOUN.search(after.rsplit(maxsplit=1)[-1]))
    return words if listed and (names or shared) and not verbal else after


def _last_phrase(words: str, *, fronted: bool) -> str:
    """Return who speaks behind a fronted phrase: "After two days of fighting the army"."""
    if pronoun := _PRONOUN.search(words):
        return pronoun.group()  # "In an address on Wednesday he", "faxed to the agencies it"
    starts = [
        match.start()
        for match in _DETERMINER.finditer(words)
        if words[: match.start()].rsplit(maxsplit=1)[-1].lower() not in _LINKS
    ]
    if starts or not fronted:
        return words[starts[-1] :] if starts else words
    match = _LAST_NAME.search(words)
    return match.group() if match else ""


def speakers_end(chunk: str) -> int:
    """Return where a speaker with his title ends, before the day or what he did first."""
    if chunk.endswith("ly") and (how := _ADVERB.search(chunk)):
        return how.start() + 1  # "the front's spokesman, Jan Roe, strongly [denied]"
    written = _IN_WRITING.search(chunk) if " in a" in chunk else None
    if written and written.start():
        return written.end(1)
    turn = _IN_TURN.search(chunk)
    if turn:  # set off by two commas or by none
        titled = _TITLED.search(chunk, 0, turn.start()) and not _PREPOSITIONAL.match(chunk)
        start = turn.end(1) if titled else turn.start()
        return start if turn[1] == turn[2] else len(chunk)
    dated = _DATED.search(chunk) if chunk.endswith(_DAYS) else None
    end = dated.end(1) if dated else len(chunk)
    acts = _DID_AND.search(chunk) if chunk.endswith((" and", " but")) else None
    if acts and chunk.count(",", 0, acts.start() + 1) > 1:
        end = acts.start() + 1
    return end


def nearest_part(chunk: str) -> str:
    """Return the part between commas that names a verb's subject.

    An apposition is passed over: "Jane Roe, head of the port office, [said]".
    """
    if not chunk.endswith(","):
        return chunk.rpartition(", ")[2]
    parts = chunk.rstrip(", ").split(", ")
    if (related := _before_relative(parts)) and _PREPOSITIONAL.match(parts[-1]):
        return related
    before = [*map(strip_leads, reversed(parts[:-1][-3:]))]
    if (
        parts[-1].startswith(_ASIDES)
        and before
        and (SPEAKER_NOUN.search(before[0]) or PERSON.search(before[0]))
    ):
        if len(before) > 1 and _ARTICLE.match(before[0]) and _NAMED.fullmatch(before[1]):
            return before[1]  # "Jan Roe, a spokesman, speaking by telephone, [said]"
        return before[0]  # "however, local residents, who had fled, [said]"
    for part, other in zip_longest(before, before[1:], fillvalue=""):
        first = part.split()[0] if part.split() else ""
        if first[:1].isupper() or first.lower() in ("the", "a", "an"):
            return other if _is_body_of(part, other, parts[-1]) else part
    return parts[-1]


def _before_relative(parts: list[str]) -> str:
    """Return the part of whom a clause tells that goes on to the end, or empty.

    "The front, which has besieged Oru, the last city of the north, for a year, [said]"
    """
    last = max((n for n, part in enumerate(parts) if part.startswith(_RELATED)), default=0)
    joined = any(part.startswith(("and ", "but ")) for part in parts[last + 1 :])
    return "" if joined or not last else strip_leads(parts[last - 1])


def _is_body_of(part: str, other: str, name: str) -> bool:
    """Tell whether a name is of the body whose officer stands around it.

    "The commander, Operation Shield, General Jan Roe, [said]"
    """
    officer = name[:1].isupper() and PERSON.search(name)
    return bool(officer and PERSON.search(other) and not PERSON.search(part))


def is_anybody(words: str) -> bool:
    """Tell whether words may name a person nobody knows: the subject of "said"."""
    plain = VERBAL.isdisjoint(words.lower().split())
    return plain and bool(_ANYBODY.match(words)) and len(words.split()) <= _ANYBODYS


def behind_colon(flat: str, low: int, high: int) -> int:
    """Return where a stretch goes on behind its last colon, one in "10:30" aside."""
    found = flat.rfind(":", low, high)
    while found > low and flat[found - 1].isdigit() and flat[found + 1 : found + 2].isdigit():
        found = flat.rfind(":", low, found)
    return found + 1
