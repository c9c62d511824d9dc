"""``import frontmap``: the few calls that users write, and how a run speaks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import folium
import pytest

import frontmap
from frontmap.console import Console
from frontmap.walk import NothingReadError


def test_draw_gives_a_folium_map_and_the_bytes_of_the_command(reports: Path, run: Callable) -> None:
    out = reports / "new" / "library.html"
    drawn = frontmap.draw(reports / "good.txt", out=out, title="As claimed")
    run("draw", reports / "good.txt", "-o", reports / "command.html", "--title", "As claimed")
    assert isinstance(drawn, folium.Map)
    assert out.read_bytes() == (reports / "command.html").read_bytes()


def test_an_input_that_was_left_out_is_a_warning_at_the_call(reports: Path) -> None:
    with pytest.warns(UserWarning, match="is empty") as caught:
        situation = frontmap.assess([reports / "empty.txt", str(reports / "good.txt")])
    assert len(situation.claims) == 2
    assert caught[0].filename == __file__


def test_nothing_to_read_is_an_error(reports: Path) -> None:
    with pytest.raises(NothingReadError), pytest.warns(UserWarning, match="does not exist"):
        frontmap.assess(reports / "missing.txt")


def test_progress_is_shown_to_people_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    assert Console().progress is None
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    assert Console().progress is not None
    assert Console(quiet=True).progress is None


def test_progress_clears_its_line_when_done(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    show = Console().progress
    assert show is not None
    show("index of SY", 0.5)
    assert capsys.readouterr().err.endswith("index of SY [###############               ] 50%")
    show("index of SY", 1.0)
    assert capsys.readouterr().err == "\r\033[K"
