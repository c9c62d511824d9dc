"""Whose deed a noun is by what stands right before it: "rebel advances", "its drone strike"."""

from __future__ import annotations

from itertools import pairwise

from claims.claim import Action
from claims.events.parties.by_adjective import by_adjective
from claims.events.parties.companions import joined_with
from claims.events.parties.meant import Meant
from claims.events.parties.mentioned import ending_at
from claims.events.sentences.antecedents import antecedent
from claims.events.sentences.clauses import SPEECH
from claims.events.sentences.parse import Parsed
from claims.fighters.actors import ActorMention
from claims.fighters.forces import force_words
from claims.fighters.party import Party
from claims.fighters.phrase import is_where
from claims.lexicon import Trigger
from claims.patterns import inflect
from claims.sides.groups import country_words
from claims.word_lists import word_list

__all__ = [
    "LIGHT",
    "SUFFERED",
    "answered",
    "avenged",
    "ends_deed",
    "is_carrying",
    "names_who",
    "owner_before",
]

# Verbs whose subject does what the noun says.
_CARRYING = """
    launch carry conduct stage mount start wage intensify concentrate continue resume announce
    undertake engage renew escalate impose press claim complete unleash rain lock fire deliver use
    implement join tighten lift end halt abandon push perform prosecute execute direct target
    celebrate respond retaliate open prepare mass gather accumulate assemble amass muster ready
    redeploy spearhead extend expand participate pursue pour rush deploy lead fight suspend pause
    abort attempt resort answer reply counter react
"""
_IRREGULAR = """
    begin began begun begins beginning make made makes making undertook undertaken led step steps
    stepped stepping stepped-up put puts putting plan plans planned planning hold held holds holding
    keep kept keeps keeping fought drop drops dropped dropping lay laid lays laying set sets setting
    regroup regroups regrouped regrouping transfer transfers transferred transferring bring brought
    brings bringing go went gone goes going spring sprang sprung springing beat beats beating
    do does did done doing rounded rounding
"""
LIGHT = frozenset(_IRREGULAR.split()).union(*map(inflect, _CARRYING.split()))
_ANSWERING = frozenset().union(*map(inflect, "respond answer reply react".split()))
_TAKES = frozenset("take takes took taken taking".split())
_ENDS = frozenset("call calls called calling break breaks broke broken breaking put puts".split())
# "Ruled out any withdrawal from X": they themselves stay, others may rule out an attack.
_RULES = frozenset("rule rules ruled ruling".split())
_LEAVING = frozenset("withdrawal withdrawals retreat pullout pullback pull-back pull-out".split())
_RULED = 6  # words of "ruled out any further withdrawal"
# Verbs whose subject suffers what the noun says: "came under attack", "repelled an assault".
SUFFERED = word_list("suffered")
_POSSESSIVES = frozenset("its their our his".split())
# "Ten rebels died as troops repelled their attack": it was not the troops'.
_REPELS = frozenset(
    """
    repelled repulsed foiled thwarted rebuffed crushed withstood blunted stemmed checked blocked
    contained smashed defeated off back
    """.split()
)
_ACCUSES = word_list("accuses")
_JUDGES = word_list("judging")  # "the army condemned rebel attacks"
# Who brings drones down did not send them: "Ukraine shot down 20 drones launched at X".
_DOWNS = frozenset("shot down downed intercepted intercepts destroyed detected tracked".split())
_JOINED = frozenset(("and", ","))
_ARTICLES = frozenset(("a", "an", "the"))
_OWNED = _POSSESSIVES.union("this that another any every each some several of".split())
_STOPS = _DOWNS.union(
    """
    against with by from on of to for despite amid between toward towards at in near under over
    including per the a an and or as its their our was were is are has have that which who
    """.split()
)
_NEAR = 3
_ANSWERS = frozenset(
    (deed, way)
    for deed in "retaliation reprisal revenge retribution vengeance response reply".split()
    for way in ("for", "to")
)
_ANSWER = 6  # words of "in retaliation for the previous day's"


