"""Places that are named for a person or for what is said, where nothing befalls them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.events.spots.answered_for import is_answered_for
from claims.events.spots.refuges import tells_of_refuge
from claims.scene import scene
from claims.words import Sentence
from gazetteer.wording.deeds import is_of_a_deed

__all__ = ["is_aside"]

# A place that hangs on one of these is not where the event is.
_ASIDE = frozenset("with by about via than like unlike except linking connecting joining".split())
_ALL_OF = ("little more than", "not much more than", "no more than", "little else than")
_COUNTRYS = re.compile(
    r"\b(?:half|most|third|quarter|all)\s+of\s+the\s+(?:country|nation|state)['’]s\s+$"
)
_HARMED = frozenset(
    """
    killed kill kills killing wounded wound wounds wounding injured injure injures injuring
    massacred massacre massacres beheaded behead beheads slaughtered slaughter slaughters
    kidnapped kidnap kidnaps abducted abduct abducts executed execute executes dead death
    """.split()
)
# "Attacked civilians in X": there; behind a comma it may be they who tell.
_HIT = frozenset(
    """
    attack attacked attacking attacks shell shelled shelling bomb bombed bombing target targeted
    targeting targets strike strikes struck hit hits shells bombs fire fires fired shot shooting
    fell fallen landed rained slammed strafe strafed strafing rocketed pounded pounding napalmed
    mortared
    """.split()
)
# Whom an operation is for: "to arrest a rebel leader in X".
_LEADERS = frozenset("leader commander facilitator leaders commanders facilitators".split())
_SOUGHT = frozenset("arrest arrested detain detained capture captured apprehend targeting".split())
_OFFICES = frozenset("ministry ministries embassy court university radio council mission".split())
_AT = frozenset("outside near inside at behind around opposite hit struck attacked".split())
_TAKEN = frozenset(
    """
    guard guards guarding guarded defend defending defended protecting seize seized seizing storm
    stormed storming occupy occupied occupying surround surrounded surrounding take took taken
    captured entered burned burnt damaged destroyed raided ransacked besieged
    """.split()
)
# Behind these another thing is told: "guarding X told the radio in Y".
_ELSEWISE = frozenset(", told said that after as when while because".split())
_BOUND = frozenset(
    "administered based born due expected visiting signed brokered negotiated agreed towed limped"
    " limping admitted".split()
)
_RUN = frozenset("run administered governed ruled".split())
_VISITED = frozenset("visited visiting visit visits toured touring".split())
# "Chad, which backs the rebels": a government.
_SIDES_WITH = frozenset(
    """
    backs backing supports support supporting accuses accused accusing blames blamed blaming urges
    urged urging warns warned warning
    """.split()
)
# "The dam that feeds X was captured"; the road that supplies X leads to it.
_SERVES = frozenset("supply supplies supplying feed feeds feeding serve serves serving".split())
_WAYS = frozenset("road highway route line lines railway railroad corridor convoy".split())
_STUNS = frozenset("surprised stunned embarrassed humiliated angered infuriated".split())
_MADE_TO = frozenset("led forced prompted compelled obliged persuaded asked told pressed".split())
# "Caught Oslo off guard", "by surprise", "napping".
_UNAWARES = frozenset(("off", "by", "unprepared", "unawares", "napping", "flat-footed"))
_NAME = 3  # words of "Porto Novo to"
# Behind a place that was visited: "visited X and rebels shelled it".
_GOES_ON_THERE = frozenset("it there town city village district".split())
_PEOPLE = frozenset(
    "civilian civilians people residents families villagers refugees men women children youths"
    " farmers workers worshippers mourners shoppers passengers protesters group meeting gathering"
    " rally crowd queue wedding funeral procession".split()
)
_CROWDED = frozenset("crowded packed crammed filled full housing sheltering".split())
_FILLED = 4  # words of "crowded with Hutu"
_ARTICLES = frozenset("a an the another".split())
_HOUSE = 5  # words of "outside the foreign ministry"
_VICTIMS = 8  # words from "killed" to "people in"
_OWNERS = frozenset("his their its our her".split())
_S = ("'s", "’s", "s'", "s’")
# "Withdrew its remaining men from X": they left it, and are not of it.
_WITHDRAWN = frozenset("withdraw withdrew withdrawn withdrawing pull pulled pulling".split())
_SENT_TO = frozenset(("to", "into", "against"))  # "sent 300 men against X"
_FIGHTING = frozenset("armed loyal allied faithful".split())


def _is_excepted(lower: Sequence[str], first: int, lead: str) -> bool:
    """Tell whether a place is said to be none of an event's: "attacked X, not Y"."""
    at = first - 1
    while at > 1 and (lower[at] == lead or lower[at] == "the"):
        at -= 1
    return at > 0 and lower[at] == "not" and lower[at - 1] in (",", "and", "but")


