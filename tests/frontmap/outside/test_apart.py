from __future__ import annotations

import sys
from pathlib import Path
from textwrap import dedent

import pytest

from frontmap.outside.apart import Cage, parse_apart
from frontmap.outside.errors import UnreadableError
from tests.frontmap.outside.pages import article, rss
from tests.gazetteer.loopback import serving

ABOUT = {"url": "https://example.org/feed"}
# Parsers that do what a parser must not do. Each stands in for feedparser in its own process.
BAD = {
    "spins": "while True: pass",
    "waits": "import threading; threading.Event().wait()",
    "eats": "x = [bytes(1 << 20) for _ in range(1 << 20)]",
    "talks": "return {'version': 'rss20', 'feed': {'title': 'x' * 100}, 'entries': 9 * [{}]}",
    "dies": "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)",
    "leaves": "import os; os._exit(7)",
    "raises": "raise KeyError('secret')",
    "recurses": "def f(): f()\n    f()",
    "writes": "import os; open(os.environ['PYTHONPATH'].split(os.pathsep)[0] + '/x', 'wb')"
    ".write(bytes(100_000))",
}


@pytest.fixture
def parser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Path:
    body = BAD[request.param]
    (tmp_path / "feedparser.py").write_text(f"def parse(*_, **__):\n    {body}\n")
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    return tmp_path


@pytest.mark.parametrize(
    ("parser", "cage", "problem"),
    [
        ("spins", Cage(cpu_s=1), "takes more than 1 s of computing to parse; leave it out"),
        ("waits", Cage(wall_s=1.0), "takes more than 1 s to parse; leave it out"),
        ("eats", Cage(memory_bytes=200_000_000), "takes more than 200 MB to parse; leave it out"),
        ("talks", Cage(answer_bytes=50), "breaks its parser (code 1); leave it out"),
        ("dies", Cage(), "breaks its parser (code -11); leave it out"),
        ("leaves", Cage(), "breaks its parser (code 7); leave it out"),
        ("raises", Cage(), "breaks its parser (KeyError); leave it out"),
        ("recurses", Cage(), "is nested too deeply; leave it out"),
        ("writes", Cage(answer_bytes=50_000), "breaks its parser (OSError); leave it out"),
    ],
    indirect=["parser"],
)
def test_a_parser_that_goes_wrong_is_one_clear_error(
    parser: Path, cage: Cage, problem: str
) -> None:
    with pytest.raises(UnreadableError) as caught:
        parse_apart("feed", rss(), ABOUT, cage=cage)
    assert str(caught.value).startswith(f"https://example.org/feed: {problem}")


@pytest.mark.parametrize("parser", ["leaves"], indirect=True)
def test_no_process_is_left(parser: Path) -> None:
    before = _children()
    with pytest.raises(UnreadableError):
        parse_apart("feed", rss(), ABOUT)
    assert _children() <= before


def _children() -> set[str]:
    """Return the processes that this one has started and not seen end, as Linux lists them."""
    lists = Path("/proc/self/task").glob("*/children")
    return {child for each in lists for child in each.read_text().split()}


def test_a_parser_knows_none_of_our_secrets(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "feedparser.py").write_text(dedent("""
        import os
        def parse(*_, **__):
            return {"version": "rss20", "feed": {"title": " ".join(os.environ)}, "entries": []}
    """))  # fmt: skip
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    monkeypatch.setenv("FRONTMAP_MODEL_KEY", "secret")
    assert "FRONTMAP_MODEL_KEY" not in parse_apart("feed", rss(), ABOUT)["title"]


def test_what_lies_in_the_folder_of_the_user_is_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit(9)")
    monkeypatch.chdir(tmp_path)
    assert parse_apart("feed", rss(title="Here"), ABOUT)["title"] == "Here"


def test_an_entity_reads_no_file_and_asks_nobody(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("the secret")
    with serving() as server:
        for target in (f"file://{tmp_path}/secret", server.url("/secret")):
            feed = (
                f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "{target}">]>'
                "<rss version='2.0'><channel><title>a&x;b</title></channel></rss>"
            )
            assert "secret" not in parse_apart("feed", feed.encode(), ABOUT)["title"]
        assert server.paths == []


def test_a_page_reads_no_file_and_asks_nobody() -> None:
    with serving() as server:
        head = "".join(
            f"<{tag} {name}='{server.url('/x')}'>"
            for tag, name in [("link rel=stylesheet", "href"), ("base", "href"), ("img", "src")]
        )
        page = parse_apart("article", article("A town changes hands", head=head), ABOUT)
        assert page["title"] == "A town changes hands"
        assert server.paths == []
