"""One self-contained file: the page around a map, its content policy, its way to the disk."""

from __future__ import annotations

import base64
import hashlib
import os
import re
import tempfile
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path

from maps.errors import ExportError
from maps.text import safe
from maps.wording.language import ENGLISH, Language

__all__ = ["assemble", "leaflet", "number_ids", "write_atomically"]

_SCRIPTS = (
    "dom", "unpack", "stage", "words", "ink", "earth", "model", "zone", "time",
    "filters", "symbols", "arrows", "scene", "canvas", "crowd", "card", "whatchanged", "legend",
    "claimlist", "marks", "reports", "matrix", "listed", "table", "about", "panel", "choices",
    "timebar", "view", "edges", "opening", "frame", "places", "paper", "main",
)  # fmt: skip
# These run while the browser still reads the others.
_FIRST_SCRIPTS = ("inflate", "bytes")
_DARK = "screen and (prefers-color-scheme: dark)"
_STYLES = ("page", "panel", "reading", "small", "print")
_RANDOM_ID = re.compile(r"(?<=_)[0-9a-f]{32}(?![0-9a-f])")
_INLINE_SCRIPT = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL)
_BEYOND, _UNIT = re.compile(r"[^\x00-\x7f]+"), re.compile("....")
_WORD = re.compile(r"\[\[(\w+)\]\]")
_CSS_URL = re.compile(r"url\(images/([a-z0-9-]+\.png)\)")


def _asset(name: str) -> str:
    return files("maps").joinpath("page", name).read_text(encoding="utf-8")


def _leaflet_folder() -> Path:
    import xstatic.pkg.leaflet as package

    return Path(package.BASE_DIR)


def leaflet(name: str) -> str:
    """Return a text file of the installed Leaflet, images of its style sheet inlined."""
    folder = _leaflet_folder()
    text = (folder / name).read_text(encoding="utf-8")
    return _CSS_URL.sub(lambda match: f"url({_image(folder, match[1])})", text)


def _image(folder: Path, name: str) -> str:
    raw = (folder / "images" / name).read_bytes()
    return "data:image/png;base64," + base64.b64encode(raw).decode("ascii")


# Browsers keep a page of ASCII in half the room, and so read it sooner: letters beyond it are
# written as scripts and HTML write them.
def _ascii_script(script: str) -> str:
    return _BEYOND.sub(lambda match: _escaped(match[0]), script)


def _escaped(letters: str) -> str:
    return _UNIT.sub(r"\\u\g<0>", letters.encode("utf-16-be").hex())


def _ascii_html(html: str) -> str:
    return html.encode("ascii", "xmlcharrefreplace").decode("ascii")


@cache
def _leaflet_script() -> str:
    # A source map comment makes developer tools look for a file that is not there.
    script = re.sub(r"\n//# sourceMappingURL=\S+\s*$", "\n", leaflet("leaflet.js"))
    return _ascii_script(script)


@cache
def _bytes_script() -> str:
    parts = "\n".join(_asset(f"{name}.js") for name in _FIRST_SCRIPTS)
    return f'(() => {{\n"use strict";\n{_ascii_script(parts)}\n}})();\n'


@cache
def _page_script() -> str:
    parts = "\n".join(_asset(f"{name}.js") for name in _SCRIPTS)
    # What fails is said on the page, and to whoever looks at the console.
    ending = ".catch((problem) => { window.frontmap.rescue(problem); throw problem; });"
    return f'(async () => {{\n"use strict";\n{_ascii_script(parts)}\n}})(){ending}\n'


@cache
def _style() -> str:
    return "\n".join([leaflet("leaflet.css"), *(_asset(f"{name}.css") for name in _STYLES)])


def _frame(*, title: str, static: str, words: Language) -> str:
    """Return what stands on the page before its script runs, in the words of its language."""
    texts = {**words.page, **words.static, "title": title}
    known = {key: safe(text) for key, text in texts.items() if isinstance(text, str)}
    # One pass: what is filled in is not looked at again.
    filled = _WORD.sub(lambda match: {**known, "static": static}[match[1]], _asset("page.html"))
    return _ascii_html(filled)


def _folium_script() -> str:
    """Return the stand-in for what folium's own layers expect: two functions of two libraries."""
    folder = _leaflet_folder()
    images = {name: _image(folder, f"{name}.png") for name in ("marker-icon", "marker-shadow")}
    return (
        _asset("folium.js")
        .replace("MARKER_ICON", images["marker-icon"])
        .replace("MARKER_SHADOW", images["marker-shadow"])
    )


