from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontmap.refresh.toml_lines import lines_of

PYPROJECT = Path(__file__).parents[3] / "pyproject.toml"

TEXT = '''# [not.a.table]
title = "a # b [x]"     # no comment = 1
"quo.ted" = 1.5
a.b.c = 07:32:00.5
long = """
[nor.this]
kind = "x" ""two"" \\"""
"""
lit = \'\'\'
kind = 1 # ' \'\'
\'\'\'
list = [
  1, # one, [two]
  "three, four",
  [5,
   6],
  { k = { d.e = 1 }, m = [
    2] },
]

[window]
days = 2024-01-02 03:04:05

[[sources]]
kind = "feed"
[sources.more]
z = 1
[[sources]]

  kind = 'rss2'
[[sources.sub]]
q=-1e-5
[[sources.sub]]
q=[]
r={}
s=1
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("title",), 2),
        (("quo.ted",), 3),
        (("a", "b", "c"), 4),
        (("long",), 5),
        (("lit",), 9),
        (("list", 1), 14),
        (("list", 2, 1), 16),
        (("list", 3, "k", "d", "e"), 17),
        (("list", 3, "m", 0), 18),
        (("window", "days"), 22),
        (("sources", 0), 24),
        (("sources", 0, "kind"), 25),
        (("sources", 0, "more", "z"), 27),
        (("sources", 1, "kind"), 30),
        (("sources", 1, "sub", 1, "s"), 36),
    ],
)
def test_a_key_is_found_on_its_line(path: tuple[str | int, ...], line: int) -> None:
    assert lines_of(TEXT)[path] == line


def paths(value: object, above: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    if above:
        yield above
    if isinstance(value, dict):
        for key, child in value.items():
            yield from paths(child, (*above, key))
    elif isinstance(value, list):
        for number, child in enumerate(value):
            yield from paths(child, (*above, number))


@pytest.mark.parametrize("text", [TEXT, TEXT.replace("\n", "\r\n"), PYPROJECT.read_text("utf-8")])
def test_every_key_that_tomllib_reads_has_a_line_that_holds_it(text: str) -> None:
    found, rows = lines_of(text), text.split("\n")
    assert set(found) == set(paths(tomllib.loads(text)))
    for path, line in found.items():
        if isinstance(path[-1], str):
            assert path[-1] in rows[line - 1]


STRINGS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]) | st.sampled_from("[]{}#=,.\\"),
    max_size=12,
)
QUOTED = st.sampled_from(["'''{0}\n{0}'''", '"""\n{0}\n\n{0}"""', "'{0}'", '"{0}"'])


@given(STRINGS, QUOTED)
def test_nothing_inside_a_string_is_taken_for_a_key(inner: str, quotes: str) -> None:
    plain = inner.replace("'", "").replace('"', "").replace("\\", "\\\\" if '"' in quotes else "")
    text = f"[one]\nfirst = {quotes.format(plain)} # {plain}\nlast = [1]\n"
    found = lines_of(text)
    assert set(found) == set(paths(tomllib.loads(text)))
    assert found["one", "last"] == text[: text.index("\nlast")].count("\n") + 2
