"""Whether a file of words fits the words that the program says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from babel import Locale

from maps.errors import LanguageError

__all__ = ["check_plural", "check_words", "completed", "phrases", "plural_forms"]

_HOLE = re.compile(r"\{[\w.]+\}")
_CATEGORIES = frozenset("zero one two few many other".split())

_DEEDS = frozenset({"did", "doing", "do"})

# Lists by name that every language has its own of: nothing in them is missing or too much.
_OPEN = ("sides", "theatres", "forms", "common", "name", "locale")


def plural_forms(locale: Locale) -> set[str]:
    """Return the plural forms that a language needs for whole numbers below a thousand."""
    return {str(locale.plural_form(number)) for number in range(1_000)} | {"other"}


def phrases(words: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    """Yield every phrase with its key in dots; one with plural forms is one phrase."""
    for key, value in words.items():
        name = f"{above}{key}"
        if not _is_phrase(value):
            yield from phrases(value, f"{name}.")
        else:
            yield name, value


def _is_plural(value: Mapping[str, Any]) -> bool:
    return "other" in value and value.keys() <= _CATEGORIES


def _is_phrase(value: Any) -> bool:
    """Tell whether a value is one phrase: a text, its plural forms or the forms of a deed."""
    return not isinstance(value, Mapping) or _is_plural(value) or "did" in value


def check_words(
    name: str, words: Mapping[str, Any], english: Mapping[str, Any], locale: Locale
) -> None:
    """Raise for the first phrase that cannot stand where the English one stands.

    Raises
    ------
    LanguageError
        For a key that English has not, a value that is no text, a plural form that is missing, or
        a {name} that English does not fill in.
    """
    known = dict(phrases(_shared(english)))
    for key, value in phrases(_shared(words)):
        if key not in known:
            raise LanguageError(f"{name}: nothing is called {key!r}; see maps/languages/en.yaml")
        problem = _problem(value, known[key], locale)
        if problem:
            raise LanguageError(f"{name}: {key} {problem}")


def check_plural(name: str, plural: Any) -> None:
    """Raise where what is said of names in the plural cannot be used.

    Raises
    ------
    LanguageError
        For anything but words by their forms and a pattern under ``names``.
    """
    if not plural:
        return
    try:
        re.compile(plural["names"])
        sound = all(isinstance(form, str) for form in plural.values())
    except (re.error, KeyError, TypeError, AttributeError):
        sound = False
    if not sound:
        raise LanguageError(f"{name}: forms.plural needs words, and under names a pattern")


def _shared(words: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in words.items() if key not in _OPEN}


def _problem(value: Any, english: Any, locale: Locale) -> str:
    plural = isinstance(english, Mapping)
    if plural and "did" in english:
        return _deed_problem(value, english)
    if isinstance(value, Mapping) != plural:
        return "needs plural forms" if plural else "has no plural forms"
    forms = value if plural else {"other": value}
    if not all(isinstance(form, str) for form in forms.values()):
        return "is no text; write it in quotation marks"
    lacking = plural_forms(locale) - forms.keys() if plural else set()
    if lacking:
        return f"needs a plural form {', '.join(sorted(lacking))}"
    return _hole_problem(forms, _holes(english["other"] if plural else english))


def _hole_problem(forms: Mapping[str, str], filled: set[str]) -> str:
    if filled & _DEEDS:  # {doing} or {do} with its {actor} is another way to tell a {did}
        return "" if _holes(forms["other"]) & _DEEDS else "leaves out {did}"
    strange = {hole for form in forms.values() for hole in _holes(form)} - filled
    if strange:
        return f"fills in {_listed(strange)}, which English does not"
    unsaid = filled - _holes(forms["other"])
    return f"leaves out {_listed(unsaid)}" if unsaid else ""


def _listed(holes: set[str]) -> str:
    return ", ".join(f"{{{hole}}}" for hole in sorted(holes))


def _deed_problem(value: Any, english: Mapping[str, Any]) -> str:
    if not isinstance(value, Mapping) or not value.keys() <= english.keys() or "did" not in value:
        return "needs the forms did, or did, doing and do"
    strange = {hole for form in value.values() for hole in _holes(str(form))}
    strange -= {"actor", "opponent"}
    return f"fills in {_listed(strange)}, not {{actor}} or {{opponent}}" if strange else ""


def _holes(phrase: str) -> set[str]:
    # The grammatical form of a name is a language's own: {actor.of} is {actor}.
    return {hole.partition(".")[0].strip("{}") for hole in _HOLE.findall(phrase)}


def completed(
    words: Mapping[str, Any], english: Mapping[str, Any], above: str = ""
) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Return words with the English ones where some are missing, and the keys of those."""
    whole = dict(words)
    missing: list[str] = []
    for key, value in english.items():
        if not above and key in ("name", "locale", "sides", "theatres", "common"):
            whole.setdefault(key, type(value)())
        elif key not in words:
            whole[key] = value
            missing += [f"{above}{name}" for name, _ in phrases({key: value})]
        elif not _is_phrase(value) and key != "forms":
            whole[key], below = completed(words[key], value, f"{above}{key}.")
            missing += below
    return whole, tuple(missing)
