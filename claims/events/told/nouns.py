"""Whether a noun tells of an event, or only speaks of one: "in reply to the attack"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from claims.claim import Action
from claims.claimants.speech import tells
from claims.events.event import Event, befalls_it, says_there
from claims.events.parties.noun_owner import names_who
from claims.events.parties.shots import fires_at_what_was_seen
from claims.events.places.shared_places import where_hurt
from claims.events.places.where import spots_behind
from claims.events.sentences.clause_words import BE, DATING
from claims.events.sentences.parse import Parsed
from claims.events.sentences.passives import is_passive
from claims.events.sentences.placed import Placed
from claims.events.spots.refuges import tells_of_refuge
from claims.events.told.background import is_latest
from claims.events.told.going_on import goes_on
from claims.gaps import TIMES
from claims.lexicon import Trigger
from claims.number_words import FIRST_TO_TENTH
from claims.scene import scene

__all__ = ["is_told_noun"]

_HAVE = frozenset("has have had".split())

_BESIDE = 1  # words behind a noun such as "loss of" at which its place starts
_GROUND = 6  # words of "a police post in" behind it
_GOVERNING = frozenset("to of in by for about from with during because over against".split())
_SCENES = frozenset("scene site".split())
_TOLLS = frozenset("killed left displaced claimed driven forced uprooted devastated cost".split())
_TOLL = ("prisoner", "kill", "die", "dead", "wound", "injur")
_PHRASE = 7  # words between a preposition and its noun
_DIED = 4  # words from "died" to "in fighting"
_DIED_THERE = 12  # and with where they did: "were killed in X and Y in clashes"
_DREAD = 3  # words from "fear" to the event
_TERMS = 3  # words of "includes a partial withdrawal"
# What stands behind those who come in: "the entry of rebels (from X) into Y".
_BEHIND_THEM = frozenset("into from and in of on who with , (".split())
_STIPULATES = frozenset(
    "bars bans prohibits forbids outlaws includes include envisages envisaged stipulates".split()
)
_RANK = 12  # words of ", in what residents called one of the deadliest gang"
_RANKS = frozenset((*FIRST_TO_TENTH, "worst", "latest", "most", "such"))
_CALLED, _ONE_MORE = (["in", "what"], ["in", "one"]), (["in", "the"], ["in", "a"])
_FURTHER = frozenset("of further more new another renewed".split())
_BACKWARD = frozenset(
    "the this that these those such current recent latest yesterday's".split()
) | {f"{day}day's" for day in "sun mon tues wednes thurs fri satur".split()}
_POINTING, _ARTICLES = frozenset(("this", "that", "it")), frozenset(("a", "an", "no"))
_OPERATIONS = ("operation", "sweep")
_FOUND = frozenset("found discovered detained arrested confiscated uncovered recovered".split())
_USE = 4  # words of "exploit the latest attack"
_USES = frozenset("use exploit leverage using exploiting leveraging".split())
_COMMENTING = frozenset(
    """
    underscores underscored underlines underlined highlights highlighted illustrates illustrated
    demonstrates demonstrated shows showed reflects reflected suggests suggested exposes exposed
    reveals revealed signals signalled signaled proves proved confirms represents represented
    """.split()
)
_MOVES = frozenset((Action.RETREAT, Action.ADVANCE, Action.PUSH_BACK))


def is_told_noun(event: Event, places: Sequence[Placed], own: Sequence[Placed]) -> bool:
    """Tell whether an event that a noun names says enough; ``own`` are its sentence's places."""
    back = _points_back(event) and not spots_behind(event.parsed, event.trigger)
    if back and not (_is_tellers(event, own) and goes_on(event.parsed, event.trigger)):
        return False
    if (
        _is_forbidden(event)
        or _is_commented(event)
        or (not own and _is_summed_up(event))
        or _is_ranked(event)
        or _is_dreaded(event)
        or _is_a_search(event)
        or _is_put_to_use(event)
        or _is_passed_on(event)
        or _is_against_nobody(event)
        or _lets_in_goods(event)
        or tells_of_refuge(event.parsed.lower, event.trigger.first)
    ):
        return False
    state = event.trigger.pattern.action is Action.HOLD
    aside = _is_aftermath(event) or (not state and _is_governed(event))
    if aside and not (spots_behind(event.parsed, event.trigger) or _did_harm(event)):
        return False
    taken_up = bool(places) and befalls_it(event)
    if event.trigger.pattern.place == "near":
        return taken_up or any(_is_named_by(event, place) for place in own)
    if event.trigger.pattern.place:
        return taken_up or bool(own)
    seen = fires_at_what_was_seen(event.parsed, event.trigger)
    told = taken_up or event.roles.actor or says_there(event) or seen
    return bool(own) or (bool(places) and bool(told))


