"""What changed between two states of a map: new, withdrawn, corrected, reversed, contradicted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from enum import StrEnum
from types import MappingProxyType

from claims.editions.differences import Difference, differences_of
from claims.editions.marks import Mark, MarkKind, marks_of
from claims.editions.noted import Noted, State
from claims.editions.pairing import pairs_of

__all__ = ["Change", "Changes", "Fates", "Kind", "Why", "changes_between"]


class Kind(StrEnum):
    """What became of a claim; every claim of two states is exactly one of these."""

    NEW = "new"
    WITHDRAWN = "withdrawn"
    CORRECTED = "corrected"
    UNCHANGED = "unchanged"


class Why(StrEnum):
    """Why a claim changed, as far as is known."""

    REPORT_GONE = "report-gone"
    OUTSIDE_WINDOW = "outside-window"
    SUPERSEDED = "superseded"
    REJECTED = "rejected"
    HELD_BACK = "held-back"
    LATER = "later"
    STALE = "stale"
    NOT_READ = "not-read"
    READMITTED = "readmitted"
    NEWER_VERSION = "newer-version"
    READ_ANEW = "read-anew"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What became of one claim.

    Parameters
    ----------
    noted
        The claim as it stands, or as it stood last.
    before, after
        The claim in either state, one of them at least; a new one need not have been in the
        earlier state, nor a withdrawn one in the later.
    why
        None for what is new or unchanged, but for a claim that was set aside before.
    differences
        What was corrected.
    marks
        What is new about how it stands among the others.
    """

    kind: Kind
    noted: Noted
    before: Noted | None = None
    after: Noted | None = None
    why: Why | None = None
    differences: tuple[Difference, ...] = ()
    marks: tuple[Mark, ...] = ()

    def mark(self, kind: MarkKind) -> Mark | None:
        """Return its mark of a kind, None where it has none."""
        return next((mark for mark in self.marks if mark.kind is kind), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """All claims of two states with what became of them.

    They stand in the order of the later state, then what is in the earlier alone in its order.
    ``sides`` names the sides by their ids; ``since`` is the moment of the earlier state, None where
    it tells of no day.
    """

    entries: tuple[Change, ...]
    since: datetime | None = None
    sides: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def of(self, kind: Kind) -> tuple[Change, ...]:
        """Return the claims of one kind."""
        return tuple(each for each in self.entries if each.kind is kind)

    def marked(self, kind: MarkKind) -> tuple[Change, ...]:
        """Return the claims with a mark."""
        return tuple(each for each in self.entries if each.mark(kind))

    @property
    def counts(self) -> dict[str, int]:
        """How many claims are of each kind and have each mark, and are in either state."""
        return {
            **{kind.value: len(self.of(kind)) for kind in Kind},
            **{kind.value: len(self.marked(kind)) for kind in MarkKind},
            "before": sum(each.before is not None for each in self.entries),
            "after": sum(each.after is not None for each in self.entries),
        }

    @property
    def zone(self) -> tzinfo:
        """The zone in which the first claim that has a time tells it, UTC where none has."""
        zones = (each.noted.claim.when for each in self.entries)
        return next((w.interval.start.tzinfo for w in zones if w), None) or UTC

    @property
    def told(self) -> tuple[Change, ...]:
        """All that is worth telling: everything but what is unchanged and has no mark."""
        return tuple(e for e in self.entries if e.kind is not Kind.UNCHANGED or e.marks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fates:
    """What whoever made two states knows of their reports beyond the claims.

    Parameters
    ----------
    why
        Why a claim is no longer there, by its id or the document of its report.
    newer
        The document of a report's newer version, by that of the earlier one.
    """

    why: Mapping[str, Why] = field(default_factory=lambda: MappingProxyType({}))
    newer: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


def changes_between(before: State, after: State, fates: Fates | None = None) -> Changes:
    """Return what changed from one state to another.

    Every claim of either state is new, withdrawn, corrected or unchanged; one that both states list
    and only one counts (a reviewer rejected it) is withdrawn or new.
    """
    fates = fates or Fates()
    pairs = pairs_of(before.claims, after.claims, fates.newer)
    marks = marks_of(before.claims, after.claims, pairs)
    return Changes(
        entries=tuple(_entries(before, after, pairs, fates, marks)),
        since=before.moment,
        sides={**before.sides, **after.sides},
    )


def _entries(
    before: State,
    after: State,
    pairs: Mapping[int, int],
    fates: Fates,
    marks: Mapping[int, tuple[Mark, ...]],
) -> Iterator[Change]:
    earlier = {new: old for old, new in pairs.items()}
    for number, noted in enumerate(after.claims):
        old = before.claims[earlier[number]] if number in earlier else None
        yield _change(old, noted, marks.get(number, ()))
    docs = after.docs if after.docs is not None else {n.claim.doc for n in after.claims}
    addresses = {n.address for n in after.claims} - {""}
    for number, noted in enumerate(before.claims):
        if number not in pairs:
            there = noted.claim.doc in docs or noted.address in addresses
            why = _why_gone(noted, fates, there=there)
            yield Change(kind=Kind.WITHDRAWN, noted=noted, before=noted, why=why)


def _change(before: Noted | None, after: Noted, marks: tuple[Mark, ...]) -> Change:
    if before is None:
        return Change(kind=Kind.NEW, noted=after, after=after, marks=marks)
    found = differences_of(before, after)
    kind, why = _became(before, after, found)
    return Change(
        kind=kind, noted=after, before=before, after=after,
        why=why, differences=found, marks=marks,
    )  # fmt: skip


def _became(before: Noted, after: Noted, found: tuple[Difference, ...]) -> tuple[Kind, Why | None]:
    """Return what became of a claim that both states have, and why."""
    if before.counts and not after.counts:
        return Kind.WITHDRAWN, Why(after.reason)
    if after.counts and not before.counts:
        return Kind.NEW, Why.READMITTED
    if not found:
        return Kind.UNCHANGED, None
    same_text = before.claim.id == after.claim.id
    return Kind.CORRECTED, Why.READ_ANEW if same_text else Why.NEWER_VERSION


def _why_gone(noted: Noted, fates: Fates, *, there: bool) -> Why:
    claim = noted.claim
    told = fates.why.get(claim.id) or fates.why.get(claim.doc)
    if told is not None:
        return told
    if claim.doc in fates.newer:
        return Why.SUPERSEDED
    return Why.NOT_READ if there else Why.REPORT_GONE
