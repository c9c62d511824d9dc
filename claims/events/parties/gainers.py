"""Who gains and who loses by what a noun names: "with the capture of X, the rebels ..."."""

from __future__ import annotations

from claims.claim import Action
from claims.claimants.speech import is_speech
from claims.events.parties.meant import Meant
from claims.events.parties.subjects import subject_before
from claims.events.sentences.parse import Parsed
from claims.fighters.actors import ActorMention
from claims.fighters.party import Party, Roles
from claims.lexicon import Trigger
from claims.word_lists import word_list

__all__ = ["OWNED_UP", "OWNING_UP", "by_gain", "claims_it", "others_stay", "owns_up", "plans_it"]

_TAKEN = frozenset((Action.CAPTURE, Action.RECAPTURE))
_GIVES = frozenset(
    "give gives gave giving given allow allows allowed enable enables enabled hand hands handed"
    " bring brings brought put puts".split()
)
_LOST = frozenset("blow setback defeat humiliation embarrassment reverse loss disaster".split())
_WON = frozenset("victory success boost".split())
_TO = frozenset(("to", "for"))
_OPENED = ("open", "clear", "pav", "free")
_CONFESSED = word_list("confessed")
# What loses, or says so of itself.
OWNED_UP = _CONFESSED.union("mourned suffered suffers suffer".split())
OWNING_UP = 20  # words from "admitted" to what was lost
_OWNS = frozenset("claim claims claimed claiming take takes took taken accepted full".split())
_PLANS = frozenset("plan plans intention intentions intent wish desire ambition".split())
_OWN_PLANS = frozenset("no any denied denies denying its their immediate present".split())
_NOBODY = frozenset("no nobody none neither not".split())
_CLAIMED = 8  # words from "claimed responsibility" to the deed
_ON = frozenset(("on", "against"))
_SCORED = frozenset(
    """
    scored won achieved gained secured registered notched claimed completed crowned capped
    celebrated extended consolidated tightened strengthened
    """.split()
)
_MEANS = 2  # words of "with the" before the noun
_NEAR = 3  # words from "gives" or "a blow to" to who gains or loses
_REACH = 14  # words from the noun to "is the worst defeat"


def owns_up(parsed: Parsed, trigger: Trigger, side: str | None) -> bool:
    """Tell whether a side owns up to a failure: "conceded that the attack had been beaten off".

    Not where it goes on ("but said that an attack was repelled"), nor where others attacked.
    """
    if _CONFESSED.isdisjoint(parsed.sentence.held):
        return False
    reach = range(trigger.first - 1, max(-1, trigger.first - OWNING_UP), -1)
    at = next((number for number in reach if parsed.lower[number] in _CONFESSED), None)
    if at is None and not _closes(parsed):
        return False
    low = 0 if at is None else at + 1  # "an attack was beaten off, officials conceded"
    told = parsed.lower[low : trigger.first]
    if "but" in told or any(map(is_speech, told)):
        return False
    start, end = parsed.words[low].start - 1, parsed.words[trigger.first].start
    named = (m for m in parsed.actors if m.armed and start < m.start < end)
    return not any(m.side not in (None, side) and not _is_target(parsed, m) for m in named)


def _closes(parsed: Parsed) -> bool:
    """Tell whether a sentence closes with who owns up to it: ", two officials conceded."."""
    return any(word in _CONFESSED for word in parsed.lower[-2:])


