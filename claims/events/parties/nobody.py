"""Whether the words of an event give it to nobody: "X had fallen", "shells hit X"."""

from __future__ import annotations

from claims.claim import Action
from claims.claimants.speech import is_speech
from claims.events.event import Event
from claims.events.parties.gainers import OWNED_UP
from claims.events.parties.strangers import are_somebodys
from claims.events.parties.sufferers import charged_at, suffers
from claims.events.sentences.clause_words import RELATIVE_PRONOUNS
from claims.events.sentences.parse import Parsed
from claims.events.sentences.passives import is_passive
from claims.fighters.forces import force_words
from claims.fighters.makes import is_make
from claims.fighters.party import Party
from claims.lexicon import Trigger
from claims.scene import scene

__all__ = ["names_nobody"]

_FIRES = frozenset((Action.ATTACK, Action.STRIKE))
_LEADS = frozenset(("by", "to", "from", "into"))  # "by X", "fell to X", "under fire from X"
_BEHIND = 14  # words behind an event in which who does it may stand
_BEFORE = 4  # words before a noun which may tell whose it is: "a Kassa Front ambush"
_ARMS = 6  # words of "more than twenty heavy glide bombs"
_TIES = ("-led", "-backed", "-run", "-held", "-based", "-aligned")
_EITHER = frozenset("change changes changed changing".split())  # "the town changed hands"
_OWNERS = frozenset("his her its their our my whose".split())


def names_nobody(event: Event) -> bool:
    """Tell whether no words say who does what is told, not even words that nobody knows."""
    parsed, trigger, met = event.parsed, event.trigger, event.roles.opponent
    actor = event.roles.actor
    told = actor is not None and bool(actor.text or actor.side)
    if actor and told and not (event.action in _FIRES and _are_arms(parsed, actor)):
        return False
    if trigger.form in _EITHER or charged_at(parsed, trigger) is not None:
        return False
    if trigger.pattern.kind == "noun":
        # "An operation to take X is under way, they said": whose it is need not be said.
        own = bool(met and met.side and event.speaker and event.speaker.side == met.side)
        nobodys = not own and event.action is not Action.CLASH and not _is_owned(parsed, trigger)
    else:
        befalls = trigger.pattern.scheme != "subject" or suffers(trigger)
        nobodys = befalls or is_passive(parsed, trigger) or _is_fired(parsed, trigger)
        nobodys = nobodys or told
    if not nobodys or (met and met.side):
        return nobodys
    owned_up = not OWNED_UP.isdisjoint(parsed.sentence.held)
    return not owned_up and not _is_given(parsed, trigger)


def _are_arms(parsed: Parsed, actor: Party) -> bool:
    """Tell whether only arms are named, whoever has them: no "his jets", no "the force's jets"."""
    if actor.side or actor.text.lower().rpartition(" ")[2] not in force_words().weapons:
        return False
    return not are_somebodys(parsed, actor)


def _is_given(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether words behind an event give it to some name: "seized by the Kassa"."""
    _, high = parsed.clause(trigger.last)
    words = parsed.words
    for number in range(trigger.first + 1, min(high, trigger.last + _BEHIND)):
        lead = parsed.lower[number] in _LEADS and not _is_place(parsed, number + 1)
        named = any(w.text[:1].isupper() for w in words[number + 1 : number + _BEFORE])
        if lead and (named or parsed.lower[number] == "by"):
            return not _is_weapon(parsed, number + 1)
    return False


def _is_owned(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether words before a noun tell whose it is: "a French-led strike", "their push"."""
    for number in range(trigger.first - 1, max(-1, trigger.first - 1 - _BEFORE), -1):
        word = parsed.words[number]
        if word.lower in _OWNERS or word.lower.endswith(_TIES):
            return True
        if word.text[:1].isupper() and number and not _is_place(parsed, number):
            return word.lower.endswith(("'s", "’s")) or number == trigger.first - 1
        if not word.text[:1].isalpha():
            return False
    return False


def _is_fired(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether only what is fired is the subject: "a missile hit X", "shells that fell"."""
    low, _ = parsed.clause(trigger.first)
    low -= 2 * (low > 1 and parsed.lower[low - 1] in RELATIVE_PRONOUNS)
    near = range(max(low, trigger.first - _BEFORE), trigger.first)
    said = [n for n in near if is_speech(parsed.lower[n])]
    near = range(said[-1] + 1, trigger.first) if said else near  # "Oru Radio said rockets landed"
    before = [parsed.words[number] for number in near]
    arms = scene().weapons | force_words().weapons
    makes = {n for n in near if is_make(parsed.words[n].text, parsed.lower[n + 1])}
    fired = makes or any(w.lower in arms or w.lower.removesuffix("s") in arms for w in before)
    named = (n for n in near[1:] if n not in makes and parsed.words[n].text[:1].isupper())
    return bool(fired) and all(_is_place(parsed, number) for number in named)


def _is_weapon(parsed: Parsed, number: int) -> bool:
    """Tell whether "by" tells with what: "by artillery fire", "by a missile", "by B-52s"."""
    words = parsed.lower[number : number + _ARMS]
    made = parsed.words[number].text if words else ""
    made_by_name = is_make(made, (*words[1:], "")[0])
    return made_by_name or any(word.removesuffix("s") in scene().weapons for word in words)


def _is_place(parsed: Parsed, number: int) -> bool:
    start = parsed.words[number].start if number < len(parsed.words) else -1
    return any(place.start <= start < place.end for place in parsed.places)
