"""A report as Markdown (CommonMark with the tables of GitHub)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

from maps.report.outline import Outline
from maps.report.telling import Sentence
from maps.wording.language import Language

__all__ = ["escaped", "markdown"]

# What begins an emphasis, a link, a picture, HTML, an entity, code, a table cell or a formula.
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&$^])")

# GitHub makes links of these on its own; a link of a quotation would be our link.
_LINK = re.compile(r"(:(?=//)|(?<=www)\.|@)", re.IGNORECASE)

# At the start of a line these would be a list, a rule or a heading.
_START = re.compile(r"^(\d{1,9}(?=[.)]))?([-+=.)!])")


def escaped(words: str) -> str:
    r"""Return one line of text that Markdown shows as it is.

    Examples
    --------
    >>> escaped("[a](javascript:b) <img> www.example.org")
    '\\[a\\](javascript:b) \\<img\\> www\\.example.org'
    """
    line = _LINK.sub(r"\\\1", _SPECIAL.sub(r"\\\1", " ".join(words.split())))
    return _START.sub(lambda match: f"{match[1] or ''}\\{match[2]}", line)


def markdown(outline: Outline, *, picture: str) -> str:
    """Return a report; ``picture`` is the name of the picture's file, empty for none."""
    return "\n".join(_lines(outline, picture)) + "\n"


def _lines(outline: Outline, picture: str) -> Iterator[str]:
    yield from (f"**{escaped(outline.kicker)}**", "", f"# {escaped(outline.title)}", "")
    yield from (escaped(outline.counts) + ".", escaped(outline.tally), "")
    yield from (f"*{escaped(outline.warning)}*", "")
    if picture:
        yield from (f"![{escaped(outline.title)}. {escaped(outline.tally)}]({quote(picture)})", "")
    yield from _passages(outline)
    yield from _against(outline)
    yield from _table(outline)
    yield from (f"## {outline.say('missing')}", "")
    for listed in outline.missing:
        yield f"- {escaped(listed.reason)} — {_told(listed.sentence, outline.tongue)}"
    if not outline.missing:
        yield outline.say("nothing_missing")
    yield from ("", f"## {outline.say('sources')}", "")
    for source in outline.sources:
        link = f" <{source.url}>" if source.url else ""
        yield f"{source.number}. {escaped(source.words)}{link}"
    yield from ("", f"## {outline.say('credits')}", "")
    yield from (f"- {escaped(words)}" for words in outline.credits)
    yield from (
        "",
        f"## {outline.say('limits')}",
        "",
        f"**{escaped(outline.limits)}**",
    )


def _told(sentence: Sentence, tongue: Language) -> str:
    quoted = tongue.say("page.quoted", text=escaped(sentence.quote))
    voices = f" *({escaped(sentence.voices)})*" if sentence.voices else ""
    source = f" [{sentence.source}]" if sentence.source else ""
    return (
        f"{escaped(sentence.telling)}{tongue.say('report.colon')}{quoted}{voices} "
        f"({tongue.say('report.claim', n=sentence.claim)}){source}"
    )


def _passages(outline: Outline) -> Iterator[str]:
    yield from (f"## {outline.say('places')}", "")
    for passage in outline.passages:
        yield from (f"### {escaped(passage.heading)}", "")
        for day, sentences in passage.paragraphs:
            lead = f"**{escaped(day)}.** " if day else ""
            yield from (
                lead + " ".join(_told(told, outline.tongue) + "." for told in sentences),
                "",
            )


def _against(outline: Outline) -> Iterator[str]:
    if not outline.against:
        return
    yield from (f"## {outline.say('against')}", "")
    yield from (
        f"| {outline.say('one')} | {outline.say('other_account')} |",
        "|---|---|",
    )
    for one, other in outline.against:
        yield f"| {_told(one, outline.tongue)} | {_told(other, outline.tongue)} |"
    yield ""


def _table(outline: Outline) -> Iterator[str]:
    heads = outline.tongue.words["report"]["column"].values()
    yield from (f"## {outline.say('table')}", "", f"| {' | '.join(heads)} |")
    yield "|" + "---|" * len(heads)
    for row in outline.table:
        yield "| " + " | ".join(map(escaped, row)) + " |"
    yield ""
