"""Whom "he", "the group" or a bare surname means among those who spoke before."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from claims.claimants.fitting import ARTICLE
from claims.claimants.speaker_words import MEDIA, PERSON, SPEAKER_NOUN
from claims.fighters.forces import country_adjectives, force_words
from claims.fighters.named.causes import is_of_rebels
from claims.sides.groups import capitals, country_words

__all__ = ["is_pronoun", "kind_of", "meant", "takes_up"]

# Titles that name one person or office: whoever is meant was called so.
_TITLES = frozenset(
    "ministry minister source sources spokesman spokeswoman spokesperson official commander"
    " governor president director general leader mayor officer".split()
)
# Bodies and media, which an earlier speaker may be without being called so.
_BODIES = frozenset(
    "group center centre monitor observatory organisation organization watchdog".split()
)
_MEDIA = frozenset("agency broadcaster channel daily radio paper newspaper station".split())
# Nouns at the end of a body's name that mean it afterwards; "the army" may be another army.
_PROPER_BODIES = frozenset(
    """
    administration alliance association authority brigade coalition command commission committee
    corps council department division faction front institute legion mission movement network
    party union wing
    """.split()
)
_TEXTS = frozenset("broadcast bulletin statement report communique communiqué".split())
# One more of those who spoke: "residents said ... another said ...".
_FURTHER = re.compile(
    r"(?:another|an?\s+(?:second|third|fourth)|others|one(?:\s+of\s+them)?|the\s+other)",
    re.IGNORECASE,
)
_NOUNS = "|".join(sorted(_TITLES | _BODIES | _MEDIA | _TEXTS))
_PRONOUN = re.compile(
    rf"^(?:he|she|it|they|the\s+same\s+\w+|the\s+(?:{_NOUNS})|{_FURTHER.pattern})$", re.IGNORECASE
)
# "The ministry put out a map [that] it said": whose the map is, and no map that speaks.
_TAKES_UP = re.compile(
    r"\b(?:attacks?|clips?|drawings?|footage|images?|lists?|maps?|photographs?|photos?|pictures?|videos?)\b[^,;]*"
    r"\s(?:it|they|he|she)\s*$"
)
_IT = ("body", "medium")
# "A spokesman for the ministry said ... It denied ..."
_SPEAKS_FOR = re.compile(r"\bspokes\w+ (?:for|of) (?:the )?(.+)$", re.IGNORECASE)
_KINDS = {
    "he": ("person",),
    "she": ("person",),
    "it": _IT,
    "they": ("people", "many", "body"),
}
_BEHIND = re.compile(
    r"\s(?:of|for|in|at|from|on|who|and|near|with|to)\s.*$|,.*$", re.DOTALL | re.IGNORECASE
)
_PLURAL = re.compile(r"(?:[a-z]{2,}s|people|men|women|police)$", re.IGNORECASE)
_PLURAL_END = re.compile(r"(?<=ss)es$|(?<![su])s$")
_TITLED = re.compile(
    r"^(?:(?:mr|mrs|ms|dr|gen|col|maj|capt|lt|sgt|prof|general|colonel|major|captain|lieutenant|"
    r"brigadier|governor|president|minister|commander)\.?\s+)+(?=[A-Z])",
    re.IGNORECASE,
)
_COMMAND = re.compile(r"\b(?:commanders|leaders|rebels|guerrillas|fighters)\b", re.IGNORECASE)
_MEDIUM = ("medium",)
_OFFICES = frozenset("minister ministry president presidency".split())
_GROUP = ("body", "many", "medium")


def takes_up(words: str) -> bool:
    """Tell whether a pronoun ends them that takes up who put out what they name.

    >>> takes_up("a list of villages it"), takes_up("it")
    (True, False)
    """
    return _TAKES_UP.search(words) is not None


def is_pronoun(words: str) -> bool:
    """Tell whether words name no one by themselves: "he", "the ministry"."""
    return bool(_PRONOUN.match(words))


def kind_of(speaker: str) -> str:
    """Return "person", "people", "body", "medium", "many", or empty where the words do not tell.

    "many" are those who fight or rule together, "people" the others.

    Examples
    --------
    >>> [kind_of(who) for who in ("army spokesman Jan Roe", "army", "two residents", "Roe")]
    ['person', 'body', 'people', '']
    """
    head = _BEHIND.sub("", speaker.strip())
    last = head.rsplit(maxsplit=1)[-1] if head else ""
    small = last.islower() or head.isupper() or " " not in head
    if small and _PLURAL.search(last) and not MEDIA.search(head):
        return "people" if PERSON.fullmatch(last) else "many"
    plural = _PLURAL.search(last) and last[:1].isupper() and not head.isupper()
    if plural and not MEDIA.search(head):
        return ""  # "Revolutionary Guards", "Northern Tigers": a body that may be "it" and "they"
    kind = _kind_of_head(head, last)
    if kind:
        return kind
    if any(head[m.end() :].istitle() or head.isupper() for m in PERSON.finditer(head)):
        return "person"  # "army spokesman Jan Roe"
    _, _, beside = speaker.partition(", ")
    return kind_of(beside) if beside else ""


def _kind_of_head(head: str, last: str) -> str:
    """Return what the noun at the end of a speaker's name tells of it."""
    medium = MEDIA.fullmatch(head)  # "Reuters" is no trade
    if any(map(PERSON.fullmatch, last.split("-"))) and not medium:
        return "person"
    if medium or (MEDIA.search(head) and not PERSON.search(head)):
        return "medium"
    return "body" if SPEAKER_NOUN.fullmatch(last) else ""


