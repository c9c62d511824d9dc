"""Letters, articles and generic words: the tables behind the spelling keys.

The Arabic rows follow the consonants of the ALA-LC and BGN/PCGN romanisations without their marks;
long vowels and glides become the vowel that the press writes for them. The Cyrillic rows follow
BGN/PCGN, once as Ukrainian and once as Russian reads the same letter.
"""

from __future__ import annotations

__all__ = [
    "APOSTROPHES",
    "ARABIC",
    "ARTICLES",
    "ASSIMILATED",
    "CYRILLIC",
    "LATIN",
    "RUSSIAN",
    "UKRAINIAN",
    "VARIANTS",
]

# Everything the press writes for ayn, hamza and the Slavic soft sign.
APOSTROPHES = "'`´ʹʺʻʼʽʾʿˈˊˋ‘’‛′＇ʽ՚`"

ARABIC = {
    "ا": "a", "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh",
    "ر": "r", "ز": "z", "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "",
    "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h", "و": "u",
    "ي": "i", "ى": "a", "ة": "a", "ء": "", "ٱ": "a", "پ": "b", "چ": "ch", "ژ": "zh", "گ": "g",
    "ک": "k", "ی": "i", "ې": "i", "ێ": "i", "ۆ": "u", "ۇ": "u", "ڤ": "v", "ڕ": "r", "ڵ": "l",
    "ہ": "h", "ھ": "h", "ے": "i", "ە": "a", "ٹ": "t", "ڈ": "d", "ڑ": "r", "ں": "n", "ټ": "t",
    "ډ": "d", "ړ": "r", "ږ": "zh", "ښ": "sh", "ڼ": "n", "ځ": "dz", "څ": "ts",
}  # fmt: skip

CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "д": "d", "е": "e", "ж": "zh", "з": "z", "к": "k", "л": "l",
    "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": "", "ы": "y",
    "э": "e", "ю": "iu", "я": "ia", "є": "ie", "і": "i", "ґ": "g", "ђ": "dj", "ј": "j", "љ": "lj",
    "њ": "nj", "ћ": "c", "џ": "dz", "ѓ": "g", "ѕ": "dz", "ќ": "k", "ў": "u", "ә": "a", "ғ": "gh",
    "қ": "q", "ң": "ng", "ө": "o", "ү": "u", "ұ": "u", "һ": "h", "ӏ": "", "җ": "j", "ҷ": "j",
    "ҳ": "h",
}  # fmt: skip

UKRAINIAN = {"г": "h", "и": "y"}
RUSSIAN = {"г": "g", "и": "i"}

# Latin letters that Unicode does not take apart.
LATIN = {
    "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ə": "a", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th",
    "ŋ": "ng", "ɣ": "gh", "ħ": "h", "ŧ": "t", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ƴ": "y",
}  # fmt: skip

# The Arabic article, dropped before any word, and as it sounds before the letter it doubles.
ARTICLES = frozenset({"al", "el", "ul", "il", "l"})
ASSIMILATED = {
    "as": "s", "es": "s", "us": "s", "ash": "sh", "esh": "sh", "ush": "sh", "ach": "ch",
    "ech": "ch", "at": "t", "et": "t", "ut": "t", "ath": "th", "eth": "th", "ad": "d", "ed": "d",
    "ud": "d", "adh": "dh", "edh": "dh", "ar": "r", "er": "r", "ur": "r", "az": "z", "ez": "z",
    "uz": "z", "an": "n", "en": "n", "un": "n",
}  # fmt: skip

# Spellings of the words that names of places are made of, each under one form.
VARIANTS = {
    variant: form
    for form, variants in {
        "jabal": "jebel djebel djabal gebel jbel jabel cebel cabal gabal jebal",
        "tal": "tell tel tall til teil",
        "dair": "deir dayr der deyr deer dier",
        "kafr": "kafar kfar kefr kafer kufr kifr kfr",
        "ain": "ayn ein 3ain eyn ayin",
        "khirbat": "khirbet khurbat khirba khirbeh kherbet kharbat xirbet hirbet khirbah",
        "um": "umm oum om",
        "abu": "abou abo",
        "bait": "beit bayt bet beyt",
        "qalat": "qalaat kalat qala qalah kalaat qalet",
        "shaikh": "sheikh shaykh cheikh sheik shaik shekh seyh",
        "jisr": "jisir jesr jser djisr gisr",
        "maarrat": "maarat maaret marrat marat maarret maara maarra maret",
        "wadi": "ouadi oued wady vadi",
        "nahr": "nahar nehir",
        "burj": "borj bourj burg",
        "ras": "raas rass",
        "saint": "st sankt",
        "fort": "ft",
        "mount": "mt",
    }.items()
    for variant in variants.split()
}
