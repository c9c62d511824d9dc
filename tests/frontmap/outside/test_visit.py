from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

import pytest

from frontmap.outside import article as article_parser
from frontmap.outside import feed as feed_parser
from frontmap.outside.client import Client
from frontmap.outside.item import Item
from frontmap.outside.source import Fetched, Source, SourceFailed, SourceKind
from frontmap.outside.state import State
from frontmap.outside.visit import fetch_source
from tests.frontmap.outside.pages import SENTENCES, article, conditional, entry, rss
from tests.gazetteer.loopback import (
    Answer,
    Server,
    drip,
    endless,
    in_turn,
    serving,
    status,
    whole,
)  # fmt: skip
from tests.gazetteer.service import Clock

Make = Callable[..., Client]


def parse_here(parser: str, body: bytes, about: Mapping[str, str]) -> dict[str, Any]:
    """Parse in this process: starting one takes long, and is tried by other tests."""
    return {"feed": feed_parser.parse, "article": article_parser.parse}[parser](body, about)


def fetched(source: Source, client: Client, known: State | None = None) -> Fetched:
    result = fetch_source(source, known or State(), client=client, parse=parse_here)
    assert isinstance(result, Fetched), result
    # What is remembered goes through the ledger as JSON.
    assert State.from_json(json.loads(json.dumps(result.state.as_json()))) == result.state
    return result


@pytest.fixture
def feed(server: Server) -> Source:
    """A feed of three stories, each with a page."""
    for number in range(1, 4):
        server.answers[f"/{number}"] = whole(article(f"Story number {number} of the day"))
    serve(server, 1, 2, 3)
    return Source(name="daily", url=server.url("/feed"))


def serve(server: Server, *numbers: int, text: str = "") -> None:
    entries = (entry(n, link=server.url(f"/{n}"), text=text) for n in numbers)
    server.answers["/feed"] = conditional(rss(*entries), ETag=f'"{numbers}{text}"')


def test_the_articles_of_a_feed_are_read(feed: Source, client: Client, server: Server) -> None:
    got = fetched(feed, client)
    assert [item.id for item in got.items] == ["n1", "n2", "n3"]
    first = got.items[0]
    assert first.url == server.url("/1")
    assert first.title == "Story number 1 of the day"
    assert first.published == datetime(2024, 3, 5, 8, tzinfo=UTC)
    assert SENTENCES[0] in first.text
    assert got.problems == ()


def test_an_item_becomes_a_report(feed: Source, client: Client) -> None:
    report = fetched(feed, client).items[0].report()
    assert report.text.startswith("Story number 1 of the day\n")
    assert report.text.count("Story number 1 of the day") == 1
    assert report.title == "Story number 1 of the day"
    assert report.published
    assert report.id.startswith("story-number-1-of-the-day-")
    assert {section.kind.value for section in report.sections} == {"headline", "body"}


@pytest.mark.parametrize(
    "title", ["../../etc/passwd", "CON", "a/b\\c:d", ".", "", "é" * 300, "Бої", "\0\n"]
)
def test_a_report_has_a_name_that_every_file_system_takes(title: str) -> None:
    name = Item(id="1", url="", title=title, text="Text.").report().id
    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert 10 <= len(name) <= 91
    assert name.upper() != "CON"


def test_the_outlet_is_the_one_that_the_user_names_or_the_feed(
    client: Client, server: Server
) -> None:
    server.answers["/feed"] = whole(rss(entry(1, text="Troops left."), title="The Daily"))
    url = server.url("/feed")
    named = Source(name="daily", url=url, outlet="Ours")
    assert fetched(named, client).items[0].outlet == "Ours"
    assert fetched(Source(name="daily", url=url), client).items[0].outlet == "The Daily"


