"""Who does it and to whom, for an event worded in a sentence."""

from __future__ import annotations

from claims.actors import ActorFinder
from claims.claim import Action
from claims.lexicon import Trigger
from claims.parse import Parsed, is_passive
from claims.party import Party, Roles, party
from claims.subjects import NOT_SUBJECT, PRONOUNS, find_subject, is_governed

__all__ = ["find_roles"]

_LIGHT = frozenset(
    """
    launch launched launches launching carry carried carries carrying conduct conducted
    conducts conducting stage staged stages staging mount mounted mounts mounting begin
    began begun begins beginning start started starts wage waged wages intensify intensified
    intensifies concentrate concentrated concentrates continue continued continues resume
    resumed resumes announce announced announces make made makes making undertake undertook
    report reported reports lead led leads join joined engaged engage engages renew renewed
    step stepped escalate escalated escalates put puts impose imposed imposes plan planned
    plans
    """.split()
)
_ADJECTIVES = 3
# "Backed by aircraft" names who helps, not who acts.
_ADJUNCTS = frozenset("backed supported covered led accompanied followed protected joined".split())
_MUTUAL = frozenset((Action.CLASH,))
_REACH = 8  # words to either side in which a noun finds who acts


def _own(roles: Roles, trigger: Trigger, speaker: Party | None) -> Roles:
    """Let who speaks of reinforcements or of holding out, without naming anyone, mean itself."""
    if roles.actor or trigger.pattern.action not in (Action.DEPLOY, Action.HOLD):
        return roles
    opponent = roles.opponent if speaker and roles.opponent != speaker else None
    return Roles(actor=speaker, opponent=opponent)


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
    if trigger.pattern.kind == "held":
        return Roles(actor=_holder(parsed, trigger, finder))
    if trigger.pattern.kind == "noun":
        return _own(_noun_roles(parsed, trigger, finder, focus, speaker), trigger, speaker)
    if trigger.pattern.scheme != "subject":
        return _place_subject_roles(parsed, trigger)
    return _own(_verb_roles(parsed, trigger, focus, speaker), trigger, speaker)


def _verb_roles(
    parsed: Parsed, trigger: Trigger, focus: Party | None, speaker: Party | None
) -> Roles:
    subject = find_subject(parsed, trigger, focus, speaker)
    if not is_passive(parsed, trigger):
        return Roles(actor=subject, opponent=_object(parsed, trigger, subject))
    agent = _after(parsed, trigger, words=("by",))
    other = subject and (not agent or subject.side != agent.side)
    return Roles(actor=agent, opponent=subject if other else None)


def _holder(parsed: Parsed, trigger: Trigger, finder: ActorFinder) -> Party | None:
    """Return who holds in "government-held": the word before the hyphen, as a force."""
    word = parsed.words[trigger.first]
    name = word.text.rpartition("-")[0]
    found = finder.find(name) or finder.find(f"{name} forces")
    if not found:
        return None
    return Party(text=name, side=found[0].side, start=word.start, end=word.start + len(name))


def _place_subject_roles(parsed: Parsed, trigger: Trigger) -> Roles:
    """Return the roles of "X fell to the rebels" and of "X slipped from government hands"."""
    return Roles(actor=_after(parsed, trigger, words=("to", "into", "of", "from")))


def _object(parsed: Parsed, trigger: Trigger, subject: Party | None) -> Party | None:
    """Return the first actor after a verb (or in its gap) that is not of the subject's side."""
    _, high = parsed.clause(trigger.last)
    start, end = parsed.words[trigger.first].end, parsed.words[high].end
    for mention in parsed.actors:
        if (
            start <= mention.start
            and mention.end <= end
            and mention.armed
            and (not subject or mention.side != subject.side)
        ):
            return party(mention)
    return None


