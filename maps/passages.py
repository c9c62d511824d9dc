"""The stretches of reports that a map quotes, each written once with the words around it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from operator import itemgetter

from claims.claim import Claim
from claims.report import Report
from maps.pack import Columns
from maps.text import plain

__all__ = ["add_passages"]

# Enough to judge a quotation by its surroundings, far too little to stand in for the article.
_CONTEXT = 140

#: Flags of a passage: its paragraph goes on before it or after it, whole paragraphs are left out.
_CUT_BEFORE, _CUT_AFTER, _GAP = 1, 2, 4

_Quote = tuple[int, int, int]
"""The row of a claim, and where in the text its quotation starts and ends."""
_Passage = tuple[int, int, list[_Quote], int]
"""Where it starts and ends, the quotations in it, its flags."""

_by_place = itemgetter(1, 2)


def add_passages(
    columns: Columns,
    claims: Sequence[Claim],
    reports: Mapping[str, tuple[int, Report]],
    *,
    full_text: bool = False,
) -> list[str]:
    """Write which passage each claim quotes and where in it; return the passages.

    A quotation that does not stand in its report is a passage of its own. With ``full_text`` every
    report is one passage, also one without a claim. All offsets count units of UTF-16, as the
    page's script does.
    """
    at: list[_Quote] = [(0, 0, 0)] * len(claims)
    owners, flagged, texts = list[int](), list[int](), list[str]()
    for owner, text, passages in _by_report(claims, reports, full_text=full_text):
        # Nearly all texts are plain, and then each of their stretches is as readers may see it.
        is_plain = text.isascii() and text.replace("\n", " ").isprintable()
        for start, end, quotes, flags in passages:
            if is_plain:
                whole = text[start:end]
                for row, left, right in quotes:
                    at[row] = (len(texts), left - start, right - left)
            else:
                whole, places = _cleaned(text, (start, end), quotes)
                for row, left, right in places:
                    at[row] = (len(texts), left, right)
            owners.append(owner)
            flagged.append(flags)
            texts.append(whole)
    columns.add("passage.report", owners)
    columns.add("passage.flags", flagged)
    for number, name in enumerate(("passage", "from", "chars")):
        columns.add(f"claim.{name}", [*map(itemgetter(number), at)])
    return texts


def _by_report(
    claims: Sequence[Claim], reports: Mapping[str, tuple[int, Report]], *, full_text: bool
) -> Iterator[tuple[int, str, Sequence[_Passage]]]:
    """Give each report's number (from 1 on, 0 for none), its text and its passages."""
    quoted: dict[str, list[_Quote]] = {}
    doc, number, text, own = "", -1, "", list[_Quote]()
    for row, claim in enumerate(claims):
        if claim.doc != doc:
            doc = claim.doc
            number, report = reports.get(doc, (-1, None))
            text, own = report.text if report else "", quoted.setdefault(doc, [])
        span, quote = claim.span, claim.quote
        start, end = span.start, span.end
        # Looked at where it stands: no copy is made of each of thousands.
        if number >= 0 and end - start == len(quote) and text.startswith(quote, start):
            own.append((row, start, end))
        else:
            yield number + 1, quote, [(0, len(quote), [(row, 0, len(quote))], 0)]
    for doc in reports if full_text else [doc for doc, own in quoted.items() if own]:
        number, report = reports[doc]
        text, quotes = report.text, quoted.get(doc, [])
        if full_text:
            yield number + 1, text, [(0, len(text), quotes, 0)]
        else:
            yield number + 1, text, _passages(text, quotes)


def _passages(text: str, quotes: list[_Quote]) -> list[_Passage]:
    """Join the surroundings of quotations that touch each other."""
    quotes.sort(key=_by_place)
    passages: list[_Passage] = []
    start, end, own, before = -1, -1, list[_Quote](), 0
    for quote in quotes:
        left, right = _window(text, quote[1], quote[2])
        if left <= end:
            end = max(end, right)
            own.append(quote)
            continue
        if own:
            passages.append((start, end, own, _flags(text, start, end, before)))
            before = end
        start, end, own = left, right, [quote]
    passages.append((start, end, own, _flags(text, start, end, before)))
    return passages


def _window(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the words around a quotation: within its paragraph, cut at a space."""
    # Without max and min, which take as long as the search.
    low, high = start - _CONTEXT if start > _CONTEXT else 0, end + _CONTEXT
    left = text.rfind("\n", low, start) + 1
    if not left:
        left = low
        if start - low == _CONTEXT:
            left = text.find(" ", low, start) + 1 or start
    right = text.find("\n", end, high)
    if right < 0:
        right = len(text) if len(text) < high else high
        if right - end == _CONTEXT:
            right = max(end, text.rfind(" ", end, high))
    return left, right


def _flags(text: str, start: int, end: int, before: int) -> int:
    cut = start > 0 and text[start - 1] != "\n"
    flags = _CUT_BEFORE if cut else 0
    if end < len(text) and text[end] != "\n":
        flags |= _CUT_AFTER
    left_out = text[before:start].rpartition("\n")[0] if cut else text[before:start]
    return flags | (_GAP if left_out and not left_out.isspace() else 0)


def _cleaned(text: str, stretch: tuple[int, int], quotes: list[_Quote]) -> tuple[str, list[_Quote]]:
    """Return a passage as readers may see it, and where each quotation starts and how long it is.

    Cleaning and UTF-16 change lengths, so the text is cut wherever a quotation starts or ends.
    """
    cuts = sorted({*stretch, *(place for _, *span in quotes for place in span)})
    offsets, pieces, reached = {cuts[0]: 0}, list[str](), 0
    for left, right in pairwise(cuts):
        piece = plain(text[left:right])
        pieces.append(piece)
        reached += len(piece.encode("utf-16-le")) // 2
        offsets[right] = reached
    places = [(row, offsets[left], offsets[right] - offsets[left]) for row, left, right in quotes]
    return "".join(pieces), places
