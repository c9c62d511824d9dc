"""What was published, from what: hashes, versions, licences, in one file beside the outputs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from hashlib import file_digest
from pathlib import Path
from typing import Any

from claims.ledger.grounds import rules_print
from claims.ledger.reports import Standing
from claims.situation import Situation
from frontmap.refresh.build import Built
from geo.errors import FrontmapError

__all__ = [
    "MANIFEST",
    "ManifestError",
    "left_behind",
    "made_manifest",
    "read_manifest",
    "root_of",
    "still_there",
    "wrong_with",
]

MANIFEST = "frontmap-manifest.json"
_FORM = 1


class ManifestError(FrontmapError, ValueError):
    """A manifest that cannot be read."""

    def __init__(self, path: Path, problem: str) -> None:
        self.path = path
        super().__init__(f"{path}: {problem}; run: frontmap refresh")


def made_manifest(
    situation: Situation,
    built: Sequence[Built],
    *,
    shown: Iterable[Standing],
    fingerprint: str,
    place: str,
    left: Sequence[str] = (),
) -> dict[str, Any]:
    """Return the manifest of a publication; equal publications have equal ones.

    Parameters
    ----------
    place
        Where the manifest lies, relative to the project folder as the names of the outputs are.
    left
        Files of earlier publications that are no outputs any more and lie there still.
    """
    from frontmap import __version__
    from maps.beside.credits import credits_in

    texts = {report.id: report for report in situation.reports}
    return {
        "form": _FORM,
        "manifest": place,
        "made_by": f"frontmap {__version__}",
        "rules": rules_print()[:16],
        "fingerprint": fingerprint,
        "theatre": situation.theatre.id,
        "as_of": situation.as_of.isoformat() if situation.as_of else None,
        "claims": {
            "all": len(situation.claims),
            "drawn": len(situation.drawn),
            "not_drawn": len(situation.not_drawn),
        },
        "credits": list(credits_in(situation, basemap=True)),
        "reports": [
            {
                "doc": one.doc,
                "text_sha256": one.key,
                "outlet": texts[one.doc].outlet,
                "published": one.published.isoformat() if one.published else None,
                "url": texts[one.doc].url,
            }
            for one in shown
            if one.doc in texts
        ],
        "outputs": [
            {"name": one.name, "sha256": one.sha256, "bytes": one.size_bytes} for one in built
        ],
        "left": list(left),
    }


def left_behind(
    earlier: Mapping[str, Any], built: Iterable[Built], *, place: str, folder: Path
) -> list[str]:
    """Return the files of an earlier publication that the next one neither writes nor replaces.

    Parameters
    ----------
    earlier
        Its manifest.
    place
        Where the manifest of the next one lies, relative to the project folder.
    """
    once = {output["name"] for output in earlier["outputs"]}
    once |= {earlier["manifest"], *earlier.get("left", ())}
    return still_there(sorted(once - {place, *(one.name for one in built)}), folder)


def still_there(names: Iterable[str], folder: Path) -> list[str]:
    """Return the names of the files that are in the project folder."""
    return [name for name in names if (folder / name).is_file()]


def read_manifest(path: Path) -> Mapping[str, Any]:
    """Read a manifest; raise ManifestError where it is none."""
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "it is no JSON"
        raise ManifestError(path, f"cannot be read ({reason})") from None
    if not isinstance(told, dict) or told.get("form") != _FORM:
        raise ManifestError(path, f"is no manifest of form {_FORM}")
    return told


def root_of(path: Path) -> Path:
    """Return the folder that the names in a manifest are relative to, by its own place in it."""
    depth = len(Path(read_manifest(path)["manifest"]).parts)
    return path.resolve().parents[depth - 1]


def wrong_with(manifest: Mapping[str, Any], folder: Path) -> list[str]:
    """Return one line for every output that is missing or is not as it was published."""
    lines = []
    for output in manifest["outputs"]:
        path = folder / output["name"]
        try:
            with path.open("rb") as file:
                same = file_digest(file, "sha256").hexdigest() == output["sha256"]
        except OSError as error:
            lines.append(f"{output['name']}: cannot be read ({error.strerror})")
            continue
        if not same:
            lines.append(f"{output['name']}: is not as it was published")
    return lines
