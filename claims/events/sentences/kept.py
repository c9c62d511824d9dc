"""A property that is worked out once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

__all__ = ["kept"]

_T = TypeVar("_T")


class kept(Generic[_T]):  # noqa: N801 - a decorator, named like the one of the library
    """Keep what a method returns as an attribute of the same name.

    ``functools.cached_property`` of Python 3.11 takes a lock each time, and with it twice as long.
    """

    def __init__(self, method: Callable[[Any], _T]) -> None:
        self._method, self.__doc__ = method, method.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, instance: Any, owner: type) -> _T:
        value = self._method(instance)
        setattr(instance, self._name, value)  # by way of __dict__ all its attributes get slower
        return value
