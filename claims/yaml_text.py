"""Read the project's own YAML with the fast safe loader where PyYAML has it."""

from __future__ import annotations

from typing import Any

import yaml

__all__ = ["load_yaml"]

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def load_yaml(text: str) -> Any:
    """Return what a YAML text holds; raise ``yaml.YAMLError`` where it is none."""
    return yaml.load(text, _LOADER)  # noqa: S506 - both loaders are safe ones
