"""Download a file over HTTP: resumed where it broke off, checked, and never without an end.

For files of any size; single questions to a service are asked in ``gazetteer.web.request``.
"""

from __future__ import annotations

import hashlib
import time
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import httpx
from tenacity import Retrying, retry_if_exception_type, stop_after_attempt, wait_exponential

from gazetteer.errors import SourceUnavailableError
from gazetteer.web.request import is_loopback

__all__ = ["Limits", "download", "shown_url"]

_PACKED = {".zip", ".kmz"}
_LONGEST_WAIT_S = 20.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much a download may take.

    Parameters
    ----------
    size_bytes, unpacked_bytes
        Of the file, and of what a zip file says it holds. GeoNames' file of the whole world has
        0.4 and 1.7 GB.
    seconds, silence_s
        For all tries together, and without a sign of the server.
    redirects, tries
        How often to be sent elsewhere; how often to try where the server fails for the moment.
    wait_s
        Before the second try; doubles with each further one.
    """

    size_bytes: int = 2_000_000_000
    unpacked_bytes: int = 8_000_000_000
    seconds: float = 3_600.0
    silence_s: float = 30.0
    redirects: int = 5
    tries: int = 4
    wait_s: float = 1.0


class _PassingError(Exception):
    """What may be over at the next try."""

    def __init__(self, problem: str, retry_after_s: float | None = None) -> None:
        self.problem, self.retry_after_s = problem, retry_after_s
        super().__init__(problem)


def download(
    url: str,
    target: Path,
    *,
    progress: Callable[[str, float], None] | None = None,
    limits: Limits | None = None,
    sha256: str = "",
) -> Path:
    """Fetch ``url`` into ``target`` and return ``target``, which is whole or not there.

    What arrived before a break stays beside it as ``.part`` and is completed by the next call, if
    the server can tell that its file is still the same one; else the file is fetched anew. Give
    each URL a target of its own. The length that the server announces, every checksum in a zip
    file and, where given, the SHA-256 digest must fit. A server on this machine is asked directly,
    any other through the proxy that the system names.

    Raises
    ------
    SourceUnavailableError
        The server does not answer, refuses, breaks off, exceeds the limits, or sends what is no
        such file.
    OSError
        The file cannot be written.
    """
    limits = limits or Limits()
    loading = _Download(url, target, limits, progress)
    retrying = Retrying(
        retry=retry_if_exception_type(_PassingError),
        stop=stop_after_attempt(limits.tries),
        wait=wait_exponential(multiplier=limits.wait_s, max=_LONGEST_WAIT_S),
        reraise=True,
    )
    try:
        retrying(loading.run)
    except _PassingError as error:
        raise SourceUnavailableError(
            shown_url(url), error.problem, retry_after_s=error.retry_after_s
        ) from error
    problem = _fault(loading.part, target.suffix.lower(), limits, sha256)
    loading.tag.unlink(missing_ok=True)
    if problem:
        loading.part.unlink()
        raise SourceUnavailableError(shown_url(url), problem)
    return loading.part.replace(target)


def shown_url(url: str) -> str:
    """Return a URL as it may be shown and kept: without user, password, query and fragment."""
    parts = urlsplit(url)
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))


class _Download:
    """One file on its way; each run goes on where the last one broke off."""

    def __init__(
        self,
        url: str,
        target: Path,
        limits: Limits,
        progress: Callable[[str, float], None] | None,
    ) -> None:
        self.part = target.with_name(f"{target.name}.part")
        self.tag = target.with_name(f"{target.name}.part.tag")
        self._url, self._limits, self._progress = url, limits, progress
        self._what = f"fetching {Path(urlsplit(url).path).name or shown_url(url)}"
        self._end = time.monotonic() + limits.seconds

    def run(self) -> None:
        """Try once, and leave the whole file in ``part``."""
        with self._plain_errors(), self._client() as client:
            tag = self.tag.read_text("utf-8") if self.tag.exists() else ""
            here = self.part.stat().st_size if tag and self.part.exists() else 0
            ask = {"Range": f"bytes={here}-", "If-Range": tag} if here else {}
            with client.stream("GET", self._url, headers=ask) as response:
                self._take(response, here)

    def _take(self, response: httpx.Response, here: int) -> None:
        self._refuse(response)
        goes_on = response.status_code == httpx.codes.PARTIAL_CONTENT
        if goes_on and _first_byte(response.headers) != here:
            self.part.unlink(missing_ok=True)
            raise _PassingError("sends another part of the file than it was asked for")
        start = here if goes_on else 0
        announced = _length(response.headers)
        if start + (announced or 0) > self._limits.size_bytes:
            self._too_large()
        with self.part.open("ab" if goes_on else "wb") as file:
            self.tag.write_text(_validator(response.headers), "utf-8")
            size = start
            # Chunks as they come: chunks of a fixed size would lose the last one at a break.
            for chunk in response.iter_raw():
                size += len(chunk)
                file.write(chunk)
                self._check(size)
                self._show(size, start + (announced or 0))

    def _refuse(self, response: httpx.Response) -> None:
        status, said = response.status_code, f"{response.status_code} {response.reason_phrase}"
        if status in {httpx.codes.OK, httpx.codes.PARTIAL_CONTENT}:
            return
        if status == httpx.codes.REQUESTED_RANGE_NOT_SATISFIABLE:
            self.part.unlink(missing_ok=True)
            raise _PassingError("its file has changed while it was fetched")
        if status == httpx.codes.TOO_MANY_REQUESTS or status >= 500:
            raise _PassingError(f"answers {said}; try again later", _wait_s(response.headers))
        if status in {httpx.codes.NOT_FOUND, httpx.codes.GONE}:
            self._stop(f"answers {said}: no such country file; check the code or give --from")
        self._stop(f"answers {said}; check the address or give another with --from")

    def _check(self, size: int) -> None:
        if size > self._limits.size_bytes:
            self._too_large()
        if time.monotonic() > self._end:
            self._stop(f"not done after {self._limits.seconds:g} s; run again to go on")

    def _too_large(self) -> None:
        self.part.unlink(missing_ok=True)
        self._stop(f"sends more than {self._limits.size_bytes / 1e6:,.0f} MB; give a smaller file")

    def _stop(self, problem: str) -> None:
        raise SourceUnavailableError(shown_url(self._url), problem)

    def _show(self, size: int, total: int) -> None:
        if self._progress:
            self._progress(self._what, min(1.0, size / total) if total else 0.0)

    def _client(self) -> httpx.Client:
        return httpx.Client(
            follow_redirects=True,
            max_redirects=self._limits.redirects,
            timeout=self._limits.silence_s,
            trust_env=not is_loopback(urlsplit(self._url).hostname or ""),
            # A part of a packed answer could not be completed.
            headers={"Accept-Encoding": "identity", "User-Agent": "frontmap"},
        )

    @contextmanager
    def _plain_errors(self) -> Iterator[None]:
        try:
            yield
        except httpx.TooManyRedirects:
            self._stop(f"sends on to other addresses more than {self._limits.redirects} times")
        except (httpx.UnsupportedProtocol, httpx.InvalidURL) as error:
            self._stop(f"no address to fetch from ({error}); give an http or https one")
        except httpx.TimeoutException as error:
            silence = f"does not answer within {self._limits.silence_s:g} s; try again later"
            raise _PassingError(silence) from error
        except httpx.RemoteProtocolError as error:
            broken = "breaks off before the end of the file; run again to go on"
            raise _PassingError(broken) from error
        except httpx.TransportError as error:
            problem = f"cannot be reached ({error}); try again later or give another with --from"
            raise _PassingError(problem) from error


def _length(headers: Mapping[str, str]) -> int | None:
    text = headers.get("content-length", "")
    return int(text) if text.isdecimal() else None


def _first_byte(headers: Mapping[str, str]) -> int:
    first = headers.get("content-range", "").removeprefix("bytes ").partition("-")[0]
    return int(first) if first.isdecimal() else -1


def _wait_s(headers: Mapping[str, str]) -> float | None:
    # The header may hold a date as well; that is as good as no number of seconds.
    text = headers.get("retry-after", "")
    return float(text) if text.isdecimal() else None


def _validator(headers: Mapping[str, str]) -> str:
    """Return what tells that the file is still the same; a weak tag does not (RFC 9110, 13.1.5)."""
    tag = headers.get("etag", "")
    return headers.get("last-modified", "") if not tag or tag.startswith("W/") else tag


def _fault(path: Path, suffix: str, limits: Limits, sha256: str) -> str:
    """Say what is wrong with a fetched file, empty for nothing."""
    with path.open("rb") as file:
        head = file.read(512).lstrip().lower()
        if sha256:
            file.seek(0)
            found = hashlib.file_digest(file, "sha256").hexdigest()
            if found != sha256.lower():
                return f"its file has the SHA-256 digest {found}, not the expected one; do not use"
    if head.startswith((b"<!doctype html", b"<html")):
        return "answers with a web page, not with a gazetteer; check the address"
    if suffix in _PACKED or head.startswith(b"pk\x03\x04"):
        return _zip_fault(path, limits)
    return "" if head else "answers with an empty file; check the address"


def _zip_fault(path: Path, limits: Limits) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(part.file_size for part in archive.infolist()) > limits.unpacked_bytes:
                return f"its zip file unpacks to over {limits.unpacked_bytes / 1e6:,.0f} MB"
            damaged = archive.testzip()
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        return f"sends no sound zip file ({error}); run again to fetch it anew"
    return f"its zip file is damaged at {damaged}; run again to fetch it anew" if damaged else ""
