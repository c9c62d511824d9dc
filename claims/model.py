"""Claims read by a language model behind an OpenAI-compatible endpoint; this machine by default.

The model is asked, never trusted: its answer must have the form of claims, and every field must
stand in the report.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from claims.claim import Claim
from claims.errors import ModelError
from claims.events.build import distinct
from claims.extractor import Extractor
from claims.model_form import REPLY_FORM, question
from claims.model_reply import evidenced
from claims.report import Report
from claims.sides.theatre import Theatre
from gazetteer.errors import SourceUnavailableError
from gazetteer.homes.world import user_folder
from gazetteer.services.pace import Pace
from gazetteer.services.retries import Retries
from gazetteer.web.request import fetch

__all__ = ["LOOPBACK", "ModelSettings", "model_extractor"]

#: Where a model server on this machine usually listens.
LOOPBACK = "http://127.0.0.1:11434/v1"
_PART = 12_000  # characters of a report that are asked about at once
_MOST_BYTES = 4_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelSettings:
    """Which model is asked, where, and with how much patience.

    Parameters
    ----------
    model
        Its name, as the endpoint knows it.
    url
        The endpoint's address without ``/chat/completions``. Every report is sent there.
    key
        Sent as a bearer token where it is not empty; it is never shown.
    timeout_s
        For one answer as a whole.
    attempts
        Requests for one part of a report at most; also after an answer that has not the form.
    first_wait_s, most_wait_s
        Seconds to wait after the first failure, which doubles, and the longest wait that is borne.
    """

    model: str
    url: str = LOOPBACK
    key: str = field(default="", repr=False)
    timeout_s: float = 120.0
    attempts: int = 3
    first_wait_s: float = 1.0
    most_wait_s: float = 60.0

    def __post_init__(self) -> None:
        parts = urlsplit(self.url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ModelError(self.url, "is no address; give one such as " + LOOPBACK)
        if not self.model.strip():
            raise ModelError(self.url, "needs the name of a model; give the one it serves")

    @property
    def source(self) -> str:
        """The model and where it is, without anything secret."""
        return f"{self.model} at {urlsplit(self.url).netloc.rpartition('@')[2]}"


def model_extractor(
    settings: ModelSettings,
    theatre: Theatre,
    *,
    home: Path | None = None,
    clock: Callable[[], float] = time.time,
    sleep: Callable[[float], None] = time.sleep,
) -> Extractor:
    """Return what asks the model for the claims of a report.

    Parameters
    ----------
    theatre
        Whose actors give the sides; the model names none.
    home
        Where it is noted when the endpoint asked for patience; the user's data folder where None.
    clock, sleep
        Seconds since 1970, and what waits for some seconds.

    Raises
    ------
    ModelError
        From the call: no answer after all attempts, or none in the form of claims.
    """
    folder = user_folder(home) / "models"
    folder.mkdir(parents=True, exist_ok=True)
    pace = Pace(
        folder=folder, source=settings.source, interval_s=0.0,
        most_wait_s=settings.most_wait_s, clock=clock, sleep=sleep,
    )  # fmt: skip
    retries = Retries(pace=pace, attempts=settings.attempts, first_wait_s=settings.first_wait_s)
    return partial(_extract, settings, retries, theatre)


def _extract(
    settings: ModelSettings, retries: Retries, theatre: Theatre, report: Report
) -> tuple[Claim, ...]:
    claims: list[Claim] = []
    for start, end in _parts(report.text):
        rows = _ask(settings, retries, report.text[start:end])
        claims += evidenced(rows, report, theatre, start=start, end=end)
    claims.sort(key=lambda c: (c.span.start, c.span.end))
    return tuple(distinct(claims))


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """Yield stretches of a text of at most ``_PART`` characters that end with a line."""
    start = 0
    while start < len(text):
        end = min(start + _PART, len(text))
        if end < len(text):
            end = max(text.rfind("\n", start, end), text.rfind(". ", start, end)) + 1 or end
            end = end if end > start else min(start + _PART, len(text))
        if text[start:end].strip():
            yield start, end
        start = end


def _ask(settings: ModelSettings, retries: Retries, text: str) -> list[dict[str, Any]]:
    """Return the rows of the first answer that has the form of claims."""
    headers = {"Content-Type": "application/json", "Accept": "application/json"}
    if settings.key:
        headers["Authorization"] = f"Bearer {settings.key}"
    once = partial(
        fetch,
        settings.url.rstrip("/") + "/chat/completions",
        headers=headers,
        timeout_s=settings.timeout_s,
        most_bytes=_MOST_BYTES,
        body=question(text, model=settings.model),
    )
    problem = ""
    for _ in range(settings.attempts):
        try:
            answer = retries.ask(once)
        except SourceUnavailableError as error:
            raise ModelError(settings.source, str(error).partition(": ")[2]) from error
        rows, problem = _rows(answer.body)
        if not problem:
            return rows
    raise ModelError(settings.source, f"{problem}, {settings.attempts} times; try another model")


def _rows(body: bytes) -> tuple[list[dict[str, Any]], str]:
    """Return the claims of a reply, or what is wrong with it."""
    from jsonschema import Draft202012Validator

    try:
        content = json.loads(body)["choices"][0]["message"]["content"]
        reply = json.loads(content)
    except (ValueError, TypeError, LookupError, RecursionError):
        return [], "its answer is not JSON in the form of a chat completion"
    wrong = next(Draft202012Validator(REPLY_FORM).iter_errors(reply), None)
    if wrong is not None:
        where = "/".join(map(str, wrong.absolute_path)) or "the whole"
        return [], f"its answer has not the form of claims (at {where[:80]})"
    return reply["claims"], ""
