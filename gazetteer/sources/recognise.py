"""Which format a file has, by what is in it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

from gazetteer.sources.errors import UnreadableSourceError
from gazetteer.sources.geonames import COLUMNS
from gazetteer.sources.tables import delimiter_of

__all__ = ["HEAD_BYTES", "Form", "form_of", "is_zip", "why_unknown"]

#: How much of a file is looked at.
HEAD_BYTES = 2**16

_BOM = b"\xef\xbb\xbf"
_STARTS = (
    (b"<!doctype html", "is a web page, not the file that was meant; download it again"),
    (b"<html", "is a web page, not the file that was meant; download it again"),
    (b"\xff\xfe", "is text in UTF-16; save it as UTF-8"),
    (b"\xfe\xff", "is text in UTF-16; save it as UTF-8"),
    (b"\x1f\x8b", "is packed with gzip; unpack it first"),
    (b"bzh", "is packed with bzip2; unpack it first"),
    (b"\xfd7zxz", "is packed with xz; unpack it first"),
    (b"7z\xbc\xaf", "is packed with 7-Zip; unpack it first"),
    (b"rar!", "is packed with RAR; unpack it first"),
    (b"pk", "is a zip in a zip; unpack it first"),
)


class Form(StrEnum):
    """The formats that are read."""

    GEONAMES = "geonames"
    GEOJSON = "geojson"
    CSV = "csv"
    OSM = "osm"
    WHOS_ON_FIRST = "whosonfirst"


def is_zip(head: bytes) -> bool:
    """Tell whether a file is a zip, whole or not."""
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"))


def form_of(head: bytes) -> Form | None:
    """Return the format of a file that begins like this, None where it is none of ours.

    JSON is ``GEOJSON`` here; whether it is of Who's On First shows when it is read.
    """
    text = head.removeprefix(_BOM).lstrip()
    if head.startswith(b"SQLite format 3\0"):
        return Form.WHOS_ON_FIRST
    # A block of OpenStreetMap's binary format begins with its length and its kind.
    if b"OSMHeader" in head[:32] or (text.startswith(b"<") and b"<osm" in text[:1_000]):
        return Form.OSM
    if text.startswith(b"{"):
        return Form.GEOJSON
    return _form_of_text(head.removeprefix(_BOM).split(b"\n"))


def why_unknown(path: Path, head: bytes, members: Sequence[str] = ()) -> UnreadableSourceError:
    """Say what is wrong with a file of no known format."""
    if members:
        held = ", ".join(repr(name) for name in members[:3])
        return UnreadableSourceError(path, f"holds {held}, no format of places; {_WAY_OUT}")
    if not head.strip():
        return UnreadableSourceError(path, "is empty; download it again")
    low = head.lstrip()[:32].lower()
    problem = next((text for start, text in _STARTS if low.startswith(start)), None)
    return UnreadableSourceError(path, problem or f"has no known format; {_WAY_OUT}")


def _form_of_text(lines: list[bytes]) -> Form | None:
    # One good row among broken ones is enough; the broken ones are told of when they are read.
    if any(_is_geonames(line) for line in lines[:100]):
        return Form.GEONAMES
    header = next((line for line in lines if line.strip()), b"").decode(errors="replace")
    return Form.CSV if delimiter_of(header) else None


def _is_geonames(line: bytes) -> bool:
    cells = line.split(b"\t")
    return len(cells) == len(COLUMNS) and cells[0].isdigit() and len(cells[6]) <= 1


_WAY_OUT = (
    "give a GeoNames dump, GeoJSON, a CSV with columns name, lon and lat, an OpenStreetMap extract "
    "or Who's On First"
)
