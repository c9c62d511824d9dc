"""What tells of no ground and no forces: lines that are down, smoke that rises in columns."""

from __future__ import annotations

from claims.claim import Action
from claims.claimants.speech import is_speech
from claims.events.event import Event
from claims.events.sentences.clause_words import LENGTHS, RESUMING
from claims.events.sentences.passives import is_passive
from claims.events.spots.townlike import names_country
from claims.events.told.coming_in import is_no_entry
from claims.events.told.in_words import is_in_words
from claims.lexicon import Trigger, lexicon
from claims.scene import scene

__all__ = ["tells_of_no_ground"]

_LINES = frozenset(
    """
    phone phones telephone telephones internet communications electricity power mobile network
    networks signal wifi broadband gas service services contact office offices
    """.split()
)
_SHORT_OF = frozenset("aid relief humanitarian electricity power".split())
_BESET = frozenset("by besieged siege surrounded encircled".split())
_ROADS = frozenset("road roads highway highways route routes bridge railway".split())
_LINE = 10  # words of "phone lines to X, a town in Y, have been"
_SMOKE = frozenset("smoke dust ash flame flames fire".split())
_HARMED = frozenset("wounded injured dead bodies captured".split())  # who "were flown to X"
_BEASTS = frozenset("sheep goat goats cattle cow cows bull bulls camel camels pigs animals".split())
_SEATED = frozenset("government authorities cabinet council parliament ministry".split())
_BEHIND = 4  # words of "of thick black smoke"
_WHOM = 4  # words of "rebels have been"
_TAKES = frozenset((Action.CAPTURE, Action.RECAPTURE))
_BEING = frozenset(("being", "getting", "becoming"))
_AVOIDS = frozenset("avoid escape evade avoiding prevent without".split())
_ELUDES = ("avoid", "elud", "evad", "escap")
_WHOSE = frozenset(("with", "under"))  # "stays with", "is once more under"
_GIVES_IN = ("open", "yield", "succumb", "crumbl")
_BEATINGS = frozenset("hammering pounding battering".split())
_DISTANT = 8  # words of "the rebels about 200 km from"
_UNITS = LENGTHS.difference(("foot", "yard"))  # who leaves on foot leaves nobody far off
_RIDS = frozenset("rid swept emptied".split())
_ASKS = frozenset("seek ask request appeal call beg demand buy borrow learn hear".split())
_LINKS = frozenset("by via on over through".split())
_CALLS = frozenset(
    """
    phone telephone mobile cellphone satellite skype whatsapp telegram signal zoom viber facebook
    video text email e-mail message radio internet sms messenger
    """.split()
)
_SUBJECT = 4  # words of "three nights of air strikes"
_TRAVELS = (
    "drove",
    "drive",
    "driving",
    "walk",
    "headed",
    "went",
    "rode",
    "travel",
    "moved",
    "sailed",
)
_WAYS = frozenset("toward towards to for".split())
_OFTEN = frozenset("times twice repeatedly often".split())
_TIMES = 8  # words of "changed hands half a dozen times"


def tells_of_no_ground(event: Event) -> bool:
    """Tell whether an event takes, cuts or holds no ground and moves no forces to any."""
    idle = _cuts_a_line(event) or _goes_to_and_fro(event) or _keeps_out_civilians(event)
    idle = idle or _is_avoided(event) or is_no_entry(event) or is_in_words(event)
    idle = idle or _makes_them_act(event)
    idle = idle or _is_rung_up(event) or _is_had(event)
    idle = idle or _leaves_it_so(event) or _goes_on_leaving(event)
    idle = idle or _is_aftermath(event) or _says_who_advances(event) or _only_says(event)
    return idle or _moves_no_forces(event) or _is_nobodys(event) or _is_beaten(event)


def _only_says(event: Event) -> bool:
    """Tell whether "claimed" only says: "claimed the town was quiet", "claim it as their capital".

    Who "claimed the village of X" says to have taken it.
    """
    parsed, trigger = event.parsed, event.trigger
    if not trigger.form.startswith("claim") or event.action not in _TAKES:
        return False
    first, high = trigger.last + 1, parsed.clause(trigger.last)[1]
    says = any(w in RESUMING or lexicon().is_past(w) for w in parsed.lower[first : high + 1])
    return says or "as" in parsed.lower[first : first + _BEHIND]


