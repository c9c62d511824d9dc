"""Theatres shipped with frontmap, one folder of data each."""
