"""Who does it and to whom, for an event worded in a sentence."""

from __future__ import annotations

from claims.claim import Action
from claims.events.outcomes.beaten import is_target
from claims.events.outcomes.thrown_back import unlike_driven
from claims.events.outcomes.undone import attempt_noun
from claims.events.parties.agents import agent_of_a_people, behind, goes_along, is_friend
from claims.events.parties.besiegers import besieges_it_too
from claims.events.parties.by_adjective import by_adjective
from claims.events.parties.claimed_gain import claimed_gain
from claims.events.parties.each_other import EACH_OTHER, are_foes, each_other
from claims.events.parties.elaborated import elaborated
from claims.events.parties.gun_posts import gun_post
from claims.events.parties.headline_words import says_of_itself
from claims.events.parties.held_by import held_by
from claims.events.parties.left_to_speaker import left_to_speaker
from claims.events.parties.lost_by import lost_by
from claims.events.parties.meant import Meant
from claims.events.parties.mentioned import before_article
from claims.events.parties.no_own_post import not_their_own
from claims.events.parties.noun_roles import noun_roles
from claims.events.parties.patients import is_halted, patient
from claims.events.parties.shots import are_joined_shots
from claims.events.parties.shown import who_is_shown
from claims.events.parties.strangers import settled
from claims.events.parties.subjects import find_subject
from claims.events.parties.sufferers import suffers
from claims.events.parties.who_is_told_by import who_is_told_by
from claims.events.parties.whose_advance import whom_they_met, whose_advance
from claims.events.parties.whose_capture import whose_capture
from claims.events.parties.whose_fires import shot_by, whose_fires
from claims.events.parties.whose_make import made_by, whose_make
from claims.events.parties.whose_post import whose_post
from claims.events.sentences.parse import Parsed
from claims.events.sentences.passives import is_passive
from claims.events.sentences.speaking import is_in_words_of_another, speaks
from claims.fighters.actors import ActorFinder, ActorMention
from claims.fighters.number import number_of
from claims.fighters.party import Party, Roles
from claims.lexicon import Trigger

__all__ = ["find_roles"]

_SENT = ("troops", "forces", "fighters", "own")
_DEEDS = (["operation"], ["operations"], ["campaign"], ["action"], ["offensive"], ["assault"])
_RID = frozenset("cleared rid purged cleansed swept emptied".split())  # of whom
_DOWNS = ("down", "intercept", "shoot", "shot")
# "Was given up to the rebels", "was retaken from the rebels"
_GIVEN = {Action.RETREAT: "to", Action.CAPTURE: "from", Action.RECAPTURE: "from"}
_THEM, _OF_ALL = frozenset(("them", "their")), frozenset("the a an all".split())
_REACH = 8  # words to either side in which a verb finds who acts


def find_roles(
    parsed: Parsed,
    trigger: Trigger,
    finder: ActorFinder,
    *,
    focus: Party | None,
    speaker: Party | None,
) -> Roles:
    """Return who does what to whom.

    Parameters
    ----------
    focus
        Who the text spoke of last, for "they" and for verbs without a subject of their own.
    speaker
        The claimant as a party, for "our forces".
    """
    meant = Meant(parsed=parsed, finder=finder, focus=focus, speaker=speaker)
    if trigger.pattern.kind == "held":
        return Roles(actor=held_by(parsed, trigger, finder))
    roles = _apart(_roles(parsed, trigger, meant), trigger.pattern.action)
    if not roles.actor or not (roles.actor.side or roles.opponent):
        roles = elaborated(parsed, trigger, finder, roles)
    downs = trigger.form.startswith(_DOWNS)  # who shoots drones down did not send them
    if roles.actor and roles.actor.side and trigger.pattern.action and not downs:
        known = finder.told.pop(trigger.pattern.action, Roles())  # the last told stands last
        same = known.actor and known.actor.side == roles.actor.side
        met = roles.opponent or (known.opponent if same else None)
        finder.told[trigger.pattern.action] = Roles(actor=roles.actor, opponent=met)
    elif trigger.pattern.action and _is_by_strangers(trigger, roles):
        finder.told.pop(trigger.pattern.action, None)  # others did so since, of no side known
        finder.told[trigger.pattern.action] = roles
    return roles