def meant(words: str, spoken: Sequence[str], topic: str = "", persons: Collection[str] = ()) -> str:
    """Return the earlier speaker whom a pronoun, a title or a surname means, or empty.

    Parameters
    ----------
    spoken
        Who spoke before, the latest last.
    topic
        Whom a sentence since then is about, or empty.
    persons
        Those of them for whom a person spoke: "the Defence Ministry", of its spokesman.
    """
    bare = ARTICLE.sub("", words).lower()
    latest = list(reversed(spoken))
    if _FURTHER.fullmatch(words):
        # "Soldiers fled X. 'We lost it,' one said": their side is known by it
        told = topic if kind_of(topic) in ("many", "people") else ""
        return told or next(filter(None, (_one_more(bare, who) for who in latest)), "")
    if _PRONOUN.match(words):
        return _antecedent(bare, latest, topic, persons)
    name = _TITLED.sub("", words)
    if name[:1].isupper() and (name != words or words.istitle() or " " not in words):
        return next((who for who in latest if _is_named(who, name)), "")
    if words.lower().startswith("the ") and bare in _PROPER_BODIES:
        return next((who for who in latest if _is_body(who, bare)), "")
    if words.lower().startswith("the ") and _is_title(bare.split()[-1]):
        asked = set(bare.split())
        told = next((who for who in latest if asked <= set(who.lower().split())), "")
        return _part(told, bare.split()[-1])
    return ""


def _antecedent(bare: str, latest: Sequence[str], topic: str, persons: Collection[str]) -> str:
    """Return who is meant, the first that fits in kind; of "he" and "it" the first if none does."""
    near = [topic, *latest] if topic else latest
    if bare in _KINDS:
        if bare in ("he", "she"):
            near = [who for who in near if not _is_state(who)] or near
            near = [who for who in near if kind_of(who) not in ("many", "people")]
        found = _of_kind(near, _KINDS[bare], persons)
        return next(found, next(iter(near), ""))
    title = bare.rsplit(maxsplit=1)[-1]
    named = (who for who in near if title in who.lower())
    if title == "ministry":  # itself rather than "Jan Roe, a ministry official"
        owns = [*named]
        return next((who for who in owns if kind_of(who) != "person"), next(iter(owns), ""))
    if title in _TITLES:
        return _part(next(named, ""), title)
    if title in _BODIES | _MEDIA:
        kinds = _MEDIUM if title in _MEDIA else _GROUP
        fitting = (who for who in _of_kind(latest, kinds) if title != "group" or not _rules(who))
        return next(named, next(fitting, ""))
    # Texts are put out by bodies and their commanders, and not by residents.
    bodies = set(_of_kind(latest, _GROUP))
    issuing = (who for who in latest if who in bodies or _COMMAND.search(who))
    return next(named, next(issuing, next(iter(latest), "")))


