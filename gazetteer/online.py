"""Online geocoders through geopy, asked only where the user says so and in the user's name.

A service is never asked what is a name in running text, only where a name that is already known to
be one lies. Every name asked leaves this machine.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from geopy.adapters import BaseSyncAdapter
from geopy.exc import GeopyError
from geopy.geocoders import GeoNames, Nominatim, Pelias, Photon

from gazetteer.errors import GazetteerDamagedError, SourceUnavailableError
from gazetteer.homes.world import user_folder
from gazetteer.services.online_answers import raw_rows, read_row
from gazetteer.services.online_cache import OnlineCache
from gazetteer.services.online_rows import OnlineRow
from gazetteer.services.online_settings import OnlineSettings
from gazetteer.services.online_store import OnlineStore
from gazetteer.services.pace import Pace
from gazetteer.services.retries import Retries, ServiceDownError
from gazetteer.web.request import fetch

__all__ = ["OnlineStore", "open_online"]

_MOST_ROWS = 10
# What geopy has no argument for.
_MORE: Mapping[str, Mapping[str, str | int]] = {
    "nominatim": {},
    "photon": {},
    "geonames": {"maxRows": _MOST_ROWS, "style": "FULL", "inclBbox": "true"},
    "pelias": {"size": _MOST_ROWS},
}
# The public Photon knows these besides the local names, and refuses others.
_PHOTON_LANGUAGES = frozenset({"de", "en", "fr"})


def open_online(
    name: str,
    *,
    contact: str = "",
    countries: Sequence[str] = (),
    domain: str | None = None,
    key: str | None = None,
    home: Path | None = None,
    clock: Callable[[], float] = time.time,
    sleep: Callable[[float], None] = time.sleep,
    **more: Any,
) -> OnlineStore:
    """Open an online service by its name; nothing is sent until a name is asked.

    Parameters
    ----------
    name, contact, countries, domain, key
        As in OnlineSettings; ``contact`` is required.
    home
        Folder for the cache and the pace; ``$FRONTMAP_HOME`` or the user's data folder where None.
    clock, sleep
        Seconds since 1970, and what waits for some seconds.
    more
        Any other field of OnlineSettings: ``language``, ``interval_s``, ``timeout_s``, ...

    Raises
    ------
    OnlineSettingsError
        A setting is missing or cannot be used.
    GazetteerDamagedError
        The folder cannot be made.
    """
    settings = OnlineSettings(
        service=name, contact=contact, countries=tuple(countries), domain=domain, key=key, **more
    )
    folder = user_folder(home) / "online"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        problem = f"{error}; free or open the folder, or set FRONTMAP_HOME to another"
        raise GazetteerDamagedError(folder, problem) from error
    pace = Pace(
        folder=folder, source=settings.source, interval_s=settings.interval_s,
        most_wait_s=settings.most_wait_s, clock=clock, sleep=sleep,
    )  # fmt: skip
    retries = Retries(pace=pace, attempts=settings.attempts, first_wait_s=settings.first_wait_s)
    geocode = _geocoder(settings, partial(_Adapter, settings, retries))
    cache = OnlineCache(
        folder=folder, keep_s=settings.keep_s, keep_nothing_s=settings.keep_nothing_s
    )
    return OnlineStore(settings, ask=partial(_ask, settings, geocode), cache=cache, clock=clock)


class _Adapter(BaseSyncAdapter):  # type: ignore[misc]  # geopy has no types
    """How geopy reaches a service: in turn, again where that may help, and reading with care."""

    def __init__(self, settings: OnlineSettings, retries: Retries, **_of_geopy: Any) -> None:
        super().__init__(proxies=None, ssl_context=None)
        self._settings, self._retries = settings, retries

    def get_text(self, url: str, *, timeout: float, headers: Mapping[str, str]) -> str:
        """Return the text of an answer."""
        settings, more = self._settings, _MORE[self._settings.service]
        answer = self._retries.ask(
            partial(
                fetch,
                f"{url}&{urlencode(more)}" if more else url,
                headers={**headers, "Accept": "application/json"},
                timeout_s=timeout,
                most_bytes=settings.most_bytes,
            )
        )
        try:
            return answer.body.decode("utf-8")
        except UnicodeDecodeError as error:
            problem = "its answer is not UTF-8 text"
            raise SourceUnavailableError(settings.source, problem) from error

    def get_json(self, url: str, *, timeout: float, headers: Mapping[str, str]) -> Any:
        """Return an answer without the rows that geopy would stumble over."""
        source, service = self._settings.source, self._settings.service
        text = self.get_text(url, timeout=timeout, headers=headers)
        try:
            document = json.loads(text)
        except (ValueError, RecursionError) as error:
            page = " but a web page" if text.lstrip()[:1] == "<" else ""
            raise SourceUnavailableError(source, f"its answer is not JSON{page}") from error
        if service == "geonames" and _is_status(document):
            return document
        rows = raw_rows(service, source, document)
        if service == "nominatim":
            return rows
        return {"geonames" if service == "geonames" else "features": rows}


def _geocoder(settings: OnlineSettings, adapter: Callable[..., Any]) -> Callable[[str], Any]:
    """Return what asks the service for a name through geopy."""
    common = {
        "scheme": settings.scheme, "timeout": settings.timeout_s, "domain": settings.place,
        "user_agent": f"frontmap/{version('frontmap')} ({settings.contact})",
        "adapter_factory": adapter,
    }  # fmt: skip
    countries, language = list(settings.countries) or None, settings.language
    if settings.service == "nominatim":
        return partial(
            Nominatim(**common).geocode, exactly_one=False, limit=_MOST_ROWS, addressdetails=True,
            namedetails=True, language=language, country_codes=countries,
        )  # fmt: skip
    if settings.service == "photon":
        known = language if language in _PHOTON_LANGUAGES else "default"
        geocode = Photon(**common).geocode
        return partial(geocode, exactly_one=False, limit=_MOST_ROWS, language=known)
    if settings.service == "geonames":
        geocode = GeoNames(settings.key, **common).geocode
        return partial(geocode, exactly_one=False, country=countries)
    geocode = Pelias(api_key=settings.key, **common).geocode
    return partial(geocode, exactly_one=False, countries=countries, language=language)


def _ask(
    settings: OnlineSettings, geocode: Callable[[str], Any], name: str
) -> tuple[OnlineRow, ...]:
    try:
        located = geocode(name) or ()
    except GeopyError as error:
        # GeoNames answers "200 OK" and says in the text that the user's credits are used up.
        said = " ".join(str(error).split())[:200].replace(settings.key or "\0", "…")
        problem = f"refuses: {said}; check the key and its limits"
        raise ServiceDownError(settings.source, problem) from None
    rows = (read_row(settings.service, each.raw) for each in located if each is not None)
    return tuple(row for row in rows if row is not None)


def _is_status(document: Any) -> bool:
    """Tell whether GeoNames says why it does not answer, in the form that geopy expects."""
    status = document.get("status") if isinstance(document, dict) else None
    return (
        isinstance(status, dict)
        and isinstance(status.get("message"), str)
        and isinstance(status.get("value"), int)
    )
