"""The claims as plain HTML, for readers whose browser runs no script or cannot read the data."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

from claims.claim import Claim
from claims.report import Report
from claims.situation import NotDrawn, Situation
from maps.looks.style import UNKNOWN, side_styles
from maps.text import safe, web_link
from maps.wording.language import ENGLISH, Language
from maps.wording.words import (
    claim_zone,
    headline,
    moment_words,
    replaced_words,
    speaker,
    time_words,
    zone_of,
)

__all__ = ["static_page"]

# The page carries all of it a second time, packed: so quotations are cut and stand only in short
# tables. A table that cannot hold every claim is a sample anyhow, and then a short one will do.
_MOST_ROWS, _SAMPLE_ROWS, _QUOTED_ROWS, _MOST_SOURCES = 1_000, 300, 300, 100
_QUOTE_CHARS = 160


def static_page(situation: Situation, words: Language = ENGLISH) -> str:
    """Return the limits, a table of the newest claims and the sources, as HTML.

    All text in it has passed :func:`maps.text.safe`. Up to 1,000 claims stand in it, of
    more the newest 300, and 100 reports; it says how many more need the script.
    """
    claims = situation.claims
    rows = _newest(claims, len(claims) if len(claims) <= _MOST_ROWS else _SAMPLE_ROWS)
    return "\n".join(
        [
            f"<h2>{_said(words, 'title')}</h2>",
            f"<p>{_said(words, 'limits')}</p>",
            f"<p>{_said(words, 'sum', **_counts(situation))}</p>",
            _table(situation, rows, words),
            _rest(words, "more_claims", len(claims) - len(rows)),
            _sources(situation, words),
        ]
    )


def _newest(claims: Sequence[Claim], number: int) -> list[Claim]:
    """Return so many claims, the newest first; what has no date comes last."""
    dated = [claim for claim in claims if claim.when]
    starts = [claim.when.interval.start for claim in dated if claim.when]
    newest = heapq.nlargest(number, range(len(dated)), key=starts.__getitem__)
    return [*(dated[row] for row in newest), *(c for c in claims if not c.when)][:number]


def _said(words: Language, key: str, **values: object) -> str:
    return safe(words.say(f"static.{key}", **values))


def _rest(words: Language, key: str, number: int) -> str:
    return f"<p><strong>{_said(words, key, n=number)}</strong></p>" if number > 0 else ""


def _counts(situation: Situation) -> dict[str, int]:
    drawn, listed = len(situation.drawn), len(situation.not_drawn)
    return {"drawn": drawn, "listed": listed, "n": drawn + listed}


def _table(situation: Situation, rows: Sequence[Claim], words: Language) -> str:
    quoted = len(situation.claims) <= _QUOTED_ROWS
    columns = ["claim", "status", "place", "time", "claimant", *(["quote"] if quoted else [])]
    heads = "".join(f'<th scope="col">{_said(words, key)}' for key in columns)
    cells = [*_cells(situation, rows, words, quoted=quoted)]
    # Most of them stand in many rows.
    known = {cell: f"<td>{safe(cell)}" for cell in {*chain.from_iterable(cells)}}
    lines = ["<tr>" + "".join([known[cell] for cell in row]) for row in cells]
    # Ends of cells and rows may be left out in HTML: a tenth of the table.
    return f"<table><thead><tr>{heads}<tbody>\n" + "\n".join(lines) + "\n</table>"


def _cells(
    situation: Situation, rows: Sequence[Claim], words: Language, *, quoted: bool
) -> Iterator[list[str]]:
    styles = side_styles(situation.theatre, rows, words)
    names = {style.id: style.name for style in styles if style.id != UNKNOWN}
    why = {item.claim.id: item for item in situation.not_drawn}
    for claim in rows:
        yield [
            headline(claim, names, words),
            words.page["status"][claim.status.value],
            _place(claim, why.get(claim.id), words.page["reason"]),
            time_words(claim.when.interval, claim_zone(situation, claim), words)
            if claim.when
            else "",
            speaker(claim, words),
            *([_cut(claim.quote)] if quoted else []),
        ]


def _place(claim: Claim, missing: NotDrawn | None, reasons: dict[str, Any]) -> str:
    place = claim.place.text if claim.place else ""
    if missing is None:
        return place
    return f"{place} [{reasons.get(missing.reason, missing.reason)}]".lstrip()


def _cut(quote: str) -> str:
    return quote if len(quote) <= _QUOTE_CHARS else quote[:_QUOTE_CHARS].rpartition(" ")[0] + " …"


def _sources(situation: Situation, words: Language) -> str:
    counts = Counter(claim.doc for claim in situation.claims)
    reports = sorted(situation.reports, key=lambda report: -counts[report.id])
    lines = [f"<li>{_source(report, situation, words)}" for report in reports[:_MOST_SOURCES]]
    rest = _rest(words, "more_sources", len(reports) - len(lines))
    return f"<h2>{_said(words, 'sources')}</h2>\n<ol>\n" + "\n".join(lines) + f"\n</ol>{rest}"


def _source(report: Report, situation: Situation, words: Language) -> str:
    title, link = safe(report.title or report.id), web_link(report.url)
    if link:
        title = f'<a href="{safe(link)}" rel="noopener noreferrer">{title}</a>'
    published = report.published
    told = moment_words(published, zone_of(situation, report.id), words) if published else ""
    replaced = replaced_words(report, situation, words)
    return " · ".join([title, *(safe(part) for part in (report.outlet, told, replaced) if part)])