def _is_against_nobody(event: Event) -> bool:
    """Tell whether no side is pushed back, or gone against: "a drive against drunken drivers"."""
    last = event.trigger.last
    against = event.parsed.lower[last] == "against" and not any(
        spot.lead == "against" and spot.first > last for spot in event.parsed.spots
    )
    return (against or event.action is Action.PUSH_BACK) and not event.roles.opponent


def _lets_in_goods(event: Event) -> bool:
    """Tell whether nobody who fights comes in: "the entry of (US) aid into X"."""
    trigger, parsed, actor = event.trigger, event.parsed, event.roles.actor
    if event.action is not Action.ADVANCE or not (trigger.gap and names_who(parsed, trigger)):
        return False
    if actor is None or actor.start is None or actor.end is None:
        return True
    behind = parsed.lower[parsed.word_at(actor.end - 1) + 1]
    return parsed.word_at(actor.start) not in range(*trigger.gap) or behind not in _BEHIND_THEM


def _is_tellers(event: Event, own: Sequence[Placed]) -> bool:
    """Tell whether a place is where those are who tell: "people in X said the shelling goes on"."""
    starts = {place.start for place in own}
    return any(s.aside and s.mention.start in starts for s in event.parsed.spots)


def _is_commented(event: Event) -> bool:
    """Tell whether a noun only speaks of what was told: "the attack underscores how weak X is"."""
    first, last = event.trigger.first, event.trigger.last
    led = set(event.parsed.lower[max(0, first - 2) : first])
    behind = event.parsed.lower[last + 1 : last + 3]
    if event.parsed.lower[first - 1 : first] == [";"] and behind[:1] == ["failed"]:
        return True  # "tried to take X; attack failed"
    says = not _COMMENTING.isdisjoint(behind[:1] if behind[:1] != ["also"] else behind)
    return says and not _BACKWARD.isdisjoint(led)


def _is_summed_up(event: Event) -> bool:
    """Tell whether a war's toll is told: "the army's offensive has killed 38,000 people"."""
    behind = event.parsed.lower[event.trigger.last + 1 : event.trigger.last + 3]
    return behind[:1] in (["has"], ["have"]) and not _TOLLS.isdisjoint(behind)


def _is_ranked(event: Event) -> bool:
    """Tell whether a noun only ranks what was told: "killed 22, the deadliest attack in years".

    So in "captured X, in what residents called the heaviest fighting for months".
    """
    parsed, first = event.parsed, event.trigger.first
    at = next((n for n in range(first - 1, max(0, first - _RANK), -1) if parsed.lower[n] == ","), 0)
    lead = parsed.lower[at + 1 : first]
    ranked = any(word.endswith("est") or word in _RANKS for word in lead[1:])
    called = lead[:2] in _CALLED or lead[:1] in (["the"], ["one"])
    called = called or (lead[:2] in _ONE_MORE and "of" not in lead)  # "in the third day of it"
    return at > 0 and ranked and called and any(t.first < at for t in parsed.triggers)


def _is_dreaded(event: Event) -> bool:
    """Tell whether people only fear an event: "fear of attacks has emptied the village"."""
    lead = event.parsed.lower[max(0, event.trigger.first - _DREAD) : event.trigger.first]
    return any(word.startswith("fear") for word in lead) and not _FURTHER.isdisjoint(lead)


def _is_a_search(event: Event) -> bool:
    """Tell whether an operation only found something: "during a sweep of X soldiers found arms"."""
    parsed, first = event.parsed, event.trigger.first
    led = not {"in", "during"}.isdisjoint(parsed.lower[max(0, first - _TERMS) : first])
    operation = parsed.lower[event.trigger.last].startswith(_OPERATIONS)
    alone = len(parsed.triggers) == 1 and not _FOUND.isdisjoint(parsed.sentence.held)
    return led and operation and alone


def _is_put_to_use(event: Event) -> bool:
    """Tell whether some only make something of an event: "will use the attack to recruit"."""
    lead = event.parsed.lower[max(0, event.trigger.first - _USE) : event.trigger.first]
    used = next((n for n, word in enumerate(lead) if word in _USES), len(lead))
    return not _BACKWARD.isdisjoint(lead[used + 1 : used + 2])


def _is_passed_on(event: Event) -> bool:
    """Tell whether a verb says whose control it is then: "control of X passed to the rebels".

    Or that it was lost.
    """
    parsed, trigger = event.parsed, event.trigger
    later = (t for t in parsed.triggers if t.first > trigger.last)
    passed = (t.pattern.scheme == "place-falls" or _is_lost(parsed, trigger, t) for t in later)
    return event.action is Action.HOLD and any(passed)


def _is_lost(parsed: Parsed, noun: Trigger, trigger: Trigger) -> bool:
    """Tell whether what a noun names was lost: no "under army control as a tank was lost"."""
    low = parsed.clause(trigger.first)[0]
    own = low <= noun.first and "," not in parsed.lower[noun.last : trigger.first]
    return own and trigger.form == "lost" and is_passive(parsed, trigger)


