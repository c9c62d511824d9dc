"""Who reads the reports of a run: the rules, or a language model that the user names."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from geo.errors import FrontmapError

if TYPE_CHECKING:
    from claims.extractor import Extractor
    from claims.sides.theatre import Theatre

__all__ = ["choose_extractor"]

_KEY = "FRONTMAP_MODEL_KEY"


class _ModelChoiceError(FrontmapError, ValueError):
    """A model cannot be asked as the user says."""


def choose_extractor(model: str | None, url: str | None) -> Callable[[Theatre], Extractor] | None:
    """Return what makes the extractor for a theatre; None stands for the rules.

    The key of the endpoint comes from the environment, so that it stands in no shell history.

    Raises
    ------
    FrontmapError
        An address without a model, or the extra ``model`` is not installed.
    """
    if model is None:
        if url is not None:
            raise _ModelChoiceError("--model-url names no model; add --model NAME")
        return None
    try:
        import jsonschema  # noqa: F401 - only to say in one line that it is missing
    except ImportError:
        raise _ModelChoiceError(
            "reading with a model needs an extra; run: pip install 'frontmap[model]'"
        ) from None
    from claims.model import LOOPBACK, ModelSettings, model_extractor

    settings = ModelSettings(model=model, url=url or LOOPBACK, key=os.environ.get(_KEY, ""))
    return partial(model_extractor, settings)
