"""From a situation to a map that is a folium map and saves itself as one file."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, Literal

import folium
from branca.element import Element, Figure, Link
from folium.template import Template

from claims.editions.changes import Changes
from claims.situation import Situation
from gazetteer.entry import GazetteerEntry
from maps.changes.panel import changes_panel
from maps.errors import PageError
from maps.html import assemble, number_ids, write_atomically
from maps.land.basemap import clip
from maps.land.frame import Bounds, extent_of, frame_of
from maps.looks.theme import Theme, painted
from maps.packed.payload import page_data
from maps.places.drawable import drawable
from maps.static import static_page
from maps.wording.words import title as default_title

__all__ = ["Form", "FrontMap", "draw"]


Form = Literal["page", "embed", "embed-untimed"]

_FORMS: Mapping[Form, str] = {
    "page": "",
    "embed": "fm-embedded",
    "embed-untimed": "fm-embedded fm-untimed",
}


class _Page(Figure):
    """The page that a FrontMap stands on; renders to the finished file."""

    def render(self, **kwargs: Any) -> str:
        """Return the whole page as HTML."""
        (front,) = (child for child in self._children.values() if isinstance(child, FrontMap))
        with self._as_it_was():
            for child in self._children.values():
                child.render(**kwargs)
            return self._assembled(front)

    @contextmanager
    def _as_it_was(self) -> Iterator[None]:
        # Rendering leaves its pieces behind, folium's under a new random name each time; without
        # this a second rendering would hold them twice.
        parts = (self.header, self.html, self.script)
        before = [part._children.copy() for part in parts]  # noqa: SLF001  (branca's only access)
        try:
            yield
        finally:
            for part, children in zip(parts, before, strict=True):
                part._children = children  # noqa: SLF001

    def _assembled(self, front: FrontMap) -> str:
        head, body, script = (
            list(part._children.values())  # noqa: SLF001
            for part in (self.header, self.html, self.script)
        )
        if not front.online:
            _refuse_outside([piece for piece in head if isinstance(piece, Link)], front)
        # The page has its own charset tag; the map's own line of script serves only other layers.
        head = [piece for piece in head if "charset=" not in piece.render()]
        alone = len(script) == 1 and not head and not body
        head_html, body_html, code = _numbered(head, body, [] if alone else script)
        return assemble(
            title=front.title,
            packed=front.packed,
            bounds=front.bounds,
            static=front.static,
            user_head=head_html,
            user_body=body_html,
            user_script=code,
            online=front.online,
            classes=_FORMS[front.form],
            tongue=front.theme.tongue,
        )


def _numbered(*parts: Sequence[Element]) -> list[str]:
    """Render the parts of a page with one count of ids, for they name each other."""
    joined = "\0".join("\n".join(element.render() for element in part) for part in parts)
    return number_ids(joined).split("\0")


def _below(element: Element) -> Iterator[Element]:
    for child in element._children.values():  # noqa: SLF001  (branca's only access)
        yield child
        yield from _below(child)


def _refuse_outside(links: Sequence[Link], front: FrontMap) -> None:
    tiles = [child.get_name() for child in _below(front) if isinstance(child, folium.TileLayer)]
    outside = [link.url for link in links] + tiles
    if outside:
        raise PageError(
            f"a layer needs files from elsewhere ({outside[0]}), and the page works offline; "
            "draw with online=True to allow them"
        )


class FrontMap(folium.Map):
    """A folium map of a situation.

    Add folium layers to it as to any map. It saves as one file that makes no request; layers that
    need files from elsewhere (tiles, most plugins) are refused unless it was drawn ``online``.
    Text in layers that you add passes through folium's templates: run it through
    :func:`maps.text.safe` first when you did not write it.
    """

    # Nothing from a content delivery network: the page brings Leaflet along and needs no more.
    default_js: list[tuple[str, str]] = []  # noqa: RUF012  (folium's protocol)
    default_css: list[tuple[str, str]] = []  # noqa: RUF012

    _template = Template(
        "{% macro script(this, kwargs) %}var {{ this.get_name() }} = window.frontmap.map;"
        "{% endmacro %}"
    )

    def __init__(
        self,
        *,
        title: str,
        packed: str,
        bounds: Bounds,
        static: str = "",
        online: bool = False,
        form: Form = "page",
        theme: Theme | None = None,
    ) -> None:
        west, south, east, north = bounds
        super().__init__(location=[(south + north) / 2, (west + east) / 2], tiles=None)
        self.title = title
        self.packed = packed
        self.bounds = bounds
        self.static = static
        self.online = online
        self.form: Form = form
        self.theme = theme or Theme()
        _Page().add_child(self)

    def render(self, **kwargs: Any) -> Any:
        """Prepare the map on its page; called by the page.

        Raises
        ------
        PageError
            When the map was put on a figure of another kind, which would lose its page.
        """
        if not isinstance(self.get_root(), _Page):
            raise PageError("a FrontMap is a page of its own; embed what _repr_html_() returns")
        return super().render(**kwargs)  # type: ignore[no-untyped-call]  # folium's mixin

    def to_html(self) -> str:
        """Return the page; equal situations give equal text.

        Raises
        ------
        PageError
            When a layer that was added needs files from elsewhere and the map is not ``online``.
        """
        html: str = self.get_root().render()
        return html

    def save(
        self,
        outfile: str | bytes | Path | BinaryIO,
        close_file: bool = True,
        **_kwargs: Any,
    ) -> None:
        """Write the page to a path, whole or not at all, or into an open binary file.

        Raises
        ------
        ExportError
            When the place cannot be written.
        """
        html = self.to_html()
        if isinstance(outfile, (str, bytes, Path)):
            write_atomically(Path(os.fsdecode(outfile)), html)
            return
        outfile.write(html.encode("utf-8"))
        if close_file:
            outfile.close()


def draw(
    situation: Situation,
    *,
    title: str | None = None,
    towns: Sequence[GazetteerEntry] = (),
    online: bool = False,
    full_text: bool = False,
    form: Form = "page",
    theme: Theme | None = None,
    changes: Changes | None = None,
) -> FrontMap:
    """Draw a situation.

    Parameters
    ----------
    situation
        The claims, placed and not placed.
    title
        Heading of the page; made from the theatre and the dates where None.
    towns
        More places to name on the base map, beside those the claims are at.
    online
        Let layers that you add load files over https. Alone, the map never does.
    full_text
        Put whole reports into the page, where you have the right to; else only what stands around
        each quotation.
    form
        ``page`` for a page of its own; ``embed`` for the compact one that stands in a frame of
        another page (:mod:`maps.embed`), ``embed-untimed`` for that without its bar of time.
    theme
        The language, and title, credit, names and colours of sides where they are set.
    changes
        What changed since an earlier state, to be told beside the map.

    Returns
    -------
    FrontMap
        A folium map; ``save`` writes the file.
    """
    theme = theme or Theme()
    with _collector_at_rest():
        situation, ground = drawable(situation)
        heading = title or theme.title or default_title(situation, theme.tongue)
        situation = painted(situation, theme)
        more: dict[str, Any] = {}
        if changes is not None:
            more["changes"] = changes_panel(changes, situation, theme.tongue)
        packed = page_data(
            situation,
            ground,
            title=heading,
            towns=towns,
            basemap=clip(extent_of(ground)),
            credit=theme.tongue.say("told.basemap"),
            more=more,
            full_text=full_text,
            theme=theme,
        )
        static = static_page(situation, theme.tongue)
        frame = frame_of(ground)
    return FrontMap(
        title=heading,
        packed=packed,
        bounds=frame,
        static=static,
        online=online,
        form=form,
        theme=theme,
    )


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Keep the garbage collector from walking through all claims again and again for nothing."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
