"""Who does it and to whom, for an event worded in a sentence."""

from __future__ import annotations

from claims.actors import ActorFinder, ActorMention
from claims.claim import Action
from claims.lexicon import Trigger
from claims.parse import Parsed, is_passive
from claims.party import Party, Roles, party

__all__ = ["find_roles"]

_NOT_SUBJECT = frozenset(
    """
    against with by from on of to for despite amid between toward towards at in near under
    over including per
    """.split()
)
_MODIFIERS = frozenset("the a an these those other allied and its their some several".split())
_PARTS = frozenset(
    "unit units fighters members forces soldiers troops groups elements alliance convoy convoys"
    " column columns hundreds dozens thousands scores ranks part parts wing branch group army"
    " brigade".split()
)
_PRONOUNS = frozenset("they it he we them their its our".split())
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
    subject = _subject(parsed, trigger, focus, speaker)
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


def _subject(
    parsed: Parsed, trigger: Trigger, focus: Party | None, speaker: Party | None
) -> Party | None:
    low, _ = parsed.clause(trigger.first)
    own = _first_subject(parsed, low, trigger.first)
    if own:
        return own
    before = {w.lower for w in parsed.words[low : trigger.first]}
    if before & {"our", "we"}:
        return speaker or focus
    if parsed.opener(trigger.first) in ("which", "who", "that") and low > 1:
        nearest = _nearest_before(parsed, parsed.words[low - 1].start)
        if nearest:
            return nearest
    if before & _PRONOUNS:
        return _meant(parsed, low, before, focus, speaker)
    return (
        _first_subject(parsed, 0, trigger.first)
        or _main_subject(parsed, trigger)
        or (focus if _elliptic(trigger, low) else None)
    )


def _meant(
    parsed: Parsed, low: int, before: set[str], focus: Party | None, speaker: Party | None
) -> Party | None:
    """Return whom a pronoun means: "its troops" are the speaker's, "they" those named before."""
    if speaker and before & {"its", "their"} and parsed.cues:
        return speaker
    return _first_subject(parsed, 0, low) or focus


def _main_subject(parsed: Parsed, trigger: Trigger) -> Party | None:
    """Return the subject behind a participle that opens: "After capturing X, rebels entered Y"."""
    if trigger.form.endswith("ing") and trigger.first <= 3:
        return _first_subject(parsed, trigger.last + 1, len(parsed.words))
    return None


def _elliptic(trigger: Trigger, low: int) -> bool:
    """Tell whether a verb stands without a subject, at the head of its clause."""
    return trigger.first - low <= 3 and (trigger.form.endswith("ing") or low == 0)


def _first_subject(parsed: Parsed, low: int, high: int) -> Party | None:
    """Return the first actor between two word numbers that no preposition governs."""
    if low >= high:
        return None
    start, end = parsed.words[low].start, parsed.words[high - 1].end
    inside = [m for m in parsed.actors if start <= m.start and m.end <= end]
    free = [m for m in inside if not _governed(parsed, m)]
    armed = [m for m in free if m.armed] or free
    return party(armed[0]) if armed else None


def _governed(parsed: Parsed, mention: ActorMention) -> bool:
    """Tell whether a preposition stands before an actor, an article or adjective aside.

    "Units of the army" and "fighters from the group" are the army and the group.
    """
    number = parsed.word_at(mention.start) - 1
    for position in range(number, max(-1, number - 3), -1):
        word = parsed.words[position].lower
        if word in ("of", "from") and position and parsed.words[position - 1].lower in _PARTS:
            return False
        if word in _NOT_SUBJECT:
            return True
        if word not in _MODIFIERS:
            return False
    return False


def _nearest_before(parsed: Parsed, place: int) -> Party | None:
    before = [m for m in parsed.actors if m.end <= place and place - m.end <= 3]
    return party(before[-1]) if before else None


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
    behind = lead[len(lead) - lead[::-1].index("by") :] if "by" in lead else [","]
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
            and not _governed(parsed, mention)
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
        elif word.text in ".,;:" or word.lower in _NOT_SUBJECT or (found and word.lower != "and"):
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
        word in _PRONOUNS for word in window[-3:]
    ):
        return None
    return _subject(parsed, trigger, focus, speaker)


def _against(parsed: Parsed, trigger: Trigger, actor: Party | None) -> Party | None:
    _, high = parsed.clause(trigger.last)
    for mention in parsed.actors:
        number = parsed.word_at(mention.start)
        if trigger.last < number <= min(high, trigger.last + 2 * _REACH) and (
            not actor or mention.side != actor.side
        ):
            return party(mention)
    return None
