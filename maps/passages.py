"""The stretches of reports that a map quotes, each written once with the words around it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from claims.claim import Claim
from claims.report import Report
from maps.pack import Columns
from maps.text import plain

__all__ = ["add_passages"]

# Enough to judge a quotation by its surroundings, far too little to stand in for the article.
_CONTEXT = 140

#: Flags of a passage: its paragraph goes on before it or after it, whole paragraphs are left out.
_CUT_BEFORE, _CUT_AFTER, _GAP = 1, 2, 4


@dataclass(slots=True)
class _Passage:
    """Characters ``[start, end)`` of a text, and the claims (row, start, end) quoted from them."""

    start: int
    end: int
    quotes: list[tuple[int, int, int]]
    flags: int = 0


def add_passages(
    columns: Columns,
    claims: Sequence[Claim],
    reports: Mapping[str, tuple[int, Report]],
    *,
    full_text: bool = False,
) -> bytes:
    """Write which passage each claim quotes and where in it; return the passages in UTF-8.

    A quotation that does not stand in its report is a passage of its own. With ``full_text`` every
    report is one passage, also one without a claim. All offsets count bytes.
    """
    at = [(0, 0, 0)] * len(claims)
    rows: list[tuple[int, int, int]] = []
    texts: list[bytes] = []
    for report, text, passages in _by_report(claims, reports, full_text=full_text):
        for passage in passages:
            written = _written(text, passage, len(rows), at)
            rows.append((report, len(written), passage.flags))
            texts.append(written)
    for number, name in enumerate(("report", "bytes", "flags")):
        columns.add(f"passage.{name}", [row[number] for row in rows])
    for number, name in enumerate(("passage", "from", "bytes")):
        columns.add(f"claim.{name}", [place[number] for place in at])
    return b"".join(texts)


def _by_report(
    claims: Sequence[Claim], reports: Mapping[str, tuple[int, Report]], *, full_text: bool
) -> Iterator[tuple[int, str, list[_Passage]]]:
    """Give each report's number (from 1 on, 0 for none), its text and its passages."""
    quoted: dict[str, list[tuple[int, int, int]]] = {}
    for row, claim in enumerate(claims):
        number, report = reports.get(claim.doc, (-1, None))
        start, end = claim.span.start, claim.span.end
        if report is not None and report.text[start:end] == claim.quote:
            quoted.setdefault(claim.doc, []).append((row, start, end))
        else:
            alone = _Passage(0, len(claim.quote), [(row, 0, len(claim.quote))])
            yield number + 1, claim.quote, [alone]
    for doc in reports if full_text else quoted:
        number, report = reports[doc]
        quotes = quoted.get(doc, [])
        whole = [_Passage(0, len(report.text), quotes)]
        yield number + 1, report.text, whole if full_text else _passages(report.text, quotes)


def _passages(text: str, quotes: list[tuple[int, int, int]]) -> list[_Passage]:
    """Join the surroundings of quotations that touch each other."""
    passages: list[_Passage] = []
    for quote in sorted(quotes, key=lambda each: each[1:]):
        start, end = _window(text, quote[1], quote[2])
        last = passages[-1] if passages else None
        if last is not None and start <= last.end:
            last.end = max(last.end, end)
            last.quotes.append(quote)
        else:
            passages.append(_Passage(start, end, [quote]))
    before = 0
    for passage in passages:
        passage.flags = _flags(text, passage, before)
        before = passage.end
    return passages


def _window(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the words around a quotation: within its paragraph, cut at a space."""
    before = text[max(0, start - _CONTEXT) : start].rpartition("\n")[2]
    after = text[end : end + _CONTEXT].partition("\n")[0]
    if len(before) == _CONTEXT:
        before = before.partition(" ")[2]
    if len(after) == _CONTEXT:
        after = after.rpartition(" ")[0]
    return start - len(before), end + len(after)


def _flags(text: str, passage: _Passage, before: int) -> int:
    start, end = passage.start, passage.end
    flags = _CUT_BEFORE if text[max(0, start - 1) : start].strip("\n") else 0
    flags |= _CUT_AFTER if text[end : end + 1].strip("\n") else 0
    left_out = text[before:start].rpartition("\n")[0] if flags & _CUT_BEFORE else text[before:start]
    return flags | (_GAP if left_out.strip() else 0)


def _written(text: str, passage: _Passage, number: int, at: list[tuple[int, int, int]]) -> bytes:
    """Return a passage in UTF-8 and note where its quotations stand in it.

    Cleaning and encoding change lengths, so the text is cut wherever a quotation starts or ends.
    """
    marks = {place for _, *span in passage.quotes for place in span}
    cuts = sorted(marks | {passage.start, passage.end})
    offsets, pieces, reached = {cuts[0]: 0}, list[bytes](), 0
    for left, right in pairwise(cuts):
        piece = plain(text[left:right]).encode("utf-8")
        pieces.append(piece)
        reached += len(piece)
        offsets[right] = reached
    for row, start, end in passage.quotes:
        at[row] = (number, offsets[start], offsets[end] - offsets[start])
    return b"".join(pieces)
