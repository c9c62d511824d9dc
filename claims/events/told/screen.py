"""Keep out words that look like events and are none."""

from __future__ import annotations

import re
from datetime import date

from claims.claim import Action
from claims.events.days.history import is_history
from claims.events.outcomes.beaten import beats_no_attack
from claims.events.outcomes.left_open import is_left_open
from claims.events.parties.objects import is_newly
from claims.events.parties.shots import crashes_itself
from claims.events.sentences.backing import only_backs
from claims.events.sentences.called import is_surname
from claims.events.sentences.clause_words import BEHIND_NOUN, PLACING
from claims.events.sentences.parse import Parsed
from claims.events.told.agreeing import describes_men, follows_actor, has_subject
from claims.events.told.background import is_background
from claims.events.told.lying import (
    ROUND,
    are_captives,
    does_it_to_a_place,
    leaves_in_a_state,
    lies_about,
    only_dates,
    only_lies,
)
from claims.events.told.only_thought import is_only_thought
from claims.events.told.peace import is_peaceful
from claims.events.told.targets import fights_nobody, is_target
from claims.events.told.titles import is_title
from claims.lexicon import Trigger, lexicon
from claims.number_words import TWO_TO_TEN
from claims.scene import scene
from claims.word_lists import word_list

__all__ = ["is_current", "is_event"]

_ADVANCED_ON = frozenset(
    """
    into to toward towards on in through from deeper within several against along further
    for up near north south east west northeast northwest southeast southwest
    """.split()
)
_MEASURES = frozenset('" “ some about several nearly almost'.split())
_MOVED = frozenset("have has had also recently likely then reportedly and they he that who".split())
_DIRECTIONS = (["axis", "of"], ["axes", "of"])  # "axis of advance: X" heads what is told of X
_BEFORE_ADJECTIVE = frozenset(
    "the a an other in on at near from of to into toward towards around inside its their".split()
)
_INTO = frozenset("into over onto inside".split())
_PRONOUNS = frozenset("it he she that there what who".split())
_ADJECTIVAL_NOUNS = word_list("adjectival")
# Verbs whose plain form is as often a noun: "an apartment block", "a power cut".
_NOUNS_TOO = frozenset(
    "bomb patrol patrols block cut strike sabotage approach approaches target targets strikes"
    " blocks cuts grab engage level levels".split()
)
# "Struck fuel depots in X and command centres in Y": things that have such a name.
_COMPOUND = frozenset("command control patrol attack assault".split())
_COMPOUNDED = word_list("compounded")
_BEFORE_VERB = frozenset(
    """
    to will shall would could may might and they we who which that also then is are was were been
    being not n't did does do should must remain remains remained
    """.split()
)
# What is regained or attacked is described by what became of it before.
_RETAKING = frozenset("regain recapture recover retake retakes retook reclaim".split())
_GONE = frozenset("lost captured seized abandoned occupied ceded surrendered".split())
_EACH = frozenset("all any each every".split())
_LAND = frozenset("ground territory territories land areas area posts points".split())
_OF_A_NAME = re.compile(r"-[A-Z][a-z]")
_BEING = frozenset("is are was were be been started began seen".split())
_GOES = _BEING.union(", and after before by".split())
_ARMS = frozenset("bombs shells mines rockets".split())
# Before "bombs" these say of what kind they are.
_MADE_OF = frozenset(
    "car truck suicide roadside vehicle petrol gas smoke fire time nail pipe cluster barrel glide"
    " vacuum incendiary".split()
)
_FALL = frozenset("landed fell hit struck exploded slammed crashed rained killed".split())
_BROUGHT = frozenset("driven hidden planted thrown fired dropped packed".split())
_PAST = frozenset(
    "retook took overran fell held lost fled drove broke shot withdrew struck hit".split()
)
_IN_HOURS = ("-hour", "-hours", "hours-long", "hour-long", "-minute")
_OWNS_A_DRIVE = ("'s", "’s", "'", "’", "-hour", "-minute", "-day", "short", "long")
_GIVES_WAY = ("collaps", "crumbl")
_DEFENCE = frozenset("line lines defence defences defense defenses resistance garrison".split())
_COUNTS = TWO_TO_TEN.union(("several", "some"))
# "Its deepest move into X"
_BEFORE_NOUN = frozenset(
    "a an any every further deepest biggest largest boldest heaviest fiercest latest".split()
)
_DETERMINERS = TWO_TO_TEN.union(
    "the a an this that these those any some his her its their our each several".split()
)
_PEOPLE = frozenset("the broad popular working toiling oppressed".split())
_RAIDS = frozenset("strikes airstrikes raids attacks fighting shelling bombardment clashes".split())
_MANNED = frozenset("garrison garrisons patrols".split())


