"""What the page's script reads is what was written, in any browser."""

from __future__ import annotations

import re
from pathlib import Path

from tests.browser import Browser
from tests.maps.situations import hama


def test_a_browser_that_cannot_inflate_reads_the_same_claims(
    browser: Browser, hama_page: Path, tmp_path: Path
) -> None:
    html = hama_page.read_text(encoding="utf-8")
    old = html
    for known in ('"DecompressionStream" in window', "if (Uint8Array.fromBase64)"):
        assert known in html
        old = old.replace(known, "if (false)" if known.startswith("if") else "false")
    # The policy names the script by its hash, which has changed.
    old = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", old)
    page = tmp_path / "old.html"
    page.write_text(old, encoding="utf-8")
    browser.open(page)
    assert browser.complaints == []
    said = "frontmap.claims.map((c) => [c.id, c.quote, c.head])"
    assert browser.run(said) == [
        [c.id, c.quote, browser.run(f"frontmap.claims[{n}].head")]
        for n, c in enumerate(hama().claims)
    ]


def test_what_stands_beside_the_map_is_read_when_it_is_asked_for(
    browser: Browser, hama_page: Path
) -> None:
    browser.open(hama_page)
    unread = (
        "(({ data }) => [[data, 'reports'], [data, 'texts'], [data.columns, 'claim.chosen']].map("
        "([thing, name]) => Boolean(Object.getOwnPropertyDescriptor(thing, name).get)))(frontmap)"
    )
    assert browser.run(unread) == [True, True, True]
    browser.run("frontmap.selectClaim(0)")
    assert browser.run("frontmap.claims[0].quote") == hama().claims[0].quote
    assert browser.run(unread) == [False, False, False]
