"""A map inside another page: the element to paste there, and a still picture in its place."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from urllib.parse import quote

from claims.situation import Situation
from maps.compose import FrontMap
from maps.looks.style import UNKNOWN, side_styles
from maps.text import plain, safe
from maps.wording.language import ENGLISH, Language
from maps.wording.words import subtitle

__all__ = ["HEIGHT_PX", "Picture", "alt_text", "element", "host_script"]

HEIGHT_PX = 640
"""Height of a frame whose page runs no script of ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A still map beside a page: its file's name, its words for who cannot see it, its size."""

    name: str
    alt: str
    width_px: int
    height_px: int


def element(front: FrontMap, *, src: str | None, still: Picture | None = None) -> str:
    """Return what an editor pastes into a page: the frame, and the script that gives it height.

    The frame is sandboxed with scripts alone allowed: it has no origin, so no cookies, no storage
    and no way to the page around it. Every text in it is inert.

    Parameters
    ----------
    front
        A map that was drawn in the form ``embed``.
    src
        Name of the map's file beside the page; None puts the whole map into the element.
    still
        Stands below the frame for readers without scripts, and in prints that drop frames.
    """
    where = f'srcdoc="{_quoted(front.to_html())}"' if src is None else f'src="{quote(src)}"'
    title = front.theme.tongue.say("static.frame_title", title=front.title)
    frame = (
        f'<iframe data-frontmap {where} title="{safe(title)}" sandbox="allow-scripts" '
        f'loading="lazy" width="100%" height="{HEIGHT_PX}" style="border:0"></iframe>'
    )
    lines = [frame, *([_fallback(still, src)] if still else [])]
    return "\n".join([*lines, f"<script>\n{host_script()}</script>\n"])


def _quoted(html: str) -> str:
    # Within quotation marks HTML knows two letters only; fewer replaced ones are a smaller page.
    return html.replace("&", "&amp;").replace('"', "&quot;")


def _fallback(still: Picture, src: str | None) -> str:
    image = (
        f'<img src="{quote(still.name)}" alt="{safe(still.alt)}" width="{still.width_px}" '
        f'height="{still.height_px}" style="max-width:100%;height:auto">'
    )
    linked = f'<a href="{quote(src)}">{image}</a>' if src else image
    return f"<noscript>{linked}</noscript>"


def host_script() -> str:
    """Return the script for the page around the map, which gives each frame the height it asks for.

    It takes numbers alone, between 240 and 2,400 pixels, and only from frames marked
    ``data-frontmap``, each for itself.
    """
    return files("maps").joinpath("page", "host.js").read_text(encoding="utf-8")


def alt_text(situation: Situation, *, title: str, tongue: Language = ENGLISH) -> str:
    """Say in a few sentences what a picture of the map shows: how many claims, of whom, as of when.

    Nothing in it is a verdict: it counts by the side that acts, and says what is not drawn.
    """
    claims = situation.claims
    counts = [
        (style.name, sum((claim.actor_side or UNKNOWN) == style.id for claim in claims))
        for style in side_styles(situation.theatre, claims, tongue)
    ]
    sides = ", ".join(f"{name} {tongue.number(count)}" for name, count in counts if count)
    drawn = situation.drawn
    return plain(
        tongue.say(
            "static.alt",
            title=title,
            subtitle=subtitle(situation, tongue),
            drawn=len(drawn),
            listed=len(situation.not_drawn),
            sides=sides,
            hollow=sum(not item.claim.status.is_fact for item in drawn),
            disputed=sum(bool(item.contradicts) for item in drawn),
        )
    )
