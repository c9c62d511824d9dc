"""The same claims through other ways to make a page of a map; each returns the page as HTML."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from html import escape
from typing import Any

import folium
from shapely.geometry import mapping

from claims.situation import ResolvedClaim, Situation
from maps import draw

__all__ = ["PEERS", "frontmap"]

_FIELDS = ["quote", "claimant", "outlet", "place", "action", "status", "when"]
_COLOURS = {"north": "#a63c06", "south": "#0b6fa4", "east": "#a88300"}


def frontmap(situation: Situation) -> str:
    """Draw with this package."""
    return draw(situation).to_html()


def _fields(item: ResolvedClaim) -> dict[str, str]:
    claim = item.claim
    return {
        "quote": claim.quote, "claimant": claim.claimant, "outlet": claim.outlet,
        "place": claim.place.text if claim.place else "", "action": claim.action.value,
        "status": claim.status.value, "when": claim.when.text if claim.when else "",
    }  # fmt: skip


def _groups(situation: Situation) -> dict[str, list[ResolvedClaim]]:
    """Sort claims into layers by side and action, as the page of this package has them."""
    groups: dict[str, list[ResolvedClaim]] = defaultdict(list)
    for item in situation.drawn:
        groups[f"{item.claim.actor_side}: {item.claim.action.value}"].append(item)
    return groups


def _map() -> folium.Map:
    return folium.Map((34.7, 39), zoom_start=7, tiles=None, prefer_canvas=True)


def folium_elements(situation: Situation) -> str:
    """One folium element with a popup for each claim."""
    front = _map()
    for name, items in _groups(situation).items():
        group = folium.FeatureGroup(name=name).add_to(front)
        for item in items:
            _element(item).add_to(group)
    folium.LayerControl(collapsed=False).add_to(front)
    return str(front.get_root().render())


def _element(item: ResolvedClaim) -> Any:
    shape, colour = item.footprint.geometry, _COLOURS[item.claim.actor_side or ""]
    popup = folium.Popup("<br>".join(map(escape, _fields(item).values())), max_width=300)
    if shape.geom_type == "Point":
        return folium.CircleMarker((shape.y, shape.x), radius=4, color=colour, popup=popup)
    line = shape if shape.geom_type == "LineString" else shape.exterior
    spots = [(lat, lon) for lon, lat in line.coords]
    kind = folium.PolyLine if line is shape else folium.Polygon
    return kind(spots, color=colour, popup=popup)


def _features(items: list[ResolvedClaim]) -> dict[str, Any]:
    rows = [
        {"type": "Feature", "geometry": mapping(i.footprint.geometry), "properties": _fields(i)}
        for i in items
    ]
    return {"type": "FeatureCollection", "features": rows}


def folium_geojson(situation: Situation) -> str:
    """One folium GeoJson layer for each side and action."""
    front = _map()
    for name, items in _groups(situation).items():
        colour = _COLOURS[items[0].claim.actor_side or ""]
        folium.GeoJson(
            _features(items), name=name, popup=folium.GeoJsonPopup(_FIELDS),
            marker=folium.CircleMarker(radius=4),
            style_function=lambda _, colour=colour: {"color": colour},
        ).add_to(front)  # fmt: skip
    folium.LayerControl(collapsed=False).add_to(front)
    return str(front.get_root().render())


def geopandas_explore(situation: Situation) -> str:
    """One table of GeoPandas for each side and action, explored on one map."""
    import geopandas

    front = _map()
    for name, items in _groups(situation).items():
        table = geopandas.GeoDataFrame(
            [_fields(item) for item in items],
            geometry=[item.footprint.geometry for item in items], crs=4326,
        )  # fmt: skip
        table.explore(
            m=front, name=name, popup=_FIELDS, tooltip=False, tiles=None,
            color=_COLOURS[items[0].claim.actor_side or ""],
        )  # fmt: skip
    folium.LayerControl(collapsed=False).add_to(front)
    return str(front.get_root().render())


def pydeck(situation: Situation) -> str:
    """One layer of deck.gl for each side and action."""
    import pydeck as deck

    layers = [
        deck.Layer("GeoJsonLayer", _features(items), id=name, pickable=True, get_point_radius=900)
        for name, items in _groups(situation).items()
    ]
    view = deck.ViewState(latitude=34.7, longitude=39, zoom=6)
    tip = {"text": "{quote}"}
    drawn = deck.Deck(layers, initial_view_state=view, map_provider=None, tooltip=tip)
    html: str = drawn.to_html(as_string=True, offline=True)  # with the script that it carries
    return html


PEERS: dict[str, Callable[[Situation], str]] = {
    "folium, one element a claim": folium_elements,
    "folium GeoJson": folium_geojson,
    "geopandas explore": geopandas_explore,
    "pydeck": pydeck,
}
