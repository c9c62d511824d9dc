"""The examples: each writes its files and says which pictures show them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import frontmap
from gallery_pages.notebook import run_notebook
from gallery_pages.pictures import Shot
from maps.embed import element

_REPORTS = Path(__file__).resolve().parents[2] / "examples"
_HAMA = {"inputs": _REPORTS / "hama-2024", "theatre": "syria"}
_KHARKIV = {"inputs": _REPORTS / "kharkiv-2022", "theatre": "ukraine"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """What was made: a title, a sentence, the files to open (the first one first), the pictures."""

    title: str
    text: str
    files: tuple[str, ...]
    shots: tuple[Shot, ...]


def a_day(folder: Path) -> Example:
    """Draw two papers of one day."""
    reports = sorted((_REPORTS / "kharkiv-2022").glob("*10-september.txt"))
    frontmap.draw(
        reports,
        theatre="ukraine",
        out=folder / "day.html",
        title="East of Kharkiv on 10 September 2022, as claimed",
    )
    return Example(
        title="A day",
        text="What two papers of one day report: who claims which town, and who denies it.",
        files=("day.html",),
        shots=(Shot(page="day.html", picture="day.png"),),
    )


def a_week(folder: Path) -> Example:
    """Draw nine reports; show a moment of them, and the page on a phone."""
    frontmap.draw(
        **_HAMA,
        out=folder / "week.html",
        title="Around Hama, 27 November to 5 December 2024, as claimed",
    )
    return Example(
        title="A week",
        text="Nine reports with the bar of time under the map; the same page on a phone.",
        files=("week.html",),
        shots=(
            Shot(page="week.html", picture="week.png"),
            Shot(page="week.html", fragment="t=2024-12-01&tab=claims", picture="week-moment.png"),
            Shot(page="week.html", picture="week-phone.png", width_px=500, height_px=900),
        ),
    )


def two_sources(folder: Path) -> Example:
    """Draw one page, which two addresses open."""
    frontmap.draw(
        **_KHARKIV,
        out=folder / "two-sources.html",
        title="Kharkiv region, 6 to 11 September 2022, as claimed",
    )
    sides = ("ukraine", "russia")
    return Example(
        title="Two sources compared",
        text="The same week as Ukraine's side alone tells it, and as Russia's side does.",
        files=tuple(f"two-sources.html#says={side}" for side in sides),
        shots=tuple(
            Shot(page="two-sources.html", fragment=f"says={side}", picture=f"only-{side}.png")
            for side in sides
        ),
    )


def embedded(folder: Path) -> Example:
    """Put a map into a frame of an article."""
    front = frontmap.draw(
        **_HAMA, out=folder / "embed.html", form="embed", title="Around Hama, as claimed"
    )
    words = (Path(__file__).parent / "article.html").read_text(encoding="utf-8")
    article = words.replace("<!-- map -->", element(front, src="embed.html"))
    (folder / "article.html").write_text(article, encoding="utf-8")
    return Example(
        title="In an article",
        text="The compact map in a sandboxed frame of another page, which gives it its height.",
        files=("article.html", "embed.html"),
        shots=(Shot(page="article.html", picture="article.png", width_px=900, height_px=1130),),
    )


def a_notebook(folder: Path) -> Example:
    """Run a notebook from its first cell to its last."""
    run_notebook(
        _REPORTS / "hama.ipynb", out=folder / "notebook.ipynb", page=folder / "notebook.html"
    )
    return Example(
        title="In a notebook",
        text="A map shows itself where a cell ends with it; the claims are plain Python objects.",
        files=("notebook.html", "notebook.ipynb"),
        shots=(Shot(page="notebook.html", picture="notebook.png", width_px=1000, height_px=1200),),
    )


def a_print(folder: Path) -> Example:
    """Export still maps, for which no browser is needed."""
    title = "Kharkiv region, 6 to 11 September 2022, as claimed"
    for name in ("print.pdf", "print.png"):
        frontmap.export(**_KHARKIV, out=folder / name, title=title)
    return Example(
        title="In print",
        text="A still map with legend, sources and limits on it: vectors for paper, PNG for feeds.",
        files=("print.pdf", "print.png"),
        shots=(Shot(page="print.png", picture="print.png"),),
    )


EXAMPLES = (a_day, a_week, two_sources, embedded, a_notebook, a_print)
