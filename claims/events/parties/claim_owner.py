"""Whose a claim is that is told beside them, for "its" and "they": "reports by X that its army"."""

from __future__ import annotations

from claims.claim import Action
from claims.claimants.speech import is_speech
from claims.events.sentences.parse import Parsed
from claims.events.sentences.passives import is_passive
from claims.fighters.actors import ActorFinder, ActorMention
from claims.fighters.forces import force_words
from claims.fighters.number import number_of
from claims.fighters.party import Party

__all__ = ["claim_owner", "claimed_as", "claiming_party", "noun_of_claim"]

_CLAIMS = frozenset(
    "claim claims report reports assertion assertions allegation allegations statement statements"
    " accusation accusations charge charges announcement boast boasts".split()
)
_GAINS = frozenset(
    (Action.ADVANCE, Action.CAPTURE, Action.CUT, Action.ENCIRCLE, Action.HOLD)
).union((Action.PUSH_BACK, Action.RECAPTURE))
_BOASTS = frozenset("claim claims assertion assertions announcement statement boast boasts".split())
_OWNED = ("'", "’")  # "the rebels' claim"
_OWNERSHIP = ("'s", "’s", *_OWNED)
_ALLEGED = frozenset("allegation allegations accusation accusations charge charges".split())
_CHARGED = frozenset((Action.RETREAT, Action.STRIKE, Action.ATTACK))
_DENIES = frozenset("deny denied denies denying".split())
_GAINSAYS = _DENIES | frozenset(
    "rejected rejects dismissed dismisses disputed refuted refutes ridiculed derided mocked"
    " contested laughed brushed".split()
)
_MANY = frozenset(("they", "them"))
_THEIRS = frozenset(("their",))
_OWNERS = 12  # words from "claims" to "that"
_INSIDE = 8  # words from "that" to "its army"
# "Denied rebel claims to have taken X", "confirmed a claim of having taken X"
_ANSWERS = frozenset(
    "denied denies denying deny rejected rejects rejecting reject dismissed dismisses dismissing"
    " disputed disputes disputing refuted refutes contradicted contradicts questioned ridiculed"
    " ridicules derided mocked mocks contested contests branded brands laughed brushed shrugged"
    " scoffed confirmed confirms confirming repeated echoed".split()
)
_LEADING = frozenset("to of have having be been".split())
_ANSWERED = 5  # words from "denied" to "claims"
_RELATIVE = frozenset(("which", "who"))
_SAID = 3  # words from "which" to "has also said"


def claim_owner(parsed: Parsed, number: int) -> ActorMention | None:
    """Return who made the claim in which a word stands: "a claim by X that its army"."""
    if not _RELATIVE.isdisjoint(parsed.sentence.held) and (said := _who_said(parsed, number)):
        return said
    lower, (noun, that) = parsed.lower, noun_of_claim(parsed, number)
    if noun == that:
        return None
    if denier := _denier(parsed, number, noun):
        return denier
    owner = max(0, noun - 1 - (lower[noun - 1] in _OWNED))
    start, end = parsed.words[owner].start, parsed.words[that].start
    named = [m for m in parsed.actors if start < m.end and m.start < end]
    if lower[noun + 1] in ("by", "of", "from"):  # "by X, who are based in Y, that"
        return next((m for m in named if m.start > parsed.words[noun].end), None)
    if not named or named[-1].end > parsed.words[noun].start:
        return None
    # "Rebels denied an army claim that they had left": they, and not the army
    several = lower[number] in _MANY and number_of(named[-1].text) is False
    return None if several else named[-1]


def claimed_as(parsed: Parsed, verb: int) -> int | None:
    """Return the noun whose claim a verb is: "denied rebel claims to have taken X".

    In "the army claims to have taken X" it is a verb, and in "denied that" no such noun.
    """
    if _CLAIMS.isdisjoint(parsed.sentence.held):
        return None
    noun = next((n for n in _back(verb, _INSIDE) if parsed.lower[n] in _CLAIMS), verb)
    leading, by = parsed.lower[noun + 1 : verb], parsed.lower[noun + 1 : noun + 2] == ["by"]
    if by:  # "claims by the rebels to have taken X"
        leading = leading[-1:]
    answered = parsed.lower[max(0, noun - _ANSWERED) : noun]
    owned = by or parsed.lower[noun - 1].endswith(_OWNERSHIP) or "a" in answered[-2:]
    if not leading or not _LEADING.issuperset(leading):
        return None
    return noun if owned or not _ANSWERS.isdisjoint(answered) else None


