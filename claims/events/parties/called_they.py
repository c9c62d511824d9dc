"""Whom speakers call "they" in their own words: nobody on their own side, for that is "we"."""

from __future__ import annotations

from claims.claimants.speech import is_speech
from claims.events.sentences.parse import Parsed
from claims.fighters.actors import ActorFinder, ActorMention
from claims.fighters.party import Party

__all__ = ["called_they", "heads_quote"]

_FOLK = frozenset(
    """
    people residents villagers civilians refugees families children women hostages prisoners
    captives victims citizens civilian workers staff patients
    """.split()
)
_THEY = frozenset("they them their".split())
_OFFICERS = frozenset(
    """
    commander colonel col general gen major maj captain capt lieutenant lt brigadier brig sergeant
    admiral commandant
    """.split()
)


def called_they(
    parsed: Parsed, number: int, speaker: Party | None, finder: ActorFinder
) -> Party | None:
    """Return the enemy of whoever says "they"; an officer of no known side means nobody we know."""
    word = parsed.words[number]
    if not _is_quoted(parsed, number):
        return None
    if speaker and speaker.side:
        foe = finder.opposite(speaker.side)
        return Party(text=word.text, side=foe) if _fights(speaker, finder) else None
    said = next((cue.who for cue in parsed.cues if cue.start <= word.start < cue.end), "")
    officer = not _OFFICERS.isdisjoint(said.lower().replace(".", "").split())
    return Party(text=word.text) if officer else None


def heads_quote(parsed: Parsed, number: int, speaker: Party | None, finder: ActorFinder) -> bool:
    """Tell whether only who speaks is named before it: "the army's spokesman said: "They left X".

    Not where he tells of people: "a rebel spokesman said of the villagers".
    """
    if not (speaker and speaker.side and _fights(speaker, finder)):
        return False
    if not _is_quoted(parsed, number):
        return False
    lead = parsed.lower[:number]
    if not any(map(is_speech, lead)) or not _FOLK.isdisjoint(lead):
        return False
    low, high = parsed.sentence.start, parsed.words[number].start
    named = (m for m in parsed.actors if low <= m.start < high and m.side)
    return all(m.side == speaker.side and _only_speaks(parsed, m) for m in named)


def _fights(speaker: Party, finder: ActorFinder) -> bool:
    """Tell whether a speaker is of those who fight: "they" may be a friend of others who speak."""
    return finder.opposite(finder.opposite(speaker.side)) == speaker.side


def _only_speaks(parsed: Parsed, mention: ActorMention) -> bool:
    """Tell whether somebody is named to say who speaks: "the rebels' spokesman"."""
    at = mention.end - parsed.sentence.start
    return mention.voice or not mention.free or parsed.sentence.text[at : at + 1] in ("'", "’")


def _is_quoted(parsed: Parsed, number: int) -> bool:
    """Tell whether a word is "they" in somebody's own words."""
    word, sentence = parsed.words[number], parsed.sentence
    marks = sentence.text[: word.start - sentence.start].count('"')
    return word.lower in _THEY and marks % 2 == 1