def is_aside(sentence: Sentence, first: int, lead: str) -> bool:
    """Tell whether a place belongs to a person or to speech: "residents of X", "told Y in X"."""
    before = sentence.text[: sentence.words[first].start - sentence.start]
    its = before.rstrip().endswith(("'s", "’s"))
    excepted = "not" in sentence.held and _is_excepted(sentence.lower, first, lead)
    # "Attacks along the road"
    near = range(max(0, first - 3), first) if "attacks" in sentence.held else ()
    answers = any(is_answered_for(sentence.lower, number) for number in near)
    # "In control of little more than X"
    all_of = lead == "than" and any(more in before for more in _ALL_OF)
    others = answers or excepted or tells_of_refuge(sentence.lower, first)
    if (lead in _ASIDE and not all_of) or others or (its and _COUNTRYS.search(before)):
        return True
    if not lead:
        verb = sentence.lower[first - 1] if first else ""
        visited = verb in _VISITED and _GOES_ON_THERE.isdisjoint(sentence.lower[first:])
        serves = verb in _SERVES and _WAYS.isdisjoint(sentence.lower[max(0, first - 3) : first])
        return visited or serves or verb in _SIDES_WITH or _is_made_to(sentence, verb, first)
    words = sentence.words
    number = first if words[first].lower == lead else first - 1
    while number > 0 and words[number].lower != lead:
        number -= 1
    before = words[number - 1].lower if number else ""
    house = before in _OFFICES and _stands_at(sentence, number)
    house = house or _is_met_there(sentence, number - 1)
    if house or not _FIGHTING.isdisjoint(sentence.lower[max(0, number - 5) : number - 1]):
        return False  # "armed men near X", "forces loyal to the president in X"
    if not _HARMED.isdisjoint(sentence.lower[max(0, number - _VICTIMS) : number - 1]):
        return False  # "killed 16 people in X" there
    lead_up = sentence.lower[max(0, number - _VICTIMS) : number - 1]
    hit = max((n for n, word in enumerate(lead_up) if word in _HIT), default=-1)
    # "Shelled people in X", "a school crowded with refugees in X"
    met = hit >= 0 and not _is_parted(lead_up[hit:])
    if before in _PEOPLE and (met or not _CROWDED.isdisjoint(lead_up[-_FILLED:])):
        return False
    home = lead == "from" and (_is_home(sentence, number) or _is_run_from(sentence, number))
    massed = before == "men" and words[number - 2].lower.startswith(("mass", "concentrat"))
    heads = before == "head" and lead != "of"  # "will head for X"
    sent = lead in _SENT_TO and (before == "men" or before in scene().fighters)
    sent = sent or (lead == "from" and not _WITHDRAWN.isdisjoint(lead_up))
    sent = sent or _are_a_leaders(sentence, number - 1)
    sent = sent or (lead == "of" and is_of_a_deed(sentence.lower, number))
    owned = before in scene().owners and not (heads or sent or massed)  # "deployed 200 men to X"
    return home or owned or before in _BOUND


def _is_made_to(sentence: Sentence, verb: str, first: int) -> bool:
    """Tell whether a government is meant: "led Oslo to withdraw", "caught Oslo off guard".

    "Surprised Oslo", but "surprised the Oslo garrison".
    """
    behind = sentence.lower[first + 1 : first + _NAME]
    if verb == "caught":
        return not _UNAWARES.isdisjoint(behind)
    if verb in _STUNS:
        return sentence.words[first].text[0].isupper()
    return verb in _MADE_TO and "to" in behind


def _is_parted(words: Sequence[str]) -> bool:
    """Tell whether a place is none of what is hit: "shelled the X camp for people near Y"."""
    words = words[next(n for n, word in enumerate(words) if word in _HIT) :]
    named = "for" in words and words[words.index("for") - 2] not in _ARTICLES
    return "," in words or named  # "shelled a camp for displaced people in Y": there


def _are_a_leaders(sentence: Sentence, number: int) -> bool:
    """Tell whether men are fighters of someone: "attacked his men at X", "X's men on Y"."""
    owner = sentence.lower[number - 1] if number else ""
    return sentence.lower[number] == "men" and (owner in _OWNERS or owner.endswith(_S))


def _is_met_there(sentence: Sentence, number: int) -> bool:
    """Tell whether a leader is sought in a place, or men "based in X" are attacked there."""
    lead, word = sentence.lower[max(0, number - _HOUSE) : number], sentence.lower[number]
    if word != "based":
        return word in _LEADERS and not _SOUGHT.isdisjoint(lead)
    return bool(lead) and lead[-1] in scene().fighters and not _HIT.isdisjoint(lead[:-1])


def _is_home(sentence: Sentence, number: int) -> bool:
    """Tell whether a place says whence those are who did it: "driven out by fighters from X"."""
    lead = sentence.lower[max(0, number - _HOUSE) : number]
    return bool(lead) and "by" in lead and lead[-1] in scene().fighters


def _is_run_from(sentence: Sentence, number: int) -> bool:
    """Tell whether a place is whence another is ruled: "X, though run from Y"."""
    return sentence.lower[number - 1] in _RUN and sentence.lower[number - 2] != "the"


def _stands_at(sentence: Sentence, number: int) -> bool:
    """Tell whether an office is a house at which it happens: "shelled the ministry in X"."""
    lead = sentence.lower[max(0, number - _HOUSE) : number]
    behind = lead[max((n for n, word in enumerate(lead) if word in _ELSEWISE), default=-1) + 1 :]
    return not (_AT | _HIT | _TAKEN).isdisjoint(behind)
