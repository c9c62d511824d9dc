"""Accuracy and speed of the gazetteer beside what a user would otherwise use."""
