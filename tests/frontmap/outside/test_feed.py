from __future__ import annotations

import gzip
from contextlib import suppress

import pytest

from frontmap.outside.apart import Cage, parse_apart
from frontmap.outside.errors import UnreadableError
from frontmap.outside.feed import parse
from tests.frontmap.outside.pages import article, entry, rss

ABOUT = {"url": "https://example.org/feed/"}

ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title type="html">The &lt;b&gt;Daily&lt;/b&gt;</title>
<entry><id>tag:example.org,2024:1</id><title>Bridge  held</title><link href="../one"/>
<published>2024-03-05T23:30:00-05:00</published><updated>2024-03-06T08:00:00Z</updated>
<source><title>The Wire</title></source>
<summary>Short.</summary><content type="html">&lt;p&gt;The bridge is held.&lt;/p&gt;
&lt;p&gt;So they say.&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;</content></entry></feed>"""


def test_an_entry_of_atom_is_read_with_all_its_fields() -> None:
    read = parse(ATOM.encode(), ABOUT)
    assert read["title"] == "The Daily"
    assert read["entries"] == [
        {
            "id": "tag:example.org,2024:1",
            "link": "https://example.org/one",
            "title": "Bridge held",
            "text": "The bridge is held.\nSo they say.",
            "published": "2024-03-06T04:30:00+00:00",
            "updated": "2024-03-06T08:00:00+00:00",
            "outlet": "The Wire",
        }
    ]


@pytest.mark.parametrize(
    ("date", "moment"),
    [
        ("Tue, 05 Mar 2024 10:00:00 +0200", "2024-03-05T08:00:00+00:00"),
        ("Tue, 05 Mar 2024 10:00:00 GMT", "2024-03-05T10:00:00+00:00"),
        ("2024-03-05", "2024-03-05T00:00:00+00:00"),
        ("yesterday", ""),
        ("", ""),
        ("Tue, 99 Mar 99999 10:00:00", ""),
    ],
)
def test_a_date_is_brought_to_utc_or_left_out(date: str, moment: str) -> None:
    item = f"<item><title>A</title><pubDate>{date}</pubDate></item>"
    assert parse(rss(item), ABOUT)["entries"][0]["published"] == moment


def test_an_entry_without_a_date_of_change_has_none() -> None:
    assert parse(rss(entry(1)), ABOUT)["entries"][0]["updated"] == ""


@pytest.mark.parametrize(
    ("link", "kept"),
    [
        ("/story", "https://example.org/story"),
        ("http://b.test/x?y=1", "http://b.test/x?y=1"),
        ("file:///etc/passwd", ""),
        ("javascript:alert(1)", ""),
        ("", ""),
    ],
)
def test_only_web_links_are_kept(link: str, kept: str) -> None:
    assert parse(rss(entry(1, link=link)), ABOUT)["entries"][0]["link"] == kept


@pytest.mark.parametrize(
    ("head", "codec", "content_type"),
    [
        ('<?xml version="1.0" encoding="windows-1251"?>', "cp1251", ""),
        ('<?xml version="1.0"?>', "cp1251", "application/rss+xml; charset=windows-1251"),
        ('<?xml version="1.0" encoding="utf-16"?>', "utf-16", ""),
        ("", "utf-8-sig", ""),
    ],
)
def test_the_declared_encoding_is_honoured(head: str, codec: str, content_type: str) -> None:
    text = f"{head}<rss version='2.0'><channel><title>Бої за міст</title></channel></rss>"
    about = ABOUT | {"content_type": content_type}
    assert parse(text.encode(codec), about)["title"] == "Бої за міст"


def test_invalid_bytes_cost_a_letter_and_not_the_feed() -> None:
    body = rss(entry(1), entry(2)).replace(b"Story 1", b"St\xff\xc3ory\x00 1")
    read = parse(body, ABOUT)["entries"]
    assert [each["id"] for each in read] == ["n1", "n2"]
    read[0]["title"].encode("utf-8")


def test_a_feed_that_is_not_well_formed_is_read() -> None:
    body = rss(entry(1)).replace(b"</channel>", b"<item><title>A & B</title>")
    assert len(parse(body, ABOUT)["entries"]) == 2


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (article("Log in"), "is a web page and not a feed, perhaps one to log in"),
        (b"<!DOCTYPE html><form><input type=password></form>", "is a web page and not a feed"),
        (b"", "is empty and not a feed"),
        (b'{"not": "xml"}', "is not a feed; check its address"),
        (b"<?xml version='1.0'?><a><b/></a>", "is not a feed; check its address"),
        (bytes(range(256)) * 40, "is not a feed; check its address"),
        (gzip.compress(b"words", mtime=0), "is not a feed; check its address"),
        (b"/etc/passwd", "is not a feed; check its address"),
        (b"http://127.0.0.1/", "is not a feed; check its address"),
    ],
)
def test_what_is_no_feed_is_refused(body: bytes, problem: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        parse(body, ABOUT)
    assert problem in str(caught.value)


def test_there_are_limits_to_entries_and_texts() -> None:
    body = rss(entry(0, text="word " * 100_000), *(entry(n) for n in range(1, 5_100)))
    read = parse_apart("feed", body, ABOUT)["entries"]
    assert len(read) == 5_000
    assert len(read[0]["text"]) == 200_000


LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
BOMBS = {
    "laughs": f'<!DOCTYPE rss [<!ENTITY a0 "ha">{LAUGHS}]><rss version="2.0"><channel>'
    "<title>&a11;</title></channel></rss>",
    "quadratic": f'<!DOCTYPE rss [<!ENTITY a "{"x" * 50_000}">]><rss version="2.0"><channel>'
    f"<title>{'&a;' * 50_000}</title></channel></rss>",
    "nested": "<rss version='2.0'><channel>" + "<a>" * 200_000,
    "nested in broken XML": "<rss version='2.0'><channel>&x;" + "<div>" * 200_000,
    "nested in a text": rss(entry(1, text="<div>" * 200_000)).decode(),
    "attributes": "<rss " + " ".join(f"a{n}=''" for n in range(200_000)),
    "entities": rss(entry(1, text="&amp;" * 500_000)).decode(),
    "open brackets": "<rss version='2.0'>" + "<" * 1_000_000,
    "comments": "<rss version='2.0'>" + "<!--" * 300_000,
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_ends_in_time(name: str) -> None:
    cage = Cage(cpu_s=2, memory_bytes=512_000_000)
    with suppress(UnreadableError):  # or what can be read of it
        read = parse_apart("feed", BOMBS[name].encode(), ABOUT, cage=cage)
        assert len(str(read)) < 1_000_000


def test_deep_nesting_is_refused_at_once() -> None:
    with pytest.raises(UnreadableError, match="nested deeper than 256 tags"):
        parse(BOMBS["nested"].encode(), ABOUT)
