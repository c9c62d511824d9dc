from __future__ import annotations

from pathlib import Path

import pytest

from gazetteer.adding.mirrors import GEONAMES, OriginError, country_code, origin_of
from gazetteer.errors import PlaceNotFoundError


def test_where_a_country_comes_from(tmp_path: Path) -> None:
    (tmp_path / "SY.txt").touch()
    assert origin_of("SY") == f"{GEONAMES}SY.zip"
    assert origin_of("SY", "http://mirror.example.org") == "http://mirror.example.org/SY.zip"
    assert origin_of("SY", "http://mirror.example.org/a/") == "http://mirror.example.org/a/SY.zip"
    assert origin_of("SY", "https://example.org/b.csv") == "https://example.org/b.csv"
    assert origin_of("SY", str(tmp_path)) == tmp_path / "SY.txt"
    for given in ("ftp://example.org/SY.zip", "file:///SY.zip", str(tmp_path / "no.csv")):
        with pytest.raises(OriginError):
            origin_of("SY", given)
    with pytest.raises(OriginError, match=r"holds no UA\.zip"):
        origin_of("UA", str(tmp_path))


@pytest.mark.parametrize(
    ("text", "nearest"), [("Syria", "SY"), ("Ukrain", "UA"), ("uk", "GB"), ("USA", "US")]
)
def test_an_unknown_country_is_refused_with_the_nearest(text: str, nearest: str) -> None:
    assert country_code(" sy ") == "SY"
    with pytest.raises(PlaceNotFoundError, match=rf"nearest are .*\b{nearest}\b"):
        country_code(text)
