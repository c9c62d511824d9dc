"""Make every example, take their pictures, and write ``index.html`` beside them."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from gallery_pages.index import write_index
from gallery_pages.making import EXAMPLES
from gallery_pages.pictures import take


def main(folder: Path) -> None:
    """Fill a folder; names the example that it is at."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for make in EXAMPLES:
        example = make(folder)
        print(f"gallery: {example.title}: {', '.join(example.files)}")
        made.append(example)
    # Chromium waits more than it works.
    with ThreadPoolExecutor(3) as pool:
        shots = [shot for example in made for shot in example.shots]
        list(pool.map(partial(take, folder), shots))
    write_index(folder, made)
    print(f"gallery: {folder / 'index.html'}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
