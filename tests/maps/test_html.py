"""Bytes: the same every time, all in one file, whole or not at all."""

from __future__ import annotations

import base64
import hashlib
import io
import os
import re
import subprocess
import sys
from html import unescape
from pathlib import Path

import folium
import pytest
from folium.plugins import MarkerCluster

from maps import ExportError, FrontMap, PageError, draw
from maps.export import SUFFIXES
from maps.html import number_ids, write_atomically
from maps.looks.theme import Theme
from maps.wording.language import language
from tests.maps.ground import TOWNS
from tests.maps.situations import hama

_AGAIN = """
import hashlib
import folium
from maps import draw
from maps.export import SUFFIXES, export
from tests.maps.ground import TOWNS
from tests.maps.situations import hama
front = draw(hama(), towns=TOWNS)
folium.Marker((35.1, 36.7), popup="mine").add_to(front)
made = {"page": front.to_html().encode()}
made |= {suffix: export(hama(), name="map" + suffix).content for suffix in SUFFIXES}
for form, content in made.items():
    print(form, hashlib.sha256(content).hexdigest())
"""


def _with_layers() -> FrontMap:
    front = draw(hama(), towns=TOWNS)
    folium.Marker((35.1, 36.7), popup="mine").add_to(front)
    return front


def test_two_renders_of_one_map_are_the_same_bytes() -> None:
    front = _with_layers()
    assert front.to_html() == front.to_html()


def test_two_maps_of_one_situation_are_the_same_bytes() -> None:
    assert _with_layers().to_html() == _with_layers().to_html()
    assert draw(hama()).to_html() == draw(hama()).to_html()


def test_two_processes_with_different_hash_seeds_write_the_same_bytes_in_every_form() -> None:
    first, second = (
        subprocess.run(
            [sys.executable, "-c", _AGAIN], check=True, capture_output=True, text=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone}, cwd=Path(__file__).parents[2],
        ).stdout.splitlines()
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    )  # fmt: skip
    assert first == second
    here = hashlib.sha256(_with_layers().to_html().encode()).hexdigest()
    assert first[0] == f"page {here}"
    assert [line.split()[0] for line in first[1:]] == list(SUFFIXES)


def test_every_script_is_named_by_its_hash_and_nothing_else_may_load() -> None:
    html = _with_layers().to_html()
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]+)"', html)
    scripts = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    hashes = [base64.b64encode(hashlib.sha256(s.encode()).digest()).decode() for s in scripts]
    assert len(scripts) == 6
    allowed = " ".join(f"'sha256-{h}'" for h in hashes)
    assert policy == (
        f"default-src 'none'; script-src {allowed}; "
        "style-src 'unsafe-inline'; img-src data:; base-uri 'none'"
    )


@pytest.mark.parametrize("code", ["en", "ar"])
def test_the_page_is_ascii_and_says_the_same(code: str) -> None:
    front = draw(hama(), title="حماة – Hama", theme=Theme(tongue=language(code)))
    html = front.to_html()
    assert html.isascii()
    assert "<title>حماة – Hama</title>" in unescape(html)
    assert '"\\u25d0"' in html  # a letter of a script
    assert unescape(html).count("–") > 1


def test_no_tag_points_outside_the_file() -> None:
    html = _with_layers().to_html()
    tags = re.sub(r"<script.*?</script>|<style>.*?</style>", "", html, flags=re.DOTALL)
    # Readers without scripts get links to the reports, which load nothing by themselves.
    links = [f'<a href="https://example.org/r{n}" rel="noopener noreferrer">' for n in range(1, 6)]
    assert sorted(re.findall(r"<[^>]*(?:src|href)=[^>]*>", tags)) == links
    assert "jquery" not in html.lower()
    assert "cdn." not in html


def test_a_plain_map_carries_no_stand_in_for_folium_libraries() -> None:
    assert "AwesomeMarkers" not in draw(hama()).to_html()
    assert "AwesomeMarkers" in _with_layers().to_html()


def test_save_writes_to_html_and_nothing_beside_it(tmp_path: Path) -> None:
    front = draw(hama())
    front.save(tmp_path / "map.html")
    front.save(str(tmp_path / "text.html"))
    assert sorted(p.name for p in tmp_path.iterdir()) == ["map.html", "text.html"]
    assert (tmp_path / "map.html").read_text(encoding="utf-8") == front.to_html()
    assert (tmp_path / "map.html").stat().st_mode & 0o044 == 0o044


def test_save_takes_an_open_file() -> None:
    stream = io.BytesIO()
    front = draw(hama())
    front.save(stream, close_file=False)
    assert stream.getvalue().decode() == front.to_html()


def test_a_notebook_gets_the_page_in_a_frame() -> None:
    frame = draw(hama())._repr_html_()
    assert "<iframe" in frame
    assert "what is claimed" in frame


def test_an_unwritable_place_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"cannot write .*missing/map\.html: .*give a writable"):
        draw(hama()).save(tmp_path / "missing" / "map.html")
    assert list(tmp_path.iterdir()) == []


def test_a_failed_write_keeps_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "map.html"
    path.write_text("old", encoding="utf-8")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ExportError, match="No space left on device"):
        write_atomically(path, "new")
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_keeps_its_permission(tmp_path: Path) -> None:
    path = tmp_path / "map.html"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o640)
    write_atomically(path, "new")
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_layer_that_needs_other_files_is_refused_with_the_way_out() -> None:
    for layer in (MarkerCluster(), folium.TileLayer("OpenStreetMap")):
        front = draw(hama())
        layer.add_to(front)
        with pytest.raises(PageError, match="online=True"):
            front.to_html()


def test_an_online_map_may_load_what_its_layers_need() -> None:
    front = draw(hama(), online=True)
    MarkerCluster().add_to(front)
    folium.TileLayer("OpenStreetMap").add_to(front)
    html = front.to_html()
    assert "markercluster" in html
    assert "img-src data: https:" in html
    assert html == front.to_html()


def test_what_a_user_puts_on_the_page_itself_is_kept() -> None:
    front = draw(hama())
    page = front.get_root()
    page.header.add_child(folium.Element("<style>.x { color: red }</style>"))
    page.html.add_child(folium.Element("<p class=x>my words</p><script>window.mine = 1</script>"))
    html = front.to_html()
    assert "<p class=x>my words</p>" in html
    assert ".x { color: red }" in html
    digest = base64.b64encode(hashlib.sha256(b"window.mine = 1").digest()).decode()
    assert f"'sha256-{digest}'" in html


def test_ids_agree_over_the_parts_of_the_page() -> None:
    front = draw(hama())
    circle = folium.Circle((35.1, 36.7), radius=9).add_to(front)
    name = f"<style>#{circle.get_name()} {{}}</style>"
    front.get_root().header.add_child(folium.Element(name))
    html = front.to_html()
    (styled,) = re.findall(r"<style>#(circle_\d+) {}</style>", html)
    assert f"var {styled} = L.circle(" in html


def test_a_map_on_a_figure_of_another_kind_is_refused() -> None:
    figure = folium.Figure()
    draw(hama()).add_to(figure)
    with pytest.raises(PageError, match="_repr_html_"):
        figure.render()


def test_counted_ids_leave_other_words_alone() -> None:
    sha = "a" * 64
    assert number_ids(f"sha256_{sha} map_{'b' * 32}") == f"sha256_{sha} map_1"