def number_ids(html: str) -> str:
    """Replace branca's random ids by counted ones, so that equal maps are equal bytes.

    Examples
    --------
    >>> number_ids("map_" + 32 * "a" + " circle_" + 32 * "b" + " map_" + 32 * "a")
    'map_1 circle_2 map_1'
    """
    seen: dict[str, str] = {}
    return _RANDOM_ID.sub(lambda match: seen.setdefault(match[0], str(len(seen) + 1)), html)


def _policy(scripts: Sequence[str], *, online: bool) -> str:
    hashes = [
        "'sha256-" + base64.b64encode(hashlib.sha256(s.encode()).digest()).decode() + "'"
        for s in scripts
    ]
    outside = " https:" if online else ""
    rules = [
        f"default-src 'none'; script-src {' '.join(hashes)}{outside}",
        f"style-src 'unsafe-inline'{outside}; img-src data:{outside}; base-uri 'none'",
        *([f"connect-src{outside}; font-src data:{outside}"] if online else []),
    ]
    return "; ".join(rules)


def _inline_scripts(html: str) -> list[str]:
    return _INLINE_SCRIPT.findall(html)


def assemble(
    *,
    title: str,
    packed: str,
    bounds: Sequence[float],
    static: str = "",
    user_head: str = "",
    user_body: str = "",
    user_script: str = "",
    online: bool = False,
    classes: str = "",
    tongue: Language = ENGLISH,
) -> str:
    """Put a page together.

    Parameters
    ----------
    title
        Untrusted text for the window and for readers without scripts.
    packed
        The page's data as written by :func:`maps.packed.pack.pack`.
    bounds
        West, south, east and north of the first view, in degrees.
    static
        HTML for readers without scripts, as written by :func:`maps.static.static_page`.
    user_head, user_body, user_script
        What folium renders for layers that a user added; empty for a plain map.
    online
        Whether the content policy lets those layers load from https addresses.
    classes
        Names, with spaces between, by which the style sheet knows a page of another form.
    tongue
        The language of the page, which also says which way its lines run.
    """
    ours, theirs = [_leaflet_script(), _page_script()], [user_script] if user_script else []
    if user_script or user_head or user_body:
        ours.insert(1, _folium_script())
    ours.insert(0, _bytes_script())
    rescue = _asset("rescue.js")
    scripts = [rescue, *_inline_scripts(user_head + user_body), *ours, *theirs]
    tags = "\n".join(f"<script>{script}</script>" for script in [*ours, *theirs])
    # Plain joining: no template engine ever reads the data block.
    return "".join(
        [
            f'<!DOCTYPE html>\n<html lang="{safe(tongue.code)}" dir="{tongue.direction}">\n',
            '<head>\n<meta charset="utf-8">\n',
            '<meta http-equiv="Content-Security-Policy" content="',
            _policy(scripts, online=online),
            '">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n',
            '<meta name="referrer" content="no-referrer">\n',
            f"<title>{_ascii_html(safe(title))}</title>\n",
            f"<style>{_style()}</style>\n",
            f'<style id="fm-dark" media="{_DARK}">{_asset("dark.css")}</style>\n',
            f"<script>{rescue}</script>\n",
            user_head,
            f'</head>\n<body class="{" ".join(["fm-bare", *classes.split()])}">\n',
            _frame(title=title, static=static, words=tongue),
            user_body,
            f'<script type="text/plain" id="fm-data" data-bounds="{[*bounds]}">{packed}</script>\n',
            tags,
            "\n</body>\n</html>\n",
        ]
    )


def write_atomically(path: Path, content: str | bytes) -> None:
    """Write a file so that readers see the old one or the whole new one, never a part.

    Text is written as UTF-8.

    Raises
    ------
    ExportError
        When the folder is missing or cannot be written; nothing is left behind.
    """
    try:
        _replace(path, content.encode("utf-8") if isinstance(content, str) else content)
    except OSError as problem:
        reason = problem.strerror or str(problem)
        raise ExportError(f"cannot write {path}: {reason}; give a writable place") from problem


def _replace(path: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.chmod(_mode(path))
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _mode(path: Path) -> int:
    """Return the file's present permission, or what the umask gives a new file.

    A temporary file is private (0600), and a published map must stay readable for its web server.
    """
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _sync_folder(folder: Path) -> None:
    # Only POSIX can flush a folder; elsewhere the rename is as durable as the system makes it.
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
