"""Who does it and to whom, for an event named by a noun: "the rebel attack on the army"."""

from __future__ import annotations

from claims.claim import Action
from claims.events.outcomes.beaten import beaten_by, beaten_off, is_target
from claims.events.outcomes.denied import said_not_to_be
from claims.events.outcomes.effects import effects
from claims.events.outcomes.undone import met_at
from claims.events.parties.agents import behind, shot_from
from claims.events.parties.companions import joined_before
from claims.events.parties.during import acts_next, during, fronted
from claims.events.parties.each_other import are_alone, each_other
from claims.events.parties.failed_for import failed_for
from claims.events.parties.gainers import OWNED_UP, by_gain
from claims.events.parties.has_victims import has_victims
from claims.events.parties.headline_words import engaged
from claims.events.parties.hung_on import hung_on
from claims.events.parties.in_control import in_control
from claims.events.parties.laid_to import claimed_by, laid_to
from claims.events.parties.meant import Meant
from claims.events.parties.mentioned import is_moved
from claims.events.parties.noun_owner import SUFFERED, ends_deed, is_carrying, owner_before
from claims.events.parties.objects import is_object
from claims.events.parties.subjects import subject_before
from claims.events.parties.sufferers import judges
from claims.events.parties.talked_about import is_topic
from claims.events.parties.told_before import told_before
from claims.events.sentences.backing import helps
from claims.events.sentences.clause_words import ARTICLES
from claims.events.sentences.clauses import mentions_in, segment_low
from claims.events.sentences.parse import Parsed
from claims.events.sentences.speaking import speaks
from claims.fighters.actors import ActorMention
from claims.fighters.party import Party, Roles
from claims.fighters.phrase import is_where
from claims.lexicon import Trigger

__all__ = ["noun_roles"]

_UNDER = frozenset("under in into by from during after of".split())
_KILL = frozenset("kill kills killed wound wounded injure injured".split())
_BARE = frozenset("came come coming comes fell fall falls fallen fled died".split())
_REACH, _CARRIED = 8, 10  # words in which it finds who acts; who masses at a base for an attack
_OF_THE, _INTO = 3, 4  # words of "attacks of the enemy"; of "fell into an" before an ambush
_WAGED = frozenset("attack attacks assault assaults offensive offensives".split())
_UNDER_REACH, _OWNED = 4, 6  # from "under" to "the full control of"; from "hands" to whose
_OWNED_GROUND = (1, 2, 3)  # and from "loss of" to "a police post"
_FALLS = frozenset(("fall of", "handover of"))
_TAKEN = frozenset((Action.CAPTURE, Action.RECAPTURE))


def noun_roles(parsed: Parsed, trigger: Trigger, meant: Meant) -> Roles:
    """Return who does what a noun names, and to whom."""
    words = " ".join(parsed.lower[trigger.first : trigger.last + 1])
    if words in _FALLS or words == "loss of" or trigger.pattern.action in _TAKEN:
        return by_gain(parsed, trigger, meant, _taken(parsed, trigger, meant, words))
    return _done(parsed, trigger, meant)


def _taken(parsed: Parsed, trigger: Trigger, meant: Meant, words: str) -> Roles:
    """Return who took a place, or who lost it, by the words right around the noun."""
    if words in _FALLS:
        return Roles(actor=behind(parsed, trigger, meant, words=("to",), reach=_REACH))
    return (_lost if words == "loss of" else _done)(parsed, trigger, meant)


