"""Text from outside, made safe to keep: no control, zero-width or bidirectional characters."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from gazetteer.entry import Toponym
from gazetteer.sources.errors import BrokenRowError
from gazetteer.sources.writing import script_of
from gazetteer.spellings.spelling import MAX_NAME_CHARS

__all__ = ["MAX_NOTE_CHARS", "clean", "field_text", "toponyms"]

#: Longer remarks are documents, not notes.
MAX_NOTE_CHARS = 2_000

_UNSEEN = frozenset(("Cc", "Cf", "Cs", "Co"))
# What a decoder leaves where bytes were no UTF-8: such a name is not the name of the place.
_DAMAGE = "\ufffd"


def clean(text: str) -> str:
    """Return text in NFC without unseen characters, its white space single; empty if damaged.

    A zero-width joiner goes as well: it changes how a word is drawn, not which word it is.
    """
    # Nearly all text is printable already, which one call in C tells.
    if not text.isprintable():
        text = _without_unseen(text)
    elif _DAMAGE in text:
        return ""
    if "  " in text or text[:1] == " " or text[-1:] == " ":
        text = " ".join(text.split())
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def toponyms(names: Iterable[tuple[str, str]]) -> tuple[Toponym, ...]:
    """Make toponyms of texts and their languages, each text once, in the order given.

    Texts without a letter or digit and texts over ``MAX_NAME_CHARS`` are left out.

    Raises
    ------
    BrokenRowError
        No name is left.
    """
    found: dict[str, str] = {}
    for raw, language in names:
        # Most names in ASCII repeat the one before; looking first saves cleaning them.
        if found.get(raw) is not None and not language:
            continue
        text = clean(raw)
        # A name that stood there without its language keeps its place and gets it.
        if not found.get(text) and _is_name(text):
            found[text] = language
    if not found:
        raise BrokenRowError(f"has no readable name of at most {MAX_NAME_CHARS} characters")
    return tuple(
        Toponym(text=text, script=script_of(text), language=language)
        for text, language in found.items()
    )


def field_text(field: str, value: object, most: int = MAX_NAME_CHARS) -> str:
    """Return a field as clean text, empty for None.

    Raises
    ------
    BrokenRowError
        It is neither text nor a number, or too long.
    """
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise BrokenRowError(f"{field} is not text")
    text = clean(str(value)) if isinstance(value, str | float) else _digits(field, value)
    if len(text) > most:
        raise BrokenRowError(f"{field} has {len(text)} characters; at most {most} fit")
    return text


def _digits(field: str, value: int) -> str:
    # Python refuses to write out an integer of thousands of digits.
    if abs(value) >= 10**18:
        raise BrokenRowError(f"{field} is a number beyond 18 digits")
    return str(value)


def _is_name(text: str) -> bool:
    if len(text) > MAX_NAME_CHARS:
        return False
    return text[:1].isalnum() or any(char.isalnum() for char in text)


def _without_unseen(text: str) -> str:
    # A lone surrogate stands for a byte that was no UTF-8.
    if _DAMAGE in text or any("\ud800" <= char <= "\udfff" for char in text):
        return ""
    spaced = " ".join(text.split())
    return "".join(char for char in spaced if unicodedata.category(char) not in _UNSEEN)
