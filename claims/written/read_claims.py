"""Read claims that people or programs wrote: JSON Lines, CSV or YAML."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import shapely
import yaml

from claims.claim import Action, Claim, Span, Status, When
from claims.errors import ClaimFormatError
from claims.written.cells import plain_cell
from claims.written.claim_rows import ClaimRow
from gazetteer.expression import parse_place
from geo.footprint import Footprint
from geo.geodesy import enclosing_radius_m
from geo.interval import Interval

__all__ = ["StatedClaim", "claim_rows", "claims_text", "read_claims", "stated_claim"]

# What we write has some 2 kB for each claim, and a map holds some hundred thousand. YAML takes a
# hundred times as long to read, and is what people write.
_LIMIT_BYTES = 500_000_000
_YAML_LIMIT_BYTES = 20_000_000
_DEFAULT_UNCERTAINTY_M = 5_000.0  # of a point given without one: a town and its fields


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedClaim:
    """A claim from a file: its place and the id of its theatre, where the file gives them."""

    claim: Claim
    footprint: Footprint | None
    origin: str = ""
    theatre: str = ""


def read_claims(path: Path, *, text: str | None = None) -> tuple[StatedClaim, ...]:
    """Read a claims file by its suffix.

    Parameters
    ----------
    text
        What is read in place of the file's own content: an earlier version of it.

    Raises
    ------
    ClaimFormatError
        For the first row or field that cannot be read, with its line.
    """
    if text is None:
        text = claims_text(path)
    claims = tuple(map(stated_claim, _rows(path, text)))
    if not claims:
        raise ClaimFormatError(str(path), 1, "", "holds no claim")
    return claims


def claim_rows(path: Path) -> Iterator[ClaimRow]:
    """Read the rows of a claims file by its suffix, each with its line.

    Raises
    ------
    ClaimFormatError
        Where the file cannot be read or is too long, and for the first row that is none.
    """
    return _rows(path, claims_text(path))


def claims_text(path: Path) -> str:
    """Return the content of a claims file; raise ClaimFormatError where it is none or too long."""
    try:
        raw = path.read_bytes()
        text = raw.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ClaimFormatError(str(path), 1, "", f"cannot be read as UTF-8 ({error})") from None
    most_bytes = _LIMIT_BYTES if path.suffix.lower() in _READERS else _YAML_LIMIT_BYTES
    if len(raw) > most_bytes:
        problem = f"is longer than {most_bytes // 1_000_000} MB"
        raise ClaimFormatError(str(path), 1, "", problem)
    return text


def _rows(path: Path, text: str) -> Iterator[ClaimRow]:
    return _READERS.get(path.suffix.lower(), _yaml)(str(path), text)


def _jsonl(path: str, text: str) -> Iterator[ClaimRow]:
    for line, content in enumerate(text.split("\n"), start=1):
        if not content.strip():
            continue
        try:
            fields = json.loads(content, parse_constant=_refuse)
        except (ValueError, RecursionError) as error:
            raise ClaimFormatError(path, line, "", f"is no JSON object ({error})") from None
        yield _row(path, line, fields)


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no JSON number")


def _csv(path: str, text: str) -> Iterator[ClaimRow]:
    reader = csv.DictReader(io.StringIO(text), strict=True)
    try:
        for fields in reader:
            cells = {key: plain_cell(value) for key, value in fields.items() if key}
            when = {
                "start": cells.get("when_start"),
                "end": cells.get("when_end"),
                "text": cells.get("when_text"),
            }
            yield _row(path, reader.line_num, cells | ({"when": when} if when["start"] else {}))
    except csv.Error as error:
        raise ClaimFormatError(path, reader.line_num, "", f"is no CSV ({error})") from None


_READERS = {".jsonl": _jsonl, ".csv": _csv}


class _Loader(yaml.SafeLoader):
    """YAML without aliases, which can blow up, and with every plain value as it was written."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.events.AliasEvent):
            mark = self.peek_event().start_mark  # type: ignore[no-untyped-call]
            raise yaml.composer.ComposerError(None, None, "aliases are not read", mark)
        return super().compose_node(parent, index)


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag.endswith(":null")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _yaml(path: str, text: str) -> Iterator[ClaimRow]:
    try:
        root = yaml.compose(text, _Loader)
        loaded = yaml.load(text, _Loader)  # noqa: S506 - a safe loader with fewer types
    except (yaml.YAMLError, RecursionError, ValueError, AttributeError) as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or type(error).__name__
        raise ClaimFormatError(
            path, mark.line + 1 if mark else 1, "", f"is no YAML ({problem})"
        ) from None
    records = loaded.get("claims") if isinstance(loaded, dict) else loaded
    if not isinstance(records, list):
        raise ClaimFormatError(path, 1, "claims", "must be a list of claims")
    lines = _lines(root)
    for number, fields in enumerate(records):
        yield _row(path, lines[number] if number < len(lines) else 1, fields)


def _lines(root: Any) -> list[int]:
    """Return the line on which each item of the list of claims starts."""
    node = root
    if isinstance(root, yaml.MappingNode):
        node = next((value for key, value in root.value if key.value == "claims"), None)
    return (
        [item.start_mark.line + 1 for item in node.value]
        if isinstance(node, yaml.SequenceNode)
        else []
    )


