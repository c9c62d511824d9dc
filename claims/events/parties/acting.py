"""What kind of subject an event has: someone who fights, someone who does not, or not told."""

from __future__ import annotations

import re

from claims.claim import Action
from claims.events.event import Acting
from claims.events.parties.crowds import VERB_GROUP, are_counted, are_crowd, is_crowd
from claims.events.parties.for_whom import for_civilians
from claims.events.parties.head_kinds import is_governed, kind_of
from claims.events.parties.leaders_travel import travels
from claims.events.parties.shots import fires_with_arms, is_one_of_the_shots
from claims.events.parties.sufferers import LAID, charged_within, suffers
from claims.events.sentences import addressed
from claims.events.sentences.called import names_what
from claims.events.sentences.clause_words import BE, JOINED
from claims.events.sentences.parse import Parsed
from claims.events.sentences.passives import is_passive
from claims.events.sentences.resumed import resumed
from claims.events.sentences.set_off import before_day, before_set_off
from claims.events.sentences.verb_groups import group_start
from claims.lexicon import Trigger, lexicon
from claims.scene import scene

__all__ = ["who_acts"]

_TRADES = ("exchang", "trade", "trading", "swap")
_GOING = (Action.ADVANCE, Action.RETREAT)
_ARMED_DEEDS = (Action.CAPTURE, Action.RECAPTURE, Action.PUSH_BACK, Action.STRIKE)
# What no critic but only a gun fires at, though it fights nobody.
_OFTEN_HIT = frozenset(
    """
    bus buses truck trucks lorry lorries minibus ambulance ambulances train ferry vehicle vehicles
    car cars convoy convoys residents civilians villagers passengers refugees camp
    """.split()
)
_ONE_SPEAKER = frozenset(
    "official officer spokesman minister diplomat doctor worker priest resident witness".split()
)
_BY_GUNS = frozenset(("shelled", "strafed"))  # whatever the subject is: "long-range guns"
_SELF = frozenset(("i", "we"))
_PRONOUNS = frozenset("they it he we them their its our".split())
_CONVOYS = frozenset("convoy convoys truck trucks lorries barge barges team teams".split())
_AID = re.compile(
    r"\b(?:UN[A-Z]{2,5}|WFP|ICRC|OCHA|MSF|Red\s+Cross|Red\s+Crescent|Food\s+Programme|aid|relief|humanitarian)\b"
)
_AGENT = 7  # words behind "by" in which an agent has its head
_FAR = 60  # words before a verb in which its subject is looked for
_SHARED = 12  # words from a verb to the one before whose subject it shares
_JOINING = ("and", "but", "then")
_HARMED = frozenset(
    "killed wounded injured maimed killing wounding injuring".split()
)  # "strikes that killed 20 people hit X"
_COUNTED = 3  # words from such a verb to those whom it befell
_PHRASE = 5  # words of a noun phrase before its head


def who_acts(parsed: Parsed, trigger: Trigger, speaker: str = "") -> Acting:
    """Tell what kind of subject a verb has, or what kind of agent where it is passive.

    The nearest head before the verb that no preposition governs decides, so that "residents said
    rebels entered X" is about rebels. ``speaker`` is who "we" are, where that is no party.
    """
    low, _ = parsed.clause(trigger.first)
    trades = trigger.pattern.action is Action.CLASH and trigger.form.startswith(_TRADES)
    if trades or suffers(trigger):
        # Whoever "came under" or "exchanged fire", somebody fired; a minister was criticised.
        return Acting.CIVILIAN if _is_blamed(parsed, trigger, low) else Acting.FIGHTER
    if is_passive(parsed, trigger):
        by, theme = _agent(parsed, trigger), _subject(parsed, *_subject_range(parsed, trigger))
        return Acting.FIGHTER if by is Acting.UNTOLD and theme is Acting.FIGHTER else by
    if (charged := charged_within(parsed, trigger)) is not None:
        return _subject(parsed, *charged)
    return _doer(parsed, trigger, low, speaker)


def _doer(parsed: Parsed, trigger: Trigger, low: int, speaker: str) -> Acting:
    """Return what kind of subject an active verb has."""
    beside = kind_of(parsed, trigger.first - 1) if trigger.first > low else Acting.UNTOLD
    if trigger.form.endswith("ing") and beside is not Acting.UNTOLD:
        return beside  # "civilians leaving X"
    if trigger.pattern.scheme != "subject" and _is_place_before(parsed, trigger):
        return Acting.UNTOLD  # "the spokesman dismissed talk of X having fallen"
    itself = not _SELF.isdisjoint(parsed.lower[low : trigger.first])  # "we left X on foot"
    itself = itself and trigger.pattern.action in _GOING and _is_civilian(speaker)
    sent = addressed.made_to(parsed, trigger.first)
    itself = itself or for_civilians(parsed, trigger.first - 1) or travels(parsed, trigger)
    if itself or (sent and _subject(parsed, low, sent) is Acting.CIVILIAN):
        return Acting.CIVILIAN
    if trigger.pattern.action is Action.RETREAT and are_counted(parsed, trigger):
        return Acting.CIVILIAN
    if _brings_aid(parsed, trigger, low, speaker):
        return Acting.CIVILIAN
    own = _subject(parsed, *_subject_range(parsed, trigger))
    if own is Acting.CIVILIAN and trigger.pattern.action in _ARMED_DEEDS:
        own = Acting.UNTOLD if addressed.speaks_of_others(parsed, trigger.first) else own
    return own if own is not Acting.UNTOLD else _implied(parsed, trigger, low)


