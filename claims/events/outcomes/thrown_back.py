"""Attacks that are thrown back: "assaults on X had been thrown back"; and who drives whom out."""

from __future__ import annotations

from claims.claim import Action
from claims.events.sentences.clause_words import BE
from claims.events.sentences.parse import Parsed
from claims.fighters.party import Party
from claims.lexicon import Trigger
from claims.scene import scene
from gazetteer.spellings.english import is_ordinary
from gazetteer.states import DEMONYMS

__all__ = ["is_thrown_back", "tells_of_positions", "unlike_driven"]

_ATTACKS = frozenset((Action.ATTACK, Action.ADVANCE))
_DRIVES = frozenset((Action.PUSH_BACK, Action.ADVANCE, Action.CAPTURE, Action.RECAPTURE))
_THEY = frozenset(("they", "we", "it"))
_HAD_LOST = frozenset("it they he had previously earlier that which".split())
_STANDS = frozenset("positions position posts lines trenches strongholds".split())
_HOLDS = frozenset((Action.CAPTURE, Action.HOLD))
_BEING = BE | frozenset("all both also twice quickly later".split())
_MEETS = (
    *("foil", "thwart", "frustrat", "repel", "repuls", "beat", "fend", "fought", "fight", "rebuff"),
    "ward",
)
_TRIES = frozenset(
    "attack attacks assault assaults raid raids offensive push advance attempt attempts incursion"
    " counterattack counter-attack onslaught bid".split()
)
_NEAR = 8  # words behind "foiled" in which those are named who tried
_LEADS = frozenset(
    "on at against near in towards toward into around from by and the of had have has".split()
)


def is_thrown_back(parsed: Parsed, noun: Trigger, verb: Trigger) -> bool:
    """Tell whether an attack that a noun names is a verb's subject, and was thrown back."""
    if noun.pattern.kind != "noun" or noun.pattern.action not in _ATTACKS:
        return False
    if verb.first <= noun.last or verb.pattern.action is not Action.PUSH_BACK:
        return False
    between = parsed.lower[noun.last + 1 : verb.first]
    if not between or between[-1] not in _BEING:
        return False
    told = [(m.start, m.end) for m in parsed.places]
    told += [(m.start, m.end) for m in parsed.actors] + [(t.start, t.end) for t in parsed.times]
    return all(
        word.lower in _LEADS | _BEING or any(a <= word.start < b for a, b in told)
        for word in parsed.words[noun.last + 1 : verb.first]
    )


def unlike_driven(parsed: Parsed, trigger: Trigger, driver: Party | None) -> Party | None:
    """Return who drives others out, of no side if only its words' guess is that of the others.

    In "the 9th Front said its men had pushed the ABC out of X" the men are not the ABC's, nor
    the army's in "its men had foiled an attempt by the army to enter X".
    """
    if driver is None or driver.side is None or not _is_unnamed(driver.text):
        return driver
    met = trigger.pattern.action is Action.HOLD and trigger.form.startswith(_MEETS)
    if not met and (trigger.pattern.action is not Action.PUSH_BACK or trigger.gap is None):
        return driver
    within = trigger.gap or (trigger.last, min(trigger.last + _NEAR, len(parsed.words) - 1))
    first, behind = (parsed.words[n].start for n in within)
    driven = (m for m in parsed.actors if m.armed and first <= m.start < behind)
    same = (m for m in driven if m.side == driver.side)
    same = (m for m in same if m.kind == "state" or not _is_unnamed(m.text))
    told = any(not met or _is_by(parsed, m.start, m.end) for m in same)
    return driver._replace(side=None) if told else driver


def _is_by(parsed: Parsed, start: int, end: int) -> bool:
    """Tell those whose attempt it is from those whose base it is aimed at.

    "A raid by the Front", "a Front raid", "the Front's attempt".
    """
    number, last = parsed.word_at(start), parsed.word_at(end - 1)
    behind = parsed.lower[last + 1 : last + 3]
    return "by" in parsed.lower[max(0, number - 2) : number] or not _TRIES.isdisjoint(behind)


def _is_unnamed(text: str) -> bool:
    """Tell whether words for a party hold no name of a side: "men", "33rd Front"."""
    first, _, rest = text.partition(" ")
    word = first.lower()
    opens = rest.islower() and is_ordinary(word) and word not in DEMONYMS  # "Clan fighters"
    return text[:1].isdigit() or text.islower() or opens


def tells_of_positions(parsed: Parsed, trigger: Trigger, then: Trigger) -> bool:
    """Tell whether a verb only says whose ground is taken: "from positions they hold near X".

    So in "retook the positions (it had) lost at X".
    """
    before, drives = then.first - 1, trigger.pattern.action in _DRIVES
    if then.form == "lost" and then.pattern.kind == "verb" and drives:
        while before > trigger.last and parsed.lower[before] in _HAD_LOST:
            before -= 1
        return parsed.lower[before].removesuffix("s") in scene().ground
    if then.first < 2 or parsed.lower[before] not in _THEY:
        return False
    stands = parsed.lower[then.first - 2] in _STANDS
    return stands and drives and then.pattern.action in _HOLDS
