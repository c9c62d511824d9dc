from __future__ import annotations

import re
from pathlib import Path

import pytest

from maps import draw
from maps.errors import ThemeError
from maps.export import export
from maps.looks.sides import book_of
from maps.looks.theme import Theme, painted, read_theme
from maps.packed.pack import unpack
from maps.wording.language import language
from tests.maps.situations import hama


def _theme(folder: Path, text: str) -> Theme:
    path = folder / "theme.yaml"
    path.write_text(text, encoding="utf-8")
    return read_theme(path)


def test_a_theme_sets_title_subtitle_credit_language_and_sides(tmp_path: Path) -> None:
    theme = _theme(
        tmp_path,
        'title: Around Hama\nsubtitle: Day by day\ncredit: "Map: The Desk"\nlanguage: fr\n'
        'palette:\n  government: {name: Damascus, colour: "#7a1f1f"}\n  opposition: "#0b5fa4"\n',
    )
    front = draw(hama(), theme=theme)
    head, _, _ = unpack(front.packed)
    assert front.title == head["title"] == "Around Hama"
    assert head["subtitle"].startswith("Day by day · ")
    assert head["credits"][0] == {"text": "Map: The Desk", "must": True}
    assert head["language"] == "fr"
    sides = {side["id"]: (side["name"], side["colour"]) for side in head["sides"]}
    assert sides["government"] == ("Damascus", "#7a1f1f")
    assert sides["opposition"] == ("Opposition", "#0b5fa4")


def test_a_theme_counts_for_reports_too(tmp_path: Path) -> None:
    theme = _theme(tmp_path, 'title: Around Hama\nsubtitle: Day by day\ncredit: "Map: The Desk"\n')
    written = export(hama(), name="a.md", theme=theme).content.decode()
    for words in ("# Around Hama", "Day by day", "Map: The Desk"):
        assert words in written


def test_a_list_of_colours_goes_to_the_sides_that_claims_name(tmp_path: Path) -> None:
    colours = ["#7a1f1f", "#0b5fa4", "#2b2b2b", "#663d5f", "#305035", "#101a4c"]
    theme = _theme(tmp_path, f"palette: {colours}\n".replace("'", '"'))
    claims = hama().claims
    named = {s for claim in claims for s in (claim.actor_side, claim.opponent_side) if s}
    book = book_of(painted(hama(), theme))
    given = [style.colour for side, style in book.styles.items() if side in named]
    assert given == colours[: len(named)]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("colors: [1]\n", "nothing is called 'colors'; known are title, subtitle, credit"),
        ('palette: ["#zzzzzz"]\n', "'#zzzzzz' is no colour"),
        ("palette: {government: red}\n", "'red' is no colour"),
        ('palette: ["#ffff00"]\n', "#ffff00 is too pale for the map"),
        ('palette: ["#7a1f1f", "#7A1F1F"]\n', "#7a1f1f stands twice"),
        ('palette: {government: {color: "#7a1f1f"}}\n', "government has no 'color'"),
        ("palette: {government: {name: 3}}\n", "the name of government is no text"),
        ("palette: blue\n", "palette is no list of colours and no table of sides"),
        ("title: 3\n", "title is no text"),
        ("title: [\n", "is no YAML"),
        ("just words\n", "sets nothing"),
    ],
)
def test_a_theme_that_is_not_sound_is_refused_in_one_line(
    text: str, problem: str, tmp_path: Path
) -> None:
    with pytest.raises(ThemeError, match=re.escape(problem)) as caught:
        _theme(tmp_path, text)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("theme", "problem"),
    [
        (
            Theme(colours=("#7a1f1f",)),
            "1 colours are too few for",
        ),
        (Theme(sides={"mars": {"colour": "#7a1f1f"}}), "a side 'mars'; the map has government"),
        (
            Theme(sides={s: {"colour": "#7a1f1f"} for s in ("government", "opposition")}),
            "government and opposition would both be #7a1f1f",
        ),
    ],
)
def test_a_palette_that_does_not_fit_the_sides_is_refused(theme: Theme, problem: str) -> None:
    with pytest.raises(ThemeError, match=problem):
        draw(hama(), theme=theme)


def test_a_theme_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ThemeError, match="cannot read"):
        read_theme(tmp_path / "none.yaml")


def test_a_language_that_is_asked_for_stands_before_that_of_the_theme(tmp_path: Path) -> None:
    path = tmp_path / "theme.yaml"
    path.write_text("language: fr\n", encoding="utf-8")
    assert read_theme(path, tongue=language("uk")).tongue.code == "uk"


def test_words_may_lie_beside_the_theme(tmp_path: Path) -> None:
    (tmp_path / "it.yaml").write_text("page: {close: Chiudi}\n", encoding="utf-8")
    assert _theme(tmp_path, "language: it.yaml\n").tongue.say("page.close") == "Chiudi"
