"""Who is met for what he does, or leaves for it: "strafed the rebels as they left X"."""

from __future__ import annotations

from claims.claim import Action
from claims.claimants.speech import is_speech
from claims.events.parties.mentioned import before_article
from claims.events.parties.objects import is_object
from claims.events.sentences.antecedents import antecedent
from claims.events.sentences.clauses import mentions_in
from claims.events.sentences.parse import Parsed
from claims.events.sentences.passives import is_passive
from claims.fighters.actors import ActorFinder, ActorMention
from claims.fighters.forces import force_words
from claims.fighters.number import number_of
from claims.fighters.party import Party
from claims.lexicon import Trigger

__all__ = ["driven_before", "leaves", "pursued", "strangers_before"]

_AS = frozenset(("as", "while", "when"))
_AFTER = frozenset(("after", "once"))
_AND = frozenset(("and", "that", "until"))  # "beat them off at X and (that) they fled"
_WITH = frozenset(("with", "against"))
_THEN = frozenset(("until", "before"))
_LATER = frozenset("later afterwards eventually subsequently".split())  # may be either
_WITHIN = _AS | _AFTER | {"before"}
_OPENS, _PARTS = frozenset(("who", "which")), frozenset(", ; and but who which that".split())
_THEY = frozenset(("they", "it"))
_FROM_WHERE = frozenset(("which", "where"))
_JOINS = _AS | _AFTER | _AND | _THEN | _FROM_WHERE
_FIRES = frozenset((Action.STRIKE, Action.ATTACK))
_TAKEN = (Action.CAPTURE, Action.RECAPTURE)
_DRIVES = (Action.HOLD, Action.PUSH_BACK)
_BEFORE_DRIVING = _FIRES | {Action.ENCIRCLE}
_MEETS = _FIRES.union(_DRIVES)
_FOUGHT = _MEETS | {Action.CLASH}
# Who does this meets others on their way.
_CAUGHT = ("ambush", "intercept", "repel", "repuls", "rout", "surpris", "captur", "waylaid")
_KILLS = frozenset("killed killing wounded injured arrested caught intercepted".split())
_KILLED = 12  # words from "killed" to "as they"
_COUNT = 4  # words of "killed at least 12 rebels"
_BACK = 400  # characters back in which "They" finds whom it means
_RELATED = frozenset(("own", "our", "enemy"))  # of whom only the speaker tells
_BY = 2  # words of "by the" before who kills
_NEAR = 3  # words from "they" to the verb of "they were pulling out"
_SOON = 6  # words from a verb to "the city a day later"
_SUBJECT = 3  # words of "it said it had"


def pursued(parsed: Parsed, number: int) -> ActorMention | None:
    """Return whom "they" means in "as they withdrew", where others fired at somebody before it.

    Behind "who" or "which" those are meant of whom that tells.

    Whoever was killed "as they" did a thing did it, and so did those at whom one alone fires, or
    who are fired at "after they" did it. None where "they" do anything else, where nobody is the
    object of those fires, or where it may be whoever fires: "shelled the army as they advanced".
    Who is met is who leaves: "attacked the rebels at X and they fled", "until they fled".
    """
    joins = parsed.lower[number - 1] if number else ""
    set_upon = joins in _AS and parsed.lower[number - 2] == "them"
    if set_upon or (joins in _WITHIN and _told_of(parsed, number)):
        return _set_upon(parsed, number) if set_upon else _told_of(parsed, number)
    if parsed.lower[number] != "they" or joins not in _JOINS:
        return None
    if joins in _FROM_WHERE:
        return _driven(parsed, number)
    killed = None if joins in _AND else _killed(parsed, number)
    if killed and _takes(parsed, number):
        return _killer(parsed, number)
    if joins == "before":
        return _left_first(parsed, number)
    return killed or _met_before(parsed, number, joins)


def _set_upon(parsed: Parsed, number: int) -> ActorMention | None:
    """Return whom others attacked: "troops killed rebels who attacked them as they moved in".

    Who meets somebody "and attacked them" attacks those he met, the last who are named. Where only
    those are who attack, "they" are somebody else.
    """
    place = parsed.words[number].start
    before = [m for m in parsed.actors if m.end <= place and m.armed]
    if not before:
        return None
    if len(before) > 1:
        return before[-1 if _is_set_upon(parsed, before[-1], number) else -2]
    return before[0]._replace(text="they", side=None, kind="nobody") if before[0].free else None


