"""The words of maps and reports in one language, from a file that people can translate."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.dates import format_interval, format_skeleton
from babel.numbers import format_decimal

from claims.yaml_text import load_yaml
from maps.errors import LanguageError
from maps.wording.language_check import check_plural, check_words, completed
from maps.wording.phrase import filled

__all__ = ["ENGLISH", "LANGUAGES", "Language", "language", "read_language"]

_DASH = re.compile(r"\s*[–—]\s*")
_OF_THEATRE = re.compile(r"(.+?) \((.+)\)")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Language:
    """Words by key, as ``maps/languages/CODE.yaml`` has them.

    ``locale`` is the name by which Unicode's CLDR knows how to write dates and numbers and which
    plural forms there are; ``direction`` is ``ltr`` or ``rtl``. Digits are always 0 to 9, as on
    roads, in coordinates and on the Arabic pages of most news agencies. ``missing`` names the keys
    for which English stands in.
    """

    code: str
    locale: str
    direction: str
    words: Mapping[str, Any]
    missing: tuple[str, ...] = ()

    @property
    def page(self) -> dict[str, Any]:
        """What the page's script says."""
        return dict(self.words["page"])

    @property
    def static(self) -> dict[str, str]:
        """What stands on the page for readers without scripts."""
        return dict(self.words["static"])

    def say(self, key: str, **values: object) -> str:
        """Return a phrase with its {names} filled in; one with plural forms is chosen by ``n``.

        What stands in [brackets] is left out where a name inside has nothing to say; after a bar
        comes what stands there instead. Whole numbers are written as the language writes them.
        """
        found: Any = self.words
        for step in key.split("."):
            found = found[step]
        if not isinstance(found, str):
            found = found.get(self._plural(values["n"]), found["other"])
        return self.fill(found, values)

    def fill(self, phrase: str, values: Mapping[str, object]) -> str:
        """Fill the {names} of a phrase, as :meth:`say` does."""
        return filled(phrase, values, self._written)

    def _written(self, value: object) -> str:
        return self.number(value) if isinstance(value, int) else str(value)

    def _plural(self, number: Any) -> str:
        return str(_locale(self.locale).plural_form(number))

    def number(self, value: int) -> str:
        """Write a whole number with the marks that part its thousands."""
        return format_decimal(value, locale=_locale(self.locale), numbering_system="latn")

    def listed(self, names: Iterable[str]) -> str:
        """Join names that may hold commas; empty ones are left out."""
        return self.say("told.parted").join(filter(None, names))

    def days(self, first: date, last: date) -> str:
        """Write a stretch of days; one day where both are the same.

        Examples
        --------
        >>> ENGLISH.days(date(2024, 12, 3), date(2024, 12, 5))
        '3–5 Dec 2024'
        """
        return _days(self.locale, first, last)

    def theatre(self, name: str) -> str:
        """Return the name of a theatre in this language; its own where nobody has translated it."""
        return str(self.words["theatres"].get(name, name))

    def side(self, name: str) -> str:
        """Return the name of a side in this language; its own where nobody has translated it."""
        return self.forms(name)["name"]

    @lru_cache(maxsize=1_024)  # noqa: B019  (there are few languages; each claim names two sides)
    def forms(self, name: str) -> Mapping[str, str]:
        """Return a side's name and its other grammatical forms, by their keys under ``forms``."""
        rows = self.words["sides"]
        row = rows.get(name) or next((r for r in rows.values() if r.get("name") == name), None)
        if row is None and (parted := _OF_THEATRE.fullmatch(name)):
            return self._of_theatre(self.forms(parted[1]), self.theatre(parted[2]))
        row = row or {}
        shown = row.get("name", name)
        usual = {key: form.replace("{name}", shown) for key, form in self._usual(shown).items()}
        return {"name": shown, **usual, **row}

    def _of_theatre(self, forms: Mapping[str, str], theatre: str) -> Mapping[str, str]:
        """Set a side's theatre behind every form that says its name in full."""
        said = {key for key, form in self._usual("").items() if "{name}" in form} | {"name"}
        return {k: f"{form} ({theatre})" if k in said else form for k, form in forms.items()}

    def _usual(self, name: str) -> Mapping[str, str]:
        """Return the usual forms of names, those of plural ones where a name's words say so."""
        forms, plural = dict(self.words["forms"]), self.words["forms"].get("plural", {})
        forms.pop("plural", None)
        if plural and re.search(plural["names"], name, re.IGNORECASE):
            forms |= plural
            del forms["names"]
        return forms


@lru_cache(maxsize=64)
def _locale(name: str) -> Locale:
    return Locale.parse(name, sep="-")


@lru_cache(maxsize=4_096)  # the same few days come again and again
def _days(locale: str, first: date, last: date) -> str:
    known = _locale(locale)
    if first == last:
        return str(format_skeleton("yMMMd", first, locale=known))
    return _dashed(str(format_interval(first, last, "yMMMd", locale=known)))


def _dashed(days: str) -> str:
    """Write the dash of a range in one way, whatever version of CLDR is installed.

    Those differ in the dash and the spaces around it, some of which are missing in fonts.

    Examples
    --------
    >>> _dashed("3 – 5 Dec 2024"), _dashed("27 Nov — 5 Dec 2024")
    ('3–5 Dec 2024', '27 Nov – 5 Dec 2024')
    """
    return _DASH.sub(lambda m: "–" if days[: m.start()].isdigit() else " – ", days)


LANGUAGES = ("ar", "en", "fr", "uk")
"""Codes of the languages that come with the program."""


@lru_cache(maxsize=8)
def language(code: str) -> Language:
    """Return a language by its code, or from a file of words (a path that ends in ``.yaml``).

    Raises
    ------
    LanguageError
        Where nobody has written its words, or the file is not sound.
    """
    if code in LANGUAGES:
        text = files("maps").joinpath("languages", f"{code}.yaml").read_text(encoding="utf-8")
        return _language(code, text, code)
    if code.endswith((".yaml", ".yml")):
        return read_language(Path(code))
    known = ", ".join(LANGUAGES)
    raise LanguageError(f"no words for the language {code!r}; take one of {known} or a .yaml file")


def read_language(path: Path) -> Language:
    """Read the words of a language from a file that is named after its code: ``it.yaml``.

    Raises
    ------
    LanguageError
        Where the file cannot be read, has a key that English has not, misses a plural form or
        fills in other names than English does.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        raise LanguageError(f"cannot read {path}: {problem}; give a YAML file of words") from None
    return _language(path.stem, text, path.name)


def _language(code: str, text: str, name: str) -> Language:
    words = load_yaml(text)
    if not isinstance(words, dict):
        raise LanguageError(f"{name} holds no words; copy maps/languages/en.yaml and translate it")
    tag = str(words.get("locale", code))
    try:
        locale = _locale(tag)
    except (UnknownLocaleError, ValueError):
        raise LanguageError(f"{name}: no locale {tag!r}; write 'locale:' as en-GB or uk") from None
    missing: tuple[str, ...] = ()
    if code != "en":
        check_words(name, words, ENGLISH.words, locale)
        check_plural(name, words.get("forms", {}).get("plural", {}))
        words, missing = completed(words, ENGLISH.words)
    return Language(
        code=code, locale=tag, direction=locale.text_direction, words=words, missing=missing
    )


ENGLISH = language("en")
"""What stands in where no language is asked for."""