def _is_aftermath(event: Event) -> bool:
    """Tell whether only the harm of what was told before is told: "a school was damaged"."""
    parsed, trigger = event.parsed, event.trigger
    harmed = trigger.form == "damaged" and is_passive(parsed, trigger) and not event.roles.actor
    told = not scene().weapons.isdisjoint(parsed.lower)
    return harmed and not told and all(spot.unnamed for spot in parsed.spots)


def _says_who_advances(event: Event) -> bool:
    """Tell whether a participle only says who took a place: "troops advancing up the road took X".

    It leads to no town of its own then.
    """
    parsed, trigger = event.parsed, event.trigger
    beside = any(parsed.word_at(m.end - 1) == trigger.first - 1 for m in parsed.actors)
    _, high = parsed.clause(trigger.first)
    later = (t for t in parsed.following(trigger) if t.first <= high and t.pattern.action in _TAKES)
    took = next(later, None)
    if event.action is not Action.ADVANCE or not (beside and took):
        return False
    led = [s.mention.expression for s in parsed.spots if trigger.last < s.first < took.first]
    return all(not place.heads or names_country(place) for place in led)


def _is_avoided(event: Event) -> bool:
    """Tell whether it is what a move was to spare those who made it: "to avoid being encircled".

    Nor does a leader's fate take ground: "eluded capture".
    """
    first, words = event.trigger.first, event.parsed.lower
    if event.trigger.form == "capture" and words[first - 1].startswith(_ELUDES):
        return True
    return words[first - 1] in _BEING and words[first - 2] in _AVOIDS


def _is_rung_up(event: Event) -> bool:
    """Tell whether somebody is only spoken to: "an activist reached by satellite phone"."""
    words, last = event.parsed.lower, event.trigger.last
    linked = event.trigger.form == "reached" and not _LINKS.isdisjoint(words[last + 1 : last + 2])
    return linked and not _CALLS.isdisjoint(words[last + 2 : last + 2 + _WHOM])


def _is_had(event: Event) -> bool:
    """Tell whether a place has something: "X, which holds a shrine, was shelled"."""
    parsed, trigger = event.parsed, event.trigger
    led = parsed.lower[max(0, trigger.first - 2) : trigger.first] == [",", "which"]
    if trigger.form != "holds" or trigger.first != trigger.last or not led:
        return False
    return any(parsed.word_at(s.mention.end - 1) == trigger.first - 3 for s in parsed.spots)


def _leaves_it_so(event: Event) -> bool:
    """Tell whether a deed leaves a place in some state: "raids on X leave Y counting its dead"."""
    parsed, trigger = event.parsed, event.trigger
    if event.action is not Action.RETREAT or not trigger.form.startswith(("leav", "left")):
        return False
    far = parsed.lower[trigger.last + 1 : trigger.last + _DISTANT]
    if not _UNITS.isdisjoint(far) and not parsed.armed.isdisjoint(_near(trigger)):
        return True  # "leaves the rebels 200 km from the capital"
    low, _ = parsed.clause(trigger.first)
    opening = range(low, min(low + _SUBJECT, trigger.first))
    return any(t.pattern.kind == "noun" and t.first in opening for t in parsed.triggers)


def _near(trigger: Trigger) -> range:
    """Return the words in which an object stands."""
    return range(trigger.last + 1, trigger.last + _WHOM)


def _goes_on_leaving(event: Event) -> bool:
    """Tell whether those who leave a place only go somewhere: "left X and drove toward Y"."""
    parsed, trigger = event.parsed, event.trigger
    if event.action is not Action.ADVANCE or not trigger.form.startswith(_TRAVELS):
        return False
    before = [t for t in parsed.triggers if t.last < trigger.first]
    left = before and before[-1].pattern.action is Action.RETREAT
    goes_on = parsed.lower[trigger.first - 1] in ("and", "then", ",")
    if not (left and goes_on) or parsed.lower[trigger.last] not in _WAYS:
        return False
    acts = (parsed.word_at(m.start) for m in parsed.actors)
    return not any(before[-1].last < number < trigger.first for number in acts)


