"""Tell words of war from words of peace: "struck a deal", "a strike by miners"."""

from __future__ import annotations

import re
from itertools import pairwise

from claims.claim import Action
from claims.events.sentences.clause_words import BE_OR_HAVE
from claims.events.sentences.parse import Parsed
from claims.events.sentences.passives import is_passive
from claims.events.told.labour import is_labour, is_of_strikers
from claims.events.told.mishaps import ACCIDENTAL, by_misfortune, dies_by_accident, is_toppled
from claims.events.told.occasions import is_on_occasion
from claims.lexicon import Trigger
from claims.scene import scene
from claims.word_lists import word_list
from claims.words import Word

__all__ = ["is_peaceful"]

# "To avoid encirclement", "an assault on X would have": what has not happened.
_AVOIDED = frozenset("avoid avert escape".split())
_SUPPOSING = frozenset("would could might".split())
_NOTICED = frozenset(("heard", "seen"))  # "gunfire could be heard"
_PEOPLE = frozenset("them him it us those men resistance".split())
_SEATED = frozenset("district county municipal".split())  # "the county seat" is a town
_WORKS_NEAR = 5  # words from "explosion" to what blew up by itself
_DROPPED = frozenset("plan plans attempt attempts attack assault offensive siege bid".split())
_CAUGHT = (["in"], ["at"], ["near"], ["during"])
_AMOUNTS = word_list("amounts")
_FIRES = frozenset((Action.STRIKE, Action.ATTACK, Action.CLASH))
_SAID = frozenset("said says reported reports claimed confirmed announced that".split())
_BURNING = frozenset("fire fires flames blaze wildfire wildfires floodwaters lava".split())
_NO_FIRE = frozenset("under ceased opened returned".split())
_UNARMED = frozenset("gas teargas protesters protestors demonstrators rioters".split())
_HELPING = frozenset(
    "rescue relief search evacuation humanitarian demining exchange recovery aid cleaning"
    " salvage medical vaccination".split()
)
# "In Sunday's local elections": how a seat is won.
_VOTES = frozenset("election elections by-election vote polls ballot referendum primaries".split())
_WON = frozenset((Action.CAPTURE, Action.RECAPTURE, Action.HOLD, Action.RETREAT))
_IN_VOTE = re.compile(
    r"\b(?:in|at) (?:(?!(?:after|before|of|on|to|during|amid|in|at)\b)[\w’'-]+ ){0,4}?"
    rf"(?:{'|'.join(_VOTES)})(?![\w-])"
)
_AIMED = frozenset("on against of for over with to from".split())
_WORKS = frozenset("plant plants station stations line lines grid".split())  # "the power plant"
_OBJECT = 5  # words behind a verb in which it has its object
_OWNED_OBJECT = 8  # and "the army's Western Regional Military Command"
_LOOKS_BACK = 7  # words before an event in which "the anniversary of" stands
_PREPOSITIONS = frozenset(
    """
    in at on near from by with after during for of to over under amid despite following as before
    since against around into toward towards outside inside and but while when without rather than
    using killing wounding
    """.split()
)
_WITH_CROWD = frozenset("by between with and of among".split())