def _is_place_before(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a place stands right before the verb that tells what befell it."""
    start = group_start(parsed, trigger.first)
    start -= start > 0 and parsed.lower[start - 1] == "having"
    return any(parsed.word_at(m.end - 1) == start - 1 for m in parsed.places)


def _brings_aid(parsed: Parsed, trigger: Trigger, low: int, speaker: str) -> bool:
    """Tell whether those who bring aid tell of a convoy: "an agency says a convoy reached X"."""
    own = parsed.lower[low : trigger.first]
    return not _CONVOYS.isdisjoint(own) and bool(_AID.search(speaker))


def _is_blamed(parsed: Parsed, trigger: Trigger, low: int) -> bool:
    """Tell whether whoever "came under fire" was only found fault with."""
    hit = parsed.lower[low : trigger.first]
    shot = not scene().weapons.isdisjoint(parsed.lower[trigger.first : trigger.last])
    if shot or trigger.pattern.words[-1:] in LAID or not _OFTEN_HIT.isdisjoint(hit):
        return False
    return _subject(parsed, low, trigger.first) is Acting.CIVILIAN


def _is_civilian(speaker: str) -> bool:
    """Tell whether a speaker who is no party is a civilian by trade: "a teacher"."""
    return bool(scene().civilians & set(re.findall(r"\w+", speaker.lower())))


def _subject_range(parsed: Parsed, trigger: Trigger) -> tuple[int, int]:
    """Return the words ``[low, stop)`` in which the subject of a verb stands."""
    parted = parsed.interrupted(trigger.first)
    if parted:
        return parted[0], parted[1] + 1
    low, _ = parsed.clause(trigger.first)
    start = before_day(parsed, group_start(parsed, _shares(parsed, low, trigger.first)))
    if over := resumed(parsed, start):
        return parsed.clause(parsed.word_at(over.start))[0], parsed.word_at(over.end - 1) + 1
    told = before_set_off(parsed, start - 1)  # "Rebels, who say they want talks, captured X"
    if 0 <= told < start - 1 and parsed.lower[start - 1] not in JOINED:
        return parsed.clause(told)[0], told + 1
    aside = low > 1 and parsed.lower[low] == "according"  # "Rebels, according to X, captured"
    return (parsed.clause(low - 2)[0] if aside else low), trigger.first


def _implied(parsed: Parsed, trigger: Trigger, low: int) -> Acting:
    """Return the subject that a verb's own clause leaves to the words around it."""
    shot = is_one_of_the_shots(parsed, trigger) or fires_with_arms(parsed, trigger)
    if shot or trigger.form in _BY_GUNS:
        return Acting.FIGHTER
    told = _antecedent(parsed, low) if _is_relative(parsed, trigger, low) else None
    if told and (
        told is Acting.FIGHTER or addressed.SPOKEN.isdisjoint(parsed.lower[low : trigger.first])
    ):
        return told  # "diplomats, who came on Monday, said X was held": not by them
    led = parsed.lower[group_start(parsed, trigger.first)]  # "after failing to take X"
    own = low == 0 and parsed.lower[trigger.first - 1] in BE  # "They were shelling X, people said"
    if led.endswith("ing") or (trigger.form.endswith("ing") and not own):
        return _main(parsed, trigger, low)
    if low > 1 and parsed.lower[trigger.first - 1] == "they" and are_crowd(parsed, low):
        return Acting.CIVILIAN
    if _is_joined(parsed, low, trigger.first):
        return _subject(parsed, parsed.clause(low - 2)[0], low)
    return Acting.UNTOLD


def _is_joined(parsed: Parsed, low: int, stop: int) -> bool:
    """Tell whether a clause goes on with the subject before it: ", and had repelled"."""
    words = parsed.lower[low:stop]
    return low > 1 and words[:1] in (["and"], ["but"]) and set(words[1:]) <= VERB_GROUP


def _antecedent(parsed: Parsed, low: int) -> Acting:
    """Return what kind of noun "which" or "who" stands for."""
    if parsed.lower[0] == "it" and not parsed.armed.isdisjoint(range(low - 1)):
        return Acting.FIGHTER  # "It was the militia of the council that"
    described = kind_of(parsed, low - 2 - (parsed.words[low - 2].text == ","))
    told = described is not Acting.UNTOLD
    return described if told else _subject(parsed, max(0, low - 9), low - 1)


def _is_relative(parsed: Parsed, trigger: Trigger, low: int) -> bool:
    """Tell whether a clause describes the noun before it; "said that" opens a clause of its own."""
    opener = parsed.opener(trigger.first)
    own = opener == "that" and parsed.lower[low] in _PRONOUNS  # "said on social media that they"
    that = opener == "that" and low > 1 and not (own or addressed.is_told(parsed, low - 2))
    described = that and kind_of(parsed, low - 2) is not Acting.UNTOLD
    return low > 1 and (opener in ("which", "who") or described)


def _main(parsed: Parsed, trigger: Trigger, low: int) -> Acting:
    """Return who does what a participle tells: a subject before it, or else the one behind."""
    kinds = [(number, kind_of(parsed, number)) for number in range(low)]
    told = [(number, kind) for number, kind in kinds if kind is not Acting.UNTOLD]
    before = [kind for number, kind in told if not is_governed(parsed, number, 0)]
    if Acting.FIGHTER in before or Acting.CIVILIAN in before:
        return Acting.FIGHTER if Acting.FIGHTER in before else Acting.CIVILIAN
    commas = (n for n in range(trigger.last, len(parsed.words)) if parsed.words[n].text == ",")
    comma = next(commas, len(parsed.words))
    behind = (kind_of(parsed, n) for n in range(comma, min(comma + _AGENT, len(parsed.words))))
    return next((kind for kind in behind if kind is not Acting.UNTOLD), Acting.UNTOLD)


def _shares(parsed: Parsed, low: int, verb: int) -> int:
    """Return the verb whose subject is shared: "flew 90 missions and struck X" has the jets'.

    So has the last of a list: "burned a bank, looted shops and cut the road".
    """
    joins: tuple[str, ...] = _JOINING
    while verb - 2 > low and parsed.lower[verb - 1] in joins:
        past = _past_before(parsed, low, verb)
        if past is None:
            break
        verb, joins = past, (",",)
    return verb


def _past_before(parsed: Parsed, low: int, verb: int) -> int | None:
    """Return the last verb in the past before another, where it stands near."""
    before = range(verb - 2, max(low, verb - _SHARED), -1)
    past = (
        n
        for n in before
        if lexicon().is_past(parsed.lower[n])
        and n not in parsed.armed
        and not names_what(parsed, n)
    )
    return next(past, None)


def _subject(parsed: Parsed, low: int, stop: int) -> Acting:
    pronoun, many = False, parsed.lower[stop].startswith("claim")
    number = _shares(parsed, low, stop)
    while number > max(low, stop - _FAR):
        number -= 1
        if parsed.words[number].text == "," and addressed.said_before(parsed, number, low):
            number = addressed.said_before(parsed, number, low)
            continue
        if parsed.words[number].text == "," and (aside := _aside(parsed, number, low, stop)):
            number = aside
            continue
        word = parsed.lower[number]
        said = word in addressed.SPOKEN and not addressed.is_hearsay(parsed, number)
        if (said or word == "that") and not pronoun:
            return Acting.UNTOLD
        pronoun, many = pronoun or word in _PRONOUNS, many or word in ("they", "their")
        if pronoun and addressed.is_told(parsed, number):
            continue
        kind = kind_of(parsed, number)
        many = many or addressed.speaks_for_it(parsed, number, stop)
        if kind is Acting.CIVILIAN and many and word in _ONE_SPEAKER:
            return Acting.UNTOLD  # "an official said they had left", "claimed control of X"
        harmed = kind is Acting.CIVILIAN and not _HARMED.isdisjoint(
            parsed.lower[max(low, number - _COUNTED) : number]
        )
        if kind is not Acting.UNTOLD and not harmed and not is_governed(parsed, number, low):
            return kind
    return Acting.UNTOLD


def _aside(parsed: Parsed, comma: int, low: int, stop: int) -> int:
    """Return the comma in front of what a subject does by the way: ", using women as shields,"."""
    if not VERB_GROUP.issuperset(parsed.lower[comma + 1 : stop]):
        return 0
    before = next((n for n in range(comma - 1, low, -1) if parsed.words[n].text == ","), 0)
    return before if parsed.lower[before + 1].endswith("ing") else 0


def _agent(parsed: Parsed, trigger: Trigger) -> Acting:
    """Return who or what does it to the subject: "by rebels", "in an air strike"."""
    _, high = parsed.clause(trigger.last)
    words = parsed.lower[trigger.last + 1 : high + 1]
    if words[:1] == ["in"] and scene().weapons & set(words[1:_PHRASE]):
        return Acting.FIGHTER
    if words[:3] == ["from", "the", "air"]:
        return Acting.FIGHTER
    if "by" not in words:
        return Acting.UNTOLD
    start = trigger.last + 1 + words.index("by") + 1
    numbers = range(start, min(high + 1, start + _AGENT))
    if any(kind_of(parsed, number) is Acting.FIGHTER for number in numbers):
        return Acting.FIGHTER
    if any(is_crowd(parsed.words[number].text) for number in numbers):
        return Acting.CIVILIAN
    # A named agent that is nobody known, such as a movement or a clan, holds and takes places too.
    named = any(parsed.words[number].text[:1].isupper() for number in numbers)
    return Acting.FIGHTER if named else Acting.UNTOLD