def claims_it(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether who speaks says that he did it: "claimed responsibility", "claims to have"."""
    lead = parsed.lower[max(0, trigger.first - _CLAIMED) : trigger.first]
    if lead[-2:] == ["to", "have"]:
        return lead[-3:-2] in (["claim"], ["claims"], ["claimed"])
    owned = "responsibility" in lead and lead[0] != "responsibility"
    took = owned and lead[lead.index("responsibility") - 1] in _OWNS
    return took and _NOBODY.isdisjoint(parsed.lower[: trigger.first])


def plans_it(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether somebody is said to mean to do it: "there was no plan to storm X"."""
    lead = parsed.lower[max(0, trigger.first - 3) : trigger.first]
    planned = lead[-1:] in (["to"], ["of"]) and lead[-2] in _PLANS
    return planned and lead[0] in _OWN_PLANS  # no "reports of a rebel plan to storm X"


def _is_target(parsed: Parsed, mention: ActorMention) -> bool:
    """Tell whether an attack is on those whom words name: "on the army's positions"."""
    number = parsed.word_at(mention.start)
    return not _ON.isdisjoint(parsed.lower[max(0, number - 2) : number])


def by_gain(parsed: Parsed, trigger: Trigger, meant: Meant, told: Roles) -> Roles:
    """Return who took a place and who lost it, where what is ``told`` of it leaves that open.

    "The capture of X gives the rebels a road", "the loss of X is a blow to the army", "the fall of
    X opens the way for the army".
    """
    gainer = _with(parsed, trigger, meant)
    loser: Party | None = None
    for number in range(trigger.last + 1, min(len(parsed.lower), trigger.last + _REACH)):
        word = parsed.lower[number]
        found = _next(parsed, number, meant)
        if word in _GIVES:
            gainer = gainer or found
        elif _TO.isdisjoint(parsed.lower[number + 1 : number + 2]):
            continue
        elif word in _WON or _opens(parsed, number):
            gainer = gainer or found
        elif word in _LOST:
            loser = loser or found
    gainer, loser = (gainer, loser) if trigger.pattern.action in _TAKEN else (loser, gainer)
    actor, opponent = told.actor or gainer, loser or told.opponent
    same = actor and opponent and actor.side == opponent.side
    return Roles(actor=actor, opponent=None if same else opponent)


def _opens(parsed: Parsed, number: int) -> bool:
    """Tell whether a word ends "opens the way", and no "on the way"."""
    at = number - 2 if parsed.lower[number - 1] in ("the", "a") else number - 1
    return parsed.lower[number] == "way" and parsed.lower[at].startswith(_OPENED)


def _with(parsed: Parsed, trigger: Trigger, meant: Meant) -> Party | None:
    """Return the subject behind "with the capture of X, ", or before "scored a gain with it"."""
    lead = parsed.lower[max(0, trigger.first - _MEANS) : trigger.first]
    if lead[:1] == ["with"] and trigger.first > _MEANS + 1:
        verb = trigger.first - _MEANS
        told = parsed.lower[parsed.clause(verb)[0] : verb]
        # "Suffered a blow with the capture of X": not who took it
        gains = not _SCORED.isdisjoint(told) and _LOST.isdisjoint(told)
        return subject_before(parsed, verb, meant) if gains else None
    opens = "with" in parsed.lower[: min(2, trigger.first)]
    comma = parsed.main_comma
    if not opens or comma <= trigger.last:
        return None
    return _next(parsed, comma, meant)


def _next(parsed: Parsed, number: int, meant: Meant) -> Party | None:
    """Return the armed side that stands within a few words behind one."""

    def near(mention: ActorMention) -> bool:
        return 0 < parsed.word_at(mention.start) - number <= _NEAR

    return next((meant.party(m) for m in parsed.actors if m.armed and near(m)), None)


_STAYS = ("remain", "stay", "hid")
_SELVES = frozenset("we it they he she i , and but that which who".split())
_BEFORE_VERB = frozenset("still also now have has had will would all".split())


def others_stay(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether those stay who are named, whoever they are: "children remain in X, rebels say".

    Who says so may mean itself only by a pronoun: "they said they remained in X".
    """
    at = trigger.first - 1
    while at >= 0 and parsed.lower[at] in _BEFORE_VERB:
        at -= 1
    return trigger.form.startswith(_STAYS) and at >= 0 and parsed.lower[at] not in _SELVES
