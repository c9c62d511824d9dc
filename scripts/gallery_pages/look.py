"""The look that all pages of the gallery share."""

from __future__ import annotations

from html import escape
from pathlib import Path


def page(title: str, *parts: str) -> str:
    """Return a page of ours around parts that are HTML."""
    style = (Path(__file__).parent / "pages.css").read_text(encoding="utf-8")
    head = f'<meta charset="utf-8"><title>{escape(title)}</title><style>{style}</style>'
    body = "\n".join(parts)
    return f'<!DOCTYPE html>\n<html lang="en">{head}<main>\n{body}\n</main></html>\n'
