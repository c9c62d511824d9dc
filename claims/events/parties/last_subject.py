"""Who was told of last, and goes on: "Soldiers said rebels had taken X. They neared Y"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.claim import Action
from claims.events.sentences.parse import Parsed
from claims.fighters.actors import ActorFinder, ActorMention

__all__ = ["last_subject"]

_GAINS = frozenset((Action.ADVANCE, Action.CAPTURE, Action.ATTACK, Action.ENCIRCLE, Action.CUT))


def last_subject(
    parsed: Parsed, before: Sequence[ActorMention], finder: ActorFinder
) -> ActorMention | None:
    """Return the subject of the last sentence before that names one of some mentions."""
    last = [m for m in before if m.sentence == before[-1].sentence]
    subjects = [m for m in last if m.free and m.armed] or [m for m in last if m.free]
    return _going_on(parsed, subjects, finder) or next(iter(subjects), None)


def _going_on(
    parsed: Parsed, subjects: Sequence[ActorMention], finder: ActorFinder
) -> ActorMention | None:
    """Return who goes on in "Soldiers said rebels had taken X. They neared Y": not who told it.

    None where nobody of the sentence before gained ground there, or where they are met here.
    """
    goes = next((t.pattern.action in _GAINS for t in parsed.triggers), False)
    told = (roles for action, roles in finder.told.items() if goes and action in _GAINS)
    acted = {roles.actor.start for roles in told if roles.actor}
    met = {m.side for m in parsed.actors}
    return next((m for m in subjects if m.start in acted and m.side not in met), None)
