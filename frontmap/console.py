"""How a run of the command line speaks: messages and progress on stderr, nothing on stdout."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass

from frontmap.refresh.errors import ProjectError
from geo.errors import FrontmapError

__all__ = ["Console", "exit_code", "printable"]

_CLEAR_LINE = "\r\033[K"
_BAR_WIDTH = 30


@dataclass(slots=True)
class Console:
    """One run's settings; the options ``--quiet`` and ``--debug`` fill them in.

    Not frozen: typer hands one such object through all commands of a run, before it has read the
    options.
    """

    quiet: bool = False
    debug: bool = False

    def say(self, message: str) -> None:
        """Write a message that ``--quiet`` leaves out."""
        if not self.quiet:
            print(message, file=sys.stderr)

    def warn(self, message: str) -> None:
        """Write one line about an input that was rejected, also with ``--quiet``."""
        print(f"frontmap: {printable(message)}", file=sys.stderr)

    @property
    def progress(self) -> Callable[[str, float], None] | None:
        """Show how far long work is, where somebody is there to see it; else None."""
        if self.quiet or not sys.stderr.isatty():
            return None
        return _show_progress

    def fail(self, error: Exception) -> int:
        """Say what went wrong, in one line for each thing, and return the exit code for it."""
        if self.debug:
            traceback.print_exception(error)
        expected = isinstance(error, FrontmapError | OSError)
        hint = "" if expected or self.debug else "; run again with --debug to see where"
        name = "" if isinstance(error, FrontmapError) else f"{type(error).__name__}: "
        lines = error.lines if isinstance(error, ProjectError) else (f"{name}{error}{hint}",)
        for line in lines:
            self.warn(line)
        return exit_code(error)


def exit_code(error: Exception) -> int:
    """Return 2 where the input is at fault, 1 where the machine or this program is.

    75, as ``sysexits.h`` has it for what may go well later, where another run is in the way.
    """
    if isinstance(error, BlockingIOError):
        return 75
    return 2 if isinstance(error, FrontmapError) and not isinstance(error, OSError) else 1


def _show_progress(what: str, fraction: float) -> None:
    bar = "#" * round(_BAR_WIDTH * fraction)
    line = f"{_CLEAR_LINE}{what} [{bar:<{_BAR_WIDTH}}] {fraction:.0%}"
    print(_CLEAR_LINE if fraction >= 1 else line, end="", file=sys.stderr, flush=True)


def printable(message: str) -> str:
    """Return a text as one line that a terminal may show.

    A file name or a quoted line may hold line breaks, terminal codes and bytes that are no text.
    """
    return "".join(c if c.isprintable() else " " for c in message)
