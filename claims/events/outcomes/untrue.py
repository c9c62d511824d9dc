"""Sentences that call what they tell untrue: "talk of a withdrawal from X is baseless"."""

from __future__ import annotations

import re

from claims.events.sentences.parse import Parsed
from claims.events.sentences.statements import SHARING
from claims.lexicon import Trigger
from claims.word_lists import word_list

__all__ = ["is_called_untrue"]

# What is told and may be false. Each word is met in any number.
_TOLD = (
    r"(?:reports?|rumou?rs?|claims?|suggestions?|allegations?|talk|news|stor(?:y|ies)|accounts?|assertions?|"
    r"statements?|announcements?|information|speculation|hearsay|whispers|footage|posts?|messages|"
    r"accusations?|gossip|chatter|bulletins?|tales?|boasts?|versions?|legends?|yarns?|notions?)"
)
_NEWS = r"(?:reports?|rumou?rs?|news|talk|stor(?:y|ies)|information|bulletins?)"  # nobody's own
_FALSE = (
    r"(?:untrue|unfounded|false|fake|baseless|fabricat(?:ed|ions?)|groundless|wrong|incorrect|inaccurate|"
    r"invented|bogus|mistaken|misleading|(?:(?:a\s+)?\w+\s+(?:of\s+)?)?(?:lies|nonsense|propaganda|disinformation|misinformation)|fiction|"
    r"an?\s+(?:\w+\s+)?(?:lie|fabrication|hoax|invention|fairy\s+tale)|(?:pure|mere|enemy|sheer)\s+\w+|"
    r"(?:denied|dismissed|refuted|rejected)\s+by|premature|exaggerat(?:ed|ions?)|overstated|overblown|"
    r"without\s+(?:any\s+)?(?:foundation|basis|substance|merit)|not\s+(?:true|correct|accurate|so|borne\s+out)|"
    r"(?:\w+\s+)?(?:figments?|fantas(?:y|ies)|delusions?|hallucinations?|dreams|provocations?|fairy\s+tales|inventions)|"
    r"nothing\s+(?:but|more\s+than|other\s+than|short\s+of)\s+\w+)"
)
# The same with a verb of its own, as ministries have it.
_NO_MATCH = (
    r"(?:(?:does|do|did)(?:\s+not|n[’']t)\s+(?:correspond\s+(?:to|with)|reflect|match)|(?:has|have|had)\s+nothing\s+to\s+do\s+with"
    r"|(?:is|are|was|were)\s+(?:very\s+)?far\s+from)\s+(?:the\s+)?(?:reality|truth|facts)"
    r"|turned\s+out\s+to\s+be\s+an?|(?:is|are|was|were)n['’]t\s+(?:true|correct|accurate|so)"
)
_BEING = (
    r"(?:(?:is|are|was|were|be|been|being)(?:\s+\w+ly)?|(?:has|have|had)\s+(?:been|proved|proven|turned\s+out)|"
    r"proved|proven|turned\s+out\s+to\s+be|as)"
)
_ASIDE = r"(?:,[^,;]{2,60},)?"  # "it is false, as the radio put out, that"
_NEAR = r"(?:\s+(?!(?:and|but|said|says)\b)\(?[\w’'-]+\)?){0,8}?"  # "claims by the rebels that"
_UNTRUE = re.compile(
    rf"\b{_TOLD}{_NEAR},?\s+(?:that|of|about|suggesting|saying|claiming|to(?=\s+(?:be|control|have|hold)\b))\b(?P<told>.*?)\b(?:{_BEING}(?:\s+to\s+be)?\s+[\"“]?{_FALSE}|{_NO_MATCH})\b",
    re.IGNORECASE,
)
_CALLED = re.compile(
    rf"\b(?:call|brand|label|labell|term|dub|deem)(?:s|ed|ing)?\s+(?:[\w’'-]+\s+){{0,4}}?{_TOLD}{_NEAR},?\s+(?:that|of|about)\b"
    rf"(?P<told>.*?)(?:\bas\s+)?\b{_FALSE}\b",
    re.IGNORECASE,
)
# What is taken up by those who do not believe it: "the tale that X fell he dismissed as", "that X
# had fallen the army denied", "took the news that X fell for propaganda".
_TAKEN_UP = re.compile(
    rf"(?:\b{_TOLD}{_NEAR},?\s+(?:that|of|about)|^That)\b(?P<told>[^;]*?)\s(?:"
    r"(?:dismissed|denied|rejected|refuted|disputed|waved\s+(?:aside|away)|brushed\s+(?:aside|off)|laughed\s+off|shrugged\s+off)"
    r"(?=\s*(?:[.;]|as\b|out\s+of\s+hand|$))"
    rf"|(?:called|described|branded|labell?ed|termed|took|put)\s+(?:as\s+|for\s+|down\s+to\s+)?[\"“]?{_FALSE}\b)",
    re.IGNORECASE,
)
_TAKEN_FOR = re.compile(
    r"\b(?:took|takes?|taken|put|puts|regard(?:s|ed)?|treat(?:s|ed)?|sees?|saw|consider(?:s|ed)?|wrote)\s+(?:[\w’'-]+\s+){0,4}?"
    rf"{_TOLD}{_NEAR},?\s+(?:that|of|about)\b(?P<told>.*?)\b(?:for|as|down\s+to|off\s+as)\s+{_FALSE}\b",
    re.IGNORECASE,
)
# What comes first: "there is no truth in reports that", "false claims that", "it is not true that".
_LEADS = re.compile(
    rf"\bno\s+(?:truth|substance|basis|foundation){_ASIDE}\s+(?:in|to|behind|for)\b[^;]*?\b{_TOLD}{_NEAR},?\s+(?:that|of|about)\b"
    # "No truth to what they put about on the fall of X"
    rf"|\bno\s+(?:truth|substance|basis|foundation){_ASIDE}\s+(?:in|to|behind|for)\s+what\b[^;.]{{3,80}}?\s(?:about|regarding|concerning|on|of)\b"
    rf"|\b(?:describ|denounc|condemn|characteri[sz]|brand|label)\w*\s+as\s+[\"“]?{_FALSE}[^.;,'’]{{0,40}}?\s{_NEWS}{_NEAR},?\s+(?:that|of|about)\b"
    rf"|\b(?:false|fake|untrue|unfounded|baseless|fabricated|bogus|groundless|wrong)\s+(?:\w+\s+)?{_TOLD}{_NEAR},?\s+(?:that|of|about)\b"
    rf"|\b(?:false|untrue|fake|propaganda|baseless|lies|unfounded|nonsense|inventions?|fabrications?|fantasy)[\"”’']?\s+"
    rf"(?:the\s+|any\s+|all\s+|an?\s+)?(?:\w+\s+)?{_TOLD}{_NEAR},?\s+(?:that|of|about)\b"
    r"|\bit(?:['’]s\s+|\s+(?:(?:is|was|would\s+be)\s+)?)[\"“]?(?:\w+ly\s+|also\s+|just\s+)?"
    r"(?:(?:not|(?:is|was)n['’]t)\s+(?:true|correct|so)|untrue|false|incorrect|wrong|an?\s+(?:\w+\s+)?(?:lie|hoax|fabrication|invention|fiction))[\"”]?"
    rf"{_ASIDE}\s+(?:what\s+(?:[\w’'-]+\s+){{1,5}}\w+,?\s+)?(?:to\s+(?:say|claim|state|suggest|assert|report|pretend)\s+)?that\b"
    r"|\bit\s+(?:has\s+|had\s+)?never\s+happened\s+that\b|\bfurther\s+from\s+the\s+truth\s+than\s+(?:the\s+\w+\s+)?that\b"
    # A town "lies by the road that rebels took": as a noun it is led by a word of its own.
    r"|\b(?:lie(?=,?\s+that)|(?:the|a|this|these|those|their|its|such|all|old|new)\s+lies?"
    r"|falsehoods?|myths?|fictions?|slanders?|calumn(?:y|ies)|fabrications?|inventions?|canards?|hoax)"
    rf"(?:\s+(?:of|by|from|put\s+(?:out|about)|spread){_NEAR})?{_ASIDE}\s+that\b"
    r"|\b(?:nor|neither)\s+(?:is|was)\s+it\s+(?:true|correct|so)\s+that\b"
    r"|\b(?:lies|lied|(?:is|are|was|were)\s+lying)\s+(?:when\s+(?:\w+\s+){1,3}?(?:says?|said|states?|stated|claims?|claimed)|"
    r"(?:in|by)\s+(?:claiming|saying|stating))\s"
    r"|\b(?:(?:wav|brush|shrug|laugh)\w*\s+(?:aside|away|off)|(?:made|makes?|making)\s+light\s+of|scoff\w*\s+at|pour\w*\s+"
    rf"(?:scorn|cold\s+water)\s+(?:on|over))\s+(?:[\w’'-]+\s+){{0,4}}?{_TOLD}{_NEAR},?\s+(?:that|of|about)\b",
    re.IGNORECASE,
)
_AROUND = (_UNTRUE, _CALLED, _TAKEN_UP, _TAKEN_FOR)
# "The rebels were said to have taken X, but this was untrue."
_BUT_NOT = re.compile(
    r"\b(?:but|though|although)\s+(?:this|that|it|these|the\s+(?:reports?|claims?|story))\s+"
    rf"(?:\w+\s+)?{_BEING}(?:\s+to\s+be)?\s+{_FALSE}\b",
    re.IGNORECASE,
)
# "The rebels attacked X and said that its governor had fled, but": only what was said.
_THEN_SAID = re.compile(r"\band\s+(?:said|claimed|reported|announced|added)\b", re.IGNORECASE)
# One of these is in whatever the patterns meet; few sentences hold any.
_TELLING = word_list("untrue").union(
    """
    wrong incorrect inaccurate mistaken misleading lied lying foundation basis substance merit true
    correct accurate so borne truth turned reality facts premature exaggerated exaggeration
    exaggerations overstated overblown nothing denied dismissed refuted rejected
    provocation provocations dreams tales
    disputed happened waved waving waves brushed brushes brushing shrugged shrugs shrugging laughed
    laughs scoffed scoffs scorn cold light slander slanders calumny calumnies
    """.split()
)


