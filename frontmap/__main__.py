"""``python -m frontmap`` is the command ``frontmap``."""

from frontmap.cli import main

__all__: list[str] = []

if __name__ == "__main__":
    main()
