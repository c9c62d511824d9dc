"""Pictures of pages, taken by headless Chromium."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_PATIENCE_S = 120
# Chromium's virtual time runs out before a frame that lives in another process has painted.
_ONE_PROCESS = ("--disable-site-isolation-trials", "--disable-features=IsolateSandboxedIframes")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """A window on a page, and the picture of it; a page that is a picture is its own."""

    page: str
    picture: str
    fragment: str = ""
    width_px: int = 1280
    height_px: int = 800

    @property
    def address(self) -> str:
        """The page with the part that chooses its view, relative to the gallery."""
        return f"{self.page}#{self.fragment}" if self.fragment else self.page


def take(folder: Path, shot: Shot) -> None:
    """Write the picture, three quarters as large as the window.

    Raises
    ------
    FileNotFoundError
        Without Chromium, or where it took no picture.
    """
    if shot.picture == shot.page:
        return
    browser = next(filter(None, map(shutil.which, _NAMES)), None)
    if browser is None:
        raise FileNotFoundError("pictures need Chromium: apt-get install chromium")
    address = f"{folder.resolve().as_uri()}/{shot.address}"
    picture = (folder / shot.picture).resolve()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [
            browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
            f"--user-data-dir={profile}", "--force-device-scale-factor=0.75",
            f"--window-size={shot.width_px},{shot.height_px}", "--virtual-time-budget=8000",
            *_ONE_PROCESS,
            f"--screenshot={picture}", address,
        ]  # fmt: skip
        subprocess.run(command, check=True, capture_output=True, timeout=_PATIENCE_S)
    if not picture.exists():
        raise FileNotFoundError(f"{browser} took no picture of {address}")
