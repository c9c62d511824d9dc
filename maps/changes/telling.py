"""What changed as a list to read: every change under its heading, with what there is to say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from claims.editions.changes import Change, Changes, Kind, Why
from claims.editions.marks import MarkKind
from claims.editions.noted import Noted
from maps.changes.phrases import side_names, value_words
from maps.wording.language import ENGLISH, Language
from maps.wording.words import headline, speaker

__all__ = ["GROUPS", "Telling", "claim_link", "counts_words", "tellings"]

GROUPS = (
    *(kind.value for kind in (Kind.NEW, Kind.CORRECTED, Kind.WITHDRAWN)),
    *(kind.value for kind in (MarkKind.REVERSED, MarkKind.CONTRADICTED, MarkKind.AGREED)),
)
"""Under what a change is told; a claim that was corrected and contradicted is told twice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One change under one heading.

    Parameters
    ----------
    group
        One of ``GROUPS``.
    title
        The claim in plain words: what, where, by whom.
    details
        One sentence or correction each.
    others
        Ids of the claims it has to do with.
    """

    group: str
    change: Change
    title: str
    details: tuple[str, ...] = ()
    others: tuple[str, ...] = ()

    @property
    def noted(self) -> Noted:
        """The claim as it stands, or as it stood last."""
        return self.change.noted


def claim_link(map_url: str, telling: Telling) -> str:
    """Return where a map shows a claim; where it is no longer there, the map; "" without one."""
    if not map_url or telling.change.after is None:
        return map_url
    return f"{map_url}#claim={quote(telling.noted.claim.id, safe='')}"


def counts_words(changes: Changes, tongue: Language = ENGLISH) -> str:
    """Say how many changes there are under each heading, and how many claims there were and are."""
    counts = Counter(each.group for each in tellings(changes, tongue))
    told = [
        tongue.say(
            "page.changes.tally", kind=tongue.say(f"page.changes.kind.{group}"), n=counts[group]
        )
        for group in GROUPS
        if counts[group]
    ] or [tongue.say("page.changes.nothing")]
    return " · ".join([*told, tongue.say("page.changes.sum", **changes.counts)])


def tellings(changes: Changes, tongue: Language = ENGLISH) -> Iterator[Telling]:
    """Yield every change, heading by heading in the order of ``GROUPS``.

    Two claims that contradict each other are told once.
    """
    teller = _Teller(changes, tongue)
    for group in GROUPS:
        for change in changes.told:
            if telling := teller.telling(group, change):
                yield telling


class _Teller:
    """Words for the changes of two states."""

    def __init__(self, changes: Changes, tongue: Language) -> None:
        self._tongue, self._zone = tongue, changes.zone
        self._names = side_names(changes, tongue)
        self._noted = {e.noted.claim.id: e.noted for e in changes.entries}
        self._paired: set[frozenset[str]] = set()

    def telling(self, group: str, change: Change) -> Telling | None:
        """Return a change under a heading, None where it does not belong there."""
        if group in (Kind.NEW, Kind.CORRECTED, Kind.WITHDRAWN):
            details = (*self._why(change), *self._differences(change))
            return self._told(group, change, details) if change.kind == group else None
        mark = change.mark(MarkKind(group))
        if mark is None:
            return None
        if mark.kind is MarkKind.REVERSED:
            before, after = (self._names.get(side, side) for side in (mark.before, mark.after))
            words = self._said("holder", before=before, after=after)
            return self._told(group, change, (words,), mark.others)
        if mark.kind is MarkKind.AGREED:
            words = (
                self._said("voices", before=mark.before, n=int(mark.after))
                if mark.after
                else self._said("agrees")
            )
            return self._told(group, change, (words,), mark.others)
        return self._contradicted(change, mark.others)

    def _told(
        self, group: str, change: Change, details: tuple[str, ...], others: tuple[str, ...] = ()
    ) -> Telling:
        return Telling(
            group=group, change=change, title=self._title(change.noted),
            details=details, others=others,
        )  # fmt: skip

    def _contradicted(self, change: Change, others: tuple[str, ...]) -> Telling | None:
        own = change.noted.claim.id
        fresh = tuple(each for each in others if frozenset((own, each)) not in self._paired)
        self._paired |= {frozenset((own, each)) for each in fresh}
        if not fresh:
            return None
        known = (self._noted[each] for each in fresh if each in self._noted)
        lines = tuple(
            self._said(
                "against",
                other=self._title(each),
                quote=self._tongue.say("page.quoted", text=each.claim.quote),
            )
            for each in known
        )
        return self._told(MarkKind.CONTRADICTED.value, change, lines, fresh)

    def _why(self, change: Change) -> tuple[str, ...]:
        words: tuple[str, ...] = (self._said(f"why.{change.why}"),) if change.why else ()
        # A new claim may be one that could not be placed, and a reviewer may have said why not.
        noted = change.noted
        listed = change.kind is Kind.NEW or change.why is Why.REJECTED
        if listed and noted.reason:
            words += (self._said("not_drawn", reason=noted.detail or noted.reason),)
        return words

    def _differences(self, change: Change) -> Iterator[str]:
        if change.kind is not Kind.CORRECTED:
            return
        for each in change.differences:
            before, after = (
                value_words(each.field, value, self._names, self._zone, self._tongue)
                for value in (each.before, each.after)
            )
            yield self._said(
                "from_to", field=self._said(f"field.{each.field}"), before=before, after=after
            )

    def _title(self, noted: Noted) -> str:
        claim = noted.claim
        tongue = self._tongue
        own = claim.claimant == "outlet"
        who = speaker(claim, tongue)
        return self._said(
            "line",
            head=headline(claim, self._names, tongue),
            place=tongue.say("page.quoted", text=claim.place.text) if claim.place else "",
            who=who if own else self._said("claimed_by", name=who),
        )

    def _said(self, key: str, **values: object) -> str:
        return self._tongue.say(f"page.changes.{key}", **values)