def is_carrying(parsed: Parsed, number: int) -> bool:
    """Tell whether a word is a verb whose subject does what the noun behind says.

    "Attempted an attack" is one, and "repelled an attempted attack" none.
    """
    word, before = parsed.lower[number], parsed.lower[max(0, number - 1)]
    told = word == "attempted" and (before in _OWNED or before in SUFFERED)
    joins = word in _TAKES and parsed.lower[number + 1] == "part"  # "took part in the attack"
    joins |= ends_deed(parsed, number)
    stays = word in _RULES and not _LEAVING.isdisjoint(parsed.lower[number + 2 : number + _RULED])
    # "Responded to the attack on X" is of another's
    told |= word in _ANSWERING and "to" in parsed.lower[number + 1 : number + 3]
    return (word in LIGHT or joins or stays) and before not in _ARTICLES and not told


def ends_deed(parsed: Parsed, number: int) -> bool:
    """Tell whether a verb ends one's own deed: "called off", not "beat off" or "fought off"."""
    return parsed.lower[number] in _ENDS and parsed.lower[number + 1] == "off"


def owner_before(parsed: Parsed, trigger: Trigger, meant: Meant) -> Party | None:
    """Return who stands right before the noun: "rebel advances", "its drone strike"."""
    first = parsed.words[trigger.first].start
    for mention in reversed(parsed.actors):
        inside = trigger.gap and parsed.word_at(mention.start) in range(*trigger.gap)
        if inside and names_who(parsed, trigger):
            return meant.party(mention)
        if mention.start < first < mention.end:  # "an X drone attack": the drone is X's
            return meant.party(mention)
        near = trigger.first - parsed.word_at(max(0, mention.end - 1)) <= _NEAR
        if mention.end <= first and near and _modifies(parsed, mention, trigger):
            # "Government troops and tribal militiamen retreat": theirs, if it is a verb
            together = None if mention.side else joined_with(parsed, mention, meant)
            return together or meant.party(mention)
    own = _adjective(parsed, trigger, meant) or _possessive(parsed, trigger, meant)
    joined = None if own else _joined_to(parsed, trigger)
    own = owner_before(parsed, joined, meant) if joined else own
    return own or avenged(parsed, trigger, meant)


