"""Places as running text words them: names, and the grammar of place expressions."""