def _part(speaker: str, title: str) -> str:
    """Return those whom "the sources" means of several: of "local sources and a general"."""
    parts = speaker.split(" and ")
    if not (title.endswith("s") or parts[-1].startswith(("a ", "an ", "the "))):
        return speaker
    part = next((part for part in parts if title in part.lower().split()), speaker)
    return ARTICLE.sub("", part)


def _one_more(bare: str, speaker: str) -> str:
    """Return "another resident" of "two residents", or empty of a speaker known by name."""
    noun = _BEHIND.sub("", speaker).rsplit(maxsplit=1)[-1:]
    if not noun or not PERSON.fullmatch(noun[0]) or kind_of(speaker) == "body":
        return ""
    bare = {"one of them": "one", "other": "the other"}.get(bare, bare)
    one = noun[0].lower()
    many = bool(_PLURAL.fullmatch(one))
    if bare in ("one", "the other") and not many:
        return ""
    if bare == "others":
        return f"other {one if many else one + 's'}"
    one = re.sub(r"men$", "man", one) if one.endswith("men") else one
    return f"{bare} {re.sub(_PLURAL_END, '', one)}"


def _of_kind(
    latest: Iterable[str], kinds: tuple[str, ...], persons: Collection[str] = ()
) -> Iterator[str]:
    """Yield those of a kind, those whose kind is not told, and who speaks for one of that kind."""
    for who in latest:
        body = _SPEAKS_FOR.search(who)
        one = kinds == _KINDS["he"] and (who in persons or _BEHIND.sub("", who).endswith("source"))
        if (
            one
            or kind_of(who) in ("", *kinds)
            or (body and kinds == _IT and kind_of(body[1]) in kinds)
        ):
            yield who


def _is_state(speaker: str) -> bool:
    """Tell whether a state spoke by its own name or its capital's, which no "he" takes up."""
    return speaker in country_words() or speaker in capitals()


def _rules(speaker: str) -> bool:
    """Tell whether a speaker is of a state, which nobody calls a group: "the Defence Ministry"."""
    words = speaker.replace(",", " ").split()
    if _is_state(speaker) or not _OFFICES.isdisjoint(word.lower() for word in words):
        return True
    if is_of_rebels([word.lower() for word in words]):
        return False  # "The Sudanese Liberation Army"
    # "Arakan Army" is a name and "Sudanese Army" none
    named = words[0] not in country_adjectives()
    return any((w if named else w.lower()) in force_words().state for w in words)


def _is_title(word: str) -> bool:
    return word in _TITLES or bool(PERSON.fullmatch(word))


def _is_body(speaker: str, noun: str) -> bool:
    """Tell whether a speaker is a body of that noun: "the council", of "Kilu Military Council"."""
    *first, last = _BEHIND.sub("", speaker).split() or [""]
    return bool(first) and last[:1].isupper() and last.lower() == noun


def _is_named(speaker: str, name: str) -> bool:
    """Tell whether a name or surname is a speaker's: "Nerev", of "Faik Nerev of the party"."""
    parts = (_BEHIND.sub("", part) for part in speaker.split(", "))
    return speaker != name and any(part.endswith(f" {name}") or part == name for part in parts)
