"""Claims and decisions as files that people read and write."""
