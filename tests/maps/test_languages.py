"""The languages that come with the program, and one that a test makes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from claims.claim import Action, Status
from claims.weighing.grade import reliability
from claims.yaml_text import load_yaml
from maps import draw
from maps.errors import LanguageError
from maps.export import export
from maps.looks.theme import Theme
from maps.wording.language import ENGLISH, LANGUAGES, Language, language, read_language
from maps.wording.language_check import phrases, plural_forms
from maps.wording.words import headline, subtitle, title
from tests.browser import Browser
from tests.maps.situations import hama

OTHERS = [code for code in LANGUAGES if code != "en"]
NAMES = {"government": "Government", "opposition": "Opposition"}


@pytest.mark.parametrize("code", OTHERS)
def test_a_language_has_every_phrase_and_no_strange_one(code: str) -> None:
    # Reading it has checked keys, plural forms and names; what is missing would be English.
    assert language(code).missing == ()


@pytest.mark.parametrize("code", OTHERS)
def test_a_language_names_every_side_and_theatre(code: str) -> None:
    known = load_yaml(Path(f"maps/languages/{code}.yaml").read_text(encoding="utf-8"))
    for folder in Path("claims/theatres").glob("*/theatre.yaml"):
        theatre = load_yaml(folder.read_text(encoding="utf-8"))
        assert theatre["name"] in known["theatres"]
        for side in theatre["sides"]:
            row = side if isinstance(side, dict) else theatre["sides"][side]
            if not row["name"].isupper():
                assert row["name"] in known["sides"], row["name"]


@pytest.mark.parametrize(("code", "count"), [("en", 2), ("fr", 2), ("uk", 4), ("ar", 6)])
def test_phrases_have_the_plural_forms_of_their_language(code: str, count: int) -> None:
    forms = language(code).words["told"]["claims"]
    assert len(forms) == count
    assert len(set(forms.values())) >= min(count, 3) - (code == "fr")


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("uk", {1: "1 заява", 2: "2 заяви", 5: "5 заяв", 11: "11 заяв", 21: "21 заява"}),
        ("ar", {0: "لا إفادات", 1: "إفادة واحدة", 2: "إفادتان", 3: "3 إفادات", 11: "11 إفادة"}),
        ("fr", {0: "0 affirmation", 1: "1 affirmation", 2: "2 affirmations"}),
    ],
)
def test_numbers_choose_their_form(code: str, said: dict[int, str]) -> None:
    assert {n: language(code).say("told.claims", n=n) for n in said} == said


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_browser_chooses_the_same_forms_and_writes_the_same_numbers(
    code: str, browser: Browser, hama_page: Path
) -> None:
    browser.open(hama_page, width=800, height=600)
    tongue = language(code)
    numbers = [*range(130), 1_000, 12_345]
    told = browser.run(
        f"(() => {{ const rules = new Intl.PluralRules('{tongue.locale}');"
        f" const write = new Intl.NumberFormat('{tongue.locale}', {{ numberingSystem: 'latn' }});"
        f" return {json.dumps(numbers)}.map((n) => [rules.select(n), write.format(n)]); }})()"
    )
    assert told == [[tongue._plural(n), tongue.number(n)] for n in numbers]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "27 Nov – 5 Dec 2024"),
        ("fr", "27 nov. – 5 déc. 2024"),
        ("uk", "27 лист. – 5 груд. 2024\u202fр."),
        ("ar", "27 نوفمبر – 5 ديسمبر 2024"),
    ],
)
def test_days_are_written_as_the_language_writes_them(code: str, words: str) -> None:
    said = language(code).days(date(2024, 11, 27), date(2024, 12, 5))
    assert re.sub(r"\s", " ", said) == re.sub(r"\s", " ", words)


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("action", list(Action))
def test_no_headline_of_a_non_fact_reads_like_a_fact(code: str, action: Action) -> None:
    claim = replace(hama().claims[0], action=action, actor_side="government", opponent="them")
    said = {
        status: headline(replace(claim, status=status), NAMES, language(code))
        for status in Status
    }  # fmt: skip
    for status in (Status.PLANNED, Status.FAILED, Status.DENIED):
        assert said[status] not in (said[Status.OCCURRED], said[Status.ONGOING])
    assert len(set(said.values())) == len(Status)
    assert not any(re.search(r"[{}\[\]]", words) for words in said.values())


def test_a_headline_uses_the_forms_of_a_name() -> None:
    claim = replace(
        hama().claims[0], action=Action.ADVANCE, status=Status.OCCURRED,
        actor_side="opposition", opponent_side="government",
    )  # fmt: skip
    assert headline(claim, NAMES, language("fr")) == (
        "Progression de l’opposition contre le gouvernement"
    )
    assert headline(claim, NAMES, language("uk")) == "Просування опозиції проти уряду"


def test_brackets_and_braces_of_a_report_are_left_alone() -> None:
    claim = replace(hama().claims[0], actor_side=None, actor="{opponent} [x|y] {0}",
                    action=Action.ATTACK, status=Status.OCCURRED)  # fmt: skip
    assert "{opponent} [x|y] {0}" in headline(claim, NAMES)


def test_reasons_of_a_grade_are_those_that_claims_give() -> None:
    kinds = ENGLISH.words["told"]["grade_source"]
    grades = load_yaml(Path("claims/grades.yaml").read_text(encoding="utf-8"))
    assert kinds == {kind: row["why"] for kind, row in grades["reliability"].items()}
    assert reliability("outlet", hama().theatre)[1] == kinds["reporter"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_page_says_its_language_and_direction(
    code: str, browser: Browser, tmp_path: Path
) -> None:
    tongue = language(code)
    path = tmp_path / "map.html"
    draw(hama(), theme=Theme(tongue=tongue)).save(path)
    browser.open(path, width=1280, height=800)
    assert browser.complaints == []
    told = browser.run("[document.documentElement.lang, document.documentElement.dir]")
    assert told == [code, tongue.direction]
    panel, stage = browser.run(
        "['fm-panel', 'fm-map'].map((id) => document.getElementById(id))"
        ".map((node) => node.getBoundingClientRect().left)"
    )
    assert (panel > stage) == (tongue.direction == "rtl")


def _loud(value: Any) -> Any:
    """Wrap every phrase in a pair of signs that no other text has."""
    if isinstance(value, dict):
        return {key: _loud(child) for key, child in value.items()}
    return f"⟪{value}⟫" if isinstance(value, str) else value


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Language:
    """A language as somebody would add it: one file, copied from the English one."""
    words = load_yaml(Path("maps/languages/en.yaml").read_text(encoding="utf-8"))
    told = {key: _loud(value) for key, value in words.items() if key not in ("name", "locale")}
    told |= {"name": "Loud", "locale": "en-GB", "forms": words["forms"], "common": []}
    told["sides"] = {name: {"name": f"⟪{name}⟫"} for name in ("Government", "Opposition")}
    told["theatres"] = {"Syria": "⟪Syria⟫"}
    path = tmp_path_factory.mktemp("words") / "en-loud.yaml"
    path.write_text(yaml.safe_dump(told, allow_unicode=True), encoding="utf-8")
    return read_language(path)


# Text nodes without our signs, outside what is isolated, marked as English or said by symbols.
_QUIET = """(() => {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
  const skip = 'script, style, noscript, bdi, body [lang], .fm-text, .fm-chip, code, #fm-rescue';
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const words = node.textContent.trim(), parent = node.parentElement;
    if (!/\\p{L}{2,}/u.test(words) || /[⟪⟫]/.test(words) || parent.closest(skip)) continue;
    found.push(words);
  }
  return found;
})()"""

# What Intl writes, times and the names of zones.
_WRITTEN = re.compile(
    r"^(UTC|km|m|\W|\d|Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)+$"
)


def _quiet(browser: Browser) -> Iterator[str]:
    return (words for words in browser.run(_QUIET) if not _WRITTEN.match(words))


def test_a_page_in_a_new_language_has_no_english_of_its_own(
    made: Language, browser: Browser, tmp_path: Path
) -> None:
    path = tmp_path / "loud.html"
    draw(hama(), theme=Theme(tongue=made)).save(path)
    browser.open(path, width=1280, height=800)
    quiet = set(_quiet(browser))
    for tab in browser.run("[...document.querySelectorAll('[role=tab]')].map((tab) => tab.id)"):
        browser.run(f"document.getElementById('{tab}').click()")
        quiet |= set(_quiet(browser))
    for index in range(len(hama().claims)):
        browser.run(f"frontmap.selectClaim({index})")
        quiet |= set(_quiet(browser))
    assert quiet == set()


def test_a_report_in_a_new_language_has_its_headings_and_lines(made: Language) -> None:
    written = export(hama(), name="a.md", theme=Theme(tongue=made)).content.decode()
    heads = [line for line in written.splitlines() if line.startswith("## ")]
    assert heads
    assert all("⟪" in head for head in heads)
    assert "⟪" in title(hama(), made)
    assert "⟪" in subtitle(hama(), made)


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ({"page": {"nonsense": "x"}}, "nothing is called 'page.nonsense'"),
        ({"page": {"claims": {"other": "{n}"}}}, "page.claims needs a plural form few, many, one"),
        ({"page": {"claims": "{n}"}}, "page.claims needs plural forms"),
        ({"page": {"showing": "{k}"}}, "page.showing leaves out {n}"),
        ({"page": {"showing": "{k} {n} {x}"}}, "page.showing fills in {x}"),
        ({"page": {"close": 3}}, "page.close is no text"),
        (
            {"headline": {"action": {"advance": {"did": "{who}"}}}},
            "advance fills in {who}",
        ),
        ({"locale": "xx-nowhere"}, "no locale 'xx-nowhere'"),
        ({"forms": {"plural": {"names": "(", "is": "sono"}}}, "under names a pattern"),
        ({"forms": {"plural": {"is": "sono"}}}, "under names a pattern"),
    ],
)
def test_a_file_of_words_that_is_not_sound_is_refused_in_one_line(
    words: dict[str, Any], problem: str, tmp_path: Path
) -> None:
    path = tmp_path / "uk.yaml"
    path.write_text(yaml.safe_dump({"locale": "uk"} | words, allow_unicode=True), encoding="utf-8")
    with pytest.raises(LanguageError, match=re.escape(problem)) as caught:
        read_language(path)
    assert "\n" not in str(caught.value)


def test_what_a_file_leaves_out_stays_english_and_is_told(tmp_path: Path) -> None:
    path = tmp_path / "it.yaml"
    path.write_text("name: Italiano\npage: {close: Chiudi}\n", encoding="utf-8")
    italian = read_language(path)
    assert italian.say("page.close") == "Chiudi"
    assert italian.say("page.claim") == "Claim"
    assert "page.claim" in italian.missing
    assert "page.close" not in italian.missing
    assert len(italian.missing) == len(dict(phrases({
        key: value for key, value in ENGLISH.words.items()
        if key not in ("name", "locale", "sides", "theatres", "common")
    }))) - 1  # fmt: skip


def test_a_language_without_words_is_named(tmp_path: Path) -> None:
    with pytest.raises(LanguageError, match=r"no words for the language 'de'.*ar, en, fr, uk"):
        language("de")


@pytest.mark.parametrize("name", ["a.md", "a.kml", "a.geojson", "a.svg"])
@pytest.mark.parametrize("code", OTHERS)
def test_files_in_a_language_are_the_same_bytes_twice(code: str, name: str) -> None:
    theme = Theme(tongue=language(code))
    once = export(hama(), name=name, theme=theme).content
    assert once == export(hama(), name=name, theme=theme).content
    assert language(code).static["limits"] in once.decode() or name == "a.svg"


def test_plural_forms_are_those_of_whole_numbers() -> None:
    from babel import Locale

    assert plural_forms(Locale("uk")) == {"one", "few", "many", "other"}
    assert len(plural_forms(Locale("ar"))) == 6
