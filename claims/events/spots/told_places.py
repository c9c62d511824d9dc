"""Names that must be places by what is told of them: "Telma fell to the rebels"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from claims.lexicon import lexicon
from claims.word_lists import word_list
from claims.words import Sentence
from gazetteer.spellings.english import is_ordinary
from gazetteer.states import COUNTRIES
from gazetteer.wording.namewords import NOT_NAMES

__all__ = ["ends_a_name", "is_never_place", "is_no_place", "told_places"]

# Capital letters of the languages whose names keep their marks: "Žabljica", "Şuşa", "Évora".
_CAPITAL = "[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŹŻŽƏȘȚ]"
_WORD = rf"{_CAPITAL}[^\W\d_]+(?:['’-][^\W\d_]+)*"
_PARTICLE = "al|el|es|ad|ar|az|de|del|da|do|dos|la|du|bin|na|nad|pod"
_NAME = rf"{_WORD}(?:[ -](?:(?:{_PARTICLE})[ -]|as-)?{_WORD}){{0,2}}"
_ADVERB = r"(?:(?:also|now|later|again|then|first|once|finally|both|all|\w+ly)\s+)?"
# What befalls towns and no people.
_BEFALLS = (
    r"fell\s+without\b|(?:fell|has\s+fallen|had\s+fallen|have\s+fallen|passed|falls)\s+(?:back\s+)?(?:to|into|under)\b"
    r"|falls(?=\s*[.:;])|(?:is|remains?)\s+(?:now\s+)?(?:ours|with\s+us)\b|is\s+free(?=\s+(?:since|again|now)\b|[.!])"
    r"|(?:has|had)\s+(?:also\s+|now\s+|already\s+)?fallen(?=\s*(?:[.,;:]|$|on\b|and\b|after\b|without\b|while\b))"
    r"|(?:changed|changes)\s+hands\b|slipped\s+(?:from|out\s+of)\b"
    r"|(?:came|comes|remains?|remained)\s+under\s+(?:\w+\s+){0,2}?"
    r"(?:fire|attack|shelling|bombardment|siege|control)\b"
    r"|(?:BE)(?:recaptured|retaken|liberated|overrun|besieged|shelled|bombed|bombarded|stormed|encircled|"
    r"surrounded|blockaded|reoccupied|occupied|cut\s+off|under\s+(?:siege|attack|fire|shelling|the\s+control))\b"
    r"|(?:fully\s+|completely\s+|partly\s+)?under\s+(?:(?:\w+\s+)?(?:fire|shelling|bombardment)|(?:the\s+)?(?:full\s+)?control\s+of)\b"
    r"|(?:half|partly|partially|fully|completely)\s+(?:taken|captured|occupied|liberated|retaken|cleared)\b"
)
_HELD = r"(?:remain(?:s|ed)?\s+|BE|are\s+(?:still\s+)?)in\s+(?:the\s+)?(?:[\w-]+\s+){0,2}?hands\b"


def _led(led: str, *needed: str) -> tuple[re.Pattern[str], Sequence[frozenset[str]]]:
    words = tuple(frozenset(each.split()) for each in needed)
    return re.compile(rf"\b(?:{led})\s+(?P<names>{_NAME})"), words


# What leads to a town and to nobody, with words of which a sentence must hold one, of each set.
_LEADING = (
    _led(
        r"clos\w+\s+in\s+on|bear\w*\s+down\s+on|bore\s+down\s+on|siege\s+to|(?:made|making|head\w*)\s+for"
        r"|(?:flown|airlifted|ferried|trucked)\s+(?:in)?to|off(?:\s+the\s+(?:coast|port)\s+of)?",
        """
        close closes closed closing bear bears bearing bore siege made making head heads headed
        heading flown airlifted ferried trucked off
        """,
    ),
    _led(
        r"(?:loss|fall|seizure|taking|retaking|recapture|liberation|occupation|conquest|storming|shelling"
        r"|bombardment)\s+of",
        """
        loss fall seizure taking retaking recapture liberation occupation conquest storming shelling
        bombardment
        """,
    ),
    _led(
        r"(?:hold|grip|foothold|toehold|stranglehold)\s+(?:on|over)",
        "hold grip foothold toehold stranglehold",
    ),
    _led(r"garrisons?\s+(?:of|at)", "garrison garrisons"),
    _led(r"be\s+heard\s+(?:in|from|near|around)", "heard"),
    _led(
        r"with\s+(?:artillery|drones|mortars|rockets|missiles)\s+(?:on|at|against)",
        "artillery drones mortars rockets missiles",
        "with",
    ),
    _led(
        r"(?:convoys?|columns?|patrols?|trains?|traffic|road|area|motorcades?|buses|bus|trucks?|vehicles?"
        r"|checkpoints?|outposts?|positions|bridges?|villages|hamlets)\s+(?:of\s+(?:[\w-]+\s+){1,4})?"
        rf"between\s+(?P<one>{_NAME})\s+and",
        "between",
    ),
    _led(
        r"(?i:shells?|rockets?|mortars?|missiles?|bombs?)\s+(?:\w+\s+)?(?:fell|landed|rained)\s+(?:(?:overnight|again|today)\s+)?(?:on|in|near)",
        "fell landed rained",
        "shell shells rocket rockets mortar mortars missile missiles bomb bombs",
    ),
    _led(
        r"(?:troops|reinforcements|soldiers)\s+(?:across\s+the\s+border|back|overland|by\s+\w+)\s+to",
        "troops reinforcements soldiers",
        "across back overland by",
    ),
    _led(
        r"(?:aircraft|helicopters?|gunships?|jets?|planes?|drones?|missiles?)\s+over",
        "over",
        """
        aircraft helicopter helicopters gunship gunships jet jets plane planes drone drones missile
        missiles
        """,
    ),
)
# Lines that part two sides and have a name of their own.
_LINES = re.compile(
    r"\bLine of (?:Control|Contact|Actual Control|Separation|Demarcation)\b"
    r"|\b(?:Demarcation|Limit|Armistice) Line\b"
    r"|\b(?:Green|Blue|Durand) Line\b"
)
# What only ground is after "had": nobody "had taken" a person and says no more of it.
_PERSONAL = (
    r"(?!'s\b|’s\b"
    r"|\s+(?:hostage|prisoner|captive|to|into|aside|away|seriously|by|home|with|back)\b)"
)
_HAD = re.compile(
    r"\b(?:has|have|had|having)\s+(?:(?:not|never|also|now|already|since|again|earlier|just|\w+ly)\s+)?"
    rf"(?:taken|freed|ceded)\s+(?P<names>{_NAME}){_PERSONAL}"
)
_LOST = re.compile(
    r"\b(?:(?:lose|loses|lost|losing|cede|ceded|surrendered|abandoned)\s+"
    rf"(?P<names>{_NAME})\s+(?:back\s+)?to\s+(?:the\s+)?[a-z]|den(?:y|ies|ied)\s+losing\s+(?P<one>{_NAME}){_PERSONAL})"
)
# Who lives there makes a name a place, and "the city" said after it is that place.
_PEOPLED = re.compile(
    r"\b(?i:(?:residents?|inhabitants?|townspeople|villagers?|townsfolk)\s+(?:of|in|from)|"
    r"(?:mayor|governor|prefect|bishop|administrator)\s+of)\s+"
    rf"(?P<names>{_NAME})"
)
_LISTED = re.compile(
    rf"\b[Uu]nder\s+(?:[\w-]+\s+){{1,3}}control\s*:\s+(?P<names>{_NAME}(?:,\s+{_NAME})*)"
)
# What befalls towns and people alike; a name of one word that nothing calls a person is a town.
_SEIZED = r"(?:BE)(?:captured|taken|seized|hit|struck|raided|attacked|abandoned|lost|conquered)\b"
_BEING = (
    r"(?:was|is|(?:has|had)\s+(?:(?:also|now|already|since|reportedly)\s+)?been|being)\s+[\"“]?"
)
_BEING_ALL = r"(?:were|are|have\s+been|had\s+been)\s+"


# "X, on the border with Y, was taken", "X, the busiest crossing into Y, fell".
_SET_OFF = (
    r"(?:,\s+(?:on|near|in|at|about|some|just|which|\d+|(?:the|an?)\s+(?:[\w'’-]+\s+){0,3}?"
    r"(?:town|village|city|capital|crossing|post|port|base|hub|stronghold|junction|suburb|settlement)"
    r"(?!['’]s))\b[^,;.]{0,60},)?"
)


def _compiled(subject: str, told: str, being: str) -> re.Pattern[str]:
    befalls = told.replace("BE", being + _ADVERB)
    return re.compile(
        rf"(?<![\w-])(?P<names>{subject}){_SET_OFF}\s+(?:(?:also|itself)\s+)?(?:{befalls})"
    )


# "X, the last stronghold in the district, fell on Friday": no person is one.
_STRONGHOLD = re.compile(
    rf"(?<![\w-])(?P<names>{_NAME}),\s+(?:the|an?)\s+(?:[\w'’-]+\s+){{0,4}}?(?:town|village|city|capital|port|base"
    r"|stronghold|bastion|junction|suburb|settlement)\b[^,;.]{0,60},\s+(?:fell|has\s+fallen|had\s+fallen)\b"
)
# "A third post, X, remained under rebel control".
_APPOSED = re.compile(
    r"\b(?:town|village|city|post|outpost|base|camp|hamlet|settlement|district|suburb|checkpoint|hill|crossing"
    rf"|garrison|stronghold),\s+(?P<names>{_NAME}),\s+(?:also\s+)?(?:{_BEFALLS}|{_HELD}|{_SEIZED})".replace(
        "BE", _BEING + _ADVERB
    )
)
# "X is the second town to fall", "Y was a garrison town".
_CALLED = re.compile(
    rf"(?<![\w-])(?P<names>{_NAME})\s+(?:is|was|became|becomes|remains|remained)\s+(?:the|an?|one\s+of\s+the)\s+"
    r"(?:[\w'’-]+\s+){0,3}?(?:towns?|villages?|city|cities)\b"
)
_LIST = rf"{_NAME}(?:,\s+{_NAME})*,?\s+and\s+{_NAME}"
_FALLING = word_list("falling")
_SEIZING = frozenset(
    "captured taken seized hit struck raided attacked abandoned lost conquered".split()
)
_LIVING = frozenset(
    "resident residents inhabitant inhabitants townspeople villager villagers townsfolk mayor"
    " governor prefect bishop administrator".split()
)
_TOWNS = frozenset("town towns village villages city cities".split())
_BECAME = frozenset(("became", "becomes"))
_BEEN = frozenset("was is been being".split())
_HAVING = frozenset("has have had having".split())
_JOINED = frozenset(("and",))
_STAYING = frozenset("remain remains remained control".split())
_APPOSING = frozenset(
    "town village city post outpost base camp hamlet settlement district suburb checkpoint hill"
    " crossing garrison stronghold".split()
)
# Each with words of which a sentence must hold one for it, of each set: most hold none.
_PATTERNS = (
    (_compiled(_NAME, f"(?:{_BEFALLS}|{_HELD})", _BEING), (_FALLING,)),
    (_compiled(_WORD, _SEIZED, _BEING), (_SEIZING, _BEEN)),
    (_compiled(_LIST, f"(?:{_BEFALLS}|{_SEIZED})", _BEING_ALL), (_FALLING | _SEIZING, _JOINED)),
    (_STRONGHOLD, (_FALLING,)),
    (_CALLED, (_TOWNS, _BEEN | _STAYING | _BECAME)),
    (_APPOSED, (_FALLING | _SEIZING | _STAYING, _APPOSING)),
    (_HAD, (frozenset(("taken", "freed", "ceded")), _HAVING)),
    (_LOST, (frozenset("lose loses lost losing cede ceded surrendered abandoned".split()),)),
    *_LEADING,
    (_PEOPLED, (_LIVING,)),
    (_LISTED, (frozenset(("under",)), frozenset((":",)))),
)
# The numbers of the patterns that may be met beside each word of their first sets.
_LED = {
    word: tuple(number for number, (_, needed) in enumerate(_PATTERNS) if word in needed[0])
    for word in frozenset[str]().union(*(needed[0] for _, needed in _PATTERNS))
}
_TELLING = frozenset(_LED)
_PARTS = frozenset(("Central", "Downtown"))
_EACH = re.compile(_NAME)
# What stands behind and before the name of a person.
_SPEAKS = re.compile(r"\s+(?:said|says|told|added|who|whose|and\s+his)\b")
_TITLED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|General|Gen|Colonel|Col|Commander|President|Minister|Captain|Major)\.?\s+"
    r"(?:\w+\s+)?$"
)
_LEADING_TO = re.compile(r"\b(?:of|in) $")  # "the mayor of X said"
_TITLE = 60  # characters of a title and a first name


def told_places(sentence: Sentence, text: str) -> Iterator[tuple[int, int]]:
    """Yield the characters of each name in a sentence that what is told makes a place.

    They count from the start of the sentence. ``text`` is the whole report, which may call a name a
    person's elsewhere.
    """
    if "line" in sentence.held:
        for line in _LINES.finditer(sentence.text):
            yield line.span()
    told = _TELLING & sentence.held
    for number in sorted({number for word in told for number in _LED[word]}) if told else ():
        pattern, needed = _PATTERNS[number]
        if any(map(sentence.held.isdisjoint, needed[1:])):
            continue
        for match in pattern.finditer(sentence.text):
            for group in match.re.groupindex:
                yield from _names(match, group, sentence.text, text)


def _names(match: re.Match[str], group: str, sentence: str, text: str) -> Iterator[tuple[int, int]]:
    for found in _EACH.finditer(match[group] or ""):
        name = _bare(found[0])
        start = match.start(group) + found.end() - len(name)
        # Who lives there makes a place of an English word too: "residents of Shire".
        lived_in = match.re is _PEOPLED and name.isalpha() and not ends_a_name(sentence, start)
        if name and (lived_in or not is_no_place(name, sentence, start, text)):
            yield start, start + len(name)


def _bare(name: str) -> str:
    """Leave out what only opens a name: "Both X", "Central X", "Rebel-held X", "Chad's X"."""
    owner, _, owned = name.replace("’", "'").partition("'s")
    name = owned.strip() if owner.lower() in COUNTRIES else name
    first, _, rest = name.partition(" ")
    holder, _, held = first.rpartition("-")
    opens = first.lower() in NOT_NAMES or first in _PARTS or (holder and held in lexicon().held)
    return rest if opens else name


def is_no_place(name: str, sentence: str, start: int, text: str) -> bool:
    """Tell whether a name is a word that opens a sentence, a people or a person."""
    return ends_a_name(sentence, start) or _is_used_otherwise(name, text)


@lru_cache(maxsize=256)  # a long report names a town thousands of times
def _is_used_otherwise(name: str, text: str) -> bool:
    """Tell whether a text has a name in small letters too, or as a person's."""
    if any(_whole(name.lower(), text)):
        return True
    return is_never_place(name, text, (match.start() for match in _whole(name, text)))


def ends_a_name(sentence: str, start: int) -> bool:
    """Tell whether what starts there in a sentence is only the end of a longer name."""
    before = sentence[:start].rstrip().rsplit(" ", 1)[-1]
    capital = bool(before[:1].isupper() and before[-1:].isalnum() and start)
    return capital and before not in _PARTS


def is_never_place(name: str, text: str, places: Iterable[int]) -> bool:
    """Tell whether a name is an ordinary word, or a person's at one of the places it stands."""
    if is_ordinary(name):
        return True
    for place in places:
        before = text[max(0, place - _TITLE) : place]
        speaks = _SPEAKS.match(text, place + len(name)) and not _LEADING_TO.search(before)
        if speaks or _TITLED.search(before):
            return True
    return False


@lru_cache(maxsize=256)  # the names of one report, each met in several sentences
def _word(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(name)}\b")


def _whole(name: str, text: str) -> Iterator[re.Match[str]]:
    """Yield where a name stands in a text as a word of its own."""
    return _word(name).finditer(text) if name in text else iter(())
