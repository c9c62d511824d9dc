"""The gallery as it is made: every page opens, its counts add up, and no picture is blank."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock
from matplotlib.image import imread
from pypdf import PdfReader

from tests.browser import Browser
from tests.maps.hosts import FrameBrowser, serving

ROOT = Path(__file__).parents[2]
PAGES = ("day.html", "week.html", "two-sources.html", "embed.html")
PICTURES = (
    "day.png", "week.png", "week-moment.png", "week-phone.png", "only-ukraine.png",
    "only-russia.png", "article.png", "notebook.png", "print.png",
)  # fmt: skip


@pytest.fixture(scope="module")
def gallery(run_folder: Path, shipped_home: Path) -> Path:
    """The gallery as its script makes it, once for all processes of the tests."""
    folder = run_folder / "gallery"
    path = os.pathsep.join([str(ROOT), str(ROOT / "scripts")])
    with FileLock(f"{folder}.lock"):
        if not folder.exists():
            making = run_folder / "gallery.part"
            subprocess.run(
                [sys.executable, "-W", "error", "-m", "gallery_pages", str(making)],
                check=True,
                env={**os.environ, "PYTHONPATH": path, "FRONTMAP_HOME": str(shipped_home)},
            )
            making.rename(folder)
    return folder


COUNTS = """(() => {
  const { claims } = frontmap, drawn = claims.filter((c) => c.site !== undefined).length;
  const words = document.querySelector('#fm-panel-listed p').textContent;
  const said = words.match(/[0-9]+/g).map(Number);
  return [claims.length, drawn, claims.filter((c) => c.reason).length, said];
})()"""


@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_and_its_counts_add_up(gallery: Path, browser: Browser, name: str) -> None:
    browser.open(gallery / name, fragment="#tab=listed")
    every, drawn, listed, said = browser.run(COUNTS)
    assert every == drawn + listed > 0
    assert said == [drawn, listed, every]
    assert (browser.requests, browser.complaints) == ([], [])


def test_two_sources_are_two_parts_of_one_page(gallery: Path, browser: Browser) -> None:
    told = []
    for side in ("ukraine", "russia"):
        browser.open(gallery / "two-sources.html", fragment=f"#says={side}")
        shown = "frontmap.claims.filter(frontmap.passes).map((claim) => claim.id)"
        told.append(set(browser.run(shown)))
    assert min(map(len, told)) > 5
    assert not told[0] & told[1]


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_shows_something_everywhere(gallery: Path, name: str) -> None:
    pixels = imread(gallery / name)[:, :, :3]
    height = pixels.shape[0] // 3
    for part in (pixels[:height], pixels[height : 2 * height], pixels[2 * height :]):
        assert part.std() > 0.02, name
    colours = {tuple(pixel) for pixel in (pixels[::7, ::7].reshape(-1, 3) * 16).astype(int)}
    assert len(colours) > 20


def test_the_article_gives_its_map_the_height_it_asks_for(gallery: Path) -> None:
    names = ("article.html", "embed.html")
    pages = {f"/{name}": (gallery / name).read_text(encoding="utf-8") for name in names}
    with FrameBrowser() as window, serving(pages) as (address, _):
        window.visit(f"{address}/article.html")
        window.wait("document.querySelector('iframe').offsetHeight > 640")
        assert window.complaints == []


def test_the_notebook_was_run_and_shows_its_map(gallery: Path, browser: Browser) -> None:
    cells = json.loads((gallery / "notebook.ipynb").read_text(encoding="utf-8"))["cells"]
    ran = [cell for cell in cells if cell["cell_type"] == "code"]
    assert [cell["execution_count"] for cell in ran] == [1, 2, 3]
    assert all(cell["outputs"] for cell in ran)
    claims = int(re.match(r"(\d+) claims in 9 reports", ran[0]["outputs"][0]["text"])[1])
    (shown,) = ran[1]["outputs"]
    assert "Around Hama, as claimed" in shown["data"]["text/html"]
    inside = "document.querySelector('iframe').contentWindow.frontmap"
    browser.open(gallery / "notebook.html", ready=f"{inside} && {inside}.ready")
    assert browser.run(f"{inside}.claims.length") == claims
    assert browser.complaints == []


def test_the_print_names_its_limits(gallery: Path) -> None:
    text = " ".join(page.extract_text() for page in PdfReader(gallery / "print.pdf").pages)
    assert "Claims, not verified" in text
    assert "Kharkiv region" in text


def test_the_index_leads_to_every_file(gallery: Path, browser: Browser) -> None:
    browser.open(gallery / "index.html", ready="true")
    targets = browser.run(
        "[...document.querySelectorAll('a, img')]"
        ".map((node) => (node.href || node.src).split('#')[0].split('/').pop())"
    )
    assert set(targets) >= {*PICTURES, *PAGES[:3], "article.html", "notebook.html", "print.pdf"}
    assert all((gallery / name).is_file() for name in targets)
    sizes = browser.run("[...document.images].map((image) => image.naturalWidth)")
    assert min(sizes) > 300