def names_who(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a noun names within whose it is: "flag of X over Y", "the entry of X into"."""
    of = trigger.gap is not None and parsed.lower[trigger.gap[0] - 1] in ("of", "by")
    return trigger.form == "flag" or (of and trigger.pattern.action is Action.ADVANCE)


def _joined_to(parsed: Parsed, trigger: Trigger) -> Trigger | None:
    """Return the noun whose owner a further one shares: "rebel air strikes and heavy shelling"."""
    lead = parsed.lower[max(0, trigger.first - 2) : trigger.first]
    if "and" not in lead or (lead[-1] != "and" and not lead[-1].isalpha()):
        return None
    joint = trigger.first - len(lead) + lead.index("and")
    ends = (t for t in (*parsed.passed_over, *parsed.triggers) if t.last == joint - 1)
    noun = next((t for t in ends if t.pattern.kind == "noun"), None)
    return noun if noun and noun.pattern.action is trigger.pattern.action else None


def avenged(parsed: Parsed, trigger: Trigger, meant: Meant) -> Party | None:
    """Return whose deed others answer, their enemy's: "fired on X in reply to raids on Y".

    So those did it who are punished, thanked or attacked "for shelling X".
    """
    whom = ending_at(parsed, trigger.first - 2)
    if parsed.lower[trigger.first - 1] == "for" and whom and whom.free and whom.side:
        return meant.party(whom)
    high = answered(parsed, trigger)
    if high is None:
        return None
    low = parsed.clause(trigger.first)[0]
    accused = [n for n in range(low, high) if parsed.lower[n] in _ACCUSES]
    low = accused[-1] if accused else low  # "X accused Y of firing in reply to": Y replied
    who = (m for m in parsed.actors if low <= parsed.word_at(m.start) < high)
    who = (m for m in who if m.free or accused)
    first = next((meant.party(m) for m in who), meant.speaker)  # "guns replied", its own, it said
    return Party(side=meant.finder.foe(first.side if first else None))


def answered(parsed: Parsed, trigger: Trigger) -> int | None:
    """Return where a deed is said to be answered by another: "in reply to raids on X"."""
    lead = parsed.lower[max(0, trigger.first - _ANSWER) : trigger.first]
    at = next((n for n, pair in enumerate(pairwise(lead)) if pair in _ANSWERS), None)
    return None if at is None else trigger.first - len(lead) + at


def _modifies(parsed: Parsed, mention: ActorMention, trigger: Trigger) -> bool:
    """Tell whether only adjectives stand between a mention and the noun it belongs to."""
    last = parsed.word_at(max(0, mention.end - 1))
    between = parsed.words[last + 1 : trigger.first]
    fires = parsed.lower[last] in force_words().weapons and trigger.pattern.action is Action.STRIKE
    if fires and [w.lower for w in between] == ["and"]:
        return True  # "army artillery and drone strikes"
    apart = {w.lower for w in between}
    stops = {"the", "a", "an", "in", "on", "of", "from", "to", "under", "at", "and", "with"}
    # "Troops blunted their attack", "Xan media report air raids"
    stops |= {"was", "were", "media", "television", "radio", *_POSSESSIVES}
    if apart & (stops | SPEECH) or any(
        not w.text[0].isalnum() and w.text not in "'’" for w in between
    ):
        return False
    return apart.isdisjoint(LIGHT | SUFFERED | _JUDGES | _DOWNS)


def _adjective(parsed: Parsed, trigger: Trigger, meant: Meant) -> Party | None:
    """Return whose adjective stands before a noun: the first of "Chadian and French strikes"."""
    found: Party | None = None
    others: list[str] = []
    for number in range(trigger.first - 1, max(-1, trigger.first - 7), -1):
        word = parsed.words[number]
        if found and found.start is not None and word.start >= found.start:
            continue  # "South" of "South African"
        if any(m.armed and m.start <= word.start < m.end for m in parsed.actors):
            break
        if word.lower in country_words() and is_where(parsed.lower, number, word.text):
            break
        party = by_adjective(parsed, number, meant)
        if party:
            if found:
                others.insert(0, found.side or "")
            found = party
        elif not _may_stand(word.lower, first=found is None):
            break
    if found and others:
        return Party(
            text=found.text, side=found.side, start=found.start, end=found.end, others=tuple(others)
        )
    return found


def _may_stand(word: str, *, first: bool) -> bool:
    if not first:
        return word in _JOINED
    stands = word not in _STOPS and word not in LIGHT and word not in SPEECH
    return stands and word.replace("-", "").isalnum()


def _possessive(parsed: Parsed, trigger: Trigger, meant: Meant) -> Party | None:
    """Return whose "its offensive" is."""
    for number in range(trigger.first - 1, max(-1, trigger.first - 1 - _NEAR), -1):
        word = parsed.lower[number]
        if word == "whose":  # "the rebels, whose attack on X failed"
            attacker = antecedent(parsed, number)
            return meant.party(attacker) if attacker else None
        if word in _POSSESSIVES:
            owner = meant.pronoun(parsed, number)
            others = owner and owner.side and parsed.lower[number - 1] in _REPELS
            others = others and not ends_deed(parsed, number - 2)
            return Party(side=meant.finder.opposite(owner.side)) if owner and others else owner
        apart = word in SUFFERED and parsed.lower[number - 1] not in _POSSESSIVES
        if word in _STOPS or apart:
            return None  # "its forces repelled attacks"
    return None