def _done(parsed: Parsed, trigger: Trigger, meant: Meant) -> Roles:
    if trigger.pattern.action is Action.CLASH:
        return _mutual(parsed, trigger, meant)
    actor = (
        _agent(parsed, trigger, meant)
        or laid_to(parsed, trigger, meant)
        or _own_deed(parsed, trigger, meant)
        or owner_before(parsed, trigger, meant)
        or failed_for(parsed, trigger, meant)
        or _belongs(parsed, trigger, meant)
        or claimed_by(parsed, trigger, meant)
        or _light_subject(parsed, trigger, meant)
        or engaged(parsed, trigger, meant)
        or fronted(parsed, trigger, meant)
        or during(parsed, trigger, meant)
        or told_before(parsed, trigger, meant)
        or in_control(parsed, trigger, meant)
    )
    opponent = _against(parsed, trigger, meant, actor)
    if beaten := beaten_by(parsed, trigger):
        at = opponent.start if opponent else None
        hit = at is not None and is_target(parsed, trigger, at)
        other = None if hit else opponent
        return beaten_off(subject_before(parsed, beaten.first, meant), actor, other)
    # "Was broken up by army guns"; whom men of no side known beat off nobody can tell
    if not actor and opponent and opponent.side and met_at(parsed, trigger):
        actor = Party(side=meant.finder.foe(opponent.side))
    if not opponent and not (actor and (actor.side or actor.text)):
        opponent = _sufferer(parsed, trigger, meant)
    if actor and opponent and actor.start == opponent.start:
        opponent = None
    return Roles(actor=actor, opponent=opponent)


def _lost(parsed: Parsed, trigger: Trigger, meant: Meant) -> Roles:
    """Return who lost a place and to whom: "the army admitted the loss of X to Y"."""
    loser = _agent(parsed, trigger, meant) or owner_before(parsed, trigger, meant)
    low = max(segment_low(parsed, trigger.first), trigger.first - _REACH)
    for number in range(low, trigger.first):
        if loser is None and parsed.lower[number] in OWNED_UP:
            loser = subject_before(parsed, number, meant)
    owned = (m for m in parsed.actors if parsed.word_at(m.start) - trigger.last in _OWNED_GROUND)
    gainer = behind(parsed, trigger, meant, words=("to",), reach=_REACH)
    gained = gainer.start if gainer else None
    if loser is None:  # "the loss of a police post", but not "the loss of X to rebels"
        loser = next((meant.party(m) for m in owned if m.armed and m.start != gained), None)
    return Roles(actor=loser, opponent=gainer)


def _agent(parsed: Parsed, trigger: Trigger, meant: Meant) -> Party | None:
    """Return by whom a deed is: "an attack by X", but not "the attack was repelled by X"."""
    found = behind(parsed, trigger, meant, words=("by",), reach=_REACH)
    if found is None or found.start is None:
        return found or shot_from(parsed, trigger, meant)
    number = parsed.word_at(found.start)
    verbs = (t for t in parsed.triggers if t.pattern.kind == "verb" and t.first > trigger.last)
    met = met_at(parsed, trigger)
    beaten = met is not None and met < number
    return None if beaten or any(t.last < number for t in verbs) else found


def _mutual(parsed: Parsed, trigger: Trigger, meant: Meant) -> Roles:
    """Return the two of a clash: those it is between, or who fights and with whom."""
    if pair := _between(parsed, trigger, meant):
        return pair
    if joined := joined_before(parsed, trigger.first, meant):
        return each_other(joined)
    led = parsed.lower[trigger.last + 1 : trigger.last + 2] == ["by"]
    if led and (by := _agent(parsed, trigger, meant)):  # "fresh fighting by X"
        return Roles(actor=by, opponent=_against(parsed, trigger, meant, by))
    actor = owner_before(parsed, trigger, meant) or _light_subject(parsed, trigger, meant)
    opponent = _against(parsed, trigger, meant, actor)
    told = actor and (actor.side or (opponent and opponent.side))
    if told or said_not_to_be(parsed, trigger):  # by none of those who say so
        two = not opponent and are_alone(actor, meant.finder)
        return each_other(actor) if two else Roles(actor=actor, opponent=opponent)
    named = _around(parsed, trigger, meant) or hung_on(parsed, trigger, meant)
    return named or _pair(meant) or Roles(actor=actor, opponent=opponent)


