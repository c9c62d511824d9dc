"""Which mentions are of who speaks, or of who helps, and not of who acts."""

from __future__ import annotations

from claims.events.sentences.clauses import SPEECH
from claims.events.sentences.parse import Parsed
from claims.fighters.actors import ActorMention
from claims.fighters.forces import force_words
from claims.lexicon import Trigger

__all__ = ["is_in_words_of_another", "speaks"]

# "The Zalin movement said": what a side's name may describe as well as its voices.
_BODIES = frozenset("movement group militia organisation organization party alliance".split())
_QUOTES = frozenset('"”’')
_BESIDE = frozenset("alongside beside together".split())


def speaks(parsed: Parsed, mention: ActorMention) -> bool:
    """Tell whether a mention is of who speaks ("..., the army said") or of who helps."""
    beside = not _BESIDE.isdisjoint(parsed.sentence.held) and _is_beside(parsed, mention)
    if mention.voice or beside:
        return True
    number = parsed.word_at(max(0, mention.end - 1)) + 1
    behind = parsed.lower[number : number + 3]
    if _is_told_behind(parsed, mention, "".join(behind[:1])):
        return True
    if behind[:1] == ["in"]:  # "forces in the capital said", not "forces in X, residents said"
        behind = parsed.lower[number + 2 : number + 5]
        return "," not in behind[:2] and not SPEECH.isdisjoint(behind)
    while behind and (behind[0] in force_words().voices or behind[0] in _BODIES):
        behind.pop(0)
    return bool(behind) and behind[0] in SPEECH


def _is_told_behind(parsed: Parsed, mention: ActorMention, behind: str) -> bool:
    """Tell whether who speaks is named behind it: "X fell," said the army, said army Colonel Roe.

    So it is behind "according to". In "the governor, who fled, said troops had shelled X" the
    troops are what he tells of.
    """
    at = parsed.word_at(mention.start) - 1
    at -= at > 0 and parsed.lower[at] == "the"
    if parsed.lower[max(0, at - 1) : at + 1] == ["according", "to"]:
        return True
    if at < 1 or parsed.lower[at] not in SPEECH:
        return False
    closes = not behind[:1].isalnum() or behind in force_words().voices
    return parsed.lower[at - 1] in _QUOTES or (closes and parsed.lower[at - 1] == ",")


def is_in_words_of_another(parsed: Parsed, trigger: Trigger, mention: ActorMention) -> bool:
    """Tell whether a speaker named behind an event tells of somebody: "shelled X and Y said its".

    Whoever is in what Y says is not whom those met who shelled X.
    """
    at = parsed.words[trigger.last].end
    return any(at <= c.start <= mention.start < c.end for c in parsed.cues)


def _is_beside(parsed: Parsed, mention: ActorMention) -> bool:
    """Tell whether a mention stands beside those who act: "fought alongside the army"."""
    number = parsed.word_at(mention.start)
    lead = [word for word in parsed.lower[max(0, number - 3) : number] if word != "the"]
    return lead[-1:] in (["alongside"], ["beside"]) or lead[-2:] == ["together", "with"]
