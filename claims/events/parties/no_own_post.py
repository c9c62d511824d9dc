"""Units named after heroes, which are the state's, and those of rebels who attack the state's."""

from __future__ import annotations

from claims.claim import Action
from claims.events.parties.meant import Meant
from claims.events.sentences.parse import Parsed
from claims.fighters.actors import ActorMention
from claims.fighters.forces import country_adjectives, force_words
from claims.fighters.party import Party
from claims.lexicon import Trigger

__all__ = ["not_their_own"]

_AGAINST = frozenset(
    (
        Action.ATTACK,
        Action.CAPTURE,
        Action.STRIKE,
        Action.ENCIRCLE,
        Action.CLASH,
        Action.CUT,
        Action.PUSH_BACK,
    )
)
_ON_OTHERS = _AGAINST | {Action.ADVANCE, Action.RECAPTURE}
_HARMS = frozenset(
    "killed killing arrested arresting detained detaining wounding wounded dead up".split()
)
_FOLK = 5  # words to "killing at least ten Xans"
_BARE = frozenset(("troops", "forces", "state"))
_ARMED = frozenset(
    """
    troops soldiers forces army military units navy warships boats gunboats ships tanks jets planes
    positions lines trenches posts outposts convoy column attack attacks assault assaults advance
    offensive incursion raid raids commandos paratroopers paramilitaries
    """.split()
)
_LINKS = frozenset("the a an on upon against at into with".split())


def not_their_own(
    parsed: Parsed, trigger: Trigger, meant: Meant, subject: Party | None
) -> Party | None:
    """Return the subject of a verb with the side that it has if its own is attacked.

    "The Roe Battalion fell upon the army's barracks": a unit that is taken for the army's only
    because armies have such units is of those who fight it. So are troops that are taken for those
    of the only land named: "soldiers clashed with Chadian troops".
    """
    unit = next((m for m in parsed.actors if subject and m.start == subject.start), None)
    if subject is None or subject.side is None or unit is None:
        return subject
    action = trigger.pattern.action
    if unit.kind in _BARE and action in _ON_OTHERS:
        if _harms_its_folk(parsed, trigger, meant, subject):
            return subject._replace(side=None)
        if action in _AGAINST and _meets_its_land(parsed, trigger, meant, subject):
            return subject._replace(side=meant.finder.opposite(subject.side))
    if unit.kind != "unit" or action not in _AGAINST or not _is_met(parsed, trigger, subject):
        return subject
    foe = meant.finder.opposite(subject.side)
    return subject._replace(side=foe) if foe else subject


def _meets_its_land(parsed: Parsed, trigger: Trigger, meant: Meant, subject: Party) -> bool:
    """Tell whether those behind a verb are of the land that words without a name were taken for."""
    if trigger.first == 0 or any(word[:1].isupper() for word in subject.text.split()[1:]):
        return False
    first = subject.text.split()[0]  # "Government" opens a sentence and names no land
    plain = not first[0].isupper() or first.lower() in force_words().state
    if not plain and meant.finder.adjective_side(first):
        return False
    number = trigger.last + 1
    while number < len(parsed.lower) and parsed.lower[number] in _LINKS:
        number += 1
    adjective, armed = parsed.words[number : number + 1], parsed.lower[number + 1 : number + 2]
    if not adjective or not adjective[0].text[0].isupper() or adjective[0].text.endswith("s"):
        return False
    side = meant.finder.adjective_side(adjective[0].text)
    return side == subject.side and not _ARMED.isdisjoint(armed)


def _harms_its_folk(parsed: Parsed, trigger: Trigger, meant: Meant, subject: Party) -> bool:
    """Tell whether men are held or killed of the only land that troops were taken for.

    "Troops entered X and arrested several Xans": theirs only where that land fights its rebels.
    """
    folk = {m.side for m in parsed.actors if m.kind == "people"}
    rebels = meant.finder.acting - {None, subject.side, *folk}
    if _HARMS.isdisjoint(parsed.sentence.held) or (rebels and meant.finder.at_home):
        return False
    if any(meant.finder.adjective_side(word) for word in subject.text.split()):
        return False
    harms = (n for n in range(trigger.first, len(parsed.lower)) if parsed.lower[n] in _HARMS)
    behind = (word.text for n in harms for word in parsed.words[n + 1 : n + _FOLK])
    many = (word.removesuffix("s") for word in behind if word.endswith("s"))
    lands = country_adjectives()
    return any(
        subject.side in (meant.finder.adjective_side(word), lands.get(word)) for word in many
    )


def _is_met(parsed: Parsed, trigger: Trigger, subject: Party) -> bool:
    """Tell whether right behind a verb those stand who are of the subject's side."""
    number = trigger.last + 1
    while number < len(parsed.lower) and parsed.lower[number] in _LINKS:
        number += 1
    met = next((m for m in parsed.actors if _starts(parsed, m, number)), None)
    return met is not None and met.armed and met.side == subject.side


def _starts(parsed: Parsed, mention: ActorMention, number: int) -> bool:
    return parsed.word_at(mention.start) == number