def _row(path: str, line: int, fields: object) -> ClaimRow:
    if not isinstance(fields, dict):
        raise ClaimFormatError(
            path, line, "", "is no claim: a claim is one object with named fields"
        )
    return ClaimRow(path, line, fields)


def stated_claim(row: ClaimRow) -> StatedClaim:
    """Return the claim that a row states.

    Raises
    ------
    ClaimFormatError
        For the first field that cannot be read.
    """
    quote, place, published = row.required("quote"), row.text("place"), row.text("published")
    start, end = row.number("char_start"), row.number("char_end")
    claim = Claim(
        id=row.text("id") or f"{row.text('doc')}-{row.line}",
        doc=row.text("doc") or Path(row.path).stem,
        outlet=row.text("outlet"),
        published=published and row.moment("published", published).isoformat(),
        retrieved=row.text("retrieved"),
        quote=quote,
        span=Span(start=int(start or 0), end=int(end if end is not None else len(quote))),
        claimant=row.required("claimant"),
        via=_names(row.fields.get("via")),
        actor=row.text("actor"),
        actor_side=row.text("actor_side") or None,
        actor_with=_names(row.fields.get("actor_with")),
        opponent=row.text("opponent"),
        opponent_side=row.text("opponent_side") or None,
        action=row.one_of("action", Action, ""),
        status=row.one_of("status", Status, "occurred"),
        place=parse_place(place) if place.strip() else None,
        when=_when(row),
        axes=_names(row.fields.get("axes")),
        reviewed=row.text("reviewed"),
    )
    told = {name: row.text(name) for name in ("origin", "theatre")}
    return StatedClaim(claim=claim, footprint=_footprint(row), **told)


def _names(value: object) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(str(item) for item in value)
    return tuple(part.strip() for part in str(value).split(";") if part.strip()) if value else ()


def _when(row: ClaimRow) -> When | None:
    when = row.fields.get("when")
    when = {"start": when} if isinstance(when, str) and when else when
    if not isinstance(when, dict) or not when.get("start"):
        return None
    others = tuple(_interval(row, c) for c in when.get("candidates") or () if isinstance(c, dict))
    return When(interval=_interval(row, when), text=str(when.get("text") or ""), candidates=others)


def _interval(row: ClaimRow, when: dict[str, Any]) -> Interval:
    start = row.moment("when", str(when.get("start")))
    end = row.moment("when", str(when["end"])) if when.get("end") else start + timedelta(days=1)
    if end <= start:
        problem = f"ends ({end}) before it starts ({start})"
        raise ClaimFormatError(row.path, row.line, "when", problem)
    return Interval(start=start, end=end)


def _was_too_vague(row: ClaimRow) -> bool:
    """Tell whether an earlier run wrote where the place lies and did not draw it."""
    resolution = row.fields.get("resolution")
    status = resolution.get("status") if isinstance(resolution, dict) else None
    return "too-vague" in (status, row.text("resolution_status"))


def _footprint(row: ClaimRow) -> Footprint | None:
    lon, lat = row.number("lon"), row.number("lat")
    if lon is None or lat is None or _was_too_vague(row):
        return None
    if not (-180 <= lon <= 180 and -90 <= lat <= 90):
        raise ClaimFormatError(
            row.path, row.line, "lat", f"lon={lon}, lat={lat} is not on the Earth"
        )
    geometry = _geometry(row) or shapely.Point(lon, lat)
    stated = row.number("uncertainty_m")
    if stated is not None and stated <= 0:
        raise ClaimFormatError(
            row.path, row.line, "uncertainty_m", f"{stated} must be a positive length"
        )
    needed = enclosing_radius_m(geometry, lon=lon, lat=lat)
    return Footprint(
        geometry=geometry,
        lon=lon,
        lat=lat,
        uncertainty_m=stated or max(needed, _DEFAULT_UNCERTAINTY_M),
        method="given",
        note="as given in the claims file",
    )


def _numbers(value: Any) -> Any:
    """Return a shape with its coordinates as numbers; YAML is read with every value as text."""
    if isinstance(value, dict):
        return {k: v if k == "type" else _numbers(v) for k, v in value.items()}
    return [_numbers(item) for item in value] if isinstance(value, list) else float(value)


def _on_earth(west: float, south: float, east: float, north: float) -> bool:
    return -180 <= west <= east <= 180 and -90 <= south <= north <= 90


def _geometry(row: ClaimRow) -> shapely.Geometry | None:
    """Return the stated shape; read with shapely, never through GDAL, which obeys content."""
    shape = row.fields.get("footprint")
    if not shape:
        return None
    try:
        text = shape if isinstance(shape, str) else json.dumps(_numbers(shape))
        geometry = shapely.from_geojson(text)
    except (shapely.GEOSException, TypeError, ValueError, RecursionError):
        raise ClaimFormatError(row.path, row.line, "footprint", "is no GeoJSON geometry") from None
    if geometry.is_empty or not _on_earth(*geometry.bounds):
        raise ClaimFormatError(row.path, row.line, "footprint", "is not on the Earth; give degrees")
    return geometry
