"""Figures as tables with ratios, for reading on a terminal."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from bench_gazetteer.documents import Documents
from bench_gazetteer.reading import Reading
from bench_gazetteer.scoring import Line
from bench_gazetteer.speed import Growth

__all__ = ["LEGEND", "accuracy_table", "documents_table", "growth_table", "reading_table"]

_KINDS = ("key", "known", "fuzzy", "near")

LEGEND = """\
Each x is how many times better frontmap is over the same questions: its figure by the rival's for
shares found, the rival's by its own for what is wrong and for time; "all": the rival has none.
r@k: share of questions whose right entry is among the first k answers. wrong: share answered with
a place more than 20 km away (a rival answers whenever it finds anything); blind: those of them
that are not even known by the very spelling that was asked for, as a namesake far off is. Times
are CPU times, which a busy machine hardly changes.
* searches its own towns and spellings, from which nothing was held out."""


def accuracy_table(lines: Sequence[Line]) -> Iterator[str]:
    """Give one table per country and scenario."""
    for scenario in dict.fromkeys((line.country, line.scenario) for line in lines):
        yield "\n" + ": ".join(scenario)
        yield (
            f"{'':<26}{'asked':>6}{'r@1':>8}{'x':>7}{'r@5':>8}{'x':>7}"
            f"{'wrong':>8}{'x':>7}{'blind':>8}{'x':>7}{'p50 us':>10}{'x':>9}"
        )
        yield from (_accuracy(line) for line in lines if (line.country, line.scenario) == scenario)


def _accuracy(line: Line) -> str:
    theirs, ours = line.tally, line.ours
    first = (
        f"{line.engine:<26}{theirs.asked:>6}"
        f"{theirs.at_1:>8.3f}{_times(ours.at_1, theirs.at_1):>7}"
        f"{theirs.at_5:>8.3f}{_times(ours.at_5, theirs.at_5):>7}"
        f"{theirs.wrong:>8.3f}{_times(theirs.wrong, ours.wrong):>7}"
        f"{theirs.blind:>8.3f}{_times(theirs.blind, ours.blind):>7}"
    )
    if line.context != "alone":
        return first
    return f"{first}{theirs.p50_us:>10,.0f}{_times(theirs.p50_us, ours.p50_us):>9}"


def documents_table(lines: Sequence[Documents]) -> Iterator[str]:
    """Give two lines per country: villages by their names alone, and with the sector told."""
    yield "\nInvented reports: nine villages around three towns, placed together"
    yield f"{'country':<10}{'sector':<10}{'asked':>7}{'right':>8}{'wrong':>8}{'silent':>8}"
    for each in lines:
        told = "told" if each.sectors else "not told"
        yield (
            f"{each.country:<10}{told:<10}{each.asked:>7}"
            f"{each.right:>8.3f}{each.wrong:>8.3f}{each.silent:>8.3f}"
        )


def growth_table(growths: Sequence[Growth]) -> Iterator[str]:
    """Give one line per size, with the growth of a question's time since the first."""
    yield "\nGrowth of the index of names (invented)"
    yield (
        f"{'names':>10}{'build s':>9}{'MB':>9}{'open ms':>9}{'RSS MB':>8}"
        + "".join(f"{kind + ' p50/p95 us':>21}{'x':>7}" for kind in _KINDS)
    )
    for each in growths:
        yield (
            f"{each.names:>10,}{each.build_s:>9.1f}{each.file_mb:>9.1f}{each.opened_ms:>9.1f}"
            f"{each.memory_mb:>8.1f}" + "".join(_asked(each, growths[0], kind) for kind in _KINDS)
        )


def _asked(each: Growth, first: Growth, kind: str) -> str:
    p50, p95 = getattr(each, f"{kind}_p50_us"), getattr(each, f"{kind}_p95_us")
    times = f"{p50:,.0f} / {p95:,.0f}"
    return f"{times:>21}{_times(p50, getattr(first, f'{kind}_p50_us')):>7}"


def reading_table(readings: Sequence[Reading], reports: int) -> Iterator[str]:
    """Give one line per recogniser; ratios as in the accuracy tables, against our first line."""
    yield f"\nPlaces in {reports} reports (marked: places of claims that a person labelled)"
    yield (
        f"{'':<26}{'found':>8}{'x':>7}{'of marked':>11}{'x':>7}"
        f"{'reports/s':>11}{'x':>8}{'again/s':>9}"
    )
    ours = readings[0]
    for each in readings:
        share = each.met / each.marked if each.marked else math.nan
        own = ours.met / ours.marked if ours.marked else math.nan
        met = f"{share:.3f}" if each.marked else "-"
        yield (
            f"{each.label:<26}{each.found:>8,}{_times(ours.found, each.found):>7}"
            f"{met:>11}{_times(own, share):>7}"
            f"{each.reports_per_s:>11,.0f}{_times(ours.reports_per_s, each.reports_per_s):>8}"
            f"{each.again_per_s:>9,.0f}"
        )


def _times(better: float, than: float) -> str:
    if math.isnan(better) or math.isnan(than) or (not better and not than):
        return "-"
    if not than:
        return "all"
    ratio = better / than
    return f"{ratio:,.0f}x" if ratio >= 100 else f"{ratio:.2f}x"
