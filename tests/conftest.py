"""Settings of all tests."""

from hypothesis import settings

# A deadline fails on a busy machine and says nothing about the code.
settings.register_profile("frontmap", deadline=None)
settings.load_profile("frontmap")
