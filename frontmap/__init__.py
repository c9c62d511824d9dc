"""Map what reports about a war claim: who says which side moved, where, when, in which words.

>>> import frontmap
>>> frontmap.draw("reports/", out="out/map.html")  # doctest: +SKIP
"""

from importlib.metadata import version

from frontmap.calls import assess, draw, export

__all__ = ["__version__", "assess", "draw", "export"]

__version__ = version("frontmap")
