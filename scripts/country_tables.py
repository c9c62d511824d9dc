"""Archives of one table per country, as they are shipped."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

__all__ = ["tables_file"]


def tables_file(path: Path, rows: Mapping[str, Sequence[str]]) -> None:
    """Write one table per country to an archive; two runs give the same bytes."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as archive:
        for country, of_country in sorted(rows.items()):
            member = zipfile.ZipInfo(f"{country}.tsv", date_time=(1980, 1, 1, 0, 0, 0))
            member.create_system, member.external_attr = 3, 0o644 << 16
            text = "\n".join(sorted(of_country)) + "\n"
            archive.writestr(member, text.encode(), compress_type=zipfile.ZIP_LZMA)
