"""Who stands behind an event's word: the one who does it ("captured by X"), or a friend."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from claims.claim import Action
from claims.events.parties.by_adjective import by_adjective
from claims.events.parties.fired_from import fired_from
from claims.events.parties.meant import Meant
from claims.events.sentences.clause_words import BE
from claims.events.sentences.parse import Parsed
from claims.fighters.actors import ActorMention
from claims.fighters.party import Party
from claims.lexicon import Trigger

__all__ = ["agent_of_a_people", "behind", "goes_along", "is_friend", "shot_from"]

_ADJECTIVES = 3
_TAKES = frozenset(
    (Action.CAPTURE, Action.RECAPTURE, Action.ADVANCE, Action.HOLD, Action.DEPLOY, Action.RETREAT)
)
_GIVEN_UP = frozenset(
    """
    withdrawal withdrawals retreat retreats pullout pull-out flight surrender defeat collapse rout
    departure desertion desertions evacuation capitulation disarray
    """.split()
)
# What has two sides, or is told of those to whom it was done: "after the destruction of".
_UNDERGONE = frozenset(
    """
    destruction death deaths killing annihilation elimination loss losses encirclement battle
    battles fighting clash clashes
    """.split()
)
_CALLING = 10  # words of "what the army's spokesman in Oru said were"
_CALLS = BE | frozenset("called calls termed dubbed branded as".split())
# "Backed by aircraft", "approved by the ministry" name who helps or tells, not who acts.
_ADJUNCTS = frozenset(
    """
    backed supported covered led accompanied followed protected joined replaced approved authorised
    authorized requested endorsed announced reported confirmed condemned criticised criticized
    denied described seen witnessed monitored filmed recorded intercepted
    """.split()
)
# "To support X", "joining X": whoever is helped is no opponent.
_HELPED = frozenset(
    """
    support supporting help helping join joining reinforce reinforcing reinforced relieve relieving
    relieved aid aiding assist assisting rescue rescuing train training
    advise advising equip equipping
    """.split()
)
# "Claims that X had fallen were denied by Y": Y speaks.
_DENIED = frozenset(
    """
    acknowledged admitted conceded confirmed denied dismissed disputed refuted rejected reported
    """.split()
)
_WITH = frozenset(
    (
        *(("up", "with"), ("forces", "with"), ("agreement", "with"), ("deal", "with")),
        *(("truce", "with"), ("coordination", "with"), ("support", "of"), ("help", "of")),
        *(("ceasefire", "with"), ("talks", "with")),
    )
)
_BACKED = frozenset("backed supported aided assisted".split())  # who does need not be there
_BODIES = frozenset("force forces group groups column alliance coalition band unit units".split())
_CLOSING = frozenset("and but after before while when who which".split())
# "Left by road through X", "opened a front by shelling army posts"
_PASSING = frozenset(
    """
    , through via across over way shelling bombing bombarding launching firing capturing seizing
    taking cutting crossing bypassing opening using hitting
    """.split()
)
_BETWEEN = 2  # adjectives of whoever is helped: "the besieged western garrison"
_SENT = (["fired"], ["launched"], ["coming"])
_SHOT_FROM = 3  # words from "fire" to those it comes from: "fire from the rebels"
_LEADS, _SOON = BE | {"by", "has", "had"}, 5  # ", was soon broken by"
_TO_PLACE = 8  # words from an event to the comma behind its place
_FAR = 14  # words behind an event in which "by" names who acts


def behind(
    parsed: Parsed, trigger: Trigger, meant: Meant, *, words: tuple[str, ...], reach: int
) -> Party | None:
    """Return the nearest actor soon after a trigger, behind one of ``words``.

    Who takes a place may stand before it: "the capture by rebels of X".
    """
    by = words == ("by",)
    start = trigger.first if by and trigger.gap and trigger.pattern.kind == "noun" else trigger.last
    far = _behind_set_off(parsed, trigger.last) + _FAR if by else trigger.last + reach
    for mention in parsed.actors:
        number = parsed.word_at(mention.start)
        if not start < number <= far:
            continue
        lead = parsed.lower[start:number]
        led = "by" in words and _led_by(lead)
        if led or (set(words) - {"by"}) & {*_but_told(lead)}:
            return meant.party(mention)
    return None


def _but_told(lead: Sequence[str]) -> Iterator[str]:
    """Yield words without those that lead to a speaker: "X fell, according to the army".

    Nor do those lead to who takes a place that tell who gave it up: "after the withdrawal of",
    "with the surrender of", nor "after a battle with"; but "fell after heavy fighting to" does.
    """
    if not _GIVEN_UP.isdisjoint(lead):
        return
    if not _UNDERGONE.isdisjoint(lead):
        lead = [word for word in lead if word == "to"]
    for before, word in pairwise(["", *lead]):
        if before != "according":
            yield word


def _behind_set_off(parsed: Parsed, last: int) -> int:
    """Return where what is set off behind a place ends: "the capture of X, a town of Y, by"."""
    behind = range(last + 1, min(len(parsed.lower) - 1, last + 2 * _FAR))
    commas = [n for n in behind if parsed.lower[n] == ","]
    if not commas or commas[0] > last + _TO_PLACE:
        return last
    led = (n for n in commas[1:] if parsed.lower[n + 1] in _LEADS)
    return next((n for n in led if "by" in parsed.lower[n + 1 : n + _SOON]), last)


def shot_from(parsed: Parsed, trigger: Trigger, meant: Meant) -> Party | None:
    """Return whence shots come where men are named for it: "mortar fire from rebels on X"."""
    at = trigger.last + 1
    at += parsed.lower[at : at + 1] in _SENT
    led = parsed.lower[at : at + 1] == ["from"]
    if trigger.pattern.action is not Action.STRIKE or not led:
        return None
    if land := fired_from(parsed, at + 1, meant):
        return land
    ahead = (m for m in parsed.actors if m.armed and m.start > parsed.words[trigger.last].end)
    first = next(ahead, None)
    near = first and parsed.word_at(first.start) - trigger.last <= _SHOT_FROM
    return meant.party(first) if first and near else None


def _led_by(lead: list[str]) -> bool:
    """Tell whether "by" stands right before, an article or two adjectives aside."""
    if "by" not in lead:
        return False
    at = len(lead) - 1 - lead[::-1].index("by")
    behind_it = _past_calling(lead[at + 1 :])
    behind_it = behind_it[: len(behind_it) - (behind_it[-2:] == ["of", "the"])]
    if behind_it[-1:] == ["of"] and not _BODIES.isdisjoint(behind_it):
        behind_it = behind_it[:-2]  # "by a joint force of X"
    if at and lead[at - 1] in _ADJUNCTS | _DENIED:
        return False
    return len(behind_it) <= _ADJECTIVES and _PASSING.isdisjoint(behind_it)


def _past_calling(words: list[str]) -> list[str]:
    """Return what stands behind "what the radio said were", and all where nobody calls it so yet.

    So many words lead up to the speaker himself that nobody takes him for who acts.
    """
    if words[:1] != ["what"]:
        return words
    called = _called(words)
    return words[called:] if called else ["what"] * (_ADJECTIVES + 1)


def _called(words: list[str]) -> int:
    """Return how many words "what the radio said were" has, 0 where there are none such."""
    near = enumerate(words[:_CALLING], 1) if words[:1] == ["what"] else ()
    return next((number for number, word in near if word in _CALLS), 0)


_APOSTROPHES = ("'", "’")
_SEARCH = ("comb", "search", "sweep", "swept", "scour", "hunt", "raid")  # "combed X for rebels"


def is_friend(parsed: Parsed, mention: ActorMention) -> bool:
    """Tell whether those who act go to help a mention, or agreed with it: "linked up with X".

    Or do it for them: "held X for the army".
    """
    number = parsed.word_at(mention.start)
    at = number - 1 - (parsed.lower[max(0, number - 1)] == "the")
    end = mention.end - parsed.sentence.start  # "for the rebels' refusal to leave" is for no rebels
    owns = parsed.sentence.text[end : end + 1] in _APOSTROPHES
    if at > 1 and parsed.lower[at] == "for" and not owns:
        sought = any(word.startswith(_SEARCH) for word in parsed.lower[:at])
        return not sought and any(parsed.words[at - 1].end == p.end for p in parsed.places)
    lead = [word for word in parsed.lower[max(0, number - 5) : number] if word != "the"]
    if "," in lead:
        lead = lead[lead.index(",") + 1 :]  # "the army, with air support, attacked rebels"
    backed = "by" in lead[-2:] and not _BACKED.isdisjoint(lead[-3:-1])  # "backed by Xan troops"
    if backed or not _HELPED.isdisjoint(lead[-1 - _BETWEEN :]):
        return True
    return not _WITH.isdisjoint(pairwise(lead[-2 - _BETWEEN :]))


def goes_along(parsed: Parsed, trigger: Trigger, mention: ActorMention) -> bool:
    """Tell whether somebody takes ground together with a mention: "retook X with the ABC".

    Not where they fight: "captured X after a battle with the ABC", "clashed in X with the ABC"; nor
    where more is told of them: "took X with the army in disarray", "with the rebels fleeing".
    """
    at = parsed.word_at(mention.start) - 1
    at -= at > 0 and parsed.lower[at] in ("the", "its", "their")
    if at < 1 or parsed.lower[at] != "with" or trigger.pattern.action not in _TAKES:
        return False
    behind = parsed.word_at(mention.end - 1) + 1
    starts = {t.start for t in parsed.times}
    closes = behind >= len(parsed.words) or not parsed.words[behind].text[0].isalnum()
    if not (closes or parsed.lower[behind] in _CLOSING or parsed.words[behind].start in starts):
        return False
    ends = {m.end for m in parsed.places} | {t.end for t in parsed.times}
    return parsed.words[at - 1].end in ends


def agent_of_a_people(parsed: Parsed, trigger: Trigger, meant: Meant) -> Party | None:
    """Return whose body a passive names that is no force: "controlled by the coastal party"."""
    words = parsed.words
    ahead = range(trigger.last + 1, min(len(words), trigger.last + 5))
    by = next((number for number in ahead if words[number].lower == "by"), None)
    if by is None:
        return None
    begin = by + 1 + _called(parsed.lower[by + 1 :])
    for number in range(begin, min(begin + 3, len(words))):
        if words[number].lower in _PASSING:
            return None
        if party := by_adjective(parsed, number, meant):
            return party
    return None