def _is_by_strangers(trigger: Trigger, roles: Roles) -> bool:
    """Tell whether some of no side known attack, or fight those of one: "gunmen fought X"."""
    actor, opponent, action = roles.actor, roles.opponent, trigger.pattern.action
    if actor is None or actor.start is None or actor.side:
        return False
    met = opponent is not None and bool(opponent.side)
    return action is Action.ATTACK or (met and action in (Action.CLASH, Action.PUSH_BACK))


def _roles(parsed: Parsed, trigger: Trigger, meant: Meant) -> Roles:
    trigger = who_is_told_by(parsed, trigger)
    if trigger.pattern.kind == "noun" and trigger.form == "under":  # "X under rebel fire"
        return Roles(actor=_named_within(parsed, trigger, meant))
    if parsed.lower[trigger.first - 1] == "whose" and (
        own := whose_capture(parsed, trigger, meant)
    ):
        return own
    if trigger.pattern.kind == "noun":
        roles = settled(noun_roles(parsed, trigger, meant), parsed, meant.finder)
        return left_to_speaker(roles, trigger, meant)
    if trigger.pattern.scheme == "shown":
        shown = who_is_shown(parsed, trigger)
        return Roles(actor=meant.party(shown) if shown else None)
    if trigger.pattern.scheme != "subject":
        taker = _taker(parsed, trigger, meant)
        return Roles(actor=taker or claimed_gain(parsed, trigger, meant))
    roles = settled(_verb_roles(parsed, trigger, meant), parsed, meant.finder)
    return left_to_speaker(roles, trigger, meant)


def _apart(roles: Roles, action: Action | None) -> Roles:
    """Part a side from itself: a speaker supplied as the actor, whom who holds or sends meets."""
    actor, opponent = roles.actor, roles.opponent
    if not (actor and opponent and actor.side and actor.side == opponent.side):
        return roles
    own = Roles(actor=actor) if action in (Action.HOLD, Action.DEPLOY) else roles
    return own if actor.text else Roles(opponent=opponent)


def _taker(parsed: Parsed, trigger: Trigger, meant: Meant) -> Party | None:
    """Return to whom a place falls, or from whose hands it slips: "from government control"."""
    words = ("to", "into", "of", "from", "by", "with")
    found = behind(parsed, trigger, meant, words=words, reach=_REACH)
    found = found or _named_within(parsed, trigger, meant)
    if found:
        return found
    to = trigger.last + (parsed.lower[trigger.last] == "to")
    for number in range(trigger.first + 1, min(to + 1, len(parsed.words))):
        one = parsed.lower[number] == "it"
        if one or parsed.lower[number] in _THEM:  # "has fallen to them", "into their hands"
            told = meant.pronoun(parsed, number)
            return told if told and number_of(told.text) is not one else None
    lead = parsed.words[trigger.last]
    for at in range(trigger.last + 1, min(trigger.last + 5, len(parsed.words))):
        leads, word = lead.lower in ("from", "of", "to", "into", "under"), parsed.words[at]
        whose = by_adjective(parsed, at, meant) if leads else None
        lead = lead if word.lower in _OF_ALL else word
        if whose and not any(m.start <= word.start < m.end for m in parsed.places):
            return whose
    return None


