"""Run a notebook as its reader would, with IPython's own display hook, and show it as a page."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from contextlib import chdir, redirect_stdout
from html import escape
from pathlib import Path
from typing import Any

from IPython.core.displayhook import DisplayHook
from IPython.core.interactiveshell import InteractiveShell
from traitlets.config import Config

from gallery_pages.look import page as as_page


class _Shown(DisplayHook):
    """Keeps what a cell ends with, in every form that it offers."""

    def write_output_prompt(self) -> None:
        pass

    def write_format_data(self, format_dict: dict[str, Any], *_: Any) -> None:
        self.shell.user_ns.setdefault("_shown", []).append(format_dict)


def run_notebook(path: Path, *, out: Path, page: Path) -> None:
    """Run the cells of a notebook in its folder; write it with their results, and as a page.

    Raises
    ------
    Exception
        Whatever a cell raises.
    """
    notebook = json.loads(path.read_text(encoding="utf-8"))
    shell = InteractiveShell(
        config=Config(HistoryManager={"enabled": False}), displayhook_class=_Shown
    )
    with chdir(path.parent):
        cells = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
        for number, cell in enumerate(cells, start=1):
            cell["execution_count"], cell["outputs"] = number, _run(shell, cell, number)
    out.write_text(json.dumps(notebook, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    page.write_text(as_page(path.stem, *_html(notebook)), encoding="utf-8")


def _run(shell: InteractiveShell, cell: dict[str, Any], number: int) -> list[dict[str, Any]]:
    shown = shell.user_ns["_shown"] = []
    with redirect_stdout(io.StringIO()) as printed:
        shell.run_cell("".join(cell["source"])).raise_error()
    stream = {"output_type": "stream", "name": "stdout", "text": printed.getvalue()}
    results = [
        {"output_type": "execute_result", "execution_count": number, "data": each, "metadata": {}}
        for each in shown
    ]
    return [*([stream] if stream["text"] else []), *results]


def _html(notebook: dict[str, Any]) -> Iterator[str]:
    for cell in notebook["cells"]:
        source = escape("".join(cell["source"]))
        if cell["cell_type"] != "code":
            yield f"<p>{source}</p>"
            continue
        yield f'<pre class="code">{source}</pre>'
        for output in cell["outputs"]:
            yield f'<div class="out">{_output(output)}</div>'


def _output(output: dict[str, Any]) -> str:
    if output["output_type"] == "stream":
        return f"<pre>{escape(output['text'])}</pre>"
    return output["data"].get("text/html") or f"<pre>{escape(output['data']['text/plain'])}</pre>"
