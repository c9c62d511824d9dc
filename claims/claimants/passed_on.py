"""Who carried a speaker's words: the agency that quotes, the paper that was told."""

from __future__ import annotations

import re
from itertools import takewhile

from claims.claimants.apposition import after
from claims.claimants.noun_phrase import trimmed
from claims.claimants.press import agencies
from claims.claimants.speaker_words import is_medium
from claims.claimants.speakers import Names
from claims.claimants.speech import is_speech
from claims.claimants.stretches import Line, Said

__all__ = ["through_media"]

_CITING = re.compile(
    r"\b(?:citing|quoting|(?:that|which)\s+(?:cited|quoted))\s+(?P<who>[^,;:\"—–]{2,110})",
    re.IGNORECASE,
)
# "Withdrew, citing the need to protect civilians": a reason and nobody.
_REASON = re.compile(
    r"(?:the\s+|an?\s+|its\s+|their\s+)?(?:\w+\s+)?(?:need|lack|threats?|fears?|risks?|dangers?|reasons?"
    r"|concerns?|shortages?|attacks?|violations?|pressure|heavy|poor|bad)\b",
    re.IGNORECASE,
)
_OWN = ("its ", "their ")
_CITES = frozenset("citing quoting cited quoted".split())
# What an author issues, and is no speaker beside him: "a communique issued by the army".
_TEXT = re.compile(
    r"\b(?:announcement|bulletin|claim|communiqu[eé]|declaration|message|post|release|report|statement"
    r"|update)$",
    re.IGNORECASE,
)
# "In remarks carried by the radio, the governor said": the speaker comes behind.
_REMARKS = re.compile(
    r"^\W*in\s.{0,40}\b(?:comments|remarks|(?:statem|announcem)ent|speech|address|message|interview|communiqu[eé]"
    r"|declaration|broadcast)\s*$",
    re.IGNORECASE,
)
_LET_SPEAK = re.compile(r"\b(?:cited|cites|quoted|quotes|interviewed)\s+(?:an?\s|the\s)?$")
_MEDIUM = (
    "agency|broadcaster|channel|daily|magazine|media|(?:news)?paper|press|radio|station|television|tv"
    "|website|weekly"
)
_MEDIAS = (  # the words in front of it
    "(?:state(?:-run|-owned)?|local|private|national|official|independent|foreign|international"
    "|government|opposition|rebel|regional|satellite|news|radio|television|tv|pro-[a-z]+)"
)
_NAMED = r"(?-i:[A-Z])[\w.'-]*(?:\s+(?-i:[A-Z])[\w.'-]*)*"
# Who passed a speaker's words on: "a source quoted by the agency", "told the paper".
_PASSED_ON = re.compile(
    r"\b(?:quoted|cited|carried|published|broadcast|run|issued|received|obtained|contacted|reached|interviewed)\s+by\s+(?!(?:tele)?phone\b)(?P<who>[^,;:\"()—–]{2,60})"
    r"|\b(?:(?:speaking|spoke)\s+to|in\s+an?\s+(?:\w+\s+)?interview\s+with|told|tells|telling"
    r"|(?:confirm(?:ed|s)|admitted|announced|declared|explained|acknowledged)\s+to"
    r"|in\s+(?:an?\s+|his\s+|her\s+|its\s+)?(?:\w+\s+)?(?:statement|remarks|comments|message|letter)"
    rf"\s+(?:sent\s+)?to)\s+(?P<medium>(?:the\s+)?(?:{_NAMED}(?:\s+(?:newspaper|news|agency|television|radio)\b)*"
    rf"|(?:an?\s+)?(?:{_MEDIAS}\s+)+(?:{_MEDIUM})\b|(?:{_MEDIUM})\s+{_NAMED}))",
    re.IGNORECASE,
)
# One of these is in whatever the pattern meets.
_PASSES_ON = frozenset(
    """
    quoted cited carried published broadcast run issued received obtained contacted reached
    interviewed speaking
    interview told tells telling spoke statement remarks comments message letter
    confirmed confirms admitted announced declared explained acknowledged
    """.split()
)