def is_peaceful(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether it is no war: "struck a deal", "a strike by miners", "the anniversary of"."""
    if is_on_occasion(parsed, trigger):
        return True
    noun = trigger.pattern.kind == "noun"
    return _is_peaceful_noun(parsed, trigger) if noun else _is_peaceful_verb(parsed, trigger)


def _is_peaceful_verb(parsed: Parsed, trigger: Trigger) -> bool:
    words = parsed.lower
    if "flag" in words[trigger.first : trigger.last]:
        return False  # over a council or a school
    if (
        _moves_things(parsed, trigger)
        or (_takes_people(words, trigger) and not _takes_place_too(parsed, trigger))
        or _people_taken(parsed, trigger)
        or _is_dropped(parsed, trigger)
        or _is_of_vote(parsed, trigger)
        or is_of_strikers(parsed, trigger)
        or _is_burning(parsed, trigger)
        or is_toppled(words, trigger)
    ):
        return True
    if not scene().peaceful.isdisjoint(parsed.sentence.held) and (
        _has_peaceful(words, trigger.last + 1) or _is_done_to_words(parsed, trigger)
    ):
        return True
    behind = words[trigger.last + 1 : trigger.last + _OBJECT]
    undergone = "by" in behind and not trigger.form.endswith("ing")  # "kept from taking X by rain"
    if undergone and by_misfortune(words, words.index("by", trigger.last + 1)):
        return True
    around = {*behind, *words[trigger.first : trigger.last]}  # "fired tear gas at"
    helping = _is_of_help(words[trigger.first : trigger.last + 1]) or {"water", "cannon"} <= around
    rubber = "rubber" in around and not around.isdisjoint(("bullets", "rounds", "pellets"))
    unarmed = helping or rubber or not _UNARMED.isdisjoint(around)
    return "mock" in behind or (unarmed and trigger.pattern.action in _FIRES)


def _is_burning(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether it is fire that sweeps through X, and no "troops under fire"."""
    burning = parsed.lower[trigger.first - 1] in _BURNING
    if not burning or trigger.pattern.action is not Action.ADVANCE:
        return False
    low = max(parsed.clause(trigger.first)[0], trigger.first - _LOOKS_BACK)
    return _NO_FIRE.isdisjoint(parsed.lower[low : trigger.first])


def _is_of_help(words: list[str]) -> bool:
    """Tell whether an operation is none of war: "carried out a rescue operation in X"."""
    helping = words[-1] in ("in", "on", "near") and not _HELPING.isdisjoint(words[-3:-2])
    helping = helping or words[-4:-2] == ["mine", "clearance"]
    return helping and "operation" in words[-2] and "cordon" not in words


def _is_of_vote(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether seats are won and no ground: "captured X in local elections"."""
    if trigger.pattern.action not in _WON or _VOTES.isdisjoint(parsed.sentence.held):
        return False
    _, high = parsed.clause(trigger.first)
    return bool(_IN_VOTE.search(" ".join(parsed.lower[trigger.last + 1 : high + 1])))


def _moves_things(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether what is cleared away fights nobody, or who is killed dies by accident."""
    if trigger.form.startswith("kill"):
        return dies_by_accident(parsed, trigger)
    if trigger.pattern.action is not Action.PUSH_BACK or trigger.gap is None:
        return False
    if not scene().civilians.isdisjoint(parsed.lower[slice(*trigger.gap)]):
        return parsed.armed.isdisjoint(range(*trigger.gap))  # "forced residents of X to leave"
    return not any(
        w.lower in scene().fighters
        or w.lower in _PEOPLE
        or w.text[:1].isupper()
        or _acts(parsed, w)
        for w in parsed.words[slice(*trigger.gap)]
    )


def _acts(parsed: Parsed, word: Word) -> bool:
    return any(actor.start <= word.start < actor.end for actor in parsed.actors)


_RIDING = frozenset("driving riding using flying firing in with aboard from".split())
_FRONTED = 13  # words of "Recovered from the camp near X were five M-16 rifles"
_LAID = frozenset("mines landmines ieds booby-traps explosives bombs".split())
# "Dozens of them were captured", "the wounded were taken to X"
_MEN = frozenset(
    "wounded injured dead bodies victims casualties them dozens hundreds scores many others".split()
)


def _takes_people(words: list[str], trigger: Trigger) -> bool:
    """Tell whether people or things are taken and no ground: "captured 40 soldiers in X"."""
    emptied = trigger.form.startswith("evacuat")
    takes = emptied or trigger.pattern.action in (Action.CAPTURE, Action.RECAPTURE)
    if not takes or trigger.last > trigger.first or trigger.pattern.scheme != "subject":
        return False
    taken: list[str] = []
    for word in words[trigger.last + 1 : trigger.last + 1 + _OWNED_OBJECT]:
        if word in ("'", "’", "'s", "’s", '"', "“"):
            continue  # "the militants' positions", 'captured 40 "prisoners of war"'
        if word == "of" and taken and taken[-1] in _AMOUNTS:
            continue
        if word in _PREPOSITIONS or not word[:1].isalnum():
            break
        taken.append(word)
    cleared = trigger.form.startswith("clear") and not _LAID.isdisjoint(taken)
    lead = words[max(0, trigger.first - 2) : trigger.first]
    if emptied and any(word.startswith("help") for word in lead):
        return True  # "helped evacuate flooded villages"
    if lead[-1:] and lead[-1] in _RIDING and taken and _may_be_taken(taken[0]):
        return True  # "driving captured jeeps"
    if not taken or (taken[-1] in scene().ground and not cleared):
        return False
    return cleared or taken[-1] == "others" or _may_be_taken(taken[-1])


def _may_be_taken(word: str) -> bool:
    """Tell whether a word is of people or things that are taken where no ground is."""
    kinds = (scene().fighters, scene().civilians, scene().weapons, scene().loot, scene().persons)
    return any(word in kind for kind in kinds)


def _takes_place_too(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a place is listed with what is taken: "captured two tanks and the town of X"."""
    behind = (s for s in parsed.spots if s.first > trigger.last)
    spot = next(behind, None)
    if spot is None or spot.lead not in ("", "of") or spot.first - trigger.last > 2 * _OBJECT:
        return False
    lead = parsed.lower[trigger.last + 1 : spot.first + 1]
    return "and" in lead and {"near", "in", "at", "from", "that", "which"}.isdisjoint(lead)


def _is_listed_behind(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether men or arms are the subject: "Recovered from the camp were five rifles"."""
    if trigger.pattern.action not in (Action.CAPTURE, Action.RECAPTURE):
        return False
    behind = parsed.lower[trigger.last + 1 : trigger.last + 1 + _FRONTED]
    be = next((n for n, word in enumerate(behind) if word in ("was", "were")), len(behind))
    return any(map(_may_be_taken, behind[be + 1 : be + 1 + _OBJECT]))


def _people_taken(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether people or things were taken: "prisoners were captured near X"."""
    if parsed.lower[: trigger.first] in ([], ["also"]) and _is_listed_behind(parsed, trigger):
        return True
    if trigger.pattern.action is not Action.CAPTURE:
        return False
    before = parsed.lower[trigger.first - 1] if trigger.first else ""
    takes = any(s.first == trigger.last + 1 and not s.lead for s in parsed.spots)
    behind = parsed.lower[trigger.last + 1 : trigger.last + 3]  # "at least three villages"
    held = before in scene().weapons or before in scene().loot
    men = before in scene().fighters and behind[:1] in _CAUGHT and behind[1:] != ["least"]
    if trigger.form == "captured" and (held or men) and not takes:
        return True  # "mortars captured from the army", "soldiers captured in X"
    if not is_passive(parsed, trigger):
        return False
    number = trigger.first - 1
    while number > 0 and (parsed.lower[number] in BE_OR_HAVE or _is_adverb(parsed, number)):
        number -= 1
    word = parsed.lower[max(number, 0)]
    if any(parsed.word_at(place.end - 1) == number for place in parsed.places):
        return False  # a town that is called "Imam"
    return word not in scene().ground and (word in _MEN or _may_be_taken(word))


def _is_adverb(parsed: Parsed, number: int) -> bool:
    return parsed.lower[number].endswith("ly") or parsed.lower[number] == "also"


def _is_done_to_words(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether the subject of a passive is no place: "the offer was attacked"."""
    before = parsed.lower[max(0, trigger.first - 4) : trigger.first]
    if "," in before:  # "the town, where many have taken refuge, was bombed"
        before = before[before.index(",") + 1 :]
    if said := [n for n, word in enumerate(before) if word in _SAID]:
        before = before[said[-1] + 1 :]  # "state media said the town was bombed"
    before = before[2:] if before[:2] == ["no", "time"] else before  # "at no time was X taken"
    plain = (a for a, b in pairwise([*before, ""]) if b not in scene().ground and b not in _WORKS)
    return is_passive(parsed, trigger) and not scene().peaceful.isdisjoint(plain)


def _is_dropped(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether it is no ground that "was abandoned": "a plan to storm X was abandoned"."""
    if trigger.form != "abandoned":
        return False
    low, _ = parsed.clause(trigger.first)
    dropped = not _DROPPED.isdisjoint(parsed.lower[low : low + 3])
    return dropped and is_passive(parsed, trigger)


def _has_peaceful(words: list[str], start: int) -> bool:
    """Tell whether the object that starts at a word is no place: "a deal", no "council house"."""
    for number in range(start, min(start + _OBJECT, len(words))):
        word = words[number]
        if word in _PREPOSITIONS or word == "times" or not word[:1].isalnum():
            return False  # "bombed X three times"
        if word in scene().peaceful and (word != "seat" or words[number - 1] not in _SEATED):
            return number + 1 == len(words) or words[number + 1] not in scene().ground
    return False


def _is_of_civilians(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether clubs clash, or workers strike for weeks."""
    before = parsed.lower[trigger.first - 1] if trigger.first else ""
    if trigger.form == "clash":
        return before in scene().civilians
    return trigger.last == trigger.first and is_labour(parsed, trigger.first)


def _is_peaceful_noun(parsed: Parsed, trigger: Trigger) -> bool:
    words = parsed.lower
    before = words[max(0, trigger.first - _LOOKS_BACK) : trigger.first]
    after = words[trigger.last + 1 : trigger.last + 2]
    on_strike = before[-1:] in (["on"], ["title"]) and after != ["the"]
    if scene().remembered & set(before) or on_strike or _is_of_civilians(parsed, trigger):
        return True
    works = words[trigger.last + 1 : trigger.last + _WORKS_NEAR]  # "at a fireworks factory"
    accident = [*before[-1:], *(works if works[:1] in (["at"], ["in"]) else ())]
    if trigger.form.startswith(("explosion", "blast")) and not ACCIDENTAL.isdisjoint(accident):
        return True
    behind = words[trigger.last + 1 : trigger.last + 7]
    behind = behind[: behind.index(";")] if ";" in behind else behind
    ends = "not" in behind and trigger.pattern.place != "near"  # "the attack could not be stopped"
    came = trigger.last > trigger.first and trigger.pattern.action is Action.DEPLOY
    supposed = bool(set(behind) & _SUPPOSING) and not (ends or came)  # "reinforcements reached"
    noticed = "could" in behind and not _NOTICED.isdisjoint(words[trigger.last : trigger.last + 12])
    if _AVOIDED & set(before[-4:]) or (supposed and not noticed):
        return True
    if trigger.last > trigger.first and trigger.pattern.action is Action.STRIKE:
        return False  # "an air strike on a party"
    if after and after[0] in _AIMED and _has_peaceful(words, trigger.last + 2):
        return True
    complement = words[trigger.last + 1 : trigger.last + 4]
    crowd = bool(scene().crowds & set(complement) and set(complement) & _WITH_CROWD)
    crowd = crowd and scene().fighters.isdisjoint(complement)
    return crowd and parsed.armed.isdisjoint(range(trigger.last + 1, trigger.last + 4))
