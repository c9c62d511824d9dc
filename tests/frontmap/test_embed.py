"""`frontmap draw --embed`: what is written, what is printed, what is refused."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable
from pathlib import Path

import pytest

from maps.embed import host_script
from tests.frontmap.conftest import Run

ROOT = Path(__file__).parent.parent.parent


def test_a_frame_is_printed_and_its_map_written(
    run: Callable[..., Run], reports: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out" / "map of today.html"
    done = run("draw", reports / "good.txt", "-o", out, "--embed", "--title", "Hama & around")
    assert done.code == 0
    assert done.out.startswith(
        '<iframe data-frontmap src="map%20of%20today.html" '
        'title="Hama &#38; around: map of claims, not verified" sandbox="allow-scripts" '
        'loading="lazy" width="100%" height="640"'
    )
    assert f"<script>\n{host_script()}</script>\n" in done.out
    assert "fm-embedded" in out.read_text(encoding="utf-8")
    assert [path.name for path in out.parent.iterdir()] == [out.name]
    assert "drawn: 2" in done.err


def test_a_still_picture_stands_in_for_the_map(
    run: Callable[..., Run], reports: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out" / "map.html"
    done = run("draw", reports / "good.txt", "-o", out, "--embed", "--still", "-q")
    width, height = struct.unpack(">II", (out.parent / "map.html.png").read_bytes()[16:24])
    assert '<img src="map.html.png" alt="Map of what is claimed, not verified:' in done.out
    assert f'width="{width}" height="{height}"' in done.out
    assert "On the map: 2; listed as not drawn: 0." in done.out
    assert done.err == ""


def test_a_map_without_a_file_stands_in_its_frame(run: Callable[..., Run], reports: Path) -> None:
    done = run("draw", reports / "good.txt", "-o", "-", "--embed", "--no-time", "-q")
    assert done.out.startswith('<iframe data-frontmap srcdoc="<!DOCTYPE html>')
    assert "fm-embedded fm-untimed" in done.out


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--still"], "--still is for embedded maps"),
        (["--no-time"], "--no-time is for embedded maps"),
        (["--embed", "--still", "-o", "-"], "--still writes a file beside the map"),
    ],
)
def test_options_that_make_no_sense_are_refused(
    run: Callable[..., Run], reports: Path, options: list[str], said: str
) -> None:
    done = run("draw", reports / "good.txt", *options)
    assert done.code == 2
    assert said in " ".join(re.sub(r"[│╭╮╰╯─]", "", done.err).split())


def test_the_manual_shows_the_script_that_is_printed() -> None:
    assert host_script() in (ROOT / "docs" / "embedding.md").read_text(encoding="utf-8")
