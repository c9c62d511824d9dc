"""What a user decides before an online service is asked: which, in whose name, how patiently."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

from geo.errors import FrontmapError

__all__ = ["SERVICES", "OnlineSettings", "OnlineSettingsError"]

_DAY_S = 86_400.0

#: The services by name, and where each one's public instance is; Pelias has none of its own.
SERVICES = {
    "geonames": "secure.geonames.org",
    "nominatim": "nominatim.openstreetmap.org",
    "pelias": "",
    "photon": "photon.komoot.io",
}

_CONTACT = re.compile(r"(?:[^@\s()<>]+@[^@\s()<>]+\.[^@\s()<>]+|https?://[^\s()<>]+\.[^\s()<>]+)")
_COUNTRY = re.compile(r"[A-Z]{2}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
#: One request a second is what the public Nominatim allows, and fair to the others.
_PUBLIC_INTERVAL_S = 1.0


class OnlineSettingsError(FrontmapError, ValueError):
    """An online service was asked for with a setting missing or unusable."""

    def __init__(self, setting: str, value: object, way_out: str) -> None:
        self.setting, self.value = setting, value
        super().__init__(f"online service, {setting}={value!r}: {way_out}")


@dataclass(frozen=True, slots=True, kw_only=True)
class OnlineSettings:
    """Settings of one online service.

    Parameters
    ----------
    service
        ``nominatim``, ``photon``, ``geonames`` or ``pelias``.
    contact
        The user's e-mail or web address, sent with every request.
    countries
        ISO 3166-1 alpha-2 codes to look in; empty for all.
    domain
        Host of another instance, ``geo.example.org:8080/path``; with ``http://`` in front for one
        without TLS. None for the public instance.
    key
        User name for GeoNames, key for Pelias.
    language
        ISO 639 code of the names to be answered first.
    interval_s
        Least seconds between two requests; at least 1 for a public instance.
    timeout_s, most_bytes, attempts
        Most seconds and bytes for one answer, and most requests for one question.
    first_wait_s, most_wait_s, rest_s
        Seconds to wait after a first failure; longest wait that is slept through; how long a
        service that is down is left alone.
    keep_s, keep_nothing_s
        Seconds that an answer is kept, 90 days, and that "nothing found" is, 7 days: maps gain
        places more often than they lose them.
    """

    service: str
    contact: str
    countries: tuple[str, ...] = ()
    domain: str | None = None
    key: str | None = None
    language: str = "en"
    interval_s: float = _PUBLIC_INTERVAL_S
    timeout_s: float = 10.0
    most_bytes: int = 2_000_000
    attempts: int = 3
    first_wait_s: float = 2.0
    most_wait_s: float = 60.0
    rest_s: float = 60.0
    keep_s: float = 90 * _DAY_S
    keep_nothing_s: float = 7 * _DAY_S

    def __post_init__(self) -> None:
        self._check_service()
        self._check_contact()
        self._check_words()
        self._check_figures()

    @property
    def scheme(self) -> str:
        """``https``, or ``http`` where the domain says so."""
        return self._address.scheme

    @property
    def place(self) -> str:
        """Host, port and path of the instance, without a slash at the end."""
        return (self._address.netloc + self._address.path).rstrip("/")

    @property
    def source(self) -> str:
        """The service in words: ``nominatim at nominatim.openstreetmap.org``."""
        return f"{self.service} at {self.place}"

    @property
    def _address(self) -> SplitResult:
        domain = self.domain or SERVICES[self.service]
        return urlsplit(domain if "://" in domain else f"https://{domain}")

    def _check_service(self) -> None:
        if self.service not in SERVICES:
            raise OnlineSettingsError("service", self.service, f"give one of {', '.join(SERVICES)}")
        if self.service == "geonames" and not self.key:
            way_out = "give your GeoNames user name, with web services enabled in its account"
            raise OnlineSettingsError("key", self.key, way_out)
        if self.service == "pelias" and not self.domain:
            raise OnlineSettingsError("domain", self.domain, "give the host of a Pelias instance")

    def _check_contact(self) -> None:
        contact = self.contact
        if not (contact.isascii() and contact.isprintable() and _CONTACT.fullmatch(contact)):
            way_out = (
                "give your e-mail or web address; the services require one and see it, "
                "with every name that is asked"
            )
            raise OnlineSettingsError("contact", contact, way_out)

    def _check_words(self) -> None:
        for country in self.countries:
            if not _COUNTRY.fullmatch(country):
                raise OnlineSettingsError("countries", country, "give ISO 3166-1 codes such as SY")
        if not _LANGUAGE.fullmatch(self.language):
            raise OnlineSettingsError("language", self.language, "give an ISO 639 code such as en")
        if not _is_host(self.domain or "example.org"):
            way_out = "give a host, host:port or http://host:port"
            raise OnlineSettingsError("domain", self.domain, way_out)

    def _check_figures(self) -> None:
        least = 0.0 if self.domain else _PUBLIC_INTERVAL_S
        if not least <= self.interval_s < _DAY_S:
            way_out = f"give at least {least:g} s, or the domain of an instance of your own"
            raise OnlineSettingsError("interval_s", self.interval_s, way_out)
        for name in ("timeout_s", "most_bytes", "attempts", "most_wait_s"):
            if not 0 < getattr(self, name) < float("inf"):
                raise OnlineSettingsError(name, getattr(self, name), "give a number above 0")
        for name in ("first_wait_s", "rest_s", "keep_s", "keep_nothing_s"):
            if not 0 <= getattr(self, name) < float("inf"):
                raise OnlineSettingsError(name, getattr(self, name), "give 0 or more")


def _is_host(domain: str) -> bool:
    """Tell whether this is a host to connect to: no user, no query, nothing odd."""
    if not (domain.isascii() and domain.isprintable() and " " not in domain):
        return False
    try:
        parts = urlsplit(domain if "://" in domain else f"https://{domain}")
        usable = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
    return usable and "@" not in parts.netloc and not (parts.query or parts.fragment)