def _verb_roles(parsed: Parsed, trigger: Trigger, meant: Meant) -> Roles:
    if are_joined_shots(parsed, trigger):
        return Roles()
    turned = trigger.form == "under"  # "under fire were X and Y"
    fired = shot_by(parsed, trigger, meant)
    subject = fired or (None if turned else find_subject(parsed, trigger, meant))
    if suffers(trigger):
        return _suffered(parsed, trigger, meant, subject)
    used = trigger.form == "used"  # "X's artillery was used against": its own
    if used or not (is_passive(parsed, trigger) or is_halted(trigger)):
        fires = Roles() if subject else whose_fires(parsed, trigger, meant)
        subject = subject or fires.actor or whose_make(parsed, trigger, meant)
        subject = subject or _who_failed(parsed, trigger, meant) or gun_post(parsed, trigger, meant)
        subject = whose_post(parsed, trigger, meant, subject)
        subject = subject or says_of_itself(parsed, trigger, meant)
        subject = unlike_driven(parsed, trigger, subject)
        subject = not_their_own(parsed, trigger, meant, subject)
        subject, them = whom_they_met(parsed, trigger, meant, subject)
        opponent = _object(parsed, trigger, meant, subject) or fires.opponent or them
        opponent = opponent or lost_by(parsed, trigger, meant, subject)
        fights = trigger.pattern.action is Action.CLASH
        fights = fights or are_foes(trigger, subject, meant.finder)
        mutual = opponent is not None and opponent.text.lower().startswith(EACH_OTHER)
        if (fights and not opponent) or (mutual and subject and subject.others):
            return each_other(subject)
        return Roles(actor=subject, opponent=opponent)
    agent = behind(parsed, trigger, meant, words=("by",), reach=_REACH)
    met = _repelled(parsed, trigger, meant) if trigger.pattern.action is Action.HOLD else None
    if met:
        return met._replace(actor=agent) if agent else met
    agent = agent or agent_of_a_people(parsed, trigger, meant) or gun_post(parsed, trigger, meant)
    agent = agent or made_by(parsed, trigger, meant) or claimed_gain(parsed, trigger, meant)
    lead = "of" if trigger.form in _RID else _GIVEN.get(trigger.pattern.action or Action.CLASH)
    given = behind(parsed, trigger, meant, words=(lead,), reach=_REACH) if lead else None
    foe = patient(parsed, trigger, subject) or given
    if trigger.form == "relieved" and foe:  # whose garrison is relieved, they come to its help
        agent, foe = agent or Party(side=foe.side), None
    other = foe and (not agent or foe.side != agent.side)
    return Roles(actor=agent, opponent=foe if other else None)


def _who_failed(parsed: Parsed, trigger: Trigger, meant: Meant) -> Party | None:
    """Return whose attempt comes to nothing: "the army's attempt to retake X stalled at Y"."""
    before = (t for t in reversed(parsed.triggers) if t.last < trigger.first)
    tried = next(before, None) if trigger.pattern.status == "failed" else None
    return _roles(parsed, tried, meant).actor if tried else None


def _suffered(parsed: Parsed, trigger: Trigger, meant: Meant, subject: Party | None) -> Roles:
    """Return who does it to whoever "came under fire from rebels", "under rebel fire"."""
    agent = behind(parsed, trigger, meant, words=("from", "by"), reach=_REACH)
    agent = agent or _named_within(parsed, trigger, meant)
    other = subject and (not agent or subject.side != agent.side)
    return Roles(actor=agent, opponent=subject if other else None)


def _named_within(parsed: Parsed, trigger: Trigger, meant: Meant) -> Party | None:
    """Return whom the words of an event name: "came under rebel fire", "fell into army hands"."""
    inside = (a for a in parsed.actors if trigger.first < parsed.word_at(a.start) <= trigger.last)
    agent = next(
        (meant.party(a) for a in inside if not _is_of_deed(parsed, parsed.word_at(a.end - 1))), None
    )
    for at in () if agent else range(trigger.first + 1, trigger.last):
        agent = (None if _is_of_deed(parsed, at) else by_adjective(parsed, at, meant)) or agent
    return agent