def is_called_untrue(parsed: Parsed, trigger: Trigger) -> bool:
    """Tell whether a sentence says of an event that it tells of that it is not so."""
    text, start = parsed.sentence.text, parsed.sentence.start
    if _TELLING.isdisjoint(parsed.sentence.held):
        return False
    at = parsed.words[trigger.first].start - start
    found = (m for pattern in _AROUND for m in pattern.finditer(text))
    if any(
        m.start("told") <= at < m.end("told") and not _is_beyond(parsed, m.start("told"), trigger)
        for m in found
    ):
        return True
    later = _BUT_NOT.search(text, at)
    ends = parsed.statements.end(trigger.last)
    if later is not None and parsed.word_at(start + later.start()) <= ends:
        return _THEN_SAID.search(text, at, later.start()) is None
    lead = next((m for m in _LEADS.finditer(text) if m.end() <= at), None)
    if lead is None or _is_beyond(parsed, lead.end(), trigger):
        return False
    return not re.search(r"[;]|,\s+(?:but|and|while)\b", text[lead.end() : at])


def _is_beyond(parsed: Parsed, place: int, trigger: Trigger) -> bool:
    """Tell whether an event is of a further statement than a character of the sentence."""
    low = parsed.word_at(parsed.sentence.start + place)
    return parsed.statements.parted(low, trigger.first, *SHARING)
