"""Shells and rockets as the subject of a verb: "shells landed on the ridge", "one hit X"."""

from __future__ import annotations

from claims.claim import Action
from claims.events.parties.by_make import is_flown
from claims.events.sentences.clause_words import BE, FALLS
from claims.events.sentences.parse import Parsed
from claims.events.sentences.passives import is_passive
from claims.events.sentences.verb_groups import group_start
from claims.fighters.makes import is_make
from claims.fighters.party import Party
from claims.lexicon import Trigger
from claims.number_words import ONE_TO_TEN, is_count
from claims.scene import scene

__all__ = [
    "are_joined_shots",
    "are_shots",
    "comes_in_person",
    "crashes_itself",
    "fires_at_what_was_seen",
    "fires_from_afar",
    "fires_with_arms",
    "is_one_of_the_shots",
    "lands_as_shot",
    "lands_ashore",
    "reaches_as_shot",
]

_SHOTS = frozenset("shell shells rocket rockets bomb bombs mortar mortars missile missiles".split())
_LAID = frozenset(("bomb", "bombs"))
_OPEN = frozenset(
    "sea water river lake ground field fields desert forest woods hillside mountain".split()
)
_DRONES = frozenset(("drone", "drones"))
_SALVOES = frozenset(
    "round rounds katyusha katyushas salvo salvoes barrage projectile projectiles scud scuds grad"
    " grads warhead warheads".split()
)
_COUNTING = ONE_TO_TEN.union("several some many dozens heavy".split())
_SINGLED = ONE_TO_TEN.union("another others some several most many both".split())
_AFAR = frozenset(
    """
    jet jets warplane warplanes aircraft plane planes airplanes bomber bombers fighter-bombers
    helicopter helicopters gunship gunships drone drones artillery aviation
    """.split()
)
_STRUCK = frozenset("struck strike strikes hit hits".split())
_ON_FOOT = frozenset(
    "rebels guerrillas insurgents militants gunmen fighters raiders attackers assailants men"
    " soldiers troops militiamen jihadists".split()
)
_NUMBERS = frozenset("dozens scores hundreds thousands dozen twenty thirty forty fifty".split())
_COUNTED = 4  # words from "about 800" to "heavily armed rebels"
_SIDES = frozenset("sides directions".split())
_FIRES = frozenset((Action.STRIKE, Action.ATTACK))
_CARRIES = frozenset("conducted carried made delivered executed".split())
_CARRIED = 4  # words of "carried out a successful"
_BY_MEANS = frozenset(("with", "using"))
_ARMS = 5  # words of "with two Paveway IV bombs"
_FLOWN = _AFAR - frozenset("drone drones artillery".split())
_SINKS = ("sank", "sinks", "sink")
_COMES = frozenset("come comes came coming".split())
_WHERE = frozenset("off near in at on after when as while with . , to under".split())
_VEHICLES = frozenset("tank tanks vehicle vehicles armour armor truck trucks column convoy".split())
_GOING_ON = frozenset("with and ; ,".split())
_CRASHED = 4  # words of "crashed shortly before landing"
_LANDING = frozenset("hit hits hitting land lands landed landing fell falling struck".split())
_ASHORE = frozenset(("landed", "landing"))
_SOME_OF_THEM = frozenset("some several others another".split())


def fires_from_afar(party: Party | None) -> bool:
    """Tell whether those who act are aircraft or guns, whose attacks are strikes."""
    words = party.text.lower().split() if party else []
    flown = party is not None and is_flown(party.text)
    return "suicide" not in words and (flown or not _AFAR.isdisjoint(words))


