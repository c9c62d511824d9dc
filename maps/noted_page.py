"""A written page as a state: the claims that stand on it, to compare with a later one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from claims.claim import Action, Claim, Span, Status, When
from claims.editions.noted import Noted, State
from gazetteer.expression import parse_place
from gazetteer.place import PlaceExpression
from geo.interval import Interval
from maps.errors import PageError
from maps.looks.style import UNKNOWN
from maps.packed.reread import page_data_of
from maps.wording.language import ENGLISH, LANGUAGES, language
from maps.wording.words import speaker

__all__ = ["state_on"]

# A page names the opponent in the text's words alone.
_UNSAID = frozenset(("opponent_side",))
# Who speaks where a report speaks for itself, in a language whose words are not at hand.
_UNREAD = frozenset(("claimant",))


def state_on(html: str) -> State:
    """Return what a page claims, drawn and listed.

    Raises
    ------
    PageError
        The text is no page of a map, or its data is damaged or of another version of frontmap.
    """
    head, columns, texts = page_data_of(html)
    try:
        page = _Page(head, {name: column.tolist() for name, column in columns.items()}, texts)
        return State(
            claims=tuple(page.noted(row) for row in range(len(head["ids"]))),
            docs=frozenset(report["id"] for report in head["reports"]),
            sides={s["id"]: s["name"] for s in head["sides"] if s["id"] != UNKNOWN},
            as_of=_newest(head["reports"]),
        )
    except (KeyError, IndexError, TypeError, ValueError) as error:
        raise PageError(
            "the claims of this map cannot be read back, it comes from another version of "
            "frontmap; give its claims as frontmap claims writes them"
        ) from error


class _Page:
    """The data of a page, with its claims as views of one row."""

    def __init__(
        self, head: dict[str, Any], columns: dict[str, list[int]], texts: list[str]
    ) -> None:
        self._head, self._columns, self._texts = head, columns, texts
        code = head["language"]
        self._read = code in LANGUAGES
        self._tongue = language(code) if self._read else ENGLISH
        self._zone = ZoneInfo(head["zone"])
        self._links = {name: self._linked(name) for name in ("agrees", "contradicts")}

    def noted(self, row: int) -> Noted:
        """Return one claim with how it stands on the page."""
        report, site = self._report(row), self._number("site", row) - 1
        return Noted(
            claim=self._claim(row, report),
            point=self._point(site) if site >= 0 else None,
            uncertainty_m=self._columns["site.radius"][site] if site >= 0 else 0.0,
            reason=self._word("reason", row),
            detail=self._word("detail", row),
            address=report.get("url", ""),
            agrees_with=self._links["agrees"][row],
            contradicts=self._links["contradicts"][row],
            voices=self._number("voices", row),
            unsaid=_UNSAID if self._read else _UNSAID | _UNREAD,
        )

    def _claim(self, row: int, report: dict[str, Any]) -> Claim:
        head, quote = self._head, self._quote(row)
        action = Action(head["actions"][self._number("action", row)])
        # By a retreat the other side gains, and by that the page knows it.
        gains = self._side(self._number("gains", row) - 1)
        claim = Claim(
            id=head["ids"][row],
            doc=report.get("id", ""),
            outlet=self._word("outlet", row),
            published=_moment(report.get("minute")),
            quote=quote,
            span=Span(start=0, end=len(quote)),
            claimant="outlet",
            via=tuple(filter(None, self._word("via", row).split("\n"))),
            actor=self._word("actor", row),
            actor_side=self._side(self._number("side", row)),
            opponent=self._word("opponent", row),
            opponent_side=gains if action is Action.RETREAT else None,
            action=action,
            status=Status(head["statuses"][self._number("status", row)]),
            place=_place(self._word("place", row)),
            when=self._when(row),
        )
        # A report that speaks for itself is named by its outlet, where its claim has one.
        named = self._word("claimant", row)
        own = {speaker(each, self._tongue) for each in (claim, replace(claim, outlet=""))}
        return claim if named in own else replace(claim, claimant=named)

    def _number(self, name: str, row: int) -> int:
        return self._columns[f"claim.{name}"][row]

    def _word(self, name: str, row: int) -> str:
        return str(self._head["words"][self._number(name, row)])

    def _report(self, row: int) -> dict[str, Any]:
        number = self._number("report", row)
        found: dict[str, Any] = self._head["reports"][number - 1] if number else {}
        return found

    def _side(self, number: int) -> str | None:
        side = self._head["sides"][number]["id"] if number >= 0 else UNKNOWN
        return None if side == UNKNOWN else str(side)

    def _point(self, site: int) -> tuple[float, float]:
        scale = self._head["scale"]
        return (self._columns["site.lon"][site] / scale, self._columns["site.lat"][site] / scale)

    def _quote(self, row: int) -> str:
        # Offsets count units of UTF-16, of which each is two bytes.
        whole = self._texts[self._number("passage", row)].encode("utf-16-le")
        start = 2 * self._number("from", row)
        return whole[start : start + 2 * self._number("chars", row)].decode("utf-16-le")

    def _when(self, row: int) -> When | None:
        length = self._number("length", row)
        if not length:
            return None
        start = datetime.fromtimestamp(60 * self._number("start", row), self._zone)
        return When(interval=Interval(start=start, end=start + timedelta(minutes=length)))

    def _linked(self, name: str) -> defaultdict[int, tuple[str, ...]]:
        found: defaultdict[int, tuple[str, ...]] = defaultdict(tuple)
        pairs = (self._columns[f"claim.{name}.of"], self._columns[f"claim.{name}"])
        for row, other in zip(*pairs, strict=True):
            found[row] = (*found[row], self._head["ids"][other])
        return found


@lru_cache(maxsize=4_096)
def _place(words: str) -> PlaceExpression | None:
    return parse_place(words) if words else None


def _newest(reports: Sequence[Mapping[str, Any]]) -> datetime | None:
    minutes = [report["minute"] for report in reports if report["minute"] is not None]
    return datetime.fromtimestamp(60 * max(minutes), UTC) if minutes else None


def _moment(minute: int | None) -> str:
    return "" if minute is None else datetime.fromtimestamp(60 * minute, UTC).isoformat()