def _around(parsed: Parsed, trigger: Trigger, meant: Meant) -> Roles | None:
    """Return those whom the clause of a clash names, whatever they do there."""
    low, high = parsed.clause(trigger.first)
    there = mentions_in(parsed, low, high + 1)
    around = [m for m in there if m.armed and m.side and not judges(parsed, m)]
    if not around:
        return None
    aside = not around[0].free or is_object(parsed, around[0])
    if len({m.side for m in around}) == 1 and aside and _pair(meant):
        return None
    actor = meant.party(around[0])
    others = [meant.party(m) for m in around[1:]]
    return Roles(actor=actor, opponent=next((p for p in others if p.side != actor.side), None))


def _pair(meant: Meant) -> Roles | None:
    """Return the two sides of the report for a clash of which no more is said.

    None where its sentence tells of two others: "X overran a Y post, and fighting raged at Z".
    """
    first, other = meant.finder.pair
    told = {m.side for m in meant.parsed.actors if m.armed and m.side}
    if not first or len(told - {first, other}) > 1:
        return None
    return Roles(actor=Party(side=first), opponent=Party(side=other) if other else None)


def _between(parsed: Parsed, trigger: Trigger, meant: Meant) -> Roles | None:
    """Return the two of "clashes between A and B", "fighting pits A against B"."""
    words = parsed.words
    stop = min(len(words), trigger.last + 2 * _REACH)
    lead = parsed.lower[trigger.last + 1 : stop]
    marks = ("between", "pitting", "pitted", "involving")
    at = next((n for n, w in enumerate(lead) if w in marks), None)
    if at is None:
        return None
    named = mentions_in(parsed, trigger.last + 1 + at, len(words))
    parties = [meant.party(m) for m in named if not helps(parsed, m)]
    if not parties:
        return None
    other = next((p for p in parties[1:] if p.side != parties[0].side), None)
    if other is None and parties[0].others:
        first = parties[0]._replace(others=())
        return Roles(actor=first, opponent=first._replace(side=parties[0].others[0]))
    return Roles(actor=parties[0], opponent=other)


def _belongs(parsed: Parsed, trigger: Trigger, meant: Meant) -> Party | None:
    """Return whose movement or attack a noun names: "the advance of rebel factions"."""
    under = "under" in parsed.lower[max(0, trigger.first - _UNDER_REACH) : trigger.first]
    state = trigger.pattern.action is Action.HOLD and under and trigger.last > trigger.first
    if trigger.pattern.behind or state:  # "in the hands of the rebels", "under the control of"
        known = behind(parsed, trigger, meant, words=("of",), reach=_OWNED)
        of = "of" in parsed.lower[trigger.last : trigger.last + 2]
        return known or (Party() if of else None)  # of somebody not known, not told of before
    if trigger.form in _WAGED:  # right behind: "attacks of the occupiers", no "shelling of rebels"
        return behind(parsed, trigger, meant, words=("of",), reach=_OF_THE)
    lead = parsed.lower[max(0, trigger.first - _INTO) : trigger.first]
    if trigger.form == "ambush" and "fell" in lead and "into" in lead:
        return behind(parsed, trigger, meant, words=("of",), reach=_OF_THE)
    if trigger.pattern.action not in (Action.ADVANCE, Action.RETREAT, Action.DEPLOY):
        return None
    # "The abandonment of army posts", not "the abandonment of X surprised the army".
    reach = _OF_THE if trigger.pattern.place == "near" else _REACH
    return behind(parsed, trigger, meant, words=("of", "among", "within", "for"), reach=reach)


def _light_subject(parsed: Parsed, trigger: Trigger, meant: Meant) -> Party | None:
    """Return the subject of the verb that carries the noun: "X launched an attack on"."""
    marks = sum(
        not w[:1].isalnum() for w in parsed.lower[max(0, trigger.first - _REACH) : trigger.first]
    )
    low = max(segment_low(parsed, trigger.first), trigger.first - _CARRIED - marks)
    beaten = beaten_by(parsed, trigger)
    for number in range(trigger.first - 1, low - 1, -1):
        word = parsed.lower[number]
        if word in _KILL and has_victims(parsed, number):
            return subject_before(parsed, number, meant)
        met = beaten and beaten.first <= number <= beaten.last
        if (
            met
            or is_topic(parsed, number)
            or (word in SUFFERED and _suffers(parsed, number, trigger))
        ):
            return None
        if is_carrying(parsed, number) and number not in parsed.armed:
            return subject_before(parsed, number, meant, form=word)
    return None


