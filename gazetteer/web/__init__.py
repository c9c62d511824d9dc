"""Requests over HTTP: which address, how long, how much."""