def _is_forbidden(event: Event) -> bool:
    """Tell whether an agreement is told of: "which bars attacks", "includes a withdrawal"."""
    lead = event.parsed.lower[max(0, event.trigger.first - _TERMS) : event.trigger.first]
    return not _STIPULATES.isdisjoint(lead)


def _is_named_by(event: Event, place: Placed) -> bool:
    """Tell whether a noun names its place: "the loss of X", "the loss of a police post in X"."""
    if event.trigger.form == "under":  # "X under fire"
        beside = event.parsed.word_at(place.end - 1) == event.trigger.first - 1
        return beside and not _are_under_fire(event, place)
    last, at = event.trigger.last, event.parsed.word_at(place.start)
    between = event.parsed.lower[last + 1 : at]
    ground = len(between) <= _GROUND and all(word[:1].isalnum() for word in between)
    return 0 < at - last <= _BESIDE or (ground and not scene().ground.isdisjoint(between))


def _are_under_fire(event: Event, place: Placed) -> bool:
    """Tell whether those are who go: "left X under fire", "pulled back to X under fire"."""
    parsed, at = event.parsed, event.parsed.word_at(place.start)
    gone = (t for t in parsed.triggers if t.first < at and t.pattern.action in _MOVES)
    return any(t.pattern.kind == "verb" and "," not in parsed.lower[t.last : at] for t in gone)


def _did_harm(event: Event) -> bool:
    """Tell whether it has the place of those hurt: "as a result of raids, ten died in X".

    An explosion may have been one in a mine.
    """
    fires = event.action in (Action.STRIKE, Action.ATTACK)
    fires = fires and not event.trigger.form.startswith(("explosion", "blast"))
    return fires and bool(where_hurt(event.parsed, event.trigger))


def _is_aftermath(event: Event) -> bool:
    """Tell whether an event only dates another: "after two days of clashes"."""
    if event.roles.actor and event.action in (Action.STRIKE, Action.ATTACK):
        return False
    return event.parsed.opener(event.trigger.first) in DATING


def _is_governed(event: Event) -> bool:
    """Tell whether a noun only says why something happens: "in reply to the attack"."""
    words, trigger = event.parsed.words, event.trigger
    if event.action is Action.STRIKE and event.roles.actor:
        return False
    if words[min(trigger.last + 1, len(words) - 1)].lower == "by":
        return False
    low, _ = event.parsed.clause(trigger.first)
    # "In Oru heavy fighting goes on": the preposition has its place
    led = {s.first for s in event.parsed.spots if s.fronted}
    for number in range(trigger.first - 1, max(low - 1, trigger.first - _PHRASE), -1):
        word = words[number].lower
        toll = word == "by" and any(w.lower.startswith(_TOLL) for w in words[low:number])
        if toll or number in led:
            return False  # "were killed in X by a car bomb"
        if word in _GOVERNING:
            far = number - (_DIED_THERE if word in ("in", "during") else _DIED)
            lead = [w.lower for w in words[max(low, far) : number]]
            return not (_tells_of_it(lead) or is_latest([*lead, word]))
        # "Residents of X reported heavy shelling"
        said = tells(word) and words[number - 1].lower not in ("a", "the")
        said = said or any(cue.start == words[number].start for cue in event.parsed.cues)
        dated = word in TIMES and words[number + 1].lower != "and"  # "on Monday clashes went on"
        if said or dated or not word[:1].isalnum() or word in BE or word in _HAVE:
            return False
    return False


def _tells_of_it(lead: Sequence[str]) -> bool:
    """Tell whether words lead to what happened: "died on Monday in fighting", "the scene of"."""
    scenes = bool(lead) and lead[-1] in _SCENES
    return scenes or any(w.startswith(_TOLL) and w != "death" for w in lead)


def _points_back(event: Event) -> bool:
    """Tell whether a noun speaks of an event told before: "this offensive"."""
    first = event.trigger.first
    lead = event.parsed.lower[max(0, first - 3) : first]
    if lead[-1:] == ["that"] and any(map(tells, lead[-2:-1])):
        return False  # "said that fighting goes on"
    # "In the hands of the army", "under the control of the army", "the scene of fighting"
    holds = event.action is Action.HOLD and event.trigger.last > first
    state = bool(event.trigger.pattern.behind) or holds or not _SCENES.isdisjoint(lead)
    most = any(word.endswith("est") or word == "most" for word in lead)  # "the heaviest fighting"
    pointed = not (state or most or _BACKWARD.isdisjoint(lead))
    noun = event.trigger.pattern.kind == "noun"
    return noun and (pointed or _is_what_it_was(event.parsed.lower[max(0, first - 5) : first]))


def _is_what_it_was(lead: Sequence[str]) -> bool:
    """Tell whether a noun only says what sort of thing was told: "this was a tactical retreat"."""
    said = (n for n, pair in enumerate(pairwise(lead)) if pair[0] in _POINTING and pair[1] in BE)
    return any(not _ARTICLES.isdisjoint(lead[n + 2 :]) for n in said)
