"""How well toponyms are recognised in the five first reports: recall and precision.

The gold stands in ``seed_toponym_spans.csv``: characters ``[start, end)`` of each toponym in the
report as read from ``../shared``. Every name of a place was judged by eye, by one annotator.

``place``
    Names a place where something happens or could happen, with its countries and districts:
    "northern rural Hama", "Damascus, Syria", both ends of a road. All of them are to be found.
``other``
    Names a place in earnest, but none of the war: the boilerplate of an agency, a far background.
    Finding it is neither right nor wrong.

Whatever else is found is wrong: datelines, governments ("assured Damascus", "Moscow ... agreed"),
armies, envoys ("ambassador to X"), owners ("X's second-largest city"), agreements, outlets, people.
The toponyms that the labels of these reports place must all be in the gold.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from claims.assess import open_gazetteer
from claims.sides.theatre_files import load_theatre
from claims.yaml_text import load_yaml
from gazetteer.place import PlaceExpression
from gazetteer.wording.mentions import find_mentions

SHARED = Path(__file__).parents[3] / "shared"
LEAST_RECALL = 0.97
LEAST_PRECISION = 0.95

pytestmark = pytest.mark.skipif(
    not (SHARED / "reports" / "seeds").is_dir(), reason="the reports of ../shared are not here"
)

Span = tuple[int, int]


def gold(verdict: str) -> set[tuple[str, Span]]:
    table = Path(__file__).parent / "seed_toponym_spans.csv"
    with table.open(encoding="utf-8", newline="") as file:
        return {
            (row["report"], (int(row["start"]), int(row["end"])))
            for row in csv.DictReader(file)
            if row["verdict"] == verdict
        }


def report_texts() -> dict[str, str]:
    folder = SHARED / "reports" / "seeds"
    return {path.name[:3]: path.read_text(encoding="utf-8") for path in folder.glob("*.txt")}


def head_spans(text: str, expression: PlaceExpression | None, start: int) -> Iterator[Span]:
    """Find every head of an expression in the text, those of its holders as well."""
    while expression is not None:
        for head in expression.heads:
            at = text.find(head, start)
            yield at, at + len(head)
            start = at + len(head)
        expression = expression.within


@pytest.fixture(scope="module")
def found(shipped_home: Path) -> set[tuple[str, Span]]:
    gazetteer = open_gazetteer(load_theatre("syria"), home=shipped_home)
    return {
        (report, span)
        for report, text in report_texts().items()
        for mention in find_mentions(text, known_spans=gazetteer.spans(text))
        for span in head_spans(text, mention.expression, mention.start)
    }


def meets(one: tuple[str, Span], spans: set[tuple[str, Span]]) -> bool:
    report, (start, end) = one
    return any(r == report and a < end and start < b for r, (a, b) in spans)


def test_nearly_every_toponym_of_the_first_reports_is_found(found: set[tuple[str, Span]]) -> None:
    places = gold("place")
    missed = sorted(place for place in places if not meets(place, found))
    assert 1 - len(missed) / len(places) >= LEAST_RECALL, missed


def test_nearly_all_that_is_found_is_a_place(found: set[tuple[str, Span]]) -> None:
    texts = report_texts()
    counted = {span for span in found if not meets(span, gold("other"))}
    wrong = [
        (report, texts[report][start - 20 : end + 20])
        for report, (start, end) in sorted(counted)
        if not meets((report, (start, end)), gold("place"))
    ]
    assert 1 - len(wrong) / len(counted) >= LEAST_PRECISION, wrong


def test_the_gold_stands_where_it_says() -> None:
    texts = report_texts()
    with (Path(__file__).parent / "seed_toponym_spans.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    spans = {
        row["toponym"]: texts[row["report"]][int(row["start"]) : int(row["end"])] for row in rows
    }
    assert {name: there for name, there in spans.items() if name != there} == {}


def labelled_places() -> Iterator[tuple[str, Span]]:
    """Find the capitalised places of the labelled claims in their reports."""
    labels = SHARED / "reports" / "labels" / "seeds_in_depth.yaml"
    document = load_yaml(labels.read_text(encoding="utf-8"))
    texts = report_texts()
    for claim in document["claims"]:
        for place in claim.get("places", ()):
            words = place.get("text") or ""
            start, end = claim["span"]
            at = texts[claim["doc"]].find(words, start, end) if words else -1
            named = any(word[0].isupper() for word in words.split() if word not in ("The", "In"))
            if at >= 0 and named:
                yield claim["doc"], (at, at + len(words))


def test_the_gold_holds_every_named_place_of_the_labels() -> None:
    labelled = set(labelled_places())
    either = gold("place") | gold("other")
    texts = report_texts()
    lost = [
        texts[report][a:b] for report, (a, b) in labelled if not meets((report, (a, b)), either)
    ]
    assert len(labelled) >= 50
    assert lost == []
