"""``frontmap verify``: whether what is published is what a refresh wrote."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from frontmap.commands.options import Debug, Quiet
from frontmap.console import Console
from geo.errors import FrontmapError

__all__ = ["HELP", "verify"]

HELP = """Check published files against their manifest.

Give the project file, its folder, or a manifest that was published with its files. A file that was
published earlier, is no output any more and lies there still, is named.

\b
Examples:
  frontmap verify
  frontmap verify out/frontmap-manifest.json
"""


class OutputsDifferError(FrontmapError, OSError):
    """Published files that are missing or are not as they were published."""


def verify(
    ctx: typer.Context,
    project: Annotated[
        Path, typer.Argument(metavar="[FILE]", help="A project file or a manifest.")
    ] = Path("frontmap.toml"),
    _quiet: Quiet = False,
    _debug: Debug = False,
) -> None:
    """Check published files against their manifest."""
    from frontmap.refresh.manifest import read_manifest, still_there, wrong_with

    console: Console = ctx.obj
    path, folder = _manifest_of(project)
    manifest = read_manifest(path)
    wrong = wrong_with(manifest, folder)
    if wrong:
        raise OutputsDifferError(f"{'; '.join(wrong)}; run: frontmap refresh --force")
    typer.echo(f"{len(manifest['outputs'])} files are as they were published")
    for name in still_there(manifest.get("left", ()), folder):
        console.warn(f"{name}: is no output any more and lies there still; remove it")


def _manifest_of(project: Path) -> tuple[Path, Path]:
    """Return the manifest, and the folder that the names in it are relative to."""
    import os

    from frontmap.refresh.manifest import root_of
    from frontmap.refresh.project_file import read_project
    from frontmap.refresh.publish import manifest_path

    if project.suffix == ".json":
        return project, root_of(project)
    read = read_project(project, os.environ)
    return manifest_path(read), read.folder