def is_event(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a trigger words an event, and is no adjective, noun or part of a compound."""
    if trigger.pattern.kind == "held":
        return True
    after = _word(parsed, trigger.last + 1)
    axis = parsed.lower[max(0, trigger.first - 2) : trigger.first] in _DIRECTIONS
    if axis or after.startswith("-") or is_surname(parsed, trigger):
        return False
    if trigger.pattern.kind == "noun":
        # "Attack drones", but no "strikes drone bases"
        single = not trigger.form.endswith("s")
        return not (single and after in _ADJECTIVAL_NOUNS) and not (
            is_target(parsed, trigger)
            or fights_nobody(parsed, trigger)
            or only_backs(parsed, trigger)
            or _lasts_hours(parsed, trigger)
            or is_title(parsed, trigger)
        )
    before = _word(parsed, trigger.first - 1)
    # "Under rocket fire on Monday", but "howitzers fire on X"
    fired = trigger.form == "fire" and before in scene().weapons and not before.endswith("s")
    by = trigger.form in _ARMS and "by" in parsed.lower[max(1, trigger.first - 4) : trigger.first]
    # "Seized garrisons near X", "attacks on garrisons at Y", "the garrison at X"
    manned = trigger.form in _MANNED and (before.endswith("ed") or after in ("at", "in", "near"))
    # "Rebels on outskirts of X", and no "rebels killed on outskirts of X"
    stands = trigger.form == "on" and not parsed.armed.issuperset(range(trigger.first))
    crowd = trigger.form == "masses" and before in _PEOPLE  # "the voice of the broad masses"
    if stands or crowd or fired or by or manned or _is_idle(parsed, trigger):
        return False  # "was hit by army shells"
    if trigger.first in (trigger.last, 0):
        return _is_finite(parsed, trigger, after)
    noun = trigger.form == "crossing" and not _goes_across(parsed, trigger)
    noun = noun or (trigger.form == "drive" and before.endswith(_OWNS_A_DRIVE))
    noun = noun or (trigger.form == "head" and not _heads_there(parsed, trigger))
    noun = noun or only_dates(parsed, trigger) or _is_weather(parsed, trigger)
    # "Moved into abandoned army positions" tells of no retreat.
    noun = noun or (trigger.form.endswith("ed") and before in _INTO)
    # "Tried to enter X and were wiped out" tells of one attack.
    noun = noun or (trigger.form == "wiped" and _word(parsed, trigger.first - 2) in ("and", "but"))
    return not noun and before not in _BEFORE_NOUN


def _is_idle(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a verb does nothing to anybody, or only describes what is done."""
    return (
        only_lies(parsed, trigger)
        or are_captives(parsed, trigger)
        or crashes_itself(parsed, trigger)
        or is_target(parsed, trigger)
        or _is_taken_up(parsed, trigger)
        or lies_about(parsed, trigger)
        or _is_of_fires(parsed, trigger)
    )


def _is_of_fires(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether raids were "concentrated around X"; no "hit by raids, they concentrated men"."""
    words = parsed.lower[trigger.first : trigger.last + 2]
    if "concentrated" not in words[:-1] or words[words.index("concentrated") + 1] not in PLACING:
        return False
    low, _ = parsed.clause(trigger.first)
    return not _RAIDS.isdisjoint(parsed.lower[low : trigger.first])


def _lasts_hours(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether gunmen held a house: "killed 21 people in a 30-hour siege"."""
    siege = trigger.pattern.action is Action.ENCIRCLE
    long = siege and _word(parsed, trigger.first - 1).endswith(_IN_HOURS)
    return long and _word(parsed, trigger.first - 3) in ("in", "during", "after")


def is_current(parsed: Parsed, trigger: Trigger, published: date) -> bool:
    """Tell whether an event is one of war and of the report's own time.

    Comparisons ("unlike the battle for X"), spans ("after weeks of fighting"), questions,
    conditions, figures of speech ("struck a deal") and history ("which fell in 2016") are none.
    """
    if trigger.pattern.kind == "held":
        return True
    if beats_no_attack(parsed, trigger):
        return False
    if is_background(parsed, trigger) or is_left_open(parsed, trigger):
        return False
    if is_only_thought(parsed, trigger):
        return False
    return not (is_history(parsed, trigger, published) or is_peaceful(parsed, trigger))


def _goes_across(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether "crossing" is a verb: "were crossing into", no "the main crossing into"."""
    before = _word(parsed, trigger.first - 1)
    # "Succeeded in crossing into X"
    goes = before in _GOES or _word(parsed, trigger.first - 2).startswith("succe")
    return goes or before in scene().fighters


def _is_weather(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether rain does what a verb behind it says: "rain slowed the advance on X"."""
    then = _word(parsed, trigger.first + 1)
    return trigger.form == "rain" and (then in _BEING or lexicon().is_past(then))


def _heads_there(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether many "head for" a place; "the political head for X" is a person."""
    before = _word(parsed, trigger.first - 1)
    return before in _BEFORE_VERB or before.endswith("s") or follows_actor(parsed, trigger)


def _word(parsed: Parsed, number: int) -> str:
    return parsed.lower[number] if 0 <= number < len(parsed.words) else ""


def _is_finite(parsed: Parsed, trigger: Trigger, after: str) -> bool:
    """Tell whether a single word is a verb here, and no adjective or noun."""
    before = _word(parsed, trigger.first - 1)
    measured = after[:1].isdigit() or after in _MEASURES
    if trigger.form == "advanced" and after not in _ADVANCED_ON and not measured:
        return before in _MOVED or follows_actor(parsed, trigger)
    if trigger.first == 0 and not trigger.form.endswith(("ed", "en", "ing", "s", "under")):
        return False  # "Fire broke out": no report gives orders
    weighs = trigger.form == "pounds" and before[:1].isdigit()  # "200 pounds of explosives"
    falls = trigger.form.startswith(_GIVES_WAY) and not _gives_way(parsed, trigger)
    men = is_newly(parsed, trigger.first) and after not in scene().ground
    if weighs or falls or men or leaves_in_a_state(parsed, trigger):
        return False
    before = _word(parsed, trigger.first - 1 - before.endswith("ly"))
    bare = not after[:1].isalnum() and before not in _BEFORE_VERB
    had = after in ("had", "have", "are", "were") or after in _BROUGHT
    if trigger.form in _ARMS and (after in _FALL or bare or had):
        return False  # "the first shells landed", "bombs driven into X", "the use of bombs"
    car = trigger.form == "bombs" and before in _MADE_OF
    named = _OF_A_NAME.search(parsed.words[max(0, trigger.first - 1)].text)  # "al-Sham shells"
    made = car or (before.count("-") and not (named or follows_actor(parsed, trigger)))
    if trigger.form in _ARMS and made:
        return False  # "with gas-cylinder bombs", "met snipers and car bombs"
    adjective = describes_men(parsed, trigger, before) or _is_adjective(before, trigger.form, after)
    adjective = adjective and not does_it_to_a_place(parsed, trigger)
    return not (
        adjective or _is_noun_use(before, trigger.form, after, acts=has_subject(parsed, trigger))
    )


def _gives_way(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether it is a defence that "collapsed", and no bridge, attack or truce."""
    low, _ = parsed.clause(trigger.first)
    return not _DEFENCE.isdisjoint(parsed.lower[low : trigger.first])


def _is_noun_use(before: str, form: str, after: str, *, acts: bool) -> bool:
    """Tell whether a bare verb form is a noun here: "their attack", "from government control"."""
    if form.endswith(("ing", "ed")):
        return False
    named = before == "and" or not (acts or before in _BEFORE_VERB)
    if form == "fight" and named and before != "and":
        return True  # "after a short fight X fell"
    if named and form in _COMPOUND and after in _COMPOUNDED:
        return True
    if form in _NOUNS_TOO and not (before in _BEFORE_VERB or acts or after == "by"):
        return True
    if (before in _COUNTS and after in ("a", "an", "the")) or (before == "that" and form in _PAST):
        return False  # "two hit a school", "it was the army that retook it"
    of = before == "of"  # "accused Xan of mass arrests"
    return of or before in _DETERMINERS or (form == "control" and after in BEHIND_NOUN)


def _is_adjective(before: str, form: str, after: str) -> bool:
    """Tell whether a participle describes the next word: "near occupied X", "the besieged city"."""
    if form in ROUND:
        ground = form == "surrounding" and after in scene().ground and before not in _BEING
        return ground or before in _BEFORE_ADJECTIVE or before in ("and", "or", ",")
    if form in ("gathering", "landing", "assembling"):
        noun = after in _ADJECTIVAL_NOUNS and before not in _BEING
        return noun or (after == "of" and before in _DETERMINERS)
    how = before in ("heavily", "most", "well") and after not in _DETERMINERS
    if form == "fortified" and (how or after in _LAND or after in scene().ground):
        return True  # "hit dens and fortified positions", "the most heavily fortified part of X"
    if form in ("burnt", "burned") and before.endswith("ing"):
        return before != "being"  # "removing burnt vehicles"
    described = form.endswith(("ed", "rnt")) or (form.endswith("ing") and before in _DETERMINERS)
    owned = before.endswith(("'s", "’s")) and before[:-2] not in _PRONOUNS
    return described and after != "by" and (owned or before in _BEFORE_ADJECTIVE | _INTO)


def _is_taken_up(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a participle says what became of ground before: "regained lost positions"."""
    if trigger.form not in _GONE:
        return False
    at = trigger.first - 1
    before = _word(parsed, at - _word(parsed, at).endswith("ly"))
    if trigger.form == "lost" and before in _BEFORE_ADJECTIVE | _EACH:
        return True  # "recovered some of the lost ground", "would retake every lost town"
    verb = before in _RETAKING or (before.endswith(("ed", "ing")) and before in lexicon().events)
    after = _word(parsed, trigger.first + 1)
    return verb and (after in scene().ground or after in _LAND)
