"""The rules of axe-core, run in the page that Chromium shows."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Any

from tests.browser import Browser

__all__ = ["violations"]

# All rules of WCAG 2 at the levels A and AA and all of axe's best practices, of any impact; the
# threefold contrast of level AAA is off by itself.
_RUN = """axe.run(document, {resultTypes: ["violations"]}).then(({violations}) =>
  violations.flatMap(({id, impact, nodes}) => nodes.slice(0, 3).map((node) =>
    [id, impact, node.html.slice(0, 160), node.failureSummary].join(" | "))))"""


@cache
def _source() -> str:
    return files("axe_core_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def violations(browser: Browser, *, run: Callable[[str], Any] | None = None) -> list[str]:
    """Return what axe-core has against the page as it stands, of any impact, one line each.

    Axe is put in by the debugger, so the page's content policy stays as it is published. ``run``
    evaluates a script elsewhere than in the page itself, such as in a frame.
    """
    run = run or browser.run
    if not run("!!window.axe"):
        run(_source() + "; 0")
    told: list[str] = run(_RUN)
    return told
