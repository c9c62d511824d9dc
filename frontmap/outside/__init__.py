"""Feeds and pages of strangers: fetched with care, parsed apart.

``visit.fetch_source`` asks one source through a ``client.Client``. Nothing is loaded at once, since
the parsers' processes pass through this file as well.
"""
