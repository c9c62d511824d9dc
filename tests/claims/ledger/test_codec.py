"""Values go into the ledger and come out equal."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from claims.assess import open_gazetteer
from claims.claim import Claim
from claims.counts.figures import find_figures
from claims.figure import Figure
from claims.intake.reader import read_report
from claims.ledger.codec import Codec, Pool
from claims.reading import Ground, Reading, read_each
from claims.report import Report
from claims.sides.theatre_files import load_theatre
from gazetteer.place import Resolution, Unresolved
from geo.interval import Interval

_TEXT = """ date 2025-03-09

Insurgents seized Suran and reached the northern outskirts of Hama at night

Rebel fighters took Suran and Ma'ardis, 15 km north of Hama, overnight, a war monitor said. The
army said its troops repelled an attack near the Al-Mazarib Bridge and held Qumhana. Forty
civilians were killed in the town on Saturday, doctors said. Fighters
may move along the Khanaser-Athriya road on Friday.
"""
_ANSWER = Resolution | Unresolved


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    path = tmp_path_factory.mktemp("reports") / "night.txt"
    path.write_text(_TEXT, encoding="utf-8")
    return read_report(path)


@pytest.fixture(scope="module")
def reading(report: Report) -> Reading:
    theatre = load_theatre("syria")
    ground = Ground(theatre=theatre, gazetteer=open_gazetteer(theatre))
    (reading,) = read_each(ground, [report])
    return reading


def _codecs() -> tuple[Codec, Codec]:
    """Return two codecs over one pool, so that nothing is remembered from one to the other."""
    bodies: dict[str, bytes] = {}
    pool = Pool(get=bodies.__getitem__, put=bodies.__setitem__)
    return Codec(pool), Codec(pool)


def test_every_value_of_a_reading_comes_back_equal(reading: Reading) -> None:
    write, read = _codecs()
    assert len(reading.claims) >= 3
    for claim in reading.claims:
        assert read.value(write.text(claim), Claim) == claim
    kinds = set()
    for answer in reading.answers.values():
        back = read.shared(write.share(answer, _ANSWER), _ANSWER)
        kinds.add(type(answer))
        assert back == answer
        if isinstance(answer, Resolution):
            assert back.footprint.u50_m == answer.footprint.u50_m
            assert back.footprint.u90_m == answer.footprint.u90_m
            assert [a.weight for a in back.footprint.alternatives] == [
                a.weight for a in answer.footprint.alternatives
            ]
    assert Resolution in kinds


def test_a_count_comes_back_equal(tmp_path: Path) -> None:
    path = tmp_path / "toll.txt"
    path.write_text(" date 2025-03-09\n\nBetween 30 and 40 people were killed, the army said.\n")
    figures = find_figures(read_report(path), load_theatre("syria"))
    write, read = _codecs()
    assert len(figures) == 1
    assert read.value(write.text(figures[0]), Figure) == figures[0]


def test_a_report_comes_back_equal(report: Report) -> None:
    write, read = _codecs()
    assert read.value(write.text(report), Report) == report


def test_a_time_keeps_its_zone_and_its_place_in_the_hour_that_comes_twice() -> None:
    write, read = _codecs()
    zone = ZoneInfo("Europe/Kyiv")
    first = datetime(2025, 10, 26, 3, 30, tzinfo=zone)
    again = first.replace(fold=1)
    interval = Interval(start=first, end=datetime(2025, 10, 26, 5, tzinfo=zone))
    back = read.value(write.text(interval), Interval)
    assert back == interval
    assert back.start.tzinfo is zone
    later = read.value(write.text(Interval(start=again, end=interval.end)), Interval)
    assert later.start.utcoffset() == again.utcoffset() != first.utcoffset()


def test_an_open_end_and_half_a_letter_survive(report: Report) -> None:
    from dataclasses import replace

    write, read = _codecs()
    odd = replace(report, title="half \ud800 a pair")
    assert read.value(write.text(odd), Report) == odd
    assert read.value(write.text(float("inf")), float) == float("inf")


def test_texts_are_plain_json(reading: Reading, tmp_path: Path) -> None:
    import json

    write, _ = _codecs()
    path = tmp_path / "claim.json"
    path.write_text(write.text(reading.claims[0]), encoding="ascii")
    assert json.loads(path.read_text("ascii"))["quote"] == reading.claims[0].quote