def fires_with_arms(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether arms show that somebody fired: "a second flight hit X with a missile"."""
    fired = trigger.pattern.action is Action.STRIKE and not is_passive(parsed, trigger)
    return fired and _names_arms(parsed, trigger)


def fires_at_what_was_seen(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a crew fires at what it found before: "conducted an attack with a missile"."""
    noun = trigger.pattern.kind == "noun" and trigger.pattern.action in _FIRES
    lead = parsed.lower[max(0, trigger.first - _CARRIED) : trigger.first]
    return noun and not _CARRIES.isdisjoint(lead) and _names_arms(parsed, trigger)


def _names_arms(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether arms stand behind "with" or "using" in the clause of an event."""
    _, high = parsed.clause(trigger.last)
    behind = range(trigger.last + 1, high)
    led = next((n for n in behind if parsed.lower[n] in _BY_MEANS), high)
    arms = parsed.words[led + 1 : led + 1 + _ARMS]
    return any(w.lower.removesuffix("s") in scene().weapons or is_make(w.text, ".") for w in arms)


def is_one_of_the_shots(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a bare number counts shells told of before: "fired 40 rockets; one hit X"."""
    if trigger.pattern.action is not Action.STRIKE or trigger.first == 0:
        return False
    subject = parsed.lower[trigger.first - 1]
    counts = subject in _SINGLED or subject.isdigit()
    opens = trigger.first == 1 or parsed.lower[trigger.first - 2] in _GOING_ON
    if opens and trigger.form in _LANDING and (counts or subject in _SOME_OF_THEM):
        return True  # of those that the sentence before tells of
    return counts and not _SHOTS.isdisjoint(parsed.lower[: trigger.first - 1])


def are_joined_shots(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether shots open a clause of their own: "the army left and shells landed in X"."""
    at = group_start(parsed, trigger.first) - 1
    if at < 2 or parsed.lower[at] not in _SHOTS | _SALVOES:
        return False
    at -= 1 + (parsed.lower[at - 1] in _COUNTING)
    before = at - 1
    arms = parsed.lower[before].removesuffix("s") in scene().weapons
    return parsed.lower[at] == "and" and not arms and before not in parsed.armed


def lands_as_shot(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether it is shells that "landed on the ridge" or "dropped into" it, and no marines.

    Shells that "exploded in X" were fired there, bombs may have been laid.
    """
    if trigger.pattern.scheme == "place-falls" and trigger.form in FALLS:  # "X, where shells fell"
        return are_shots(parsed, max(1, group_start(parsed, trigger.first) - 1))
    rammed = trigger.form == "driven" and parsed.lower[trigger.last] == "into"  # "car bombs driven"
    bursts = trigger.form.startswith("explod")
    if not (rammed or bursts or trigger.form.startswith(("land", "drop"))):
        return False
    low = _with_antecedent(parsed, trigger)
    shots = _SHOTS - _LAID if bursts else _SHOTS | _SALVOES
    return not shots.isdisjoint(parsed.lower[low : trigger.first])


def _with_antecedent(parsed: Parsed, trigger: Trigger) -> int:
    """Return where a clause starts, with what it tells of: "fired rockets that landed near X".

    Not with what only stood in front of it: "troops, under shells which fell on the beach, landed".
    """
    low, _ = parsed.clause(trigger.first)
    relates = parsed.opener(trigger.first) in ("that", "which")
    return max(0, low - 2) if relates and "," not in parsed.lower[low : trigger.first] else low


def reaches_as_shot(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether it is shells that "reached the town" or "killed ten", and nobody with them."""
    if not trigger.form.startswith(("reach", "kill")):
        return False
    low, _ = parsed.clause(trigger.first)
    subject = (parsed.lower[low], parsed.lower[group_start(parsed, trigger.first) - 1])
    laid = _LAID if trigger.form.startswith("kill") else frozenset()  # but not bombs: they are laid
    return not ((_SHOTS | _SALVOES) - laid).isdisjoint(subject)


def lands_ashore(parsed: Parsed, trigger: Trigger, actor: Party | None) -> bool:
    """Tell whether it is men who "landed on the island", and no shells."""
    into = trigger.form == "dropped" and parsed.lower[trigger.last] == "into"  # by parachute
    into = into and not is_passive(parsed, trigger)
    if not (into or trigger.form in _ASHORE) or actor is None or not actor.text:
        return False
    fired = scene().weapons | _SHOTS | _SALVOES
    # "Two rockets were fired at X, landing near Y"
    low = 0 if trigger.form.endswith("ing") else _with_antecedent(parsed, trigger)
    return fired.isdisjoint(parsed.lower[low : trigger.first])


def comes_in_person(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether men came who "struck the town": "800 rebels hit X", "from three sides"."""
    if trigger.form not in _STRUCK or is_passive(parsed, trigger):
        return False
    at = group_start(parsed, trigger.first) - 1
    low, high = parsed.clause(trigger.first)
    behind = parsed.lower[trigger.last + 1 : high + 3]
    if at < low or parsed.lower[at] not in _ON_FOOT or not scene().weapons.isdisjoint(behind):
        return False
    lead = parsed.lower[max(low, at - _COUNTED) : at]
    counted = any(word in _NUMBERS or is_count(word) for word in lead)
    return counted or not _SIDES.isdisjoint(behind)


def _comes_down(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether aircraft land or men fall: "helicopters landed in X", "soldiers fell near Y"."""
    subject = parsed.lower[max(0, group_start(parsed, trigger.first) - 1)]
    if trigger.form.startswith("land"):
        return subject in _FLOWN
    falls = trigger.form in FALLS and parsed.lower[trigger.last] != "on"  # "fell on the village"
    return falls and subject.removesuffix("s") in scene().fighters


def crashes_itself(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a helicopter or a lorry, and no shell, "came down near X"; so sink ships."""
    if trigger.pattern.action is not Action.STRIKE:
        lead = parsed.lower[max(0, trigger.first - _CRASHED) : trigger.first]
        return trigger.form == "landing" and any(word.startswith("crash") for word in lead)
    if _comes_down(parsed, trigger):
        return True
    behind = parsed.lower[trigger.last + 1 : trigger.last + 2]
    if trigger.form in _SINKS and behind and behind[0] in _WHERE:
        return True
    before = [
        word for word in parsed.lower[max(0, trigger.first - 2) : trigger.first] if word != ","
    ]
    burns = trigger.form == "burning" and not (BE | _VEHICLES).isdisjoint(before[-1:])
    if burns and not _WHERE.isdisjoint(behind):
        return True  # "tanks were burning in X", "saw a column of vehicles burning near X"
    down = parsed.lower[trigger.first + 1 : trigger.first + 2] == ["down"]
    if not trigger.form.startswith("crash") and not (down and trigger.form in _COMES):
        return False
    low, _ = parsed.clause(trigger.first)
    # A drone that comes down near a village fell; one that "crashed into a house" was sent there.
    near = parsed.lower[trigger.last + 1 : trigger.last + 4]
    sent = parsed.lower[trigger.last] == "into" and _OPEN.isdisjoint(near)
    shots = _SHOTS | _SALVOES | (_DRONES if sent else set())
    return shots.isdisjoint(parsed.lower[low : trigger.first])


def are_shots(parsed: Parsed, number: int) -> bool:
    """Tell whether a word is of shots that are a subject: "as he spoke [shells] landed"."""
    shots = parsed.lower[number].removesuffix("s") in scene().weapons
    return shots and parsed.lower[number - 1] not in ("with", "by", "using", "of")
