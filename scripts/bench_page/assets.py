"""What the pages of peers load from elsewhere, put into them: then they open with the network cut.

Files come from npm packages (``npm pack``), once, into the user's cache.
"""

from __future__ import annotations

import base64
import re
import shutil
import subprocess
import tarfile
from functools import lru_cache
from pathlib import Path

from platformdirs import user_cache_path

__all__ = ["MissingError", "inlined"]

_LINK = re.compile(
    r"<script[^>]*\bsrc=[\"']([^\"']+)[\"'][^>]*>\s*</script>"
    r"|<link[^>]*\bhref=[\"']?([^\"'\s>]+)[\"']?[^>]*/?>"
)
_CDN = re.compile(
    r"https?://(?:cdn\.jsdelivr\.net/npm|unpkg\.com)/((?:@[^/]+/)?[^/@]+)@([^/]+)/(.+)"
)
_URL = re.compile(r"url\([\"']?([^\"')]+?)(?:[?#][^\"')]*)?[\"']?\)")
# Addresses that name no npm package, and where the same file is in one.
_ELSEWHERE = {
    "https://api.tiles.mapbox.com/mapbox-gl-js/v1.13.0/mapbox-gl.js": (
        "mapbox-gl", "1.13.0", "dist/mapbox-gl.js",
    ),
    "https://code.jquery.com/jquery-3.7.1.min.js": ("jquery", "3.7.1", "dist/jquery.min.js"),
    "https://cdnjs.cloudflare.com/ajax/libs/Leaflet.awesome-markers/2.0.2/"
    "leaflet.awesome-markers.js": (
        "leaflet.awesome-markers", "2.0.5", "dist/leaflet.awesome-markers.js",
    ),
    "https://cdnjs.cloudflare.com/ajax/libs/Leaflet.awesome-markers/2.0.2/"
    "leaflet.awesome-markers.css": (
        "leaflet.awesome-markers", "2.0.5", "dist/leaflet.awesome-markers.css",
    ),
}  # fmt: skip
# Chromium reads the first of the kinds of a font.
_FONTS = re.compile(r",\s*url\([^)]*\.ttf[^)]*\)\s*format\([^)]*\)")
# Looks of markers that no page of this benchmark has, and that no package holds.
_LEFT_OUT = re.compile(r"awesome\.rotate|bootstrap-glyphicons|maxcdn.bootstrapcdn")


class MissingError(RuntimeError):
    """A file that a peer needs cannot be had here."""


def inlined(html: str) -> str:
    """Return a page with the files that it links to inside it.

    Raises
    ------
    MissingError
        Where a file is in no package that can be reached.
    """
    return _LINK.sub(lambda match: _tag(match[0], match[1] or match[2]), html)


def _tag(tag: str, url: str) -> str:
    if not url.startswith("http"):
        return tag
    if _LEFT_OUT.search(url):
        return ""
    path = _file(url)
    if path.suffix == ".css":
        sheet = _FONTS.sub("", path.read_text(encoding="utf-8"))
        return f"<style>{_URL.sub(lambda match: _image(path, match[1]), sheet)}</style>"
    code = re.sub(r"</(script)", r"<\\/\1", path.read_text(encoding="utf-8"), flags=re.IGNORECASE)
    return f"<script>{code}</script>"


def _image(sheet: Path, address: str) -> str:
    file = (sheet.parent / address).resolve()
    if address.startswith("data:") or not file.is_file():
        return f"url({address})"
    kind = {".png": "image/png", ".woff2": "font/woff2", ".svg": "image/svg+xml"}
    written = base64.b64encode(file.read_bytes()).decode()
    return f"url(data:{kind.get(file.suffix, 'application/octet-stream')};base64,{written})"


def _file(url: str) -> Path:
    match = _CDN.match(url)
    if url in _ELSEWHERE:
        name, version, path = _ELSEWHERE[url]
    elif match:
        # The network's way to write a range ("~9.3.*") is not quite npm's.
        name, version, path = match[1], match[2].replace("*", "x").lstrip("~"), match[3]
    else:
        raise MissingError(f"{url} is in no npm package that is known here")
    file = _package(name, version) / path
    if not file.is_file():
        raise MissingError(f"{name}@{version} holds no {path}")
    return file


@lru_cache
def _package(name: str, version: str) -> Path:
    """Return the folder of an npm package, fetched where it is not yet in the cache."""
    folder = re.sub("[^a-z0-9.-]", "_", f"{name}-{version}")
    place = user_cache_path("frontmap-bench") / folder
    if not (place / "package").is_dir():
        if not shutil.which("npm"):
            raise MissingError(f"npm is not here to fetch {name}@{version}")
        place.mkdir(parents=True, exist_ok=True)
        run = subprocess.run(
            ["npm", "pack", f"{name}@{version}"], cwd=place, capture_output=True, check=False
        )
        packed = next(place.glob("*.tgz"), None)
        if run.returncode or packed is None:
            raise MissingError(f"npm cannot fetch {name}@{version}")
        with tarfile.open(packed) as archive:
            archive.extractall(place, filter="data")
    return place / "package"
