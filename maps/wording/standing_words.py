"""How a claim stands among the others, in the words of its card."""

from __future__ import annotations

from functools import lru_cache

from claims.situation import NotDrawn, ResolvedClaim
from claims.weighing.grade import Grade
from maps.wording.language import ENGLISH, Language

__all__ = ["detail_words", "grade_words", "reason_words", "voices_words"]


def detail_words(item: NotDrawn, tongue: Language = ENGLISH) -> str:
    """Say why a claim is not drawn; what names nothing is said in the language, all else as found.

    The gazetteer and the rules give their reasons in English.
    """
    if item.reason in ("no-place", "later"):
        return tongue.say(f"page.reason_more.{item.reason}")
    return item.detail


def reason_words(item: NotDrawn, tongue: Language = ENGLISH) -> str:
    """Name the reason why a claim is not drawn, with its detail."""
    reason = tongue.words["page"]["reason"].get(item.reason, item.reason)
    return f"{reason}: {detail_words(item, tongue)}"


def voices_words(item: ResolvedClaim | NotDrawn, tongue: Language = ENGLISH) -> str:
    """Say how many independent voices say it, and whether the speaker's own side loses by it."""
    standing = item.standing
    if standing is None:
        return ""
    return _voices(standing.voices, standing.against_interest, tongue)


@lru_cache(maxsize=256)  # thousands of claims stand alike
def _voices(voices: int, against_interest: bool, tongue: Language) -> str:
    count = tongue.say("told.voices", n=voices)
    return tongue.say("told.against_interest", voices=count) if against_interest else count


def grade_words(item: ResolvedClaim | NotDrawn, tongue: Language = ENGLISH) -> str:
    """Give the grade with its two reasons: the source, then the claim; both judged apart."""
    if item.standing is None:
        return ""
    return _grade(item.standing.grade, item.standing.voices, tongue)


@lru_cache(maxsize=1_024)
def _grade(grade: Grade, voices: int, tongue: Language) -> str:
    source = tongue.say(f"told.grade_source.{grade.kind}") if grade.kind else grade.why_reliable
    content = _content(grade, voices, tongue) if grade.figure else grade.why_credible
    return tongue.say("told.grade", code=grade.code, source=source, content=content)


def _content(grade: Grade, voices: int, tongue: Language) -> str:
    number = grade.against if grade.figure in (4, 5) else voices
    why = tongue.say(f"told.grade_content.{grade.figure}", n=number)
    return tongue.say("told.grade_interest", why=why) if grade.lifted else why
