"""What is wrong with a theatre's files is said in one line: file, line, field, way out."""

from __future__ import annotations

from pathlib import Path

import pytest

from claims.errors import TheatreError
from claims.sides.theatre_files import load_theatre

HEAD = """\
id: coast
name: The coast
timezone: UTC
sides:
- {id: red, name: Red, colour: '#A63C06'}
- {id: blue, name: Blue, colour: '#0B6FA4'}
"""
GUARD = "- id: guard\n  name: Coast Guard\n  side: red\n"


def _folder(tmp_path: Path, **files: str) -> Path:
    for name, content in ({"theatre": HEAD} | files).items():
        (tmp_path / f"{name}.yaml").write_text(content, encoding="utf-8")
    return tmp_path


def test_theatre_yaml_alone_is_a_theatre(tmp_path: Path) -> None:
    theatre = load_theatre(_folder(tmp_path))
    assert [side.id for side in theatre.sides] == ["red", "blue"]
    assert (theatre.actors, theatre.cues) == ((), ())


def test_the_press_of_the_world_gives_way_to_a_source_of_the_theatre(tmp_path: Path) -> None:
    rows = "- {id: wire, name: Our wire, aliases: [REUTERS], leaning: red}\n"
    sources = load_theatre(_folder(tmp_path, sources=rows)).sources
    assert sources[0].leaning == "red"
    names = [source.name for source in sources]
    assert "AFP" in names
    assert "Reuters" not in names


@pytest.mark.parametrize(("added", "told"), [
    (HEAD.replace("id: coast\n", ""), r"theatre\.yaml, line 1, id: is missing; add it"),
    (HEAD.replace("id: coast", "id: The Coast"), r"line 1, id: 'The Coast' is no id"),
    (HEAD.replace("id: coast", "id: neutral"), r"line 1, id: 'neutral' stands for"),
    (HEAD.replace("UTC", "Mars/Olympus"), r"line 3, timezone: 'Mars/Olympus' is no IANA zone"),
    (HEAD.replace("UTC", "12"), r"line 3, timezone: 12 is no text"),
    (HEAD.partition("sides")[0], r"sides: is missing or no list; give at least one side"),
    (HEAD.replace("'#A63C06'", "red"), r"line 4, sides: colour 'red' is none; write"),
    (HEAD + "- {id: c, name: C, colour: '#000000', dash: wavy}", r"dash: 'wavy' is unknown; use"),
    (HEAD + "- green", r"line 4, sides: 'green' is no side"),
    (HEAD + "colour: x", r"line 7, colour: is no field here; use"),
    (HEAD + "countries: [Syria]", r"line 7, countries: 'Syria' is no ISO 3166-1 code"),
    (HEAD + "countries: [NO]", r"line 7, countries: False is no text; put it in quotes"),
    (HEAD + "countries: SY", r"line 7, countries: 'SY' is no list"),
    (HEAD + "metonyms: {grey: [Capital]}", r"line 7, metonyms: 'grey' is no side of .*red, blue"),
    (HEAD + "metonyms: {red: Capital}", r"line 7, metonyms: 'Capital' is no list"),
    (HEAD + "adjectives: {Greyish: grey}", r"line 7, adjectives: 'grey' is no side"),
    (HEAD + "adjectives: [Reddish]", r"line 7, adjectives: is no mapping"),
    (HEAD + "plain: {rebels: red}", r"line 7, plain: 'rebels' is unknown; use government, oppos"),
    (HEAD + "plain: {opposition: grey}", r"line 7, plain: 'grey' is no side"),
    (HEAD + "lands: {Syria: red}", r"line 7, lands: 'Syria' is no ISO 3166-1 code"),
    (HEAD + "lands: {SY: grey}", r"line 7, lands: 'grey' is no side"),
    (HEAD + "fought_over: [[40, 36, 38, 37]]", r"line 7, fought_over: .* is no box; write \[west"),
    (HEAD + "fought_over: [here]", r"line 7, fought_over: 'here' is no box"),
    (HEAD + "recognise: {certain: [Cape]}", r"recognise: 'certain' is unknown; use sure, likely"),
    (HEAD + "recognise: ['--']", r"recognise: '--' is no text"),
    (HEAD + "since: last May", r"line 7, since: 'last May' is no day"),
    ("- a\n- b", r"theatre\.yaml, line 1: \['a', 'b'\] is no mapping"),
    ("id: [", r"theatre\.yaml cannot be read"),
])  # fmt: skip
def test_a_fault_of_the_head_is_told(tmp_path: Path, added: str, told: str) -> None:
    with pytest.raises(TheatreError, match=told) as caught:
        load_theatre(_folder(tmp_path, theatre=added))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(("actors", "told"), [
    (GUARD.replace("red", "grey"), r"actors\.yaml, line 3, side: 'grey' is no side"),
    (GUARD + "  alias: [x]", r"line 4, alias: is no field here; use aliases, id"),
    (GUARD + "  aliases: [155]", r"line 4, aliases: 155 is no text; put it in quotes"),
    (GUARD + GUARD, r"line 4, id: 'guard' stands twice"),
    (GUARD + "- {id: b, name: B, side: blue, aliases: [coast guard]}",
     r"line 4, aliases: 'coast guard' stands with 'Coast Guard' too"),
    ("guard: red", r"actors\.yaml is no list"),
    ("- guard", r"actors\.yaml, line 1: 'guard' is no mapping"),
])  # fmt: skip
def test_a_fault_of_an_actor_is_told(tmp_path: Path, actors: str, told: str) -> None:
    with pytest.raises(TheatreError, match=told) as caught:
        load_theatre(_folder(tmp_path, actors=actors))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(("sources", "told"), [
    ("- {id: a, name: A, kind: paper}", r"kind: 'paper' is unknown; use one of belligerent-media"),
    ("- {id: a, name: A, leaning: grey}", r"sources\.yaml, line 1, leaning: 'grey' is no side"),
    ("- {id: a}", r"line 1, name: is missing; add it"),
])  # fmt: skip
def test_a_fault_of_a_source_is_told(tmp_path: Path, sources: str, told: str) -> None:
    with pytest.raises(TheatreError, match=told):
        load_theatre(_folder(tmp_path, sources=sources))


def test_two_own_theatres_of_one_id_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from claims.sides.theatre_files import recognise_theatre

    monkeypatch.setenv("FRONTMAP_HOME", str(tmp_path))
    for name in ("one", "two"):
        (tmp_path / "theatres" / name).mkdir(parents=True)
        _folder(tmp_path / "theatres" / name)
    with pytest.raises(TheatreError, match=r"is the id in .*one and .*two; change one"):
        recognise_theatre(["The coast is quiet."])
