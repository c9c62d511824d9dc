"""The Earth: footprints, distances, spatial relations, arrows."""
