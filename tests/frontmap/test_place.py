"""``frontmap place`` and ``frontmap gazetteer``: questions about places."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from frontmap.questions import QuestionError, parse_question

FIELDS = ["text", "status", "reason", "lon", "lat", "uncertainty_m", "footprint", "entry"]


def ask(run: Callable, *arguments: str) -> dict:
    result = run("place", *arguments, "--json")
    assert result.code == 0
    assert result.err == ""
    return json.loads(result.out)


@pytest.mark.parametrize(
    ("text", "entry", "shape"),
    [
        ("Suran", "syria:suran", "Point"),
        ("15 km north of Hama", "syria:hama", "Polygon"),
        ("the Khanaser-Athriya road", "syria:ithriya-khanasir-road", "LineString"),
    ],
)
def test_a_place_is_answered_with_its_entry_and_shape(
    run: Callable, text: str, entry: str, shape: str
) -> None:
    answer = ask(run, text, "--theatre", "syria")
    assert set(FIELDS) | {"candidates"} <= set(answer)
    assert (answer["text"], answer["status"]) == (text, "resolved")
    assert answer["entry"]["id"] == entry
    assert answer["footprint"]["type"] == shape
    assert answer["uncertainty_m"] > 0
    assert answer["candidates"][0] == answer["entry"]


def test_a_place_that_nobody_knows_is_an_honest_no(run: Callable) -> None:
    answer = ask(run, "the Abu Ward farm", "--theatre", "syria")
    assert answer["status"] == "unresolved"
    assert [answer[name] for name in FIELDS[3:]] == [None] * 5
    assert answer["reason"]


@pytest.mark.parametrize(
    "hint", [("--country", "ua"), ("--near", "37.6,49.8"), ("--context", "Kharkiv")]
)
def test_the_surroundings_open_a_country_with_its_small_towns(
    run: Callable, hint: tuple[str, str]
) -> None:
    answer = ask(run, "Dvorichna", *hint)
    assert answer["entry"]["country"] == "UA"
    assert (round(answer["lon"], 1), round(answer["lat"], 1)) == (37.7, 49.8)


def test_words_for_people_name_shape_reason_and_source(run: Callable) -> None:
    lines = run("place", "15 km north of Hama", "--theatre", "syria").out.splitlines()
    assert lines[0] == "15 km north of Hama: resolved"
    assert lines[1].startswith("  lon 36.7")
    assert lines[2] == "  sector 15 km ± 2.5 km north of Hama"
    assert any("GeoNames" in line and "CC BY 4.0" in line for line in lines)


def test_a_batch_answers_line_for_line_also_where_a_line_is_wrong(
    run: Callable, tmp_path: Path
) -> None:
    batch = tmp_path / "names.txt"
    lines = ["Suran", '{"text": "Morek", "context": ["Hama"]}', "{broken", "", '{"near": [1, 2]}']
    batch.write_text("\n".join(lines) + "\n", encoding="utf-8")
    result = run("place", "--batch", batch, "--theatre", "syria")
    answers = [json.loads(line) for line in result.out.splitlines()]
    assert [answer["status"] for answer in answers] == ["resolved"] * 2 + ["unresolved"] * 3
    assert all(set(answer) == set(answers[0]) for answer in answers)
    assert [line.split(": ")[1] for line in result.err.splitlines()] == [
        f"{batch}, line {number}" for number in (3, 4, 5)
    ]
    assert result.code == 3


def test_a_batch_from_stdin_may_hold_any_letters(run: Callable) -> None:
    result = run("place", "--batch", "-", "--theatre", "syria", stdin="صوران\n")
    assert json.loads(result.out)["text"] == "صوران"


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["Hama", "--near", "400,1"], "'400,1' is no LON,LAT"),
        (["Hama", "--near", "here"], "'here' is no LON,LAT"),
        (["Hama", "--country", "ZZ"], "'ZZ'"),
        (["Hama", "--theatre", "narnia"], "narnia"),
        (["--batch", "no-such-file"], "no-such-file: cannot be opened"),
        ([" "], "names no place"),
    ],
)
def test_a_wrong_question_is_one_line_and_two(
    run: Callable, arguments: list[str], problem: str
) -> None:
    result = run("place", *arguments)
    (line,) = result.err.splitlines()
    assert result.code == 2
    assert problem in line
    assert result.out == ""


def test_a_question_without_text_is_wrong_usage(run: Callable) -> None:
    assert run("place").code == 2
    assert run("place", "Hama", "--batch", "names.txt").code == 2


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ('{"text": 1}', 'has no "text"'),
        ('{"text": "x", "city": "y"}', "a field 'city'"),
        ('{"text": "x", "near": [1]}', "is no LON,LAT"),
        ('{"text": "x", "near": [true, {}]}', "is no LON,LAT"),
        ('{"text": "x", "context": [1]}', "'context'"),
        ('{"text": "x", "country": {"a": 1}}', "'country'"),
        pytest.param('{"text":' * 100_000, "is no JSON", id="deep"),
        ('{"text": "x", "near": [NaN, 1]}', "is no LON,LAT"),
    ],
)
def test_a_field_that_cannot_be_read_is_named(line: str, problem: str) -> None:
    with pytest.raises(QuestionError, match=problem):
        parse_question(line)


def test_the_gazetteer_lists_theatres_and_the_world(run: Callable) -> None:
    rows = [json.loads(line) for line in run("gazetteer", "list", "--json").out.splitlines()]
    names = {row["name"]: row for row in rows}
    assert names["syria"]["places"] >= 150
    assert "GeoNames" in names["world"]["countries"]


def test_a_country_says_how_many_places_it_holds_and_their_licence(run: Callable) -> None:
    result = run("gazetteer", "info", "lb", "--json")
    row = json.loads(result.out.splitlines()[0])
    assert (row["name"], row["source"], row["licence"]) == ("LB", "GeoNames", "CC BY 4.0")
    assert row["places"] > 0
    assert row["size_bytes"] > 0


def test_an_unknown_country_is_one_line_and_two(run: Callable) -> None:
    result = run("gazetteer", "info", "narnia")
    assert result.code == 2
    assert len(result.err.splitlines()) == 1
