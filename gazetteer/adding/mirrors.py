"""Where a country's gazetteer is fetched from: GeoNames, a mirror of it, or a file."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from rapidfuzz import fuzz, process, utils

from gazetteer.errors import PlaceNotFoundError
from gazetteer.homes.towns import country_rows
from gazetteer.web.download import shown_url
from geo.errors import FrontmapError

__all__ = ["GEONAMES", "OriginError", "country_code", "is_url", "origin_name", "origin_of"]

#: GeoNames' public folder of one zip file per country (CC BY 4.0).
GEONAMES = "https://download.geonames.org/export/dump/"
_SUFFIXES = (".zip", ".txt", ".csv", ".geojson", ".jsonl")


class OriginError(FrontmapError, ValueError):
    """An address or a file that no gazetteer can come from."""

    def __init__(self, origin: str, problem: str) -> None:
        self.origin = origin
        super().__init__(f"{origin}: {problem}")


def country_code(text: str) -> str:
    """Return an ISO 3166-1 alpha-2 code in capitals.

    Raises
    ------
    PlaceNotFoundError
        There is no such code; the message names the nearest ones.
    """
    code = text.strip().upper()
    names = {row.code: row.names[0] for row in country_rows()}
    if code in names:
        return code
    nearest = ", ".join(f"{near} ({names[near]})" for near in _nearest(text))
    raise PlaceNotFoundError(text, f"no such country code; the nearest are {nearest}")


def origin_of(code: str, given: str | None = None) -> str | Path:
    """Return the address or the file of a country's gazetteer.

    Parameters
    ----------
    code
        The country.
    given
        An address or a path. A folder is taken for a mirror that holds ``CC.zip``, an address is
        one if it ends in a slash. None for GeoNames itself.

    Raises
    ------
    OriginError
        An address that is neither http nor https, a file that is not there, a folder without the
        country.
    """
    if given is None:
        return f"{GEONAMES}{code}.zip"
    scheme = urlsplit(given).scheme.lower()
    if is_url(given):
        folder = urlsplit(given).path in {"", "/"} or given.endswith("/")
        return f"{given.rstrip('/')}/{code}.zip" if folder else given
    if len(scheme) > 1 and "://" in given:  # one letter is a drive, not a scheme
        raise OriginError(shown_url(given), "is fetched over http or https only; or give a file")
    return _file(code, Path(given))


def is_url(text: str) -> bool:
    """Tell whether a text is an http or https address."""
    return text.lower().startswith(("http://", "https://"))


def origin_name(origin: str | Path) -> str:
    """Return what may be kept of an origin: a file's bare name, an address without credentials."""
    return origin.name if isinstance(origin, Path) else shown_url(origin)


def _file(code: str, path: Path) -> Path:
    if path.is_dir():
        inside = (path / f"{code}{suffix}" for suffix in _SUFFIXES)
        found = next((file for file in inside if file.is_file()), None)
        if found is None:
            raise OriginError(str(path), f"holds no {code}.zip; name the file itself")
        return found
    if not path.exists():
        raise OriginError(str(path), "no such file; give a file, a folder or an http address")
    if not path.is_file():
        raise OriginError(str(path), "is no file; save it as one first")
    return path


def _nearest(text: str, most: int = 3) -> list[str]:
    """Return the codes whose letters or country's names are most like a text."""
    called = [(name, row.code) for row in country_rows() for name in (row.code, *row.names)]
    choices = [name for name, _ in called]
    ranked = process.extract(
        text, choices, scorer=fuzz.ratio, processor=utils.default_process, limit=12
    )
    return list(dict.fromkeys(called[index][1] for _, _, index in ranked))[:most]
