"""A project: what a refresh reads, what it writes, and what it may publish."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

__all__ = [
    "PLACE_CLASSES",
    "STATE_FOLDER",
    "Form",
    "Output",
    "Policy",
    "Project",
    "Source",
    "SourceKind",
    "Thresholds",
    "Window",
]

STATE_FOLDER = ".frontmap"

PLACE_CLASSES = ("hospitals", "shelters", "aid", "individuals", "camps")
"""Classes of place that a policy can withhold; ``place_classes.toml`` says what they hold."""


class SourceKind(StrEnum):
    """What stands at a source's address."""

    FOLDER = "folder"
    FILE = "file"
    FEED = "feed"
    PAGE = "page"
    CLAIMS = "claims"

    @property
    def is_local(self) -> bool:
        """Whether it is read from a path; else from an address on the net."""
        return self in (SourceKind.FOLDER, SourceKind.FILE, SourceKind.CLAIMS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where reports or claims come from.

    Parameters
    ----------
    name
        What the ledger and messages call it; no other source of the project has it.
    path
        The absolute path of a local source, None for one on the net. It need not exist.
    url
        The address of a feed or page, empty for a local source.
    outlet
        Who publishes what comes from it; empty where the texts say so themselves.
    """

    name: str
    kind: SourceKind
    path: Path | None = None
    url: str = ""
    outlet: str = ""

    def __post_init__(self) -> None:
        if (self.path is None) == self.kind.is_local or bool(self.url) == self.kind.is_local:
            raise ValueError(f"source {self.name!r}: a {self.kind} needs a path or a url, not both")

    @property
    def address(self) -> str:
        """The path or the url, as text."""
        return self.url or str(self.path)


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Which reports are on the map, by their time of publication.

    Either the last ``days`` before the run, or from ``since`` up to but without ``until``; both
    aware, None leaves that end open. A window without any of them holds everything.
    """

    days: int | None = None
    since: datetime | None = None
    until: datetime | None = None

    def __post_init__(self) -> None:
        if self.days is not None and (self.since or self.until):
            raise ValueError("a window has days, or since and until")
        if self.days is not None and self.days < 1:
            raise ValueError(f"a window of {self.days} days holds nothing")
        if self.since and self.until and self.since >= self.until:
            raise ValueError(f"a window that ends ({self.until}) before it starts ({self.since})")

    def holds(self, moment: datetime, *, now: datetime) -> bool:
        """Tell whether what was published at this moment is on a map made now."""
        since = now - timedelta(days=self.days) if self.days is not None else self.since
        return (since is None or since <= moment) and (self.until is None or moment < self.until)


class Form(StrEnum):
    """What an output is, by its suffix."""

    HTML = "html"
    PNG = "png"
    SVG = "svg"
    PDF = "pdf"
    GEOJSON = "geojson"
    GPKG = "gpkg"
    KML = "kml"
    CSV = "csv"
    PARQUET = "parquet"
    DOCX = "docx"
    MD = "md"
    JSONL = "jsonl"
    JSON = "json"
    ATOM = "atom"


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """One file to publish.

    Parameters
    ----------
    path
        Absolute, inside the project folder, outside its state folder.
    embed
        An HTML map made to stand in a frame of another page.
    changes
        What changed since the last refresh, in place of the claims: ``.md``, ``.json``, ``.atom``.
    full_text
        Whether whole reports go into an HTML map, or only what stands around each quotation.
    width_px
        Width of a PNG in pixels, also of the picture in a written report.
    columns
        Whose columns a CSV file has: ``own``, ``acled`` or ``ucdp``.
    """

    path: Path
    form: Form
    embed: bool = False
    changes: bool = False
    full_text: bool = False
    width_px: int = 1200
    columns: str = "own"

    @property
    def paths(self) -> tuple[Path, ...]:
        """Every file that is written for it: a Markdown report has its picture beside it."""
        if self.form is Form.MD and not self.changes:
            return (self.path, self.path.with_name(f"{self.path.name}.png"))
        return (self.path,)


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """What may be published of what was read.

    Parameters
    ----------
    minimum_age
        How long ago a report must have been published; younger ones are held back.
    round_m
        Side in metres of the grid that coordinates are rounded to; 0 leaves them as they are.
    round_decimals
        Decimal places of degrees that are kept, in place of ``round_m``; None keeps all.
    withhold
        Names of ``PLACE_CLASSES`` that are never drawn.
    withhold_words
        More words of place names or phrases that are never drawn.
    """

    minimum_age: timedelta = timedelta(hours=24)
    round_m: int = 0
    round_decimals: int | None = None
    withhold: tuple[str, ...] = ("hospitals", "shelters", "aid", "individuals")
    withhold_words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """When a refresh is refused and the old map stays.

    Parameters
    ----------
    largest_fall
        The share of claims, 0 to 1, by which their number may fall from one map to the next.
    least_sources
        How many sources must have answered.
    """

    largest_fall: float = 0.5
    least_sources: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A project file, read and checked.

    Parameters
    ----------
    path, folder, state_folder
        The file, the folder it lies in, and where the ledger is kept; all absolute.
    title
        Heading of the map; None makes one from the theatre and the dates.
    theatre
        Name of the conflict or the folder that describes it; None recognises it from the texts.
    language
        ISO 639 code of the language of the page.
    contact
        Who answers for the requests of this project: a mail or web address, or empty.
    site
        Where the outputs are published on the web, for links to them; empty or ``https://.../``.
    gazetteers
        Names of the gazetteers that must be installed and sound: ISO 3166-1 alpha-2 codes.
    places, decisions
        The files of corrections and decisions, None where there is none.
    """

    path: Path
    folder: Path
    sources: tuple[Source, ...]
    outputs: tuple[Output, ...]
    title: str | None = None
    theatre: str | None = None
    language: str = "en"
    contact: str = ""
    site: str = ""
    gazetteers: tuple[str, ...] = ()
    places: Path | None = None
    decisions: Path | None = None
    window: Window = field(default_factory=Window)
    policy: Policy = field(default_factory=Policy)
    thresholds: Thresholds = field(default_factory=Thresholds)

    @property
    def state_folder(self) -> Path:
        """The folder ``.frontmap`` beside the project file."""
        return self.folder / STATE_FOLDER