def through_media(line: Line, names: Names, found: list[Said]) -> list[Said]:
    """Return the speakers of a sentence with the media that are said to have carried them."""
    flat = line.flat
    if found:
        found = [_met_by(flat, names, said) for said in _without_echo(found, names)]
    if not _CITES.isdisjoint(line.sentence.held):
        found = _cited(flat, names, found)
    passes = found and not _PASSES_ON.isdisjoint(line.sentence.held)
    return _passed_on(flat, names, found) if passes else found


def _without_echo(found: list[Said], names: Names) -> list[Said]:
    """Leave out "according to local media" around what a medium that is named says itself."""
    echoes = [s for s in found if s.wraps and s.who.lower().endswith((" media", " press"))]
    others = {s.who for s in found if not s.wraps}.difference(s.who for s in echoes)
    if not echoes or not any(map(names.is_publisher, others)):
        return found
    return [s for s in found if s not in echoes]


def _passed_on(flat: str, names: Names, found: list[Said]) -> list[Said]:
    """Add to each speaker the medium that is said to have carried its words."""
    media = []
    for match in _PASSED_ON.finditer(flat):
        words = _until_said(trimmed(match["who"] or match["medium"]))
        owner = words.partition("'s ")[0]
        words = owner if is_medium(owner) else words  # "the BBC's Focus on Africa programme"
        run = match[0].lower().startswith("run")  # "a station run by the army": no more than that
        listed = (match["who"] and not run) or is_medium(words) or names.known(words)
        if words and listed and names.is_source(words):
            media.append((match.start(), names.name(words)))
    for at, medium in media:
        fronted = not flat[:at].strip()  # "Speaking to the paper, the governor said"
        before = [s for s in found if s.low <= at or fronted or _REMARKS.search(flat, 0, at)]
        if before:
            speaker = (min if fronted else max)(before, key=lambda s: s.low)
            if medium in (speaker.who, *speaker.via):
                continue
            issued = _TEXT.search(speaker.who) and not is_medium(medium)
            own = {"who": medium} if issued else {"via": (*speaker.via, medium)}
            found[found.index(speaker)] = speaker._replace(**own)
    return found


def _until_said(words: str) -> str:
    """Cut a name where the verb of saying follows: "[contacted by] the Monitor denied"."""
    first, *rest = words.split() or [""]
    wires = (words[: len(first)], *(" ".join((first, *rest[:n])) for n in range(1, 4)))
    wire = [name for name in wires if name.casefold() in agencies()]
    if wire:
        return wire[-1]  # "told AFP Kilu had fallen"
    kept = takewhile(lambda part: part != "as" and not is_speech(part), rest)  # "the Oru Post"
    return " ".join((first, *kept))


def _met_by(flat: str, names: Names, said: Said) -> Said:
    """Add who let a speaker speak: the agency in "the agency cited an officer who said"."""
    match = _LET_SPEAK.search(flat, 0, said.low)
    medium = names.before(flat, match.start())[1] if match else ""
    return said._replace(via=(*said.via, medium)) if medium and is_medium(medium) else said


def _cited(flat: str, names: Names, found: list[Said]) -> list[Said]:
    """Make the one whom a medium cites the speaker, and the medium the one who passes it on."""
    for match in _CITING.finditer(flat):
        words = trimmed(match["who"])
        own_ones = words.lower().startswith(_OWN)  # "the daily, citing its own sources"
        if own_ones or not names.is_source(words) or _REASON.match(words):
            continue
        own = (match.start(), match.start("who") + len(words))
        who = names.name(after(words, flat[own[1] :]))
        media = [s for s in found if is_medium(s.who)]
        if media:
            medium = min(media, key=lambda s: abs(s.low - own[0]))
            cited = medium._replace(
                who=who,
                via=(*medium.via, medium.who),
                high=max(own[1], medium.high),
            )
            found[found.index(medium)] = cited
        elif not found:
            found = [Said(who=who, low=own[0], high=own[1], end=len(flat), wraps=True)]
    return found