def test_nothing_new_is_asked_for_once(feed: Source, client: Client, server: Server) -> None:
    known = fetched(feed, client).state
    server.paths.clear()
    again = fetched(feed, client, known)
    assert (again.items, again.problems) == ((), ())
    assert again.state.entries == known.entries
    assert server.paths == ["/feed"]
    assert "If-None-Match" in server.asked[-1]


def test_only_the_new_entry_of_a_feed_is_followed(
    feed: Source, client: Client, server: Server
) -> None:
    serve(server, 1, 2)
    known = fetched(feed, client).state
    serve(server, 3, 1, 2)
    server.paths.clear()
    assert [item.id for item in fetched(feed, client, known).items] == ["n3"]
    assert server.paths == ["/feed", "/3"]


def test_a_changed_entry_is_read_again(feed: Source, client: Client, server: Server) -> None:
    known = fetched(feed, client).state
    serve(server, 1, 2, 3, text="Corrected.")
    server.answers["/2"] = whole(article("Story number 2, corrected"))
    got = fetched(feed, client, known)
    assert [(item.id, item.title) for item in got.items] == [("n2", "Story number 2, corrected")]


def test_a_page_is_looked_at_again_after_a_while(
    feed: Source, client: Client, server: Server, clock: Clock
) -> None:
    known = fetched(feed, client).state
    server.answers["/2"] = whole(article("Story number 2, corrected"))
    assert fetched(feed, client, known).items == ()
    clock.now += client.manners.recheck_s
    got = fetched(feed, client, known)
    assert [item.title for item in got.items] == ["Story number 2, corrected"]
    assert fetched(feed, client, got.state).items == ()


def test_a_clock_that_was_set_back_loses_nothing(
    feed: Source, client: Client, clock: Clock
) -> None:
    known = fetched(feed, client).state
    clock.now -= 1_000_000
    assert fetched(feed, client, known).items == ()


def test_entries_themselves_are_read_where_the_user_says_so(
    feed: Source, client: Client, server: Server
) -> None:
    serve(server, 1, text="<p>Troops left.</p><p>So they say.</p>")
    source = Source(name="daily", url=feed.url, articles=False)
    got = fetched(source, client)
    assert got.items[0].text == "Troops left.\nSo they say."
    assert server.paths == ["/robots.txt", "/feed"]
    assert [item.title for item in fetched(feed, client, got.state).items] == []
    assert len(fetched(feed, client, State(entries=got.state.entries)).items) == 1


def test_one_article_that_fails_is_told_and_tried_again(
    feed: Source, client: Client, server: Server
) -> None:
    server.answers["/2"] = in_turn(*[status(503)] * 3, whole(article("Story number 2 at last")))
    got = fetched(feed, client)
    assert [item.id for item in got.items] == ["n1", "n3"]
    assert len(got.problems) == 1
    assert got.problems[0].endswith("fails (503); try again later")
    again = fetched(feed, client, got.state)
    assert [item.title for item in again.items] == ["Story number 2 at last"]
    assert again.problems == ()


def test_one_article_that_is_gone_is_not_asked_for_by_every_run(
    feed: Source, client: Client, server: Server, clock: Clock
) -> None:
    server.answers["/2"] = status(404)
    got = fetched(feed, client)
    assert [problem.partition(": ")[2] for problem in got.problems] == [
        "is not there (404); check the address"
    ]
    server.paths.clear()
    assert fetched(feed, client, got.state).problems == ()
    assert server.paths == ["/feed"]
    clock.now += client.manners.recheck_s
    assert len(fetched(feed, client, got.state).problems) == 1


def test_a_link_that_leads_inside_is_not_followed(
    feed: Source, client: Client, server: Server
) -> None:
    with serving() as inside:
        server.answers["/feed"] = whole(
            rss(entry(1, link=inside.url("/secret")), entry(2, link=server.url("/2")))
        )
        got = fetched(feed, client)
        assert [item.id for item in got.items] == ["n2"]
        assert "is not a public address" in got.problems[0]
        assert inside.paths == []


