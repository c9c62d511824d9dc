"""Many reports: each read by itself, so that they can be cut into parts in any way."""