def _after(parsed: Parsed, trigger: Trigger, words: tuple[str, ...] = ()) -> Party | None:
    """Return the nearest actor soon after a trigger, behind one of ``words`` where given."""
    for mention in parsed.actors:
        number = parsed.word_at(mention.start)
        if not trigger.last < number <= trigger.last + (2 * _REACH if words == ("by",) else _REACH):
            continue
        lead = [w.lower for w in parsed.words[trigger.last : number]]
        if not words or (_led_by(lead) if words == ("by",) else set(words) & set(lead)):
            return party(mention)
    return None


def _led_by(lead: list[str]) -> bool:
    """Tell whether "by" stands right before, an article or two adjectives aside."""
    if "by" not in lead:
        return False
    at = len(lead) - 1 - lead[::-1].index("by")
    behind = lead[at + 1 :]
    if at and lead[at - 1] in _ADJUNCTS:
        return False
    return len(behind) <= _ADJECTIVES and "," not in behind


def _noun_roles(
    parsed: Parsed,
    trigger: Trigger,
    finder: ActorFinder,
    focus: Party | None,
    speaker: Party | None,
) -> Roles:
    actor = (
        _after(parsed, trigger, words=("by",))
        or _premodifier(parsed, trigger, finder)
        or _belongs(parsed, trigger)
        or _light_subject(parsed, trigger, focus, speaker)
    )
    opponent = _against(parsed, trigger, actor)
    if trigger.pattern.action in _MUTUAL and not actor:
        around = [m for m in parsed.actors if m.armed]
        actor = party(around[0]) if around else None
        opponent = next((party(m) for m in around if actor and m.side != actor.side), None)
    if actor and opponent and actor.start == opponent.start:
        opponent = None
    return Roles(actor=actor, opponent=opponent)


def _premodifier(parsed: Parsed, trigger: Trigger, finder: ActorFinder) -> Party | None:
    """Return who stands right before the noun: "rebel advances", "a Turkish drone strike"."""
    first = parsed.words[trigger.first].start
    for mention in reversed(parsed.actors):
        if (
            mention.end <= first
            and trigger.first - parsed.word_at(mention.end - 1) <= 2
            and not is_governed(parsed, mention)
        ):
            return party(mention)
    return _adjective(parsed, trigger, finder)


def _adjective(parsed: Parsed, trigger: Trigger, finder: ActorFinder) -> Party | None:
    """Return whose adjective stands before a noun: the first of "Syrian and Russian strikes"."""
    found: Party | None = None
    for number in range(trigger.first - 1, max(-1, trigger.first - 6), -1):
        word = parsed.words[number]
        side = finder.adjective_side(word.text)
        if any(m.armed and m.start <= word.start < m.end for m in parsed.actors):
            break
        if side:
            found = Party(text=word.text, side=side, start=word.start, end=word.end)
        elif word.text in ".,;:" or word.lower in NOT_SUBJECT or (found and word.lower != "and"):
            break
    return found


def _belongs(parsed: Parsed, trigger: Trigger) -> Party | None:
    """Return whose movement a noun names: "the advance of rebel factions"."""
    if trigger.pattern.action not in (Action.ADVANCE, Action.RETREAT, Action.DEPLOY):
        return None
    return _after(parsed, trigger, words=("of", "among", "within"))


def _light_subject(
    parsed: Parsed, trigger: Trigger, focus: Party | None, speaker: Party | None
) -> Party | None:
    low = max(0, trigger.first - _REACH)
    window = [w.lower for w in parsed.words[low : trigger.first]]
    if not any(word in _LIGHT for word in window) and not any(
        word in PRONOUNS for word in window[-3:]
    ):
        return None
    return find_subject(parsed, trigger, focus, speaker)


def _against(parsed: Parsed, trigger: Trigger, actor: Party | None) -> Party | None:
    _, high = parsed.clause(trigger.last)
    for mention in parsed.actors:
        number = parsed.word_at(mention.start)
        if trigger.last < number <= min(high, trigger.last + 2 * _REACH) and (
            not actor or mention.side != actor.side
        ):
            return party(mention)
    return None
