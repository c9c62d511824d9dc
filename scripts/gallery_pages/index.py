"""The page that shows all examples."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path

from gallery_pages.look import page
from gallery_pages.making import Example
from gallery_pages.pictures import Shot

_WORDS = """<h1>What frontmap makes</h1>
<p>Made by <code>scripts/gallery</code> from the reports in <code>examples/</code>, which were
written for this project and are not news. Claims, not verified.</p>"""


def write_index(folder: Path, examples: Sequence[Example]) -> None:
    """Write ``index.html``: a title, a sentence, links and pictures for each example."""
    sections = [_section(example) for example in examples]
    text = page("frontmap: examples", _WORDS, *sections)
    (folder / "index.html").write_text(text, encoding="utf-8")


def _section(example: Example) -> str:
    title, text = escape(example.title), escape(example.text)
    links = " · ".join(f'<a href="{escape(name)}">{escape(name)}</a>' for name in example.files)
    pictures = "\n".join(_picture(shot, title) for shot in example.shots)
    return f'<h2>{title}</h2>\n<p>{text}<br>{links}</p>\n<div class="row">{pictures}</div>'


def _picture(shot: Shot, title: str) -> str:
    image = f'<img src="{escape(shot.picture)}" alt="{title}: {escape(shot.picture)}">'
    return f'<a href="{escape(shot.address)}">{image}</a>'
