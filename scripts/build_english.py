#!/usr/bin/env python3
"""Write gazetteer/data/english_words.txt: ordinary English words, the most frequent first.

They keep a village called Of or March from being found in every sentence. Made from two registry
packages: english-words (Webster's Second International, 1934, public domain) and wordfreq (counts,
CC BY-SA 4.0). The same versions give the same bytes.
"""

from __future__ import annotations

import sys
from pathlib import Path

TARGET = Path(__file__).parents[1] / "gazetteer" / "data" / "english_words.txt"
MOST_FREQUENT = 30_000
HEAD = """\
# Ordinary English words, the most frequent first: no village is named by them in running text.
# Made by scripts/build_english.py from: lower-case words of Webster's Second International (1934,
# public domain) and their regular endings, among the 30,000 most frequent English words counted by
# wordfreq 3 (CC BY-SA 4.0).
"""
# Each ending with what it replaces: "tried" is "try", "making" is "make".
ENDINGS = (
    ("ies", ("y",)),
    ("ied", ("y",)),
    ("es", ("", "e")),
    ("ed", ("", "e")),
    ("ing", ("", "e")),
    ("er", ("", "e")),
    ("est", ("", "e")),
    ("s", ("",)),
    ("ly", ("",)),
)
DOUBLING = ("ed", "ing", "er")
# Frequent forms that the dictionary lists only under their verb.
IRREGULAR = frozenset(("held", "heard", "has", "overheard", "upheld", "withheld"))


def is_formed(word: str, listed: set[str]) -> bool:
    """Tell whether a word is listed, or a listed word with a regular ending."""
    if word in listed or word in IRREGULAR:
        return True
    for ending, replaced in ENDINGS:
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < 2:
            continue
        if any(stem + letter in listed for letter in replaced):
            return True
        if ending in DOUBLING and stem[-1] == stem[-2] and stem[:-1] in listed:
            return True
    return False


def main() -> None:
    """Write the list."""
    try:
        from english_words import get_english_words_set
        from wordfreq import top_n_list
    except ImportError as error:
        sys.exit(f"build_english: {error.name} is missing; pip install english-words wordfreq")
    listed = {w for w in get_english_words_set(["web2"], alpha=False) if w.islower()}
    frequent = top_n_list("en", MOST_FREQUENT)
    words = [w for w in frequent if w.isascii() and w.isalpha() and is_formed(w, listed)]
    kept = [word for word in words if len(word) > 1 or word in "ai"]
    TARGET.write_text(HEAD + "\n".join(kept) + "\n", encoding="utf-8")
    print(f"build_english: {len(kept):,} words, {TARGET.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