def _is_set_upon(parsed: Parsed, last: ActorMention, number: int) -> bool:
    """Tell whether "them" are the last who were named: "caught the rebels and bombed them"."""
    since = parsed.lower[parsed.word_at(last.end - 1) + 1 : number]
    lead = parsed.lower[max(0, before_article(parsed, parsed.word_at(last.start)))]
    told = not is_speech(lead) and _OPENS.isdisjoint(since)  # "said rebels came and shelled them"
    return "of" in since[-3:] or (told and "and" in since)


def _left_first(parsed: Parsed, number: int) -> ActorMention | None:
    """Return who left in "the army fought the rebels before they left": whom one alone met.

    Where both are many it may be either, and it is left open whose "they" are.
    """
    met = [t for t in parsed.triggers if t.first < number and t.pattern.action in _FOUGHT]
    hit = _object(parsed, met[-1], number) if met else None
    gone = leaves(parsed, number, Action.RETREAT, Action.PUSH_BACK)
    if hit is None or number_of(hit.text) is False or not gone:
        return None
    before = [m for m in parsed.actors if m.end <= parsed.words[met[-1].first].start and m.free]
    if before and number_of(before[-1].text) is False:
        return hit
    they = parsed.words[number]
    return hit._replace(start=they.start, end=they.end, text="they", side=None, kind="nobody")


def _met_before(parsed: Parsed, number: int, joins: str) -> ActorMention | None:
    """Return those whom others met before a word that tells what "they" did."""
    meets = _FOUGHT if joins in _THEN else _MEETS
    met = [t for t in parsed.triggers if t.first < number and t.pattern.action in meets]
    hit = _object(parsed, met[-1], number) if met else None
    if hit is None or number_of(hit.text) is False:
        return None
    if joins in _AND:
        driven = not is_passive(parsed, met[-1]) and leaves(parsed, number)
        return hit if driven else None
    return hit if joins in _AFTER or _is_theirs(parsed, met[-1], number) else None


def driven_before(parsed: Parsed, number: int, finder: ActorFinder) -> Party | None:
    """Return whom "They" means in "The army beat off the rebels at X. They fled": who is beaten."""
    if number or parsed.lower[number] != "they" or not leaves(parsed, number):
        return None
    told = (roles.opponent for a in _DRIVES if (roles := finder.told.get(a.value)))
    driven = {party.start: party for party in told if party}
    before = finder.before(parsed.sentence.start)
    last = [m for m in before if m.sentence == before[-1].sentence and m.start in driven]
    return driven[last[-1].start] if last and number_of(last[-1].text) is not False else None


def strangers_before(parsed: Parsed, number: int, finder: ActorFinder) -> Party | None:
    """Return whom "They" means in "Gunmen stormed X. They took Y", though nobody knows their side.

    None where others act there too whom nobody is told to have met.
    """
    place = parsed.words[number].start
    acting = [m for m in finder.before(place) if m.free and m.armed and place - m.end < _BACK]
    last = [m for m in acting if m.sentence == acting[-1].sentence]
    if number or parsed.lower[number] != "they" or not last or last[0].side:
        return None
    met = {roles.opponent.start for roles in finder.told.values() if roles.opponent}
    first, others = last[0], any(m.side and m.start not in met for m in last)
    if others or first.kind in _RELATED or number_of(first.text) is False:
        return None
    return Party(text=first.text, start=first.start, end=first.end)


def leaves(parsed: Parsed, number: int, *gone: Action) -> bool:
    """Tell whether "they" at a word number leave, and not only later on."""
    first = (t.first for t in parsed.triggers if t.pattern.action in (gone or (Action.RETREAT,)))
    verb = next((at for at in first if number < at <= number + _NEAR), None)
    return verb is not None and _LATER.isdisjoint(parsed.lower[number : verb + _SOON])


