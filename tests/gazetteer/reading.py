"""Read mentions with a fixed list of known names."""

import re

from gazetteer.wording.mentions import Mention, find_mentions

KNOWN = (
    "Hama|Aleppo|Idlib|Homs|Damascus|Deir al-Zour|Suran|Al-Safira|Khanaser|Athriya|Salamiyah|Syria|"
    "Russia|Turkey|Iraq|Iran|Ukraine|Lebanon|Israel|Moscow|Ankara|Baghdad|Kyiv|Kharkiv|Bakhmut|"
    "Robotyne|Vuhledar|Kupiansk|Goma|Sake|Bukavu|Minova|Rwanda|Kinshasa|Masisi|Khartoum|Omdurman|"
    "El Fasher|Wad Madani|Sudan|Lashio|Myawaddy|Marib|Hodeidah|Taiz|Kabul|Kandahar|Kunduz|Ghazni|"
    "Kilinochchi|Mullaitivu|Colombo|Managua|Mogadishu|Tripoli|Kidal|Mosul|Assad|March|Said|Dubai|"
    "Sanaa|Donetsk|Zaporizhzhia|Mali|Tigray"
)
_KNOWN = re.compile(rf"(?<![\w-])(?:{KNOWN})(?![\w])")


def read(text: str, blocked: tuple[str, ...] = ()) -> tuple[Mention, ...]:
    spans = [(text.index(words), text.index(words) + len(words)) for words in blocked]
    known = [match.span() for match in _KNOWN.finditer(text)]
    return find_mentions(text, known_spans=known, blocked=spans)


def words(text: str, blocked: tuple[str, ...] = ()) -> list[str]:
    return [text[found.start : found.end] for found in read(text, blocked)]
