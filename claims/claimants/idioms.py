"""Turns of several words that let somebody speak: "would have it that", "was adamant that"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.claimants.speech import SpeechVerb
from claims.words import Sentence, straight

__all__ = ["idioms"]

# One of these is in whatever the patterns meet.
_HELD = frozenset(
    """
    it out about known clear view adamant insistent categorical emphatic positive doubt say stress
    point understand slip claim account version story picture tale what reports word information
    confirmation intelligence
    """.split()
)
_BE = r"(?:is|are|was|were)"
_ACCOUNT = r"(?:account|version|story|picture|tale)"
_WORD = r"(?:reports|word|information|confirmation|intelligence)"
_SAY = r"(?:say|stress|point\s+out|add|insist)"
# Each stands in front of "that".
_THAT = (
    r"(?:(?:would|will)\s+have|ha(?:s|ve|d))\s+it",
    r"(?:make|made|put|give|gave|let)s?\s+(?:out|about|on)",
    r"lets?\s+(?:it\s+)?be\s+known",
    r"ma(?:k|d)es?\s+(?:it\s+)?(?:known|clear|plain)",
    r"ma(?:k|d)es?\s+no\s+secret\s+of\s+the\s+fact",
    r"(?:give|gave)s?\s+(?:\w+\s+)?to\s+understand",
    rf"(?:(?:take|took)s?|{_BE}\s+of)\s+the\s+view",
    rf"{_BE}\s+(?:quite\s+|equally\s+|just\s+as\s+)?(?:adamant|insistent|categorical|emphatic|positive)",
    rf"{_BE}\s+in\s+no\s+doubt",
    rf"{_BE}\s+(?:\w+\s+)?(?:quick|keen|at\s+pains|careful)\s+to\s+{_SAY}",
    rf"(?:go|went)(?:es)?\s+so\s+far\s+as\s+to\s+{_SAY}",
    r"lets?\s+slip",
    rf"(?:received|receives?|got|ha(?:s|ve|d)|obtained)\s+(?:(?!no\b)[\w-]+\s+){{0,2}}?{_WORD}",
)
_TURN = re.compile(
    rf"\b(?:(?:{'|'.join(_THAT)})\s+(?=that\s)|(?:puts?\s+it|(?:is|was|were)\s+more)\s+(?:\w+\s+){{0,2}}?\w+(?=:\s)"
    r"|(?:lays?|laid|stakes?d?)\s+claim(?=\s+to\s)"
    rf"|(?:give|gave|told|tell|offer|offered|paint|painted|present|presented)s?\s+(?:an?|another|(?:its|his|her|their)\s+own)\s"
    rf"+(?:\w+\s+){{0,2}}?{_ACCOUNT}(?=\s+of\s|\s*[.;:]))"
    rf"|(?<=\w)'s?\s+(?:own\s+)?{_ACCOUNT}\s+(?:ran|differs?|differed|{_BE}\s+(?:\w+\s+)?(?:different|otherwise))",
    re.IGNORECASE,
)

# "In what the army called a raid", "by what residents described as rebels".
_CALLS = re.compile(
    r"\b(?:in|by|after|following|from|during)\swhat\s(?:(?!(?:was|were|is|are|had|has|happened)\b)[\w'.-]+\s){1,6}?(?P<verb>(?:calls?|called|terms?|termed|dubbed|branded"
    r"|labell?ed|(?:describes?d?|characteri[sz]ed)\sas)\b)(?!\s(?:for|on|off|up|in)\b)",
    re.IGNORECASE,
)


def idioms(sentence: Sentence) -> Iterator[SpeechVerb]:
    """Yield the turns of a sentence by which somebody speaks, as verbs of saying."""
    if _HELD.isdisjoint(sentence.held):
        return
    text = straight(sentence.text)
    for match in _CALLS.finditer(text) if "what" in sentence.held else ():
        yield SpeechVerb(start=match.start("verb"), end=match.end(), form="called")
    for match in _TURN.finditer(text):
        that = text.startswith("that", match.end())
        end = match.start() + len(match[0].rstrip())
        yield SpeechVerb(start=match.start(), end=end, form="claimed", that=that)