def _own_deed(parsed: Parsed, trigger: Trigger, meant: Meant) -> Party | None:
    """Return who does a deed of its own: the subject in "X and Y pressed their offensive"."""
    own = trigger.first - 1 - ("-" in parsed.lower[max(0, trigger.first - 1)])  # "two-day-old"
    verb = own - 2 if ends_deed(parsed, own - 2) else own - 1
    owned = verb >= 0 and parsed.lower[own] in ("its", "their") and is_carrying(parsed, verb)
    if not owned or parsed.opener(trigger.first) in ("that", "which", "who"):
        return None
    return subject_before(parsed, verb, meant)


def _suffers(parsed: Parsed, number: int, trigger: Trigger) -> bool:
    """Tell whether a verb's subject meets the deed: not who "conducted a targeted raid"."""
    bare, told = parsed.lower[number] in _BARE, parsed.lower[max(0, number - 1)] not in ARTICLES
    return told and not (bare and _UNDER.isdisjoint(parsed.lower[number + 1 : trigger.first]))


def _sufferer(parsed: Parsed, trigger: Trigger, meant: Meant) -> Party | None:
    """Return who comes under the attack: "government troops came under fire"."""
    # Behind the last "that" alone: "and that a strike hit X"
    that = next((n for n in range(trigger.first - 1, -1, -1) if parsed.lower[n] == "that"), -1)
    low = max(that + 1, trigger.first - _REACH)
    for number in range(trigger.first - 1, low - 1, -1):
        if parsed.lower[number] in _KILL and has_victims(parsed, number):
            return None
        if parsed.lower[number] in SUFFERED and _suffers(parsed, number, trigger):
            return subject_before(parsed, number, meant)
    return None


def _is_where(parsed: Parsed, mention: ActorMention, number: int, meant: Meant) -> bool:
    """Tell whether somebody's land only says where or whence: "fired from X", "in southern X".

    In a war of states what happens in a land is done to it.
    """
    if "from" in parsed.lower[max(0, number - 2) : number]:
        return True
    holders = (p.expression.within for p in parsed.places if p.start < mention.start < p.end)
    within = any(h and h.text == mention.text for h in holders)  # "in X, Chad"
    at = number - 1 - (parsed.lower[number - 1] == "the")  # "near X, the Philippines"
    apart = parsed.lower[at] == "," and any(parsed.word_at(p.end) == at for p in parsed.places)
    land = not mention.armed and (within or apart or is_where(parsed.lower, number, mention.name))
    return land and not meant.finder.is_war_of_states()


def _against(parsed: Parsed, trigger: Trigger, meant: Meant, actor: Party | None) -> Party | None:
    """Return whom an attack is on: the nearest other side behind it, in its own clause."""
    did = effects(parsed, trigger)  # "an air strike that killed ten rebels"
    high = did[1] if did else parsed.clause(trigger.last)[1]
    # "Air strikes in X and artillery fire near the army base": only the second are on the army
    other = (t for t in parsed.following(trigger) if "and" in parsed.lower[t.first - 2 : t.first])
    noun = next((t for t in other if t.pattern.kind == "noun" and t.first <= high), None)
    high = high if did or noun is None else noun.first
    for mention in parsed.actors:
        number = parsed.word_at(mention.start)
        near = trigger.last < number <= min(high, trigger.last + 2 * _REACH)
        near = near and not (helps(parsed, mention) or _is_where(parsed, mention, number, meant))
        if near and is_moved(parsed, mention, number):
            return None
        if near and not (speaks(parsed, mention) or acts_next(parsed, trigger, mention)):
            found = meant.party(mention)
            if not actor or found.side != actor.side:
                return found
    return None