def _told_of(parsed: Parsed, number: int) -> ActorMention | None:
    """Return whom a clause tells of within which another begins: "X, who shelled it as they fled".

    So in "from the Front, which mined the town before it withdrew".
    """
    lead = range(number - 2, max(0, number - _KILLED), -1)
    opener = next((n for n in lead if parsed.lower[n] in _OPENS), 0)
    if not opener or not _PARTS.isdisjoint(parsed.lower[opener + 1 : number - 1]):
        return None
    told = antecedent(parsed, opener)
    many = parsed.lower[number] == "they"
    if told is None or not told.armed or number_of(told.text) not in (None, many):
        return None
    # "The army, which shelled the rebels as they left": whom it met
    met = mentions_in(parsed, opener + 1, number)
    return None if parsed.lower[number] not in _THEY or met else told


def _driven(parsed: Parsed, number: int) -> ActorMention | None:
    """Return who is driven from where they did it: "drove rebels off X, which they had held"."""
    driven = [t for t in parsed.triggers if t.first < number]
    if parsed.lower[number + 1 : number + 2] != ["had"] or not driven:
        return None
    done = next((t for t in parsed.triggers if t.first > number), None)
    it = parsed.lower[number - 2 : number] == [",", "which"]
    if it and done is not None and done.pattern.action in _BEFORE_DRIVING:
        return None  # "drove rebels off X, which they had attacked": whoever did
    drives = driven[-1].pattern.action is Action.PUSH_BACK and not is_passive(parsed, driven[-1])
    return _object(parsed, driven[-1], number) if drives else None


def _object(parsed: Parsed, trigger: Trigger, number: int) -> ActorMention | None:
    """Return the men whom a verb meets before a word, and no post of theirs."""
    # "Drove rebels off" names them within
    at, place = parsed.words[trigger.first].end, parsed.words[number].start
    men = (m for m in parsed.actors if at <= m.start < place and m.armed)
    found = next((m for m in men if is_object(parsed, m) or _is_fought(parsed, m)), None)
    post = found and found.text.rpartition(" ")[2].lower() in force_words().assets
    return None if post else found


def _is_fought(parsed: Parsed, mention: ActorMention) -> bool:
    """Tell whether "with" or "against" leads to a mention: "clashed with the army"."""
    first = parsed.word_at(mention.start)
    return not _WITH.isdisjoint(parsed.lower[max(0, first - _BY) : first])


def _is_theirs(parsed: Parsed, trigger: Trigger, number: int) -> bool:
    """Tell whether what "as they" opens is told of those who are met, not of who meets them."""
    flee = trigger.pattern.action in _FIRES and leaves(parsed, number)
    return flee or trigger.form.startswith(_CAUGHT) or _is_one(parsed, trigger)


def _is_one(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether one alone fires, of whom nobody says "they": "the army", "it"."""
    lead = parsed.lower[max(0, trigger.first - _SUBJECT) : trigger.first]
    before = [m for m in parsed.actors if m.end <= parsed.words[trigger.first].start and m.free]
    return "it" in lead or (bool(before) and number_of(before[-1].text) is False)


def _takes(parsed: Parsed, number: int) -> bool:
    """Tell whether "they" take a place, as none do who are killed there: "as they captured X"."""
    does = (t for t in parsed.triggers if t.first == number + 1)
    return any(t.pattern.action in _TAKEN for t in does)


def _killer(parsed: Parsed, number: int) -> ActorMention | None:
    """Return by whom others were killed "as they" took a place: "were killed by rebels as they"."""
    by = (m for m in parsed.actors if m.armed and parsed.word_at(m.end - 1) == number - 2)
    killer = next(by, None)
    lead = parsed.lower[: parsed.word_at(killer.start)] if killer else []
    return killer if "by" in lead[-_BY:] else None


def _killed(parsed: Parsed, number: int) -> ActorMention | None:
    """Return who was killed right before "as they", where that is told."""
    lead = range(number - 2, max(-1, number - _KILLED), -1)
    verb = next((n for n in lead if parsed.lower[n] in _KILLS), None)
    if verb is None:
        return None
    hit = (m for m in parsed.actors if verb < parsed.word_at(m.start) <= verb + _COUNT and m.armed)
    return next(hit, None)