def test_more_articles_than_one_run_reads_are_read_by_the_next(
    feed: Source, make_client: Make, server: Server
) -> None:
    client = make_client(most_articles=2)
    got = fetched(feed, client)
    assert [item.id for item in got.items] == ["n1", "n2"]
    assert got.problems[0].endswith("1 of its articles are left; the next run reads them")
    again = fetched(feed, client, got.state)
    assert [item.id for item in again.items] == ["n3"]
    assert fetched(feed, client, again.state).items == ()


def test_a_feed_that_came_back_empty_forgets_nothing(
    feed: Source, client: Client, server: Server
) -> None:
    known = fetched(feed, client).state
    server.answers["/feed"] = whole(rss())
    got = fetched(feed, client, known)
    assert got.problems[0].endswith("has no entries at the moment; look at it if that stays so")
    serve(server, 1, 2, 3)
    assert fetched(feed, client, got.state).items == ()


def test_an_entry_that_stands_twice_is_one(client: Client, server: Server) -> None:
    server.answers["/feed"] = whole(rss(entry(1, text="Troops left."), entry(1, text="Again.")))
    source = Source(name="daily", url=server.url("/feed"))
    assert [item.text for item in fetched(source, client).items] == ["Troops left."]


def test_a_page_is_a_source_as_well(client: Client, server: Server) -> None:
    server.answers["/"] = in_turn(
        whole(article("The first version of it")), whole(article("The first version of it")),
        whole(article("The second version of it")),
    )  # fmt: skip
    source = Source(name="page", url=server.url("/"), kind=SourceKind.PAGE)
    first = fetched(source, client)
    same = fetched(source, client, first.state)
    second = fetched(source, client, same.state)
    assert [item.title for item in first.items] == ["The first version of it"]
    assert same.items == ()
    assert [item.title for item in second.items] == ["The second version of it"]
    assert first.items[0].id == second.items[0].id


LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
OUTSIDE: list[tuple[str, Answer, str]] = [
    ("429", status(429), "has been asked too often (429); try again later"),
    ("500", status(500), "fails (500); try again later"),
    ("404", status(404), "is not there (404); check the address"),
    ("drip", drip, "no answer within 0.5 s; the next run tries again"),
    ("endless", endless, "larger than 10,000,000 bytes; leave it out"),
    ("type", whole(b"%PDF-1.7 " * 99, Content_Type="application/pdf"), "is not a feed"),
    ("gzip", whole(gzip.compress(b"\0" * 99_000_000), Content_Encoding="gzip"), "larger than"),
    ("laughs", whole(f"<!DOCTYPE a [{LAUGHS}]><a>&a11;</a>".encode()), "is not a feed"),
    ("nested", whole(b"<rss version='2.0'>" + b"<a>" * 200_000), "nested deeper than 256"),
    ("bytes", whole(b"\xff\xfe\xfd" * 999), "is not a feed; check its address"),
    ("file", status(302, Location="file:///etc/passwd"), "neither an http nor an https address"),
    ("inside", status(302, Location="http://[::1]:9/"), "is not a public address"),
    ("loop", status(302, Location="/loop"), "sends on more than 5 times; check the address"),
    ("login", whole(b"<!DOCTYPE html><html><input type=password>"), "a web page and not a feed"),
]


@pytest.mark.parametrize(("name", "answer", "reason"), OUTSIDE, ids=[each[0] for each in OUTSIDE])
def test_a_source_that_fails_is_one_line_with_a_way_out(
    name: str, answer: Answer, reason: str, make_client: Make, server: Server
) -> None:
    server.answers[f"/{name}"] = answer
    source = Source(name=name, url=server.url(f"/{name}"))
    client = make_client(timeout_s=0.5 if name == "drip" else 20.0, robots=False)
    failed = fetch_source(source, State(), client=client)
    assert isinstance(failed, SourceFailed)
    assert failed.source == name
    assert reason in failed.reason
    assert ";" in failed.reason
    assert "\n" not in failed.reason