def _cuts_a_line(event: Event) -> bool:
    """Tell whether what is cut is no road: "phone and internet links to X were cut".

    Nor is a place that is "cut off from aid", by nobody.
    """
    if event.action is not Action.CUT:
        return False
    first, words = event.trigger.first, event.parsed.lower
    lead = words[max(0, first - _LINE) : first]
    spoken_on = any(map(is_speech, lead))  # "reached by phone, residents said rebels cut"
    behind = words[first : event.trigger.last + 4]
    lacks = "from" in behind and not _SHORT_OF.isdisjoint(behind) and not event.roles.actor
    lacks = lacks and _BESET.isdisjoint(event.parsed.sentence.held)
    road = not _ROADS.isdisjoint(lead)  # "the road by which services reached X was cut"
    return lacks or not (_LINES.isdisjoint(lead) or spoken_on or road)


def _goes_to_and_fro(event: Event) -> bool:
    """Tell whether only the course of a war is told: "X, which has changed hands six times"."""
    first = event.trigger.first
    words = event.parsed.lower[first : first + _TIMES]
    had = event.parsed.lower[first - 1 : first] in (["has"], ["have"], ["had"])
    return had and words[1:2] == ["hands"] and not _OFTEN.isdisjoint(words[2:])


def _keeps_out_civilians(event: Event) -> bool:
    """Tell whether none who fight are kept out: "prevented protesters from entering X"."""
    parsed, trigger = event.parsed, event.trigger
    if event.action is not Action.HOLD or not trigger.form.startswith("prevent"):
        return False
    whom = range(trigger.first + 1, trigger.last)
    if len(whom) == 1:  # "journalists, prevented from entering X"
        whom = range(max(0, trigger.first - _WHOM), trigger.first)
    fights = (n in parsed.armed or parsed.lower[n] in scene().fighters for n in whom)
    return not any(fights) and "them" not in parsed.lower[whom.start : whom.stop]


def _is_nobodys(event: Event) -> bool:
    """Tell whether a place is no side's, or rid of none: "X remains with the province of Y".

    Nor does it fall where it "opened its gates to refugees".
    """
    trigger = event.trigger
    rids = trigger.form in _RIDS and event.parsed.lower[trigger.last] == "of"
    if rids and not (event.roles.actor or event.roles.opponent):
        return True  # "was rid of rubbish"
    if event.roles.actor or not trigger.pattern.scheme.startswith("place"):
        return False
    return event.parsed.lower[trigger.last] in _WHOSE or trigger.form.startswith(_GIVES_IN)


def _is_beaten(event: Event) -> bool:
    """Tell whether it is not told what gave a beating: "took a battering from the storm"."""
    parsed, last = event.parsed, event.trigger.last
    beaten = parsed.lower[last] in _BEATINGS and not event.roles.actor
    return beaten and scene().weapons.isdisjoint(parsed.lower[last + 1 : last + 1 + _TIMES])


def _makes_them_act(event: Event) -> bool:
    """Tell whether some are made to do what moves nobody: "forced X to seek help from Y"."""
    gap = event.trigger.gap
    driven = event.action is Action.PUSH_BACK and gap is not None
    return driven and gap is not None and not _ASKS.isdisjoint(event.parsed.lower[slice(*gap)])


def _moves_no_forces(event: Event) -> bool:
    """Tell whether smoke, beasts or a government is told of: "sent columns of smoke over X"."""
    behind = event.parsed.lower[event.trigger.last + 1 : event.trigger.last + 1 + _BEHIND]
    if event.action is Action.DEPLOY:
        lead = event.parsed.lower[max(0, event.trigger.first - _WHOM) : event.trigger.first]
        return not (_SMOKE.isdisjoint(behind) and _HARMED.isdisjoint(lead))
    if event.trigger.form.startswith("slaughter"):
        return not _BEASTS.isdisjoint(behind)
    actor = event.roles.actor.text.lower().split() if event.roles.actor else []
    # "The government, which sits in X"
    return event.trigger.form == "sits" and (not actor or not _SEATED.isdisjoint(actor[-1:]))
