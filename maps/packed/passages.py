"""The stretches of reports that a map quotes, each written once with the words around it.

All texts are looked at as one, each behind a line feed, and in arrays: a map of ten thousand claims
quotes thousands of stretches.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate, chain, pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from claims.claim import Claim
from claims.report import Report
from maps.packed.pack import Columns
from maps.text import is_plain, plain

__all__ = ["add_passages"]

# Enough to judge a quotation by its surroundings, far too little to stand in for the article.
_CONTEXT = 140

#: Flags of a passage: its paragraph goes on before it or after it, whole paragraphs are left out.
_CUT_BEFORE, _CUT_AFTER, _GAP = 1, 2, 4

_Numbers = NDArray[np.int64]


class _Stretches(NamedTuple):
    """Stretches of the whole text: where each starts and ends."""

    starts: _Numbers
    ends: _Numbers

    def cut(self, whole: str) -> list[str]:
        """Return what stands there."""
        places = zip(self.starts.tolist(), self.ends.tolist(), strict=True)
        return [whole[start:end] for start, end in places]


class _Texts(NamedTuple):
    """The texts of reports, then each quotation that does not stand in its report.

    ``owners`` are the numbers of their reports, from 1 on, or 0 for none. ``feeds`` is where the
    line feeds of the whole text are, and its end. The ``odd`` ones change when they are written.
    """

    whole: str
    each: _Stretches
    owners: _Numbers
    feeds: _Numbers
    odd: NDArray[np.bool_]


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
    texts, quotes = _quoted(claims, reports)
    order = np.argsort(quotes.starts, kind="stable")
    places = texts.each if full_text else _surroundings(texts, quotes, order)
    text = np.searchsorted(texts.each.starts, places.starts, side="right") - 1
    passage = np.searchsorted(places.starts, quotes.starts, side="right") - 1
    spots = places.starts[passage]
    within = _Stretches(quotes.starts - spots, quotes.ends - spots)
    written = places.cut(texts.whole)
    # Nearly all texts are plain, and then each of their stretches is as readers may see it.
    odd, ordered = np.flatnonzero(texts.odd[text]), passage[order]
    ends = [np.searchsorted(ordered, odd, side=side).tolist() for side in ("left", "right")]
    for number, start, end in zip(odd.tolist(), *ends, strict=True):
        written[number] = _clean(written[number], within, order[start:end])
    columns.add("passage.report", texts.owners[text])
    columns.add("passage.flags", _flags(texts, places, text))
    columns.add("claim.passage", passage)
    columns.add("claim.from", within.starts)
    columns.add("claim.chars", within.ends - within.starts)
    return written


def _quoted(
    claims: Sequence[Claim], reports: Mapping[str, tuple[int, Report]]
) -> tuple[_Texts, _Stretches]:
    """Return all texts and where each claim's quotation stands among them."""
    texts = [report.text for _, report in reports.values()]
    owners = [number + 1 for number, _ in reports.values()]
    *spots, after = accumulate((len(text) + 1 for text in texts), initial=1)
    known = dict(zip(reports, zip(spots, texts, owners, strict=True), strict=True))
    starts, sizes, doc = list[int](), list[int](), None
    for claim in claims:
        if claim.doc != doc:
            doc = claim.doc
            spot, text, owner = known.get(doc, (0, None, 0))
        quote, span = claim.quote, claim.span
        start, end, size = span.start, span.end, len(quote)
        sizes.append(size)
        if text is not None and 0 <= start == end - size and text[start:end] == quote:
            starts.append(spot + start)
            continue
        starts.append(after)
        texts.append(quote)
        owners.append(owner)
        after += size + 1
    first = np.array(starts, np.int64)
    return _joined(texts, owners), _Stretches(first, first + np.array(sizes, np.int64))


def _joined(texts: Sequence[str], owners: Sequence[int]) -> _Texts:
    whole = "\n".join(["", *texts])
    feeds = np.cumsum(np.fromiter(map(len, whole.split("\n")), np.int64) + 1) - 1
    ends = np.cumsum([0, *(len(text) + 1 for text in texts)])
    odd = np.array([*map(_is_odd, texts)], bool)
    each = _Stretches(ends[:-1] + 1, ends[1:])
    return _Texts(whole, each, np.array(owners, np.int64), feeds, odd)


def _surroundings(texts: _Texts, quotes: _Stretches, order: _Numbers) -> _Stretches:
    """Join the surroundings of quotations that touch each other."""
    left, right = (side[order] for side in _windows(texts, quotes))
    # How far all before reach: texts stand one after the other.
    reach = np.maximum.accumulate(right)
    first = np.flatnonzero(left > np.append(-1, reach[:-1]))
    return _Stretches(left[first], reach[np.append(first, len(reach))[1:] - 1])


def _windows(texts: _Texts, quotes: _Stretches) -> _Stretches:
    """Return the words around each quotation: within its paragraph, cut at a space."""
    (starts, ends), whole = quotes, texts.whole
    before = texts.feeds[np.searchsorted(texts.feeds, starts) - 1] + 1
    after = texts.feeds[np.searchsorted(texts.feeds, ends)]
    left, right = np.maximum(before, starts - _CONTEXT), np.minimum(after, ends + _CONTEXT)
    for row in np.flatnonzero(left > before).tolist():
        left[row] = whole.find(" ", left[row], starts[row]) + 1 or starts[row]
    for row in np.flatnonzero(right < after).tolist():
        right[row] = max(ends[row], whole.rfind(" ", ends[row], right[row]))
    return _Stretches(left, right)


def _flags(texts: _Texts, places: _Stretches, text: _Numbers) -> _Numbers:
    """Return the flags of passages; ``text`` is the number of the text of each."""
    line = np.searchsorted(texts.feeds, places.starts) - 1
    paragraph = texts.feeds[line]
    line_end = texts.feeds[np.searchsorted(texts.feeds, places.ends)]
    flags = np.where(places.starts > paragraph + 1, _CUT_BEFORE, 0)
    flags |= np.where(places.ends < line_end, _CUT_AFTER, 0)
    # From the passage before, or the start of the text, to the end of the paragraph before.
    before = np.maximum(np.append(0, places.ends[:-1]), texts.each.starts[text])
    # Mostly only line feeds stand there.
    rows = np.flatnonzero(paragraph - before > line - np.searchsorted(texts.feeds, before))
    left_out = _Stretches(before[rows], paragraph[rows]).cut(texts.whole)
    flags[rows[[not part.isspace() for part in left_out]]] |= _GAP
    return flags


def _is_odd(text: str) -> bool:
    return not is_plain(text) or _units(text) != len(text)


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def _clean(text: str, quotes: _Stretches, rows: _Numbers) -> str:
    """Return a passage as readers may see it; move the quotations in it to where they then are.

    Cleaning and UTF-16 change lengths, so the text is cut wherever a quotation starts or ends.
    """
    ends = [side[rows].tolist() for side in quotes]
    cuts = sorted({0, len(text), *chain.from_iterable(ends)})
    pieces = [plain(text[left:right]) for left, right in pairwise(cuts)]
    units = dict(zip(cuts, accumulate(map(_units, pieces), initial=0), strict=True))
    for side, places in zip(quotes, ends, strict=True):
        side[rows] = [units[place] for place in places]
    return "".join(pieces)