def _repelled(parsed: Parsed, trigger: Trigger, meant: Meant) -> Roles | None:
    """Return who met an attack that "was repelled": whom it was on, as told before."""
    for other in parsed.triggers:
        tried = other.pattern.kind == "verb" and attempt_noun(parsed, other.first) is not None
        attacks = other.pattern.kind == "noun" and other.pattern.action is not Action.CLASH
        if not (tried or attacks):  # "reported fighting, and rebels were beaten back"
            continue
        if 0 < trigger.first - other.last <= _REACH:
            find = _verb_roles if tried else noun_roles
            attack = find(parsed, other, meant)
            known = meant.told(other.pattern.action or Action.ATTACK)
            met = attack.opponent or known.opponent
            return Roles(actor=met, opponent=attack.actor or known.actor)
    return None


def _object(parsed: Parsed, trigger: Trigger, meant: Meant, subject: Party | None) -> Party | None:
    """Return the first actor after a verb (or in its gap) that is not of the subject's side."""
    _, high = parsed.clause(trigger.last)
    sent = trigger.pattern.action is Action.DEPLOY or trigger.form.startswith("land")
    start = parsed.words[trigger.last if sent else trigger.first].end
    end = parsed.words[high].end
    for mention in parsed.actors:
        if not (start <= mention.start < end and mention.armed):
            continue
        told = speaks(parsed, mention) or is_in_words_of_another(parsed, trigger, mention)
        told = told or (sent and mention.kind in _SENT)  # "deployed troops to X"
        told = (
            told
            or _is_attacked(parsed, trigger, mention)
            or _is_of_deed(parsed, parsed.word_at(mention.end - 1))
        )
        others = _does(parsed, mention) or besieges_it_too(parsed, trigger, mention)
        others = others or goes_along(parsed, trigger, mention)
        if told or others or is_friend(parsed, mention):
            continue
        found = meant.party(mention)
        if not subject or found.side != subject.side:
            return found
    # "Broke the rebel siege of X", "stemmed the army's advance on X"
    met = _attacker(parsed, trigger, meant) or whose_advance(parsed, trigger, meant, subject)
    # "Shells fired from Chadian territory landed on X": on no Chadians
    whence = parsed.lower[trigger.first + 1 : trigger.first + 2] == ["from"]
    met = met or (None if sent or whence else _named_within(parsed, trigger, meant))
    return None if met and subject and met.side == subject.side else met


def _is_attacked(parsed: Parsed, trigger: Trigger, mention: ActorMention) -> bool:
    """Tell whether a mention is of those on whom an attack was that came to nothing."""
    if trigger.pattern.action is not Action.HOLD:
        return False
    behind = (t for t in parsed.following(trigger) if t.first < parsed.word_at(mention.start))
    return any(is_target(parsed, noun, mention.start) for noun in (trigger, *behind))


def _is_of_deed(parsed: Parsed, number: int) -> bool:
    """Tell whether "military" only says of what kind a deed is: "launched a military operation"."""
    return parsed.lower[number] == "military" and parsed.lower[number + 1 : number + 2] in _DEEDS


def _does(parsed: Parsed, mention: ActorMention) -> bool:
    """Tell whether a mention opens a clause of its own: "X shelled Y and jets bombed Z"."""
    first, last = parsed.word_at(mention.start), parsed.word_at(max(0, mention.end - 1))
    before = before_article(parsed, first)
    joined = before >= 0 and parsed.lower[before] in ("and", "but", "while", "as")
    return joined and any(t.first == last + 1 and t.pattern.kind == "verb" for t in parsed.triggers)


def _attacker(parsed: Parsed, trigger: Trigger, meant: Meant) -> Party | None:
    """Return whose attack a defence met: "repelled an insurgent attack"."""
    if trigger.pattern.action is not Action.HOLD:
        return None
    for other in parsed.triggers:
        if other.pattern.kind == "noun" and 0 < other.first - trigger.last <= _REACH:
            return noun_roles(parsed, other, meant).actor
    return None