def claiming_party(parsed: Parsed, number: int, finder: ActorFinder) -> Party | None:
    """Return for whose claim "it" or "they" stand: "the army's claim that its men hold X".

    One army is no "they", and "rebel claims that it" speak of another. A state's claim of a gain is
    of its own men, whoever rejects it: "X rejected Y's claim that its troops had taken Z". Of what
    is "denied" it is open, for a state denies as well what it is accused of.
    """
    noun, that = noun_of_claim(parsed, number)
    if noun == that or not noun or _denier(parsed, number, noun):
        return None
    owner = parsed.words[noun - 1]
    if any(m.start < owner.start < m.end for m in parsed.actors):
        return None  # "the Oru Army claims that it", where "claims" is a verb
    name = owner.text.removesuffix("'s").removesuffix("’s")
    side = finder.adjective_side(owner.text, owner.start)
    if name[:1].isupper() and parsed.lower[noun] in _BOASTS and _gains(parsed, number):
        capital = None if side else finder.speaker(name)
        side = side or (capital.side if capital else None)
        denied = not _DENIES.isdisjoint(parsed.lower[:noun])
        return Party(text=name, side=None if denied else side) if side else None
    one = name.lower() in force_words().state
    own = one is not (parsed.lower[number] in _MANY | _THEIRS)
    known = side or name.lower() in force_words().rebel
    return Party(text=owner.text, side=side) if own and known else None


def _denier(parsed: Parsed, number: int, noun: int) -> ActorMention | None:
    """Return who denies what others charge it with: "X denied army claims that it had lost Y".

    It is charged with a loss, or with having fired at a place.
    """
    behind = next((t for t in parsed.triggers if t.first > number), None)
    lost = behind and (behind.pattern.action in _CHARGED or is_passive(parsed, behind))
    denies = next((n for n in range(noun) if parsed.lower[n] in _GAINSAYS), 0)
    if not denies or not (lost or parsed.lower[noun] in _ALLEGED):
        return None
    before = (m for m in reversed(parsed.actors) if m.end <= parsed.words[denies].start)
    who = next((m for m in before if m.side), None)
    # "Rebels denied the army's claim that it had attacked them"
    many = parsed.lower[number] in _MANY | _THEIRS
    return who if who and number_of(who.text) is not (not many) else None


def _gains(parsed: Parsed, number: int) -> bool:
    """Tell whether those for whom a pronoun stands are told to have gained or held ground."""
    behind = next((t for t in parsed.triggers if t.first > number), None)
    return bool(behind and behind.pattern.action in _GAINS and not is_passive(parsed, behind))


def noun_of_claim(parsed: Parsed, number: int) -> tuple[int, int]:
    """Return the words "claims" and "that" before a word, twice the same where there are none."""
    if "that" not in parsed.sentence.held or _CLAIMS.isdisjoint(parsed.sentence.held):
        return 0, 0
    that = next((n for n in _back(number, _INSIDE) if parsed.lower[n] == "that"), 0)
    if parsed.lower[max(0, that - 2)] == "and" and is_speech(parsed.lower[that - 1]):
        return 0, 0  # "rejected the claims and said that its troops": those of who rejects them
    noun = next((n for n in _back(that, _OWNERS) if parsed.lower[n] in _CLAIMS), that)
    return noun, that


def _who_said(parsed: Parsed, number: int) -> ActorMention | None:
    """Return of whom a clause tells what they said of themselves: "by the army, which said it"."""
    lower = parsed.lower
    verb = number - 1 - (lower[max(0, number - 1)] == "that")
    if verb < 1 or not is_speech(lower[verb]):
        return None
    opener = next((n for n in _back(verb, _SAID) if lower[n] in _RELATIVE), 0)
    last = opener - 1 - (lower[max(0, opener - 1)] == ",")
    told = (m for m in parsed.actors if m.side and parsed.word_at(max(0, m.end - 1)) == last)
    return next(told, None) if opener else None


def _back(number: int, reach: int) -> range:
    return range(number - 1, max(-1, number - 1 - reach), -1)
