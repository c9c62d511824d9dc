from __future__ import annotations

import pytest

from frontmap.outside.apart import Cage, parse_apart
from frontmap.outside.article import parse
from frontmap.outside.errors import UnreadableError
from tests.frontmap.outside.pages import SENTENCES, article

ABOUT = {"url": "https://example.org/story", "content_type": "text/html; charset=utf-8"}
TITLE = "Residents report troops in Tel Rifat"


def test_an_article_is_read_without_its_surroundings() -> None:
    head = '<meta property="og:site_name" content="The Daily">'
    head += '<meta property="article:published_time" content="2024-03-05T21:00:00Z">'
    read = parse(article(TITLE, head=head), ABOUT)
    assert (read["title"], read["outlet"], read["published"]) == (TITLE, "The Daily", "2024-03-05")
    assert [line for line in read["text"].split("\n") if line != TITLE] == list(SENTENCES)


def test_a_page_that_gives_no_date_has_none() -> None:
    assert parse(article(TITLE), ABOUT)["published"] == ""


def test_a_date_to_come_is_kept_for_others_to_judge() -> None:
    head = '<meta property="article:published_time" content="2099-03-05T21:00:00Z">'
    assert parse(article(TITLE, head=head), ABOUT)["published"] == "2099-03-05"


RUSSIAN = tuple(f"{each} Бои за город продолжаются." for each in SENTENCES)


@pytest.mark.parametrize(
    ("codec", "head", "content_type"),
    [
        ("utf-8", "", "text/html"),
        ("cp1251", "", "text/html; charset=windows-1251"),
        ("cp1251", '<meta charset="windows-1251">', "text/html"),
        ("koi8-r", '<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', ""),
        ("utf-16", "", "text/html"),
    ],
)
def test_the_declared_encoding_is_honoured(codec: str, head: str, content_type: str) -> None:
    page = article(TITLE, *RUSSIAN, head=head).decode().encode(codec)
    assert "Бои за город" in parse(page, ABOUT | {"content_type": content_type})["text"]


def test_invalid_bytes_cost_a_letter_and_not_the_article() -> None:
    page = article(TITLE).replace(b"village", b"vill\xff\xc3\x00age")
    text = parse_apart("article", page, ABOUT)["text"]
    assert SENTENCES[1] in text
    text.encode("utf-8")


def test_plain_text_is_taken_as_it_is() -> None:
    body = "\r\n\r\n".join(SENTENCES).encode()
    read = parse(body, ABOUT | {"content_type": "text/plain"})
    assert read["text"] == "\n".join(SENTENCES)


@pytest.mark.parametrize(
    ("body", "content_type", "problem"),
    [
        (b"%PDF-1.7", "application/pdf", "is application/pdf and not a web page"),
        (b"\x89PNG", "image/png", "is image/png and not a web page"),
        (b"PK\3\4", "application/zip; x=\r\n", "is application/zip and not a web page"),
        (b"", "text/html", "has no article"),
        (b"\0\1\2" * 400, "text/html", "has no article"),
        (b"<html><body><p>Hello.</p></body></html>", "text/html", "has no article"),
        (
            f"<html><p>Log in to go on. {'x ' * 99}</p><input name=p type='password'>".encode(),
            "text/html",
            "is a page to log in and not an article",
        ),
    ],
)
def test_what_is_no_article_is_refused(body: bytes, content_type: str, problem: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        parse_apart("article", body, ABOUT | {"content_type": content_type})
    assert problem in str(caught.value)
    assert "\n" not in str(caught.value)


BOMBS = {
    "nested": b"<html><body>" + b"<div>" * 200_000 + b"word",
    "nested lists": b"<html><body>" + b"<ul><li>" * 50_000,
    "one long word": b"<html><body><p>" + b"x" * 3_000_000,
    "tables": b"<html><body>" + b"<table><tr><td>" * 50_000,
    "attributes": b"<html><body><p " + b" ".join(b"a%d='x'" % n for n in range(100_000)),
    "brackets": b"<html><body>" + b"<" * 1_000_000,
    "json": b'<html><script type="application/ld+json">' + b'{"a":' * 200_000 + b"</script>",
    "passwords": b"<html><body>" + b"<input " * 300_000,
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_ends_in_one_line(name: str) -> None:
    cage = Cage(cpu_s=2, memory_bytes=768_000_000)
    try:
        text = parse_apart("article", BOMBS[name], ABOUT, cage=cage)["text"]
    except UnreadableError as error:
        text = str(error)
    assert len(text) <= 500_000
